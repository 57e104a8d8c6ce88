//! Advice before and after a session, and the advice to see somebody.

use unhunch::catalog::Catalog;
use unhunch::history::{Ground, Ledger, SEE_SOMEONE, after, before, see_someone};
use unhunch::model::{BoutEnd, Said, WorkKind};
use unhunch::text::Words;

use super::{at, bout, ended, ledger, say, told};

#[test]
fn pain_of_seven_or_more_is_a_reason_not_to_train() {
    assert_eq!(before(None), None);
    for pain in 0..=10 {
        assert_eq!(before(Some(pain)).map(|it| it.pain), (pain >= 7).then_some(pain));
    }
}

#[test]
fn a_rise_of_two_or_more_and_strong_pain_are_reasons_to_stop() {
    for (pain_before, pain_after, stops) in [
        (None, None, false),
        (None, Some(6), false),
        (None, Some(7), true),
        (Some(9), None, false),
        (Some(3), Some(4), false),
        (Some(3), Some(5), true),
        (Some(0), Some(10), true),
        // Strong pain that did not rise is a reason as well.
        (Some(9), Some(10), true),
        (Some(9), Some(7), true),
        (Some(6), Some(2), false),
    ] {
        let mut record = told(0, 0, pain_after);
        record.before.pain = pain_before;
        let advice = after(&record);
        assert_eq!(advice.is_some(), stops, "{pain_before:?} to {pain_after:?}");
        let rose = pain_before.zip(pain_after).is_some_and(|(then, now)| now >= then + 2);
        let since = advice.map_or(0, |advice| advice.since.len());
        assert_eq!(
            since > 0,
            rose,
            "what was done is named where pain rose: {pain_before:?} to {pain_after:?}"
        );
    }
}

#[test]
fn what_was_done_since_is_named_once_and_what_was_skipped_is_not() {
    let mut record = told(0, 2, Some(5));
    let some = |id| bout(id, WorkKind::Mobility, 1);
    record.bouts = vec![
        some("cat-cow"),
        ended(some("walking"), BoutEnd::Skipped),
        ended(some("neck-tilts"), BoutEnd::CutShort),
        some("cat-cow"),
    ];
    let since = after(&record).unwrap().since;
    assert_eq!(since, [("cat-cow".into(), "CAT-COW".into()), ("neck-tilts".into(), "NECK-TILTS".into())]);
}

#[test]
fn a_long_session_names_a_few_and_counts_the_others() {
    let words = Words::new("en");
    let mut record = told(0, 2, Some(5));
    for (count, end) in
        [(1, "between: A0."), (3, "between: A0, A1, A2."), (5, "between: A0, A1, A2 and 2 more.")]
    {
        record.bouts = (0..count).map(|n| bout(&format!("a{n}"), WorkKind::Mobility, 1)).collect();
        let said = words.stop_for_now(&after(&record).unwrap()).text;
        assert!(said.ends_with(end), "{said}");
    }
    record.before.pain = None;
    record.after.pain = Some(8);
    let said = words.stop_for_now(&after(&record).unwrap());
    assert!(said.text.starts_with("Pain of 8 is a lot.") && said.added.contains("added"), "{said:?}");
}

/// Pain before sessions, as days ago and how much.
fn pains(points: &[(i64, u8)]) -> Ledger {
    ledger(points.iter().map(|&(ago, pain)| told(ago, pain, None)))
}

fn grounds(ledger: &Ledger) -> Vec<Ground> {
    see_someone(ledger, at(0, 12, 0)).map(|advice| advice.grounds).unwrap_or_default()
}

/// Eight sessions over four weeks.
const EIGHT: [i64; 8] = [27, 24, 20, 16, 12, 9, 5, 1];

fn eight(pains_told: [u8; 8]) -> Ledger {
    let points: Vec<_> = EIGHT.into_iter().zip(pains_told).collect();
    pains(&points)
}

#[test]
fn no_better_in_four_weeks_and_eight_sessions() {
    for (pains_told, is_no_better) in [
        ([4; 8], true),
        ([5, 5, 5, 5, 4, 5, 5, 4], true),
        // A point less is an improvement.
        ([5, 5, 5, 5, 4, 4, 4, 4], false),
        ([8, 7, 7, 7, 6, 5, 5, 4], false),
        // Hardly any pain needs no improvement.
        ([1; 8], false),
        ([0; 8], false),
        ([1, 1, 0, 1, 1, 1, 2, 1], false),
        ([2; 8], true),
    ] {
        let found = grounds(&eight(pains_told));
        assert_eq!(found.contains(&Ground::NoBetter), is_no_better, "{pains_told:?}: {found:?}");
    }
}

#[test]
fn fewer_sessions_or_a_shorter_time_say_nothing() {
    for (what, days) in [
        ("seven", &[27, 24, 20, 16, 12, 9, 1][..]),
        ("three weeks", &[20, 19, 18, 16, 12, 9, 5, 1]),
        ("nothing this week", &[27, 26, 24, 20, 16, 12, 9, 8]),
        ("hardly any lately", &[27, 26, 25, 24, 23, 22, 20, 5, 1]),
        ("long ago", &[87, 84, 80, 76, 72, 69, 65, 61]),
    ] {
        let points: Vec<_> = days.iter().map(|&ago| (ago, 5)).collect();
        assert_eq!(grounds(&pains(&points)), [], "{what}");
    }
    // The same sessions without a word on pain.
    let silent = ledger(EIGHT.map(super::session));
    assert_eq!(grounds(&silent), []);
}

#[test]
fn pain_that_rises_week_after_week() {
    for (what, points, is_worse) in [
        ("rises", &[(20, 3), (15, 3), (13, 4), (8, 4), (6, 5), (1, 5)][..], true),
        ("by half points", &[(20, 3), (15, 3), (13, 3), (8, 4), (6, 4), (1, 4)], true),
        ("too little", &[(20, 3), (15, 3), (13, 3), (8, 3), (6, 3), (1, 4)], false),
        ("falls back", &[(20, 3), (15, 3), (13, 6), (8, 6), (6, 5), (1, 5)], false),
        ("from none to hardly any", &[(20, 0), (15, 0), (13, 0), (8, 1), (6, 1), (1, 1)], false),
        ("one of a week", &[(20, 3), (13, 4), (8, 4), (6, 5), (1, 5)], false),
        ("a week without", &[(20, 3), (15, 3), (6, 5), (1, 5)], false),
        (
            "one bad day",
            &[(20, 3), (17, 3), (15, 3), (13, 3), (10, 9), (8, 3), (6, 3), (3, 3), (1, 3)],
            false,
        ),
    ] {
        assert_eq!(grounds(&pains(points)).contains(&Ground::Worse), is_worse, "{what}");
    }
}

#[test]
fn a_ticked_sign_counts_until_it_is_taken_back() {
    let mut it = Ledger::default();
    say(&mut it, at(3, 9, 0), Said::Sign("numbness".into()));
    say(&mut it, at(2, 9, 0), Said::Sign("severe".into()));
    let since = |ago| at(ago, 9, 0);
    let both = [Ground::Sign("numbness".into(), since(3)), Ground::Sign("severe".into(), since(2))];
    assert_eq!(grounds(&it), both);
    say(&mut it, at(1, 9, 0), Said::NoSign("numbness".into()));
    assert_eq!(grounds(&it), both[1..]);
    say(&mut it, at(0, 9, 0), Said::NoSign("severe".into()));
    assert_eq!(see_someone(&it, at(0, 12, 0)), None);
}

#[test]
fn a_sign_that_was_ticked_is_not_said_twice() {
    let mut it = eight([4; 8]);
    assert_eq!(grounds(&it), [Ground::NoBetter]);
    say(&mut it, at(1, 9, 0), Said::Sign("persistent".into()));
    assert_eq!(grounds(&it), [Ground::Sign("persistent".into(), at(1, 9, 0))]);
}

#[test]
fn advice_that_was_read_waits_for_something_new() {
    let heard = || Said::Heard(SEE_SOMEONE.into());
    let due = |it: &Ledger, ago| see_someone(it, at(ago, 12, 0)).is_some();
    let mut it = Ledger::default();
    say(&mut it, at(40, 9, 0), Said::Sign("tingling".into()));
    assert!(due(&it, 40));
    say(&mut it, at(40, 11, 0), heard());
    assert!(!due(&it, 39) && !due(&it, 27), "two weeks of quiet");
    assert!(due(&it, 26), "and no more");
    say(&mut it, at(26, 11, 0), heard());
    assert!(!due(&it, 25));
    say(&mut it, at(24, 9, 0), Said::Sign("weakness".into()));
    assert!(due(&it, 24), "another sign");
    say(&mut it, at(24, 11, 0), heard());
    say(&mut it, at(23, 9, 0), Said::NoSign("tingling".into()));
    assert!(!due(&it, 22), "one less is nothing new");
    say(&mut it, at(21, 9, 0), Said::Sign("tingling".into()));
    assert!(due(&it, 21), "it came back");
}

#[test]
fn another_advice_that_was_read_silences_nothing() {
    let mut it = Ledger::default();
    say(&mut it, at(2, 9, 0), Said::Sign("tingling".into()));
    say(&mut it, at(1, 9, 0), Said::Heard("aim".into()));
    assert!(see_someone(&it, at(0, 12, 0)).is_some());
}

#[test]
fn what_the_records_show_is_one_of_the_signs_of_the_sources() {
    let signs = &Catalog::builtin().safety.signs;
    for ground in [Ground::NoBetter, Ground::Worse] {
        let sign = signs.iter().find(|sign| sign.id == ground.sign());
        assert!(sign.is_some_and(|sign| !sign.sources.is_empty()), "{ground:?}");
    }
}
