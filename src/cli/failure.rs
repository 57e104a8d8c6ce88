//! Why a command ended early, and the exit code that tells a script.

use std::fmt::Display;
use std::io;

/// Why a command ended early.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// What was given cannot be used; the text names it and the way out.
    Input(String),
    /// The machine lacks a display, a permission or room.
    Machine(String),
    /// What was found is already told; only the exit code is left to say.
    Told,
    /// Whoever read the output has gone, as `head` does: nothing to say and nothing wrong.
    ReaderGone,
}

impl Failure {
    /// Something that could not be read or written, and what the system says about it.
    pub(super) fn of_file(action: &str, path: &std::path::Path, error: &io::Error) -> Self {
        let text = format!("cannot {action} {}: {error}", path.display());
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::IsADirectory | io::ErrorKind::InvalidInput => {
                Self::Input(text)
            }
            _ => Self::Machine(text),
        }
    }

    /// What the shell gets to see.
    pub(super) fn exit_code(&self) -> u8 {
        match self {
            Self::ReaderGone => 0,
            Self::Input(_) | Self::Told => 1,
            Self::Machine(_) => 3,
        }
    }

    /// What the person gets to see.
    pub(super) fn message(&self) -> Option<&dyn Display> {
        match self {
            Self::Input(text) | Self::Machine(text) => Some(text),
            Self::Told | Self::ReaderGone => None,
        }
    }
}

impl From<io::Error> for Failure {
    /// From writing to the standard output.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ReaderGone,
            _ => Self::Machine(format!("cannot write the output: {error}")),
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        io::Error::from(error).into()
    }
}

impl From<csv::Error> for Failure {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => error.into(),
            other => Self::Machine(format!("cannot write the output: {other:?}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::Failure;

    #[test]
    fn a_reader_that_leaves_is_no_failure() {
        assert_eq!(Failure::from(Error::from(ErrorKind::BrokenPipe)).exit_code(), 0);
        assert_eq!(Failure::from(Error::from(ErrorKind::StorageFull)).exit_code(), 3);
    }

    #[test]
    fn a_missing_file_is_bad_input_and_a_forbidden_one_is_not() {
        let code = |kind: ErrorKind| Failure::of_file("read", "a".as_ref(), &kind.into()).exit_code();
        assert_eq!(code(ErrorKind::NotFound), 1);
        assert_eq!(code(ErrorKind::PermissionDenied), 3);
    }
}
