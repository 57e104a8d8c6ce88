//! What is different between a routine that came and the one that is there, in words.

use crate::catalog::Catalog;
use crate::editor::{Difference, HeadField, compare};
use crate::model::{Block, Routine, Step};
use crate::text::Words;

/// What is different in `theirs`, seen from `mine`.
pub(super) fn differences(mine: &Routine, theirs: &Routine, catalog: &Catalog, words: &Words) -> Vec<String> {
    let of = |block: &Block| name_of(block, catalog, words);
    let differences = compare(mine, theirs).into_iter();
    differences
        .filter_map(|difference| match difference {
            Difference::Head { field, new, .. } => head(field, &new, words),
            Difference::Added { block, .. } => {
                Some(words.with("arrive-diff-came", &[("name", of(&block).into())]))
            }
            Difference::Removed { block, .. } => {
                Some(words.with("arrive-diff-went", &[("name", of(&block).into())]))
            }
            Difference::Changed { new, .. } => {
                Some(words.with("arrive-diff-changed", &[("name", of(&new).into())]))
            }
        })
        .collect()
}

/// A field beside the blocks. What it carries is told by itself, and its id is the same.
fn head(field: HeadField, new: &str, words: &Words) -> Option<String> {
    let key = match field {
        HeadField::Id | HeadField::Carried => return None,
        HeadField::Name => return Some(words.with("arrive-diff-name", &[("name", new.into())])),
        HeadField::Comment => "did-field-comment",
        HeadField::Summary => "did-field-summary",
        HeadField::Tags => "did-field-tags",
        HeadField::Rest => "did-field-usual-rest",
        HeadField::Switch => "did-field-usual-switch",
        HeadField::Breath => "did-field-usual-breath",
    };
    Some(words.with("arrive-diff-changed", &[("name", words.get(key).into())]))
}

fn name_of(block: &Block, catalog: &Catalog, words: &Words) -> String {
    match block {
        Block::Step(Step { exercise, .. }) => {
            catalog.exercise(exercise).map_or_else(|| exercise.clone(), |exercise| exercise.name.clone())
        }
        Block::Repeat(repeat) => words.with("arrive-diff-repeat", &[("n", repeat.times.into())]),
        Block::Section(section) => section.name.clone(),
        Block::Breathe(_) => words.get("wish-breathe"),
        Block::Rest(_) => words.get("arrive-diff-rest"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::ron_text::read_routine;

    fn told(mine: &str, theirs: &str) -> Vec<String> {
        let routine = |(name, blocks): (&str, &str)| {
            read_routine(&format!("(version: 1, id: \"a\", name: {name:?}, blocks: [{blocks}])")).unwrap()
        };
        let (mine, theirs) = (routine(("A", mine)), routine(("B", theirs)));
        differences(&mine, &theirs, &Catalog::builtin(), &Words::new("en"))
    }

    #[test]
    fn what_came_what_went_and_what_changed_is_named() {
        let mine = "Step(exercise: \"cat-cow\"), Step(exercise: \"bird-dog\"), Rest(secs: 5)";
        let theirs = "Step(exercise: \"cat-cow\", dose: Reps(count: 3)), Rest(secs: 5), Step(exercise: \"wall-stretch\")";
        let told = told(mine, theirs);
        assert_eq!(
            told,
            ["Its name is “B”", "Changed: Cat-Cow", "Taken out: Bird Dog", "Added: Wall Stretch"]
        );
    }
}
