//! Every integration test, by topic, in one program: it links once.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod app;
mod architecture;
mod audio;
mod catalog;
mod child;
mod cli;
mod editor;
mod engine;
mod figure;
mod guide;
mod history;
mod hostile;
mod merging;
mod pulse;
mod report;
mod rules;
mod screens;
mod sheet;
mod store;
mod store_clipping;
mod store_comments;
mod store_drafts;
mod store_faults;
mod store_files;
mod store_history;
mod store_history_archive;
mod store_history_damage;
mod store_history_faults;
mod store_parcel;
mod store_pictures;
mod store_settings;
mod store_shelf;
mod store_unfinished;
mod voice;
mod words;
