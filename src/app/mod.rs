//! The running program: its state, the commands that change it, and everything it does to the
//! world outside.
//!
//! [`eframe::App::logic`] drains what came in and lets time pass; [`eframe::App::ui`] shows views of
//! the state and applies the commands that come back, once a frame.

mod apply;
mod awake;
mod breathe;
pub mod clock;
mod content;
mod control;
mod editor;
mod exercises;
mod first_reading;
mod hall;
mod history;
mod keeping;
mod launch;
mod notices;
mod pictures;
mod preview;
mod run;
mod screen_size;
mod settings;
mod sound;
mod speech;
mod state;
mod today;
mod views;
mod window_shape;
mod writer;

pub use history::told_note;
pub use launch::{Launch, Start, launch, launch_within};
pub use run::{Run, SoundOrder};
pub use state::{Route, State};

use std::time::Duration;

use egui::Context;

use crate::model::Compact;
use crate::ui::screens::dialogs::{dialog_ui, drops_ui};
use crate::ui::screens::{Repaint, window_ui};
use crate::ui::theme::Theme;
use crate::ui::{Command, Look};
use awake::Awake;
use clock::{Reading, SessionClock};
use sound::Sound;
use speech::Speech;
use window_shape::WindowShape;

/// While hidden, sessions go on but nobody looks: often enough for gates and ends.
const HIDDEN_TICK: Duration = Duration::from_millis(200);

/// Where numbers run and nothing moves.
const NUMBERS_TICK: Duration = Duration::from_millis(250);

/// The program with its window.
pub struct Unhunch {
    state: State,
    /// `None` where nothing is ever to be heard.
    sound: Option<Sound>,
    /// `None` where nothing is ever to be said.
    speech: Option<Speech>,
    shape: WindowShape,
    awake: Awake,
    clock: SessionClock,
    /// The palette the context was last given.
    dressed: Option<(Theme, bool)>,
}

impl Unhunch {
    /// Reads content and settings, and starts the session asked for.
    #[must_use]
    pub fn new(ctx: &Context, launch: Launch) -> Self {
        let mut program = Self::silent(ctx, launch, clock::system);
        program.sound = Some(Sound::default());
        let waker = ctx.clone();
        program.speech = Some(Speech::new(move || waker.request_repaint()));
        let waker = ctx.clone();
        program.state.ask_with_system(move || waker.request_repaint());
        program.keeping_awake(awake::system())
    }

    /// Tells `tell` when the display has to stay awake, and when no more.
    #[must_use]
    pub fn keeping_awake(mut self, tell: impl FnMut(bool) + 'static) -> Self {
        self.awake = Awake::new(tell);
        self
    }

    /// The program without a sound device, by another clock.
    #[must_use]
    pub fn silent(ctx: &Context, launch: Launch, clock: impl Fn() -> Reading + 'static) -> Self {
        Theme::install_fonts(ctx);
        let mut clock = SessionClock::new(clock);
        let now = clock.now();
        let waker = ctx.clone();
        let mut state = State::open(launch, now, move || waker.request_repaint());
        state.set_stamp(clock.stamp());
        let (awake, shape) = (Awake::new(|_| {}), WindowShape::default());
        Self { state, sound: None, speech: None, awake, shape, clock, dressed: None }
    }

    /// Lets time pass and takes in what came from outside. Doing it twice changes nothing.
    pub fn advance(&mut self, ctx: &Context) {
        let now = self.clock.now();
        self.state.set_stamp(self.clock.stamp());
        let heard = self.sound.as_ref().and_then(|sound| sound.heard(clock::monotonic()));
        self.state.refresh();
        if ctx.input(|input| input.raw.events.contains(&egui::Event::WindowFocused(true))) {
            self.state.look_again();
            self.state.look_at_record();
        }
        self.state.take_path_asked_for();
        self.state.open_fetched_session();
        self.state.tick(now, heard);
        self.follow(now);
        if self.sound.as_ref().is_some_and(Sound::is_trying) {
            ctx.request_repaint_after(NUMBERS_TICK);
        }
        if let Some(due) = self.state.next_draft() {
            ctx.request_repaint_after(due.saturating_sub(now));
        }
        if let Some(due) = self.state.next_answer() {
            ctx.request_repaint_after(due.saturating_sub(now));
        }
        let hidden = ctx.input(|input| input.viewport().visible()) == Some(false);
        if hidden && self.state.is_moving() {
            ctx.request_repaint_after(HIDDEN_TICK);
        }
    }

    /// Builds the window and does what the person asked for in it.
    pub fn show(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        self.dress(&ctx);
        let Some((theme, reduced_motion)) = &self.dressed else { return };
        let now = self.clock.now();
        self.state.load_pictures(&ctx, now);
        let mut commands = Vec::new();
        let screen = ctx.input(|input| input.viewport().monitor_size).map(|size| size.x);
        let here = views::Here { now, legible: self.state.legible(screen) };
        self.state.draw_body_of_session(theme);
        let over = Look::new(theme, &self.state.words, *reduced_motion);
        self.state.with_dialog(|dialog| dialog_ui(ui, &over, dialog, &mut commands));
        drops_ui(ui, &over, &mut commands);
        let repaint = views::with_window(&mut self.state, theme, here, |view, words| {
            let look = Look::new(theme, words, *reduced_motion);
            window_ui(ui, &look, view, &mut commands);
            view.repaint(&look)
        });
        for command in commands {
            self.obey(&ctx, command, now);
        }
        self.follow_with_window(&ctx);
        // Not while a slider is dragged or a key held: that would be a file a frame.
        if !ctx.input(|input| input.pointer.any_down() || !input.keys_down.is_empty()) {
            self.state.keep_settings();
            self.state.let_go();
        }
        match repaint {
            None | Some(Repaint::Never) => {}
            Some(Repaint::EverySecond) => ctx.request_repaint_after(NUMBERS_TICK),
            Some(Repaint::Moving) => ctx.request_repaint(),
        }
    }

    /// Brings the world outside to where the session is.
    fn follow(&mut self, now: Duration) {
        self.awake.follow(self.state.run().map(|run| run.session().state()));
        let order = self.state.run_mut().and_then(|run| run.sound_order(now));
        if let Some(speech) = &mut self.speech {
            speech.follow(&mut self.state, order.as_ref(), now);
        }
        if let Some(sound) = &mut self.sound {
            sound.follow(&mut self.state, order);
        }
    }

    /// Gives the window its shape, and keeps where the compact one was.
    fn follow_with_window(&mut self, ctx: &Context) {
        let compact = self.state.settings().compact.clone();
        if let Some(left) = self.shape.follow(ctx, self.state.shape(), &compact) {
            self.keep_compact(left);
        }
    }

    fn keep_compact(&mut self, place: Compact) {
        if self.state.settings().compact != place {
            self.state.change_settings(|settings| settings.compact = place);
        }
    }

    /// Applies a command and shows its result in the next frame.
    fn obey(&mut self, ctx: &Context, command: Command, now: Duration) {
        self.state.apply(command, now);
        if let Some(text) = self.state.take_clip() {
            ctx.copy_text(text);
        }
        self.follow(now);
        ctx.request_repaint();
    }

    fn dress(&mut self, ctx: &Context) {
        let wanted = (self.state.theme(ctx).clone(), self.state.settings().reduced_motion);
        if self.dressed.as_ref() != Some(&wanted) {
            wanted.0.apply(ctx, wanted.1);
            self.dressed = Some(wanted);
        }
    }
}

impl Drop for Unhunch {
    /// The window closes: what is not yet on the disk is written.
    fn drop(&mut self) {
        let now = self.clock.now();
        self.state.close(now);
    }
}

impl eframe::App for Unhunch {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.advance(ctx);
        // The last chance to see where the compact window is.
        if ctx.input(|input| input.viewport().close_requested())
            && let Some(place) = self.shape.compact_place(ctx)
        {
            self.keep_compact(place);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }
}
