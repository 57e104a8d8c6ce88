//! The typeface holds every character the screens can show.

use egui_kittest::Harness;
use unhunch::model::ThemeChoice;
use unhunch::ui::theme::{Face, Theme, icons};

#[test]
fn the_fonts_have_every_glyph_in_use() {
    let theme = Theme::shipped(ThemeChoice::Light);
    let harness =
        Harness::builder().with_context_setup(Theme::install_fonts).build_ui(|ui| ui.set_min_height(10.0));
    harness.ctx.fonts_mut(|fonts| {
        for face in [Face::Icons, Face::IconsFill] {
            for icon in icons::ALL {
                assert!(
                    fonts.has_glyph(&egui::FontId::new(20.0, theme.family(face)), icon),
                    "{face:?} {icon:?}"
                );
            }
        }
        for face in [Face::Regular, Face::SemiBold, Face::Bold, Face::Numerals, Face::NumeralsBold] {
            let font = egui::FontId::new(20.0, theme.family(face));
            for character in "0123456789:×·…–—’“”éüßñ+½°•".chars().chain(icons::ALL) {
                assert!(fonts.has_glyph(&font, character), "{face:?} {character:?}");
            }
        }
    });
}

#[test]
fn running_numbers_have_digits_of_one_width() {
    let theme = Theme::shipped(ThemeChoice::Light);
    let harness =
        Harness::builder().with_context_setup(Theme::install_fonts).build_ui(|ui| ui.set_min_height(10.0));
    harness.ctx.fonts_mut(|fonts| {
        for face in [Face::Numerals, Face::NumeralsBold] {
            let font = egui::FontId::new(76.0, theme.family(face));
            let widths: Vec<f32> = ('0'..='9').map(|digit| fonts.glyph_width(&font, digit)).collect();
            assert!(widths.iter().all(|width| (width - widths[0]).abs() < 0.01), "{face:?}: {widths:?}");
        }
    });
}
