//! The voice that goes with a session: told of the same changes as the sound.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use super::clock::monotonic;
use super::run::SoundOrder;
use super::state::State;
use crate::audio::voice::{Manner, Script};
use crate::audio::{Voice, VoiceHealth};
use crate::engine::{self, Timeline};
use crate::model::{Settings, SpokenKind};
use crate::text::Words;

/// The voice differs from the session by no more than this before it is put right.
const DRIFT: Duration = Duration::from_millis(40);

/// The voice of the program, made when the person first wants one.
pub(super) struct Speech {
    wake: Arc<dyn Fn() + Send + Sync>,
    voice: Option<Voice>,
    wishes: Option<Wishes>,
    /// Where the session was when the voice was last told, by the monotonic clock.
    told: Option<(Duration, Duration)>,
}

/// How the person wants to be spoken to.
#[derive(Clone, PartialEq)]
struct Wishes {
    /// `None` for not at all.
    manner: Option<Manner>,
    silent_on: BTreeSet<SpokenKind>,
}

impl Speech {
    pub(super) fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self { wake: Arc::new(wake), voice: None, wishes: None, told: None }
    }

    /// Brings the voice to where the session is, says the line that is tried out, and keeps how the
    /// voice is. `order` is what is new about the session.
    pub(super) fn follow(&mut self, state: &mut State, order: Option<&SoundOrder>, now: Duration) {
        let changed = self.take_settings(state.settings(), state.is_muted());
        match state.run() {
            None => self.hush(),
            Some(run) => {
                let position = run.session().position(now);
                let standing = changed.then(|| run.standing_order(now));
                if let Some(order) = standing.as_ref().or(order) {
                    self.obey(order, position, &state.words);
                } else if run.session().state() == engine::State::Playing {
                    self.keep_up(position);
                }
            }
        }
        if let (Some(text), Some(voice)) = (state.tried_line.take(), &self.voice) {
            voice.try_out(text);
        }
        state.voice_health = self.voice.as_ref().map_or(VoiceHealth::Idle, Voice::health);
    }

    /// Speaks as the settings say from now on. True when the session on the way needs to be told
    /// anew, as what is left out of it has changed.
    fn take_settings(&mut self, settings: &Settings, muted: bool) -> bool {
        let wishes = Wishes::of(settings, muted);
        if self.wishes.as_ref() == Some(&wishes) {
            return false;
        }
        let before = self.wishes.replace(wishes.clone());
        let Some(manner) = wishes.manner else {
            self.voice = None;
            return false;
        };
        let wake = Arc::clone(&self.wake);
        let is_new = self.voice.is_none();
        let voice = self.voice.get_or_insert_with(|| Voice::new(Arc::new(monotonic), move || wake()));
        voice.set(manner);
        is_new || before.is_some_and(|before| before.silent_on != wishes.silent_on)
    }

    fn obey(&mut self, order: &SoundOrder, position: Duration, words: &Words) {
        let (Some(voice), Some(wishes)) = (&self.voice, &self.wishes) else { return };
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
    fn keep_up(&mut self, position: Duration) {
        let (Some(voice), Some((told, at))) = (&self.voice, self.told) else { return };
        let now = monotonic();
        if (told + now.saturating_sub(at)).abs_diff(position) > DRIFT {
            voice.follow(position);
            self.told = Some((position, now));
        }
    }

    fn hush(&mut self) {
        if let Some(voice) = self.voice.as_ref().filter(|_| self.told.take().is_some()) {
            voice.hush();
        }
    }
}

impl Wishes {
    fn of(settings: &Settings, muted: bool) -> Self {
        let voice = &settings.voice;
        let speaks = voice.on && !muted;
        let manner = speaks.then(|| Manner {
            name: voice.name.clone(),
            language: settings.language.clone(),
            rate: voice.rate,
            volume: voice.volume,
        });
        Self { manner, silent_on: voice.silent_on.clone() }
    }
}
