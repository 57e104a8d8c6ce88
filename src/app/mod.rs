//! The running program: its state, the commands that change it, and everything it does to the
//! world outside.
//!
//! [`eframe::App::logic`] drains what came in and lets time pass; [`eframe::App::ui`] shows views of
//! the state and applies the commands that come back, once a frame.

mod apply;
pub mod clock;
mod content;
mod hall;
mod launch;
mod notices;
mod run;
mod sound;
mod state;
mod views;

pub use launch::{Launch, Start, launch};
pub use run::{Run, SoundOrder};
pub use state::{Route, State};

use std::time::Duration;

use egui::Context;

use crate::ui::screens::{Repaint, window_ui};
use crate::ui::theme::Theme;
use crate::ui::{Command, Look};
use clock::SessionClock;
use sound::Sound;

/// While hidden, sessions go on but nobody looks: often enough for gates and ends.
const HIDDEN_TICK: Duration = Duration::from_millis(200);

/// Where numbers run and nothing moves.
const NUMBERS_TICK: Duration = Duration::from_millis(250);

/// The program with its window.
pub struct Unhunch {
    state: State,
    sound: Sound,
    clock: SessionClock,
    /// The palette the context was last given.
    dressed: Option<(Theme, bool)>,
}

impl Unhunch {
    /// Reads content and settings, and starts the session asked for.
    #[must_use]
    pub fn new(ctx: &Context, launch: Launch) -> Self {
        Theme::install_fonts(ctx);
        let mut clock = SessionClock::default();
        let now = clock.now();
        let waker = ctx.clone();
        let state = State::open(launch, now, move || waker.request_repaint());
        Self { state, sound: Sound::default(), clock, dressed: None }
    }

    fn dress(&mut self, ctx: &Context) {
        let wanted = (self.state.theme(ctx).clone(), self.state.settings().reduced_motion);
        if self.dressed.as_ref() != Some(&wanted) {
            wanted.0.apply(ctx, wanted.1);
            self.dressed = Some(wanted);
        }
    }
}

impl eframe::App for Unhunch {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        let now = self.clock.now();
        let heard = self.sound.heard(clock::monotonic());
        self.state.refresh();
        self.state.tick(now, heard);
        self.sound.follow(&mut self.state, now);
        let hidden = ctx.input(|input| input.viewport().visible()) == Some(false);
        if hidden && self.state.is_moving() {
            ctx.request_repaint_after(HIDDEN_TICK);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.dress(&ctx);
        let Some((theme, reduced_motion)) = &self.dressed else { return };
        let now = self.clock.now();
        let hour = clock::local_hour();
        let mut commands = Vec::new();
        let repaint = views::with_window(&mut self.state, theme, hour, now, |view, words| {
            let look = Look::new(theme, words, *reduced_motion);
            window_ui(ui, &look, view, &mut commands);
            view.repaint(&look)
        });
        for command in commands {
            self.obey(&ctx, command, now);
        }
        match repaint {
            None | Some(Repaint::Never) => {}
            Some(Repaint::EverySecond) => ctx.request_repaint_after(NUMBERS_TICK),
            Some(Repaint::Moving) => ctx.request_repaint(),
        }
    }
}

impl Unhunch {
    /// Applies a command and shows its result in the next frame.
    fn obey(&mut self, ctx: &Context, command: Command, now: Duration) {
        self.state.apply(command, now);
        self.sound.follow(&mut self.state, now);
        ctx.request_repaint();
    }
}
