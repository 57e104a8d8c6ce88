//! What Unhunch promises, by topic.

mod catalog;
mod hostile;
mod store;
mod store_files;
