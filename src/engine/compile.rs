//! Walks the blocks of a routine and lays out its segments, noting what is wrong on the way.

use std::sync::Arc;

use super::breathing::{cycle_ms, nearest_breaths};
use super::diagnose::{diagnose, unknown_breath, unknown_exercise};
use super::timeline::{Entry, Timeline};
use super::{Options, Segment, SegmentKind};
use crate::catalog::Catalog;
use crate::model::{
    Block, BlockPath, BreathPattern, BreatheBlock, CueKind, Diagnostic, Dose, Exercise, FILE_VERSION, Fix,
    Optional, Problem, RepeatBlock, RestBlock, Routine, Seconds, SectionBlock, Severity, Side, Tempo,
};

/// More segments than any session has; what lies beyond is cut off.
const MOST_SEGMENTS: usize = 1_000_000;

/// Blocks nested deeper than any author means; what lies deeper is cut off.
const DEEPEST: usize = 32;

/// More rounds than anyone does: a repeat has no more, whatever it says.
pub const MOST_ROUNDS: u32 = 100;

/// The shortest lead-in: the 3-2-1 has to fit.
const LEAST_LEAD_IN_MS: u64 = 3_600;

/// Compiles a routine against the catalogue.
///
/// Never fails and never panics: what cannot run as written becomes a diagnostic, and the rest of
/// the routine runs without it. Exercises that the routine carries are used before those of the
/// catalogue.
#[must_use]
pub fn compile(routine: &Routine, catalog: &Catalog, options: &Options) -> (Timeline, Vec<Diagnostic>) {
    let catalog = &*catalog.with_carried(&routine.carried);
    let mut compiler = Compiler::new(routine, catalog, options);
    if routine.version > FILE_VERSION {
        compiler.note(Severity::Error, Problem::NewerVersion { version: routine.version }, None);
    }
    compiler.defaults(routine);
    compiler.blocks(&routine.blocks);
    let mut diagnostics = compiler.diagnostics;
    let timeline =
        Timeline::assemble(routine.id.clone(), routine.name.clone(), compiler.entries, compiler.segments);
    diagnose(&timeline, catalog, &mut diagnostics);
    (timeline, diagnostics)
}

/// The segments of one exercise at its recommended dose, as they follow `before` in mid-session.
pub(super) fn compile_one(
    exercise: &str,
    before: Option<Arc<Exercise>>,
    catalog: &Catalog,
    options: &Options,
) -> (Vec<Entry>, Vec<Segment>) {
    let step = crate::model::Step { exercise: exercise.to_owned(), ..Default::default() };
    let blocks = vec![Block::Step(step)];
    let routine = Routine { blocks, ..Routine::new("", "") };
    let mut compiler = Compiler::new(&routine, catalog, options);
    compiler.before = before;
    compiler.started = true;
    compiler.blocks(&routine.blocks);
    (compiler.entries, compiler.segments)
}

/// Everything the walk carries along.
pub(super) struct Compiler<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) options: &'a Options,
    pub(super) rest_ms: u64,
    pub(super) switch_ms: u64,
    pub(super) routine_breath: Option<Arc<BreathPattern>>,
    pub(super) entries: Vec<Entry>,
    pub(super) segments: Vec<Segment>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The exercise whose position the body is in.
    pub(super) before: Option<Arc<Exercise>>,
    pub(super) path: BlockPath,
    started: bool,
    rest_due_ms: u64,
    section: Option<Arc<str>>,
    no_note: Arc<str>,
    none_silent: Arc<[CueKind]>,
    /// In the second round of a `Repeat` nothing is reported again.
    quiet: bool,
}

impl<'a> Compiler<'a> {
    fn new(routine: &Routine, catalog: &'a Catalog, options: &'a Options) -> Self {
        let blocks = routine.blocks.len();
        Self {
            catalog,
            options,
            rest_ms: options.rest_ms,
            switch_ms: options.switch_ms,
            routine_breath: None,
            entries: Vec::with_capacity(blocks),
            segments: Vec::with_capacity(blocks.min(MOST_SEGMENTS) * 16),
            diagnostics: Vec::new(),
            before: None,
            path: Vec::new(),
            started: false,
            rest_due_ms: 0,
            section: None,
            no_note: Arc::from(""),
            none_silent: Arc::new([]),
            quiet: false,
        }
    }

    fn defaults(&mut self, routine: &Routine) {
        let defaults = &routine.defaults;
        self.rest_ms = self.length(Optional::Rest, defaults.rest_secs, self.rest_ms);
        self.switch_ms = self.length(Optional::Switch, defaults.switch_secs, self.switch_ms);
        self.routine_breath = defaults.breath.as_deref().and_then(|id| self.breath(id));
    }

    pub(super) fn note(&mut self, severity: Severity, problem: Problem, fix: Option<Fix>) {
        if !self.quiet {
            self.diagnostics.push(Diagnostic { severity, problem, place: self.path.clone(), fix });
        }
    }

    /// A length in milliseconds, or `usual_ms` where none is written or what is written is absurd.
    pub(super) fn length(&mut self, which: Optional, written: Option<Seconds>, usual_ms: u64) -> u64 {
        let Some(secs) = written else { return usual_ms };
        secs.to_ms().unwrap_or_else(|| {
            let problem = Problem::BadDuration { field: which.field(), secs: secs.0 };
            self.note(Severity::Error, problem, Some(Fix::LeaveOut(which)));
            usual_ms
        })
    }

    /// The pattern with this id, or a diagnostic.
    pub(super) fn breath(&mut self, id: &str) -> Option<Arc<BreathPattern>> {
        let Some(found) = self.catalog.breath(id).cloned() else {
            let (problem, fix) = unknown_breath(id, self.catalog);
            self.note(Severity::Error, problem, fix);
            return None;
        };
        if cycle_ms(&found) == 0 {
            self.note(Severity::Error, Problem::BadDuration { field: "stages", secs: 0.0 }, None);
            return None;
        }
        Some(found)
    }

    /// The exercise with this id, or a diagnostic.
    pub(super) fn exercise(&mut self, id: &str) -> Option<Arc<Exercise>> {
        let found = self.catalog.exercise(id).cloned();
        if found.is_none() {
            let (problem, fix) = unknown_exercise(id, self.catalog);
            self.note(Severity::Error, problem, fix);
        }
        found
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            self.path.push(index);
            if self.path.len() > DEEPEST {
                self.note(Severity::Error, Problem::TooDeep, None);
            } else if self.segments.len() < MOST_SEGMENTS {
                self.block(block);
            } else {
                self.cut_off();
            }
            self.path.pop();
        }
    }

    /// Said once, whichever round of whichever block it is that no longer fits.
    fn cut_off(&mut self) {
        if !self.diagnostics.iter().any(|d| d.problem == Problem::TooLong) {
            self.quiet = false;
            self.note(Severity::Error, Problem::TooLong, None);
        }
    }

    fn block(&mut self, block: &Block) {
        if block.is_disabled() {
            return;
        }
        match block {
            Block::Step(step) => self.step(step),
            Block::Repeat(repeat) => self.repeat(repeat),
            Block::Section(section) => self.section(section),
            Block::Breathe(breathe) => self.breathe(breathe),
            Block::Rest(rest) => self.rest(rest),
        }
    }

    fn repeat(&mut self, repeat: &RepeatBlock) {
        if repeat.times == 0 || repeat.times > MOST_ROUNDS {
            let problem = Problem::BadCount { field: "times", count: repeat.times };
            self.note(Severity::Error, problem, Some(Fix::SetTimes(repeat.times.clamp(1, MOST_ROUNDS))));
        }
        let rest_ms = repeat.rest_secs.map(|secs| self.length(Optional::Rest, Some(secs), self.rest_ms));
        let was_quiet = self.quiet;
        for round in 0..repeat.times.min(MOST_ROUNDS) {
            if round > 0 {
                self.quiet = true;
                self.rest_due_ms = rest_ms.unwrap_or(self.rest_due_ms);
            }
            self.blocks(&repeat.blocks);
        }
        self.quiet = was_quiet;
    }

    fn section(&mut self, section: &SectionBlock) {
        let outer = self.section.replace(Arc::from(section.name.as_str()));
        self.blocks(&section.blocks);
        self.section = outer;
    }

    fn breathe(&mut self, block: &BreatheBlock) {
        let own = block.pattern.as_deref().and_then(|id| self.breath(id));
        let pattern = own.unwrap_or_else(|| self.usual_breath());
        let asked = self.work_length("secs", block.secs);
        let cycle = cycle_ms(&pattern);
        let (Some(asked), true) = (asked, cycle > 0) else { return };
        let breaths = nearest_breaths(asked, &pattern);
        let dose = Dose::Flow { breaths: breaths as u32, sets: 1 };
        self.open_entry(None, dose, Tempo::default(), pattern, &self.no_note.clone());
        self.set_counts(1, breaths.min(u64::from(u16::MAX)) as u16, None);
        self.approach(None, None);
        self.push(SegmentKind::Breathe, breaths * cycle, Place::default());
        self.rest_due_ms = self.rest_ms;
    }

    fn rest(&mut self, block: &RestBlock) {
        let Some(ms) = self.work_length("secs", block.secs) else { return };
        self.rest_due_ms = 0;
        let pattern = self.usual_breath();
        let dose = Dose::Hold { secs: block.secs, times: 1 };
        self.open_entry(None, dose, Tempo::default(), pattern, &self.no_note.clone());
        self.push(SegmentKind::Rest, ms, Place::default());
    }

    /// A length of work: zero is as absurd as a negative one.
    pub(super) fn work_length(&mut self, field: &'static str, secs: Seconds) -> Option<u64> {
        let ms = secs.to_ms().filter(|ms| *ms > 0);
        if ms.is_none() {
            let fix = matches!(self.path.len(), 1..).then_some(Fix::Remove);
            self.note(Severity::Error, Problem::BadDuration { field, secs: secs.0 }, fix);
        }
        ms
    }

    pub(super) fn usual_breath(&self) -> Arc<BreathPattern> {
        self.routine_breath.clone().unwrap_or_else(|| self.catalog.default_breath().clone())
    }

    /// Starts an entry, after the rest that the one before it still owes.
    pub(super) fn open_entry(
        &mut self,
        exercise: Option<Arc<Exercise>>,
        dose: Dose,
        tempo: Tempo,
        breath: Arc<BreathPattern>,
        note: &Arc<str>,
    ) {
        let due = std::mem::take(&mut self.rest_due_ms);
        let side = self.segments.last().and_then(|s| s.side);
        if !self.entries.is_empty() {
            self.push(SegmentKind::Rest, due, Place { side, ..Place::default() });
        }
        let shown = exercise.clone().or_else(|| self.before.clone());
        let number = self.entries.last().map_or(0, |e| e.number);
        self.entries.push(Entry {
            exercise,
            shown,
            dose,
            tempo,
            breath,
            section: self.section.clone(),
            note: note.clone(),
            silent: self.none_silent.clone(),
            place: Arc::new(self.path.clone()),
            serial: self.entries.len() as u32,
            number,
            sets: 1,
            reps: 0,
            first_side: None,
            first_segment: 0,
            end_segment: 0,
        });
    }

    /// Leaves these cues out of the entry just opened.
    pub(super) fn silence(&mut self, kinds: &[CueKind]) {
        if let Some(entry) = self.entries.last_mut().filter(|_| !kinds.is_empty()) {
            entry.silent = Arc::from(kinds);
        }
    }

    /// Makes the entry just opened a numbered step with these counts.
    pub(super) fn set_counts(&mut self, sets: u16, reps: u16, first_side: Option<Side>) {
        if let Some(entry) = self.entries.last_mut() {
            entry.number += 1;
            entry.sets = sets;
            entry.reps = reps.max(1);
            entry.first_side = first_side;
        }
    }

    /// The lead-in before the first step, the way into position before any other.
    pub(super) fn approach(&mut self, transition_ms: Option<u64>, side: Option<Side>) {
        let place = Place { side, ..Place::default() };
        if !std::mem::replace(&mut self.started, true) {
            let lead_in = self.options.lead_in_ms.max(LEAST_LEAD_IN_MS);
            self.push(SegmentKind::Prepare, lead_in, place);
            return;
        }
        let exercise = self.entries.last().and_then(|e| e.exercise.clone());
        let usual = exercise.map_or(0, |to| super::posture::transition_ms(self.before.as_deref(), &to));
        self.push(SegmentKind::Transition, transition_ms.unwrap_or(usual), place);
    }

    /// Adds a segment to the entry just opened. One that takes no time is left out.
    pub(super) fn push(&mut self, kind: SegmentKind, len_ms: u64, place: Place) {
        let Some(entry) = self.entries.len().checked_sub(1) else { return };
        if len_ms == 0 {
            return;
        }
        self.segments.push(Segment {
            start_ms: 0,
            end_ms: len_ms,
            entry: entry as u32,
            set: place.set,
            rep: place.rep,
            loops: place.loops,
            kind,
            side: place.side,
            way: place.way,
        });
    }

    /// Sets the rest that follows, should anything follow.
    pub(super) fn owe_rest(&mut self, rest_ms: u64) {
        self.rest_due_ms = rest_ms;
    }
}

/// Where in an exercise a segment stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    pub(super) set: u16,
    pub(super) rep: u16,
    pub(super) loops: u16,
    pub(super) side: Option<Side>,
    pub(super) way: u8,
}
