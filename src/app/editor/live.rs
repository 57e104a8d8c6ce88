//! The live parts of the desk: what they keep, and what they do.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use super::Desk;
use super::preview::Preview;
use crate::app::first_reading::Beginning;
use crate::app::state::State;
use crate::catalog::Catalog;
use crate::editor::{BlockId, Course, Edit, Gesture, History, Review, mend_all};
use crate::engine::{Options, Timeline};
use crate::ui::screens::editor::StripMap;
use crate::ui::{Editing, Live, LivePanel, Span};

/// What the live parts of the desk keep.
#[derive(Default)]
pub(in crate::app) struct LiveDesk {
    pub(super) strip: StripMap,
    /// What the strip was made of.
    followed: Option<Arc<Timeline>>,
    /// What was selected when it was last looked, and when it runs.
    selected: BTreeSet<BlockId>,
    pub(super) marked: Vec<(u64, u64)>,
    /// What is in sight; all where `None`.
    span: Option<Span>,
    head_ms: u64,
    /// Where the playhead of the preview was when last looked at.
    seen_ms: u64,
    pub(super) panel: Option<LivePanel>,
    pub(super) preview: Option<Preview>,
}

impl LiveDesk {
    /// Forgets what was made of the timeline: it is another without an edit.
    pub(super) fn forget(&mut self) {
        self.followed = None;
    }

    pub(super) fn span(&self) -> Span {
        let total_ms = self.strip.map.total_ms;
        self.span.map_or(Span::whole(total_ms), |span| span.within(total_ms))
    }

    pub(super) fn head_ms(&self, now: Duration) -> u64 {
        self.preview.as_ref().map_or(self.head_ms, |preview| preview.at_on(&self.strip.course, now))
    }

    /// Follows the document and what is selected in it.
    pub(super) fn follow(
        &mut self,
        history: &History,
        review: &Review,
        (catalog, options): (&Catalog, &Options),
        now: Duration,
    ) {
        let is_new = self.followed.as_ref().is_none_or(|of| !Arc::ptr_eq(of, &review.timeline));
        if is_new {
            self.followed = Some(review.timeline.clone());
            let course = Course::new(history.document(), &review.timeline);
            let followed = self.strip.course.followed(&course, self.head_ms);
            self.head_ms = followed.unwrap_or(self.head_ms).min(course.timeline.total_ms());
            if let Some(preview) = &mut self.preview {
                preview.exchange(&self.strip.course, &course, (catalog, options), now);
            }
            self.strip = StripMap::new(course);
            if self.strip.map.total_ms == 0 {
                self.preview = None;
            }
        }
        if is_new || self.selected != *history.selection() {
            let is_other = self.selected != *history.selection();
            self.mark(history);
            if is_other {
                self.follow_selection();
            }
        }
        if self.preview.as_ref().is_some_and(Preview::is_moving) {
            let (at, total_ms) = (self.head_ms(now), self.strip.map.total_ms);
            let before = std::mem::replace(&mut self.seen_ms, at);
            self.span = self.span.map(|span| page(span, before, at).within(total_ms));
        }
    }

    fn mark(&mut self, history: &History) {
        self.selected.clone_from(history.selection());
        let mut wanted = BTreeSet::new();
        for id in &self.selected {
            if let Some(node) = history.document().node(*id) {
                node.each(&mut |node| {
                    wanted.insert(node.id);
                });
            }
        }
        self.marked = self.strip.course.rounds_of(|id| wanted.contains(&id)).collect();
    }

    /// The playhead goes to what was selected elsewhere, and the strip shows it.
    fn follow_selection(&mut self) {
        let Some((start, end)) = self.marked.first().copied() else { return };
        let is_there = |(start, end): &(u64, u64)| (*start..*end).contains(&self.head_ms);
        if self.preview.is_none() && !self.marked.iter().any(is_there) {
            self.head_ms = start;
        }
        let total_ms = self.strip.map.total_ms;
        self.span = self.span.map(|span| span.showing(start, end, total_ms));
    }

    fn seek(&mut self, ms: u64, catalog: &Catalog, now: Duration) {
        let ms = ms.min(self.strip.map.total_ms);
        match &mut self.preview {
            Some(preview) => preview.seek(&self.strip.course, ms, catalog, now),
            None => self.head_ms = ms,
        }
        let total_ms = self.strip.map.total_ms;
        self.span = self.span.map(|span| span.showing(ms, ms, total_ms));
    }

    fn show(&mut self, span: Option<Span>) {
        let total_ms = self.strip.map.total_ms;
        self.span = span.map(|span| span.within(total_ms)).filter(|span| *span != Span::whole(total_ms));
    }

    fn unfold(&mut self, panel: LivePanel) {
        self.panel = if self.panel == Some(panel) { None } else { Some(panel) };
    }
}

/// The part that has a moving playhead in it: the next one once it runs out at the right. Who has
/// scrolled away from it stays there.
fn page(span: Span, before_ms: u64, at_ms: u64) -> Span {
    let is_in = |ms| (span.first_ms..span.end_ms()).contains(&ms);
    if is_in(before_ms) && !is_in(at_ms) {
        return Span { first_ms: at_ms.saturating_sub(span.len_ms / 20), ..span };
    }
    span
}

impl State {
    /// Does what the live parts of the desk asked for.
    pub(super) fn live(&mut self, asked: Live, now: Duration) {
        match asked {
            Live::Session(from_ms) => return self.begin_as_edited(from_ms, now),
            Live::Preview(from_ms) => return self.begin_preview(from_ms, now),
            Live::MendAll => {
                if let Some(all) = self.editor.desk.as_ref().and_then(Desk::mend_all) {
                    self.edit_document(Editing::Do(all, Gesture::Single));
                }
                return;
            }
            _ => {}
        }
        let catalog = &self.content.catalog;
        let Some(desk) = &mut self.editor.desk else { return };
        match asked {
            Live::Stop => desk.live.end_preview(now),
            Live::Show(span) => desk.live.show(span),
            Live::Unfold(panel) => desk.live.unfold(panel),
            Live::Seek(ms) => desk.live.seek(ms, catalog, now),
            other => {
                if let Some(preview) = &mut desk.live.preview {
                    preview.obey(other, catalog, now);
                }
            }
        }
    }

    /// Previews the routine on the desk.
    fn begin_preview(&mut self, from_ms: u64, now: Duration) {
        let options = self.options();
        let Some(desk) = &mut self.editor.desk else { return };
        desk.review(&self.content.catalog, &options);
        let Some(review) = desk.reviewed().filter(|review| !review.timeline.segments.is_empty()) else {
            return;
        };
        let total_ms = review.timeline.total_ms();
        // Who was at the end wants to see it from the beginning.
        let from_ms = if from_ms >= total_ms { 0 } else { from_ms };
        let preview = Preview::begin(review.timeline.clone(), options, from_ms, now);
        desk.live.preview = Some(preview);
    }

    /// Starts a session with the routine on the desk as it is, which leads back to the desk.
    fn begin_as_edited(&mut self, from_ms: u64, now: Duration) {
        let Some(desk) = &self.editor.desk else { return };
        let routine = desk.history.document().routine();
        let beginning = Beginning::Edited(Box::new(routine), Duration::from_millis(from_ms));
        self.begin_now(beginning, now);
    }

    /// Ends the preview, where there is one.
    pub(in crate::app) fn end_preview(&mut self, now: Duration) {
        if let Some(desk) = &mut self.editor.desk {
            desk.live.end_preview(now);
        }
    }
}

impl LiveDesk {
    /// What waits plays nothing.
    pub(super) fn put_away(&mut self) {
        self.preview = None;
    }

    /// The playhead stays where the preview was.
    fn end_preview(&mut self, now: Duration) {
        self.head_ms = self.head_ms(now);
        self.preview = None;
    }
}

impl Desk {
    /// The edit that mends all that can be mended.
    fn mend_all(&self) -> Option<Edit> {
        let findings = &self.reviewed()?.findings;
        Some(mend_all(findings.iter().filter_map(|finding| finding.mend.as_ref())))
    }
}
