//! What is said after a session.

use unhunch::history::{Ledger, Praise, praise};
use unhunch::model::{BoutEnd, SessionRecord, Side, WorkKind};
use unhunch::text::Words;

use super::{bout, ended, ledger, on, session, told};

/// A session of last week that is longer than any of this one.
fn long_last_week() -> SessionRecord {
    let bouts = vec![bout("walking", WorkKind::Mobility, 90)];
    SessionRecord { bouts, ..session(7) }
}

fn doing(bouts: Vec<unhunch::model::BoutRecord>) -> SessionRecord {
    SessionRecord { bouts, ..session(0) }
}

fn sides(left: u64, right: u64) -> SessionRecord {
    let some = |minutes| bout("neck-tilts", WorkKind::Mobility, minutes);
    doing(vec![on(some(left), Side::Left), on(some(right), Side::Right)])
}

#[test]
fn each_session_is_thanked_for_what_went_well() {
    let short = || ended(bout("walking", WorkKind::Mobility, 2), BoutEnd::CutShort);
    let usual = || ledger([long_last_week(), session(1)]);
    let table: Vec<(&str, Ledger, SessionRecord, Praise)> = vec![
        ("first", Ledger::default(), session(0), Praise::First),
        ("back", ledger([session(20)]), session(0), Praise::Back { days: 20 }),
        ("a week is no long break", usual(), session(0), Praise::ToTheEnd),
        ("less pain", usual(), told(0, 5, Some(3)), Praise::LessPain { before: 5, after: 3 }),
        ("a point more", usual(), told(0, 3, Some(4)), Praise::ToTheEnd),
        ("a rise", usual(), told(0, 3, Some(5)), Praise::Listened),
        ("strong pain", Ledger::default(), told(0, 9, Some(8)), Praise::Listened),
        ("more", ledger([session(7), session(1)]), session(0), Praise::MoreThanLastWeek { done_ms: 600_000 }),
        ("more already", ledger([session(7), session(2), session(1)]), session(0), Praise::ToTheEnd),
        ("nothing last week", ledger([session(10), session(1)]), session(0), Praise::ToTheEnd),
        ("even", usual(), sides(2, 2), Praise::Evenly),
        ("uneven", usual(), sides(2, 3), Praise::ToTheEnd),
        ("one side", usual(), sides(2, 0), Praise::ToTheEnd),
        ("cut short", usual(), doing(vec![short()]), Praise::Thanks),
        ("hurt", usual(), doing(vec![ended(short(), BoutEnd::Hurt)]), Praise::Listened),
        ("hurt at first", Ledger::default(), doing(vec![ended(short(), BoutEnd::Hurt)]), Praise::Listened),
        ("nothing done", Ledger::default(), doing(Vec::new()), Praise::Thanks),
    ];
    let words = Words::new("en");
    for (what, mut before, record, expected) in table {
        assert_eq!(praise(&before, &record), expected, "{what}");
        before.put(&record);
        assert_eq!(praise(&before, &record), expected, "{what}, once it is kept");
        let said = words.praise(&expected);
        assert!(said.ends_with('.') && !said.contains(['{', '$']), "{said}");
        for scolding in ["streak", "miss", "fail", "should", "in a row", "only"] {
            assert!(!said.to_lowercase().contains(scolding), "{said}");
        }
    }
}
