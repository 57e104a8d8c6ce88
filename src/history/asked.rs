//! A filter and a day, as the sessions and days that are looked at.

use jiff::civil::Date;

use super::{Filter, Ledger, NameId, Period, SessionLine, days};

/// The sessions and days that are looked at; days by number.
pub(super) struct Asked<'a> {
    ledger: &'a Ledger,
    routine: AskedRoutine,
    /// The first day of the period: a Monday.
    pub(super) first: i32,
    /// Today.
    pub(super) last: i32,
}

/// Sessions of which routine.
#[derive(Clone, Copy)]
enum AskedRoutine {
    Any,
    One(NameId),
    /// One that no session was of.
    Unmet,
}

impl AskedRoutine {
    fn is_of(self, line: &SessionLine) -> bool {
        match self {
            Self::Any => true,
            Self::One(routine) => line.routine == routine,
            Self::Unmet => false,
        }
    }
}

impl<'a> Asked<'a> {
    pub(super) fn new(ledger: &'a Ledger, filter: &Filter, today: Date) -> Self {
        let last = days::number_of(today);
        let routine = match &filter.routine {
            None => AskedRoutine::Any,
            Some(id) => ledger.routines().find(id).map_or(AskedRoutine::Unmet, AskedRoutine::One),
        };
        let mut asked = Self { ledger, routine, first: last, last };
        asked.first = match filter.period.weeks() {
            Some(weeks) => monday_before(last, weeks),
            // Sessions stand in the order they began, but the clocks of the place may go back a day.
            None => days::monday_of(asked.sessions().map(|(_, line)| line.day).min().unwrap_or(last)),
        };
        asked
    }

    /// Every session of the routine up to today, whatever the period, with its place in the ledger.
    pub(super) fn sessions(&self) -> impl DoubleEndedIterator<Item = (usize, &'a SessionLine)> {
        let (routine, last) = (self.routine, self.last);
        let is_asked = move |line: &SessionLine| line.day <= last && routine.is_of(line);
        self.ledger.sessions().iter().enumerate().filter(move |(_, line)| is_asked(line))
    }

    /// Those of them in the period.
    pub(super) fn sessions_of_period(&self) -> impl DoubleEndedIterator<Item = (usize, &'a SessionLine)> {
        let first = self.first;
        self.sessions().filter(move |(_, line)| line.day >= first)
    }

    /// How many days the period has.
    pub(super) fn days(&self) -> usize {
        (self.last - self.first + 1).max(0) as usize
    }
}

/// The Monday with which so many weeks begin, of which the last is the one of a day.
pub(super) fn monday_before(day: i32, weeks: u32) -> i32 {
    days::monday_of(day) - 7 * (weeks.saturating_sub(1) as i32)
}

/// The Monday with which the year of the calendar begins.
pub(super) fn monday_of_year(today: i32) -> i32 {
    monday_before(today, Period::Year.weeks().unwrap_or(1))
}
