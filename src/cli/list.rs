//! `unhunch list`: the routines and exercises there are, for people, spreadsheets and programs.
//!
//! CSV and JSON use the words of the files; the text uses those of the screen.

use std::fmt::Debug;
use std::io::Write;

use serde::Serialize;

use super::args::ListFormat;
use super::content::Content;
use super::failure::Failure;
use crate::model::{Category, Dose, Equipment, Exercise, Position, Routine, Sides};
use crate::text::Words;

/// Between the items of a list within one field of CSV.
const ITEM_SEPARATOR: &str = "|";

/// What a list shows of one thing.
trait Row: Serialize {
    /// The header of the CSV.
    const COLUMNS: &'static [&'static str];
    /// Its fields, in the order of the columns.
    fn csv(&self, words: &Words) -> Vec<String>;
    /// What a person wants to see of it, the id first.
    fn text(&self, words: &Words) -> Vec<String>;
}

#[derive(Serialize)]
struct RoutineRow<'a> {
    id: &'a str,
    name: &'a str,
    total_ms: u64,
    equipment: Vec<Equipment>,
    tags: &'a [String],
    summary: &'a str,
}

#[derive(Serialize)]
struct ExerciseRow<'a> {
    id: &'a str,
    name: &'a str,
    category: Category,
    positions: &'a [Position],
    equipment: &'a [Equipment],
    sides: Sides,
    ways: usize,
    dose: Dose,
    sources: &'a [String],
    summary: &'a str,
}

impl<'a> RoutineRow<'a> {
    fn new(routine: &'a Routine, content: &Content) -> Self {
        let (timeline, _) = content.compile(routine);
        let exercises = timeline.entries.iter().filter_map(|entry| entry.exercise.as_ref());
        let mut equipment: Vec<_> = exercises.flat_map(|exercise| exercise.equipment.clone()).collect();
        equipment.sort_unstable();
        equipment.dedup();
        let total_ms = timeline.total_ms();
        Self {
            id: &routine.id,
            name: &routine.name,
            total_ms,
            equipment,
            tags: &routine.tags,
            summary: &routine.summary,
        }
    }
}

impl<'a> From<&'a Exercise> for ExerciseRow<'a> {
    fn from(exercise: &'a Exercise) -> Self {
        Self {
            id: &exercise.id,
            name: &exercise.name,
            category: exercise.category,
            positions: &exercise.positions,
            equipment: &exercise.equipment,
            sides: exercise.sides,
            ways: exercise.ways.len(),
            dose: exercise.dose,
            sources: &exercise.sources,
            summary: &exercise.summary,
        }
    }
}

impl Row for RoutineRow<'_> {
    const COLUMNS: &'static [&'static str] = &["id", "name", "total_ms", "equipment", "tags", "summary"];

    fn csv(&self, _: &Words) -> Vec<String> {
        vec![
            self.id.to_owned(),
            self.name.to_owned(),
            self.total_ms.to_string(),
            file_words(&self.equipment),
            self.tags.join(ITEM_SEPARATOR),
            self.summary.to_owned(),
        ]
    }

    fn text(&self, words: &Words) -> Vec<String> {
        vec![
            self.id.to_owned(),
            words.length(self.total_ms),
            self.name.to_owned(),
            screen_words(&self.equipment, words),
        ]
    }
}

impl Row for ExerciseRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["id", "name", "category", "positions", "equipment", "sides", "dose", "sources", "summary"];

    fn csv(&self, words: &Words) -> Vec<String> {
        vec![
            self.id.to_owned(),
            self.name.to_owned(),
            format!("{:?}", self.category),
            file_words(self.positions),
            file_words(self.equipment),
            format!("{:?}", self.sides),
            words.dose(&self.dose, self.sides, self.ways),
            self.sources.join(ITEM_SEPARATOR),
            self.summary.to_owned(),
        ]
    }

    fn text(&self, words: &Words) -> Vec<String> {
        vec![
            self.id.to_owned(),
            self.name.to_owned(),
            self.positions.iter().map(|&position| words.position(position)).collect::<Vec<_>>().join(", "),
            words.dose(&self.dose, self.sides, self.ways),
            screen_words(self.equipment, words),
        ]
    }
}

/// As the files write it: a variant's name is its word there.
fn file_words<T: Debug>(things: &[T]) -> String {
    things.iter().map(|thing| format!("{thing:?}")).collect::<Vec<_>>().join(ITEM_SEPARATOR)
}

fn screen_words(equipment: &[Equipment], words: &Words) -> String {
    equipment.iter().map(|&thing| words.equipment(thing)).collect::<Vec<_>>().join(", ")
}

/// Writes the list of routines.
pub(super) fn routines(content: &Content, format: ListFormat, out: &mut dyn Write) -> Result<(), Failure> {
    let routines = content.catalog.routines.values();
    let rows: Vec<_> = routines.map(|routine| RoutineRow::new(routine, content)).collect();
    write(&rows, &content.words, format, out)
}

/// Writes the list of exercises.
pub(super) fn exercises(content: &Content, format: ListFormat, out: &mut dyn Write) -> Result<(), Failure> {
    let exercises = content.catalog.exercises.values();
    let rows: Vec<_> = exercises.map(|exercise| ExerciseRow::from(&**exercise)).collect();
    write(&rows, &content.words, format, out)
}

fn write<R: Row>(rows: &[R], words: &Words, format: ListFormat, out: &mut dyn Write) -> Result<(), Failure> {
    match format {
        ListFormat::Text => {
            out.write_all(aligned(&rows.iter().map(|row| row.text(words)).collect::<Vec<_>>()).as_bytes())?;
        }
        ListFormat::Csv => {
            let mut csv = csv::Writer::from_writer(out);
            csv.write_record(R::COLUMNS)?;
            for row in rows {
                csv.write_record(row.csv(words))?;
            }
            csv.flush()?;
        }
        ListFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, rows)?;
            out.write_all(b"\n")?;
        }
    }
    Ok(())
}

/// Lines whose fields stand below one another.
fn aligned(lines: &[Vec<String>]) -> String {
    let columns = lines.first().map_or(0, Vec::len);
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for line in lines {
        let fields: Vec<String> =
            line.iter().zip(&widths).map(|(field, &width)| format!("{field:width$}")).collect();
        text.push_str(fields.join("  ").trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::aligned;

    #[test]
    fn fields_stand_below_one_another() {
        let line = |words: [&str; 3]| words.map(str::to_owned).to_vec();
        let text = aligned(&[line(["cat-cow", "6 breaths", "mat"]), line(["a", "30 s", ""])]);
        assert_eq!(text, "cat-cow  6 breaths  mat\na        30 s\n");
        assert_eq!(aligned(&[]), "");
    }
}
