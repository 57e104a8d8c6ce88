//! Speech on macOS and Windows: the voice the system brings.

use tts::{Features, Tts};

use super::script::Urgency;
use super::service::{Manner, Service, ServiceError};

/// The system's voice.
pub(super) struct SystemVoice {
    tts: Tts,
}

impl SystemVoice {
    /// Asks the system for its voice.
    pub(super) fn connect() -> Result<Self, ServiceError> {
        Ok(Self { tts: Tts::default()? })
    }

    fn can(&self) -> Features {
        self.tts.supported_features()
    }
}

impl Service for SystemVoice {
    fn voices(&mut self, language: &str) -> Result<Vec<String>, ServiceError> {
        if !self.can().voice {
            return Ok(Vec::new());
        }
        let voices = self.tts.voices()?.into_iter();
        let fits = voices.filter(|voice| voice.language().primary_language() == language);
        Ok(fits.map(|voice| voice.name()).collect())
    }

    fn set(&mut self, manner: &Manner) -> Result<(), ServiceError> {
        let can = self.can();
        if can.voice && !manner.name.is_empty() {
            // A voice that is no longer there: the system's own choice speaks.
            if let Some(voice) = self.tts.voices()?.iter().find(|voice| voice.name() == manner.name) {
                self.tts.set_voice(voice)?;
            }
        }
        if can.rate {
            let usual = self.tts.normal_rate();
            let end = if manner.rate < 0.0 { self.tts.min_rate() } else { self.tts.max_rate() };
            self.tts.set_rate(usual + (end - usual) * manner.rate.abs().min(1.0))?;
        }
        if can.volume {
            let (least, most) = (self.tts.min_volume(), self.tts.max_volume());
            self.tts.set_volume(least + (most - least) * manner.volume.clamp(0.0, 1.0))?;
        }
        Ok(())
    }

    fn say(&mut self, text: &str, urgency: Urgency) -> Result<(), ServiceError> {
        if urgency == Urgency::IfQuiet && self.can().is_speaking && self.tts.is_speaking()? {
            return Ok(());
        }
        self.tts.speak(text, urgency == Urgency::Interrupts)?;
        Ok(())
    }

    fn hush(&mut self) -> Result<(), ServiceError> {
        if self.can().stop {
            self.tts.stop()?;
        }
        Ok(())
    }
}

impl From<tts::Error> for ServiceError {
    fn from(error: tts::Error) -> Self {
        Self(format!("the system's voice: {error}"))
    }
}
