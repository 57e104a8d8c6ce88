//! Settings from a text that may be damaged: entry by entry, so that one bad value costs no other.

use std::collections::BTreeSet;

use crate::model::{Settings, ron_dialect};
use crate::store::ron_layout::flat_parts;
use crate::store::ron_text::parse;
use crate::store::ron_tokens::TokenKind;
use crate::store::ron_tree::{Group, Item, Part, tree};

/// After so many entries that cannot be used, others inside the same one are no longer tried.
const MOST_TRIED: usize = 200;

/// How many lines of a damaged piece are tried without those that follow.
const MOST_LINES: usize = 64;

/// Inside a value whose parts need one another, at most this many are tried without.
const MOST_LEFT_OUT: usize = 16;

const UNBALANCED: &str = "a bracket or quote is missing or too many";

/// An entry that could not be used.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lost {
    /// Its name ("voice.rate"); empty for what has none.
    pub(super) entry: String,
    /// Where it stands, in bytes.
    pub(super) at: usize,
    /// What is wrong with it.
    pub(super) why: String,
}

/// What could be read, and what not.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Salvaged {
    pub(super) settings: Settings,
    /// True where nothing in the text looks like settings.
    pub(super) unreadable: bool,
    pub(super) lost: Vec<Lost>,
}

/// Reads whatever can be read of a text.
pub(super) fn read(text: &str) -> Salvaged {
    let problem = match parse::<Settings>(text) {
        Ok(settings) => return Salvaged { settings, unreadable: false, lost: Vec::new() },
        Err(problem) => problem.message,
    };
    // Where brackets match by accident, the lines may tell more than the brackets do.
    let by_brackets = tree(text).and_then(|value| {
        let mut found = Finds::default();
        found.entries(value.group()?, |at| at);
        Some(found)
    });
    let by_lines = by_lines(text);
    let found = match by_brackets {
        Some(found) if found.kept.len() >= by_lines.kept.len() => found,
        _ => by_lines,
    };
    match parse::<Settings>(&format!("({})", found.kept.join(", "))) {
        Ok(settings) if !found.kept.is_empty() || !found.lost.is_empty() => {
            Salvaged { settings, unreadable: false, lost: found.lost }
        }
        _ => {
            let lost = vec![Lost { entry: String::new(), at: 0, why: problem }];
            Salvaged { settings: Settings::default(), unreadable: true, lost }
        }
    }
}

/// Entries found so far.
#[derive(Default)]
struct Finds {
    kept: Vec<String>,
    names: BTreeSet<String>,
    lost: Vec<Lost>,
}

impl Finds {
    /// Takes in the entries of the outermost brackets; `place` tells where they stand in the file.
    fn entries(&mut self, group: &Group<'_>, place: impl Fn(usize) -> usize) {
        let known = names_of_settings();
        for parts in entries_of(group) {
            let name = name_of(parts).unwrap_or_default();
            let mut sieve = Sieve { path: vec![name.to_owned()], lost: Vec::new() };
            let is_hopeless = self.lost.len() >= MOST_TRIED && !known.contains(name);
            let kept = if name.is_empty() || is_hopeless {
                sieve.lose(parts, "this is no setting");
                None
            } else if self.names.contains(name) {
                sieve.lose(parts, "it is given twice, and the first is used");
                None
            } else {
                sieve.keep(parts, &|text| format!("({text})"))
            };
            self.lost.extend(sieve.lost.into_iter().map(|lost| Lost { at: place(lost.at), ..lost }));
            if let Some(text) = kept {
                self.names.insert(name.to_owned());
                self.kept.push(text);
            }
        }
    }
}

/// Takes one entry apart as far as it has to be.
struct Sieve {
    path: Vec<String>,
    lost: Vec<Lost>,
}

impl Sieve {
    /// What can be kept of these pieces, where `within` puts a text where they stand.
    fn keep(&mut self, parts: &[Part<'_>], within: &dyn Fn(&str) -> String) -> Option<String> {
        let whole = flat_parts(parts);
        let why = match parse::<Settings>(&within(&whole)) {
            Ok(_) => return Some(whole),
            Err(problem) => problem.message,
        };
        let Some((Part::Group(group, _), before)) = parts.split_last() else {
            self.lose(parts, &why);
            return None;
        };
        let (head, close) = (flat_parts(before) + group.open, group.close());
        let inside = |text: &str| within(&format!("{head}{text}{close}"));
        let entries = entries_of(group);
        let kept = if parse::<Settings>(&inside("")).is_ok() {
            self.keep_each(&entries, &inside)
        } else if let Some(kept) = self.leave_one_out(&entries, &inside) {
            kept
        } else {
            self.lose(parts, &why);
            return None;
        };
        Some(format!("{head}{}{close}", kept.join(", ")))
    }

    /// Those of independent entries that can be read.
    fn keep_each(&mut self, entries: &[&[Part<'_>]], inside: &dyn Fn(&str) -> String) -> Vec<String> {
        let mut names = BTreeSet::new();
        let mut kept = Vec::new();
        for parts in entries {
            let name = name_of(parts);
            if name.is_some_and(|name| !names.insert(name)) {
                self.lose(parts, "it is given twice, and the first is used");
                continue;
            }
            if self.lost.len() >= MOST_TRIED {
                self.lose(parts, "too much around it is wrong");
                continue;
            }
            self.path.extend(name.map(str::to_owned));
            kept.extend(self.keep(parts, inside));
            self.path.truncate(self.path.len() - usize::from(name.is_some()));
        }
        kept
    }

    /// Entries that need one another, without the one that is wrong, where there is just one.
    fn leave_one_out(
        &mut self,
        entries: &[&[Part<'_>]],
        inside: &dyn Fn(&str) -> String,
    ) -> Option<Vec<String>> {
        if entries.len() > MOST_LEFT_OUT {
            return None;
        }
        let flat: Vec<String> = entries.iter().map(|parts| flat_parts(parts)).collect();
        entries.iter().enumerate().find_map(|(index, parts)| {
            let mut others = flat.clone();
            others.remove(index);
            parse::<Settings>(&inside(&others.join(", "))).ok()?;
            self.path.extend(name_of(parts).map(str::to_owned));
            self.lose(parts, "it does not belong here");
            self.path.truncate(self.path.len() - usize::from(name_of(parts).is_some()));
            Some(others)
        })
    }

    fn lose(&mut self, parts: &[Part<'_>], why: &str) {
        let at = match parts.first() {
            Some(Part::Token(token)) => token.at,
            Some(Part::Group(_, at)) => *at,
            None => 0,
        };
        self.lost.push(Lost { entry: self.path.join("."), at, why: why.to_owned() });
    }
}

/// The entries of a group. In one of named entries a name starts a new one even where the comma
/// before it is gone.
fn entries_of<'g, 'a>(group: &'g Group<'a>) -> Vec<&'g [Part<'a>]> {
    let mut entries = Vec::new();
    for item in &group.items {
        let mut rest = item.parts.as_slice();
        while let Some(next) = (1..rest.len()).find(|&at| group.open == "(" && name_of(&rest[at..]).is_some())
        {
            let (entry, others) = rest.split_at(next);
            entries.push(entry);
            rest = others;
        }
        entries.push(rest);
    }
    entries
}

/// The name before the colon.
fn name_of<'a>(parts: &[Part<'a>]) -> Option<&'a str> {
    match parts {
        [Part::Token(name), Part::Token(colon), ..]
            if name.kind == TokenKind::Word && colon.kind == TokenKind::Colon =>
        {
            Some(name.text)
        }
        _ => None,
    }
}

/// Entries of a text whose brackets or quotes do not match: each starts on a line of its own, as
/// far indented as most of them are.
fn by_lines(text: &str) -> Finds {
    let starts = starts_of_entries(text);
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let mut found = Finds::default();
    for (&start, end) in starts.iter().zip(ends) {
        let piece = &text[start..end];
        let Some((bracketed, len)) = readable_part(piece) else {
            let entry = piece.split(':').next().unwrap_or_default().trim().to_owned();
            found.lost.push(Lost { entry, at: start, why: UNBALANCED.to_owned() });
            continue;
        };
        let value = tree(&bracketed);
        if let Some(group) = value.as_ref().and_then(Item::group) {
            // Less the bracket that was put before it.
            found.entries(group, |at| start + at.saturating_sub(1));
        }
        if piece[len..].contains(|c: char| !c.is_whitespace() && c != ')') {
            let rest = piece[len..].trim_start();
            let at = end - rest.len();
            found.lost.push(Lost { entry: String::new(), at, why: UNBALANCED.to_owned() });
        }
    }
    found
}

/// As many lines of a piece, from its first, as have matching brackets, with brackets around them
/// that match each other, and how long they are. The bracket that closes the whole file ends the last piece, and is missed
/// by none.
fn readable_part(piece: &str) -> Option<(String, usize)> {
    let ends: Vec<usize> = piece.match_indices('\n').map(|(at, _)| at).chain([piece.len()]).collect();
    let first = ends.len().saturating_sub(MOST_LINES);
    ends[first..].iter().rev().chain(&ends[..first.min(1)]).find_map(|&len| {
        let lines = piece[..len].trim_end();
        let blank = [',', ' ', '\n', '\r', '\t'];
        [Some(lines), lines.strip_suffix(')')]
            .into_iter()
            .flatten()
            .map(|lines| format!("({})", lines.trim_end_matches(blank)))
            .find(|bracketed| tree(bracketed).is_some_and(|value| value.parts.len() == 1))
            .map(|bracketed| (bracketed, len))
    })
}

/// Where lines start that name a setting, in bytes, without those that belong to another.
fn starts_of_entries(text: &str) -> Vec<usize> {
    let names = names_of_settings();
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_start();
        let indent = line.len() - content.len();
        let name = content.split(':').next().filter(|name| name.len() < content.len());
        if name.is_some_and(|name| names.contains(name.trim())) {
            lines.push((indent, at + indent));
        }
        at += line.len();
    }
    let count = |indent: usize| lines.iter().filter(|(other, _)| *other == indent).count();
    let Some(usual) = lines.iter().map(|(indent, _)| *indent).max_by_key(|&indent| count(indent)) else {
        return Vec::new();
    };
    lines.into_iter().filter(|(indent, _)| *indent == usual).map(|(_, at)| at).collect()
}

/// What settings there are, by name.
fn names_of_settings() -> BTreeSet<String> {
    let text = ron_dialect().to_string(&Settings::default()).unwrap_or_default();
    let value = tree(&text);
    let group = value.as_ref().and_then(|value| value.group());
    let names = group.into_iter().flat_map(|group| group.items.iter().filter_map(Item::key));
    names.map(str::to_owned).collect()
}
