//! A file that came from elsewhere: looked at, told about, and only then taken in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::notices::Offer;
use super::super::state::State;
use super::dialogs::{Dialog, PathAsk};
use super::differences::differences;
use super::shelf::free_id;
use crate::catalog::Catalog;
use crate::editor::{Document, Review};
use crate::engine::Options;
use crate::model::{Exercise, Severity};
use crate::store::parcel::{self, Choice, Wishes};
use crate::store::ron_layout::{leading_comment, write_exercise};
use crate::store::shelf::file_stem;
use crate::store::{DataFolder, FileKind, files, ron_text};
use crate::text::Words;
use crate::ui::screens::dialogs::{ArrivalView, CarriedLine, FindingLine, Known, Standing};
use crate::ui::{Command, Editing, Screen, Take};

/// A file that came from elsewhere, and what is told of it.
pub(in crate::app) struct Arrival {
    file: String,
    content: Content,
    name: String,
    summary: String,
    comment: String,
    figures: Option<(u64, usize)>,
    carried: Vec<CarriedLine>,
    findings: Vec<FindingLine>,
    known: Option<Known>,
    problem: String,
}

enum Content {
    Routine(Box<parcel::Arrival>),
    Exercise { text: String, exercise: Box<Exercise> },
}

/// What a file is held against.
#[derive(Clone, Copy)]
struct Here<'a> {
    catalog: &'a Catalog,
    folder: &'a DataFolder,
    options: &'a Options,
    words: &'a Words,
}

impl Arrival {
    pub(super) fn view(&self) -> ArrivalView<'_> {
        let pictures = match &self.content {
            Content::Routine(routine) => {
                routine.exercises.iter().filter(|arriving| arriving.exercise.picture.is_some()).count()
            }
            Content::Exercise { .. } => 0,
        };
        ArrivalView {
            file: &self.file,
            is_exercise: matches!(self.content, Content::Exercise { .. }),
            name: &self.name,
            summary: &self.summary,
            comment: &self.comment,
            figures: self.figures,
            carried: &self.carried,
            pictures,
            findings: &self.findings,
            known: self.known.as_ref(),
            problem: &self.problem,
        }
    }

    /// Of the exercise with this index, takes theirs under a name of its own, or keeps mine.
    pub(super) fn take_theirs(&mut self, index: usize, wanted: bool) {
        if let Some(CarriedLine { standing: Standing::Differs { theirs }, .. }) = self.carried.get_mut(index)
        {
            *theirs = wanted;
        }
    }

    fn of_routine(file: String, arrival: parcel::Arrival, here: Here<'_>) -> Self {
        let Here { catalog, options, words, .. } = here;
        let routine = &arrival.routine.routine;
        // It is judged with what it brings along.
        let mut with_carried = catalog.clone();
        for arriving in &arrival.exercises {
            let exercise = &arriving.exercise;
            with_carried.exercises.insert(exercise.id.clone(), Arc::new(exercise.clone()));
        }
        let review = Review::of(&Document::new(arrival.routine.clone()), &with_carried, options);
        let mut ids: Vec<&str> = review
            .timeline
            .entries
            .iter()
            .filter_map(|entry| entry.exercise.as_ref().map(|exercise| exercise.id.as_str()))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let known = arrival.known.as_ref().map(|known| Known {
            name: known.routine.name.clone(),
            is_shipped: known.home.is_none(),
            differences: if known.is_same {
                Vec::new()
            } else {
                differences(&known.routine, routine, &with_carried, words)
            },
        });
        Self {
            file,
            name: routine.name.clone(),
            summary: routine.summary.clone(),
            comment: plain_comment(&arrival.routine.leading),
            figures: Some((review.facts.total_ms, ids.len())),
            carried: arrival.exercises.iter().map(carried_line).collect(),
            findings: findings(&review, &arrival, words, &with_carried),
            known,
            problem: String::new(),
            content: Content::Routine(Box::new(arrival)),
        }
    }

    fn of_exercise(file: String, text: String, exercise: Exercise, here: Here<'_>) -> Self {
        let own = here.folder.load_content();
        let own = own.exercises.iter().find(|own| own.value.id == exercise.id).map(|own| &own.value);
        let there = own.or_else(|| here.catalog.exercise(&exercise.id).map(Arc::as_ref));
        let known = there.map(|there| Known {
            name: there.name.clone(),
            is_shipped: own.is_none(),
            differences: if *there == exercise {
                Vec::new()
            } else {
                vec![here.words.get("arrive-diff-exercise")]
            },
        });
        Self {
            file,
            name: exercise.name.clone(),
            summary: exercise.steps.first().map(|step| step.text.clone()).unwrap_or_default(),
            comment: plain_comment(&leading_comment(&text)),
            figures: None,
            carried: Vec::new(),
            findings: Vec::new(),
            known,
            problem: String::new(),
            content: Content::Exercise { text, exercise: Box::new(exercise) },
        }
    }
}

/// A comment without its marks.
fn plain_comment(comment: &str) -> String {
    let lines = comment.lines().map(|line| line.trim().trim_start_matches("//").trim());
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn carried_line(arriving: &parcel::ArrivingExercise) -> CarriedLine {
    let standing = match arriving.standing {
        parcel::Standing::New => Standing::New,
        parcel::Standing::Same => Standing::Same,
        // The routine is as it was sent, and nothing of mine is touched.
        parcel::Standing::DiffersFromOwn | parcel::Standing::DiffersFromShipped => {
            Standing::Differs { theirs: true }
        }
    };
    CarriedLine { name: arriving.exercise.name.clone(), standing }
}

fn findings(
    review: &Review,
    arrival: &parcel::Arrival,
    words: &Words,
    catalog: &Catalog,
) -> Vec<FindingLine> {
    let told = review.findings.iter().map(|finding| FindingLine {
        severity: finding.diagnostic.severity,
        text: words.problem(&finding.diagnostic.problem.calling(|id| catalog.exercise_name(id))),
    });
    let pictures = arrival
        .problems
        .iter()
        .map(|problem| FindingLine { severity: Severity::Warning, text: problem.to_string() });
    let lost = (!arrival.lost.is_empty()).then(|| FindingLine {
        severity: Severity::Hint,
        text: words.with("arrive-lost-comments", &[("n", arrival.lost.len().into())]),
    });
    told.chain(pictures).chain(lost).collect()
}

impl State {
    /// Looks at a file, and shows what it is. Nothing is written.
    pub(super) fn look_at(&mut self, path: &Path) {
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
            return self.look_at_history(path);
        }
        match self.arrival_of(path) {
            Ok(arrival) => self.open_dialog(Dialog::Arrival(Box::new(arrival))),
            Err(problem) => {
                let path = path.display().to_string();
                self.open_dialog(Dialog::Import(PathAsk { path, problem }));
            }
        }
    }

    fn arrival_of(&self, path: &Path) -> Result<Arrival, String> {
        let file = path.display().to_string();
        let text = files::read_text(path).map_err(|error| error.to_string())?;
        let options = self.options();
        let catalog = &self.content.catalog;
        let here = Here { catalog, folder: &self.folder, options: &options, words: &self.words };
        let kind = FileKind::of(&text);
        let refused = |reason: String| {
            let args = [("file", file.as_str().into()), ("reason", reason.into())];
            self.words.with(if kind.is_some() { "arrive-broken" } else { "arrive-not-ours" }, &args)
        };
        if kind == Some(FileKind::Exercise) {
            let exercise = ron_text::read_exercise(&text).map_err(|problem| refused(problem.to_string()))?;
            return Ok(Arrival::of_exercise(file.clone(), text, exercise, here));
        }
        let arrival = parcel::Arrival::of_text(&text, catalog, &self.folder)
            .map_err(|problem| refused(problem.to_string()))?;
        Ok(Arrival::of_routine(file.clone(), arrival, here))
    }

    /// Takes in what was looked at.
    pub(super) fn take_arrival(&mut self, how: Take) {
        let Some(Dialog::Arrival(arrival)) = self.editor.dialogs.open.take() else { return };
        let taken = match &arrival.content {
            Content::Routine(routine) => self.take_routine(&arrival, routine, how),
            Content::Exercise { text, exercise } => self.take_exercise(text, exercise, how),
        };
        match taken {
            Ok(asked) => {
                self.read_content_again();
                let key = if how == Take::InPlace { "arrive-replaced" } else { "arrive-taken" };
                let offer = Offer { words: self.words.get("pick-show"), asked };
                self.say_done(key, &arrival.name, Some(offer));
                self.close_dialog();
            }
            Err(problem) => self.open_dialog(Dialog::Arrival(Box::new(Arrival { problem, ..*arrival }))),
        }
    }

    /// Takes a routine in; returns what shows it.
    fn take_routine(&self, told: &Arrival, routine: &parcel::Arrival, how: Take) -> Result<Command, String> {
        let mut taken = routine.clone();
        let mine: Vec<bool> =
            told.carried.iter().map(|line| line.standing == Standing::Differs { theirs: false }).collect();
        let mut index = 0;
        taken.exercises.retain(|_| {
            index += 1;
            !mine[index - 1]
        });
        let routine = if how == Take::InPlace { Choice::Replace } else { Choice::KeepBoth };
        let wishes = Wishes { routine, exercises: Choice::KeepBoth };
        let accepted =
            taken.accept(wishes, &self.content.catalog, &self.folder).map_err(|error| error.to_string())?;
        Ok(Command::Edit(Editing::Open(accepted.id)))
    }

    /// Takes an exercise in; returns what shows it.
    fn take_exercise(&self, text: &str, exercise: &Exercise, how: Take) -> Result<Command, String> {
        let own = self.folder.load_content();
        let home = own.exercises.iter().find(|own| own.value.id == exercise.id);
        if let (Take::InPlace, Some(home)) = (how, home) {
            let seen = files::read_text(&home.path).map_err(|error| error.to_string())?;
            let saved = self.folder.shelf().save(&home.path, text, Some(&seen));
            saved.map_err(|error| error.to_string())?;
            return Ok(Command::OpenScreen(Screen::Exercises));
        }
        let id = free_id(&exercise.id, |id| self.content.catalog.exercise(id).is_none());
        let text = if id == exercise.id {
            text.to_owned()
        } else {
            let exercise = Exercise { id: id.clone(), ..exercise.clone() };
            write_exercise(&exercise, &leading_comment(text)).map_err(|problem| problem.to_string())?
        };
        let folder = self.folder.content_folders().exercises;
        let path: PathBuf = folder.join(file_stem(&id, "exercise")).with_extension("ron");
        files::write_new_text(&path, &text).map_err(|error| error.to_string())?;
        Ok(Command::OpenScreen(Screen::Exercises))
    }
}
