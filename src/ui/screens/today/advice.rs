//! The advice to see somebody who treats backs: why, where that comes from, and two ways on.

use egui::{Rect, Ui};

use super::SeeSomeoneView;
use crate::history::{Ground, SEE_SOMEONE};
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Button, ButtonKind, Column, Form, Line, form_card_ui};
use crate::ui::{Checking, Command, Look, Screen};

/// Puts the card at a place; returns where it ends.
pub(super) fn advice_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    advice: &SeeSomeoneView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    form_card_ui(ui, look, rect, "advice", |form| {
        let (words, colors) = (look.words, &look.theme.colors);
        form.title(&words.get("advice-see"));
        form.words(&words.get("advice-see-text"), Size::Body, Face::Regular, colors.ink);
        form.gap(6.0);
        for ground in advice.grounds {
            let (text, tail) = told(look, ground, advice);
            if !text.is_empty() {
                let line = Line { bullet: "•", tail: &tail, ..Line::default() };
                Column::new(&mut *form.ui, look, form.width).line(&text, &line);
            }
        }
        if advice.grounds.iter().any(|ground| !matches!(ground, Ground::Sign(..))) {
            form.gap(6.0);
            form.note(&words.get("advice-see-added"));
        }
        form.gap(8.0);
        buttons(form, commands);
    })
}

/// A reason in words, and where it comes from.
fn told(look: &Look<'_>, ground: &Ground, advice: &SeeSomeoneView<'_>) -> (String, String) {
    let sign = advice.safety.signs.iter().find(|sign| sign.id == ground.sign());
    let text = match ground {
        Ground::Sign(..) => sign.map_or_else(|| look.words.get("advice-see-other"), |sign| sign.text.clone()),
        Ground::NoBetter => look.words.get("advice-see-no-better"),
        Ground::Worse => look.words.get("advice-see-worse"),
    };
    let ids = sign.iter().flat_map(|sign| &sign.sources);
    let titles: Vec<&str> = ids
        .filter_map(|id| advice.sources.iter().find(|source| source.id == *id))
        .map(|source| source.title.as_str())
        .collect();
    let tail = if titles.is_empty() {
        String::new()
    } else {
        look.words.with("advice-see-from", &[("sources", titles.join(", ").into())])
    };
    (text, tail)
}

fn buttons(form: &mut Form<'_, '_>, commands: &mut Vec<Command>) {
    let words = form.look.words;
    let row = form.row(42.0);
    let (read, heard) = (words.get("advice-see-read"), words.get("advice-see-heard"));
    let name = words.get("advice-see-read-name");
    let read = Button::new(ButtonKind::Primary, &read).named(&name);
    let at = row.with_max_x(row.left() + read.width(form.ui, form.look));
    if read.show(form.ui, form.look, at, "advice-read").clicked() {
        commands.push(Command::OpenScreen(Screen::Safety));
    }
    let heard = Button::new(ButtonKind::Soft, &heard);
    let left = at.right() + form.look.pt(12.0);
    let at = row.with_min_x(left).with_max_x(left + heard.width(form.ui, form.look));
    if heard.show(form.ui, form.look, at, "advice-heard").clicked() {
        commands.push(Command::Check(Checking::Heard(SEE_SOMEONE.to_owned())));
    }
}
