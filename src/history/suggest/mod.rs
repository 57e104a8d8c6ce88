//! What to do now, and why: by what hurt, the plan, what was done lately and the time of day.
//!
//! Deterministic. Mornings are for what energises and evenings for letting go (001), time is made
//! for both stretching and strengthening (000), changing exercises keeps range and interest (002).
//! Which hours, days and minutes these are was added.

mod facts;
mod pool;
mod reset;

use std::collections::BTreeSet;

use jiff::civil::Date;

pub use facts::RoutineFacts;
use pool::Pool;
pub use reset::{OnlyBreath, Reset, reset};

use super::advice::is_too_much;
use super::{Ledger, SessionLine, days, rose, signs};
use crate::model::{Plan, PlannedTime, Stamp, Weekday, WorkKind};

/// From this pain on, told within the last days, what is suggested is gentle. Added.
const MUCH: u8 = 5;

/// How many days pain is thought of.
const PAIN_DAYS: i32 = 2;

/// After so many days without a session one starts small.
const LONG_BREAK_DAYS: i32 = 14;

/// So many days lie between two days of strength, at least. Added.
const STRENGTH_REST_DAYS: i32 = 2;

/// On so many days something was done before strength is suggested. Added.
const USED_TO_IT: usize = 3;

/// How many minutes of strength are suggested where no aim says otherwise: the first time, and then.
/// Added.
const STRENGTH_MINUTES: (u64, u64) = (6, 12);

/// A planned time is thought of from so many minutes before it until so many after.
const PLANNED_AROUND: (i64, i64) = (180, 60);

/// What a suggestion goes by.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What was done.
    pub ledger: &'a Ledger,
    /// What is meant to be done.
    pub plan: &'a Plan,
    /// What there is.
    pub routines: &'a [RoutineFacts],
    /// Ids of the exercises that hurt: a routine with one of them is not suggested.
    pub hurt: &'a BTreeSet<&'a str>,
    /// Ids of the exercises after which pain rose: a routine with one of them comes last.
    pub wary: &'a BTreeSet<&'a str>,
    /// When.
    pub now: Stamp,
}

/// What to do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Id of the routine.
    pub routine: String,
    /// Why.
    pub why: Why,
}

/// Why something is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Pain was this lately.
    Gentle(u8),
    /// Pain rose over the last session.
    AfterRise,
    /// A sign that calls for a professional is ticked.
    Signed,
    /// It was planned for this hour and minute.
    Planned(u8, u8),
    /// Nothing was done yet.
    First,
    /// Nothing was done for so many days.
    StartSmall(u32),
    /// Strength was so many days ago.
    Strength(u32),
    /// Strength has not had its turn yet.
    StrengthNew,
    /// Strength was today.
    StrengthToday,
    /// Strength was yesterday.
    StrengthYesterday,
    /// This one was not done for so many days.
    NotFor(u32),
    /// It is morning.
    Morning,
    /// These are hours of work.
    Work,
    /// It is a free day.
    FreeDay,
    /// It is evening or night.
    Evening,
    /// Nothing speaks against it.
    Fits,
}

/// What the time of day asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    Morning,
    Work,
    FreeDay,
    Evening,
    Night,
}

impl Slot {
    fn of(at: Stamp) -> Self {
        let is_free = days::date(at).weekday().to_monday_zero_offset() >= 5;
        match (days::hour(at), is_free) {
            (5..=8, _) | (9..=10, true) => Self::Morning,
            (9..=17, false) => Self::Work,
            (11..=17, true) => Self::FreeDay,
            (18..=20, _) => Self::Evening,
            _ => Self::Night,
        }
    }

    fn fits(self, routine: &RoutineFacts) -> bool {
        match self {
            Self::Morning => routine.is_moving() && !routine.is_around_a_workout(),
            Self::Work => routine.is_for_desk(),
            Self::FreeDay => !routine.is_strength() && !routine.is_around_a_workout(),
            Self::Evening | Self::Night => routine.is_calm() && !routine.is_around_a_workout(),
        }
    }

    fn minutes(self) -> u64 {
        match self {
            Self::Work => 5,
            Self::FreeDay => 12,
            Self::Morning | Self::Evening | Self::Night => 8,
        }
    }

    fn why(self) -> Why {
        match self {
            Self::Morning => Why::Morning,
            Self::Work => Why::Work,
            Self::FreeDay => Why::FreeDay,
            Self::Evening | Self::Night => Why::Evening,
        }
    }
}

/// The last session of which pain was told. One of which nothing was told, such as the slow breaths
/// that are advised, makes no pain go away.
fn last_told(ledger: &Ledger, now: Stamp) -> Option<&SessionLine> {
    done(ledger, now).find(|line| line.before.is_some() || line.after.is_some())
}

/// Whether the back rests for the day: in the last session of which pain was told it rose, or was
/// strong, so that to stop was advised. The sources say to stop; that it is for the day was added.
#[must_use]
pub fn rests(ledger: &Ledger, now: Stamp) -> bool {
    let last = last_told(ledger, now).filter(|last| days::date(last.began) == days::date(now));
    last.is_some_and(|last| {
        rose(last.before, last.after) || last.after.or(last.before).is_some_and(is_too_much)
    })
}

/// What to do now; `None` where there is nothing without errors and without what hurt, and where the
/// back rests. While a sign is ticked that calls for a professional, nothing but what is gentle: the
/// sources say to ask first whether exercises are safe (001); what is suggested until then was added.
#[must_use]
pub fn suggest(asked: &Asked<'_>) -> Option<Suggestion> {
    if rests(asked.ledger, asked.now) {
        return None;
    }
    let pool = Pool::of(asked)?;
    if !signs(asked.ledger.remarks()).is_empty() {
        let routine = careful(&pool)?;
        return Some(Suggestion { routine: routine.id.clone(), why: Why::Signed });
    }
    let (routine, why) = gentle(asked, &pool)
        .or_else(|| planned(asked, &pool))
        .or_else(|| beginning(asked, &pool))
        .or_else(|| strength(asked, &pool))
        .or_else(|| by_hour(asked, &pool))
        .or_else(|| pool.best(5, |routine| !routine.is_strength()).map(|routine| (routine, Why::Fits)))
        .or_else(|| pool.best(5, |_| true).map(|routine| (routine, Why::Fits)))?;
    Some(Suggestion { routine: routine.id.clone(), why })
}

/// The next time that is set aside today and not yet used.
#[must_use]
pub fn planned_today<'a>(ledger: &Ledger, plan: &'a Plan, now: Stamp) -> Option<&'a PlannedTime> {
    let today = days::date(now);
    let weekday = Weekday::ALL[usize::from(today.weekday().to_monday_zero_offset().unsigned_abs())];
    let minute = |at: Stamp| at.local_ms().div_euclid(60_000).rem_euclid(24 * 60);
    let done: Vec<i64> = done_on(ledger, now, today).map(|line| minute(line.began)).collect();
    let is_open = |time: &&PlannedTime| {
        let at = i64::from(time.hour) * 60 + i64::from(time.minute);
        let was_used = done.iter().any(|&began| began >= at - PLANNED_AROUND.1);
        time.day == weekday && minute(now) <= at + PLANNED_AROUND.1 && !was_used
    };
    plan.times.iter().filter(is_open).min_by_key(|time| (time.hour, time.minute))
}

type Found<'a> = Option<(&'a RoutineFacts, Why)>;

fn gentle<'a>(asked: &Asked<'_>, pool: &Pool<'a>) -> Found<'a> {
    let last = last_told(asked.ledger, asked.now)?;
    if days_since(days::date(last.began), days::date(asked.now)) > PAIN_DAYS {
        return None;
    }
    let why = match last.after.or(last.before) {
        _ if rose(last.before, last.after) => Why::AfterRise,
        Some(pain) if pain >= MUCH => Why::Gentle(pain),
        _ => return None,
    };
    careful(pool).map(|routine| (routine, why))
}

/// What follows a workout is gentle as well, but made for a body that is warm.
fn careful<'a>(pool: &Pool<'a>) -> Option<&'a RoutineFacts> {
    pool.best(6, |routine| routine.is_gentle() && !routine.is_around_a_workout())
        .or_else(|| pool.best(6, RoutineFacts::is_gentle))
        .or_else(|| pool.best(6, RoutineFacts::is_calm))
}

fn planned<'a>(asked: &Asked<'_>, pool: &Pool<'a>) -> Found<'a> {
    let time = planned_today(asked.ledger, asked.plan, asked.now)?;
    let at = i64::from(time.hour) * 60 + i64::from(time.minute);
    let now = asked.now.local_ms().div_euclid(60_000).rem_euclid(24 * 60);
    if at - now > PLANNED_AROUND.0 {
        return None;
    }
    pool.find(&time.routine).map(|routine| (routine, Why::Planned(time.hour, time.minute)))
}

/// A few minutes to begin with (001), and again after a long break.
fn beginning<'a>(asked: &Asked<'_>, pool: &Pool<'a>) -> Found<'a> {
    let last = done(asked.ledger, asked.now).next();
    let away = last.map(|last| days_since(days::date(last.began), days::date(asked.now)));
    let why = match away {
        None => Why::First,
        Some(days) if days >= LONG_BREAK_DAYS => Why::StartSmall(days.unsigned_abs()),
        Some(_) => return None,
    };
    let is_small = |routine: &RoutineFacts| !routine.is_strength() && routine.total_ms <= 8 * 60_000;
    let found = pool.nearest(5, RoutineFacts::is_for_desk).or_else(|| pool.nearest(5, is_small));
    found.map(|routine| (routine, why))
}

/// Strength where there is time for it, not on days in a row.
fn strength<'a>(asked: &Asked<'_>, pool: &Pool<'a>) -> Found<'a> {
    if !matches!(Slot::of(asked.now), Slot::FreeDay | Slot::Evening) || !is_used_to_it(asked) {
        return None;
    }
    let (why, minutes) = match strength_ago(asked) {
        None => (Why::StrengthNew, STRENGTH_MINUTES.0),
        Some(days) if days >= STRENGTH_REST_DAYS => {
            (Why::Strength(days.unsigned_abs()), minutes_of(asked, STRENGTH_MINUTES.1))
        }
        Some(_) => return None,
    };
    pool.best(minutes, RoutineFacts::is_strength).map(|routine| (routine, why))
}

/// Something was done on days enough: four sessions on the first day are no habit.
fn is_used_to_it(asked: &Asked<'_>) -> bool {
    let mut days = BTreeSet::new();
    done(asked.ledger, asked.now).any(|line| {
        days.insert(days::date(line.began));
        days.len() >= USED_TO_IT
    })
}

/// The minutes of the aim, or else these.
fn minutes_of(asked: &Asked<'_>, usual: u64) -> u64 {
    if asked.plan.has_aim() { u64::from(asked.plan.minutes) } else { usual }
}

fn by_hour<'a>(asked: &Asked<'_>, pool: &Pool<'a>) -> Found<'a> {
    let slot = Slot::of(asked.now);
    let routine = pool.best(minutes_of(asked, slot.minutes()), |routine| slot.fits(routine))?;
    let why = match (slot, strength_ago(asked), pool.last_done(&routine.id)) {
        (Slot::FreeDay | Slot::Evening, Some(0), _) => Why::StrengthToday,
        (Slot::FreeDay | Slot::Evening, Some(1), _) => Why::StrengthYesterday,
        (_, _, Some(days)) if days >= 7 => Why::NotFor(days.unsigned_abs()),
        _ => slot.why(),
    };
    Some((routine, why))
}

/// How many days ago something was done for strength.
fn strength_ago(asked: &Asked<'_>) -> Option<i32> {
    let last = done(asked.ledger, asked.now).find(|line| line.done_ms_of(WorkKind::Strength) > 0)?;
    Some(days_since(days::date(last.began), days::date(asked.now)))
}

/// The sessions in which something was done, the last first.
fn done(ledger: &Ledger, now: Stamp) -> impl Iterator<Item = &SessionLine> {
    let sessions = ledger.sessions().iter().rev();
    sessions.filter(move |line| line.began.utc_ms <= now.utc_ms && line.done_ms() > 0)
}

fn done_on(ledger: &Ledger, now: Stamp, day: Date) -> impl Iterator<Item = &SessionLine> {
    done(ledger, now).take_while(move |line| days::date(line.began) >= day)
}

fn days_since(date: Date, today: Date) -> i32 {
    date.until(today).map_or(i32::MAX, |span| span.get_days())
}
