//! Where the parts of the desk stand.

use egui::{Rect, vec2};

use crate::ui::{Beside, Look};

/// Below this width, in points, palette and inspector share one column.
const THREE_COLUMNS: f32 = 980.0;

/// Where the parts of the desk stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct DeskLayout {
    /// Name, figures, and what concerns the whole routine.
    pub(super) header: Rect,
    /// Everything between header and strip.
    pub(super) middle: Rect,
    /// What is worth telling.
    pub(super) findings: Rect,
    /// What chooses between palette and inspector, where they share a column.
    pub(super) tabs: Option<Rect>,
    /// The exercises to choose from; `None` where the inspector has the place.
    pub(super) palette: Option<Rect>,
    /// The blocks, or the source.
    pub(super) list: Rect,
    /// What can be set; `None` where the palette has the place.
    pub(super) inspector: Option<Rect>,
    /// The timeline.
    pub(super) strip: Rect,
}

impl DeskLayout {
    /// Divides a rectangle, with this in the column that is shared in a narrow one.
    pub(super) fn new(look: &Look<'_>, rect: Rect, beside: Beside) -> Self {
        let inner = rect.shrink2(vec2(look.pt(24.0), look.pt(14.0)));
        let gap = look.pt(16.0);
        let header = inner.with_max_y(inner.top() + look.pt(52.0));
        // Where there is little room the list has most of it.
        let strip_height = (inner.height() * 0.19).clamp(look.pt(96.0), look.pt(136.0));
        let strip = inner.with_min_y(inner.bottom() - strip_height);
        let middle = inner.with_min_y(header.bottom() + look.pt(8.0)).with_max_y(strip.top() - gap);
        let wide = rect.width() >= THREE_COLUMNS * look.scale;
        let side = if wide { inner.width() * 0.22 } else { inner.width() * 0.38 };
        let side = side.clamp(look.pt(210.0), look.pt(420.0));
        let left = middle.with_max_x(middle.left() + side);
        let right_width =
            if wide { (inner.width() * 0.28).clamp(look.pt(280.0), look.pt(520.0)) } else { side };
        let right = middle.with_min_x(middle.right() - right_width);
        let tabs = right.with_max_y(right.top() + look.pt(36.0));
        let shared = right.with_min_y(tabs.bottom() + look.pt(6.0));
        let (palette, inspector) = match (wide, beside) {
            (true, _) => (Some(left), Some(right)),
            (false, Beside::Inspector) => (None, Some(shared)),
            (false, Beside::Palette) => (Some(shared), None),
        };
        let between = middle
            .with_min_x(if wide { left.right() + gap } else { middle.left() })
            .with_max_x(right.left() - gap);
        let findings = between.with_max_y(between.top() + look.pt(36.0));
        let list = between.with_min_y(findings.bottom() + look.pt(6.0));
        let tabs = (!wide).then_some(tabs);
        Self { header, middle, findings, tabs, palette, list, inspector, strip }
    }

    /// The same where the source is shown: its lines are long, and nothing beside it changes it.
    pub(super) fn for_source(self) -> Self {
        let findings = self.findings.with_min_x(self.middle.left()).with_max_x(self.middle.right());
        let list = self.list.with_min_x(self.middle.left()).with_max_x(self.middle.right());
        Self { findings, list, tabs: None, palette: None, inspector: None, ..self }
    }

    /// True where palette and inspector stand beside one another.
    pub(super) fn has_columns(&self) -> bool {
        self.tabs.is_none()
    }
}
