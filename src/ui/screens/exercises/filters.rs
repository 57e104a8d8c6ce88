//! The search field and the filters, each a button that opens its choices with their counts.

use egui::{Checkbox, Id, Key, KeyboardShortcut, Modifiers, Popup, PopupCloseBehavior, Rect, Ui, pos2, vec2};

use super::ListView;
use crate::catalog::{Choice, Facet};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, SearchField, Text, search_field_ui};
use crate::ui::{Browse, Command, Look};

const FOCUS_SEARCH: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::F);

/// Puts search and filters below each other as the width asks, from the top of `rect`; returns
/// where they end.
pub(super) fn filters_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &ListView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let (height, gap) = (look.pt(44.0), look.pt(10.0));
    let search = Rect::from_min_size(rect.min, vec2(look.pt(330.0).min(rect.width()), height));
    search_ui(ui, look, search, view, commands);
    let mut at = pos2(search.right() + gap, rect.top());
    let mut place = |width: f32| {
        if at.x + width > rect.right() + 0.5 {
            at = pos2(rect.left(), at.y + height + gap);
        }
        let place = Rect::from_min_size(at, vec2(width, height));
        at.x += width + gap;
        place
    };
    for facet in Facet::ALL {
        facet_ui(ui, look, facet, view, &mut place, commands);
    }
    if !view.filter.is_empty() || !view.query.is_empty() {
        clear_ui(ui, look, place(clear_width(ui, look)), "clear", commands);
    }
    at.y + height
}

fn clear_width(ui: &Ui, look: &Look<'_>) -> f32 {
    Button::new(ButtonKind::Plain, &look.words.get("ex-clear")).width(ui, look) + look.pt(28.0)
}

fn clear_ui(ui: &Ui, look: &Look<'_>, rect: Rect, salt: &str, commands: &mut Vec<Command>) {
    let (text, name) = (look.words.get("ex-clear"), look.words.get("ex-clear-name"));
    let button = Button::new(ButtonKind::Plain, &text).with_icon(icons::CLOSE).named(&name);
    if button.show(ui, look, rect, salt).clicked() {
        commands.push(Command::Browse(Browse::Clear));
    }
}

fn search_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, view: &ListView<'_>, commands: &mut Vec<Command>) {
    let (hint, name) = (look.words.get("ex-search"), look.words.get("ex-search-name"));
    let id = Id::unique("exercise-search");
    let search = SearchField { id, query: view.query, hint: &hint, name: &name };
    let (response, mut text) = search_field_ui(ui, look, rect, &search);
    if ui.input_mut(|input| input.consume_shortcut(&FOCUS_SEARCH)) {
        response.request_focus();
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
        text.clear();
    }
    if text != view.query {
        commands.push(Command::Browse(Browse::Find(text)));
    }
}

fn facet_ui(
    ui: &Ui,
    look: &Look<'_>,
    facet: Facet,
    view: &ListView<'_>,
    place: &mut impl FnMut(f32) -> Rect,
    commands: &mut Vec<Command>,
) {
    let words = look.words;
    let name = words.get(match facet {
        Facet::Category => "ex-facet-category",
        Facet::Position => "ex-facet-position",
        Facet::Equipment => "ex-facet-equipment",
        Facet::Source => "ex-facet-source",
    });
    let chosen = view.filter.of(facet).count();
    let text = match chosen {
        0 => name.clone(),
        n => words.with("ex-facet-chosen", &[("facet", name.as_str().into()), ("n", n.into())]),
    };
    let kind = if chosen == 0 { ButtonKind::Neutral } else { ButtonKind::Soft };
    let button = Button::new(kind, &text).with_icon(icons::OPENS);
    let response = button.show(ui, look, place(button.width(ui, look)), ("facet", facet));
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(name)
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = look.pt(8.0);
            for (choice, count) in view.choices.iter().filter(|(choice, _)| choice.facet() == facet) {
                choice_ui(ui, look, choice, *count, view, commands);
            }
        });
}

fn choice_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    choice: &Choice,
    count: usize,
    view: &ListView<'_>,
    commands: &mut Vec<Command>,
) {
    let name = choice_name(look, choice, view);
    let text = look.words.with("ex-choice", &[("name", name.into()), ("n", count.into())]);
    let mut is_on = view.filter.has(choice);
    let can_be_chosen = is_on || count > 0;
    let text = egui::RichText::new(text).font(look.font(Size::Body, Face::Regular));
    if ui.add_enabled(can_be_chosen, Checkbox::new(&mut is_on, text)).changed() {
        commands.push(Command::Browse(Browse::Toggle(choice.clone())));
    }
}

fn choice_name(look: &Look<'_>, choice: &Choice, view: &ListView<'_>) -> String {
    let words = look.words;
    match choice {
        Choice::Category(category) => words.category(*category),
        Choice::Position(position) => words.position(*position),
        Choice::Equipment(Some(thing)) => words.equipment(*thing),
        Choice::Equipment(None) => words.get("ex-needs-nothing"),
        Choice::Source(id) => {
            view.catalog.source(id).map_or_else(|| id.clone(), |source| source.title.clone())
        }
    }
}

/// Where nothing fits: says so, and offers the way out.
pub(super) fn nothing_ui(ui: &Ui, look: &Look<'_>, rect: Rect, commands: &mut Vec<Command>) {
    let colors = &look.theme.colors;
    let row = |top: f32, height: f32| {
        Rect::from_min_size(rect.min + vec2(0.0, look.pt(top)), vec2(rect.width(), look.pt(height)))
    };
    let title = look.words.get("ex-nothing");
    let text = Text::new(&title, look.font(Size::Heading, Face::Bold), colors.ink);
    crate::ui::widgets::text_ui(ui, row(30.0, 34.0), "nothing", &text);
    let line = look.words.get("ex-nothing-line");
    let text = Text::new(&line, look.font(Size::Body, Face::Regular), colors.quiet).rows(2);
    crate::ui::widgets::text_ui(ui, row(66.0, 46.0), "nothing-line", &text);
    let text = look.words.get("ex-clear");
    let button = Button::new(ButtonKind::Soft, &text);
    let place = Rect::from_min_size(row(122.0, 44.0).min, vec2(button.width(ui, look), look.pt(44.0)));
    if button.show(ui, look, place, "nothing-clear").clicked() {
        commands.push(Command::Browse(Browse::Clear));
    }
}
