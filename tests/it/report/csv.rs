//! The rows for a spreadsheet.

use unhunch::model::{BoutEnd, Side, Stamp};
use unhunch::report::csv::{COLUMNS, render};

use super::{archive, bout, now, session, year};

/// Every row by the names of its columns.
fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{FEFF}').expect("Excel knows UTF-8 by its mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), COLUMNS);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn cell<'a>(row: &'a [String], column: &str) -> &'a str {
    &row[COLUMNS.iter().position(|name| *name == column).unwrap()]
}

#[test]
fn every_stretch_of_work_is_a_row_with_the_columns_that_are_documented() {
    let mut kept = session(
        "a1",
        Stamp { utc_ms: 1_795_262_400_000, offset_s: -(3 * 3600 + 1800) },
        vec![
            bout("cat-cow", "Cat-Cow", None, BoutEnd::Done),
            bout("t", "Turn", Some(Side::Left), BoutEnd::CutShort),
        ],
    );
    kept.record.before.pain = Some(4);
    kept.record.effort = Some(0);
    "Fine, \"really\"\nfine".clone_into(&mut kept.record.note);
    let text = render(&archive(vec![kept]));
    let rows = rows(&text);
    assert_eq!(rows.len(), 2);
    assert_eq!(
        rows[1],
        [
            "a1",
            "2026-11-21",
            "08:30:00",
            "UTC-03:30",
            "desk-break",
            "Five-minute desk break",
            "t",
            "Turn",
            "mobility",
            "left",
            "1",
            "30",
            "30",
            "0",
            "3",
            "3",
            "cut_short",
            "4",
            "",
            "0",
            "Fine, \"really\"\nfine",
        ]
    );
    assert_eq!(cell(&rows[0], "side"), "");
    let readme = include_str!("../../../README.md");
    assert!(
        COLUMNS.iter().all(|column| readme.contains(&format!("`{column}`"))),
        "the README names them all"
    );
}

#[test]
fn a_session_without_work_is_a_row_too() {
    let rows = rows(&render(&archive(vec![session("bare", now(), Vec::new())])));
    assert_eq!(rows.len(), 1);
    assert_eq!((cell(&rows[0], "session_id"), cell(&rows[0], "exercise_name")), ("bare", ""));
}

#[test]
fn nothing_in_a_cell_is_a_formula() {
    for evil in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1", "-x\u{0}y"] {
        let mut kept = session(evil, now(), vec![bout(evil, evil, None, BoutEnd::Hurt)]);
        evil.clone_into(&mut kept.record.note);
        evil.clone_into(&mut kept.record.routine_name);
        evil.clone_into(&mut kept.record.routine);
        for row in rows(&render(&archive(vec![kept]))) {
            for (column, cell) in COLUMNS.iter().zip(&row) {
                let harmless = !cell.trim_start().starts_with(['=', '+', '-', '@', '＝']);
                assert!(harmless && !cell.contains('\0'), "{column}: {cell:?}");
            }
        }
    }
}

#[test]
fn a_year_has_a_row_for_every_bout() {
    let year = year(str::to_owned);
    let bouts: usize = year.sessions.iter().map(|kept| kept.record.bouts.len()).sum();
    assert!(bouts > 1000);
    assert_eq!(rows(&render(&year)).len(), bouts);
}
