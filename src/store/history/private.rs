//! Nobody but its owner reads the record, nor a copy of it: it is about somebody's health. SQLite
//! gives what it keeps beside a database the rights of the database itself.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;

/// Makes an empty file for nobody else, where none is.
pub(super) fn make(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// Takes a file or folder from everybody else. One that is not the person's own stays as it is:
/// whoever shares it has to decide.
#[cfg(unix)]
pub(super) fn keep(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let Ok(metadata) = fs::metadata(path) else { return };
    let mut rights = metadata.permissions();
    if rights.mode() & 0o077 != 0 {
        rights.set_mode(rights.mode() & 0o700);
        let _ = fs::set_permissions(path, rights);
    }
}

/// Elsewhere the folders of a person are closed to others as they are.
#[cfg(not(unix))]
pub(super) fn keep(_: &Path) {}
