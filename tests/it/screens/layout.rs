//! Nothing is cut off, nothing lies on anything else, everything has a name: at every size.

use std::collections::BTreeSet;
use std::time::Duration;

use egui::accesskit::Role;
use egui::{Pos2, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable, by};
use unhunch::engine::SegmentKind;
use unhunch::figure::{Body, BodyMap, Facing, Look, Palette, Stage};
use unhunch::model::Spot;
use unhunch::ui::BannerId;
use unhunch::ui::screens::check::{AdviceView, CheckInView};
use unhunch::ui::screens::player::{AfterView, ControlView, Panel, RunState};
use unhunch::ui::screens::unfinished::UnfinishedCard;
use unhunch::ui::widgets::{Banner, BannerKind, BodyMapView};

use super::stand_in::{StandIn, UNTOLD};
use super::today_record;

const SIZES: [(f32, f32); 5] =
    [(800.0, 600.0), (1024.0, 720.0), (1280.0, 800.0), (2560.0, 1440.0), (900.0, 1300.0)];

pub(crate) const ENDLESS: &str = "An absurdly long name that somebody wrote into a file without thinking of the small \
                       windows in which it has to be shown, and then wrote some more, andonelongwordwithoutaspace";

struct Placed {
    name: String,
    role: Role,
    rect: Rect,
}

fn placed(harness: &Harness<'_, StandIn>) -> Vec<Placed> {
    let roles = [
        Role::Button,
        Role::RadioButton,
        Role::Tab,
        Role::Slider,
        Role::Label,
        Role::Timer,
        Role::Image,
        Role::Alert,
        Role::Status,
    ];
    harness
        .query_all(by())
        .filter(|node| roles.contains(&node.accesskit_node().role()))
        .map(|node| Placed {
            name: node.accesskit_node().label().or(node.value()).unwrap_or_default(),
            role: node.accesskit_node().role(),
            rect: node.rect(),
        })
        .collect()
}

/// A card is a button with labels on it; everything else keeps to its own place.
fn may_contain(outer: &Placed, inner: &Placed) -> bool {
    outer.role == Role::Button
        && inner.role == Role::Label
        && outer.rect.expand(1.0).contains_rect(inner.rect)
}

fn check(what: &str, make: impl Fn() -> StandIn) {
    for (width, height) in SIZES {
        let mut harness = make().harness(width, height);
        harness.step();
        let mut window = Rect::from_min_size(Pos2::ZERO, vec2(width, height));
        if harness.state().on_today {
            window.max.y = f32::INFINITY; // it scrolls
        }
        let all = placed(&harness);
        assert!(all.len() > 4, "{what}: only {} nodes", all.len());
        for (index, one) in all.iter().enumerate() {
            let at = format!("{what} at {width}x{height}: {:?} \"{}\" {:?}", one.role, one.name, one.rect);
            assert!(!one.name.is_empty(), "no name: {at}");
            assert!(window.expand(0.5).contains_rect(one.rect), "leaves the window: {at}");
            assert!(one.rect.width() >= 4.0 && one.rect.height() >= 8.0, "too small: {at}");
            if matches!(one.role, Role::Button | Role::RadioButton | Role::Tab) {
                assert!(one.rect.height() >= 24.0 && one.rect.width() >= 24.0, "hard to hit: {at}");
            }
            for other in &all[index + 1..] {
                let apart = !one.rect.shrink(1.0).intersects(other.rect.shrink(1.0));
                assert!(
                    apart || may_contain(one, other) || may_contain(other, one),
                    "{at} lies on {:?} \"{}\" {:?}",
                    other.role,
                    other.name,
                    other.rect,
                );
            }
        }
    }
}

#[test]
fn today_fits_every_window() {
    check("today", StandIn::new);
    check("today with a record", today_record::everything);
}

#[test]
fn the_player_fits_every_window_whatever_is_done() {
    for kind in [
        SegmentKind::Prepare,
        SegmentKind::Transition,
        SegmentKind::Hold,
        SegmentKind::Release,
        SegmentKind::Switch,
        SegmentKind::Lift,
        SegmentKind::Exhale,
        SegmentKind::Rest,
        SegmentKind::Open,
        SegmentKind::Breathe,
    ] {
        check(kind.name(), || StandIn::playing(kind));
    }
}

#[test]
fn panels_fit_every_window() {
    let took = Duration::from_secs(330);
    check("over", || StandIn {
        state: RunState::Over { took, exercises: 4 },
        ..StandIn::playing(SegmentKind::Hold)
    });
    check("keys", || with(ControlView { panel: Some(Panel::Keys), ..ControlView::default() }));
    check("steps", || {
        with(ControlView { panel: Some(Panel::Steps { picked: 1 }), ..ControlView::default() })
    });
    check("leaving", || with(ControlView { panel: Some(Panel::Leaving), ..ControlView::default() }));
    check("hurt", || StandIn {
        state: RunState::Hurt { easier: Some(ENDLESS) },
        ..with(ControlView { way_back: Some(Duration::from_mins(61)), ..ControlView::default() })
    });
}

fn with(control: ControlView<'static>) -> StandIn {
    StandIn { control, ..StandIn::playing(SegmentKind::Hold) }
}

#[test]
fn the_way_back_and_a_changed_speed_have_their_room() {
    let way_back = Some(Duration::from_secs(192));
    check("way back", || with(ControlView { way_back, speed: 0.5, muted: true, ..ControlView::default() }));
}

#[test]
fn the_end_has_room_for_what_was_skipped_and_what_hurt() {
    let names: &'static [String] = vec![ENDLESS.to_owned(), "Cat-Cow".to_owned()].leak();
    let took = Duration::from_secs(330);
    let control = ControlView {
        skipped: names,
        hurt: names,
        way_back: Some(Duration::from_secs(192)),
        ..ControlView::default()
    };
    check("over with remarks", || StandIn { state: RunState::Over { took, exercises: 4 }, ..with(control) });
}

/// The body, with everything picked.
pub(super) fn body() -> &'static [BodyMap; 2] {
    let (body, palette) = (Body::default(), Palette::light());
    let look = Look { body: &body, palette: &palette, glow: 1.0 };
    let mut stage = Stage::default();
    let maps = Facing::ALL.map(|facing| stage.body_map(&look, facing, everywhere()));
    Box::leak(Box::new(maps))
}

fn everywhere() -> &'static BTreeSet<Spot> {
    Box::leak(Box::new(Facing::ALL.into_iter().flat_map(Facing::spots).collect()))
}

#[test]
fn the_end_has_room_for_all_that_is_asked() {
    let names: &'static [String] = vec![ENDLESS.to_owned(), "Cat-Cow".to_owned()].leak();
    let control = ControlView { skipped: names, hurt: names, ..ControlView::default() };
    let took = Duration::from_secs(330);
    let maps = body();
    for (is_where_open, is_left, advises) in
        [(false, false, false), (true, false, false), (false, true, true), (true, true, true)]
    {
        let advice = AdviceView { title: "Enough for now", text: ENDLESS, added: ENDLESS };
        let panel = is_left.then_some(Panel::Left { took, exercises: 4 });
        let after = AfterView {
            effort: Some(3),
            note: ENDLESS,
            map: Some(BodyMapView { maps, is_turned: is_left, picked: everywhere() }),
            is_where_open,
            is_left,
            praise: Some("Left and right got the same. Well balanced."),
            advice: advises.then_some(advice),
            ..AfterView::nothing(&UNTOLD)
        };
        let state = RunState::Over { took, exercises: 4 };
        check("over, asking", || StandIn { state, after, ..with(ControlView { panel, ..control }) });
    }
}

#[test]
fn before_a_session_all_that_is_asked_has_its_room() {
    let maps = body();
    for (is_turned, advises) in [(false, false), (true, false), (false, true)] {
        let advice = AdviceView { title: "Better not now", text: ENDLESS, added: ENDLESS };
        let view = CheckInView {
            name: ENDLESS,
            feeling: &UNTOLD,
            map: BodyMapView { maps, is_turned, picked: everywhere() },
            asks: true,
            advice: advises.then_some(advice),
            safety: None,
        };
        check("before a session", || StandIn { check_in: Some(view), ..StandIn::new() });
    }
}

#[test]
fn the_card_to_go_on_with_fits_whatever_the_routine_is_called() {
    let at = Duration::from_secs(192);
    for routine in ["Desk break", ENDLESS] {
        check("today with a card", || StandIn {
            unfinished: Some(UnfinishedCard { routine, at }),
            ..small_today()
        });
    }
}

#[test]
fn banners_leave_room_for_the_screen() {
    let banner = |id, text: &str| Banner {
        id: BannerId(id),
        kind: BannerKind::Problem,
        text: text.into(),
        offer: String::new(),
    };
    let banners = vec![banner(1, "No sound device."), banner(2, ENDLESS)];
    check("today with banners", || StandIn { banners: banners.clone(), ..small_today() });
    check("player with banners", || StandIn {
        banners: banners.clone(),
        ..StandIn::playing(SegmentKind::Hold)
    });
}

/// Below banners the cards may have to be scrolled to.
fn small_today() -> StandIn {
    StandIn { routines: Vec::new(), ..StandIn::new() }
}

#[test]
fn endless_names_are_cut_and_push_nothing_away() {
    check("today with endless names", || {
        let mut it = StandIn::new();
        for routine in &mut it.routines {
            routine.1 = ENDLESS.into();
        }
        it
    });
    for kind in [SegmentKind::Hold, SegmentKind::Lift, SegmentKind::Breathe] {
        check("player with endless names", || endless_player(kind));
    }
}

fn endless_player(kind: SegmentKind) -> StandIn {
    let mut it = StandIn::playing(kind);
    it.routine_name = ENDLESS.into();
    for entry in &mut it.timeline.entries {
        entry.section = Some(ENDLESS.into());
        entry.note = ENDLESS.into();
        if let Some(exercise) = &mut entry.exercise {
            let exercise = std::sync::Arc::make_mut(exercise);
            exercise.name = ENDLESS.into();
            exercise.instructions.hold = ENDLESS.into();
            exercise.ways.iter_mut().for_each(|way| *way = ENDLESS.into());
        }
    }
    it
}

#[test]
fn nothing_moves_while_the_numbers_run() {
    let places = |at_ms: u64| {
        let mut it = StandIn::playing(SegmentKind::Exhale);
        it.at = Duration::from_millis(at_ms);
        let harness = it.harness(1280.0, 800.0);
        ["Pause", "This hurts", "Time left", "Time left in the session", "Session", "Breaths to come"]
            .map(|label| harness.get_by_label(label).rect())
    };
    let exhale = StandIn::playing(SegmentKind::Exhale);
    let segment = exhale.timeline.segments.iter().find(|s| s.kind == SegmentKind::Exhale).unwrap();
    let first = places(segment.start_ms);
    for step in 1..20 {
        assert_eq!(places(segment.start_ms + step * segment.len_ms() / 20), first);
    }
}
