//! The text of the routine on the desk: what is shown of it, what is wrong with it, and what a
//! change in the cards would lose of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Desk;
use crate::app::notices::Topic;
use crate::app::state::State;
use crate::editor::{History, Review};
use crate::store::places::Places;
use crate::store::ron_layout::write_commented;
use crate::store::ron_text::{MAX_BYTES, plain_lines};
use crate::store::routine_comments::{LostComment, lost_comments, read_commented};
use crate::store::{Place, RonProblem};
use crate::ui::screens::editor::{SourceMark, SourceView};
use crate::ui::{DeskFace, Sourcing};

/// More findings than this are not marked in the text: the list has them all.
const MOST_MARKS: usize = 200;

/// The text of the routine, and what is known of it.
pub(super) struct SourceDesk {
    /// The version it is of.
    stamp: Option<u64>,
    text: Arc<str>,
    /// Why the text cannot be read, or the routine not be laid out.
    problem: Option<RonProblem>,
    /// The routine cannot be laid out as a text: nothing can be written there.
    is_locked: bool,
    /// What a change of the cards drops, once they are shown.
    lost: Option<Vec<LostComment>>,
    marks: Vec<SourceMark>,
    /// The review that was marked.
    marked: Option<Arc<crate::engine::Timeline>>,
    caret: Place,
    go_to: Option<Place>,
}

impl Default for SourceDesk {
    fn default() -> Self {
        Self {
            stamp: None,
            text: Arc::from(""),
            problem: None,
            is_locked: false,
            lost: None,
            marks: Vec::new(),
            marked: None,
            caret: Place::START,
            go_to: None,
        }
    }
}

impl SourceDesk {
    /// Takes in the version that is there now.
    fn read(&mut self, history: &History) {
        if self.stamp.replace(history.stamp()) == Some(history.stamp()) {
            return;
        }
        let now = history.now();
        let behind = now.source.as_ref().filter(|_| now.is_behind);
        self.take_in(history, behind.and_then(|source| read_commented(source).err()));
    }

    /// The same, where it is known why the source cannot be read.
    fn take_in(&mut self, history: &History, problem: Option<RonProblem>) {
        let now = history.now();
        self.stamp = Some(now.stamp());
        (self.problem, self.is_locked, self.marked, self.lost) = (problem, false, None, None);
        match &now.source {
            Some(source) => self.text = source.clone(),
            None => match write_commented(&now.document.commented()) {
                Ok(text) => self.text = text.into(),
                Err(error) => {
                    self.text = Arc::from("");
                    self.is_locked = true;
                    self.problem = Some(RonProblem { line: 1, col: 1, message: error.to_string() });
                }
            },
        }
    }

    /// Finds what the next change of the cards drops.
    fn count_lost(&mut self, history: &History) {
        if self.lost.is_none() {
            let now = history.now();
            let kept = now.source.as_ref().filter(|_| !now.is_behind);
            self.lost = Some(kept.map_or_else(Vec::new, |text| lost_comments(text)));
        }
    }

    /// Marks where the findings are, while the text can be read.
    fn mark(&mut self, review: &Review) {
        let is_marked = |timeline: &Arc<_>| Arc::ptr_eq(timeline, &review.timeline);
        if self.marked.as_ref().is_some_and(is_marked) {
            return;
        }
        self.marked = Some(review.timeline.clone());
        self.marks.clear();
        if self.problem.is_none() {
            let places = Places::new(&self.text);
            self.marks.extend(review.findings.iter().enumerate().take(MOST_MARKS).map(|(index, finding)| {
                let place = places.block(&finding.diagnostic.place);
                SourceMark { place, severity: finding.diagnostic.severity, finding: index }
            }));
        }
    }

    /// The place to go to, once.
    pub(super) fn take_go_to(&mut self) -> Option<Place> {
        self.go_to.take()
    }

    /// What the screen sees of it.
    pub(super) fn view(&self, go_to: Option<Place>) -> SourceView<'_> {
        SourceView {
            text: &self.text,
            problem: self.problem.as_ref(),
            is_locked: self.is_locked,
            lost: self.lost.as_deref().unwrap_or_default(),
            marks: &self.marks,
            caret: self.caret,
            go_to,
        }
    }
}

impl Desk {
    /// Takes in the text, where it is shown or more than the blocks tell.
    pub(super) fn follow_source(&mut self) {
        if self.face == DeskFace::Source || self.history.now().source.is_some() {
            self.source.read(&self.history);
        } else {
            // The blocks tell everything: nothing is behind them, and nothing is lost.
            (self.source.stamp, self.source.problem, self.source.lost) = (None, None, None);
        }
        if self.face == DeskFace::Cards {
            self.source.count_lost(&self.history);
        }
        if self.face == DeskFace::Source
            && let Some((_, review)) = &self.review
        {
            self.source.mark(review);
        }
    }

    /// Shows the routine like this: what was looked at there is looked at here.
    pub(super) fn show_face(&mut self, face: DeskFace) {
        if self.face == face {
            return;
        }
        self.face = face;
        self.source.read(&self.history);
        match face {
            DeskFace::Source => self.source.go_to = self.place_of_selected().or(Some(self.source.caret)),
            DeskFace::Cards => self.select_at_caret(),
        }
    }

    fn place_of_selected(&self) -> Option<Place> {
        let document = self.history.document();
        let first = document.outermost(self.history.selection()).first().copied()?;
        Some(Places::new(&self.source.text).block(&document.path_of(first)?))
    }

    /// Selects the block that the caret stands in or behind.
    fn select_at_caret(&mut self) {
        if self.history.now().is_behind {
            return;
        }
        let places = Places::new(&self.source.text);
        let document = self.history.document();
        let begins_before =
            |id: &_| document.path_of(*id).is_some_and(|path| places.block(&path) <= self.source.caret);
        let ids = document.in_order();
        let at = ids.partition_point(begins_before);
        let Some(id) = at.checked_sub(1).map(|at| ids[at]) else { return };
        self.history.select(BTreeSet::from([id]));
        self.listing.follow(&self.history);
    }

    fn write_source(&mut self, text: &str) {
        self.source.read(&self.history);
        let read = read_commented(text).map(|read| self.history.document().rewritten(read));
        let (document, problem) = match read {
            Ok(document) => (Some(document), None),
            Err(problem) => (None, Some(problem)),
        };
        self.history.write(text.into(), document, &self.source.text.clone());
        self.source.take_in(&self.history, problem);
    }
}

impl State {
    /// Takes a text for the source of the routine.
    pub(super) fn write_source(&mut self, text: &str) {
        let text = plain_lines(text);
        if text.len() > MAX_BYTES {
            let said = self.words.get("source-too-long");
            return self.notices.say(Topic::Source, said);
        }
        self.notices.mended(&Topic::Source);
        if let Some(desk) = &mut self.editor.desk {
            desk.write_source(&text);
        }
    }

    /// Does what the source view asked for.
    pub(super) fn source(&mut self, asked: Sourcing) {
        let Some(desk) = &mut self.editor.desk else { return };
        match asked {
            Sourcing::Caret(place) => desk.source.caret = place,
            Sourcing::GoTo(place) => {
                desk.face = DeskFace::Source;
                desk.source.go_to = Some(place);
            }
            Sourcing::GiveUp => {
                desk.history.give_up_source();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::editor::{Change, Document, Edit, Gesture};
    use crate::engine::Options;

    const TEXT: &str = r#"// Mine.
(
    version: 1,
    id: "mine",
    name: "Mine", // a name
    blocks: [
        // Loosen up.
        Step(exercise: "cat-cow"),
        Repeat(times: 2, blocks: [
            // Slowly.
            Step(exercise: "no-such-exercise"),
        ]),
    ],
)
"#;

    fn desk() -> Desk {
        let document = Document::new(read_commented(TEXT).unwrap());
        let mut desk = Desk::new(document, Some(TEXT.into()));
        look(&mut desk);
        desk
    }

    fn look(desk: &mut Desk) {
        desk.review(&Catalog::builtin(), &Options::default());
        desk.follow_source();
    }

    fn note_on_first(desk: &mut Desk) {
        let ids = BTreeSet::from([desk.history.document().blocks[0].id]);
        let edit = Edit::Change { ids, change: Change::Note("slowly".into()) };
        desk.history.apply(&edit, Gesture::Single).unwrap();
        look(desk);
    }

    #[test]
    fn an_edit_keeps_the_comments_above_and_says_beforehand_which_it_drops() {
        let mut desk = desk();
        let lost: Vec<_> =
            desk.source.lost.iter().flatten().map(|lost| (lost.place.line, lost.text.as_str())).collect();
        assert_eq!(lost, [(5, "// a name")]);
        note_on_first(&mut desk);
        assert_eq!(desk.source.lost.iter().flatten().next(), None, "they are gone, and said once");
        desk.show_face(DeskFace::Source);
        look(&mut desk);
        for kept in ["// Mine.\n(", "// Loosen up.\n        Step(", "// Slowly.\n            Step("] {
            assert!(desk.source.text.contains(kept), "{}", desk.source.text);
        }
        assert!(
            !desk.source.text.contains("// a name") && desk.source.lost.iter().flatten().next().is_none()
        );
        assert!(desk.history.undo());
        look(&mut desk);
        assert_eq!(&*desk.source.text, TEXT, "undo brings all back");
    }

    #[test]
    fn findings_are_marked_at_their_lines() {
        let mut desk = desk();
        desk.show_face(DeskFace::Source);
        look(&mut desk);
        let lines: Vec<_> = desk.source.marks.iter().map(|mark| mark.place.line).collect();
        assert!(lines.contains(&11), "{lines:?}");
    }

    #[test]
    fn caret_and_selection_follow_one_another() {
        let mut desk = desk();
        let inner = desk.history.document().blocks[1].inner[0].id;
        desk.history.select(BTreeSet::from([inner]));
        desk.show_face(DeskFace::Source);
        assert_eq!(desk.source.take_go_to(), Some(Place { line: 11, col: 13 }));
        desk.source.caret = Place { line: 8, col: 20 };
        desk.show_face(DeskFace::Cards);
        let first = desk.history.document().blocks[0].id;
        assert_eq!(*desk.history.selection(), BTreeSet::from([first]));
    }

    #[test]
    fn what_cannot_be_read_keeps_the_blocks_and_its_place_through_undo_and_redo() {
        let mut desk = desk();
        let blocks = desk.history.document().clone();
        let broken = TEXT.replace("times: 2", "times: two");
        desk.write_source(&broken);
        look(&mut desk);
        assert_eq!(desk.source.problem.as_ref().map(|problem| problem.line), Some(9));
        assert_eq!(*desk.history.document(), blocks);
        assert!(desk.history.undo());
        look(&mut desk);
        assert_eq!(desk.source.problem, None);
        assert!(desk.history.redo());
        look(&mut desk);
        assert_eq!(desk.source.problem.as_ref().map(|problem| problem.line), Some(9));
        desk.write_source(&TEXT.replace("times: 2", "times: 3"));
        look(&mut desk);
        assert_eq!(desk.source.problem, None);
        assert_eq!(desk.history.document().blocks[1].id, blocks.blocks[1].id);
    }
}
