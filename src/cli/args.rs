//! What can be written on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Guided sessions for a stiff upper back. Without a command, opens the window.
#[derive(Debug, Parser)]
#[command(name = "unhunch", version, disable_help_subcommand = true)]
pub(super) struct Arguments {
    /// What stands before or after the command.
    #[command(flatten)]
    pub(super) global: Global,
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// Goes with every command.
#[derive(Args, Debug)]
pub(super) struct Global {
    /// Use this folder for routines, exercises and settings
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) data_dir: Option<PathBuf>,
    /// Read content again as it changes, while the window is open
    #[arg(long, global = true)]
    pub(super) watch: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Open the window on a routine and start it
    Play(Play),
    /// List what there is
    List {
        /// What to list
        what: Listed,
        /// How to write it
        #[arg(long, value_enum, default_value_t)]
        format: ListFormat,
    },
    /// Check routine and exercise files, and folders of them
    Check {
        /// Files or folders
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Show the plan of a routine, second by second
    Timeline {
        /// Id or file of the routine
        #[arg(value_name = "ROUTINE")]
        routine: PathBuf,
        /// How to write it
        #[arg(long, value_enum, default_value_t)]
        format: TimelineFormat,
    },
    /// Start something of your own
    #[command(subcommand)]
    New(New),
    /// Write a routine's sound, its printable sheet, an exercise's picture or your history to a file
    #[command(subcommand)]
    Export(Export),
}

#[derive(Args, Debug)]
pub(super) struct Play {
    /// Id or file of the routine
    #[arg(value_name = "ROUTINE")]
    pub(super) routine: PathBuf,
    /// Start this many seconds into it
    #[arg(long, value_name = "SECS", value_parser = seconds, default_value = "0", allow_negative_numbers = true)]
    pub(super) from: f64,
    /// Without sound
    #[arg(long)]
    pub(super) mute: bool,
    /// Start at once on a first run too, without the page on when to stop
    #[arg(long)]
    pub(super) accept_safety: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Export {
    /// The guided track of a routine
    Audio {
        /// Id or file of the routine
        #[arg(value_name = "ROUTINE")]
        routine: PathBuf,
        /// Where to write it
        #[arg(value_name = "OUT.wav", value_parser = wav_path)]
        out: PathBuf,
    },
    /// The figure of an exercise
    Picture(Picture),
    /// A routine to print: pictures, doses, steps and boxes to tick, in one file
    Sheet {
        /// Id or file of the routine
        #[arg(value_name = "ROUTINE")]
        routine: PathBuf,
        /// Where to write it
        #[arg(value_name = "OUT.html", value_parser = html_path)]
        out: PathBuf,
    },
    /// What you have done: rows for a spreadsheet, everything, or a page to print
    History {
        /// Where to write it; the ending decides between CSV, JSON and HTML
        #[arg(value_name = "OUT.(csv|json|html)", value_parser = history_path)]
        out: HistoryPath,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum New {
    /// An exercise: writes a file with everything explained, which already moves
    Exercise {
        /// What to call it
        #[arg(value_name = "NAME")]
        name: String,
    },
}

#[derive(Args, Debug)]
pub(super) struct Picture {
    /// Id of the exercise
    #[arg(value_name = "EXERCISE")]
    pub(super) exercise: String,
    /// Where to write it; the ending decides between SVG and PNG
    #[arg(value_name = "OUT.(svg|png)", value_parser = picture_path)]
    pub(super) out: PicturePath,
    /// How far through the motion, from 0 to 1
    #[arg(long, value_name = "FRACTION", value_parser = fraction, default_value = "0.5", allow_negative_numbers = true)]
    pub(super) at: f32,
    /// Turn the camera by this many degrees
    #[arg(long, value_name = "DEG", value_parser = degrees, default_value = "0", allow_negative_numbers = true)]
    pub(super) yaw: f32,
    /// Width and height in pixels
    #[arg(long, value_name = "PX", value_parser = clap::value_parser!(u32).range(16..=4096), default_value = "800")]
    pub(super) size: u32,
}

/// Where a picture goes, by its ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PicturePath {
    Svg(PathBuf),
    Png(PathBuf),
}

/// Where the history goes, by its ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum HistoryPath {
    Csv(PathBuf),
    Json(PathBuf),
    Html(PathBuf),
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Listed {
    /// The shipped routines and your own
    Routines,
    /// The shipped exercises and your own
    Exercises,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum ListFormat {
    #[default]
    Text,
    Csv,
    Json,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum TimelineFormat {
    #[default]
    Text,
    Json,
}

fn seconds(text: &str) -> Result<f64, String> {
    number_where(text, |secs: &f64| *secs >= 0.0, "a number of seconds, 0 or more")
}

fn fraction(text: &str) -> Result<f32, String> {
    number_where(text, |part: &f32| (0.0..=1.0).contains(part), "a number from 0 to 1")
}

fn degrees(text: &str) -> Result<f32, String> {
    number_where(text, |angle: &f32| angle.abs() <= 360.0, "a number of degrees from -360 to 360")
}

/// Numbers that are not finite are never what was meant.
fn number_where<T: std::str::FromStr + Into<f64> + Copy>(
    text: &str,
    is_good: impl Fn(&T) -> bool,
    wanted: &str,
) -> Result<T, String> {
    let number = text.parse().ok().filter(|&number: &T| number.into().is_finite() && is_good(&number));
    number.ok_or_else(|| format!("expected {wanted}"))
}

fn wav_path(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    if ending(&path) == "wav" { Ok(path) } else { Err("the file's name has to end in .wav".to_owned()) }
}

fn html_path(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    match ending(&path).as_str() {
        "html" | "htm" => Ok(path),
        _ => Err("the file's name has to end in .html".to_owned()),
    }
}

fn picture_path(text: &str) -> Result<PicturePath, String> {
    let path = PathBuf::from(text);
    match ending(&path).as_str() {
        "svg" => Ok(PicturePath::Svg(path)),
        "png" => Ok(PicturePath::Png(path)),
        _ => Err("the file's name has to end in .svg or .png".to_owned()),
    }
}

fn history_path(text: &str) -> Result<HistoryPath, String> {
    let path = PathBuf::from(text);
    match ending(&path).as_str() {
        "csv" => Ok(HistoryPath::Csv(path)),
        "json" => Ok(HistoryPath::Json(path)),
        "html" | "htm" => Ok(HistoryPath::Html(path)),
        _ => Err("the file's name has to end in .csv, .json or .html".to_owned()),
    }
}

fn ending(path: &std::path::Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::{Arguments, Command, Export, PicturePath};

    fn parse(line: &str) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(line.split(' '))
    }

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_documented_lines_are_understood() {
        for line in [
            "unhunch",
            "unhunch --watch --data-dir here",
            "unhunch play desk-break --from 12.5 --mute",
            "unhunch list routines --format csv --data-dir here",
            "unhunch list exercises",
            "unhunch check a.ron b",
            "unhunch timeline desk-break --format json",
            "unhunch export audio desk-break out.wav",
            "unhunch export sheet desk-break out.html",
            "unhunch export history out.csv",
            "unhunch export history a/b.JSON --data-dir here",
            "unhunch new exercise Door-stretch --data-dir here",
            "unhunch export picture cat-cow out.SVG --at 0.5 --yaw -30 --size 64",
        ] {
            assert!(parse(line).is_ok(), "{line}: {}", parse(line).unwrap_err());
        }
    }

    #[test]
    fn numbers_out_of_bounds_are_refused() {
        for line in [
            "unhunch play desk-break --from -1",
            "unhunch play desk-break --from NaN",
            "unhunch play desk-break --from inf",
            "unhunch export picture cat-cow o.svg --at 1.1",
            "unhunch export picture cat-cow o.svg --at nan",
            "unhunch export picture cat-cow o.svg --yaw 1e9",
            "unhunch export picture cat-cow o.svg --size 0",
            "unhunch export picture cat-cow o.svg --size 4294967296",
            "unhunch export picture cat-cow o.jpg",
            "unhunch export audio desk-break out.mp3",
            "unhunch export sheet desk-break out.pdf",
            "unhunch export history out.xlsx",
            "unhunch export history",
            "unhunch new exercise",
            "unhunch check",
            "unhunch list",
            "unhunch nonsense",
        ] {
            assert_eq!(parse(line).map(drop).unwrap_err().exit_code(), 2, "{line}");
        }
    }

    #[test]
    fn the_ending_decides_the_kind_of_picture() {
        let Ok(Some(Command::Export(Export::Picture(picture)))) =
            parse("unhunch export picture cat-cow a/b.PNG").map(|arguments| arguments.command)
        else {
            panic!("is a picture");
        };
        assert_eq!(picture.out, PicturePath::Png("a/b.PNG".into()));
    }
}
