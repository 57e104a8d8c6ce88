//! Everything the Progress screen shows of the records, counted once for a filter and a day.

use jiff::civil::Date;

use super::asked::Asked;
use super::calendar::{Calendar, CalendarCount};
use super::exercises::{self, ExerciseLine};
use super::pain::{PainCount, PainCourse};
use super::weeks::{Week, WeeksCount};
use super::{Filter, Grain, Ledger, days};

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

/// Everything the Progress screen shows of the records. Sessions that begin after the day it is
/// seen on are left out of all of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// The first day of the period: a Monday.
    pub first: Date,
    /// The last day of the period: the one it is seen on.
    pub last: Date,
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
    /// How long the stretches are for which [`ExerciseLine::doses`] are told: days, or longer where
    /// the period is more than about a year.
    pub doses_by: Grain,
    /// The sessions of the period, the last first, as places in [`Ledger::sessions`].
    pub sessions: Vec<usize>,
}

impl Overview {
    /// What the records that a filter lets through add up to, seen on a day.
    #[must_use]
    pub fn of(ledger: &Ledger, filter: &Filter, today: Date) -> Self {
        let asked = Asked::new(ledger, filter, today);
        Self::glance(&asked, today).and_exercises(&asked, ledger)
    }

    /// The same without the exercises: what every session knows of itself is enough for it, which
    /// takes a fraction of the time.
    #[must_use]
    pub fn at_a_glance(ledger: &Ledger, filter: &Filter, today: Date) -> Self {
        Self::glance(&Asked::new(ledger, filter, today), today)
    }

    fn glance(asked: &Asked<'_>, today: Date) -> Self {
        let mut calendar = CalendarCount::new(asked.last);
        let mut weeks = WeeksCount::new(asked.first, asked.last);
        let mut pain = PainCount::default();
        let mut sessions = Vec::new();
        for (place, line) in asked.sessions() {
            calendar.add(line);
            if line.day >= asked.first {
                weeks.add(line);
                pain.add(line);
                sessions.push(place);
            }
        }
        sessions.reverse();
        let weeks = weeks.finish();
        Self {
            first: days::date_of(asked.first),
            last: today,
            totals: Totals::of(&weeks),
            calendar: calendar.finish(),
            weeks,
            pain: pain.finish(),
            sessions,
            ..Self::default()
        }
    }

    /// The same with the exercises, for which every stretch of work is looked at.
    #[must_use]
    pub fn with_exercises(self, ledger: &Ledger, filter: &Filter, today: Date) -> Self {
        self.and_exercises(&Asked::new(ledger, filter, today), ledger)
    }

    fn and_exercises(self, asked: &Asked<'_>, ledger: &Ledger) -> Self {
        let (exercises, doses_by) = exercises::count(asked, ledger);
        Self { exercises, doses_by, ..self }
    }
}

impl Totals {
    fn of(weeks: &[Week]) -> Self {
        weeks.iter().fold(Self::default(), |sum, week| Self {
            sessions: sum.sessions + week.sessions,
            done_ms: sum.done_ms + week.total_ms(),
            days: sum.days + week.days,
        })
    }
}
