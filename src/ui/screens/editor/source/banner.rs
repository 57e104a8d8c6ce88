//! Over the cards: that they are behind a source that cannot be read, or that the next change here
//! drops comments of it.

use egui::{CornerRadius, Rect, Ui, vec2};

use super::SourceView;
use crate::store::Place;
use crate::store::routine_comments::LostComment;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Command, Editing, Look, Sourcing};

/// How many of the comments that would be lost are named.
const NAMED: usize = 2;

/// So much of a comment tells which one it is, in characters.
const TOLD: usize = 40;

/// Builds the banner at the top of a rectangle, where there is reason for one; returns what is left.
pub(in super::super) fn banner_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    source: &SourceView<'_>,
    commands: &mut Vec<Command>,
) -> Rect {
    let (said, place, gives_up) = if let Some(problem) = source.problem {
        let at = format!("{}:{}", problem.line, problem.col);
        let said = look
            .words
            .with("source-behind", &[("place", at.into()), ("problem", problem.message.as_str().into())]);
        (said, Place { line: problem.line, col: problem.col }, !source.is_locked)
    } else if let Some(first) = source.lost.first() {
        let mut told: Vec<String> = source.lost.iter().take(NAMED).map(told).collect();
        if source.lost.len() > NAMED {
            told.push("…".to_owned());
        }
        let said = look
            .words
            .with("source-loses", &[("n", source.lost.len().into()), ("comments", told.join(" · ").into())]);
        (said, first.place, false)
    } else {
        return rect;
    };
    let strip = rect.with_max_y(rect.top() + look.pt(if gives_up { 92.0 } else { 72.0 }));
    let colors = &look.theme.colors;
    let corners = CornerRadius::same(look.pt(look.theme.metrics.radius.button) as u8);
    ui.painter().rect_filled(strip, corners, colors.notice);
    let inner = strip.shrink2(vec2(look.pt(12.0), look.pt(6.0)));
    let mut right = inner.right();
    let mut asks = vec![("source-back", Sourcing::GoTo(place))];
    if gives_up {
        asks.insert(0, ("source-give-up", Sourcing::GiveUp));
    }
    let row = if gives_up { inner.with_min_y(inner.bottom() - look.pt(40.0)) } else { inner };
    for (key, ask) in asks {
        let name = look.words.get(key);
        let button = Button::new(ButtonKind::Neutral, &name).size(Size::Small);
        let left = right - button.width(ui, look);
        let place = row.with_min_x(left).with_max_x(right).shrink2(vec2(0.0, look.pt(2.0)));
        if button.show(ui, look, place, key).clicked() {
            commands.push(Command::Edit(Editing::Source(ask)));
        }
        right = left - look.pt(8.0);
    }
    let words = if gives_up { inner.with_max_y(row.top()) } else { inner.with_max_x(right) };
    let text = Text::new(&said, look.font(Size::Small, Face::Regular), colors.on_notice).rows(3).live();
    text_ui(ui, words, "source-banner", &text);
    rect.with_min_y(strip.bottom() + look.pt(8.0))
}

fn told(comment: &LostComment) -> String {
    let Place { line, col } = comment.place;
    let first = comment.text.lines().next().unwrap_or_default();
    let cut = first.char_indices().nth(TOLD).map_or(first.len(), |(at, _)| at);
    let more = if cut < comment.text.len() { "…" } else { "" };
    format!("{line}:{col} {}{more}", &first[..cut])
}
