//! "Make me a session": what holds for every session that is made, whatever was wished.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use unhunch::catalog::Catalog;
use unhunch::editor::generate::{Aim, Headings, Made, Place, Remark, Soreness, Wish, Wording, generate};
use unhunch::engine::{Entry, Options, SegmentKind, Timeline, compile};
use unhunch::model::{
    Block, Category, Dose, Equipment, Exercise, Position, Quantity, Range, Seconds, Sides, Tempo, Variant,
};

const ALL_EQUIPMENT: [Equipment; 13] = [
    Equipment::Chair,
    Equipment::ChairWithBack,
    Equipment::Wall,
    Equipment::Doorway,
    Equipment::Mat,
    Equipment::FoamRoller,
    Equipment::RolledTowel,
    Equipment::Towel,
    Equipment::YogaBlock,
    Equipment::Peanut,
    Equipment::Dumbbells,
    Equipment::ResistanceBand,
    Equipment::Blanket,
];

fn shipped() -> &'static Catalog {
    static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::builtin);
    &CATALOG
}

/// The shipped exercises and some of a person's own: odd ones, and some that cannot be done at all.
fn with_odd_ones() -> &'static Catalog {
    static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
        let mut catalog = Catalog::builtin();
        let mut add = |from: &str, id: &str, change: &dyn Fn(&mut Exercise)| {
            let mut exercise = Exercise::clone(catalog.exercise(from).unwrap());
            id.clone_into(&mut exercise.id);
            change(&mut exercise);
            catalog.exercises.insert(id.to_owned(), Arc::new(exercise));
        };
        let secs = Seconds;
        add("marching-in-place", "own-open", &|e| e.dose = Dose::Open { sets: 1 });
        add("marching-in-place", "own-endless", &|e| {
            e.dose = Dose::Timed { secs: secs(3600.0), sets: 20 };
            e.ranges.clear();
        });
        add("neck-tilts", "own-nowhere", &|e| e.positions.clear());
        add("neck-tilts", "own-many", &|e| e.dose = Dose::Reps { count: 1_000_000, sets: 1 });
        add("arm-circles", "own-still", &|e| {
            let none = secs(0.0);
            e.tempo = Some(Tempo { lift_secs: none, pause_secs: none, lower_secs: none });
        });
        add("childs-pose", "own-short-static", &|e| {
            e.ranges.clear();
            e.dose = Dose::Hold { secs: secs(5.0), times: 1 };
        });
        add("childs-pose", "own-breathless", &|e| e.breath = Some("no-such-breath".to_owned()));
        add("seated-row", "own-chair-strength", &|e| {
            e.positions = vec![Position::SeatedChair];
            e.sides = Sides::Each;
            e.equipment = vec![Equipment::ResistanceBand, Equipment::Towel];
        });
        add("seated-row", "own-held-strength", &|e| {
            e.dose = Dose::Hold { secs: secs(20.0), times: 2 };
            e.breath = Some("box".to_owned());
            e.ranges.clear();
        });
        add("cat-cow", "own-circle", &|e| {
            let way = Variant {
                exercise: Some("own-circle".into()),
                note: String::new(),
                sources: vec![],
                stated: false,
            };
            e.easier = vec![way];
            e.equipment = vec![Equipment::Peanut, Equipment::FoamRoller];
        });
        add("cat-cow", "own-upside-down", &|e| {
            let (min, max) = (Some(secs(9.0)), Some(secs(3.0)));
            let note = String::new();
            e.ranges = vec![Range { of: Quantity::Breaths, min, max, sources: vec![], stated: false, note }];
        });
        catalog
    });
    &CATALOG
}

fn wording() -> Wording {
    let headings = Headings {
        warm_up: "Warm-up".into(),
        loosen: "Loosen".into(),
        strengthen: "Strengthen".into(),
        stretch: "Stretch".into(),
        cool_down: "Cool-down".into(),
    };
    Wording {
        id: "made".into(),
        name: "Made".into(),
        summary: "Made to a wish.".into(),
        headings,
        seated: "Stay on your chair.".into(),
        standing: "Stay on your feet.".into(),
    }
}

fn wish(minutes: u32, place: Place, aim: Aim, soreness: Soreness) -> Wish {
    Wish { minutes, place, equipment: BTreeSet::from(ALL_EQUIPMENT), aim, soreness, seed: 1 }
}

fn made(wish: &Wish) -> Made {
    generate(wish, &wording(), shipped(), &Options::default())
}

/// Everything that holds for a session whatever was wished.
fn check(wish: &Wish, catalog: &Catalog, options: &Options) {
    let made = generate(wish, &wording(), catalog, options);
    let (timeline, found) = compile(&made.routine, catalog, options);
    let faults: Vec<String> = [
        (found.is_empty(), format!("is told {found:?}")),
        (is_as_long(wish, &timeline), format!("lasts {} s", timeline.total_ms() / 1000)),
        (is_in_place(wish, &timeline), "leaves the place asked".to_owned()),
        (is_equipped(wish, &timeline), "needs what is not at hand".to_owned()),
        (has_both_sides(&timeline), "leaves a side out".to_owned()),
        (is_warm(&timeline), "stretches or strains cold muscles".to_owned()),
        (cools_down(&timeline), "does not cool down".to_owned()),
        (!strains_the_sore(wish, &timeline), "strengthens what is sore".to_owned()),
        (is_varied(&timeline), "has an exercise twice in a row".to_owned()),
        (goes_down_once(&timeline), "gets up from the floor, or gets down twice".to_owned()),
        (fetches_once(&timeline), "fetches something twice".to_owned()),
        (holds_are_sane(&timeline), "holds too short or too long".to_owned()),
        (rests_between_sets(&timeline), "does not rest between sets".to_owned()),
        (made == generate(wish, &wording(), catalog, options), "is another each time".to_owned()),
    ]
    .into_iter()
    .filter_map(|(holds, fault)| (!holds).then_some(fault))
    .collect();
    assert!(faults.is_empty(), "{wish:?} {options:?} {faults:#?}\n{:#?}", outline(&timeline));
}

fn outline(timeline: &Timeline) -> Vec<String> {
    let name = |entry: &Entry| entry.exercise.as_ref().map_or("breathing".to_owned(), |e| e.id.clone());
    timeline.entries.iter().map(|entry| format!("{} {:?}", name(entry), entry.dose)).collect()
}

fn exercises(timeline: &Timeline) -> impl Iterator<Item = &Exercise> {
    timeline.entries.iter().filter_map(|entry| entry.exercise.as_deref())
}

fn is_as_long(wish: &Wish, timeline: &Timeline) -> bool {
    let asked = u64::from(wish.minutes) * 60_000;
    timeline.total_ms().abs_diff(asked) * 10 <= asked
}

fn has_seat(wish: &Wish) -> bool {
    let seats = [Equipment::Chair, Equipment::ChairWithBack];
    wish.place == Place::SeatedOnly || seats.iter().any(|seat| wish.equipment.contains(seat))
}

fn is_in_place(wish: &Wish, timeline: &Timeline) -> bool {
    let can = |position: &Position| match position {
        Position::SeatedChair => has_seat(wish),
        Position::Standing => wish.place != Place::SeatedOnly,
        _ => wish.place == Place::Floor,
    };
    exercises(timeline)
        .all(|e| e.positions.iter().any(can) || e.positions.is_empty() && can(&Position::Standing))
}

fn is_equipped(wish: &Wish, timeline: &Timeline) -> bool {
    let has = |item: &Equipment| match item {
        Equipment::Chair => has_seat(wish),
        Equipment::Towel | Equipment::RolledTowel => {
            [Equipment::Towel, Equipment::RolledTowel].iter().any(|towel| wish.equipment.contains(towel))
        }
        item => wish.equipment.contains(item),
    };
    exercises(timeline).all(|e| e.equipment.iter().all(has))
}

fn has_both_sides(timeline: &Timeline) -> bool {
    let one_sided = |entry: &&Entry| entry.exercise.as_ref().is_some_and(|e| e.sides != Sides::Both);
    timeline.entries.iter().filter(one_sided).all(|entry| {
        let own = &timeline.segments[entry.first_segment as usize..entry.end_segment as usize];
        let is_timed = matches!(entry.dose, Dose::Timed { .. }); // its loops take turns
        is_timed
            || own.iter().filter(|s| s.kind.is_work()).filter_map(|s| s.side).collect::<BTreeSet<_>>().len()
                == 2
    })
}

fn moves(exercise: &Exercise) -> bool {
    !matches!(exercise.dose, Dose::Hold { .. })
}

fn is_warm(timeline: &Timeline) -> bool {
    let gentle = [Category::WarmUp, Category::Dynamic, Category::Mobility, Category::Desk];
    exercises(timeline).next().is_none_or(|first| moves(first) && gentle.contains(&first.category))
}

fn cools_down(timeline: &Timeline) -> bool {
    let strong =
        |entry: &Entry| entry.exercise.as_ref().is_some_and(|e| e.category == Category::Strengthening);
    let breathes = |entry: &Entry| {
        entry.exercise.as_ref().map_or(!entry.is_rest(), |e| e.category == Category::Breathing)
    };
    timeline.entries.last().is_some_and(|last| !strong(last) && breathes(last))
}

fn strains_the_sore(wish: &Wish, timeline: &Timeline) -> bool {
    wish.soreness == Soreness::Sore && exercises(timeline).any(|e| e.category == Category::Strengthening)
}

fn is_varied(timeline: &Timeline) -> bool {
    let ids: Vec<&str> = exercises(timeline).map(|e| e.id.as_str()).collect();
    ids.windows(2).all(|pair| pair[0] != pair[1])
}

fn goes_down_once(timeline: &Timeline) -> bool {
    let is_low = |position: &Position| !matches!(position, Position::Standing | Position::SeatedChair);
    let lows = exercises(timeline).filter(|e| !e.positions.is_empty()).filter_map(|e| {
        let low = e.positions.iter().filter(|position| is_low(position)).count();
        (low == 0 || low == e.positions.len()).then_some(low > 0)
    });
    let lows: Vec<bool> = lows.collect();
    lows.is_sorted()
}

fn fetches_once(timeline: &Timeline) -> bool {
    let kits: Vec<BTreeSet<Equipment>> = exercises(timeline)
        .map(|e| e.equipment.iter().copied().filter(|item| !item.stays_put()).collect())
        .filter(|kit: &BTreeSet<Equipment>| !kit.is_empty())
        .collect();
    ALL_EQUIPMENT.iter().all(|item| {
        let used: Vec<bool> = kits.iter().map(|kit| kit.contains(item)).collect();
        used.iter().skip_while(|used| !**used).skip_while(|used| **used).all(|used| !used)
    })
}

fn holds_are_sane(timeline: &Timeline) -> bool {
    timeline.entries.iter().all(|entry| {
        let (Some(exercise), Dose::Hold { secs, .. }) = (&entry.exercise, entry.dose) else { return true };
        let is_free = exercise.category == Category::Static && exercise.allowed(Quantity::HoldSecs).is_none();
        let on_roller = exercise.equipment.contains(&Equipment::FoamRoller);
        (!is_free || (10.0..=60.0).contains(&secs.0)) && (!on_roller || secs.0 <= 120.0)
    })
}

fn rests_between_sets(timeline: &Timeline) -> bool {
    let strong = |entry: &&Entry| {
        entry.sets > 1 && entry.exercise.as_ref().is_some_and(|e| e.category == Category::Strengthening)
    };
    timeline.entries.iter().filter(strong).all(|entry| {
        let own = &timeline.segments[entry.first_segment as usize..entry.end_segment as usize];
        own.iter().any(|s| s.kind == SegmentKind::Rest && s.set > 1 && s.len_ms() >= 30_000)
    })
}

fn any_wish() -> impl Strategy<Value = Wish> {
    (
        2_u32..=60,
        proptest::sample::select(Place::ALL.to_vec()),
        proptest::sample::subsequence(ALL_EQUIPMENT.to_vec(), 0..=ALL_EQUIPMENT.len()),
        proptest::sample::select(Aim::ALL.to_vec()),
        proptest::sample::select(Soreness::ALL.to_vec()),
        any::<u64>(),
    )
        .prop_map(|(minutes, place, equipment, aim, soreness, seed)| Wish {
            minutes,
            place,
            equipment: equipment.into_iter().collect(),
            aim,
            soreness,
            seed,
        })
}

fn any_options() -> impl Strategy<Value = Options> {
    let ms = |most: u64| prop_oneof![Just(0), Just(most), 0..=most];
    (ms(30_000), ms(60_000), ms(20_000)).prop_map(|(lead_in_ms, rest_ms, switch_ms)| Options {
        lead_in_ms,
        rest_ms,
        switch_ms,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_wish_makes_a_sound_session(wish in any_wish()) {
        check(&wish, shipped(), &Options::default());
    }

    #[test]
    fn whatever_the_pauses_a_person_likes(wish in any_wish(), options in any_options()) {
        check(&wish, shipped(), &options);
    }

    #[test]
    fn whatever_exercises_a_person_has(wish in any_wish()) {
        check(&wish, with_odd_ones(), &Options::default());
    }
}

#[test]
fn every_minute_place_aim_and_soreness_makes_a_sound_session() {
    for minutes in 2..=60 {
        for place in Place::ALL {
            for aim in Aim::ALL {
                for soreness in Soreness::ALL {
                    let rich = wish(minutes, place, aim, soreness);
                    let bare = Wish { equipment: BTreeSet::new(), ..rich.clone() };
                    check(&rich, shipped(), &Options::default());
                    check(&bare, shipped(), &Options::default());
                }
            }
        }
    }
}

#[test]
fn another_seed_makes_another_session() {
    for place in Place::ALL {
        for aim in Aim::ALL {
            for soreness in Soreness::ALL {
                // One shipped exercise strengthens on the feet, and little fits beside it in two minutes.
                let is_narrow = (place, aim) == (Place::Standing, Aim::Strengthen);
                let least_of_two_minutes = if is_narrow { 2 } else { 3 };
                for (minutes, least) in [(2, least_of_two_minutes), (10, 10), (30, 15)] {
                    let of_seed = |seed| {
                        format!("{:?}", made(&Wish { seed, ..wish(minutes, place, aim, soreness) }).routine)
                    };
                    let different: BTreeSet<String> = (0..20).map(of_seed).collect();
                    let count = different.len();
                    assert!(count >= least, "{minutes} {place:?} {aim:?} {soreness:?}: {count} of 20");
                }
            }
        }
    }
}

#[test]
fn strength_is_there_wherever_it_can_be() {
    for minutes in 2..=60 {
        for (place, soreness) in [(Place::Standing, Soreness::NotSore), (Place::Floor, Soreness::ALittle)] {
            let wish = wish(minutes, place, Aim::Strengthen, soreness);
            let (timeline, _) = compile(&made(&wish).routine, shipped(), &Options::default());
            let strong = exercises(&timeline).any(|e| e.category == Category::Strengthening);
            assert!(strong, "{wish:?} {:#?}", outline(&timeline));
        }
    }
}

#[test]
fn sections_stand_in_their_order_and_carry_the_words_given() {
    let wish = wish(20, Place::Floor, Aim::Strengthen, Soreness::NotSore);
    let routine = made(&wish).routine;
    assert_eq!((routine.id.as_str(), routine.summary.as_str()), ("made", "Made to a wish."));
    let names = routine.blocks.iter().map(|block| match block {
        Block::Section(section) => section.name.as_str(),
        other => panic!("{other:?}"),
    });
    let names: Vec<&str> = names.collect();
    assert_eq!(names, ["Warm-up", "Loosen", "Strengthen", "Cool-down"]);
}

#[test]
fn who_is_sore_is_given_the_easier_way() {
    let wish = wish(30, Place::Floor, Aim::Loosen, Soreness::Sore);
    for seed in 0..20 {
        let made = made(&Wish { seed, ..wish.clone() });
        let (timeline, _) = compile(&made.routine, shipped(), &Options::default());
        let ids: Vec<&str> = exercises(&timeline).map(|e| e.id.as_str()).collect();
        for harder in ["bird-dog", "high-knees", "childs-pose-side-reach", "neck-stretch"] {
            assert!(!ids.contains(&harder), "{ids:?}");
        }
        assert!(timeline.entries.iter().any(|entry| !entry.note.is_empty()), "{ids:?}");
    }
}

#[test]
fn what_gives_way_is_said() {
    let strong = wish(10, Place::SeatedOnly, Aim::Strengthen, Soreness::NotSore);
    let expected = Remark::NoStrength { equipment: BTreeSet::new(), place: Some(Place::Standing) };
    assert_eq!(made(&strong).remarks, [expected]);

    let bare = Wish { equipment: BTreeSet::new(), place: Place::Standing, ..strong.clone() };
    let expected =
        Remark::NoStrength { equipment: BTreeSet::from([Equipment::Dumbbells]), place: Some(Place::Floor) };
    assert_eq!(made(&bare).remarks, [expected]);

    let sore = wish(10, Place::Floor, Aim::Strengthen, Soreness::Sore);
    assert_eq!(made(&sore).remarks, [Remark::SoreSoNoStrength]);
    assert_eq!(made(&wish(10, Place::Floor, Aim::Loosen, Soreness::NotSore)).remarks, []);

    let long_rests = Options { rest_ms: 60_000, ..Options::default() };
    let short = wish(4, Place::Floor, Aim::Loosen, Soreness::NotSore);
    let remarks = generate(&short, &wording(), shipped(), &long_rests).remarks;
    assert_eq!(remarks, [Remark::ShorterRests { secs: Seconds(12.0) }]);
}

#[test]
fn without_exercises_there_is_breathing() {
    let mut empty = Catalog::builtin();
    empty.exercises.clear();
    let wish = wish(5, Place::Floor, Aim::WindDown, Soreness::NotSore);
    let made = generate(&wish, &wording(), &empty, &Options::default());
    let (timeline, found) = compile(&made.routine, &empty, &Options::default());
    assert!(found.is_empty() && is_as_long(&wish, &timeline), "{found:?} {}", timeline.total_ms());
    assert_eq!(made.remarks, [Remark::BreathingAlone]);
}

#[test]
fn strength_that_takes_longer_than_there_is_gives_way_and_says_so() {
    for towel in [Equipment::Towel, Equipment::RolledTowel] {
        for seed in 0..8 {
            let equipment = BTreeSet::from([towel, Equipment::ResistanceBand]);
            let place = Place::SeatedOnly;
            let soreness = Soreness::NotSore;
            let wish = Wish { minutes: 2, place, equipment, aim: Aim::Strengthen, soreness, seed };
            check(&wish, with_odd_ones(), &Options::default());
            let made = generate(&wish, &wording(), with_odd_ones(), &Options::default());
            assert!(made.remarks.contains(&Remark::NoTimeForStrength), "{:?}", made.remarks);
        }
    }
}
