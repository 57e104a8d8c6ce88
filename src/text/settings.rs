//! Names of what can be set: kinds of cues, what the voice says, palettes.

use super::Words;
use crate::model::{CueKind, SpokenKind, ThemeChoice};

impl Words {
    /// A kind of cue, as a person knows it ("Halfway").
    #[must_use]
    pub fn cue_kind(&self, kind: CueKind) -> String {
        self.get(match kind {
            CueKind::LeadTick => "cue-lead-tick",
            CueKind::Start => "cue-start",
            CueKind::Rep => "cue-rep",
            CueKind::Halfway => "cue-halfway",
            CueKind::LastTick => "cue-last-tick",
            CueKind::End => "cue-end",
            CueKind::Switch => "cue-switch",
            CueKind::Rest => "cue-rest",
            CueKind::Next => "cue-next",
            CueKind::BreathIn => "cue-breath-in",
            CueKind::BreathOut => "cue-breath-out",
            CueKind::SetDone => "cue-set-done",
            CueKind::SessionDone => "cue-session-done",
        })
    }

    /// What the voice can say, of one kind ("Halfway").
    #[must_use]
    pub fn spoken_kind(&self, kind: SpokenKind) -> String {
        self.get(match kind {
            SpokenKind::Names => "spoken-names",
            SpokenKind::Instructions => "spoken-instructions",
            SpokenKind::Sides => "spoken-sides",
            SpokenKind::Halfway => "spoken-halfway",
            SpokenKind::Counts => "spoken-counts",
            SpokenKind::Rests => "spoken-rests",
            SpokenKind::Breath => "spoken-breath",
        })
    }

    /// A palette ("High contrast").
    #[must_use]
    pub fn theme(&self, theme: ThemeChoice) -> String {
        self.get(match theme {
            ThemeChoice::System => "theme-system",
            ThemeChoice::Light => "theme-light",
            ThemeChoice::Dark => "theme-is-dark",
            ThemeChoice::HighContrast => "theme-high-contrast",
        })
    }
}
