//! Tokens from `assets/theme/*.ron` and the typeface: the only place that makes colours.

mod colors;
mod fonts;
pub mod icons;
mod metrics;

use egui::{Color32, Context, CornerRadius, FontFamily, Stroke, Style, TextStyle, Visuals};
use serde::Deserialize;

pub use colors::{Colors, color, contrast};
pub use fonts::Face;
pub use metrics::{Metrics, Radius, Size, Space, TypeScale};

use crate::figure::Palette;
use crate::model::ThemeChoice;
use fonts::Families;

/// What a theme file holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeFile {
    #[serde(rename = "version")]
    _version: u32,
    dark: bool,
    colors: Colors,
    figure: Palette,
}

/// Colours, sizes and fonts of the whole window.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// True where light stands on dark.
    pub dark: bool,
    /// Colours of the window.
    pub colors: Colors,
    /// Colours of the figure and its props.
    pub figure: Palette,
    /// Sizes.
    pub metrics: Metrics,
    families: Families,
}

const LIGHT: &str = include_str!("../../../assets/theme/light.ron");
const DARK: &str = include_str!("../../../assets/theme/dark.ron");
const HIGH_CONTRAST: &str = include_str!("../../../assets/theme/high-contrast.ron");
const METRICS: &str = include_str!("../../../assets/theme/metrics.ron");

impl Theme {
    /// A theme that comes with the program. `System` is light: the app resolves it where the
    /// system has a say.
    ///
    /// # Panics
    /// Never: the shipped files are constants, and a test reads every one of them.
    #[must_use]
    pub fn shipped(choice: ThemeChoice) -> Self {
        let source = match choice {
            ThemeChoice::System | ThemeChoice::Light => LIGHT,
            ThemeChoice::Dark => DARK,
            ThemeChoice::HighContrast => HIGH_CONTRAST,
        };
        Self::read(source, METRICS).expect("the shipped themes are constants and read by a test")
    }

    /// A theme from the text of a theme file and of a metrics file.
    ///
    /// # Errors
    /// Where a file does not parse: line, column and the field.
    pub fn read(theme: &str, metrics: &str) -> Result<Self, ron::error::SpannedError> {
        let file: ThemeFile = ron::from_str(theme)?;
        Ok(Self {
            dark: file.dark,
            colors: file.colors,
            figure: file.figure,
            metrics: ron::from_str(metrics)?,
            families: Families::default(),
        })
    }

    /// The family of a face.
    #[must_use]
    pub fn family(&self, face: Face) -> FontFamily {
        self.families.of(face)
    }

    /// Gives a context the typeface. Needed once, before the first frame.
    pub fn install_fonts(ctx: &Context) {
        ctx.set_fonts(fonts::definitions());
    }

    /// Gives a context the colours, sizes and text styles. Needed whenever the theme changes.
    /// With `reduced_motion`, egui's own animations are off too.
    pub fn apply(&self, ctx: &Context, reduced_motion: bool) {
        let theme = if self.dark { egui::Theme::Dark } else { egui::Theme::Light };
        ctx.set_theme(theme);
        ctx.all_styles_mut(|style| self.restyle(style, reduced_motion));
    }

    fn restyle(&self, style: &mut Style, reduced_motion: bool) {
        style.visuals = self.visuals();
        style.text_styles = [
            (TextStyle::Small, Size::Small, Face::Regular),
            (TextStyle::Body, Size::Body, Face::Regular),
            (TextStyle::Button, Size::Body, Face::SemiBold),
            (TextStyle::Monospace, Size::Body, Face::Regular),
            (TextStyle::Heading, Size::Heading, Face::Bold),
            (TextStyle::Name("title".into()), Size::Title, Face::Bold),
            (TextStyle::Name("display".into()), Size::Display, Face::Bold),
        ]
        .into_iter()
        .map(|(name, size, face)| {
            (name, egui::FontId::new(self.metrics.type_scale.of(size), self.family(face)))
        })
        .collect();
        let space = &self.metrics.space;
        style.spacing.item_spacing = egui::vec2(space.s, space.s);
        style.spacing.button_padding = egui::vec2(space.m, space.s);
        style.spacing.scroll.foreground_color = false;
        style.interaction.tooltip_delay = 0.6;
        style.interaction.selectable_labels = false;
        if reduced_motion {
            style.animation_time = 0.0;
            style.scroll_animation = egui::style::ScrollAnimation::none();
        }
    }

    fn visuals(&self) -> Visuals {
        let colors = &self.colors;
        let mut visuals = if self.dark { Visuals::dark() } else { Visuals::light() };
        visuals.panel_fill = colors.paper;
        visuals.window_fill = colors.card;
        visuals.window_stroke = Stroke::new(1.0, colors.line);
        visuals.window_corner_radius = CornerRadius::same(self.metrics.radius.card as u8);
        visuals.menu_corner_radius = CornerRadius::same(self.metrics.radius.chip as u8);
        visuals.extreme_bg_color = colors.card;
        visuals.faint_bg_color = colors.neutral;
        visuals.override_text_color = Some(colors.ink);
        visuals.selection.bg_fill = colors.soft;
        visuals.selection.stroke = Stroke::new(1.0, colors.on_soft);
        visuals.hyperlink_color = colors.teal;
        visuals.warn_fg_color = colors.effort;
        visuals.error_fg_color = colors.hurt;
        let radius = CornerRadius::same(self.metrics.radius.button as u8);
        let states = &mut visuals.widgets;
        for state in [
            &mut states.noninteractive,
            &mut states.inactive,
            &mut states.hovered,
            &mut states.active,
            &mut states.open,
        ] {
            state.corner_radius = radius;
            state.bg_fill = colors.neutral;
            state.weak_bg_fill = colors.neutral;
            state.bg_stroke = Stroke::new(1.0, colors.line);
            state.fg_stroke = Stroke::new(1.0, colors.ink);
            state.expansion = 0.0;
        }
        visuals
    }

    /// A colour on its way from one token to another, 0 to 1.
    #[must_use]
    pub fn blend(from: Color32, to: Color32, share: f32) -> Color32 {
        from.lerp_to_gamma(to, share.clamp(0.0, 1.0))
    }
}
