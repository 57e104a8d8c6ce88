//! RON as nested brackets with places: enough to lay a text out or to find where something stands.

use super::ron_tokens::{Token, TokenKind, tokens};

/// The deepest nesting of brackets that is read or written. A bracket costs RON's reader up to
/// three of its 128 recursions, so this is always the limit that is met first.
pub(super) const MAX_DEPTH: usize = 40;

/// A bracket pair and what it holds.
#[derive(Debug, Default)]
pub(super) struct Group<'a> {
    /// The opening bracket.
    pub(super) open: &'a str,
    /// What stands between the commas.
    pub(super) items: Vec<Item<'a>>,
}

/// What stands between two commas: `key: Name(…)`, `"text"`, `4`.
#[derive(Debug, Default)]
pub(super) struct Item<'a> {
    /// Its pieces, in order.
    pub(super) parts: Vec<Part<'a>>,
    /// The comment to be written above it.
    pub(super) above: Option<&'a str>,
}

/// A piece of an item.
#[derive(Debug)]
pub(super) enum Part<'a> {
    /// A token that is neither bracket nor comma.
    Token(Token<'a>),
    /// A bracket pair, with the place of its opening in bytes.
    Group(Group<'a>, usize),
}

impl<'a> Group<'a> {
    /// The item with this key.
    pub(super) fn field(&self, key: &str) -> Option<&Item<'a>> {
        self.items.iter().find(|item| item.key() == Some(key))
    }

    /// As [`Group::field`], to be changed.
    pub(super) fn field_mut(&mut self, key: &str) -> Option<&mut Item<'a>> {
        self.items.iter_mut().find(|item| item.key() == Some(key))
    }

    /// The closing bracket.
    pub(super) fn close(&self) -> &'static str {
        match self.open {
            "(" => ")",
            "[" => "]",
            _ => "}",
        }
    }
}

impl<'a> Item<'a> {
    /// The name before the colon.
    pub(super) fn key(&self) -> Option<&'a str> {
        match self.parts.as_slice() {
            [Part::Token(name), Part::Token(colon), ..] if colon.kind == TokenKind::Colon => Some(name.text),
            _ => None,
        }
    }

    /// Its brackets; the last, where it has several.
    pub(super) fn group(&self) -> Option<&Group<'a>> {
        self.parts.iter().rev().find_map(|part| match part {
            Part::Group(group, _) => Some(group),
            Part::Token(_) => None,
        })
    }

    /// As [`Item::group`], to be changed.
    pub(super) fn group_mut(&mut self) -> Option<&mut Group<'a>> {
        self.parts.iter_mut().rev().find_map(|part| match part {
            Part::Group(group, _) => Some(group),
            Part::Token(_) => None,
        })
    }

    /// Its last word or string.
    pub(super) fn word(&self) -> Option<&'a str> {
        match self.parts.last()? {
            Part::Token(token) => Some(token.text),
            Part::Group(..) => None,
        }
    }

    /// Where it starts, in bytes.
    pub(super) fn at(&self) -> Option<usize> {
        self.parts.first().map(|part| match part {
            Part::Token(token) => token.at,
            Part::Group(_, at) => *at,
        })
    }
}

/// The value a text holds, comments left out; `None` where brackets do not match or nest too deep.
pub(super) fn tree(text: &str) -> Option<Item<'_>> {
    // The outermost group has no bracket of its own; its item is the value.
    let mut open_groups = vec![(Group { open: "", items: vec![Item::default()] }, 0)];
    for token in tokens(text) {
        let depth = open_groups.len() - 1;
        let (group, _) = open_groups.last_mut()?;
        match token.kind {
            TokenKind::Comment => {}
            TokenKind::Comma => group.items.push(Item::default()),
            TokenKind::Open if depth == MAX_DEPTH => return None,
            TokenKind::Open => {
                open_groups.push((Group { open: token.text, items: vec![Item::default()] }, token.at));
            }
            TokenKind::Close => {
                let (mut closed, at) = open_groups.pop()?;
                closed.items.retain(|item| !item.parts.is_empty());
                let outer = &mut open_groups.last_mut()?.0;
                if closed.close() != token.text {
                    return None;
                }
                outer.items.last_mut()?.parts.push(Part::Group(closed, at));
            }
            TokenKind::Colon | TokenKind::Quoted | TokenKind::Word => {
                group.items.last_mut()?.parts.push(Part::Token(token));
            }
        }
    }
    let (mut outermost, _) = open_groups.pop()?;
    (open_groups.is_empty() && outermost.items.len() == 1).then(|| outermost.items.remove(0))
}

/// Where brackets first nest deeper than [`MAX_DEPTH`], in bytes.
pub(super) fn too_deep_at(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    tokens(text).find_map(|token| {
        match token.kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth > MAX_DEPTH).then_some(token.at)
    })
}
