//! Plain data that a person may write by hand: exercises, motions, routines, breath, settings.
//!
//! Nothing here reads a file, a clock or a screen.

mod archive;
mod breath;
mod carried;
mod commented;
mod cue_kind;
mod cue_preset;
mod diagnostic;
mod dialect;
mod dose;
mod exercise;
mod happening;
mod millis;
pub mod motion;
pub mod plan;
mod prop;
mod record;
mod region;
mod routine;
mod safety;
mod seconds;
mod settings;
mod side;
mod stamp;
mod tempo;
mod unfinished;

pub use archive::{Archive, KeptSession};
pub use breath::{BreathPattern, BreathPhase, BreathStage, BreathingAlone, OfferedBreath};
pub use carried::{Carried, CarriedPicture};
pub use commented::{CommentedBlocks, CommentedRoutine};
pub use cue_kind::CueKind;
pub use cue_preset::CuePreset;
pub use diagnostic::{BlockPath, Diagnostic, Fix, Optional, Problem, Severity};
pub use dialect::ron_dialect;
pub use dose::{Dose, Quantity, Range};
pub use exercise::{
    Breathing, Category, Equipment, Exercise, Felt, Instructions, Line, Position, Preset, Source, Variant,
};
pub use happening::{Happening, What};
pub use motion::Motion;
pub use plan::{Plan, PlannedTime, Weekday};
pub use record::{
    BoutEnd, BoutRecord, Feeling, MOST, Origin, Remark, Said, SessionEnd, SessionRecord, Spot, WorkKind,
};
pub use region::Region;
pub use routine::{Block, BreatheBlock, Defaults, RepeatBlock, RestBlock, Routine, SectionBlock, Step};
pub use safety::{Safety, Sign};
pub use seconds::Seconds;
pub use settings::{Breathe, Compact, Room, Settings, SpokenKind, ThemeChoice, Voice};
pub use side::{Side, SideOrder, Sides};
pub use stamp::Stamp;
pub use tempo::Tempo;
pub use unfinished::{BegunRecord, LoggedBout, PlanChange, Unfinished, UnfinishedSessions};

/// The version every file written by this program carries.
pub const FILE_VERSION: u32 = 1;

pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
