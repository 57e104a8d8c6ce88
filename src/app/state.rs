//! What is true of the program now.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;
use jiff::civil::Date;

use super::breathe::Patterns;
use super::content::Content;
use super::editor::{Editor, Wake};
use super::exercises::Exercises;
use super::first_reading::{Beginning, FirstReading};
use super::hall::{HallEntry, hall};
use super::history::History;
use super::keeping::{Keeping, Mark};
use super::launch::{Launch, Start};
use super::notices::{Notices, Topic};
use super::pictures::Pictures;
use super::run::Run;
use super::screen_size;
use super::settings::{self, SettingsKeeping};
use super::window_shape::Shape;
use crate::audio::Mix;
use crate::audio::VoiceHealth;
use crate::engine::{self, Options, Timeline, compile};
use crate::figure::{Body, Stage, View};
use crate::history::days;
use crate::model::{CueKind, Routine, Settings, Stamp, ThemeChoice};
use crate::store::DataFolder;
use crate::text::Words;
use crate::ui::Screen;
use crate::ui::legible::Legible;
use crate::ui::screens::player::{Panel, Sight};
use crate::ui::theme::Theme;
use crate::ui::widgets::SessionMap;

/// What the window shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// A screen of the rail.
    Screen(Screen),
    /// How the back feels, before a session.
    CheckIn,
    /// The session that runs.
    Player,
}

/// A session with what its screen keeps.
pub(super) struct Playing {
    pub(super) run: Run,
    /// The timeline merged for the bar, and the timeline it was merged from.
    pub(super) map: (Arc<Timeline>, SessionMap),
    pub(super) panel: Option<Panel>,
    /// Whether it goes on when the person does not leave after all.
    pub(super) goes_on: bool,
    /// The routine it was compiled from, without its pictures.
    pub(super) routine: Arc<Routine>,
    /// The same, where the session is kept to go on with later.
    pub(super) kept_as: Option<Arc<Routine>>,
    /// When its place was last kept.
    pub(super) mark: Option<Mark>,
    pub(super) sight: Sight,
    /// The figure carries the names of what is felt.
    pub(super) names_shown: bool,
    pub(super) view: View,
    /// Where the session was started from, and leads back to.
    pub(super) started_from: Screen,
}

/// What is true of the program now.
pub struct State {
    pub(super) folder: DataFolder,
    /// Asks for a frame, from any thread.
    pub(super) wake: Wake,
    pub(super) content: Content,
    pub(super) settings: Settings,
    pub(super) settings_keeping: SettingsKeeping,
    pub(super) patterns: Patterns,
    pub(super) words: Words,
    pub(super) body: Body,
    pub(super) stage: Stage,
    pub(super) pictures: Pictures,
    pub(super) hall: Vec<HallEntry>,
    /// The theme the hall's pictures were drawn for.
    pub(super) hall_dark: Option<bool>,
    pub(super) exercises: Exercises,
    pub(super) editor: Editor,
    pub(super) notices: Notices,
    pub(super) playing: Option<Playing>,
    route: Route,
    /// The window has the whole screen.
    pub(super) is_full: bool,
    /// How wide the screen is, in millimetres, where the system knows.
    screen_mm: Option<u32>,
    /// A line to say with the voice as it is set.
    pub(super) tried_line: Option<String>,
    /// How the voice is.
    pub(super) voice_health: VoiceHealth,
    /// `play --mute`: silent for this run, whatever the settings say.
    pub(super) silenced: bool,
    /// A chime to be heard once, for the sound to fetch.
    pub(super) tried_cue: Option<CueKind>,
    pub(super) keeping: Keeping,
    pub(super) first_reading: FirstReading,
    pub(super) history: History,
    /// The time of day.
    stamp: Stamp,
    themes: Themes,
}

struct Themes {
    light: Theme,
    dark: Theme,
    high_contrast: Theme,
}

impl State {
    /// Reads content and settings, and starts the session asked for. `wake` is called when watched
    /// files change.
    #[must_use]
    pub fn open(launch: Launch, now: Duration, wake: impl Fn() + Send + Sync + 'static) -> Self {
        let wake: Wake = Arc::new(wake);
        let wake_up = wake.clone();
        let Launch { folder, start, watch, asks_safety } = launch;
        let loaded = folder.load_settings();
        let mut notices = Notices::default();
        let words = Words::new(&loaded.settings.language);
        if folder.prepare().is_err() {
            let path = folder.root().display().to_string();
            notices.say(Topic::Folder, words.with("banner-read-only", &[("path", path.into())]));
        } else if let Some(text) = settings::told(&words, &loaded) {
            notices.say(Topic::Settings, text);
        }
        let mut content = Content::load(&folder);
        if watch && let Err(error) = content.follow(&folder, std::path::Path::new("."), move || wake_up()) {
            notices.say(Topic::Watch, error.to_string());
        }
        let waiting = folder.load_unfinished();
        if let Some(problem) = &waiting.problem {
            let file = problem.kept_as.display().to_string();
            let reason = problem.reason.to_string();
            let text = words
                .with("banner-unfinished-set-aside", &[("file", file.into()), ("problem", reason.into())]);
            notices.say(Topic::Left, text);
        }
        let settings = loaded.settings;
        content.take_breaths(&settings.breathe.own);
        let body = Body::builtin(&settings.body).unwrap_or_default();
        let mut state = Self {
            keeping: Keeping::new(folder.clone(), waiting.sessions),
            folder,
            wake,
            content,
            words,
            body,
            stage: Stage::default(),
            pictures: Pictures::default(),
            hall: Vec::new(),
            hall_dark: None,
            exercises: Exercises::default(),
            editor: Editor::default(),
            notices,
            playing: None,
            route: Route::Screen(Screen::Today),
            is_full: false,
            screen_mm: screen_size::width_mm(),
            tried_line: None,
            voice_health: VoiceHealth::Idle,
            silenced: start.as_ref().is_some_and(|s| s.is_mute),
            tried_cue: None,
            themes: Themes::shipped(),
            settings,
            first_reading: FirstReading::new(asks_safety),
            history: History::default(),
            stamp: Stamp::default(),
            settings_keeping: SettingsKeeping::default(),
            patterns: Patterns::default(),
        };
        state.take_in_content();
        state.find_drafts();
        state.look_into_trash();
        if let Some(Start { routine, from, .. }) = start {
            state.after_reading(Beginning::AtOnce(routine, from), now);
        }
        state
    }

    /// The person's settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What the window shows.
    #[must_use]
    pub fn route(&self) -> Route {
        self.route
    }

    /// The palette in use.
    #[must_use]
    pub fn theme(&self, ctx: &Context) -> &Theme {
        match self.settings.theme {
            ThemeChoice::Light => &self.themes.light,
            ThemeChoice::Dark => &self.themes.dark,
            ThemeChoice::HighContrast => &self.themes.high_contrast,
            // On X11 and Wayland the system does not tell; paper is what the design starts from.
            ThemeChoice::System => match ctx.system_theme() {
                Some(egui::Theme::Dark) => &self.themes.dark,
                Some(egui::Theme::Light) | None => &self.themes.light,
            },
        }
    }

    /// The session on the way: the player's, or else the editor's preview.
    #[must_use]
    pub fn run(&self) -> Option<&Run> {
        self.playing.as_ref().map(|p| &p.run).or_else(|| self.editor.preview().map(|p| &p.run))
    }

    /// Shows this in the window.
    pub(super) fn go(&mut self, route: Route) {
        self.route = route;
    }

    pub(super) fn run_mut(&mut self) -> Option<&mut Run> {
        let playing = self.playing.as_mut().map(|p| &mut p.run);
        playing.or_else(|| self.editor.preview_mut().map(|p| &mut p.run))
    }

    /// True while a session moves on.
    #[must_use]
    pub fn is_moving(&self) -> bool {
        self.run().is_some_and(Run::is_moving)
    }

    /// What the window is to be.
    pub(super) fn shape(&self) -> Shape {
        match &self.playing {
            Some(playing) if playing.sight == Sight::Compact && playing.panel.is_none() => Shape::Compact,
            _ if self.is_full => Shape::Full,
            _ => Shape::Usual,
        }
    }

    /// Where the person stands, before a screen that is so many points wide.
    pub(super) fn legible(&self, screen_points: Option<f32>) -> Legible {
        let measured = self.screen_mm.zip(screen_points).map(|(mm, points)| mm as f32 / points);
        Legible::new(&self.settings.room, measured)
    }

    /// Volume and whether it is muted.
    #[must_use]
    pub fn sound_level(&self) -> (f32, bool) {
        (self.settings.volume, self.is_muted())
    }

    /// How loud each kind of cue is.
    #[must_use]
    pub fn mix(&self) -> Mix {
        Mix::new(&self.settings.cue_volumes)
    }

    /// True where nothing is to be heard.
    #[must_use]
    pub fn is_muted(&self) -> bool {
        self.silenced || self.settings.muted
    }

    pub(super) fn options(&self) -> Options {
        Options::from(&self.settings)
    }

    /// Takes in what changed on disk.
    pub fn refresh(&mut self) {
        if self.content.refresh() {
            self.take_in_content();
        }
        self.follow_own_routines();
    }

    /// Reads the person's own content again: something of it was written.
    pub(super) fn read_content_again(&mut self) {
        self.content.read_again();
        self.take_in_content();
    }

    fn take_in_content(&mut self) {
        let problems = &self.content.problems;
        let broken: Vec<_> = problems.iter().map(|p| p.path.clone()).collect();
        self.notices.keep_files(&broken);
        for problem in problems {
            let place = format!("{}:{}:{}", problem.path.display(), problem.line, problem.col);
            let said = problem.message.clone();
            let text =
                self.words.with("banner-broken-file", &[("file", place.into()), ("problem", said.into())]);
            self.notices.say(Topic::File(problem.path.clone()), text);
        }
        self.pictures.forget();
        self.make_hall();
        self.exercises.take_in(&self.content.catalog);
        self.editor.take_in(&self.content.catalog);
        self.follow_content_in_session();
    }

    /// Compiles the routines anew for Today.
    pub(super) fn make_hall(&mut self) {
        self.hall = hall(&self.content.catalog, &self.options());
        self.hall_dark = None;
        self.history.outlook.forget();
    }

    /// A motion that is being drawn shows in the session that runs.
    fn follow_content_in_session(&mut self) {
        if let Some(playing) = &mut self.playing {
            playing.run.take_exercises_from(&self.content.catalog);
        }
    }

    /// The time of day is this now.
    pub fn set_stamp(&mut self, stamp: Stamp) {
        self.stamp = stamp;
    }

    /// The time of day.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// The day it is, where the person is.
    #[must_use]
    pub fn today(&self) -> Date {
        days::date(self.stamp)
    }

    /// The hour it is, where the person is: 0 to 23.
    #[must_use]
    pub fn hour(&self) -> u8 {
        days::hour(self.stamp)
    }

    /// Lets time pass.
    pub fn tick(&mut self, now: Duration, heard: Option<Duration>) {
        let slept = self.run().is_some_and(|run| run.session().state() == engine::State::Slept);
        self.tell_about(Topic::Sleep, slept.then_some("banner-slept"));
        if let Some(run) = self.run_mut() {
            run.tick(now, heard);
        }
        if let Some(playing) = &mut self.playing {
            playing.close_what_is_past();
            let timeline = playing.run.session().timeline();
            if !Arc::ptr_eq(timeline, &playing.map.0) {
                playing.map = (timeline.clone(), SessionMap::new(timeline));
            }
        }
        self.record_session(now);
        self.keep_place(now);
        self.keep_answers_due(now);
        self.follow_recorder();
        self.follow_desks(now);
    }

    /// Starts a session that is kept: it can be gone on with later.
    pub(super) fn begin(&mut self, routine: &Routine, from: Duration, now: Duration) {
        self.begin_unkept(routine, from, now);
        self.keep_to_go_on_with();
    }

    /// The session in the player can be gone on with later.
    pub(super) fn keep_to_go_on_with(&mut self) {
        if let Some(playing) = &mut self.playing {
            playing.kept_as = Some(playing.routine.clone());
        }
    }

    /// Starts a session too small to be gone on with later.
    pub(super) fn begin_unkept(&mut self, routine: &Routine, from: Duration, now: Duration) {
        let options = self.options();
        let timeline = Arc::new(compile(routine, &self.content.catalog, &options).0);
        if timeline.segments.is_empty() {
            let text = self.words.with("banner-nothing-runs", &[("name", routine.name.clone().into())]);
            self.notices.say(Topic::Routine, text);
            return;
        }
        self.end_preview(now);
        self.keep_drafts();
        let run = Run::begin(timeline, options, from, now);
        let mut routine = routine.clone();
        // A session shows none of them, and they would be written again and again.
        routine.carried.pictures.clear();
        self.open_player(run, Arc::new(routine));
    }

    /// Shows a session.
    pub(super) fn open_player(&mut self, run: Run, routine: Arc<Routine>) {
        self.end_record();
        let timeline = run.session().timeline();
        let map = (timeline.clone(), SessionMap::new(timeline));
        let started_from = self.back();
        let sight = if self.settings.room.on { Sight::Room } else { Sight::Stage };
        self.playing = Some(Playing {
            run,
            map,
            panel: None,
            sight,
            names_shown: false,
            goes_on: false,
            routine,
            kept_as: None,
            mark: None,
            view: View::default(),
            started_from,
        });
        self.route = Route::Player;
    }

    /// Shows a screen from its beginning. A session that runs can be gone on with later.
    pub(super) fn show(&mut self, screen: Screen, now: Duration) {
        self.put_by(now);
        self.keep_drafts();
        self.leave();
        self.end_preview(now);
        self.exercises.page = None;
        self.settings_keeping.forget();
        self.patterns.close();
        self.first_reading.put_away();
        self.history.asking.put_away();
        self.route = Route::Screen(screen);
    }

    /// Goes back to where the session was started from.
    pub(super) fn leave(&mut self) {
        self.route = Route::Screen(self.back());
        self.keep_none_running();
    }

    /// The screen that leaving leads to.
    pub(super) fn back(&self) -> Screen {
        match (self.route, &self.playing) {
            (Route::Screen(screen), _) => screen,
            (Route::CheckIn, _) => self.history.asking.from(),
            (Route::Player, Some(playing)) => playing.started_from,
            (Route::Player, None) => Screen::Today,
        }
    }

    /// Says that a topic is as the message with this key has it, or that it is well again.
    pub(super) fn tell_about(&mut self, topic: Topic, key: Option<&str>) {
        match key {
            Some(key) => self.notices.say(topic, self.words.get(key)),
            None => self.notices.mended(&topic),
        }
    }

    /// Sound on or off, from now on.
    pub(super) fn toggle_mute(&mut self) {
        let muted = !self.is_muted();
        self.silence_no_more();
        self.change_settings(|settings| settings.muted = muted);
    }

    /// Whatever was asked for on the command line, the person wants to hear something now.
    pub(super) fn silence_no_more(&mut self) {
        self.silenced = false;
    }
}

impl Themes {
    fn shipped() -> Self {
        Self {
            light: Theme::shipped(ThemeChoice::Light),
            dark: Theme::shipped(ThemeChoice::Dark),
            high_contrast: Theme::shipped(ThemeChoice::HighContrast),
        }
    }
}
