//! The sound that goes with a session: its device is open while one is on, and closed after.

use std::sync::Arc;
use std::time::Duration;

use super::clock::monotonic;
use super::notices::Topic;
use super::run::SoundOrder;
use super::state::State;
use crate::audio::{Health, Mix, Output};

/// The sound output, made when something is to be heard for the first time: its thread is not
/// needed before. Without a session it sleeps and has no device open.
#[derive(Default)]
pub(super) struct Sound {
    output: Option<Output>,
    /// Loudness as last told: of everything, whether muted, of each kind.
    told: Option<((f32, bool), Mix)>,
    in_session: bool,
}

impl Sound {
    /// The place in the session that is heard at a time of the monotonic clock, while a device
    /// plays and no count-in runs.
    #[must_use]
    pub(super) fn heard(&self, now: Duration) -> Option<Duration> {
        let heard = self.output.as_ref()?.position(now)?;
        heard.lead_left.is_zero().then_some(heard.position)
    }

    /// True while a chime is tried out without a session: how the device is may change by itself.
    #[must_use]
    pub(super) fn is_trying(&self) -> bool {
        !self.in_session && self.output.as_ref().is_some_and(|output| output.health() != Health::Closed)
    }

    /// Brings the sound to where the session is, sounds the chime that is tried out, and tells the
    /// person how the device is. `order` is what is new about the session.
    pub(super) fn follow(&mut self, state: &mut State, order: Option<SoundOrder>) {
        let tried = state.tried_cue.take();
        let was_in_session = std::mem::replace(&mut self.in_session, state.run().is_some());
        if self.in_session || tried.is_some() {
            self.output.get_or_insert_with(|| Output::new(Arc::new(monotonic)));
        }
        let Some(output) = &mut self.output else { return };
        let loudness = (state.sound_level(), state.mix());
        if self.told.replace(loudness) != Some(loudness) {
            let ((volume, muted), mix) = loudness;
            output.set_loudness(volume, muted, mix);
        }
        match order {
            Some(order) => obey(output, order),
            None if was_in_session && !self.in_session => output.stop(),
            None => {}
        }
        if let Some(kind) = tried {
            output.chime(kind);
        }
        // Who wants no sound need not hear that there is none.
        let trouble = said(&output.health(), self.in_session).filter(|_| !state.is_muted());
        state.tell_about(Topic::Sound, trouble);
    }
}

fn obey(output: &Output, order: SoundOrder) {
    match order {
        SoundOrder::Play { timeline, from, lead } => output.play(timeline, from, lead),
        SoundOrder::Swap(timeline) => output.swap(timeline),
        SoundOrder::Pause => output.pause(),
    }
}

/// The message key for a device that is not as it should be.
fn said(health: &Health, in_session: bool) -> Option<&'static str> {
    match health {
        Health::Closed | Health::Opening | Health::Playing => None,
        Health::NoDevice { .. } | Health::Lost { .. } if !in_session => Some("banner-no-sound-to-try"),
        Health::NoDevice { .. } => Some("banner-no-sound"),
        Health::Lost { .. } => Some("banner-sound-lost"),
    }
}
