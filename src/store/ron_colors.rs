//! What the pieces of a RON text are to the eye, for whoever shows it in colours.

use std::ops::Range;

use super::ron_tokens::{TokenKind, tokens};

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

/// The pieces of a text in order, in bytes; blanks are in none of them. Any text has some.
#[must_use]
pub fn highlight(text: &str) -> Vec<(Range<usize>, TokenClass)> {
    let mut pieces: Vec<(Range<usize>, TokenClass)> = Vec::with_capacity(text.len() / 6);
    for token in tokens(text) {
        let class = match token.kind {
            TokenKind::Comment => TokenClass::Comment,
            TokenKind::Quoted => TokenClass::Quoted,
            TokenKind::Word if is_number(token.text) => TokenClass::Number,
            TokenKind::Word => TokenClass::Word,
            TokenKind::Open | TokenKind::Close | TokenKind::Comma | TokenKind::Colon => TokenClass::Sign,
        };
        if token.kind == TokenKind::Colon {
            let before = pieces.last_mut().filter(|(_, class)| *class == TokenClass::Word);
            if let Some((_, class)) = before {
                *class = TokenClass::Field;
            }
        }
        pieces.push((token.at..token.at + token.text.len(), class));
    }
    pieces
}

fn is_number(word: &str) -> bool {
    word.trim_start_matches(['+', '-', '.']).starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{TokenClass as C, highlight};

    fn classes(text: &str) -> Vec<(&str, C)> {
        highlight(text).into_iter().map(|(range, class)| (&text[range], class)).collect()
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
            let pieces = highlight(text);
            assert!(pieces.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start), "{text}");
            assert!(pieces.iter().all(|(range, _)| text.get(range.clone()).is_some()), "{text}");
        }
    }
}
