//! The fields of a routine beside its blocks, one by one, to be compared and merged.

use crate::model::{CommentedRoutine, Seconds};

/// A field of a routine beside its blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HeadField {
    /// The comment above it.
    Comment,
    /// Its id.
    Id,
    /// Its name.
    Name,
    /// What it is for.
    Summary,
    /// Words to find it by.
    Tags,
    /// The rest between sets and steps.
    Rest,
    /// The time to change sides.
    Switch,
    /// The breath under holds and flows.
    Breath,
    /// What it brings along.
    Carried,
}

impl HeadField {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Comment,
        Self::Id,
        Self::Name,
        Self::Summary,
        Self::Tags,
        Self::Rest,
        Self::Switch,
        Self::Breath,
        Self::Carried,
    ];

    /// What stands in it, in plain letters; nothing where it is left out. What a routine carries is
    /// told by the ids of the exercises.
    #[must_use]
    pub fn value(self, commented: &CommentedRoutine) -> String {
        let routine = &commented.routine;
        let secs = |secs: &Option<Seconds>| secs.map(|Seconds(secs)| secs.to_string()).unwrap_or_default();
        match self {
            Self::Comment => commented.leading.clone(),
            Self::Id => routine.id.clone(),
            Self::Name => routine.name.clone(),
            Self::Summary => routine.summary.clone(),
            Self::Tags => routine.tags.join(", "),
            Self::Rest => secs(&routine.defaults.rest_secs),
            Self::Switch => secs(&routine.defaults.switch_secs),
            Self::Breath => routine.defaults.breath.clone().unwrap_or_default(),
            Self::Carried => {
                let ids = routine.carried.exercises.iter().map(|exercise| exercise.id.as_str());
                ids.collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// True where both have the same in it.
    #[must_use]
    pub fn is_same(self, one: &CommentedRoutine, other: &CommentedRoutine) -> bool {
        let (a, b) = (&one.routine, &other.routine);
        match self {
            Self::Tags => a.tags == b.tags,
            Self::Breath => a.defaults.breath == b.defaults.breath,
            Self::Carried => a.carried == b.carried,
            _ => self.value(one) == self.value(other),
        }
    }

    /// Puts what one has in it into another.
    pub(super) fn copy(self, from: &CommentedRoutine, to: &mut CommentedRoutine) {
        let (source, target) = (&from.routine, &mut to.routine);
        match self {
            Self::Comment => to.leading.clone_from(&from.leading),
            Self::Id => target.id.clone_from(&source.id),
            Self::Name => target.name.clone_from(&source.name),
            Self::Summary => target.summary.clone_from(&source.summary),
            Self::Tags => target.tags.clone_from(&source.tags),
            Self::Rest => target.defaults.rest_secs = source.defaults.rest_secs,
            Self::Switch => target.defaults.switch_secs = source.defaults.switch_secs,
            Self::Breath => target.defaults.breath.clone_from(&source.defaults.breath),
            Self::Carried => target.carried.clone_from(&source.carried),
        }
    }
}
