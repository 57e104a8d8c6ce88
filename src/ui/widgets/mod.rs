//! Painted widgets: each takes a plain model, lays it out, paints it and tells the accessibility
//! tree its name, role and value.

mod banner;
mod bloom;
mod button;
mod callouts;
mod card;
mod chip;
mod column;
mod cue_marks;
mod cue_sign;
mod felt_names;
mod figure_view;
mod form;
mod pips;
mod rail;
mod ring;
mod ring_shape;
mod session_bar;
mod session_bar_paint;
mod session_map;
mod sketch;
mod slider;
mod switch;
mod text;
mod wave;

pub use banner::{Banner, BannerKind, banners_ui};
pub use bloom::{bloom_ui, breath_ui};
pub(in crate::ui) use button::paint_focus;
pub use button::{Button, ButtonKind};
pub use card::{RoutineCard, routine_card_ui};
pub use chip::{Chip, ChipKind, chip_ui, chip_width};
pub use column::{Column, Line};
pub use cue_marks::{cue_marks_said, cue_marks_ui};
pub use felt_names::{felt_names_ui, name_with_felt};
pub use figure_view::{FigureView, figure_ui, paint_scene};
pub use form::{Choice, Form, form_card_ui};
pub use pips::{Pips, pips_ui};
pub use rail::rail_ui;
pub use ring::{Ring, RingKind, ring_ui};
pub use session_bar::{session_bar_keys, session_bar_ui};
pub use session_map::{SessionMap, Stretch, StretchKind};
pub use sketch::Sketch;
pub use slider::{Slider, slider_ui};
pub use switch::switch_ui;
pub use text::{Text, text_ui};
pub use wave::{Wave, wave_ui};
