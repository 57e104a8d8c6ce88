//! What stands there while there is nothing to look at: the record is being read, it cannot be
//! used, or nothing was done yet.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::{Beginning, ProgressView, RecordStanding};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, paint_ground, paint_scene, text_ui};
use crate::ui::{Command, Look};

/// Builds it over a rectangle.
pub(super) fn standing_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &ProgressView<'_>,
    commands: &mut Vec<Command>,
) {
    let words = look.words;
    let inner = rect.shrink2(vec2(look.pt(32.0), look.pt(8.0)));
    match view.standing {
        RecordStanding::Reading => line_ui(ui, look, inner, &words.get("progress-reading")),
        RecordStanding::Closed(reason) => {
            let line = words.with("progress-closed", &[("reason", reason.into())]);
            closed_ui(ui, look, inner, &line);
        }
        RecordStanding::Ready => empty_ui(ui, look, inner, view.beginning.as_ref(), commands),
    }
}

fn line_ui(ui: &Ui, look: &Look<'_>, rect: Rect, line: &str) {
    let text = Text::new(line, look.font(Size::Body, Face::Regular), look.theme.colors.quiet).live();
    text_ui(ui, rect.with_max_y(rect.top() + look.pt(28.0)), "progress-line", &text);
}

fn closed_ui(ui: &Ui, look: &Look<'_>, rect: Rect, line: &str) {
    let colors = &look.theme.colors;
    let card = rect.with_max_y((rect.top() + look.pt(190.0)).min(rect.bottom()));
    paint_ground(ui, look, card, look.theme.metrics.radius.card);
    let inner = card.shrink2(vec2(look.pt(24.0), look.pt(18.0)));
    let title = look.words.get("progress-closed-title");
    let top = inner.with_max_y(inner.top() + look.pt(32.0));
    text_ui(ui, top, "closed-title", &Text::new(&title, look.font(Size::Heading, Face::Bold), colors.ink));
    let text = Text::new(line, look.font(Size::Body, Face::Regular), colors.ink)
        .rows(5)
        .align(Align2::LEFT_TOP)
        .shrink(0.8)
        .live();
    text_ui(ui, inner.with_min_y(top.bottom() + look.pt(6.0)), "closed-line", &text);
}

/// An invitation: a figure, a sentence, and something small to begin with.
fn empty_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    beginning: Option<&Beginning<'_>>,
    commands: &mut Vec<Command>,
) {
    let colors = &look.theme.colors;
    let card = rect.with_max_y((rect.top() + look.pt(480.0)).min(rect.bottom() - look.pt(12.0)));
    paint_ground(ui, look, card, look.theme.metrics.radius.card);
    let inner = card.shrink2(vec2(look.pt(32.0), look.pt(20.0)));
    let (left, right) = inner.split_left_right_at_fraction(0.54);
    let left = left.with_max_x(left.right() - look.pt(16.0));
    let start = vec2(look.pt(150.0).min(left.width()), look.pt(54.0));
    let words = look.words.get("progress-empty-line");
    let line = Text::new(&words, look.font(Size::Body, Face::Regular), colors.quiet).rows(4);
    let line = line.align(Align2::LEFT_TOP);
    let line_height = line.galley(ui, vec2(left.width(), look.pt(100.0))).size().y;
    let height = look.pt(40.0 + 8.0 + 30.0 + 28.0 + 10.0) + line_height + start.y;
    let mut top = left.top() + ((left.height() - height) / 2.0).max(0.0);
    let mut row = |height: f32, gap: f32| {
        let row = Rect::from_min_size(pos2(left.left(), top), vec2(left.width(), height));
        top += height + look.pt(gap);
        row
    };
    let title = look.words.get("progress-empty");
    let text = Text::new(&title, look.font(Size::Title, Face::Bold), colors.ink).shrink(0.7);
    text_ui(ui, row(look.pt(40.0), 8.0), "empty-title", &text);
    text_ui(ui, row(line_height, 30.0), "empty-line", &line);
    let Some(beginning) = beginning else { return };
    let minutes = look.words.minutes(beginning.total_ms);
    let name = look.words.with(
        "progress-begin-with",
        &[("name", beginning.name.into()), ("minutes", minutes.as_str().into())],
    );
    let text = Text::new(&name, look.font(Size::Body, Face::SemiBold), colors.ink);
    text_ui(ui, row(look.pt(28.0), 10.0), "empty-name", &text);
    let place = Rect::from_min_size(row(start.y, 0.0).min, start);
    let words = look.words.get("today-start");
    let said = look.words.with("today-start-name", &[("name", beginning.name.into())]);
    let button =
        Button::new(ButtonKind::Primary, &words).with_icon(icons::PLAY).size(Size::Heading).named(&said);
    if button.show(ui, look, place, "empty-start").clicked() {
        commands.push(Command::StartRoutine(beginning.id.to_owned()));
    }
    if let Some(scene) = beginning.scene {
        paint_scene(ui, right, scene);
    }
}
