//! Nothing jumps, rounds close, left mirrors right.

use super::*;
use unhunch::{
    engine::{Options, SegmentKind, compile},
    model::{Block, Position, Routine, Sides, Step},
};

fn landmarks(skeleton: &Skeleton) -> Vec<Vec3> {
    skeleton.landmarks().to_vec()
}

fn furthest(a: &[Vec3], b: &[Vec3]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a.distance(*b)).fold(0.0, f32::max)
}

#[test]
fn nothing_jumps_within_an_exercise() {
    let mut worst = Worst::default();
    let mut last: Option<(String, Vec<Vec3>)> = None;
    each_pose(|name, _, posed| {
        let (run, sample) = name.rsplit_once(' ').unwrap();
        let now = landmarks(&posed.skeleton);
        if let Some((_, before)) = last.as_ref().filter(|(before, _)| before == run && sample != "0") {
            worst.see(furthest(before, &now) / (6.0 / SAMPLES as f32), name);
        }
        last = Some((run.to_owned(), now));
    });
    worst.at_most(2.2, "faster than a calm movement, in metres a second");
}

#[test]
fn parts_join_and_rounds_close() {
    let body = body("ada");
    let mut stage = Stage::default();
    let mut worst = Worst::default();
    for id in ids() {
        let exercise = exercise(id);
        for side in [None, Some(Side::Left)] {
            let stances: Vec<Stance> = parts(&exercise)
                .iter()
                .flat_map(|&(before, part)| [before, part])
                .chain([Part::Rest])
                .map(|part| stance(&exercise, part, side))
                .collect();
            for pair in stances.windows(3) {
                let end = stage.pose(&movement(pair[0].clone(), pair[1].clone(), 1.0, 4.0), &body);
                let start = stage.pose(&movement(pair[1].clone(), pair[2].clone(), 0.0, 4.0), &body);
                worst.see(furthest(&landmarks(&end.skeleton), &landmarks(&start.skeleton)), id);
            }
            let round = [0.0, 1.0].map(|at| stage.pose(&cycle_on(&exercise, side, at), &body));
            worst.see(furthest(&landmarks(&round[0].skeleton), &landmarks(&round[1].skeleton)), id);
        }
    }
    worst.at_most(0.004, "a gap between two parts, in metres");
}

/// How long the engine gives the change from one exercise to another.
fn transition_secs(first: &str, second: &str) -> f32 {
    let step = |id: &str| Block::Step(Step { exercise: id.to_owned(), ..Step::default() });
    let routine = Routine { blocks: vec![step(first), step(second)], ..Routine::new("pair", "Pair") };
    let (timeline, _) = compile(&routine, &CATALOG, &Options::default());
    let transition = timeline.segments.iter().find(|s| s.kind == SegmentKind::Transition).unwrap();
    transition.len_ms() as f32 / 1000.0
}

/// Every exercise after one of each starting position and before one of each, in turn with the others
/// of that position.
fn pairs() -> Vec<(&'static str, &'static str)> {
    let mut by_position: BTreeMap<Position, Vec<&str>> = BTreeMap::new();
    for id in ids() {
        by_position.entry(exercise(id).positions[0]).or_default().push(id);
    }
    let mut pairs = Vec::new();
    for (turn, id) in ids().enumerate() {
        for others in by_position.values() {
            let other = others[turn % others.len()];
            pairs.extend([(id, other), (other, id)]);
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

#[test]
fn changes_of_posture_are_calm_and_stay_above_the_floor() {
    const STEPS: usize = 100;
    let body = body("ben");
    let mut stage = Stage::default();
    let (mut speed, mut depth, mut ranges) = (Worst::default(), Worst::default(), Worst::default());
    for (turn, (first, second)) in pairs().into_iter().enumerate() {
        let (from, to) = (exercise(first), exercise(second));
        let secs = transition_secs(first, second);
        let side = if turn % 2 == 0 { Side::Right } else { Side::Left };
        let mut before: Option<Vec<Vec3>> = None;
        for step in 0..=STEPS {
            let name = format!("{first} to {second} {side:?} {step}");
            let (from, to) = (stance(&from, Part::Rest, None), stance(&to, Part::Rest, Some(side)));
            let posed = stage.pose(&movement(from, to, step as f32 / STEPS as f32, secs), &body);
            for lump in flesh::all(&posed.skeleton, &body) {
                depth.see(below(&lump, 0.0), &name);
            }
            ranges.see(0.0, &name);
            for (joint, degrees) in limits::beyond(&posed.skeleton.angles) {
                ranges.see(degrees.abs(), &format!("{name} {joint}"));
            }
            let now = landmarks(&posed.skeleton);
            if let Some(before) = before {
                speed.see(furthest(&before, &now) * STEPS as f32 / secs, &name);
            }
            before = Some(now);
        }
    }
    speed.at_most(3.0, "faster than a calm change of posture, in metres a second");
    depth.at_most(0.01, "through the floor, in metres");
    ranges.at_most(0.0, "beyond its range, in degrees");
}

#[test]
fn left_is_the_mirror_of_right() {
    let body = body("ada");
    let palette = Palette::light();
    let look = Look { body: &body, palette: &palette, glow: 0.0 };
    let mut stage = Stage::default();
    for id in ids() {
        let exercise = exercise(id);
        for sample in 0..=20 {
            let [right, left] =
                [Side::Right, Side::Left].map(|side| cycle_on(&exercise, Some(side), sample as f32 / 20.0));
            let [a, b] = [&right, &left].map(|movement| stage.pose(movement, &body).skeleton);
            let flip = |at: Vec3| Vec3::new(-at.x, at.y, at.z);
            for side in 0..2 {
                assert!(
                    a.arms[side].hand.at.distance(flip(b.arms[1 - side].hand.at)) < 1e-4,
                    "{id} {sample}"
                );
                assert!(
                    a.legs[side].foot.at.distance(flip(b.legs[1 - side].foot.at)) < 1e-4,
                    "{id} {sample}"
                );
            }
            assert!(a.head.at.distance(flip(b.head.at)) < 1e-4, "{id} {sample}");
            let [a, b] = [&right, &left].map(|movement| stage.scene(movement, &look, View::default()).frame);
            let turns = exercise.sides == Sides::Alternating;
            let mirrored = if turns { a.max.x - b.max.x } else { a.min.x + b.max.x };
            assert!(mirrored.abs() < 1e-4 && (a.max.y - b.max.y).abs() < 1e-4, "{id}: frames differ");
        }
    }
}

#[test]
fn a_second_way_round_plays_backwards() {
    let body = body("ada");
    let mut stage = Stage::default();
    let exercise = exercise("shoulder-rolls");
    for sample in 0..=20 {
        let share = sample as f32 / 20.0;
        let lift =
            movement(stance(&exercise, Part::Rest, None), stance(&exercise, Part::Lift, None), share, 2.0);
        let mut lower = movement(
            stance(&exercise, Part::Lift, None),
            stance(&exercise, Part::Lower, None),
            1.0 - share,
            2.0,
        );
        (lower.from.way, lower.to.way) = (1, 1);
        let [a, b] = [&lift, &lower].map(|movement| stage.pose(movement, &body).skeleton);
        assert!(furthest(&landmarks(&a), &landmarks(&b)) < 1e-3, "{sample}");
    }
}
