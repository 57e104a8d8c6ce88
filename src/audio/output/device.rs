//! Opens the sound device, and notices when it has gone.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use rodio::cpal::traits::{DeviceTrait, HostTrait};
use rodio::cpal::{self, BufferSize, DeviceId, ErrorKind};
use rodio::{DeviceSinkBuilder, DeviceSinkError, MixerDeviceSink};

use super::source::{DeckSource, SourceOrder};
use super::{Clock, Shared};
use crate::audio::chime::Chimes;
use crate::audio::deck::Deck;
use crate::audio::mix::Mix;

/// An open device with the deck playing on it.
pub(super) struct Device {
    /// To the deck.
    pub(super) orders: Sender<SourceOrder>,
    /// Frames a second.
    pub(super) rate: u32,
    failure: Arc<Mutex<Failure>>,
    /// The system's default when it was opened.
    default: Option<DeviceId>,
    /// Dropped on the thread that opened it, never in its own callback.
    _sink: MixerDeviceSink,
}

/// What the device's error callback has said. It only notes it down.
#[derive(Clone, Debug, Default)]
pub(super) struct Failure {
    /// In words. Some come once at the start and mean nothing if sound flows none the less.
    pub(super) why: Option<String>,
    /// True where the device has to be opened anew in any case.
    pub(super) is_final: bool,
}

impl Device {
    /// Opens the default device.
    ///
    /// # Errors
    /// In words, when there is none or it refuses.
    pub(super) fn open(
        chimes: &mut Option<Arc<Chimes>>,
        (gain, mix): (f32, &Mix),
        (clock, shared): (Clock, Arc<Shared>),
    ) -> Result<Self, String> {
        let failure = Arc::default();
        let opened = quietly(|| open_sink(&failure));
        let mut sink = opened.map_err(|error| in_words(&error))?;
        sink.log_on_drop(false);
        let config = *sink.config();
        let rate = config.sample_rate().get();
        let chimes = match chimes {
            Some(ready) if ready.rate() == rate => Arc::clone(ready),
            other => Arc::clone(other.insert(Arc::new(Chimes::new(rate)))),
        };
        let (orders, received) = channel();
        shared.count_frames(0);
        let deck = Deck::new(chimes, gain, mix);
        let channels = config.channel_count();
        let buffer = buffered_frames(*config.buffer_size(), rate);
        sink.mixer().add(DeckSource::new(deck, received, buffer, channels, (clock, shared)));
        Ok(Self { orders, rate, failure, default: default_device(), _sink: sink })
    }

    /// What went wrong, if anything did.
    pub(super) fn failure(&self) -> Failure {
        if self.default != default_device() {
            let why = Some("another device has become the default".to_owned());
            return Failure { why, is_final: true };
        }
        self.failure.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Keeps ALSA's remarks on this thread out of the terminal: it has many for a missing device, and
/// one is looked for every second.
#[cfg(target_os = "linux")]
fn quietly<T>(open: impl FnOnce() -> T) -> T {
    let remarks = alsa::Output::local_error_handler();
    let opened = open();
    if let Ok(remarks) = remarks {
        remarks.borrow().buffer_string(|text| log::debug!("{}", String::from_utf8_lossy(text)));
    }
    opened
}

/// Only ALSA talks to the terminal.
#[cfg(not(target_os = "linux"))]
fn quietly<T>(open: impl FnOnce() -> T) -> T {
    open()
}

/// The default device where it has to be watched: on Windows a stream stays with the old one, the
/// others follow by themselves.
fn default_device() -> Option<DeviceId> {
    if cfg!(windows) { cpal::default_host().default_output_device()?.id().ok() } else { None }
}

fn open_sink(failure: &Arc<Mutex<Failure>>) -> Result<MixerDeviceSink, DeviceSinkError> {
    let opened = DeviceSinkBuilder::from_default_device().and_then(|builder| open_on(builder, failure));
    opened.or_else(|error| {
        // ALSA settles once what its default is. A sound server that started later has to be asked
        // for by name.
        let mut servers = sound_servers();
        servers
            .find_map(|device| DeviceSinkBuilder::from_device(device).and_then(|b| open_on(b, failure)).ok())
            .ok_or(error)
    })
}

fn open_on(
    builder: DeviceSinkBuilder,
    failure: &Arc<Mutex<Failure>>,
) -> Result<MixerDeviceSink, DeviceSinkError> {
    let failure = Arc::clone(failure);
    let note_down = move |error: cpal::Error| {
        let harmless = [ErrorKind::Xrun, ErrorKind::RealtimeDenied, ErrorKind::DeviceChanged];
        if !harmless.contains(&error.kind()) {
            let is_final =
                matches!(error.kind(), ErrorKind::DeviceNotAvailable | ErrorKind::StreamInvalidated);
            *failure.lock().unwrap_or_else(PoisonError::into_inner) =
                Failure { why: Some(error.to_string()), is_final };
        }
    };
    builder.with_error_callback(note_down).open_sink_or_fallback()
}

fn sound_servers() -> impl Iterator<Item = cpal::Device> {
    let all = if cfg!(target_os = "linux") { cpal::default_host().output_devices().ok() } else { None };
    let is_server =
        |device: &cpal::Device| device.id().is_ok_and(|id| ["pipewire", "pulse"].contains(&id.id()));
    all.into_iter().flatten().filter(is_server)
}

/// How many frames the device holds when its buffer is full. ALSA is given two periods of the size
/// asked for.
fn buffered_frames(size: BufferSize, rate: u32) -> u32 {
    let periods = if cfg!(target_os = "linux") { 2 } else { 1 };
    match size {
        BufferSize::Fixed(frames) => periods * frames,
        BufferSize::Default => rate / 20,
    }
}

fn in_words(error: &DeviceSinkError) -> String {
    let cause = std::error::Error::source(error).map(ToString::to_string);
    cause.map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"))
}
