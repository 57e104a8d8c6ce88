//! What is worth telling the author about a routine as it will run.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::eyes_shut::{Lack, Unheard, eyes_shut};
use super::gentle::gentlest;
use super::timeline::{Entry, Timeline};
use crate::catalog::Catalog;
use crate::model::{
    BlockPath, Category, Diagnostic, Dose, Equipment, Exercise, Fix, Problem, Quantity, Severity, Side, Sides,
};

/// Small movements on the roller, at most a couple of minutes on one spot: source 000.
const MOST_ROLLER_SECS: f64 = 120.0;

/// A session longer than this is worth a word, in milliseconds.
const LONG_MS: u64 = 60 * 60 * 1000;

/// A rest that suits strength work between its sets, in seconds (added; no source gives one).
const STRENGTH_REST_SECS: f64 = 30.0;

/// An id that no exercise has, and what would mend it.
pub(super) fn unknown_exercise(id: &str, catalog: &Catalog) -> (Problem, Option<Fix>) {
    let nearest = catalog.nearest_exercise(id).map(str::to_owned);
    let fix = nearest.clone().map(Fix::UseExercise);
    (Problem::UnknownExercise { id: id.to_owned(), nearest }, fix)
}

/// An id that no breath pattern has, and what would mend it.
pub(super) fn unknown_breath(id: &str, catalog: &Catalog) -> (Problem, Option<Fix>) {
    let nearest = catalog.nearest_breath(id).map(str::to_owned);
    let fix = nearest.clone().map(Fix::UseBreath);
    (Problem::UnknownBreath { id: id.to_owned(), nearest }, fix)
}

/// A diagnostic for every id that stands more than once.
#[must_use]
pub fn duplicate_ids<'a>(ids: impl IntoIterator<Item = &'a str>) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let twice: BTreeSet<&str> = ids.into_iter().filter(|id| !seen.insert(*id)).collect();
    let found = twice.into_iter().map(|id| Diagnostic {
        severity: Severity::Error,
        problem: Problem::DuplicateId { id: id.to_owned() },
        place: Vec::new(),
        fix: None,
    });
    found.collect()
}

/// Adds what the compiled routine as a whole gives reason to say.
pub(super) fn diagnose(timeline: &Timeline, catalog: &Catalog, found: &mut Vec<Diagnostic>) {
    let mut review = Review { timeline, found, last_place: None, worked_sides: worked_sides(timeline) };
    review.whole(catalog);
    let mut warm = false;
    for (index, entry) in timeline.entries.iter().enumerate() {
        let Some(exercise) = entry.exercise.as_deref() else { continue };
        let first_round = review.first_time_at(entry);
        if first_round {
            review.dose(entry, exercise);
            review.sides(entry, exercise);
            review.roller(entry, exercise);
            review.retention(entry, exercise);
            review.rest(index, entry, exercise);
            if exercise.category == Category::Static && !warm {
                review.cold_stretch(entry, exercise, catalog);
            }
        }
        warm |= warms_up(exercise);
    }
    review.cool_down(catalog);
    review.equipment();
    review.eyes_shut();
}

fn warms_up(exercise: &Exercise) -> bool {
    let moves = !matches!(exercise.dose, Dose::Hold { .. });
    match exercise.category {
        Category::WarmUp | Category::Dynamic | Category::Mobility | Category::Strengthening => true,
        Category::Desk => moves,
        Category::Static | Category::CoolDown | Category::Breathing => false,
    }
}

/// What to begin with, for anybody.
fn warm_up(catalog: &Catalog) -> Option<String> {
    let gentle = gentlest(catalog, Category::WarmUp).or_else(|| gentlest(catalog, Category::Dynamic));
    gentle.map(|exercise| exercise.id.clone())
}

struct Review<'a> {
    timeline: &'a Timeline,
    found: &'a mut Vec<Diagnostic>,
    last_place: Option<Arc<BlockPath>>,
    worked_sides: BTreeMap<&'a str, BTreeSet<Side>>,
}

/// The sides on which each one-sided exercise is worked, anywhere in the routine. An entry works
/// its first side first and its last side last, so no more than these two segments are asked.
fn worked_sides(timeline: &Timeline) -> BTreeMap<&str, BTreeSet<Side>> {
    let mut worked: BTreeMap<&str, BTreeSet<Side>> = BTreeMap::new();
    for entry in &timeline.entries {
        let Some(exercise) = entry.exercise.as_deref().filter(|e| e.sides == Sides::Each) else { continue };
        let own = &timeline.segments[entry.first_segment as usize..entry.end_segment as usize];
        let last = own.iter().rev().find(|s| s.kind.is_work()).and_then(|s| s.side);
        worked.entry(&exercise.id).or_default().extend(entry.first_side.into_iter().chain(last));
    }
    worked
}

impl Review<'_> {
    fn say(&mut self, severity: Severity, entry: Option<&Entry>, problem: Problem, fix: Option<Fix>) {
        let place = entry.map_or_else(Vec::new, |e| e.place.to_vec());
        self.found.push(Diagnostic { severity, problem, place, fix });
    }

    /// Entries of a later round come from a block that has been looked at.
    fn first_time_at(&mut self, entry: &Entry) -> bool {
        let later = self.last_place.as_ref().is_some_and(|last| entry.place <= *last);
        if !later {
            self.last_place = Some(entry.place.clone());
        }
        !later
    }

    fn whole(&mut self, catalog: &Catalog) {
        let total = self.timeline.total_ms();
        if total == 0 {
            self.say(Severity::Error, None, Problem::Empty, warm_up(catalog).map(Fix::InsertStep));
        }
        if total > LONG_MS {
            let minutes = total / 60_000;
            self.say(Severity::Warning, None, Problem::OverAnHour { minutes }, None);
        }
    }

    fn dose(&mut self, entry: &Entry, exercise: &Exercise) {
        for (quantity, asked) in entry.dose.amounts() {
            let Some((min, max)) = exercise.allowed(quantity) else { continue };
            let low = min.is_some_and(|m| asked < m - 0.001);
            let high = max.is_some_and(|m| asked > m + 0.001);
            if low || high {
                let nearest =
                    asked.clamp(min.unwrap_or(0.0), max.unwrap_or(f64::MAX).max(min.unwrap_or(0.0)));
                let fix = Some(Fix::SetDose(entry.dose.with_amount(quantity, nearest)));
                let problem =
                    Problem::DoseOutsideRange { exercise: exercise.id.clone(), quantity, asked, min, max };
                self.say(Severity::Warning, Some(entry), problem, fix);
            }
        }
    }

    fn sides(&mut self, entry: &Entry, exercise: &Exercise) {
        if exercise.sides != Sides::Each {
            return;
        }
        if self.worked_sides.get(exercise.id.as_str()).is_some_and(|sides| sides.len() == 1) {
            let problem = Problem::OneSideOnly { exercise: exercise.id.clone() };
            self.say(Severity::Warning, Some(entry), problem, Some(Fix::BothSides));
        }
    }

    fn roller(&mut self, entry: &Entry, exercise: &Exercise) {
        let Dose::Hold { secs, .. } = entry.dose else { return };
        if exercise.equipment.contains(&Equipment::FoamRoller) && secs.0 > MOST_ROLLER_SECS {
            let problem = Problem::RollerTooLong { exercise: exercise.id.clone(), secs: secs.0 };
            let dose = entry.dose.with_amount(Quantity::HoldSecs, MOST_ROLLER_SECS);
            self.say(Severity::Warning, Some(entry), problem, Some(Fix::SetDose(dose)));
        }
    }

    fn retention(&mut self, entry: &Entry, exercise: &Exercise) {
        let strains = exercise.category == Category::Strengthening;
        let breathes = matches!(entry.dose, Dose::Hold { .. } | Dose::Flow { .. });
        if strains && breathes && entry.breath.retention {
            let pattern = entry.breath.id.clone();
            let problem = Problem::RetentionUnderStrain { exercise: exercise.id.clone(), pattern };
            self.say(Severity::Warning, Some(entry), problem, Some(Fix::UseBreath("calm".to_owned())));
        }
    }

    fn rest(&mut self, index: usize, entry: &Entry, exercise: &Exercise) {
        if exercise.category != Category::Strengthening {
            return;
        }
        let next = self.timeline.entries.get(index + 1);
        let same_next = next.is_some_and(|n| {
            n.exercise.as_ref().is_some_and(|e| e.id == exercise.id) && n.place == entry.place
        });
        let range = entry.first_segment as usize..entry.end_segment as usize;
        let rests = self.timeline.segments[range].iter().any(|s| s.kind == super::SegmentKind::Rest);
        if (entry.sets > 1 || same_next) && !rests {
            let problem = Problem::NoRest { exercise: exercise.id.clone() };
            self.say(Severity::Warning, Some(entry), problem, Some(Fix::SetRest(STRENGTH_REST_SECS)));
        }
    }

    /// Each block is spoken of once for each thing it lacks.
    fn eyes_shut(&mut self) {
        let timeline = self.timeline;
        let mut said = BTreeSet::new();
        for unheard in eyes_shut(timeline, |_| true) {
            let entry = &timeline.entries[unheard.entry as usize];
            if said.insert((&entry.place, unheard.what.question())) {
                self.say(Severity::Warning, Some(entry), unheard_problem(entry, &unheard), None);
            }
        }
    }

    fn cold_stretch(&mut self, entry: &Entry, exercise: &Exercise, catalog: &Catalog) {
        let fix = warm_up(catalog).map(Fix::InsertStep);
        let problem = Problem::ColdStretch { exercise: exercise.id.clone() };
        self.say(Severity::Warning, Some(entry), problem, fix);
    }

    fn cool_down(&mut self, catalog: &Catalog) {
        let category = |e: &Entry| e.exercise.as_ref().map(|x| x.category);
        let entries = &self.timeline.entries;
        let strength = entries.iter().rposition(|e| category(e) == Some(Category::Strengthening));
        let Some(last) = strength else { return };
        let cools = entries[last + 1..].iter().any(|e| {
            let calm = [Category::CoolDown, Category::Static, Category::Breathing];
            category(e).map_or(!e.is_rest(), |c| calm.contains(&c))
        });
        if !cools {
            let entry = entries[last].clone();
            let calm = gentlest(catalog, Category::CoolDown).or_else(|| gentlest(catalog, Category::Static));
            let fix = calm.map(|exercise| Fix::AppendStep(exercise.id.clone()));
            self.say(Severity::Warning, Some(&entry), Problem::NoCoolDown, fix);
        }
    }

    /// Fetching something once is part of exercising; going back to what was put away is not.
    fn equipment(&mut self) {
        let mut put_away: BTreeSet<Vec<Equipment>> = BTreeSet::new();
        let mut current: Vec<Equipment> = Vec::new();
        let timeline = self.timeline;
        for entry in &timeline.entries {
            let Some(exercise) = entry.exercise.as_deref() else { continue };
            let kit = portable(exercise);
            if kit.is_empty() || kit == current {
                continue;
            }
            if put_away.contains(&kit) {
                let problem = Problem::EquipmentChange { from: current.clone(), to: kit.clone() };
                self.say(Severity::Hint, Some(entry), problem, None);
            }
            put_away.insert(std::mem::replace(&mut current, kit));
        }
    }
}

fn unheard_problem(entry: &Entry, unheard: &Unheard) -> Problem {
    let exercise = entry.exercise.as_ref().map(|exercise| exercise.id.clone());
    match unheard.what {
        Lack::Sound { for_ms } => Problem::LongSilence { exercise, secs: (for_ms as f64 / 1000.0).round() },
        Lack::Name { side } => Problem::Unannounced { exercise, side },
        Lack::End => Problem::EndUnheard { exercise },
    }
}

fn portable(exercise: &Exercise) -> Vec<Equipment> {
    let mut kit: Vec<Equipment> = exercise.equipment.iter().copied().filter(|e| !e.stays_put()).collect();
    kit.sort_unstable();
    kit
}
