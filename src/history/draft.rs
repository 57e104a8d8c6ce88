//! A record being written down or corrected: the record, what stands in the fields one types into,
//! and what is still lacking.

use jiff::civil::DateTime;

use super::{days, typed};
use crate::model::{BoutEnd, BoutRecord, Feeling, Origin, SessionEnd, SessionRecord, Stamp, WorkKind};

/// What the ids of sessions begin with that were of no routine: the rest is their name.
const NO_ROUTINE: &str = "by-hand:";

/// What a session is taken to have been until something else is said, in milliseconds.
const USUAL_MS: u64 = 10 * 60_000;

/// A field one types into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The day.
    Day,
    /// The time of day.
    Clock,
    /// What was done, where it was no routine.
    Name,
    /// How many minutes it took.
    Minutes,
}

/// Why a field cannot stay as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// It says nothing that can be understood.
    Unclear,
    /// It has not come yet.
    InFuture,
    /// There is nothing in it.
    Empty,
}

/// A record being written down or corrected.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    record: SessionRecord,
    was: Option<SessionRecord>,
    day: String,
    clock: String,
    minutes: String,
    /// What kind of work it was, where nothing is said exercise by exercise.
    kind: WorkKind,
    begun_as: (SessionRecord, WorkKind),
}

impl Draft {
    /// A new record of something that has just ended. `id` is its own and no other's.
    #[must_use]
    pub fn by_hand(id: String, now: Stamp) -> Self {
        let began = now.after_ms(-i64::try_from(USUAL_MS).unwrap_or_default());
        let record = SessionRecord {
            id,
            // To whole minutes, as people tell the time.
            began: began.after_ms(-began.local_ms().rem_euclid(60_000)),
            took_ms: USUAL_MS,
            end: SessionEnd::Finished,
            origin: Origin::ByHand,
            routine: NO_ROUTINE.to_owned(),
            routine_name: String::new(),
            before: Feeling::default(),
            after: Feeling::default(),
            effort: None,
            note: String::new(),
            bouts: Vec::new(),
        };
        Self::begun(record, None, WorkKind::Mobility)
    }

    /// A record that is there, to be corrected.
    #[must_use]
    pub fn of(record: SessionRecord) -> Self {
        let mut shown = record.clone();
        let mut kind = WorkKind::Mobility;
        if let [bout] = &record.bouts[..]
            && is_as_a_whole(&record, bout)
        {
            kind = bout.kind;
            shown.bouts.clear();
        }
        Self::begun(shown, Some(record), kind)
    }

    fn begun(record: SessionRecord, was: Option<SessionRecord>, kind: WorkKind) -> Self {
        let local = days::local(record.began);
        Self {
            day: typed::told_day(local.date()),
            clock: clock_of(local),
            minutes: typed::told_minutes(record.took_ms),
            kind,
            begun_as: (record.clone(), kind),
            record,
            was,
        }
    }

    /// The record as it is now.
    #[must_use]
    pub fn record(&self) -> &SessionRecord {
        &self.record
    }

    /// Whether it is not kept yet at all.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.was.is_none()
    }

    /// What kind of work it was, where nothing is said exercise by exercise.
    #[must_use]
    pub fn kind(&self) -> WorkKind {
        self.kind
    }

    /// Says what kind of work it was.
    pub fn set_kind(&mut self, kind: WorkKind) {
        self.kind = kind;
    }

    /// Whether it was of no routine, and has a name of its own.
    #[must_use]
    pub fn has_own_name(&self) -> bool {
        self.record.routine.starts_with(NO_ROUTINE)
    }

    /// It was of no routine.
    pub fn choose_none(&mut self) {
        NO_ROUTINE.clone_into(&mut self.record.routine);
        self.record.routine_name.clear();
    }

    /// What stands in a field.
    #[must_use]
    pub fn typed(&self, field: Field) -> &str {
        match field {
            Field::Day => &self.day,
            Field::Clock => &self.clock,
            Field::Name => &self.record.routine_name,
            Field::Minutes => &self.minutes,
        }
    }

    /// Takes in what was typed into a field. A day or a time that can be understood is told to
    /// [`Self::set_began`] by whoever knows the clocks.
    pub fn type_in(&mut self, field: Field, text: String) {
        match field {
            Field::Day => self.day = text,
            Field::Clock => self.clock = text,
            Field::Name => self.record.routine_name = text,
            Field::Minutes => {
                if let Some(ms) = typed::read_minutes(&text) {
                    self.record.took_ms = ms;
                }
                self.minutes = text;
            }
        }
    }

    /// The day and time that stand in the fields, where they can be understood.
    #[must_use]
    pub fn moment(&self) -> Option<DateTime> {
        let (hour, minute) = typed::read_clock(&self.clock)?;
        let day = typed::read_day(&self.day)?;
        let was = days::local(self.record.began);
        // What is not written into a field stays as it was measured.
        let same = (was.hour().unsigned_abs(), was.minute().unsigned_abs()) == (hour, minute);
        let (second, nano) = if same { (was.second(), was.subsec_nanosecond()) } else { (0, 0) };
        DateTime::new(
            day.year(),
            day.month(),
            day.day(),
            hour.cast_signed(),
            minute.cast_signed(),
            second,
            nano,
        )
        .ok()
    }

    /// It began then.
    pub fn set_began(&mut self, began: Stamp) {
        self.record.began = began;
    }

    /// The record is like this now. What was done one by one cannot have taken longer than all of it.
    pub fn change(&mut self, record: SessionRecord) {
        if record.began != self.record.began {
            let local = days::local(record.began);
            (self.day, self.clock) = (typed::told_day(local.date()), clock_of(local));
        }
        let took_ms = record.took_ms.max(record.done_ms());
        if took_ms != self.record.took_ms {
            self.minutes = typed::told_minutes(took_ms);
        }
        self.record = SessionRecord { took_ms, ..record };
    }

    /// What is lacking before it can be kept, in the order of the fields.
    #[must_use]
    pub fn lacks(&self, now: Stamp) -> Vec<(Field, Lack)> {
        let mut lacks = Vec::new();
        let day = typed::read_day(&self.day);
        if day.is_none() {
            lacks.push((Field::Day, Lack::Unclear));
        } else if day > Some(days::date(now)) {
            lacks.push((Field::Day, Lack::InFuture));
        }
        if typed::read_clock(&self.clock).is_none() {
            lacks.push((Field::Clock, Lack::Unclear));
        } else if lacks.is_empty() && self.record.began.utc_ms > now.utc_ms {
            lacks.push((Field::Clock, Lack::InFuture));
        }
        if self.has_own_name() && self.record.routine_name.trim().is_empty() {
            lacks.push((Field::Name, Lack::Empty));
        }
        match typed::read_minutes(&self.minutes) {
            None => lacks.push((Field::Minutes, Lack::Unclear)),
            Some(0) if self.record.origin == Origin::ByHand => lacks.push((Field::Minutes, Lack::Empty)),
            Some(_) => {}
        }
        lacks
    }

    /// Whether anything differs from what is kept.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        let (record, kind) = &self.begun_as;
        let local = days::local(record.began);
        *record != self.record
            || *kind != self.kind
            || (self.day.as_str(), self.clock.as_str())
                != (typed::told_day(local.date()).as_str(), clock_of(local).as_str())
            || self.minutes != typed::told_minutes(record.took_ms)
    }

    /// The record to be kept.
    #[must_use]
    pub fn finished(&self) -> SessionRecord {
        let mut record = self.record.clone();
        if self.has_own_name() {
            let name = record.routine_name.trim();
            // One name is one thing, whoever writes it how.
            record.routine = format!("{NO_ROUTINE}{}", name.to_lowercase());
            record.routine_name = name.to_owned();
        }
        if record.origin == Origin::ByHand && record.bouts.is_empty() {
            record.bouts.push(as_a_whole(&record, self.kind));
        }
        record
    }
}

fn clock_of(local: DateTime) -> String {
    typed::told_clock(local.hour().unsigned_abs(), local.minute().unsigned_abs())
}

/// A session of which nobody wrote down the exercises counts as one stretch of work.
fn as_a_whole(record: &SessionRecord, kind: WorkKind) -> BoutRecord {
    BoutRecord {
        exercise: None,
        name: record.routine_name.clone(),
        kind,
        side: None,
        set: 1,
        planned_ms: record.took_ms,
        done_ms: record.took_ms,
        extended_ms: 0,
        planned_reps: 0,
        done_reps: 0,
        end: BoutEnd::Done,
    }
}

fn is_as_a_whole(record: &SessionRecord, bout: &BoutRecord) -> bool {
    record.origin == Origin::ByHand && *bout == as_a_whole(record, bout.kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Saturday, 21 November 2026, 18:38:42 where the clocks are an hour ahead.
    const NOW: Stamp = Stamp { utc_ms: 1_795_282_722_000, offset_s: 3_600 };

    fn named() -> Draft {
        let mut draft = Draft::by_hand("new".into(), NOW);
        draft.type_in(Field::Name, "  Swimming ".into());
        draft
    }

    #[test]
    fn a_new_one_is_of_just_now_and_lacks_only_a_name() {
        let draft = Draft::by_hand("new".into(), NOW);
        assert_eq!((draft.typed(Field::Day), draft.typed(Field::Clock)), ("2026-11-21", "18:28"));
        assert_eq!(draft.lacks(NOW), [(Field::Name, Lack::Empty)]);
        assert!(draft.is_new() && !draft.is_changed());
        assert_eq!(named().lacks(NOW), []);
    }

    #[test]
    fn without_exercises_it_counts_as_a_whole_and_opens_as_it_was_written() {
        let mut draft = named();
        draft.type_in(Field::Minutes, "25".into());
        draft.set_kind(WorkKind::Strength);
        let record = draft.finished();
        assert_eq!((record.routine.as_str(), record.routine_name.as_str()), ("by-hand:swimming", "Swimming"));
        assert_eq!((record.done_ms(), record.bouts[0].kind), (25 * 60_000, WorkKind::Strength));
        let again = Draft::of(record.clone());
        assert!(!again.is_changed() && !again.is_new() && again.record().bouts.is_empty());
        assert_eq!((again.kind(), again.finished()), (WorkKind::Strength, record));
    }

    #[test]
    fn each_field_says_what_it_lacks() {
        let cases = [
            (Field::Day, "2026-11-22", Lack::InFuture),
            (Field::Day, "yesterday", Lack::Unclear),
            (Field::Day, "2026-02-30", Lack::Unclear),
            (Field::Clock, "25:00", Lack::Unclear),
            (Field::Minutes, "0", Lack::Empty),
            (Field::Minutes, "many", Lack::Unclear),
            (Field::Name, "  ", Lack::Empty),
        ];
        for (field, text, lack) in cases {
            let mut draft = named();
            draft.type_in(field, text.into());
            assert_eq!(draft.lacks(NOW), [(field, lack)], "{text}");
            assert_eq!(draft.typed(field), text, "what was typed stays");
            assert!(draft.is_changed());
        }
        let mut later = named();
        later.set_began(NOW.after_ms(60_000));
        assert_eq!(later.lacks(NOW), [(Field::Clock, Lack::InFuture)]);
    }

    #[test]
    fn a_measured_beginning_keeps_its_seconds_until_its_minute_is_changed() {
        let record = SessionRecord { began: NOW, origin: Origin::Run, ..named().finished() };
        let mut draft = Draft::of(record);
        assert_eq!(draft.moment(), Some(days::local(NOW)));
        draft.type_in(Field::Day, "2026-11-20".into());
        assert_eq!(
            days::stamp_of(draft.moment().expect("a moment"), NOW.offset_s),
            NOW.after_ms(-86_400_000)
        );
        draft.type_in(Field::Clock, "18:30".into());
        assert_eq!(draft.moment().map(DateTime::second), Some(0));
    }

    #[test]
    fn what_was_done_one_by_one_makes_the_whole_longer_where_it_must() {
        let mut draft = named();
        let bout = BoutRecord { done_ms: 12 * 60_000, ..as_a_whole(draft.record(), WorkKind::Mobility) };
        draft.change(SessionRecord { bouts: vec![bout], ..draft.record().clone() });
        assert_eq!((draft.record().took_ms, draft.typed(Field::Minutes)), (12 * 60_000, "12"));
    }
}
