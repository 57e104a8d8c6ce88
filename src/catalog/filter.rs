//! Narrowing a list of exercises down: by group, position, equipment and source.

use std::collections::BTreeSet;

use crate::model::{Category, Equipment, Exercise, Position};

/// One thing to narrow a list down by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// Exercises of this group, as their main one or besides.
    Category(Category),
    /// Exercises that can start in this position.
    Position(Position),
    /// Exercises that need this; `None` for those that need nothing.
    Equipment(Option<Equipment>),
    /// Exercises that the source with this id describes.
    Source(String),
}

/// What a choice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The group.
    Category,
    /// The starting position.
    Position,
    /// What is needed.
    Equipment,
    /// Who describes it.
    Source,
}

impl Facet {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Category, Self::Position, Self::Equipment, Self::Source];
}

impl Choice {
    /// What it is about.
    #[must_use]
    pub fn facet(&self) -> Facet {
        match self {
            Self::Category(_) => Facet::Category,
            Self::Position(_) => Facet::Position,
            Self::Equipment(_) => Facet::Equipment,
            Self::Source(_) => Facet::Source,
        }
    }

    /// True for an exercise that this choice is for.
    #[must_use]
    pub fn fits(&self, exercise: &Exercise) -> bool {
        match self {
            Self::Category(category) => exercise.category == *category || exercise.also.contains(category),
            Self::Position(position) => exercise.positions.contains(position),
            Self::Equipment(Some(thing)) => exercise.equipment.contains(thing),
            Self::Equipment(None) => exercise.equipment.is_empty(),
            Self::Source(id) => exercise.sources.contains(id),
        }
    }

    /// Every choice that these exercises leave, in the order of their kinds.
    #[must_use]
    pub fn among<'a>(exercises: impl Iterator<Item = &'a Exercise>) -> BTreeSet<Self> {
        let mut choices = BTreeSet::new();
        for exercise in exercises {
            choices.insert(Self::Category(exercise.category));
            choices.extend(exercise.also.iter().copied().map(Self::Category));
            choices.extend(exercise.positions.iter().copied().map(Self::Position));
            choices.extend(exercise.equipment.iter().copied().map(Some).map(Self::Equipment));
            if exercise.equipment.is_empty() {
                choices.insert(Self::Equipment(None));
            }
            choices.extend(exercise.sources.iter().cloned().map(Self::Source));
        }
        choices
    }
}

/// The choices made. Of several about one thing any may fit; about different things all must.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    chosen: BTreeSet<Choice>,
}

impl Filter {
    /// True when nothing is chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// True when this is chosen.
    #[must_use]
    pub fn has(&self, choice: &Choice) -> bool {
        self.chosen.contains(choice)
    }

    /// What is chosen of one kind.
    pub fn of(&self, facet: Facet) -> impl Iterator<Item = &Choice> {
        self.chosen.iter().filter(move |choice| choice.facet() == facet)
    }

    /// Makes a choice, or takes it back.
    pub fn toggle(&mut self, choice: Choice) {
        if !self.chosen.remove(&choice) {
            self.chosen.insert(choice);
        }
    }

    /// True for an exercise that all kinds of choices let through.
    #[must_use]
    pub fn fits(&self, exercise: &Exercise) -> bool {
        Facet::ALL.into_iter().all(|facet| self.fits_in(facet, exercise))
    }

    /// True for an exercise that would be let through with this choice alone of its kind.
    #[must_use]
    pub fn would_fit(&self, choice: &Choice, exercise: &Exercise) -> bool {
        let others = Facet::ALL.into_iter().filter(|facet| *facet != choice.facet());
        choice.fits(exercise) && others.into_iter().all(|facet| self.fits_in(facet, exercise))
    }

    fn fits_in(&self, facet: Facet, exercise: &Exercise) -> bool {
        let mut chosen = self.of(facet).peekable();
        chosen.peek().is_none() || chosen.any(|choice| choice.fits(exercise))
    }
}
