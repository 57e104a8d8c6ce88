//! The record on Progress, in the whole program: sessions from the data folder are found there by
//! period and routine, and nothing is drawn while nothing moves.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable, by};
use tempfile::TempDir;
use unhunch::model::{BoutEnd, KeptSession, Side, Stamp};
use unhunch::store::history::History;

use super::*;
use crate::report::{archive, bout, session};

/// The day of these tests, since 1970: the 5th of February 1971, a Friday.
const TODAY: i64 = 400;

/// Nine in the morning, so many days before [`TODAY`].
fn before(days: i64) -> Stamp {
    Stamp { utc_ms: ((TODAY - days) * 24 + 9) * 3_600_000, offset_s: 0 }
}

fn at_noon() -> Duration {
    Duration::from_hours(24 * TODAY.unsigned_abs() + 12)
}

/// Morning mobility half a year ago, a desk break in which something hurt, and one today.
fn three() -> Vec<KeptSession> {
    let hold = |end| bout("bird-dog", "Bird Dog", Some(Side::Left), end);
    let mut old = session("old", before(180), vec![bout("cat-cow", "Cat-Cow", None, BoutEnd::Done)]);
    old.record.routine = "morning-mobility".into();
    old.record.routine_name = "Morning mobility".into();
    let hurt = session("hurt", before(3), vec![hold(BoutEnd::Done), hold(BoutEnd::Hurt)]);
    vec![old, hurt, session("new", before(0), vec![hold(BoutEnd::Done)])]
}

fn folder_with(sessions: Vec<KeptSession>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (mut history, _) = History::open(folder.path(), before(0)).unwrap();
    history.take_in(&archive(sessions)).unwrap();
    folder
}

/// A program on Progress at noon, whose record has been read.
fn on_progress(folder: TempDir) -> Desk {
    let mut desk = Desk::over(folder);
    desk.time.set(at_noon());
    desk.harness.run_steps(2);
    desk.click("Progress");
    desk.until("Look at a year");
    desk
}

impl Desk {
    /// Rows of the list whose words have this in them.
    fn rows_with(&self, part: &str) -> usize {
        let part = part.to_owned();
        let row = by()
            .role(Role::Button)
            .predicate(move |node| node.label().is_some_and(|label| label.contains(&part)));
        self.harness.query_all(row).count()
    }
}

#[test]
fn sessions_of_the_data_folder_are_found_by_period_and_routine() {
    let mut desk = on_progress(folder_with(three()));
    desk.until("3 sessions on 3 days");
    desk.choose("Sessions");
    let rows =
        |desk: &Desk| (desk.rows_with(": Five-minute desk break, "), desk.rows_with(": Morning mobility, "));
    assert_eq!(rows(&desk), (2, 1));
    assert!(desk.shows("Today, 9:00: Five-minute desk break"));
    desk.choose("Look at 4 weeks");
    assert_eq!(rows(&desk), (2, 0));
    desk.choose("All routines, choose a routine to look at");
    desk.choose("Morning mobility");
    assert_eq!(rows(&desk), (0, 0));
    assert!(desk.shows("Nothing in this time. Look further back"));
    desk.choose("Look at all of it");
    assert_eq!(rows(&desk), (0, 1));
    desk.choose("Overview");
    assert!(desk.shows("Morning mobility: on one day of the last year."), "whose days they are is said");
}

#[test]
fn an_exercise_that_hurt_is_reviewed_and_stays_so() {
    let mut desk = on_progress(folder_with(three()));
    desk.choose("By exercise");
    desk.harness.get_by_label_contains("Bird Dog: in 2 sessions").click_accesskit();
    desk.harness.run_steps(3);
    assert!(desk.shows("This one hurt, so it is not suggested for now."));
    desk.choose("May be suggested again: Bird Dog");
    assert!(!desk.shows("This one hurt, so it is not"));
    assert!(desk.shows("Minutes of Bird Dog a week"), "it stays open");
    assert!(desk.shows("hurt in one session") || desk.shows("hurt once"), "what was stays in the record");
    let Desk { harness, folder, .. } = desk;
    drop(harness);
    let mut desk = on_progress(folder);
    desk.choose("By exercise");
    desk.harness.get_by_label_contains("Bird Dog: in 2 sessions").click_accesskit();
    desk.harness.run_steps(3);
    assert!(!desk.shows("May be suggested again: Bird Dog"));
}

#[test]
fn the_arrow_keys_walk_over_the_days_of_the_record() {
    let mut desk = on_progress(folder_with(three()));
    desk.until("3 sessions on 3 days");
    let grid = || by().role(Role::Grid);
    desk.harness.get(grid()).focus();
    desk.harness.run_steps(2);
    let said = |desk: &Desk| desk.harness.get(grid()).accesskit_node().value().unwrap_or_default();
    assert_eq!(said(&desk), "Today: one session, 30 s");
    for _ in 0..3 {
        desk.press(Key::ArrowUp);
    }
    assert_eq!(said(&desk), "Tuesday, 2 February: one session, 59 s, something hurt");
    desk.press(Key::ArrowRight);
    assert_eq!(said(&desk), "Today: one session, 30 s", "there is no day after today");
}

#[test]
fn nothing_is_drawn_while_nothing_moves_on_any_part() {
    let mut desk = on_progress(folder_with(three()));
    desk.until("3 sessions on 3 days");
    for part in ["Overview", "By exercise", "Sessions", "Plan"] {
        let button = by().role(Role::Button).label(part);
        desk.harness.get(button).click_accesskit();
        desk.harness.run_steps(30);
        let views = &desk.harness.output().viewport_output;
        assert!(views.values().all(|view| view.repaint_delay >= Duration::from_secs(30)), "{part}");
    }
}

#[test]
fn of_five_thousand_sessions_only_those_that_show_are_built() {
    let many = (0..5_000).map(|n| session(&format!("s{n:04}"), before(n % 360), Vec::new()));
    let mut desk = on_progress(folder_with(many.collect()));
    desk.until("5000 sessions on 360 days");
    desk.choose("Sessions");
    let rows = desk.rows_with(": Five-minute desk break, ");
    assert!((8..20).contains(&rows), "{rows} rows");
}

#[test]
fn an_empty_record_begins_with_what_today_suggests() {
    let folder = tempfile::tempdir().unwrap();
    let plan = r#"plan: (times: [(day: Friday, hour: 12, minute: 30, routine: "wind-down")])"#;
    let settings = format!("(version: 1, ask_before: false, {plan})");
    std::fs::write(folder.path().join("settings.ron"), settings).unwrap();
    let mut desk = Desk::over(folder);
    desk.time.set(at_noon());
    desk.harness.run_steps(3);
    let start = "Start Wind-down with deep breathing";
    assert!(desk.shows(start), "Today suggests what is planned");
    desk.click("Progress");
    desk.until("This is where it adds up");
    desk.click(start);
    assert!(desk.shows("Time left in the session"));
}
