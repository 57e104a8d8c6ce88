//! Unhunch guides a person at a laptop through sessions for the upper back.

pub mod engine;
pub mod model;
pub mod text;
pub mod ui;
