//! Start-up only: the command line decides what happens.

use std::process::ExitCode;

fn main() -> ExitCode {
    unhunch::cli::main()
}
