//! The record of sessions as files for others to read: rows for a spreadsheet, everything as JSON, a
//! page to print, and the planned times for a calendar.
//!
//! Pure: records and the day come in, text goes out. Reading and writing files is the business of
//! whoever asks.

pub mod calendar;
pub mod csv;
pub mod json;
mod page;

pub use page::{Summary, render as page};
