//! Text files: read within bounds, written whole or not at all.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use atomic_write_file::AtomicWriteFile;
use serde::de::DeserializeOwned;

use super::StoreError;
use super::ron_text::{MAX_BYTES, parse};

/// The text of a file of at most [`MAX_BYTES`]. Larger ones are refused before a byte is read.
///
/// # Errors
///
/// When it is missing, a folder or device, too large, not UTF-8, or the system refuses.
pub fn read_text(path: &Path) -> Result<String, StoreError> {
    read_text_up_to(path, MAX_BYTES)
}

/// As [`read_text`], with a limit of its own, in bytes.
///
/// # Errors
///
/// As [`read_text`].
pub fn read_text_up_to(path: &Path, most: usize) -> Result<String, StoreError> {
    let unreadable = |source| StoreError::Unreadable { path: path.to_owned(), source };
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(StoreError::Folder { path: path.to_owned() });
    }
    if !metadata.is_file() {
        return Err(StoreError::NotRegular { path: path.to_owned() });
    }
    let too_large = |len| StoreError::TooLarge { path: path.to_owned(), len, most };
    if metadata.len() > most as u64 {
        return Err(too_large(metadata.len()));
    }
    // It may grow between the two looks.
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    let file = fs::File::open(path).map_err(unreadable)?;
    file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > most {
        return Err(too_large(bytes.len() as u64));
    }
    String::from_utf8(bytes).map_err(|error| StoreError::NotText {
        path: path.to_owned(),
        valid_up_to: error.utf8_error().valid_up_to(),
    })
}

/// The value a file holds.
///
/// # Errors
///
/// As [`read_text`], and when the text is not a `T`.
pub fn read_value<T: DeserializeOwned>(path: &Path) -> Result<T, StoreError> {
    let text = read_text(path)?;
    parse(&text).map_err(|problem| StoreError::Ron { path: path.to_owned(), problem })
}

/// Writes a file whole: whatever happens, the old text or the new one is there afterwards. Makes
/// the folder it stands in. A link is followed, so that the file it leads to is the one replaced.
///
/// # Errors
///
/// When the system refuses; the old file is then untouched.
pub fn write_text(path: &Path, text: &str) -> Result<(), StoreError> {
    write_bytes(path, text.as_bytes())
}

/// As [`write_text`], for what is no text.
pub(super) fn write_bytes(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let write = || -> io::Result<()> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder)?;
        }
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if target.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let mut file = AtomicWriteFile::open(target)?;
        file.write_all(bytes)?;
        file.commit()
    };
    write().map_err(|source| StoreError::Unwritable { path: path.to_owned(), source })
}

/// True for the error of a file that is not there.
pub(super) fn is_missing(error: &StoreError) -> bool {
    matches!(error, StoreError::Unreadable { source, .. } if source.kind() == io::ErrorKind::NotFound)
}

/// Writes a file that is not there yet, and makes the folder it stands in. One that is there, even
/// as a link that leads nowhere, stays as it is.
///
/// # Errors
///
/// When it is there, or the system refuses; what was begun is then taken away again.
pub fn write_new_text(path: &Path, text: &str) -> Result<(), StoreError> {
    let write = || -> io::Result<()> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            // A file where a folder should be is not the file that was to be new.
            fs::create_dir_all(folder).map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => io::ErrorKind::NotADirectory.into(),
                _ => error,
            })?;
        }
        let mut file = fs::File::create_new(path)?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).inspect_err(|_| {
            // The reason it could not be written is what is told.
            let _ = fs::remove_file(path);
        })
    };
    write().map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => StoreError::Taken { path: path.to_owned() },
        _ => StoreError::Unwritable { path: path.to_owned(), source },
    })
}
