//! Believable histories: sessions in the morning, at the desk and in the evening, with weekends,
//! holidays and gaps; pain that falls slowly with ups and downs, flares now and then; exercises that
//! hurt, are skipped or cut short, and a left side that gets less than the right.
//!
//! The same seed gives the same history on every machine.

use fastrand::Rng;
use jiff::civil::{Date, Weekday};
use unhunch::catalog::Catalog;
use unhunch::engine::{Bout, Options, Timeline, compile};
use unhunch::history::days;
use unhunch::model::{
    BoutEnd, BoutRecord, Feeling, Origin, Region, SessionEnd, SessionRecord, Side, Spot, Stamp, WorkKind,
};

/// What is done when: hours from and to, and routines, the favourite first.
const SLOTS: [(i64, i64, &[&str]); 3] = [
    (6, 9, &["morning-mobility", "posture-reset", "strength-day"]),
    (12, 16, &["desk-break", "neck-shoulders", "desk-break"]),
    (19, 23, &["wind-down", "five-stretches", "strength-day"]),
];

/// What hurts more often than others.
const TOUCHY: [&str; 3] = ["prone-y-extension", "doorway-stretch", "thread-the-needle"];

const NOTES: [&str; 4] =
    ["Felt good.", "Stiff from the drive.", "Left side is tighter, as always.", "Slept badly; went easy."];

/// Over so many days pain falls by two thirds of what it will fall.
const EASING: f64 = 150.0;

/// From when to when, and how busily.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Life {
    pub(crate) seed: u64,
    pub(crate) first: Date,
    pub(crate) last: Date,
    /// Sessions on an ordinary weekday, on average.
    pub(crate) a_day: f64,
}

impl Life {
    /// The 53 weeks up to a day, about five sessions a week.
    pub(crate) fn year(seed: u64, today: Date) -> Self {
        let first = days::date_of(days::number_of(today) - 53 * 7);
        Self { seed, first, last: today, a_day: 1.0 }
    }

    /// Every session of it, in the order they began.
    pub(crate) fn sessions(self) -> Vec<SessionRecord> {
        let plans = plans();
        let mut person = Person::new(self);
        let (first, last) = (days::number_of(self.first), days::number_of(self.last));
        let mut records = Vec::new();
        for day in first..=last {
            person.wake(day);
            person.day(day, &plans, &mut records);
        }
        records
    }
}

/// Exactly so many sessions, about ten a day: many years of a very busy back.
pub(crate) fn many(seed: u64, count: usize, last: Date) -> Vec<SessionRecord> {
    let first = days::date_of(days::number_of(last) - (count / 6) as i32 - 30);
    let mut sessions = Life { seed, first, last, a_day: 12.0 }.sessions();
    assert!(sessions.len() >= count, "{} sessions are too few", sessions.len());
    sessions.drain(..sessions.len() - count);
    sessions
}

/// A routine with what it asks for.
struct Plan {
    id: String,
    name: String,
    bouts: Vec<BoutRecord>,
}

fn plans() -> Vec<[Plan; 3]> {
    let catalog = Catalog::builtin();
    let plan = |id: &str| {
        let routine = &catalog.routines[id];
        let timeline = compile(routine, &catalog, &Options::default()).0;
        let bouts = timeline.bouts.iter().map(|bout| planned(&timeline, bout)).collect();
        Plan { id: id.to_owned(), name: routine.name.clone(), bouts }
    };
    SLOTS.iter().map(|(_, _, ids)| [plan(ids[0]), plan(ids[1]), plan(ids[2])]).collect()
}

/// A stretch of work as if it were done as planned.
fn planned(timeline: &Timeline, bout: &Bout) -> BoutRecord {
    let segment = &timeline.segments[bout.first_segment as usize];
    let entry = &timeline.entries[segment.entry as usize];
    let exercise = entry.exercise.as_deref();
    let length = bout.end_ms - bout.start_ms;
    BoutRecord {
        exercise: exercise.map(|exercise| exercise.id.clone()),
        name: exercise.map_or_else(|| entry.breath.name.clone(), |exercise| exercise.name.clone()),
        kind: exercise.map_or(WorkKind::Breath, |exercise| WorkKind::of(exercise.category)),
        side: segment.side.filter(|_| !entry.alternates()),
        set: segment.set,
        planned_ms: length,
        done_ms: length,
        extended_ms: 0,
        planned_reps: entry.reps,
        done_reps: entry.reps,
        end: BoutEnd::Done,
    }
}

/// Whose history it is.
struct Person {
    rng: Rng,
    life: Life,
    /// Sessions so far.
    count: usize,
    /// Until which day nothing is done.
    away_until: i32,
    /// How much worse than usual it is, which passes.
    flare: f64,
    /// Yesterday's ups and downs, of which today has some.
    mood: f64,
}

impl Person {
    fn new(life: Life) -> Self {
        let rng = Rng::with_seed(life.seed);
        Self { rng, life, count: 0, away_until: i32::MIN, flare: 0.0, mood: 0.0 }
    }

    fn chance(&mut self, of: f64) -> bool {
        self.rng.f64() < of
    }

    /// A new day: how the back feels, and whether anything will be done for a while.
    fn wake(&mut self, day: i32) {
        self.mood = self.mood.mul_add(0.5, (self.rng.f64() - 0.5) * 1.4);
        self.flare *= 0.75;
        if self.chance(0.012) {
            self.flare = 3.0;
        }
        let away = match days::date_of(day) {
            date if date.month() == 7 && date.day() == 20 => 12,
            date if date.month() == 12 && date.day() == 23 => 9,
            _ if self.chance(0.015) => self.rng.i32(3..9),
            _ => return,
        };
        self.away_until = self.away_until.max(day + away);
    }

    fn day(&mut self, day: i32, plans: &[[Plan; 3]], records: &mut Vec<SessionRecord>) {
        if day < self.away_until && !self.chance(0.06) {
            return;
        }
        let is_weekend = matches!(days::date_of(day).weekday(), Weekday::Saturday | Weekday::Sunday);
        let wanted = self.life.a_day * if is_weekend { 0.6 } else { 1.0 };
        let rounds = (wanted / 2.4).ceil().max(1.0);
        for (slot, (from, to, _)) in plans.iter().zip(SLOTS) {
            let mut minutes = Vec::new();
            for _ in 0..rounds as usize {
                if self.chance(wanted / rounds / 3.0) {
                    minutes.push(self.rng.i64(from * 60..to * 60));
                }
            }
            minutes.sort_unstable();
            for minute in minutes {
                let favourite = if self.chance(0.6) { 0 } else { self.rng.usize(1..3) };
                let began = stamp(day, minute);
                records.push(self.session(began, day, &slot[favourite]));
            }
        }
    }

    fn session(&mut self, began: Stamp, day: i32, plan: &Plan) -> SessionRecord {
        self.count += 1;
        let bouts = self.bouts(plan);
        let end = if bouts.len() < plan.bouts.len() { SessionEnd::Left } else { SessionEnd::Finished };
        let hurt = bouts.iter().any(|bout| bout.end == BoutEnd::Hurt);
        let pain = self.pain(day);
        let eased = if hurt { -1.0 } else { self.rng.f64() * 2.2 - 0.3 };
        let is_told = self.chance(0.85);
        let is_told_after = is_told && self.chance(0.8);
        let has_note = self.chance(0.06);
        let done_ms: u64 = bouts.iter().map(|bout| bout.done_ms).sum();
        SessionRecord {
            id: format!("made-{:x}-{:06}", self.life.seed, self.count),
            began,
            took_ms: done_ms + done_ms * self.rng.u64(15..45) / 100,
            end,
            origin: if self.chance(0.03) { Origin::ByHand } else { Origin::Run },
            routine: plan.id.clone(),
            routine_name: plan.name.clone(),
            before: if is_told { self.feeling(pain) } else { Feeling::default() },
            after: if is_told_after { self.feeling(pain - eased) } else { Feeling::default() },
            effort: is_told_after.then(|| self.rng.u8(2..6) + u8::from(plan.id == "strength-day") * 2),
            note: if has_note { NOTES[self.rng.usize(..NOTES.len())].to_owned() } else { String::new() },
            bouts,
        }
    }

    /// Pain on a day, before it is put as a whole number.
    fn pain(&self, day: i32) -> f64 {
        let since = f64::from(day - days::number_of(self.life.first));
        let course = 3.6f64.mul_add((-since / EASING).exp(), 2.2);
        course + 0.7 * (since / 9.0).sin() + self.mood + self.flare
    }

    fn feeling(&mut self, pain: f64) -> Feeling {
        let pain = pain.round().clamp(0.0, 10.0) as u8;
        let places = [
            Spot { region: Region::UpperBack, side: None },
            Spot { region: Region::UpperTrapezius, side: Some(Side::Right) },
            Spot { region: Region::ShoulderBlades, side: Some(Side::Left) },
        ];
        let felt = if pain == 0 { 0 } else { self.rng.usize(0..=places.len()) };
        Feeling { pain: Some(pain), spots: places.into_iter().take(felt).collect() }
    }

    /// What was done of a routine: mostly all of it.
    fn bouts(&mut self, plan: &Plan) -> Vec<BoutRecord> {
        let all = plan.bouts.len();
        let done = if self.chance(0.06) { self.rng.usize(1..=all) } else { all };
        let mut bouts = plan.bouts[..done].to_vec();
        let mut hurt: Option<Option<String>> = None;
        for bout in &mut bouts {
            bout.end = if hurt.is_some() && hurt.as_ref() == Some(&bout.exercise) {
                BoutEnd::Skipped
            } else {
                self.end(bout)
            };
            match bout.end {
                BoutEnd::Done => {}
                BoutEnd::Skipped => (bout.done_ms, bout.done_reps) = (0, 0),
                BoutEnd::CutShort | BoutEnd::Hurt => {
                    bout.done_ms = bout.done_ms * self.rng.u64(15..80) / 100;
                    bout.done_reps /= 2;
                }
            }
            if bout.end == BoutEnd::Hurt {
                hurt = Some(bout.exercise.clone());
            }
            if bout.end == BoutEnd::Done && self.chance(0.03) {
                bout.extended_ms = 10_000;
                bout.done_ms += 10_000;
            }
        }
        bouts
    }

    fn end(&mut self, bout: &BoutRecord) -> BoutEnd {
        let Some(exercise) = &bout.exercise else { return BoutEnd::Done };
        let hurts = if TOUCHY.contains(&exercise.as_str()) { 0.02 } else { 0.002 };
        let cut = if bout.side == Some(Side::Left) { 0.25 } else { 0.02 };
        if self.chance(hurts) {
            BoutEnd::Hurt
        } else if self.chance(0.015) {
            BoutEnd::Skipped
        } else if self.chance(cut) {
            BoutEnd::CutShort
        } else {
            BoutEnd::Done
        }
    }
}

/// A minute of a day somewhere in the middle of Europe; every June begins with a week in New York.
fn stamp(day: i32, minute: i64) -> Stamp {
    let date = days::date_of(day);
    let ahead = match (date.month(), date.day()) {
        (6, 1..=7) => -4,
        (4..=10, _) => 2,
        _ => 1,
    };
    let local_ms = (i64::from(day) * 24 * 60 + minute) * 60_000;
    Stamp { utc_ms: local_ms - i64::from(ahead) * 3_600_000, offset_s: ahead * 3600 }
}
