//! A session that is written down afterwards, or corrected: opened, changed, kept or let go.

use super::super::clock;
use super::super::editor::Dialog;
use super::super::state::State;
use crate::engine::{compile, done_as_planned};
use crate::figure::{BodyMap, Facing, Look};
use crate::history::done::{DoneLine, done_lines};
use crate::history::{Draft, Field, Lack};
use crate::model::{Block, Routine, SessionRecord, Step};
use crate::ui::screens::dialogs::{DialogView, SessionView};
use crate::ui::theme::Theme;
use crate::ui::widgets::BodyMapView;
use crate::ui::{Felt, Writing};

/// A session that is open.
pub(in crate::app) struct SessionDesk {
    draft: Draft,
    lines: Vec<DoneLine>,
    /// Asks whether to keep what was changed.
    asks: bool,
    /// How often it was to be kept and something lacked.
    attempts: u32,
    body: Option<OpenBody>,
}

/// The body that shows, to pick on it where something was felt.
struct OpenBody {
    felt: Felt,
    is_turned: bool,
    /// Drawn anew for each frame.
    maps: Option<[BodyMap; 2]>,
}

impl SessionDesk {
    fn new(draft: Draft) -> Self {
        let lines = done_lines(&draft.record().bouts);
        Self { draft, lines, asks: false, attempts: 0, body: None }
    }
}

impl State {
    /// Asks for the whole of a session, to open it once it is there.
    pub(super) fn open_session(&mut self, id: String) {
        self.fetch_session(&id);
        self.history.wanted = Some(id);
    }

    /// Opens the session that was asked for, where it has come.
    pub(in crate::app) fn open_fetched_session(&mut self) {
        let Some(wanted) = &self.history.wanted else { return };
        let Some(fetched) = self.history.fetched.take_if(|fetched| fetched.record.id == *wanted) else {
            return;
        };
        self.history.wanted = None;
        self.open_session_desk(SessionDesk::new(Draft::of(fetched.record)));
    }

    /// Opens a new session, to write down what was done.
    pub(super) fn add_session(&mut self) {
        let now = self.stamp();
        let taken = |n: u32| self.history.ledger.session(&id_by_hand(now.utc_ms, n)).is_some();
        let n = (0..u32::MAX).find(|n| !taken(*n)).unwrap_or_default();
        let draft = Draft::by_hand(id_by_hand(now.utc_ms, n), now);
        self.open_session_desk(SessionDesk::new(draft));
    }

    /// The session that is open is like this now.
    pub(super) fn change_session(&mut self, record: SessionRecord) {
        if let Some(desk) = self.session_desk() {
            desk.draft.change(record);
            desk.lines = done_lines(&desk.draft.record().bouts);
        }
    }

    /// Does what else the page of the session that is open asks for.
    pub(super) fn write_session(&mut self, asked: Writing) {
        match asked {
            Writing::Typed(field, text) => self.type_into_session(field, text),
            Writing::Routine(id) => self.choose_routine_of_session(id.as_deref()),
            Writing::Kind(kind) => {
                if let Some(desk) = self.session_desk() {
                    desk.draft.set_kind(kind);
                }
            }
            Writing::AddExercise(id) => self.add_to_session(&id),
            Writing::FillIn => self.fill_in_session(),
            Writing::Where(felt) => self.show_body_of_session(felt),
            Writing::Turn => {
                if let Some(body) = self.session_desk().and_then(|desk| desk.body.as_mut()) {
                    body.is_turned = !body.is_turned;
                }
            }
            Writing::LetGo => self.close_dialog(),
        }
    }

    fn type_into_session(&mut self, field: Field, text: String) {
        let Some(desk) = self.session_desk() else { return };
        desk.draft.type_in(field, text);
        if matches!(field, Field::Day | Field::Clock)
            && let Some(local) = desk.draft.moment()
        {
            let began = clock::stamp_at(local, desk.draft.record().began);
            desk.draft.set_began(began);
        }
    }

    fn choose_routine_of_session(&mut self, id: Option<&str>) {
        let routine = id.and_then(|id| self.content.catalog.routine(id)).cloned();
        let Some(desk) = self.session_desk() else { return };
        match routine {
            None => desk.draft.choose_none(),
            Some(routine) => {
                let record = desk.draft.record().clone();
                let (id, name) = (routine.id.clone(), routine.name.clone());
                self.change_session(SessionRecord { routine: id, routine_name: name, ..record });
            }
        }
    }

    fn add_to_session(&mut self, id: &str) {
        let Some(exercise) = self.content.catalog.exercise(id) else { return };
        let step = Step { exercise: exercise.id.clone(), ..Step::default() };
        let alone =
            Routine { blocks: vec![Block::Step(step)], ..Routine::new(&*exercise.id, &*exercise.name) };
        self.add_as_planned(&alone);
    }

    fn fill_in_session(&mut self) {
        let Some(desk) = self.session_desk() else { return };
        let id = desk.draft.record().routine.clone();
        if let Some(routine) = self.content.catalog.routine(&id).cloned() {
            let total_ms = self.add_as_planned(&routine);
            let minutes = crate::history::typed::told_minutes(total_ms);
            self.type_into_session(Field::Minutes, minutes);
        }
    }

    /// Adds what a routine asks for, as if all of it had been done; how long all of it takes.
    fn add_as_planned(&mut self, routine: &Routine) -> u64 {
        let timeline = compile(routine, &self.content.catalog, &self.options()).0;
        let bouts = done_as_planned(&timeline);
        if let Some(desk) = self.session_desk() {
            let mut record = desk.draft.record().clone();
            record.bouts.extend(bouts);
            self.change_session(record);
        }
        timeline.total_ms()
    }

    fn show_body_of_session(&mut self, felt: Felt) {
        let Some(desk) = self.session_desk() else { return };
        let is_open = desk.body.as_ref().is_some_and(|body| body.felt == felt);
        desk.body = (!is_open).then_some(OpenBody { felt, is_turned: false, maps: None });
    }

    /// Draws the body in the session that is open, where it shows.
    pub(in crate::app) fn draw_body_of_session(&mut self, theme: &Theme) {
        let Some(Dialog::Session(desk)) = &mut self.editor.dialogs.open else { return };
        let Some(body) = &mut desk.body else { return };
        let look = Look { body: &self.body, palette: &theme.figure, glow: 1.0 };
        let spots = &body.felt.of(desk.draft.record()).spots;
        body.maps = Some(Facing::ALL.map(|facing| self.stage.body_map(&look, facing, spots)));
    }

    /// Keeps the session that is open, unless something is lacking.
    pub(super) fn keep_session(&mut self) {
        let now = self.stamp();
        let Some(desk) = self.session_desk() else { return };
        desk.asks = false;
        if !desk.draft.lacks(now).is_empty() {
            desk.attempts += 1;
            return;
        }
        let record = desk.draft.is_changed().then(|| desk.draft.finished());
        self.close_dialog();
        if let Some(record) = record {
            self.history.put(record, None);
        }
    }

    /// Puts the session that is open away, or asks first what is to become of its changes.
    pub(in crate::app) fn put_session_away(&mut self) {
        let Some(desk) = self.session_desk() else { return };
        if desk.asks || !desk.draft.is_changed() {
            // To have asked and to be sent away means to go on.
            let goes_on = std::mem::replace(&mut desk.asks, false);
            if !goes_on {
                self.close_dialog();
            }
            return;
        }
        desk.asks = true;
    }

    /// Puts the session with this id away, if it is open.
    pub(super) fn close_session(&mut self, id: &str) {
        if self.session_desk().is_some_and(|desk| desk.draft.record().id == id) {
            self.close_dialog();
        }
    }

    /// Shows the session that is open to `show`.
    pub(in crate::app) fn with_session(&self, desk: &SessionDesk, show: impl FnOnce(&DialogView<'_>)) {
        let lacks: Vec<(Field, Lack)> = desk.draft.lacks(self.stamp());
        let routines: Vec<(&str, &str)> =
            self.hall.iter().map(|entry| (entry.id.as_str(), entry.name.as_str())).collect();
        let view = SessionView {
            draft: &desk.draft,
            lines: &desk.lines,
            lacks: &lacks,
            attempts: desk.attempts,
            routines: &routines,
            catalog: &self.content.catalog,
            today: self.today(),
            body: desk.body.as_ref().and_then(|body| {
                let picked = &body.felt.of(desk.draft.record()).spots;
                let maps = body.maps.as_ref()?;
                Some((body.felt, BodyMapView { maps, is_turned: body.is_turned, picked }))
            }),
        };
        show(&if desk.asks { DialogView::KeepSession(view) } else { DialogView::Session(view) });
    }
}

fn id_by_hand(utc_ms: i64, n: u32) -> String {
    format!("hand-{utc_ms:x}-{n}")
}
