//! The icons in use, by what they mean here. `assets/icons/README.md` lists their glyphs.

/// Back to where one came from.
pub const LEAVE: char = '\u{E138}';
/// Restart this, or the one before.
pub const BACK: char = '\u{E5A4}';
/// On to the next.
pub const SKIP: char = '\u{E5A6}';
/// Start over.
pub const RESTART: char = '\u{E038}';
/// Play.
pub const PLAY: char = '\u{E3D0}';
/// Pause.
pub const PAUSE: char = '\u{E39E}';
/// Sound is on.
pub const SOUND: char = '\u{E44A}';
/// Sound is off.
pub const MUTED: char = '\u{E45A}';
/// The Today screen.
pub const TODAY: char = '\u{E5B6}';
/// The Exercises screen.
pub const EXERCISES: char = '\u{ED5C}';
/// Light colours.
pub const LIGHT: char = '\u{E472}';
/// Dark colours.
pub const DARK: char = '\u{E330}';
/// Close.
pub const CLOSE: char = '\u{E4F6}';
/// Something is wrong.
pub const WARNING: char = '\u{E4E0}';
/// Worth knowing.
pub const INFO: char = '\u{E2CE}';
/// Done.
pub const CHECK: char = '\u{E182}';
/// Stop: this hurts.
pub const HURTS: char = '\u{E57E}';
/// The list of keys.
pub const KEYS: char = '\u{E2D8}';
/// To the left.
pub const LEFT: char = '\u{E058}';
/// To the right.
pub const RIGHT: char = '\u{E06C}';
/// Search.
pub const SEARCH: char = '\u{E30C}';
/// Opens a list below.
pub const OPENS: char = '\u{E136}';
/// Large enough for the room.
pub const ROOM: char = '\u{E754}';
/// Small and on top.
pub const COMPACT: char = '\u{E64C}';
/// The whole screen.
pub const FULL: char = '\u{E1D0}';
/// No longer the whole screen.
pub const NOT_FULL: char = '\u{E1CE}';

/// Those that read better as solid shapes.
pub const SOLID: [char; 6] = [BACK, SKIP, PLAY, PAUSE, SOUND, MUTED];

/// All of them.
pub const ALL: [char; 26] = [
    LEAVE, BACK, SKIP, RESTART, PLAY, PAUSE, SOUND, MUTED, TODAY, LIGHT, DARK, CLOSE, WARNING, INFO, CHECK,
    HURTS, KEYS, LEFT, RIGHT, EXERCISES, SEARCH, OPENS, ROOM, COMPACT, FULL, NOT_FULL,
];
