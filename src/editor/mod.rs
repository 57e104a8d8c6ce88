//! Making and changing routines, without a screen.

pub mod generate;
