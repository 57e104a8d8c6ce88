//! The inspector by accessible names: every field changes what it says it changes, one step for
//! each gesture, and gives the value back to where it came from.

use std::collections::{BTreeMap, BTreeSet};

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable, by};
use unhunch::catalog::Catalog;
use unhunch::editor::{Document, History, Review};
use unhunch::engine::Options;
use unhunch::model::{
    Block, CommentedRoutine, CueKind, Dose, Routine, Seconds, SideOrder, Step, Tempo, ThemeChoice,
    ron_dialect,
};
use unhunch::text::Words;
use unhunch::ui::screens::editor::{InspectorView, inspector_ui};
use unhunch::ui::theme::Theme;
use unhunch::ui::{Command, Editing, Look};

use super::super::dressed;
use super::super::layout::ENDLESS;

const ROUTINE: &str = r#"(
    version: 1, id: "mine", name: "Mine", defaults: (rest_secs: 12),
    blocks: [
        Step(exercise: "childs-pose"),
        Step(exercise: "cat-cow", dose: Flow(breaths: 8)),
        Step(exercise: "neck-stretch"),
        Repeat(times: 3, blocks: [Step(exercise: "bird-dog")]),
        Section(name: "End", blocks: []),
        Breathe(pattern: "calm", secs: 60),
        Rest(secs: 20),
        Step(exercise: "cat-coww"),
        Step(exercise: "shoulder-rolls"),
    ],
)"#;

struct Bench {
    words: Words,
    theme: Theme,
    catalog: Catalog,
    history: History,
    asked: Vec<Command>,
}

impl Bench {
    fn of(text: &str, selected: &[usize]) -> Self {
        let routine: Routine = ron_dialect().from_str(text).unwrap();
        let mut history = History::new(Document::new(CommentedRoutine::from(routine)), None);
        let ids: BTreeSet<_> = selected.iter().map(|&at| history.document().blocks[at].id).collect();
        history.select(ids);
        Self {
            words: Words::new("en"),
            theme: Theme::shipped(ThemeChoice::Light),
            catalog: Catalog::builtin(),
            history,
            asked: Vec::new(),
        }
    }

    fn show(&mut self, ui: &mut egui::Ui) {
        let options = Options::default();
        let review = Review::of(self.history.document(), &self.catalog, &options);
        let look = Look::new(&self.theme, &self.words, true);
        let sketches = BTreeMap::new();
        let view = InspectorView {
            history: &self.history,
            review: &review,
            catalog: &self.catalog,
            usual: options,
            sketches: &sketches,
        };
        let mut commands = Vec::new();
        let rect = ui.max_rect();
        inspector_ui(ui, &look, rect, &view, &mut commands);
        for command in commands {
            match &command {
                Command::Edit(Editing::Do(edit, gesture)) => {
                    let _ = self.history.apply(edit, *gesture);
                }
                Command::Edit(Editing::Settle) => self.history.settle(),
                _ => {}
            }
            self.asked.push(command);
        }
        if !ui.input(|input| input.pointer.any_down()) {
            self.history.let_go();
        }
    }
}

struct Inspector(Harness<'static, Bench>);

impl Inspector {
    fn over(bench: Bench, size: (f32, f32)) -> Self {
        let theme = bench.theme.clone();
        let mut harness = dressed(bench, theme, size, |ui, bench| bench.show(ui));
        harness.run_steps(3);
        Self(harness)
    }

    /// Over the routine of these tests, in a window tall enough to show every field.
    fn of(selected: &[usize]) -> Self {
        Self::over(Bench::of(ROUTINE, selected), (360.0, 2400.0))
    }

    fn click(&mut self, name: &str) {
        self.0.get_by_label(name).click();
        self.0.run_steps(2);
    }

    fn enter(&mut self, name: &str) {
        self.0.get_by_label(name).focus();
        self.0.run_steps(2);
    }

    fn type_in(&mut self, name: &str, text: &str) {
        self.enter(name);
        self.write(name, text);
    }

    /// Letter by letter, as a person does.
    fn write(&mut self, name: &str, text: &str) {
        for letter in text.chars() {
            self.0.get_by_label(name).type_text(&letter.to_string());
            self.0.run_steps(1);
        }
        self.0.run_steps(1);
    }

    fn press(&mut self, key: Key) {
        self.0.key_press(key);
        self.0.run_steps(2);
    }

    fn shows(&self, part: &str) -> bool {
        self.0.query_all_by_label_contains(part).next().is_some()
    }

    fn has(&self, name: &str) -> bool {
        self.0.query_by_label(name).is_some()
    }

    fn block(&self, at: usize) -> Block {
        self.0.state().history.document().blocks[at].whole_block()
    }

    fn step(&self, at: usize) -> Step {
        match self.block(at) {
            Block::Step(step) => step,
            other => panic!("no step: {other:?}"),
        }
    }

    fn steps_back(&self) -> usize {
        self.0.state().history.undoable().count()
    }

    fn undo(&mut self) {
        self.0.state_mut().history.undo();
        self.0.run_steps(2);
    }
}

fn hold(secs: f64) -> Dose {
    Dose::Hold { secs: Seconds(secs), times: 1 }
}

#[test]
fn a_dose_is_typed_stepped_and_given_back_to_the_recommended_one() {
    let mut it = Inspector::of(&[0]);
    assert!(it.shows("30 s, 3 whole breaths") && it.shows("Sources say 30 s or more"));
    it.type_in("Hold, seconds, exactly", "45");
    assert_eq!(it.step(0).dose, Some(hold(45.0)), "what was there is selected and typed over");
    assert_eq!(it.steps_back(), 1, "a number is one step");
    it.press(Key::ArrowUp);
    assert_eq!(it.step(0).dose, Some(hold(46.0)));
    it.click("How much, Child's Pose: As recommended");
    assert_eq!(it.step(0).dose, None);
    assert!(!it.has("How much, Child's Pose: As recommended"), "nothing to give back");
    it.undo();
    assert_eq!(it.step(0).dose, Some(hold(46.0)));
}

#[test]
fn a_slider_is_moved_by_keys_by_a_reader_and_by_a_drag_of_one_step() {
    let mut it = Inspector::of(&[0]);
    it.0.get_by_label("Hold, seconds").set_value_accesskit(50.0);
    it.0.run_steps(2);
    assert_eq!(it.step(0).dose, Some(hold(50.0)));
    it.0.get_by_label("Hold, seconds").increment_accesskit();
    it.0.run_steps(2);
    assert_eq!(it.step(0).dose, Some(hold(51.0)));
    it.enter("Hold, seconds");
    it.press(Key::ArrowLeft);
    assert_eq!(it.step(0).dose, Some(hold(50.0)));
    let before = it.steps_back();
    let track = it.0.get_by_label("Hold, seconds").rect();
    it.0.drag_at(track.center());
    for share in [0.5_f32, 0.6, 0.7, 0.8] {
        it.0.hover_at(egui::pos2(egui::lerp(track.x_range(), share), track.center().y));
        it.0.run_steps(1);
    }
    it.0.drop_at(egui::pos2(egui::lerp(track.x_range(), 0.8), track.center().y));
    it.0.run_steps(2);
    assert_ne!(it.step(0).dose, Some(hold(50.0)));
    assert_eq!(it.steps_back(), before + 1, "a drag is one step");
}

#[test]
fn what_no_source_says_is_marked_and_may_stay() {
    let mut it = Inspector::of(&[0]);
    it.type_in("Hold, seconds, exactly", "10");
    assert!(it.shows("Less than sources say: 30 s or more"));
    assert_eq!(it.step(0).dose, Some(hold(10.0)));
    let said = it.0.get_by_label("Hold, seconds").value().unwrap();
    assert!(said.contains("Less than sources say"), "told with the value: {said}");
    let mut it = Inspector::of(&[1]);
    it.type_in("Breaths, how many, exactly", "40");
    let said = it.0.get_by_label("Breaths, how many").value().unwrap();
    assert!(said.contains("More than sources say: 5–12 breaths"), "{said}");
}

#[test]
fn kinds_of_dose_can_be_chosen_and_bring_their_own_fields() {
    let mut it = Inspector::of(&[0]);
    for (kind, field) in [
        ("Reps", "Repetitions, how many"),
        ("Breaths", "Breaths, how many"),
        ("Timed", "Time, seconds"),
        ("Open", "Sets, how many"),
        ("Hold", "Hold, seconds"),
    ] {
        it.click(&format!("How much: {kind}"));
        assert!(it.has(field), "{kind}");
        let chosen = it.0.get_by_label(&format!("How much: {kind}")).accesskit_node().toggled();
        assert_eq!(chosen, Some(Toggled::True), "{kind}");
    }
    assert_eq!(it.steps_back(), 5);
}

#[test]
fn rest_comes_from_the_routine_until_it_is_set_here() {
    let mut it = Inspector::of(&[0]);
    assert!(it.shows("From the routine"));
    assert_eq!(it.0.get_by_label("Rest after, seconds, exactly").value().as_deref(), Some("12"));
    it.type_in("Rest after, seconds, exactly", "4,5");
    assert_eq!(it.step(0).rest_secs, Some(Seconds(4.5)));
    it.click("Rest after, Child's Pose: From the routine");
    assert_eq!(it.step(0).rest_secs, None);
}

#[test]
fn only_what_applies_is_shown_and_what_is_seldom_set_is_folded() {
    let mut it = Inspector::of(&[0]);
    assert!(!it.has("Sides: Left first"), "both sides at once");
    assert!(!it.has("Getting into position, seconds"));
    it.click("More");
    assert!(it.has("Getting into position, seconds"));
    assert!(
        !it.has("Changing sides, seconds") && !it.has("Pace: out, seconds"),
        "nothing to change or repeat"
    );
    let ids = BTreeSet::from([it.0.state().history.document().blocks[8].id]);
    it.0.state_mut().history.select(ids);
    it.0.run_steps(2);
    assert!(it.has("Pace: out, seconds"), "the fold stays open for other blocks");
    it.type_in("Pace: out, seconds, exactly", "2");
    let tempo = it.step(8).tempo.unwrap();
    assert_eq!(tempo, Tempo { lift_secs: Seconds(2.0), ..tempo });
    it.click("Cue: Start");
    assert_eq!(it.step(8).silent, [CueKind::Start]);
    it.click("Cue: Start");
    assert!(it.step(8).silent.is_empty());
}

#[test]
fn sides_breath_note_and_leaving_out() {
    let mut it = Inspector::of(&[2]);
    it.click("Sides: Left first");
    assert_eq!(it.step(2).sides, Some(SideOrder::LeftFirst));
    it.click("Left out of the session");
    assert!(it.step(2).disabled);
    it.0.get_by_label_contains("Breath: ").click();
    it.0.run_steps(3);
    it.0.get_by_label_contains("Box · ").click();
    it.0.run_steps(3);
    assert_eq!(it.step(2).breath.as_deref(), Some("box"));
}

#[test]
fn a_note_grows_by_words_and_leaving_the_field_ends_a_step() {
    let mut it = Inspector::of(&[0]);
    it.type_in("Note", "mind the knee");
    assert_eq!(it.step(0).note, "mind the knee");
    assert_eq!(it.steps_back(), 3, "a word is a step");
    it.undo();
    assert_eq!(it.step(0).note, "mind the ");
    assert_eq!(it.0.get_by_label("Note").value().as_deref(), Some("mind the "));
    let before = it.steps_back();
    it.write("Note", "x");
    it.enter("Hold, seconds");
    it.enter("Note");
    it.write("Note", "y");
    assert_eq!(it.steps_back(), before + 2);
}

#[test]
fn an_exercise_is_swapped_for_its_kin_or_by_search() {
    let mut it = Inspector::of(&[0]);
    it.click("Change exercise…");
    assert!(it.0.get_by_label("Search for another exercise").is_focused(), "ready to type");
    it.write("Search for another exercise", "wall stretch");
    it.click("Wall Stretch");
    assert_eq!(it.step(0).exercise, "wall-stretch");
    assert!(!it.has("Search for another exercise"), "the search is put away");
    let catalog = Catalog::builtin();
    let bird_dog = catalog.exercise("bird-dog").unwrap();
    let easier = bird_dog.easier.iter().find_map(|variant| variant.exercise.clone()).unwrap();
    let name = &catalog.exercise(&easier).unwrap().name;
    let text = r#"(version: 1, id: "m", name: "M", blocks: [Step(exercise: "bird-dog")])"#;
    let mut it = Inspector::over(Bench::of(text, &[0]), (360.0, 2400.0));
    it.click("Change exercise…");
    it.click(&format!("Easier: {name}"));
    assert_eq!(it.step(0).exercise, easier);
}

#[test]
fn an_unknown_exercise_shows_its_id_and_offers_the_nearest() {
    let mut it = Inspector::of(&[7]);
    assert!(it.shows("There is no exercise “cat-coww”."));
    it.click("Use Cat-Cow");
    assert_eq!(it.step(7).exercise, "cat-cow");
}

#[test]
fn repeats_headings_breathing_and_pauses_have_fields_of_their_own() {
    let mut it = Inspector::of(&[3]);
    it.type_in("Rounds, how many, exactly", "5");
    it.type_in("Rest between rounds, seconds, exactly", "20");
    let Block::Repeat(repeat) = it.block(3) else { panic!() };
    assert_eq!((repeat.times, repeat.rest_secs, repeat.blocks.len()), (5, Some(Seconds(20.0)), 1));
    let mut it = Inspector::of(&[4]);
    it.type_in("Heading", "!");
    assert!(matches!(it.block(4), Block::Section(section) if section.name.contains('!')));
    let mut it = Inspector::of(&[5]);
    assert!(it.shows("60 s, 6 whole breaths"));
    it.type_in("Length, seconds, exactly", "1:30");
    assert!(matches!(it.block(5), Block::Breathe(breathe) if breathe.secs == Seconds(90.0)));
    let mut it = Inspector::of(&[6]);
    it.type_in("Length, seconds, exactly", "7");
    assert!(matches!(it.block(6), Block::Rest(rest) if rest.secs == Seconds(7.0)));
}

#[test]
fn a_comment_is_kept_with_its_marks() {
    let mut it = Inspector::of(&[6]);
    it.click("More");
    it.type_in("Comment in the file", "Breathe.");
    assert_eq!(it.0.state().history.document().blocks[6].comment, "// Breathe.");
}

#[test]
fn a_change_counts_for_all_that_is_selected() {
    let mut it = Inspector::of(&[0, 1, 8]);
    assert!(it.shows("3 blocks") && it.shows("3 exercises"));
    it.type_in("Rest after, seconds, exactly", "3");
    for at in [0, 1, 8] {
        assert_eq!(it.step(at).rest_secs, Some(Seconds(3.0)));
    }
    assert_eq!(it.steps_back(), 1);
    assert!(it.shows("They have different doses"));
    assert!(!it.has("Hold, seconds"), "nor are they of a kind");
    it.click("How much: Open");
    assert_eq!(it.step(8).dose, Some(Dose::Open { sets: 1 }));
    assert!(!it.shows("They have different doses"));
    let mut it = Inspector::of(&[0, 3]);
    assert!(!it.has("Rounds, how many") && !it.has("Note"), "what only one of them has");
    it.click("Left out of the session");
    assert!(it.block(0).is_disabled() && it.block(3).is_disabled());
}

#[test]
fn the_routine_itself_is_there_while_nothing_is_selected() {
    let mut it = Inspector::of(&[]);
    it.type_in("Tags", "neck, desk work, ");
    let head = |it: &Inspector| it.0.state().history.document().head.clone();
    assert_eq!(head(&it).tags, ["neck", "desk work"]);
    let typed = it.0.get_by_label("Tags").value();
    assert_eq!(typed.as_deref(), Some("neck, desk work, "), "nothing is taken from under the cursor");
    it.type_in("What it is for", "Ease.");
    assert_eq!(head(&it).summary, "Ease.");
    it.click("Rest, This routine: From your settings");
    assert_eq!(head(&it).defaults.rest_secs, None);
    it.type_in("Changing sides in this routine, seconds, exactly", "9");
    assert_eq!(head(&it).defaults.switch_secs, Some(Seconds(9.0)));
}

#[test]
fn figures_that_nobody_means_are_shown_and_left_alone() {
    let text = r#"(version: 1, id: "m", name: "M", blocks: [
        Step(exercise: "childs-pose", dose: Hold(secs: NaN, times: 4000000000), rest_secs: inf,
            transition_secs: -3, tempo: (lift_secs: inf, pause_secs: NaN, lower_secs: -1)),
        Step(exercise: "bird-dog", dose: Reps(count: 0, sets: 4000000000), switch_secs: 1e300,
            tempo: (lift_secs: inf, pause_secs: NaN, lower_secs: -1)),
        Repeat(times: 4000000000, rest_secs: NaN, blocks: []),
        Breathe(pattern: "no-such", secs: NaN),
        Rest(secs: -5),
        Step(exercise: ""),
    ])"#;
    for at in 0..6 {
        let mut it = Inspector::over(Bench::of(text, &[at]), (360.0, 2400.0));
        it.click("More");
        for size in [(210.0, 300.0), (520.0, 800.0)] {
            it.0.set_size(size.into());
            it.0.run_steps(2);
        }
        assert_eq!(it.steps_back(), 0, "block {at} is as it was");
    }
    let mut it = Inspector::over(Bench::of(text, &[0]), (360.0, 2400.0));
    it.0.get_by_label("Hold, seconds").increment_accesskit();
    it.0.run_steps(2);
    assert!(matches!(it.step(0).dose, Some(Dose::Hold { secs, .. }) if secs.0.is_finite()));
}

#[test]
fn every_control_has_a_name_and_stays_within_the_card_at_every_size() {
    let text = ROUTINE.replace("Section(name: \"End\"", &format!("Section(name: {ENDLESS:?}"));
    for size in [(210.0, 340.0), (280.0, 500.0), (520.0, 1000.0)] {
        for at in 0..9 {
            let mut bench = Bench::of(&text, &[at]);
            for exercise in bench.catalog.exercises.values_mut() {
                std::sync::Arc::make_mut(exercise).name = ENDLESS.into();
            }
            let mut it = Inspector::over(bench, size);
            it.click("More");
            let mut names = BTreeSet::new();
            for node in it.0.query_all(by()) {
                let role = node.accesskit_node().role();
                let is_field = matches!(role, Role::Slider | Role::TextInput | Role::MultilineTextInput);
                if !is_field && !matches!(role, Role::Button | Role::Switch) {
                    continue;
                }
                let name = node.accesskit_node().label().unwrap_or_default();
                assert!(!name.is_empty(), "no name: {role:?} at {size:?}, block {at}");
                let rect = node.rect();
                assert!(
                    rect.left() >= 0.0 && rect.right() <= size.0 + 0.5,
                    "{name} leaves {size:?}: {rect:?}"
                );
                assert!(!is_field || names.insert(name.clone()), "{name} is there twice");
            }
        }
    }
}

#[test]
fn tab_goes_through_all_fields() {
    let mut it = Inspector::of(&[0]);
    let mut seen = BTreeSet::new();
    for _ in 0..60 {
        it.0.key_press_modifiers(Modifiers::NONE, Key::Tab);
        it.0.run_steps(1);
        let focused = it.0.query_all(by()).find(|node| node.accesskit_node().is_focused());
        seen.extend(focused.and_then(|node| node.accesskit_node().label()));
    }
    for name in
        ["How much: Hold", "Hold, seconds", "Hold, seconds, exactly", "Rest after, seconds", "Note", "More"]
    {
        assert!(seen.contains(name), "{name} is not among {seen:?}");
    }
}
