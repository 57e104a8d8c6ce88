//! The routine being authored: a document of blocks, the edits that change it, and the way back.
//! Pure: texts come in parsed and go out as values; the same engine that plays a routine judges it.

mod change;
mod course;
mod document;
mod edit;
mod history;
mod mend;
mod name;
mod node;
mod place;
mod review;
mod tree;

pub use change::{Change, HeadChange};
pub use course::Course;
pub use document::Document;
pub use edit::{Edit, Edited, Refusal, Wrapper};
pub use history::{Gesture, History, Version};
pub use mend::{mend, mend_all};
pub use name::{EditName, Field};
pub use node::{BlockId, Node};
pub use place::{Nudge, Slot};
pub use review::{BlockFacts, Facts, Finding, Review};
