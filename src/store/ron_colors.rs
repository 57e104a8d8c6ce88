//! What the pieces of a RON text are to the eye, for whoever shows it in colours.

use std::ops::Range;

use super::ron_tokens::{Token, TokenKind, tokens};

/// What a piece of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenClass {
    /// `// …` or `/* … */`.
    Comment,
    /// A string or character.
    Quoted,
    /// A number.
    Number,
    /// The name of a field.
    Field,
    /// Any other word.
    Word,
    /// A bracket, comma or colon.
    Sign,
}

/// The pieces of a text in order, in bytes; blanks are in none of them. Any text has some. The name of
/// a field has its colon on the same line.
pub fn highlight(text: &str) -> impl Iterator<Item = (Range<usize>, TokenClass)> {
    let mut rest = tokens(text).peekable();
    std::iter::from_fn(move || {
        let token = rest.next()?;
        let end = token.at + token.text.len();
        let names = |next: &Token<'_>| next.kind == TokenKind::Colon && !text[end..next.at].contains('\n');
        let class = match token.kind {
            TokenKind::Comment => TokenClass::Comment,
            TokenKind::Quoted => TokenClass::Quoted,
            TokenKind::Word if is_number(token.text) => TokenClass::Number,
            TokenKind::Word if rest.peek().is_some_and(names) => TokenClass::Field,
            TokenKind::Word => TokenClass::Word,
            TokenKind::Open | TokenKind::Close | TokenKind::Comma | TokenKind::Colon => TokenClass::Sign,
        };
        Some((token.at..end, class))
    })
}

fn is_number(word: &str) -> bool {
    word.trim_start_matches(['+', '-', '.']).starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{TokenClass as C, highlight};

    fn classes(text: &str) -> Vec<(&str, C)> {
        highlight(text).map(|(range, class)| (&text[range], class)).collect()
    }

    #[test]
    fn each_piece_has_its_class() {
        assert_eq!(
            classes("// hi\nStep(secs: -4.5, on: true, of: \"a: 1\")"),
            [
                ("// hi", C::Comment),
                ("Step", C::Word),
                ("(", C::Sign),
                ("secs", C::Field),
                (":", C::Sign),
                ("-4.5", C::Number),
                (",", C::Sign),
                ("on", C::Field),
                (":", C::Sign),
                ("true", C::Word),
                (",", C::Sign),
                ("of", C::Field),
                (":", C::Sign),
                ("\"a: 1\"", C::Quoted),
                (")", C::Sign),
            ]
        );
    }

    #[test]
    fn what_is_broken_has_pieces_that_follow_one_another() {
        for text in ["(((", "\"open", "é: 'x", "r#\"a", ": : 5 /* ", ""] {
            let pieces: Vec<_> = highlight(text).collect();
            assert!(pieces.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start), "{text}");
            assert!(pieces.iter().all(|(range, _)| text.get(range.clone()).is_some()), "{text}");
        }
    }
}
