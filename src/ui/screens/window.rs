//! The whole window: banners on top, the rail beside the screen; the player has the window to itself.

use egui::{CornerRadius, Rect, Ui, vec2};

use super::breathe::{BreatheView, breathe_ui};
use super::check::{CheckInView, check_in_ui};
use super::editor::{EditorView, editor_ui};
use super::exercises::{ExercisesView, exercises_ui};
use super::player::{PlayerView, Sight, player_ui};
use super::progress::{ProgressView, progress_ui};
use super::safety::{SafetyView, safety_ui};
use super::settings::{SettingsView, settings_ui};
use super::today::{TodayView, today_ui};
use crate::ui::widgets::{Banner, banners_ui, rail_ui};
use crate::ui::{Command, Look, Screen};

/// When the next frame is needed, if nobody touches anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repaint {
    /// Nothing moves.
    Never,
    /// Numbers run but nothing moves: a few times a second.
    EverySecond,
    /// Something moves: every frame.
    Moving,
}

/// The screen that is shown.
pub enum ScreenView<'a> {
    /// What to do now.
    Today(TodayView<'a>),
    /// Everything there is to do.
    Exercises(ExercisesView<'a>),
    /// Routines, and one of them being made.
    Editor(EditorView<'a>),
    /// Breathing on its own.
    Breathe(BreatheView<'a>),
    /// What was done, and how it felt.
    Progress(ProgressView<'a>),
    /// What to know before a session.
    Safety(SafetyView<'a>),
    /// Everything that can be set.
    Settings(SettingsView<'a>),
    /// How it feels before a session.
    CheckIn(CheckInView<'a>),
    /// A session that runs.
    Player(PlayerView<'a>),
}

/// Everything the window shows in a frame.
pub struct WindowView<'a> {
    /// The screen.
    pub screen: ScreenView<'a>,
    /// What the person should know, most pressing first.
    pub banners: &'a [Banner],
}

impl WindowView<'_> {
    /// When the next frame is needed, if nobody touches anything.
    #[must_use]
    pub fn repaint(&self, look: &Look<'_>) -> Repaint {
        match &self.screen {
            ScreenView::Today(_)
            | ScreenView::Breathe(_)
            | ScreenView::CheckIn(_)
            | ScreenView::Progress(_)
            | ScreenView::Safety(_)
            | ScreenView::Settings(_) => Repaint::Never,
            ScreenView::Exercises(view) => view.repaint(),
            ScreenView::Editor(view) => view.repaint(look.reduced_motion),
            ScreenView::Player(view) => view.repaint(look.reduced_motion),
        }
    }
}

/// Builds the window. Asks for no repaint by itself: see [`WindowView::repaint`].
pub fn window_ui(ui: &mut Ui, look: &Look<'_>, view: &WindowView<'_>, commands: &mut Vec<Command>) {
    let window = ui.max_rect();
    let look = look.for_window(window);
    ui.painter().rect_filled(window, CornerRadius::ZERO, look.theme.colors.paper);
    match &view.screen {
        ScreenView::Today(today) => {
            let rest = beside_rail(ui, &look, window, Screen::Today, view.banners, commands);
            today_ui(ui, &look, rest, today, commands);
        }
        ScreenView::Exercises(exercises) => {
            let rest = beside_rail(ui, &look, window, Screen::Exercises, view.banners, commands);
            exercises_ui(ui, &look, rest, exercises, commands);
        }
        ScreenView::Editor(editor) => {
            let rest = beside_rail(ui, &look, window, Screen::Editor, view.banners, commands);
            editor_ui(ui, &look, rest, editor, commands);
        }
        ScreenView::Breathe(breathe) => {
            let rest = beside_rail(ui, &look, window, Screen::Breathe, view.banners, commands);
            breathe_ui(ui, &look, rest, breathe, commands);
        }
        ScreenView::Progress(progress) => {
            let rest = beside_rail(ui, &look, window, Screen::Progress, view.banners, commands);
            progress_ui(ui, &look, rest, progress, commands);
        }
        ScreenView::Safety(safety) => {
            let rest = beside_rail(ui, &look, window, Screen::Safety, view.banners, commands);
            safety_ui(ui, &look, rest, *safety, commands);
        }
        ScreenView::Settings(settings) => {
            let rest = beside_rail(ui, &look, window, Screen::Settings, view.banners, commands);
            settings_ui(ui, &look, rest, settings, commands);
        }
        ScreenView::CheckIn(check) => {
            let rest = banners_ui(ui, &look, window, view.banners, commands);
            check_in_ui(ui, &look, rest, check, commands);
        }
        // Where there is room for three things, banners wait.
        ScreenView::Player(player) if player.sight == Sight::Compact => {
            player_ui(ui, &look, window, player, commands);
        }
        ScreenView::Player(player) => {
            let rest = banners_ui(ui, &look, window, view.banners, commands);
            player_ui(ui, &look, rest, player, commands);
        }
    }
    ui.advance_cursor_after_rect(window);
}

/// The rail at the left and the banners on top; returns what is left.
fn beside_rail(
    ui: &Ui,
    look: &Look<'_>,
    window: Rect,
    current: Screen,
    banners: &[Banner],
    commands: &mut Vec<Command>,
) -> Rect {
    let rail = Rect::from_min_size(window.min, vec2(look.pt(84.0), window.height()));
    rail_ui(ui, look, rail, current, commands);
    let beside = Rect::from_min_max(rail.right_top(), window.max);
    banners_ui(ui, look, beside, banners, commands)
}
