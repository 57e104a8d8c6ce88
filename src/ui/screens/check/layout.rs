//! Where everything stands before a session. Pure: the window's size in, rectangles out.

use egui::{Rect, pos2, vec2};

use crate::ui::Look;

/// The places of the screen.
pub(super) struct Layout {
    /// The way back and what is about to begin.
    pub(super) header: Rect,
    /// Everything below the header.
    pub(super) below: Rect,
    /// The ground of all that is asked.
    pub(super) card: Rect,
    /// The question.
    pub(super) title: Rect,
    /// The numbers.
    pub(super) pain: Rect,
    /// The body.
    pub(super) map: Rect,
    /// What speaks against a session, where something does.
    pub(super) advice: Option<Rect>,
    /// The buttons.
    pub(super) footer: Rect,
}

/// Wider than this, in points of the design, the numbers are too far apart.
const WIDEST: f32 = 1040.0;

impl Layout {
    pub(super) fn new(look: &Look<'_>, rect: Rect, advises: bool) -> Self {
        let pt = |points: f32| look.pt(points);
        let inner = rect.shrink2(vec2(pt(24.0), pt(12.0)));
        let header = inner.with_max_y(inner.top() + pt(40.0));
        let below = inner.with_min_y(header.bottom() + pt(8.0));
        let spare = (below.width() - pt(WIDEST)).max(0.0) / 2.0;
        let card = below.shrink2(vec2(spare, 0.0));
        let inside = card.shrink2(vec2(pt(26.0), pt(16.0)));
        let title = inside.with_max_y(inside.top() + pt(44.0));
        let pain = Rect::from_min_size(
            pos2(inside.left(), title.bottom() + pt(6.0)),
            vec2(inside.width(), pt(78.0)),
        );
        let footer = inside.with_min_y(inside.bottom() - pt(50.0));
        let rest = Rect::from_min_max(
            pos2(inside.left(), pain.bottom() + pt(10.0)),
            pos2(inside.right(), footer.top() - pt(12.0)),
        );
        if !advises {
            return Self { header, below, card, title, pain, map: rest, advice: None, footer };
        }
        let cut = rest.left() + rest.width() * 0.5;
        let map = rest.with_max_x(cut - pt(12.0));
        let advice = Some(rest.with_min_x(cut + pt(12.0)));
        Self { header, below, card, title, pain, map, advice, footer }
    }
}
