//! The record of sessions as the program has it: what is known, what is still to be written, and
//! what of it is being looked at.

mod advice;
mod bookkeeper;
pub(super) mod checking;
mod deleting;
mod exporting;
mod fetching;
mod following;
mod importing;
mod outlook;
mod planning;
mod progress;
mod recorder;
mod recording;
mod restoring;
mod session_desk;

use std::collections::VecDeque;

use self::checking::Asking;
use self::deleting::Deleted;
pub(super) use self::exporting::Export;
use self::exporting::Writing;
pub use self::following::told_note;
pub(super) use self::importing::{HistoryArrival, Taking};
use self::outlook::Outlook;
use self::planning::Planned;
use self::progress::Counted;
use self::recorder::Recorder;
use self::recording::Recording;
pub(super) use self::restoring::DeletedList;
pub(super) use self::session_desk::SessionDesk;
use crate::history::{Filter, Ledger};
use crate::model::{Feeling, KeptSession, Remark, SessionRecord};
use crate::store::history::Entry;
use crate::ui::ProgressPart;

/// How far the record can be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is being read.
    #[default]
    Reading,
    /// It is there.
    Ready,
    /// It cannot be used, for this reason; sessions run all the same.
    Closed(String),
}

/// The record of sessions as the program has it.
#[derive(Default)]
pub(super) struct History {
    pub(super) standing: Standing,
    pub(super) ledger: Ledger,
    /// What is still to be written.
    pub(super) outbox: Vec<Entry>,
    /// Grows with every change of the ledger, so that what was counted is known to be old.
    pub(super) revision: u64,
    pub(super) filter: Filter,
    pub(super) part: ProgressPart,
    /// The exercise whose course is shown.
    exercise: Option<String>,
    /// How the back feels before the session that is about to begin; its record takes it.
    pub(super) before: Feeling,
    pub(super) asking: Asking,
    /// The record of the session in the player, from its first work on.
    pub(super) running: Option<SessionRecord>,
    /// The record of the session that was in the player before: left, or begun again after its end.
    pub(super) ended: Option<SessionRecord>,
    /// The session that was fetched last.
    pub(super) fetched: Option<KeptSession>,
    recording: Recording,
    recorder: Option<Recorder>,
    /// What was given to the recorder and is not known to be written yet, in order.
    unconfirmed: VecDeque<Entry>,
    /// A file on its way to the disk.
    writing: Option<Writing>,
    counted: Counted,
    planned: Planned,
    /// What was deleted in this run, the last of it last.
    deleted: Vec<Deleted>,
    /// The session that is to be opened once it has been fetched.
    wanted: Option<String>,
    /// What follows of the record for today.
    pub(super) outlook: Outlook,
}

impl History {
    /// Keeps a record, in place of the one with its id. `routine` is the text of its routine, where
    /// that has not been kept before.
    pub(super) fn put(&mut self, record: SessionRecord, routine: Option<String>) {
        self.ledger.put(&record);
        self.revision += 1;
        let known = self.running.iter_mut().chain(&mut self.ended).find(|known| known.id == record.id);
        if let Some(known) = known {
            known.clone_from(&record);
        }
        self.outbox.push(Entry::Put(Box::new(record), routine));
    }

    /// Keeps something the person said.
    pub(super) fn say(&mut self, remark: Remark) {
        self.ledger.say(remark.clone());
        self.revision += 1;
        self.outbox.push(Entry::Say(remark));
    }
}
