//! Finding an exercise by the words a person would use for it.

use std::sync::Arc;

use super::Catalog;
use crate::model::Exercise;

impl Catalog {
    /// Exercises in which every word of the query occurs: in a name, where it is felt, or in what
    /// it needs. Names come first, then by name. An empty query finds everything.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<&Arc<Exercise>> {
        let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
        let mut found: Vec<(bool, &Arc<Exercise>)> = self
            .exercises
            .values()
            .filter_map(|exercise| {
                let names = names_of(exercise);
                let all = format!("{names} {}", facts_of(exercise));
                let in_all = words.iter().all(|word| all.contains(word));
                let in_names = words.iter().all(|word| names.contains(word));
                in_all.then_some((!in_names, exercise))
            })
            .collect();
        found.sort_by(|(a_late, a), (b_late, b)| a_late.cmp(b_late).then_with(|| a.name.cmp(&b.name)));
        found.into_iter().map(|(_, exercise)| exercise).collect()
    }
}

fn names_of(exercise: &Exercise) -> String {
    format!("{} {} {}", exercise.id, exercise.name, exercise.other_names.join(" ")).to_lowercase()
}

fn facts_of(exercise: &Exercise) -> String {
    let felt = exercise.felt.iter().map(|felt| felt.name.to_lowercase());
    let needs = exercise.equipment.iter().map(|thing| words_of(&format!("{thing:?}")));
    felt.chain(needs).collect::<Vec<_>>().join(" ")
}

/// `FoamRoller` as "foam roller".
fn words_of(variant: &str) -> String {
    let mut words = String::new();
    for letter in variant.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}
