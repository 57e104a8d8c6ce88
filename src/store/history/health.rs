//! What stands in the place of the record: a sound one, a damaged one, or something else.

use std::fs;
use std::io::Read;
use std::path::Path;

use rusqlite::Connection;

use super::error::Trouble;
use super::place::{Place, unusable};
use super::schema::{self, APPLICATION_ID, LAST_VERSION, VERSION};
use super::{HistoryError, connection, log};

/// Why a file is not used as it is.
pub(super) enum Unsound {
    /// It is damaged, in this way.
    Damaged(String),
    /// It is none of ours to touch, or cannot be reached.
    Refused(HistoryError),
}

/// The record, if it is sound.
pub(super) fn look(place: &Place) -> Result<Connection, Unsound> {
    let file = &place.file;
    let damaged = |trouble: Trouble| {
        if trouble.is_damage() {
            Unsound::Damaged(trouble.to_string())
        } else {
            Unsound::Refused(trouble.at(file))
        }
    };
    if let Ok(found) = fs::read(place.mark()) {
        let reason = String::from_utf8_lossy(&found[..found.len().min(500)]).into_owned();
        return Err(Unsound::Damaged(reason));
    }
    let header = header(file).map_err(|error| Unsound::Refused(unusable(file, &error)))?;
    if is_database(&header) && application_id(&header) != APPLICATION_ID && is_foreign(file) {
        return Err(Unsound::Refused(HistoryError::Foreign { path: file.clone() }));
    }
    if let Some(reason) = wrong_header(&header).or_else(|| log::loss(file)) {
        return Err(Unsound::Damaged(reason));
    }
    let db = connection::look_into(file).map_err(damaged)?;
    let version = schema::version(&db).map_err(damaged)?;
    if (VERSION + 1..=LAST_VERSION).contains(&version) {
        let path = file.clone();
        return Err(Unsound::Refused(HistoryError::Newer { path, version, known: VERSION }));
    }
    if !(1..=VERSION).contains(&version) || schema::application_id(&db).map_err(damaged)? != APPLICATION_ID {
        return Err(Unsound::Damaged("its header is not as it was written".to_owned()));
    }
    if !schema::is_as_made(&db, version).map_err(damaged)? {
        return Err(Unsound::Damaged("its tables are not described as they were made".to_owned()));
    }
    check(&db).map_err(damaged)?;
    Ok(db)
}

/// Goes through the pages, and holds indexes against their tables.
fn check(db: &Connection) -> Result<(), Trouble> {
    let found: String = db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if found == "ok" { Ok(()) } else { Err(Trouble::Damage(found.replace('\n', " "))) }
}

/// The beginning of a file, as much as there is of a hundred bytes.
fn header(file: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(file)?.take(100).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn is_database(header: &[u8]) -> bool {
    header.len() == 100 && header.starts_with(b"SQLite format 3\0")
}

fn application_id(header: &[u8]) -> i64 {
    i64::from(u32::from_be_bytes([header[68], header[69], header[70], header[71]]))
}

/// What is wrong with the beginning of a file that is ours. SQLite would take some of it for a
/// database that may only be read, or one with no text in it.
fn wrong_header(header: &[u8]) -> Option<String> {
    if header.is_empty() {
        return Some("it is empty".to_owned());
    }
    if !is_database(header) {
        return Some("this is no database".to_owned());
    }
    let is_right = header[16..18] == 4096_u16.to_be_bytes()
        && matches!(header[18..20], [1, 1] | [2, 2])
        && header[20..24] == [0, 64, 32, 32]
        && header[44..48] == 4_u32.to_be_bytes()
        && header[56..60] == 1_u32.to_be_bytes();
    (!is_right).then(|| "its header is not as it was written".to_owned())
}

/// Whether a database can be read and is not the record of sessions.
fn is_foreign(file: &Path) -> bool {
    let tables = |db: &Connection| {
        db.query_row(
            "SELECT count(*) FROM sqlite_schema WHERE name IN ('session', 'bout', 'routine_text', 'remark')",
            [],
            |row| row.get::<_, i64>(0),
        )
    };
    connection::look_into(file).is_ok_and(|db| tables(&db).is_ok_and(|tables| tables < 4))
}
