//! What is told of an exercise that hurt: that it is left out, what is easier, and the way back.

use super::PageView;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Column, Line};
use crate::ui::{Browse, Command, Look, Progressing};

pub(super) fn hurt_ui(
    column: &mut Column<'_, '_>,
    look: &Look<'_>,
    view: &PageView<'_>,
    commands: &mut Vec<Command>,
) {
    let Some(hurt) = view.hurt else { return };
    let (words, name) = (look.words, &*view.exercise.name);
    column.gap(10.0);
    column.words(&words.get("ex-hurt"), Size::Body, Face::Bold, look.theme.colors.hurt);
    column.line(&words.get("ex-hurt-line"), &Line::default());
    if let Some((id, easier)) = hurt.easier {
        let text = words.with("ex-hurt-easier", &[("name", easier.into())]);
        if column.link(&text, &text, "hurt-easier") {
            commands.push(Command::Browse(Browse::Open(id.to_owned())));
        }
    }
    let said = words.with("today-again-name", &[("name", name.into())]);
    if column.link(&words.get("today-again"), &said, "hurt-again") {
        commands.push(Command::Progress(Progressing::Review(view.exercise.id.clone())));
    }
}
