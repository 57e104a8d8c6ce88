//! Two versions of a routine side by side, and what is to become of them.

mod rows;

use egui::{Rect, Ui, pos2, vec2};

use super::{ConflictView, DeskView, TheirsView};
use crate::text::brief;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Button, ButtonKind, Text, paint_ground, text_ui};
use crate::ui::{Command, Editing, Keeping, Look};

pub(super) fn conflict_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    conflict: &ConflictView<'_>,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let colors = &look.theme.colors;
    let card = rect.shrink2(vec2(look.pt(24.0), look.pt(14.0)));
    paint_ground(ui, look, card, look.theme.metrics.radius.card);
    let inner = card.shrink2(vec2(look.pt(22.0), look.pt(16.0)));
    let name = view.history.document().head.name.as_str();
    let (title, body) = match conflict.theirs {
        TheirsView::Gone => ("conflict-gone-title", "conflict-gone-body"),
        TheirsView::Unreadable => ("conflict-title", "conflict-unreadable-body"),
        TheirsView::Text | TheirsView::Routine { .. } => ("conflict-title", "conflict-body"),
    };
    let title = look.words.with(title, &[("name", brief(name, 32).into())]);
    let text = Text::new(&title, look.font(Size::Title, Face::Bold), colors.ink).shrink(0.7).live();
    text_ui(ui, inner.with_max_y(inner.top() + look.pt(36.0)), "conflict-title", &text);
    let body = look.words.get(body);
    let text = Text::new(&body, look.font(Size::Body, Face::Regular), colors.quiet).rows(2);
    let below = inner.with_min_y(inner.top() + look.pt(40.0));
    text_ui(ui, below.with_max_y(below.top() + look.pt(44.0)), "conflict-body", &text);
    let top = answers_ui(ui, look, inner, conflict, commands);
    let middle = inner.with_min_y(below.top() + look.pt(52.0)).with_max_y(top - look.pt(12.0));
    rows::versions_ui(ui, look, middle, conflict, view, commands);
}

/// The answers, in rows from the bottom up; returns where they begin.
fn answers_ui(
    ui: &Ui,
    look: &Look<'_>,
    inner: Rect,
    conflict: &ConflictView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let is_gone = matches!(conflict.theirs, TheirsView::Gone);
    let is_unreadable = matches!(conflict.theirs, TheirsView::Unreadable);
    let (mine, theirs) =
        if is_gone { ("conflict-save", "conflict-let-go") } else { ("conflict-mine", "conflict-theirs") };
    let answers = [
        ("conflict-merge", Keeping::Merge, ButtonKind::Primary, conflict.merge.is_some()),
        (mine, Keeping::Mine, ButtonKind::Soft, true),
        (theirs, Keeping::Theirs, ButtonKind::Neutral, !is_unreadable),
        ("conflict-copy", Keeping::Copy, ButtonKind::Neutral, true),
        ("conflict-later", Keeping::Later, ButtonKind::Plain, true),
    ];
    let (height, gap) = (look.pt(44.0), look.pt(10.0));
    let texts: Vec<String> = answers.iter().map(|(key, ..)| look.words.get(key)).collect();
    let mut places = Vec::new();
    let mut at = pos2(inner.left(), 0.0);
    for (text, (_, _, kind, _)) in texts.iter().zip(&answers) {
        let width = Button::new(*kind, text).width(ui, look).min(inner.width());
        if at.x > inner.left() && at.x + width > inner.right() + 0.5 {
            at = pos2(inner.left(), at.y + height + gap);
        }
        places.push(Rect::from_min_size(at, vec2(width, height)));
        at.x += width + gap;
    }
    let top = inner.bottom() - at.y - height;
    for ((text, place), (key, asked, kind, enabled)) in texts.iter().zip(places).zip(answers) {
        let button = Button::new(kind, text).enabled(enabled);
        if button.show(ui, look, place.translate(vec2(0.0, top)), key).clicked() {
            commands.push(Command::Edit(Editing::Keep(asked)));
        }
    }
    top
}
