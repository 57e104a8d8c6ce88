//! Finds what the system lacks, says so, and installs it.

use std::fs;
use std::io::IsTerminal;
use std::process::Command;

use crate::command;
use crate::failure::Failure;
use crate::installer::Installer;
use crate::machine::{Machine, has_program};
use crate::packages::Requirement;

/// Makes sure that all of `needed` is there. Only Linux needs anything.
///
/// # Errors
/// When something is missing and cannot be installed.
pub(crate) fn ensure(machine: &Machine, needed: &[Requirement]) -> Result<(), Failure> {
    let missing = missing(machine, needed);
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!("Unhunch needs from this system:");
    for requirement in &missing {
        eprintln!("  {}: {}", requirement.name, requirement.why);
    }
    let os_release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let Some(installer) = Installer::choose(&os_release, has_program) else {
        return Err(Failure::machine(guidance(&missing)));
    };
    install(installer, &packages(&missing, installer))?;
    // Looking again catches a package that did not bring what it is known for.
    match self::missing(&Machine::look(), &missing).as_slice() {
        [] => Ok(()),
        still => Err(Failure::machine(format!(
            "the packages were installed, but this is still missing: {}",
            still.iter().map(|requirement| requirement.name).collect::<Vec<_>>().join(", ")
        ))),
    }
}

fn missing(machine: &Machine, needed: &[Requirement]) -> Vec<Requirement> {
    needed.iter().copied().filter(|requirement| !machine.has(requirement.probe)).collect()
}

/// The packages to ask for, each once: several things may come in one.
fn packages(missing: &[Requirement], installer: Installer) -> Vec<&'static str> {
    let mut packages: Vec<_> = missing.iter().map(|requirement| requirement.package(installer)).collect();
    packages.sort_unstable();
    packages.dedup();
    packages
}

/// What to do by hand where no known package manager is found.
fn guidance(missing: &[Requirement]) -> String {
    let names: Vec<_> = missing
        .iter()
        .map(|r| format!("  {} (Debian calls it {})", r.name, r.package(Installer::Apt)))
        .collect();
    format!(
        "this system has none of apt-get, dnf and pacman, so please install by its own means:\n{}\n\
         then run the command again",
        names.join("\n")
    )
}

fn install(installer: Installer, packages: &[&str]) -> Result<(), Failure> {
    let has_lists = has_lists(installer);
    let by_hand = match installer {
        Installer::Pacman => format!("pacman -S {}", packages.join(" ")),
        Installer::Apt | Installer::Dnf => format!("{} install {}", installer.program(), packages.join(" ")),
    };
    let prefix = privilege().ok_or_else(|| {
        Failure::machine(format!(
            "installing needs root, and neither sudo nor doas is here; as root, run:\n  {by_hand}"
        ))
    })?;
    eprintln!("Installing with {}: {}", installer.program(), packages.join(" "));

    let refresh = installer.refresh();
    if let (false, Some(refresh)) = (has_lists, &refresh) {
        run(&prefix, refresh)?;
    }
    let install = installer.install(packages, has_lists);
    let mut done = run(&prefix, &install)?;
    if let (false, true, Some(refresh)) = (done, has_lists, &refresh) {
        eprintln!("That failed; trying once more with fresh lists of packages.");
        done = run(&prefix, refresh)? && run(&prefix, &install)?;
    }
    if done {
        return Ok(());
    }
    Err(Failure::machine(format!(
        "the packages could not be installed (the reason stands above); once this works as root, run the command again:\n  {by_hand}"
    )))
}

/// What to put before a command that needs root; `None` when there is no way to become root.
fn privilege() -> Option<Vec<String>> {
    let is_root = command::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if is_root {
        return Some(Vec::new());
    }
    let program = ["sudo", "doas"].into_iter().find(|program| has_program(program))?;
    // With nobody there to type a password, fail at once instead of waiting for one.
    let ask = if std::io::stdin().is_terminal() { None } else { Some("-n") };
    Some([program].into_iter().chain(ask).map(str::to_owned).collect())
}

fn run(prefix: &[String], command: &[String]) -> Result<bool, Failure> {
    let words: Vec<&String> = prefix.iter().chain(command).collect();
    let Some((program, args)) = words.split_first() else { return Ok(true) };
    Ok(command::status(Command::new(program).args(args))?.success())
}

/// False on a fresh system, whose lists of packages were never fetched.
fn has_lists(installer: Installer) -> bool {
    let (dir, ending) = match installer {
        Installer::Apt => ("/var/lib/apt/lists", "Packages"),
        Installer::Pacman => ("/var/lib/pacman/sync", ".db"),
        Installer::Dnf => return true,
    };
    let is_list = |name: &str| name.ends_with(ending) || name.contains("_Packages");
    fs::read_dir(dir)
        .is_ok_and(|entries| entries.flatten().any(|entry| is_list(&entry.file_name().to_string_lossy())))
}

#[cfg(test)]
mod tests {
    use super::{guidance, packages};
    use crate::display::Displays;
    use crate::installer::Installer;
    use crate::packages::{BUILD, for_window};

    #[test]
    fn asks_for_each_package_once() {
        let wayland = for_window(Displays { wayland: true, x11: false });
        assert_eq!(packages(&wayland, Installer::Pacman), ["libglvnd", "libxkbcommon", "mesa", "wayland"]);
    }

    #[test]
    fn an_unknown_system_is_told_what_to_install() {
        let text = guidance(&BUILD);
        assert!(text.contains("ALSA development files (Debian calls it libasound2-dev)"), "{text}");
    }
}
