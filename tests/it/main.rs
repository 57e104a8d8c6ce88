//! Every integration test, by topic, in one program: it links once.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod architecture;

mod catalog;
mod engine;
mod figure;
mod hostile;
mod screens;
mod store;
mod store_files;
mod words;
