//! The tabs over the column that palette and inspector share where the window is narrow.

use egui::{Rect, Ui, vec2};

use super::DeskView;
use crate::ui::theme::{Size, icons};
use crate::ui::widgets::{Button, ButtonKind};
use crate::ui::{Arranging, Beside, Command, Editing, Look};

pub(super) fn tabs_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let (left, right) = rect.split_left_right_at_fraction(0.5);
    let tabs = [
        (left, Beside::Palette, icons::ADD, "edit-beside-palette", "edit-beside-palette-name"),
        (right, Beside::Inspector, icons::DETAILS, "edit-beside-inspector", "edit-beside-inspector-name"),
    ];
    for (place, beside, icon, text, name) in tabs {
        let (text, name) = (look.words.get(text), look.words.get(name));
        let chosen = view.list.beside == beside;
        let kind = if chosen { ButtonKind::Soft } else { ButtonKind::Plain };
        let button = Button::new(kind, &text).with_icon(icon).named(&name).size(Size::Small);
        let button = Button { selected: Some(chosen), ..button };
        if button.show(ui, look, place.shrink2(vec2(look.pt(2.0), 0.0)), ("beside", beside)).clicked() {
            commands.push(Command::Edit(Editing::Arrange(Arranging::Show(beside))));
        }
    }
}
