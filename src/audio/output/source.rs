//! The one rodio source: renders the deck by absolute frame on the device's own thread.

use std::num::NonZero;
use std::sync::mpsc::{Receiver, TryRecvError};
use std::sync::{Arc, PoisonError, TryLockError};
use std::time::Duration;

use rodio::{ChannelCount, SampleRate, Source};

use super::{Clock, Shared};
use crate::audio::deck::{Deck, DeckOrder};
use crate::audio::playhead::{Hearing, Pacer};
use crate::audio::score::frame_of;

/// Frames rendered at a time; orders take effect at the next block.
const BLOCK: usize = 128;

/// An order for the deck, as sent to the callback.
#[derive(Debug)]
pub(super) enum SourceOrder {
    /// As it is.
    Deck(DeckOrder),
    /// Plays from the start of the take, or, once the clock has got to `runs_from`, from where the
    /// take then is: what is heard agrees with a run that began at that time.
    Play {
        /// The order, with nothing gone by.
        play: DeckOrder,
        /// When the take began to run without a device, or would.
        runs_from: Duration,
    },
}

/// A device is joined when its bursts have told how far ahead of the ear they are.
const SETTLES: Duration = Duration::from_millis(250);

/// Endless: silence while there is nothing to play.
pub(super) struct DeckSource {
    deck: Deck,
    orders: Receiver<SourceOrder>,
    /// A play order that waits for the device to settle, and when its run began.
    joining: Option<(DeckOrder, Duration)>,
    pacer: Pacer,
    clock: Clock,
    shared: Arc<Shared>,
    channels: ChannelCount,
    rate: SampleRate,
    block: [f32; BLOCK],
    /// Sample of the block to come next, counted over all channels.
    next: usize,
    frames: u64,
}

impl DeckSource {
    pub(super) fn new(
        deck: Deck,
        orders: Receiver<SourceOrder>,
        buffer_frames: u32,
        channels: ChannelCount,
        (clock, shared): (Clock, Arc<Shared>),
    ) -> Self {
        let rate = deck.rate();
        Self {
            pacer: Pacer::new(rate, buffer_frames),
            deck,
            orders,
            joining: None,
            clock,
            shared,
            channels,
            rate: NonZero::new(rate).unwrap_or(NonZero::<u32>::MIN),
            block: [0.0; BLOCK],
            next: BLOCK * usize::from(channels.get()),
            frames: 0,
        }
    }

    /// False when nobody is left to give orders.
    fn take_orders(&mut self, now: Duration) -> bool {
        loop {
            match self.orders.try_recv() {
                Ok(SourceOrder::Deck(order)) => self.obey(order),
                Ok(SourceOrder::Play { play, runs_from }) if now < runs_from => self.obey(play),
                Ok(SourceOrder::Play { play, runs_from }) => self.joining = Some((play, runs_from)),
                Err(TryRecvError::Empty) => return true,
                Err(TryRecvError::Disconnected) => return false,
            }
        }
    }

    fn obey(&mut self, order: DeckOrder) {
        match (&order, &mut self.joining) {
            (DeckOrder::Play { .. } | DeckOrder::Silence, joining) => *joining = None,
            (DeckOrder::Swap(swapped), Some((DeckOrder::Play { score, .. }, _))) => {
                *score = Arc::clone(swapped);
            }
            _ => {}
        }
        self.deck.obey(order);
    }

    fn join_once_settled(&mut self, now: Duration) {
        if self.frames < frame_of(SETTLES, self.rate.get()) {
            return;
        }
        if let Some((mut order, runs_from)) = self.joining.take() {
            let heard_at = now + self.pacer.until_heard(now, self.frames);
            if let DeckOrder::Play { run, .. } = &mut order {
                *run = heard_at.saturating_sub(runs_from);
            }
            self.deck.obey(order);
        }
    }

    fn render(&mut self, now: Duration) {
        self.deck.render(&mut self.block);
        self.frames += BLOCK as u64;
        self.pacer.observe(now, self.frames);
        let hearing = self.deck.hearing().map(|(take, course, run)| Hearing {
            take,
            course,
            rate: self.rate.get(),
            offset: self.pacer.offset() + run as f64 - self.frames as f64,
        });
        self.shared.count_frames(self.frames);
        // Never waits: a block that finds the lock taken leaves the telling to the next one.
        match self.shared.hearing.try_lock() {
            Ok(mut told) => *told = hearing,
            Err(TryLockError::Poisoned(told)) => *PoisonError::into_inner(told) = hearing,
            Err(TryLockError::WouldBlock) => {}
        }
    }
}

impl Iterator for DeckSource {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        let channels = usize::from(self.channels.get());
        if self.next >= BLOCK * channels {
            let now = (self.clock)();
            if !self.take_orders(now) {
                return None;
            }
            self.join_once_settled(now);
            self.render(now);
            self.next = 0;
        }
        let (frame, channel) = (self.next / channels, self.next % channels);
        self.next += 1;
        // Front left and right; the other speakers stay silent.
        Some(if channel < 2 { self.block[frame] } else { 0.0 })
    }
}

impl Source for DeckSource {
    fn current_span_len(&self) -> Option<usize> {
        None
    }

    fn channels(&self) -> ChannelCount {
        self.channels
    }

    fn sample_rate(&self) -> SampleRate {
        self.rate
    }

    fn total_duration(&self) -> Option<Duration> {
        None
    }
}
