//! The page: its head, and the routine's blocks in order.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Sheet;
use super::card::Card;
use super::pictures::Pictures;
use super::sources::Sources;
use crate::engine::Entry;
use crate::model::{Block, Dose, Equipment, RepeatBlock, Seconds, SectionBlock};
use crate::text::Escaped;

const STYLE: &str = include_str!("../../assets/sheet.css");

/// What runs of one block: its entry in the first round, and how many rounds there are.
struct Runs<'a> {
    first: &'a Entry,
    rounds: usize,
}

/// A sheet being written.
pub(super) struct Page<'a> {
    sheet: &'a Sheet<'a>,
    /// By place in the routine.
    runs: BTreeMap<&'a [usize], Runs<'a>>,
    pictures: Pictures<'a>,
    sources: Sources<'a>,
    number: usize,
    body: String,
}

impl<'a> Page<'a> {
    pub(super) fn new(sheet: &'a Sheet<'a>) -> Self {
        let mut runs: BTreeMap<&[usize], Runs<'_>> = BTreeMap::new();
        for entry in &sheet.timeline.entries {
            runs.entry(&entry.place).or_insert(Runs { first: entry, rounds: 0 }).rounds += 1;
        }
        let (pictures, sources) = (Pictures::new(sheet.body), Sources::new(sheet.timeline, sheet.sources));
        Self { sheet, runs, pictures, sources, number: 0, body: String::new() }
    }

    /// The whole page.
    pub(super) fn render(mut self) -> String {
        self.blocks(&self.sheet.routine.blocks, &mut Vec::new(), 1);
        let Sheet { routine, words, .. } = *self.sheet;
        let mut out = String::from("<!DOCTYPE html>\n");
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            "<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
             <meta name=\"viewport\" content=\"width=device-width\"/>\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n",
            Escaped(&words.get("sheet-language")),
            Escaped(&routine.name)
        );
        let head = self.head();
        let _ = write!(
            out,
            "<body>\n{}{head}<main>\n{}</main>\n{}</body>\n</html>\n",
            self.pictures.into_store(),
            self.body,
            self.sources.render(words)
        );
        out
    }

    fn head(&self) -> String {
        let Sheet { routine, words, timeline, .. } = *self.sheet;
        let is_open = |entry: &Entry| matches!(entry.dose, Dose::Open { .. });
        let time = if timeline.entries.iter().any(is_open) { "sheet-time-open" } else { "sheet-time-about" };
        let time = words.with(time, &[("minutes", words.minutes(timeline.total_ms()).into())]);
        let mut out = format!("<header>\n<h1>{}</h1>\n", Escaped(&routine.name));
        if !routine.summary.trim().is_empty() {
            let _ = writeln!(out, "<p>{}</p>", Escaped(&routine.summary));
        }
        let _ = writeln!(
            out,
            "<dl class=\"facts\"><dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd></dl>",
            Escaped(&words.get("sheet-time")),
            Escaped(&time),
            Escaped(&words.get("sheet-equipment")),
            Escaped(&self.equipment())
        );
        let _ = writeln!(out, "<p class=\"stop\">{}</p>", Escaped(&words.get("sheet-stop")));
        let signed: String = ["sheet-name", "sheet-date", "sheet-pain"]
            .map(|key| format!("<span>{}</span>", Escaped(&words.get(key))))
            .concat();
        let _ = writeln!(out, "<p class=\"signed\">{signed}</p>\n</header>");
        out
    }

    /// Everything needed, in order of appearance.
    fn equipment(&self) -> String {
        let words = self.sheet.words;
        let mut needed: Vec<Equipment> = Vec::new();
        for exercise in self.sheet.timeline.entries.iter().filter_map(|entry| entry.exercise.as_ref()) {
            for &one in &exercise.equipment {
                if !needed.contains(&one) {
                    needed.push(one);
                }
            }
        }
        if needed.is_empty() {
            return words.get("sheet-equipment-none");
        }
        let names: Vec<String> = needed.into_iter().map(|one| words.equipment(one)).collect();
        names.join(", ")
    }

    /// The blocks at `path`, which the routine comes to `rounds` times.
    fn blocks(&mut self, blocks: &[Block], path: &mut Vec<usize>, rounds: usize) {
        for (index, block) in blocks.iter().enumerate() {
            path.push(index);
            // What does not run is left out, and whatever lies below it too.
            if let Some(all) = self.rounds_below(path) {
                match block {
                    Block::Step(_) | Block::Breathe(_) => self.card(path),
                    Block::Rest(_) => self.rest(path),
                    Block::Repeat(repeat) => self.repeat(repeat, path, (rounds, all)),
                    Block::Section(section) => self.section(section, path, rounds),
                }
            }
            path.pop();
        }
    }

    /// How many times the routine comes to the first thing at or below a path that runs.
    fn rounds_below(&self, path: &[usize]) -> Option<usize> {
        let (place, runs) = self.runs.range(path..).next()?;
        place.starts_with(path).then_some(runs.rounds)
    }

    fn card(&mut self, path: &[usize]) {
        let Some(&Runs { first: entry, rounds }) = self.runs.get(path) else { return };
        self.number += 1;
        let own = entry.first_segment as usize..entry.end_segment as usize;
        let card = Card {
            entry,
            segments: self.sheet.timeline.segments.get(own).unwrap_or_default(),
            rounds,
            number: self.number,
            words: self.sheet.words,
            sources: &self.sources,
            picture: entry
                .exercise
                .as_ref()
                .and_then(|exercise| self.sheet.pictures.get(&exercise.id))
                .map(String::as_str),
        };
        self.body.push_str(&card.render(&mut self.pictures));
    }

    fn rest(&mut self, path: &[usize]) {
        let Some(Runs { first: Entry { dose: Dose::Hold { secs, .. }, .. }, .. }) = self.runs.get(path)
        else {
            return;
        };
        let words = self.sheet.words;
        let time = words.length(secs.to_ms().unwrap_or_default());
        let line = words.with("sheet-rest", &[("time", time.into())]);
        let _ = writeln!(self.body, "<p class=\"rest\">{}</p>", Escaped(&line));
    }

    /// A repeat, which the routine comes to `outer` times and whose blocks run `all` times.
    fn repeat(&mut self, repeat: &RepeatBlock, path: &mut Vec<usize>, (outer, all): (usize, usize)) {
        let times = all / outer.max(1);
        if times < 2 {
            return self.blocks(&repeat.blocks, path, outer);
        }
        let words = self.sheet.words;
        let rest = repeat.rest_secs.and_then(Seconds::to_ms).filter(|ms| *ms > 0);
        let heading = match rest {
            Some(ms) => {
                words.with("sheet-rounds-rest", &[("n", times.into()), ("rest", words.length(ms).into())])
            }
            None => words.with("sheet-rounds", &[("n", times.into())]),
        };
        let _ = writeln!(self.body, "<section class=\"again\">\n<h2>{}</h2>", Escaped(&heading));
        self.blocks(&repeat.blocks, path, all);
        self.body.push_str("</section>\n");
    }

    fn section(&mut self, section: &SectionBlock, path: &mut Vec<usize>, rounds: usize) {
        let _ = writeln!(self.body, "<section>\n<h2>{}</h2>", Escaped(&section.name));
        self.blocks(&section.blocks, path, rounds);
        self.body.push_str("</section>\n");
    }
}
