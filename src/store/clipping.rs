//! Blocks on their way through the clipboard or a mail: as RON text, without a file around them.

use super::places::{Place, place_at};
use super::ron_text::{MAX_BYTES, RonProblem, parse, too_large};
use super::ron_tokens::{Token, TokenKind, tokens};
use super::ron_tree::{MAX_DEPTH, too_deep_at};
use super::routine_comments::{Comments, Outermost, read_commented};
use crate::model::{Block, CommentedBlocks};

pub use super::ron_layout::write_blocks;

const BLOCKS: [&str; 5] = ["Step", "Repeat", "Section", "Breathe", "Rest"];

/// Reads blocks as people copy them: one after the other, with or without commas between them; as a
/// list in brackets, with or without `blocks:` before it; or a whole routine, for its blocks.
///
/// # Errors
///
/// When there is no block in it, or as [`parse`] for the block that is wrong.
pub fn read_blocks(text: &str) -> Result<CommentedBlocks, RonProblem> {
    if text.len() > MAX_BYTES {
        return Err(problem(Place::START, too_large(text.len() as u64)));
    }
    if let Some(at) = too_deep_at(text) {
        return Err(problem(place_at(text, at), format!("brackets nest deeper than {MAX_DEPTH}")));
    }
    let mut significant =
        tokens(text).filter(|token| !matches!(token.kind, TokenKind::Comment | TokenKind::Comma));
    let first: Vec<Token<'_>> = significant.by_ref().take(3).collect();
    match first.iter().map(|token| token.text).collect::<Vec<_>>().as_slice() {
        [] => Err(problem(Place::START, "there is no block in this; copy one such as `Rest(secs: 10)`")),
        ["[", ..] => read_list(text, first[0].at),
        ["blocks", ":", "["] => read_list(text, first[2].at),
        ["(", ..] => whole_routine(text),
        [name, "(", ..] if !BLOCKS.contains(name) && is_routine(text) => whole_routine(text),
        _ => read_bare(text),
    }
}

/// A routine may be written with its type's name before it.
fn is_routine(text: &str) -> bool {
    super::FileKind::of(text) == Some(super::FileKind::Routine)
}

fn whole_routine(text: &str) -> Result<CommentedBlocks, RonProblem> {
    let read = read_commented(text)?;
    Ok(CommentedBlocks { blocks: read.routine.blocks, above: read.above })
}

/// The list that opens at a byte of the text. A comma may follow it, as in a file.
fn read_list(text: &str, at: usize) -> Result<CommentedBlocks, RonProblem> {
    let mut depth = 0_usize;
    let mut end = text.len();
    for token in tokens(&text[at..]) {
        match token.kind {
            TokenKind::Comment => {}
            TokenKind::Comma if depth == 0 => {}
            _ if depth == 0 && token.at > 0 => {
                let place = place_at(text, at + token.at);
                return Err(problem(place, "nothing may follow the closing bracket of the list"));
            }
            TokenKind::Open => depth += 1,
            TokenKind::Close => {
                depth = depth.saturating_sub(1);
                end = if depth == 0 { at + token.at + 1 } else { end };
            }
            _ => {}
        }
    }
    let blocks = read_at(text, at, end)?;
    Ok(CommentedBlocks { blocks, above: Comments::of(&text[..end], Outermost::List).above })
}

fn read_bare(text: &str) -> Result<CommentedBlocks, RonProblem> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut depth = 0_usize;
    let mut begun_at = None;
    for token in tokens(text).filter(|token| token.kind != TokenKind::Comment) {
        let end = token.at + token.text.len();
        match token.kind {
            TokenKind::Comma if depth == 0 => {
                if let Some(at) = begun_at.take() {
                    blocks.push(read_at(text, at, token.at)?);
                }
                continue;
            }
            TokenKind::Close if depth == 0 => {
                let message = format!("this `{}` closes nothing; copy whole blocks", token.text);
                return Err(problem(place_at(text, token.at), message));
            }
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth -= 1,
            _ => {}
        }
        let at = *begun_at.get_or_insert(token.at);
        if token.kind == TokenKind::Close && depth == 0 {
            blocks.push(read_at(text, at, end)?);
            begun_at = None;
        }
    }
    if let Some(at) = begun_at {
        blocks.push(read_at(text, at, text.len())?);
    }
    Ok(CommentedBlocks { blocks, above: Comments::of(text, Outermost::Blocks).above })
}

/// The value in a part of the text; what is wrong with it is told with its place in the whole.
fn read_at<T: serde::de::DeserializeOwned>(text: &str, at: usize, end: usize) -> Result<T, RonProblem> {
    parse(&text[at..end]).map_err(|wrong| {
        let start = place_at(text, at);
        let col = if wrong.line == 1 { wrong.col + start.col - 1 } else { wrong.col };
        RonProblem { line: wrong.line + start.line - 1, col, ..wrong }
    })
}

fn problem(place: Place, message: impl Into<String>) -> RonProblem {
    RonProblem { line: place.line, col: place.col, message: message.into() }
}
