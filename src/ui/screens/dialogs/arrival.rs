//! What a file holds that came from elsewhere, and whether and how to take it in.

use egui::Ui;

use super::frame::{Answer, Dialog};
use crate::model::Severity;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Choice, Form};
use crate::ui::{Command, Filing, Look, Shelving, Take};

/// How something that comes along stands to what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing of its id is there.
    New,
    /// The same is there.
    Same,
    /// Another of its id is there.
    Differs {
        /// Take theirs, under a name of its own.
        theirs: bool,
    },
}

/// An exercise that comes along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedLine {
    /// Its name.
    pub name: String,
    /// How it stands to what is there.
    pub standing: Standing,
}

/// Something worth knowing of what came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingLine {
    /// How bad.
    pub severity: Severity,
    /// What, in words.
    pub text: String,
}

/// What is there already under the same id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its name.
    pub name: String,
    /// True where it came with the program, and cannot be replaced.
    pub is_shipped: bool,
    /// What is different, in words; empty where nothing is.
    pub differences: Vec<String>,
}

/// What the dialog shows.
#[derive(Clone, Copy, Debug)]
pub struct ArrivalView<'a> {
    /// The file.
    pub file: &'a str,
    /// True for an exercise, false for a routine.
    pub is_exercise: bool,
    /// Its name.
    pub name: &'a str,
    /// What it is for.
    pub summary: &'a str,
    /// What its author wrote above it.
    pub comment: &'a str,
    /// How long it takes, in milliseconds, and how many exercises it has.
    pub figures: Option<(u64, usize)>,
    /// The exercises that come along.
    pub carried: &'a [CarriedLine],
    /// How many pictures come along.
    pub pictures: usize,
    /// What is worth knowing, worst first.
    pub findings: &'a [FindingLine],
    /// What is there already under its id.
    pub known: Option<&'a Known>,
    /// Why it could not be taken in, or empty.
    pub problem: &'a str,
}

/// So many lines of a kind are shown; the rest is counted.
const SHOWN: usize = 12;

pub(super) fn arrival_ui(ui: &Ui, look: &Look<'_>, view: &ArrivalView<'_>, commands: &mut Vec<Command>) {
    let key = if view.is_exercise { "arrive-exercise" } else { "arrive-routine" };
    let title = look.words.get(key);
    let answers = answers(view);
    Dialog { name: "arrival", title: &title, width: 680.0, answers }.show(
        ui,
        look,
        commands,
        |form, commands| {
            about_ui(form, view);
            known_ui(form, view);
            carried_ui(form, view, commands);
            findings_ui(form, view);
            if !view.problem.is_empty() {
                form.gap(10.0);
                form.words(view.problem, Size::Body, Face::SemiBold, look.theme.colors.hurt);
            }
        },
    );
}

fn answers(view: &ArrivalView<'_>) -> Vec<Answer<'static>> {
    let take = |how| Shelving::File(Filing::Take(how));
    match view.known {
        None => vec![Answer::main("arrive-add", take(Take::New))],
        Some(known) if known.is_shipped => vec![Answer::main("arrive-add-own", take(Take::Beside))],
        Some(_) => vec![
            Answer::main("arrive-replace", take(Take::InPlace)),
            Answer::other("arrive-both", take(Take::Beside)),
        ],
    }
}

fn about_ui(form: &mut Form<'_, '_>, view: &ArrivalView<'_>) {
    let look = form.look;
    let (words, colors) = (look.words, &look.theme.colors);
    form.title(view.name);
    if let Some((total_ms, exercises)) = view.figures {
        let count = words.with("shelf-exercises", &[("n", exercises.into())]);
        let line = format!("{} · {count}", words.minutes(total_ms));
        form.words(&line, Size::Body, Face::Regular, colors.quiet);
        form.gap(4.0);
    }
    if !view.summary.is_empty() {
        form.words(view.summary, Size::Body, Face::Regular, colors.ink);
        form.gap(4.0);
    }
    if !view.comment.is_empty() {
        form.heading(&words.get("arrive-comment"));
        form.words(view.comment, Size::Body, Face::Regular, colors.ink);
    }
    form.gap(4.0);
    form.note(view.file);
}

fn known_ui(form: &mut Form<'_, '_>, view: &ArrivalView<'_>) {
    let Some(known) = view.known else { return };
    let words = form.look.words;
    form.heading(&words.with("arrive-known", &[("name", known.name.as_str().into())]));
    if known.is_shipped {
        form.note(&words.get("arrive-known-shipped"));
    }
    if known.differences.is_empty() {
        form.note(&words.get("arrive-known-same"));
    }
    lines_ui(form, known.differences.iter().map(String::as_str));
}

/// The first lines, and how many more there are.
fn lines_ui<'a>(form: &mut Form<'_, '_>, lines: impl ExactSizeIterator<Item = &'a str>) {
    let more = lines.len().saturating_sub(SHOWN);
    let ink = form.look.theme.colors.ink;
    for line in lines.take(SHOWN) {
        form.words(&format!("• {line}"), Size::Body, Face::Regular, ink);
        form.gap(3.0);
    }
    if more > 0 {
        form.note(&form.look.words.with("arrive-more", &[("n", more.into())]));
    }
}

fn carried_ui(form: &mut Form<'_, '_>, view: &ArrivalView<'_>, commands: &mut Vec<Command>) {
    if view.carried.is_empty() && view.pictures == 0 {
        return;
    }
    let words = form.look.words;
    form.heading(&words.get("arrive-carried"));
    for (index, line) in view.carried.iter().enumerate() {
        let key = match line.standing {
            Standing::New => "arrive-carried-new",
            Standing::Same => "arrive-carried-same",
            Standing::Differs { .. } => "arrive-carried-differs",
        };
        let text = words.with(key, &[("name", line.name.as_str().into())]);
        let told = form.words(&format!("• {text}"), Size::Body, Face::Regular, form.look.theme.colors.ink);
        form.gap(3.0);
        let Standing::Differs { theirs } = line.standing else { continue };
        let said = |key| words.with(key, &[("name", line.name.as_str().into())]);
        let (mine, other) = (words.get("arrive-keep-mine"), words.get("arrive-take-theirs"));
        let (mine_name, other_name) = (said("arrive-keep-mine-name"), said("arrive-take-theirs-name"));
        let choices = [
            Choice { text: &mine, name: &mine_name, chosen: !theirs },
            Choice { text: &other, name: &other_name, chosen: theirs },
        ];
        if let Some(pressed) = form.choices(&format!("theirs {index}"), told, &choices) {
            commands.push(Command::Shelve(Shelving::File(Filing::Theirs(index, pressed == 1))));
        }
    }
    if view.pictures > 0 {
        form.note(&words.with("arrive-pictures", &[("n", view.pictures.into())]));
    }
}

fn findings_ui(form: &mut Form<'_, '_>, view: &ArrivalView<'_>) {
    for (severity, key) in [
        (Severity::Error, "arrive-errors"),
        (Severity::Warning, "arrive-warnings"),
        (Severity::Hint, "arrive-hints"),
    ] {
        let lines: Vec<&str> =
            view.findings.iter().filter(|f| f.severity == severity).map(|f| f.text.as_str()).collect();
        if !lines.is_empty() {
            form.heading(&form.look.words.get(key));
            lines_ui(form, lines.into_iter());
        }
    }
    if view.findings.is_empty() && view.figures.is_some() {
        form.gap(6.0);
        form.note(&form.look.words.get("arrive-clean"));
    }
}
