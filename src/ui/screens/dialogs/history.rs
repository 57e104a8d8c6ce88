//! The record of sessions goes into a file, or comes from one.

use egui::Ui;
use jiff::civil::Date;

use super::file::{FileView, path_ui};
use super::frame::{Answer, Dialog};
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::Form;
use crate::ui::{Command, Exported, Filing, Look, Shelving, Take};

/// What the dialog shows that asks where to write.
#[derive(Clone, Copy, Debug)]
pub struct ExportView<'a> {
    /// What is written.
    pub kind: Exported,
    /// Where.
    pub file: FileView<'a>,
    /// It is being written.
    pub is_busy: bool,
}

/// What the dialog shows that asks which record to take in.
#[derive(Clone, Copy, Debug)]
pub struct TakingView<'a> {
    /// Which file.
    pub file: FileView<'a>,
    /// It is being read.
    pub is_busy: bool,
}

/// What the dialog shows of a record that came in a file.
#[derive(Clone, Copy, Debug)]
pub struct HistoryArrivalView<'a> {
    /// The file.
    pub file: &'a str,
    /// The days of the first and of the last session in it; `None` where there is none.
    pub days: Option<(Date, Date)>,
    /// How many sessions are not here.
    pub new: usize,
    /// How many are here, the same.
    pub same: usize,
    /// How many are here, and different.
    pub different: usize,
    /// How many remarks are not here.
    pub remarks: usize,
    /// It is being taken in.
    pub is_busy: bool,
    /// Why it could not be taken in, or empty.
    pub problem: &'a str,
}

impl HistoryArrivalView<'_> {
    fn has_news(&self) -> bool {
        self.new + self.remarks > 0
    }
}

pub(super) fn export_ui(ui: &Ui, look: &Look<'_>, view: &ExportView<'_>, commands: &mut Vec<Command>) {
    let title = look.words.get(view.kind.title());
    let line = match view.kind {
        Exported::Csv => "report-line-csv",
        Exported::Json => "report-line-json",
        Exported::Page => "report-line-page",
        Exported::Calendar => "report-line-calendar",
    };
    let go = Answer::main("share-save", Shelving::File(Filing::Go));
    let answers = if view.is_busy { Vec::new() } else { vec![go] };
    let dialog = Dialog { name: "export", title: &title, width: 620.0, answers };
    dialog.show(ui, look, commands, |form, commands| {
        form.note(&look.words.get(line));
        if view.kind != Exported::Calendar {
            form.note(&look.words.get("report-line-private"));
        }
        form.gap(6.0);
        file_ui(form, &view.file, view.is_busy.then_some("report-writing"), commands);
    });
}

pub(super) fn taking_ui(ui: &Ui, look: &Look<'_>, view: &TakingView<'_>, commands: &mut Vec<Command>) {
    let title = look.words.get("report-take-ask");
    let go = Answer::main("arrive-look", Shelving::File(Filing::Go));
    let answers = if view.is_busy { Vec::new() } else { vec![go] };
    let dialog = Dialog { name: "take-history", title: &title, width: 620.0, answers };
    dialog.show(ui, look, commands, |form, commands| {
        form.note(&look.words.get("report-take-line"));
        form.gap(6.0);
        file_ui(form, &view.file, view.is_busy.then_some("report-reading"), commands);
    });
}

/// The path, or what is being done with it.
fn file_ui(form: &mut Form<'_, '_>, file: &FileView<'_>, busy: Option<&str>, commands: &mut Vec<Command>) {
    match busy {
        None => path_ui(form, file, commands),
        Some(key) => {
            form.note(file.path);
            form.gap(6.0);
            let text = form.look.words.get(key);
            form.words(&text, Size::Body, Face::SemiBold, form.look.theme.colors.ink);
        }
    }
}

pub(super) fn arrival_ui(
    ui: &Ui,
    look: &Look<'_>,
    view: &HistoryArrivalView<'_>,
    commands: &mut Vec<Command>,
) {
    let title = look.words.get("report-arrived");
    let mut answers = Vec::new();
    if view.has_news() && !view.is_busy {
        answers.push(Answer::main("report-take", Shelving::File(Filing::Take(Take::New))));
    }
    let dialog = Dialog { name: "history-arrival", title: &title, width: 620.0, answers };
    dialog.show(ui, look, commands, |form, _| {
        let colors = &look.theme.colors;
        form.note(view.file);
        form.gap(4.0);
        if let Some((first, last)) = view.days {
            let (from, to) = (look.words.date(first), look.words.date(last));
            let days = look.words.with("report-arrived-days", &[("from", from.into()), ("to", to.into())]);
            form.words(&days, Size::Body, Face::Regular, colors.ink);
        }
        form.gap(6.0);
        for line in lines(look, view) {
            form.words(&format!("• {line}"), Size::Body, Face::Regular, colors.ink);
            form.gap(3.0);
        }
        if view.is_busy {
            form.gap(6.0);
            form.words(&look.words.get("report-taking"), Size::Body, Face::SemiBold, colors.ink);
        }
        if !view.problem.is_empty() {
            form.gap(8.0);
            form.words(view.problem, Size::Body, Face::SemiBold, colors.hurt);
        }
    });
}

/// What is in it, in words.
fn lines(look: &Look<'_>, view: &HistoryArrivalView<'_>) -> Vec<String> {
    let counted = [
        (view.new, "report-arrived-new"),
        (view.same, "report-arrived-same"),
        (view.different, "report-arrived-different"),
        (view.remarks, "report-arrived-remarks"),
    ];
    let some = counted.into_iter().filter(|(n, _)| *n > 0);
    let mut lines: Vec<String> = some.map(|(n, key)| look.words.with(key, &[("n", n.into())])).collect();
    if !view.has_news() {
        lines.push(look.words.get("report-arrived-nothing"));
    }
    lines
}
