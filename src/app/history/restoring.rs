//! The dialog of what was deleted and can be brought back, also what was deleted before the window
//! was opened.

use std::collections::BTreeSet;

use super::super::editor::Dialog;
use super::super::notices::Topic;
use super::super::state::State;
use super::History;
use super::recorder::Job;
use crate::history::days;
use crate::model::Remark;
use crate::store::history::{Deleted, DeletedSession, Entry};
use crate::ui::screens::dialogs::{DeletedLine, DeletedSaid, DeletedView};

/// What was deleted, once it has been read.
#[derive(Default)]
pub(in crate::app) struct DeletedList {
    lines: Option<Vec<DeletedLine>>,
    /// What was said outside sessions, and when it goes.
    remarks: Vec<Remark>,
    said: Option<DeletedSaid>,
    problem: String,
}

impl History {
    /// Brings back what was deleted, in this run or before. The record tells of it once it is back.
    fn bring_these_back(&mut self, ids: Vec<String>, remarks: Vec<Remark>) {
        let back: BTreeSet<&String> = ids.iter().collect();
        for deleted in &mut self.deleted {
            deleted.ids.retain(|id| !back.contains(id));
            deleted.remarks.retain(|remark| !remarks.contains(remark));
        }
        self.deleted.retain(|deleted| !deleted.ids.is_empty() || !deleted.remarks.is_empty());
        self.outbox.push(Entry::BringBack(ids, remarks));
    }
}

impl State {
    /// Shows what was deleted.
    pub(super) fn ask_deleted(&mut self) {
        self.open_dialog(Dialog::Deleted(DeletedList::default()));
        // What was just deleted is written first.
        self.follow_recorder();
        self.give_recorder(Job::Deleted);
    }

    /// What was deleted has come.
    pub(super) fn take_deleted(&mut self, deleted: Result<Deleted, String>) {
        let Some(Dialog::Deleted(list)) = &mut self.editor.dialogs.open else { return };
        match deleted {
            Ok(Deleted { sessions, remarks, remarks_go }) => {
                list.lines = Some(sessions.into_iter().map(line).collect());
                list.said = remarks_go.map(|goes| DeletedSaid { goes: days::date(goes) });
                list.remarks = remarks;
            }
            Err(problem) => list.problem = problem,
        }
    }

    /// Brings one of those back that the dialog shows.
    pub(super) fn bring_one_back(&mut self, id: String) {
        let Some(Dialog::Deleted(DeletedList { lines: Some(lines), .. })) = &mut self.editor.dialogs.open
        else {
            return;
        };
        lines.retain(|line| line.id != id);
        self.bring_these_back(vec![id], Vec::new());
    }

    /// Brings back what was said outside sessions.
    pub(super) fn bring_said_back(&mut self) {
        let Some(Dialog::Deleted(list)) = &mut self.editor.dialogs.open else { return };
        list.said = None;
        let remarks = std::mem::take(&mut list.remarks);
        self.bring_these_back(Vec::new(), remarks);
    }

    /// Brings all of it back.
    pub(super) fn bring_all_back(&mut self) {
        let Some(Dialog::Deleted(DeletedList { lines: Some(lines), remarks, .. })) =
            &mut self.editor.dialogs.open
        else {
            return;
        };
        let ids = lines.drain(..).map(|line| line.id).collect();
        let remarks = std::mem::take(remarks);
        self.close_dialog();
        self.bring_these_back(ids, remarks);
    }

    fn bring_these_back(&mut self, ids: Vec<String>, remarks: Vec<Remark>) {
        let text = self.words.with("record-back", &[("n", ids.len().into())]);
        self.history.bring_these_back(ids, remarks);
        // What is said of the last deletion may be about one of these.
        self.notices.say_anew(Topic::Deleted, text, None);
    }

    pub(in crate::app) fn deleted_view<'a>(&self, list: &'a DeletedList) -> DeletedView<'a> {
        DeletedView {
            lines: list.lines.as_deref(),
            said: list.said,
            problem: &list.problem,
            today: self.today(),
        }
    }
}

fn line(session: DeletedSession) -> DeletedLine {
    let DeletedSession { id, name, began, goes } = session;
    DeletedLine { id, name, day: days::date(began), goes: days::date(goes) }
}
