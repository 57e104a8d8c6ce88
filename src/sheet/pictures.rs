//! The pictures of a sheet: each drawn once, however often the routine comes back to it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use glam::{Vec2, Vec3};

use crate::figure::skeleton::Skeleton;
use crate::figure::{Body, Look, Palette, Stage, View, cycle_on, svg};
use crate::model::{Dose, Exercise, Side};

/// Strong enough to be seen in grey.
const GLOW: f32 = 0.8;

/// One picture on a card.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    /// Id of its symbol.
    pub(super) id: String,
    /// Width and height of the symbol, in its own units.
    pub(super) size: Vec2,
    /// Key of its caption.
    pub(super) caption: &'static str,
}

/// The pictures drawn so far.
pub(super) struct Pictures<'a> {
    body: &'a Body,
    palette: Palette,
    stage: Stage,
    /// Of each exercise, side and kind of dose.
    drawn: BTreeMap<(String, Option<Side>, &'static str), Vec<Picture>>,
    count: usize,
    symbols: String,
}

/// A time to draw: how far through a round, whether arrows foretell the way, and the caption's key.
type Shot = (f32, bool, &'static str);

impl<'a> Pictures<'a> {
    pub(super) fn new(body: &'a Body) -> Self {
        let mut palette = Palette::light();
        // Arrows have to be seen in grey too.
        palette.arrow = palette.arrow.mixed(palette.contour, 0.5);
        Self {
            body,
            palette,
            stage: Stage::default(),
            drawn: BTreeMap::new(),
            count: 0,
            symbols: String::new(),
        }
    }

    /// The pictures of an exercise at this dose, from the start to the far end. One that shows
    /// nothing new is left out.
    pub(super) fn of(&mut self, exercise: &Arc<Exercise>, dose: &Dose, side: Option<Side>) -> Vec<Picture> {
        let shots = shots(dose);
        let key = (exercise.id.clone(), side, shots[shots.len() - 1].2);
        if let Some(pictures) = self.drawn.get(&key) {
            return pictures.clone();
        }
        // The way through a round depends on the dose.
        let dosed = if exercise.dose == *dose {
            exercise.clone()
        } else {
            Arc::new(Exercise { dose: *dose, ..Exercise::clone(exercise) })
        };
        let pictures = self.draw(&dosed, side, shots);
        self.drawn.insert(key, pictures.clone());
        pictures
    }

    fn draw(&mut self, exercise: &Arc<Exercise>, side: Option<Side>, shots: &[Shot]) -> Vec<Picture> {
        let telling = self.telling(exercise, side, shots);
        let look = Look { body: self.body, palette: &self.palette, glow: GLOW };
        let mut pictures = Vec::new();
        for (at, has_arrows, caption) in telling {
            let scene = if has_arrows {
                self.stage.still(exercise, side, at, &look, View::default())
            } else {
                self.stage.scene(&cycle_on(exercise, side, at), &look, View::default())
            };
            self.count += 1;
            let id = format!("p{}", self.count);
            self.symbols.push_str(&svg::symbol(&scene, &id));
            pictures.push(Picture { id, size: svg::symbol_size(&scene), caption });
        }
        pictures
    }

    /// The shots that show something new. One like the shot before it is taken in its place, so
    /// that arrows start where the figure leaves the pose.
    fn telling(&mut self, exercise: &Arc<Exercise>, side: Option<Side>, shots: &[Shot]) -> Vec<Shot> {
        let mut kept: Vec<(Skeleton, Shot)> = Vec::new();
        for &(at, has_arrows, caption) in shots {
            let joints = self.stage.pose(&cycle_on(exercise, side, at), self.body).skeleton;
            match kept.iter().position(|(other, _)| looks_alike(other, &joints)) {
                None => kept.push((joints, (at, has_arrows, caption))),
                Some(index) if index + 1 == kept.len() && has_arrows => {
                    kept[index].1 = (at, has_arrows, kept[index].1.2);
                }
                Some(_) => {}
            }
        }
        kept.into_iter().map(|(_, shot)| shot).collect()
    }

    /// Everything drawn, to stand at the top of the page. Takes no room there.
    pub(super) fn into_store(self) -> String {
        let mut store = String::new();
        // Writing to a String cannot fail.
        let _ = writeln!(store, "<svg class=\"store\" aria-hidden=\"true\">\n{}</svg>", self.symbols);
        store
    }
}

/// True where nobody would see a difference: no joint is further off than a breath moves it.
fn looks_alike(a: &Skeleton, b: &Skeleton) -> bool {
    /// In metres.
    const UNSEEN: f32 = 0.02;
    joints(a).zip(joints(b)).all(|(a, b)| a.distance(b) < UNSEEN)
}

/// Places that tell a pose: where it bends, where it ends, and where it looks.
fn joints(skeleton: &Skeleton) -> impl Iterator<Item = Vec3> {
    let spine = skeleton.spine.iter().map(|point| point.at);
    let arms = skeleton.arms.iter().flat_map(|arm| [arm.upper.at, arm.fore.at, arm.hand.at]);
    let legs = skeleton.legs.iter().flat_map(|leg| [leg.shin.at, leg.foot.at]);
    let eyes = skeleton.head.point(Vec3::new(0.0, 0.0, 0.15));
    spine.chain(arms).chain(legs).chain([eyes])
}

fn shots(dose: &Dose) -> &'static [Shot] {
    match dose {
        Dose::Hold { .. } => &[(0.0, true, "sheet-start"), (0.5, false, "sheet-hold")],
        Dose::Flow { .. } => &[
            (0.0, false, "sheet-start"),
            (1.0 / 3.0, true, "sheet-inhale"),
            (2.0 / 3.0, false, "sheet-exhale"),
        ],
        Dose::Reps { .. } | Dose::Timed { .. } | Dose::Open { .. } => {
            &[(0.0, true, "sheet-start"), (0.5, false, "sheet-far")]
        }
    }
}
