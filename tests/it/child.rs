//! This test program, once more: to be killed, or to be kept from what a program usually may.

use std::process::{Command, Stdio};

/// A command that runs one ignored test of this program and hears what it tells.
pub(crate) fn child(test: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", test, "--ignored", "--nocapture"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}
