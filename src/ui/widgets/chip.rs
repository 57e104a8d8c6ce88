//! Chips: a word or two on a small ground.

use egui::{Align2, AsIdSalt, CornerRadius, Rect, Response, Ui};

use super::{Text, text_ui};
use crate::ui::Look;
use crate::ui::theme::{Face, Size};

/// How much a chip stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChipKind {
    /// On a card.
    OnCard,
    /// On the tint of the suggested session.
    OnHero,
    /// To be read from afar.
    Strong,
}

/// A chip.
#[derive(Clone, Copy, Debug)]
pub struct Chip<'a> {
    /// The words.
    pub text: &'a str,
    /// Type size.
    pub size: Size,
    /// How much it stands out.
    pub kind: ChipKind,
}

fn chip_text<'a>(look: &Look<'_>, chip: &Chip<'a>) -> Text<'a> {
    let colors = &look.theme.colors;
    let (face, ink) = if chip.kind == ChipKind::Strong {
        (Face::Bold, colors.on_soft)
    } else {
        (Face::Regular, colors.on_chip)
    };
    Text::new(chip.text, look.font(chip.size, face), ink).align(Align2::CENTER_CENTER)
}

/// The width the words of a chip ask for.
#[must_use]
pub fn chip_width(ui: &Ui, look: &Look<'_>, chip: &Chip<'_>) -> f32 {
    let padding = look.pt(if chip.kind == ChipKind::Strong { 14.0 } else { 10.0 });
    let galley = chip_text(look, chip).galley(ui, egui::vec2(f32::INFINITY, f32::INFINITY));
    galley.size().x + 2.0 * padding
}

/// Puts a chip at a place.
pub fn chip_ui(ui: &Ui, look: &Look<'_>, rect: Rect, salt: impl AsIdSalt, chip: &Chip<'_>) -> Response {
    let colors = &look.theme.colors;
    let ground = match chip.kind {
        ChipKind::OnCard => colors.chip,
        // Where the hero is a card like any other, as in high contrast, it would not be seen on it.
        ChipKind::OnHero if colors.card == colors.hero => colors.chip,
        ChipKind::OnHero => colors.card,
        ChipKind::Strong => colors.soft,
    };
    let radius = look.pt(look.theme.metrics.radius.chip).min(rect.height() / 2.0);
    ui.painter().rect_filled(rect, CornerRadius::same(radius as u8), ground);
    let padding = look.pt(if chip.kind == ChipKind::Strong { 10.0 } else { 6.0 });
    text_ui(ui, rect.shrink2(egui::vec2(padding, 0.0)), salt, &chip_text(look, chip))
}
