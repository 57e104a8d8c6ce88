//! `cargo xtask test`: every check, in the order in which they are cheapest to fail.

use std::io::IsTerminal;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::command::{self, cargo};
use crate::components;
use crate::failure::Failure;
use crate::install;
use crate::machine::{Machine, Probe};
use crate::packages;

/// One check.
struct Step {
    name: &'static str,
    args: &'static [&'static str],
    env: Option<(&'static str, &'static str)>,
}

impl Step {
    /// What Cargo is given for it on a machine with or without a PulseAudio server.
    fn args(&self, has_sound_server: bool) -> Vec<&'static str> {
        let mut args = self.args.to_vec();
        if args.first() == Some(&"test") && !has_sound_server {
            args.extend(["--", "--skip", "pulse::", "--skip", "voice::"]);
        }
        args
    }
}

const STEPS: [Step; 5] = [
    Step { name: "format", args: &["fmt", "--all", "--check"], env: None },
    Step {
        name: "lints",
        args: &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"],
        env: None,
    },
    Step { name: "tests", args: &["test", "--workspace", "--locked"], env: None },
    Step {
        name: "documentation",
        args: &["doc", "--workspace", "--no-deps", "--locked"],
        env: Some(("RUSTDOCFLAGS", "-D warnings")),
    },
    // The binary the tests have just built.
    Step {
        name: "shipped content",
        args: &["run", "--quiet", "--locked", "--", "check", "assets/exercises", "routines"],
        env: None,
    },
];

/// Installs what is missing and runs every check, up to the first that fails.
///
/// # Errors
/// The check that failed, or what could not be installed.
pub(crate) fn test() -> Result<(), Failure> {
    let started = now();
    let has_sound_server = !cfg!(target_os = "linux") || prepare_linux()?;
    components::ensure()?;

    let mut done = Vec::new();
    for (index, step) in STEPS.iter().enumerate() {
        let args = step.args(has_sound_server);
        println!("[{}/{}] {}: cargo {}", index + 1, STEPS.len(), step.name, args.join(" "));
        let begun = now();
        let passed = command::status(&mut prepared(&args, step.env))?.success();
        done.push((step.name, passed, begun.elapsed()));
        if !passed {
            print!("{}", summary(&done, started.elapsed()));
            return Err(Failure::check(format!(
                "{} failed; what is wrong stands above. To run it alone: cargo {}",
                step.name,
                args.join(" ")
            )));
        }
        println!("[{}/{}] {}: passed in {}", index + 1, STEPS.len(), step.name, length(begun.elapsed()));
    }
    print!("{}", summary(&done, started.elapsed()));
    Ok(())
}

/// Runs the benchmarks.
///
/// # Errors
/// When something cannot be installed, or they fail.
pub(crate) fn bench(args: &[String]) -> Result<(), Failure> {
    if cfg!(target_os = "linux") {
        prepare_linux()?;
    }
    let passed = command::status(cargo(&["bench", "--locked"]).args(args).current_dir(command::root()))?;
    if passed.success() { Ok(()) } else { Err(Failure::check("the benchmarks failed")) }
}

/// Installs what is missing; true when there is a PulseAudio server to play into.
fn prepare_linux() -> Result<bool, Failure> {
    let machine = Machine::look();
    let pipewire_serves =
        machine.has(Probe::Program("pipewire-pulse")) && !machine.has(Probe::Program("pulseaudio"));
    if pipewire_serves {
        println!(
            "PipeWire serves sound here, and installing PulseAudio would push it aside: \
             the tests that play into a PulseAudio server are left out."
        );
    }
    install::ensure(&machine, &packages::for_tests(pipewire_serves))?;
    Ok(!pipewire_serves)
}

fn prepared(args: &[&str], env: Option<(&str, &str)>) -> Command {
    let mut command = cargo(args);
    command.current_dir(command::root()).envs(env);
    if !std::io::stderr().is_terminal() {
        command.env("CARGO_TERM_PROGRESS_WHEN", "never");
    }
    command
}

fn summary(done: &[(&str, bool, Duration)], total: Duration) -> String {
    let row = |(name, passed, took): &(&str, bool, Duration)| {
        let verdict = if *passed { "passed" } else { "FAILED" };
        format!("  {verdict}  {name:<16} {:>12}", length(*took))
    };
    let left_out = STEPS.len() - done.len();
    let mut rows: Vec<String> = done.iter().map(row).collect();
    rows.extend((left_out > 0).then(|| format!("  {left_out} not run")));
    rows.push(format!("  in all {:>30}", length(total)));
    format!("\n{}\n", rows.join("\n"))
}

/// `4.2 s` or `3 min 07 s`.
fn length(took: Duration) -> String {
    let secs = took.as_secs();
    if secs < 60 {
        format!("{:.1} s", took.as_secs_f64())
    } else {
        format!("{} min {:02} s", secs / 60, secs % 60)
    }
}

#[expect(clippy::disallowed_methods, reason = "tells the person how long each check took")]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{STEPS, length, summary};

    #[test]
    fn lengths_read_well() {
        assert_eq!(length(Duration::from_millis(4_230)), "4.2 s");
        assert_eq!(length(Duration::from_secs(187)), "3 min 07 s");
    }

    #[test]
    fn the_summary_tells_what_failed_and_what_was_not_run() {
        let done = [("format", true, Duration::from_secs(1)), ("lints", false, Duration::from_secs(90))];
        let text = summary(&done, Duration::from_secs(91));
        assert!(text.contains("passed  format") && text.contains("FAILED  lints"), "{text}");
        assert!(text.contains(&format!("{} not run", STEPS.len() - 2)), "{text}");
        assert!(text.contains("1 min 31 s"), "{text}");
    }

    #[test]
    fn only_the_tests_and_only_without_a_server_leave_something_out() {
        for step in &STEPS {
            assert_eq!(step.args(true), step.args);
            assert_eq!(step.args(false).ends_with(&["--skip", "voice::"]), step.name == "tests");
        }
    }

    #[test]
    fn warnings_are_denied() {
        assert!(
            STEPS
                .iter()
                .any(|step| step.args.starts_with(&["clippy"]) && step.args.ends_with(&["-D", "warnings"]))
        );
        assert!(STEPS.iter().any(|step| step.env == Some(("RUSTDOCFLAGS", "-D warnings"))));
    }
}
