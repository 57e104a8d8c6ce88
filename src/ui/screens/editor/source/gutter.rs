//! Beside the text: the numbers of its lines, where the caret is, and marks where something is wrong.

use std::sync::Arc;

use egui::{Align2, Color32, Galley, Pos2, Rect, Stroke, Ui, pos2};

use super::SourceView;
use super::color::Pen;
use crate::model::Severity;
use crate::store::Place;
use crate::ui::Look;

/// How wide the numbers are.
pub(super) fn width(ui: &Ui, pen: &Pen, look: &Look<'_>, lines: usize) -> f32 {
    let digits = lines.to_string().len().max(2) as f32;
    ui.fonts_mut(|fonts| fonts.glyph_width(&pen.font, '0')) * digits + look.pt(24.0)
}

/// Paints what stands beside the rows that are in sight, and what marks them.
pub(super) fn gutter_ui(
    ui: &Ui,
    look: &Look<'_>,
    (numbers, text): (Rect, Rect),
    pen: &Pen,
    (pos, galley): (Pos2, &Arc<Galley>),
    source: &SourceView<'_>,
) {
    let colors = &look.theme.colors;
    let height = galley.rows.first().map_or(1.0, |row| row.rect().height()).max(1.0);
    let first = ((numbers.top() - pos.y) / height).floor().max(0.0) as usize;
    let count = (numbers.height() / height).ceil() as usize + 1;
    let beside = ui.painter().with_clip_rect(numbers);
    let over = ui.painter().with_clip_rect(text);
    for (index, row) in galley.rows.iter().enumerate().skip(first).take(count) {
        let line = index + 1;
        let y = pos.y + row.rect().center().y;
        let color = if line == source.caret.line { colors.ink } else { colors.quiet };
        let right = numbers.right() - look.pt(8.0);
        beside.text(pos2(right, y), Align2::RIGHT_CENTER, line, pen.font.clone(), color);
        if let Some(color) = mark_of(look, source, line) {
            beside.circle_filled(pos2(numbers.left() + look.pt(8.0), y), look.pt(4.0), color);
        }
        if let Some(problem) = source.problem.filter(|problem| problem.line == line) {
            let place = Place { line, col: problem.col };
            squiggle(&over, pos, row, place, Stroke::new(look.pt(1.5), colors.hurt));
        }
    }
}

fn mark_of(look: &Look<'_>, source: &SourceView<'_>, line: usize) -> Option<Color32> {
    let colors = &look.theme.colors;
    if source.problem.is_some_and(|problem| problem.line == line) {
        return Some(colors.hurt);
    }
    let here = source.marks.iter().filter(|mark| mark.place.line == line);
    here.map(|mark| mark.severity).max().map(|severity| match severity {
        Severity::Error => colors.hurt,
        Severity::Warning => colors.effort,
        Severity::Hint => colors.wave,
    })
}

/// A wave under a row, from a place to the row's end.
fn squiggle(
    painter: &egui::Painter,
    pos: Pos2,
    row: &egui::epaint::text::PlacedRow,
    place: Place,
    stroke: Stroke,
) {
    let left = pos.x + row.pos.x + row.x_offset((place.col - 1).into());
    let right = (pos.x + row.rect().right()).max(left + row.rect().height());
    let (step, base) = (2.5, pos.y + row.rect().bottom() - 1.0);
    let steps = ((right - left) / step).ceil().min(400.0) as usize;
    let point = |n: usize| pos2(left + n as f32 * step, if n.is_multiple_of(2) { base } else { base - step });
    painter.line((0..=steps).map(point).collect(), stroke);
}
