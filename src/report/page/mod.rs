//! The record on one printed page: what was done, how often, and how it felt. For oneself, or for
//! whoever treats one.
//!
//! The page needs nothing beside it, runs nothing, and is well-formed XML too. What is long is cut,
//! and says by how much, so that it always fits one side of A4 or Letter.

mod bars;
mod body;
mod exercises;
mod facts;
mod pain;
mod plot;
mod telling;

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::figure::Body;
use crate::history::{Filter, Ledger, Overview, SessionLine};
use crate::model::{KeptSession, Plan, Safety};
use crate::text::{Escaped, Words};

const STYLE: &str = include_str!("../../../assets/summary.css");

/// What the page is made of.
#[derive(Clone, Copy)]
pub struct Summary<'a> {
    /// Every session.
    pub ledger: &'a Ledger,
    /// Which of them are told.
    pub filter: &'a Filter,
    /// What those add up to.
    pub overview: &'a Overview,
    /// The sessions whole, for the notes in them; none where those are to stay private.
    pub sessions: &'a [KeptSession],
    /// What the person means to do.
    pub plan: &'a Plan,
    /// The signs that can be ticked, in words.
    pub safety: &'a Safety,
    /// The day it is made.
    pub today: Date,
    /// The language.
    pub words: &'a Words,
    /// Whose body the pictures show.
    pub body: &'a Body,
}

/// The page as HTML.
#[must_use]
pub fn render(summary: &Summary<'_>) -> String {
    let words = summary.words;
    let title = Escaped(&words.get("report-title")).to_string();
    let told = summary.told();
    let mut out = String::from("<!DOCTYPE html>\n");
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        "<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width\"/>\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n",
        Escaped(&words.get("sheet-language")),
    );
    out.push_str(&facts::head(summary, &told));
    if told.is_empty() {
        let _ = writeln!(out, "<p class=\"empty\">{}</p>", Escaped(&words.get("report-empty")));
    } else {
        out.push_str(&facts::facts(summary, &told));
        let _ =
            write!(out, "<div class=\"two\">\n{}{}</div>\n", bars::section(summary), pain::section(summary));
        out.push_str(&exercises::section(summary));
        let _ = write!(
            out,
            "<div class=\"two\">\n{}<div>\n{}{}</div>\n</div>\n{}",
            body::section(summary, &told),
            exercises::hurts(summary),
            telling::signs(summary),
            telling::notes(summary, &told),
        );
    }
    let _ = write!(
        out,
        "<footer>\n<p>{}</p>\n</footer>\n</body>\n</html>\n",
        Escaped(&words.get("report-caveat"))
    );
    out
}

impl<'a> Summary<'a> {
    /// The sessions that are told, in the order they began.
    fn told(&self) -> Vec<&'a SessionLine> {
        let sessions = self.ledger.sessions();
        self.overview.sessions.iter().rev().filter_map(|&place| sessions.get(place)).collect()
    }

    /// A length that may be long, short or nothing ("5 h 12 min", "40 s", "–").
    fn length(&self, ms: u64) -> String {
        let minutes = (ms + 30_000) / 60_000;
        match (ms, minutes) {
            (0, _) => "–".to_owned(),
            (_, 0..120) => self.words.length(ms),
            _ => {
                self.words.with("report-hours", &[("h", (minutes / 60).into()), ("m", (minutes % 60).into())])
            }
        }
    }
}

/// A number with one place after the point, and none where that is nothing ("4.5", "4").
fn tenths(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// A heading with what stands below it.
fn titled(words: &Words, key: &str, html: &str) -> String {
    format!("<section>\n<h2>{}</h2>\n{html}</section>\n", Escaped(&words.get(key)))
}

/// The first lines of a list, and how many more there are. Lines with names in them are cut at the
/// end of the paper, others broken.
fn cut_list(words: &Words, lines: &[String], most: usize, has_names: bool) -> String {
    let mut out = format!("<ul{}>\n", if has_names { " class=\"names\"" } else { "" });
    for line in lines.iter().take(most) {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "<li>{}</li>", Escaped(line));
    }
    if lines.len() > most {
        let _ = writeln!(out, "<li class=\"more\">{}</li>", Escaped(&more(words, lines.len() - most)));
    }
    out.push_str("</ul>\n");
    out
}

/// How many more there are ("and 3 more").
fn more(words: &Words, n: usize) -> String {
    words.with("report-more", &[("n", n.into())])
}
