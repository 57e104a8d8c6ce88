//! How the figure moves for an exercise: named poses, the track that leads through them, props, camera.
//!
//! World axes are in metres: x to the person's own left, y up, z ahead; the floor is at y = 0.
//! Angles are in degrees, in anatomical terms. Places of a limb are `(out, up, ahead)`: `out`
//! counts away from the midline on either side, so that one line serves both.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::is_default;
pub use super::prop::{BandEnd, Prop, Rolling};

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
