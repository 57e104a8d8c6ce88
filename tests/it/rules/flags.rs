//! Exercises that hurt are left out until the person says otherwise; those after which pain rose
//! come last.

use unhunch::catalog::Catalog;
use unhunch::history::{FlagKind, Ledger, easier_of, flags};
use unhunch::model::{BoutEnd, Said, SessionRecord, WorkKind};

use super::{TODAY, at, bout, ended, ledger, say, session, told};

fn hurting(days_ago: i64, id: &str) -> SessionRecord {
    let bouts = vec![ended(bout(id, WorkKind::Mobility, 1), BoutEnd::Hurt)];
    SessionRecord { bouts, ..session(days_ago) }
}

fn doing(record: SessionRecord, id: &str) -> SessionRecord {
    SessionRecord { bouts: vec![bout(id, WorkKind::Mobility, 1)], ..record }
}

fn flagged(ledger: &Ledger) -> Vec<(&str, FlagKind)> {
    let found = flags(ledger, TODAY);
    found.into_iter().map(|flag| (ledger.exercises().id(flag.exercise), flag.kind)).collect()
}

#[test]
fn what_hurt_stays_out_until_it_is_reviewed_however_long_that_takes() {
    let mut it = ledger([hurting(900, "cat-cow"), doing(told(2, 3, Some(3)), "cat-cow")]);
    assert_eq!(flagged(&it), [("cat-cow", FlagKind::Hurt)]);
    say(&mut it, at(901, 9, 0), Said::Reviewed("cat-cow".into()));
    assert_eq!(flagged(&it), [("cat-cow", FlagKind::Hurt)], "a review before it hurt is none");
    say(&mut it, at(1, 9, 0), Said::Reviewed("walking".into()));
    assert_eq!(flagged(&it), [("cat-cow", FlagKind::Hurt)], "nor is one of another");
    say(&mut it, at(1, 9, 0), Said::Reviewed("cat-cow".into()));
    assert_eq!(flagged(&it), []);
    it.put(&hurting(0, "cat-cow"));
    assert_eq!(flagged(&it), [("cat-cow", FlagKind::Hurt)], "it hurt again");
}

#[test]
fn the_last_that_hurt_comes_first_and_each_once() {
    let it = ledger([hurting(9, "walking"), hurting(5, "cat-cow"), hurting(3, "walking")]);
    assert_eq!(flagged(&it), [("walking", FlagKind::Hurt), ("cat-cow", FlagKind::Hurt)]);
}

#[test]
fn after_a_rise_everything_done_comes_last_for_four_weeks() {
    for (ago, expected) in [(0, true), (27, true), (28, false)] {
        let it = ledger([doing(told(ago, 2, Some(5)), "walking")]);
        assert_eq!(flagged(&it) == [("walking", FlagKind::Rose)], expected, "{ago} days ago");
    }
    assert_eq!(flagged(&ledger([doing(told(3, 2, Some(3)), "walking")])), []);
}

#[test]
fn a_rise_is_forgotten_when_it_goes_well_or_is_reviewed() {
    let rose = || doing(told(5, 2, Some(5)), "walking");
    let it = ledger([rose(), doing(told(2, 3, Some(3)), "walking")]);
    assert_eq!(flagged(&it), []);
    let it = ledger([rose(), doing(session(2), "walking")]);
    assert_eq!(flagged(&it), [("walking", FlagKind::Rose)], "nothing was said of how it went");
    let mut it = ledger([rose()]);
    say(&mut it, at(4, 9, 0), Said::Reviewed("walking".into()));
    assert_eq!(flagged(&it), []);
}

#[test]
fn hurting_weighs_more_than_a_rise() {
    let mut both = hurting(3, "walking");
    (both.before.pain, both.after.pain) = (Some(1), Some(6));
    both.bouts.push(bout("walking", WorkKind::Mobility, 1));
    assert_eq!(flagged(&ledger([both])), [("walking", FlagKind::Hurt)]);
}

#[test]
fn the_easier_way_is_one_that_did_not_hurt_itself() {
    let catalog = Catalog::builtin();
    let mut found = 0;
    for exercise in catalog.exercises.values() {
        let Some(easier) = easier_of(&catalog, exercise, &[exercise.id.as_str()].into()) else { continue };
        found += 1;
        assert!(exercise.easier.iter().any(|variant| variant.exercise.as_ref() == Some(&easier.id)));
        let next = easier_of(&catalog, exercise, &[exercise.id.as_str(), easier.id.as_str()].into());
        assert_ne!(next.map(|next| &next.id), Some(&easier.id));
    }
    assert!(found > 5);
}
