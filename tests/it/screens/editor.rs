//! The Editor screen's parts as a person meets them.

mod inspector;
