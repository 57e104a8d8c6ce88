//! Whether there is a display to open a window on, and whether a command needs one.

/// Which display servers a program started here would find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Displays {
    /// A Wayland compositor is named.
    pub(crate) wayland: bool,
    /// An X server is named.
    pub(crate) x11: bool,
}

impl Displays {
    /// Reads the environment through `lookup`, by the rules of the window library: an empty
    /// variable counts as unset.
    pub(crate) fn from_env(lookup: impl Fn(&str) -> Option<String>) -> Self {
        let is_set = |name| lookup(name).is_some_and(|value| !value.is_empty());
        Self { wayland: is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET"), x11: is_set("DISPLAY") }
    }

    /// True when no window can be opened.
    pub(crate) fn is_none(self) -> bool {
        !self.wayland && !self.x11
    }
}

/// What is said where a window is wanted and cannot be had.
pub(crate) const NO_DISPLAY: &str = "\
there is no display here (neither WAYLAND_DISPLAY nor DISPLAY is set), so the window cannot open; \
list, check, timeline and export work without one, e.g. `cargo xtask run -- list routines`";

/// True when `unhunch` with these arguments opens its window: no command at all, or `play`.
pub(crate) fn needs_window(args: &[String]) -> bool {
    let mut rest = args.iter().map(String::as_str);
    while let Some(arg) = rest.next() {
        match arg {
            "-h" | "--help" | "-V" | "--version" => return false,
            "--data-dir" => drop(rest.next()),
            option if option.starts_with('-') => {}
            command => return command == "play" && !args.iter().any(|arg| arg == "--help" || arg == "-h"),
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Displays, needs_window};

    fn displays(env: &[(&str, &str)]) -> Displays {
        let env: BTreeMap<&str, &str> = env.iter().copied().collect();
        Displays::from_env(|name| env.get(name).map(|value| (*value).to_owned()))
    }

    fn window(args: &[&str]) -> bool {
        needs_window(&args.iter().map(|arg| (*arg).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn finds_a_display_where_one_is_named() {
        assert!(displays(&[]).is_none());
        assert!(displays(&[("DISPLAY", ""), ("WAYLAND_DISPLAY", "")]).is_none());
        assert_eq!(displays(&[("DISPLAY", ":0")]), Displays { wayland: false, x11: true });
        assert_eq!(displays(&[("WAYLAND_DISPLAY", "wayland-0")]), Displays { wayland: true, x11: false });
        assert_eq!(displays(&[("WAYLAND_SOCKET", "7")]), Displays { wayland: true, x11: false });
    }

    #[test]
    fn only_the_window_needs_a_display() {
        assert!(window(&[]));
        assert!(window(&["play", "desk-break"]));
        assert!(window(&["--watch"]));
        assert!(window(&["--data-dir", "list", "--watch"]), "`list` is a folder here");
        assert!(window(&["--data-dir=here", "play", "desk-break"]));
        assert!(!window(&["list", "routines"]));
        assert!(!window(&["--data-dir", "here", "check", "play"]));
        assert!(!window(&["--help"]));
        assert!(!window(&["play", "--help"]));
    }
}
