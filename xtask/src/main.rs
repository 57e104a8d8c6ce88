//! The project's two commands, `cargo xtask run` and `cargo xtask test`, and a few beside them.
//!
//! Standard library only, so that a machine with nothing but Rust has them after a few seconds.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line talks to the terminal")]

mod checks;
mod command;
mod components;
mod display;
mod failure;
mod install;
mod installer;
mod machine;
mod packages;
mod pictures;
mod run;

use std::process::ExitCode;

use failure::Failure;

const HELP: &str = "\
cargo xtask <command>

  run [-- ARGS]          install what is missing, build and open the app; ARGS go to `unhunch`
  test                   install what is missing and run every check
  bench [ARGS]           run the benchmarks; ARGS go to `cargo bench`
  contact-sheet [ID…]    draw exercises at six times from three sides into target/sheets
  guide-pictures         draw the pictures of the guide to exercise files anew
  help                   this text";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{}", failure.message);
            ExitCode::from(failure.code)
        }
    }
}

fn dispatch(args: &[String]) -> Result<ExitCode, Failure> {
    let (name, rest) = args.split_first().map_or(("help", args), |(name, rest)| (name.as_str(), rest));
    let rest = rest.strip_prefix(&["--".to_owned()]).unwrap_or(rest);
    match name {
        "run" => run::run(rest),
        "test" if rest.is_empty() => checks::test().map(|()| ExitCode::SUCCESS),
        "test" => {
            Err(Failure::usage(format!("`cargo xtask test` takes no arguments, but got `{}`", rest[0])))
        }
        "bench" => checks::bench(rest).map(|()| ExitCode::SUCCESS),
        "contact-sheet" => pictures::contact_sheet(rest).map(|()| ExitCode::SUCCESS),
        "guide-pictures" if rest.is_empty() => pictures::guide_pictures().map(|()| ExitCode::SUCCESS),
        "guide-pictures" => Err(Failure::usage("`cargo xtask guide-pictures` takes no arguments")),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        other => Err(Failure::usage(format!("unknown command `{other}`\n\n{HELP}"))),
    }
}
