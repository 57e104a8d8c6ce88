//! Making and changing routines, without a screen.

mod generate;
