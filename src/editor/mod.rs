//! The routine being authored: a document of blocks, the edits that change it, and the way back.
//! Pure: texts come in parsed and go out as values; the same engine that plays a routine judges it.

mod align;
mod change;
mod compare;
mod course;
mod document;
mod edit;
pub mod generate;
mod head;
mod history;
mod leaf;
mod mend;
mod merge;
mod name;
mod node;
mod place;
mod review;
mod trail;
mod tree;

pub use change::{Change, HeadChange};
pub use compare::{Difference, compare};
pub use course::Course;
pub use document::Document;
pub use edit::{Edit, Edited, Refusal, Wrapper};
pub use head::HeadField;
pub use history::{Gesture, History, Version};
pub use mend::{mend, mend_all};
pub use merge::{HeadHunk, Hunk, Merge, Pick, merge};
pub use name::{EditName, Field};
pub use node::{BlockId, Node};
pub use place::{Nudge, Slot};
pub use review::{BlockFacts, Facts, Finding, Review};
