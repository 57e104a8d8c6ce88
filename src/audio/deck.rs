//! What the audio callback runs: plays takes, exchanges scores and changes loudness without clicks.
//!
//! Pure state: frames in, samples out. A take's chimes are placed by their absolute frame; chimes
//! that began before the place a take starts at are not joined half-way, so nothing clicks.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use super::chime::Chimes;
use super::gain::Ramp;
use super::limiter::limit;
use super::mix::{Levels, Mix};
use super::playhead::{Course, Heard};
use super::renderer::Renderer;
use super::score::{Score, frame_at, frame_of};
use crate::engine::CueKind;

/// What a deck can be told.
#[derive(Clone, Debug)]
pub enum DeckOrder {
    /// Plays a score; what played before fades out.
    Play {
        /// Names the run in [`Deck::hearing`].
        take: u64,
        /// What to play.
        score: Arc<Score>,
        /// Where to enter the score.
        from: Duration,
        /// Length of the count-in before it.
        lead: Duration,
        /// How much of count-in and score has already gone by.
        run: Duration,
    },
    /// Exchanges the score under the playhead.
    Swap(Arc<Score>),
    /// Fades out.
    Silence,
    /// Begins no more chimes and lets those that sound ring out.
    RingOut,
    /// Sounds one chime over everything else.
    Chime(CueKind),
    /// Sets the loudness of everything, as a factor.
    Gain(f32),
    /// Sets the loudness of each kind.
    Mix(Mix),
}

/// One run through a score.
#[derive(Clone, Debug)]
struct Run {
    take: u64,
    lead: Renderer,
    main: Renderer,
    lead_frames: u64,
    course: Course,
    /// Frame of the score at which it is entered, after the count-in.
    from: u64,
    /// Frame of the run at which it began to sound.
    began: u64,
    /// Frame of the run to come next.
    next: u64,
    /// Frame of the run from which on no tick of the count-in begins.
    count_in_until: u64,
    /// Frame of the score that is not passed.
    gate: u64,
    fade: Ramp,
}

/// How long something fades in or out. Short enough to feel immediate.
const FADE: Duration = Duration::from_millis(20);
/// How many runs may be fading out at once; scrubbing quickly makes many.
const MOST_LEAVING: usize = 4;

/// Plays takes into blocks of samples.
#[derive(Debug)]
pub struct Deck {
    chimes: Arc<Chimes>,
    playing: Option<Run>,
    leaving: Vec<Run>,
    /// Single chimes and how much of each has sounded, in frames.
    singles: Vec<(CueKind, u64)>,
    gain: Ramp,
    levels: Levels,
    scratch: Vec<f32>,
}

impl Deck {
    /// A silent deck with this loudness of everything, as a factor, and of each kind.
    #[must_use]
    pub fn new(chimes: Arc<Chimes>, gain: f32, mix: &Mix) -> Self {
        Self {
            chimes,
            playing: None,
            leaving: Vec::with_capacity(MOST_LEAVING + 1),
            singles: Vec::with_capacity(8),
            gain: Ramp::at(gain),
            levels: Levels::at(mix),
            scratch: Vec::with_capacity(1024),
        }
    }

    /// Frames a second.
    #[must_use]
    pub fn rate(&self) -> u32 {
        self.chimes.rate()
    }

    /// Does as told, from the next frame on.
    pub fn obey(&mut self, order: DeckOrder) {
        match order {
            DeckOrder::Play { take, score, from, lead, run } => {
                let run_frames = frame_of(run, self.rate());
                let next = self.new_run(take, score, Heard { position: from, lead_left: lead }, run_frames);
                self.leave();
                self.playing = Some(next);
            }
            DeckOrder::Swap(score) => self.swap(score),
            DeckOrder::Silence => self.leave(),
            DeckOrder::RingOut => {
                if let Some(run) = &mut self.playing {
                    run.gate = run.gate.min(run.position());
                    run.count_in_until = run.next;
                }
            }
            DeckOrder::Chime(kind) => self.singles.push((kind, 0)),
            DeckOrder::Gain(gain) => self.gain.go(gain, self.fade_frames()),
            DeckOrder::Mix(mix) => self.levels.go(&mix, self.fade_frames()),
        }
    }

    /// The run that plays, what it leads through, and its frame that comes next.
    #[must_use]
    pub fn hearing(&self) -> Option<(u64, Course, u64)> {
        self.playing.as_ref().map(|run| (run.take, run.course, run.next))
    }

    /// True where a chime may be heard within `frames` from here: one that is known, or any while
    /// nothing moves and the person may act.
    #[must_use]
    pub fn may_sound_within(&self, frames: u64) -> bool {
        if self.gain.after(u32::MAX) <= 0.0 || !self.levels.is_any_heard() {
            return false;
        }
        self.playing.as_ref().is_none_or(|run| run.may_sound_within(frames, &self.levels))
    }

    /// Fills `out` with the next frames.
    pub fn render(&mut self, out: &mut [f32]) {
        out.fill(0.0);
        for run in self.playing.iter_mut().chain(&mut self.leaving) {
            self.scratch.clear();
            self.scratch.resize(out.len(), 0.0);
            run.render(&self.levels, &mut self.scratch);
            for (sum, sample) in out.iter_mut().zip(&self.scratch) {
                *sum += sample * run.fade.next();
            }
        }
        self.leaving.retain(|run| !run.fade.is_silent());
        self.render_singles(out);
        self.levels.advance(out.len() as u32);
        for sample in out {
            *sample = limit(*sample) * self.gain.next();
        }
    }

    fn render_singles(&mut self, out: &mut [f32]) {
        for (kind, sounded) in &mut self.singles {
            let rest = self.chimes.of(*kind).get(*sounded as usize..).unwrap_or_default();
            for ((sum, sample), at) in out.iter_mut().zip(rest).zip(0..) {
                *sum += sample * self.levels.of_kind(*kind, at);
            }
            *sounded += out.len() as u64;
        }
        let chimes = &self.chimes;
        self.singles.retain(|(kind, sounded)| *sounded < chimes.of(*kind).len() as u64);
    }

    fn new_run(&self, take: u64, score: Arc<Score>, place: Heard, began: u64) -> Run {
        let (from, lead_frames) =
            (frame_of(place.position, self.rate()), frame_of(place.lead_left, self.rate()));
        let entered = from.saturating_add(began.saturating_sub(lead_frames));
        let (gate, until) = next_stop(&score, entered);
        let lead = Arc::new(Score::count_in(place.lead_left, self.rate()));
        Run {
            take,
            lead: Renderer::new(Arc::clone(&self.chimes), lead),
            main: Renderer::new(Arc::clone(&self.chimes), score),
            lead_frames,
            course: Course { from: place.position, lead: place.lead_left, until },
            from,
            began,
            next: began,
            count_in_until: u64::MAX,
            gate,
            fade: Ramp::at(1.0),
        }
    }

    /// Cross-fades to another score at the same frame. What both scores have in common goes on
    /// unchanged, as the two fades add up to one. A run that waited at a gate goes on from there.
    fn swap(&mut self, score: Arc<Score>) {
        let fade_frames = self.fade_frames();
        let Some(old) = &self.playing else { return };
        let next = if old.position() >= old.gate {
            let place = Heard { position: old.course.until, lead_left: Duration::ZERO };
            self.new_run(old.take, score, place, 0)
        } else {
            let mut fade = Ramp::at(0.0);
            fade.go(1.0, fade_frames);
            let (gate, until) = next_stop(&score, old.position());
            let main = Renderer::new(Arc::clone(&self.chimes), score);
            Run { main, gate, fade, course: Course { until, ..old.course }, ..old.clone() }
        };
        self.leave();
        self.playing = Some(next);
    }

    fn leave(&mut self) {
        let fade_frames = self.fade_frames();
        if let Some(mut run) = self.playing.take() {
            run.fade.go(0.0, fade_frames);
            self.leaving.truncate(MOST_LEAVING - 1);
            self.leaving.push(run);
        }
    }

    fn fade_frames(&self) -> u32 {
        frame_of(FADE, self.rate()) as u32
    }
}

/// The frame whose chimes do not sound any more, and the time at which the position stands still.
fn next_stop(score: &Score, frame: u64) -> (u64, Duration) {
    let gate_ms = score.gate_after(frame);
    let gate = gate_ms.map_or(u64::MAX, |ms| frame_at(ms, score.rate));
    (gate, Duration::from_millis(gate_ms.unwrap_or(score.total_ms)))
}

impl Run {
    /// Frame of the score to come next. Goes on behind a gate, so that chimes ring out there.
    fn position(&self) -> u64 {
        self.from.saturating_add(self.next.saturating_sub(self.lead_frames))
    }

    /// The frames of the score whose chimes this run sounds.
    fn onsets(&self) -> Range<u64> {
        self.from.saturating_add(self.began.saturating_sub(self.lead_frames))..self.gate
    }

    fn may_sound_within(&self, frames: u64, levels: &Levels) -> bool {
        let here = self.position();
        if here >= self.gate {
            return true;
        }
        let lead_left = self.lead_frames.saturating_sub(self.next);
        let ticks = self.next..self.next.saturating_add(frames);
        let cues = here..here.saturating_add(frames.saturating_sub(lead_left));
        self.lead.begins_within(&ticks, &(self.began..self.count_in_until), levels)
            || self.main.begins_within(&cues, &self.onsets(), levels)
    }

    fn render(&mut self, levels: &Levels, out: &mut [f32]) {
        self.lead.add(self.next, &(self.began..self.count_in_until), levels, out);
        let lead_left = self.lead_frames.saturating_sub(self.next).min(out.len() as u64);
        self.main.add(self.position(), &self.onsets(), levels, &mut out[lead_left as usize..]);
        self.next += out.len() as u64;
    }
}
