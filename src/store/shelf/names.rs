//! Names of files that are good on every system, and free.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::store::StoreError;
use crate::store::files::write_bytes;

/// Systems allow more, but `-2`, a backup's number and the ending come behind it.
const LONGEST: usize = 60;

/// Names that Windows keeps for devices, whatever ending they have.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// More files of one name than anybody has.
const MOST: usize = 10_000;

/// The name of a file for an id, without its ending: small letters, digits, `-` and `_`.
///
/// ```
/// use unhunch::store::shelf::file_stem;
/// assert_eq!(file_stem("desk-break", "routine"), "desk-break");
/// assert_eq!(file_stem("../My Routine!", "routine"), "my-routine");
/// assert_eq!(file_stem("NUL", "routine"), "nul-routine");
/// assert_eq!(file_stem("…", "routine"), "routine");
/// ```
#[must_use]
pub fn file_stem(id: &str, kind: &str) -> String {
    let mut stem = String::new();
    for c in id.chars().map(|c| c.to_ascii_lowercase()) {
        match c {
            'a'..='z' | '0'..='9' | '_' => stem.push(c),
            _ if stem.is_empty() || stem.ends_with('-') => {}
            _ => stem.push('-'),
        }
    }
    stem.truncate(LONGEST);
    let stem = stem.trim_end_matches('-');
    let is_port = ["com", "lpt"].iter().any(|port| {
        stem.strip_prefix(port).is_some_and(|n| n.len() == 1 && n.bytes().all(|c| c.is_ascii_digit()))
    });
    match stem {
        "" => kind.to_owned(),
        stem if is_port || RESERVED.contains(&stem) => format!("{stem}-{kind}"),
        stem => stem.to_owned(),
    }
}

/// The first of `stem.ending`, `stem-2.ending` and so on that `is_free`.
pub(in crate::store) fn first_free(
    stem: &str,
    ending: &str,
    is_free: impl Fn(&str) -> bool,
) -> Option<String> {
    let dot = if ending.is_empty() { "" } else { "." };
    (1..MOST)
        .map(|n| if n == 1 { format!("{stem}{dot}{ending}") } else { format!("{stem}-{n}{dot}{ending}") })
        .find(|name| is_free(name))
}

/// A path in a folder at which nothing is yet, not even a link that leads nowhere.
pub(in crate::store) fn free_path(folder: &Path, stem: &str, ending: &str) -> Result<PathBuf, StoreError> {
    let is_free = |name: &str| fs::symlink_metadata(folder.join(name)).is_err();
    first_free(stem, ending, is_free)
        .map(|name| folder.join(name))
        .ok_or_else(|| StoreError::Taken { path: folder.join(stem) })
}

/// Moves a file or folder to a path at which nothing is, also from one disk to another.
pub(in crate::store) fn move_to(from: &Path, to: &Path) -> Result<(), StoreError> {
    let unwritable = |source| StoreError::Unwritable { path: to.to_owned(), source };
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(unwritable)?;
    }
    match fs::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            let bytes =
                fs::read(from).map_err(|source| StoreError::Unreadable { path: from.to_owned(), source })?;
            write_bytes(to, &bytes)?;
            fs::remove_file(from).map_err(|source| StoreError::Unwritable { path: from.to_owned(), source })
        }
        outcome => outcome.map_err(unwritable),
    }
}
