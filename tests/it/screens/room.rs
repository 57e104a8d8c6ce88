//! The room view and the compact view: what they keep, what they leave out, and how large it is.

use egui::{Key, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use unhunch::engine::SegmentKind;
use unhunch::ui::Command;
use unhunch::ui::screens::player::{RunState, Sight};

use super::stand_in::{StandIn, asked};

fn seen(sight: Sight, kind: SegmentKind, width: f32, height: f32) -> Harness<'static, StandIn> {
    StandIn { sight, ..StandIn::playing(kind) }.harness(width, height)
}

/// Every text painted, with the height of its capitals in points.
fn capitals(harness: &Harness<'_, StandIn>) -> Vec<(String, f32)> {
    let shapes = harness.output().shapes.iter().map(|clipped| &clipped.shape);
    let texts = shapes.filter_map(|shape| match shape {
        Shape::Text(text) => Some(&text.galley),
        _ => None,
    });
    let written = texts.filter(|galley| galley.text().chars().any(|c| c.is_ascii_alphanumeric()));
    written
        .map(|galley| {
            let font = galley.job.sections[0].format.font_id.clone();
            let white = egui::Color32::WHITE;
            let capital = harness.ctx.fonts_mut(|fonts| fonts.layout_no_wrap("H".into(), font, white));
            (galley.text().to_owned(), capital.mesh_bounds.height())
        })
        .collect()
}

#[test]
fn capitals_are_a_two_hundredth_of_the_distance_on_the_screen() {
    for kind in [SegmentKind::Hold, SegmentKind::Lift, SegmentKind::Rest, SegmentKind::Exhale] {
        let harness = seen(Sight::Room, kind, 1280.0, 800.0);
        let legible = harness.state().legible;
        let found = capitals(&harness);
        assert!(found.len() >= 3, "{kind:?}: {found:?}");
        for (text, points) in found {
            let mm = points * legible.mm_per_point;
            assert!(mm >= legible.distance_m * 1000.0 / 200.0, "{kind:?}: {text} is {mm} mm high");
        }
    }
}

#[test]
fn the_room_view_keeps_what_matters() {
    let harness = seen(Sight::Room, SegmentKind::Hold, 1280.0, 800.0);
    harness.get_by_label("Chair Rotation");
    harness.get_by_label("Hold the chair back. Stay turned.");
    harness.get_by_label_contains("Right side");
    harness.get_by_label("Pause");
    harness.get_by_label("This hurts");
    assert!(harness.query_by_label("Warm-up · step 1 of 5").is_none());
    assert!(harness.query_by_label("Breaths to come").is_none());
}

#[test]
fn escape_leaves_the_view_and_not_the_session() {
    for (sight, command) in [(Sight::Room, Command::ToggleRoom), (Sight::Compact, Command::ToggleCompact)] {
        let mut harness = seen(sight, SegmentKind::Hold, 1280.0, 800.0);
        harness.key_press(Key::Escape);
        harness.run();
        assert_eq!(asked(&mut harness), [command]);
    }
}

#[test]
fn keys_change_the_view() {
    let keys =
        [(Key::D, Command::ToggleRoom), (Key::C, Command::ToggleCompact), (Key::F, Command::ToggleFull)];
    for (key, command) in keys {
        let mut harness = seen(Sight::Stage, SegmentKind::Hold, 1280.0, 800.0);
        harness.key_press(key);
        harness.run();
        assert_eq!(asked(&mut harness), [command]);
    }
}

#[test]
fn questions_are_asked_as_usual() {
    let hurt = RunState::Hurt { easier: None };
    let stand_in = StandIn { sight: Sight::Room, state: hurt, ..StandIn::playing(SegmentKind::Hold) };
    stand_in.harness(1280.0, 800.0).get_by_label("Go on without it");
}

#[test]
fn the_compact_view_pauses_and_grows_again() {
    let mut harness = seen(Sight::Compact, SegmentKind::Hold, 360.0, 264.0);
    harness.get_by_label("Hold the chair back. Stay turned.");
    harness.get_by_label("Pause").click();
    harness.run();
    assert_eq!(asked(&mut harness), [Command::TogglePause]);
    harness.get_by_label("Usual view").click();
    harness.run();
    assert_eq!(asked(&mut harness), [Command::ToggleCompact]);
}
