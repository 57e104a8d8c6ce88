//! RON cut into tokens with their places: a look at a text that needs no types and never fails.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// One of `( [ {`.
    Open,
    /// One of `) ] }`.
    Close,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A string or character, with its quotes.
    Quoted,
    /// `// …` or `/* … */`.
    Comment,
    /// Anything else: a name, a number, a stray sign.
    Word,
}

/// A piece of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// What it is.
    pub(super) kind: TokenKind,
    /// Its text.
    pub(super) text: &'a str,
    /// Where it starts, in bytes.
    pub(super) at: usize,
}

/// The tokens of a text, in order. What is left open at the end runs to the end.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += text[at..].len() - text[at..].trim_start_matches(is_blank).len();
        let rest = &text[at..];
        let kind = kind_of(rest)?;
        let len = length_of(kind, rest);
        let token = Token { kind, text: &rest[..len], at };
        at += len;
        Some(token)
    })
}

/// Whitespace as RON sees it, and the mark some editors put at the start of a file.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{FEFF}')
}

fn kind_of(rest: &str) -> Option<TokenKind> {
    let first = rest.chars().next()?;
    Some(match first {
        '(' | '[' | '{' => TokenKind::Open,
        ')' | ']' | '}' => TokenKind::Close,
        ',' => TokenKind::Comma,
        ':' => TokenKind::Colon,
        '"' | '\'' => TokenKind::Quoted,
        _ if raw_string_hashes(rest).is_some() => TokenKind::Quoted,
        _ if rest.starts_with("//") || rest.starts_with("/*") => TokenKind::Comment,
        _ => TokenKind::Word,
    })
}

fn length_of(kind: TokenKind, rest: &str) -> usize {
    match kind {
        TokenKind::Open | TokenKind::Close | TokenKind::Comma | TokenKind::Colon => 1,
        TokenKind::Quoted => quoted_length(rest),
        TokenKind::Comment if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
        TokenKind::Comment => block_comment_length(rest),
        TokenKind::Word => {
            let is_end = |c: char| is_blank(c) || "()[]{},:\"'/".contains(c);
            let first = rest.chars().next().map_or(0, char::len_utf8);
            rest[first..].find(is_end).map_or(rest.len(), |len| first + len)
        }
    }
}

/// How many `#` a raw string that starts here has; `None` where none starts.
fn raw_string_hashes(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

fn quoted_length(rest: &str) -> usize {
    if let Some(hashes) = raw_string_hashes(rest) {
        let start = rest.find('"').map_or(rest.len(), |quote| quote + 1);
        let end = format!("\"{}", "#".repeat(hashes));
        return rest[start..].find(&end).map_or(rest.len(), |len| start + len + end.len());
    }
    let quote = if rest.starts_with('"') { '"' } else { '\'' };
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            // `'''` is the character `'`.
            '\'' if at == 1 && rest[1..].starts_with("''") => {}
            _ if c == quote => return at + 1,
            // A character ends soon; a quote that opens none must not swallow the file.
            _ if quote == '\'' && at > 12 => return 1,
            _ => {}
        }
    }
    if quote == '"' { rest.len() } else { 1 }
}

fn block_comment_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let (mut at, mut depth) = (0, 0_usize);
    while at + 1 < bytes.len() {
        match &bytes[at..at + 2] {
            b"/*" => (at, depth) = (at + 2, depth + 1),
            b"*/" if depth == 1 => return at + 2,
            b"*/" => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        tokens(text).map(|token| token.text).collect()
    }

    #[test]
    fn cuts_what_people_write() {
        assert_eq!(texts("(a: 1.5, b:[In])"), ["(", "a", ":", "1.5", ",", "b", ":", "[", "In", "]", ")"]);
        assert_eq!(texts(r#"x: "a \" ( b", y"#), ["x", ":", r#""a \" ( b""#, ",", "y"]);
        assert_eq!(texts("r##\"a \"# ( b\"## ]"), ["r##\"a \"# ( b\"##", "]"]);
        assert_eq!(texts("'(' '\\'' ''' ("), ["'('", "'\\''", "'''", "("]);
        assert_eq!(texts("a // ( b\n) /* [ /* ( */ { */ ]"), ["a", "// ( b", ")", "/* [ /* ( */ { */", "]"]);
    }

    #[test]
    fn what_is_left_open_runs_to_the_end() {
        for text in ["\"abc (", "r#\"abc (\"", "/* abc (", "// abc ("] {
            assert_eq!(texts(text), [text]);
        }
        assert_eq!(texts("' ("), ["'", "("]);
    }
}
