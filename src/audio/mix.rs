//! How loud each kind of cue is, and how that changes without clicks.

use std::collections::BTreeMap;

use super::gain::{Ramp, gain_from_volume};
use super::score::Event;
use crate::engine::CueKind;

/// The factor of each kind of cue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mix {
    /// In the order of [`CueKind::ALL`].
    factors: [f32; CueKind::ALL.len()],
}

impl Mix {
    /// Every kind as loud as it was made.
    pub const FULL: Self = Self { factors: [1.0; CueKind::ALL.len()] };

    /// From volumes of 0 to 1; a kind that is not named is as loud as it was made.
    #[must_use]
    pub fn new(volumes: &BTreeMap<CueKind, f32>) -> Self {
        let volume = |kind| volumes.get(&kind).copied().unwrap_or(1.0);
        Self { factors: CueKind::ALL.map(|kind| gain_from_volume(volume(kind))) }
    }

    /// The factor of a kind.
    #[must_use]
    pub fn of(&self, kind: CueKind) -> f32 {
        self.factors[kind as usize]
    }

    /// True where a kind is heard at all.
    #[must_use]
    pub fn sounds(&self, kind: CueKind) -> bool {
        self.of(kind) > 0.0
    }
}

/// A mix on its way to another one.
///
/// A kind that is silent no longer takes the place of the one that yields to it, so beside its
/// factor each kind has a presence, 1 where it sounds; both walk in straight lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levels {
    factors: [Ramp; CueKind::ALL.len()],
    presences: [Ramp; CueKind::ALL.len()],
    /// Frames from here on in which something changes.
    changes_for: u32,
}

impl Levels {
    /// Stands still.
    #[must_use]
    pub fn at(mix: &Mix) -> Self {
        Self {
            factors: CueKind::ALL.map(|kind| Ramp::at(mix.of(kind))),
            presences: CueKind::ALL.map(|kind| Ramp::at(presence(mix, kind))),
            changes_for: 0,
        }
    }

    /// Walks to another mix within `frames` from here on.
    pub fn go(&mut self, mix: &Mix, frames: u32) {
        for kind in CueKind::ALL {
            self.factors[kind as usize].go(mix.of(kind), frames);
            self.presences[kind as usize].go(presence(mix, kind), frames);
        }
        self.changes_for = frames;
    }

    /// Lets so many frames go by.
    pub fn advance(&mut self, frames: u32) {
        if self.changes_for > 0 {
            self.factors.iter_mut().chain(&mut self.presences).for_each(|ramp| ramp.advance(frames));
            self.changes_for = self.changes_for.saturating_sub(frames);
        }
    }

    /// The factor of a single chime of this kind, `frames` from here.
    pub(super) fn of_kind(&self, kind: CueKind, frames: u32) -> f32 {
        self.factors[kind as usize].after(frames)
    }

    /// True while factors change within the next frames.
    pub(super) fn is_changing(&self) -> bool {
        self.changes_for > 0
    }

    /// True where at least one kind sounds, or will.
    pub(super) fn is_any_heard(&self) -> bool {
        CueKind::ALL.into_iter().any(|kind| self.of_kind(kind, u32::MAX) > 0.0)
    }

    /// The factor of an event, `frames` from here: silent where one that it yields to sounds.
    pub(super) fn of_event(&self, event: &Event, frames: u32) -> f32 {
        let gives_way = |kind: CueKind| 1.0 - self.presences[kind as usize].after(frames);
        self.of_kind(event.kind, frames) * event.yields_to.iter().map(gives_way).product::<f32>()
    }
}

fn presence(mix: &Mix, kind: CueKind) -> f32 {
    f32::from(u8::from(mix.sounds(kind)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::score::Kinds;

    fn mix(volumes: &[(CueKind, f32)]) -> Mix {
        Mix::new(&volumes.iter().copied().collect())
    }

    #[test]
    fn kinds_without_a_volume_are_as_they_were_made() {
        let quiet = mix(&[(CueKind::Rep, 0.5), (CueKind::End, 0.0)]);
        assert_eq!(quiet.of(CueKind::Rep), 0.25);
        assert!(!quiet.sounds(CueKind::End));
        assert_eq!(quiet.of(CueKind::Start), 1.0);
        assert_eq!(mix(&[]), Mix::FULL);
    }

    #[test]
    fn what_yields_is_heard_where_the_other_is_off() {
        let breath = Event {
            frame: 0,
            kind: CueKind::BreathIn,
            yields_to: [CueKind::Start].into_iter().collect::<Kinds>(),
        };
        assert_eq!(Levels::at(&Mix::FULL).of_event(&breath, 0), 0.0);
        let mut levels = Levels::at(&Mix::FULL);
        levels.go(&mix(&[(CueKind::Start, 0.0)]), 10);
        assert_eq!([0, 5, 10].map(|n| levels.of_event(&breath, n)), [0.0, 0.5, 1.0]);
        levels.advance(10);
        assert_eq!(levels.of_event(&breath, 0), 1.0);
        assert!(!levels.is_changing());
    }
}
