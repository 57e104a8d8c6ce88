//! Colour tokens, written as `"#RRGGBB"` or `"#RRGGBBAA"`.

use egui::Color32;
use serde::{Deserialize, Deserializer, de::Error};

use crate::figure::Rgba;

/// Colours of the window.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colors {
    /// Behind everything.
    #[serde(deserialize_with = "hex")]
    pub paper: Color32,
    /// The rail.
    #[serde(deserialize_with = "hex")]
    pub rail: Color32,
    /// Cards and the stage.
    #[serde(deserialize_with = "hex")]
    pub card: Color32,
    /// The suggested session.
    #[serde(deserialize_with = "hex")]
    pub hero: Color32,
    /// Edges of cards.
    #[serde(deserialize_with = "hex")]
    pub line: Color32,
    /// Edges that must be seen to find a control.
    #[serde(deserialize_with = "hex")]
    pub edge: Color32,
    /// Text.
    #[serde(deserialize_with = "hex")]
    pub ink: Color32,
    /// Text that matters less.
    #[serde(deserialize_with = "hex")]
    pub quiet: Color32,
    /// Ornament that carries nothing.
    #[serde(deserialize_with = "hex")]
    pub faint: Color32,
    /// Main buttons and the playhead.
    #[serde(deserialize_with = "hex")]
    pub teal: Color32,
    /// Text on teal.
    #[serde(deserialize_with = "hex")]
    pub on_teal: Color32,
    /// Second buttons and what is chosen.
    #[serde(deserialize_with = "hex")]
    pub soft: Color32,
    /// Text on soft.
    #[serde(deserialize_with = "hex")]
    pub on_soft: Color32,
    /// Plain buttons.
    #[serde(deserialize_with = "hex")]
    pub neutral: Color32,
    /// Text on neutral.
    #[serde(deserialize_with = "hex")]
    pub on_neutral: Color32,
    /// Work, now: the ring and the bout under the playhead.
    #[serde(deserialize_with = "hex")]
    pub effort: Color32,
    /// "This hurts".
    #[serde(deserialize_with = "hex")]
    pub hurt: Color32,
    /// The way the ring has gone.
    #[serde(deserialize_with = "hex")]
    pub ring_track: Color32,
    /// The ring while nothing is worked.
    #[serde(deserialize_with = "hex")]
    pub ring_rest: Color32,
    /// The breath, drawn in layers that let light through.
    #[serde(deserialize_with = "hex")]
    pub bloom: Color32,
    /// The breaths to come.
    #[serde(deserialize_with = "hex")]
    pub wave: Color32,
    /// Work to come on the session bar.
    #[serde(deserialize_with = "hex")]
    pub bar_work: Color32,
    /// Work done on the session bar.
    #[serde(deserialize_with = "hex")]
    pub bar_done: Color32,
    /// Breathing on the session bar.
    #[serde(deserialize_with = "hex")]
    pub bar_breathe: Color32,
    /// Rest on the session bar.
    #[serde(deserialize_with = "hex")]
    pub bar_rest: Color32,
    /// Getting into position on the session bar.
    #[serde(deserialize_with = "hex")]
    pub bar_move: Color32,
    /// Minutes of moving and stretching.
    #[serde(deserialize_with = "hex")]
    pub kind_mobility: Color32,
    /// Minutes of getting stronger.
    #[serde(deserialize_with = "hex")]
    pub kind_strength: Color32,
    /// Minutes of breathing alone.
    #[serde(deserialize_with = "hex")]
    pub kind_breath: Color32,
    /// Chips.
    #[serde(deserialize_with = "hex")]
    pub chip: Color32,
    /// Text on chips.
    #[serde(deserialize_with = "hex")]
    pub on_chip: Color32,
    /// Banners.
    #[serde(deserialize_with = "hex")]
    pub notice: Color32,
    /// Text on banners.
    #[serde(deserialize_with = "hex")]
    pub on_notice: Color32,
    /// Strings in the text of a file.
    #[serde(deserialize_with = "hex")]
    pub code_text: Color32,
    /// Numbers in the text of a file.
    #[serde(deserialize_with = "hex")]
    pub code_number: Color32,
    /// The edge of what has the focus.
    #[serde(deserialize_with = "hex")]
    pub focus: Color32,
    /// Over the stage while something lies on top of it.
    #[serde(deserialize_with = "hex")]
    pub veil: Color32,
}

fn hex<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(deserializer)?;
    Color32::from_hex(&text)
        .map_err(|_| D::Error::custom(format!("`{text}` is no colour: write \"#RRGGBB\" or \"#RRGGBBAA\"")))
}

/// A colour of the figure as egui has it.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the palette is a token of the theme")]
pub fn color(Rgba([r, g, b, a]): Rgba) -> Color32 {
    Color32::from_rgba_unmultiplied(r, g, b, a)
}

/// How far apart two opaque colours are to the eye, from 1 to 21, as WCAG 2 measures it.
#[must_use]
pub fn contrast(a: Color32, b: Color32) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: Color32) -> f32 {
    let linear = |channel: u8| {
        let value = f32::from(channel) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
}

#[cfg(test)]
mod tests {
    use egui::Color32;

    use super::{color, contrast};
    use crate::model::ThemeChoice;
    use crate::ui::theme::Theme;

    fn themes() -> [(ThemeChoice, Theme); 3] {
        [ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast]
            .map(|choice| (choice, Theme::shipped(choice)))
    }

    #[test]
    fn contrast_is_as_wcag_defines_it() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
        assert!((contrast(Color32::WHITE, Color32::WHITE) - 1.0).abs() < 0.01);
    }

    #[test]
    fn text_can_be_read_in_every_theme() {
        for (choice, theme) in themes() {
            let c = &theme.colors;
            let pairs = [
                ("ink on paper", c.ink, c.paper),
                ("ink on card", c.ink, c.card),
                ("ink on hero", c.ink, c.hero),
                ("ink on rail", c.ink, c.rail),
                ("quiet on paper", c.quiet, c.paper),
                ("quiet on card", c.quiet, c.card),
                ("quiet on hero", c.quiet, c.hero),
                ("quiet on rail", c.quiet, c.rail),
                ("teal on rail", c.teal, c.rail),
                ("teal on paper", c.teal, c.paper),
                ("on_teal on teal", c.on_teal, c.teal),
                ("on_soft on soft", c.on_soft, c.soft),
                ("on_neutral on neutral", c.on_neutral, c.neutral),
                ("on_chip on chip", c.on_chip, c.chip),
                ("on_chip on card", c.on_chip, c.card),
                ("on_notice on notice", c.on_notice, c.notice),
                ("hurt on paper", c.hurt, c.paper),
                ("hurt on card", c.hurt, c.card),
                ("teal on card", c.teal, c.card),
                ("code_text on card", c.code_text, c.card),
                ("code_number on card", c.code_number, c.card),
            ];
            for (name, text, ground) in pairs {
                let ratio = contrast(text, ground);
                assert!(ratio >= 4.5, "{choice:?}: {name} has {ratio:.2}");
            }
        }
    }

    #[test]
    fn graphics_that_inform_can_be_seen_in_every_theme() {
        for (choice, theme) in themes() {
            let c = &theme.colors;
            let pairs = [
                ("effort on paper", c.effort, c.paper),
                ("ring_rest on paper", c.ring_rest, c.paper),
                ("wave on paper", c.wave, c.paper),
                ("bar_work on paper", c.bar_work, c.paper),
                ("bar_breathe on paper", c.bar_breathe, c.paper),
                ("edge on paper", c.edge, c.paper),
                ("focus on paper", c.focus, c.paper),
                ("focus on card", c.focus, c.card),
                ("effort on card", c.effort, c.card),
                ("edge on card", c.edge, c.card),
                ("kind_mobility on card", c.kind_mobility, c.card),
                ("kind_strength on card", c.kind_strength, c.card),
                ("kind_breath on card", c.kind_breath, c.card),
                ("shirt on card", color(theme.figure.top), c.card),
            ];
            for (name, mark, ground) in pairs {
                let ratio = contrast(mark, ground);
                assert!(ratio >= 3.0, "{choice:?}: {name} has {ratio:.2}");
            }
        }
    }

    #[test]
    fn a_word_that_is_no_colour_is_named_with_its_place() {
        let metrics = include_str!("../../../assets/theme/metrics.ron");
        let broken = include_str!("../../../assets/theme/light.ron").replace("#F6F1E7", "cream");
        let error = Theme::read(&broken, metrics).unwrap_err().to_string();
        assert!(error.contains("cream") && error.starts_with("6:"), "{error}");
        let unknown = include_str!("../../../assets/theme/light.ron").replace("paper:", "papper:");
        let error = Theme::read(&unknown, metrics).unwrap_err().to_string();
        assert!(error.contains("papper") && error.contains("paper"), "{error}");
    }
}
