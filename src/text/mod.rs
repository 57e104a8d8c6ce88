//! Every word that is shown or spoken, in the chosen language. Knows no widgets, so that the
//! command line and the voice use it too.

mod advice;
mod brief;
mod clock;
mod date;
mod dose;
mod editing;
mod instruction;

mod marks;
mod markup;
mod names;
mod problem;
mod ranges;
mod settings;
mod spoken;
mod spots;
mod today;
mod words;

pub use advice::AdviceText;
pub use brief::brief;
pub use clock::clock;
pub use markup::Escaped;
pub use ranges::RangeWords;
pub use words::{Arg, Words};
