//! The player: what it shows, says and asks for.

use std::time::Duration;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable, by};
use unhunch::engine::{Cue, CueKind, SegmentKind, Spoken};
use unhunch::model::Side;
use unhunch::ui::Command;
use unhunch::ui::screens::player::{ControlView, Panel, RunState};

use super::stand_in::{StandIn, asked};

fn shown(kind: SegmentKind) -> Harness<'static, StandIn> {
    StandIn::playing(kind).harness(1280.0, 800.0)
}

fn in_state(state: RunState<'static>) -> Harness<'static, StandIn> {
    StandIn { state, ..StandIn::playing(SegmentKind::Hold) }.harness(1280.0, 800.0)
}

fn with_control(control: ControlView<'static>) -> Harness<'static, StandIn> {
    StandIn { control, ..StandIn::playing(SegmentKind::Hold) }.harness(1280.0, 800.0)
}

fn with_panel(panel: Panel) -> Harness<'static, StandIn> {
    with_control(ControlView { panel: Some(panel), ..ControlView::default() })
}

fn click(harness: &mut Harness<'_, StandIn>, label: &str) -> Vec<Command> {
    harness.get_by_label(label).click();
    harness.run();
    asked(harness)
}

#[test]
fn a_hold_shows_exercise_side_instruction_and_step() {
    let harness = shown(SegmentKind::Hold);
    harness.get_by_label("Chair Rotation");
    harness.get_by_label("Hold the chair back. Stay turned.");
    harness.get_by_label("Right side");
    harness.get_by_label("Warm-up · step 1 of 5");
    harness.get_by_label_contains("Hold 1 of 3");
    harness.get_by_label("Mind the left knee.");
    harness.get_by_label("Chair Rotation, right side, moving figure");
    harness.get_by_label("Pause");
}

#[test]
fn the_ring_says_the_time_left_and_the_breath() {
    let harness = shown(SegmentKind::Hold);
    let ring = harness.get(by().role(Role::Timer).label("Time left"));
    assert_eq!(ring.value().as_deref(), Some("5 s, out · 5 s"));
    let wave = harness.get_by_label("Breaths to come");
    assert_eq!(wave.value().as_deref(), Some("Calm: 4 in · 6 out"));
}

#[test]
fn a_hold_of_several_breaths_says_which() {
    let mut it = StandIn::playing(SegmentKind::Breathe);
    let segment = it.timeline.segments.iter().find(|s| s.kind == SegmentKind::Breathe).unwrap();
    it.at = Duration::from_millis(segment.start_ms + 11_500);
    let harness = it.harness(1280.0, 800.0);
    let ring = harness.get(by().role(Role::Timer).label("Time left"));
    assert_eq!(ring.value().as_deref(), Some("49 s, in · 3 s, breath 2 of 6"));
}

#[test]
fn while_breathing_the_instruction_turns_with_the_breath() {
    let shown = |into_ms: u64| {
        let mut it = StandIn::playing(SegmentKind::Breathe);
        let segment = it.timeline.segments.iter().find(|s| s.kind == SegmentKind::Breathe).unwrap();
        it.at = Duration::from_millis(segment.start_ms + into_ms);
        it.harness(1280.0, 800.0)
    };
    shown(1_000).get_by_label("Breathe in");
    shown(5_000).get_by_label("Breathe out");
}

#[test]
fn every_cue_is_told_to_those_who_do_not_hear() {
    let words = StandIn::new().words;
    for kind in CueKind::ALL {
        let mut it = StandIn::playing(SegmentKind::Hold);
        let at_ms = it.at.as_millis() as u64;
        it.timeline.cues = vec![Cue { at_ms, kind, spoken: Spoken::Silent }];
        it.at = Duration::from_millis(at_ms + 200);
        let seen = |it: StandIn| {
            let harness = it.harness(1280.0, 800.0);
            let ring = harness.get(by().role(Role::Timer).label("Time left"));
            ring.accesskit_node().description()
        };
        let paused = StandIn { state: RunState::Paused, ..StandIn::playing(SegmentKind::Hold) };
        let paused = StandIn { timeline: it.timeline.clone(), at: it.at, ..paused };
        assert_eq!(seen(it), Some(words.cue_seen(kind)), "{kind:?}");
        assert_eq!(seen(paused), None, "{kind:?} while the clock stands still");
    }
}

#[test]
fn repetitions_are_counted_and_flows_count_breaths() {
    let harness = shown(SegmentKind::Lift);
    let ring = harness.get(by().role(Role::Timer).label("Time left"));
    assert_eq!(ring.value().as_deref(), Some("1 of 10"));
    let harness = shown(SegmentKind::Exhale);
    harness.get_by_label_contains("Set 1 of 2  ·  Breath 1 of 8");
}

#[test]
fn the_way_round_is_shown_where_there_are_two() {
    let harness = shown(SegmentKind::Lift);
    let way =
        harness.state().timeline.entries.iter().find_map(|e| e.exercise.as_ref()?.ways.first()).cloned();
    harness.get_by_label(&way.unwrap());
}

#[test]
fn a_rest_is_called_a_rest() {
    let harness = shown(SegmentKind::Rest);
    harness.get_by_label("Rest");
    harness.get_by_label("Let go, and breathe.");
    harness.get_by_label_contains(" s: Cat-Cow");
    assert!(harness.query_by_label("Left side").is_none());
}

#[test]
fn what_comes_next_is_known_before_it_starts() {
    let harness = shown(SegmentKind::Exhale);
    harness.get_by_label_contains("Shoulder Rolls");
    let harness = shown(SegmentKind::Breathe);
    harness.get_by_label("This is the last one");
}

#[test]
fn getting_ready_shows_large_what_is_got_ready_for() {
    let small = shown(SegmentKind::Hold).get_by_label_contains("Next in").rect();
    for kind in [SegmentKind::Prepare, SegmentKind::Transition, SegmentKind::Switch, SegmentKind::Rest] {
        let harness = shown(kind);
        let large = harness.get_by_label_contains("Next in").rect();
        assert!(large.height() > small.height() * 2.0, "{kind:?}: {large:?} {small:?}");
        assert!(harness.query_by_label("Breaths to come").is_none());
    }
    let harness = shown(SegmentKind::Switch);
    harness.get_by_label_contains("Chair Rotation, Left side");
    let harness = shown(SegmentKind::Prepare);
    harness.get_by_label_contains("Chair Rotation, Right side");
}

#[test]
fn repetitions_are_shown_as_pips() {
    let harness = shown(SegmentKind::Lift);
    assert_eq!(harness.get_by_label("Repetitions").value().as_deref(), Some("1 of 10"));
}

#[test]
fn every_button_asks_for_what_it_says() {
    let mut harness = shown(SegmentKind::Hold);
    assert_eq!(click(&mut harness, "Pause"), [Command::TogglePause]);
    assert_eq!(click(&mut harness, "Back"), [Command::Back]);
    assert_eq!(click(&mut harness, "Skip"), [Command::Skip]);
    assert_eq!(click(&mut harness, "Start over"), [Command::Restart]);
    assert_eq!(click(&mut harness, "10 seconds more"), [Command::Extend]);
    assert_eq!(click(&mut harness, "This hurts"), [Command::Hurts]);
    assert_eq!(click(&mut harness, "Sound 70 %"), [Command::ToggleSound]);
    assert_eq!(click(&mut harness, "Steps"), [Command::ToggleSteps]);
    assert_eq!(click(&mut harness, "Slower"), [Command::SetSpeed(0.9)]);
    assert_eq!(click(&mut harness, "Faster"), [Command::SetSpeed(1.1)]);
    assert_eq!(click(&mut harness, "Speed 1"), [Command::SetSpeed(1.0)]);
    assert_eq!(click(&mut harness, "Keys"), [Command::ToggleKeys]);
    assert_eq!(click(&mut harness, "Leave the session and go back to Today"), [Command::Leave]);
}

#[test]
fn every_key_does_what_the_list_says() {
    let keys = [
        (Key::Space, Command::TogglePause),
        (Key::ArrowLeft, Command::Back),
        (Key::ArrowRight, Command::Skip),
        (Key::R, Command::Restart),
        (Key::M, Command::ToggleMute),
        (Key::Plus, Command::Extend),
        (Key::J, Command::ToggleSteps),
        (Key::H, Command::Hurts),
        (Key::Comma, Command::SetSpeed(0.9)),
        (Key::Period, Command::SetSpeed(1.1)),
        (Key::Num1, Command::SetSpeed(1.0)),
        (Key::ArrowUp, Command::SetVolume(0.75)),
        (Key::ArrowDown, Command::SetVolume(0.65)),
        (Key::Questionmark, Command::ToggleKeys),
        (Key::Escape, Command::Leave),
    ];
    let mut harness = shown(SegmentKind::Hold);
    for (key, command) in keys {
        harness.key_press(key);
        harness.run();
        assert_eq!(asked(&mut harness), [command], "{key:?}");
    }
}

#[test]
fn keys_work_whatever_has_the_focus() {
    let mut harness = shown(SegmentKind::Hold);
    harness.get_by_label("Start over").focus();
    harness.run();
    for (key, command) in [
        (Key::Space, Command::TogglePause),
        (Key::ArrowRight, Command::Skip),
        (Key::ArrowLeft, Command::Back),
        (Key::Enter, Command::Restart),
        (Key::Escape, Command::Leave),
    ] {
        harness.key_press(key);
        harness.run();
        assert_eq!(asked(&mut harness), [command], "{key:?}");
        assert!(harness.get_by_label("Start over").is_focused(), "{key:?} moved the focus");
    }
}

#[test]
fn keys_are_letters_while_the_person_types() {
    let it = StandIn { text_field: Some(String::new()), ..StandIn::playing(SegmentKind::Hold) };
    let mut harness = it.harness(1280.0, 800.0);
    harness.get_by_role(Role::TextInput).focus();
    harness.run_steps(2);
    for key in
        [Key::Space, Key::R, Key::M, Key::H, Key::J, Key::Num1, Key::Backspace, Key::ArrowLeft, Key::ArrowUp]
    {
        harness.key_press(key);
        harness.run_steps(2);
    }
    assert_eq!(asked(&mut harness), []);
}

#[test]
fn keys_with_ctrl_are_left_to_others() {
    let mut harness = shown(SegmentKind::Hold);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::R);
    harness.run();
    assert_eq!(asked(&mut harness), []);
}

#[test]
fn a_gate_waits_for_done() {
    let state = RunState::AtGate { waited: Duration::from_secs(5) };
    let it = StandIn { state, ..StandIn::playing(SegmentKind::Open) };
    let mut harness = it.harness(1280.0, 800.0);
    harness.get_by_label("Press Done when you are ready to go on.");
    assert_eq!(click(&mut harness, "Done"), [Command::Done]);
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(asked(&mut harness), [Command::Done]);
}

#[test]
fn an_open_dose_can_be_done_early_and_paused() {
    let mut harness = shown(SegmentKind::Open);
    assert_eq!(click(&mut harness, "Done"), [Command::Done]);
    assert_eq!(click(&mut harness, "Pause"), [Command::TogglePause]);
}

#[test]
fn a_pause_says_so_and_offers_to_go_on() {
    let mut harness = in_state(RunState::Paused);
    harness.get_by_label("Paused");
    assert_eq!(click(&mut harness, "Go on"), [Command::TogglePause]);
}

#[test]
fn the_count_in_is_shown_and_said() {
    let harness = in_state(RunState::CountIn { left: Duration::from_millis(2_400) });
    let count = harness.get_by_label("Starting in 3");
    assert_eq!(count.accesskit_node().live(), egui::accesskit::Live::Polite);
}

#[test]
fn after_this_hurts_there_is_an_easier_way_and_a_way_on() {
    let mut harness = in_state(RunState::Hurt { easier: Some("Shoulder Rolls") });
    assert_eq!(click(&mut harness, "Easier: Shoulder Rolls"), [Command::TakeEasier]);
    assert_eq!(click(&mut harness, "Go on without it"), [Command::GoOn]);
    assert_eq!(click(&mut harness, "End the session"), [Command::LeaveForGood]);
    assert!(harness.query_by_label("Pause").is_none());
    let harness = in_state(RunState::Hurt { easier: None });
    assert!(harness.query_by_label_contains("Easier").is_none());
}

#[test]
fn the_end_says_what_was_done() {
    let took = Duration::from_secs(330);
    let mut harness = in_state(RunState::Over { took, exercises: 4 });
    harness.get_by_label("All done");
    harness.get_by_label("6 min · 4 exercises");
    let leads_to = harness.get_by_label("Done").accesskit_node().description();
    assert_eq!(leads_to.as_deref(), Some("Back to Today"));
    assert_eq!(click(&mut harness, "Done"), [Command::Leave]);
    assert_eq!(click(&mut harness, "Again"), [Command::Restart]);
    let harness = in_state(RunState::Over { took, exercises: 1 });
    harness.get_by_label("6 min · 1 exercise");
}

#[test]
fn the_list_of_keys_can_be_put_away() {
    let mut harness = with_panel(Panel::Keys);
    harness.get_by_label("Pause and go on");
    assert_eq!(click(&mut harness, "Close"), [Command::ToggleKeys]);
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(asked(&mut harness), [Command::ToggleKeys]);
}

#[test]
fn a_click_on_the_bar_seeks_there() {
    let mut harness = shown(SegmentKind::Hold);
    let bar = harness.get_by_label("Session");
    let total = harness.state().timeline.total_ms();
    assert!(bar.value().unwrap().contains(" of "));
    let rect = bar.rect();
    harness.drag_at(rect.center());
    harness.step();
    harness.drop_at(rect.center());
    harness.step();
    let [Command::SeekTo(ms)] = asked(&mut harness)[..] else { panic!("no seek") };
    assert!(ms.abs_diff(total / 2) < total / 500, "{ms} of {total}");
}

#[test]
fn the_bar_says_where_the_session_is() {
    let harness = shown(SegmentKind::Hold);
    let value = harness.get_by_label("Session").value().unwrap();
    assert!(value.starts_with("0:13 of ") && value.ends_with(", Chair Rotation, right side"), "{value}");
}

#[test]
fn with_the_focus_on_the_bar_the_arrows_move_the_playhead() {
    let mut harness = shown(SegmentKind::Hold);
    let at = harness.state().at.as_millis() as u64;
    harness.get_by_label("Session").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(asked(&mut harness), [Command::SeekTo(at + 5_000)]);
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_eq!(asked(&mut harness), [Command::SeekTo(at - 5_000)]);
    harness.key_press(Key::PageDown);
    harness.run();
    let stretches = &harness.state().map.stretches;
    let after = stretches.iter().find(|stretch| stretch.start_ms > at).unwrap().start_ms;
    assert_eq!(asked(&mut harness), [Command::SeekTo(after)]);
    harness.key_press(Key::PageUp);
    harness.run();
    assert_eq!(asked(&mut harness), [Command::SeekTo(8_000)]);
    assert!(harness.get_by_label("Session").is_focused());
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(asked(&mut harness), [Command::TogglePause], "the other keys stay what they are");
}

#[test]
fn the_bar_says_what_there_is_at_the_pointer() {
    let mut harness = shown(SegmentKind::Hold);
    let rect = harness.get_by_label("Session").rect();
    let total = harness.state().timeline.total_ms();
    let map = &harness.state().map;
    let left = map.stretches.iter().find(|s| s.side == Some(Side::Left) && s.kind.is_work()).unwrap();
    let middle = u64::midpoint(left.start_ms, left.end_ms) as f32 / total as f32;
    let clock = format!("{}:{:02} · ", left.start_ms / 60_000, (left.start_ms + 5_000) / 1_000 % 60);
    harness.hover_at(egui::pos2(rect.left() + rect.width() * middle, rect.center().y));
    harness.run();
    let tip = harness.get_by_label_contains("Chair Rotation, left side · 10 s");
    assert!(tip.value().unwrap().starts_with(&clock), "{clock}");
    harness.hover_at(rect.left_top() - egui::vec2(0.0, 200.0));
    harness.run();
    assert!(harness.query_by_label_contains("left side · 10 s").is_none());
}

#[test]
fn no_key_on_the_bar_ends_the_session() {
    let mut it = StandIn::playing(SegmentKind::Breathe);
    it.at = Duration::from_millis(it.timeline.total_ms() - 3_000);
    let total = it.timeline.total_ms();
    let mut harness = it.harness(1280.0, 800.0);
    harness.get_by_label("Session").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(asked(&mut harness), [Command::SeekTo(total - 1_000)]);
}

#[test]
fn a_drag_turns_the_figure_and_a_double_click_turns_it_back() {
    let mut harness = shown(SegmentKind::Exhale);
    let at = harness.get_by_label("Cat-Cow, moving figure").rect().center();
    harness.drag_at(at);
    harness.step();
    harness.hover_at(at + egui::vec2(50.0, 0.0));
    harness.step();
    let turned: f32 = asked(&mut harness)
        .iter()
        .map(|command| match command {
            Command::Turn { yaw_deg, .. } => yaw_deg.abs(),
            other => panic!("{other:?}"),
        })
        .sum();
    assert!(turned > 5.0, "{turned}");
    harness.drop_at(at + egui::vec2(50.0, 0.0));
    harness.run();
    asked(&mut harness);
    for _ in 0..2 {
        harness.drag_at(at);
        harness.drop_at(at);
        harness.step();
    }
    assert!(asked(&mut harness).contains(&Command::TurnBack));
}

#[test]
fn screens_ask_for_no_repaint_by_themselves() {
    for it in [StandIn::new(), StandIn::playing(SegmentKind::Hold), StandIn::playing(SegmentKind::Rest)] {
        let mut harness = it.harness(1280.0, 800.0);
        harness.run();
        harness.step();
        let viewport = harness.output().viewport_output.values().next().unwrap();
        assert_eq!(viewport.repaint_delay, Duration::MAX);
    }
}

#[test]
fn what_is_felt_is_named_on_demand() {
    let mut harness = shown(SegmentKind::Hold);
    harness.key_press(Key::N);
    harness.run();
    assert_eq!(asked(&mut harness), [Command::ToggleNames]);
}
