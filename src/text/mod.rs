//! Every word that is shown or spoken, in the chosen language. Knows no widgets, so that the
//! command line and the voice use it too.

mod brief;
mod clock;
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
mod words;

pub use brief::brief;
pub use clock::clock;
pub use markup::Escaped;
pub use ranges::RangeWords;
pub use words::{Arg, Words};
