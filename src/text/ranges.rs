//! What each source allows, in words: "20–30 s in two sources, 30 s in one".

use std::collections::BTreeSet;

use super::Words;
use crate::model::{Quantity, Range, Source};

/// What is said of one quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeWords {
    /// The figures with how many sources give each; may be empty where only remarks are made.
    pub figures: String,
    /// What the figures mean, where that has to be said.
    pub notes: Vec<String>,
    /// False where the figures were added and no source gives them.
    pub stated: bool,
}

/// The figures of a range: least and most, as written.
type Figures = (Option<f64>, Option<f64>);

impl Words {
    /// What each source allows, a line for each quantity and one more for what was added to it.
    /// Parts of one article, as `sources` has them, count as one source.
    #[must_use]
    pub fn ranges(&self, ranges: &[Range], sources: &[Source]) -> Vec<RangeWords> {
        let mut kinds: Vec<(Quantity, bool)> = Vec::new();
        for range in ranges {
            if !kinds.contains(&(range.of, range.stated)) {
                kinds.push((range.of, range.stated));
            }
        }
        let of_kind = |(of, stated): (Quantity, bool)| {
            let own: Vec<&Range> = ranges.iter().filter(|r| r.of == of && r.stated == stated).collect();
            self.range_words(&own, stated, sources)
        };
        kinds.into_iter().map(of_kind).collect()
    }

    /// A range by itself ("20–30 s", "8 or more times"); empty where it has no figures.
    #[must_use]
    pub fn range(&self, range: &Range) -> String {
        let one_way =
            |key: &str, at: f64| self.with(key, &[("figure", self.figure(range.of, at, at).into())]);
        match figures_of(range) {
            (Some(min), Some(max)) => self.figure(range.of, min, max),
            (Some(min), None) => one_way("range-at-least", min),
            (None, Some(max)) => one_way("range-at-most", max),
            (None, None) => String::new(),
        }
    }

    fn figure(&self, of: Quantity, min: f64, max: f64) -> String {
        let whole_minutes = |secs: f64| secs >= 60.0 && secs % 60.0 == 0.0;
        let (key, unit) = match of {
            Quantity::DurationSecs if whole_minutes(min) && whole_minutes(max) => ("range-minutes", 60.0),
            Quantity::DurationSecs | Quantity::HoldSecs => ("range-seconds", 1.0),
            Quantity::Reps => ("range-reps", 1.0),
            Quantity::Breaths => ("range-breaths", 1.0),
            Quantity::Sets => ("range-sets", 1.0),
        };
        let (min, max) = (min / unit, max / unit);
        let amount = if min == max { format!("{max}") } else { format!("{min}–{max}") };
        self.with(key, &[("amount", amount.into()), ("n", max.into())])
    }

    fn range_words(&self, ranges: &[&Range], stated: bool, all: &[Source]) -> RangeWords {
        let mut told: Vec<(Figures, String, BTreeSet<&str>)> = Vec::new();
        for range in ranges.iter().filter(|range| figures_of(range) != (None, None)) {
            let sources = range.sources.iter().map(|id| article(id, all));
            match told.iter_mut().find(|(figures, ..)| *figures == figures_of(range)) {
                Some((.., by)) => by.extend(sources),
                None => told.push((figures_of(range), self.range(range), sources.collect())),
            }
        }
        // What most sources say comes first.
        told.sort_by_key(|(.., by)| std::cmp::Reverse(by.len()));
        let parts: Vec<String> = told
            .iter()
            .enumerate()
            .map(|(index, (_, figure, by))| {
                let key = if index == 0 { "range-in-sources" } else { "range-in-more" };
                let figure = figure.as_str();
                if stated {
                    self.with(key, &[("figure", figure.into()), ("n", by.len().into())])
                } else {
                    figure.to_owned()
                }
            })
            .collect();
        let several = told.len() > 1;
        let notes = ranges.iter().filter(|range| !range.note.is_empty()).map(|range| {
            let figure = self.range(range);
            if several && !figure.is_empty() {
                format!("{figure}: {}", range.note)
            } else {
                range.note.clone()
            }
        });
        RangeWords { figures: parts.join(", "), notes: notes.collect(), stated }
    }
}

/// The article that a source is, or is a part of.
fn article<'a>(id: &'a str, all: &'a [Source]) -> &'a str {
    let source = all.iter().find(|source| source.id == id);
    source.and_then(|source| source.article.as_deref()).unwrap_or(id)
}

fn figures_of(range: &Range) -> Figures {
    (range.min.map(|secs| secs.0), range.max.map(|secs| secs.0))
}

#[cfg(test)]
mod tests {
    use crate::model::{Quantity, Range, Seconds, Source};
    use crate::text::Words;

    fn range(of: Quantity, min: Option<f64>, max: Option<f64>, sources: &[&str]) -> Range {
        Range {
            of,
            min: min.map(Seconds),
            max: max.map(Seconds),
            sources: sources.iter().map(|&id| id.to_owned()).collect(),
            stated: !sources.is_empty(),
            note: String::new(),
        }
    }

    fn told(ranges: &[Range]) -> Vec<String> {
        Words::new("en").ranges(ranges, &[]).into_iter().map(|words| words.figures).collect()
    }

    #[test]
    fn figures_that_agree_are_counted_and_others_set_beside_them() {
        let hold = |min, max, sources: &[&str]| range(Quantity::HoldSecs, Some(min), Some(max), sources);
        let ranges = [hold(30.0, 30.0, &["002"]), hold(20.0, 30.0, &["000"]), hold(20.0, 30.0, &["001"])];
        assert_eq!(told(&ranges), ["20–30 s in two sources, 30 s in one"]);
    }

    #[test]
    fn the_parts_of_one_article_count_as_one_source() {
        let part = |id: &str, article: Option<&str>| Source {
            id: id.to_owned(),
            title: String::new(),
            credit: String::new(),
            article: article.map(str::to_owned),
        };
        let sources = [part("003T", Some("003")), part("003V", Some("003")), part("000", None)];
        let figures = |by: &[&str]| {
            let ranges = [range(Quantity::HoldSecs, Some(30.0), Some(30.0), by)];
            Words::new("en").ranges(&ranges, &sources)[0].figures.clone()
        };
        assert_eq!(figures(&["003T", "003V"]), "30 s in one source");
        assert_eq!(figures(&["003T", "000", "003V"]), "30 s in two sources");
    }

    #[test]
    fn open_ends_minutes_and_single_things_read_well() {
        let ranges = [
            range(Quantity::Sets, Some(1.0), None, &["003V"]),
            range(Quantity::DurationSecs, Some(60.0), Some(120.0), &["001"]),
            range(Quantity::HoldSecs, None, Some(120.0), &["000"]),
            range(Quantity::Reps, None, None, &["000"]),
            range(Quantity::Breaths, Some(1.0), Some(1.0), &[]),
        ];
        assert_eq!(
            told(&ranges),
            [
                "1 set or more in one source",
                "1–2 min in one source",
                "up to 120 s in one source",
                "",
                "1 breath"
            ]
        );
    }

    #[test]
    fn remarks_name_the_figure_they_are_about_where_there_are_several() {
        let mut first = range(Quantity::Reps, Some(5.0), Some(5.0), &["000"]);
        first.note = "Each side.".to_owned();
        let second = range(Quantity::Reps, Some(8.0), Some(10.0), &["001"]);
        let words = Words::new("en");
        assert_eq!(words.ranges(&[first.clone()], &[])[0].notes, ["Each side."]);
        assert_eq!(words.ranges(&[first, second], &[])[0].notes, ["5 times: Each side."]);
    }
}
