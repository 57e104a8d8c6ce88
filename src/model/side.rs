//! Left and right: which side works, and how an exercise uses the two.

use serde::{Deserialize, Serialize};

/// The side of the body that works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Side {
    /// The person's own left.
    Left,
    /// The person's own right.
    Right,
}

impl Side {
    /// The other side.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// How an exercise uses the two sides of the body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sides {
    /// Both at once.
    #[default]
    Both,
    /// One side gets its full dose, then the other.
    Each,
    /// The sides take turns, repetition by repetition.
    Alternating,
}

/// Which side of a one-sided exercise comes first, or alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SideOrder {
    /// Left, then right.
    LeftFirst,
    /// Right, then left: what the sources do where they say.
    #[default]
    RightFirst,
    /// The left alone.
    LeftOnly,
    /// The right alone.
    RightOnly,
}

impl SideOrder {
    /// The sides in the order in which they work.
    #[must_use]
    pub fn sides(self) -> &'static [Side] {
        match self {
            Self::LeftFirst => &[Side::Left, Side::Right],
            Self::RightFirst => &[Side::Right, Side::Left],
            Self::LeftOnly => &[Side::Left],
            Self::RightOnly => &[Side::Right],
        }
    }
}
