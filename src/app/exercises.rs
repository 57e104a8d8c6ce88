//! The Exercises screen's own state: what is searched for, the figures drawn so far, the open page.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use super::preview::Preview;
use super::state::State;
use crate::catalog::{Catalog, Choice, Filter};
use crate::figure::{Body, Look, Palette, Scene, Stage, View, cycle_on};
use crate::model::{Block, Dose, Exercise, Routine, Side, Step};
use crate::ui::Browse;
use crate::ui::screens::exercises::{ExercisesView, ListView, PageView};
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
    moving: Option<Preview>,
    pub(super) page: Option<Preview>,
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
            let now = shown.as_ref().and_then(|p| catalog.exercise(&p.exercise.id)).cloned();
            match (shown.as_mut(), now) {
                (Some(preview), Some(exercise)) => preview.exercise = exercise,
                _ => *shown = None,
            }
        }
        self.find(catalog);
    }

    fn draw(&mut self, ids: &[String], catalog: &Catalog, stage: &mut Stage) {
        let Some((body, palette)) = &self.sketches.drawn_for else { return };
        let look = Look { body, palette, glow: 1.0 };
        let missing = ids.iter().filter(|id| !self.sketches.by_id.contains_key(*id));
        let drawn: Vec<(String, Sketch)> = missing
            .filter_map(|id| catalog.exercise(id))
            .take(DRAWN_A_FRAME)
            .map(|exercise| (exercise.id.clone(), Sketch::new(still(exercise, stage, &look))))
            .collect();
        for (id, sketch) in drawn {
            self.sketches.keep(id, sketch);
        }
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
            catalog.exercise(id).map(|exercise| Preview::open(Arc::clone(exercise), is_playing, now))
        };
        let it = &mut self.exercises;
        match asked {
            Browse::Find(query) => it.query = query,
            Browse::Toggle(choice) => it.filter.toggle(choice),
            Browse::Clear => {
                it.query.clear();
                it.filter = Filter::default();
            }
            Browse::Draw(ids) => return it.draw(&ids, catalog, &mut self.stage),
            Browse::Move(id) => it.moving = id.and_then(|id| opened(&id, true)),
            Browse::Open(id) => {
                it.page = opened(&id, !still);
                it.moving = None;
            }
            Browse::Close => it.page = None,
            Browse::TogglePlay => it.on_page(|page| page.toggle(now)),
            Browse::Speed(speed) => it.on_page(|page| page.set_speed(speed, now)),
            Browse::Scrub(fraction) => it.on_page(|page| page.scrub(fraction, now)),
            Browse::Side(side) => it.on_page(|page| page.set_side(side, now)),
        }
        it.find(catalog);
    }

    /// Plays one exercise at once, as it is recommended.
    pub(super) fn try_exercise(&mut self, id: &str, now: Duration) {
        let Some(exercise) = self.content.catalog.exercise(id) else { return };
        let step = Step { exercise: exercise.id.clone(), ..Step::default() };
        let routine = Routine {
            version: 1,
            id: exercise.id.clone(),
            name: exercise.name.clone(),
            summary: String::new(),
            tags: Vec::new(),
            defaults: crate::model::Defaults::default(),
            blocks: vec![Block::Step(step)],
        };
        self.begin_unkept(&routine, Duration::ZERO, now);
    }
}

impl Exercises {
    fn on_page(&mut self, change: impl FnOnce(&mut Preview)) {
        if let Some(page) = &mut self.page {
            change(page);
        }
    }

    /// Shows the screen's view to `show`.
    pub(super) fn with_view<R>(
        &mut self,
        catalog: &Catalog,
        stage: &mut Stage,
        look: &Look<'_>,
        now: Duration,
        show: impl FnOnce(&ExercisesView<'_>) -> R,
    ) -> R {
        self.sketches.follow(look.body, look.palette);
        let shown = self.page.as_ref().or(self.moving.as_ref());
        let scene = shown.map(|preview| stage.scene(&preview.movement(now), look, preview.view));
        if let Some(page) = &self.page {
            let side: Option<Side> = page.side(now);
            return show(&ExercisesView::Page(PageView {
                exercise: &page.exercise,
                scene: scene.as_ref(),
                fraction: page.fraction(now),
                is_playing: page.is_playing,
                speed: page.speed,
                side,
                lit_step: page.lit_step(now),
                catalog,
            }));
        }
        let sketches = &self.sketches.by_id;
        let moving = self.moving.as_ref().map(|preview| preview.exercise.id.as_str());
        show(&ExercisesView::List(ListView {
            query: &self.query,
            filter: &self.filter,
            choices: &self.choices,
            found: &self.found,
            total: catalog.exercises.len(),
            sketches,
            moving: moving.zip(scene.as_ref()),
            catalog,
        }))
    }
}
