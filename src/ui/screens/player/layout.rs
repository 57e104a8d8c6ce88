//! Where everything on the player stands. Pure: the window's size in, rectangles out.

use egui::{Rect, pos2, vec2};

/// The places of the player.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlayerLayout {
    /// Where one came from, the routine, the step, time left, sound.
    pub header: Rect,
    /// The card with the figure and the instruction.
    pub stage: Rect,
    /// Everything beside (or under) the stage.
    pub side: Rect,
    /// The ring.
    pub ring: Rect,
    /// The wave.
    pub wave: Rect,
    /// The words under the wave.
    pub wave_words: Rect,
    /// The next exercise.
    pub next: Rect,
    /// The same large, over the place of wave and words: between exercises nothing is paced.
    pub coming: Rect,
    /// The session bar.
    pub bar: Rect,
    /// The buttons.
    pub transport: Rect,
}

impl PlayerLayout {
    /// Lays the player out over a rectangle, at a scale of the type.
    #[must_use]
    pub fn new(rect: Rect, scale: f32) -> Self {
        let pt = |points: f32| points * scale;
        // Small windows give the margins to the figure.
        let margin = (rect.width() * 0.025).clamp(14.0, pt(32.0).max(14.0));
        let gap = (rect.height() * 0.017).clamp(7.0, pt(16.0).max(7.0));
        let inner = Rect::from_min_max(rect.min + vec2(margin, gap * 0.8), rect.max - vec2(margin, gap));
        let row = |top: f32, height: f32| {
            Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right(), top + height.max(0.0)))
        };
        let header = row(inner.top(), pt(40.0));
        let transport = row(inner.bottom() - pt(58.0), pt(58.0));
        let bar = row(transport.top() - gap - pt(60.0), pt(60.0));
        let top = header.bottom() + gap * 0.6;
        let main = row(top, bar.top() - gap * 0.8 - top);
        Self { header, bar, transport, ..Self::over(main, margin, gap, scale) }
    }

    /// The stage and what is beside it alone, over a rectangle.
    #[must_use]
    pub fn staged(rect: Rect, scale: f32) -> Self {
        let gap = (rect.height() * 0.02).clamp(6.0, (16.0 * scale).max(6.0));
        Self::over(rect, 20.0 * scale, gap, scale)
    }

    fn over(main: Rect, margin: f32, gap: f32, scale: f32) -> Self {
        let pt = |points: f32| points * scale;
        let (stage, side) = if main.width() < main.height() * 1.15 {
            let cut = main.top() + main.height() * 0.6;
            (main.with_max_y(cut), main.with_min_y(cut + gap))
        } else {
            let width = (main.width() * 0.36).min(main.height() * 0.8).max(pt(240.0));
            let cut = main.right() - width;
            (main.with_max_x(cut - pt(20.0).min(margin)), main.with_min_x(cut))
        };
        let nothing = Rect::from_min_size(main.min, egui::Vec2::ZERO);
        let mut layout = Self {
            header: nothing,
            stage,
            side,
            ring: side,
            wave: side,
            wave_words: side,
            next: side,
            coming: side,
            bar: nothing,
            transport: nothing,
        };
        layout.place_side(side, gap, scale);
        layout
    }

    fn place_side(&mut self, side: Rect, gap: f32, scale: f32) {
        let pt = |points: f32| points * scale;
        let next_height = pt(68.0);
        self.next = side.with_min_y(side.bottom() - next_height);
        let above = side.with_max_y(self.next.top() - gap * 0.6);
        let words = pt(24.0);
        if side.width() > side.height() * 1.25 {
            // Under the stage: the ring at the left, the wave beside it.
            let cut = above.left() + above.height().min(above.width() * 0.5);
            self.ring = above.with_max_x(cut).shrink(pt(4.0));
            let right = above.with_min_x(cut + pt(24.0)).shrink2(vec2(0.0, above.height() * 0.22));
            self.wave = right.with_max_y(right.bottom() - words);
            self.wave_words = right.with_min_y(right.bottom() - words);
            self.coming = side.with_min_x(cut + pt(24.0));
            return;
        }
        self.wave_words = above.with_min_y(above.bottom() - words);
        let wave_height = (side.height() * 0.14).clamp(pt(36.0), pt(120.0));
        let wave_bottom = self.wave_words.top() - pt(6.0);
        self.wave = above.with_max_y(wave_bottom).with_min_y(wave_bottom - wave_height);
        self.ring = above.with_max_y(self.wave.top() - gap * 1.2);
        let room = self.ring.width().min(self.ring.height());
        self.ring = Rect::from_center_size(self.ring.center(), vec2(room, room) * 0.94);
        let narrow = (side.width() * 0.04).min(pt(18.0));
        self.coming = side.with_min_y(self.wave.top() - gap * 0.4);
        self.wave = self.wave.shrink2(vec2(narrow, 0.0));
        self.wave_words = self.wave_words.shrink2(vec2(narrow, 0.0));
    }
}

#[cfg(test)]
mod tests {
    use egui::{Pos2, Rect, vec2};

    use super::PlayerLayout;

    fn check(width: f32, height: f32, scale: f32) {
        let window = Rect::from_min_size(Pos2::ZERO, vec2(width, height));
        let layout = PlayerLayout::new(window, scale);
        let parts = [
            ("header", layout.header),
            ("stage", layout.stage),
            ("ring", layout.ring),
            ("wave", layout.wave),
            ("wave words", layout.wave_words),
            ("next", layout.next),
            ("bar", layout.bar),
            ("transport", layout.transport),
        ];
        for (index, (name, part)) in parts.iter().enumerate() {
            assert!(window.contains_rect(*part), "{width}x{height}: {name} leaves the window: {part:?}");
            assert!(part.is_positive(), "{width}x{height}: {name} is nothing: {part:?}");
            for (other_name, other) in &parts[index + 1..] {
                assert!(
                    !part.shrink(0.5).intersects(other.shrink(0.5)),
                    "{width}x{height}: {name} lies on {other_name}"
                );
            }
        }
        for (name, part) in &parts[..3] {
            assert!(!layout.coming.intersects(part.shrink(0.5)), "{width}x{height}: coming lies on {name}");
        }
        assert!(
            layout.side.expand(0.5).contains_rect(layout.coming),
            "{width}x{height}: {:?}",
            layout.coming
        );
        assert!(layout.coming.height() >= layout.next.height() * 1.5, "{width}x{height}: coming is small");
        assert!(layout.stage.height() >= height * 0.4, "{width}x{height}: the stage is small");
        assert!(layout.ring.width() >= 150.0, "{width}x{height}: the ring is small: {:?}", layout.ring);
    }

    #[test]
    fn every_part_has_its_place_at_every_size() {
        check(800.0, 600.0, 0.86);
        check(1024.0, 700.0, 0.86);
        check(1280.0, 800.0, 1.0);
        check(1920.0, 1080.0, 1.35);
        check(2560.0, 1440.0, 1.8);
        check(3440.0, 1440.0, 1.8);
        check(800.0, 1200.0, 0.86);
        check(1080.0, 1920.0, 0.86);
    }
}
