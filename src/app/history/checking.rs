//! What is asked before and after a session: what was answered, and what begins then.

use std::collections::BTreeSet;
use std::time::Duration;

use super::super::first_reading::Beginning;
use super::super::state::{Route, State};
use super::History;
use crate::history;
use crate::model::{Block, Category, Feeling, Remark, Said, SessionRecord};
use crate::text::AdviceText;
use crate::ui::{Checking, Screen};

/// A note is written this long after the first letter it lacks.
const NOTE_AFTER: Duration = Duration::from_secs(1);

/// What is asked before and after a session.
#[derive(Debug, Default)]
pub(in crate::app) struct Asking {
    /// What begins once it was asked, and from which screen.
    waiting: Option<(Beginning, Screen)>,
    pub(in crate::app) is_safety_shown: bool,
    /// The body shows its front where there is room for one side.
    pub(in crate::app) is_turned: bool,
    /// The body shows where there is no room for it beside the rest.
    pub(in crate::app) is_where_open: bool,
    /// When what was typed has to be written.
    due: Option<Duration>,
}

impl Asking {
    /// The screen that what waits was asked for on.
    pub(in crate::app) fn from(&self) -> Screen {
        self.waiting.as_ref().map_or(Screen::Today, |(_, screen)| *screen)
    }

    /// The person went elsewhere: nothing waits any more.
    pub(in crate::app) fn put_away(&mut self) {
        self.waiting = None;
        self.is_safety_shown = false;
        self.is_turned = false;
        self.is_where_open = false;
    }
}

impl History {
    /// The signs that are so, by what was said last of each.
    pub(in crate::app) fn signs(&self) -> BTreeSet<String> {
        history::signs(self.ledger.remarks()).into_keys().map(str::to_owned).collect()
    }
}

impl State {
    /// Does what was answered before or after a session.
    pub(in crate::app) fn check(&mut self, asked: Checking, now: Duration) {
        let asking = &mut self.history.asking;
        match asked {
            Checking::AskBefore(ask) => self.change_settings(|settings| settings.ask_before = ask),
            Checking::Sign(id) => self.tick_sign(id),
            Checking::Turn => asking.is_turned = !asking.is_turned,
            Checking::Where => asking.is_where_open = !asking.is_where_open,
            Checking::Back => self.leave_check_in(),
            Checking::Begin | Checking::BeginAnyway => self.begin_checked(now),
            Checking::Skip => {
                self.history.before = Feeling::default();
                self.begin_checked(now);
            }
            Checking::BreatheInstead => self.breathe_instead(now),
            Checking::Pain(pain) => self.answer(|feeling| feeling.pain = pain),
            Checking::Spot(spot) => self.answer(|feeling| feeling.toggle(spot)),
            Checking::Effort(effort) => {
                self.with_record(|record| record.effort = effort);
                self.keep_answers();
            }
            Checking::Note(note) => {
                self.with_record(|record| record.note = note);
                self.history.asking.due.get_or_insert(now + NOTE_AFTER);
            }
            Checking::Heard(advice) => self.hear(advice),
        }
    }

    fn tick_sign(&mut self, id: String) {
        let said = if self.history.signs().contains(&id) { Said::NoSign(id) } else { Said::Sign(id) };
        self.history.say(Remark { at: self.stamp(), said });
    }

    /// True where something is asked before what is about to begin.
    pub(in crate::app) fn asks_before(&self, beginning: &Beginning) -> bool {
        self.settings().ask_before
            && match beginning {
                Beginning::Routine(routine, _) => moves(&routine.blocks),
                Beginning::Edited(routine, _) => moves(&routine.blocks),
                Beginning::Exercise(id) => {
                    let exercise = self.content.catalog.exercise(id);
                    exercise.is_some_and(|exercise| exercise.category != Category::Breathing)
                }
                Beginning::AtOnce(..) | Beginning::Unfinished => false,
            }
    }

    /// Asks how the back feels; then it begins.
    pub(in crate::app) fn ask_before(&mut self, beginning: Beginning, now: Duration) {
        self.end_preview(now);
        self.keep_drafts();
        let from = self.back();
        self.history.before = Feeling::default();
        self.history.asking.put_away();
        self.history.asking.waiting = Some((beginning, from));
        self.go(Route::CheckIn);
    }

    /// The name of what is about to begin.
    pub(in crate::app) fn waiting_name(&self) -> &str {
        match &self.history.asking.waiting {
            Some((Beginning::Routine(routine, _) | Beginning::AtOnce(routine, _), _)) => &routine.name,
            Some((Beginning::Edited(routine, _), _)) => &routine.name,
            Some((Beginning::Exercise(id), _)) => {
                self.content.catalog.exercise(id).map_or("", |exercise| &exercise.name)
            }
            Some((Beginning::Unfinished, _)) | None => "",
        }
    }

    /// Nothing begins: back to where it was asked for.
    fn leave_check_in(&mut self) {
        self.history.before = Feeling::default();
        self.go(Route::Screen(self.back()));
        self.history.asking.put_away();
    }

    fn begin_checked(&mut self, now: Duration) {
        self.go(Route::Screen(self.back()));
        if let Some((beginning, _)) = self.history.asking.waiting.take() {
            self.begin_at_once(beginning, now);
        }
    }

    fn breathe_instead(&mut self, now: Duration) {
        self.go(Route::Screen(self.back()));
        self.history.asking.put_away();
        self.breathe_calmly(self.settings.breathe.minutes, now);
    }

    /// Changes what was answered before a session or after it, whichever is asked.
    fn answer(&mut self, change: impl FnOnce(&mut Feeling)) {
        if self.route() == Route::CheckIn {
            change(&mut self.history.before);
        } else {
            self.with_record(|record| change(&mut record.after));
            self.keep_answers();
        }
    }

    /// When answers that are not kept yet have to be.
    pub(in crate::app) fn next_answer(&self) -> Option<Duration> {
        self.history.asking.due
    }

    /// Keeps what was typed, once it is time.
    pub(in crate::app) fn keep_answers_due(&mut self, now: Duration) {
        if self.history.asking.due.is_some_and(|due| due <= now) {
            self.keep_answers();
        }
    }

    /// Keeps what was typed and is not kept yet, whenever it would be time.
    pub(in crate::app) fn keep_what_was_typed(&mut self) {
        if self.history.asking.due.is_some() {
            self.keep_answers();
        }
    }

    /// Keeps what was answered after the session with its record.
    fn keep_answers(&mut self) {
        self.history.asking.due = None;
        if let Some(record) = self.history.running.clone() {
            self.history.put(record, None);
        }
    }

    fn with_record(&mut self, change: impl FnOnce(&mut SessionRecord)) {
        if let Some(record) = &mut self.history.running {
            change(record);
        }
    }

    /// What went well in the session in the player, and what is advised after it, in words.
    pub(in crate::app) fn said_after(&self, now: Duration) -> (Option<String>, Option<AdviceText>) {
        let over = self.playing.as_ref().filter(|playing| playing.is_over());
        let Some((playing, record)) = over.zip(self.history.running.as_ref()) else { return (None, None) };
        let mut record = record.clone();
        if playing.is_left() {
            // What was under way counts as well.
            record.bouts = playing.run.session().performed_if_left(now);
        }
        let praise = history::praise(&self.history.ledger, &record);
        let advice = history::after(&record);
        (Some(self.words.praise(&praise)), advice.map(|advice| self.words.stop_for_now(&advice)))
    }
}

/// True where there is more to do than breathe.
fn moves(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Step(step) => !step.disabled,
        Block::Repeat(repeat) => moves(&repeat.blocks),
        Block::Section(section) => moves(&section.blocks),
        Block::Breathe(_) | Block::Rest(_) => false,
    })
}
