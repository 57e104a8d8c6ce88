//! The shipped content parses, agrees with the facts it was written from, and can be found.

use std::collections::BTreeSet;
use std::path::PathBuf;

use unhunch::catalog::{Catalog, Choice, Facet, FileProblem, Filter, Own, OwnContent};
use unhunch::engine::Round;
use unhunch::model::motion::Part;
use unhunch::model::{Block, Category, CueKind, Dose, Equipment, Exercise, Line, Position, Quantity, Sides};

const FACTS: &str = include_str!("../fixtures/exercise-facts.csv");

#[test]
fn shipped_content_parses() {
    let catalog = Catalog::from_embedded().unwrap();
    let ids: Vec<&str> = catalog.exercises.keys().map(String::as_str).collect();
    for id in [
        "cat-cow",
        "chair-rotation",
        "childs-pose",
        "neck-flexion",
        "overhead-stretch",
        "shoulder-rolls",
        "slouch-overcorrect",
        "wall-stretch",
    ] {
        assert!(ids.contains(&id), "{id} is missing from {ids:?}");
    }
    assert!(catalog.routine("desk-break").is_some());
    assert!(catalog.routine("cat-cow-and-rest").is_some());
    assert_eq!(catalog.default_breath().id, "calm");
}

#[test]
fn everything_named_exists() {
    let catalog = Catalog::builtin();
    for exercise in catalog.exercises.values() {
        for id in sources_named_by(exercise) {
            assert!(catalog.source(id).is_some(), "{}: no source \"{id}\"", exercise.id);
        }
        for variant in exercise.easier.iter().chain(&exercise.harder) {
            let told = variant
                .exercise
                .as_deref()
                .map_or(!variant.note.is_empty(), |id| catalog.exercise(id).is_some());
            assert!(told, "{}: {variant:?} leads nowhere", exercise.id);
        }
        if let Some(breath) = &exercise.breath {
            assert!(catalog.breath(breath).is_some(), "{}: no breath \"{breath}\"", exercise.id);
        }
    }
    for routine in catalog.routines.values() {
        for id in steps_of(&routine.blocks) {
            assert!(catalog.exercise(id).is_some(), "{}: {id}", routine.id);
        }
    }
}

fn steps_of(blocks: &[Block]) -> Vec<&str> {
    let steps = blocks.iter().flat_map(|block| match block {
        Block::Step(step) => vec![step.exercise.as_str()],
        Block::Repeat(repeat) => steps_of(&repeat.blocks),
        Block::Section(section) => steps_of(&section.blocks),
        Block::Breathe(_) | Block::Rest(_) => Vec::new(),
    });
    steps.collect()
}

#[test]
fn a_fact_has_sources_or_says_that_it_was_added() {
    for exercise in Catalog::builtin().exercises.values() {
        let lines = exercise.setup.iter().chain(&exercise.steps).chain(&exercise.cautions);
        let facts = lines
            .map(|line| (line.stated, &line.sources, &line.text))
            .chain(exercise.felt.iter().map(|felt| (felt.stated, &felt.sources, &felt.name)))
            .chain(exercise.easier.iter().chain(&exercise.harder).map(|v| (v.stated, &v.sources, &v.note)))
            .chain(exercise.ranges.iter().map(|range| (range.stated, &range.sources, &range.note)))
            .chain(exercise.breathing.iter().map(|b| (b.stated, &b.sources, &b.inhale)));
        for (stated, sources, what) in facts {
            assert_eq!(stated, !sources.is_empty(), "{}: {what}", exercise.id);
        }
    }
}

#[test]
fn instructions_are_short_enough_to_read_across_a_room() {
    for exercise in Catalog::builtin().exercises.values() {
        let said = &exercise.instructions;
        let all = [
            &said.ready,
            &said.lift,
            &said.pause,
            &said.lower,
            &said.hold,
            &said.inhale,
            &said.exhale,
            &said.moving,
            &said.release,
        ];
        for text in all {
            assert!(text.split_whitespace().count() <= 7, "{}: {text}", exercise.id);
        }
        assert!(!said.ready.is_empty(), "{} does not say how to get ready", exercise.id);
        let worked = match exercise.dose {
            Dose::Hold { .. } => &said.hold,
            Dose::Reps { .. } => &said.lift,
            Dose::Flow { .. } => &said.inhale,
            Dose::Timed { .. } | Dose::Open { .. } => &said.moving,
        };
        assert!(!worked.is_empty(), "{} does not say what to do", exercise.id);
    }
}

#[test]
fn volumes_are_known_as_the_preset_they_are() {
    let catalog = Catalog::builtin();
    let ids: Vec<&str> = catalog.cue_presets.iter().map(|preset| preset.id.as_str()).collect();
    assert_eq!(ids, ["full", "sparse", "breath-only", "silent"]);
    for preset in &catalog.cue_presets {
        assert!(preset.volumes.values().all(|volume| (0.0..=1.0).contains(volume)), "{}", preset.id);
        assert_eq!(catalog.cue_preset_of(&preset.volumes), Some(preset), "each differs from the others");
    }
    let breath = &catalog.cue_preset("breath-only").unwrap().volumes;
    let heard = CueKind::ALL.into_iter().filter(|kind| !breath.contains_key(kind));
    assert_eq!(heard.collect::<Vec<_>>(), [CueKind::BreathIn, CueKind::BreathOut]);
    let spelled_out = CueKind::ALL.into_iter().map(|kind| (kind, 1.0)).collect();
    assert_eq!(catalog.cue_preset_of(&spelled_out).map(|preset| preset.id.as_str()), Some("full"));
    assert_eq!(catalog.cue_preset_of(&[(CueKind::Rep, 0.4)].into()), None);
}

#[test]
fn breaths_start_with_an_in_breath_and_say_when_they_hold() {
    use unhunch::model::BreathPhase::{Empty, Full, In};
    for pattern in Catalog::builtin().breaths.values() {
        assert_eq!(pattern.stages.first().map(|stage| stage.0), Some(In), "{}", pattern.id);
        let holds = pattern.stages.iter().any(|stage| matches!(stage.0, Full | Empty));
        assert_eq!(pattern.retention, holds, "{}", pattern.id);
        assert!(pattern.stages.iter().all(|stage| stage.1.to_ms().is_some_and(|ms| ms > 0)));
    }
}

/// The figures of the facts table, column by column.
#[test]
fn exercises_agree_with_the_facts() {
    let catalog = Catalog::builtin();
    let mut reader = csv::Reader::from_reader(FACTS.as_bytes());
    let columns: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let mut compared = 0;
    for row in reader.records() {
        let row = row.unwrap();
        let cell = |name: &str| row.get(columns.iter().position(|c| c == name).unwrap()).unwrap();
        let exercise =
            catalog.exercise(cell("slug")).unwrap_or_else(|| panic!("{} is missing", cell("slug")));
        compared += 1;
        let id = &exercise.id;
        assert_eq!(exercise.name, cell("name"));
        assert_eq!(category_word(exercise.category), cell("category"), "{id}");
        let positions: BTreeSet<&str> = exercise.positions.iter().map(|p| position_word(*p)).collect();
        assert_eq!(positions, cell("position").split('|').collect(), "{id}");
        let needs: Vec<&str> = exercise.equipment.iter().map(|e| equipment_word(*e)).collect();
        // One row has its own word for what a mat is for.
        let told = cell("equipment").replace("mat or flat surface", "mat or carpet");
        assert_eq!(if needs.is_empty() { "none".to_owned() } else { needs.join(", ") }, told, "{id}");
        let sides = match exercise.sides {
            Sides::Both => "none",
            Sides::Each => "each",
            Sides::Alternating => "alternating",
        };
        assert_eq!(sides, cell("sides"), "{id}");
        let kind = match exercise.dose {
            Dose::Hold { .. } => "hold",
            Dose::Reps { .. } => "reps",
            Dose::Flow { .. } => "flow",
            Dose::Timed { .. } | Dose::Open { .. } => "duration",
        };
        assert_eq!(kind, cell("kind"), "{id}");
        let reps = if kind == "flow" { Quantity::Breaths } else { Quantity::Reps };
        for (quantity, column) in [
            (Quantity::HoldSecs, "hold_s"),
            (reps, "reps"),
            (Quantity::Sets, "sets"),
            (Quantity::DurationSecs, "duration_s"),
        ] {
            let (min, max) = least_and_most(exercise, quantity);
            let at = |end: &str| cell(&format!("{column}_{end}")).parse::<f64>().ok();
            assert_eq!((min, max), (at("min"), at("max")), "{id} {column}");
        }
        let sources: BTreeSet<&str> = exercise.sources.iter().map(|s| &s[..3]).collect();
        assert_eq!(sources, cell("sources").split(';').collect(), "{id}");
    }
    assert_eq!(compared, catalog.exercises.len());
}

#[test]
fn search_finds_by_name_felt_place_and_equipment() {
    let catalog = Catalog::builtin();
    let found = |query: &str| -> Vec<String> { catalog.search(query).iter().map(|e| e.id.clone()).collect() };
    assert_eq!(found("CHIN to"), ["neck-flexion"]);
    assert_eq!(found("middle back"), ["chair-rotation", "seated-row", "seated-twist", "wall-stretch"]);
    assert_eq!(found("chair with back"), ["chair-rotation", "thoracic-extension-chair"]);
    assert_eq!(found("peanut"), ["peanut-segmental-flexion-extension"]);
    assert!(found("trapezius").contains(&"upper-trapezius-stretch".to_owned()), "a muscle");
    assert_eq!(found("swimming"), [""; 0]);
    assert_eq!(found("").len(), catalog.exercises.len());
    assert_eq!(catalog.nearest_exercise("shoulder-role"), Some("shoulder-rolls"));
    assert_eq!(catalog.nearest_exercise("swimming-pool"), None);
}

#[test]
fn search_puts_names_that_start_with_the_query_first_then_names_then_other_names_then_facts() {
    let catalog = Catalog::builtin();
    let rank = |exercise: &Exercise| {
        let name = exercise.name.to_lowercase();
        let others = format!("{} {}", exercise.other_names.join(" "), exercise.id).to_lowercase();
        match "shoulder" {
            query if name.starts_with(query) => 0,
            query if name.contains(query) => 1,
            query if others.contains(query) => 2,
            _ => 3,
        }
    };
    let ranks: Vec<i32> = catalog.search("shoulder").iter().map(|exercise| rank(exercise)).collect();
    assert!(ranks.is_sorted(), "{ranks:?}");
    assert_eq!(catalog.search("Shoulder  r")[0].id, "shoulder-rolls");
    for rank in [0, 1, 3] {
        assert!(ranks.contains(&rank), "{ranks:?}");
    }
}

#[test]
fn choices_of_one_kind_add_up_and_of_different_kinds_narrow_down() {
    let catalog = Catalog::builtin();
    let count = |filter: &Filter| catalog.exercises.values().filter(|e| filter.fits(e)).count();
    let mut filter = Filter::default();
    assert_eq!(count(&filter), catalog.exercises.len());
    let (roller, nothing) = (Choice::Equipment(Some(Equipment::FoamRoller)), Choice::Equipment(None));
    filter.toggle(roller.clone());
    let rollers = count(&filter);
    filter.toggle(nothing.clone());
    let either = count(&filter);
    assert!(rollers > 0 && either > rollers);
    let supine = Choice::Position(Position::Supine);
    let foretold = catalog.exercises.values().filter(|e| filter.would_fit(&supine, e)).count();
    filter.toggle(supine);
    assert_eq!(count(&filter), foretold);
    assert!(foretold > 0 && foretold < either);
    filter.toggle(roller);
    filter.toggle(nothing);
    let all_supine = catalog.exercises.values().filter(|e| e.positions.contains(&Position::Supine));
    assert_eq!(count(&filter), all_supine.count());
}

#[test]
fn every_exercise_is_among_the_choices_of_every_kind() {
    let catalog = Catalog::builtin();
    let choices = Choice::among(catalog.exercises.values().map(AsRef::as_ref));
    for exercise in catalog.exercises.values() {
        for facet in Facet::ALL {
            let fits = choices.iter().any(|choice| choice.facet() == facet && choice.fits(exercise));
            assert!(fits, "{} {facet:?}", exercise.id);
        }
    }
}

#[test]
fn own_content_replaces_adds_and_reports_duplicates() {
    let mut catalog = Catalog::builtin();
    let cat_cow = Exercise { name: "My cat".to_owned(), ..Exercise::clone(&catalog.exercises["cat-cow"]) };
    let mine = Exercise { id: "mine".to_owned(), ..cat_cow.clone() };
    let mine_again = Exercise { name: "Second".to_owned(), ..mine.clone() };
    let broken = FileProblem { path: "broken.ron".into(), line: 3, col: 7, message: "broken".to_owned() };
    let own = |path: &str, value| Own { path: PathBuf::from(path), value };
    let problems = catalog.merge(OwnContent {
        exercises: vec![own("a.ron", cat_cow), own("b.ron", mine), own("c.ron", mine_again)],
        routines: Vec::new(),
        problems: vec![broken.clone()],
    });
    assert_eq!(catalog.exercises["cat-cow"].name, "My cat");
    assert_eq!(catalog.exercises["mine"].name, "My cat");
    assert_eq!(problems[0], broken);
    assert_eq!(problems[1].path, PathBuf::from("c.ron"));
    assert!(problems[1].message.contains("b.ron"), "{}", problems[1]);
    assert_eq!(problems.len(), 2);
}

fn sources_named_by(exercise: &Exercise) -> BTreeSet<&str> {
    let lines = exercise.setup.iter().chain(&exercise.steps).chain(&exercise.cautions);
    lines
        .flat_map(|line| &line.sources)
        .chain(exercise.felt.iter().flat_map(|felt| &felt.sources))
        .chain(exercise.ranges.iter().flat_map(|range| &range.sources))
        .chain(exercise.breathing.iter().flat_map(|breathing| &breathing.sources))
        .chain(exercise.easier.iter().chain(&exercise.harder).flat_map(|variant| &variant.sources))
        .chain(&exercise.sources)
        .map(String::as_str)
        .collect()
}

fn least_and_most(exercise: &Exercise, quantity: Quantity) -> (Option<f64>, Option<f64>) {
    let ranges = || exercise.ranges.iter().filter(|range| range.of == quantity && range.stated);
    let least = ranges().filter_map(|range| range.min).map(|secs| secs.0).reduce(f64::min);
    let most = ranges().filter_map(|range| range.max).map(|secs| secs.0).reduce(f64::max);
    (least, most)
}

fn category_word(category: Category) -> &'static str {
    match category {
        Category::WarmUp => "warm-up",
        Category::Dynamic => "dynamic",
        Category::Mobility => "mobility",
        Category::Desk => "desk",
        Category::Static => "static",
        Category::Strengthening => "strengthening",
        Category::CoolDown => "cool-down",
        Category::Breathing => "breathing",
    }
}

fn position_word(position: Position) -> &'static str {
    match position {
        Position::Standing => "standing",
        Position::SeatedChair => "seated-chair",
        Position::SeatedFloor => "seated-floor",
        Position::Quadruped => "quadruped",
        Position::Supine => "supine",
        Position::Prone => "prone",
        Position::SideLying => "side-lying",
    }
}

fn equipment_word(equipment: Equipment) -> &'static str {
    match equipment {
        Equipment::Chair => "chair",
        Equipment::ChairWithBack => "chair with a back",
        Equipment::Wall => "wall",
        Equipment::Mat => "mat or carpet",
        Equipment::Doorway => "doorway",
        Equipment::FoamRoller => "foam roller",
        Equipment::RolledTowel => "rolled-up towel",
        Equipment::Towel => "towel",
        Equipment::YogaBlock => "yoga block",
        Equipment::Peanut => "peanut",
        Equipment::Dumbbells => "2 dumbbells",
        Equipment::ResistanceBand => "resistance band",
        Equipment::Blanket => "folded blanket or pillow",
    }
}

#[test]
fn every_exercise_that_moves_lights_the_steps_that_name_its_parts() {
    let catalog = Catalog::builtin();
    for exercise in catalog.exercises.values().filter(|exercise| !exercise.motion.track.is_empty()) {
        let round = Round::new(exercise, &catalog);
        let lit: BTreeSet<usize> =
            (0..5_000).filter_map(|n| round.step_at(n as f32 / 5_000.0)).map(|(step, _)| step).collect();
        let parts: Vec<Part> = round.parts().collect();
        let is_linked = |step: &Line| step.during.iter().any(|part| parts.contains(part));
        let linked: BTreeSet<usize> =
            (0..exercise.steps.len()).filter(|&step| is_linked(&exercise.steps[step])).collect();
        assert!(!linked.is_empty(), "{}: no step is ever lit", exercise.id);
        assert_eq!(lit, linked, "{}", exercise.id);
    }
}

#[test]
fn what_is_to_be_known_before_a_session_says_where_it_comes_from() {
    let catalog = Catalog::builtin();
    let safety = &catalog.safety;
    let lines = [
        &safety.opening,
        &safety.before_starting,
        &safety.at_once,
        &safety.stop_rules,
        &safety.practices,
        &safety.causes,
    ];
    for line in lines.into_iter().flatten() {
        assert_eq!(line.stated, !line.sources.is_empty(), "{}", line.text);
        assert!(line.sources.iter().all(|id| catalog.source(id).is_some()), "{}", line.text);
    }
    assert!(safety.at_once.iter().all(|line| !line.stated), "no source has a list of emergencies");
    let signs: BTreeSet<&str> = safety.signs.iter().map(|sign| sign.id.as_str()).collect();
    assert_eq!(signs.len(), safety.signs.len(), "an id stands twice");
    for sign in &safety.signs {
        assert!(!sign.sources.is_empty() && sign.sources.iter().all(|id| catalog.source(id).is_some()));
    }
    // Section 4.3 of the facts, without the two rows that other rows say as well.
    let facts = [
        "persistent",
        "worsening",
        "persistent-and-worsening",
        "severe",
        "constant",
        "numbness",
        "tingling",
        "weakness",
        "spreading",
        "injury",
        "daily-life",
        "no-cause",
        "recurring",
        "stuck",
    ];
    assert_eq!(signs, facts.into_iter().collect());
}
