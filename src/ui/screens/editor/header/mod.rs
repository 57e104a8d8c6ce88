//! The top of the desk: the routine's name and how it is kept, the way back, and what concerns the
//! whole of it.

mod buttons;
mod keys;
mod more;
mod naming;

use egui::{Rect, Ui, pos2, vec2};

use super::{DeskView, facts};
use crate::ui::theme::icons;
use crate::ui::widgets::{Button, ButtonKind};
use crate::ui::{Command, Editing, Look};

/// From this width on, in points, the buttons have words on them.
const WORDS_FROM: f32 = 1000.0;

pub(super) fn header_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    keys::header_keys(ui, view, commands);
    let leave = Rect::from_center_size(
        pos2(rect.left() + look.pt(22.0), rect.center().y),
        vec2(look.pt(44.0), look.pt(44.0)),
    );
    let name = look.words.get("edit-close");
    if Button::icon(ButtonKind::Plain, icons::LEAVE, &name).show(ui, look, leave, "edit-close").clicked() {
        commands.push(Command::Edit(Editing::Close));
    }
    let has_words = rect.width() >= WORDS_FROM * look.scale;
    let buttons = buttons::buttons_ui(ui, look, rect, has_words, view, commands);
    let words = rect.with_min_x(leave.right() + look.pt(4.0)).with_max_x(buttons - look.pt(12.0));
    let (top, bottom) = words.split_top_bottom_at_fraction(0.5);
    naming::name_ui(ui, look, top, view, commands);
    let told = naming::keeping_ui(ui, look, bottom, view, commands);
    facts::facts_ui(ui, look, bottom.with_min_x(told), view, commands);
}
