//! A routine as a single file that carries the exercises and pictures it needs: packed to be sent,
//! looked through when it arrives from anywhere, and taken in without overwriting anything unasked.

mod accept;
mod arrival;
mod pack;
mod pictures;

pub use accept::{Accepted, Choice, Wishes};
pub use arrival::{Arrival, ArrivingExercise, Known, Standing};
pub use pack::{PackError, PackNote, Packed, pack};
pub use pictures::{CarriedPictureProblem, carried_picture, picture_problems};
