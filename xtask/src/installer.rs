//! The package managers that are known, how to choose one, and how they are called.

/// A package manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Installer {
    /// Debian, Ubuntu and their kin.
    Apt,
    /// Fedora and its kin.
    Dnf,
    /// Arch and its kin.
    Pacman,
}

impl Installer {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Apt, Self::Dnf, Self::Pacman];

    /// Its program.
    pub(crate) fn program(self) -> &'static str {
        match self {
            Self::Apt => "apt-get",
            Self::Dnf => "dnf",
            Self::Pacman => "pacman",
        }
    }

    /// The one this system uses, from the text of `/etc/os-release` and the programs on the path.
    pub(crate) fn choose(os_release: &str, has_program: impl Fn(&str) -> bool) -> Option<Self> {
        let usable = |installer: &Self| has_program(installer.program());
        // What the system says of itself comes first: Debian has a game named pacman.
        ids(os_release)
            .find_map(of_distribution)
            .filter(usable)
            .or_else(|| Self::ALL.into_iter().find(usable))
    }

    /// The command that renews the lists of packages, where that is a step of its own.
    pub(crate) fn refresh(self) -> Option<Vec<String>> {
        (self == Self::Apt).then(|| words("env DEBIAN_FRONTEND=noninteractive apt-get update"))
    }

    /// The command that installs `packages` without questions, and without removing anything
    /// where the manager can promise that. `has_lists` is false on a system that never fetched
    /// its lists of packages.
    pub(crate) fn install(self, packages: &[&str], has_lists: bool) -> Vec<String> {
        let mut command = words(match self {
            Self::Apt => {
                "env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends --no-remove"
            }
            Self::Dnf => "dnf install --assumeyes --setopt=install_weak_deps=False",
            // Arch does not support fresh lists beside old packages, so both or neither.
            Self::Pacman if has_lists => "pacman -S --needed --noconfirm",
            Self::Pacman => "pacman -Syu --needed --noconfirm",
        });
        command.extend(packages.iter().map(|&package| package.to_owned()));
        command
    }
}

fn words(command: &str) -> Vec<String> {
    command.split(' ').map(str::to_owned).collect()
}

/// The values of `ID` and `ID_LIKE`, nearest kin first.
fn ids(os_release: &str) -> impl Iterator<Item = &str> {
    ["ID=", "ID_LIKE="].into_iter().flat_map(move |key| {
        let value = os_release.lines().find_map(|line| line.trim().strip_prefix(key)).unwrap_or_default();
        value.trim_matches(['"', '\'']).split_whitespace()
    })
}

fn of_distribution(id: &str) -> Option<Installer> {
    match id {
        "debian" | "ubuntu" | "linuxmint" | "pop" | "raspbian" => Some(Installer::Apt),
        "fedora" | "rhel" | "centos" | "rocky" | "almalinux" => Some(Installer::Dnf),
        "arch" | "archarm" | "manjaro" | "endeavouros" => Some(Installer::Pacman),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Installer;

    fn choose(os_release: &str, programs: &[&str]) -> Option<Installer> {
        Installer::choose(os_release, |program| programs.contains(&program))
    }

    #[test]
    fn chooses_by_what_the_system_says_of_itself() {
        assert_eq!(choose("ID=debian\n", &["apt-get", "pacman"]), Some(Installer::Apt));
        assert_eq!(choose("ID=fedora\n", &["apt-get", "dnf"]), Some(Installer::Dnf));
        assert_eq!(
            choose("NAME=x\nID=\"zorin\"\nID_LIKE=\"ubuntu debian\"\n", &["apt-get"]),
            Some(Installer::Apt)
        );
        assert_eq!(choose("ID=cachyos\nID_LIKE=arch\n", &["pacman"]), Some(Installer::Pacman));
    }

    #[test]
    fn falls_back_to_the_programs_there_are() {
        assert_eq!(choose("", &["dnf"]), Some(Installer::Dnf));
        assert_eq!(choose("ID=fedora\n", &["pacman"]), Some(Installer::Pacman));
        assert_eq!(choose("ID=nixos\n", &[]), None);
        assert_eq!(choose("VERSION_ID=debian\n", &[]), None);
    }

    #[test]
    fn installs_without_questions() {
        assert_eq!(
            Installer::Apt.install(&["xvfb"], true).join(" "),
            "env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends --no-remove xvfb"
        );
        assert_eq!(
            Installer::Dnf.install(&["libX11", "libXi"], true).join(" "),
            "dnf install --assumeyes --setopt=install_weak_deps=False libX11 libXi"
        );
        assert_eq!(
            Installer::Pacman.install(&["mesa"], true).join(" "),
            "pacman -S --needed --noconfirm mesa"
        );
        assert_eq!(
            Installer::Pacman.install(&["mesa"], false).join(" "),
            "pacman -Syu --needed --noconfirm mesa"
        );
    }
}
