//! Nothing is lost: drafts by the clock, saves, what was left behind, and files that something else
//! changes.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;
use unhunch::app::{Launch, State};
use unhunch::editor::{Edit, Gesture, HeadChange, Pick};
use unhunch::store::DataFolder;
use unhunch::ui::{Command, Editing, Keeping, MergePlace, Screen};

const MINE: &str = "// mine\n(version: 1, id: \"mine\", name: \"Mine\", blocks: [Rest(secs: 30)])\n";

/// The program's state over a data folder, in a time of its own.
pub(super) struct Window {
    pub(super) state: State,
    pub(super) now: Duration,
    pub(super) root: PathBuf,
}

impl Window {
    pub(super) fn at(root: &Path) -> Self {
        let folder = DataFolder::open(Some(root.to_owned())).unwrap();
        let now = Duration::from_secs(1_000);
        let launch = Launch { folder, start: None, watch: false, asks_safety: false };
        let mut it = Self { state: State::open(launch, now, || {}), now, root: root.to_owned() };
        it.ask(Command::OpenScreen(Screen::Editor));
        it
    }

    fn ask(&mut self, command: Command) {
        self.state.apply(command, self.now);
    }

    /// Does what was asked for.
    pub(super) fn edit(&mut self, asked: Editing) {
        self.ask(Command::Edit(asked));
    }

    fn keep(&mut self, asked: Keeping) {
        self.edit(Editing::Keep(asked));
    }

    pub(super) fn name(&mut self, name: &str) {
        self.edit(Editing::Do(Edit::Head(HeadChange::Name(name.to_owned())), Gesture::Single));
    }

    /// Lets time pass in the program; what it writes meanwhile is written.
    pub(super) fn pass(&mut self, millis: u64) {
        for _ in 0..millis / 50 {
            self.now += Duration::from_millis(50);
            self.settle();
        }
    }

    /// Lets what is being written come to an end; no time passes in the program.
    pub(super) fn settle(&mut self) {
        for _ in 0..10_000_000 {
            self.state.refresh();
            self.state.tick(self.now, None);
            if !self.state.is_writing() {
                return;
            }
            std::thread::yield_now();
        }
        panic!("it never ends writing");
    }

    fn save(&mut self) {
        self.edit(Editing::Save);
        self.settle();
    }

    /// The texts of all drafts on the disk.
    pub(super) fn drafts(&self) -> Vec<String> {
        let Ok(drafts) = fs::read_dir(self.root.join("drafts")) else { return Vec::new() };
        drafts.filter_map(|entry| fs::read_to_string(entry.unwrap().path().join("text.ron")).ok()).collect()
    }

    fn draft_says(&self, name: &str) -> bool {
        let drafts = self.drafts();
        assert!(drafts.len() < 2, "{drafts:?}");
        drafts.first().is_some_and(|text| text.contains(&format!("name: \"{name}\"")))
    }

    fn file(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.join("routines").join(name)
    }

    fn routines(&self) -> Vec<String> {
        let entries = fs::read_dir(self.root.join("routines")).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

fn empty() -> (TempDir, Window) {
    let temp = TempDir::new().unwrap();
    let it = Window::at(temp.path());
    (temp, it)
}

/// With a routine of the person's own, open on the desk.
fn with_mine() -> (TempDir, Window) {
    let temp = TempDir::new().unwrap();
    fs::create_dir_all(temp.path().join("routines")).unwrap();
    fs::write(temp.path().join("routines/mine.ron"), MINE).unwrap();
    let mut it = Window::at(temp.path());
    it.edit(Editing::Open("mine".to_owned()));
    (temp, it)
}

#[test]
fn a_draft_is_kept_within_a_second_and_not_at_once() {
    let (_temp, mut it) = with_mine();
    it.pass(3_000);
    assert_eq!(it.drafts(), [""; 0], "there is nothing to keep");
    it.name("Changed");
    it.pass(500);
    assert_eq!(it.drafts(), [""; 0], "a file for each letter would be too much");
    it.pass(450);
    assert!(it.draft_says("Changed"));
    assert_eq!(it.file("mine.ron"), MINE, "the file itself is as it was");
}

#[test]
fn while_one_goes_on_typing_the_draft_is_never_a_second_behind() {
    let (_temp, mut it) = with_mine();
    for n in 0..80_u64 {
        it.name(&format!("Version {n}"));
        it.pass(100);
        let oldest_kept =
            n.checked_sub(9).map(|least| (least..=n).any(|n| it.draft_says(&format!("Version {n}"))));
        assert_ne!(oldest_kept, Some(false), "at {n} the draft says {:?}", it.drafts());
    }
}

#[test]
fn a_draft_is_kept_at_once_when_the_desk_is_left_by_any_way() {
    type Way = (&'static str, fn(&mut Window));
    let ways: [Way; 4] = [
        ("to the shelf", |it| it.edit(Editing::Close)),
        ("to another screen", |it| it.ask(Command::OpenScreen(Screen::Today))),
        ("to a session", |it| it.ask(Command::StartRoutine("desk-break".to_owned()))),
        ("the window is closed", |it| it.state.close(it.now)),
    ];
    for (way, leave) in ways {
        let (_temp, mut it) = with_mine();
        it.name("Changed");
        leave(&mut it);
        let (root, now) = (it.root.clone(), it.now);
        // Dropped without another tick, as a program that ends.
        drop(it.state);
        let left = Window { state: State::open(launch(&root), now, || {}), now, root };
        assert!(left.draft_says("Changed"), "{way}: {:?}", left.drafts());
    }
}

fn launch(root: &Path) -> Launch {
    Launch {
        folder: DataFolder::open(Some(root.to_owned())).unwrap(),
        start: None,
        watch: false,
        asks_safety: false,
    }
}

#[test]
fn undone_to_what_is_saved_there_is_no_draft_any_more() {
    let (_temp, mut it) = with_mine();
    it.name("Changed");
    it.pass(1_000);
    assert!(it.draft_says("Changed"));
    it.edit(Editing::Undo);
    it.settle();
    assert_eq!(it.drafts(), [""; 0]);
    it.edit(Editing::Redo);
    it.pass(1_000);
    assert!(it.draft_says("Changed"));
}

#[test]
fn saving_writes_the_file_keeps_the_old_one_and_ends_the_draft() {
    let (temp, mut it) = with_mine();
    it.name("Changed");
    it.pass(1_000);
    it.save();
    assert!(it.file("mine.ron").contains("name: \"Changed\""));
    assert!(it.file("mine.ron").starts_with("// mine\n"), "the comment stays");
    assert_eq!(fs::read_to_string(temp.path().join("backups/mine-1.ron")).unwrap(), MINE);
    assert_eq!(it.drafts(), [""; 0]);
    it.name("Changed again");
    it.edit(Editing::Undo);
    it.pass(2_000);
    assert_eq!(it.drafts(), [""; 0], "it is as saved");
    it.edit(Editing::Undo);
    it.save();
    assert!(it.file("mine.ron").contains("name: \"Mine\""), "what was before the save can be had back");
    assert_eq!(it.routines(), ["mine.ron"]);
}

#[test]
fn a_file_that_is_opened_and_saved_is_the_same_to_the_byte() {
    let (_temp, mut it) = with_mine();
    it.save();
    assert_eq!(it.file("mine.ron"), MINE);
    it.name("Changed");
    it.edit(Editing::Undo);
    it.save();
    assert_eq!(it.file("mine.ron"), MINE);
}

#[test]
fn a_new_routine_takes_its_id_from_its_name_once() {
    let (_temp, mut it) = empty();
    it.edit(Editing::New);
    it.pass(2_000);
    assert_eq!(it.drafts(), [""; 0], "nothing was done to it");
    it.name("Morning at the desk");
    it.save();
    assert_eq!(it.routines(), ["morning-at-the-desk.ron"]);
    assert!(it.file("morning-at-the-desk.ron").contains("id: \"morning-at-the-desk\""));
    it.name("Evening");
    it.save();
    assert_eq!(it.routines(), ["morning-at-the-desk.ron"], "the id says which it is; a name can change");
    assert!(it.file("morning-at-the-desk.ron").contains("id: \"morning-at-the-desk\""));
    it.edit(Editing::Undo);
    it.save();
    let text = it.file("morning-at-the-desk.ron");
    assert!(text.contains("id: \"morning-at-the-desk\"") && text.contains("name: \"Morning"), "{text}");
    it.edit(Editing::New);
    it.name("Morning at the desk");
    it.save();
    assert_eq!(it.routines(), ["morning-at-the-desk-2.ron", "morning-at-the-desk.ron"]);
}

#[test]
fn a_shipped_routine_is_opened_as_a_copy() {
    let (_temp, mut it) = empty();
    it.edit(Editing::Open("desk-break".to_owned()));
    it.save();
    let [name] = it.routines().try_into().unwrap();
    let text = it.file(&name);
    assert!(text.contains("name: \"Copy of ") && !text.contains("id: \"desk-break\""), "{text}");
    it.edit(Editing::Close);
    it.edit(Editing::Open("desk-break".to_owned()));
    it.save();
    let second = it.routines().into_iter().find(|other| *other != name).unwrap();
    assert!(it.file(&second).contains("name: \"Copy 2 of "), "{}", it.file(&second));
}

#[test]
fn what_was_left_behind_is_there_again() {
    let (_temp, mut it) = with_mine();
    it.name("Changed");
    it.pass(1_000);
    let root = it.root.clone();
    drop(it);
    let mut it = Window::at(&root);
    assert!(it.draft_says("Changed"));
    it.edit(Editing::Open("mine".to_owned()));
    it.settle();
    it.save();
    assert!(it.file("mine.ron").contains("name: \"Changed\""));
    assert_eq!(it.drafts(), [""; 0]);
}

#[test]
fn a_draft_that_tells_no_more_than_the_file_is_cleared_away() {
    let (_temp, mut it) = with_mine();
    it.name("Changed");
    it.pass(1_000);
    let drafted = it.drafts().remove(0);
    let root = it.root.clone();
    drop(it);
    fs::write(root.join("routines/mine.ron"), drafted).unwrap();
    let it = Window::at(&root);
    assert_eq!(it.drafts(), [""; 0]);
}

#[test]
fn what_cannot_be_written_is_tried_again_until_it_can() {
    let (temp, mut it) = with_mine();
    // Nobody can make a folder where there is a file, not even root.
    fs::write(temp.path().join("drafts"), "").unwrap();
    it.name("Changed");
    it.pass(5_000);
    fs::remove_file(temp.path().join("drafts")).unwrap();
    it.pass(10_000);
    assert!(it.draft_says("Changed"));
}

#[test]
fn a_save_that_fails_loses_nothing_and_can_be_tried_again() {
    let (temp, mut it) = empty();
    it.edit(Editing::New);
    it.name("Kept");
    fs::remove_dir(temp.path().join("routines")).unwrap();
    fs::write(temp.path().join("routines"), "").unwrap();
    it.save();
    assert!(it.draft_says("Kept"));
    fs::remove_file(temp.path().join("routines")).unwrap();
    it.save();
    assert_eq!(it.routines(), ["kept.ron"]);
    assert_eq!(it.drafts(), [""; 0]);
}

/// The file is changed by something else while `Changed` is not saved.
fn torn() -> (TempDir, Window, String) {
    let (temp, mut it) = with_mine();
    it.name("Changed");
    let theirs = MINE.replace("Mine", "Theirs");
    fs::write(it.path("mine.ron"), &theirs).unwrap();
    it.save();
    assert_eq!(it.file("mine.ron"), theirs, "it is not written over");
    (temp, it, theirs)
}

#[test]
fn of_two_versions_mine_can_be_kept_and_theirs_is_a_backup() {
    let (temp, mut it, theirs) = torn();
    it.save();
    assert_eq!(it.file("mine.ron"), theirs, "saving again asks again");
    it.keep(Keeping::Mine);
    it.settle();
    assert!(it.file("mine.ron").contains("name: \"Changed\""));
    assert_eq!(fs::read_to_string(temp.path().join("backups/mine-1.ron")).unwrap(), theirs);
}

#[test]
fn of_two_versions_theirs_can_be_taken_and_mine_is_a_step_back() {
    let (_temp, mut it, theirs) = torn();
    it.keep(Keeping::Theirs);
    it.pass(1_000);
    assert_eq!((it.file("mine.ron"), it.drafts()), (theirs, Vec::new()));
    it.edit(Editing::Undo);
    it.save();
    assert!(it.file("mine.ron").contains("name: \"Changed\""));
}

#[test]
fn of_two_versions_what_only_one_changed_is_put_together() {
    let (_temp, mut it) = with_mine();
    it.edit(Editing::Do(Edit::Head(HeadChange::Summary("By me".to_owned())), Gesture::Single));
    let theirs = MINE.replace("Mine", "Theirs");
    fs::write(it.path("mine.ron"), &theirs).unwrap();
    it.save();
    it.keep(Keeping::Merge);
    it.save();
    let text = it.file("mine.ron");
    assert!(text.contains("name: \"Theirs\"") && text.contains("summary: \"By me\""), "{text}");
    it.edit(Editing::Undo);
    it.save();
    assert!(it.file("mine.ron").contains("name: \"Mine\""), "it is a step that can be taken back");
}

#[test]
fn where_both_changed_the_same_it_is_picked() {
    for (pick, name) in [(Pick::Mine, "Changed"), (Pick::Theirs, "Theirs")] {
        let (_temp, mut it, _) = torn();
        it.keep(Keeping::Pick(MergePlace::Head(0), pick));
        it.keep(Keeping::Merge);
        it.save();
        assert!(it.file("mine.ron").contains(&format!("name: \"{name}\"")), "{}", it.file("mine.ron"));
    }
}

#[test]
fn of_two_versions_mine_can_be_saved_as_another_routine() {
    let (_temp, mut it, theirs) = torn();
    it.keep(Keeping::Copy);
    it.settle();
    assert_eq!(it.file("mine.ron"), theirs);
    assert_eq!(it.routines(), ["copy-of-changed.ron", "mine.ron"]);
    let copy = it.file("copy-of-changed.ron");
    assert!(copy.contains("id: \"copy-of-changed\"") && copy.contains("name: \"Copy of Changed\""), "{copy}");
}

#[test]
fn a_decision_can_be_put_off() {
    let (_temp, mut it, theirs) = torn();
    it.keep(Keeping::Later);
    it.name("Changed more");
    it.pass(1_000);
    assert!(it.draft_says("Changed more"));
    assert_eq!(it.file("mine.ron"), theirs);
    it.keep(Keeping::Decide);
    it.keep(Keeping::Mine);
    it.settle();
    assert!(it.file("mine.ron").contains("name: \"Changed more\""));
}

#[test]
fn two_windows_on_one_file_overwrite_nothing_of_each_other() {
    let (_temp, mut one) = with_mine();
    let mut other = Window::at(&one.root);
    other.edit(Editing::Open("mine".to_owned()));
    one.name("By one");
    other.name("By the other");
    one.save();
    other.save();
    assert!(one.file("mine.ron").contains("name: \"By one\""));
    other.keep(Keeping::Mine);
    other.settle();
    assert!(one.file("mine.ron").contains("name: \"By the other\""));
}

#[test]
fn what_was_deleted_elsewhere_while_it_was_changed_here_is_asked_about() {
    let (_temp, mut it) = with_mine();
    it.name("Changed");
    fs::remove_file(it.path("mine.ron")).unwrap();
    it.save();
    assert_eq!(it.routines(), [""; 0], "it is asked about first");
    it.keep(Keeping::Mine);
    it.settle();
    assert!(it.file("mine.ron").contains("name: \"Changed\""));
}

#[test]
fn a_file_that_cannot_be_read_is_opened_as_text_and_no_card_writes_over_it() {
    let temp = TempDir::new().unwrap();
    fs::create_dir_all(temp.path().join("routines")).unwrap();
    fs::write(temp.path().join("routines/broken.ron"), "(version: 1, blocks: [Rest(").unwrap();
    let mut it = Window::at(temp.path());
    it.keep(Keeping::OpenFile(it.path("broken.ron")));
    it.name("Whole");
    it.save();
    assert_eq!(it.file("broken.ron"), "(version: 1, blocks: [Rest(");
}

#[test]
fn whatever_ended_its_lines_they_end_alike_once_it_is_saved() {
    let temp = TempDir::new().unwrap();
    fs::create_dir_all(temp.path().join("routines")).unwrap();
    let from_elsewhere = format!("\u{FEFF}{}", MINE.replace(", ", ",\n").replace('\n', "\r\n"));
    fs::write(temp.path().join("routines/mine.ron"), &from_elsewhere).unwrap();
    let mut it = Window::at(temp.path());
    it.edit(Editing::Open("mine".to_owned()));
    it.pass(2_000);
    it.save();
    assert_eq!(it.file("mine.ron"), from_elsewhere, "opening it changes no byte");
    assert_eq!(it.drafts(), [""; 0]);

    let plain = MINE.replace(", ", ",\n");
    it.edit(Editing::Write(format!("{plain}//\r\n// pasted\r\n")));
    it.save();
    assert_eq!(it.file("mine.ron"), format!("{plain}//\n// pasted\n"));

    it.edit(Editing::Undo);
    it.save();
    assert_eq!(it.file("mine.ron"), plain, "what was there before has no other line ends either");

    fs::write(it.path("mine.ron"), &from_elsewhere).unwrap();
    it.name("Another");
    it.save();
    it.keep(Keeping::Theirs);
    it.edit(Editing::Write(plain));
    it.save();
    assert_eq!(it.file("mine.ron"), from_elsewhere, "taken in from there, it says the same");
}
