//! The command line: opens the window, or does one thing without it and ends.

mod args;
mod check;
mod content;
mod export;
mod failure;
mod list;
mod timeline;
mod window;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command, Export, Listed};
use content::Content;
use failure::Failure;
use window::Start;

use crate::store::DataFolder;

/// Does what the program's arguments ask, and tells how it went: 0 done, 1 bad input, 2 usage,
/// 3 the machine cannot.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help that nobody reads any more is no failure.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    match run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(message) = failure.message() {
                tell(message);
            }
            ExitCode::from(failure.exit_code())
        }
    }
}

fn run(arguments: Arguments) -> Result<(), Failure> {
    let folder = DataFolder::open(arguments.global.data_dir)?;
    let (content, problems) = Content::load(&folder);
    // What is checked is what was named, not the data folder.
    if !matches!(arguments.command, Some(Command::Check { .. })) {
        problems.iter().for_each(tell);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    match arguments.command {
        None => window::require_display()?,
        Some(Command::Play(play)) => {
            let _start = Start::new(&play, &content)?;
            window::require_display()?;
        }
        Some(Command::List { what: Listed::Routines, format }) => list::routines(&content, format, &mut out)?,
        Some(Command::List { what: Listed::Exercises, format }) => {
            list::exercises(&content, format, &mut out)?;
        }
        Some(Command::Check { paths }) => check::run(&paths, content, &mut out)?,
        Some(Command::Timeline { routine, format }) => {
            timeline::run(&*content.routine(&routine)?, &content, format, &mut out)?;
        }
        Some(Command::Export(Export::Audio { routine, out })) => {
            export::audio(&*content.routine(&routine)?, &content, &out)?;
        }
        Some(Command::Export(Export::Picture(_))) => {}
    }
    out.flush()?;
    Ok(())
}

/// Says something beside the output. With nobody to read it, it is lost, and rightly so.
fn tell(message: impl std::fmt::Display) {
    let _ = writeln!(io::stderr(), "{message}");
}
