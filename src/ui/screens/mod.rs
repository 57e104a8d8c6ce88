//! The screens. Each takes a borrowed view and pushes commands; [`window_ui`] puts the rail, the
//! banners and the current screen together.

pub mod breathe;
pub mod check;
pub mod dialogs;
pub mod editor;
pub mod exercises;
pub mod player;
pub mod progress;
pub mod safety;
pub mod settings;
pub mod today;
pub mod unfinished;
mod window;

pub use window::{Repaint, ScreenView, WindowView, window_ui};
