//! What is advised and what is thanked for, in words.

use super::Words;
use crate::history::{NotToday, Praise, Stop};

/// How many exercises an advice names; the others are counted, or it would not be read.
const NAMED: usize = 3;

/// An advice in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdviceText {
    /// In a few words.
    pub title: String,
    /// In a sentence or two.
    pub text: String,
    /// Which figure of it no source states.
    pub added: String,
}

impl Words {
    /// The advice not to train now.
    #[must_use]
    pub fn not_today(&self, advice: &NotToday) -> AdviceText {
        AdviceText {
            title: self.get("advice-not-today"),
            text: self.with("advice-not-today-text", &[("pain", advice.pain.into())]),
            added: self.get("advice-not-today-added"),
        }
    }

    /// The advice to stop for now, which names what was done since.
    #[must_use]
    pub fn stop_for_now(&self, advice: &Stop) -> AdviceText {
        let title = self.get("advice-stop");
        let after = advice.after.into();
        let Some(before) = advice.before else {
            let text = self.with("advice-stop-strong-text", &[("pain", after)]);
            return AdviceText { title, text, added: self.get("advice-stop-strong-added") };
        };
        let mut text = self.with("advice-stop-text", &[("before", before.into()), ("after", after)]);
        if !advice.since.is_empty() {
            let named: Vec<&str> = advice.since.iter().take(NAMED).map(|(_, name)| name.as_str()).collect();
            let (names, more) = (named.join(", "), advice.since.len() - named.len());
            let since = self.with("advice-stop-since", &[("names", names.into()), ("more", more.into())]);
            text = format!("{text} {since}");
        }
        AdviceText { title, text, added: self.get("advice-stop-added") }
    }

    /// What went well in a session, in one kind sentence.
    #[must_use]
    pub fn praise(&self, praise: &Praise) -> String {
        match praise {
            Praise::Listened => self.get("praise-listened"),
            Praise::First => self.get("praise-first"),
            Praise::Back { days } => self.with("praise-back", &[("days", (*days).into())]),
            Praise::LessPain { before, after } => {
                let (before, after) = ((*before).into(), (*after).into());
                self.with("praise-less-pain", &[("before", before), ("after", after)])
            }
            Praise::MoreThanLastWeek { done_ms } => {
                let minutes = self.minutes(*done_ms);
                self.with("praise-more", &[("minutes", minutes.into())])
            }
            Praise::Evenly => self.get("praise-evenly"),
            Praise::ToTheEnd => self.get("praise-to-the-end"),
            Praise::Thanks => self.get("praise-thanks"),
        }
    }
}
