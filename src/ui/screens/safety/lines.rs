//! The chapters of what to know, each as a heading with its lines and where they come from.

use super::SafetyView;
use crate::model;
use crate::ui::widgets::{Column, Line};
use crate::ui::{Checking, Command, Look};

const DOT: &str = "•";

/// A part of what to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    /// What these sessions are for.
    Opening,
    /// When to ask before the first session.
    BeforeStarting,
    /// Signs that call for a professional.
    Signs,
    /// Signs that call for help at once.
    AtOnce,
    /// When to stop.
    StopRules,
    /// What makes exercise safe and useful.
    Practices,
    /// What makes an upper back hurt.
    Causes,
    /// Where it all comes from.
    Sources,
}

impl Chapter {
    /// What is read first.
    pub const FIRST: [Self; 4] = [Self::Opening, Self::StopRules, Self::BeforeStarting, Self::Signs];
    /// What is read then.
    pub const SECOND: [Self; 4] = [Self::AtOnce, Self::Practices, Self::Causes, Self::Sources];
    /// What is worth knowing in the middle of a session.
    pub const IN_SESSION: [Self; 3] = [Self::StopRules, Self::AtOnce, Self::Signs];
}

/// Adds a chapter to a column.
pub(in crate::ui::screens) fn chapter_ui(
    column: &mut Column<'_, '_>,
    look: &Look<'_>,
    chapter: Chapter,
    view: SafetyView<'_>,
    commands: &mut Vec<Command>,
) {
    let safety = view.safety;
    match chapter {
        Chapter::Opening => lines_ui(column, look, "", &safety.opening, view),
        Chapter::BeforeStarting => lines_ui(column, look, "safety-before", &safety.before_starting, view),
        Chapter::Signs => signs_ui(column, look, view, commands),
        Chapter::AtOnce => lines_ui(column, look, "safety-at-once", &safety.at_once, view),
        Chapter::StopRules => lines_ui(column, look, "safety-stop", &safety.stop_rules, view),
        Chapter::Practices => lines_ui(column, look, "safety-practices", &safety.practices, view),
        Chapter::Causes => lines_ui(column, look, "safety-causes", &safety.causes, view),
        Chapter::Sources => sources_ui(column, look, view),
    }
}

fn lines_ui(
    column: &mut Column<'_, '_>,
    look: &Look<'_>,
    heading: &str,
    lines: &[model::Line],
    view: SafetyView<'_>,
) {
    let bullet = if heading.is_empty() { "" } else { DOT };
    if !heading.is_empty() {
        column.heading(heading);
    }
    for line in lines {
        let tail = numbers(look, &line.sources, view);
        column.line(&line.text, &Line { bullet, tail: &tail, is_added: !line.stated, ..Line::default() });
    }
}

fn signs_ui(column: &mut Column<'_, '_>, look: &Look<'_>, view: SafetyView<'_>, commands: &mut Vec<Command>) {
    column.heading("safety-signs");
    if view.ticked.is_some() {
        column.line(&look.words.get("check-sign-line"), &Line { is_quiet: true, ..Line::default() });
    }
    for sign in &view.safety.signs {
        let mut tail = numbers(look, &sign.sources, view);
        if !sign.remark.is_empty() {
            tail = look
                .words
                .with("safety-remark", &[("sources", tail.into()), ("remark", sign.remark.as_str().into())]);
        }
        let Some(ticked) = view.ticked else {
            column.line(&sign.text, &Line { bullet: DOT, tail: &tail, ..Line::default() });
            continue;
        };
        let is_ticked = ticked.contains(&sign.id);
        if column.tick(&sign.text, &tail, &look.words.get("check-sign-hint"), is_ticked) {
            commands.push(Command::Check(Checking::Sign(sign.id.clone())));
        }
        if is_ticked {
            let advice = look.words.get("check-sign-advice");
            column.line(&advice, &Line { is_lit: true, ..Line::default() });
            column.gap(6.0);
        }
    }
}

fn sources_ui(column: &mut Column<'_, '_>, look: &Look<'_>, view: SafetyView<'_>) {
    column.heading("ex-sources");
    for (index, source) in view.sources.iter().enumerate() {
        let text = look.words.with(
            "ex-source",
            &[("title", source.title.as_str().into()), ("credit", source.credit.as_str().into())],
        );
        let number = format!("{}.", index + 1);
        column.line(&text, &Line { bullet: &number, is_quiet: true, ..Line::default() });
    }
    for key in ["safety-numbers", "ex-added-line"] {
        column.line(&look.words.get(key), &Line { is_quiet: true, ..Line::default() });
    }
}

/// The numbers under which the sources stand in the list of them.
fn numbers(look: &Look<'_>, ids: &[String], view: SafetyView<'_>) -> String {
    let number = |id: &String| view.sources.iter().position(|source| source.id == *id);
    let numbers: Vec<String> = ids.iter().filter_map(number).map(|index| (index + 1).to_string()).collect();
    if numbers.is_empty() {
        return String::new();
    }
    look.words.with("safety-from", &[("numbers", numbers.join(", ").into())])
}
