//! A lock between windows: a file that one of them holds, let go of by the system when it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::store::StoreError;

/// Writing a file takes a few milliseconds. Waiting longer than this would be felt.
const TRIES: usize = 20;
const PAUSE: Duration = Duration::from_millis(5);

/// A lock that is held until this is dropped.
#[derive(Debug)]
pub(in crate::store) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes a lock at once, or not at all: `None` where another holds it.
    pub(in crate::store) fn try_take(path: &Path) -> io::Result<Option<Self>> {
        Self::try_by(path, File::try_lock)
    }

    /// As [`Lock::try_take`], together with others who share it, and with none who takes it.
    pub(in crate::store) fn try_share(path: &Path) -> io::Result<Option<Self>> {
        Self::try_by(path, File::try_lock_shared)
    }

    fn try_by(path: &Path, lock: impl FnOnce(&File) -> Result<(), TryLockError>) -> io::Result<Option<Self>> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let file = OpenOptions::new().create(true).truncate(false).read(true).write(true).open(path)?;
        match lock(&file) {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            // Some network folders know no locks. Saving there is worth more than the lock.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                Ok(Some(Self { _file: file }))
            }
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Takes the lock of a data folder, for `path` to be written. Waits no longer than a save takes.
    ///
    /// # Errors
    ///
    /// [`StoreError::Busy`] when another holds it, and when nothing can be written in the folder.
    pub(in crate::store) fn of_folder(root: &Path, path: &Path) -> Result<Self, StoreError> {
        let lock = root.join(".lock");
        for _ in 0..TRIES {
            let taken = Self::try_take(&lock)
                .map_err(|source| StoreError::ReadOnly { path: root.to_owned(), source })?;
            if let Some(held) = taken {
                return Ok(held);
            }
            thread::sleep(PAUSE);
        }
        Err(StoreError::Busy { path: path.to_owned() })
    }
}
