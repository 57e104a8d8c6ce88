//! What each command does: the one place where screens change anything.

use std::time::Duration;

use super::first_reading::Beginning;
use super::state::State;
use crate::engine::Action;
use crate::figure::View;
use crate::ui::Command;
use crate::ui::screens::player::{Panel, Sight};

/// The camera goes no further up or down than this, in degrees.
const STEEPEST: f32 = 60.0;

impl State {
    /// Does what a screen asked for.
    pub fn apply(&mut self, command: Command, now: Duration) {
        match command {
            Command::StartRoutine(id) => self.start(&id, now),
            Command::TryExercise(id) => self.after_reading(Beginning::Exercise(id), now),
            Command::AcceptSafety => self.accept_safety(now),
            Command::Browse(asked) => self.browse(asked, now),
            Command::Leave => self.ask_to_leave(now),
            Command::KeepGoing => self.keep_going(now),
            Command::LeaveForLater => self.leave_for_later(now),
            Command::LeaveForGood => self.leave_for_good(now),
            Command::GoOnUnfinished => self.after_reading(Beginning::Unfinished, now),
            Command::LetGoUnfinished => self.let_unfinished_go(),
            Command::OpenScreen(screen) => self.show(screen, now),
            Command::Dismiss(id) => self.notices.dismiss(id.0),
            Command::TakeOffer(id) => {
                if let Some(asked) = self.notices.take_offer(id.0) {
                    self.apply(asked, now);
                }
            }
            Command::Shelve(asked) => self.shelve(asked, now),
            Command::SetTheme(theme) => self.change_settings(|settings| settings.theme = theme),
            Command::Edit(asked) => {
                self.edit(asked, now);
                self.follow_desks(now);
            }
            Command::Set(setting) => self.set(setting),
            Command::Progress(asked) => self.progress(asked, now),
            Command::Check(asked) => self.check(asked, now),
            Command::Breathe(asked) => self.breathe(asked, now),
            Command::ToggleMute => self.toggle_mute(),
            Command::TryCue(kind) => self.tried_cue = Some(kind),
            Command::TryVoice => self.tried_line = Some(self.words.get("say-sample")),
            Command::ToggleRoom => self.toggle_sight(Sight::Room),
            Command::ToggleCompact => self.toggle_sight(Sight::Compact),
            Command::ToggleNames => self.toggle_names(),
            Command::ToggleFull => self.is_full = !self.is_full,
            Command::SetVolume(volume) => self.set_volume(volume),
            Command::SetSpeed(speed) => self.set_speed(speed, now),
            Command::ToggleSound => self.toggle_panel(Panel::Sound),
            Command::ToggleKeys => self.toggle_panel(Panel::Keys),
            Command::ToggleSafety => self.toggle_safety(),
            Command::ToggleSteps => self.toggle_steps(now),
            Command::PickStep(entry) => self.pick_step(entry),
            Command::JumpToStep(entry) => self.jump_to_step(entry, now),
            Command::Turn { yaw_deg, pitch_deg } => self.with_camera(|view| turn(view, yaw_deg, pitch_deg)),
            Command::TurnBack => self.with_camera(|view| *view = View::default()),
            Command::TogglePause => self.act(Action::TogglePause, now),
            Command::Back => self.act(Action::Back, now),
            Command::Skip => self.act(Action::Skip, now),
            Command::Restart => self.act(Action::Restart, now),
            Command::Extend => self.act(Action::Extend, now),
            Command::SeekTo(ms) => self.act(Action::Seek(Duration::from_millis(ms)), now),
            Command::Done => self.act(Action::Done, now),
            Command::Hurts => self.act(Action::Hurts, now),
            Command::TakeEasier => self.act(Action::TakeEasier, now),
            Command::GoOn => self.act(Action::GoOn, now),
            Command::Undo => self.act(Action::Undo, now),
        }
    }

    fn start(&mut self, id: &str, now: Duration) {
        if let Some(routine) = self.content.catalog.routine(id).cloned() {
            self.after_reading(Beginning::Routine(routine, Duration::ZERO), now);
        }
    }

    pub(super) fn act(&mut self, action: Action, now: Duration) {
        // What is done may begin another record.
        self.keep_what_was_typed();
        if let Some(playing) = &mut self.playing {
            playing.run.apply(action, &self.content.catalog, now);
        }
        // The bar shows the new timeline in the very next frame.
        self.tick(now, None);
    }

    /// Shows the session like this, or as usual. Whether it was the room view is kept for the next.
    fn toggle_sight(&mut self, sight: Sight) {
        let Some(playing) = &mut self.playing else { return };
        if playing.is_leaving() {
            return;
        }
        playing.panel = None;
        playing.sight = if playing.sight == sight { Sight::Stage } else { sight };
        let is_room = playing.sight == Sight::Room;
        if self.settings().room.on != is_room && sight == Sight::Room {
            self.change_settings(|settings| settings.room.on = is_room);
        }
    }

    /// Changes the camera of the figure that is large now.
    fn with_camera(&mut self, change: impl FnOnce(&mut View)) {
        if let Some(playing) = &mut self.playing {
            change(&mut playing.view);
        } else if let Some(preview) = self.editor.preview_mut() {
            change(&mut preview.view);
        } else if let Some(page) = &mut self.exercises.page {
            change(&mut page.view);
        }
    }
}

fn turn(view: &mut View, yaw_deg: f32, pitch_deg: f32) {
    view.yaw_deg = (view.yaw_deg + yaw_deg) % 360.0;
    view.pitch_deg = (view.pitch_deg + pitch_deg).clamp(-STEEPEST, STEEPEST);
}
