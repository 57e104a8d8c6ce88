//! A record of sessions comes from a file: read beside the window, told about, and only then taken
//! in. What is here is never written over.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use jiff::civil::Date;

use super::super::editor::{Dialog, PathAsk};
use super::super::notices::Topic;
use super::super::state::State;
use super::recorder::Job;
use crate::history::days;
use crate::model::{Archive, KeptSession};
use crate::report::json;
use crate::store::files;
use crate::store::history::TakenIn;
use crate::ui::screens::dialogs::HistoryArrivalView;

/// A file that is to be taken in.
#[derive(Default)]
pub(in crate::app) struct Taking {
    pub(in crate::app) ask: PathAsk,
    /// It is being read.
    reading: Option<Receiver<Result<Archive, String>>>,
    /// It was read, and is to be held against what is here.
    read: Option<Archive>,
}

impl Taking {
    pub(in crate::app) fn is_busy(&self) -> bool {
        self.reading.is_some() || self.read.is_some()
    }
}

/// A record that came in a file, and how it stands to what is here.
pub(in crate::app) struct HistoryArrival {
    file: String,
    archive: Archive,
    days: Option<(Date, Date)>,
    new: usize,
    same: usize,
    different: usize,
    remarks: usize,
    is_busy: bool,
    problem: String,
}

impl HistoryArrival {
    fn new(file: String, archive: Archive, here: &Archive) -> Self {
        let known: BTreeMap<&str, &KeptSession> =
            here.sessions.iter().map(|kept| (kept.record.id.as_str(), kept)).collect();
        let (mut new, mut same, mut different) = (0, 0, 0);
        for kept in &archive.sessions {
            match known.get(kept.record.id.as_str()) {
                None => new += 1,
                Some(mine) if *mine == kept => same += 1,
                Some(_) => different += 1,
            }
        }
        let mut said: BTreeMap<_, usize> = BTreeMap::new();
        for remark in &here.remarks {
            *said.entry((remark.at, &remark.said)).or_default() += 1;
        }
        let mut remarks = 0;
        for remark in &archive.remarks {
            match said.get_mut(&(remark.at, &remark.said)) {
                // What was said twice is there twice.
                Some(left) if *left > 0 => *left -= 1,
                _ => remarks += 1,
            }
        }
        let began = || archive.sessions.iter().map(|kept| days::date(kept.record.began));
        let days = began().min().zip(began().max());
        Self { file, days, new, same, different, remarks, archive, is_busy: false, problem: String::new() }
    }

    pub(in crate::app) fn view(&self) -> HistoryArrivalView<'_> {
        HistoryArrivalView {
            file: &self.file,
            days: self.days,
            new: self.new,
            same: self.same,
            different: self.different,
            remarks: self.remarks,
            is_busy: self.is_busy,
            problem: &self.problem,
        }
    }
}

impl State {
    /// Asks for the file.
    pub(super) fn ask_import(&mut self) {
        self.open_dialog(Dialog::TakeHistory(Taking::default()));
    }

    /// Looks at a file that was dropped or named elsewhere.
    pub(in crate::app) fn look_at_history(&mut self, path: &Path) {
        let ask = PathAsk { path: path.display().to_string(), problem: String::new() };
        self.open_dialog(Dialog::TakeHistory(Taking { ask, ..Taking::default() }));
        self.read_history();
    }

    /// Looks at a file beside the window. Nothing is written.
    pub(in crate::app) fn read_history(&mut self) {
        let Some(Dialog::TakeHistory(taking)) = &mut self.editor.dialogs.open else { return };
        if taking.is_busy() {
            return;
        }
        let path = PathBuf::from(taking.ask.path.trim());
        if path.as_os_str().is_empty() {
            taking.ask.problem = self.words.get("arrive-no-path");
            return;
        }
        taking.ask.problem.clear();
        let (tell, reading) = channel();
        let wake = self.wake.clone();
        taking.reading = Some(reading);
        thread::spawn(move || {
            let read = files::read_text_up_to(&path, json::MAX_BYTES).map_err(|error| error.to_string());
            let read = read.and_then(|text| {
                json::read(text.as_bytes()).map_err(|problem| format!("{}: {problem}", path.display()))
            });
            // Whoever asked may have gone.
            let _ = tell.send(read);
            wake();
        });
    }

    /// Takes in what was read; what is here is asked for, to hold it against.
    pub(super) fn follow_reading(&mut self) {
        let Some(Dialog::TakeHistory(taking)) = &mut self.editor.dialogs.open else { return };
        let Some(reading) = &taking.reading else { return };
        let read = match reading.try_recv() {
            Err(TryRecvError::Empty) => return,
            Err(TryRecvError::Disconnected) => Err(self.words.get("report-stopped")),
            Ok(read) => read,
        };
        taking.reading = None;
        match read {
            Ok(archive) => {
                taking.read = Some(archive);
                self.follow_recorder();
                self.give_recorder(Job::Archive);
            }
            Err(problem) => taking.ask.problem = problem,
        }
    }

    /// What is here has come: what was read is shown beside it.
    pub(super) fn compare_archive(&mut self, here: Result<Box<Archive>, String>) {
        let Some(Dialog::TakeHistory(taking)) = &mut self.editor.dialogs.open else { return };
        let Some(read) = taking.read.take() else { return };
        match here {
            Ok(here) => {
                let file = taking.ask.path.trim().to_owned();
                let arrival = HistoryArrival::new(file, read, &here);
                self.open_dialog(Dialog::HistoryArrival(Box::new(arrival)));
            }
            Err(problem) => taking.ask.problem = problem,
        }
    }

    /// Takes in what was looked at.
    pub(in crate::app) fn take_history(&mut self) {
        let Some(Dialog::HistoryArrival(arrival)) = &mut self.editor.dialogs.open else { return };
        if arrival.is_busy {
            return;
        }
        arrival.is_busy = true;
        arrival.problem.clear();
        let archive = arrival.archive.clone();
        self.follow_recorder();
        self.give_recorder(Job::TakeIn(Box::new(archive)));
    }

    /// It was taken in, or not.
    pub(super) fn tell_taken(&mut self, taken: Result<TakenIn, String>) {
        let is_open = matches!(self.editor.dialogs.open, Some(Dialog::HistoryArrival(_)));
        match (taken, &mut self.editor.dialogs.open) {
            (Ok(taken), _) => {
                let mut text = self.words.with("report-taken", &[("n", taken.added.into())]);
                if !taken.different.is_empty() {
                    let different = taken.different.len();
                    text.push(' ');
                    text.push_str(&self.words.with("report-taken-different", &[("n", different.into())]));
                }
                self.notices.say_anew(Topic::RecordFiles, text, None);
                if is_open {
                    self.close_dialog();
                }
            }
            (Err(problem), Some(Dialog::HistoryArrival(arrival))) => {
                arrival.is_busy = false;
                arrival.problem = problem;
            }
            // The dialog was put away meanwhile.
            (Err(problem), _) => self.notices.say_anew(Topic::ShelfFailed, problem, None),
        }
    }
}
