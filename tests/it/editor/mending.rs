//! The edit that a finding offers mends it: what was found before is not found after.

use unhunch::editor::{Review, mend_all};
use unhunch::engine::Options;
use unhunch::model::{Fix, Optional, Problem, Seconds};

use super::*;
use crate::engine::catalog;

const WARM: &str = r#"Step(exercise: "reps"), "#;
const COOL: &str = r#"Step(exercise: "calm-down"), "#;

fn review(document: &Document) -> Review {
    Review::of(document, catalog(), &Options::default())
}

fn count(review: &Review, problem: &Problem) -> usize {
    let is_of_kind = |other: &Problem| std::mem::discriminant(other) == std::mem::discriminant(problem);
    review.findings.iter().filter(|finding| is_of_kind(&finding.diagnostic.problem)).count()
}

/// Mends the one finding of blocks that offers this, and nothing comes in its place.
fn mended(blocks: &str, is_offered: impl Fn(&Fix) -> bool) -> String {
    let document = document(&format!("[{blocks}]"));
    let before = review(&document);
    let offers = |fix: &Option<Fix>| fix.as_ref().is_some_and(&is_offered);
    let finding = before.findings.iter().find(|finding| offers(&finding.diagnostic.fix)).unwrap();
    let edit = finding.mend.as_ref().unwrap();
    let after = document.edited(edit, &BTreeSet::new()).unwrap().document;
    let problem = &finding.diagnostic.problem;
    assert_eq!(count(&review(&after), problem) + 1, count(&before, problem), "{:?}", review(&after).findings);
    outline(&after)
}

#[test]
fn an_unknown_exercise_becomes_the_nearest() {
    let outline =
        mended(r#"Step(exercise: "rep"), Step(exercise: "hold")"#, |fix| matches!(fix, Fix::UseExercise(_)));
    assert_eq!(outline, "reps hold");
}

#[test]
fn an_unknown_breath_becomes_the_nearest_wherever_it_is_named() {
    let is_offered = |fix: &Fix| matches!(fix, Fix::UseBreath(_));
    mended(r#"Step(exercise: "hold", breath: "clam")"#, is_offered);
    mended(r#"Repeat(times: 2, blocks: [Breathe(pattern: "boxx", secs: 60)])"#, is_offered);

    let mut document = document(r#"[Step(exercise: "hold")]"#);
    Arc::make_mut(&mut document.head).defaults.breath = Some("clam".into());
    let findings = review(&document).findings;
    assert_eq!((findings.len(), findings[0].block), (1, None));
    let edit = findings[0].mend.as_ref().unwrap();
    let after = document.edited(edit, &BTreeSet::new()).unwrap().document;
    assert_eq!(after.head.defaults.breath.as_deref(), Some("calm"));
    assert_eq!(review(&after).findings, []);
}

#[test]
fn a_held_breath_under_strain_becomes_a_calm_one() {
    let blocks = r#"Step(exercise: "strength", dose: Hold(secs: 20, times: 2), breath: "box"), "#;
    mended(&format!("{blocks}{COOL}"), |fix| matches!(fix, Fix::UseBreath(_)));
}

#[test]
fn a_dose_outside_its_range_or_out_of_all_bounds_becomes_one_that_can_be() {
    let is_offered = |fix: &Fix| matches!(fix, Fix::SetDose(_));
    for dose in ["Reps(count: 12)", "Reps(count: 2, sets: 2)", "Reps(count: 0)", "Reps(count: 5, sets: 99)"] {
        mended(&format!(r#"Step(exercise: "reps", dose: {dose})"#), is_offered);
    }
    mended(r#"Step(exercise: "hold", dose: Hold(secs: -1))"#, is_offered);
    mended(&format!(r#"{WARM}Step(exercise: "roller", dose: Hold(secs: 180))"#), is_offered);
}

#[test]
fn one_side_becomes_both() {
    mended(r#"Step(exercise: "hold-each", sides: LeftOnly)"#, |fix| *fix == Fix::BothSides);
}

#[test]
fn rest_comes_between_sets_and_between_the_rounds_of_a_repeat() {
    let is_offered = |fix: &Fix| matches!(fix, Fix::SetRest(_));
    for blocks in [
        r#"Step(exercise: "strength", rest_secs: 0)"#,
        r#"Repeat(times: 2, blocks: [Step(exercise: "band", rest_secs: 0)])"#,
        r#"Repeat(times: 2, rest_secs: 0, blocks: [Step(exercise: "band")])"#,
        r#"Section(name: "S", blocks: [Repeat(times: 3, rest_secs: 0, blocks: [Step(exercise: "strength", rest_secs: 0)])])"#,
    ] {
        mended(&format!("{blocks}, {COOL}"), is_offered);
    }
}

#[test]
fn what_warms_up_comes_before_a_cold_stretch_once_and_not_each_round() {
    let is_offered = |fix: &Fix| matches!(fix, Fix::InsertStep(_));
    assert_eq!(mended(r#"Rest(secs: 9), Step(exercise: "stretch")"#, is_offered), "rest reps stretch");
    let section = r#"Section(name: "S", blocks: [Step(exercise: "stretch")])"#;
    assert_eq!(mended(section, is_offered), "S[reps stretch]");
    let repeat = r#"Section(name: "S", blocks: [Repeat(times: 2, blocks: [Step(exercise: "stretch")])])"#;
    assert_eq!(mended(repeat, is_offered), "S[reps R[stretch]]");
}

#[test]
fn strength_work_is_followed_by_a_cool_down_at_the_very_end() {
    let is_offered = |fix: &Fix| matches!(fix, Fix::AppendStep(_));
    assert_eq!(mended(r#"Step(exercise: "strength")"#, is_offered), "strength calm-down");
    let inside = r#"Section(name: "S", blocks: [Step(exercise: "strength")]), Step(exercise: "reps")"#;
    assert_eq!(mended(inside, is_offered), "S[strength] reps calm-down");
}

#[test]
fn an_empty_routine_begins_with_a_warm_up() {
    let empty = document("[]");
    let finding = review(&empty).findings.remove(0);
    assert_eq!((&finding.diagnostic.problem, finding.block), (&Problem::Empty, None));
    let after = empty.edited(&finding.mend.unwrap(), &BTreeSet::new()).unwrap().document;
    assert_eq!((outline(&after), review(&after).findings), ("reps".to_owned(), Vec::new()));
}

#[test]
fn rounds_come_to_the_nearest_number_that_can_be() {
    for (times, can_be) in [(0, 1), (5_000, 100)] {
        let blocks = format!(r#"Repeat(times: {times}, blocks: [Step(exercise: "hold")]), {WARM}"#);
        mended(&blocks, |fix| *fix == Fix::SetTimes(can_be));
    }
}

#[test]
fn an_absurd_length_that_need_not_be_written_is_left_out() {
    for (blocks, which) in [
        (r#"Step(exercise: "hold", rest_secs: -1)"#, Optional::Rest),
        (r#"Step(exercise: "hold", transition_secs: 99999)"#, Optional::Transition),
        (r#"Step(exercise: "hold-each", switch_secs: -1)"#, Optional::Switch),
        (r#"Step(exercise: "reps", tempo: (lift_secs: -1, pause_secs: 0, lower_secs: 1))"#, Optional::Tempo),
        (r#"Repeat(times: 2, rest_secs: -1, blocks: [Step(exercise: "hold")])"#, Optional::Rest),
    ] {
        mended(blocks, |fix| *fix == Fix::LeaveOut(which));
    }
    let mut document = document(r#"[Step(exercise: "hold")]"#);
    let defaults = &mut Arc::make_mut(&mut document.head).defaults;
    (defaults.rest_secs, defaults.switch_secs) = (Some(Seconds(-1.0)), Some(Seconds(1e9)));
    let findings = review(&document).findings;
    assert_eq!(findings.len(), 2);
    let mends: Vec<_> = findings.iter().filter_map(|finding| finding.mend.as_ref()).collect();
    let after = document.edited(&mend_all(mends.into_iter()), &BTreeSet::new()).unwrap().document;
    assert_eq!(review(&after).findings, []);
}

#[test]
fn a_rest_of_no_length_is_taken_out() {
    let is_offered = |fix: &Fix| *fix == Fix::Remove;
    assert_eq!(mended(r#"Step(exercise: "hold"), Rest(secs: 0)"#, is_offered), "hold");
    assert_eq!(
        mended(r#"Step(exercise: "hold"), Section(name: "", blocks: [Breathe(secs: -3)])"#, is_offered),
        "hold S[]"
    );
}

#[test]
fn the_worst_comes_first_and_each_leads_to_its_block() {
    let document = document(
        r#"[Step(exercise: "hold-each", sides: LeftOnly), Section(name: "S", blocks: [Step(exercise: "nothing-of-the-kind")])]"#,
    );
    let review = review(&document);
    let blocks: Vec<_> = review.findings.iter().map(|finding| finding.block).collect();
    let ids = document.in_order();
    assert_eq!(blocks, [Some(ids[2]), Some(ids[0])]);
    assert!(review.findings[0].mend.is_none(), "nothing is near");
    assert_eq!(review.blocks[&ids[2]].worst, Some(review.findings[0].diagnostic.severity));
    assert_eq!(review.blocks[&ids[2]].rounds, 0, "it does not run");
}
