//! What the live parts of the desk ask for: the strip, the findings, the preview.

/// What can be unfolded under the header of the list, one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LivePanel {
    /// Everything worth telling.
    Findings,
    /// The figures of the whole routine.
    Facts,
}

/// The part of the timeline that the strip shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it begins, in milliseconds from the start.
    pub first_ms: u64,
    /// How much of it.
    pub len_ms: u64,
}

/// The strip shows no less than this.
const SHORTEST_MS: u64 = 4_000;

impl Span {
    /// All of a timeline.
    #[must_use]
    pub fn whole(total_ms: u64) -> Self {
        Self { first_ms: 0, len_ms: total_ms.max(1) }
    }

    /// Where it ends.
    #[must_use]
    pub fn end_ms(self) -> u64 {
        self.first_ms + self.len_ms
    }

    /// The same within a timeline of this length.
    #[must_use]
    pub fn within(self, total_ms: u64) -> Self {
        let total = total_ms.max(1);
        let len_ms = self.len_ms.clamp(SHORTEST_MS.min(total), total);
        Self { first_ms: self.first_ms.min(total - len_ms), len_ms }
    }

    /// As many times larger, with what is at `around_ms` staying where it is.
    #[must_use]
    pub fn zoomed(self, factor: f32, around_ms: u64, total_ms: u64) -> Self {
        let least = SHORTEST_MS.min(total_ms.max(1)) as f64;
        let len = (self.len_ms as f64 / f64::from(factor.clamp(0.05, 20.0))).max(least);
        let share = around_ms.saturating_sub(self.first_ms) as f64 / self.len_ms.max(1) as f64;
        let first = (around_ms as f64 - len * share).max(0.0);
        Self { first_ms: first as u64, len_ms: len as u64 }.within(total_ms)
    }

    /// Moved along by milliseconds.
    #[must_use]
    pub fn scrolled(self, by_ms: i64, total_ms: u64) -> Self {
        Self { first_ms: self.first_ms.saturating_add_signed(by_ms), ..self }.within(total_ms)
    }

    /// The nearest that has all of a stretch in sight, or its beginning where it is longer.
    #[must_use]
    pub fn showing(self, start_ms: u64, end_ms: u64, total_ms: u64) -> Self {
        let margin = self.len_ms / 16;
        let (start, end) = (start_ms.saturating_sub(margin), (end_ms + margin).min(total_ms));
        let first_ms = if start < self.first_ms || end - start > self.len_ms {
            start
        } else if end > self.end_ms() {
            end - self.len_ms
        } else {
            self.first_ms
        };
        Self { first_ms, ..self }.within(total_ms)
    }
}

/// What the live parts of the desk ask for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Live {
    /// Preview the routine from here, in milliseconds from the start.
    Preview(u64),
    /// Hold the preview, or go on.
    Toggle,
    /// The open dose of the preview is done.
    Done,
    /// Back in the preview.
    Back,
    /// On to the next in the preview.
    Skip,
    /// End the preview.
    Stop,
    /// Put the playhead here.
    Seek(u64),
    /// Start a session with the routine as it is, from here.
    Session(u64),
    /// Show this part of the timeline; all of it where `None`.
    Show(Option<Span>),
    /// Unfold this, or fold it.
    Unfold(LivePanel),
    /// Mend everything that can be mended.
    MendAll,
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn zooming_keeps_what_is_under_the_pointer_and_stays_inside() {
        let total = 600_000;
        let whole = Span::whole(total);
        let near = whole.zoomed(4.0, 300_000, total);
        assert_eq!(near, Span { first_ms: 225_000, len_ms: 150_000 });
        assert_eq!(near.zoomed(0.05, 0, total), whole);
        assert_eq!(near.scrolled(i64::MAX, total).end_ms(), total);
        assert_eq!(near.scrolled(i64::MIN, total).first_ms, 0);
        assert_eq!(whole.zoomed(f32::INFINITY, 0, 0), Span::whole(0));
        assert_eq!(near.within(100_000), Span::whole(100_000), "a shorter routine shows whole");
    }

    #[test]
    fn what_is_out_of_sight_is_brought_in_with_a_margin_and_what_is_in_stays() {
        let span = Span { first_ms: 100_000, len_ms: 80_000 };
        assert_eq!(span.showing(110_000, 120_000, 600_000), span);
        assert_eq!(span.showing(200_000, 210_000, 600_000), Span { first_ms: 135_000, ..span });
        assert_eq!(span.showing(50_000, 60_000, 600_000), Span { first_ms: 45_000, ..span });
        assert_eq!(span.showing(300_000, 500_000, 600_000).first_ms, 295_000, "its beginning counts");
    }
}
