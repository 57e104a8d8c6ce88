//! Files: reading them with care, writing them without ever losing one.
//!
//! Every reader is capped in size and depth and answers any bytes with a value or a message.
//! Every writer leaves the old file or the new one, never half of each.

pub mod clipping;
mod data_folder;
pub mod drafts;
mod error;
mod file_kind;
pub mod files;
pub mod history;
mod live_content;
pub mod parcel;
pub mod picture;
pub mod places;
pub mod ron_colors;
mod ron_edit;
pub mod ron_layout;
pub mod ron_text;
mod ron_tokens;
mod ron_tree;
pub mod routine_comments;
mod routine_file;
pub mod settings;
pub mod shelf;
pub mod unfinished;
mod watch;

pub use data_folder::DataFolder;
pub use drafts::{Draft, Drafts, Orphan};
pub use error::StoreError;
pub use file_kind::FileKind;
pub use live_content::{ContentFolders, LiveContent};
pub use picture::PictureProblem;
pub use places::Place;
pub use ron_edit::with_id;
pub use ron_text::RonProblem;
pub use routine_file::{OpenedRoutine, RoutineFile, open_routine};
pub use shelf::{SaveError, Saved, Shelf, Theirs};
pub use watch::Watch;
