//! Breathing on its own: which pattern and how long, own patterns, and the session made of it.

use std::time::Duration;

use super::state::State;
use crate::catalog::Catalog;
use crate::engine::{SegmentKind, compile};
use crate::model::{
    Block, BreathPattern, BreathPhase, BreathStage, BreatheBlock, CueKind, Routine, Seconds, Settings,
};
use crate::ui::Breathing;
use crate::ui::screens::breathe::{BreatheView, Length, Offer};

/// The longest session of breathing, in minutes.
const LONGEST_MINUTES: u32 = 60;

/// How long the reset is when it is breathing alone, in minutes.
const RESET_MINUTES: u32 = 2;

/// What is done with own patterns now.
#[derive(Default)]
pub(super) struct Patterns {
    /// The one that is open to be changed, by id.
    pub(super) editing: Option<String>,
    /// The one deleted last, and where it stood.
    deleted: Option<(usize, BreathPattern)>,
}

impl Patterns {
    /// Nothing is open and nothing is brought back any more.
    pub(super) fn close(&mut self) {
        *self = Self::default();
    }
}

impl State {
    /// Does what the Breathe screen asked for.
    pub(super) fn breathe(&mut self, asked: Breathing, now: Duration) {
        match asked {
            Breathing::Choose(id) => {
                self.patterns.editing = None;
                self.change_settings(|settings| settings.breathe.pattern = id);
            }
            Breathing::Minutes(minutes) => {
                let minutes = minutes.clamp(1, LONGEST_MINUTES);
                self.change_settings(|settings| settings.breathe.minutes = minutes);
            }
            Breathing::Start => {
                let routine = self.breathing_routine(self.chosen_breath(), self.settings.breathe.minutes);
                self.begin(&routine, Duration::ZERO, now);
            }
            Breathing::Reset => self.breathe_calmly(RESET_MINUTES, now),
            Breathing::New => self.new_pattern(),
            Breathing::Edit(id) => self.patterns.editing = id,
            Breathing::Change(pattern) => self.change_settings(|settings| change(settings, pattern)),
            Breathing::Delete(id) => self.delete_pattern(&id),
            Breathing::UndoDelete => self.undelete_pattern(),
        }
    }

    fn new_pattern(&mut self) {
        let own = &self.settings.breathe.own;
        let taken =
            |id: &String| self.content.catalog.breath(id).is_some() || own.iter().any(|p| p.id == *id);
        let Some((n, id)) = (1..=own.len() + 100).map(|n| (n, format!("own-{n}"))).find(|(_, id)| !taken(id))
        else {
            return;
        };
        let pattern = BreathPattern {
            id: id.clone(),
            name: self.words.with("breathe-own-name", &[("n", n.into())]),
            stages: vec![
                BreathStage(BreathPhase::In, Seconds(4.0)),
                BreathStage(BreathPhase::Out, Seconds(6.0)),
            ],
            retention: false,
        };
        self.patterns.editing = Some(id.clone());
        self.change_settings(|settings| {
            settings.breathe.own.push(pattern);
            settings.breathe.pattern = id;
        });
    }

    fn delete_pattern(&mut self, id: &str) {
        let Some(index) = self.settings.breathe.own.iter().position(|p| p.id == id) else { return };
        self.patterns =
            Patterns { editing: None, deleted: Some((index, self.settings.breathe.own[index].clone())) };
        self.change_settings(|settings| {
            settings.breathe.own.remove(index);
            if settings.breathe.pattern == id {
                Catalog::DEFAULT_BREATH.clone_into(&mut settings.breathe.pattern);
            }
        });
    }

    fn undelete_pattern(&mut self) {
        let Some((index, pattern)) = self.patterns.deleted.take() else { return };
        self.change_settings(|settings| {
            settings.breathe.pattern.clone_from(&pattern.id);
            let index = index.min(settings.breathe.own.len());
            settings.breathe.own.insert(index, pattern);
        });
    }

    /// What Start runs: one block, through the same engine as everything else.
    fn breathing_routine(&self, pattern: &str, minutes: u32) -> Routine {
        let name = self.content.catalog.breath(pattern).map_or("", |pattern| &pattern.name);
        let pattern = Some(pattern.to_owned());
        let secs = Seconds(f64::from(minutes) * 60.0);
        Routine {
            blocks: vec![Block::Breathe(BreatheBlock { pattern, secs, disabled: false })],
            ..Routine::new("breathe", name)
        }
    }

    /// Breathes in the calm pattern, whatever is chosen otherwise.
    pub(super) fn breathe_calmly(&mut self, minutes: u32, now: Duration) {
        let routine = self.breathing_routine(Catalog::DEFAULT_BREATH, minutes);
        self.begin(&routine, Duration::ZERO, now);
    }

    /// The pattern chosen; the usual one where it is gone.
    fn chosen_breath(&self) -> &str {
        let chosen = self.settings.breathe.pattern.as_str();
        if self.content.catalog.breath(chosen).is_some() { chosen } else { Catalog::DEFAULT_BREATH }
    }

    /// Shows the Breathe screen's view to `show`.
    pub(super) fn with_breathing<R>(&self, show: impl FnOnce(&BreatheView<'_>) -> R) -> R {
        let (catalog, breathe) = (&self.content.catalog, &self.settings.breathe);
        let is_own = |id: &str| breathe.own.iter().any(|pattern| pattern.id == id);
        let shipped = catalog.breathing.offered.iter().filter(|offer| !is_own(&offer.pattern));
        let shipped = shipped.filter_map(|offer| {
            let pattern = catalog.breath(&offer.pattern)?.as_ref();
            Some(Offer { pattern, note: &offer.note, is_own: false })
        });
        let own = breathe.own.iter().map(|pattern| Offer { pattern, note: "", is_own: true });
        let offers: Vec<Offer<'_>> = shipped.chain(own).collect();
        let is_heard = |kind| self.settings.cue_volumes.get(&kind).is_none_or(|volume| *volume > 0.0);
        show(&BreatheView {
            offers: &offers,
            chosen: self.chosen_breath(),
            minutes: breathe.minutes,
            length: self.breathing_length(),
            hears_in: is_heard(CueKind::BreathIn),
            hears_out: is_heard(CueKind::BreathOut),
            is_muted: self.is_muted(),
            cautions: &catalog.breathing.cautions,
            editing: self.patterns.editing.as_deref(),
            deleted: self.patterns.deleted.as_ref().map(|(_, pattern)| pattern.name.as_str()),
        })
    }

    /// How long Start will run, in whole breaths.
    fn breathing_length(&self) -> Option<Length> {
        let routine = self.breathing_routine(self.chosen_breath(), self.settings.breathe.minutes);
        let (timeline, _) = compile(&routine, &self.content.catalog, &self.options());
        let segment = timeline.segments.iter().find(|segment| segment.kind == SegmentKind::Breathe)?;
        let breaths = timeline.entries.get(segment.entry as usize)?.reps;
        Some(Length { ms: segment.len_ms(), breaths })
    }
}

/// Puts a changed own pattern in the place of the one with its id.
fn change(settings: &mut Settings, pattern: BreathPattern) {
    if let Some(own) = settings.breathe.own.iter_mut().find(|own| own.id == pattern.id) {
        let holds = |stage: &BreathStage| matches!(stage.0, BreathPhase::Full | BreathPhase::Empty);
        *own = BreathPattern { retention: pattern.stages.iter().any(holds), ..pattern };
    }
}
