//! Below the text: where the caret is, and what is wrong there or, where it cannot be read, why.

use egui::{Rect, Ui, vec2};

use crate::store::Place;
use crate::ui::screens::editor::DeskView;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Command, Editing, Look, Sourcing};

pub(super) fn footer_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let (source, colors) = (&view.source, &look.theme.colors);
    let inner = rect.shrink2(vec2(look.pt(8.0), look.pt(2.0)));
    let (place, said, color) = if let Some(problem) = source.problem {
        (Place { line: problem.line, col: problem.col }, problem.message.clone(), colors.hurt)
    } else {
        let here = source.marks.iter().find(|mark| mark.place.line == source.caret.line);
        let finding = here.and_then(|mark| view.review.findings.get(mark.finding));
        let said = finding.map(|finding| look.words.problem(&finding.diagnostic.problem));
        let place = here.map_or(source.caret, |mark| mark.place);
        (place, said.unwrap_or_else(|| look.words.get("source-reads")), colors.quiet)
    };
    let at = format!("{}:{}", place.line, place.col);
    let name = look.words.with("source-go-to", &[("place", at.as_str().into())]);
    let button = Button::new(ButtonKind::Plain, &at).named(&name).size(Size::Small);
    let width = button.width(ui, look).max(look.pt(56.0));
    let left = inner.with_max_x(inner.left() + width);
    if button.show(ui, look, left, "source-go-to").clicked() {
        commands.push(Command::Edit(Editing::Source(Sourcing::GoTo(place))));
    }
    let text = Text::new(&said, look.font(Size::Small, Face::Regular), color).rows(2).live();
    let rest = inner.with_min_x(left.right() + look.pt(8.0));
    let rest = give_up_ui(ui, look, rest, view, commands);
    text_ui(ui, rest, "source-said", &text);
}

/// While the text cannot be read, a way back to what could be; returns what is left of the place.
fn give_up_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) -> Rect {
    if !view.history.now().is_behind {
        return rect;
    }
    let name = look.words.get("source-give-up");
    let button = Button::new(ButtonKind::Plain, &name).with_icon(icons::UNDO).size(Size::Small);
    let place = rect.with_min_x(rect.right() - button.width(ui, look));
    if button.show(ui, look, place, "source-give-up").clicked() {
        commands.push(Command::Edit(Editing::Source(Sourcing::GiveUp)));
    }
    rect.with_max_x(place.left() - look.pt(8.0))
}
