//! What Unhunch promises, by topic.

#![allow(clippy::unwrap_used, reason = "a test that cannot get its material fails")]

mod catalog;
mod hostile;
mod store;
mod store_files;
