//! The one way a file is laid out, so that saving what was loaded changes nothing.
//!
//! Four spaces an indent, at most 100 columns, brackets on one line where they fit; but the whole
//! value, and a list of named things such as `blocks`, have a line for each item.

use std::collections::BTreeMap;

use serde::Serialize;

use super::ron_text::{MAX_BYTES, too_large};
use super::ron_tokens::{Token, TokenKind, tokens};
use super::ron_tree::{Group, Item, MAX_DEPTH, Part, tree};
use super::routine_comments::comment_lines;
use crate::model::{
    BlockPath, CommentedBlocks, CommentedRoutine, Exercise, Routine, Settings, UnfinishedSessions,
    ron_dialect,
};

const MAX_COLUMNS: usize = 100;

/// Why a value cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    /// It would be refused when read again.
    #[error("blocks nest deeper than {MAX_DEPTH} brackets; take some out of their repeats")]
    TooDeep,
    /// It would be refused when read again.
    #[error("{}", too_large(*.0))]
    TooLarge(u64),
}

/// A routine as text, below its leading comment.
///
/// # Errors
///
/// When it is nested too deep or grown too large to be read again.
pub fn write_routine(routine: &Routine, leading_comment: &str) -> Result<String, LayoutError> {
    write(routine, leading_comment)
}

/// A routine as text, below its leading comment, with the comments above its blocks.
///
/// # Errors
///
/// As [`write_routine`].
pub fn write_commented(commented: &CommentedRoutine) -> Result<String, LayoutError> {
    let compact = compact(&commented.routine)?;
    let above = comments(&commented.above);
    let mut item = tree(&compact).ok_or(LayoutError::TooDeep)?;
    if let Some(fields) = item.group_mut() {
        put_above_blocks(fields, &mut Vec::new(), &above);
    }
    lay_out(&item, &comment_lines(&commented.leading))
}

/// Blocks as text, one after the other, each with its comma: as they stand in the file of a routine.
///
/// # Errors
///
/// As [`write_routine`].
pub fn write_blocks(commented: &CommentedBlocks) -> Result<String, LayoutError> {
    let compact = compact(&commented.blocks)?;
    let above = comments(&commented.above);
    let mut item = tree(&compact).ok_or(LayoutError::TooDeep)?;
    let mut text = String::new();
    if let Some(list) = item.group_mut() {
        put_above(list, &mut Vec::new(), &above);
        let mut layout = Layout { text: &mut text, indent: 0, is_part: true };
        for block in &list.items {
            layout.comment(block);
            layout.item(block);
            layout.text.push_str(",\n");
        }
    }
    within_limit(text)
}

/// An exercise as text, below its leading comment.
///
/// # Errors
///
/// As [`write_routine`].
pub fn write_exercise(exercise: &Exercise, leading_comment: &str) -> Result<String, LayoutError> {
    write(exercise, leading_comment)
}

/// Settings as text, below their leading comment.
///
/// # Errors
///
/// As [`write_routine`].
pub fn write_settings(settings: &Settings, leading_comment: &str) -> Result<String, LayoutError> {
    write(settings, leading_comment)
}

/// Sessions to go on with, as text.
///
/// # Errors
///
/// As [`write_routine`].
pub fn write_unfinished(sessions: &UnfinishedSessions) -> Result<String, LayoutError> {
    write(sessions, "")
}

/// A value of the program's own, as text.
pub(super) fn write_value<T: Serialize>(value: &T) -> Result<String, LayoutError> {
    write(value, "")
}

/// Everything before the value: comments and the blank lines among them.
#[must_use]
pub fn leading_comment(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let value_at = tokens(text).find(|token| token.kind != TokenKind::Comment).map_or(text.len(), |t| t.at);
    let comment = text[..value_at].replace("\r\n", "\n");
    if comment.trim().is_empty() { String::new() } else { comment }
}

fn write<T: Serialize>(value: &T, leading_comment: &str) -> Result<String, LayoutError> {
    let compact = compact(value)?;
    let item = tree(&compact).ok_or(LayoutError::TooDeep)?;
    lay_out(&item, leading_comment)
}

fn compact<T: Serialize>(value: &T) -> Result<String, LayoutError> {
    // Plain data fails to serialize for one reason only: the recursion limit.
    ron_dialect().to_string(value).map_err(|_| LayoutError::TooDeep)
}

fn lay_out(item: &Item<'_>, leading_comment: &str) -> Result<String, LayoutError> {
    let mut text = leading_comment.to_owned();
    if !text.is_empty() && !text.ends_with(['\n', ' ', '\t']) {
        text.push('\n');
    }
    Layout { text: &mut text, indent: 0, is_part: false }.item(item);
    text.push('\n');
    within_limit(text)
}

fn within_limit(text: String) -> Result<String, LayoutError> {
    if text.len() > MAX_BYTES { Err(LayoutError::TooLarge(text.len() as u64)) } else { Ok(text) }
}

/// The comments that are to stand above blocks, each fit to be written.
fn comments(above: &BTreeMap<BlockPath, String>) -> BTreeMap<&[usize], String> {
    above.iter().map(|(path, comment)| (path.as_slice(), comment_lines(comment))).collect()
}

fn put_above_blocks<'a>(fields: &mut Group<'a>, path: &mut BlockPath, above: &'a BTreeMap<&[usize], String>) {
    if let Some(list) = fields.field_mut("blocks").and_then(Item::group_mut) {
        put_above(list, path, above);
    }
}

fn put_above<'a>(list: &mut Group<'a>, path: &mut BlockPath, above: &'a BTreeMap<&[usize], String>) {
    if above.is_empty() {
        return;
    }
    for (index, block) in list.items.iter_mut().enumerate() {
        path.push(index);
        block.above = above.get(path.as_slice()).map(String::as_str);
        if let Some(fields) = block.group_mut() {
            put_above_blocks(fields, path, above);
        }
        path.pop();
    }
}

struct Layout<'t> {
    text: &'t mut String,
    indent: usize,
    /// True for what is no whole file.
    is_part: bool,
}

impl Layout<'_> {
    fn item(&mut self, item: &Item<'_>) {
        for part in &item.parts {
            match part {
                Part::Token(token) => push_token(self.text, token),
                Part::Group(group, _) => self.group(group),
            }
        }
    }

    fn group(&mut self, group: &Group<'_>) {
        let is_whole_value = self.indent == 0 && !self.is_part;
        let flat = flat_group(group);
        // One column stays free for the comma behind it.
        let fits = self.column() + flat.chars().count() < MAX_COLUMNS;
        if group.items.is_empty() || (fits && !is_whole_value && !holds_block_list(group)) {
            self.text.push_str(&flat);
        } else if let Some(head) = self.head_before_block_list(group, is_whole_value) {
            self.text.push_str(group.open);
            self.text.push_str(&head);
            self.item(&group.items[group.items.len() - 1]);
            self.text.push_str(group.close());
        } else {
            self.lines(group);
        }
    }

    /// `times: 2, rest_secs: 15, ` of a repeat whose `blocks` follow on the same line.
    fn head_before_block_list(&self, group: &Group<'_>, is_whole_value: bool) -> Option<String> {
        let (last, before) = group.items.split_last()?;
        let is_block_list = last.group().is_some_and(is_list_of_named);
        if is_whole_value || !is_block_list || before.iter().any(holds_block_list_within) {
            return None;
        }
        let head: String = before.iter().map(|item| flat_item(item) + ", ").collect();
        let longest = self.column() + head.chars().count() + last.key().map_or(0, str::len) + "(: [".len();
        (longest <= MAX_COLUMNS).then_some(head)
    }

    fn lines(&mut self, group: &Group<'_>) {
        self.text.push_str(group.open);
        self.indent += 1;
        for item in &group.items {
            self.new_line();
            self.comment(item);
            self.item(item);
            self.text.push(',');
        }
        self.indent -= 1;
        self.new_line();
        self.text.push_str(group.close());
    }

    /// The comment above an item, each line of it at the item's own indent.
    fn comment(&mut self, item: &Item<'_>) {
        let lines = item.above.into_iter().flat_map(|comment| comment.split('\n'));
        for (index, line) in lines.enumerate() {
            if index > 0 && line.is_empty() {
                // The indent of a line with nothing on it.
                self.text.truncate(self.text.trim_end_matches(' ').len());
            }
            self.text.push_str(line);
            self.new_line();
        }
    }

    fn new_line(&mut self) {
        self.text.push('\n');
        self.text.push_str(&"    ".repeat(self.indent));
    }

    fn column(&self) -> usize {
        let line_start = self.text.rfind('\n').map_or(0, |newline| newline + 1);
        self.text[line_start..].chars().count()
    }
}

/// A list in which something like `Step(…)` stands.
fn is_list_of_named(group: &Group<'_>) -> bool {
    let is_named = |item: &Item<'_>| matches!(item.parts.as_slice(), [Part::Token(_), Part::Group(..)]);
    group.open == "[" && group.items.iter().any(is_named)
}

fn holds_block_list(group: &Group<'_>) -> bool {
    is_list_of_named(group) || group.items.iter().any(holds_block_list_within)
}

fn holds_block_list_within(item: &Item<'_>) -> bool {
    item.group().is_some_and(holds_block_list)
}

fn flat_group(group: &Group<'_>) -> String {
    let items: Vec<String> = group.items.iter().map(flat_item).collect();
    format!("{}{}{}", group.open, items.join(", "), group.close())
}

fn flat_item(item: &Item<'_>) -> String {
    flat_parts(&item.parts)
}

/// Pieces of an item, laid out on one line.
pub(super) fn flat_parts(parts: &[Part<'_>]) -> String {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Token(token) => push_token(&mut text, token),
            Part::Group(group, _) => text.push_str(&flat_group(group)),
        }
    }
    text
}

fn push_token(text: &mut String, token: &Token<'_>) {
    match token.kind {
        TokenKind::Colon => text.push_str(": "),
        TokenKind::Quoted => push_readable(text, token.text),
        _ => text.push_str(token.text),
    }
}

/// RON's writer escapes every `'` and every accent that combines; a person reads them better bare.
fn push_readable(text: &mut String, quoted: &str) {
    let mut rest = quoted;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = rest.strip_prefix("\\u{").and_then(|code| code.split_once('}'));
        let combining = code.and_then(|(hex, after)| {
            let c = char::from_u32(u32::from_str_radix(hex, 16).ok()?)?;
            // Behind a letter the standard library escapes only what cannot be seen.
            let with_letter = format!("a{c}");
            (with_letter.escape_debug().to_string() == with_letter).then_some((c, after))
        });
        if let Some((c, after)) = combining {
            text.push(c);
            rest = after;
        } else if let Some(after) = rest.strip_prefix("\\'") {
            text.push('\'');
            rest = after;
        } else {
            let escaped = 1 + rest.chars().nth(1).map_or(0, char::len_utf8);
            text.push_str(&rest[..escaped]);
            rest = &rest[escaped..];
        }
    }
    text.push_str(rest);
}
