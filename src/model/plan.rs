//! What the person means to do: a goal, a weekly aim, and times for it.

use serde::{Deserialize, Serialize};

/// The most minutes on a day that can be aimed at.
pub const MOST_MINUTES: u32 = 120;
/// The most days of a week.
pub const MOST_DAYS: u32 = 7;
/// The most times that can be set aside.
pub const MOST_TIMES: usize = 50;
/// The earliest reminder, in minutes before.
pub const MOST_ALARM_MIN: u32 = 120;
/// The most letters of a goal.
pub const LONGEST_GOAL: usize = 300;

/// What the person means to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Plan {
    /// What it is for, in the person's own words.
    pub goal: String,
    /// Minutes on a day of exercise; 0 where there is no aim.
    pub minutes: u32,
    /// Days of exercise in a week.
    pub days: u32,
    /// Times that are set aside for it.
    pub times: Vec<PlannedTime>,
    /// How long before a planned time the calendar reminds, in minutes.
    pub alarm_min: u32,
}

impl Default for Plan {
    fn default() -> Self {
        Self { goal: String::new(), minutes: 0, days: 0, times: Vec::new(), alarm_min: 5 }
    }
}

impl Plan {
    /// Whether there is a weekly aim.
    #[must_use]
    pub fn has_aim(&self) -> bool {
        self.minutes > 0 && self.days > 0
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// All of them; a week begins on Monday.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];
}

/// A time set aside on a day of every week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedTime {
    /// The day.
    pub day: Weekday,
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
    /// Id of the routine that is meant; empty for whatever is suggested.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub routine: String,
}
