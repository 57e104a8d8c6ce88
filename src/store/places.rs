//! Where a block or field of a routine stands in its text: a second look, since values carry no places.

use super::ron_tree::{Group, Item, tree};

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub col: usize,
}

impl Place {
    /// The first character of a file.
    pub const START: Self = Self { line: 1, col: 1 };
}

/// A text in which many places are looked for: it is taken apart once.
pub struct Places<'a> {
    text: &'a str,
    value: Option<Item<'a>>,
    /// Where each line starts, in bytes.
    lines: Vec<usize>,
}

impl<'a> Places<'a> {
    /// The places of a text. One that is no RON has only its start.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, value: tree(text), lines: std::iter::once(0).chain(ends).collect() }
    }

    /// As [`block_place`].
    #[must_use]
    pub fn block(&self, path: &[usize]) -> Place {
        self.field(path, "")
    }

    /// As [`field_place`].
    #[must_use]
    pub fn field(&self, path: &[usize], field: &str) -> Place {
        let Some(mut here) = self.value.as_ref() else { return Place::START };
        for index in path {
            let Some(block) = fields_of(here).and_then(|fields| nth_block(fields, *index)) else { break };
            here = block;
        }
        let at = fields_of(here).and_then(|fields| fields.field(field)).or(Some(here)).and_then(Item::at);
        at.map_or(Place::START, |at| {
            let line = self.lines.partition_point(|start| *start <= at);
            place_in(&self.text[self.lines[line - 1]..at], line)
        })
    }
}

/// Where a block stands: `path` holds indices into nested `blocks`, outermost first. The empty path
/// is the routine itself. Where the text does not hold the block, the nearest that encloses it.
#[must_use]
pub fn block_place(text: &str, path: &[usize]) -> Place {
    Places::new(text).block(path)
}

/// Where a field of a block stands, or the block where the field is left out. With an empty path,
/// a field of the file's own value, for exercises and routines alike.
#[must_use]
pub fn field_place(text: &str, path: &[usize], field: &str) -> Place {
    Places::new(text).field(path, field)
}

/// The line and column of a byte of the text.
pub(super) fn place_at(text: &str, at: usize) -> Place {
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    place_in(&before[line_start..], 1 + before.matches('\n').count())
}

/// The place behind the start of a line.
fn place_in(before: &str, line: usize) -> Place {
    Place { line, col: 1 + before.trim_start_matches('\u{FEFF}').chars().count() }
}

/// The group that holds the fields of `Step(…)`.
fn fields_of<'t, 'a>(item: &'t Item<'a>) -> Option<&'t Group<'a>> {
    item.group()
}

fn nth_block<'t, 'a>(fields: &'t Group<'a>, index: usize) -> Option<&'t Item<'a>> {
    fields.field("blocks")?.group()?.items.get(index)
}
