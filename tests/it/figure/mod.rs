//! The figure, held to geometry: every shipped motion at many times, both sides, and all transitions.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod contact;
mod files;
mod pictures;
mod time;

use std::{collections::BTreeMap, fs, path::PathBuf, sync::Arc};

use glam::{Vec2, Vec3};
use unhunch::{
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
        motion::{Part, Prop},
    },
};

const IDS: [(&str, &str, &str); 8] = [
    ("shoulder-rolls", "SeatedChair", "Reps(count: 10)"),
    ("neck-flexion", "SeatedChair", "Hold(secs: 5, times: 3)"),
    ("chair-rotation", "SeatedChair", "Hold(secs: 10, times: 3)"),
    ("wall-stretch", "SeatedChair", "Flow(breaths: 6)"),
    ("slouch-overcorrect", "SeatedChair", "Reps(count: 15)"),
    ("overhead-stretch", "Standing", "Hold(secs: 10)"),
    ("cat-cow", "Quadruped", "Flow(breaths: 8)"),
    ("childs-pose", "Quadruped", "Hold(secs: 30)"),
];

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

fn motion(id: &str) -> Motion {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("assets/motions/{id}.ron"));
    let text = fs::read_to_string(&path).unwrap();
    options().from_str(&text).unwrap_or_else(|error| panic!("{id}: {error}"))
}

fn exercise(id: &str) -> Arc<Exercise> {
    let (_, position, dose) = IDS.iter().find(|(known, ..)| *known == id).unwrap();
    let felt = match id {
        "cat-cow" => "[(region: UpperBack, name: \"\")]",
        "shoulder-rolls" => "[(region: UpperTrapezius, name: \"\")]",
        "neck-flexion" => "[(region: NeckBack, name: \"\")]",
        "wall-stretch" | "chair-rotation" => "[(region: MidBack, name: \"\")]",
        "overhead-stretch" => "[(region: Shoulders, name: \"\")]",
        _ => "[(region: Spine, name: \"\")]",
    };
    let text = format!(
        "(version: 1, id: \"{id}\", name: \"\", summary: \"\", category: Desk, positions: [{position}], sides: Both, \
         dose: {dose}, setup: [], steps: [], felt: {felt}, sources: [], instructions: (), motion: ())"
    );
    let mut exercise: Exercise = options().from_str(&text).unwrap();
    exercise.motion = motion(id);
    Arc::new(exercise)
}

const SAMPLES: usize = 60;
const BODIES: [&str; 2] = ["ada", "ben"];

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
        for (id, ..) in IDS {
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
