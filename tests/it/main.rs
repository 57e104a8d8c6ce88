//! What Unhunch promises, by topic.

mod catalog;
