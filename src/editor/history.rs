//! The way back: every version of a document, one for each gesture.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::trail::Trail;
use super::{BlockId, Document, Edit, EditName, Field, Refusal};

/// How many steps can be taken back.
const DEEPEST: usize = 500;

/// How many bytes of text the steps back may hold: so much is only reached by whole texts of a file
/// near its limit put in over and over. The oldest steps are let go first.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// What a document was at some time.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// The blocks, as last understood.
    pub document: Document,
    /// The text, where it is more than the document tells: as opened, or as written in the source.
    /// `None` once it follows from the document.
    pub source: Option<Arc<str>>,
    /// True where the source cannot be read: the blocks are as last understood, and behind it.
    pub is_behind: bool,
    /// What was selected.
    pub selection: BTreeSet<BlockId>,
    /// Tells versions apart: no two are given the same.
    stamp: u64,
}

/// How an edit is made, which tells what is one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// By itself: a click, a key, a drop.
    Single,
    /// While a button or key is held: all until it is let go are one step.
    Held,
    /// Letter by letter: each word is a step.
    Typing,
}

/// What the step that may still grow is about.
#[derive(Clone, Debug, PartialEq)]
struct Growing {
    gesture: Gesture,
    name: EditName,
    ids: BTreeSet<BlockId>,
    /// The text as last typed.
    typed: Arc<str>,
    /// Whether letters went away rather than came.
    erasing: bool,
}

impl Version {
    /// A version that follows from its document; the stamp is given when it becomes the present one.
    fn new(document: Document, selection: BTreeSet<BlockId>) -> Self {
        Self { document, source: None, is_behind: false, selection, stamp: 0 }
    }

    /// Another number for every version.
    #[must_use]
    pub fn stamp(&self) -> u64 {
        self.stamp
    }

    /// True where the two say the same.
    fn is_as(&self, other: &Self) -> bool {
        self.source == other.source
            && self.is_behind == other.is_behind
            && self.document.says_the_same_as(&other.document)
    }
}

/// A document with all its versions.
#[derive(Clone, Debug)]
pub struct History {
    past: Trail,
    now: Version,
    future: Trail,
    /// What could be done again before the step that may still grow, should that come to nothing.
    put_aside: Trail,
    growing: Option<Growing>,
    saved: Option<u64>,
    next_stamp: u64,
}

impl History {
    /// A document as it was opened: from a text, or new.
    #[must_use]
    pub fn new(document: Document, source: Option<Arc<str>>) -> Self {
        let now = Version { source, ..Version::new(document, BTreeSet::new()) };
        Self {
            past: Trail::default(),
            now,
            future: Trail::default(),
            put_aside: Trail::default(),
            growing: None,
            saved: None,
            next_stamp: 1,
        }
    }

    /// A text that cannot be read, as it was opened; `document` stands in until it can.
    #[must_use]
    pub fn unread(document: Document, source: Arc<str>) -> Self {
        let mut history = Self::new(document, Some(source));
        history.now.is_behind = true;
        history
    }

    /// What the document is now.
    #[must_use]
    pub fn now(&self) -> &Version {
        &self.now
    }

    /// The blocks as they are now.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.now.document
    }

    /// What is selected.
    #[must_use]
    pub fn selection(&self) -> &BTreeSet<BlockId> {
        &self.now.selection
    }

    /// Another number for every version: what was made from a version holds while it is the same.
    #[must_use]
    pub fn stamp(&self) -> u64 {
        self.now.stamp
    }

    /// Selects blocks. This is no edit.
    pub fn select(&mut self, ids: BTreeSet<BlockId>) {
        if self.now.selection != ids {
            self.now.selection = ids;
            self.settle();
        }
    }

    /// Does an edit.
    ///
    /// # Errors
    ///
    /// As [`Document::edited`], and while the source cannot be read.
    pub fn apply(&mut self, edit: &Edit, gesture: Gesture) -> Result<(), Refusal> {
        if self.now.is_behind {
            return Err(Refusal::SourceUnread);
        }
        let edited = self.now.document.edited(edit, &self.now.selection)?;
        let name = edit.name(&self.now.document);
        let growing = Growing::of(edit, name, gesture, &self.now.document);
        self.step_to(Version::new(edited.document, edited.selection), name, growing);
        Ok(())
    }

    /// Takes a text as written in the source in place of `shown`, with the document it is where it
    /// could be read.
    pub fn write(&mut self, source: Arc<str>, document: Option<Document>, shown: &str) {
        if *source == *shown {
            return;
        }
        let growing = Growing {
            gesture: Gesture::Typing,
            name: EditName::Source,
            ids: BTreeSet::new(),
            typed: source.clone(),
            erasing: source.len() < shown.len(),
        };
        let is_behind = document.is_none();
        let document = document.unwrap_or_else(|| self.now.document.clone());
        let selection = document.those_there(&self.now.selection);
        let next = Version { source: Some(source), is_behind, ..Version::new(document, selection) };
        self.step_to(next, EditName::Source, Some(growing));
    }

    /// Gives up a source that cannot be read for the blocks as last understood. False where it can.
    pub fn give_up_source(&mut self) -> bool {
        let now = &self.now;
        if !now.is_behind {
            return false;
        }
        let next = Version::new(now.document.clone(), now.selection.clone());
        self.step_to(next, EditName::GiveUpSource, None);
        true
    }

    /// Takes a text that came from elsewhere for what the routine is now, as a step that can be
    /// taken back; with the document it is where it could be read.
    pub fn take_in(&mut self, source: Arc<str>, document: Option<Document>, name: EditName) {
        let is_behind = document.is_none();
        let document = document.unwrap_or_else(|| self.now.document.clone());
        let selection = document.those_there(&self.now.selection);
        let next = Version { source: Some(source), is_behind, ..Version::new(document, selection) };
        self.step_to(next, name, None);
    }

    /// Gives the routine another id in every version that has the id `from`. This is no edit: which
    /// routine it is does not change by a step back. `rewritten` does the same to a text that has it.
    pub fn give_id(&mut self, from: &str, to: &str, rewritten: impl Fn(&str) -> Option<String>) {
        let mut change = |version: &mut Version| {
            if version.document.head.id == from {
                to.clone_into(&mut Arc::make_mut(&mut version.document.head).id);
            }
            if let Some(text) = version.source.as_deref().and_then(&rewritten) {
                version.source = Some(text.into());
            }
        };
        // What was put aside stands beside the version before the one that may still grow.
        self.settle();
        let before = self.now.clone();
        change(&mut self.now);
        self.past.each(&before, &self.now, &mut change);
        self.future.each(&before, &self.now, &mut change);
    }

    fn step_to(&mut self, mut next: Version, name: EditName, growing: Option<Growing>) {
        next.stamp = self.next_stamp;
        self.next_stamp += 1;
        let (joins, growing) = match growing {
            None => (false, None),
            Some(new) => {
                let (joins, grown) = new.after(self.growing.take());
                (joins, Some(grown))
            }
        };
        self.growing = growing;
        let before = std::mem::replace(&mut self.now, next);
        if joins {
            self.grow(&before);
        } else {
            self.put_aside = std::mem::take(&mut self.future);
            self.past.push(before, name, &self.now);
            self.past.shorten(DEEPEST, MOST_BYTES);
        }
    }

    /// Lays the version that the growing step began at beside the present one instead of `before`.
    fn grow(&mut self, before: &Version) {
        let Some((start, name)) = self.past.pop(before) else { return };
        if start.is_as(&self.now) {
            // Dragged back to where it was: nothing happened yet.
            self.now = start;
            self.future = std::mem::take(&mut self.put_aside);
            self.growing = None;
        } else {
            self.past.push(start, name, &self.now);
        }
    }

    /// Whatever was dragged or typed is done: the next edit is a step of its own.
    pub fn settle(&mut self) {
        self.growing = None;
        self.put_aside = Trail::default();
    }

    /// As [`History::settle`], for what was held alone: nothing is held any more.
    pub fn let_go(&mut self) {
        if self.growing.as_ref().is_some_and(|growing| growing.gesture == Gesture::Held) {
            self.settle();
        }
    }

    /// Takes the last step back. False where there is none.
    pub fn undo(&mut self) -> bool {
        self.settle();
        let Some((before, name)) = self.past.pop(&self.now) else { return false };
        let after = std::mem::replace(&mut self.now, before);
        self.future.push(after, name, &self.now);
        true
    }

    /// Does again what was last taken back. False where there is nothing.
    pub fn redo(&mut self) -> bool {
        self.settle();
        let Some((after, name)) = self.future.pop(&self.now) else { return false };
        let before = std::mem::replace(&mut self.now, after);
        self.past.push(before, name, &self.now);
        true
    }

    /// The steps that can be taken back, the last first.
    pub fn undoable(&self) -> impl Iterator<Item = EditName> {
        self.past.names()
    }

    /// The steps that can be done again, the next first.
    pub fn redoable(&self) -> impl Iterator<Item = EditName> {
        self.future.names()
    }

    /// The document as it is now is on the disk.
    pub fn mark_saved(&mut self) {
        self.settle();
        self.saved = Some(self.now.stamp);
    }

    /// The version with this stamp is on the disk; what came after it is not.
    pub fn mark_saved_at(&mut self, stamp: u64) {
        self.settle();
        self.saved = Some(stamp);
    }

    /// No version is on the disk any more.
    pub fn forget_saved(&mut self) {
        self.saved = None;
    }

    /// True where the document is as it is on the disk.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.saved == Some(self.now.stamp)
    }
}

impl Growing {
    fn of(edit: &Edit, name: EditName, gesture: Gesture, before: &Document) -> Option<Self> {
        let ids = match edit {
            Edit::Change { ids, .. } | Edit::Nudge { ids, .. } | Edit::Move { ids, .. } => ids.clone(),
            Edit::Head(_) => BTreeSet::new(),
            _ => return None,
        };
        let typed: Arc<str> = typed_by(edit).unwrap_or_default().into();
        let erasing = typed.len() < text_before(edit, name, before).len();
        (gesture != Gesture::Single).then_some(Self { gesture, name, ids, typed, erasing })
    }

    /// Whether this goes on with the step before, and what may still grow.
    fn after(self, before: Option<Self>) -> (bool, Self) {
        let same = |one: &Self| one.gesture == self.gesture && one.name == self.name && one.ids == self.ids;
        let Some(before) = before.filter(same) else { return (false, self) };
        if self.gesture == Gesture::Held {
            return (true, self);
        }
        let erasing = self.typed.len() < before.typed.len();
        let joins = erasing == before.erasing && !begins_a_word(&before.typed, &self.typed);
        (joins, Self { erasing, ..self })
    }
}

/// True where what was typed last is the first letter of a word, or several words at once.
fn begins_a_word(before: &str, after: &str) -> bool {
    let same = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
    let start = (0..=same.min(after.len())).rev().find(|at| after.is_char_boundary(*at)).unwrap_or(0);
    let added = after.len().saturating_sub(before.len());
    let new = after.get(start..start + added).unwrap_or_default();
    let last = after[..start].chars().next_back();
    let begins = new.starts_with(|c: char| !c.is_whitespace()) && last.is_some_and(char::is_whitespace);
    begins || new.trim().contains(char::is_whitespace)
}

fn typed_by(edit: &Edit) -> Option<String> {
    use super::{Change, HeadChange};
    match edit {
        Edit::Change { change: Change::Note(text) | Change::Name(text) | Change::Comment(text), .. }
        | Edit::Head(HeadChange::Name(text) | HeadChange::Summary(text) | HeadChange::Leading(text)) => {
            Some(text.clone())
        }
        Edit::Head(HeadChange::Tags(tags)) => Some(tags.join(", ")),
        _ => None,
    }
}

/// What stood in the field before.
fn text_before(edit: &Edit, name: EditName, document: &Document) -> String {
    use crate::model::Block;
    let EditName::Change(field) = name else { return String::new() };
    if let Edit::Head(_) = edit {
        return match field {
            Field::RoutineName => document.head.name.clone(),
            Field::Summary => document.head.summary.clone(),
            Field::Tags => document.head.tags.join(", "),
            Field::Leading => document.leading.to_string(),
            _ => String::new(),
        };
    }
    let Edit::Change { ids, .. } = edit else { return String::new() };
    let node = ids.first().and_then(|id| document.node(*id));
    match (field, node.map(|node| (&node.block, &node.comment))) {
        (Field::Note, Some((Block::Step(step), _))) => step.note.clone(),
        (Field::SectionName, Some((Block::Section(section), _))) => section.name.clone(),
        (Field::Comment, Some((_, comment))) => comment.clone(),
        _ => String::new(),
    }
}
