//! A posture: every angle of the skeleton as one vector, and what its ends rest on.

use glam::{Quat, Vec3};

use crate::model::motion::{Anchor, HandPin, HeadPin, LegPin, Pose};

/// How many numbers a posture has.
pub const ANGLES: usize = 52;
/// Half the thickness of a palm, in metres.
const PALM_HALF: f32 = 0.0145;
/// Where the pelvis stands in a posture: x, y, z, pitch, roll, turn.
pub const ROOT: usize = 0;
/// First angle of the low back: flex, side, turn.
pub const LUMBAR: usize = 6;
/// First angle of the upper back.
pub const THORACIC: usize = 9;
/// First angle of the neck.
pub const NECK: usize = 12;
/// The nod of the head.
pub const NOD: usize = 15;
/// First angle of each arm, left and right, in the order of [`crate::model::motion::Arm`].
pub const ARM: [usize; 2] = [16, 26];
/// First angle of each leg, left and right, in the order of [`crate::model::motion::Leg`].
pub const LEG: [usize; 2] = [36, 44];
/// How many angles an arm has.
pub const ARM_ANGLES: usize = 10;
/// How many angles a leg has.
pub const LEG_ANGLES: usize = 8;

/// Angles that change sign in a mirror.
const ODD: [usize; 9] =
    [ROOT, ROOT + 4, ROOT + 5, LUMBAR + 1, LUMBAR + 2, THORACIC + 1, THORACIC + 2, NECK + 1, NECK + 2];

/// Where the palm of a hand is held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HandGoal {
    /// What the rest is measured in.
    pub on: Anchor,
    /// Middle of the palm.
    pub at: Vec3,
    /// Turn of the hand: fingers along its -y, palm along its outward x on the left, thumb along z.
    pub turn: Quat,
    /// Where the elbow points.
    pub elbow: Vec3,
}

/// What holds a leg.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LegGoal {
    /// On its way from one rest to another: the ankle is led through the air.
    Step {
        /// Where the ankle is.
        ankle: Vec3,
        /// How the foot is turned from the shin.
        foot: Quat,
        /// Where the knee points.
        knee: Vec3,
    },
    /// The sole flat on the floor under the ankle at `(x, z)`, toes along `heading` radians to the left.
    Foot {
        /// Under the ankle.
        at: (f32, f32),
        /// Where the toes point, in radians to the left of ahead.
        heading: f32,
    },
    /// The knee on the floor at `(x, z)`, the shin back, its foot `heading` radians towards the left.
    Knee {
        /// The knee.
        at: (f32, f32),
        /// Where the shin points, in radians to the left of straight back.
        heading: f32,
    },
}

/// Every angle in degrees (places in metres), and what the ends rest on. Index 0 is the left side.
#[derive(Clone, Debug, PartialEq)]
pub struct Posture {
    /// The angles.
    pub angles: [f32; ANGLES],
    /// What the hands rest on.
    pub hands: [Option<HandGoal>; 2],
    /// What the legs rest on.
    pub legs: [Option<LegGoal>; 2],
    /// Where the forehead rests, `(y, z)`.
    pub forehead: Option<(f32, f32)>,
}

impl Default for Posture {
    fn default() -> Self {
        let mut angles = [0.0; ANGLES];
        angles[ROOT + 1] = 0.9;
        Self { angles, hands: [None; 2], legs: [None; 2], forehead: None }
    }
}

/// `+1` for the left (index 0), `-1` for the right: the sign of "outwards" along x.
#[must_use]
pub fn outward(side: usize) -> f32 {
    if side == 0 { 1.0 } else { -1.0 }
}

impl Posture {
    /// This posture with what `pose` says written over it.
    #[must_use]
    pub fn overlaid(&self, pose: &Pose) -> Self {
        let mut out = self.clone();
        if let Some((x, y, z)) = pose.at {
            out.angles[ROOT..ROOT + 3].copy_from_slice(&[x, y, z]);
        }
        out.write(ROOT + 3, &pose.pelvis.angles());
        out.write(LUMBAR, &pose.lumbar.angles());
        out.write(THORACIC, &pose.thoracic.angles());
        out.write(NECK, &pose.neck.angles());
        out.write(NOD, &pose.head.angles());
        match pose.head.pin {
            Some(HeadPin::Free) => out.forehead = None,
            Some(HeadPin::Forehead { at }) => out.forehead = Some(at),
            None => {}
        }
        for (side, own) in [&pose.left_arm, &pose.right_arm].into_iter().enumerate() {
            for arm in [&pose.arms, own] {
                out.write(ARM[side], &arm.angles());
                if let Some(pin) = arm.pin {
                    out.hands[side] = hand_goal(pin, outward(side));
                }
            }
        }
        for (side, own) in [&pose.left_leg, &pose.right_leg].into_iter().enumerate() {
            for leg in [&pose.legs, own] {
                out.write(LEG[side], &leg.angles());
                if let Some(pin) = leg.pin {
                    out.legs[side] = leg_goal(pin, outward(side));
                }
            }
        }
        out
    }

    fn write(&mut self, first: usize, values: &[Option<f32>]) {
        for (slot, value) in self.angles[first..].iter_mut().zip(values) {
            if let Some(value) = value {
                *slot = *value;
            }
        }
    }

    /// The same seen in a mirror: left and right exchanged.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let mut out = self.clone();
        for index in ODD {
            out.angles[index] = -out.angles[index];
        }
        for side in 0..2 {
            let (arm, other_arm) = (ARM[side], ARM[1 - side]);
            out.angles[arm..arm + ARM_ANGLES]
                .copy_from_slice(&self.angles[other_arm..other_arm + ARM_ANGLES]);
            let (leg, other_leg) = (LEG[side], LEG[1 - side]);
            out.angles[leg..leg + LEG_ANGLES]
                .copy_from_slice(&self.angles[other_leg..other_leg + LEG_ANGLES]);
            out.hands[side] = self.hands[1 - side].map(mirror_hand);
            out.legs[side] = self.legs[1 - side].map(mirror_leg);
        }
        out
    }

    /// True when every number is finite and within [`LARGEST`].
    #[must_use]
    pub fn is_sane(&self) -> bool {
        let hands = self.hands.iter().flatten().all(|hand| {
            sane(hand.at.to_array()) && sane(hand.turn.to_array()) && sane(hand.elbow.to_array())
        });
        let legs = self.legs.iter().flatten().all(|leg| match leg {
            LegGoal::Foot { at, heading } | LegGoal::Knee { at, heading } => sane([at.0, at.1, *heading]),
            LegGoal::Step { ankle, foot, knee } => {
                sane(ankle.to_array()) && sane(foot.to_array()) && sane(knee.to_array())
            }
        });
        sane(self.angles) && hands && legs && self.forehead.is_none_or(|(y, z)| sane([y, z]))
    }
}

/// The largest number that makes sense anywhere in a motion, in degrees or metres.
pub const LARGEST: f32 = 1000.0;

/// True when all numbers are finite and none is beyond [`LARGEST`].
#[must_use]
pub fn sane(numbers: impl IntoIterator<Item = f32>) -> bool {
    numbers.into_iter().all(|number| number.abs() <= LARGEST)
}

fn mirror_vec(v: Vec3) -> Vec3 {
    Vec3::new(-v.x, v.y, v.z)
}

/// A turn seen in the mirror x → -x.
fn mirror_quat(q: Quat) -> Quat {
    Quat::from_xyzw(q.x, -q.y, -q.z, q.w)
}

fn mirror_hand(goal: HandGoal) -> HandGoal {
    HandGoal { at: mirror_vec(goal.at), turn: mirror_quat(goal.turn), elbow: mirror_vec(goal.elbow), ..goal }
}

fn mirror_leg(goal: LegGoal) -> LegGoal {
    match goal {
        LegGoal::Foot { at, heading } => LegGoal::Foot { at: (-at.0, at.1), heading: -heading },
        LegGoal::Knee { at, heading } => LegGoal::Knee { at: (-at.0, at.1), heading: -heading },
        LegGoal::Step { ankle, foot, knee } => {
            LegGoal::Step { ankle: mirror_vec(ankle), foot: mirror_quat(foot), knee: mirror_vec(knee) }
        }
    }
}

fn hand_goal(pin: HandPin, out: f32) -> Option<HandGoal> {
    match pin {
        HandPin::Free => None,
        HandPin::Palm { on, at, fingers, palm, elbow } => {
            let place = |(x, y, z): (f32, f32, f32)| Vec3::new(out * x, y, z);
            let along = place(fingers).normalize_or(Vec3::NEG_Y);
            let facing =
                place(palm).reject_from_normalized(along).normalize_or(along.any_orthonormal_vector());
            // The palm faces inwards, -out x; the thumb is the third axis of a right-handed frame.
            let x = facing * -out;
            let y = -along;
            let turn = Quat::from_mat3(&glam::Mat3::from_cols(x, y, x.cross(y)));
            let at = place(at) - facing * PALM_HALF;
            Some(HandGoal { on, at, turn, elbow: place(elbow).normalize_or(Vec3::NEG_Z) })
        }
    }
}

fn leg_goal(pin: LegPin, out: f32) -> Option<LegGoal> {
    match pin {
        LegPin::Free => None,
        LegPin::Foot { at, turn } => {
            Some(LegGoal::Foot { at: (out * at.0, at.1), heading: out * turn.to_radians() })
        }
        LegPin::Knee { at, splay } => {
            Some(LegGoal::Knee { at: (out * at.0, at.1), heading: out * splay.to_radians() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mirror_undoes_itself() {
        let mut posture = Posture::default();
        for (index, angle) in posture.angles.iter_mut().enumerate() {
            *angle = index as f32;
        }
        posture.legs[0] = Some(LegGoal::Foot { at: (0.1, 0.2), heading: 0.3 });
        assert_ne!(posture.mirrored(), posture);
        assert_eq!(posture.mirrored().mirrored(), posture);
    }
}
