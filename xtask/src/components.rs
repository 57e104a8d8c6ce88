//! The parts of the Rust toolchain that a minimal installation leaves out.

use std::process::Command;

use crate::command::{self, cargo};
use crate::failure::Failure;
use crate::machine::has_program;

/// Makes sure that `cargo fmt` and `cargo clippy` work.
///
/// # Errors
/// When one is missing and `rustup` is not there, or fails, to add it.
pub(crate) fn ensure() -> Result<(), Failure> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if command::output(&mut cargo(&[subcommand, "--version"])).is_some() {
            continue;
        }
        eprintln!("Rust's {component} is missing; the checks need it.");
        let by_hand = format!("install Rust's {component} component (`rustup component add {component}`)");
        if !has_program("rustup") {
            return Err(Failure::machine(by_hand));
        }
        if !command::status(Command::new("rustup").args(["component", "add", component]))?.success() {
            return Err(Failure::machine(format!("rustup could not add it; please {by_hand}")));
        }
    }
    Ok(())
}
