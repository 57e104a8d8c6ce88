//! Breath patterns: what the pacer follows.

use serde::{Deserialize, Serialize};

use super::{Line, Seconds};

/// What the breath does during a stage of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BreathPhase {
    /// Breathe in.
    In,
    /// Stay full.
    Full,
    /// Breathe out.
    Out,
    /// Stay empty.
    Empty,
}

/// One stage of a breath.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct BreathStage(
    /// What the breath does.
    pub BreathPhase,
    /// For how long.
    pub Seconds,
);

/// A breath that repeats: stages in order, starting with an in-breath.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BreathPattern {
    /// Stable id, as named by routines and exercises.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// The stages of one breath.
    pub stages: Vec<BreathStage>,
    /// True where the breath is held: not under a strenuous hold.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub retention: bool,
}

/// Breathing on its own: what is offered, and what is to be known of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BreathingAlone {
    /// The patterns offered, in order.
    pub offered: Vec<OfferedBreath>,
    /// What to take care of.
    pub cautions: Vec<Line>,
}

/// A pattern offered for breathing on its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferedBreath {
    /// Id of the pattern.
    pub pattern: String,
    /// How it goes, in a sentence.
    pub note: String,
}
