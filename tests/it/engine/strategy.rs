//! Generated routines: every kind of block, sane and absurd.

use super::*;
use proptest::prelude::*;
use unhunch::model::{
    BreatheBlock, Defaults, Dose, RepeatBlock, RestBlock, SectionBlock, SideOrder, Step, Tempo,
};

fn any_secs() -> impl Strategy<Value = Seconds> {
    prop_oneof![
        8 => (0u32..=120).prop_map(|n| Seconds(f64::from(n))),
        4 => (0.0f64..90.0).prop_map(Seconds),
        1 => prop_oneof![Just(-1.0), Just(f64::NAN), Just(f64::INFINITY), Just(1e300)].prop_map(Seconds),
    ]
}

fn any_dose() -> impl Strategy<Value = Dose> {
    prop_oneof![
        (any_secs(), 0u32..5).prop_map(|(secs, times)| Dose::Hold { secs, times }),
        (0u32..15, 0u32..4).prop_map(|(count, sets)| Dose::Reps { count, sets }),
        (0u32..10, 0u32..3).prop_map(|(breaths, sets)| Dose::Flow { breaths, sets }),
        (any_secs(), 0u32..3).prop_map(|(secs, sets)| Dose::Timed { secs, sets }),
        (0u32..3).prop_map(|sets| Dose::Open { sets }),
    ]
}

fn any_exercise() -> impl Strategy<Value = String> {
    let mut ids: Vec<String> = catalog().exercises.keys().cloned().collect();
    ids.push("no-such-exercise".into());
    proptest::sample::select(ids)
}

fn any_breath() -> impl Strategy<Value = String> {
    proptest::sample::select(vec!["calm", "box", "sigh", "even", "no-such-breath"]).prop_map(str::to_owned)
}

fn any_order() -> impl Strategy<Value = SideOrder> {
    prop_oneof![Just(SideOrder::LeftFirst), Just(SideOrder::RightFirst)]
}

prop_compose! {
    fn any_tempo()(lift_secs in any_secs(), pause_secs in any_secs(), lower_secs in any_secs()) -> Tempo {
        Tempo { lift_secs, pause_secs, lower_secs }
    }
}

prop_compose! {
    fn any_step()(
        exercise in any_exercise(),
        dose in proptest::option::of(any_dose()),
        sides in proptest::option::of(any_order()),
        tempo in proptest::option::weighted(0.2, any_tempo()),
        breath in proptest::option::weighted(0.3, any_breath()),
        rest_secs in proptest::option::of(any_secs()),
        transition_secs in proptest::option::weighted(0.3, any_secs()),
        switch_secs in proptest::option::weighted(0.3, any_secs()),
        disabled in proptest::bool::weighted(0.1),
    ) -> Step {
        Step { exercise, dose, sides, tempo, breath, rest_secs, transition_secs, switch_secs, silent: Vec::new(), disabled, note: String::new() }
    }
}

fn any_block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        6 => any_step().prop_map(Block::Step),
        1 => (proptest::option::of(any_breath()), any_secs())
            .prop_map(|(pattern, secs)| Block::Breathe(BreatheBlock { pattern, secs, disabled: false })),
        1 => any_secs().prop_map(|secs| Block::Rest(RestBlock { secs, disabled: false })),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            (0u32..4, proptest::option::of(any_secs()), proptest::collection::vec(inner.clone(), 0..4))
                .prop_map(|(times, rest_secs, blocks)| Block::Repeat(RepeatBlock {
                    times,
                    rest_secs,
                    disabled: false,
                    blocks
                })),
            proptest::collection::vec(inner, 0..4).prop_map(|blocks| Block::Section(SectionBlock {
                name: "Part".into(),
                disabled: false,
                blocks
            })),
        ]
    })
}

prop_compose! {
    /// A routine that may be sound, odd or absurd.
    pub(crate) fn any_routine()(
        blocks in proptest::collection::vec(any_block(), 0..8),
        rest_secs in proptest::option::of(any_secs()),
        switch_secs in proptest::option::of(any_secs()),
        breath in proptest::option::of(any_breath()),
    ) -> Routine {
        Routine {
            defaults: Defaults { rest_secs, switch_secs, breath },
            blocks,
            ..Routine::new("generated", "Generated")
        }
    }
}
