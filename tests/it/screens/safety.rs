//! Safety: everything that is to be known is there, by name, and a key away in the player.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use unhunch::catalog::Catalog;
use unhunch::engine::SegmentKind;
use unhunch::model::ThemeChoice;
use unhunch::text::Words;
use unhunch::ui::screens::player::Panel;
use unhunch::ui::screens::safety::SafetyView;
use unhunch::ui::screens::{ScreenView, WindowView, window_ui};
use unhunch::ui::theme::Theme;
use unhunch::ui::{Command, Look};

use super::dressed;
use super::stand_in::{StandIn, asked};

#[test]
fn every_line_can_be_read_at_every_size() {
    for size in [(800.0, 600.0), (1280.0, 800.0), (2560.0, 1440.0)] {
        let catalog = Catalog::builtin();
        let theme = Theme::shipped(ThemeChoice::Light);
        let held = (catalog.clone(), theme.clone(), Words::new("en"));
        let mut harness = dressed(held, theme, size, |ui, (catalog, theme, words)| {
            let look = Look::new(theme, words, true);
            let screen = ScreenView::Safety(SafetyView::of(catalog));
            window_ui(ui, &look, &WindowView { screen, banners: &[] }, &mut Vec::new());
        });
        harness.run();
        let safety = &catalog.safety;
        let lines = [&safety.opening, &safety.stop_rules, &safety.practices, &safety.causes];
        let stated = lines.into_iter().flatten().filter(|line| line.stated).map(|line| &line.text);
        for text in stated.chain(safety.signs.iter().map(|sign| &sign.text)) {
            let node = harness.get_by_label(text);
            assert!(node.rect().right() <= size.0 && node.rect().left() >= 60.0, "{text} at {size:?}");
        }
        for line in &safety.at_once {
            harness.get_by_label_contains(&line.text);
        }
    }
}

#[test]
fn a_key_shows_it_in_the_player_and_puts_it_away() {
    let mut harness = StandIn::playing(SegmentKind::Hold).harness(1280.0, 800.0);
    harness.key_press(Key::S);
    harness.step();
    assert_eq!(asked(&mut harness), [Command::ToggleSafety]);
    harness.state_mut().control.panel = Some(Panel::Safety);
    harness.step();
    harness.get_by_label(&Catalog::builtin().safety.stop_rules[0].text);
    harness.get_by_role_and_label(Role::Button, "Close");
    harness.key_press(Key::Escape);
    harness.step();
    assert_eq!(asked(&mut harness), [Command::ToggleSafety]);
}
