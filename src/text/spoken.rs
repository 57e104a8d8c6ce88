//! What a cue says, in words.

use super::Words;
use crate::engine::{Cue, Entry, Spoken, Timeline};
use crate::model::Side;

impl Words {
    /// What is spoken with a cue; `None` where nothing is.
    #[must_use]
    pub fn spoken(&self, timeline: &Timeline, cue: &Cue) -> Option<String> {
        let entry = |index: u32| timeline.entries.get(index as usize);
        match cue.spoken {
            Spoken::Silent => None,
            Spoken::Count(n) => Some(n.to_string()),
            Spoken::Exercise { entry: index, side } => Some(self.next_told(entry(index)?, side)),
            Spoken::Instruction { segment } => {
                let segment = timeline.segments.get(segment as usize)?;
                Some(self.instruction(entry(segment.entry)?, segment))
            }
            Spoken::Halfway => Some(self.get("say-halfway")),
            Spoken::End => Some(self.get("say-end")),
            Spoken::Side(Side::Left) => Some(self.get("say-side-left")),
            Spoken::Side(Side::Right) => Some(self.get("say-side-right")),
            Spoken::Way { entry: index, way } => {
                let way = entry(index)?.exercise.as_ref()?.ways.get(usize::from(way))?;
                Some(self.with("say-way", &[("way", way.as_str().into())]))
            }
            Spoken::Rest { secs } => Some(self.with("say-rest", &[("secs", secs.into())])),
            Spoken::BreatheIn => Some(self.get("say-in")),
            Spoken::BreatheInMore => Some(self.get("say-in-more")),
            Spoken::BreatheOut => Some(self.get("say-out")),
            Spoken::SetDone { set, of } => {
                Some(self.with("say-set-done", &[("set", set.into()), ("of", of.into())]))
            }
            Spoken::SessionDone => Some(self.get("say-session-done")),
        }
    }

    fn next_told(&self, entry: &Entry, side: Option<Side>) -> String {
        let Some(exercise) = entry.exercise.as_deref() else {
            return self.with("say-next", &[("name", self.get("told-breathe").into())]);
        };
        let name = exercise.name.as_str();
        let dose = self.amount_told(&entry.dose);
        match side {
            None => self.with("say-next-dose", &[("name", name.into()), ("dose", dose.into())]),
            Some(side) => self.with(
                "say-next-side",
                &[("name", name.into()), ("side", self.side_said(side).into()), ("dose", dose.into())],
            ),
        }
    }
}
