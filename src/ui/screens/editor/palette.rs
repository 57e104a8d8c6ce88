//! The palette: a search, the exercises found as small cards to drag or press, and what else a
//! routine is made of. Only what shows is built.

use std::collections::BTreeSet;

use egui::{CornerRadius, Id, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind};
use egui::{PointerButton, Ui, UiBuilder, WidgetInfo, vec2};

use super::DeskView;
use super::dragging::Dragged;
use super::palette_search::search_ui;
use crate::editor::{BlockId, Edit, Gesture, Wrapper};
use crate::model::{Block, BreatheBlock, Exercise, RepeatBlock, RestBlock, Seconds, SectionBlock, Step};
use crate::text::Words;
use crate::ui::theme::{Face, Size, Theme, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, paint_focus, text_ui};
use crate::ui::{Arranging, Browse, Command, Editing, Look};

/// Between two cards.
const GAP: f32 = 8.0;
const CARD: f32 = 64.0;
const MARGIN: f32 = 6.0;

/// How long what is new lasts, in seconds.
const USUAL_REST: Seconds = Seconds(15.0);
const USUAL_BREATHING: Seconds = Seconds(60.0);

/// Rounds of a new repeat.
const USUAL_ROUNDS: u32 = 2;

pub(super) fn palette_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let search = rect.with_max_y(rect.top() + look.pt(40.0));
    search_ui(ui, look, search, view, commands);
    let adding = rect.with_min_y(rect.bottom() - look.pt(84.0));
    let cards = Rect::from_min_max(search.left_bottom(), adding.right_top())
        .with_min_y(search.bottom() + look.pt(4.0))
        .with_max_y(adding.top() - look.pt(6.0));
    cards_ui(ui, look, cards, view, commands);
    adding_ui(ui, look, adding, view, commands);
}

fn cards_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let found = view.palette.found;
    if found.is_empty() {
        let text = look.words.get("edit-palette-none");
        let text = Text::new(&text, look.font(Size::Body, Face::Regular), look.theme.colors.quiet).rows(3);
        text_ui(ui, rect.with_max_y(rect.top() + look.pt(72.0)), "palette-none", &text.live());
        return;
    }
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("palette"), |ui| {
        // What was found from the top, whenever it is something else.
        let salt = ("palette-cards", view.palette.query);
        ScrollArea::vertical().id_salt(salt).auto_shrink(false).show_viewport(ui, |ui, shown| {
            let step = look.pt(CARD + GAP);
            let margin = look.pt(MARGIN);
            let width = rect.width() - look.pt(6.0);
            let height = 2.0 * margin + step * found.len() as f32;
            let (all, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
            let first = ((shown.top() - margin) / step).floor().max(1.0) as usize - 1;
            let end = ((shown.bottom() - margin) / step).max(0.0) as usize + 2;
            let mut missing = Vec::new();
            for (index, exercise) in found.iter().enumerate().take(end).skip(first) {
                let corner = all.min + vec2(margin, margin + step * index as f32);
                let place = Rect::from_min_size(corner, vec2(width - 2.0 * margin, look.pt(CARD)));
                card_ui(ui, look, place, exercise, view, commands);
                if ui.is_rect_visible(place) && !view.sketches.contains_key(&exercise.id) {
                    missing.push(exercise.id.clone());
                }
            }
            if !missing.is_empty() {
                commands.push(Command::Browse(Browse::Draw(missing)));
            }
        });
    });
}

/// The widget of an exercise's card.
pub(super) fn palette_id(exercise: &str) -> Id {
    Id::unique(("palette-card", exercise))
}

fn card_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    exercise: &Exercise,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let response = ui.interact(rect, palette_id(&exercise.id), Sense::click_and_drag());
    let category = look.words.category(exercise.category);
    let needs = needs(look.words, exercise);
    response.widget_info(|| {
        let nothing = look.words.get("ex-needs-nothing");
        let needs = needs.as_deref().unwrap_or(&nothing);
        let name = look.words.with(
            "edit-palette-card",
            &[
                ("name", exercise.name.as_str().into()),
                ("category", category.as_str().into()),
                ("needs", needs.into()),
            ],
        );
        WidgetInfo::labeled(Role::Button, true, name)
    });
    paint(ui, look, rect, exercise, view, &response, &[Some(category.clone()), needs.clone()]);
    if response.drag_started_by(PointerButton::Primary) {
        response.dnd_set_drag_payload(Dragged::Exercise(exercise.id.clone()));
    }
    if response.clicked() {
        add_step(&exercise.id, !response.clicked_by(PointerButton::Primary), commands);
    }
    response.on_hover_cursor(egui::CursorIcon::Grab);
}

/// Asks for a step of an exercise. The keyboard goes on from what it has added.
pub(super) fn add_step(exercise: &str, by_keyboard: bool, commands: &mut Vec<Command>) {
    let step = Step { exercise: exercise.to_owned(), ..Step::default() };
    add(Block::Step(step), by_keyboard, commands);
}

fn add(block: Block, by_keyboard: bool, commands: &mut Vec<Command>) {
    commands.push(Command::Edit(Editing::Arrange(Arranging::Add(block))));
    if by_keyboard {
        commands.push(Command::Edit(Editing::Arrange(Arranging::Focus)));
    }
}

fn paint(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    exercise: &Exercise,
    view: &DeskView<'_>,
    response: &Response,
    under: &[Option<String>],
) {
    let colors = &look.theme.colors;
    let corners = CornerRadius::same(look.pt(16.0) as u8);
    let ground = if response.hovered() { Theme::blend(colors.card, colors.soft, 0.35) } else { colors.card };
    ui.painter().rect(rect, corners, ground, Stroke::new(1.0, colors.line), StrokeKind::Inside);
    paint_focus(ui, look, rect, corners, response);
    let inner = rect.shrink2(vec2(look.pt(8.0), look.pt(4.0)));
    let stage = inner.with_max_x(inner.left() + look.pt(64.0).min(inner.width() * 0.35));
    if let Some(sketch) = view.sketches.get(&exercise.id) {
        sketch.paint(ui, stage);
    }
    let words = inner.with_min_x(stage.right() + look.pt(6.0));
    // A long name takes two lines, in smaller type.
    let (top, bottom) = words.shrink2(vec2(0.0, look.pt(3.0))).split_top_bottom_at_fraction(0.64);
    let one_line = Text::new(&exercise.name, look.font(Size::Body, Face::Bold), colors.ink).shrink(0.9);
    let fits = !one_line.galley(ui, top.size()).elided;
    let name =
        if fits { one_line } else { Text { font: look.font(Size::Small, Face::Bold), ..one_line }.rows(2) };
    name.paint(ui, top);
    let under = under.iter().flatten().cloned().collect::<Vec<_>>().join(" · ");
    Text::new(&under, look.font(Size::Small, Face::Regular), colors.quiet).paint(ui, bottom);
}

/// What an exercise needs; `None` where that is nothing.
fn needs(words: &Words, exercise: &Exercise) -> Option<String> {
    let needs: Vec<String> = exercise.equipment.iter().map(|&thing| words.equipment(thing)).collect();
    (!needs.is_empty()).then(|| needs.join(", "))
}

/// What else a routine is made of.
fn adding_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let (top, bottom) = rect.split_top_bottom_at_fraction(0.5);
    let quarters: Vec<Rect> = [top, bottom]
        .into_iter()
        .flat_map(|row| <[Rect; 2]>::from(row.split_left_right_at_fraction(0.5)))
        .map(|place| place.shrink(look.pt(2.0)))
        .collect();
    let selected = view.history.selection();
    let wraps = !selected.is_empty();
    let section = look.words.get("edit-section-new");
    let kinds = [
        ("edit-add-rest", "edit-add-rest-name", icons::REST, Adding::Block(rest())),
        ("edit-add-breathe", "edit-add-breathe-name", icons::BREATHE, Adding::Block(breathing())),
        (
            "edit-add-repeat",
            if wraps { "edit-add-repeat-around" } else { "edit-add-repeat-name" },
            icons::REPEAT,
            if wraps { Adding::Around(Wrapper::Repeat) } else { Adding::Block(repeat()) },
        ),
        (
            "edit-add-section",
            if wraps { "edit-add-section-around" } else { "edit-add-section-name" },
            icons::HEADING,
            if wraps { Adding::Around(Wrapper::Section(section)) } else { Adding::Block(heading(section)) },
        ),
    ];
    for ((text, name, icon, adding), place) in kinds.into_iter().zip(quarters) {
        let (words, name) = (look.words.get(text), look.words.get(name));
        let button = Button::new(ButtonKind::Neutral, &words).with_icon(icon).named(&name).size(Size::Small);
        let response = button.show(ui, look, place, text);
        if response.clicked() {
            adding.ask(selected, !response.clicked_by(PointerButton::Primary), commands);
        }
    }
}

/// What a button adds.
enum Adding {
    Block(Block),
    Around(Wrapper),
}

impl Adding {
    fn ask(self, selected: &BTreeSet<BlockId>, by_keyboard: bool, commands: &mut Vec<Command>) {
        match self {
            Self::Block(block) => add(block, by_keyboard, commands),
            Self::Around(into) => {
                let edit = Edit::Wrap { ids: selected.clone(), into };
                commands.push(Command::Edit(Editing::Do(edit, Gesture::Single)));
                if by_keyboard {
                    commands.push(Command::Edit(Editing::Arrange(Arranging::Focus)));
                }
            }
        }
    }
}

fn rest() -> Block {
    Block::Rest(RestBlock { secs: USUAL_REST, ..RestBlock::default() })
}

fn breathing() -> Block {
    Block::Breathe(BreatheBlock { secs: USUAL_BREATHING, ..BreatheBlock::default() })
}

fn repeat() -> Block {
    Block::Repeat(RepeatBlock { times: USUAL_ROUNDS, ..RepeatBlock::default() })
}

fn heading(name: String) -> Block {
    Block::Section(SectionBlock { name, ..SectionBlock::default() })
}
