//! The command line: opens the window, or does one thing without it and ends.

mod args;
mod check;
mod content;
mod export;
mod failure;
mod history;
mod list;
mod new_exercise;
mod own_picture;
mod step_links;
mod timeline;
mod window;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command, Export, Global, Listed, New};
use content::Content;
use failure::Failure;

use crate::app::Launch;
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
    let Global { data_dir, watch } = arguments.global;
    let folder = DataFolder::open(data_dir)?;
    match arguments.command {
        None => window::open(Launch { folder, start: None, watch, asks_safety: true }),
        Some(Command::Play(play)) => {
            // The window shows the problems of the data folder.
            let (content, _) = Content::load(&folder);
            let (start, asks_safety) = (Some(window::start(&play, &content)?), !play.accept_safety);
            window::open(Launch { folder, start, watch, asks_safety })
        }
        Some(Command::Check { paths }) => {
            // What is checked is what was named, not the data folder.
            let (content, _) = Content::load(&folder);
            print(|out| check::run(&paths, content, out))
        }
        Some(Command::List { what, format }) => {
            let content = load_and_tell(&folder);
            print(|out| match what {
                Listed::Routines => list::routines(&content, format, out),
                Listed::Exercises => list::exercises(&content, format, out),
            })
        }
        Some(Command::Timeline { routine, format }) => {
            let content = load_and_tell(&folder);
            let routine = content.routine(&routine)?;
            print(|out| timeline::run(&routine, &content, format, out))
        }
        Some(Command::Export(Export::Audio { routine, out })) => {
            let content = load_and_tell(&folder);
            export::audio(&*content.routine(&routine)?, &content, &out)
        }
        Some(Command::Export(Export::Sheet { routine, out })) => {
            let content = load_and_tell(&folder);
            export::sheet(&*content.routine(&routine)?, &content, &out)
        }
        Some(Command::New(New::Exercise { name })) => {
            let (content, _) = Content::load(&folder);
            print(|out| new_exercise::run(&name, &content, &folder, out))
        }
        Some(Command::Export(Export::History { out })) => history::export(&out, &folder),
        Some(Command::Export(Export::Picture(picture))) => export::picture(&picture, &load_and_tell(&folder)),
    }
}

fn load_and_tell(folder: &DataFolder) -> Content {
    let (content, problems) = Content::load(folder);
    problems.iter().for_each(tell);
    content
}

/// Runs a command that writes to the standard output, and sees that all of it gets there.
fn print(write: impl FnOnce(&mut dyn Write) -> Result<(), Failure>) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    write(&mut out)?;
    Ok(out.flush()?)
}

/// Says something beside the output. With nobody to read it, it is lost, and rightly so.
fn tell(message: impl std::fmt::Display) {
    let _ = writeln!(io::stderr(), "{message}");
}
