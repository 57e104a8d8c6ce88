//! Everything the Progress screen shows of the records, counted once for a filter and a day.

use jiff::civil::Date;

use super::{Filter, Ledger, days};

/// What the sessions that are looked at add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many sessions.
    pub sessions: u32,
    /// How long was worked, in milliseconds.
    pub done_ms: u64,
    /// On how many days.
    pub days: u32,
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub date: Date,
    /// How long was worked, in milliseconds.
    pub done_ms: u64,
    /// How many sessions began.
    pub sessions: u32,
    /// Whether an exercise hurt.
    pub hurt: bool,
}

/// A year of days: whole weeks from a Monday on, the last one up to today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The days, without gaps.
    pub days: Vec<Day>,
}

/// A week, from Monday on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its first day.
    pub monday: Date,
    /// How long was worked in milliseconds, by [`crate::model::WorkKind::ALL`].
    pub done_ms: [u64; 3],
    /// On how many days.
    pub days: u32,
    /// How many sessions.
    pub sessions: u32,
}

/// Pain around one session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PainPoint {
    /// The day.
    pub date: Date,
    /// Before, 0 to 10.
    pub before: Option<u8>,
    /// After, 0 to 10.
    pub after: Option<u8>,
}

/// Where pain is going, as far as it can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Trend {
    /// Too few points, or too short a time, to say.
    #[default]
    TooFew,
    /// It goes neither up nor down, beyond what chance does.
    Level,
    /// It goes down by this much in four weeks.
    Down(f32),
    /// It goes up by this much in four weeks.
    Up(f32),
}

/// Pain over time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PainCourse {
    /// The sessions of which pain is known, in order.
    pub points: Vec<PainPoint>,
    /// Where pain before sessions is going.
    pub trend: Trend,
    /// The trend as a line: pain on the day of the first and of the last point. Only where it can
    /// be told.
    pub line: Option<(f32, f32)>,
}

/// What an exercise was done for on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DosePoint {
    /// The day.
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
    /// What it was done for, by day.
    pub doses: Vec<DosePoint>,
}

/// Everything the Progress screen shows of the records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// What it adds up to.
    pub totals: Totals,
    /// The year, whatever the period.
    pub calendar: Calendar,
    /// The weeks of the period, those without a session too.
    pub weeks: Vec<Week>,
    /// Pain over time.
    pub pain: PainCourse,
    /// The exercises, the one done most often first.
    pub exercises: Vec<ExerciseLine>,
    /// Ids of the sessions, the last first.
    pub sessions: Vec<Box<str>>,
}

impl Overview {
    /// What the records that a filter lets through add up to, seen on a day.
    #[must_use]
    pub fn of(ledger: &Ledger, filter: &Filter, today: Date) -> Self {
        let routine = filter.routine.as_deref().map(|id| ledger.routines().find(id));
        let is_asked = |line: &&super::SessionLine| {
            routine.is_none_or(|asked| asked == Some(line.routine)) && days::date(line.began) <= today
        };
        let mut overview = Self::default();
        for line in ledger.sessions().iter().rev().filter(is_asked) {
            overview.totals.sessions += 1;
            overview.totals.done_ms += line.done_ms();
            overview.sessions.push(line.id.clone());
        }
        overview
    }
}
