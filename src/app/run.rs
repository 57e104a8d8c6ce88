//! A session on the way: the engine's session, and what the sound has to be told about it.

use std::sync::Arc;
use std::time::Duration;

use crate::catalog::Catalog;
use crate::engine::{Action, Moment, Options, Session, State, Timeline};

/// What the sound has to do to stay with the session.
#[derive(Clone, Debug, PartialEq)]
pub enum SoundOrder {
    /// Play from here, after a count-in.
    Play {
        /// What.
        timeline: Arc<Timeline>,
        /// From where.
        from: Duration,
        /// How long to count in.
        lead: Duration,
    },
    /// Go on with this timeline from the frame reached.
    Swap(Arc<Timeline>),
    /// Fall silent.
    Pause,
}

/// A session on the way.
#[derive(Debug)]
pub struct Run {
    session: Session,
    sounded: Option<(u64, Arc<Timeline>)>,
}

impl Run {
    /// Begins at `from`, moving from `now` on.
    #[must_use]
    pub fn begin(timeline: Arc<Timeline>, options: Options, from: Duration, now: Duration) -> Self {
        let session = Session::new(timeline, options, now);
        let session = if from.is_zero() { session } else { session.starting_at(from, now) };
        Self { session, sounded: None }
    }

    /// A session that is under way already.
    #[must_use]
    pub fn going(session: Session) -> Self {
        Self { session, sounded: None }
    }

    /// Goes on at `to` with another timeline, as if begun there. The sound plays on under a playhead
    /// that stays where it is.
    pub fn exchange(&mut self, timeline: Arc<Timeline>, options: Options, to: Duration, now: Duration) {
        let next = Self::begin(timeline, options, to, now).session;
        let stays = self.session.state() == State::Playing && self.session.position(now) == to;
        let before = self.sounded.take().filter(|_| stays);
        self.sounded = before.map(|(_, timeline)| (next.revision(), timeline));
        self.session = next;
    }

    /// The session.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Everything that is true now.
    #[must_use]
    pub fn moment(&self, now: Duration) -> Option<Moment<'_>> {
        self.session.moment(now)
    }

    /// Lets time pass.
    pub fn tick(&mut self, now: Duration, heard: Option<Duration>) {
        self.session.tick(now, heard);
    }

    /// Does what the person asked.
    pub fn apply(&mut self, action: Action, catalog: &Catalog, now: Duration) {
        self.session.apply(action, catalog, now);
    }

    /// Shows exercises as the catalogue now has them, without touching the plan.
    pub fn take_exercises_from(&mut self, catalog: &Catalog) {
        self.session.take_exercises_from(catalog);
    }

    /// True while something moves or is about to.
    #[must_use]
    pub fn is_moving(&self) -> bool {
        matches!(self.session.state(), State::Playing | State::CountIn { .. } | State::AtGate { .. })
    }

    /// What the sound has to be told, once for each change.
    pub fn sound_order(&mut self, now: Duration) -> Option<SoundOrder> {
        let timeline = self.session.timeline().clone();
        let revision = self.session.revision();
        let before = self.sounded.replace((revision, timeline.clone()));
        match before {
            Some((r, t)) if r == revision && Arc::ptr_eq(&t, &timeline) => None,
            Some((r, _)) if r == revision => Some(SoundOrder::Swap(timeline)),
            _ => Some(self.standing_order(now)),
        }
    }

    /// What brings a sound that knows nothing of the session to where it is.
    #[must_use]
    pub fn standing_order(&self, now: Duration) -> SoundOrder {
        let timeline = self.session.timeline().clone();
        let from = self.session.position(now);
        match self.session.state() {
            State::Playing => SoundOrder::Play { timeline, from, lead: Duration::ZERO },
            State::CountIn { until } => SoundOrder::Play { timeline, from, lead: until.saturating_sub(now) },
            State::Paused | State::Slept | State::AtGate { .. } | State::Hurt | State::Over => {
                SoundOrder::Pause
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::compile;

    fn secs(n: u64) -> Duration {
        Duration::from_secs(n)
    }

    fn run() -> (Run, Catalog) {
        let catalog = Catalog::builtin();
        let options = Options::default();
        let routine = catalog.routine("desk-break").expect("shipped").clone();
        let timeline = Arc::new(compile(&routine, &catalog, &options).0);
        (Run::begin(timeline, options, Duration::ZERO, secs(0)), catalog)
    }

    #[test]
    fn the_sound_is_told_of_each_change_once() {
        let (mut run, catalog) = run();
        let first = run.sound_order(secs(0));
        assert!(matches!(first, Some(SoundOrder::Play { from: Duration::ZERO, .. })), "{first:?}");
        assert_eq!(run.sound_order(secs(1)), None);
        run.apply(Action::TogglePause, &catalog, secs(1));
        assert_eq!(run.sound_order(secs(1)), Some(SoundOrder::Pause));
    }

    #[test]
    fn more_of_the_same_exchanges_the_score_under_the_sound() {
        let (mut run, catalog) = run();
        run.sound_order(secs(0));
        run.tick(secs(1), None);
        run.apply(Action::Extend, &catalog, secs(1));
        assert!(matches!(run.sound_order(secs(1)), Some(SoundOrder::Swap(_))));
    }

    #[test]
    fn another_version_swaps_the_score_where_the_playhead_stays_and_cues_it_anew_where_it_moves() {
        let (mut run, catalog) = run();
        let options = Options::default();
        let routine = catalog.routine("cat-cow-and-rest").expect("shipped").clone();
        let other = Arc::new(compile(&routine, &catalog, &options).0);
        run.sound_order(secs(0));
        run.exchange(other.clone(), options, secs(5), secs(5));
        assert_eq!(run.sound_order(secs(5)), Some(SoundOrder::Swap(other.clone())));
        assert_eq!(run.session().position(secs(6)), secs(6));
        run.exchange(other.clone(), options, secs(30), secs(6));
        let order = run.sound_order(secs(6));
        assert_eq!(order, Some(SoundOrder::Play { timeline: other, from: secs(30), lead: Duration::ZERO }));
    }

    #[test]
    fn going_on_inside_work_counts_in_with_sound() {
        let (mut run, catalog) = run();
        run.apply(Action::Seek(secs(10)), &catalog, secs(0));
        run.apply(Action::TogglePause, &catalog, secs(0));
        run.apply(Action::TogglePause, &catalog, secs(5));
        let order = run.sound_order(secs(5));
        let Some(SoundOrder::Play { from, lead, .. }) = order else { panic!("{order:?}") };
        assert_eq!((from, lead), (secs(10), secs(3)));
    }
}
