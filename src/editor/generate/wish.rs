//! What a person asks of a session, and the words it is written in.

use std::collections::BTreeSet;

use crate::model::{Equipment, Position};

/// Where a session is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// On a chair throughout.
    SeatedOnly,
    /// On the feet, and on a chair where there is one.
    Standing,
    /// Anywhere, the floor included.
    Floor,
}

impl Place {
    /// All of them, the narrowest first.
    pub const ALL: [Self; 3] = [Self::SeatedOnly, Self::Standing, Self::Floor];

    /// True for a position that belongs to the place.
    #[must_use]
    pub fn allows(self, position: Position) -> bool {
        match self {
            Self::SeatedOnly => position == Position::SeatedChair,
            Self::Standing => matches!(position, Position::SeatedChair | Position::Standing),
            Self::Floor => true,
        }
    }
}

/// What a session is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aim {
    /// To move freely again.
    Loosen,
    /// To build strength.
    Strengthen,
    /// To come to rest.
    WindDown,
}

impl Aim {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Loosen, Self::Strengthen, Self::WindDown];
}

/// How sore a person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Soreness {
    /// Not at all.
    NotSore,
    /// Somewhat: the easier ways, and no more than is recommended.
    ALittle,
    /// Clearly: the easiest ways, and no strengthening.
    Sore,
}

impl Soreness {
    /// All of them, the least first.
    pub const ALL: [Self; 3] = [Self::NotSore, Self::ALittle, Self::Sore];
}

/// What a person asks of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// How long, from 2 to 60; what lies outside counts as the nearest of these.
    pub minutes: u32,
    /// Where.
    pub place: Place,
    /// What is at hand.
    pub equipment: BTreeSet<Equipment>,
    /// What for.
    pub aim: Aim,
    /// How sore the person is.
    pub soreness: Soreness,
    /// Another number gives another session.
    pub seed: u64,
}

impl Wish {
    /// True for a thing that is at hand, by itself or in what is: a chair with a back is a chair,
    /// a towel can be rolled up, and who wants to stay seated has something to sit on.
    #[must_use]
    pub fn has(&self, item: Equipment) -> bool {
        let at_hand = |item| self.equipment.contains(&item);
        match item {
            Equipment::Chair => {
                self.place == Place::SeatedOnly
                    || at_hand(Equipment::Chair)
                    || at_hand(Equipment::ChairWithBack)
            }
            Equipment::Towel | Equipment::RolledTowel => {
                at_hand(Equipment::Towel) || at_hand(Equipment::RolledTowel)
            }
            other => at_hand(other),
        }
    }

    /// True for a position that can be taken up: nobody sits on a chair that is not there.
    #[must_use]
    pub fn can_take(&self, position: Position) -> bool {
        self.place.allows(position) && (position != Position::SeatedChair || self.has(Equipment::Chair))
    }

    /// The minutes within their bounds, in milliseconds.
    pub(super) fn length_ms(&self) -> u64 {
        u64::from(self.minutes.clamp(2, 60)) * 60_000
    }
}

/// The headings of a session's sections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headings {
    /// What comes first.
    pub warm_up: String,
    /// Movement through the range of the joints.
    pub loosen: String,
    /// Strength work.
    pub strengthen: String,
    /// Stretches that are held.
    pub stretch: String,
    /// What comes last.
    pub cool_down: String,
}

/// The words a session is written in: the generator knows no language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// Id of the routine.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is for, in a sentence.
    pub summary: String,
    /// The headings of its sections.
    pub headings: Headings,
    /// Note on an exercise that is done on a chair though its figure stands ("Stay on your chair.").
    pub seated: String,
    /// Note on an exercise that is done standing though its figure sits.
    pub standing: String,
}
