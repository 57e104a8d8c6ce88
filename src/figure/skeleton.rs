//! The skeleton in space: a posture's angles become joints, with bones of constant length.

use glam::{EulerRot, Quat, Vec3};

use super::{
    body::Bones,
    posture::{ANGLES, ARM, LEG, LUMBAR, NECK, NOD, ROOT, THORACIC, outward},
};

/// Joints of the low back, of the upper back and of the neck.
pub const SPINE_JOINTS: [usize; 3] = [4, 6, 4];
/// Points along the spine, from the sacrum to the base of the skull.
pub const SPINE_POINTS: usize = 15;
/// The point at the lowest rib.
pub const RIBS: usize = 4;
/// The point at the foot of the neck.
pub const NECK_BASE: usize = 10;

/// How far each part of a spine at ease leans from its own frame, bottom to top, in degrees.
const EASE: [f32; SPINE_POINTS - 1] =
    [10.0, 4.0, -3.0, -9.0, -12.0, -9.0, -4.0, 2.0, 8.0, 14.0, 16.0, 13.0, 9.0, 6.0];

/// A place and how it is turned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Where, in metres.
    pub at: Vec3,
    /// Turned how.
    pub turn: Quat,
}

impl Frame {
    /// A point given in this frame.
    #[must_use]
    pub fn point(&self, local: Vec3) -> Vec3 {
        self.at + self.turn * local
    }

    /// A direction given in this frame.
    #[must_use]
    pub fn direction(&self, local: Vec3) -> Vec3 {
        self.turn * local
    }
}

/// An arm. Each bone points along its frame's -y; the elbow folds towards +z.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ArmBones {
    /// Shoulder joint and upper arm.
    pub upper: Frame,
    /// Elbow joint and forearm.
    pub fore: Frame,
    /// Wrist joint and hand: fingers along -y, thumb along z, palm inwards.
    pub hand: Frame,
    /// Fingers curled, 0 to 1.
    pub grip: f32,
}

/// A leg. Each bone points along its frame's -y; the knee folds towards -z.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LegBones {
    /// Hip joint and thigh.
    pub thigh: Frame,
    /// Knee joint and shin.
    pub shin: Frame,
    /// Ankle joint and foot: toes along z, sole at -y.
    pub foot: Frame,
    /// Toes bent up, in degrees.
    pub toes: f32,
}

/// Every joint in space. Index 0 is the left side.
#[derive(Clone, Debug, PartialEq)]
pub struct Skeleton {
    /// Middle between the hip joints.
    pub pelvis: Frame,
    /// Points along the spine; each frame turns with the piece above its point.
    pub spine: [Frame; SPINE_POINTS],
    /// Upper chest, between the shoulders.
    pub chest: Frame,
    /// Middle of the skull.
    pub head: Frame,
    /// The arms.
    pub arms: [ArmBones; 2],
    /// The legs.
    pub legs: [LegBones; 2],
    /// The angles that were reached, in degrees.
    pub angles: [f32; ANGLES],
}

impl Skeleton {
    /// The joints whose ways tell how far a movement goes.
    #[must_use]
    pub fn landmarks(&self) -> [Vec3; 15] {
        let limb = |side: usize| {
            let (arm, leg) = (&self.arms[side], &self.legs[side]);
            [arm.upper.at, arm.fore.at, arm.hand.at, leg.thigh.at, leg.shin.at, leg.foot.at]
        };
        let [a, b, c, d, e, f] = limb(0);
        let [u, v, w, x, y, z] = limb(1);
        [self.pelvis.at, self.chest.at, self.head.at, a, b, c, d, e, f, u, v, w, x, y, z]
    }
}

/// The trunk, before arms and legs hang on it.
#[derive(Clone, Copy, Debug)]
pub struct Trunk {
    /// Middle between the hip joints.
    pub pelvis: Frame,
    /// Points along the spine.
    pub spine: [Frame; SPINE_POINTS],
    /// Upper chest.
    pub chest: Frame,
    /// Middle of the skull.
    pub head: Frame,
}

/// Centre of the skull above the top of the neck, in the head's frame.
const SKULL: Vec3 = Vec3::new(0.0, 0.090, 0.030);
/// The forehead, from the centre of the skull.
pub const FOREHEAD: Vec3 = Vec3::new(0.0, 0.053, 0.101);
/// The upper chest, from the top thoracic points, in their frame.
const STERNUM: Vec3 = Vec3::new(0.0, -0.018, 0.03);

/// A vector of angles in degrees along the axes becomes a turn about its own direction.
fn swing(flexion: f32, sideways: f32, out: f32) -> Quat {
    Quat::from_scaled_axis(Vec3::new(-flexion.to_radians(), 0.0, out * sideways.to_radians()))
}

/// Forward, then to the right, then turned to the right, each in degrees.
fn bent(flex: f32, side: f32, turn: f32) -> Quat {
    Quat::from_rotation_y(-turn.to_radians())
        * Quat::from_rotation_z(side.to_radians())
        * Quat::from_rotation_x(flex.to_radians())
}

impl Trunk {
    /// The trunk for these angles.
    #[must_use]
    pub fn new(angles: &[f32; ANGLES], bones: &Bones) -> Self {
        let pelvis = Frame {
            at: Vec3::new(angles[ROOT], angles[ROOT + 1], angles[ROOT + 2]),
            turn: bent(angles[ROOT + 3], angles[ROOT + 4], angles[ROOT + 5]),
        };
        let mut frame = Frame { at: pelvis.point(Vec3::new(0.0, bones.sacrum, -0.035)), turn: pelvis.turn };
        let mut spine = [frame; SPINE_POINTS];
        let mut point = 0;
        let parts = [(LUMBAR, bones.lumbar), (THORACIC, bones.thoracic), (NECK, bones.cervical)];
        for ((first, length), joints) in parts.into_iter().zip(SPINE_JOINTS) {
            let share = 1.0 / joints as f32;
            let joint = bent(angles[first] * share, angles[first + 1] * share, angles[first + 2] * share);
            for _ in 0..joints {
                frame.turn *= joint;
                spine[point] = frame;
                let along = Quat::from_rotation_x(EASE[point].to_radians()) * Vec3::Y;
                frame.at = frame.point(along * (length * share));
                point += 1;
            }
        }
        let skull = frame.turn * Quat::from_rotation_x(angles[NOD].to_radians());
        spine[point] = Frame { at: frame.at, turn: skull };
        let top = spine[NECK_BASE - 2];
        let chest = Frame { at: spine[NECK_BASE - 1].at + top.turn * STERNUM, turn: top.turn };
        let head = Frame { at: frame.at + skull * SKULL, turn: skull };
        Self { pelvis, spine, chest, head }
    }

    /// The shoulder joint on one side.
    #[must_use]
    pub fn shoulder(&self, angles: &[f32; ANGLES], bones: &Bones, side: usize) -> Vec3 {
        let out = outward(side);
        let (lift, forward) = (angles[ARM[side]].to_radians(), angles[ARM[side] + 1].to_radians());
        let girdle = Quat::from_rotation_y(-out * forward) * Quat::from_rotation_z(out * lift);
        self.chest.point(girdle * Vec3::new(out * bones.shoulder, 0.0, 0.0))
    }

    /// The hip joint on one side.
    #[must_use]
    pub fn hip(&self, bones: &Bones, side: usize) -> Vec3 {
        self.pelvis.point(Vec3::new(outward(side) * bones.hip, 0.0, 0.0))
    }

    /// The middle of the forehead.
    #[must_use]
    pub fn forehead(&self) -> Vec3 {
        self.head.point(FOREHEAD)
    }
}

/// An arm that hangs by its angles alone.
#[must_use]
pub fn free_arm(angles: &[f32; ANGLES], bones: &Bones, trunk: &Trunk, side: usize) -> ArmBones {
    let out = outward(side);
    let arm = &angles[ARM[side]..];
    let rad = |index: usize| arm[index].to_radians();
    let upper = Frame {
        at: trunk.shoulder(angles, bones, side),
        turn: trunk.chest.turn * swing(arm[2], arm[3], out) * Quat::from_rotation_y(-out * rad(4)),
    };
    let fore = Frame {
        at: upper.point(Vec3::NEG_Y * bones.upper_arm),
        turn: upper.turn * Quat::from_rotation_x(-rad(5)),
    };
    let hand = Frame {
        at: fore.point(Vec3::NEG_Y * bones.forearm),
        turn: fore.turn * Quat::from_euler(EulerRot::YXZ, -out * rad(6), -rad(8), -out * rad(7)),
    };
    ArmBones { upper, fore, hand, grip: arm[9] / 100.0 }
}

/// A leg that hangs by its angles alone.
#[must_use]
pub fn free_leg(angles: &[f32; ANGLES], bones: &Bones, trunk: &Trunk, side: usize) -> LegBones {
    let out = outward(side);
    let leg = &angles[LEG[side]..];
    let rad = |index: usize| leg[index].to_radians();
    let thigh = Frame {
        at: trunk.hip(bones, side),
        turn: trunk.pelvis.turn * swing(leg[0], leg[1], out) * Quat::from_rotation_y(out * rad(2)),
    };
    let shin = Frame {
        at: thigh.point(Vec3::NEG_Y * bones.thigh),
        turn: thigh.turn * Quat::from_rotation_x(rad(3)),
    };
    let foot = Frame {
        at: shin.point(Vec3::NEG_Y * bones.shin),
        turn: shin.turn * Quat::from_euler(EulerRot::XYZ, rad(4), out * rad(5), -out * rad(6)),
    };
    LegBones { thigh, shin, foot, toes: leg[7] }
}

/// Reads an upper arm's or a thigh's turn back into flexion, sideways swing and twist, in degrees.
#[must_use]
pub fn swing_twist(turn: Quat, out: f32) -> (f32, f32, f32) {
    let along = turn * Vec3::NEG_Y;
    let arc = Quat::from_rotation_arc(Vec3::NEG_Y, along);
    let axis = arc.to_scaled_axis();
    let twist = arc.inverse() * turn;
    let mut about = 2.0 * twist.y.atan2(twist.w);
    if about > std::f32::consts::PI {
        about -= std::f32::consts::TAU;
    } else if about < -std::f32::consts::PI {
        about += std::f32::consts::TAU;
    }
    (-axis.x.to_degrees(), out * axis.z.to_degrees(), out * about.to_degrees())
}
