//! What the person sees: themes, painted widgets and screens. Thin views over borrowed state that
//! push [`Command`]s; nothing here changes anything by itself, reads a file or asks for the time.

mod arranging;
mod breathing;
mod command;
mod editing;
mod keeping;
mod keys;
pub mod legible;
mod live;
mod look;
mod progressing;
pub mod screens;
mod setting;
mod shelving;
mod sourcing;
pub mod theme;
pub mod widgets;

pub use arranging::{Arranging, Beside};
pub use breathing::Breathing;
pub use command::{BannerId, Browse, Command, Screen};
pub use editing::{DeskFace, Editing};
pub use keeping::{DraftId, Keeping, MergePlace};
pub use keys::{Key, KeyRow, PLAYER_KEYS, player_keys};
pub use live::{Live, LivePanel, Span};
pub use look::Look;
pub use progressing::{Checking, Exported, Felt, ProgressPart, Progressing, Writing};
pub use setting::{Setting, SettingGroup};
pub use shelving::{Filing, Shelving, Take, Target, Wishing};
pub use sourcing::Sourcing;
