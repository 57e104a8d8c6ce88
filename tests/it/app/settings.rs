//! What is set counts at once and is kept; what is breathed runs through the same session.

use std::fs;

use egui_kittest::kittest::Queryable;
use unhunch::model::{CueKind, Settings, ThemeChoice};
use unhunch::store::DataFolder;

use super::Desk;

impl Desk {
    /// Presses what has this name, wherever it is scrolled to.
    fn set(&mut self, name: &str) {
        self.harness.get_by_label(name).click_accesskit();
        self.harness.run_steps(3);
    }

    fn more(&mut self, name: &str) {
        self.harness.get_by_label(name).increment_accesskit();
        self.harness.run_steps(3);
    }

    /// What the settings file holds now.
    fn kept(&self) -> Settings {
        let folder = DataFolder::open(Some(self.folder.path().to_owned())).unwrap();
        let loaded = folder.load_settings();
        assert_eq!(loaded.problems, []);
        loaded.settings
    }
}

#[test]
fn what_is_set_is_kept_and_there_after_a_restart() {
    let mut desk = Desk::new();
    desk.set("Settings");
    desk.more("Volume");
    desk.more("Volume of “Rest”");
    desk.set("Cues: Sparse");
    desk.set("Speak the cues");
    desk.set("Halfway");
    desk.more("Time to get ready");
    desk.set("Colours: High contrast");
    desk.set("Figure: Ben");
    desk.more("You stand away");
    desk.more("Size of the card");
    let kept = desk.kept();
    assert!((kept.volume - 0.75).abs() < 1e-6);
    assert_eq!(kept.cue_volumes.get(&CueKind::Halfway), Some(&0.0));
    assert!(kept.voice.on && kept.voice.silent_on.len() == 3);
    assert_eq!(
        (kept.lead_in_secs.0, kept.theme, kept.body.as_str()),
        (9.0, ThemeChoice::HighContrast, "ben")
    );
    assert!((kept.room.distance_m - 2.1).abs() < 1e-6 && kept.room.mm_per_point.is_some());
    let again = Desk::over(desk.folder);
    assert_eq!(again.kept(), kept);
}

#[test]
fn a_group_is_set_back_and_brought_back() {
    let mut desk = Desk::new();
    desk.set("Settings");
    desk.set("Figure: Ben");
    desk.set("Reduce motion");
    desk.more("Rest");
    let before = desk.kept();
    desk.set("Set Display back to the usual values");
    let usual = desk.kept();
    assert_eq!((usual.body.as_str(), usual.reduced_motion), ("ada", false));
    assert_eq!(usual.rest_secs, before.rest_secs, "other groups stay");
    desk.set("Undo: bring back Display as it was");
    assert_eq!(desk.kept(), before);
}

#[test]
fn the_lead_in_set_holds_for_the_next_session() {
    let mut desk = Desk::new();
    let left = |desk: &mut Desk| {
        desk.click("Today");
        desk.click("Start Five-minute desk break");
        let left = desk.time_left().unwrap();
        desk.press(egui::Key::Escape);
        left
    };
    let before = left(&mut desk);
    let mut desk = Desk::over(desk.folder);
    desk.set("Settings");
    for _ in 0..6 {
        desk.more("Time to get ready");
    }
    let after = left(&mut desk);
    let secs = |text: &str| {
        let digits: Vec<u64> = text
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().unwrap())
            .collect();
        digits[0] * 60 + digits[1]
    };
    assert_eq!(secs(&after), secs(&before) + 6, "{before} and {after}");
}

#[test]
fn damaged_settings_are_kept_beside_the_new_ones() {
    let folder = tempfile::tempdir().unwrap();
    let damaged = "(theme: Dark, volume: loud, reduced_motion: true)";
    fs::write(folder.path().join("settings.ron"), damaged).unwrap();
    let mut desk = Desk::over(folder);
    assert!(desk.shows("Some settings cannot be used: volume."));
    desk.set("Settings");
    desk.set("Figure: Ben");
    assert!(desk.shows("settings.damaged-1.ron"), "the name of the copy is told");
    let kept = fs::read_to_string(desk.folder.path().join("settings.damaged-1.ron")).unwrap();
    assert_eq!(kept, damaged);
    let kept = desk.kept();
    assert_eq!((kept.theme, kept.reduced_motion, kept.body.as_str()), (ThemeChoice::Dark, true, "ben"));
}

#[test]
fn breathing_runs_whole_breaths_and_leads_back() {
    let mut desk = Desk::new();
    desk.set("Breathe");
    desk.set("Even: 5.5 in · 5.5 out");
    desk.set("1 minute");
    assert!(desk.shows("0:55 · 5 whole breaths"), "as near to a minute as whole breaths come");
    desk.set("Start breathing: Even");
    desk.wait(8.0 + 55.0 - 1.0);
    assert!(!desk.shows("All done"));
    desk.wait(2.0);
    assert!(desk.shows("All done"));
    assert!(desk.harness.query_by_label_contains("0 exercises").is_none(), "none is not counted");
    desk.click("Done");
    assert!(desk.shows("Pick a rhythm"));
    assert_eq!(desk.kept().breathe.minutes, 1);
}

#[test]
fn an_own_rhythm_is_made_breathed_deleted_and_brought_back() {
    let mut desk = Desk::new();
    desk.set("Breathe");
    desk.set("New rhythm");
    desk.more("Length of stage 2, Out");
    desk.set("Stage 2: Full");
    desk.set("Add a stage");
    desk.set("Done with changing My rhythm 1");
    let made = desk.kept().breathe;
    assert_eq!(
        (made.pattern.as_str(), made.own[0].stages[1].1.0, made.own[0].retention),
        ("own-1", 6.1, true)
    );
    desk.set("Start breathing: My rhythm 1");
    assert!(desk.shows("My rhythm 1"), "the session knows it");
    desk.wait(12.0);
    desk.press(egui::Key::Space);
    let mut desk = Desk::over(desk.folder);
    desk.set("Breathe");
    desk.set("Delete My rhythm 1");
    assert_eq!((desk.kept().breathe.own.len(), desk.kept().breathe.pattern.as_str()), (0, "calm"));
    desk.set("Undo: bring back My rhythm 1");
    assert_eq!(desk.kept().breathe, made);
}
