//! The card of a routine on the shelf: the whole of it opens the routine; what else can be done
//! stands at its foot.

use egui::{Align2, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{Kind, ShelfCard};
use crate::ui::theme::{Face, Size, Theme, icons};
use crate::ui::widgets::{Button, ButtonKind, Sketch, Text, paint_focus};
use crate::ui::{Command, Editing, Look, Shelving};

/// How high the foot of a card is, in points of the design.
const FOOT: f32 = 46.0;

pub(super) fn card_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    kind: Kind,
    card: &ShelfCard<'_>,
    sketch: Option<&Sketch>,
    commands: &mut Vec<Command>,
) {
    let colors = &look.theme.colors;
    let facts = facts(look, card);
    let key = match kind {
        Kind::Own => "shelf-open-name",
        Kind::Shipped => "shelf-copy-name",
    };
    let said = look.words.with(key, &[("name", card.name.into()), ("facts", facts.as_str().into())]);
    let pressed = match kind {
        Kind::Own => rect.with_max_y(rect.bottom() - look.pt(FOOT)),
        Kind::Shipped => rect,
    };
    let response = ui.interact(pressed, ui.scope_id().with(("shelf", card.id)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    let corners = CornerRadius::same(look.pt(look.theme.metrics.radius.card) as u8);
    let ground = if response.hovered() { Theme::blend(colors.card, colors.soft, 0.35) } else { colors.card };
    ui.painter().rect(rect, corners, ground, Stroke::new(1.0, colors.line), StrokeKind::Inside);
    paint_focus(ui, look, rect, corners, &response);

    let split = rect.left() + (rect.width() * 0.4).min(rect.height());
    if let Some(sketch) = sketch {
        sketch.paint(ui, rect.with_max_x(split).shrink(look.pt(8.0)));
    }
    let words =
        Rect::from_min_max(pos2(split, rect.top()), rect.max).shrink2(vec2(look.pt(10.0), look.pt(12.0)));
    let foot =
        Rect::from_x_y_ranges(words.x_range(), rect.bottom() - look.pt(FOOT)..=rect.bottom() - look.pt(10.0));
    paint_words(ui, look, words.with_max_y(foot.top() - look.pt(4.0)), card, &facts);
    if response.clicked() {
        commands.push(Command::Edit(Editing::Open(card.id.to_owned())));
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
    match kind {
        Kind::Own => actions_ui(ui, look, foot, card, commands),
        Kind::Shipped => {
            let text = look.words.get("shelf-copy");
            Text::new(&text, look.font(Size::Small, Face::SemiBold), colors.on_soft)
                .align(Align2::LEFT_CENTER)
                .paint(ui, foot);
        }
    }
}

fn paint_words(ui: &Ui, look: &Look<'_>, rect: Rect, card: &ShelfCard<'_>, facts: &str) {
    let colors = &look.theme.colors;
    let line = look.pt(24.0);
    let (above, below) = rect.split_top_bottom_at_y(rect.bottom() - line);
    Text::new(card.name, look.font(Size::Heading, Face::Bold), colors.ink)
        .rows(2)
        .align(Align2::LEFT_CENTER)
        .paint(ui, above);
    let ink = if card.problems == 0 { colors.quiet } else { colors.hurt };
    Text::new(facts, look.font(Size::Body, Face::Regular), ink).shrink(0.8).paint(ui, below);
}

/// Length, exercises, and what is to be mended.
fn facts(look: &Look<'_>, card: &ShelfCard<'_>) -> String {
    let words = look.words;
    let minutes = words.minutes(card.total_ms);
    let exercises = words.with("shelf-exercises", &[("n", card.exercises.into())]);
    match card.problems {
        0 => format!("{minutes} · {exercises}"),
        n => format!("{minutes} · {}", words.with("today-problems", &[("n", n.into())])),
    }
}

fn actions_ui(ui: &Ui, look: &Look<'_>, rect: Rect, card: &ShelfCard<'_>, commands: &mut Vec<Command>) {
    let id = || card.id.to_owned();
    let actions = [
        ("shelf-duplicate", icons::DUPLICATE, Shelving::Duplicate(id())),
        ("shelf-share", icons::EXPORT, Shelving::AskShare(id())),
        ("shelf-delete", icons::DELETE, Shelving::Delete(id())),
    ];
    let side = rect.height();
    let mut place = Rect::from_min_size(rect.min - vec2(look.pt(8.0), 0.0), vec2(side, side));
    for (key, icon, asked) in actions {
        let name = look.words.with(key, &[("name", card.name.into())]);
        if Button::icon(ButtonKind::Plain, icon, &name).show(ui, look, place, (key, card.id)).clicked() {
            commands.push(Command::Shelve(asked));
        }
        place = place.translate(vec2(side + look.pt(4.0), 0.0));
    }
}
