//! `unhunch export history`: what was done, as rows, as JSON or as a page to print.

use super::args::HistoryPath;
use super::content::Content;
use super::export::write;
use super::failure::Failure;
use super::{load_and_tell, tell};
use crate::app::{clock, told_note};
use crate::history::{Filter, Overview, days};
use crate::model::Archive;
use crate::report::{self, Summary, csv, json};
use crate::store::DataFolder;
use crate::store::history::History;
use crate::text::Words;

/// Writes the history of a data folder. Where there is none yet, none is made.
pub(super) fn export(out: &HistoryPath, folder: &DataFolder) -> Result<(), Failure> {
    let root = folder.root();
    if !History::is_in(root) {
        return Err(Failure::Input(format!(
            "there is no history yet in {}; it begins with your first session, and --data-dir names another folder",
            root.display()
        )));
    }
    let (history, notes) = History::open(root, clock::stamp_now())?;
    let words = Words::new(&folder.load_settings().settings.language);
    notes.iter().map(|note| told_note(&words, note)).for_each(tell);
    let archive = history.archive()?;
    match out {
        HistoryPath::Csv(path) => write(path, csv::render(&archive).as_bytes()),
        HistoryPath::Json(path) => write(path, json::render(&archive).as_bytes()),
        HistoryPath::Html(path) => write(path, page(&archive, &history, folder)?.as_bytes()),
    }
}

/// The last year as a page to print.
fn page(archive: &Archive, history: &History, folder: &DataFolder) -> Result<String, Failure> {
    let Content { catalog, words, body, .. } = load_and_tell(folder);
    let ledger = history.ledger()?;
    let today = days::date(clock::stamp_now());
    let filter = Filter::default();
    let overview = Overview::of(&ledger, &filter, today);
    Ok(report::page(&Summary {
        ledger: &ledger,
        filter: &filter,
        overview: &overview,
        sessions: &archive.sessions,
        plan: &folder.load_settings().settings.plan,
        safety: &catalog.safety,
        today,
        words: &words,
        body: &body,
    }))
}
