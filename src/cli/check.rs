//! `unhunch check`: reads files and folders of routines and exercises and says what is wrong, as
//! `file:line:col: severity: message`.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::content::Content;
use super::failure::Failure;
use super::step_links;
use super::tell;
use super::timeline::severity_name;
use crate::catalog::{FileProblem, Own, OwnContent};
use crate::figure::Stage;
use crate::model::{Block, Carried, Diagnostic, Exercise, Problem, Routine, Severity, Step, Variant};
use crate::store::files::read_text;
use crate::store::parcel;
use crate::store::picture;
use crate::store::places::{Places, field_place};
use crate::store::ron_text::{RonProblem, read_exercise, read_routine};
use crate::store::{FileKind, Place};

/// More findings than this in one file help nobody; the worst are kept.
const MOST_FINDINGS: usize = 200;

/// Something to say about one place of a file.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    path: PathBuf,
    place: Place,
    severity: Severity,
    message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { line, col } = self.place;
        let severity = severity_name(self.severity);
        write!(f, "{}:{line}:{col}: {severity}: {}", self.path.display(), self.message)
    }
}

impl From<FileProblem> for Finding {
    fn from(problem: FileProblem) -> Self {
        let FileProblem { path, line, col, message } = problem;
        Self { path, place: Place { line, col }, severity: Severity::Error, message }
    }
}

/// A file with the text it was read from, to find places in.
struct Read<T> {
    path: PathBuf,
    text: String,
    value: T,
}

/// Everything that was asked for and could be read.
#[derive(Default)]
struct Files {
    exercises: Vec<Read<Exercise>>,
    routines: Vec<Read<Routine>>,
    findings: Vec<Finding>,
}

/// Checks everything at `paths`; routines may use the exercises checked along with them.
pub(super) fn run(paths: &[PathBuf], mut content: Content, out: &mut dyn Write) -> Result<(), Failure> {
    let mut files = Files::default();
    let mut count = 0;
    for path in ron_files(paths, &mut files.findings) {
        count += 1;
        files.read(path);
    }
    let Files { exercises, routines, mut findings } = files;
    let problems = content.catalog.merge(OwnContent {
        exercises: exercises.iter().map(Read::own).collect(),
        routines: routines.iter().map(Read::own).collect(),
        problems: Vec::new(),
    });
    findings.extend(problems.into_iter().map(Finding::from));
    let mut stage = Stage::default();
    for exercise in &exercises {
        findings.extend(about_exercise(exercise, &content, &mut stage));
    }
    for routine in &routines {
        findings.extend(about_routine(routine, &content));
        findings.extend(about_carried(routine, &content, &mut stage));
    }
    findings.sort();
    for finding in &findings {
        writeln!(out, "{finding}")?;
    }
    out.flush()?;
    conclude(count, &findings)
}

fn conclude(files: usize, findings: &[Finding]) -> Result<(), Failure> {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let errors = count(Severity::Error);
    tell(format_args!(
        "{}: {}, {}, {}",
        counted(files, "file"),
        counted(errors, "error"),
        counted(count(Severity::Warning), "warning"),
        counted(count(Severity::Hint), "hint"),
    ));
    if errors == 0 { Ok(()) } else { Err(Failure::Told) }
}

fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

impl Files {
    fn read(&mut self, path: PathBuf) {
        let text = match read_text(&path) {
            Ok(text) => text,
            Err(error) => return self.findings.push(error.into_file_problem(path).into()),
        };
        let kind = FileKind::of(&text);
        let routine_problem = match read_routine(&text) {
            Ok(value) => return self.routines.push(Read { path, text, value }),
            Err(problem) => problem,
        };
        let exercise_problem = match read_exercise(&text) {
            Ok(value) => return self.exercises.push(Read { path, text, value }),
            Err(problem) => problem,
        };
        let RonProblem { line, col, message } = match kind {
            Some(FileKind::Routine) => routine_problem,
            Some(FileKind::Exercise) => exercise_problem,
            None => likelier(&path, routine_problem, exercise_problem),
        };
        self.findings.push(FileProblem { path, line, col, message }.into());
    }
}

/// Which reader to believe where the text is too broken to tell: the one that gets further.
fn likelier(path: &Path, routine: RonProblem, exercise: RonProblem) -> RonProblem {
    let reach = |problem: &RonProblem| (problem.line, problem.col);
    let is_among_exercises =
        path.parent().and_then(Path::file_name).is_some_and(|folder| folder == "exercises");
    let is_exercise =
        reach(&exercise) > reach(&routine) || (reach(&exercise) == reach(&routine) && is_among_exercises);
    if is_exercise { exercise } else { routine }
}

impl<T: Clone> Read<T> {
    fn own(&self) -> Own<T> {
        Own { path: self.path.clone(), value: self.value.clone() }
    }

    fn finding(&self, severity: Severity, place: Place, message: String) -> Finding {
        Finding { path: self.path.clone(), place, severity, message }
    }
}

fn about_routine(routine: &Read<Routine>, content: &Content) -> Vec<Finding> {
    let (_, mut diagnostics) = content.compile(&routine.value);
    diagnostics.sort_by_key(|diagnostic| Reverse(diagnostic.severity));
    let left_out = diagnostics.len().saturating_sub(MOST_FINDINGS);
    diagnostics.truncate(MOST_FINDINGS);
    let places = Places::new(&routine.text);
    let finding = |diagnostic: &Diagnostic| {
        let place = place_of(&places, &diagnostic.place, &diagnostic.problem);
        routine.finding(diagnostic.severity, place, content.words.problem(&diagnostic.problem))
    };
    let mut findings: Vec<_> = diagnostics.iter().map(finding).collect();
    if left_out > 0 {
        let message = format!("{left_out} more findings, none of them worse, are left out");
        findings.push(routine.finding(Severity::Hint, Place::START, message));
    }
    findings
}

/// What can be told of the exercises and pictures that a routine carries.
fn about_carried(routine: &Read<Routine>, content: &Content, stage: &mut Stage) -> Vec<Finding> {
    let carried = &routine.value.carried;
    let place = field_place(&routine.text, &[], "carried");
    let mut findings = Vec::new();
    for exercise in &carried.exercises {
        for Diagnostic { severity, problem, .. } in run_alone(exercise, content) {
            let message = format!("carried exercise “{}”: {}", exercise.id, content.words.problem(&problem));
            findings.push(routine.finding(severity, place, message));
        }
        if let Some(problem) = stage.problem(&Arc::new(exercise.clone()), &content.body) {
            let message = format!("carried exercise “{}”: {problem}", exercise.id);
            findings.push(routine.finding(Severity::Error, place, message));
        }
    }
    let pictures = parcel::picture_problems(carried);
    findings.extend(pictures.iter().map(|p| routine.finding(Severity::Warning, place, p.to_string())));
    findings.truncate(MOST_FINDINGS);
    findings
}

/// Where a problem stands: its field in the block where it is written there, else its block.
fn place_of(places: &Places<'_>, path: &[usize], problem: &Problem) -> Place {
    let fields: &[&str] = match problem {
        Problem::UnknownExercise { .. } => &["exercise"],
        Problem::UnknownBreath { .. } => &["breath", "pattern"],
        Problem::BadDuration { field, .. } | Problem::BadCount { field, .. } => &[field, "dose", "tempo"],
        Problem::DoseOutsideRange { .. } => &["dose"],
        Problem::NewerVersion { .. } => &["version"],
        Problem::DuplicateId { .. } => &["id"],
        _ => &[],
    };
    let block = places.block(path);
    let named = fields.iter().map(|field| places.field(path, field)).find(|place| *place != block);
    named.unwrap_or(block)
}

/// What can be told of an exercise by itself: whether it can run as recommended and be drawn, and
/// whether what it names exists.
fn about_exercise(exercise: &Read<Exercise>, content: &Content, stage: &mut Stage) -> Vec<Finding> {
    let places = Places::new(&exercise.text);
    let mut findings = Vec::new();
    for Diagnostic { severity, problem, .. } in run_alone(&exercise.value, content) {
        let place = place_of(&places, &[], &problem);
        findings.push(exercise.finding(severity, place, content.words.problem(&problem)));
    }
    if let Some(problem) = stage.problem(&Arc::new(exercise.value.clone()), &content.body) {
        findings.push(exercise.finding(Severity::Error, places.field(&[], "motion"), problem.to_string()));
    }
    for (field, problem) in step_links::problems(&exercise.value, &content.catalog) {
        findings.push(exercise.finding(Severity::Warning, places.field(&[], field), problem));
    }
    if let Some(problem) = picture_problem(exercise) {
        findings.push(exercise.finding(Severity::Error, places.field(&[], "picture"), problem));
    }
    for (field, variants) in [("easier", &exercise.value.easier), ("harder", &exercise.value.harder)] {
        for id in unknown_variants(variants, content) {
            let nearest = content.catalog.nearest_exercise(id).map(str::to_owned);
            let problem = Problem::UnknownExercise { id: id.to_owned(), nearest };
            let place = places.field(&[], field);
            findings.push(exercise.finding(Severity::Warning, place, content.words.problem(&problem)));
        }
    }
    let known = |id: &&String| content.catalog.source(id).is_none();
    for id in exercise.value.sources.iter().filter(known) {
        let place = places.field(&[], "sources");
        let message = format!("there is no source “{id}”");
        findings.push(exercise.finding(Severity::Warning, place, message));
    }
    findings
}

/// Why the still picture of an exercise cannot be shown, where it has one.
fn picture_problem(exercise: &Read<Exercise>) -> Option<String> {
    let name = exercise.value.picture.as_deref()?;
    let folder = exercise.path.parent().unwrap_or(Path::new(""));
    picture::load(folder, name).err().map(|error| error.to_string())
}

fn unknown_variants<'a>(variants: &'a [Variant], content: &Content) -> BTreeSet<&'a str> {
    let named = variants.iter().filter_map(|variant| variant.exercise.as_deref());
    named.filter(|id| content.catalog.exercise(id).is_none()).collect()
}

/// The diagnostics of a session of this exercise alone, without those that are about a session.
fn run_alone(exercise: &Exercise, content: &Content) -> Vec<Diagnostic> {
    let step = Step { exercise: exercise.id.clone(), ..Step::default() };
    // Whatever else has its id, this is the one that is meant.
    let carried = Carried { exercises: vec![exercise.clone()], ..Carried::default() };
    let routine =
        Routine { blocks: vec![Block::Step(step)], carried, ..Routine::new(&*exercise.id, &*exercise.name) };
    let (_, mut diagnostics) = content.compile(&routine);
    diagnostics.retain(|diagnostic| {
        matches!(
            diagnostic.problem,
            Problem::UnknownBreath { .. }
                | Problem::BadDuration { .. }
                | Problem::BadCount { .. }
                | Problem::DoseOutsideRange { .. }
                | Problem::RetentionUnderStrain { .. }
        )
    });
    diagnostics
}

/// The files named, and the RON files in the folders named and below them, each once and in order.
fn ron_files(paths: &[PathBuf], findings: &mut Vec<Finding>) -> BTreeSet<PathBuf> {
    let mut files = BTreeSet::new();
    for path in paths {
        if !path.is_dir() {
            files.insert(path.clone());
            continue;
        }
        let before = files.len();
        walk(path, &mut files, findings);
        if files.len() == before {
            let message = "there is no .ron file in this folder".to_owned();
            findings.push(FileProblem { path: path.clone(), line: 1, col: 1, message }.into());
        }
    }
    files
}

fn walk(folder: &Path, files: &mut BTreeSet<PathBuf>, findings: &mut Vec<Finding>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            let message = format!("cannot be listed: {error}");
            let problem = FileProblem { path: folder.to_owned(), line: 1, col: 1, message };
            return findings.push(problem.into());
        }
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        // A linked folder may lead back here; it can be named itself.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && !is_hidden {
            walk(&path, files, findings);
        } else if !is_folder && !is_hidden && path.extension().is_some_and(|ending| ending == "ron") {
            files.insert(path);
        }
    }
}
