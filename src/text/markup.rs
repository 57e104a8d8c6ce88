//! Text on its way into a page: whatever it says, it stays text.

use std::fmt;

/// Shows text so that a page takes none of it for its own. Characters no page may hold become �.
#[derive(Clone, Copy, Debug)]
pub struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\n' | '\t' => f.write_char(letter)?,
                '\u{FFFE}' | '\u{FFFF}' => f.write_char(char::REPLACEMENT_CHARACTER)?,
                control if control.is_control() => f.write_char(char::REPLACEMENT_CHARACTER)?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Escaped;

    #[test]
    fn text_stays_text() {
        let text = Escaped("</style><script>a & 'b' \"c\"\0\u{1b}</script>").to_string();
        assert_eq!(
            text,
            "&lt;/style&gt;&lt;script&gt;a &amp; &#39;b&#39; &quot;c&quot;\u{FFFD}\u{FFFD}&lt;/script&gt;"
        );
    }
}
