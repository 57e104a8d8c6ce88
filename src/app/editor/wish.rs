//! "Make me a session": what is wished for, and what would come out of it.

use std::collections::BTreeSet;
use std::time::Duration;

use super::super::state::State;
use super::dialogs::Dialog;
use super::shelf::free_id;
use crate::catalog::Catalog;
use crate::editor::generate::{Aim, Headings, Made, Place, Remark, Soreness, Wish, Wording, generate};
use crate::engine::{Options, compile};
use crate::model::{Block, Equipment};
use crate::text::Words;
use crate::ui::Wishing;
use crate::ui::screens::dialogs::WishView;

/// A wish with what would come out of it.
pub(in crate::app) struct WishDesk {
    wish: Wish,
    things: Vec<Equipment>,
    made: Made,
    total_ms: u64,
    lines: Vec<String>,
    remarks: Vec<String>,
}

impl WishDesk {
    fn new(wish: Wish, words: &Words, catalog: &Catalog, options: &Options) -> Self {
        let made = generate(&wish, &wording(&wish, words, catalog), catalog, options);
        let total_ms = compile(&made.routine, catalog, options).0.total_ms();
        let mut lines = Vec::new();
        tell(&made.routine.blocks, 1, words, catalog, &mut lines);
        let remarks = made.remarks.iter().map(|remark| told(remark, words)).collect();
        Self { wish, things: things(catalog), made, total_ms, lines, remarks }
    }

    pub(super) fn view(&self) -> WishView<'_> {
        WishView {
            wish: &self.wish,
            things: &self.things,
            name: &self.made.routine.name,
            total_ms: self.total_ms,
            lines: &self.lines,
            remarks: &self.remarks,
        }
    }
}

impl State {
    /// Opens the dialog with what was wished for last. The time of opening makes the session another.
    pub(super) fn open_wish(&mut self, now: Duration) {
        let last = self.editor.dialogs.wish.clone().unwrap_or_else(first_wish);
        // Whole nanoseconds of this run of the program; what does not fit matters to no session.
        self.make(Wish { seed: now.as_nanos() as u64, ..last });
    }

    /// Does what the dialog asked for.
    pub(super) fn wish_for(&mut self, asked: Wishing) {
        let Some(Dialog::Wish(desk)) = &self.editor.dialogs.open else { return };
        let mut wish = desk.wish.clone();
        match asked {
            Wishing::Minutes(minutes) => wish.minutes = minutes,
            Wishing::Place(place) => wish.place = place,
            Wishing::Equipment(thing) => {
                if !wish.equipment.remove(&thing) {
                    wish.equipment.insert(thing);
                }
            }
            Wishing::Aim(aim) => wish.aim = aim,
            Wishing::Soreness(soreness) => wish.soreness = soreness,
            Wishing::Another => wish.seed = wish.seed.wrapping_add(1),
            Wishing::Open => return self.open_made(),
        }
        self.make(wish);
    }

    fn make(&mut self, wish: Wish) {
        let desk = WishDesk::new(wish.clone(), &self.words, &self.content.catalog, &self.options());
        self.editor.dialogs.wish = Some(wish);
        self.open_dialog(Dialog::Wish(Box::new(desk)));
    }

    /// Lays what came out on the desk, as a routine like any other.
    fn open_made(&mut self) {
        if let Some(Dialog::Wish(desk)) = self.editor.dialogs.open.take() {
            self.lay_unsaved(desk.made.routine);
        }
        self.close_dialog();
    }
}

/// What is offered to whoever has not wished for anything yet: what an office has.
fn first_wish() -> Wish {
    Wish {
        minutes: 10,
        place: Place::Standing,
        equipment: BTreeSet::from([Equipment::Chair, Equipment::Wall]),
        aim: Aim::Loosen,
        soreness: Soreness::NotSore,
        seed: 0,
    }
}

/// What exercises need, each thing once. A towel can be rolled up.
fn things(catalog: &Catalog) -> Vec<Equipment> {
    let needed = catalog.exercises.values().flat_map(|exercise| exercise.equipment.iter().copied());
    let things: BTreeSet<Equipment> =
        needed.map(|thing| if thing == Equipment::RolledTowel { Equipment::Towel } else { thing }).collect();
    things.into_iter().collect()
}

fn wording(wish: &Wish, words: &Words, catalog: &Catalog) -> Wording {
    let aim = words.get(match wish.aim {
        Aim::Loosen => "wish-loosen",
        Aim::Strengthen => "wish-strengthen",
        Aim::WindDown => "wish-wind-down",
    });
    let minutes = words.minutes(u64::from(wish.minutes) * 60_000);
    let headings = Headings {
        warm_up: words.get("wish-part-warm-up"),
        loosen: words.get("wish-part-loosen"),
        strengthen: words.get("wish-part-strengthen"),
        stretch: words.get("wish-part-stretch"),
        cool_down: words.get("wish-part-cool-down"),
    };
    Wording {
        id: free_id("made-session", |id| catalog.routine(id).is_none()),
        name: words.with("wish-name", &[("aim", aim.into()), ("minutes", minutes.into())]),
        summary: words.get("wish-summary"),
        headings,
        seated: words.get("wish-note-seated"),
        standing: words.get("wish-note-standing"),
    }
}

/// The steps in order, each with how much and in how many rounds.
fn tell(blocks: &[Block], rounds: u32, words: &Words, catalog: &Catalog, lines: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Step(step) => {
                let exercise = catalog.exercise(&step.exercise);
                let name = exercise.map_or(step.exercise.as_str(), |exercise| exercise.name.as_str());
                let dose = step.dose.as_ref().or_else(|| exercise.map(|exercise| &exercise.dose));
                let amount = dose.map(|dose| words.amount(dose)).unwrap_or_default();
                lines.push(told_step(name, &amount, rounds, words));
            }
            Block::Breathe(breathe) => {
                let amount = words.length(breathe.secs.to_ms().unwrap_or_default());
                lines.push(told_step(&words.get("wish-breathe"), &amount, rounds, words));
            }
            Block::Repeat(repeat) => tell(&repeat.blocks, rounds * repeat.times, words, catalog, lines),
            Block::Section(section) => tell(&section.blocks, rounds, words, catalog, lines),
            Block::Rest(_) => {}
        }
    }
}

fn told_step(name: &str, amount: &str, rounds: u32, words: &Words) -> String {
    // A number and what it counts stay on one line.
    let amount = amount.replace(' ', "\u{a0}");
    let key = if rounds > 1 { "wish-step-rounds" } else { "wish-step" };
    words.with(key, &[("name", name.into()), ("amount", amount.into()), ("rounds", rounds.into())])
}

fn told(remark: &Remark, words: &Words) -> String {
    match remark {
        Remark::NoStrength { equipment, .. } => {
            let things: Vec<String> = equipment.iter().map(|&thing| words.equipment(thing)).collect();
            if things.is_empty() {
                words.get("wish-no-strength")
            } else {
                words.with("wish-no-strength-for-want", &[("things", things.join(", ").into())])
            }
        }
        Remark::NoTimeForStrength => words.get("wish-no-time-for-strength"),
        Remark::SoreSoNoStrength => words.get("wish-sore-so-no-strength"),
        Remark::NoStretch => words.get("wish-no-stretch"),
        Remark::ManyRounds { rounds } => words.with("wish-many-rounds", &[("n", (*rounds).into())]),
        Remark::ShorterRests { secs } => words.with("wish-shorter-rests", &[("secs", secs.0.into())]),
        Remark::BreathingAlone => words.get("wish-breathing-alone"),
        Remark::OtherLength { secs } => {
            let length = words.length(secs.to_ms().unwrap_or_default());
            words.with("wish-other-length", &[("length", length.into())])
        }
    }
}
