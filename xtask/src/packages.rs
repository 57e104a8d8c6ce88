//! What Unhunch needs from a Linux system, why, how to tell that it is there, and which package
//! brings it on each family of distributions.

use crate::display::Displays;
use crate::installer::Installer;
use crate::machine::Probe;

/// One thing the system has to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Requirement {
    /// What it is, in plain words.
    pub(crate) name: &'static str,
    /// What it is for.
    pub(crate) why: &'static str,
    /// How to tell that it is there.
    pub(crate) probe: Probe,
    apt: &'static str,
    dnf: &'static str,
    pacman: &'static str,
}

impl Requirement {
    /// The package that brings it.
    pub(crate) fn package(&self, installer: Installer) -> &'static str {
        match installer {
            Installer::Apt => self.apt,
            Installer::Dnf => self.dnf,
            Installer::Pacman => self.pacman,
        }
    }
}

/// Needed to build, whatever is run afterwards.
pub(crate) const BUILD: [Requirement; 2] = [
    Requirement {
        name: "pkg-config",
        why: "tells the build where the sound library is",
        probe: Probe::Program("pkg-config"),
        apt: "pkg-config",
        dnf: "pkgconf-pkg-config",
        pacman: "pkgconf",
    },
    Requirement {
        name: "ALSA development files",
        why: "sound goes out through ALSA",
        probe: Probe::PkgConfig("alsa"),
        apt: "libasound2-dev",
        dnf: "alsa-lib-devel",
        pacman: "alsa-lib",
    },
];

/// Needed by any window.
const WINDOW: [Requirement; 4] = [
    Requirement {
        name: "OpenGL library",
        why: "the window is drawn with OpenGL",
        probe: Probe::Library("libGL.so.1"),
        apt: "libgl1",
        dnf: "libglvnd-glx",
        pacman: "libglvnd",
    },
    Requirement {
        name: "EGL library",
        why: "connects OpenGL to the display",
        probe: Probe::Library("libEGL.so.1"),
        apt: "libegl1",
        dnf: "libglvnd-egl",
        pacman: "libglvnd",
    },
    Requirement {
        name: "OpenGL driver",
        why: "draws, on the graphics card or on the processor",
        probe: Probe::LibraryFile(&[
            "dri/swrast_dri.so",
            "libgallium-*",
            "libGLX_nvidia.so*",
            "libEGL_nvidia.so*",
        ]),
        apt: "libgl1-mesa-dri",
        dnf: "mesa-dri-drivers",
        pacman: "mesa",
    },
    Requirement {
        name: "keyboard layouts library",
        why: "turns keys into letters",
        probe: Probe::Library("libxkbcommon.so.0"),
        apt: "libxkbcommon0",
        dnf: "libxkbcommon",
        pacman: "libxkbcommon",
    },
];

/// Needed by a window on Wayland.
const WAYLAND: [Requirement; 2] = [
    Requirement {
        name: "Wayland client library",
        why: "talks to the Wayland compositor",
        probe: Probe::Library("libwayland-client.so.0"),
        apt: "libwayland-client0",
        dnf: "libwayland-client",
        pacman: "wayland",
    },
    Requirement {
        name: "Wayland EGL library",
        why: "hands drawn frames to the Wayland compositor",
        probe: Probe::Library("libwayland-egl.so.1"),
        apt: "libwayland-egl1",
        dnf: "libwayland-egl",
        pacman: "wayland",
    },
];

/// Needed by a window on an X server.
const X11: [Requirement; 5] = [
    Requirement {
        name: "X11 client library",
        why: "talks to the X server",
        probe: Probe::Library("libX11.so.6"),
        apt: "libx11-6",
        dnf: "libX11",
        pacman: "libx11",
    },
    Requirement {
        name: "X11-XCB library",
        why: "talks to the X server",
        probe: Probe::Library("libX11-xcb.so.1"),
        apt: "libx11-xcb1",
        dnf: "libX11-xcb",
        pacman: "libx11",
    },
    Requirement {
        name: "X cursor library",
        why: "shows the pointer",
        probe: Probe::Library("libXcursor.so.1"),
        apt: "libxcursor1",
        dnf: "libXcursor",
        pacman: "libxcursor",
    },
    Requirement {
        name: "X input library",
        why: "reads mouse and touch",
        probe: Probe::Library("libXi.so.6"),
        apt: "libxi6",
        dnf: "libXi",
        pacman: "libxi",
    },
    Requirement {
        name: "keyboard layouts library for X11",
        why: "reads the keyboard's layout from the X server",
        probe: Probe::Library("libxkbcommon-x11.so.0"),
        apt: "libxkbcommon-x11-0",
        dnf: "libxkbcommon-x11",
        pacman: "libxkbcommon-x11",
    },
];

/// A real sound server for the tests to play into.
const SOUND_SERVER: Requirement = Requirement {
    name: "PulseAudio",
    why: "tests play into a private sound server and measure what it hears",
    probe: Probe::Program("pulseaudio"),
    apt: "pulseaudio",
    dnf: "pulseaudio",
    pacman: "pulseaudio",
};

/// Needed by the tests alone, beside [`SOUND_SERVER`].
const TESTS: [Requirement; 5] = [
    Requirement {
        name: "PulseAudio tools",
        why: "tests record what was played",
        probe: Probe::Program("parec"),
        apt: "pulseaudio-utils",
        dnf: "pulseaudio-utils",
        pacman: "libpulse",
    },
    Requirement {
        name: "ALSA plug-in for PulseAudio",
        why: "leads ALSA's sound to the test's sound server",
        probe: Probe::LibraryFile(&["alsa-lib/libasound_module_pcm_pulse.so"]),
        apt: "libasound2-plugins",
        dnf: "alsa-plugins-pulseaudio",
        pacman: "alsa-plugins",
    },
    Requirement {
        name: "speech-dispatcher",
        why: "tests let the voice speak through a private speech service",
        probe: Probe::Program("speech-dispatcher"),
        apt: "speech-dispatcher",
        dnf: "speech-dispatcher",
        pacman: "speech-dispatcher",
    },
    Requirement {
        name: "espeak-ng for speech-dispatcher",
        why: "is the voice of that service",
        probe: Probe::LibraryFile(&["speech-dispatcher-modules/sd_espeak-ng"]),
        apt: "speech-dispatcher-espeak-ng",
        dnf: "speech-dispatcher-espeak-ng",
        pacman: "espeak-ng",
    },
    Requirement {
        name: "Xvfb",
        why: "tests open windows on a display in memory",
        probe: Probe::Program("Xvfb"),
        apt: "xvfb",
        dnf: "xorg-x11-server-Xvfb",
        pacman: "xorg-server-xvfb",
    },
];

/// What a window needs on the displays that are there.
pub(crate) fn for_window(displays: Displays) -> Vec<Requirement> {
    let wayland = displays.wayland.then_some(WAYLAND).into_iter().flatten();
    let x11 = displays.x11.then_some(X11).into_iter().flatten();
    WINDOW.into_iter().chain(wayland).chain(x11).collect()
}

/// What all the checks need. Where PipeWire already serves sound in PulseAudio's place,
/// PulseAudio is not asked for: installing it would push PipeWire aside.
pub(crate) fn for_tests(pipewire_serves: bool) -> Vec<Requirement> {
    let x11_only = Displays { wayland: false, x11: true };
    let server = (!pipewire_serves).then_some(SOUND_SERVER);
    BUILD.into_iter().chain(for_window(x11_only)).chain(server).chain(TESTS).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{BUILD, Requirement, for_tests, for_window};
    use crate::display::Displays;
    use crate::installer::Installer;

    fn packages(list: &[Requirement], installer: Installer) -> BTreeSet<&'static str> {
        list.iter().map(|requirement| requirement.package(installer)).collect()
    }

    #[test]
    fn each_display_brings_its_own_libraries() {
        let x11 = packages(&for_window(Displays { wayland: false, x11: true }), Installer::Apt);
        assert!(x11.contains("libxkbcommon-x11-0") && !x11.contains("libwayland-egl1"));
        let wayland = packages(&for_window(Displays { wayland: true, x11: false }), Installer::Apt);
        assert!(wayland.contains("libwayland-egl1") && !wayland.contains("libx11-6"));
        let both = packages(&for_window(Displays { wayland: true, x11: true }), Installer::Apt);
        assert!(both.is_superset(&x11) && both.is_superset(&wayland));
    }

    #[test]
    fn the_build_names_its_packages_everywhere() {
        assert_eq!(packages(&BUILD, Installer::Apt), ["libasound2-dev", "pkg-config"].into());
        assert_eq!(packages(&BUILD, Installer::Dnf), ["alsa-lib-devel", "pkgconf-pkg-config"].into());
        assert_eq!(packages(&BUILD, Installer::Pacman), ["alsa-lib", "pkgconf"].into());
    }

    #[test]
    fn tests_leave_a_running_pipewire_alone() {
        assert!(packages(&for_tests(false), Installer::Apt).contains("pulseaudio"));
        assert!(!packages(&for_tests(true), Installer::Apt).contains("pulseaudio"));
        assert!(packages(&for_tests(true), Installer::Apt).contains("xvfb"));
    }

    #[test]
    fn every_requirement_says_what_and_why() {
        for requirement in for_tests(false) {
            assert!(!requirement.name.is_empty() && !requirement.why.is_empty(), "{requirement:?}");
            for installer in Installer::ALL {
                assert!(!requirement.package(installer).is_empty(), "{requirement:?} on {installer:?}");
            }
        }
    }
}
