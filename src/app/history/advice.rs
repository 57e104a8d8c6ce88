//! What the person answers to advice: it was read, or an exercise that hurt may come back.

use super::super::state::State;
use crate::model::{Remark, Said, Stamp};

impl State {
    /// The advice of this kind was read.
    pub(super) fn hear(&mut self, advice: String) {
        self.history.say(Remark { at: self.stamp(), said: Said::Heard(advice) });
    }

    /// The exercise of this id may be suggested again. That counts for all there is of it, even
    /// where a clock was set back since, or a session was written down for later than now.
    pub(super) fn review(&mut self, id: String) {
        let now = self.stamp();
        let number = self.history.ledger.exercises().find(&id);
        let flags = crate::history::flags(&self.history.ledger, self.today());
        let flag = flags.iter().find(|flag| Some(flag.exercise) == number);
        let ms = flag.map_or(0, |flag| flag.at.utc_ms.saturating_sub(now.utc_ms).max(0));
        self.history.say(Remark { at: Stamp::after_ms(now, ms), said: Said::Reviewed(id) });
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::app::Launch;
    use crate::history::SEE_SOMEONE;
    use crate::model::{BoutEnd, BoutRecord, Feeling, Origin, SessionEnd, SessionRecord, WorkKind};
    use crate::store::DataFolder;
    use crate::ui::{Checking, Command, Progressing};

    const NOW: Stamp = Stamp { utc_ms: 1_795_000_000_000, offset_s: 0 };

    fn state(folder: &tempfile::TempDir) -> State {
        let folder = DataFolder::open(Some(folder.path().to_owned())).unwrap();
        let launch = Launch { folder, start: None, watch: false, asks_safety: false };
        let mut state = State::open(launch, Duration::ZERO, || {});
        state.set_stamp(NOW);
        state
    }

    fn hurting(began: Stamp, exercise: &str) -> SessionRecord {
        SessionRecord {
            id: "one".into(),
            began,
            took_ms: 60_000,
            end: SessionEnd::Finished,
            origin: Origin::Run,
            routine: "desk-break".into(),
            routine_name: "Desk break".into(),
            before: Feeling::default(),
            after: Feeling::default(),
            effort: None,
            note: String::new(),
            bouts: vec![BoutRecord {
                exercise: Some(exercise.into()),
                name: exercise.into(),
                kind: WorkKind::Mobility,
                side: None,
                set: 1,
                planned_ms: 60_000,
                done_ms: 30_000,
                extended_ms: 0,
                planned_reps: 0,
                done_reps: 0,
                end: BoutEnd::Hurt,
            }],
        }
    }

    fn look(state: &mut State) -> (Option<String>, usize, bool) {
        let now = state.stamp();
        state.history.look_ahead(&state.hall, &state.settings.plan, now);
        let outlook = &state.history.outlook;
        let suggested = outlook.suggestion.as_ref().map(|it| it.routine.clone());
        (suggested, outlook.flags.len(), outlook.advice.is_some())
    }

    #[test]
    fn what_hurt_comes_back_once_it_was_reviewed_even_if_the_clock_was_wrong() {
        let folder = tempfile::tempdir().unwrap();
        let mut state = state(&folder);
        assert_eq!(look(&mut state).0.as_deref(), Some("desk-break"));
        // Written down for tomorrow.
        state.history.put(hurting(NOW.after_ms(86_400_000), "shoulder-rolls"), None);
        let (suggested, flags, _) = look(&mut state);
        assert_ne!(suggested.as_deref(), Some("desk-break"));
        assert_eq!(flags, 1);
        state.apply(Command::Progress(Progressing::Review("shoulder-rolls".into())), Duration::ZERO);
        let (suggested, flags, _) = look(&mut state);
        assert_eq!((suggested.as_deref(), flags), (Some("desk-break"), 0));
    }

    #[test]
    fn advice_that_was_read_is_put_away() {
        let folder = tempfile::tempdir().unwrap();
        let mut state = state(&folder);
        state.history.say(Remark { at: NOW.after_ms(-60_000), said: Said::Sign("numbness".into()) });
        assert!(look(&mut state).2);
        state.apply(Command::Check(Checking::Heard(SEE_SOMEONE.into())), Duration::ZERO);
        assert!(!look(&mut state).2);
    }
}
