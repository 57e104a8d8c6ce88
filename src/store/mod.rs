//! Files: reading them with care, writing them without ever losing one.

pub mod places;
pub mod ron_layout;
pub mod ron_text;
mod ron_tokens;
mod ron_tree;

pub use places::Place;
pub use ron_text::RonProblem;
