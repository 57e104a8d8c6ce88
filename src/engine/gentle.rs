//! Which exercise of a kind is the gentlest: what anybody can put in without thinking twice.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::catalog::Catalog;
use crate::model::{Category, Exercise};

/// Of the exercises of a kind the one that needs nothing, that no other is easier than, and that the
/// most others fall back on.
pub(super) fn gentlest(catalog: &Catalog, kind: Category) -> Option<&Arc<Exercise>> {
    let of_kind = catalog.exercises.values().filter(|exercise| exercise.category == kind);
    of_kind.min_by_key(|exercise| {
        let leans_on = catalog.exercises.values().filter(|other| names(other, &exercise.id)).count();
        (exercise.equipment.len(), has_easier(exercise), Reverse(leans_on))
    })
}

fn has_easier(exercise: &Exercise) -> bool {
    exercise.easier.iter().any(|variant| variant.exercise.is_some())
}

/// True where the exercise names the one with this id as an easier way of doing it.
fn names(exercise: &Exercise, id: &str) -> bool {
    exercise.easier.iter().any(|variant| variant.exercise.as_deref() == Some(id))
}

#[cfg(test)]
mod tests {
    use super::gentlest;
    use crate::catalog::Catalog;
    use crate::model::Category;

    #[test]
    fn marching_warms_up_and_nothing_that_is_offered_needs_equipment() {
        let catalog = Catalog::builtin();
        let offered = gentlest(&catalog, Category::WarmUp).unwrap();
        assert_eq!(offered.id, "marching-in-place");
        let offered = gentlest(&catalog, Category::CoolDown).unwrap();
        assert!(offered.equipment.is_empty(), "{}", offered.id);
    }
}
