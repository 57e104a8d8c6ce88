//! What is put down of the sessions that run in the window, read from the database afterwards.

use egui::Key;
use tempfile::TempDir;
use unhunch::model::{
    BoutEnd, BoutRecord, Feeling, KeptSession, Origin, SessionEnd, SessionRecord, Side, Stamp, WorkKind,
};
use unhunch::store::history::History;
use unhunch::store::ron_text::read_routine;

use super::*;

/// A hold on either side, repetitions both ways and breathing: 8 s to get ready, then 20 s a side.
pub(super) const MIXED: &str = r#"(
    version: 1, id: "mixed", name: "A mix", defaults: (rest_secs: 5, switch_secs: 4),
    blocks: [
        Step(exercise: "neck-stretch", dose: Hold(secs: 20, times: 1)),
        Step(exercise: "shoulder-rolls", dose: Reps(count: 5)),
        Breathe(pattern: "calm", secs: 30),
    ],
)"#;

pub(super) fn with_routine(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("routines")).unwrap();
    std::fs::write(folder.path().join("routines/mixed.ron"), text).unwrap();
    folder
}

/// The record of a folder that no program has open.
pub(super) fn sessions(folder: &TempDir) -> Vec<KeptSession> {
    let (history, notes) = History::open(folder.path(), Stamp::default()).unwrap();
    assert_eq!(notes, []);
    history.archive().unwrap().sessions
}

pub(super) fn only(folder: &TempDir) -> SessionRecord {
    let sessions = sessions(folder);
    assert_eq!(sessions.len(), 1, "{sessions:#?}");
    sessions[0].record.clone()
}

/// What was done: which exercise, which side, how it ended.
fn ends(record: &SessionRecord) -> Vec<(&str, Option<Side>, BoutEnd)> {
    record.bouts.iter().map(|bout| (bout.name.as_str(), bout.side, bout.end)).collect()
}

impl Desk {
    /// Closes the window: everything is written then.
    pub(super) fn closed(self) -> TempDir {
        let Self { harness, folder, .. } = self;
        drop(harness);
        folder
    }

    /// Lets so many seconds pass, one at a time.
    pub(super) fn pass(&mut self, secs: u64) {
        for _ in 0..secs {
            self.time.set(self.time.get() + Duration::from_secs(1));
            self.harness.step();
        }
    }

    fn leave_for_good(&mut self) {
        self.press(Key::Escape);
        self.click("Leave for good");
        // How it was stays unsaid.
        self.press(Key::Escape);
    }
}

#[test]
fn a_session_done_to_its_end_is_in_the_record_with_its_routine() {
    let mut desk = Desk::new();
    desk.click("Start Five-minute desk break");
    desk.pass(400);
    assert!(desk.shows("All done"));
    let folder = desk.closed();
    let record = only(&folder);
    assert_eq!((record.end, record.origin), (SessionEnd::Finished, Origin::Run));
    assert_eq!(
        (record.routine.as_str(), record.routine_name.as_str()),
        ("desk-break", "Five-minute desk break")
    );
    assert_eq!(record.began.utc_ms, 1_000_000, "when it was started, not when the work began");
    assert!(record.took_ms > record.done_ms() && record.took_ms < 400_000, "{}", record.took_ms);
    assert!(record.bouts.iter().all(|bout| bout.end == BoutEnd::Done && bout.done_ms == bout.planned_ms));
    assert!(record.bouts.len() > 6);
    assert!(record.id.len() >= 16 && record.id.chars().all(|c| c.is_ascii_hexdigit()), "{}", record.id);
    let text = &sessions(&folder)[0].routine_text;
    assert_eq!(read_routine(text).unwrap().blocks.len(), 6);
}

#[test]
fn what_was_done_skipped_extended_and_hurt_is_told_by_side() {
    let mut desk = Desk::over(with_routine(MIXED));
    desk.click_part("A mix, ");
    desk.pass(12);
    desk.click("10 seconds more");
    desk.pass(34);
    desk.press(Key::ArrowRight);
    desk.press(Key::ArrowRight);
    desk.press(Key::ArrowRight);
    desk.pass(3);
    desk.click("This hurts");
    desk.click("Go on without it");
    desk.leave_for_good();
    let record = only(&desk.closed());
    assert_eq!(record.end, SessionEnd::Left);
    let [left, right, rolls] = &record.bouts[..] else { panic!("{:#?}", record.bouts) };
    let (sides, ends): (Vec<_>, Vec<_>) = [left, right].map(|bout| (bout.side, bout.end)).into_iter().unzip();
    assert!(sides.contains(&Some(Side::Left)) && sides.contains(&Some(Side::Right)), "{sides:?}");
    assert_eq!(ends, [BoutEnd::Done, BoutEnd::CutShort]);
    assert_eq!(left.done_ms, left.planned_ms + left.extended_ms);
    assert!(left.extended_ms > 0 && right.done_ms > 1_000 && right.done_ms < right.planned_ms);
    assert_eq!((rolls.exercise.as_deref(), rolls.end), (Some("shoulder-rolls"), BoutEnd::Hurt));
    assert_eq!(rolls.done_ms, 3_000);
}

#[test]
fn a_slip_that_is_taken_back_is_not_in_the_record() {
    let mut desk = Desk::over(with_routine(MIXED));
    desk.click_part("A mix, ");
    desk.pass(12);
    desk.click("This hurts");
    desk.pass(1);
    desk.press(Key::Backspace);
    desk.pass(30);
    desk.leave_for_good();
    let record = only(&desk.closed());
    assert!(!record.bouts.iter().any(|bout| bout.end == BoutEnd::Hurt), "{:#?}", record.bouts);
}

#[test]
fn a_session_that_is_skipped_to_its_end_and_gone_on_with_is_open_again() {
    let mut desk = Desk::over(with_routine(MIXED));
    desk.click_part("A mix, ");
    desk.pass(12);
    desk.press(Key::End);
    for _ in 0..12 {
        desk.press(Key::ArrowRight);
    }
    assert!(desk.shows("All done"));
    desk.press(Key::Backspace);
    desk.leave_for_good();
    assert_eq!(only(&desk.closed()).end, SessionEnd::Left);
}

#[test]
fn left_before_the_first_work_there_is_nothing_to_put_down() {
    let mut desk = Desk::new();
    desk.click("Start Five-minute desk break");
    desk.pass(5);
    desk.press(Key::Escape);
    assert_eq!(sessions(&desk.closed()), []);
}

#[test]
fn trying_an_exercise_and_breathing_are_put_down_as_well() {
    let mut desk = Desk::new();
    desk.click("Breathe");
    desk.click_part("Start breathing");
    desk.pass(30);
    desk.leave_for_good();
    desk.click("Exercises");
    desk.harness.get_by_label("Search exercises").focus();
    desk.harness.run_steps(1);
    desk.harness.get_by_label("Search exercises").type_text("wall stretch");
    desk.harness.run_steps(3);
    desk.click_part("Wall Stretch, Desk");
    desk.click("Try Wall Stretch now");
    desk.pass(20);
    desk.press(Key::Escape);
    let kept = sessions(&desk.closed());
    let [breathing, trying] = &kept[..] else { panic!("{kept:#?}") };
    let [breath] = &breathing.record.bouts[..] else { panic!("{breathing:#?}") };
    assert_eq!((breath.exercise.as_deref(), breath.kind), (None, WorkKind::Breath));
    assert_eq!(trying.record.bouts[0].exercise.as_deref(), Some("wall-stretch"));
    assert_ne!(breathing.record.id, trying.record.id);
}

#[test]
fn begun_again_after_its_end_it_is_another_session() {
    let mut desk = Desk::over(with_routine(MIXED));
    desk.click_part("A mix, ");
    desk.pass(200);
    assert!(desk.shows("All done"));
    desk.click("Again");
    desk.pass(12);
    desk.leave_for_good();
    let kept = sessions(&desk.closed());
    let ends: Vec<_> = kept.iter().map(|kept| kept.record.end).collect();
    assert_eq!(ends, [SessionEnd::Finished, SessionEnd::Left]);
    assert_eq!(kept[1].record.bouts.len(), 1);
    assert!(kept[1].record.began > kept[0].record.began.after_ms(199_000));
    assert!(!kept[1].routine_text.is_empty());
}

/// Leaves the routine 12 s in, which is 4 s into the first hold.
fn left_for_later() -> TempDir {
    let mut desk = Desk::over(with_routine(MIXED));
    desk.click_part("A mix, ");
    desk.pass(12);
    desk.press(Key::Escape);
    desk.click("Leave, and go on later");
    desk.closed()
}

#[test]
fn gone_on_with_later_it_is_one_record_and_keeps_what_was_said() {
    let folder = left_for_later();
    let mut before = only(&folder);
    assert_eq!(ends(&before)[0].2, BoutEnd::CutShort);
    before.note = "in the park".into();
    before.before = Feeling { pain: Some(4), ..Feeling::default() };
    before.effort = Some(3);
    let (mut history, _) = History::open(folder.path(), Stamp::default()).unwrap();
    history.put(&before, None).unwrap();
    drop(history);
    let mut desk = Desk::over(folder);
    desk.click("Go on with A mix at 0:12");
    desk.pass(200);
    assert!(desk.shows("All done"));
    let record = only(&desk.closed());
    assert_eq!(record.id, before.id);
    assert_eq!((record.end, record.began), (SessionEnd::Finished, before.began));
    assert!(record.bouts.iter().all(|bout| bout.end == BoutEnd::Done), "{:#?}", record.bouts);
    assert_eq!(record.bouts[0].done_ms, record.bouts[0].planned_ms, "it is one hold");
    assert!(record.took_ms > before.took_ms + 60_000);
    assert_eq!((record.note.as_str(), record.effort, record.before.pain), ("in the park", Some(3), Some(4)));
}

#[test]
fn gone_on_with_where_the_record_is_lost_it_is_put_down_whole() {
    let folder = left_for_later();
    for name in ["history.db", "history.db-wal", "history.db-shm"] {
        let _ = std::fs::remove_file(folder.path().join(name));
    }
    let _ = std::fs::remove_dir_all(folder.path().join("backups"));
    let mut desk = Desk::over(folder);
    desk.click("Go on with A mix at 0:12");
    desk.pass(200);
    let record = only(&desk.closed());
    assert_eq!(record.end, SessionEnd::Finished);
    assert_eq!(record.bouts[0].done_ms, record.bouts[0].planned_ms);
}

#[test]
fn without_a_record_sessions_run_and_are_put_down_once_it_is_there_again() {
    let folder = with_routine(MIXED);
    let path = folder.path().join("history.db");
    std::fs::create_dir(&path).unwrap();
    let mut desk = Desk::over(folder);
    desk.until("The record of your sessions cannot be opened");
    desk.click("Close this message");
    desk.click_part("A mix, ");
    desk.pass(200);
    assert!(desk.shows("All done"));
    assert!(!desk.shows("The record of your sessions"), "it is said once");
    std::fs::remove_dir(&path).unwrap();
    let record = only(&desk.closed());
    assert_eq!((record.end, record.bouts.len()), (SessionEnd::Finished, 5));
}

#[test]
fn a_record_that_is_there_again_is_no_longer_missed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("history.db");
    std::fs::create_dir(&path).unwrap();
    let mut desk = Desk::over(folder);
    desk.until("The record of your sessions cannot be opened");
    std::fs::remove_dir(&path).unwrap();
    desk.harness.event(egui::Event::WindowFocused(true));
    for _ in 0..100_000 {
        if !desk.shows("The record of your sessions") {
            return;
        }
        desk.harness.step();
        std::thread::yield_now();
    }
    panic!("it is still said");
}

/// A bout is as long as it was done for.
#[test]
fn what_is_done_adds_up() {
    let mut desk = Desk::over(with_routine(MIXED));
    desk.click_part("A mix, ");
    desk.pass(60);
    desk.press(Key::Space);
    desk.pass(30);
    desk.leave_for_good();
    let record = only(&desk.closed());
    let done: u64 = record.bouts.iter().map(|bout: &BoutRecord| bout.done_ms).sum();
    assert!(done > 35_000 && done < 52_000, "{done}");
    assert!((90_000..91_000).contains(&record.took_ms), "pauses and all: {}", record.took_ms);
}
