//! The sound that goes with a session: its device is open while one is on, and closed after.

use std::sync::Arc;
use std::time::Duration;

use super::clock::monotonic;
use super::notices::Topic;
use super::run::SoundOrder;
use super::state::State;
use crate::audio::{Health, Output};

/// The sound output, made when the first session starts: its thread is not needed before.
#[derive(Default)]
pub(super) struct Sound {
    output: Option<Output>,
    volume: Option<(f32, bool)>,
}

impl Sound {
    /// The place in the session that is heard at a time of the monotonic clock, while a device
    /// plays and no count-in runs.
    #[must_use]
    pub(super) fn heard(&self, now: Duration) -> Option<Duration> {
        let heard = self.output.as_ref()?.position(now)?;
        heard.lead_left.is_zero().then_some(heard.position)
    }

    /// Brings the sound to where the session is, and tells the person how the device is.
    pub(super) fn follow(&mut self, state: &mut State, now: Duration) {
        let level = state.sound_level();
        let order = state.run_mut().map(|run| run.sound_order(now));
        match order {
            Some(order) => {
                let output = self.output.get_or_insert_with(|| Output::new(Arc::new(monotonic)));
                if self.volume.replace(level) != Some(level) {
                    output.set_volume(level.0);
                    output.set_muted(level.1);
                }
                obey(output, order);
                // Who wants no sound need not hear that there is none.
                let trouble = said(&output.health()).filter(|_| !level.1);
                state.tell_about(Topic::Sound, trouble);
            }
            None => {
                if let Some(output) = self.output.take() {
                    output.stop();
                    self.volume = None;
                    state.tell_about(Topic::Sound, None);
                }
            }
        }
    }
}

fn obey(output: &Output, order: Option<SoundOrder>) {
    match order {
        Some(SoundOrder::Play { timeline, from, lead }) => output.play(timeline, from, lead),
        Some(SoundOrder::Swap(timeline)) => output.swap(timeline),
        Some(SoundOrder::Pause) => output.pause(),
        None => {}
    }
}

/// The message key for a device that is not as it should be.
fn said(health: &Health) -> Option<&'static str> {
    match health {
        Health::Closed | Health::Opening | Health::Playing => None,
        Health::NoDevice { .. } => Some("banner-no-sound"),
        Health::Lost { .. } => Some("banner-sound-lost"),
    }
}
