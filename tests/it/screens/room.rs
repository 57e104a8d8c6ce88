//! The room view and the compact view: what they keep, what they leave out, and how large it is.

use std::time::Duration;

use egui::{Key, Pos2, Rect, Shape, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use unhunch::engine::SegmentKind;
use unhunch::ui::screens::player::{AfterView, ControlView, Panel, RunState, Sight};
use unhunch::ui::widgets::BodyMapView;
use unhunch::ui::{Checking, Command};

use super::layout::body;
use super::stand_in::{StandIn, UNTOLD, asked};

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

/// The end as the room view shows it, with all that can be asked.
fn ended(width: f32, height: f32) -> Harness<'static, StandIn> {
    let map = BodyMapView { maps: body(), is_turned: false, picked: &UNTOLD.spots };
    let praise = Some("Left and right got the same. Well balanced.");
    let after = AfterView { map: Some(map), praise, ..AfterView::nothing(&UNTOLD) };
    let state = RunState::Over { took: Duration::from_secs(330), exercises: 4 };
    StandIn { sight: Sight::Room, state, after, ..StandIn::playing(SegmentKind::Hold) }.harness(width, height)
}

#[test]
fn the_end_is_read_from_where_the_person_stands() {
    for (width, height) in [(800.0, 600.0), (1280.0, 800.0), (2560.0, 1440.0)] {
        let mut harness = ended(width, height);
        let legible = harness.state().legible;
        harness.get_by_label("All done");
        harness.get_by_label("Pain 10: 10 is the worst you can think of");
        let found = capitals(&harness);
        assert!(found.len() >= 3, "{found:?}");
        for (text, points) in found {
            let mm = points * legible.mm_per_point;
            assert!(mm >= legible.distance_m * 1000.0 / 200.0, "{width}x{height}: {text} is {mm} mm high");
            assert!(!text.contains('…'), "{width}x{height}: {text}");
        }
        harness.key_press(Key::Num4);
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(asked(&mut harness), [Command::Check(Checking::Pain(Some(4))), Command::Leave]);
        harness.get_by_label("Usual view").click();
        harness.run();
        assert_eq!(asked(&mut harness), [Command::ToggleRoom]);
    }
}

#[test]
fn what_was_left_is_told_as_large_and_the_same_key_leads_to_the_usual_view() {
    let panel = Some(Panel::Left { took: Duration::from_secs(90), exercises: 1 });
    let after = AfterView { is_left: true, ..AfterView::nothing(&UNTOLD) };
    let control = ControlView { panel, ..ControlView::default() };
    let left = StandIn { sight: Sight::Room, after, control, ..StandIn::playing(SegmentKind::Hold) };
    let mut harness = left.harness(1280.0, 800.0);
    let least = harness.state().legible.least_points();
    assert!(harness.get_by_label("Done for now").rect().height() >= least);
    harness.key_press(Key::D);
    harness.run();
    assert_eq!(asked(&mut harness), [Command::ToggleRoom]);
}

#[test]
fn what_the_end_has_below_comes_into_sight_with_the_focus_and_by_pages() {
    let mut harness = ended(800.0, 600.0);
    let window = Rect::from_min_size(Pos2::ZERO, vec2(800.0, 600.0));
    assert!(!window.contains_rect(harness.get_by_label("Again").rect()));
    harness.get_by_label("Again").focus();
    harness.run();
    assert!(window.contains_rect(harness.get_by_label("Again").rect()));
    let mut harness = ended(800.0, 600.0);
    for _ in 0..9 {
        harness.key_press(Key::PageDown);
        harness.run();
    }
    assert!(window.contains_rect(harness.get_by_label("Again").rect()));
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
