//! What stands and lies around the figure, and what it holds. Places are in metres, as in a motion.

use serde::{Deserialize, Serialize};

use super::{Side, is_default, motion::Triple};

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
        /// Width and height of the piece that is drawn.
        #[serde(default = "sizes::wall", skip_serializing_if = "sizes::is_wall")]
        size: (f32, f32),
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
        wall, is_wall: (f32, f32) = (0.90, 1.60);
        door, is_door: f32 = 0.86;
        roller, is_roller: (f32, f32) = (0.45, 0.15);
        towel, is_towel: (f32, f32) = (0.50, 0.10);
        block, is_block: Triple = (0.23, 0.10, 0.15);
        ball, is_ball: f32 = 0.075;
        blanket, is_blanket: Triple = (0.50, 0.09, 0.36);
        dumbbell, is_dumbbell: (f32, f32) = (0.20, 0.085);
    }
}
