//! Above the list: what can be done to the selected blocks, as buttons as far as they fit; the rest
//! in a menu. The same on the secondary button over a card.

use egui::{Popup, Rect, Response, RichText, Ui, UiBuilder, vec2};

use super::DeskView;
use super::acts::{Act, Subject};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Arranging, Command, Editing, Look};

pub(super) fn toolbar_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let side = look.pt(36.0).min(rect.height());
    let place = |index: usize| {
        let left = rect.left() + index as f32 * (side + look.pt(2.0));
        Rect::from_min_size(egui::pos2(left, rect.top()), vec2(side, rect.height()))
    };
    keys_button(ui, look, rect.with_min_x(rect.right() - side), view, commands);
    let room = ((rect.width() - side) / (side + look.pt(2.0))).floor().max(1.0) as usize;
    let on = Subject::selected(view);
    if on.count() == 0 {
        let (rest, paste) = (place(0).with_max_x(place(room - 2).right()), place(room - 1));
        count_ui(ui, look, rest, view);
        act_button(ui, look, paste, Act::Paste, &on, commands);
        return;
    }
    let buttons = if room >= Act::ALL.len() { Act::ALL.len() } else { room - 1 };
    for (index, act) in Act::ALL.into_iter().take(buttons).enumerate() {
        act_button(ui, look, place(index), act, &on, commands);
    }
    if buttons < Act::ALL.len() {
        let name = look.words.get("act-more");
        let button = Button::icon(ButtonKind::Plain, icons::MORE, &name);
        let response = button.show(ui, look, place(buttons), "more");
        Popup::menu(&response).accessible_name(name).show(|ui| {
            entries_ui(ui, look, &Act::ALL[buttons..], &on, commands);
        });
    }
}

/// The menu over a card.
pub(super) fn menu_ui(
    response: &Response,
    look: &Look<'_>,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    Popup::context_menu(response).accessible_name(look.words.get("act-menu")).show(|ui| {
        entries_ui(ui, look, &Act::ALL, &Subject::selected(view), commands);
    });
}

fn entries_ui(ui: &mut Ui, look: &Look<'_>, acts: &[Act], on: &Subject<'_>, commands: &mut Vec<Command>) {
    for act in acts {
        let text = RichText::new(act.name(look.words, on)).font(look.font(Size::Body, Face::Regular));
        let entry = egui::Button::new(text).frame(false).min_size(vec2(look.pt(180.0), look.pt(28.0)));
        if ui.add_enabled(act.applies(on), entry).clicked() {
            act.ask(ui, look.words, on, commands);
            ui.close();
        }
    }
}

fn act_button(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    act: Act,
    on: &Subject<'_>,
    commands: &mut Vec<Command>,
) {
    let name = act.name(look.words, on);
    let button = Button::icon(ButtonKind::Plain, act.icon(on), &name);
    let mut place = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("act", act)));
    if !act.applies(on) {
        place.disable();
    }
    if button.show(&place, look, rect, "button").clicked() {
        act.ask(ui, look.words, on, commands);
    }
}

fn keys_button(ui: &Ui, look: &Look<'_>, rect: Rect, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let name = look.words.get("edit-keys");
    let button = Button {
        selected: Some(view.list.keys_shown),
        ..Button::icon(ButtonKind::Plain, icons::KEYS, &name)
    };
    if button.show(ui, look, rect, "desk-keys").clicked() {
        commands.push(Command::Edit(Editing::Arrange(Arranging::ToggleKeys)));
    }
}

fn count_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &DeskView<'_>) {
    let count = view.history.document().count();
    let text = look.words.with("edit-blocks", &[("n", count.into())]);
    let text = Text::new(&text, look.font(Size::Small, Face::Regular), look.theme.colors.quiet);
    text_ui(ui, rect, "blocks", &text);
}
