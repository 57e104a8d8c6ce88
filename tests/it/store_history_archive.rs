//! An archive taken into an empty record gives the same back.

use std::collections::BTreeSet;

use proptest::prelude::*;
use unhunch::model::{
    Archive, BoutEnd, BoutRecord, Feeling, KeptSession, Origin, Region, Remark, Said, SessionEnd,
    SessionRecord, Side, Spot, Stamp, WorkKind,
};
use unhunch::store::history::TakenIn;

use super::store_history::{NOON, data_folder, open};

/// Milliseconds, up to what a file can hold.
const MOST_MS: u64 = i64::MAX as u64;

fn stamp() -> impl Strategy<Value = Stamp> {
    (any::<i64>(), -64_800..64_800).prop_map(|(utc_ms, offset_s)| Stamp { utc_ms, offset_s })
}

fn side() -> impl Strategy<Value = Option<Side>> {
    prop::sample::select(vec![None, Some(Side::Left), Some(Side::Right)])
}

fn feeling() -> impl Strategy<Value = Feeling> {
    let region = prop::sample::select(vec![
        Region::NeckFront,
        Region::ShoulderBlades,
        Region::Hips,
        Region::ThighBack,
    ]);
    let spot = (region, side()).prop_map(|(region, side)| Spot { region, side });
    (prop::option::of(0..=10_u8), prop::collection::btree_set(spot, 0..4))
        .prop_map(|(pain, spots): (_, BTreeSet<Spot>)| Feeling { pain, spots })
}

fn bout() -> impl Strategy<Value = BoutRecord> {
    let ends = vec![BoutEnd::Done, BoutEnd::CutShort, BoutEnd::Skipped, BoutEnd::Hurt];
    let what = (prop::option::of(".{0,12}"), ".{0,20}", prop::sample::select(WorkKind::ALL.to_vec()), side());
    let much = (any::<u16>(), 0..=MOST_MS, 0..=MOST_MS, 0..=MOST_MS, any::<u16>(), any::<u16>());
    (what, much, prop::sample::select(ends)).prop_map(|((exercise, name, kind, side), much, end)| {
        let (set, planned_ms, done_ms, extended_ms, planned_reps, done_reps) = much;
        BoutRecord {
            exercise,
            name,
            kind,
            side,
            set,
            planned_ms,
            done_ms,
            extended_ms,
            planned_reps,
            done_reps,
            end,
        }
    })
}

fn session() -> impl Strategy<Value = KeptSession> {
    let ends = vec![SessionEnd::Open, SessionEnd::Left, SessionEnd::Finished];
    let what = (stamp(), 0..=MOST_MS, prop::sample::select(ends), any::<bool>(), ".{0,12}", "(?s).{0,20}");
    let felt = (feeling(), feeling(), prop::option::of(0..=10_u8), "(?s).{0,40}");
    let texts = prop::sample::select(vec![String::new(), "(one)".to_owned(), "(two)\r\n".repeat(900)]);
    (what, felt, prop::collection::vec(bout(), 0..5), texts).prop_map(|(what, felt, bouts, routine_text)| {
        let (began, took_ms, end, is_run, routine, routine_name) = what;
        let (before, after, effort, note) = felt;
        let origin = if is_run { Origin::Run } else { Origin::ByHand };
        let record = SessionRecord {
            id: String::new(),
            began,
            took_ms,
            end,
            origin,
            routine,
            routine_name,
            before,
            after,
            effort,
            note,
            bouts,
        };
        KeptSession { record, routine_text }
    })
}

fn remark() -> impl Strategy<Value = Remark> {
    (stamp(), 0..4, ".{0,8}").prop_map(|(at, what, id)| {
        let said = match what {
            0 => Said::Sign(id),
            1 => Said::NoSign(id),
            2 => Said::Reviewed(id),
            _ => Said::Heard(id),
        };
        Remark { at, said }
    })
}

/// An archive in order, as they are written.
fn archive() -> impl Strategy<Value = Archive> {
    let sessions = prop::collection::btree_map("(?s).{0,9}", session(), 0..8);
    let remarks = (prop::collection::vec(remark(), 0..6), any::<bool>());
    (sessions, remarks).prop_map(|(sessions, (mut remarks, is_doubled))| {
        let with_id = |(id, mut session): (String, KeptSession)| {
            session.record.id = id;
            session
        };
        let mut sessions: Vec<_> = sessions.into_iter().map(with_id).collect();
        sessions.sort_by_key(|session| (session.record.began, session.record.id.clone()));
        remarks.sort_by_key(|remark| remark.at);
        if is_doubled && let Some(last) = remarks.last().cloned() {
            remarks.push(last);
        }
        Archive { format: "unhunch-history".to_owned(), version: 1, sessions, remarks }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn taken_into_an_empty_record_it_comes_back_the_same(archive in archive()) {
        let temp = data_folder();
        let mut history = open(temp.path(), NOON);
        let taken = history.take_in(&archive).unwrap();
        let all = TakenIn { added: archive.sessions.len(), remarks: archive.remarks.len(), ..TakenIn::default() };
        prop_assert_eq!(taken, all);
        drop(history);
        let mut history = open(temp.path(), NOON);
        prop_assert_eq!(&history.archive().unwrap(), &archive);
        let ledger = history.ledger().unwrap();
        prop_assert_eq!(ledger.sessions().len(), archive.sessions.len());
        let again = history.take_in(&archive).unwrap();
        let known = TakenIn { known: archive.sessions.len(), ..TakenIn::default() };
        prop_assert_eq!(again, known);
    }
}
