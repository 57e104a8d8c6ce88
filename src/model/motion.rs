//! How the figure moves for an exercise: named poses, the track that leads through them, props, camera.
//!
//! World axes are in metres: x to the person's own left, y up, z ahead; the floor is at y = 0.
//! Angles are in degrees, in anatomical terms. Places of a limb are `(out, up, ahead)`: `out`
//! counts away from the midline on either side, so that one line serves both.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Side, is_default};

/// What the figure does during a segment. Each part of a motion's track leads from wherever the
/// part before it ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Part {
    /// In the starting position.
    #[default]
    Rest,
    /// Out of it.
    Lift,
    /// At the far end.
    Pause,
    /// Back.
    Lower,
    /// Into a hold, and staying there.
    Hold,
    /// Out of a hold.
    Release,
    /// With the in-breath.
    Inhale,
    /// Staying full.
    Full,
    /// With the out-breath.
    Exhale,
    /// Staying empty.
    Empty,
}

/// How the figure moves for an exercise.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Motion {
    /// Where it is seen from.
    #[serde(skip_serializing_if = "is_default")]
    pub camera: Camera,
    /// What stands around.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub props: Vec<Prop>,
    /// The poses by name. They may start from each other and from the shared poses.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub poses: BTreeMap<String, Pose>,
    /// The pose of the starting position; empty means standing.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rest: String,
    /// The poses each part leads through, in order.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub track: BTreeMap<Part, Vec<String>>,
    /// How speed is spread over a part.
    #[serde(skip_serializing_if = "is_default")]
    pub pace: Pace,
}

/// How speed is spread over a part of the track.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pace {
    /// Starts and ends softly.
    #[default]
    Eased,
    /// Keeps its speed through the parts, for circles.
    Even,
}

/// Where the figure is seen from. At yaw 0 it faces the viewer; at -90 its right side is seen.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Camera {
    /// Degrees around the vertical.
    pub yaw: f32,
    /// Degrees above the horizon.
    pub pitch: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self { yaw: -30.0, pitch: 10.0 }
    }
}

/// A thing the figure uses.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Prop {
    /// A mat on the floor, lengthwise along z before it is turned.
    Mat {
        /// Middle of the mat, `(x, z)`.
        #[serde(default, skip_serializing_if = "is_default")]
        at: (f32, f32),
        /// Degrees around the vertical.
        #[serde(default, skip_serializing_if = "is_default")]
        turn: f32,
    },
    /// A chair whose sitter looks along z before it is turned. The middle of its seat is `at`.
    Chair {
        /// Middle of the seat, `(x, z)`.
        #[serde(default, skip_serializing_if = "is_default")]
        at: (f32, f32),
        /// Degrees around the vertical, to the left.
        #[serde(default, skip_serializing_if = "is_default")]
        turn: f32,
    },
    /// A wall across the z axis, which the figure faces.
    Wall {
        /// Its distance ahead.
        z: f32,
    },
    /// The frame of an open door. It is walked through along z before it is turned; `at` is the
    /// middle of the threshold, halfway through the wall.
    DoorFrame {
        /// Middle of the threshold, `(x, z)`.
        #[serde(default, skip_serializing_if = "is_default")]
        at: (f32, f32),
        /// Degrees around the vertical, to the left.
        #[serde(default, skip_serializing_if = "is_default")]
        turn: f32,
        /// Clear width between the posts.
        #[serde(default = "sizes::door", skip_serializing_if = "sizes::is_door")]
        width: f32,
    },
    /// A foam roller. It lies along x (across a body that lies along the mat) before it is turned;
    /// turned by 90 it lies along the spine.
    Roller {
        /// Under its middle, `(x, z)`.
        #[serde(default, skip_serializing_if = "is_default")]
        at: (f32, f32),
        /// Height of what it lies on.
        #[serde(default, skip_serializing_if = "is_default")]
        up: f32,
        /// Degrees around the vertical, to the left.
        #[serde(default, skip_serializing_if = "is_default")]
        turn: f32,
        /// Length and thickness.
        #[serde(default = "sizes::roller", skip_serializing_if = "sizes::is_roller")]
        size: (f32, f32),
        /// What rolls over it. It then goes half as far as that has gone since the starting
        /// position, as a roller does; `at` is its place in the starting position.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rolls: Option<Rolling>,
    },
    /// A towel rolled up. It lies along x before it is turned.
    Towel {
        /// Under its middle, `(x, z)`.
        #[serde(default, skip_serializing_if = "is_default")]
        at: (f32, f32),
        /// Height of what it lies on.
        #[serde(default, skip_serializing_if = "is_default")]
        up: f32,
        /// Degrees around the vertical, to the left.
        #[serde(default, skip_serializing_if = "is_default")]
        turn: f32,
        /// Length and thickness.
        #[serde(default = "sizes::towel", skip_serializing_if = "sizes::is_towel")]
        size: (f32, f32),
    },
    /// A yoga block, flat on its largest side unless its size says otherwise.
    Block {
        /// Under its middle, `(x, z)`.
        #[serde(default, skip_serializing_if = "is_default")]
        at: (f32, f32),
        /// Height of what it lies on.
        #[serde(default, skip_serializing_if = "is_default")]
        up: f32,
        /// Degrees around the vertical, to the left.
        #[serde(default, skip_serializing_if = "is_default")]
        turn: f32,
        /// Size along x, up and along z before it is turned.
        #[serde(default = "sizes::block", skip_serializing_if = "sizes::is_block")]
        size: Triple,
    },
    /// Two balls side by side along x, one on either side of the spine.
    Peanut {
        /// Under the middle between them, `(x, z)`.
        #[serde(default, skip_serializing_if = "is_default")]
        at: (f32, f32),
        /// Height of what they lie on.
        #[serde(default, skip_serializing_if = "is_default")]
        up: f32,
        /// Degrees around the vertical, to the left.
        #[serde(default, skip_serializing_if = "is_default")]
        turn: f32,
        /// Thickness of each ball.
        #[serde(default = "sizes::ball", skip_serializing_if = "sizes::is_ball")]
        size: f32,
    },
    /// A blanket folded into a soft block.
    Blanket {
        /// Under its middle, `(x, z)`.
        #[serde(default, skip_serializing_if = "is_default")]
        at: (f32, f32),
        /// Height of what it lies on.
        #[serde(default, skip_serializing_if = "is_default")]
        up: f32,
        /// Degrees around the vertical, to the left.
        #[serde(default, skip_serializing_if = "is_default")]
        turn: f32,
        /// Size along x, up and along z before it is turned.
        #[serde(default = "sizes::blanket", skip_serializing_if = "sizes::is_blanket")]
        size: Triple,
    },
    /// A dumbbell in each hand, or in one. It lies across the palm and moves with the hand; a grip
    /// of 80 or so closes the fingers round it.
    Dumbbells {
        /// The hand that has one; nothing means both.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hand: Option<Side>,
        /// Length, and thickness of its heads.
        #[serde(default = "sizes::dumbbell", skip_serializing_if = "sizes::is_dumbbell")]
        size: (f32, f32),
    },
    /// A resistance band, taut from each hand to what holds it. It follows both and gets thinner as
    /// it stretches.
    Band {
        /// What holds it.
        #[serde(default, skip_serializing_if = "is_default")]
        to: BandEnd,
    },
}

/// What rolls over a roller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rolling {
    /// The body, told by the hips.
    Hips,
    /// The body, told by the upper chest, where the hips move otherwise.
    Chest,
    /// The palms.
    Hands,
    /// The legs, told by the feet.
    Feet,
}

/// What holds the far end of a resistance band.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum BandEnd {
    /// The soles: it runs from one hand round both feet to the other hand.
    #[default]
    Feet,
    /// A fixed place.
    Place {
        /// Where, `(x, up, ahead)`.
        at: Triple,
    },
}

/// The usual sizes of props, in metres.
mod sizes {
    use super::Triple;

    macro_rules! usual {
        ($($name:ident, $is:ident: $kind:ty = $value:expr;)+) => {
            $(
                pub(super) fn $name() -> $kind {
                    $value
                }
                pub(super) fn $is(size: &$kind) -> bool {
                    is_usual(size, &$value)
                }
            )+
        };
    }

    fn is_usual<T: PartialEq>(size: &T, usual: &T) -> bool {
        size == usual
    }

    usual! {
        door, is_door: f32 = 0.86;
        roller, is_roller: (f32, f32) = (0.45, 0.15);
        towel, is_towel: (f32, f32) = (0.50, 0.10);
        block, is_block: Triple = (0.23, 0.10, 0.15);
        ball, is_ball: f32 = 0.075;
        blanket, is_blanket: Triple = (0.50, 0.09, 0.36);
        dumbbell, is_dumbbell: (f32, f32) = (0.20, 0.085);
    }
}

/// A place or a direction: `(out or x, up, ahead)`.
pub type Triple = (f32, f32, f32);

macro_rules! angles {
    ($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident),+ } $(, $(#[$pdoc:meta])* pin: $pin:ty)?) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub struct $name {
            $($(#[$fdoc])* #[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<f32>,)+
            $($(#[$pdoc])* #[serde(skip_serializing_if = "Option::is_none")] pub pin: Option<$pin>,)?
        }

        impl $name {
            /// The written angles, in the order of the fields.
            #[must_use]
            pub fn angles(&self) -> Vec<Option<f32>> {
                vec![$(self.$field),+]
            }
        }
    };
}

angles! {
    /// How the pelvis is turned in space.
    Tilt {
        /// Leaning forward.
        pitch,
        /// Leaning to the right.
        roll,
        /// Facing to the right.
        turn
    }
}

angles! {
    /// A part of the spine.
    Bend {
        /// Forward (negative is back).
        flex,
        /// To the right.
        side,
        /// Turning to the right.
        turn
    }
}

angles! {
    /// The head on the neck.
    Head {
        /// Chin towards the throat.
        nod
    },
    /// What the forehead rests on.
    pin: HeadPin
}

angles! {
    /// An arm. The upper arm swings from hanging along a straight arc given by flexion and
    /// abduction together, and then turns about itself.
    Arm {
        /// Shoulder towards the ear.
        lift,
        /// Shoulder blade round to the front (negative draws it to the spine).
        forward,
        /// Upper arm forwards and up.
        flexion,
        /// Upper arm sideways and up.
        abduction,
        /// Upper arm turned in (negative is out).
        rotation,
        /// Elbow bent.
        elbow,
        /// Palm turned down or back.
        pronation,
        /// Hand bent to the palm side.
        wrist,
        /// Hand bent to the thumb side.
        deviation,
        /// Fingers curled, from 0 (flat) to 100 (fist).
        grip
    },
    /// What the hand rests on or holds.
    pin: HandPin
}

angles! {
    /// A leg. The thigh swings like the upper arm.
    Leg {
        /// Thigh forwards and up.
        flexion,
        /// Thigh sideways.
        abduction,
        /// Thigh turned out.
        rotation,
        /// Knee bent.
        knee,
        /// Foot pointed (negative draws the toes up).
        ankle,
        /// Toes turned out by the ankle.
        foot_turn,
        /// Sole turned in.
        foot_roll,
        /// Toes bent up.
        toes
    },
    /// What the foot or the knee rests on.
    pin: LegPin
}

/// What a place is fixed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// The room.
    #[default]
    World,
    /// The upper chest: it moves and turns with it.
    Chest,
    /// The head.
    Head,
}

/// What a hand rests on or holds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum HandPin {
    /// Nothing, although the pose this one starts from says so.
    Free,
    /// The middle of the palm is held at a place.
    Palm {
        /// What the place is fixed to.
        #[serde(default, skip_serializing_if = "is_default")]
        on: Anchor,
        /// The place.
        at: Triple,
        /// Where the fingers point.
        fingers: Triple,
        /// Where the palm faces.
        palm: Triple,
        /// Where the elbow points.
        elbow: Triple,
    },
}

/// What a foot or a knee rests on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum LegPin {
    /// Nothing, although the pose this one starts from says so.
    Free,
    /// The sole lies flat on the floor.
    Foot {
        /// Under the ankle, `(out, ahead)`.
        at: (f32, f32),
        /// Toes turned out, in degrees.
        #[serde(default, skip_serializing_if = "is_default")]
        turn: f32,
    },
    /// The knee and the shin lie on the floor, the shin pointing back.
    Knee {
        /// The knee, `(out, ahead)`.
        at: (f32, f32),
        /// Foot further out than the knee, in degrees of the shin.
        #[serde(default, skip_serializing_if = "is_default")]
        splay: f32,
    },
}

/// What the forehead rests on. The hips' lean and the neck's bend give way to reach it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum HeadPin {
    /// Nothing, although the pose this one starts from says so.
    Free,
    /// The forehead is held at a place.
    Forehead {
        /// The place, `(up, ahead)`.
        at: (f32, f32),
    },
}

/// A pose: what is written stands, what is not comes from the pose it starts from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pose {
    /// The pose it starts from, of this motion or of the shared ones.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// Where the middle between the hip joints is, `(x, up, ahead)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Triple>,
    /// The pelvis.
    #[serde(skip_serializing_if = "is_default")]
    pub pelvis: Tilt,
    /// The low back.
    #[serde(skip_serializing_if = "is_default")]
    pub lumbar: Bend,
    /// The upper back.
    #[serde(skip_serializing_if = "is_default")]
    pub thoracic: Bend,
    /// The neck.
    #[serde(skip_serializing_if = "is_default")]
    pub neck: Bend,
    /// The head.
    #[serde(skip_serializing_if = "is_default")]
    pub head: Head,
    /// Both arms.
    #[serde(skip_serializing_if = "is_default")]
    pub arms: Arm,
    /// The right arm, over what `arms` says.
    #[serde(skip_serializing_if = "is_default")]
    pub right_arm: Arm,
    /// The left arm, over what `arms` says.
    #[serde(skip_serializing_if = "is_default")]
    pub left_arm: Arm,
    /// Both legs.
    #[serde(skip_serializing_if = "is_default")]
    pub legs: Leg,
    /// The right leg, over what `legs` says.
    #[serde(skip_serializing_if = "is_default")]
    pub right_leg: Leg,
    /// The left leg, over what `legs` says.
    #[serde(skip_serializing_if = "is_default")]
    pub left_leg: Leg,
}
