//! What is known of a routine as it will run, by arithmetic.

use proptest::prelude::*;
use unhunch::editor::{BlockFacts, Facts, Review};
use unhunch::engine::Options;
use unhunch::model::{Equipment, Position};

use super::*;
use crate::engine::catalog;
use crate::engine::strategy::any_routine;

fn review(document: &Document) -> Review {
    Review::of(document, catalog(), &Options::default())
}

fn facts(document: &Document) -> Vec<BlockFacts> {
    let review = review(document);
    document.in_order().iter().map(|id| review.blocks.get(id).copied().unwrap_or_default()).collect()
}

#[test]
fn a_block_has_the_way_into_it_its_work_and_the_rest_after_it() {
    let document = document(
        r#"[Step(exercise: "hold", rest_secs: 8), Rest(secs: 10), Step(exercise: "hold", transition_secs: 4)]"#,
    );
    let facts = facts(&document);
    let lead_in = Options::default().lead_in_ms;
    let lengths: Vec<u64> = facts.iter().map(|facts| facts.total_ms).collect();
    assert_eq!(
        lengths,
        [lead_in + 30_000, 10_000, 34_000],
        "a rest that was placed takes the place of the usual"
    );
    assert_eq!((facts[0].start_ms, facts[0].work_ms), (0, lead_in));
    assert_eq!(facts[2].work_ms, facts[2].start_ms + 4_000);
}

#[test]
fn rounds_are_those_of_all_repeats_around() {
    let document = document(
        r#"[Repeat(times: 3, rest_secs: 0, blocks: [
            Step(exercise: "hold"),
            Section(name: "S", blocks: [Repeat(times: 2, blocks: [Step(exercise: "reps")])]),
        ]), Repeat(times: 500, blocks: [Rest(secs: 1)]), Repeat(times: 0, blocks: [Step(exercise: "hold")])]"#,
    );
    let rounds: Vec<u32> = facts(&document).iter().map(|facts| facts.rounds).collect();
    assert_eq!(rounds, [1, 3, 3, 3, 6, 1, 100, 0, 0]);
}

#[test]
fn equipment_positions_and_regions_are_gathered() {
    let document = document(
        r#"[Step(exercise: "strength"), Step(exercise: "band"), Step(exercise: "strength"), Step(exercise: "hold")]"#,
    );
    let Facts { equipment, positions, .. } = review(&document).facts;
    assert_eq!(equipment, [Equipment::Dumbbells, Equipment::ResistanceBand]);
    assert_eq!(positions, [Position::Standing, Position::SeatedFloor, Position::SeatedChair]);

    let shipped = unhunch::catalog::Catalog::builtin();
    for routine in shipped.routines.values() {
        let document = Document::new(CommentedRoutine::from(Routine::clone(routine)));
        let facts = Review::of(&document, &shipped, &Options::default()).facts;
        assert!(facts.regions.windows(2).all(|pair| pair[0].1 >= pair[1].1));
        assert!(facts.regions.iter().all(|(_, ms)| *ms <= facts.work_ms), "{}", routine.id);
        assert!(!facts.regions.is_empty(), "{}", routine.id);
    }
}

proptest! {
    #[test]
    fn lengths_of_blocks_sum_to_the_total_and_work_and_rest_do(routine in any_routine()) {
        let document = Document::new(CommentedRoutine::from(routine));
        let review = review(&document);
        let length = |node: &Arc<Node>| review.blocks.get(&node.id).map_or(0, |facts| facts.total_ms);
        prop_assert_eq!(document.blocks.iter().map(length).sum::<u64>(), review.facts.total_ms);
        document.each(&mut |node| {
            if node.is_group() {
                assert_eq!(node.inner.iter().map(length).sum::<u64>(), length(node));
            }
        });
        prop_assert_eq!(review.facts.work_ms + review.facts.rest_ms, review.facts.total_ms);
        prop_assert_eq!(review.timeline.total_ms(), review.facts.total_ms);
        for finding in &review.findings {
            let place = finding.block.and_then(|id| document.path_of(id));
            prop_assert_eq!(place.unwrap_or_default(), finding.diagnostic.place.clone());
        }
    }
}
