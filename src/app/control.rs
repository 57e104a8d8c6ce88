//! The controls of the player: its panels, leaving, loudness and speed.

use std::collections::BTreeSet;
use std::time::Duration;

use super::keeping::has_begun;
use super::state::{Playing, Route, State};
use crate::catalog::Catalog;
use crate::engine::{Action, Session, State as Doing, What};
use crate::model::BoutRecord;
use crate::ui::screens::player::{Panel, Sight};

impl Playing {
    /// A session that has stopped has no list of steps over it.
    pub(super) fn close_what_is_past(&mut self) {
        let is_stopped = matches!(self.run.session().state(), Doing::Hurt | Doing::Over);
        if is_stopped && matches!(self.panel, Some(Panel::Steps { .. })) {
            self.panel = None;
        }
    }

    /// True while it is asked how to leave, or how it was that was left.
    pub(super) fn is_leaving(&self) -> bool {
        matches!(self.panel, Some(Panel::Leaving | Panel::Left { .. }))
    }

    /// True once nothing of the session is to be done any more.
    pub(super) fn is_over(&self) -> bool {
        self.is_left() || self.run.session().state() == Doing::Over
    }

    /// True once the session was left for good.
    pub(super) fn is_left(&self) -> bool {
        matches!(self.panel, Some(Panel::Left { .. }))
    }
}

impl State {
    /// Opens a panel of the player, or closes it. A question stays until it is answered.
    pub(super) fn toggle_panel(&mut self, panel: Panel) {
        if let Some(playing) = self.playing.as_mut().filter(|playing| !playing.is_leaving()) {
            playing.panel = if playing.panel == Some(panel) { None } else { Some(panel) };
        }
    }

    /// Names what is felt on the figure, or no longer.
    pub(super) fn toggle_names(&mut self) {
        if let Some(playing) = &mut self.playing {
            playing.names_shown = !playing.names_shown;
        }
    }

    /// Opens the list of steps at the one under way, or closes it.
    pub(super) fn toggle_steps(&mut self, now: Duration) {
        let Some(playing) = self.playing.as_mut().filter(|playing| !playing.is_leaving()) else { return };
        let picked = playing.run.moment(now).map_or(0, |moment| moment.entry_index);
        playing.panel = match playing.panel {
            Some(Panel::Steps { .. }) => None,
            _ => Some(Panel::Steps { picked }),
        };
    }

    pub(super) fn pick_step(&mut self, entry: usize) {
        if let Some(Playing { panel: Some(Panel::Steps { picked }), .. }) = &mut self.playing {
            *picked = entry;
        }
    }

    pub(super) fn jump_to_step(&mut self, entry: usize, now: Duration) {
        let Some(playing) = &mut self.playing else { return };
        playing.panel = None;
        let timeline = playing.run.session().timeline();
        let first = timeline.entries.get(entry).map(|e| e.first_segment as usize);
        if let Some(segment) = first.and_then(|index| timeline.segments.get(index)) {
            let start = Duration::from_millis(segment.start_ms);
            self.act(Action::Seek(start), now);
        }
    }

    /// Leaves at once where nothing is lost, and asks where something is.
    pub(super) fn ask_to_leave(&mut self, now: Duration) {
        let Some(playing) = &mut self.playing else { return self.leave() };
        if playing.is_left() {
            return self.leave();
        }
        if playing.is_leaving() {
            return;
        }
        let session = playing.run.session();
        if session.state() == Doing::Over || !has_begun(session, now) {
            return self.leave();
        }
        if playing.kept_as.is_none() {
            // It cannot be gone on with: there is nothing to choose.
            let has_worked = session.has_worked(now);
            return if has_worked { self.leave_for_good(now) } else { self.leave() };
        }
        playing.panel = Some(Panel::Leaving);
        playing.goes_on = playing.run.is_moving();
        if playing.goes_on {
            self.act(Action::TogglePause, now);
        }
    }

    /// Stays after all, and goes on where it went on before the question.
    pub(super) fn keep_going(&mut self, now: Duration) {
        let Some(playing) = &mut self.playing else { return };
        playing.panel = None;
        if std::mem::take(&mut playing.goes_on) {
            self.act(Action::TogglePause, now);
        }
    }

    /// Leaves and offers nothing. Where something was done, the person is asked how it was.
    pub(super) fn leave_for_good(&mut self, now: Duration) {
        let Some(playing) = self.playing.as_mut().filter(|playing| !playing.is_left()) else {
            return self.leave();
        };
        let session = playing.run.session();
        if !has_begun(session, now) {
            return self.leave();
        }
        let spent = self.history.begun(now).map(|record| Duration::from_millis(record.took_ms));
        let took = spent.unwrap_or(Duration::MAX).min(session.position(now));
        let exercises = exercises_done(&session.performed_if_left(now));
        playing.panel = Some(Panel::Left { took, exercises });
        if playing.sight == Sight::Compact {
            playing.sight = Sight::Stage; // there is no room for questions
        }
        // It is not gone on with later.
        playing.kept_as = None;
        playing.mark = None;
        if playing.run.is_moving() {
            self.act(Action::TogglePause, now);
        }
    }

    /// Opens what is to be known, or closes it, wherever it was looked up.
    pub(super) fn toggle_safety(&mut self) {
        if self.route() == Route::CheckIn {
            let asking = &mut self.history.asking;
            asking.is_safety_shown = !asking.is_safety_shown;
        } else {
            self.toggle_panel(Panel::Safety);
        }
    }

    pub(super) fn leave_for_later(&mut self, now: Duration) {
        self.put_by(now);
        self.leave();
    }

    pub(super) fn set_volume(&mut self, volume: f32) {
        self.silence_no_more();
        self.change_settings(|settings| {
            // Whole hundredths: what is shown is what is kept.
            settings.volume = (volume.clamp(0.0, 1.0) * 100.0).round() / 100.0;
            settings.muted = false;
        });
    }

    /// To the nearest tenth: what the keys and the buttons step through.
    pub(super) fn set_speed(&mut self, speed: f64, now: Duration) {
        self.act(Action::SetSpeed((speed * 10.0).round() / 10.0), now);
    }
}

/// How many exercises something was done of, each counted once.
pub(super) fn exercises_done(bouts: &[BoutRecord]) -> u32 {
    let done = bouts.iter().filter(|bout| bout.done_ms > 0);
    let ids: BTreeSet<&str> = done.filter_map(|bout| bout.exercise.as_deref()).collect();
    u32::try_from(ids.len()).unwrap_or(u32::MAX)
}

/// The names of exercises to which something happened in the round that has just ended, each once,
/// in order.
pub(super) fn names_of(session: &Session, what: What, catalog: &Catalog) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let all = session.happened();
    let ended = all.iter().rposition(|h| h.what == What::Finished).unwrap_or(all.len());
    let began = all[..ended].iter().rposition(|h| h.what == What::Finished).map_or(0, |index| index + 1);
    let ids = all[began..ended].iter().filter(|h| h.what == what).filter_map(|h| h.exercise.as_deref());
    for id in ids {
        let name = catalog.exercise(id).map_or(id, |exercise| exercise.name.as_str());
        if !found.iter().any(|known| known == name) {
            found.push(name.to_owned());
        }
    }
    found
}
