//! What is suggested to somebody who begins, and does it, day by day.

use std::collections::BTreeSet;

use unhunch::history::{Ledger, Suggestion, Why};
use unhunch::model::{Equipment, Plan};

use super::at;
use super::suggest::{ask, did, facts};

/// What is suggested at these hours of so many days, and done each time. The first is a Monday.
fn weeks(days: i64, hours: &[i8]) -> Vec<(i64, Suggestion)> {
    weeks_after(Ledger::default(), days, hours)
}

fn weeks_after(mut done: Ledger, days: i64, hours: &[i8]) -> Vec<(i64, Suggestion)> {
    let mut found = Vec::new();
    for (day, hour) in (0..days).flat_map(|day| hours.iter().map(move |&hour| (day, hour))) {
        let now = at(9 - day, hour, 0);
        let suggestion = ask(&done, &Plan::default(), now);
        done.put(&did(&suggestion.routine, now));
        found.push((day, suggestion));
    }
    found
}

const HOURS: [&[i8]; 5] = [&[8], &[13], &[19], &[8, 12, 15, 19], &[22]];

#[test]
fn the_first_days_are_short_and_strength_waits() {
    for hours in HOURS {
        for (day, found) in weeks(3, hours) {
            let minutes = facts(&found.routine).total_ms / 60_000;
            assert!(minutes <= 10, "day {day} at {hours:?}: {} of {minutes} min", found.routine);
            assert!(day >= 2 || !facts(&found.routine).is_strength(), "day {day} at {hours:?}");
        }
    }
    let first = weeks(10, &[19]).into_iter().find(|(_, found)| found.why == Why::StrengthNew).unwrap().1;
    assert!(facts(&first.routine).total_ms <= 8 * 60_000, "{} to begin with", first.routine);
}

#[test]
fn nobody_is_sent_to_fetch_what_not_every_home_has() {
    let bought = BTreeSet::from([
        Equipment::FoamRoller,
        Equipment::YogaBlock,
        Equipment::Peanut,
        Equipment::Dumbbells,
        Equipment::ResistanceBand,
    ]);
    for hours in HOURS {
        for (day, found) in weeks(14, hours) {
            let needs = &facts(&found.routine).equipment;
            assert!(needs.is_disjoint(&bought), "day {day} at {hours:?}: {} needs {needs:?}", found.routine);
        }
    }
    // Whoever has used it has it.
    let rolls = |id: &str| facts(id).equipment.contains(&Equipment::FoamRoller);
    let owner = super::ledger([did("foam-roller", at(10, 20, 0))]);
    assert!(weeks_after(owner, 14, &[22]).iter().any(|(_, found)| rolls(&found.routine)));
}

#[test]
fn two_weeks_are_not_all_alike() {
    for hours in HOURS {
        let routines: BTreeSet<String> =
            weeks(14, hours).into_iter().map(|(_, found)| found.routine).collect();
        assert!(routines.len() >= 4, "at {hours:?}: {routines:?}");
    }
}
