//! The dialog that lies over the window, one at a time, and what its answers do.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::super::history::{DeletedList, Export, HistoryArrival, SessionDesk, Taking};
use super::super::state::{Route, State};
use super::arrival::Arrival;
use super::asking::{Asked, Asking};
use super::share::Share;
use super::wish::WishDesk;
use crate::editor::generate::Wish;
use crate::model::Exercise;
use crate::ui::screens::dialogs::{DialogView, ExportView, FileView, PickView, TakingView};
use crate::ui::{Exported, Filing, Screen, Shelving};

/// What lies over the window.
pub(in crate::app) enum Dialog {
    /// What session is to be made.
    Wish(Box<WishDesk>),
    /// Which file is to be taken in.
    Import(PathAsk),
    /// What a file holds.
    Arrival(Box<Arrival>),
    /// Where a routine is put for others.
    Share(Share),
    /// Which routine this exercise goes into.
    Pick(Arc<Exercise>),
    /// Where the record of sessions is written.
    Export(Export),
    /// Which record of sessions is to be taken in.
    TakeHistory(Taking),
    /// What a record of sessions holds.
    HistoryArrival(Box<HistoryArrival>),
    /// A session that is written down or corrected.
    Session(Box<SessionDesk>),
    /// Whether to delete every session.
    DeleteSessions,
    /// What was deleted and can be brought back.
    Deleted(DeletedList),
}

/// A path that is asked for.
#[derive(Default)]
pub(in crate::app) struct PathAsk {
    pub(in crate::app) path: String,
    pub(in crate::app) problem: String,
}

/// The dialogs' own state.
#[derive(Default)]
pub(in crate::app) struct Dialogs {
    pub(in crate::app) open: Option<Dialog>,
    /// Files that were dropped and are still to be looked at.
    pub(super) waiting: VecDeque<PathBuf>,
    /// What was wished for last.
    pub(super) wish: Option<Wish>,
    /// The system's own dialogs.
    pub(super) asking: Asking,
}

impl Dialogs {
    fn file_view<'a>(&self, name: &'a str, ask: &'a PathAsk, notes: &'a [String]) -> FileView<'a> {
        FileView {
            name,
            is_rescue: false,
            path: &ask.path,
            can_browse: self.asking.can_ask(),
            is_asking: self.asking.is_open(),
            problem: &ask.problem,
            notes,
        }
    }
}

impl State {
    /// Lets the system's own dialogs ask for paths from now on. `wake` is called with an answer.
    pub(in crate::app) fn ask_with_system(&mut self, wake: impl Fn() + Send + Sync + 'static) {
        self.editor.dialogs.asking = Asking::of_system(wake);
    }

    /// Takes in what the system's own dialog was answered with.
    pub(in crate::app) fn take_path_asked_for(&mut self) {
        let Some(path) = self.editor.dialogs.asking.answer() else { return };
        self.type_path(path.display().to_string());
        // The system has asked before it lets a file be written over.
        if let Some(
            Dialog::Share(Share { may_overwrite, .. }) | Dialog::Export(Export { may_overwrite, .. }),
        ) = &mut self.editor.dialogs.open
        {
            *may_overwrite = Some(path);
        }
        self.go_with_path();
    }

    /// Does what the answer to a dialog asks for, or opens one.
    pub(super) fn answer_dialog(&mut self, asked: Shelving, now: Duration) {
        match asked {
            Shelving::AskWish => self.open_wish(now),
            Shelving::AskFile => self.open_dialog(Dialog::Import(PathAsk::default())),
            Shelving::AskShare(id) => self.open_share(&id),
            Shelving::AskRoutine(id) => {
                if let Some(exercise) = self.content.catalog.exercise(&id).cloned() {
                    self.open_dialog(Dialog::Pick(exercise));
                }
            }
            Shelving::Dropped(paths) => self.take_drop(paths, now),
            Shelving::CloseDialog if matches!(self.editor.dialogs.open, Some(Dialog::Session(_))) => {
                self.put_session_away();
            }
            Shelving::CloseDialog => self.close_dialog(),
            Shelving::Wish(asked) => self.wish_for(asked),
            Shelving::File(asked) => self.file(asked),
            Shelving::AddTo(target) => self.add_to(&target),
            _ => {}
        }
    }

    pub(in crate::app) fn open_dialog(&mut self, dialog: Dialog) {
        self.editor.dialogs.open = Some(dialog);
    }

    /// Opens a session, to be written down or corrected.
    pub(in crate::app) fn open_session_desk(&mut self, desk: SessionDesk) {
        self.open_dialog(Dialog::Session(Box::new(desk)));
    }

    /// The session that is open.
    pub(in crate::app) fn session_desk(&mut self) -> Option<&mut SessionDesk> {
        match &mut self.editor.dialogs.open {
            Some(Dialog::Session(desk)) => Some(desk),
            _ => None,
        }
    }

    /// Asks whether to delete every session.
    pub(in crate::app) fn ask_to_delete_sessions(&mut self) {
        self.open_dialog(Dialog::DeleteSessions);
    }

    /// Puts the dialog away; the next file that was dropped is looked at.
    pub(in crate::app) fn close_dialog(&mut self) {
        self.editor.dialogs.open = None;
        self.editor.dialogs.asking.forget();
        if let Some(next) = self.editor.dialogs.waiting.pop_front() {
            self.look_at(&next);
        }
    }

    fn take_drop(&mut self, paths: Vec<PathBuf>, now: Duration) {
        // A session that runs can be gone on with later.
        if self.route() == Route::Player {
            self.show(Screen::Editor, now);
        }
        self.editor.dialogs.waiting.extend(paths);
        if self.editor.dialogs.open.is_none() {
            self.close_dialog();
        }
    }

    fn file(&mut self, asked: Filing) {
        match asked {
            Filing::Path(path) => self.type_path(path),
            Filing::Browse => self.browse_for_path(),
            Filing::Go => self.go_with_path(),
            Filing::Theirs(index, theirs) => {
                if let Some(Dialog::Arrival(arrival)) = &mut self.editor.dialogs.open {
                    arrival.take_theirs(index, theirs);
                }
            }
            Filing::Take(how) => match self.editor.dialogs.open {
                Some(Dialog::HistoryArrival(_)) => self.take_history(),
                _ => self.take_arrival(how),
            },
        }
    }

    fn type_path(&mut self, path: String) {
        let Some(
            Dialog::Import(ask)
            | Dialog::Share(Share { ask, .. })
            | Dialog::Export(Export { ask, .. })
            | Dialog::TakeHistory(Taking { ask, .. }),
        ) = &mut self.editor.dialogs.open
        else {
            return;
        };
        *ask = PathAsk { path, problem: String::new() };
    }

    fn browse_for_path(&mut self) {
        let asked = match &self.editor.dialogs.open {
            Some(Dialog::Import(_)) => Asked {
                title: self.words.get("arrive-ask"),
                save_as: None,
                kind: self.words.get("arrive-kind"),
                ending: "ron",
            },
            Some(Dialog::Share(share)) => Asked {
                title: self.words.with("share-title", &[("name", share.name.as_str().into())]),
                save_as: Some(PathBuf::from(&share.ask.path)),
                kind: self.words.get("arrive-kind"),
                ending: "ron",
            },
            Some(Dialog::Export(export)) => Asked {
                title: self.words.get(export.kind.title()),
                save_as: Some(PathBuf::from(&export.ask.path)),
                kind: self.words.get(export.kind.title()),
                ending: export.kind.ending(),
            },
            Some(Dialog::TakeHistory(_)) => Asked {
                title: self.words.get("report-take-ask"),
                save_as: None,
                kind: self.words.get("report-take-kind"),
                ending: Exported::Json.ending(),
            },
            _ => return,
        };
        self.editor.dialogs.asking.ask(asked);
    }

    fn go_with_path(&mut self) {
        match &mut self.editor.dialogs.open {
            Some(Dialog::Import(ask)) if ask.path.trim().is_empty() => {
                ask.problem = self.words.get("arrive-no-path");
            }
            Some(Dialog::Import(ask)) => {
                let path = PathBuf::from(ask.path.trim());
                self.look_at(&path);
            }
            Some(Dialog::Share(_)) => self.write_share(),
            Some(Dialog::Export(_)) => self.write_export(),
            Some(Dialog::TakeHistory(_)) => self.read_history(),
            _ => {}
        }
    }

    /// Shows the dialog that is open to `show`.
    pub(in crate::app) fn with_dialog(&self, show: impl FnOnce(&DialogView<'_>)) {
        let dialogs = &self.editor.dialogs;
        match &dialogs.open {
            None => {}
            Some(Dialog::Wish(desk)) => show(&DialogView::Wish(desk.view())),
            Some(Dialog::Import(ask)) => show(&DialogView::Import(dialogs.file_view("", ask, &[]))),
            Some(Dialog::Share(share)) => {
                let view = dialogs.file_view(&share.name, &share.ask, &share.notes);
                show(&DialogView::Share(FileView { is_rescue: share.is_rescue, ..view }));
            }
            Some(Dialog::Export(export)) => show(&DialogView::Export(ExportView {
                kind: export.kind,
                file: dialogs.file_view(export.kind.title(), &export.ask, &[]),
                is_busy: export.is_busy,
            })),
            Some(Dialog::TakeHistory(taking)) => show(&DialogView::TakeHistory(TakingView {
                file: dialogs.file_view("", &taking.ask, &[]),
                is_busy: taking.is_busy(),
            })),
            Some(Dialog::HistoryArrival(arrival)) => show(&DialogView::HistoryArrival(arrival.view())),
            Some(Dialog::Arrival(arrival)) => show(&DialogView::Arrival(arrival.view())),
            Some(Dialog::Session(desk)) => self.with_session(desk, show),
            Some(Dialog::DeleteSessions) => {
                let ledger = &self.history.ledger;
                let (sessions, has_said) = (ledger.sessions().len(), !ledger.remarks().is_empty());
                show(&DialogView::DeleteSessions { sessions, has_said });
            }
            Some(Dialog::Deleted(list)) => show(&DialogView::Deleted(self.deleted_view(list))),
            Some(Dialog::Pick(exercise)) => {
                let own = self.own_routines();
                let own: Vec<(&str, &str)> = own.iter().map(|r| (r.id.as_str(), r.name.as_str())).collect();
                let open = self.editor.desk.as_ref().map(|desk| desk.history.document().head.name.as_str());
                show(&DialogView::Pick(PickView { exercise: &exercise.name, open, own: &own }));
            }
        }
    }
}
