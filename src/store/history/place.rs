//! Where the record lies in a data folder, and what lies beside it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::{HistoryError, private};
use crate::store::shelf::lock::Lock;

/// The name of the file in the data folder.
const FILE: &str = "history.db";
/// What SQLite keeps beside a database.
const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Opening takes milliseconds, and recovering a damaged record seconds.
const TRIES: usize = 500;
const PAUSE: Duration = Duration::from_millis(20);

/// The files of a record.
#[derive(Debug)]
pub(super) struct Place {
    /// The data folder.
    folder: PathBuf,
    /// The database itself, where a link leads to it.
    pub(super) file: PathBuf,
}

/// Whether something stands in a data folder where the record belongs.
pub(super) fn is_record(folder: &Path) -> bool {
    folder.join(FILE).symlink_metadata().is_ok()
}

/// Where the backups of a data folder's record are.
pub(super) fn backups_in(folder: &Path) -> PathBuf {
    folder.join("backups").join("history")
}

/// Beside a database: one of its companions.
fn companion(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// The database at `file` and its companions, as far as they are there.
pub(super) fn with_companions(file: &Path) -> impl Iterator<Item = (PathBuf, &'static str)> {
    let all = [""].into_iter().chain(COMPANIONS);
    all.map(|ending| (companion(file, ending), ending)).filter(|(path, _)| path.symlink_metadata().is_ok())
}

/// The write-ahead log of the database at `file`.
pub(super) fn log_of(file: &Path) -> PathBuf {
    companion(file, COMPANIONS[0])
}

/// The index of that log.
pub(super) fn log_index_of(file: &Path) -> PathBuf {
    companion(file, COMPANIONS[1])
}

impl Place {
    /// The place in a data folder, which is made where it is not there.
    pub(super) fn in_folder(folder: &Path) -> Result<Self, HistoryError> {
        let found = fs::create_dir_all(folder).and_then(|()| fs::canonicalize(folder));
        let folder = found.map_err(|error| unusable(folder, &error))?;
        let named = folder.join(FILE);
        let file = match fs::canonicalize(&named) {
            Ok(file) => file,
            // A link that leads nowhere leads to no record.
            Err(_) if named.symlink_metadata().is_ok() => return Err(HistoryError::NoFile { path: named }),
            Err(_) => named,
        };
        match fs::metadata(&file) {
            Ok(metadata) if !metadata.is_file() => Err(HistoryError::NoFile { path: file }),
            Ok(_) => Ok(Self { folder, file }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self { folder, file }),
            Err(error) => Err(unusable(&file, &error)),
        }
    }

    /// Waits until no other window opens the record of this folder, and keeps them waiting.
    pub(super) fn take_turn(&self) -> Result<Lock, HistoryError> {
        self.wait_for(Lock::try_take)
    }

    /// Waits until no other window opens the record of this folder, and keeps them waiting: what is
    /// written while one recovers a damaged record would be in the one that is set aside alone.
    /// Windows that write do not wait for one another here.
    pub(super) fn share_turn(&self) -> Result<Lock, HistoryError> {
        self.wait_for(Lock::try_share)
    }

    fn wait_for(&self, take: impl Fn(&Path) -> io::Result<Option<Lock>>) -> Result<Lock, HistoryError> {
        wait_in(&self.folder, &self.file, take)
    }

    pub(super) fn exists(&self) -> bool {
        self.file.exists()
    }

    /// The data folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where backups lie.
    pub(super) fn backups(&self) -> PathBuf {
        backups_in(&self.folder)
    }

    fn beside(&self, name: &str) -> PathBuf {
        self.file.with_file_name(name)
    }

    /// A folder for what is being mended; it goes afterwards.
    pub(super) fn workshop(&self) -> PathBuf {
        self.beside(".history-mending")
    }

    /// What was recovered, from when it is whole until it has taken its place.
    pub(super) fn recovered(&self) -> PathBuf {
        self.beside(".history-recovered.db")
    }

    /// Says that the record turned out to be damaged in a way that a glance does not show.
    pub(super) fn mark(&self) -> PathBuf {
        self.beside(".history-damaged")
    }

    /// Moves the database and its companions to a free name, and answers it.
    pub(super) fn set_aside(&self) -> Result<PathBuf, HistoryError> {
        let is_free = |path: &PathBuf| with_companions(path).next().is_none();
        let names = (1_u32..).map(|number| self.beside(&format!("history.damaged-{number}.db")));
        let kept_as = names.take(100_000).find(is_free).ok_or_else(|| HistoryError::Unusable {
            path: self.file.clone(),
            reason: "no name is free to set it aside".to_owned(),
        })?;
        for (from, ending) in with_companions(&self.file) {
            private::keep(&from);
            fs::rename(&from, companion(&kept_as, ending)).map_err(|error| unusable(&from, &error))?;
        }
        Ok(kept_as)
    }

    /// Puts a database in place where none is.
    pub(super) fn put_in_place(&self, new: &Path) -> Result<(), HistoryError> {
        fs::rename(new, &self.file).map_err(|error| unusable(&self.file, &error))?;
        settle(&self.file);
        Ok(())
    }
}

/// Waits until no other window opens the record of a data folder, to write `path` in it.
pub(super) fn share_turn_in(folder: &Path, path: &Path) -> Result<Lock, HistoryError> {
    wait_in(folder, path, Lock::try_share)
}

fn wait_in(
    folder: &Path,
    path: &Path,
    take: impl Fn(&Path) -> io::Result<Option<Lock>>,
) -> Result<Lock, HistoryError> {
    let lock = folder.join(".history.lock");
    for _ in 0..TRIES {
        match take(&lock) {
            Ok(Some(turn)) => return Ok(turn),
            Ok(None) => thread::sleep(PAUSE),
            Err(error) => return Err(unusable(path, &error)),
        }
    }
    Err(HistoryError::Busy { path: path.to_owned() })
}

/// Has the system write down which files are in the folder of `file`. Some systems need not be
/// asked, and cannot.
pub(super) fn settle(file: &Path) {
    if let Some(folder) = file.parent() {
        let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// What the system said, of a file.
pub(super) fn unusable(path: &Path, error: &io::Error) -> HistoryError {
    HistoryError::Unusable { path: path.to_owned(), reason: error.to_string() }
}
