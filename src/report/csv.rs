//! The record as rows for a spreadsheet: one for each stretch of work, and one for each session
//! without any.
//!
//! The columns are documented in the README and stay as they are; new ones come after the last.
//! The text begins with a byte order mark, without which Excel takes it for the encoding of the
//! system; `LibreOffice` and whatever reads CSV by the rules skip it. Lines end as RFC 4180 has it.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::model::{Archive, BoutEnd, BoutRecord, SessionRecord, Side, Stamp, WorkKind};

/// The columns, in order.
pub const COLUMNS: [&str; 21] = [
    "session_id",
    "date",
    "time",
    "utc_offset",
    "routine_id",
    "routine_name",
    "exercise_id",
    "exercise_name",
    "kind",
    "side",
    "set",
    "planned_secs",
    "done_secs",
    "extended_secs",
    "planned_reps",
    "done_reps",
    "end",
    "pain_before",
    "pain_after",
    "effort",
    "note",
];

/// Tells Excel that the text is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

type Row = [String; COLUMNS.len()];

/// The whole record as CSV.
#[must_use]
pub fn render(archive: &Archive) -> String {
    let mut writer =
        WriterBuilder::new().terminator(Terminator::CRLF).from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    // Writing rows of one length to memory cannot fail.
    let _ = writer.write_record(COLUMNS);
    for kept in &archive.sessions {
        let record = &kept.record;
        if record.bouts.is_empty() {
            let _ = writer.write_record(row(record, None));
        }
        for bout in &record.bouts {
            let _ = writer.write_record(row(record, Some(bout)));
        }
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn row(record: &SessionRecord, bout: Option<&BoutRecord>) -> Row {
    let [date, time] = local(record.began);
    let of_bout = |cell: fn(&BoutRecord) -> String| bout.map(cell).unwrap_or_default();
    [
        text(&record.id),
        date,
        time,
        offset(record.began.offset_s),
        text(&record.routine),
        text(&record.routine_name),
        of_bout(|bout| bout.exercise.as_deref().map(text).unwrap_or_default()),
        of_bout(|bout| text(&bout.name)),
        of_bout(|bout| kind(bout.kind).to_owned()),
        of_bout(|bout| bout.side.map(side).unwrap_or_default().to_owned()),
        of_bout(|bout| bout.set.to_string()),
        of_bout(|bout| secs(bout.planned_ms)),
        of_bout(|bout| secs(bout.done_ms)),
        of_bout(|bout| secs(bout.extended_ms)),
        of_bout(|bout| bout.planned_reps.to_string()),
        of_bout(|bout| bout.done_reps.to_string()),
        of_bout(|bout| end(bout.end).to_owned()),
        number(record.before.pain),
        number(record.after.pain),
        number(record.effort),
        text(&record.note),
    ]
}

/// Text in a cell, as a spreadsheet shows it and nothing more: what it would take for a formula
/// gets an apostrophe before it, and characters no cell may hold become spaces.
fn text(text: &str) -> String {
    let is_odd = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
    let plain: Cow<'_, str> =
        if text.contains(is_odd) { text.replace(is_odd, " ").into() } else { text.into() };
    // The wide forms count as formulas in some languages.
    let calculates = |letter: char| matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    if plain.trim_start().starts_with(calculates) || plain.starts_with('\t') {
        format!("'{plain}")
    } else {
        plain.into_owned()
    }
}

/// Whole seconds: a spreadsheet of another language would read "12.5" as a day in May.
fn secs(ms: u64) -> String {
    (ms.saturating_add(500) / 1000).to_string()
}

fn number(value: Option<u8>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The day and the time of day where the person was.
fn local(at: Stamp) -> [String; 2] {
    let local = Timestamp::from_millisecond(at.local_ms()).unwrap_or_default();
    let local = TimeZone::UTC.to_datetime(local);
    let time = local.time();
    [local.date().to_string(), format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())]
}

/// How far ahead of Greenwich ("UTC+01:00"): a bare "+01:00" would be a formula.
fn offset(secs: i32) -> String {
    let minutes = secs.unsigned_abs() / 60;
    let sign = if secs < 0 { '-' } else { '+' };
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

fn kind(kind: WorkKind) -> &'static str {
    match kind {
        WorkKind::Mobility => "mobility",
        WorkKind::Strength => "strength",
        WorkKind::Breath => "breath",
    }
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

fn end(end: BoutEnd) -> &'static str {
    match end {
        BoutEnd::Done => "done",
        BoutEnd::CutShort => "cut_short",
        BoutEnd::Skipped => "skipped",
        BoutEnd::Hurt => "hurt",
    }
}
