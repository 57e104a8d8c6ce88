//! A row of versions, each kept as what is another between it and the one beside it: whole texts of
//! 500 steps would take half a gigabyte.

use std::collections::VecDeque;
use std::sync::Arc;

use super::EditName;
use super::history::Version;

/// Versions one after another, the one nearest to the present at the back.
#[derive(Clone, Debug, Default)]
pub(super) struct Trail {
    steps: VecDeque<Step>,
    /// How many bytes of text the steps hold.
    bytes: usize,
}

/// A version without its text, and how that comes out of the text of the next one.
#[derive(Clone, Debug)]
struct Step {
    version: Version,
    text: Text,
    name: EditName,
}

/// The text of a version.
#[derive(Clone, Debug)]
enum Text {
    /// There is none.
    None,
    /// It is this one.
    Whole(Arc<str>),
    /// It is the neighbour's, but for what stands between so many bytes at its start and its end.
    Patch { ahead: usize, behind: usize, between: Box<str> },
}

impl Trail {
    /// Adds the version that is nearest to the present now, beside its neighbour there.
    pub(super) fn push(&mut self, mut version: Version, name: EditName, beside: &Version) {
        let text = Text::of(version.source.take(), beside.source.as_ref());
        self.bytes += text.bytes();
        self.steps.push_back(Step { version, text, name });
    }

    /// Takes the version that is nearest to the present off, beside its neighbour there.
    pub(super) fn pop(&mut self, beside: &Version) -> Option<(Version, EditName)> {
        let Step { mut version, text, name } = self.steps.pop_back()?;
        self.bytes -= text.bytes();
        version.source = text.whole(beside.source.as_deref());
        Some((version, name))
    }

    /// Lets the oldest go while there are more than so many, or they hold more than so many bytes.
    pub(super) fn shorten(&mut self, most: usize, most_bytes: usize) {
        while self.steps.len() > most || self.bytes > most_bytes {
            let Some(oldest) = self.steps.pop_front() else { return };
            self.bytes -= oldest.text.bytes();
        }
    }

    /// The names of the steps, the one nearest to the present first.
    pub(super) fn names(&self) -> impl Iterator<Item = EditName> {
        self.steps.iter().rev().map(|step| step.name)
    }

    /// Changes every version. `before` and `now` are what they stand beside, before and after.
    pub(super) fn each(&mut self, before: &Version, now: &Version, change: &mut dyn FnMut(&mut Version)) {
        let mut changed = Self::default();
        let (mut before, mut now) = (before.source.clone(), now.source.clone());
        while let Some(Step { mut version, text, name }) = self.steps.pop_back() {
            version.source = text.whole(before.as_deref());
            before.clone_from(&version.source);
            change(&mut version);
            let source = version.source.take();
            let text = Text::of(source.clone(), now.as_ref());
            now = source;
            changed.bytes += text.bytes();
            changed.steps.push_front(Step { version, text, name });
        }
        *self = changed;
    }
}

impl Text {
    fn of(source: Option<Arc<str>>, beside: Option<&Arc<str>>) -> Self {
        let (Some(source), Some(beside)) = (&source, beside) else {
            return source.map_or(Self::None, Self::Whole);
        };
        let (ahead, behind) = common(source, beside);
        Self::Patch { ahead, behind, between: source[ahead..source.len() - behind].into() }
    }

    fn whole(self, beside: Option<&str>) -> Option<Arc<str>> {
        match self {
            Self::None => None,
            Self::Whole(text) => Some(text),
            Self::Patch { ahead, behind, between } => {
                let beside = beside.unwrap_or_default();
                let behind = &beside[beside.len() - behind..];
                Some([&beside[..ahead], &between, behind].concat().into())
            }
        }
    }

    fn bytes(&self) -> usize {
        match self {
            Self::None => 0,
            Self::Whole(text) => text.len(),
            Self::Patch { between, .. } => between.len(),
        }
    }
}

/// How many bytes of whole letters are the same at the start, and at the end.
fn common(one: &str, other: &str) -> (usize, usize) {
    let least = one.len().min(other.len());
    let alike = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let ahead = one.floor_char_boundary(alike);
    let alike = one.bytes().rev().zip(other.bytes().rev()).take(least - ahead).take_while(|(a, b)| a == b);
    let start = one.len() - alike.count();
    (ahead, one.len() - one.ceil_char_boundary(start))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Trail;
    use crate::editor::history::Version;
    use crate::editor::{Document, EditName, History};
    use crate::model::Routine;

    fn version(text: Option<&str>) -> Version {
        let document = Document::new(Routine::new("r", "R").into());
        let mut version = History::new(document, None).now().clone();
        version.source = text.map(Into::into);
        version
    }

    #[test]
    fn texts_come_back_as_they_were() {
        let texts =
            [None, Some(""), Some("a"), Some("aéa"), Some("aèa"), Some("aaéa"), None, Some("éa"), Some("aé")];
        let mut trail = Trail::default();
        for pair in texts.windows(2) {
            trail.push(version(pair[0]), EditName::Source, &version(pair[1]));
        }
        for pair in texts.windows(2).rev() {
            let (before, _) = trail.pop(&version(pair[1])).unwrap();
            assert_eq!(before.source.as_deref(), pair[0]);
        }
        assert_eq!(trail.bytes, 0);
    }

    #[test]
    fn a_change_of_all_leaves_them_beside_one_another() {
        let texts = ["one", "one two", "two"];
        let now = version(Some("now"));
        let mut trail = Trail::default();
        for (at, text) in texts.iter().enumerate() {
            let beside = texts.get(at + 1).map_or(now.clone(), |next| version(Some(next)));
            trail.push(version(Some(text)), EditName::Source, &beside);
        }
        let mut shout = |version: &mut Version| {
            let loud: Arc<str> = version.source.as_deref().unwrap().to_uppercase().into();
            version.source = Some(loud);
        };
        let mut beside = version(Some("NOW"));
        trail.each(&now, &beside, &mut shout);
        for text in ["TWO", "ONE TWO", "ONE"] {
            beside = trail.pop(&beside).unwrap().0;
            assert_eq!(beside.source.as_deref(), Some(text));
        }
    }

    #[test]
    fn letters_typed_in_a_long_text_hold_letters_and_too_much_lets_the_oldest_go() {
        let long = "x".repeat(1_000_000);
        let mut trail = Trail::default();
        let mut now = version(Some(&long));
        for _ in 0..20 {
            let next = version(Some(&format!("{}y", now.source.as_deref().unwrap())));
            trail.push(now, EditName::Source, &next);
            trail.shorten(500, 3_000_000);
            now = next;
        }
        assert!(trail.bytes < 100, "{}", trail.bytes);
        for _ in 0..5 {
            trail.push(version(Some(&long)), EditName::Source, &version(None));
            trail.shorten(500, 3_000_000);
        }
        assert_eq!((trail.names().count(), trail.bytes), (3, 3_000_000));
    }
}
