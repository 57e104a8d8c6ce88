//! All routines as cards.

use egui::{Rect, Ui, pos2, vec2};

use super::{Page, RoutineSummary, Sizes, TodayView};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, RoutineCard, Text, routine_card_ui, text_ui};
use crate::ui::{Command, Editing, Look};

/// How wide the edge of a card is that leads to the editor, in points of the design.
const EDGE: f32 = 44.0;

pub(super) fn cards_ui(
    page: &mut Page<'_>,
    look: &Look<'_>,
    sizes: &Sizes,
    view: &TodayView<'_>,
    commands: &mut Vec<Command>,
) {
    if !view.routines.is_empty() {
        let title = look.words.get("today-routines");
        let text = Text::new(&title, look.font(Size::Heading, Face::Bold), look.theme.colors.ink);
        text_ui(page.ui, page.peek(look.pt(30.0)), "today-routines", &text);
        page.gap(look.pt(30.0 + 10.0));
    }
    let width = (sizes.width - sizes.gap * (sizes.columns - 1) as f32) / sizes.columns as f32;
    for line in view.routines.chunks(sizes.columns) {
        let row = page.peek(sizes.card);
        for (column, routine) in line.iter().enumerate() {
            let left = row.left() + column as f32 * (width + sizes.gap);
            let place = Rect::from_min_size(pos2(left, row.top()), vec2(width, sizes.card));
            card_ui(page.ui, look, place, routine, commands);
        }
        page.gap(sizes.card + look.pt(18.0));
    }
    page.gap(look.pt(6.0));
}

fn card_ui(ui: &Ui, look: &Look<'_>, rect: Rect, routine: &RoutineSummary<'_>, commands: &mut Vec<Command>) {
    let words = look.words;
    let minutes = words.minutes(routine.total_ms);
    let chips = chip_texts(look, routine);
    let warning = match routine.errors {
        0 => String::new(),
        n => words.with("today-problems", &[("n", n.into())]),
    };
    let mut spoken =
        words.with("today-card", &[("name", routine.name.into()), ("minutes", minutes.as_str().into())]);
    for detail in chips.iter().chain(std::iter::once(&warning)).filter(|detail| !detail.is_empty()) {
        spoken = format!("{spoken}, {detail}");
    }
    let card = RoutineCard {
        name: routine.name,
        minutes: &minutes,
        chips: &chips,
        warning: &warning,
        spoken_name: &spoken,
        scene: routine.scene,
        edge: look.pt(EDGE),
    };
    if routine_card_ui(ui, look, rect, ("routine", routine.id), &card) {
        commands.push(Command::StartRoutine(routine.id.to_owned()));
    }
    let key = if routine.is_own { "shelf-edit-name" } else { "shelf-edit-copy-name" };
    let name = words.with(key, &[("name", routine.name.into())]);
    let edge = rect.with_min_x(rect.right() - look.pt(EDGE)).shrink(look.pt(4.0));
    let edit = Button::icon(ButtonKind::Plain, icons::EDIT, &name);
    if edit.show(ui, look, edge, ("edit", routine.id)).clicked() {
        commands.push(Command::Edit(Editing::Open(routine.id.to_owned())));
    }
}

/// What it needs in one chip, the starting positions in another. A chair is named once.
pub(super) fn chip_texts(look: &Look<'_>, routine: &RoutineSummary<'_>) -> Vec<String> {
    let words = look.words;
    let equipment: Vec<String> = routine.equipment.iter().map(|&one| words.equipment(one)).collect();
    let positions: Vec<String> = routine.positions.iter().map(|&one| words.position(one)).collect();
    [positions, equipment]
        .into_iter()
        .filter(|names| !names.is_empty())
        .map(|names| names.join(" · "))
        .collect()
}
