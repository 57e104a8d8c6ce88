//! Finding an exercise by the words a person would use for it.

use std::sync::Arc;

use super::Catalog;
use crate::model::Exercise;

/// How well an exercise answers a query, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Answer {
    /// Its name starts with the query.
    NameStarts,
    /// Its name has every word.
    Name,
    /// Its name, its other names or its id have every word.
    OtherName,
    /// It takes what is known of it to have every word.
    Facts,
}

impl Catalog {
    /// Exercises in which every word of the query occurs: in a name, where it is felt, or in what
    /// it needs. Names that start with the query come first, then names that contain it, then other
    /// names, then facts; within each, by name. An empty query finds everything.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<&Arc<Exercise>> {
        let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
        let mut found: Vec<(Answer, &Arc<Exercise>)> = self
            .exercises
            .values()
            .filter_map(|exercise| Some((answer(exercise, &words)?, exercise)))
            .collect();
        found.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.name.cmp(&other.name)));
        found.into_iter().map(|(_, exercise)| exercise).collect()
    }
}

fn answer(exercise: &Exercise, words: &[String]) -> Option<Answer> {
    let has_all = |text: &str| words.iter().all(|word| text.contains(word));
    let mut text = exercise.name.to_lowercase();
    if text.starts_with(&words.join(" ")) {
        return Some(Answer::NameStarts);
    }
    if has_all(&text) {
        return Some(Answer::Name);
    }
    for name in exercise.other_names.iter().chain(std::iter::once(&exercise.id)) {
        text.push(' ');
        text.push_str(&name.to_lowercase());
    }
    if has_all(&text) {
        return Some(Answer::OtherName);
    }
    text.push(' ');
    text.push_str(&facts_of(exercise));
    has_all(&text).then_some(Answer::Facts)
}

fn facts_of(exercise: &Exercise) -> String {
    let felt = exercise.felt.iter().map(|felt| felt.name.to_lowercase());
    let regions = exercise.felt.iter().map(|felt| words_of(&format!("{:?}", felt.region)));
    let needs = exercise.equipment.iter().map(|thing| words_of(&format!("{thing:?}")));
    felt.chain(regions).chain(needs).collect::<Vec<_>>().join(" ")
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
