//! Everything known of an exercise, in words, with where it comes from.

use egui::Ui;

use super::PageView;
use super::card::needs;
use super::hurt::hurt_ui;
use crate::model::{self, Variant};
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Column, Line};
use crate::ui::{Browse, Command, Look};

const DOT: &str = "•";

pub(super) fn facts_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    width: f32,
    view: &PageView<'_>,
    commands: &mut Vec<Command>,
) {
    let (words, exercise, colors) = (look.words, view.exercise, &look.theme.colors);
    let mut column = Column::new(ui, look, width);
    column.words(&exercise.summary, Size::Body, Face::Regular, colors.ink);
    let mut kinds = vec![words.category(exercise.category)];
    kinds.extend(exercise.positions.iter().map(|&position| words.position(position)));
    kinds.push(needs(words, exercise));
    column.line(&kinds.join(" · "), &Line { is_quiet: true, ..Line::default() });
    hurt_ui(&mut column, look, view, commands);
    dose(&mut column, look, view);
    lines(&mut column, "ex-setup", &exercise.setup);
    steps(&mut column, view);
    breathing(&mut column, look, view);
    felt(&mut column, view);
    lines(&mut column, "ex-cautions", &exercise.cautions);
    variants(&mut column, look, view, &exercise.easier, ["ex-easier", "ex-open-easier"], commands);
    variants(&mut column, look, view, &exercise.harder, ["ex-harder", "ex-open-harder"], commands);
    if !exercise.other_names.is_empty() {
        column.heading("ex-other-names");
        column.line(&exercise.other_names.join(" · "), &Line::default());
    }
    sources(&mut column, look, view);
    column.gap(24.0);
}

fn dose(column: &mut Column<'_, '_>, look: &Look<'_>, view: &PageView<'_>) {
    let (words, exercise) = (look.words, view.exercise);
    let told = |dose| words.dose(dose, exercise.sides, exercise.ways.len());
    column.heading("ex-dose");
    column.words(&told(&exercise.dose), Size::Heading, Face::Bold, look.theme.colors.teal);
    if !exercise.dose_stated {
        column.line(&words.get("ex-dose-chosen"), &Line { is_quiet: true, ..Line::default() });
    }
    for range in words.ranges(&exercise.ranges, &view.catalog.sources) {
        if !range.figures.is_empty() {
            column.line(&range.figures, &Line { is_added: !range.stated, ..Line::default() });
        }
        for note in &range.notes {
            column.line(
                note,
                &Line {
                    is_quiet: true,
                    is_added: !range.stated && range.figures.is_empty(),
                    ..Line::default()
                },
            );
        }
    }
    if !exercise.disagreement.is_empty() {
        column.line(&exercise.disagreement, &Line::default());
    }
    if !exercise.presets.is_empty() {
        let all: Vec<String> = exercise
            .presets
            .iter()
            .map(|preset| {
                words.with(
                    "ex-preset",
                    &[("name", preset.name.as_str().into()), ("dose", told(&preset.dose).into())],
                )
            })
            .collect();
        column.line(&all.join(" · "), &Line { is_quiet: true, ..Line::default() });
    }
}

fn lines(column: &mut Column<'_, '_>, heading: &str, lines: &[model::Line]) {
    if lines.is_empty() {
        return;
    }
    column.heading(heading);
    for line in lines {
        column.line(&line.text, &Line { bullet: DOT, is_added: !line.stated, ..Line::default() });
    }
}

fn steps(column: &mut Column<'_, '_>, view: &PageView<'_>) {
    column.heading("ex-steps");
    for (index, step) in view.exercise.steps.iter().enumerate() {
        let number = format!("{}.", index + 1);
        let is_lit = view.lit_step == Some(index);
        let line = Line { bullet: &number, is_added: !step.stated, is_lit, ..Line::default() };
        column.line(&step.text, &line);
    }
}

fn breathing(column: &mut Column<'_, '_>, look: &Look<'_>, view: &PageView<'_>) {
    let Some(breathing) = &view.exercise.breathing else { return };
    column.heading("ex-breathing");
    for (key, text) in [("ex-inhale", &breathing.inhale), ("ex-exhale", &breathing.exhale)] {
        if !text.is_empty() {
            let text = look.words.with(key, &[("text", text.as_str().into())]);
            column.line(&text, &Line { is_added: !breathing.stated, ..Line::default() });
        }
    }
}

fn felt(column: &mut Column<'_, '_>, view: &PageView<'_>) {
    if view.exercise.felt.is_empty() {
        return;
    }
    column.heading("ex-felt");
    for felt in &view.exercise.felt {
        column.line(&felt.name, &Line { bullet: DOT, is_added: !felt.stated, ..Line::default() });
    }
}

/// Easier or harder ways: what to change, and the exercises to go to.
fn variants(
    column: &mut Column<'_, '_>,
    look: &Look<'_>,
    view: &PageView<'_>,
    variants: &[Variant],
    [heading, open]: [&str; 2],
    commands: &mut Vec<Command>,
) {
    if variants.is_empty() {
        return;
    }
    column.heading(heading);
    for variant in variants {
        let other = variant.exercise.as_ref().and_then(|id| view.catalog.exercise(id));
        if let Some(other) = other {
            let name = look.words.with(open, &[("name", other.name.as_str().into())]);
            if column.link(&other.name, &name, open) {
                commands.push(Command::Browse(Browse::Open(other.id.clone())));
            }
        }
        if !variant.note.is_empty() {
            let bullet = if other.is_some() { "" } else { DOT };
            column.line(&variant.note, &Line { bullet, is_added: !variant.stated, ..Line::default() });
        }
    }
}

fn sources(column: &mut Column<'_, '_>, look: &Look<'_>, view: &PageView<'_>) {
    column.heading("ex-sources");
    for id in &view.exercise.sources {
        let text = match view.catalog.source(id) {
            Some(source) => look.words.with(
                "ex-source",
                &[("title", source.title.as_str().into()), ("credit", source.credit.as_str().into())],
            ),
            None => id.clone(),
        };
        column.line(&text, &Line { bullet: DOT, ..Line::default() });
    }
    let line = look.words.get("ex-added-line");
    column.line(&line, &Line { is_quiet: true, ..Line::default() });
}
