//! A year of sessions, the same every time.

use jiff::ToSpan;
use jiff::civil::Date;
use unhunch::history::Ledger;
use unhunch::model::{
    BoutEnd, BoutRecord, Feeling, Origin, SessionEnd, SessionRecord, Side, Stamp, WorkKind,
};

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

const EXERCISES: [(&str, &str, WorkKind, bool); 6] = [
    ("cat-cow", "Cat-Cow", WorkKind::Mobility, false),
    ("thread-the-needle", "Thread the Needle", WorkKind::Mobility, true),
    ("wall-slides", "Wall Slides", WorkKind::Strength, false),
    ("bird-dog", "Bird Dog", WorkKind::Strength, true),
    ("seated-row", "Seated Row", WorkKind::Strength, false),
    ("chair-rotation", "Chair Rotation", WorkKind::Mobility, true),
];

const ROUTINES: [(&str, &str); 3] = [
    ("desk-break", "Five-minute desk break"),
    ("morning", "Morning mobility"),
    ("strong-back", "A stronger upper back"),
];

/// The sessions of the year that ends on a day: most days one, some two, a pause in summer.
pub(super) fn year(today: Date) -> Vec<SessionRecord> {
    let mut chance = Chance(7);
    let mut records = Vec::new();
    for back in (0..340_i64).rev() {
        let date = today.checked_sub(back.days()).unwrap();
        if (120..140).contains(&back) || chance.below(100) < 38 {
            continue;
        }
        let sessions = if chance.below(9) == 0 { 2 } else { 1 };
        for nth in 0..sessions {
            let n = records.len();
            records.push(session(&mut chance, date, back, nth, n));
        }
    }
    records
}

fn session(chance: &mut Chance, date: Date, back: i64, nth: u64, n: usize) -> SessionRecord {
    let routine = ROUTINES[chance.below(3) as usize];
    let at = date.at(7 + 9 * nth as i8, chance.below(60) as i8, 0, 0);
    let utc_ms = at.to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp().as_millisecond();
    let bouts: Vec<BoutRecord> = (0..=chance.below(6)).flat_map(|_| bouts(chance)).collect();
    let before = 2 + (back / 110) as u64 + chance.below(3);
    let told = chance.below(4) != 0;
    SessionRecord {
        id: format!("s{n}"),
        began: Stamp { utc_ms, offset_s: 0 },
        took_ms: 400_000,
        end: if chance.below(12) == 0 { SessionEnd::Left } else { SessionEnd::Finished },
        origin: if chance.below(20) == 0 { Origin::ByHand } else { Origin::Run },
        routine: routine.0.into(),
        routine_name: routine.1.into(),
        before: Feeling { pain: told.then_some(before as u8), ..Feeling::default() },
        after: Feeling { pain: told.then_some((before - chance.below(3)) as u8), ..Feeling::default() },
        effort: (chance.below(3) != 0).then(|| 2 + chance.below(5) as u8),
        note: if chance.below(8) == 0 { "Slept badly.".into() } else { String::new() },
        bouts,
    }
}

fn bouts(chance: &mut Chance) -> Vec<BoutRecord> {
    let (id, name, kind, has_sides) = EXERCISES[chance.below(6) as usize];
    let end = match chance.below(40) {
        0 => BoutEnd::Hurt,
        1 | 2 => BoutEnd::Skipped,
        _ => BoutEnd::Done,
    };
    let sides: &[Option<Side>] = if has_sides { &[Some(Side::Left), Some(Side::Right)] } else { &[None] };
    let of = |side: Option<Side>, done_ms: u64| BoutRecord {
        exercise: Some(id.into()),
        name: name.into(),
        kind,
        side,
        set: 1,
        planned_ms: 60_000,
        done_ms: if end == BoutEnd::Skipped { 0 } else { done_ms },
        extended_ms: 0,
        planned_reps: 8,
        done_reps: 8,
        end,
    };
    let mut all: Vec<BoutRecord> =
        sides.iter().map(|side| of(*side, 60_000 + chance.below(160) * 1_000)).collect();
    if chance.below(3) == 0 {
        all.push(BoutRecord {
            exercise: None,
            name: "Calm".into(),
            kind: WorkKind::Breath,
            ..of(None, 60_000 + chance.below(60) * 1_000)
        });
    }
    all
}

/// A ledger of these sessions.
pub(super) fn ledger(records: &[SessionRecord]) -> Ledger {
    let mut ledger = Ledger::default();
    for record in records {
        ledger.put(record);
    }
    ledger
}
