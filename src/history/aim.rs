//! How the week stands against the plan, and when the aim may grow or should shrink.
//!
//! The sources say to begin with a few minutes a day and to do more as the back gets stronger and
//! pain drops (001). How slowly was added. Nothing changes by itself: it is offered, and waits.

use jiff::ToSpan;
use jiff::civil::Date;

use super::advice::{Ground, grounds};
use super::median::median_x2;
use super::{Ledger, SessionLine, days, rose};
use crate::model::{Plan, Said, Stamp, Weekday};

/// What [`Said::Heard`] names an offer of another aim by.
pub const AIM: &str = "aim";

/// After an answer nothing is offered for so long.
const QUIET_MS: i64 = 28 * 86_400_000;

/// The aim was met in so many whole weeks in a row before more is offered.
const WEEKS_MET: i64 = 4;

/// No aim grows beyond so many minutes a day.
const MOST_MINUTES: u32 = 60;

/// No aim shrinks below so many minutes a day.
const LEAST_MINUTES: u32 = 2;

/// After so many days without a session a smaller aim is offered.
const LONG_BREAK_DAYS: i64 = 14;

/// A day of the week that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekDay {
    /// Which.
    pub date: Date,
    /// How long was worked, in milliseconds.
    pub done_ms: u64,
    /// How many sessions had something done in them.
    pub sessions: u32,
    /// Whether a time is set aside on it.
    pub is_planned: bool,
}

/// The week that runs, against the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AimWeek {
    /// Its seven days, from Monday on.
    pub days: Vec<WeekDay>,
    /// On how many of them something was done.
    pub done_days: u32,
    /// How long was worked, in milliseconds.
    pub done_ms: u64,
}

/// How the week of a day stands.
#[must_use]
pub fn week(ledger: &Ledger, plan: &Plan, today: Date) -> AimWeek {
    let monday = days::monday(today);
    let mut days: Vec<WeekDay> = (0..7_i64)
        .filter_map(|index| monday.checked_add(index.days()).ok())
        .zip(Weekday::ALL)
        .map(|(date, day)| {
            let is_planned = plan.times.iter().any(|time| time.day == day);
            WeekDay { date, done_ms: 0, sessions: 0, is_planned }
        })
        .collect();
    for line in since(ledger, monday) {
        let date = days::date(line.began);
        if let Some(day) = days.iter_mut().find(|day| day.date == date && line.done_ms() > 0) {
            day.done_ms += line.done_ms();
            day.sessions += 1;
        }
    }
    let done_days = days.iter().map(|day| u32::from(day.sessions > 0)).sum();
    let done_ms = days.iter().map(|day| day.done_ms).sum();
    AimWeek { days, done_days, done_ms }
}

/// Another aim that is offered, in minutes a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AimOffer {
    /// Four weeks went well.
    Longer {
        /// The minutes now.
        from: u32,
        /// The minutes offered.
        to: u32,
    },
    /// It was a long break.
    AfterBreak {
        /// The minutes now.
        from: u32,
        /// The minutes offered.
        to: u32,
    },
    /// Pain is more than it was.
    MorePain {
        /// The minutes now.
        from: u32,
        /// The minutes offered.
        to: u32,
    },
}

/// Another aim to offer; `None` where the one there is fits, there is none, or an offer was answered
/// within four weeks.
#[must_use]
pub fn aim_offer(ledger: &Ledger, plan: &Plan, now: Stamp) -> Option<AimOffer> {
    let is_answer = |said: &Said| matches!(said, Said::Heard(kind) if kind == AIM);
    let mut remarks = ledger.remarks().iter().rev().filter(|remark| remark.at.utc_ms <= now.utc_ms);
    let was_answered =
        remarks.any(|remark| is_answer(&remark.said) && now.utc_ms - remark.at.utc_ms < QUIET_MS);
    if !plan.has_aim() || was_answered {
        return None;
    }
    let today = days::date(now);
    let from = plan.minutes;
    let smaller = |share: u32| (from * share / 4).max(LEAST_MINUTES).min(from);
    let last = ledger.sessions().iter().rev().find(|line| line.began.utc_ms <= now.utc_ms)?;
    let away = days::date(last.began).until(today).map_or(0, |span| i64::from(span.get_days()));
    let offer = if away >= LONG_BREAK_DAYS {
        AimOffer::AfterBreak { from, to: smaller(2) }
    } else if rose(last.before, last.after) || grounds(ledger, now).contains(&Ground::Worse) {
        AimOffer::MorePain { from, to: smaller(3) }
    } else if grounds(ledger, now).is_empty() && went_well(ledger, plan, today) {
        // A tenth more, or the smallest step there is.
        AimOffer::Longer { from, to: (from + (from / 10).max(1)).min(MOST_MINUTES).max(from) }
    } else {
        return None;
    };
    (offer.to() != from).then_some(offer)
}

impl AimOffer {
    /// The minutes a day that are offered.
    #[must_use]
    pub fn to(self) -> u32 {
        match self {
            Self::Longer { to, .. } | Self::AfterBreak { to, .. } | Self::MorePain { to, .. } => to,
        }
    }
}

/// In each of the four weeks before this one the aim was met, and pain did not rise.
fn went_well(ledger: &Ledger, plan: &Plan, today: Date) -> bool {
    let this = days::monday(today);
    let Ok(first) = this.checked_sub((7 * WEEKS_MET).days()) else { return false };
    let lines: Vec<&SessionLine> =
        since(ledger, first).filter(|line| days::date(line.began) < this).collect();
    let met = (0..WEEKS_MET).filter_map(|week| first.checked_add((7 * week).days()).ok()).all(|monday| {
        let week = week(ledger, plan, monday);
        week.done_days >= plan.days && week.done_ms >= u64::from(plan.days) * u64::from(plan.minutes) * 60_000
    });
    let Ok(middle) = this.checked_sub(14.days()) else { return false };
    let (earlier, later): (Vec<_>, Vec<_>) = lines.iter().partition(|line| days::date(line.began) < middle);
    let told = |lines: Vec<&&SessionLine>| lines.iter().filter_map(|line| line.before).collect::<Vec<u8>>();
    let has_risen =
        median_x2(&told(earlier)).zip(median_x2(&told(later))).is_some_and(|(then, now)| now > then);
    met && !has_risen && lines.iter().all(|line| !rose(line.before, line.after))
}

/// The sessions from a day on.
fn since(ledger: &Ledger, day: Date) -> impl Iterator<Item = &SessionLine> {
    // A day away from home may have another offset: those are few, and filtered one by one.
    let recent = ledger.sessions().iter().rev();
    recent
        .take_while(move |line| days::date(line.began) >= day.saturating_sub(2.days()))
        .filter(move |line| days::date(line.began) >= day)
}
