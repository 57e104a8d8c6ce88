//! Looks at the machine: which programs, libraries and development files it has.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;

/// How to tell that something is there, by looking for the thing itself rather than for a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Probe {
    /// A program on the path.
    Program(&'static str),
    /// A library that `pkg-config` knows how to build against.
    PkgConfig(&'static str),
    /// A shared library the loader finds by this name.
    Library(&'static str),
    /// Any of these files below a library folder; a `*` at the end of a name stands for any ending.
    LibraryFile(&'static [&'static str]),
}

/// What is known of the machine; libraries are listed once.
pub(crate) struct Machine {
    libraries: BTreeSet<String>,
    library_dirs: Vec<PathBuf>,
}

impl Machine {
    /// Looks around.
    pub(crate) fn look() -> Self {
        let listed = ["/sbin/ldconfig", "/usr/sbin/ldconfig", "ldconfig"]
            .iter()
            .find_map(|program| command::output(Command::new(program).arg("-p")))
            .unwrap_or_default();
        Self { libraries: loadable(&listed), library_dirs: library_dirs() }
    }

    /// True when what the probe asks for is there.
    pub(crate) fn has(&self, probe: Probe) -> bool {
        match probe {
            Probe::Program(name) => has_program(name),
            Probe::PkgConfig(name) => {
                command::output(Command::new("pkg-config").args(["--exists", name])).is_some()
            }
            Probe::Library(name) => {
                self.libraries.contains(name) || self.library_dirs.iter().any(|dir| dir.join(name).exists())
            }
            Probe::LibraryFile(patterns) => {
                patterns.iter().any(|pattern| self.library_dirs.iter().any(|dir| matches_below(dir, pattern)))
            }
        }
    }
}

/// True when a program of this name is on the path.
pub(crate) fn has_program(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    // Servers and package managers may live where an ordinary path does not lead.
    let system = ["/usr/sbin", "/sbin"].map(PathBuf::from);
    std::env::split_paths(&path).chain(system).any(|dir| dir.join(name).is_file())
}

/// The names in the output of `ldconfig -p` that a program built for this machine can load.
fn loadable(listed: &str) -> BTreeSet<String> {
    // `libX11.so.6 (libc6,x86-64) => /lib/x86_64-linux-gnu/libX11.so.6`; a 32-bit copy is no use.
    let kind = if cfg!(target_arch = "x86_64") { "x86-64" } else { "" };
    listed
        .lines()
        .filter_map(|line| line.trim().split_once(' '))
        .filter(|(_, rest)| rest.contains(kind))
        .map(|(name, _)| name.to_owned())
        .collect()
}

/// Where shared libraries lie: what the person set, the multi-arch folders, the usual ones.
fn library_dirs() -> Vec<PathBuf> {
    let set = std::env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
    let mut dirs: Vec<PathBuf> =
        std::env::split_paths(&set).filter(|dir| !dir.as_os_str().is_empty()).collect();
    let arch = std::env::consts::ARCH;
    for base in ["/usr/lib", "/usr/local/lib", "/lib"] {
        dirs.push(Path::new(base).join(format!("{arch}-linux-gnu")));
    }
    dirs.extend(["/usr/lib64", "/lib64", "/usr/lib", "/lib", "/usr/local/lib"].map(PathBuf::from));
    dirs
}

fn matches_below(dir: &Path, pattern: &str) -> bool {
    let Some(start) = pattern.strip_suffix('*') else { return dir.join(pattern).exists() };
    std::fs::read_dir(dir)
        .is_ok_and(|entries| entries.flatten().any(|e| e.file_name().to_string_lossy().starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::loadable;

    #[test]
    fn reads_what_the_loader_lists() {
        let listed = "\
2 libs found in cache `/etc/ld.so.cache'
\tlibX11.so.6 (libc6,x86-64) => /lib/x86_64-linux-gnu/libX11.so.6
\tlibEGL.so.1 (libc6) => /lib/i386-linux-gnu/libEGL.so.1
";
        let found = loadable(listed);
        assert!(found.contains("libX11.so.6"));
        assert_eq!(found.contains("libEGL.so.1"), !cfg!(target_arch = "x86_64"), "32-bit only");
        assert!(!found.contains("libGL.so.1"));
    }
}
