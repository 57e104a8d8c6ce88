//! A lock between windows: a file that one of them holds, let go of by the system when it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::store::StoreError;

const PAUSE: Duration = Duration::from_millis(5);

/// How long to wait for a lock that another holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Patience {
    /// While somebody looks on. Writing a file takes a few milliseconds; waiting longer than a tenth
    /// of a second would be felt.
    Felt,
    /// On a thread of its own: as long as a slow disk may take.
    Unfelt,
}

impl Patience {
    fn tries(self) -> usize {
        match self {
            Patience::Felt => 20,
            Patience::Unfelt => 600,
        }
    }
}

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

    /// Takes the lock of a data folder, for `path` to be written. Waits no longer than there is
    /// patience.
    ///
    /// # Errors
    ///
    /// [`StoreError::Busy`] when another holds it, and when nothing can be written in the folder.
    pub(in crate::store) fn of_folder(
        root: &Path,
        path: &Path,
        patience: Patience,
    ) -> Result<Self, StoreError> {
        Self::of_folder_pausing(root, path, patience, || thread::sleep(PAUSE))
    }

    fn of_folder_pausing(
        root: &Path,
        path: &Path,
        patience: Patience,
        mut pause: impl FnMut(),
    ) -> Result<Self, StoreError> {
        let lock = root.join(".lock");
        for _ in 0..patience.tries() {
            let taken = Self::try_take(&lock)
                .map_err(|source| StoreError::ReadOnly { path: root.to_owned(), source })?;
            if let Some(held) = taken {
                return Ok(held);
            }
            pause();
        }
        Err(StoreError::Busy { path: path.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes of waiting for another who lets go after so many pauses.
    fn let_go_after(pauses: usize, patience: Patience) -> Result<Lock, StoreError> {
        let folder = tempfile::tempdir().unwrap();
        let mut other = Lock::try_take(&folder.path().join(".lock")).unwrap();
        let mut left = pauses;
        Lock::of_folder_pausing(folder.path(), folder.path(), patience, || {
            left = left.saturating_sub(1);
            if left == 0 {
                other = None;
            }
        })
    }

    #[test]
    fn what_nobody_looks_on_at_waits_for_a_slow_disk() {
        assert!(let_go_after(100, Patience::Unfelt).is_ok());
        assert!(let_go_after(2, Patience::Felt).is_ok());
    }

    #[test]
    fn nobody_waits_for_ever() {
        for patience in [Patience::Felt, Patience::Unfelt] {
            let outcome = let_go_after(usize::MAX, patience);
            assert!(matches!(outcome, Err(StoreError::Busy { .. })), "{patience:?}: {outcome:?}");
        }
    }
}
