//! The end of a session in the room view: what is told and asked, under one another, in letters that
//! are read from where the person stands.

use egui::accesskit::Live;
use egui::style::ScrollStyle;
use egui::{Color32, Id, Key, Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};

use super::PlayerView;
use super::after::note_ui;
use super::over::{Told, remarks, summary, take_keys, title_of, ways_on};
use super::room::{RoomLayout, too_small_ui};
use crate::ui::screens::check::{AskedNumber, EFFORT, PAIN, advice_height, advice_ui, map_ui, pressed};
use crate::ui::theme::{Face, Size, Theme, TypeScale, icons};
use crate::ui::widgets::{Button, ButtonKind, Form};
use crate::ui::{Checking, Command, Look};

/// How high a button is, in sizes of the type.
const BUTTON: f32 = 1.7;

/// How much of what shows is gone on by at once.
const PAGE: f32 = 0.8;

/// How wide the bar is that scrolls, in points of the design.
const SCROLL_BAR: f32 = 14.0;

/// Builds the end over a rectangle.
pub(super) fn room_over_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &PlayerView<'_>,
    told: &Told,
    commands: &mut Vec<Command>,
) {
    let layout = RoomLayout::new(rect, view.legible, look.scale);
    let theme = large(look.theme, layout.points / look.scale);
    let large = Look { theme: &theme, ..*look };
    let inner = Rect::from_min_max(layout.name.min, layout.strip.max);
    let strip = inner.with_min_y(inner.bottom() - layout.points * BUTTON);
    let above = inner.with_max_y(strip.top() - look.pt(10.0));
    ui.scope_builder(UiBuilder::new().max_rect(above).id_salt("room-over"), |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        // From afar only a bar that is always there tells that there is more below.
        ui.spacing_mut().scroll = ScrollStyle { bar_width: look.pt(SCROLL_BAR), ..ScrollStyle::solid() };
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            turn_pages(ui, above.height() * PAGE);
            let width = ui.available_width() - look.pt(8.0);
            let mut form = Form { ui, look: &large, width };
            told_ui(&mut form, view, told);
            if view.after.map.is_some() {
                questions_ui(&mut form, above.height(), view, commands);
            }
            ways_on_ui(&mut form, view, commands);
        });
    });
    strip_ui(ui, look, &large, strip, &layout, view, commands);
    take_keys(ui, view, commands);
}

/// The same theme with all type of one size, in points of the design.
fn large(theme: &Theme, points: f32) -> Theme {
    let mut theme = theme.clone();
    theme.metrics.type_scale = TypeScale::level(points);
    theme
}

/// The keys that read on, while nothing has the focus: what is out of sight may be words alone.
fn turn_pages(ui: &Ui, page: f32) {
    if ui.memory(|memory| memory.focused().is_some()) {
        return;
    }
    let ways = [(Key::ArrowDown, -1.0), (Key::PageDown, -1.0), (Key::ArrowUp, 1.0), (Key::PageUp, 1.0)];
    for (key, way) in ways {
        if pressed(ui, key) {
            ui.scroll_with_delta(vec2(0.0, way * page));
        }
    }
}

fn told_ui(form: &mut Form<'_, '_>, view: &PlayerView<'_>, told: &Told) {
    let (look, colors) = (form.look, &form.look.theme.colors);
    let title = look.words.get(title_of(view));
    let title = form.words(&title, Size::Display, Face::Bold, colors.ink);
    said_when_it_changes(form.ui, title);
    let line = |form: &mut Form<'_, '_>, text: &str, face: Face, color: Color32| {
        form.gap(4.0);
        form.words(text, Size::Body, face, color)
    };
    line(form, &summary(look, told), Face::Regular, colors.quiet);
    for (_, remark, color) in remarks(look, view) {
        line(form, &remark, Face::Regular, color);
    }
    if let Some(advice) = &view.after.advice {
        form.gap(10.0);
        let height = advice_height(form.ui, look, form.width, advice);
        let place = form.row(height / look.scale);
        advice_ui(form.ui, look, place, advice);
    } else if let Some(praise) = view.after.praise {
        let praise = line(form, praise, Face::SemiBold, colors.ink);
        said_when_it_changes(form.ui, praise);
    }
}

fn said_when_it_changes(ui: &Ui, id: Id) {
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(Live::Polite));
}

fn questions_ui(form: &mut Form<'_, '_>, seen: f32, view: &PlayerView<'_>, commands: &mut Vec<Command>) {
    let after = &view.after;
    scale_ui(form, "check-after", &PAIN, after.feeling.pain, commands);
    where_ui(form, seen, view, commands);
    scale_ui(form, "check-effort", &EFFORT, after.effort, commands);
    form.gap(12.0);
    let place = row(form, BUTTON);
    note_ui(form.ui, form.look, place, after.note, commands);
    form.gap(12.0);
}

/// A question and the numbers that answer it.
fn scale_ui(
    form: &mut Form<'_, '_>,
    question: &str,
    asked: &AskedNumber,
    value: Option<u8>,
    commands: &mut Vec<Command>,
) {
    let look = form.look;
    let question = form.heading(&look.words.get(question));
    let height = asked.height(form.ui, look, form.width, points(look) * BUTTON);
    let place = form.row(height / look.scale);
    asked.show(form.ui, look, place, question, value, commands);
}

/// The body, behind a button, and what was picked on it.
fn where_ui(form: &mut Form<'_, '_>, seen: f32, view: &PlayerView<'_>, commands: &mut Vec<Command>) {
    let (look, after) = (form.look, &view.after);
    form.gap(10.0);
    let key = if after.is_where_open { "check-where-done" } else { "check-where" };
    let text = look.words.get(key);
    if button_ui(form, "where", &Button::new(ButtonKind::Soft, &text)) {
        commands.push(Command::Check(Checking::Where));
        form.ui.data_mut(|data| data.insert_temp(just_opened(), !after.is_where_open));
    }
    if let Some(map) = after.map.filter(|_| after.is_where_open) {
        form.gap(8.0);
        let place = form.row(seen / look.scale);
        if form.ui.data_mut(|data| data.remove_temp(just_opened())) == Some(true) {
            form.ui.scroll_to_rect(place, None);
        }
        map_ui(form.ui, look, place, &map, commands);
    } else if !after.feeling.spots.is_empty() {
        form.gap(4.0);
        let spots = look.words.spots(&after.feeling.spots);
        form.words(&spots, Size::Body, Face::Regular, look.theme.colors.quiet);
    }
}

/// Set while the body has been asked for and has not come into sight yet.
fn just_opened() -> Id {
    Id::unique("room-body-opened")
}

/// What else there is to do than being done, which has its place below.
fn ways_on_ui(form: &mut Form<'_, '_>, view: &PlayerView<'_>, commands: &mut Vec<Command>) {
    for way in ways_on(form.look, view).iter().skip(1) {
        form.gap(8.0);
        if button_ui(form, way.salt, &way.button()) {
            commands.push(way.command.clone());
        }
    }
    form.gap(12.0);
}

fn button_ui(form: &mut Form<'_, '_>, salt: &str, button: &Button<'_>) -> bool {
    let place = row(form, BUTTON);
    let width = button.width(form.ui, form.look).min(place.width());
    button.show(form.ui, form.look, place.with_max_x(place.left() + width), salt).clicked()
}

/// A row so many times as high as the type is large.
fn row(form: &mut Form<'_, '_>, sizes: f32) -> Rect {
    form.row(points(form.look) * sizes / form.look.scale)
}

fn points(look: &Look<'_>) -> f32 {
    look.font(Size::Body, Face::Regular).size
}

/// Below all that scrolls: what Enter does, and the way to the usual view.
fn strip_ui(
    ui: &Ui,
    look: &Look<'_>,
    large: &Look<'_>,
    strip: Rect,
    layout: &RoomLayout,
    view: &PlayerView<'_>,
    commands: &mut Vec<Command>,
) {
    let ways = ways_on(large, view);
    let mut free = strip;
    if let Some(done) = ways.first() {
        let button = done.button();
        let place = strip.with_max_x(strip.left() + button.width(ui, large).min(strip.width() * 0.7));
        if done.show(ui, large, place) {
            commands.push(done.command.clone());
        }
        free.min.x = place.right() + look.pt(12.0);
    }
    let usual = look.words.get("act-usual-view");
    let side = layout.strip.height();
    let corner = strip.max - Vec2::splat(side);
    let place = Rect::from_min_size(pos2(corner.x, corner.y), Vec2::splat(side));
    if Button::icon(ButtonKind::Neutral, icons::ROOM, &usual).show(ui, look, place, "usual").clicked() {
        commands.push(Command::ToggleRoom);
    }
    free.max.x = place.left() - look.pt(12.0);
    too_small_ui(ui, look, free, layout, view.legible);
}
