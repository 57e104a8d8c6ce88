//! What leaves as a file: rows, JSON, the page to print and the calendar.

mod calendar;
mod csv;
mod json;
mod page;

use std::collections::BTreeSet;

use unhunch::history::Ledger;
use unhunch::model::{
    Archive, BoutEnd, BoutRecord, Feeling, KeptSession, Region, Remark, Said, SessionEnd, SessionRecord,
    Side, Spot, Stamp, WorkKind,
};

const DAY_MS: i64 = 24 * 3_600_000;
/// Noon of 21 November 2026 in Greenwich, a Saturday.
const NOW_MS: i64 = 1_795_262_400_000;

pub(crate) fn now() -> Stamp {
    Stamp { utc_ms: NOW_MS, offset_s: 3600 }
}

pub(crate) fn bout(exercise: &str, name: &str, side: Option<Side>, end: BoutEnd) -> BoutRecord {
    BoutRecord {
        exercise: Some(exercise.to_owned()),
        name: name.to_owned(),
        kind: WorkKind::Mobility,
        side,
        set: 1,
        planned_ms: 30_000,
        done_ms: if end == BoutEnd::Skipped { 0 } else { 29_600 },
        extended_ms: 0,
        planned_reps: 3,
        done_reps: 3,
        end,
    }
}

pub(crate) fn session(id: &str, began: Stamp, bouts: Vec<BoutRecord>) -> KeptSession {
    let record = SessionRecord {
        id: id.to_owned(),
        began,
        took_ms: 300_000,
        end: SessionEnd::Finished,
        origin: unhunch::model::Origin::Run,
        routine: "desk-break".to_owned(),
        routine_name: "Five-minute desk break".to_owned(),
        before: Feeling::default(),
        after: Feeling::default(),
        effort: None,
        note: String::new(),
        bouts,
    };
    KeptSession { record, routine_text: String::new() }
}

pub(crate) fn archive(sessions: Vec<KeptSession>) -> Archive {
    Archive { format: "unhunch-history".to_owned(), version: 1, sessions, remarks: Vec::new() }
}

fn ledger(archive: &Archive) -> Ledger {
    let mut ledger = Ledger::default();
    for kept in &archive.sessions {
        ledger.put(&kept.record);
    }
    for remark in &archive.remarks {
        ledger.say(remark.clone());
    }
    ledger
}

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// A year of a person who exercises some five days a week and gets better. `naming` makes names.
pub(crate) fn year(naming: impl Fn(&str) -> String) -> Archive {
    const EXERCISES: [(&str, WorkKind, bool); 12] = [
        ("Cat-Cow", WorkKind::Mobility, false),
        ("Chair Rotation", WorkKind::Mobility, true),
        ("Wall Stretch", WorkKind::Mobility, false),
        ("Thread the Needle", WorkKind::Mobility, true),
        ("Shoulder Rolls", WorkKind::Mobility, false),
        ("Bent-Over Row", WorkKind::Strength, false),
        ("Band Pull-Apart", WorkKind::Strength, false),
        ("Wall Angels", WorkKind::Strength, false),
        ("Doorway Stretch", WorkKind::Mobility, true),
        ("Calm breath", WorkKind::Breath, false),
        ("Child's Pose", WorkKind::Mobility, false),
        ("Neck Side Bend", WorkKind::Mobility, true),
    ];
    let mut chance = Chance(7);
    let mut sessions = Vec::new();
    for day in 0..365 {
        if chance.below(7) > 4 {
            continue;
        }
        let began = Stamp { utc_ms: NOW_MS - (364 - day) * DAY_MS - 4 * 3_600_000, offset_s: 3600 };
        let mut bouts = Vec::new();
        for _ in 0..4 + chance.below(3) {
            let (name, kind, has_sides) = EXERCISES[chance.below(12) as usize];
            let id = name.to_lowercase().replace(' ', "-");
            let sides: &[Option<Side>] =
                if has_sides { &[Some(Side::Left), Some(Side::Right)] } else { &[None] };
            for &side in sides {
                let end = match chance.below(60) {
                    0 => BoutEnd::Hurt,
                    1 => BoutEnd::Skipped,
                    2 => BoutEnd::CutShort,
                    _ => BoutEnd::Done,
                };
                let bout = bout(&id, &naming(name), side, end);
                bouts.push(BoutRecord { kind, done_ms: bout.done_ms + chance.below(40_000), ..bout });
            }
        }
        let mut kept = session(&format!("s{day}"), began, bouts);
        let pain = (6 - day / 90) as u8 + chance.below(3) as u8;
        let places = [Region::UpperBack, Region::ShoulderBlades, Region::NeckBack, Region::UpperTrapezius];
        let places = [places.as_slice(), &[Region::MidBack, Region::Shoulders, Region::LowerBack]].concat();
        let region = places[(chance.below(7) * chance.below(7) / 6) as usize];
        let paired = matches!(region, Region::ShoulderBlades | Region::UpperTrapezius | Region::Shoulders);
        let side = paired.then(|| if chance.below(3) == 0 { Side::Left } else { Side::Right });
        kept.record.before = Feeling { pain: Some(pain), spots: BTreeSet::from([Spot { region, side }]) };
        kept.record.after = Feeling { pain: Some(pain.saturating_sub(1)), spots: BTreeSet::new() };
        kept.record.effort = Some(3 + chance.below(4) as u8);
        if chance.below(9) == 0 {
            kept.record.note = naming("Slept badly, the right side pulls a little");
        }
        sessions.push(kept);
    }
    let at = sessions[100].record.began;
    let remarks = ["tingling", "recurring", "persistent", "daily-life", "no-cause", "stuck"]
        .map(|id| Remark { at, said: Said::Sign(id.to_owned()) });
    let taken_back = Remark { at: at.after_ms(DAY_MS), said: Said::NoSign("stuck".to_owned()) };
    Archive { remarks: remarks.into_iter().chain([taken_back]).collect(), ..archive(sessions) }
}
