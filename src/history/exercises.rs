//! Exercise by exercise: how often, how long, which side, what hurt, and the course of the dose.

use jiff::civil::Date;

use super::asked::Asked;
use super::{BoutLine, Grain, Ledger, days};
use crate::model::{BoutEnd, Side};

/// So many points are enough for the course of an exercise: more than a year of days.
const MOST_DOSES: usize = 400;

/// What an exercise was done for on a day, or in a longer stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DosePoint {
    /// The day, or the first day of the stretch.
    pub date: Date,
    /// How long, in milliseconds.
    pub done_ms: u64,
}

/// One exercise over all the sessions that are looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct ExerciseLine {
    /// Id.
    pub id: String,
    /// Name, as it was called last.
    pub name: String,
    /// In how many sessions something of it was done.
    pub sessions: u32,
    /// How long, in milliseconds.
    pub done_ms: u64,
    /// How long on the left, where sides differ.
    pub left_ms: u64,
    /// How long on the right, where sides differ.
    pub right_ms: u64,
    /// In how many sessions it hurt.
    pub hurt: u32,
    /// In how many sessions it was skipped or cut short.
    pub skipped: u32,
    /// The day it was done last, or else met last.
    pub last: Date,
    /// What it was done for, by [`super::Overview::doses_by`]; only where it was done.
    pub doses: Vec<DosePoint>,
}

/// The exercises of the sessions that are looked at, the one done most often first, and how long
/// the stretches of their courses are.
pub(super) fn count(asked: &Asked<'_>, ledger: &Ledger) -> (Vec<ExerciseLine>, Grain) {
    let by = Grain::of(asked.days(), MOST_DOSES);
    let names = ledger.exercises();
    let mut tallies = vec![Tally::default(); names.len()];
    let mut stretches = by.walk();
    for (number, (_, line)) in asked.sessions_of_period().enumerate() {
        let now = Now { session: number as u32 + 1, day: line.day, stretch: stretches.first(line.day) };
        for bout in ledger.bouts(line) {
            if let Some(tally) = bout.exercise.and_then(|exercise| tallies.get_mut(exercise.index())) {
                tally.add(bout, now);
            }
        }
    }
    let mut lines: Vec<ExerciseLine> =
        names.all().zip(tallies).filter_map(|((id, name), tally)| tally.line(id, name)).collect();
    lines.sort_by(|one, other| {
        (other.sessions, &one.name, &one.id).cmp(&(one.sessions, &other.name, &other.id))
    });
    (lines, by)
}

/// The session that is being counted.
#[derive(Clone, Copy)]
struct Now {
    /// Its number, from 1.
    session: u32,
    day: i32,
    /// The first day of the stretch it is in.
    stretch: i32,
}

/// In how many sessions something was so.
#[derive(Clone, Copy, Default)]
struct Times {
    times: u32,
    /// The session in which it was so last: one counts once.
    last: u32,
}

impl Times {
    fn add(&mut self, now: Now) {
        self.times += u32::from(self.last != now.session);
        self.last = now.session;
    }
}

/// One exercise while it is counted.
#[derive(Clone, Default)]
struct Tally {
    met: Times,
    done: Times,
    hurt: Times,
    skipped: Times,
    done_ms: u64,
    left_ms: u64,
    right_ms: u64,
    day_met: i32,
    day_done: i32,
    doses: Vec<(i32, u64)>,
}

impl Tally {
    fn add(&mut self, bout: &BoutLine, now: Now) {
        self.met.add(now);
        self.day_met = now.day;
        match bout.end {
            BoutEnd::Done => {}
            BoutEnd::CutShort | BoutEnd::Skipped => self.skipped.add(now),
            BoutEnd::Hurt => self.hurt.add(now),
        }
        if bout.done_ms == 0 && bout.done_reps == 0 {
            return;
        }
        let ms = u64::from(bout.done_ms);
        self.done.add(now);
        self.day_done = now.day;
        self.done_ms += ms;
        match bout.side {
            Some(Side::Left) => self.left_ms += ms,
            Some(Side::Right) => self.right_ms += ms,
            None => {}
        }
        self.add_dose(now.stretch, ms);
    }

    fn add_dose(&mut self, stretch: i32, ms: u64) {
        match self.doses.last_mut() {
            Some(dose) if dose.0 == stretch => dose.1 += ms,
            // The clocks of the place went back a day.
            Some(dose) if dose.0 > stretch => {
                match self.doses.binary_search_by_key(&stretch, |dose| dose.0) {
                    Ok(at) => self.doses[at].1 += ms,
                    Err(at) => self.doses.insert(at, (stretch, ms)),
                }
            }
            _ => self.doses.push((stretch, ms)),
        }
    }

    /// `None` where it was never met.
    fn line(self, id: &str, name: &str) -> Option<ExerciseLine> {
        let dose = |(day, done_ms)| DosePoint { date: days::date_of(day), done_ms };
        let last = if self.done.times > 0 { self.day_done } else { self.day_met };
        (self.met.times > 0).then(|| ExerciseLine {
            id: id.to_owned(),
            name: name.to_owned(),
            sessions: self.done.times,
            done_ms: self.done_ms,
            left_ms: self.left_ms,
            right_ms: self.right_ms,
            hurt: self.hurt.times,
            skipped: self.skipped.times,
            last: days::date_of(last),
            doses: self.doses.into_iter().map(dose).collect(),
        })
    }
}
