//! What can go wrong with a file, in words that name it and the way out.

use std::io;
use std::path::PathBuf;

use super::picture::PictureProblem;
use super::ron_layout::LayoutError;
use super::ron_text::{RonProblem, larger_than};
use crate::catalog::FileProblem;

/// Why a file or folder could not be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A folder where a file should be.
    #[error("{}: this is a folder; name a file", .path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// A device, pipe or socket.
    #[error("{}: this is not a regular file", .path.display())]
    NotRegular {
        /// What it is called.
        path: PathBuf,
    },
    /// More than is read at once.
    #[error("{}: {}", .path.display(), larger_than(*.len, *.most))]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size in bytes.
        len: u64,
        /// How many bytes are read at most.
        most: usize,
    },
    /// Bytes that are not text.
    #[error("{}: this is not UTF-8 text (from byte {valid_up_to} on); was it made by another program?", .path.display())]
    NotText {
        /// The file.
        path: PathBuf,
        /// How many bytes are text.
        valid_up_to: usize,
    },
    /// Text that is not what it should be.
    #[error("{}:{problem}", .path.display())]
    Ron {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where.
        problem: RonProblem,
    },
    /// The system would not let us read.
    #[error("{}: this cannot be read: {source}", .path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// The system would not let us write.
    #[error("cannot write {}: {source}; nothing was changed", .path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// Another window is writing at this very moment.
    #[error("{}: another window is writing here right now; try again in a moment", .path.display())]
    Busy {
        /// What was to be written.
        path: PathBuf,
    },
    /// A file that was to be new is there already.
    #[error("{}: this file is there already, and it stays as it is; take another name", .path.display())]
    Taken {
        /// The file.
        path: PathBuf,
    },
    /// A picture that cannot be shown.
    #[error("{}: {problem}", .path.display())]
    Picture {
        /// The picture, or the folder it should be in.
        path: PathBuf,
        /// What is wrong with it.
        problem: PictureProblem,
    },
    /// A value that would be refused when read again.
    #[error("cannot save {}: {problem}", .path.display())]
    Layout {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        problem: LayoutError,
    },
    /// The data folder cannot be written.
    #[error(
        "nothing can be saved in {}: {source}; use --data-dir to name a folder that can be written",
        .path.display()
    )]
    ReadOnly {
        /// The data folder.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// The system names no place for data.
    #[error("no home folder was found to keep data in; use --data-dir to name one")]
    NoHome,
    /// Changes of files cannot be followed.
    #[error("cannot watch {} for changes: {reason}; restart to see them", .path.display())]
    Unwatchable {
        /// The folder.
        path: PathBuf,
        /// The system's reason.
        reason: String,
    },
}

impl StoreError {
    /// The same as a problem of the file at `path`, at the place where it is known.
    #[must_use]
    pub fn into_file_problem(self, path: impl Into<PathBuf>) -> FileProblem {
        let path = path.into();
        match self {
            Self::Ron { problem: RonProblem { line, col, message }, .. } => {
                FileProblem { path, line, col, message }
            }
            other => {
                // The path is named by the problem itself.
                let message = other.to_string();
                let name = format!("{}: ", path.display());
                let message = message.strip_prefix(&name).unwrap_or(&message).to_owned();
                FileProblem { path, line: 1, col: 1, message }
            }
        }
    }
}
