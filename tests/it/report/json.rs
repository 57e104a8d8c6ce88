//! The record as JSON, there and back.

use proptest::prelude::*;
use unhunch::model::{
    Archive, BoutEnd, BoutRecord, Feeling, KeptSession, Origin, Region, Remark, Said, SessionEnd,
    SessionRecord, Side, Spot, Stamp, WorkKind,
};
use unhunch::report::json::{JsonProblem, read, render};

use super::{archive, bout, now, session, year};

fn stamps() -> impl Strategy<Value = Stamp> {
    (-4_000_000_000_000_i64..5_000_000_000_000, -50_000..50_000)
        .prop_map(|(utc_ms, offset_s)| Stamp { utc_ms, offset_s })
}

fn sides() -> impl Strategy<Value = Option<Side>> {
    prop_oneof![Just(None), Just(Some(Side::Left)), Just(Some(Side::Right))]
}

fn feelings() -> impl Strategy<Value = Feeling> {
    let region = prop::sample::select(vec![Region::NeckBack, Region::Shoulders, Region::Ankles]);
    let spot = (region, sides()).prop_map(|(region, side)| Spot { region, side });
    (prop::option::of(0..=10_u8), prop::collection::btree_set(spot, 0..4))
        .prop_map(|(pain, spots)| Feeling { pain, spots })
}

fn bouts() -> impl Strategy<Value = BoutRecord> {
    let ends = vec![BoutEnd::Done, BoutEnd::CutShort, BoutEnd::Skipped, BoutEnd::Hurt];
    (
        (prop::option::of(".{0,12}"), ".{0,12}", prop::sample::select(WorkKind::ALL.to_vec()), sides()),
        (any::<u16>(), 0..2_000_000_000_u64, 0..2_000_000_000_u64, 0..1000_u64),
        (any::<u16>(), any::<u16>(), prop::sample::select(ends)),
    )
        .prop_map(|((exercise, name, kind, side), (set, planned_ms, done_ms, extended_ms), rest)| {
            BoutRecord {
                exercise,
                name,
                kind,
                side,
                set,
                planned_ms,
                done_ms,
                extended_ms,
                planned_reps: rest.0,
                done_reps: rest.1,
                end: rest.2,
            }
        })
}

fn sessions() -> impl Strategy<Value = KeptSession> {
    let ends = vec![SessionEnd::Open, SessionEnd::Left, SessionEnd::Finished];
    let told = (stamps(), 0..2_000_000_000_u64, feelings(), feelings(), prop::option::of(0..=10_u8));
    let origin = prop::sample::select(vec![Origin::Run, Origin::ByHand]);
    let words = (".{0,20}", ".{0,20}", "(?s).{0,40}", "(?s).{0,40}");
    (told, prop::sample::select(ends), origin, words, prop::collection::vec(bouts(), 0..4)).prop_map(
        |(
            (began, took_ms, before, after, effort),
            end,
            origin,
            (routine, routine_name, note, text),
            bouts,
        )| {
            let id = String::new();
            let record = SessionRecord {
                id,
                began,
                took_ms,
                end,
                origin,
                routine,
                routine_name,
                before,
                after,
                effort,
                note,
                bouts,
            };
            KeptSession { record, routine_text: text }
        },
    )
}

fn remarks() -> impl Strategy<Value = Remark> {
    let said = prop_oneof![
        ".{0,9}".prop_map(Said::Sign),
        ".{0,9}".prop_map(Said::NoSign),
        ".{0,9}".prop_map(Said::Reviewed),
        ".{0,9}".prop_map(Said::Heard)
    ];
    (stamps(), said).prop_map(|(at, said)| Remark { at, said })
}

fn archives() -> impl Strategy<Value = Archive> {
    (prop::collection::vec(sessions(), 0..5), prop::collection::vec(remarks(), 0..4)).prop_map(
        |(mut sessions, remarks)| {
            for (number, kept) in sessions.iter_mut().enumerate() {
                kept.record.id = format!("s{number}-\"{{\u{fc}");
            }
            Archive { remarks, ..archive(sessions) }
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_is_read_again_as_the_same(archive in archives()) {
        let text = render(&archive);
        prop_assert_eq!(read(text.as_bytes()).unwrap(), archive);
    }

    #[test]
    fn any_bytes_lead_to_a_message(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(!read(&bytes).unwrap_err().to_string().is_empty());
    }

    #[test]
    fn a_byte_changed_anywhere_is_read_or_told(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let kept = session("a", now(), vec![bout("b", "B", Some(Side::Left), BoutEnd::Done)]);
        let mut bytes = render(&archive(vec![kept])).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Err(problem) = read(&bytes) {
            prop_assert!(problem.to_string().len() > 20);
        }
    }
}

/// What is said of a text that is not taken.
#[track_caller]
fn refused(text: &str, parts: &[&str]) {
    let told = read(text.as_bytes()).unwrap_err().to_string();
    for part in parts {
        assert!(told.contains(part), "{told:?} does not say {part:?}");
    }
}

#[test]
fn a_message_says_what_and_where_and_the_way_out() {
    let good =
        render(&archive(vec![session("first", now(), Vec::new()), session("second", now(), Vec::new())]));
    assert!(good.starts_with("{\n  \"format\": \"unhunch-history\",\n  \"version\": 1,\n  \"sessions\": ["));
    refused("", &["line 1", "mend it there"]);
    refused("{", &["line 1, column 1", "EOF"]);
    refused("[1, 2]", &["no history of Unhunch", "choose a file"]);
    refused("{\"a\": 1}", &["no history of Unhunch"]);
    refused("{\"format\": \"other\", \"version\": 1}", &["no history of Unhunch"]);
    refused(&good.replace("\"version\": 1", "\"version\": 2, \"more\": {}"), &["newer Unhunch", "version 2"]);
    refused(
        &good.replacen("\"took_ms\"", "\"took_mss\"", 1),
        &["line 12", "unknown field `took_mss`", "`took_ms`"],
    );
    refused(&good.replacen("\"effort\": null", "\"effort\": 11", 1), &["line 7", "“first”", "effort of 11"]);
    refused(&good.replace("\"first\"", "\"second\""), &["“second” stands there twice"]);
    refused(&good.replacen("300000", "99999999999", 1), &["longer than a month"]);
    refused(&good.replacen("1795262400000", "9223372036854775807", 1), &["a time that no clock shows"]);
    refused(&"[".repeat(100_000), &["recursion limit", "line 1"]);
    let deep = format!(
        "{{\"format\": \"unhunch-history\", \"version\": 1,\n\"sessions\": {}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    refused(&deep, &["line 2"]);
    assert!(matches!(read(b"\xff\xfe{}"), Err(JsonProblem::NotText { valid_up_to: 0 })));
    let marked = format!("\u{FEFF}{good}");
    assert_eq!(read(marked.as_bytes()).unwrap().sessions.len(), 2, "an editor's mark does no harm");
}

#[test]
fn a_year_comes_back_whole() {
    let year = year(str::to_owned);
    assert_eq!(read(render(&year).as_bytes()).unwrap(), year);
}
