//! The record leaves as a file: where the person says, never over another file unasked, and written
//! beside the window, which goes on.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use super::super::editor::{Dialog, PathAsk, free_path, usual_folder};
use super::super::notices::Topic;
use super::super::state::State;
use super::recorder::Job;
use super::recording::unlike_any_other;
use crate::engine::compile;
use crate::history::Overview;
use crate::model::Archive;
use crate::report::calendar::{self, Planned};
use crate::report::{self, Summary, csv, json};
use crate::store::files;
use crate::text::Words;
use crate::ui::Exported;

/// A file that is to be written.
pub(in crate::app) struct Export {
    pub(in crate::app) kind: Exported,
    pub(in crate::app) ask: PathAsk,
    /// The file that the system's dialog was told may be written over.
    pub(in crate::app) may_overwrite: Option<PathBuf>,
    /// The record is being fetched, or the file written.
    pub(in crate::app) is_busy: bool,
}

/// A file on its way to the disk.
pub(super) struct Writing {
    path: PathBuf,
    done: Receiver<Result<(), String>>,
}

/// Makes the text of a file out of the record.
type Render = Box<dyn FnOnce(&Archive) -> String + Send>;

impl State {
    /// Asks where to write.
    pub(super) fn ask_export(&mut self, kind: Exported) {
        let stem = match kind {
            Exported::Csv | Exported::Json => "unhunch-history",
            Exported::Page => "unhunch-summary",
            Exported::Calendar => "unhunch-calendar",
        };
        let name = format!("{stem}-{}.{}", self.today(), kind.ending());
        let path = free_path(&usual_folder().join(name)).display().to_string();
        let ask = PathAsk { path, problem: String::new() };
        self.open_dialog(Dialog::Export(Export { kind, ask, may_overwrite: None, is_busy: false }));
    }

    /// Writes the file at the path in the field, or says why not.
    pub(in crate::app) fn write_export(&mut self) {
        let Some(Dialog::Export(export)) = &mut self.editor.dialogs.open else { return };
        if export.is_busy {
            return;
        }
        let typed = export.ask.path.trim();
        if typed.is_empty() {
            export.ask.problem = self.words.get("share-no-path");
            return;
        }
        let mut path = PathBuf::from(typed);
        if path.extension().is_none() {
            path.set_extension(export.kind.ending());
        }
        if path.exists() && export.may_overwrite.as_deref() != Some(&*path) {
            let file = path.display().to_string();
            let problem = self.words.with("share-taken", &[("file", file.into())]);
            export.ask = PathAsk { path: free_path(&path).display().to_string(), problem };
            return;
        }
        export.ask = PathAsk { path: path.display().to_string(), problem: String::new() };
        export.is_busy = true;
        if export.kind == Exported::Calendar {
            self.name_calendar();
            let text = self.calendar();
            self.write_beside(Archive::default(), Box::new(|_| text));
        } else {
            self.follow_recorder();
            self.give_recorder(Job::Archive);
        }
    }

    /// The record has come, for the file that waits for it.
    pub(super) fn export_archive(&mut self, archive: Result<Box<Archive>, String>) {
        let Some(Dialog::Export(export)) = &mut self.editor.dialogs.open else { return };
        // It may have been asked for by a dialog that was put away.
        if !export.is_busy || self.history.writing.is_some() {
            return;
        }
        match archive {
            Ok(archive) => {
                let render: Render = match export.kind {
                    Exported::Csv => Box::new(csv::render),
                    Exported::Json => Box::new(json::render),
                    Exported::Page => self.page(),
                    Exported::Calendar => return,
                };
                self.write_beside(*archive, render);
            }
            Err(problem) => {
                export.is_busy = false;
                export.ask.problem = problem;
            }
        }
    }

    /// Makes the text and writes it, while the window goes on.
    fn write_beside(&mut self, archive: Archive, render: Render) {
        let Some(Dialog::Export(export)) = &self.editor.dialogs.open else { return };
        let path = PathBuf::from(&export.ask.path);
        let may_overwrite = export.may_overwrite.as_deref() == Some(&*path);
        let (tell, done) = channel();
        let (wake, target) = (self.wake.clone(), path.clone());
        self.history.writing = Some(Writing { path, done });
        thread::spawn(move || {
            // Whoever asked may have gone.
            let _ = tell.send(write(&target, &render(&archive), may_overwrite));
            wake();
        });
    }

    /// Takes in how the writing went.
    pub(super) fn follow_writing(&mut self) {
        let Some(Writing { path, done }) = &self.history.writing else { return };
        let written = match done.try_recv() {
            Err(TryRecvError::Empty) => return,
            Err(TryRecvError::Disconnected) => Err(self.words.get("report-stopped")),
            Ok(written) => written,
        };
        let name = path.display().to_string();
        self.history.writing = None;
        let is_open = matches!(self.editor.dialogs.open, Some(Dialog::Export(Export { is_busy: true, .. })));
        match (written, &mut self.editor.dialogs.open) {
            (Ok(()), _) => {
                let text = self.words.with("share-saved", &[("name", name.into())]);
                self.notices.say_anew(Topic::RecordFiles, text, None);
                if is_open {
                    self.close_dialog();
                }
            }
            (Err(problem), Some(Dialog::Export(export))) => {
                export.is_busy = false;
                export.ask.problem = problem;
            }
            // The dialog was put away meanwhile.
            (Err(problem), _) => self.notices.say_anew(Topic::ShelfFailed, problem, None),
        }
    }

    /// Makes the page of the sessions that Progress shows.
    fn page(&self) -> Render {
        let (ledger, filter) = (self.history.ledger.clone(), self.history.filter.clone());
        let (plan, language) = (self.settings.plan.clone(), self.settings.language.clone());
        let (safety, body, today) = (self.content.catalog.safety.clone(), self.body.clone(), self.today());
        Box::new(move |archive| {
            let overview = Overview::of(&ledger, &filter, today);
            report::page(&Summary {
                ledger: &ledger,
                filter: &filter,
                overview: &overview,
                sessions: &archive.sessions,
                plan: &plan,
                safety: &safety,
                today,
                words: &Words::new(&language),
                body: &body,
            })
        })
    }

    /// The planned times, with how long the routines take that are planned.
    fn calendar(&self) -> String {
        let plan = &self.settings.plan;
        let catalog = &self.content.catalog;
        let planned = plan.times.iter().filter_map(|time| {
            let routine = catalog.routine(&time.routine)?;
            let (timeline, _) = compile(routine, catalog, &self.options());
            let planned = Planned { name: routine.name.clone(), total_ms: timeline.total_ms() };
            Some((time.routine.clone(), planned))
        });
        let planned: BTreeMap<String, Planned> = planned.collect();
        calendar::render(plan, &self.settings.calendar, &planned, self.stamp(), &self.words)
    }

    /// Gives the data folder a name for its events, at the first export and never again.
    fn name_calendar(&mut self) {
        if self.settings.calendar.is_empty() {
            let name = format!("{:016x}", unlike_any_other());
            self.change_settings(|settings| settings.calendar = name);
        }
    }
}

fn write(path: &Path, text: &str, may_overwrite: bool) -> Result<(), String> {
    let written =
        if may_overwrite { files::write_text(path, text) } else { files::write_new_text(path, text) };
    written.map_err(|error| error.to_string())
}
