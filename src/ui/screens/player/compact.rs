//! The compact view: figure, seconds and pause in a small window that stays on top.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::{PlayerView, RunState, pacer, stage, wording};
use crate::ui::theme::{Face, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Command, Look};

/// Where everything in the compact view stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompactLayout {
    /// The one instruction.
    pub instruction: Rect,
    /// The figure.
    pub figure: Rect,
    /// The seconds.
    pub seconds: Rect,
    /// The side, or what the seconds count.
    pub under: Rect,
    /// The buttons.
    pub buttons: Rect,
    /// The size of small type, in points.
    pub points: f32,
}

impl CompactLayout {
    /// Lays the compact view out.
    #[must_use]
    pub fn new(rect: Rect) -> Self {
        let points = (rect.height() * 0.075).clamp(14.0, 40.0);
        let inner = rect.shrink(points * 0.6);
        let instruction = inner.with_max_y(inner.top() + points * 2.7);
        let buttons = inner.with_min_y(inner.bottom() - points * 2.4);
        let middle =
            Rect::from_min_max(instruction.left_bottom(), pos2(inner.right(), buttons.top() - points * 0.3));
        let cut = middle.left() + middle.width() * 0.6;
        let right = middle.with_min_x(cut);
        let under = right.with_min_y(right.bottom() - points * 1.4);
        Self {
            instruction,
            figure: middle.with_max_x(cut),
            seconds: right.with_max_y(under.top()),
            under,
            buttons,
            points,
        }
    }
}

/// Builds the compact view over a rectangle.
pub(super) fn compact_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &PlayerView<'_>,
    commands: &mut Vec<Command>,
) {
    let layout = CompactLayout::new(rect);
    let colors = &look.theme.colors;
    let is_work = view.moment.segment.kind.is_work();
    ui.painter().rect_filled(rect, 0.0, if is_work { colors.card } else { colors.hero });
    let instruction = match view.state {
        RunState::Over { .. } => {
            view.after.praise.map_or_else(|| look.words.get("over-title"), ToOwned::to_owned)
        }
        RunState::Hurt { .. } => look.words.get("hurt-title"),
        _ => stage::instruction(look, view),
    };
    let text =
        Text::new(&instruction, look.font_of(layout.points, Face::Bold), colors.ink).rows(2).shrink(0.7);
    text_ui(ui, layout.instruction, "instruction", &text.live());
    let is_over = matches!(view.state, RunState::Over { .. });
    let seconds = layout.seconds.union(layout.under);
    let figure = if is_over { layout.figure.union(seconds) } else { layout.figure };
    stage::figure(ui, look, figure, view, commands);
    if !is_over {
        seconds_ui(ui, look, &layout, view);
    }
    buttons_ui(ui, look, &layout, view, commands);
}

/// How long it lasts, and what it is that lasts.
fn seconds_ui(ui: &Ui, look: &Look<'_>, layout: &CompactLayout, view: &PlayerView<'_>) {
    let colors = &look.theme.colors;
    let words = wording::ring_words(look.words, view);
    let size = (layout.seconds.height() * 0.9).min(layout.seconds.width() * 0.52);
    let ink = if view.moment.segment.kind.is_work() { colors.ink } else { colors.quiet };
    let text = Text::new(&words.number, look.font_of(size, Face::NumeralsBold), ink)
        .align(Align2::CENTER_CENTER)
        .shrink(0.5);
    let response = text_ui(ui, layout.seconds, "seconds", &text);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(words.value.as_str()));
    pacer::marks_ui(ui, look, layout.seconds.shrink(layout.points * 0.3), view);
    let under = view.moment.segment.side.map_or(words.under, |side| look.words.side(side));
    let text = Text::new(&under, look.font_of(layout.points * 0.9, Face::SemiBold), colors.quiet)
        .align(Align2::CENTER_CENTER)
        .shrink(0.8);
    text_ui(ui, layout.under, "seconds-of", &text);
}

fn buttons_ui(
    ui: &Ui,
    look: &Look<'_>,
    layout: &CompactLayout,
    view: &PlayerView<'_>,
    commands: &mut Vec<Command>,
) {
    let (words, rect) = (look.words, layout.buttons);
    let (main_key, main_icon, main) = match view.state {
        RunState::Over { .. } => ("check-done", icons::CHECK, Command::Leave),
        RunState::Hurt { .. } => ("hurt-go-on", icons::PLAY, Command::GoOn),
        _ => super::transport::main_action(view),
    };
    let labels =
        [words.get("act-hurts"), words.get("act-skip"), words.get(main_key), words.get("act-usual-view")];
    let all = [
        ("hurts", ButtonKind::Neutral, icons::HURTS, Command::Hurts),
        ("skip", ButtonKind::Neutral, icons::SKIP, Command::Skip),
        ("main", ButtonKind::Primary, main_icon, main),
        ("usual", ButtonKind::Neutral, icons::COMPACT, Command::ToggleCompact),
    ];
    let gap = layout.points * 0.4;
    let width = (rect.width() - gap * 3.0) / 4.0;
    for (index, ((salt, kind, icon, command), label)) in all.into_iter().zip(&labels).enumerate() {
        let left = rect.left() + (width + gap) * index as f32;
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        let is_past = salt == "hurts" || salt == "skip";
        let enabled = !(is_past && matches!(view.state, RunState::Over { .. }));
        if Button::icon(kind, icon, label).enabled(enabled).show(ui, look, place, salt).clicked() {
            commands.push(command);
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Pos2, Rect, vec2};

    use super::CompactLayout;

    #[test]
    fn everything_has_its_place() {
        for (width, height) in [(240.0, 180.0), (360.0, 264.0), (500.0, 200.0), (700.0, 600.0)] {
            let window = Rect::from_min_size(Pos2::ZERO, vec2(width, height));
            let layout = CompactLayout::new(window);
            let parts = [layout.instruction, layout.figure, layout.seconds, layout.under, layout.buttons];
            for (index, part) in parts.iter().enumerate() {
                assert!(window.contains_rect(*part) && part.is_positive(), "{width}x{height}: {index}");
                for other in &parts[index + 1..] {
                    assert!(!part.shrink(0.5).intersects(other.shrink(0.5)), "{width}x{height}: {index}");
                }
            }
        }
    }
}
