//! What can go wrong with the record of sessions, and what a person must be told although all is well.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// What the person must be told after the record was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HistoryNote {
    /// The file was damaged. It lies elsewhere now, with its companions, and what could be read of
    /// it goes on in a new one.
    SetAside {
        /// Where the damaged file lies.
        kept_as: PathBuf,
        /// How many sessions go on, those from a backup included.
        recovered: usize,
        /// How many of them come from a backup.
        from_backup: usize,
        /// How many of them lack some of what was done in them.
        in_part: usize,
        /// What was wrong.
        reason: String,
    },
    /// There was no file where backups show there was one, and the newest of them goes on.
    Restored {
        /// The backup.
        from: PathBuf,
        /// How many sessions it held.
        sessions: usize,
    },
    /// Today's backup could not be written; everything else goes on.
    NoBackup {
        /// The folder for backups.
        folder: PathBuf,
        /// Why not.
        reason: String,
    },
    /// What could not be written before is in the record now.
    CaughtUp {
        /// How many sessions it is about.
        sessions: usize,
    },
    /// What could not be written before still cannot, and waits in a file.
    StillWaits {
        /// The file.
        file: PathBuf,
        /// Why.
        reason: String,
    },
    /// Not all of what could not be written before could be taken from its file, which lies elsewhere
    /// now.
    NotCaughtUp {
        /// Where it lies.
        kept_as: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
}

/// Why the record of sessions could not be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HistoryError {
    /// Something else stands where the file should be.
    #[error("{}: this is where the record of sessions belongs, and it is no file; give it another name", .path.display())]
    NoFile {
        /// What stands there.
        path: PathBuf,
    },
    /// A later version of the program wrote it.
    #[error(
        "{}: this record of sessions was made by a newer Unhunch (its version is {version}, known is {known}); \
         nothing was touched: update Unhunch, or name another data folder with --data-dir", .path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: i64,
        /// The newest that is known here.
        known: i64,
    },
    /// A database of another program.
    #[error("{}: this is a database of another program; nothing was touched: give it another name", .path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The system would not let us.
    #[error("cannot use the record of sessions {}: {reason}; nothing was changed", .path.display())]
    Unusable {
        /// The file or folder.
        path: PathBuf,
        /// The reason, in the system's words.
        reason: String,
    },
    /// No room, or no leave to write.
    #[error("cannot write the record of sessions {}: {reason}; what was there before is still there", .path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// The reason, in the system's words.
        reason: String,
    },
    /// Another window kept it for longer than one waits.
    #[error("{}: another window is writing here right now; try again in a moment", .path.display())]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// It turned out to be damaged. Opening it again recovers what can be read.
    #[error("{}: the record of sessions is damaged ({reason}); opened again, it is mended as far as it can be read", .path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found.
        reason: String,
    },
    /// Another file has taken its place since. Opening it again goes on with that one.
    #[error("{}: another window has put this file in place anew; it has to be opened again", .path.display())]
    Replaced {
        /// The file.
        path: PathBuf,
    },
    /// There is no session with this id.
    #[error("there is no session {id:?} in the record")]
    NoSession {
        /// The id.
        id: String,
    },
}

impl HistoryError {
    /// Whether the record is to be let go of and opened again, and then the same be tried once more.
    #[must_use]
    pub fn asks_to_open_again(&self) -> bool {
        matches!(self, Self::Damaged { .. } | Self::Replaced { .. })
    }
}

/// What went wrong within, before it is known of which file.
#[derive(Debug)]
pub(super) enum Trouble {
    Sql(rusqlite::Error),
    /// Something is there that was never written so.
    Damage(String),
    NoSession(String),
    /// The system would not have a file made.
    File(std::io::Error),
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Self::File(error)
    }
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl Trouble {
    /// Whether what was read cannot have been written so.
    pub(super) fn is_damage(&self) -> bool {
        match self {
            Self::Damage(_) => true,
            Self::NoSession(_) | Self::File(_) => false,
            Self::Sql(error) => match error {
                rusqlite::Error::SqliteFailure(failure, _) => {
                    matches!(failure.code, ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
                }
                // A table or a column that should be there is not.
                rusqlite::Error::SqlInputError { .. }
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::Utf8Error(..)
                | rusqlite::Error::QueryReturnedNoRows => true,
                _ => false,
            },
        }
    }

    /// The same, of the file at `path`.
    pub(super) fn at(self, path: &Path) -> HistoryError {
        let path = path.to_owned();
        if self.is_damage() {
            return HistoryError::Damaged { path, reason: self.to_string() };
        }
        let reason = self.to_string();
        match self {
            Self::NoSession(id) => HistoryError::NoSession { id },
            Self::File(_) => HistoryError::Unusable { path, reason },
            Self::Sql(error) => match error.sqlite_error_code() {
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => HistoryError::Busy { path },
                Some(
                    ErrorCode::DiskFull
                    | ErrorCode::ReadOnly
                    | ErrorCode::SystemIoFailure
                    | ErrorCode::PermissionDenied,
                ) => HistoryError::Unwritable { path, reason },
                _ => HistoryError::Unusable { path, reason },
            },
            Self::Damage(_) => HistoryError::Damaged { path, reason },
        }
    }
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sql(error) => write!(f, "{error}"),
            Self::Damage(what) => write!(f, "{what}"),
            Self::NoSession(id) => write!(f, "there is no session {id:?}"),
            Self::File(error) => write!(f, "{error}"),
        }
    }
}
