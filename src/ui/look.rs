//! How everything on a screen looks and reads: theme, words and scale, handed down to each widget.

use egui::{FontId, Rect};

use super::theme::{Face, Size, Theme};
use crate::text::Words;

/// What every widget is drawn with.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// Colours and sizes.
    pub theme: &'a Theme,
    /// The language.
    pub words: &'a Words,
    /// Keeps information, drops movement that only decorates.
    pub reduced_motion: bool,
    /// How much larger than at 1280 × 800 points everything is.
    pub scale: f32,
}

impl<'a> Look<'a> {
    /// A look at the scale of the design, 1280 × 800 points.
    #[must_use]
    pub fn new(theme: &'a Theme, words: &'a Words, reduced_motion: bool) -> Self {
        Self { theme, words, reduced_motion, scale: 1.0 }
    }

    /// The same look, scaled so that `window` shows what 1280 × 800 points would: a large window is
    /// read from further away. Small windows shrink type no further than is readable.
    #[must_use]
    pub fn for_window(self, window: Rect) -> Self {
        let fit = (window.width() / 1280.0).min(window.height() / 800.0);
        Self { scale: fit.clamp(0.86, 2.2), ..self }
    }

    /// A font of the type scale.
    #[must_use]
    pub fn font(&self, size: Size, face: Face) -> FontId {
        self.font_of(self.theme.metrics.type_scale.of(size) * self.scale, face)
    }

    /// A font of any size in points, not scaled.
    #[must_use]
    pub fn font_of(&self, points: f32, face: Face) -> FontId {
        FontId::new(points, self.theme.family(face))
    }

    /// A length in points at the size of the design, scaled.
    #[must_use]
    pub fn pt(&self, points: f32) -> f32 {
        points * self.scale
    }
}
