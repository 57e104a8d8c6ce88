//! Unhunch guides a person at a laptop through sessions for the upper back.

pub mod audio;
pub mod engine;
pub mod model;
