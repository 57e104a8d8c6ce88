//! What stands beside the sign of a cue, for those who see it and do not hear it.

use super::Words;
use crate::engine::CueKind;

impl Words {
    /// A cue in a word or two ("halfway").
    #[must_use]
    pub fn cue_seen(&self, kind: CueKind) -> String {
        self.get(match kind {
            CueKind::LeadTick => "mark-lead-tick",
            CueKind::Start => "mark-start",
            CueKind::Rep => "mark-rep",
            CueKind::Halfway => "mark-halfway",
            CueKind::LastTick => "mark-last-tick",
            CueKind::End => "mark-end",
            CueKind::Switch => "mark-switch",
            CueKind::Rest => "mark-rest",
            CueKind::Next => "mark-next",
            CueKind::BreathIn => "mark-breath-in",
            CueKind::BreathOut => "mark-breath-out",
            CueKind::SetDone => "mark-set-done",
            CueKind::SessionDone => "mark-session-done",
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_cue_has_words_of_its_own() {
        let words = Words::new("en");
        let seen: BTreeSet<String> = CueKind::ALL.map(|kind| words.cue_seen(kind)).into();
        assert_eq!(seen.len(), CueKind::ALL.len());
        assert!(seen.iter().all(|word| !word.is_empty() && word.chars().count() <= 14), "{seen:?}");
    }
}
