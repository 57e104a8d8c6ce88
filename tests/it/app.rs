//! The whole program without a window: by accessible names, with the clock turned by hand.

mod checking;
mod control;
mod desk_break;
mod desk_places;
mod editing;
mod editor_header;
mod editor_keeping;
mod editor_killed;
mod editor_whole;
mod exercises;
mod live;
mod progress;
mod record_deleted;
mod record_faults;
mod record_files;
mod record_killed;
mod record_unwritten;
mod recording;
mod settings;
mod shelf;
mod source;
mod writing_down;

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, SystemTime};

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;
use unhunch::app::clock::Reading;
use unhunch::app::{Launch, Unhunch};
use unhunch::store::DataFolder;

type Program = Harness<'static, Option<Unhunch>>;

/// A program over a data folder, three frames old.
fn harness(folder: PathBuf, clock: Rc<Cell<Duration>>) -> Program {
    harness_of(folder, clock, false)
}

/// The same, which may ask to have read when to stop before the first session.
fn harness_of(folder: PathBuf, clock: Rc<Cell<Duration>>, asks_safety: bool) -> Program {
    keep_from_asking(&folder);
    let build = move |ui: &mut egui::Ui, program: &mut Option<Unhunch>| {
        let ctx = ui.ctx().clone();
        let program = program.get_or_insert_with(|| open(&ctx, &folder, Rc::clone(&clock), asks_safety));
        program.advance(&ctx);
        program.show(ui);
    };
    let mut harness = Harness::builder().with_size((1280.0, 800.0)).build_ui_state(build, None);
    harness.run_steps(3);
    harness
}

/// Where nothing else was set, sessions begin without being asked how the back feels.
fn keep_from_asking(folder: &Path) {
    let settings = folder.join("settings.ron");
    if folder.is_dir() && !settings.exists() {
        std::fs::write(settings, "(version: 1, ask_before: false)").unwrap();
    }
}

/// A program, the time it lives in, and its data folder.
struct Desk {
    harness: Program,
    time: Rc<Cell<Duration>>,
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self::over(tempfile::tempdir().unwrap())
    }

    fn over(folder: TempDir) -> Self {
        let time = Rc::new(Cell::new(Duration::from_secs(1_000)));
        let harness = harness(folder.path().to_owned(), Rc::clone(&time));
        Self { harness, time, folder }
    }

    /// As the program is at home: before the first session it has something to be read.
    fn asking_safety() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let time = Rc::new(Cell::new(Duration::from_secs(1_000)));
        let harness = harness_of(folder.path().to_owned(), Rc::clone(&time), true);
        Self { harness, time, folder }
    }

    /// Lets so many seconds pass, a tenth at a time.
    fn wait(&mut self, secs: f64) {
        // Long times in steps of a second: less than would be taken for sleep.
        let step = if secs < 60.0 { 0.1 } else { 1.0 };
        for _ in 0..(secs / step).round() as usize {
            self.time.set(self.time.get() + Duration::from_millis((step * 1000.0) as u64));
            self.harness.step();
        }
    }

    fn click(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.harness.run_steps(2);
    }

    fn click_part(&mut self, part: &str) {
        self.harness.get_by_label_contains(part).click();
        self.harness.run_steps(2);
    }

    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run_steps(2);
    }

    fn time_left(&self) -> Option<String> {
        self.harness.get_by_label("Time left in the session").value()
    }

    fn shows(&self, part: &str) -> bool {
        self.harness.query_all_by_label_contains(part).next().is_some()
    }
}

fn open(ctx: &egui::Context, folder: &Path, clock: Rc<Cell<Duration>>, asks_safety: bool) -> Unhunch {
    let folder = DataFolder::open(Some(folder.to_owned())).unwrap();
    let reading = move || Reading { awake: clock.get(), wall: SystemTime::UNIX_EPOCH + clock.get() };
    Unhunch::silent(ctx, Launch { folder, start: None, watch: false, asks_safety }, reading)
}

#[test]
fn a_shipped_routine_starts_with_one_click_and_ends() {
    let mut desk = Desk::new();
    desk.click_part("Cat-cow and rest, ");
    assert!(desk.shows("Cat-Cow"), "the first exercise is named");
    desk.wait(20.0);
    assert!(desk.shows("Breathe"), "an instruction follows the breath");
    desk.wait(300.0);
    assert!(desk.shows("All done"));
    desk.click("Done");
    assert!(desk.shows("Your routines"));
}

#[test]
fn before_the_first_session_one_reads_when_to_stop_and_then_never_again() {
    let mut desk = Desk::asking_safety();
    desk.click("Start Five-minute desk break");
    assert!(desk.shows("When to stop or change something"));
    desk.click("Not now");
    assert!(desk.shows("Your routines"), "nothing began");
    desk.click("Start Five-minute desk break");
    desk.click("I have read this");
    assert!(desk.shows("Time left in the session"), "what was asked for begins");
    desk.press(Key::Escape);
    desk.click("Start Five-minute desk break");
    assert!(desk.shows("Time left in the session"), "it is asked once");
}

#[test]
fn the_keyboard_alone_runs_a_session() {
    let mut desk = Desk::new();
    desk.press(Key::Enter);
    desk.wait(10.0);
    desk.press(Key::Space);
    assert!(desk.shows("Go on"), "it is paused");
    let before = desk.time_left();
    desk.wait(30.0);
    assert_eq!(desk.time_left(), before, "time stands still");
    desk.press(Key::Space);
    desk.wait(4.0);
    assert!(desk.shows("Pause"), "after the count-in it runs");
    desk.press(Key::ArrowRight);
    desk.press(Key::ArrowLeft);
    desk.press(Key::Escape);
    desk.press(Key::ArrowDown);
    desk.press(Key::ArrowDown);
    desk.press(Key::Enter);
    assert!(desk.shows("How does your back feel now?"), "how it was is asked");
    desk.press(Key::Enter);
    assert!(desk.shows("Your routines"));
}

#[test]
fn what_hurts_stops_at_once() {
    let mut desk = Desk::new();
    desk.click("Start Five-minute desk break");
    desk.wait(12.0);
    desk.click("This hurts");
    assert!(desk.shows("Stopped"));
    desk.click("Go on without it");
    assert!(desk.shows("Neck Flexion"));
}

#[test]
fn after_the_machine_slept_the_session_waits_and_says_so() {
    let mut desk = Desk::new();
    desk.press(Key::Enter);
    desk.wait(12.0);
    desk.time.set(desk.time.get() + Duration::from_hours(1));
    desk.harness.run_steps(2);
    assert!(desk.shows("The computer slept"));
    assert!(desk.shows("Go on"));
    desk.press(Key::Space);
    desk.harness.run_steps(2);
    assert!(!desk.shows("The computer slept"));
}

#[test]
fn the_palette_is_kept() {
    let mut desk = Desk::new();
    desk.click_part("dark colours");
    let kept = std::fs::read_to_string(desk.folder.path().join("settings.ron")).unwrap();
    assert!(kept.contains("theme: Dark"), "{kept}");
    let again = Desk::over(desk.folder);
    assert!(again.shows("light colours"), "the way back is offered");
}

#[test]
fn a_broken_file_is_said_with_its_place_and_the_rest_works() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("routines")).unwrap();
    std::fs::write(folder.path().join("routines/mine.ron"), "(version: 1,\n  idd: \"mine\")").unwrap();
    let mut desk = Desk::over(folder);
    assert!(desk.shows("mine.ron:2:"), "the file and the line are named");
    desk.click("Start Five-minute desk break");
    assert!(desk.shows("Shoulder Rolls"));
}

#[test]
fn damaged_settings_are_said_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("settings.ron"), "(theme: Purple)").unwrap();
    let desk = Desk::over(folder);
    assert!(desk.shows("Some settings cannot be used: theme."));
    let kept = std::fs::read_to_string(desk.folder.path().join("settings.ron")).unwrap();
    assert_eq!(kept, "(theme: Purple)");
}

#[test]
fn a_data_folder_that_cannot_be_written_is_said_once_and_all_works() {
    let place = tempfile::tempdir().unwrap();
    // A file where the folder should be cannot be written into, whoever asks.
    let blocked = place.path().join("file");
    std::fs::write(&blocked, "").unwrap();
    let mut harness = harness(blocked, Rc::new(Cell::new(Duration::from_secs(1_000))));
    let said = |harness: &Program| harness.query_all_by_label_contains("Nothing can be saved").count();
    assert_eq!(said(&harness), 1);
    harness.query_all_by_label("Close this message").next().unwrap().click();
    harness.run_steps(2);
    assert_eq!(said(&harness), 0);
    // What cannot be read says so in its place, and not above all places once more.
    harness.get_by_label("Progress").click();
    for _ in 0..100_000 {
        harness.step();
        if harness.query_by_label("Your record cannot be shown right now").is_some() {
            break;
        }
        std::thread::yield_now();
    }
    assert!(harness.query_by_label("Your record cannot be shown right now").is_some());
    assert!(harness.query_all_by_label_contains("cannot be opened").next().is_none());
    harness.get_by_label("Today").click();
    harness.run_steps(2);
    harness.get_by_label_contains("Start Five-minute desk break").click();
    harness.run_steps(2);
    // Without settings one is asked how the back feels.
    harness.get_by_label("Skip").click();
    harness.run_steps(2);
    assert!(harness.query_all_by_label_contains("Shoulder Rolls").next().is_some());
}
