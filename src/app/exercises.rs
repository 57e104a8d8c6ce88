//! The Exercises screen's own state: what is searched for, the figures drawn so far, the open page.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use egui::TextureHandle;

use super::pictures::Pictures;
use super::preview::Preview;
use super::state::State;
use crate::catalog::{Catalog, Choice, Filter};
use crate::figure::{Body, Look, Palette, Scene, Stage, View, cycle_on};
use crate::history::easier_of;
use crate::model::{Block, Dose, Exercise, Routine, Step};
use crate::ui::Browse;
use crate::ui::screens::exercises::{ExercisesView, HurtNote, ListView, PageView};
use crate::ui::widgets::Sketch;

/// How many figures are drawn in one frame: scrolling stays smooth while new ones come in.
const DRAWN_A_FRAME: usize = 1;

/// How many figures are kept: several windows full, and no more memory than that.
const KEPT: usize = 150;

/// The Exercises screen's own state.
#[derive(Default)]
pub(super) struct Exercises {
    query: String,
    filter: Filter,
    found: Vec<Arc<Exercise>>,
    choices: Vec<(Choice, usize)>,
    sketches: Sketches,
    /// An exercise whose card is to show a still picture that has not been read yet.
    picture_wanted: Option<Arc<Exercise>>,
    moving: Option<Preview>,
    pub(super) page: Option<Preview>,
    /// True while the figure of a page carries the names of what is felt.
    names_shown: bool,
    /// The card that the keyboard's focus goes back to when the page is closed.
    opened_from: Option<String>,
    /// The card that gets the focus in the next frame.
    returning: Option<String>,
}

/// Still figures by id, as drawn for one body and palette.
#[derive(Default)]
struct Sketches {
    by_id: BTreeMap<String, Sketch>,
    /// Ids in the order in which they were drawn.
    order: VecDeque<String>,
    drawn_for: Option<(Body, Palette)>,
}

impl Exercises {
    /// Finds again what is searched for.
    pub(super) fn find(&mut self, catalog: &Catalog) {
        let matching = catalog.search(&self.query);
        let all = catalog.exercises.values().map(Arc::as_ref);
        self.choices = Choice::among(all)
            .into_iter()
            .map(|choice| {
                let count = matching.iter().filter(|e| self.filter.would_fit(&choice, e)).count();
                (choice, count)
            })
            .collect();
        self.found = matching.into_iter().filter(|e| self.filter.fits(e)).cloned().collect();
    }

    /// Takes in a changed catalogue: figures are drawn again, an open page shows what is there now.
    pub(super) fn take_in(&mut self, catalog: &Catalog) {
        self.sketches = Sketches::default();
        for shown in [&mut self.page, &mut self.moving] {
            let now = shown.as_ref().and_then(|preview| catalog.exercise(&preview.exercise().id));
            match (shown.as_mut(), now) {
                (Some(preview), Some(exercise)) => preview.take_in(exercise, catalog),
                _ => *shown = None,
            }
        }
        self.find(catalog);
    }

    fn draw(&mut self, ids: &[String], catalog: &Catalog, stage: &mut Stage) {
        let missing = ids.iter().filter(|id| !self.sketches.by_id.contains_key(*id));
        let next: Vec<&Arc<Exercise>> =
            missing.filter_map(|id| catalog.exercise(id)).take(DRAWN_A_FRAME).collect();
        for exercise in next {
            if exercise.picture.is_some() {
                self.picture_wanted = Some(Arc::clone(exercise));
            } else {
                self.take_figure(exercise, stage);
            }
        }
    }

    /// The still figures drawn so far, by the id of the exercise.
    pub(super) fn sketches(&self) -> &BTreeMap<String, Sketch> {
        &self.sketches.by_id
    }

    /// Forgets figures that were drawn for another body or palette.
    pub(super) fn follow_look(&mut self, body: &Body, palette: &Palette) {
        self.sketches.follow(body, palette);
    }

    /// The exercise whose still picture shows large.
    pub(super) fn shown(&self) -> Option<&Arc<Exercise>> {
        self.page.as_ref().map(Preview::exercise)
    }

    /// The exercise whose still picture a card waits for.
    pub(super) fn picture_wanted(&mut self) -> Option<Arc<Exercise>> {
        self.picture_wanted.take()
    }

    /// Puts a still picture on the card of an exercise.
    pub(super) fn take_picture(&mut self, exercise: &Exercise, picture: TextureHandle) {
        self.sketches.keep(exercise.id.clone(), Sketch::of_picture(picture));
    }

    /// Puts the figure on the card of an exercise, whose picture cannot be shown.
    pub(super) fn take_figure(&mut self, exercise: &Arc<Exercise>, stage: &mut Stage) {
        let Some((body, palette)) = &self.sketches.drawn_for else { return };
        let scene = still(exercise, stage, &Look { body, palette, glow: 1.0 });
        self.sketches.keep(exercise.id.clone(), Sketch::new(scene));
    }
}

impl Sketches {
    /// Forgets all where the look has changed since they were drawn.
    fn follow(&mut self, body: &Body, palette: &Palette) {
        let same = self.drawn_for.as_ref().is_some_and(|(b, p)| b == body && p == palette);
        if !same {
            *self = Self { drawn_for: Some((body.clone(), palette.clone())), ..Self::default() };
        }
    }

    fn keep(&mut self, id: String, sketch: Sketch) {
        if self.order.len() >= KEPT
            && let Some(oldest) = self.order.pop_front()
        {
            self.by_id.remove(&oldest);
        }
        self.order.push_back(id.clone());
        self.by_id.insert(id, sketch);
    }
}

/// What is told of an exercise, where it is among those that hurt.
fn hurt_note<'a>(exercise: &Exercise, catalog: &'a Catalog, hurt: &BTreeSet<&str>) -> Option<HurtNote<'a>> {
    let easier = || easier_of(catalog, exercise, hurt).map(|easier| (&*easier.id, &*easier.name));
    hurt.contains(exercise.id.as_str()).then(|| HurtNote { easier: easier() })
}

/// The figure where its exercise is most itself.
fn still(exercise: &Arc<Exercise>, stage: &mut Stage, look: &Look<'_>) -> Scene {
    let at = if matches!(exercise.dose, Dose::Flow { .. }) { 0.66 } else { 0.5 };
    stage.scene(&cycle_on(exercise, None, at), look, View::default())
}

impl State {
    /// Does what the Exercises screen asked for.
    pub(super) fn browse(&mut self, asked: Browse, now: Duration) {
        let catalog = &self.content.catalog;
        let still = self.settings().reduced_motion;
        let opened = |id: &str, is_playing| {
            catalog.exercise(id).map(|exercise| {
                Preview::open(exercise, catalog, is_playing && exercise.picture.is_none(), now)
            })
        };
        let it = &mut self.exercises;
        match asked {
            Browse::Find(_) | Browse::Toggle(_) | Browse::Clear => it.narrow(asked, catalog),
            Browse::Draw(ids) => it.draw(&ids, catalog, &mut self.stage),
            Browse::Move(id) => it.moving = id.and_then(|id| opened(&id, true)),
            Browse::Open(id) => {
                it.page = opened(&id, !still);
                it.moving = None;
            }
            Browse::ComeBackTo(id) => it.opened_from = Some(id),
            Browse::Close => it.close(),
            Browse::TogglePlay => it.on_page(|page| page.toggle(now)),
            Browse::ToggleNames => it.names_shown = !it.names_shown,
            Browse::Speed(speed) => it.on_page(|page| page.set_speed(speed, now)),
            Browse::Scrub(fraction) => it.on_page(|page| page.scrub(fraction, now)),
            Browse::Side(side) => it.on_page(|page| page.set_side(side, now)),
        }
    }

    /// Plays one exercise at once, as it is recommended.
    pub(super) fn try_exercise(&mut self, id: &str, now: Duration) {
        let Some(exercise) = self.content.catalog.exercise(id) else { return };
        let step = Step { exercise: exercise.id.clone(), ..Step::default() };
        let routine =
            Routine { blocks: vec![Block::Step(step)], ..Routine::new(&*exercise.id, &*exercise.name) };
        self.begin_unkept(&routine, Duration::ZERO, now);
    }
}

impl Exercises {
    /// Changes what is searched for, and finds it.
    fn narrow(&mut self, asked: Browse, catalog: &Catalog) {
        match asked {
            Browse::Find(query) => self.query = query,
            Browse::Toggle(choice) => self.filter.toggle(choice),
            _ => {
                self.query.clear();
                self.filter = Filter::default();
            }
        }
        self.find(catalog);
    }

    /// Closes the page. Whoever came by keyboard finds the focus on the card of what was shown last,
    /// or where the list does not have that one, on the card they came from.
    fn close(&mut self) {
        let Some(page) = self.page.take() else { return };
        let Some(from) = self.opened_from.take() else { return };
        let last = &page.exercise().id;
        let is_listed = self.found.iter().any(|exercise| exercise.id == *last);
        self.returning = Some(if is_listed { last.clone() } else { from });
    }

    fn on_page(&mut self, change: impl FnOnce(&mut Preview)) {
        if let Some(page) = &mut self.page {
            change(page);
        }
    }

    /// Shows the screen's view to `show`.
    pub(super) fn with_view<R>(
        &mut self,
        catalog: &Catalog,
        (stage, pictures): (&mut Stage, &Pictures),
        look: &Look<'_>,
        (now, hurt): (Duration, &BTreeSet<&str>),
        show: impl FnOnce(&ExercisesView<'_>) -> R,
    ) -> R {
        self.sketches.follow(look.body, look.palette);
        let shown = self.page.as_ref().or(self.moving.as_ref());
        let scene = shown.map(|preview| stage.scene(&preview.movement(now), look, preview.view));
        if let Some(page) = &self.page {
            let (side, picture) = (page.side(now), pictures.of(page.exercise()));
            return show(&ExercisesView::Page(PageView {
                exercise: page.exercise(),
                scene: scene.as_ref(),
                picture,
                names_shown: self.names_shown,
                fraction: page.fraction(now),
                is_playing: page.is_playing,
                speed: page.speed,
                side,
                // A picture is at no step.
                lit_step: page.lit_step(now).filter(|_| picture.is_none()),
                hurt: hurt_note(page.exercise(), catalog, hurt),
                catalog,
            }));
        }
        let sketches = &self.sketches.by_id;
        let moving = self.moving.as_ref().map(|preview| preview.exercise().id.as_str());
        let returning = self.returning.take();
        show(&ExercisesView::List(ListView {
            query: &self.query,
            filter: &self.filter,
            choices: &self.choices,
            found: &self.found,
            total: catalog.exercises.len(),
            sketches,
            moving: moving.zip(scene.as_ref()),
            hurt,
            focus: returning.as_deref(),
            catalog,
        }))
    }
}
