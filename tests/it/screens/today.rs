//! Today and the rail: what they show and ask for.

use std::time::Duration;

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable, by};
use unhunch::model::ThemeChoice;
use unhunch::ui::screens::unfinished::UnfinishedCard;
use unhunch::ui::widgets::{Banner, BannerKind};
use unhunch::ui::{BannerId, Command, Screen};

use super::stand_in::{StandIn, asked};

fn start(id: &str) -> Vec<Command> {
    vec![Command::StartRoutine(id.into())]
}

#[test]
fn start_begins_the_suggested_session() {
    let mut harness = StandIn::new().harness(1280.0, 800.0);
    harness.get_by_label("Start Five-minute desk break").click();
    harness.run();
    assert_eq!(asked(&mut harness), start("desk-break"));
}

#[test]
fn every_routine_is_a_card_that_starts_it() {
    let mut harness = StandIn::new().harness(1280.0, 800.0);
    harness.get_by_label_contains("Cat-Cow and rest, 3 min").click();
    harness.run();
    assert_eq!(asked(&mut harness), start("cat-cow-and-rest"));
    harness.get_by_label_contains("Five-minute desk break, 5 min, on a chair").click();
    harness.run();
    assert_eq!(asked(&mut harness), start("desk-break"));
}

#[test]
fn enter_and_space_start_what_is_suggested() {
    for key in [egui::Key::Enter, egui::Key::Space] {
        let mut harness = StandIn::new().harness(1280.0, 800.0);
        harness.key_press(key);
        harness.run();
        assert_eq!(asked(&mut harness), start("desk-break"));
    }
}

#[test]
fn a_focused_card_takes_enter_for_itself() {
    let mut harness = StandIn::new().harness(1280.0, 800.0);
    harness.get_by_label_contains("Cat-Cow and rest, 3 min").focus();
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(asked(&mut harness), start("cat-cow-and-rest"));
}

#[test]
fn a_session_that_was_left_is_offered_first() {
    let left = || StandIn {
        unfinished: Some(UnfinishedCard { routine: "Desk break", at: Duration::from_secs(192) }),
        ..StandIn::new()
    };
    let mut harness = left().harness(1280.0, 800.0);
    harness.get_by_label("Go on with Desk break");
    harness.get_by_label("You left at 3:12");
    harness.get_by_label("Go on with Desk break at 3:12").click();
    harness.run();
    assert_eq!(asked(&mut harness), [Command::GoOnUnfinished]);
    harness.get_by_label("Let go of Desk break at 3:12").click();
    harness.run();
    assert_eq!(asked(&mut harness), [Command::LetGoUnfinished]);
    let mut harness = left().harness(1280.0, 800.0);
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(asked(&mut harness), [Command::GoOnUnfinished]);
}

#[test]
fn the_rail_shows_the_screens_there_are_and_no_others() {
    let mut harness = StandIn::new().harness(1280.0, 800.0);
    let tabs: Vec<_> = harness.query_all(by().role(Role::Tab)).collect();
    assert_eq!(tabs.len(), Screen::ALL.len());
    harness.get_by_label("Today").click();
    harness.run();
    assert_eq!(asked(&mut harness), [Command::OpenScreen(Screen::Today)]);
}

#[test]
fn the_rail_changes_between_light_and_dark() {
    let mut harness = StandIn::new().harness(1280.0, 800.0);
    harness.get_by_label("Change to the dark colours").click();
    harness.run();
    assert_eq!(asked(&mut harness), [Command::SetTheme(ThemeChoice::Dark)]);
}

#[test]
fn a_banner_says_what_is_wrong_and_can_be_closed() {
    let mut it = StandIn::new();
    let text = it.words.get("banner-no-sound");
    it.banners =
        vec![Banner { id: BannerId(7), kind: BannerKind::Problem, text: text.clone(), offer: String::new() }];
    let mut harness = it.harness(1280.0, 800.0);
    let alert = harness.get(by().role(Role::Alert).label(&text));
    assert_eq!(alert.accesskit_node().live(), egui::accesskit::Live::Polite);
    harness.get_by_label("Close this message").click();
    harness.run();
    assert_eq!(asked(&mut harness), [Command::Dismiss(BannerId(7))]);
}

#[test]
fn no_routines_is_said_and_offers_nothing_to_start() {
    let mut it = StandIn::new();
    it.routines.clear();
    let mut harness = it.harness(1280.0, 800.0);
    harness.get_by_label("No routines yet");
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert!(asked(&mut harness).is_empty());
    assert!(harness.query_by_label_contains("Start").is_none());
}
