//! The card of one exercise: pictures, words and boxes to tick.

use std::fmt::Write as _;

use super::boxes::{boxes, sides};
use super::marks::{marked, running};
use super::pictures::{Picture, Pictures};
use super::sources::Sources;
use crate::engine::{Entry, Segment};
use crate::model::{BreathPattern, BreathPhase, Dose, Exercise, Line, Motion, Side, Sides};
use crate::text::{Escaped, Words};

/// What a card needs besides its entry.
pub(super) struct Card<'a> {
    /// The entry, in its first round.
    pub(super) entry: &'a Entry,
    /// Its segments in that round.
    pub(super) segments: &'a [Segment],
    /// How often the routine comes to it.
    pub(super) rounds: usize,
    /// Its number on the sheet, from 1.
    pub(super) number: usize,
    /// The language.
    pub(super) words: &'a Words,
    /// Where its facts come from.
    pub(super) sources: &'a Sources<'a>,
    /// A still picture that stands in for the motion, as an address.
    pub(super) picture: Option<&'a str>,
}

impl Card<'_> {
    /// The card as HTML.
    pub(super) fn render(&self, pictures: &mut Pictures<'_>) -> String {
        let Some(exercise) = &self.entry.exercise else { return self.breathing_alone() };
        let side = (exercise.sides != Sides::Both).then(|| self.first_side());
        // Nobody has drawn it yet: a figure that only stands would tell a lie.
        let is_drawn = exercise.motion != Motion::default();
        let drawn = if self.picture.is_none() && is_drawn {
            pictures.of(exercise, &self.entry.dose, side)
        } else {
            Vec::new()
        };
        let figures = match self.picture {
            Some(address) => self.own_picture(exercise, address),
            None => self.figures(exercise, side, &drawn),
        };
        let text = self.text(exercise);
        let body = format!("<div>\n{figures}{}</div>\n{text}", self.boxes());
        self.framed("card", &exercise.name, &body)
    }

    fn breathing_alone(&self) -> String {
        let pattern = &self.entry.breath;
        let name = self.words.with("sheet-breathe", &[("name", pattern.name.as_str().into())]);
        let line = self.breath_line(pattern);
        let body = format!("<div class=\"text\">\n<p>{}</p>\n</div>\n{}", Escaped(&line), self.boxes());
        self.framed("card plain", &name, &body)
    }

    fn framed(&self, class: &str, name: &str, body: &str) -> String {
        let title = self.words.with("sheet-numbered", &[("n", self.number.into()), ("name", name.into())]);
        format!(
            "<article class=\"{class}\">\n<header><h3>{}</h3><p class=\"dose\">{}</p></header>\n{body}</article>\n",
            Escaped(&title),
            marked(&self.dose(), self.is_dose_added(), self.words),
        )
    }

    fn boxes(&self) -> String {
        boxes(self.entry, self.segments, self.rounds, self.words)
    }

    /// True where the time is all that is counted, whichever side it goes to.
    fn is_on_time(&self) -> bool {
        matches!(self.entry.dose, Dose::Timed { .. } | Dose::Open { .. })
    }

    fn first_side(&self) -> Side {
        sides(self.entry, self.segments).first().copied().unwrap_or(Side::Right)
    }

    fn dose(&self) -> String {
        let amount = self.words.amount_told(&self.entry.dose);
        let Some(exercise) = &self.entry.exercise else { return amount };
        let has_two_sides = sides(self.entry, self.segments).len() > 1;
        let key = match (exercise.sides, exercise.ways.len() > 1) {
            (Sides::Alternating, _) if self.is_on_time() => "sheet-dose-taking-turns",
            (Sides::Alternating, _) if has_two_sides => "sheet-dose-alternating",
            (Sides::Each, true) if has_two_sides => "sheet-dose-each-side-way",
            (Sides::Each, false) if has_two_sides => "sheet-dose-each-side",
            (_, true) => "sheet-dose-each-way",
            (_, false) => return amount,
        };
        self.words.with(key, &[("dose", amount.into())])
    }

    /// True where the amount is the exercise's own and no source gives it.
    fn is_dose_added(&self) -> bool {
        let exercise = self.entry.exercise.as_deref();
        exercise.is_some_and(|exercise| !exercise.dose_stated && exercise.dose == self.entry.dose)
    }

    fn own_picture(&self, exercise: &Exercise, address: &str) -> String {
        let name = self.words.with("ex-picture-name", &[("exercise", exercise.name.as_str().into())]);
        format!(
            "<div class=\"pictures one\">\n<figure><img src=\"{}\" alt=\"{}\"/></figure>\n</div>\n",
            Escaped(address),
            Escaped(&name)
        )
    }

    fn figures(&self, exercise: &Exercise, side: Option<Side>, pictures: &[Picture]) -> String {
        if pictures.is_empty() {
            return String::new();
        }
        let class = if pictures.len() == 1 { "pictures one" } else { "pictures" };
        let mut out = format!("<div class=\"{class}\">\n");
        for Picture { id, size, caption } in pictures {
            let caption = self.words.get(caption);
            let name = self.words.with(
                "sheet-picture",
                &[("name", exercise.name.as_str().into()), ("what", caption.as_str().into())],
            );
            // Writing to a String cannot fail.
            let _ = writeln!(
                out,
                "<figure><svg role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {w} {h}\">\
                 <use href=\"#{id}\" width=\"{w}\" height=\"{h}\"/></svg><figcaption>{}</figcaption></figure>",
                Escaped(&name),
                Escaped(&caption),
                w = size.x,
                h = size.y,
            );
        }
        let shown = side.map(|side| match side {
            Side::Right => "sheet-shown-right",
            Side::Left => "sheet-shown-left",
        });
        if let Some(shown) = shown {
            let _ = writeln!(out, "<p class=\"shown\">{}</p>", Escaped(&self.words.get(shown)));
        }
        out.push_str("</div>\n");
        out
    }

    fn text(&self, exercise: &Exercise) -> String {
        let (words, text) = (self.words, |text: &str| Escaped(text).to_string());
        let mut out = String::from("<div class=\"text\">\n");
        self.paragraph(&mut out, "", "sheet-note", &text(&self.entry.note));
        self.paragraph(&mut out, "", "sheet-setup", &running(&exercise.setup, words));
        out.push_str(&self.steps(&exercise.steps));
        if exercise.ways.len() > 1 {
            self.paragraph(&mut out, "", "sheet-ways", &text(&exercise.ways.join(", ")));
        }
        self.paragraph(&mut out, "", "sheet-breathing", &self.breathing(exercise));
        self.paragraph(&mut out, "caution", "sheet-caution", &running(&exercise.cautions, words));
        out.push_str(&self.facts(exercise));
        out.push_str("</div>\n");
        out
    }

    /// A labelled paragraph of HTML, where there is something to say.
    fn paragraph(&self, out: &mut String, class: &str, label: &str, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let _ = writeln!(out, "<p{class}>{}</p>", self.labelled(label, text));
    }

    /// Where it is felt, where it is done, with what and who says so, in one paragraph.
    fn facts(&self, exercise: &Exercise) -> String {
        let felt = exercise.felt.iter().map(|felt| marked(&felt.name, !felt.stated, self.words));
        let felt: Vec<String> = felt.collect();
        let position = exercise.positions.first().map(|&position| self.words.position(position));
        let needs: Vec<String> = exercise.equipment.iter().map(|&one| self.words.equipment(one)).collect();
        let facts = [
            ("sheet-felt", felt.join(", ")),
            ("sheet-position", Escaped(&position.unwrap_or_default()).to_string()),
            ("sheet-needs", Escaped(&needs.join(", ")).to_string()),
            ("sheet-from", self.sources.numbers(exercise)),
        ];
        let known = facts.iter().filter(|(_, fact)| !fact.trim().is_empty());
        let told: Vec<String> = known.map(|(label, fact)| self.labelled(label, fact)).collect();
        if told.is_empty() { String::new() } else { format!("<p>{}.</p>\n", told.join(". ")) }
    }

    /// HTML after its label.
    fn labelled(&self, label: &str, text: &str) -> String {
        format!("<strong>{}</strong> {text}", Escaped(&self.words.get(label)))
    }

    fn breathing(&self, exercise: &Exercise) -> String {
        let Some(breathing) = &exercise.breathing else { return String::new() };
        let parts = [("sheet-inhale-does", &breathing.inhale), ("sheet-exhale-does", &breathing.exhale)];
        let told = parts.into_iter().filter(|(_, what)| !what.trim().is_empty());
        let told: Vec<String> =
            told.map(|(key, what)| self.words.with(key, &[("what", what.as_str().into())])).collect();
        if told.is_empty() {
            return String::new();
        }
        marked(&told.join(" "), !breathing.stated, self.words)
    }

    fn steps(&self, steps: &[Line]) -> String {
        if steps.is_empty() {
            return String::new();
        }
        let mut out = String::from("<ol>\n");
        for step in steps {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "<li>{}</li>", marked(&step.text, !step.stated, self.words));
        }
        out.push_str("</ol>\n");
        out
    }

    fn breath_line(&self, pattern: &BreathPattern) -> String {
        let stage = |phase| match phase {
            BreathPhase::In => "sheet-breathe-in",
            BreathPhase::Full => "sheet-breathe-full",
            BreathPhase::Out => "sheet-breathe-out",
            BreathPhase::Empty => "sheet-breathe-empty",
        };
        let stages: Vec<String> = pattern
            .stages
            .iter()
            .map(|one| self.words.with(stage(one.0), &[("secs", one.1.0.into())]))
            .collect();
        self.words.with("sheet-breathe-line", &[("stages", stages.join(", ").into())])
    }
}
