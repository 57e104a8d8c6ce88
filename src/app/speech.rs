//! The voice that goes with a session: told of the same changes as the sound.

use std::sync::Arc;
use std::time::Duration;

use super::clock::monotonic;
use super::run::SoundOrder;
use crate::audio::voice::{Manner, Script};
use crate::audio::{Voice, VoiceHealth};
use crate::engine::Timeline;
use crate::model::{self, Settings};
use crate::text::Words;

/// The voice differs from the session by no more than this before it is put right.
const DRIFT: Duration = Duration::from_millis(40);

/// The voice of the program, made when the person first wants one.
pub(super) struct Speech {
    wake: Arc<dyn Fn() + Send + Sync>,
    voice: Option<Voice>,
    /// What the voice was last told of the person's wishes.
    wishes: Option<(model::Voice, bool)>,
    /// Where the session was when the voice was last told, by the monotonic clock.
    told: Option<(Duration, Duration)>,
}

impl Speech {
    pub(super) fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self { wake: Arc::new(wake), voice: None, wishes: None, told: None }
    }

    /// How the voice is.
    pub(super) fn health(&self) -> VoiceHealth {
        self.voice.as_ref().map_or(VoiceHealth::Idle, Voice::health)
    }

    /// Speaks as the settings say from now on. True when what is left out has changed, so that the
    /// session on the way needs another script.
    pub(super) fn take_settings(&mut self, settings: &Settings, muted: bool) -> bool {
        let wishes = (settings.voice.clone(), muted);
        if self.wishes.as_ref() == Some(&wishes) {
            return false;
        }
        self.wishes = Some(wishes);
        if !settings.voice.on {
            self.voice = None;
            return true;
        }
        let wake = Arc::clone(&self.wake);
        let voice = self.voice.get_or_insert_with(|| Voice::new(Arc::new(monotonic), move || wake()));
        voice.set(Manner {
            name: settings.voice.name.clone(),
            language: settings.language.clone(),
            rate: settings.voice.rate,
            volume: if muted { 0.0 } else { settings.voice.volume * settings.volume },
        });
        true
    }

    /// Says a line with the voice as it is set.
    pub(super) fn try_out(&self, text: String) {
        if let Some(voice) = &self.voice {
            voice.try_out(text);
        }
    }

    /// Tells the voice what the sound is told too. `position` is where the session is now.
    pub(super) fn obey(&mut self, order: &SoundOrder, position: Duration, words: &Words) {
        let Some((wishes, muted)) = &self.wishes else { return };
        let Some(voice) = self.voice.as_ref().filter(|_| !muted) else { return };
        let script = |timeline: &Timeline| {
            Arc::new(Script::new(timeline, &wishes.silent_on, |cue| words.spoken(timeline, cue)))
        };
        match order {
            SoundOrder::Play { timeline, from, lead } => voice.play(script(timeline), *from, *lead),
            SoundOrder::Swap(timeline) => voice.swap(script(timeline), position),
            SoundOrder::Pause => voice.hush(),
        }
        self.told = Some((position, monotonic()));
    }

    /// Keeps the voice with the session while it plays.
    pub(super) fn follow(&mut self, position: Duration) {
        let (Some(voice), Some((told, at))) = (&self.voice, self.told) else { return };
        let now = monotonic();
        if (told + now.saturating_sub(at)).abs_diff(position) > DRIFT {
            voice.follow(position);
            self.told = Some((position, now));
        }
    }

    /// Falls silent.
    pub(super) fn hush(&mut self) {
        if let Some(voice) = self.voice.as_ref().filter(|_| self.told.take().is_some()) {
            voice.hush();
        }
    }
}
