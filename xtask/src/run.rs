//! `cargo xtask run`: everything from a bare machine to the open window.

use std::process::ExitCode;

use crate::command::{self, cargo};
use crate::display::{self, Displays, NO_DISPLAY};
use crate::failure::Failure;
use crate::install;
use crate::machine::Machine;
use crate::packages;

/// Installs what is missing, builds the app and runs it with `args`.
///
/// # Errors
/// When there is no display for the window, something cannot be installed, or the build fails.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, Failure> {
    if cfg!(target_os = "linux") {
        prepare_linux(args)?;
    }
    let manifest = command::root().join("Cargo.toml");
    let manifest = manifest.to_string_lossy();
    let build = ["build", "--release", "--locked", "--manifest-path", &manifest];
    if !command::status(&mut cargo(&build))?.success() {
        return Err(Failure::check("the app does not build; the compiler's reasons stand above"));
    }
    let run = ["run", "--quiet", "--release", "--locked", "--manifest-path", &manifest, "--"];
    let status = command::status(cargo(&run).args(args))?;
    // Ended by a signal: as shells do, something other than success.
    let code = status.code().map_or(1, |code| u8::try_from(code).unwrap_or(1));
    Ok(ExitCode::from(code))
}

fn prepare_linux(args: &[String]) -> Result<(), Failure> {
    let mut needed = packages::BUILD.to_vec();
    if display::needs_window(args) {
        let displays = Displays::from_env(|name| std::env::var(name).ok());
        if displays.is_none() {
            return Err(Failure::machine(NO_DISPLAY));
        }
        needed.extend(packages::for_window(displays));
    }
    install::ensure(&Machine::look(), &needed)
}
