//! What went well, said after a session.
//!
//! Small wins count and a session is a moment to thank oneself (001). Nothing here compares days in
//! a row: whoever missed one is not told so.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::advice::is_too_much;
use super::{Ledger, days, rose};
use crate::model::{BoutEnd, SessionRecord, Side};

/// After so many days without a session one is welcomed back.
const LONG_BREAK_DAYS: i32 = 14;

/// What went well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Praise {
    /// Something hurt, or pain rose or is strong, and the person said so.
    Listened,
    /// The first session there ever was.
    First,
    /// The first one after so many days.
    Back {
        /// How many days lie between.
        days: u32,
    },
    /// Pain is less than before.
    LessPain {
        /// Before, 0 to 10.
        before: u8,
        /// After, 0 to 10.
        after: u8,
    },
    /// With this session the week holds more than the whole week before.
    MoreThanLastWeek {
        /// How long the week is so far, in milliseconds.
        done_ms: u64,
    },
    /// Left and right got the same.
    Evenly,
    /// Everything was done to its end.
    ToTheEnd,
    /// It was done.
    Thanks,
}

/// What went well in a session, by the records before it. Whether the session itself is among them
/// changes nothing.
#[must_use]
pub fn praise(ledger: &Ledger, record: &SessionRecord) -> Praise {
    let (before, after) = (record.before.pain, record.after.pain);
    if record.bouts.iter().any(|bout| bout.end == BoutEnd::Hurt)
        || rose(before, after)
        || after.is_some_and(is_too_much)
    {
        return Praise::Listened;
    }
    let done_ms = record.done_ms();
    if done_ms == 0 {
        return Praise::Thanks;
    }
    let today = days::date(record.began);
    let earlier = ledger.sessions().iter().rev().filter(|line| {
        line.began.utc_ms <= record.began.utc_ms && *line.id != *record.id && line.done_ms() > 0
    });
    let Some(last) = earlier.clone().next() else { return Praise::First };
    let away = days_between(days::date(last.began), today);
    if away >= LONG_BREAK_DAYS {
        return Praise::Back { days: away.unsigned_abs() };
    }
    if let Some((before, after)) = before.zip(after).filter(|(before, after)| after < before) {
        return Praise::LessPain { before, after };
    }
    let monday = days::monday(today);
    let Ok(last_monday) = monday.checked_sub(7.days()) else { return Praise::Thanks };
    let weeks = earlier.take_while(|line| days::date(line.began) >= last_monday);
    let (this, before): (Vec<_>, Vec<_>) = weeks.partition(|line| days::date(line.began) >= monday);
    let sum = |lines: Vec<&super::SessionLine>| lines.iter().map(|line| line.done_ms()).sum::<u64>();
    let (this, before) = (sum(this), sum(before));
    if before > 0 && this <= before && this + done_ms > before {
        return Praise::MoreThanLastWeek { done_ms: this + done_ms };
    }
    if is_even(record) {
        return Praise::Evenly;
    }
    if record.bouts.iter().all(|bout| bout.end == BoutEnd::Done) { Praise::ToTheEnd } else { Praise::Thanks }
}

/// Left and right were both done, in every exercise that has sides, and for as long.
fn is_even(record: &SessionRecord) -> bool {
    let mut sides: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for bout in &record.bouts {
        if let (Some(id), Some(side)) = (&bout.exercise, bout.side) {
            let sums = sides.entry(id).or_default();
            *(if side == Side::Left { &mut sums.0 } else { &mut sums.1 }) += bout.done_ms;
        }
    }
    // Within a tenth: the last breath of a hold may end a little sooner on one side.
    let is_alike = |(left, right): &(u64, u64)| *left > 0 && left.abs_diff(*right) * 10 <= *left.max(right);
    !sides.is_empty() && sides.values().all(is_alike)
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
