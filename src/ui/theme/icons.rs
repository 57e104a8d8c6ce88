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
/// The Progress screen.
pub const PROGRESS: char = '\u{E156}';
/// A day of the calendar.
pub const CALENDAR: char = '\u{E10A}';
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

/// The Settings screen.
pub const SETTINGS: char = '\u{E272}';
/// The Breathe screen.
pub const BREATHE: char = '\u{E5D2}';
/// One more.
pub const ADD: char = '\u{E3D4}';
/// Take away.
pub const DELETE: char = '\u{E4A6}';
/// Change.
pub const EDIT: char = '\u{E3B4}';
/// As it was before.
pub const UNDO: char = '\u{E08A}';

/// The Editor screen.
pub const EDITOR: char = '\u{E906}';
/// Copy.
pub const COPY: char = '\u{E1CA}';
/// Paste.
pub const PASTE: char = '\u{E198}';
/// Cut.
pub const CUT: char = '\u{EAE0}';
/// Done several times over.
pub const REPEAT: char = '\u{E3F6}';
/// Blocks under a heading.
pub const SECTION: char = '\u{E5A2}';
/// When to stop and whom to ask.
pub const SAFETY: char = '\u{E56E}';
/// A pause.
pub const REST: char = '\u{E2B8}';
/// Can be dragged.
pub const GRIP: char = '\u{EAE2}';
/// Up, or closes the list below.
pub const UP: char = '\u{E13C}';
/// Into the group.
pub const INTO: char = '\u{EA1E}';
/// Out of the group.
pub const OUT_OF: char = '\u{EA1C}';
/// Left out.
pub const LEFT_OUT: char = '\u{E224}';
/// Taken in.
pub const TAKEN_IN: char = '\u{E220}';
/// A remark.
pub const NOTE: char = '\u{E34C}';
/// Keep.
pub const SAVE: char = '\u{E248}';
/// Once more, after all.
pub const REDO: char = '\u{E08C}';
/// As text.
pub const SOURCE: char = '\u{E1BC}';
/// Make one for me.
pub const MAKE: char = '\u{E6B6}';
/// Take in.
pub const IMPORT: char = '\u{E20C}';
/// Give away.
pub const EXPORT: char = '\u{EAF0}';
/// What can be set.
pub const DETAILS: char = '\u{E434}';
/// As it was at another time.
pub const VERSIONS: char = '\u{E1A0}';
/// More that can be done.
pub const MORE: char = '\u{E1FE}';
/// As a list.
pub const LIST: char = '\u{E2F2}';
/// Mend.
pub const MEND: char = '\u{E5D4}';
/// Words at the top.
pub const HEADING: char = '\u{E6BA}';
/// Once more.
pub const DUPLICATE: char = '\u{E1CC}';

/// Those that read better as solid shapes.
pub const SOLID: [char; 6] = [BACK, SKIP, PLAY, PAUSE, SOUND, MUTED];

/// All of them.
pub const ALL: [char; 60] = [
    LEAVE, BACK, SKIP, RESTART, PLAY, PAUSE, SOUND, MUTED, TODAY, LIGHT, DARK, CLOSE, WARNING, INFO, CHECK,
    HURTS, KEYS, LEFT, RIGHT, EXERCISES, SEARCH, OPENS, ROOM, COMPACT, FULL, NOT_FULL, SETTINGS, BREATHE,
    ADD, DELETE, EDIT, UNDO, EDITOR, COPY, PASTE, CUT, REPEAT, SECTION, REST, GRIP, UP, INTO, OUT_OF,
    LEFT_OUT, TAKEN_IN, NOTE, SAVE, REDO, SOURCE, MAKE, IMPORT, EXPORT, DETAILS, VERSIONS, MORE, LIST, MEND,
    HEADING, DUPLICATE, SAFETY,
];
