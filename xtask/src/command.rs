//! Starts other programs, Cargo above all, and says plainly when they cannot be started.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, ExitStatus};

use crate::failure::Failure;

/// The folder of the checkout.
pub(crate) fn root() -> PathBuf {
    // Cargo sets it anew at each run, so a checkout that was moved is still found.
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), PathBuf::from)
}

/// The Cargo that started this program, with `args`.
pub(crate) fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
    command.args(args);
    // A child must not take this package for its own.
    command.env_remove("CARGO_MANIFEST_DIR");
    command
}

/// Runs `command` to its end with this terminal.
///
/// # Errors
/// When it cannot be started at all.
pub(crate) fn status(command: &mut Command) -> Result<ExitStatus, Failure> {
    command.status().map_err(|error| {
        Failure::machine(format!("cannot start `{}`: {error}", command.get_program().to_string_lossy()))
    })
}

/// What `command` writes to its standard output, or `None` when it fails or does not exist.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
