//! What is asked for around the routine that is open: the shelf, and the dialogs over the window.

use std::path::PathBuf;

use crate::editor::generate::{Aim, Place, Soreness};
use crate::model::Equipment;

/// What the shelf and the dialogs ask for.
#[derive(Clone, Debug, PartialEq)]
pub enum Shelving {
    /// Search the own routines for these words.
    Find(String),
    /// Make another routine of the own one with this id.
    Duplicate(String),
    /// Move the own routine with this id into the trash.
    Delete(String),
    /// Bring this file back from the trash.
    Restore(PathBuf),
    /// Show what is in the trash, or put it away.
    ToggleTrash,
    /// Ask what session to make.
    AskWish,
    /// Ask for the file to import.
    AskFile,
    /// Ask where to put the routine with this id for others.
    AskShare(String),
    /// Ask which routine the exercise with this id goes into.
    AskRoutine(String),
    /// These files were dropped on the window.
    Dropped(Vec<PathBuf>),
    /// Put the dialog away and change nothing.
    CloseDialog,
    /// In the dialog that makes a session.
    Wish(Wishing),
    /// In the dialogs that take a file in or give one away.
    File(Filing),
    /// Put the exercise that was asked for into this routine.
    AddTo(Target),
}

/// What the dialog that makes a session asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wishing {
    /// So many minutes.
    Minutes(u32),
    /// There.
    Place(Place),
    /// This is at hand, or no longer.
    Equipment(Equipment),
    /// For this.
    Aim(Aim),
    /// This sore.
    Soreness(Soreness),
    /// Another one of the same wish.
    Another,
    /// Open it in the editor.
    Open,
}

/// What the dialogs about files ask for.
#[derive(Clone, Debug, PartialEq)]
pub enum Filing {
    /// This is typed as the path.
    Path(String),
    /// Let the system ask for the path.
    Browse,
    /// Look at the file, or write it.
    Go,
    /// Of the exercise that comes along with this index, take theirs under a name of its own, or
    /// keep mine.
    Theirs(usize, bool),
    /// Take in what was looked at.
    Take(Take),
}

/// How something is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Take {
    /// Where nothing of the same id is there.
    New,
    /// In place of mine, which is kept as a backup.
    InPlace,
    /// Beside mine, under an id of its own.
    Beside,
}

/// The routine an exercise is put into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The one that lies open.
    Open,
    /// A new one.
    New,
    /// The own one with this id.
    Own(String),
}
