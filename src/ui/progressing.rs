//! What the Progress screen asks for.

use crate::history::{Field, Period};
use crate::model::{Feeling, Plan, SessionRecord, Spot, WorkKind};

/// What the Progress screen asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Progressing {
    /// Look this far back.
    Period(Period),
    /// Look at sessions of the routine with this id only, or of all.
    Routine(Option<String>),
    /// Show this part of the screen.
    Part(ProgressPart),
    /// Show the course of the exercise with this id, or of none.
    Exercise(Option<String>),
    /// Open the session with this id, to read and correct it.
    Open(String),
    /// Open a new session, to write down what was done.
    Add,
    /// The session that is open is like this now.
    Change(Box<SessionRecord>),
    /// What else the page of the session that is open asks for.
    Write(Writing),
    /// Keep the session that is open as it is now.
    Keep,
    /// Put the session that is open away as it was.
    Close,
    /// Delete the session with this id.
    Delete(String),
    /// Delete every session: asks first.
    AskDeleteAll,
    /// Delete every session.
    DeleteAll,
    /// Bring back what was deleted last.
    BringBack,
    /// Show what was deleted and can be brought back.
    AskDeleted,
    /// Bring back the session with this id, out of those shown.
    BringOneBack(String),
    /// Bring back what was said outside sessions.
    BringSaidBack,
    /// Bring back all of those shown.
    BringAllBack,
    /// The exercise of this id may be suggested again.
    Review(String),
    /// The plan is like this now.
    Plan(Box<Plan>),
    /// Ask where to write the history, the summary or the calendar.
    AskExport(Exported),
    /// Ask for the file to take sessions from.
    AskImport,
}

/// What the page of a session asks for while it is written down or corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writing {
    /// This stands in a field now.
    Typed(Field, String),
    /// It was of the routine with this id, or of none.
    Routine(Option<String>),
    /// It was this kind of work, as a whole.
    Kind(WorkKind),
    /// The exercise with this id was done.
    AddExercise(String),
    /// What the routine has was done.
    FillIn,
    /// Show the body, for where it was felt then, or put it away again.
    Where(Felt),
    /// Show the other side of the body.
    Turn,
    /// Let what was changed go.
    LetGo,
}

/// When something is felt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Felt {
    /// Before the session.
    Before,
    /// After it.
    After,
}

impl Felt {
    /// How it felt then.
    #[must_use]
    pub fn of(self, record: &SessionRecord) -> &Feeling {
        match self {
            Self::Before => &record.before,
            Self::After => &record.after,
        }
    }

    /// The same, to be changed.
    pub fn of_mut(self, record: &mut SessionRecord) -> &mut Feeling {
        match self {
            Self::Before => &mut record.before,
            Self::After => &mut record.after,
        }
    }
}

/// A part of the Progress screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ProgressPart {
    /// The year, the weeks and pain.
    #[default]
    Overview,
    /// Exercise by exercise.
    Exercises,
    /// Session by session.
    Sessions,
    /// Goal, weekly aim and times.
    Plan,
}

impl ProgressPart {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Overview, Self::Exercises, Self::Sessions, Self::Plan];
}

/// What is written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Exported {
    /// Every exercise done, a row each.
    Csv,
    /// Everything, to be taken in again.
    Json,
    /// A page to print.
    Page,
    /// The planned times, for a calendar.
    Calendar,
}

impl Exported {
    /// How the name of such a file ends.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Page => "html",
            Self::Calendar => "ics",
        }
    }

    /// The key of what saving one is called.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Csv => "report-ask-csv",
            Self::Json => "report-ask-json",
            Self::Page => "report-ask-page",
            Self::Calendar => "report-ask-calendar",
        }
    }
}

/// What is asked before and after a session.
#[derive(Clone, Debug, PartialEq)]
pub enum Checking {
    /// Pain is this, 0 to 10; nothing said where `None`.
    Pain(Option<u8>),
    /// It is felt here, or no longer.
    Spot(Spot),
    /// It was this hard, 0 to 10.
    Effort(Option<u8>),
    /// In the person's own words.
    Note(String),
    /// Show the other side of the body.
    Turn,
    /// Show the body, or put it away again.
    Where,
    /// Begin, with what was said.
    Begin,
    /// Begin and say nothing.
    Skip,
    /// Begin nothing, and go back to where one came from.
    Back,
    /// Ask this before sessions from now on, or not.
    AskBefore(bool),
    /// Breathe gently instead.
    BreatheInstead,
    /// Begin in spite of the advice.
    BeginAnyway,
    /// The sign with this id holds, or no longer.
    Sign(String),
    /// The advice was read.
    Heard(String),
}
