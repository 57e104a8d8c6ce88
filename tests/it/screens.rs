//! Screens as a person meets them: by accessible name, by key and by where things stand.

mod control;
mod exercises;
mod layout;
mod player;
mod room;
mod stand_in;
mod theme;
mod today;
