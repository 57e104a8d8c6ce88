//! The advice to see somebody who treats backs: when it is due, and why.

use jiff::civil::Date;

use crate::history::median::median_x2;
use crate::history::{Ledger, SessionLine, days, signs};
use crate::model::{Said, Stamp};

/// What [`Said::Heard`] names this advice by.
pub const SEE_SOMEONE: &str = "see-someone";

/// How many days are looked at for "not better with regular exercise" (001). Added.
const WEEKS_OF_NO_CHANGE: i32 = 28;

/// How many sessions of which pain is known there have to be in these days. Added.
const SESSIONS_OF_NO_CHANGE: usize = 8;

/// How many of them there have to be in each half, so that the halves can be compared. Added.
const SESSIONS_OF_HALF: usize = 3;

/// A drop of this is an improvement, in half points. Added.
const IMPROVEMENT: u16 = 2;

/// Pain up to this is fine and needs no improvement, in half points. Added.
const FINE: u16 = 2;

/// How many sessions of which pain is known a week needs, to tell that it was worse. Added.
const SESSIONS_OF_WEEK: usize = 2;

/// What three weeks have to rise by altogether, in half points. Added.
const WORSENING: u16 = 2;

/// After the advice was read it waits so long, unless there is a new reason. Added.
const QUIET_MS: i64 = 14 * 86_400_000;

/// Why to see somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The person ticked the sign of this id, at this time.
    Sign(String, Stamp),
    /// Four weeks and eight sessions, and pain is no less.
    NoBetter,
    /// Pain rose week after week.
    Worse,
}

impl Ground {
    /// Id of the sign that this is, as in `assets/safety.ron`.
    #[must_use]
    pub fn sign(&self) -> &str {
        match self {
            Self::Sign(id, _) => id,
            Self::NoBetter => "persistent",
            Self::Worse => "worsening",
        }
    }
}

/// The advice to see somebody who treats backs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeeSomeone {
    /// Why: what the person ticked first, then what the records show. Each sign is there once.
    pub grounds: Vec<Ground>,
}

/// The advice to see somebody, where it is due: there is a reason, and the person has not read of
/// it before. Read once, it comes back with a new reason or after two weeks.
#[must_use]
pub fn see_someone(ledger: &Ledger, now: Stamp) -> Option<SeeSomeone> {
    let grounds = grounds(ledger, now);
    if grounds.is_empty() {
        return None;
    }
    let heard = ledger.remarks().iter().rev().find(|remark| {
        remark.at.utc_ms <= now.utc_ms && matches!(&remark.said, Said::Heard(kind) if kind == SEE_SOMEONE)
    });
    if let Some(heard) = heard
        && now.utc_ms - heard.at.utc_ms < QUIET_MS
    {
        let known = self::grounds(ledger, heard.at);
        if grounds.iter().all(|ground| known.contains(ground)) {
            return None;
        }
    }
    Some(SeeSomeone { grounds })
}

/// Every reason there is at a time, whether or not the person has read of it.
pub(in crate::history) fn grounds(ledger: &Ledger, at: Stamp) -> Vec<Ground> {
    let until = ledger.remarks().iter().filter(|remark| remark.at.utc_ms <= at.utc_ms);
    let mut grounds: Vec<Ground> =
        signs(until).into_iter().map(|(id, since)| Ground::Sign(id.to_owned(), since)).collect();
    let told = Told::until(ledger, at);
    for (holds, ground) in [(told.is_no_better(), Ground::NoBetter), (told.is_worse(), Ground::Worse)] {
        if holds && grounds.iter().all(|known| known.sign() != ground.sign()) {
            grounds.push(ground);
        }
    }
    grounds
}

/// Pain before the sessions of the last weeks: how many days ago, and how much.
struct Told(Vec<(i32, u8)>);

impl Told {
    fn until(ledger: &Ledger, at: Stamp) -> Self {
        let today = days::date(at);
        let point = |line: &SessionLine| Some((days_since(days::date(line.began), today), line.before?));
        let lines = ledger.sessions().iter().rev().skip_while(|line| line.began.utc_ms > at.utc_ms);
        let recent = lines.take_while(|line| at.utc_ms - line.began.utc_ms < 30 * 86_400_000);
        Self(recent.filter_map(point).collect())
    }

    /// What pain was told from so many days ago (that day not included) to so many (included).
    fn between(&self, from: i32, to: i32) -> Vec<u8> {
        self.0.iter().filter(|(ago, _)| (to..from).contains(ago)).map(|&(_, pain)| pain).collect()
    }

    /// Four weeks of exercise, from the first of them to the last, and pain is not a point less.
    fn is_no_better(&self) -> bool {
        let half = WEEKS_OF_NO_CHANGE / 2;
        let (earlier, later) = (self.between(WEEKS_OF_NO_CHANGE, half), self.between(half, 0));
        let is_enough = earlier.len() + later.len() >= SESSIONS_OF_NO_CHANGE
            && earlier.len().min(later.len()) >= SESSIONS_OF_HALF
            && !self.between(WEEKS_OF_NO_CHANGE, WEEKS_OF_NO_CHANGE - 7).is_empty()
            && !self.between(7, 0).is_empty();
        let medians = median_x2(&earlier).zip(median_x2(&later));
        is_enough && medians.is_some_and(|(then, now)| now > FINE && now + IMPROVEMENT > then)
    }

    /// In three weeks in a row pain was more than in the week before.
    fn is_worse(&self) -> bool {
        let weeks = [self.between(21, 14), self.between(14, 7), self.between(7, 0)];
        if weeks.iter().any(|week| week.len() < SESSIONS_OF_WEEK) {
            return false;
        }
        let medians: Vec<u16> = weeks.iter().filter_map(|week| median_x2(week)).collect();
        medians.is_sorted_by(|a, b| a < b)
            && medians
                .last()
                .zip(medians.first())
                .is_some_and(|(last, first)| *last > FINE && last - first >= WORSENING)
    }
}

fn days_since(date: Date, today: Date) -> i32 {
    date.until(today).map_or(i32::MAX, |span| span.get_days())
}
