//! The comments in the text of a routine: which stand above blocks and are kept when it is written
//! anew, and which would be lost.
//!
//! A comment belongs to the block below it. One at the end of a block's last line belongs to that
//! block and moves above it. Comments inside a block's brackets, among the fields of the routine,
//! below the last block of a list and behind the value have no place of their own and are lost.

use std::collections::BTreeMap;

use super::places::Place;
use super::ron_layout::leading_comment;
use super::ron_text::{RonProblem, read_routine};
use super::ron_tokens::{Token, TokenKind, tokens};
use super::ron_tree::too_deep_at;
use crate::model::{BlockPath, CommentedRoutine};

/// A comment that a text would lose if it were written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostComment {
    /// Where it starts.
    pub place: Place,
    /// It, with its marks.
    pub text: String,
}

/// Reads a routine with the comments above it and above its blocks.
///
/// # Errors
///
/// As [`read_routine`].
pub fn read_commented(text: &str) -> Result<CommentedRoutine, RonProblem> {
    let routine = read_routine(text)?;
    let above = Comments::of(text, Outermost::Value).above;
    Ok(CommentedRoutine { routine, leading: leading_comment(text), above })
}

/// The comments that are lost when the text is read with [`read_commented`] and written again, in
/// the order in which they stand. A text that nests too deep to be read has none.
#[must_use]
pub fn lost_comments(text: &str) -> Vec<LostComment> {
    Comments::of(text, Outermost::Value).lost
}

/// A comment fit to be written: as it is where it is one, else with `//` before each line.
pub(super) fn comment_lines(comment: &str) -> String {
    let comment = comment.replace("\r\n", "\n");
    let is_closed = |token: Token<'_>| {
        token.kind == TokenKind::Comment && (token.text.starts_with("//") || token.text.ends_with("*/"))
    };
    // `/*/` ends with the mark it starts with.
    let is_comment = tokens(&comment).all(|token| is_closed(token) && token.text != "/*/")
        && tokens(&format!("{comment}\n(")).last().is_some_and(|token| token.kind == TokenKind::Open);
    if is_comment {
        return comment;
    }
    comment.split('\n').map(|line| format!("// {line}")).collect::<Vec<_>>().join("\n")
}

/// What stands outermost in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outermost {
    /// The fields of a routine.
    Value,
    /// A list of blocks.
    List,
    /// Blocks without brackets around them.
    Blocks,
}

/// The comments of a text, sorted by what becomes of them.
#[derive(Debug, Default)]
pub(super) struct Comments {
    /// By the block they stand above.
    pub(super) above: BTreeMap<BlockPath, String>,
    /// Those that have no place.
    pub(super) lost: Vec<LostComment>,
}

impl Comments {
    /// Takes a text apart. It need not be one that can be read.
    pub(super) fn of(text: &str, outermost: Outermost) -> Self {
        let mut walk = Walk::new(text, outermost);
        if too_deep_at(text).is_some() {
            return walk.found;
        }
        let mut tokens = tokens(text).peekable();
        while let Some(token) = tokens.next() {
            if token.kind == TokenKind::Comment {
                walk.comment(token, tokens.peek());
            } else {
                walk.token(token);
            }
        }
        walk.lose_pending();
        walk.found
    }
}

/// What a bracket holds.
#[derive(Clone, Copy, Debug)]
enum Inside {
    /// Blocks.
    Blocks { index: usize, reading: Reading },
    /// The fields of a block, or of the routine; `is_list_next` behind the key `blocks`.
    Fields { is_block: bool, is_list_next: bool },
    /// Anything else.
    Other,
}

/// How much was read of the block at the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Nothing,
    Name,
    All,
}

const BLOCKS: Inside = Inside::Blocks { index: 0, reading: Reading::Nothing };

/// A walk along the tokens of a text.
struct Walk<'a> {
    text: &'a str,
    outermost: Outermost,
    has_begun: bool,
    /// The brackets that are open, outermost first.
    open: Vec<Inside>,
    /// The path of the block that the innermost brackets stand in.
    path: BlockPath,
    /// Comments that wait for a block below them.
    pending: Vec<Token<'a>>,
    /// The block that ended last, while nothing has begun since, and up to where its line was seen.
    ended: Option<(BlockPath, usize)>,
    found: Comments,
    /// The place of a byte, from which the next is counted.
    counted: (Place, usize),
}

impl<'a> Walk<'a> {
    fn new(text: &'a str, outermost: Outermost) -> Self {
        let open = if outermost == Outermost::Blocks { vec![BLOCKS] } else { Vec::new() };
        let start = text.len() - text.trim_start_matches('\u{FEFF}').len();
        Self {
            text,
            outermost,
            has_begun: false,
            open,
            path: Vec::new(),
            pending: Vec::new(),
            ended: None,
            found: Comments::default(),
            counted: (Place::START, start),
        }
    }

    fn comment(&mut self, comment: Token<'a>, next: Option<&Token<'a>>) {
        match self.open.last() {
            None if self.has_begun => self.lose(comment),
            None if self.outermost == Outermost::List => self.pending.push(comment),
            None => {}
            Some(Inside::Blocks { reading: Reading::Nothing | Reading::All, .. }) => {
                if self.is_behind_block(comment, next) {
                    self.keep_behind(comment);
                } else {
                    self.pending.push(comment);
                }
            }
            Some(_) => self.lose(comment),
        }
    }

    /// True for a comment on the last line of a block, unless the next block follows on that line.
    fn is_behind_block(&self, comment: Token<'_>, next: Option<&Token<'_>>) -> bool {
        let Some((_, seen_to)) = &self.ended else { return false };
        let is_same_line = self.pending.is_empty() && !self.text[*seen_to..comment.at].contains('\n');
        let is_next_here = next.is_some_and(|next| {
            next.kind == TokenKind::Word && !self.text[comment.at..next.at].contains('\n')
        });
        is_same_line && !is_next_here
    }

    fn token(&mut self, token: Token<'a>) {
        self.has_begun = true;
        match token.kind {
            TokenKind::Open => self.open(token),
            TokenKind::Close => self.close(token),
            TokenKind::Comma => self.comma(token),
            _ => self.word(token),
        }
    }

    fn open(&mut self, token: Token<'a>) {
        self.ended = None;
        let inside = match self.open.last() {
            None if self.outermost == Outermost::Value && token.text == "(" => {
                Inside::Fields { is_block: false, is_list_next: false }
            }
            None if self.outermost == Outermost::List && token.text == "[" => BLOCKS,
            Some(Inside::Fields { is_list_next: true, .. }) if token.text == "[" => BLOCKS,
            Some(Inside::Blocks { index, reading: Reading::Name }) if token.text == "(" => {
                self.path.push(*index);
                Inside::Fields { is_block: true, is_list_next: false }
            }
            _ => Inside::Other,
        };
        self.open.push(inside);
    }

    fn close(&mut self, token: Token<'a>) {
        match self.open.pop() {
            Some(Inside::Blocks { .. }) => self.lose_pending(),
            Some(Inside::Fields { is_block: true, .. }) => {
                self.ended = Some((self.path.clone(), token.at + token.text.len()));
                self.path.pop();
            }
            _ => {}
        }
        match self.open.last_mut() {
            Some(Inside::Blocks { reading, .. }) => *reading = Reading::All,
            _ => self.ended = None,
        }
    }

    fn comma(&mut self, token: Token<'a>) {
        match self.open.last_mut() {
            Some(Inside::Blocks { index, reading }) if *reading != Reading::Nothing => {
                (*index, *reading) = (*index + 1, Reading::Nothing);
            }
            Some(Inside::Fields { is_list_next, .. }) => *is_list_next = false,
            _ => {}
        }
        if let Some((_, seen_to)) = &mut self.ended {
            *seen_to = token.at + 1;
        }
    }

    fn word(&mut self, token: Token<'a>) {
        self.ended = None;
        match self.open.last_mut() {
            Some(Inside::Blocks { index, reading }) => {
                // Blocks without commas between them.
                *index += usize::from(*reading == Reading::All);
                *reading = Reading::Name;
                let index = *index;
                self.keep_pending(index);
            }
            Some(Inside::Fields { is_list_next, .. }) => match token.kind {
                TokenKind::Colon => {}
                _ => *is_list_next = token.text == "blocks",
            },
            _ => {}
        }
    }

    /// What waited belongs to the block that begins.
    fn keep_pending(&mut self, index: usize) {
        let Some(first) = self.pending.first() else { return };
        let mut comment = String::new();
        let mut end = first.at;
        for token in &self.pending {
            comment.extend(self.text[end..token.at].chars().filter(|c| c.is_whitespace()));
            comment.push_str(token.text);
            end = token.at + token.text.len();
        }
        let comment = self.without_indent(&comment, first.at);
        self.pending.clear();
        self.path.push(index);
        self.found.above.insert(self.path.clone(), comment);
        self.path.pop();
    }

    fn keep_behind(&mut self, comment: Token<'a>) {
        let text = self.without_indent(comment.text, comment.at);
        let Some((path, seen_to)) = &mut self.ended else { return };
        if !comment.text.contains('\n') {
            *seen_to = comment.at + comment.text.len();
        }
        let above = self.found.above.entry(path.clone()).or_default();
        if !above.is_empty() {
            above.push('\n');
        }
        above.push_str(&text);
    }

    /// A comment that starts at a byte of the text, its further lines moved left by the indent of
    /// the line it starts on.
    fn without_indent(&self, comment: &str, at: usize) -> String {
        if !comment.contains('\n') {
            return comment.trim_end_matches('\r').to_owned();
        }
        let line_start = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let indent = self.text[line_start..at].chars().take_while(|c| c.is_whitespace()).count();
        let unindented = |line: &str| {
            let blank = line.chars().take(indent).take_while(|c| c.is_whitespace()).map(char::len_utf8);
            line[blank.sum::<usize>()..].to_owned()
        };
        let comment = comment.replace("\r\n", "\n");
        let mut lines = comment.trim_end_matches('\r').split('\n');
        let first = lines.next().unwrap_or_default().to_owned();
        std::iter::once(first).chain(lines.map(unindented)).collect::<Vec<_>>().join("\n")
    }

    fn lose_pending(&mut self) {
        for comment in std::mem::take(&mut self.pending) {
            self.lose(comment);
        }
    }

    fn lose(&mut self, comment: Token<'a>) {
        let (place, from) = &mut self.counted;
        let between = &self.text[*from..comment.at];
        place.line += between.matches('\n').count();
        place.col = match between.rfind('\n') {
            Some(newline) => between[newline..].chars().count(),
            None => place.col + between.chars().count(),
        };
        *from = comment.at;
        self.found.lost.push(LostComment { place: *place, text: comment.text.trim_end().to_owned() });
    }
}
