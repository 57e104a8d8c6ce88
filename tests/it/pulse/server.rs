//! A private PulseAudio with null sinks, and what is asked of it.

use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use tempfile::TempDir;
use unhunch::audio::Clock;

const PACKAGES: &str = "the sound tests need a PulseAudio server and ALSA's way to it \
    (Debian and Ubuntu: apt install pulseaudio pulseaudio-utils libasound2-plugins; \
    Arch: pulseaudio alsa-plugins; Fedora: pulseaudio pulseaudio-utils alsa-plugins-pulseaudio)";

/// A process that ends with its owner.
pub(crate) struct Running(pub(crate) Child);

impl Running {
    pub(crate) fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_owned();
        Self(
            command
                .spawn()
                .unwrap_or_else(|error| panic!("cannot start {}: {error}; {PACKAGES}", name.display())),
        )
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A program that knows of no other sound server than the one in `home`.
pub(crate) fn command(name: &str, home: &Path) -> Command {
    let mut command = Command::new(name);
    command.env("XDG_RUNTIME_DIR", home).env("HOME", home).stderr(Stdio::null());
    for other in ["PULSE_SERVER", "PULSE_RUNTIME_PATH", "PULSE_SINK", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY"] {
        command.env_remove(other);
    }
    command
}

/// A folder for a server, which may run or not.
pub(crate) struct Home(TempDir);

impl Home {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Starts a server with two sinks, `out` and `other`; `out` is the default.
    pub(crate) fn serve(&self) -> Running {
        let sink = |name: &str| format!("module-null-sink sink_name={name} rate=48000");
        let modules = ["module-native-protocol-unix".to_owned(), sink("out"), sink("other")];
        let mut server = command("pulseaudio", self.path());
        server.args(["--daemonize=no", "-n", "--exit-idle-time=-1"]);
        for module in &modules {
            server.args(["-L", module]);
        }
        let server = Running::start(&mut server);
        let socket = self.path().join("pulse/native");
        wait_for("the sound server", Duration::from_secs(10), || UnixStream::connect(&socket).ok());
        self.ask(&["set-default-sink", "out"]);
        server
    }

    /// Has the server do something, by `pactl`, and gives what it says.
    pub(crate) fn ask(&self, args: &[&str]) -> String {
        let done = command("pactl", self.path()).args(args).output();
        let done = done.unwrap_or_else(|error| panic!("cannot start pactl: {error}; {PACKAGES}"));
        assert!(done.status.success(), "{args:?}");
        String::from_utf8(done.stdout).unwrap()
    }
}

/// Asks every 20 ms until there is an answer.
pub(crate) fn wait_for<T>(what: &str, at_most: Duration, mut check: impl FnMut() -> Option<T>) -> T {
    let clock = clock();
    let end = clock() + at_most;
    loop {
        if let Some(found) = check() {
            return found;
        }
        assert!(clock() < end, "waited {at_most:?} for {what}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// A clock that never goes back, and says the same in all processes that start it.
#[expect(clippy::disallowed_methods, reason = "a real server plays in real time")]
pub(crate) fn clock() -> Clock {
    let (start, zero) = (Instant::now(), SystemTime::now());
    let began = zero.duration_since(SystemTime::UNIX_EPOCH).unwrap();
    Arc::new(move || began + start.elapsed())
}
