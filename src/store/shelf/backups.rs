//! Earlier versions of a file, `<stem>-<n>.ron`: the newest few, never two alike in a row.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::store::StoreError;
use crate::store::files::write_bytes;

/// How many versions of one file are kept.
const KEPT: usize = 20;

/// Keeps what stands in `path` now as its newest backup. Returns where, or nothing where the newest
/// is the same already.
pub(super) fn keep(folder: &Path, path: &Path) -> Result<Option<PathBuf>, StoreError> {
    let now = fs::read(path).map_err(|source| StoreError::Unreadable { path: path.to_owned(), source })?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let before =
        of(folder, &stem).map_err(|source| StoreError::Unwritable { path: folder.to_owned(), source })?;
    if let Some((_, newest)) = before.last()
        && fs::read(newest).is_ok_and(|newest| newest == now)
    {
        return Ok(None);
    }
    let number = before.last().map_or(1, |(number, _)| number.saturating_add(1));
    let backup = folder.join(format!("{stem}-{number}.ron"));
    write_bytes(&backup, &now)?;
    for (_, oldest) in before.iter().take((before.len() + 1).saturating_sub(KEPT)) {
        // One too many harms nobody.
        let _ = fs::remove_file(oldest);
    }
    Ok(Some(backup))
}

/// The backups of a file by number, the oldest first.
pub(super) fn of(folder: &Path, stem: &str) -> io::Result<Vec<(u64, PathBuf)>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let number = |path: &Path| {
        let name = path.file_name()?.to_str()?;
        let number = name.strip_prefix(stem)?.strip_prefix('-')?.strip_suffix(".ron")?;
        number.bytes().all(|c| c.is_ascii_digit()).then(|| number.parse::<u64>().ok())?
    };
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    let mut backups: Vec<_> = paths.filter_map(|path| Some((number(&path)?, path))).collect();
    backups.sort();
    Ok(backups)
}
