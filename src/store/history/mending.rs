//! A damaged record is set aside as it is, and what can be read of it goes on in a new one, together
//! with what only the last backup has.
//!
//! The new one is finished before the damaged one is touched, so that at any instant one of them is
//! in place or waits to be put there.

use std::fs;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::error::Trouble;
use super::place::{Place, log_of, settle, unusable, with_companions};
use super::salvage::Salvage;
use super::{HistoryError, HistoryNote, backups, connection, log, private, schema};

const PAGE: usize = 4096;

/// Recovers a damaged record, and answers what the person must be told.
pub(super) fn mend(place: &Place, reason: String) -> Result<HistoryNote, HistoryError> {
    let shop = open_workshop(place)?;
    let new = shop.join("new.db");
    let exchanged = fill(place, &shop, &new).and_then(|filled| Ok((filled, exchange(place, &new)?)));
    close_workshop(place);
    let ((salvage, from_backup), kept_as) = exchanged?;
    Ok(HistoryNote::SetAside {
        kept_as,
        recovered: salvage.sessions(),
        from_backup,
        in_part: salvage.in_part(),
        reason,
    })
}

/// Begins a record where there is none: with the last backup, where there is one.
pub(super) fn begin(place: &Place) -> Result<Option<HistoryNote>, HistoryError> {
    // What is left of a record that is gone would be taken for the new one's.
    let is_left = with_companions(&place.file).next().is_some();
    let kept_as = if is_left { Some(place.set_aside()?) } else { None };
    let shop = open_workshop(place)?;
    let new = shop.join("new.db");
    let told = |trouble: Trouble| trouble.at(&place.file);
    let mut db = connection::make(&new).map_err(told)?;
    let mut salvage = Salvage::default();
    schema::migrate(&mut db).map_err(told)?;
    let from = take_over_backup(place, &shop, &mut db, &mut salvage).map_err(told)?;
    close(db).map_err(told)?;
    let _ = fs::remove_file(place.mark());
    place.put_in_place(&new)?;
    close_workshop(place);
    let sessions = salvage.sessions();
    Ok(match (kept_as, from) {
        (Some(kept_as), _) => Some(HistoryNote::SetAside {
            kept_as,
            recovered: sessions,
            from_backup: sessions,
            in_part: salvage.in_part(),
            reason: "only its log was there".to_owned(),
        }),
        (None, Some(from)) => Some(HistoryNote::Restored { from: from.0, sessions }),
        (None, None) => None,
    })
}

/// Goes on with a recovery that was interrupted once its result was whole.
pub(super) fn finish(place: &Place) -> Result<Option<HistoryNote>, HistoryError> {
    let recovered = place.recovered();
    if !recovered.exists() {
        return Ok(None);
    }
    let sessions = connection::look_into(&recovered)
        .and_then(|db| Ok(db.query_row("SELECT count(*) FROM session", [], |row| row.get::<_, i64>(0))?))
        .map_err(|trouble| trouble.at(&recovered))?;
    let kept_as = place.set_aside()?;
    place.put_in_place(&recovered)?;
    let _ = fs::remove_file(place.mark());
    close_workshop(place);
    Ok(Some(HistoryNote::SetAside {
        kept_as,
        recovered: usize::try_from(sessions).unwrap_or_default(),
        from_backup: 0,
        in_part: 0,
        reason: "its recovery had been interrupted".to_owned(),
    }))
}

/// Puts a finished record in the place of a damaged one, and answers where that lies now.
fn exchange(place: &Place, new: &Path) -> Result<std::path::PathBuf, HistoryError> {
    let recovered = place.recovered();
    fs::rename(new, &recovered).map_err(|error| unusable(&recovered, &error))?;
    settle(&recovered);
    let kept_as = place.set_aside()?;
    place.put_in_place(&recovered)?;
    let _ = fs::remove_file(place.mark());
    Ok(kept_as)
}

/// Fills a new record from all there is: the damaged file as it is, without its log, with a first
/// page that is whole, and the last backup.
fn fill(place: &Place, shop: &Path, new: &Path) -> Result<(Salvage, usize), HistoryError> {
    let told = |trouble: Trouble| trouble.at(&place.file);
    let mut db = connection::make(new).map_err(told)?;
    schema::migrate(&mut db).map_err(told)?;
    let first_page = page_of(new).map_err(|error| unusable(new, &error))?;
    let mut salvage = Salvage::default();
    salvage.prefers_more = log::loss(&place.file).is_some();
    for has_own_page in [true, false] {
        for has_log in [true, false] {
            let copy = shop.join("damaged.db");
            copy_damaged(place, &copy, has_log).map_err(|error| unusable(&place.file, &error))?;
            if !has_own_page {
                transplant(&copy, &first_page).map_err(|error| unusable(&copy, &error))?;
            }
            if let Ok(source) = open_damaged(&copy) {
                write(&mut db, |into| salvage.take_over(&source, into)).map_err(told)?;
            }
        }
    }
    salvage.prefers_more = false;
    let backup = take_over_backup(place, shop, &mut db, &mut salvage).map_err(told)?;
    close(db).map_err(told)?;
    Ok((salvage, backup.map_or(0, |(_, better)| better)))
}

fn write<T>(
    db: &mut Connection,
    fill: impl FnOnce(&rusqlite::Transaction<'_>) -> Result<T, Trouble>,
) -> Result<T, Trouble> {
    let step = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let value = fill(&step)?;
    step.commit()?;
    Ok(value)
}

/// Takes over what the newest backup has that can be read, and answers which that was and how many
/// sessions came from it.
fn take_over_backup(
    place: &Place,
    shop: &Path,
    db: &mut Connection,
    salvage: &mut Salvage,
) -> Result<Option<(std::path::PathBuf, usize)>, Trouble> {
    for backup in backups::newest_first(&place.backups()) {
        let copy = shop.join("backup.db");
        let Ok(source) =
            fs::copy(&backup, &copy).map_err(drop).and_then(|_| open_damaged(&copy).map_err(drop))
        else {
            continue;
        };
        let holds = source.query_row("SELECT count(*) FROM session", [], |row| row.get::<_, i64>(0));
        if holds.is_ok() {
            let better = write(db, |into| salvage.take_over(&source, into))?;
            return Ok(Some((backup, better)));
        }
    }
    Ok(None)
}

/// Opens a copy of something damaged, to read whatever can be read.
fn open_damaged(copy: &Path) -> Result<Connection, Trouble> {
    let db = connection::look_into(copy).or_else(|_| connection::look_past(copy))?;
    db.execute_batch("PRAGMA cell_size_check = OFF; PRAGMA writable_schema = ON;")?;
    Ok(db)
}

/// Copies the damaged file, and its log where that is asked for.
fn copy_damaged(place: &Place, copy: &Path, has_log: bool) -> std::io::Result<()> {
    for (old, _) in with_companions(copy) {
        fs::remove_file(old)?;
    }
    fs::copy(&place.file, copy)?;
    for (from, ending) in with_companions(&place.file) {
        // The index of the log is made anew from it.
        if has_log && (ending == "-wal" || ending == "-journal") {
            let mut to = copy.as_os_str().to_owned();
            to.push(ending);
            fs::copy(from, to)?;
        }
    }
    Ok(())
}

fn page_of(file: &Path) -> std::io::Result<Vec<u8>> {
    let mut page = vec![0; PAGE];
    fs::File::open(file)?.read_exact(&mut page)?;
    Ok(page)
}

/// Gives a damaged database the first page of a new one. Tables are always made in the same order
/// and stay at their pages, so that it fits.
fn transplant(copy: &Path, first_page: &[u8]) -> std::io::Result<()> {
    let mut page = first_page.to_vec();
    let mut file = fs::OpenOptions::new().write(true).open(copy)?;
    let pages = (file.metadata()?.len() / PAGE as u64).max(1);
    page[28..32].copy_from_slice(&u32::try_from(pages).unwrap_or(u32::MAX).to_be_bytes());
    // Which pages are free need not be known to read the others.
    page[32..40].fill(0);
    let mode = if log_of(copy).exists() { 2 } else { 1 };
    page[18..20].fill(mode);
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&page)
}

fn close(db: Connection) -> Result<(), Trouble> {
    db.close().map_err(|(_, error)| Trouble::Sql(error))
}

fn open_workshop(place: &Place) -> Result<std::path::PathBuf, HistoryError> {
    let shop = place.workshop();
    close_workshop(place);
    fs::create_dir_all(&shop).map_err(|error| unusable(&shop, &error))?;
    private::keep(&shop);
    Ok(shop)
}

/// What is left in it is in nobody's way, and goes with the next mending.
fn close_workshop(place: &Place) {
    let _ = fs::remove_dir_all(place.workshop());
}
