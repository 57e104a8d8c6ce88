//! Size tokens: type scale, radii, spacing, in points at the size of the design.

use serde::Deserialize;

/// All sizes.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metrics {
    /// File version.
    pub version: u32,
    /// Font sizes.
    pub type_scale: TypeScale,
    /// Corner radii.
    pub radius: Radius,
    /// Gaps.
    pub space: Space,
}

/// A step of the type scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// The one instruction, the suggested session.
    Display,
    /// Names of what is on.
    Title,
    /// Headings of cards.
    Heading,
    /// Everything else.
    Body,
    /// Chips and hints.
    Small,
    /// The number in the ring.
    Timer,
}

/// Font sizes.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypeScale {
    display: f32,
    title: f32,
    heading: f32,
    body: f32,
    small: f32,
    timer: f32,
}

impl TypeScale {
    /// A scale on which all type is of one size.
    #[must_use]
    pub fn level(points: f32) -> Self {
        let [display, title, heading, body, small, timer] = [points; 6];
        Self { display, title, heading, body, small, timer }
    }

    /// Points of a step.
    #[must_use]
    pub fn of(&self, size: Size) -> f32 {
        match size {
            Size::Display => self.display,
            Size::Title => self.title,
            Size::Heading => self.heading,
            Size::Body => self.body,
            Size::Small => self.small,
            Size::Timer => self.timer,
        }
    }
}

/// Corner radii.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Radius {
    /// Of cards.
    pub card: f32,
    /// Of buttons.
    pub button: f32,
    /// Of chips.
    pub chip: f32,
}

/// Gaps.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Space {
    /// Between things that belong together.
    pub xs: f32,
    /// Between small things.
    pub s: f32,
    /// Inside cards, between lines.
    pub m: f32,
    /// Between cards.
    pub l: f32,
    /// Around a screen.
    pub xl: f32,
}
