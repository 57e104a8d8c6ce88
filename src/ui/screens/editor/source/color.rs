//! A text laid out in colours, line by line: lines that are as they were are not laid out again.

use std::iter::Peekable;
use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, LayoutSection, TextFormat};
use egui::{Color32, FontId, Galley, Id, Ui};

use crate::store::ron_colors::{TokenClass, highlight};
use crate::ui::Look;
use crate::ui::theme::{Colors, Face, Size};

/// How far behind a place a piece of the text can look before it is known what it is, in bytes. A
/// quote looks that far for the end of its character.
const LOOKS_AHEAD: usize = 64;

/// The text as it was laid out last.
pub(super) struct Drawn {
    pub(super) text: Arc<str>,
    pub(super) galley: Arc<Galley>,
    lines: Vec<Line>,
    galleys: Vec<Arc<Galley>>,
    /// Another where the fonts were made anew: what was laid out before would show other glyphs.
    fonts: Arc<Galley>,
    font: FontId,
    ink: [Color32; 6],
}

/// What is known of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Line {
    /// In bytes, without its end.
    len: usize,
    /// It begins within a string or a comment that began before it.
    is_inside: bool,
}

/// How texts are laid out here.
pub(super) struct Pen {
    id: Id,
    pub(super) font: FontId,
    ink: [Color32; 6],
    fonts: Arc<Galley>,
}

impl Pen {
    pub(super) fn new(ui: &Ui, look: &Look<'_>, id: Id) -> Self {
        let colors = &look.theme.colors;
        let font = look.font(Size::Small, Face::Mono);
        let fonts = ui.fonts_mut(|fonts| fonts.layout_no_wrap("0".to_owned(), font.clone(), colors.quiet));
        Self { id, font, ink: inks(colors), fonts }
    }

    /// What was laid out last.
    pub(super) fn drawn(&self, ui: &Ui) -> Option<Arc<Drawn>> {
        ui.data(|data| data.get_temp(self.id))
    }

    /// The text laid out, without wrapping.
    pub(super) fn galley(&self, ui: &Ui, text: &str) -> Arc<Galley> {
        let before = self.drawn(ui).filter(|drawn| {
            Arc::ptr_eq(&drawn.fonts, &self.fonts) && drawn.font == self.font && drawn.ink == self.ink
        });
        if let Some(drawn) = before.as_ref().filter(|drawn| *drawn.text == *text) {
            return drawn.galley.clone();
        }
        let drawn = Arc::new(self.draw(ui, text, before.as_deref()));
        let galley = drawn.galley.clone();
        ui.data_mut(|data| data.insert_temp(self.id, drawn));
        galley
    }

    /// Lays out the lines that are others than before.
    fn draw(&self, ui: &Ui, text: &str, before: Option<&Drawn>) -> Drawn {
        let (old_text, old_lines) = before.map_or(("", [].as_slice()), |drawn| (&*drawn.text, &drawn.lines));
        let (old_galleys, changes) =
            (before.map_or([].as_slice(), |drawn| &drawn.galleys), changes(old_text, old_lines, text));
        let (from, to) = (changes.old.start, changes.old.end);
        let mut galleys = Vec::with_capacity(old_galleys.len() + changes.lines.len());
        galleys.extend_from_slice(&old_galleys[..from]);
        ui.fonts_mut(|fonts| {
            for (_, job) in &changes.lines {
                galleys.push(fonts.layout_job(self.job(text, job)));
            }
        });
        galleys.extend_from_slice(&old_galleys[to..]);
        let mut lines = Vec::with_capacity(galleys.len());
        lines.extend_from_slice(&old_lines[..from]);
        lines.extend(changes.lines.iter().map(|(line, _)| *line));
        lines.extend_from_slice(&old_lines[to..]);
        let whole = LayoutJob { text: text.to_owned(), ..self.job("", &Colored::default()) };
        let galley = Galley::concat(Arc::new(whole), &galleys, ui.pixels_per_point());
        Drawn {
            text: text.into(),
            galley: Arc::new(galley),
            lines,
            galleys,
            fonts: self.fonts.clone(),
            font: self.font.clone(),
            ink: self.ink,
        }
    }

    /// A line of a text.
    fn job(&self, text: &str, line: &Colored) -> LayoutJob {
        let mut job = LayoutJob { text: text[line.range.clone()].to_owned(), ..LayoutJob::default() };
        job.wrap.max_width = f32::INFINITY;
        let mut end = line.range.start;
        for (range, class) in &line.pieces {
            // Signs and the blanks before them look alike: one section for both.
            self.section(&mut job, end - line.range.start..range.start - line.range.start, TokenClass::Sign);
            self.section(&mut job, range.start - line.range.start..range.end - line.range.start, *class);
            end = range.end;
        }
        self.section(&mut job, end - line.range.start..line.range.len(), TokenClass::Sign);
        if job.sections.is_empty() {
            // What tells an empty line how high it is.
            job.sections.push(self.layout_section(0..0, TokenClass::Sign));
        }
        job
    }

    fn section(&self, job: &mut LayoutJob, range: Range<usize>, class: TokenClass) {
        let color = self.ink[class as usize];
        if let Some(last) = job.sections.last_mut().filter(|last| last.format.color == color) {
            last.byte_range.end = range.end.into();
        } else if !range.is_empty() {
            job.sections.push(self.layout_section(range, class));
        }
    }

    fn layout_section(&self, range: Range<usize>, class: TokenClass) -> LayoutSection {
        LayoutSection {
            leading_space: 0.0,
            byte_range: range.start.into()..range.end.into(),
            format: TextFormat::simple(self.font.clone(), self.ink[class as usize]),
        }
    }
}

/// Where a line stands in its text, and its pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Colored {
    range: Range<usize>,
    pieces: Vec<(Range<usize>, TokenClass)>,
}

/// What is another between two texts.
#[derive(Debug)]
struct Changes {
    /// The lines that are no more, by their indices.
    old: Range<usize>,
    /// What stands in their place.
    lines: Vec<(Line, Colored)>,
}

/// Finds the lines that look another way than before.
fn changes(old: &str, old_lines: &[Line], new: &str) -> Changes {
    let (ahead, behind) = common(old.as_bytes(), new.as_bytes());
    let (mut first, mut from) = (0, 0);
    let mut at = 0;
    for (index, line) in old_lines.iter().enumerate() {
        if at + LOOKS_AHEAD > ahead {
            break;
        }
        if !line.is_inside {
            (first, from) = (index, at);
        }
        at += line.len + 1;
    }
    let (mut last, mut old_at) = (first, from);
    let mut lines = Vec::new();
    let mut pieces =
        highlight(&new[from..]).map(|(range, class)| (range.start + from..range.end + from, class));
    let mut pieces = pieces.by_ref().peekable();
    let mut at = from;
    while at <= new.len() {
        let is_inside = pieces.peek().is_some_and(|(range, _)| range.start < at);
        while last < old_lines.len() && old_at + new.len() < at + old.len() {
            old_at += old_lines[last].len + 1;
            last += 1;
        }
        let is_known = new.len() - at <= behind && old_at + new.len() == at + old.len();
        // From a line on that began outside of everything and still does, all is as it was.
        if is_known && !is_inside && old_lines.get(last).is_some_and(|line| !line.is_inside) {
            return Changes { old: first..last, lines };
        }
        let end = new[at..].find('\n').map_or(new.len(), |len| at + len);
        let range = at..end;
        lines.push((Line { len: end - at, is_inside }, Colored { pieces: cut(&mut pieces, &range), range }));
        at = end + 1;
    }
    Changes { old: first..old_lines.len(), lines }
}

/// The pieces of a line, of which the last may go on behind it.
fn cut(
    pieces: &mut Peekable<impl Iterator<Item = (Range<usize>, TokenClass)>>,
    line: &Range<usize>,
) -> Vec<(Range<usize>, TokenClass)> {
    let mut found = Vec::new();
    while let Some((range, class)) = pieces.peek().filter(|(range, _)| range.start < line.end) {
        found.push((range.start.max(line.start)..range.end.min(line.end), *class));
        if range.end > line.end {
            break;
        }
        pieces.next();
    }
    while pieces.next_if(|(range, _)| range.end <= line.end + 1).is_some() {}
    found
}

/// How many bytes are the same at the start, and at the end.
pub(super) fn common(old: &[u8], new: &[u8]) -> (usize, usize) {
    let least = old.len().min(new.len());
    let ahead = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let behind = old.iter().rev().zip(new.iter().rev());
    (ahead, behind.take(least - ahead).take_while(|(a, b)| a == b).count())
}

/// One colour for each class, in their order.
fn inks(colors: &Colors) -> [Color32; 6] {
    [colors.quiet, colors.code_text, colors.code_number, colors.ink, colors.teal, colors.ink]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines with their pieces as texts.
    type Told = Vec<(Line, Vec<(String, TokenClass)>)>;

    fn told(text: &str, lines: &[(Line, Colored)]) -> Told {
        let pieces = |line: &Colored| {
            line.pieces.iter().map(|(range, class)| (text[range.clone()].to_owned(), *class)).collect()
        };
        lines.iter().map(|(line, colored)| (*line, pieces(colored))).collect()
    }

    fn whole(text: &str) -> Told {
        told(text, &changes("", &[], text).lines)
    }

    /// What the lines are after a change, where only those that changed are looked at.
    fn followed(old: &str, new: &str) -> (Told, usize) {
        let mut lines = whole(old);
        let known: Vec<Line> = lines.iter().map(|(line, _)| *line).collect();
        let changes = changes(old, &known, new);
        let looked_at = changes.lines.len();
        lines.splice(changes.old, told(new, &changes.lines));
        (lines, looked_at)
    }

    #[test]
    fn one_letter_is_one_line_or_a_few() {
        let line = |n: usize| format!("    Step(exercise: \"cat-cow\", sets: {n}),\n");
        let old = (0..500).map(line).collect::<Vec<_>>().concat();
        let at = old.find("250").unwrap();
        let new = format!("{}x{}", &old[..at], &old[at..]);
        let (lines, looked_at) = followed(&old, &new);
        assert_eq!(lines, whole(&new));
        assert!(looked_at <= 5, "{looked_at}");
    }

    #[test]
    fn any_change_comes_to_the_same_as_the_whole_looked_at_anew() {
        let bits = [
            "\"",
            "\n",
            "/*",
            "*/",
            "//",
            "a",
            ": ",
            "1",
            "'",
            "é",
            "r#\"",
            "\"#",
            "\\",
            "(",
            " ",
            "x: \"y\",\n",
        ];
        let mut seed = 7_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % below
        };
        let mut text = String::new();
        for _ in 0..4_000 {
            let place = |at: usize, text: &str| text.floor_char_boundary(at);
            let start = place(random(text.len() + 1), &text);
            let end = place((start + random(4)).min(text.len()), &text).max(start);
            let put: String = (0..random(3)).map(|_| bits[random(bits.len())]).collect();
            let new = format!("{}{put}{}", &text[..start], &text[end..]);
            assert_eq!(followed(&text, &new).0, whole(&new), "{text:?} to {new:?}");
            text = if new.len() > 400 { String::new() } else { new };
        }
    }
}
