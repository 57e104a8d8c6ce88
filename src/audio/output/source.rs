//! The one rodio source: renders the deck by absolute frame on the device's own thread.

use std::num::NonZero;
use std::sync::mpsc::{Receiver, TryRecvError};
use std::sync::{Arc, PoisonError, TryLockError};
use std::time::Duration;

use rodio::{ChannelCount, SampleRate, Source};

use super::{Clock, Shared};
use crate::audio::deck::{Deck, DeckOrder};
use crate::audio::lead::{LEAD_MS, Lead};
use crate::audio::playhead::{Hearing, Pacer};
use crate::audio::score::{frame_at, frame_of};
use crate::engine::CueKind;

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
    lead: Lead,
    /// Single chimes that wait for the loudspeaker to wake.
    singles: Vec<CueKind>,
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
            lead: Lead::new(rate),
            singles: Vec::with_capacity(8),
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
        if let DeckOrder::Chime(kind) = order {
            return self.singles.push(kind);
        }
        match (&order, &mut self.joining) {
            (DeckOrder::Play { .. } | DeckOrder::Silence | DeckOrder::RingOut, joining) => *joining = None,
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
        if self.lead.is_awake() {
            self.singles.drain(..).for_each(|kind| self.deck.obey(DeckOrder::Chime(kind)));
        }
        let ahead = frame_at(LEAD_MS, self.rate.get());
        let expected = !self.singles.is_empty() || self.deck.may_sound_within(ahead);
        self.deck.render(&mut self.block);
        self.lead.fill(expected, &mut self.block);
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

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};

    use super::*;
    use crate::audio::{Chimes, LEAD_PEAK, Mix, Score};
    use crate::engine::{Cue, Segment, SegmentKind, Spoken, Timeline};

    const RATE: u32 = 8000;

    fn session(cues: &[(u64, CueKind)]) -> Timeline {
        let segment = Segment {
            start_ms: 0,
            end_ms: 20_000,
            entry: 0,
            set: 0,
            rep: 0,
            loops: 0,
            kind: SegmentKind::Timed,
            side: None,
            way: 0,
        };
        let cue = |(at_ms, kind): &(u64, CueKind)| Cue { at_ms: *at_ms, kind: *kind, spoken: Spoken::Silent };
        Timeline { segments: vec![segment], cues: cues.iter().map(cue).collect(), ..Timeline::default() }
    }

    fn play(cues: &[(u64, CueKind)]) -> DeckOrder {
        let (from, lead, run) = (Duration::ZERO, Duration::ZERO, Duration::ZERO);
        DeckOrder::Play { take: 1, score: Arc::new(Score::new(&session(cues), RATE)), from, lead, run }
    }

    fn deck(gain: f32) -> Deck {
        Deck::new(Arc::new(Chimes::new(RATE)), gain, &Mix::FULL)
    }

    /// A source on a device that takes sound as fast as it comes.
    fn source(gain: f32) -> (DeckSource, Sender<SourceOrder>) {
        let (orders, received) = channel();
        let clock: Clock = Arc::new(|| Duration::ZERO);
        let channels = NonZero::<u16>::MIN;
        (DeckSource::new(deck(gain), received, 800, channels, (clock, Arc::default())), orders)
    }

    fn later() -> Duration {
        Duration::from_secs(1)
    }

    #[test]
    fn a_quiet_lead_wakes_the_loudspeaker_and_every_chime_stays_on_its_frames() {
        let cues = [(1000, CueKind::Next), (2000, CueKind::Start), (9000, CueKind::End)];
        let (source, orders) = source(1.0);
        orders.send(SourceOrder::Play { play: play(&cues), runs_from: later() }).unwrap();
        let heard: Vec<f32> = source.take(100_000).collect();
        let mut plain = vec![0.0; 100_000];
        let mut deck = deck(1.0);
        deck.obey(play(&cues));
        plain.chunks_mut(BLOCK).for_each(|block| deck.render(block));
        for (frame, (heard, plain)) in heard.iter().zip(&plain).enumerate() {
            let is_chime = *plain != 0.0;
            assert!(if is_chime { heard == plain } else { heard.abs() <= LEAD_PEAK }, "frame {frame}");
        }
        let murmurs = |ms: std::ops::Range<usize>| heard[ms.start * 8..ms.end * 8].iter().any(|s| *s != 0.0);
        assert!(!murmurs(0..380) && murmurs(420..999), "before the first chime");
        assert!(!murmurs(4000..8380) && murmurs(8420..8999), "after a long silence");
        let before = &heard[8420 * 8..9000 * 8];
        assert!(before.iter().filter(|s| **s != 0.0).count() > before.len() * 9 / 10, "without a gap");
    }

    #[test]
    fn who_hears_nothing_is_sent_nothing() {
        let (source, orders) = source(0.0);
        orders.send(SourceOrder::Play { play: play(&[(1000, CueKind::Next)]), runs_from: later() }).unwrap();
        assert!(source.take(20_000).all(|sample| sample == 0.0));
    }

    #[test]
    fn a_tried_chime_waits_for_a_loudspeaker_that_sleeps() {
        let (mut source, orders) = source(1.0);
        orders.send(SourceOrder::Deck(DeckOrder::Chime(CueKind::Start))).unwrap();
        let heard: Vec<f32> = source.by_ref().take(20_000).collect();
        let begins = heard.iter().position(|sample| sample.abs() > LEAD_PEAK).unwrap();
        assert!((600..640).contains(&(begins / 8)), "after {} ms", begins / 8);
        // The chime has rung out a moment ago: now nothing has to be woken.
        orders.send(SourceOrder::Deck(DeckOrder::Chime(CueKind::Start))).unwrap();
        let again: Vec<f32> = source.take(2000).collect();
        assert!(again[..BLOCK * 2].iter().any(|sample| sample.abs() > LEAD_PEAK));
    }
}
