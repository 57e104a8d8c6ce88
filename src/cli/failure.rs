//! Why a command ended early, and the exit code that tells a script.

use std::fmt::Display;
use std::io;

use crate::audio::WavError;
use crate::store::StoreError;
use crate::store::history::HistoryError;

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
    /// A file that could not be written: its name may be at fault, or the machine.
    pub(super) fn of_writing(kind: io::ErrorKind, text: String) -> Self {
        match kind {
            io::ErrorKind::NotFound | io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory => {
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

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let text = match &error {
            // As `check` would put it.
            StoreError::Ron { path, problem } => {
                format!("{}:{}:{}: error: {}", path.display(), problem.line, problem.col, problem.message)
            }
            other => other.to_string(),
        };
        match error {
            StoreError::Unreadable { source, .. } if source.kind() == io::ErrorKind::NotFound => {
                Self::Input(text)
            }
            StoreError::Unreadable { .. }
            | StoreError::Unwritable { .. }
            | StoreError::ReadOnly { .. }
            | StoreError::Busy { .. }
            | StoreError::NoHome
            | StoreError::Unwatchable { .. } => Self::Machine(text),
            StoreError::Folder { .. }
            | StoreError::NotRegular { .. }
            | StoreError::TooLarge { .. }
            | StoreError::NotText { .. }
            | StoreError::Ron { .. }
            | StoreError::Picture { .. }
            | StoreError::Taken { .. }
            | StoreError::Layout { .. } => Self::Input(text),
        }
    }
}

impl From<HistoryError> for Failure {
    fn from(error: HistoryError) -> Self {
        let text = error.to_string();
        match error {
            HistoryError::Unusable { .. }
            | HistoryError::Unwritable { .. }
            | HistoryError::Busy { .. }
            | HistoryError::Damaged { .. }
            | HistoryError::Replaced { .. } => Self::Machine(text),
            HistoryError::NoFile { .. }
            | HistoryError::Newer { .. }
            | HistoryError::Foreign { .. }
            | HistoryError::NoSession { .. } => Self::Input(text),
        }
    }
}

impl From<WavError> for Failure {
    fn from(error: WavError) -> Self {
        match &error {
            WavError::Write { source, .. } => Self::of_writing(source.kind(), error.to_string()),
            WavError::TooLong { .. } => Self::Input(error.to_string()),
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
    use crate::store::StoreError;

    #[test]
    fn a_reader_that_leaves_is_no_failure() {
        assert_eq!(Failure::from(Error::from(ErrorKind::BrokenPipe)).exit_code(), 0);
        assert_eq!(Failure::from(Error::from(ErrorKind::StorageFull)).exit_code(), 3);
    }

    #[test]
    fn a_missing_file_is_bad_input_and_a_forbidden_one_is_not() {
        let code = |kind: ErrorKind| {
            let error = StoreError::Unreadable { path: "a".into(), source: kind.into() };
            Failure::from(error).exit_code()
        };
        assert_eq!(code(ErrorKind::NotFound), 1);
        assert_eq!(code(ErrorKind::PermissionDenied), 3);
    }
}
