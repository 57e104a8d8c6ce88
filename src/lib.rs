//! Unhunch guides a person at a laptop through sessions for the upper back.

pub mod app;
pub mod audio;
pub mod catalog;
pub mod cli;
pub mod editor;
pub mod engine;
pub mod figure;
pub mod history;
pub mod model;
pub mod report;
pub mod sheet;
pub mod store;
pub mod text;
pub mod ui;
