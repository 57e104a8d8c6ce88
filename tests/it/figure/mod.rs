//! The figure, held to geometry: every shipped motion at many times, both sides, and all transitions.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod contact;
mod files;
mod pictures;
mod props;
mod time;

use std::{
    collections::BTreeMap,
    fs,
    path::PathBuf,
    sync::{Arc, LazyLock},
};

use glam::{Vec2, Vec3};
use unhunch::{
    catalog::Catalog,
    engine::{Movement, Stance},
    figure::{
        Body, Look, Paint, Palette, PoseLibrary, Rig, Stage, View, cycle, cycle_on, draw,
        flesh::{self, Lump},
        ik, limits, png,
        posture::{ANGLES, LegGoal, Posture},
        skeleton::{Skeleton, Trunk},
        stage::Posed,
    },
    model::{
        Dose, Exercise, Motion, Side,
        motion::{BandEnd, Part, Prop},
    },
};

fn options() -> ron::Options {
    unhunch::model::ron_dialect()
}

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::builtin);

/// Every shipped exercise.
fn ids() -> impl Iterator<Item = &'static str> {
    CATALOG.exercises.keys().map(String::as_str)
}

fn exercise(id: &str) -> Arc<Exercise> {
    Arc::clone(CATALOG.exercise(id).unwrap())
}

fn motion(id: &str) -> Motion {
    exercise(id).motion.clone()
}

const SAMPLES: usize = 60;
const BODIES: [&str; 3] = ["ada", "ben", "cleo"];

fn body(id: &str) -> Body {
    Body::builtin(id).unwrap()
}

fn stance(exercise: &Arc<Exercise>, part: Part, side: Option<Side>) -> Stance {
    Stance { exercise: Some(Arc::clone(exercise)), part, side, way: 0 }
}

fn movement(from: Stance, to: Stance, progress: f32, secs: f32) -> Movement {
    let (elapsed_secs, left_secs) = (progress * secs, (1.0 - progress) * secs);
    Movement { from, to, progress, elapsed_secs, left_secs, breath: 0.0 }
}

fn progress(sample: usize) -> f32 {
    sample as f32 / SAMPLES as f32
}

/// Every part of every shipped motion, with what leads into it.
fn parts(exercise: &Exercise) -> &'static [(Part, Part)] {
    match exercise.dose {
        Dose::Hold { .. } => {
            &[(Part::Rest, Part::Hold), (Part::Hold, Part::Release), (Part::Release, Part::Hold)]
        }
        Dose::Flow { .. } => &[
            (Part::Rest, Part::Inhale),
            (Part::Inhale, Part::Exhale),
            (Part::Exhale, Part::Empty),
            (Part::Empty, Part::Inhale),
            (Part::Exhale, Part::Rest),
        ],
        _ => &[
            (Part::Rest, Part::Lift),
            (Part::Lift, Part::Lower),
            (Part::Lower, Part::Lift),
            (Part::Lift, Part::Pause),
        ],
    }
}

/// Calls `look` with every sampled pose of every exercise, on both bodies and both sides.
fn each_pose(mut look: impl FnMut(&str, &Body, &Posed)) {
    for body in BODIES.map(body) {
        let mut stage = Stage::default();
        for id in ids() {
            let exercise = exercise(id);
            for side in [Side::Right, Side::Left] {
                for &(before, part) in parts(&exercise) {
                    for sample in 0..=SAMPLES {
                        let (from, to) =
                            (stance(&exercise, before, Some(side)), stance(&exercise, part, Some(side)));
                        let mut movement = movement(from, to, progress(sample), 6.0);
                        movement.breath = 0.5 - 0.5 * (progress(sample) * std::f32::consts::TAU).cos();
                        let name = format!("{id} {side:?} {part:?} {sample}");
                        look(&name, &body, &stage.pose(&movement, &body));
                    }
                }
            }
        }
    }
}

/// The worst of many measurements in each place, so that one run tells all there is to mend.
#[derive(Default)]
struct Worst(BTreeMap<String, f32>);

impl Worst {
    /// A place is named `run sample what`; the worst of each run and what is kept.
    fn see(&mut self, value: f32, place: &str) {
        assert!(value.is_finite(), "{place}");
        let words: Vec<&str> = place.split(' ').filter(|word| word.parse::<u32>().is_err()).collect();
        let worst = self.0.entry(words.join(" ")).or_insert(value);
        *worst = worst.max(value);
    }

    fn at_most(&self, bound: f32, what: &str) {
        assert!(!self.0.is_empty(), "nothing was measured");
        let over: Vec<_> = self
            .0
            .iter()
            .filter(|(_, value)| **value > bound)
            .map(|(place, value)| format!("{place}: {value:.3}"))
            .collect();
        assert!(over.is_empty(), "{what}: {over:#?}");
    }
}

/// How far a lump goes below a level.
fn below(lump: &Lump, level: f32) -> f32 {
    level - (lump.at.y - lump.extent(Vec3::Y))
}
