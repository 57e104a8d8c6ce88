//! The controls of the player beside its buttons: steps, loudness, the way back, leaving.

use std::time::Duration;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable, by};
use unhunch::engine::SegmentKind;
use unhunch::ui::Command;
use unhunch::ui::screens::player::{ControlView, Panel, RunState};

use super::stand_in::{StandIn, asked};

fn shown(control: ControlView<'static>) -> Harness<'static, StandIn> {
    StandIn { control, ..StandIn::playing(SegmentKind::Hold) }.harness(1280.0, 800.0)
}

fn with_panel(panel: Panel) -> Harness<'static, StandIn> {
    shown(ControlView { panel: Some(panel), ..ControlView::default() })
}

fn press(harness: &mut Harness<'_, StandIn>, key: Key) -> Vec<Command> {
    harness.key_press(key);
    harness.run();
    asked(harness)
}

fn click(harness: &mut Harness<'_, StandIn>, label: &str) -> Vec<Command> {
    harness.get_by_label(label).click();
    harness.run();
    asked(harness)
}

#[test]
fn every_step_is_in_the_list_and_a_click_jumps_there() {
    let mut harness = with_panel(Panel::Steps { picked: 0 });
    let now = harness.get_by_label("1. Chair Rotation, at 0:00, now");
    assert_eq!(now.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    for name in ["2. Cat-Cow, ", "3. Shoulder Rolls, ", "4. Child", "5. Breathing, "] {
        harness.get_by_label_contains(name);
    }
    harness.get_by_label_contains("3. Shoulder Rolls, ").click();
    harness.run();
    // The rest that the author placed is an entry too, but no step.
    assert_eq!(asked(&mut harness), [Command::JumpToStep(2)]);
    assert_eq!(click(&mut harness, "Close"), [Command::ToggleSteps]);
}

#[test]
fn the_list_of_steps_is_walked_with_the_arrows() {
    let mut harness = with_panel(Panel::Steps { picked: 2 });
    assert_eq!(press(&mut harness, Key::ArrowDown), [Command::PickStep(4)], "over the rest");
    assert_eq!(press(&mut harness, Key::ArrowUp), [Command::PickStep(1)]);
    assert_eq!(press(&mut harness, Key::Enter), [Command::JumpToStep(2)]);
    assert_eq!(press(&mut harness, Key::Space), [Command::TogglePause], "the session can still be paused");
    assert_eq!(press(&mut harness, Key::J), [Command::ToggleSteps]);
    assert_eq!(press(&mut harness, Key::Escape), [Command::ToggleSteps]);
    let mut at_end = with_panel(Panel::Steps { picked: 5 });
    assert_eq!(press(&mut at_end, Key::ArrowDown), [Command::PickStep(5)]);
}

#[test]
fn a_step_picked_beyond_the_edge_is_scrolled_into_view() {
    let mut it = StandIn::playing(SegmentKind::Hold);
    let one = it.timeline.entries[0].clone();
    it.timeline.entries = (1..=500).map(|number| unhunch::engine::Entry { number, ..one.clone() }).collect();
    it.control = ControlView { panel: Some(Panel::Steps { picked: 0 }), ..ControlView::default() };
    let mut harness = it.harness(1280.0, 800.0);
    harness.run_steps(3);
    assert!(harness.query_all_by_label_contains(". Chair").count() > 5);
    assert!(harness.query_by_label_contains("400. Chair").is_none(), "only what shows is built");
    harness.state_mut().control.panel = Some(Panel::Steps { picked: 399 });
    harness.run_steps(3);
    let window = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 800.0));
    assert!(window.contains_rect(harness.get_by_label_contains("400. Chair").rect()));
}

#[test]
fn loudness_is_a_slider_with_a_way_to_silence() {
    let mut harness = with_panel(Panel::Sound);
    harness.run_steps(2);
    let slider = harness.get(by().role(Role::Slider).label("Loudness"));
    assert_eq!(slider.value().as_deref(), Some("70 %"));
    assert_eq!(click(&mut harness, "Sound off"), [Command::ToggleMute]);
    assert_eq!(press(&mut harness, Key::ArrowRight), [Command::SetVolume(0.75)]);
    assert_eq!(press(&mut harness, Key::ArrowLeft), [Command::SetVolume(0.65)]);
    assert_eq!(press(&mut harness, Key::Escape), [Command::ToggleSound]);
    harness.get_by_label("Pause").click();
    harness.run();
    assert!(asked(&mut harness).contains(&Command::ToggleSound), "a click beside it puts it away");
    let harness = shown(ControlView { muted: true, ..ControlView::default() });
    harness.get_by_label("Sound is off");
}

#[test]
fn the_way_back_is_a_button_two_keys_and_said() {
    let mut harness =
        shown(ControlView { way_back: Some(Duration::from_secs(192)), ..ControlView::default() });
    let button = harness.get_by_label("Return to 3:12");
    assert_eq!(button.accesskit_node().live(), egui::accesskit::Live::Polite);
    assert_eq!(click(&mut harness, "Return to 3:12"), [Command::Undo]);
    assert_eq!(press(&mut harness, Key::Backspace), [Command::Undo]);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(asked(&mut harness), [Command::Undo]);
    let mut harness = shown(ControlView::default());
    assert_eq!(press(&mut harness, Key::Backspace), [], "nothing to take back");
}

#[test]
fn the_speed_is_shown_and_has_a_way_back() {
    let mut harness = shown(ControlView { speed: 0.8, ..ControlView::default() });
    assert_eq!(click(&mut harness, "Speed 0.8"), [Command::SetSpeed(1.0)]);
    assert_eq!(press(&mut harness, Key::Num1), [Command::SetSpeed(1.0)]);
}

#[test]
fn a_key_held_down_skips_once() {
    let mut harness = shown(ControlView::default());
    let held = |key, repeat| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat,
        modifiers: Modifiers::NONE,
    };
    for repeat in [false, true, true, true] {
        harness.input_mut().events.push(held(Key::ArrowRight, repeat));
        harness.run();
    }
    assert_eq!(asked(&mut harness), [Command::Skip]);
    for repeat in [false, true] {
        harness.input_mut().events.push(held(Key::ArrowUp, repeat));
        harness.run();
    }
    assert_eq!(asked(&mut harness).len(), 2, "loudness may repeat");
}

#[test]
fn leaving_is_answered_by_keyboard_and_nothing_else_happens_meanwhile() {
    let mut harness = with_panel(Panel::Leaving);
    harness.run_steps(2);
    harness.get_by_label("Leave the session?");
    assert!(harness.get_by_label("Keep going").is_focused());
    for key in [Key::R, Key::H, Key::J, Key::M, Key::Plus, Key::Comma, Key::ArrowLeft] {
        assert_eq!(press(&mut harness, key), [], "{key:?}");
    }
    assert_eq!(press(&mut harness, Key::Escape), [Command::KeepGoing]);
    harness.run_steps(2);
    assert_eq!(press(&mut harness, Key::Enter), [Command::KeepGoing]);
    press(&mut harness, Key::ArrowDown);
    assert!(harness.get_by_label("Leave, and go on later").is_focused());
    assert_eq!(press(&mut harness, Key::Space), [Command::LeaveForLater]);
    press(&mut harness, Key::Tab);
    assert_eq!(press(&mut harness, Key::Enter), [Command::LeaveForGood]);
}

#[test]
fn after_this_hurts_the_keyboard_answers_too() {
    let state = RunState::Hurt { easier: Some("Shoulder Rolls") };
    let control = ControlView { way_back: Some(Duration::from_secs(12)), ..ControlView::default() };
    let it = StandIn { state, control, ..StandIn::playing(SegmentKind::Hold) };
    let mut harness = it.harness(1280.0, 800.0);
    harness.run_steps(2);
    assert_eq!(press(&mut harness, Key::Enter), [Command::TakeEasier]);
    press(&mut harness, Key::ArrowDown);
    assert_eq!(press(&mut harness, Key::Space), [Command::GoOn]);
    assert_eq!(click(&mut harness, "Nothing hurts: return to 0:12"), [Command::Undo]);
    assert_eq!(press(&mut harness, Key::Backspace), [Command::Undo]);
    assert_eq!(press(&mut harness, Key::Escape), [Command::Leave]);
}

#[test]
fn the_end_names_what_was_skipped_and_what_hurt() {
    let control = ControlView {
        skipped: vec!["Cat-Cow".to_owned(), "Shoulder Rolls".to_owned()].leak(),
        hurt: vec!["Chair Rotation".to_owned()].leak(),
        way_back: Some(Duration::from_secs(192)),
        ..ControlView::default()
    };
    let state = RunState::Over { took: Duration::from_secs(330), exercises: 4 };
    let it = StandIn { state, control, ..StandIn::playing(SegmentKind::Hold) };
    let mut harness = it.harness(1280.0, 800.0);
    harness.get_by_label("Skipped: Cat-Cow, Shoulder Rolls");
    harness.get_by_label("It hurt: Chair Rotation");
    assert_eq!(click(&mut harness, "Return to 3:12"), [Command::Undo]);
    assert_eq!(press(&mut harness, Key::R), [Command::Restart]);
    assert_eq!(press(&mut harness, Key::Escape), [Command::Leave]);
}
