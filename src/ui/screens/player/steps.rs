//! The list of steps to jump to: what was, what is, what comes.

use std::time::Duration;

use egui::scroll_area::ScrollSource;
use egui::style::ScrollAnimation;
use egui::{
    Align, Align2, CornerRadius, Id, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::panels::{card, title_and_close};
use super::{PlayerView, wording};
use crate::engine::{Entry, Timeline};
use crate::model::Sides;
use crate::text::clock;
use crate::ui::theme::{Face, Size, Theme};
use crate::ui::widgets::{Text, paint_focus};
use crate::ui::{Command, Look};

/// The steps of a session: its entries without the rests.
fn steps(timeline: &Timeline) -> impl DoubleEndedIterator<Item = (usize, &Entry)> {
    timeline.entries.iter().enumerate().filter(|(_, entry)| !entry.is_rest())
}

/// The step next to an entry, up or down the list; the entry itself at the ends.
#[must_use]
pub fn step_beside(timeline: &Timeline, entry: usize, direction: i32) -> usize {
    let beside = if direction < 0 {
        steps(timeline).rev().map(|(index, _)| index).find(|&index| index < entry)
    } else {
        steps(timeline).map(|(index, _)| index).find(|&index| index > entry)
    };
    beside.unwrap_or(entry)
}

/// The list, in place of the stage.
pub(super) fn steps_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    stage: Rect,
    view: &PlayerView<'_>,
    picked: usize,
    commands: &mut Vec<Command>,
) {
    card(ui, look, stage);
    let inner = stage.shrink2(vec2(look.pt(20.0), look.pt(14.0)));
    let list = title_and_close(ui, look, inner, "steps-title", Command::ToggleSteps, commands);
    let all: Vec<(usize, &Entry)> = steps(view.timeline).collect();
    let row = all.iter().position(|(index, _)| *index == picked).unwrap_or(0);
    let height = look.pt(46.0);
    let moved_to = was_moved(ui, picked);
    ui.scope_builder(UiBuilder::new().max_rect(list).id_salt("steps"), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().auto_shrink(false).scroll_source(ScrollSource::ALL);
        area.show_rows(ui, height, all.len(), |ui, range| {
            let width = ui.available_width();
            let top = ui.max_rect().top() - height * range.start as f32;
            if moved_to != Moved::Not {
                let align = (moved_to == Moved::ByOpening).then_some(Align::Center);
                let at = Rect::from_min_size(
                    pos2(ui.max_rect().left(), top + height * row as f32),
                    vec2(width, height),
                );
                ui.scroll_to_rect_animation(at, align, ScrollAnimation::none());
            }
            for (index, entry) in &all[range] {
                let (place, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
                row_ui(ui, look, place, view, *index, entry, *index == picked, commands);
            }
        });
    });
}

/// Why the picked row has to be brought into view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moved {
    /// It has not: it was picked before.
    Not,
    /// Another row was picked.
    ByPicking,
    /// The list was opened.
    ByOpening,
}

fn was_moved(ui: &Ui, picked: usize) -> Moved {
    let id = Id::unique("steps-picked-before");
    let frame = ui.ctx().cumulative_frame_nr();
    let before = ui.data_mut(|data| data.get_temp::<(usize, u64)>(id));
    ui.data_mut(|data| data.insert_temp(id, (picked, frame)));
    match before {
        // The list was open in the frame before.
        Some((row, at)) if frame <= at + 1 && row == picked => Moved::Not,
        Some((_, at)) if frame <= at + 1 => Moved::ByPicking,
        _ => Moved::ByOpening,
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "a row knows where it is, what it shows and what is asked of it"
)]
fn row_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &PlayerView<'_>,
    index: usize,
    entry: &Entry,
    is_picked: bool,
    commands: &mut Vec<Command>,
) {
    let words = look.words;
    let response = ui.interact(rect, ui.scope_id().with(("step", index)), Sense::click());
    let is_now = index == view.moment.entry_index;
    let name = wording::entry_name(words, entry);
    let start = view.timeline.segments.get(entry.first_segment as usize).map_or(0, |s| s.start_ms);
    let time = clock(Duration::from_millis(start));
    let key = if is_now { "step-row-now" } else { "step-row" };
    let said = words.with(
        key,
        &[("n", entry.number.into()), ("name", name.as_str().into()), ("time", time.as_str().into())],
    );
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_picked, &said));
    if response.gained_focus() {
        commands.push(Command::PickStep(index));
    }
    if response.clicked() {
        commands.push(Command::JumpToStep(index));
    }
    paint_row(
        ui,
        look,
        rect,
        &RowWords { entry, name: &name, time: &time, is_now, is_picked },
        response.hovered(),
    );
    paint_focus(ui, look, rect, CornerRadius::same(look.pt(10.0) as u8), &response);
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
}

struct RowWords<'a> {
    entry: &'a Entry,
    name: &'a str,
    time: &'a str,
    is_now: bool,
    is_picked: bool,
}

fn paint_row(ui: &Ui, look: &Look<'_>, rect: Rect, row: &RowWords<'_>, is_hovered: bool) {
    let colors = &look.theme.colors;
    let corners = CornerRadius::same(look.pt(10.0) as u8);
    let ground = match (row.is_picked, is_hovered) {
        (true, _) => colors.soft,
        (false, true) => Theme::blend(colors.card, colors.soft, 0.5),
        (false, false) => colors.card,
    };
    ui.painter().rect_filled(rect, corners, ground);
    let (ink, quiet) =
        if row.is_picked { (colors.on_soft, colors.on_soft) } else { (colors.ink, colors.quiet) };
    let inner = rect.shrink2(vec2(look.pt(10.0), 0.0));
    let number = row.entry.number.to_string();
    let number_end = inner.left() + look.pt(30.0);
    Text::new(&number, look.font(Size::Body, Face::Numerals), quiet)
        .align(Align2::RIGHT_CENTER)
        .paint(ui, inner.with_max_x(number_end));
    let time = if row.is_now {
        format!("{} · {}", look.words.get("step-now"), row.time)
    } else {
        row.time.to_owned()
    };
    let time = Text::new(&time, look.font(Size::Body, Face::Numerals), quiet).align(Align2::RIGHT_CENTER);
    let time_width = time.galley(ui, vec2(f32::INFINITY, f32::INFINITY)).size().x;
    time.paint(ui, inner);
    let middle =
        inner.with_min_x(number_end + look.pt(12.0)).with_max_x(inner.right() - time_width - look.pt(12.0));
    let face = if row.is_now { Face::Bold } else { Face::Regular };
    let name = Text::new(row.name, look.font(Size::Body, face), ink);
    let place = name.paint(ui, middle);
    let dose = dose_words(look, row.entry);
    if !dose.is_empty() {
        let beside = middle.with_min_x(place.right() + look.pt(10.0));
        if beside.width() > look.pt(50.0) {
            Text::new(&dose, look.font(Size::Small, Face::Regular), quiet).paint(ui, beside);
        }
    }
}

fn dose_words(look: &Look<'_>, entry: &Entry) -> String {
    let Some(exercise) = entry.exercise.as_deref() else { return String::new() };
    let sides = if entry.first_side.is_some() { exercise.sides } else { Sides::Both };
    look.words.dose(&entry.dose, sides, exercise.ways.len())
}
