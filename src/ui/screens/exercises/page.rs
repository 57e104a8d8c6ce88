//! The page of an exercise: the figure at the left, everything known of it at the right.

use egui::{Key, Modifiers, Rect, ScrollArea, Ui, UiBuilder, vec2};

use super::PageView;
use super::facts::facts_ui;
use super::stage::{self, stage_ui};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Browse, Command, Look, Shelving};

/// How far one press of a key turns the figure, in degrees.
const TURN_DEG: f32 = 15.0;

pub(super) fn page_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &PageView<'_>,
    commands: &mut Vec<Command>,
) {
    keys(ui, view, commands);
    let inner = rect.shrink2(vec2(look.pt(28.0), look.pt(20.0)));
    let header = inner.with_max_y(inner.top() + look.pt(50.0));
    header_ui(ui, look, header, view, commands);
    let body = inner.with_min_y(header.bottom() + look.pt(14.0));
    let (left, right) = body.split_left_right_at_fraction(0.48);
    let left = left.with_max_x(left.right() - look.pt(12.0));
    stage_ui(ui, look, left, view, commands);
    let right = right.with_min_x(right.left() + look.pt(12.0)).with_max_x(rect.right());
    ui.scope_builder(UiBuilder::new().max_rect(right).id_salt("facts"), |ui| {
        ScrollArea::vertical().id_salt(("facts", &view.exercise.id)).auto_shrink(false).show(ui, |ui| {
            facts_ui(ui, look, right.width() - look.pt(28.0), view, commands);
        });
    });
}

/// Esc goes back, the brackets turn the figure and N names what is felt, whatever has the focus;
/// Space plays and pauses where it presses no button.
fn keys(ui: &Ui, view: &PageView<'_>, commands: &mut Vec<Command>) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Escape) {
        commands.push(Command::Browse(Browse::Close));
    }
    for (key, yaw_deg) in [(Key::OpenBracket, -TURN_DEG), (Key::CloseBracket, TURN_DEG)] {
        if pressed(key) {
            commands.push(Command::Turn { yaw_deg, pitch_deg: 0.0 });
        }
    }
    if stage::has_names(view) && pressed(Key::N) {
        commands.push(Command::Browse(Browse::ToggleNames));
    }
    if ui.memory(|memory| memory.focused().is_none()) && pressed(Key::Space) {
        commands.push(Command::Browse(Browse::TogglePlay));
    }
}

fn header_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &PageView<'_>, commands: &mut Vec<Command>) {
    let (words, colors, name) = (look.words, &look.theme.colors, view.exercise.name.as_str());
    let (label, hint) = (words.get("ex-back"), words.get("ex-back-hint"));
    let back = Button::new(ButtonKind::Plain, &label).with_icon(icons::LEAVE).named(&hint);
    let left = rect.left() - look.pt(8.0);
    let place = rect.with_min_x(left).with_max_x(left + back.width(ui, look));
    if back.show(ui, look, place, "back").clicked() {
        commands.push(Command::Browse(Browse::Close));
    }
    let (label, said) = (words.get("ex-try"), words.with("ex-try-name", &[("name", name.into())]));
    let try_now = Button::new(ButtonKind::Primary, &label).with_icon(icons::PLAY).named(&said);
    let try_place = rect.with_min_x(rect.right() - try_now.width(ui, look) - look.pt(8.0));
    if try_now.show(ui, look, try_place, "try").clicked() {
        commands.push(Command::TryExercise(view.exercise.id.clone()));
    }
    let (label, said) = (words.get("pick-button"), words.with("pick-button-name", &[("name", name.into())]));
    let add = Button::new(ButtonKind::Soft, &label).with_icon(icons::ADD).named(&said);
    let right = try_place.left() - look.pt(10.0);
    let add_place = rect.with_max_x(right).with_min_x(right - add.width(ui, look));
    if add.show(ui, look, add_place, "add").clicked() {
        commands.push(Command::Shelve(Shelving::AskRoutine(view.exercise.id.clone())));
    }
    let title = Rect::from_x_y_ranges(
        place.right() + look.pt(14.0)..=(add_place.left() - look.pt(14.0)).max(place.right() + look.pt(15.0)),
        rect.y_range(),
    );
    let text = Text::new(name, look.font(Size::Title, Face::Bold), colors.ink).shrink(0.6);
    text_ui(ui, title, "name", &text);
}
