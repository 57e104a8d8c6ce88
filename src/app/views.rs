//! What the screens see of the state.

use std::time::Duration;

use super::control::{exercises_done, names_of};
use super::history::checking::Asking;
use super::notices::{Notice, Topic};
use super::pictures::Pictures;
use super::state::{self, Playing, Route};
use crate::catalog::Catalog;
use crate::engine::{Moment, NextUp, Session, State, What};
use crate::figure::{BodyMap, Facing, Look, Scene, Stage, View, cycle_on};
use crate::history;
use crate::history::{FlagKind, left_out};
use crate::model::{Feeling, SessionRecord};
use crate::text::{AdviceText, Words};
use crate::ui::legible::Legible;
use crate::ui::screens::check::{AdviceView, CheckInView};
use crate::ui::screens::player::{AfterView, ControlView, PlayerView, RunState};
use crate::ui::screens::safety::SafetyView;
use crate::ui::screens::{ScreenView, WindowView};
use crate::ui::theme::Theme;
use crate::ui::widgets::{Banner, BannerKind, BodyMapView};
use crate::ui::{BannerId, Screen};

/// Where the still picture of what comes next is taken from.
const NEXT_FRACTION: f32 = 0.5;

/// When and where the window is looked at.
#[derive(Clone, Copy)]
pub(super) struct Here {
    /// By the session's clock.
    pub(super) now: Duration,
    /// Where the person stands.
    pub(super) legible: Legible,
}

/// Shows the window's view of the state to `show`; nothing where there is nothing to show yet.
pub(super) fn with_window<R>(
    state: &mut state::State,
    theme: &Theme,
    here: Here,
    show: impl FnOnce(&WindowView<'_>, &Words) -> R,
) -> Option<R> {
    let Here { now, legible } = here;
    let banners: Vec<Banner> = state.notices.open().map(banner).collect();
    match state.route() {
        Route::Screen(Screen::Today) => return Some(super::today::show_today(state, theme, &banners, show)),
        Route::Screen(Screen::Exercises) => return Some(show_exercises(state, theme, &banners, now, show)),
        Route::Screen(Screen::Editor) => {
            return Some(state.with_editor(&theme.figure, here, |view, state| {
                show(&WindowView { screen: ScreenView::Editor(*view), banners: &banners }, &state.words)
            }));
        }
        Route::Screen(Screen::Breathe) => {
            return Some(state.with_breathing(|view| {
                show(&WindowView { screen: ScreenView::Breathe(*view), banners: &banners }, &state.words)
            }));
        }
        Route::Screen(Screen::Progress) => {
            return Some(state.with_progress(theme, |view, state| {
                show(&WindowView { screen: ScreenView::Progress(*view), banners: &banners }, &state.words)
            }));
        }
        Route::Screen(Screen::Safety) => {
            let asks = state.first_reading.is_on();
            let signs = state.history.signs();
            let ticked = (!asks).then_some(&signs);
            let safety = SafetyView { asks, ticked, ..SafetyView::of(&state.content.catalog) };
            let view = WindowView { screen: ScreenView::Safety(safety), banners: &banners };
            return Some(show(&view, &state.words));
        }
        Route::Screen(Screen::Settings) => {
            let bodies = state.bodies(theme);
            return Some(state.with_settings(&bodies, legible.mm_per_point, |view| {
                show(&WindowView { screen: ScreenView::Settings(*view), banners: &banners }, &state.words)
            }));
        }
        Route::CheckIn => return Some(show_check_in(state, theme, &banners, show)),
        Route::Player => {}
    }
    let (volume, muted) = state.sound_level();
    let (praise, advice) = state.said_after(now);
    let (is_full, is_still) = (state.is_full, state.settings().reduced_motion);
    let state::State { playing, stage, pictures, body, content, words, history, .. } = state;
    let look = Look { body, palette: &theme.figure, glow: 1.0 };
    let picture = Picture { stage, look, is_still };
    let scenery = Scenery {
        volume,
        muted,
        is_full,
        legible,
        catalog: &content.catalog,
        pictures,
        words,
        banners: &banners,
        asking: &history.asking,
        record: history.running.as_ref(),
        praise: praise.as_deref(),
        advice: advice.as_ref(),
    };
    show_player(playing.as_ref()?, picture, &scenery, now, show)
}

fn banner(notice: &Notice) -> Banner {
    Banner {
        id: BannerId(notice.id),
        kind: if matches!(
            notice.topic,
            Topic::Waiting
                | Topic::LetGo
                | Topic::Elsewhere
                | Topic::Shelf
                | Topic::Deleted
                | Topic::RecordFiles
        ) {
            BannerKind::Note
        } else {
            BannerKind::Problem
        },
        text: notice.text.clone(),
        offer: notice.offer.as_ref().map(|offer| offer.words.clone()).unwrap_or_default(),
    }
}

/// What the player shows beside its session.
struct Scenery<'a> {
    volume: f32,
    muted: bool,
    is_full: bool,
    legible: Legible,
    catalog: &'a Catalog,
    pictures: &'a Pictures,
    words: &'a Words,
    asking: &'a Asking,
    /// The record of the session.
    record: Option<&'a SessionRecord>,
    praise: Option<&'a str>,
    advice: Option<&'a AdviceText>,
    banners: &'a [Banner],
}

fn show_exercises<R>(
    state: &mut state::State,
    theme: &Theme,
    banners: &[Banner],
    now: Duration,
    show: impl FnOnce(&WindowView<'_>, &Words) -> R,
) -> R {
    state.history.look_ahead(&state.hall, &state.settings.plan, state.stamp());
    let state::State { exercises, content, stage, pictures, body, words, history, .. } = state;
    let hurt = left_out(&history.ledger, &history.outlook.flags, FlagKind::Hurt);
    let look = Look { body, palette: &theme.figure, glow: 1.0 };
    exercises.with_view(&content.catalog, (stage, pictures), &look, (now, &hurt), |view| {
        show(&WindowView { screen: ScreenView::Exercises(*view), banners }, words)
    })
}

fn show_check_in<R>(
    state: &mut state::State,
    theme: &Theme,
    banners: &[Banner],
    show: impl FnOnce(&WindowView<'_>, &Words) -> R,
) -> R {
    let state::State { stage, body, history, .. } = state;
    let look = Look { body, palette: &theme.figure, glow: 1.0 };
    let maps = Picture { stage, look, is_still: true }.maps(&history.before);
    let (asking, feeling) = (&state.history.asking, &state.history.before);
    let advice = history::before(feeling.pain).map(|advice| state.words.not_today(&advice));
    let view = CheckInView {
        name: state.waiting_name(),
        feeling,
        map: BodyMapView { maps: &maps, is_turned: asking.is_turned, picked: &feeling.spots },
        asks: state.settings.ask_before,
        advice: advice.as_ref().map(AdviceView::from),
        safety: asking.is_safety_shown.then(|| SafetyView::of(&state.content.catalog)),
    };
    show(&WindowView { screen: ScreenView::CheckIn(view), banners }, &state.words)
}

/// What a picture is drawn with.
pub(super) struct Picture<'a> {
    pub(super) stage: &'a mut Stage,
    pub(super) look: Look<'a>,
    /// True for people whom movement makes ill.
    pub(super) is_still: bool,
}

impl Picture<'_> {
    pub(super) fn of(&mut self, moment: &Moment<'_>, view: View) -> Scene {
        if self.is_still {
            return self.stage.scene(&moment.movement.in_steps(), &self.look, view);
        }
        self.stage.scene(&moment.movement, &self.look, view)
    }

    /// The body from behind and from before.
    fn maps(&mut self, feeling: &Feeling) -> [BodyMap; 2] {
        Facing::ALL.map(|facing| self.stage.body_map(&self.look, facing, &feeling.spots))
    }

    pub(super) fn of_next(&mut self, next: &NextUp<'_>) -> Option<Scene> {
        // Whoever has a picture was not drawn: a figure that only stands would tell a lie.
        let exercise = next.entry.exercise.as_ref().filter(|exercise| exercise.picture.is_none())?;
        Some(self.stage.scene(&cycle_on(exercise, next.side, NEXT_FRACTION), &self.look, View::default()))
    }
}

fn show_player<R>(
    playing: &Playing,
    mut picture: Picture<'_>,
    scenery: &Scenery<'_>,
    now: Duration,
    show: impl FnOnce(&WindowView<'_>, &Words) -> R,
) -> Option<R> {
    let session = playing.run.session();
    let moment = playing.run.moment(now)?;
    let scene = picture.of(&moment, playing.view);
    let next_scene = moment.next.as_ref().and_then(|next| picture.of_next(next));
    let easier = session.easier().and_then(|id| scenery.catalog.exercise(id)).map(|e| e.name.as_str());
    let (skipped, hurt) = remarks(playing, scenery.catalog);
    let record = scenery.record.filter(|_| playing.is_over());
    let maps = record.map(|record| picture.maps(&record.after));
    let untold = Feeling::default();
    let feeling = record.map_or(&untold, |record| &record.after);
    let after = AfterView {
        effort: record.and_then(|record| record.effort),
        note: record.map_or("", |record| &record.note),
        map: maps.as_ref().map(|maps| BodyMapView {
            maps,
            is_turned: scenery.asking.is_turned,
            picked: &feeling.spots,
        }),
        is_where_open: scenery.asking.is_where_open,
        is_left: playing.is_left(),
        praise: scenery.praise,
        advice: scenery.advice.map(AdviceView::from),
        ..AfterView::nothing(feeling)
    };
    let view = PlayerView {
        routine: &session.timeline().name,
        timeline: session.timeline(),
        map: &playing.map.1,
        moment: &moment,
        state: as_spent(run_state(session, easier, now), record),
        sight: playing.sight,
        legible: scenery.legible,
        is_full: scenery.is_full,
        safety: SafetyView::of(scenery.catalog),
        control: ControlView {
            panel: playing.panel,
            volume: scenery.volume,
            muted: scenery.muted,
            speed: session.speed(),
            way_back: session.way_back(now),
            names_shown: playing.names_shown,
            skipped: &skipped,
            hurt: &hurt,
        },
        leads_to: playing.started_from,
        scene: Some(&scene),
        picture: moment.movement.to.exercise.as_ref().and_then(|exercise| scenery.pictures.of(exercise)),
        next_scene: next_scene.as_ref(),
        after,
    };
    Some(show(&WindowView { screen: ScreenView::Player(view), banners: scenery.banners }, scenery.words))
}

/// What the end panel names: nothing before the end.
fn remarks(playing: &Playing, catalog: &Catalog) -> (Vec<String>, Vec<String>) {
    let session = playing.run.session();
    if !playing.is_over() {
        return (Vec::new(), Vec::new());
    }
    (names_of(session, What::Skipped, catalog), names_of(session, What::Hurt, catalog))
}

pub(super) fn run_state<'a>(session: &Session, easier: Option<&'a str>, now: Duration) -> RunState<'a> {
    match session.state() {
        State::Playing => RunState::Playing,
        State::Paused | State::Slept => RunState::Paused,
        State::CountIn { until } => RunState::CountIn { left: until.saturating_sub(now) },
        State::AtGate { since } => RunState::AtGate { waited: now.saturating_sub(since) },
        State::Hurt => RunState::Hurt { easier },
        State::Over => RunState::Over {
            took: Duration::from_millis(session.timeline().total_ms()),
            exercises: exercises_done(session.performed()),
        },
    }
}

/// Of a session that was begun in its midst, or skipped through, not all of its time was spent.
fn as_spent<'a>(state: RunState<'a>, record: Option<&SessionRecord>) -> RunState<'a> {
    match (state, record) {
        (RunState::Over { took, exercises }, Some(record)) => {
            RunState::Over { took: took.min(Duration::from_millis(record.took_ms)), exercises }
        }
        (state, _) => state,
    }
}
