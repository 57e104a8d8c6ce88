//! The controls in the whole program: leaving and going on, the way back, the display, the keyboard.

use std::cell::RefCell;

use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

use super::*;

/// Starts the desk break and is 20 seconds into it.
fn under_way() -> Desk {
    let mut desk = Desk::new();
    desk.press(Key::Enter);
    desk.wait(20.0);
    desk
}

fn unfinished(desk: &Desk) -> PathBuf {
    desk.folder.path().join("unfinished.ron")
}

impl Desk {
    /// Closes the window and opens it again, over the same folder.
    fn reopened(self) -> Self {
        let Self { harness, folder, .. } = self;
        drop(harness);
        Self::over(folder)
    }

    fn secs_left(&self) -> u64 {
        let left = self.time_left().unwrap();
        let (minutes, secs) = left.trim_end_matches(" left").split_once(':').unwrap();
        minutes.parse::<u64>().unwrap() * 60 + secs.parse::<u64>().unwrap()
    }

    /// The program is killed: the folder is as it was at that instant.
    fn killed(self) -> Self {
        let Self { harness, folder, .. } = self;
        let copy = tempfile::tempdir().unwrap();
        for name in ["settings.ron", "unfinished.ron"] {
            let _ = std::fs::copy(folder.path().join(name), copy.path().join(name));
        }
        drop(harness);
        Self::over(copy)
    }
}

#[test]
fn the_place_in_a_routine_that_carries_pictures_is_kept_without_them() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("routines")).unwrap();
    let blocks = "blocks: [Step(exercise: \"cat-cow\"), Step(exercise: \"childs-pose\")]";
    let carried = "carried: (pictures: [(path: \"a.png\", data: \"aVBpY3R1cmU=\")])";
    let text = format!("(version: 1, id: \"sent\", name: \"A gift\", {blocks}, {carried})");
    std::fs::write(folder.path().join("routines/sent.ron"), text).unwrap();
    let mut desk = Desk::over(folder);
    desk.click_part("A gift, ");
    desk.wait(30.0);
    desk.press(Key::Escape);
    let file = unfinished(&desk);
    // What is being written is written before the program is gone.
    drop(desk.harness);
    let kept = std::fs::read_to_string(file).unwrap();
    assert!(kept.contains("\"sent\"") && !kept.contains("aVBpY3R1cmU="), "{kept}");
}

#[test]
fn leaving_asks_once_and_staying_goes_on() {
    let mut desk = under_way();
    desk.press(Key::Escape);
    assert!(desk.shows("Leave the session?"));
    desk.wait(30.0);
    desk.press(Key::Escape);
    assert!(!desk.shows("Leave the session?"));
    assert!(desk.shows("Starting in 3"), "it counts back in, where it stood still meanwhile");
    desk.wait(4.0);
    desk.press(Key::Space);
    desk.press(Key::Escape);
    desk.press(Key::Escape);
    assert!(desk.shows("Paused"), "who was paused stays paused");
}

#[test]
fn before_the_first_exercise_there_is_nothing_to_ask() {
    let mut desk = Desk::new();
    desk.press(Key::Enter);
    desk.wait(3.0);
    desk.press(Key::Escape);
    assert!(desk.shows("Your routines"));
    assert!(!desk.shows("You left at"));
}

#[test]
fn left_for_later_it_waits_on_today_even_after_a_restart_and_goes_on_at_its_place() {
    let mut desk = under_way();
    let left = desk.time_left();
    desk.press(Key::Escape);
    desk.press(Key::ArrowDown);
    desk.press(Key::Enter);
    assert!(desk.shows("Go on with Five-minute desk break"));
    assert!(desk.shows("You left at 0:20"));
    let mut desk = desk.reopened();
    desk.click("Go on with Five-minute desk break at 0:20");
    assert!(desk.shows("Starting in 8"), "time to get back into position");
    assert_eq!(desk.time_left(), left);
    desk.wait(9.0);
    assert!(desk.shows("Pause"));
    assert_ne!(desk.time_left(), left);
}

#[test]
fn left_for_good_it_is_not_offered() {
    let mut desk = under_way();
    desk.press(Key::Escape);
    desk.click("Leave for good");
    desk.press(Key::Escape);
    assert!(!desk.shows("You left at"));
    let file = unfinished(&desk);
    let desk = desk.reopened();
    assert!(!desk.shows("You left at"));
    assert!(!file.exists());
}

#[test]
fn let_go_it_is_gone() {
    let mut desk = under_way();
    desk.press(Key::Escape);
    desk.click("Leave, and go on later");
    desk.click("Let go of Five-minute desk break at 0:20");
    assert!(!desk.shows("You left at"));
    assert!(!desk.reopened().shows("You left at"));
}

#[test]
fn a_closed_window_is_gone_on_with_to_the_second() {
    let mut desk = under_way();
    desk.wait(7.0);
    assert!(desk.reopened().shows("You left at 0:27"));
}

#[test]
fn a_killed_program_loses_ten_seconds_at_most() {
    let mut desk = under_way();
    desk.wait(28.0);
    // The writer has a thread of its own: what it was given long ago is written by now.
    let deadline = 2_000;
    let at = (0..deadline)
        .find_map(|_| {
            let left = DataFolder::open(Some(desk.folder.path().to_owned())).unwrap().load_unfinished();
            let at = left.sessions.first().map(|session| session.at);
            std::thread::yield_now();
            at.filter(|at| *at >= Duration::from_secs(38))
        })
        .expect("the place is kept");
    assert!(at <= Duration::from_secs(48));
    assert!(desk.killed().shows("Go on with Five-minute desk break"));
}

#[test]
fn a_session_that_ended_is_not_offered_and_a_second_one_does_not_push_the_first_out() {
    let mut desk = under_way();
    desk.press(Key::Escape);
    desk.click("Leave, and go on later");
    desk.click_part("Cat-cow and rest, ");
    desk.wait(320.0);
    assert!(desk.shows("All done"));
    desk.click("Done");
    assert!(desk.shows("Go on with Five-minute desk break"));
    assert!(desk.reopened().shows("Go on with Five-minute desk break"));
}

#[test]
fn a_damaged_file_is_said_with_its_new_name() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("unfinished.ron"), "(version: 1, sessions: [(at_ms: 5)])").unwrap();
    let desk = Desk::over(folder);
    assert!(desk.shows("unfinished.damaged-1.ron"));
    assert!(desk.shows("Your routines"));
    assert!(desk.folder.path().join("unfinished.damaged-1.ron").exists());
}

#[test]
fn after_sleep_the_session_waits_and_can_be_left_and_gone_on_with() {
    let mut desk = under_way();
    desk.time.set(desk.time.get() + Duration::from_hours(8));
    desk.harness.run_steps(2);
    assert!(desk.shows("The computer slept"));
    let mut desk = desk.reopened();
    desk.press(Key::Enter);
    assert!(desk.shows("Starting in 8"));
    desk.wait(3.0);
    desk.time.set(desk.time.get() + Duration::from_hours(8));
    desk.harness.run_steps(2);
    assert!(desk.shows("The computer slept"), "asleep during the count-in it waits as well");
    desk.press(Key::Space);
    desk.wait(4.0);
    assert!(!desk.shows("The computer slept"));
    assert!(desk.shows("Pause"));
}

#[test]
fn trying_one_exercise_is_left_without_a_question() {
    let mut desk = Desk::new();
    desk.click("Exercises");
    desk.harness.run_steps(20);
    desk.click_part("Cat-Cow, Dynamic");
    desk.click("Try Cat-Cow now");
    desk.wait(15.0);
    desk.press(Key::Escape);
    assert!(!desk.shows("Leave the session?") && desk.shows("Done for now"));
    desk.press(Key::Escape);
    desk.click("Today");
    assert!(!desk.shows("You left at"));
}

#[test]
fn an_accidental_skip_or_restart_is_taken_back() {
    let mut desk = under_way();
    let before = desk.time_left();
    for slip in [Key::ArrowRight, Key::R] {
        desk.press(slip);
        assert_ne!(desk.time_left(), before, "{slip:?}");
        assert!(desk.shows("Return to 0:20"));
        desk.press(Key::Backspace);
        assert_eq!(desk.time_left(), before, "{slip:?}");
        assert!(!desk.shows("Return to 0:20"));
    }
    desk.press(Key::H);
    assert!(desk.shows("Stopped"));
    desk.click("Nothing hurts: return to 0:20");
    assert_eq!(desk.time_left(), before);
}

#[test]
fn one_jumps_to_a_step_from_the_list() {
    let mut desk = under_way();
    desk.press(Key::J);
    desk.press(Key::ArrowDown);
    desk.press(Key::Enter);
    assert!(desk.shows("step 2 of"));
    assert!(desk.shows("Return to 0:20"));
}

#[test]
fn loudness_and_speed_go_by_keys_and_loudness_is_kept() {
    let mut desk = under_way();
    desk.press(Key::M);
    assert!(desk.shows("Sound is off"));
    for _ in 0..3 {
        desk.press(Key::ArrowDown);
    }
    assert!(desk.shows("Sound 55 %"), "touching the loudness ends the silence");
    let (left, secs_left) = (desk.time_left(), desk.secs_left());
    desk.press(Key::Comma);
    desk.press(Key::Comma);
    assert!(desk.shows("Speed 0.8"));
    assert_ne!(desk.time_left(), left, "it takes longer");
    for _ in 0..9 {
        desk.press(Key::Comma);
    }
    assert!(desk.shows("Speed 0.5"));
    desk.press(Key::Num1);
    assert!(desk.shows("Speed 1"));
    assert!(desk.secs_left().abs_diff(secs_left) <= 1, "{} {secs_left}", desk.secs_left());
    let folder = desk.reopened().folder;
    let kept = std::fs::read_to_string(folder.path().join("settings.ron")).unwrap();
    assert!(kept.contains("volume: 0.55"), "{kept}");
}

#[test]
fn the_end_names_what_was_skipped_and_again_begins_with_a_clean_slate() {
    let mut desk = under_way();
    desk.press(Key::ArrowRight);
    desk.wait(400.0);
    assert!(desk.shows("Skipped: Shoulder Rolls"));
    desk.click("Again");
    desk.wait(400.0);
    assert!(desk.shows("All done"));
    assert!(!desk.shows("Skipped"));
}

#[test]
fn the_display_is_kept_awake_while_a_session_runs_and_let_go_with_it() {
    let told = Rc::new(RefCell::new(Vec::<bool>::new()));
    let (heard, time) = (Rc::clone(&told), Rc::new(Cell::new(Duration::from_secs(1_000))));
    let folder = tempfile::tempdir().unwrap();
    keep_from_asking(folder.path());
    let (path, clock) = (folder.path().to_owned(), Rc::clone(&time));
    let build = move |ui: &mut egui::Ui, program: &mut Option<Unhunch>| {
        let ctx = ui.ctx().clone();
        let program = program.get_or_insert_with(|| {
            let heard = Rc::clone(&heard);
            open(&ctx, &path, Rc::clone(&clock), false)
                .keeping_awake(move |awake| heard.borrow_mut().push(awake))
        });
        program.advance(&ctx);
        program.show(ui);
    };
    let mut harness = Harness::builder().with_size((1280.0, 800.0)).build_ui_state(build, None);
    harness.run_steps(2);
    assert!(told.borrow().is_empty(), "Today keeps nothing awake");
    let mut press = |key| {
        harness.key_press(key);
        harness.run_steps(2);
        time.set(time.get() + Duration::from_millis(500));
        told.borrow().clone()
    };
    assert_eq!(press(Key::Enter), [true]);
    assert_eq!(press(Key::Space), [true, false], "paused");
    assert_eq!(press(Key::Space), [true, false, true]);
    assert_eq!(press(Key::Escape), [true, false, true, false], "left");
}

/// What the keyboard reaches from the top to the bottom: role, name, and where.
fn walk(desk: &mut Desk) -> Vec<(Role, String)> {
    let mut seen = Vec::new();
    for _ in 0..60 {
        desk.press(Key::Tab);
        let nodes: Vec<_> =
            desk.harness.root().children_recursive().filter(egui_kittest::Node::is_focused).collect();
        let Some(node) = nodes.last() else { continue };
        let node = node.accesskit_node();
        let stop = (node.role(), node.label().unwrap_or_default());
        if seen.first() == Some(&stop) {
            break;
        }
        seen.push(stop);
    }
    seen
}

#[test]
fn the_keyboard_reaches_every_control_and_each_has_a_name() {
    let mut desk = under_way();
    desk.press(Key::Space);
    let stops = walk(&mut desk);
    for (role, name) in &stops {
        assert!(!name.is_empty(), "a {role:?} has no name among {stops:#?}");
    }
    let controls = [
        "Leave the session and go back to Today",
        "Sound 70 %",
        "Session",
        "Start over",
        "Back",
        "Go on",
        "Skip",
        "10 seconds more",
        "Keys",
        "Steps",
        "Slower",
        "Speed 1",
        "Faster",
        "This hurts",
    ];
    for name in controls {
        assert!(stops.iter().any(|(_, stop)| stop == name), "{name} is not reached: {stops:#?}");
    }
}

#[test]
fn a_whole_session_goes_by_keyboard_alone_through_every_panel() {
    let mut desk = under_way();
    desk.press(Key::Questionmark);
    assert!(desk.shows("Jump to a step"));
    desk.press(Key::Escape);
    desk.press(Key::H);
    assert!(desk.shows("Stopped"));
    desk.press(Key::Enter);
    desk.wait(4.0);
    assert!(desk.shows("Pause"), "it goes on");
    desk.press(Key::J);
    for _ in 0..20 {
        desk.press(Key::ArrowDown);
    }
    desk.press(Key::Enter);
    desk.press(Key::ArrowRight);
    desk.press(Key::ArrowRight);
    assert!(desk.shows("All done"));
    assert!(desk.shows("It hurt: Shoulder Rolls"));
    desk.press(Key::Tab);
    desk.press(Key::Escape);
    assert!(desk.shows("Your routines"));
    assert!(!desk.shows("You left at"));
}
