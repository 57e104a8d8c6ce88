//! Brings hands, feet, knees and forehead to what they rest on.

use glam::{EulerRot, Mat3, Quat, Vec3};

use super::{
    body::Bones,
    posture::{ANGLES, ARM, HandGoal, LEG, LegGoal, NECK, Posture, ROOT, outward},
    skeleton::{ArmBones, Frame, LegBones, Skeleton, Trunk, free_arm, free_leg, swing_twist},
};
use crate::model::motion::Anchor;

/// Height of the knee joint over the floor when kneeling on it, in metres.
pub const KNEE_HEIGHT: f32 = 0.058;
/// Height of the ankle joint over the floor when the shin lies on it, in metres.
pub const SHIN_HEIGHT: f32 = 0.048;
/// A limb is never drawn out quite straight by what it rests on.
const REACH: f32 = 0.9995;

/// The skeleton for a posture, its ends where they rest as far as bones allow.
#[must_use]
pub fn solve(posture: &Posture, bones: &Bones) -> Skeleton {
    let mut angles = posture.angles;
    settle_root(&mut angles, posture, bones);
    if let Some(target) = posture.forehead {
        rest_forehead(&mut angles, target, bones);
    }
    let trunk = Trunk::new(&angles, bones);
    let mut arms = [0, 1].map(|side| free_arm(&angles, bones, &trunk, side));
    let mut legs = [0, 1].map(|side| free_leg(&angles, bones, &trunk, side));
    for side in 0..2 {
        if let Some(goal) = &posture.hands[side] {
            arms[side] = reach(&arms[side], &in_world(goal, &trunk), bones);
            read_arm(&mut angles, &arms[side], &trunk, side);
        }
        if let Some(goal) = &posture.legs[side] {
            legs[side] = match *goal {
                LegGoal::Foot { at, heading } => {
                    // Ahead for one who stands, up for one who lies.
                    let pole = Quat::from_rotation_y(heading * 0.7) * Vec3::new(0.0, 0.6, 1.0);
                    let ankle = Vec3::new(at.0, bones.ankle, at.1);
                    stand(&legs[side], ankle, Quat::from_rotation_y(heading), pole, bones)
                }
                LegGoal::Step { ankle, foot, knee } => step(&legs[side], ankle, foot, knee, bones),
                LegGoal::Knee { at, heading } => kneel(&legs[side], at, heading, bones),
            };
            read_leg(&mut angles, &legs[side], &trunk, side);
        }
    }
    Skeleton {
        pelvis: trunk.pelvis,
        spine: trunk.spine,
        chest: trunk.chest,
        head: trunk.head,
        arms,
        legs,
        angles,
    }
}

/// A goal measured in the room, whatever it was fixed to.
#[must_use]
pub fn in_world(goal: &HandGoal, trunk: &Trunk) -> HandGoal {
    let frame = match goal.on {
        Anchor::World => return *goal,
        Anchor::Chest => trunk.chest,
        Anchor::Head => trunk.head,
    };
    HandGoal {
        on: Anchor::World,
        at: frame.point(goal.at),
        turn: frame.turn * goal.turn,
        elbow: frame.direction(goal.elbow),
    }
}

/// Moves the pelvis so that knees on the floor stay there and feet on it are within reach.
fn settle_root(angles: &mut [f32; ANGLES], posture: &Posture, bones: &Bones) {
    for _ in 0..12 {
        let trunk = Trunk::new(angles, bones);
        let mut shift = Vec3::ZERO;
        let mut pulls = 0.0_f32;
        for side in 0..2 {
            let Some(goal) = posture.legs[side] else { continue };
            let hip = trunk.hip(bones, side);
            let (from, length, rigid) = match goal {
                LegGoal::Knee { at, .. } => (Vec3::new(at.0, KNEE_HEIGHT, at.1), bones.thigh, true),
                LegGoal::Foot { at, .. } => {
                    (Vec3::new(at.0, bones.ankle, at.1), (bones.thigh + bones.shin) * REACH, false)
                }
                LegGoal::Step { .. } => continue,
            };
            let away = hip - from;
            let excess = away.length() - length;
            if rigid || excess > 0.0 {
                shift -= away.normalize_or_zero() * excess;
                pulls += 1.0;
            }
        }
        if pulls == 0.0 || shift.length() < 1e-5 {
            return;
        }
        shift /= pulls;
        for (axis, by) in shift.to_array().into_iter().enumerate() {
            angles[ROOT + axis] += by;
        }
    }
}

/// Leans the pelvis and bends the neck until the forehead is at `(y, z)`: Newton's method on two
/// angles, damped so that an unreachable place gives a near one.
fn rest_forehead(angles: &mut [f32; ANGLES], target: (f32, f32), bones: &Bones) {
    const STEP: f32 = 0.5;
    let place = |angles: &[f32; ANGLES]| {
        let at = Trunk::new(angles, bones).forehead();
        (at.y, at.z)
    };
    let (lean, neck) = (ROOT + 3, NECK);
    for _ in 0..8 {
        let here = place(angles);
        let miss = (target.0 - here.0, target.1 - here.1);
        if miss.0.hypot(miss.1) < 5e-4 {
            return;
        }
        let mut nudged = *angles;
        nudged[lean] += STEP;
        let by_lean = place(&nudged);
        nudged = *angles;
        nudged[neck] += STEP;
        let by_neck = place(&nudged);
        let (a, c) = ((by_lean.0 - here.0) / STEP, (by_lean.1 - here.1) / STEP);
        let (b, d) = ((by_neck.0 - here.0) / STEP, (by_neck.1 - here.1) / STEP);
        // Damped least squares: (JᵀJ + λI) δ = Jᵀ miss.
        let damp = 1e-8;
        let (p, q, r) = (a * a + c * c + damp, a * b + c * d, b * b + d * d + damp);
        let (u, v) = (a * miss.0 + c * miss.1, b * miss.0 + d * miss.1);
        let det = p * r - q * q;
        if det.abs() < 1e-18 {
            return;
        }
        angles[lean] += ((u * r - v * q) / det).clamp(-10.0, 10.0);
        angles[neck] += ((v * p - u * q) / det).clamp(-10.0, 10.0);
    }
}

/// Where the middle joint and the end go when two bones reach from `from` to `to`, and to which side
/// the middle joint points: as near to `pole` as it can.
fn two_bones(from: Vec3, to: Vec3, first: f32, second: f32, pole: Vec3) -> (Vec3, Vec3, Vec3) {
    let away = to - from;
    let along = away.normalize_or(Vec3::NEG_Y);
    let distance = away.length().clamp((first - second).abs() + 1e-4, (first + second) * REACH);
    let sideways = pole.reject_from_normalized(along).normalize_or(along.any_orthonormal_vector());
    let run = (first * first - second * second + distance * distance) / (2.0 * distance);
    let rise = (first * first - run * run).max(0.0).sqrt();
    (from + along * run + sideways * rise, from + along * distance, sideways)
}

/// The turn of a bone along `along` whose +z lies as near `ahead` as it can.
fn bone_turn(along: Vec3, ahead: Vec3) -> Quat {
    let y = -along.normalize_or(Vec3::NEG_Y);
    let z = ahead.reject_from_normalized(y).normalize_or(y.any_orthonormal_vector());
    Quat::from_mat3(&Mat3::from_cols(y.cross(z), y, z))
}

fn reach(arm: &ArmBones, goal: &HandGoal, bones: &Bones) -> ArmBones {
    let shoulder = arm.upper.at;
    let wrist = goal.at + goal.turn * Vec3::Y * bones.palm;
    let (elbow, wrist, outer) = two_bones(shoulder, wrist, bones.upper_arm, bones.forearm, goal.elbow);
    // The forearm folds away from where the elbow points.
    let upper = Frame { at: shoulder, turn: bone_turn(elbow - shoulder, -outer) };
    let fold = (elbow - shoulder).angle_between(wrist - elbow);
    let fore = Frame { at: elbow, turn: upper.turn * Quat::from_rotation_x(-fold) };
    ArmBones { upper, fore, hand: Frame { at: wrist, turn: goal.turn }, grip: arm.grip }
}

fn stand(leg: &LegBones, ankle: Vec3, turn: Quat, pole: Vec3, bones: &Bones) -> LegBones {
    let hip = leg.thigh.at;
    let (knee, ankle, outer) = two_bones(hip, ankle, bones.thigh, bones.shin, pole);
    let thigh = Frame { at: hip, turn: bone_turn(knee - hip, outer) };
    let fold = (knee - hip).angle_between(ankle - knee);
    let shin = Frame { at: knee, turn: thigh.turn * Quat::from_rotation_x(fold) };
    LegBones { thigh, shin, foot: Frame { at: ankle, turn }, toes: leg.toes }
}

/// A foot on its way, which passes round the hip where the knee would have to fold too far.
fn step(leg: &LegBones, ankle: Vec3, foot: Quat, pole: Vec3, bones: &Bones) -> LegBones {
    /// Closest that an ankle comes to its hip, as a share of the leg.
    const FOLDED: f32 = 0.2;
    let hip = leg.thigh.at;
    let away = ankle - hip;
    let least = (bones.thigh + bones.shin) * FOLDED;
    let ankle = hip + away.normalize_or(Vec3::NEG_Y) * away.length().max(least);
    let mut moved = stand(leg, ankle, leg.foot.turn, pole, bones);
    moved.foot.turn = moved.shin.turn * foot;
    moved
}

fn kneel(leg: &LegBones, at: (f32, f32), heading: f32, bones: &Bones) -> LegBones {
    let hip = leg.thigh.at;
    let along = (Vec3::new(at.0, KNEE_HEIGHT, at.1) - hip).normalize_or(Vec3::NEG_Y);
    let knee = hip + along * bones.thigh;
    let drop = (SHIN_HEIGHT - knee.y) / bones.shin;
    let flat = (1.0 - drop * drop).max(0.0).sqrt();
    let back = Vec3::new(heading.sin() * flat, drop, -heading.cos() * flat);
    let thigh = Frame { at: hip, turn: bone_turn(along, -back) };
    let fold = along.angle_between(back);
    let shin = Frame { at: knee, turn: thigh.turn * Quat::from_rotation_x(fold) };
    let ankle = shin.point(Vec3::NEG_Y * bones.shin);
    let pointed = leg.shin.turn.inverse() * leg.foot.turn;
    LegBones { thigh, shin, foot: Frame { at: ankle, turn: shin.turn * pointed }, toes: leg.toes }
}

fn read_arm(angles: &mut [f32; ANGLES], arm: &ArmBones, trunk: &Trunk, side: usize) {
    let out = outward(side);
    let (flexion, abduction, twist) = swing_twist(trunk.chest.turn.inverse() * arm.upper.turn, out);
    let fold = (arm.upper.turn.inverse() * arm.fore.turn).to_scaled_axis();
    let (y, x, z) = (arm.fore.turn.inverse() * arm.hand.turn).to_euler(EulerRot::YXZ);
    let values = [
        flexion,
        abduction,
        -twist,
        -fold.x.to_degrees(),
        -out * y.to_degrees(),
        -out * z.to_degrees(),
        -x.to_degrees(),
    ];
    angles[ARM[side] + 2..ARM[side] + 9].copy_from_slice(&values);
}

fn read_leg(angles: &mut [f32; ANGLES], leg: &LegBones, trunk: &Trunk, side: usize) {
    let out = outward(side);
    let (flexion, abduction, twist) = swing_twist(trunk.pelvis.turn.inverse() * leg.thigh.turn, out);
    let fold = (leg.thigh.turn.inverse() * leg.shin.turn).to_scaled_axis();
    let (x, y, z) = (leg.shin.turn.inverse() * leg.foot.turn).to_euler(EulerRot::XYZ);
    let values = [
        flexion,
        abduction,
        twist,
        fold.x.to_degrees(),
        x.to_degrees(),
        out * y.to_degrees(),
        -out * z.to_degrees(),
    ];
    angles[LEG[side]..LEG[side] + 7].copy_from_slice(&values);
}
