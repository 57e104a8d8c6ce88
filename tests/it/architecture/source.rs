//! Reads Rust source just far enough to know which paths it names, and on which line.
//! Comments, strings and test modules are left out: they reach nowhere.

/// A path such as `std::fs::read`, with every group of a `use` written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedPath {
    /// Its segments in order.
    pub(super) segments: Vec<String>,
    /// The line of its last segment, from 1.
    pub(super) line: usize,
}

/// All paths of two segments or more, and all of one in a `use`, outside test modules.
pub(super) fn paths(source: &str) -> Vec<NamedPath> {
    let tokens = without_tests(&tokens(source));
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let starts = tokens[at].is_word() && !(at > 0 && tokens[at - 1].text == "::");
        at = if starts { expand(&tokens, at, &[], &mut found) } else { at + 1 };
    }
    found
}

#[derive(Clone, Debug)]
struct Token {
    text: String,
    line: usize,
}

impl Token {
    fn is_word(&self) -> bool {
        self.text.starts_with(|c: char| c.is_alphabetic() || c == '_')
    }
}

/// Adds the path that starts at `at` to `found`, after `prefix`; returns where it ends.
fn expand(tokens: &[Token], mut at: usize, prefix: &[String], found: &mut Vec<NamedPath>) -> usize {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let mut segments = prefix.to_vec();
    let mut line = tokens[at].line;
    loop {
        match text(at) {
            "{" => return expand_group(tokens, at, &segments, found),
            "*" => segments.push("*".to_owned()),
            word => segments.push(word.to_owned()),
        }
        line = tokens.get(at).map_or(line, |token| token.line);
        let goes_on = text(at + 1) == "::"
            && tokens.get(at + 2).is_some_and(|next| next.is_word() || next.text == "{" || next.text == "*");
        if !goes_on {
            break;
        }
        at += 2;
    }
    found.push(NamedPath { segments, line });
    at + 1
}

fn expand_group(tokens: &[Token], open: usize, prefix: &[String], found: &mut Vec<NamedPath>) -> usize {
    let mut at = open + 1;
    while at < tokens.len() && tokens[at].text != "}" {
        let starts = tokens[at].is_word() || tokens[at].text == "*" || tokens[at].text == "{";
        if starts && tokens[at].text == "as" {
            at += 2; // the new name is no path
        } else if starts {
            at = expand(tokens, at, prefix, found);
        } else {
            at += 1;
        }
    }
    at + 1
}

/// Leaves out whatever stands under `#[cfg(test)]`.
fn without_tests(tokens: &[Token]) -> Vec<Token> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        if rest.len() > MARK.len() && rest.iter().zip(MARK).all(|(token, mark)| token.text == mark) {
            at += MARK.len() + item_len(&rest[MARK.len()..]);
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// How many tokens an item has, up to its closing brace or its semicolon.
fn item_len(tokens: &[Token]) -> usize {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate() {
        match token.text.as_str() {
            "{" => depth += 1,
            "}" if depth <= 1 => return index + 1,
            "}" => depth -= 1,
            ";" if depth == 0 => return index + 1,
            _ => {}
        }
    }
    tokens.len()
}

/// Words and single marks (`::` is one), without comments, strings and characters.
fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let end = end_of_token(&chars, at);
        let text: String = chars[at..end].iter().collect();
        let is_kept = !text.starts_with(char::is_whitespace)
            && !text.starts_with("//")
            && !text.starts_with("/*")
            && !text.contains(['"', '\'']);
        if is_kept {
            tokens.push(Token { text: text.trim_start_matches("r#").to_owned(), line });
        }
        line += text.matches('\n').count();
        at = end;
    }
    tokens
}

fn end_of_token(chars: &[char], at: usize) -> usize {
    let next = |ahead: usize| chars.get(at + ahead).copied().unwrap_or('\0');
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    match (chars[at], next(1)) {
        ('/', '/') => find(chars, at, |c| c == '\n'),
        ('/', '*') => end_of_comment(chars, at),
        (':', ':') => at + 2,
        ('"', _) => end_of_string(chars, at),
        ('r' | 'b' | 'c', _) if raw_string_hashes(chars, at).is_some() => end_of_raw_string(chars, at),
        ('b' | 'c', '"') => end_of_string(chars, at + 1),
        ('\'', '\\') => find(chars, at + 3, |c| c == '\'') + 1,
        ('\'', _) if next(2) == '\'' => at + 3,
        ('\'', _) => find(chars, at + 1, |c| !is_word(c)), // a lifetime
        ('r', '#') if is_word(next(2)) => find(chars, at + 2, |c| !is_word(c)),
        (c, _) if is_word(c) => find(chars, at, |c| !is_word(c)),
        (c, _) if c.is_whitespace() => find(chars, at, |c| !c.is_whitespace()),
        _ => at + 1,
    }
    .min(chars.len())
}

fn find(chars: &[char], from: usize, is_end: impl Fn(char) -> bool) -> usize {
    (from..chars.len()).find(|&i| is_end(chars[i])).unwrap_or(chars.len())
}

fn end_of_comment(chars: &[char], mut at: usize) -> usize {
    let mut depth = 0_usize;
    while at + 1 < chars.len() {
        match (chars[at], chars[at + 1]) {
            ('/', '*') => (depth, at) = (depth + 1, at + 2),
            ('*', '/') if depth == 1 => return at + 2,
            ('*', '/') => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    chars.len()
}

fn end_of_string(chars: &[char], quote: usize) -> usize {
    let mut at = quote + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// For `r"`, `br##"` and the like: where the hashes begin and how many they are.
fn raw_string_hashes(chars: &[char], at: usize) -> Option<(usize, usize)> {
    let start = if chars[at] == 'r' { at + 1 } else { at + 2 };
    if chars.get(start - 1) != Some(&'r') {
        return None;
    }
    let hashes = chars.get(start..)?.iter().take_while(|&&c| c == '#').count();
    (chars.get(start + hashes) == Some(&'"')).then_some((start, hashes))
}

fn end_of_raw_string(chars: &[char], at: usize) -> usize {
    let Some((start, hashes)) = raw_string_hashes(chars, at) else { return at + 1 };
    let mut end = start + hashes + 1;
    while end < chars.len() {
        let closes = chars[end] == '"'
            && chars[end + 1..].iter().take(hashes).filter(|&&c| c == '#').count() == hashes;
        if closes {
            return end + 1 + hashes;
        }
        end += 1;
    }
    chars.len()
}

#[cfg(test)]
mod tests {
    use super::paths;

    fn listed(source: &str) -> Vec<String> {
        paths(source)
            .iter()
            .filter(|path| path.segments.len() > 1)
            .map(|path| format!("{}:{}", path.line, path.segments.join("::")))
            .collect()
    }

    #[test]
    fn groups_are_written_out() {
        let source = "use std::{\n    fs,\n    io::{self as other, Read},\n};\nuse crate::model::*;\n";
        assert_eq!(listed(source), ["2:std::fs", "3:std::io::self", "3:std::io::Read", "5:crate::model::*"]);
    }

    #[test]
    fn paths_in_expressions_count() {
        assert_eq!(
            listed("fn f() -> u8 {\n  super::super::ui::g::<u8>(Instant::now())\n}"),
            ["2:super::super::ui::g", "2:Instant::now"]
        );
    }

    #[test]
    fn comments_strings_and_characters_do_not() {
        let source = "// std::fs\n/* a::b /* c::d */ e::f */ const A: &str = \"g::h \\\" i::j\";\n\
            const B: &str = r#\"k::l \" m::n\"#; const C: char = '\"'; fn o<'p>(q: &'p str) { r::s() }";
        assert_eq!(listed(source), ["3:r::s"]);
    }

    #[test]
    fn test_modules_do_not() {
        let source = "use a::b;\n#[cfg(test)]\nmod tests {\n  use c::d;\n  fn e() { f::g() }\n}\nuse h::i;\n\
            #[cfg(test)]\nmod more;\nuse j::k;";
        assert_eq!(listed(source), ["1:a::b", "7:h::i", "10:j::k"]);
    }
}
