//! Exercises: everything there is to do, as cards to search and narrow down, and a page for each.

mod card;
mod facts;
mod filters;
mod hurt;
mod list;
mod page;
mod stage;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use egui::load::SizedTexture;
use egui::{Rect, Ui};

use super::Repaint;
use crate::catalog::{Catalog, Choice, Filter};
use crate::figure::Scene;
use crate::model::{Exercise, Side};
use crate::ui::widgets::Sketch;
use crate::ui::{Command, Look};

/// What the list shows.
#[derive(Clone, Copy)]
pub struct ListView<'a> {
    /// The search, as typed.
    pub query: &'a str,
    /// The choices made.
    pub filter: &'a Filter,
    /// Every choice there is, with how many exercises it would leave.
    pub choices: &'a [(Choice, usize)],
    /// What was found, best first.
    pub found: &'a [Arc<Exercise>],
    /// How many exercises there are.
    pub total: usize,
    /// The still figures drawn so far, by the id of the exercise.
    pub sketches: &'a BTreeMap<String, Sketch>,
    /// The exercise whose figure moves, and the figure now.
    pub moving: Option<(&'a str, &'a Scene)>,
    /// Ids of the exercises that hurt and are left out of what is suggested.
    pub hurt: &'a BTreeSet<&'a str>,
    /// The exercise whose card gets the keyboard's focus now.
    pub focus: Option<&'a str>,
    /// Names of the sources.
    pub catalog: &'a Catalog,
}

/// What is told of an exercise that hurt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HurtNote<'a> {
    /// Id and name of the easier exercise, where there is one that did not hurt.
    pub easier: Option<(&'a str, &'a str)>,
}

/// What the page of an exercise shows.
#[derive(Clone, Copy)]
pub struct PageView<'a> {
    /// The exercise.
    pub exercise: &'a Exercise,
    /// The figure now.
    pub scene: Option<&'a Scene>,
    /// A still picture that stands in for it.
    pub picture: Option<SizedTexture>,
    /// True while the figure carries the names of what is felt.
    pub names_shown: bool,
    /// How far through one round the figure is, 0 to 1.
    pub fraction: f32,
    /// True while the figure moves.
    pub is_playing: bool,
    /// How fast it moves; 1 is as drawn.
    pub speed: f32,
    /// The side that works, where sides differ.
    pub side: Option<Side>,
    /// Which step the figure is at.
    pub lit_step: Option<usize>,
    /// Set where it hurt and is left out of what is suggested.
    pub hurt: Option<HurtNote<'a>>,
    /// Names of other exercises and of sources.
    pub catalog: &'a Catalog,
}

/// What the screen shows.
#[derive(Clone, Copy)]
pub enum ExercisesView<'a> {
    /// All exercises.
    List(ListView<'a>),
    /// One of them.
    Page(PageView<'a>),
}

impl ExercisesView<'_> {
    /// When the next frame is needed, if nobody touches anything.
    #[must_use]
    pub fn repaint(&self) -> Repaint {
        match self {
            Self::List(list) if list.moving.is_some() => Repaint::Moving,
            Self::Page(page) if page.is_playing => Repaint::Moving,
            Self::List(_) | Self::Page(_) => Repaint::Never,
        }
    }
}

/// Builds the screen over a rectangle.
pub fn exercises_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &ExercisesView<'_>,
    commands: &mut Vec<Command>,
) {
    match view {
        ExercisesView::List(list) => list::list_ui(ui, look, rect, list, commands),
        ExercisesView::Page(page) => page::page_ui(ui, look, rect, page, commands),
    }
}
