//! The routine on the desk as it will run: a session that nobody keeps.

use std::sync::Arc;
use std::time::Duration;

use crate::app::run::Run;
use crate::app::state::State;
use crate::app::views::{Here, Picture, run_state};
use crate::catalog::Catalog;
use crate::editor::Course;
use crate::engine::{Action, Moment, Options, Timeline};
use crate::figure::{Look, Palette, Scene, View};
use crate::ui::screens::player::{AfterView, ControlView, PlayerView, Sight};
use crate::ui::screens::safety::SafetyView;
use crate::ui::{Live, Screen};

/// The routine on the desk as it will run.
pub(in crate::app) struct Preview {
    pub(in crate::app) run: Run,
    /// The camera.
    pub(in crate::app) view: View,
}

impl Preview {
    pub(super) fn begin(timeline: Arc<Timeline>, options: Options, from_ms: u64, now: Duration) -> Self {
        let run = Run::begin(timeline, options, Duration::from_millis(from_ms), now);
        Self { run, view: View::default() }
    }

    fn at_ms(&self, now: Duration) -> u64 {
        self.run.session().position(now).as_millis() as u64
    }

    /// Where it is on a course. A gate that was passed has made the session's own shorter.
    pub(super) fn at_on(&self, course: &Course, now: Duration) -> u64 {
        let (at_ms, own) = (self.at_ms(now), self.run.session().timeline());
        if Arc::ptr_eq(own, &course.timeline) {
            return at_ms;
        }
        course.over(own).followed(course, at_ms).unwrap_or(at_ms)
    }

    /// Goes to a place on a course.
    pub(super) fn seek(&mut self, course: &Course, ms: u64, catalog: &Catalog, now: Duration) {
        let own = self.run.session().timeline();
        let to = if Arc::ptr_eq(own, &course.timeline) {
            ms
        } else {
            course.followed(&course.over(own), ms).unwrap_or(ms)
        };
        self.run.apply(Action::Seek(Duration::from_millis(to)), catalog, now);
    }

    pub(super) fn is_moving(&self) -> bool {
        self.run.is_moving()
    }

    pub(super) fn obey(&mut self, asked: Live, catalog: &Catalog, now: Duration) {
        let action = match asked {
            Live::Toggle => Action::TogglePause,
            Live::Done => Action::Done,
            Live::Back => Action::Back,
            Live::Skip => Action::Skip,
            _ => return,
        };
        self.run.apply(action, catalog, now);
    }

    /// Goes on with another version of the routine, at the same place in the same block. Where that
    /// block runs no more it waits.
    pub(super) fn exchange(
        &mut self,
        before: &Course,
        after: &Course,
        (catalog, options): (&Catalog, &Options),
        now: Duration,
    ) {
        let at_ms = self.at_ms(now);
        let followed = before.over(self.run.session().timeline()).followed(after, at_ms);
        let was_moving = self.is_moving();
        let total_ms = after.timeline.total_ms();
        let to = Duration::from_millis(followed.unwrap_or(at_ms).min(total_ms.saturating_sub(1)));
        self.run.exchange(after.timeline.clone(), *options, to, now);
        if followed.is_none() || !was_moving {
            self.run.apply(Action::TogglePause, catalog, now);
        }
    }
}

/// The figures of the preview: of now, and of what comes next.
#[derive(Default)]
pub(super) struct Scenes {
    now: Option<Scene>,
    next: Option<Scene>,
}

impl State {
    /// Draws the figures of the preview, while there is one.
    pub(super) fn preview_scenes(&mut self, palette: &Palette, now: Duration) -> Scenes {
        let is_still = self.settings.reduced_motion;
        let Self { editor, stage, body, .. } = self;
        let Some(preview) = editor.preview() else { return Scenes::default() };
        let Some(moment) = preview.run.moment(now) else { return Scenes::default() };
        let mut picture = Picture { stage, look: Look { body, palette, glow: 1.0 }, is_still };
        let next = moment.next.as_ref().and_then(|next| picture.of_next(next));
        Scenes { now: Some(picture.of(&moment, preview.view)), next }
    }

    /// What the stage of the preview shows.
    pub(super) fn preview_view<'a>(
        &'a self,
        moment: &'a Moment<'a>,
        scenes: &'a Scenes,
        here: Here,
    ) -> Option<PlayerView<'a>> {
        let desk = self.editor.desk.as_ref()?;
        let session = desk.live.preview.as_ref()?.run.session();
        let (volume, muted) = self.sound_level();
        Some(PlayerView {
            routine: &session.timeline().name,
            timeline: session.timeline(),
            map: &desk.live.strip.map,
            moment,
            state: run_state(session, None, here.now),
            sight: Sight::Stage,
            legible: here.legible,
            is_full: self.is_full,
            control: ControlView { volume, muted, ..ControlView::default() },
            leads_to: Screen::Editor,
            scene: scenes.now.as_ref(),
            picture: moment.movement.to.exercise.as_ref().and_then(|exercise| self.pictures.of(exercise)),
            next_scene: scenes.next.as_ref(),
            safety: SafetyView::of(&self.content.catalog),
            after: AfterView::nothing(&self.history.before),
        })
    }
}
