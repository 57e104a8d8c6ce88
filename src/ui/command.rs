//! What a screen asks for. The app applies the commands once a frame, after the screen is built.

use crate::model::ThemeChoice;

/// A screen the rail leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// What to do now.
    Today,
}

impl Screen {
    /// All of them, in the order of the rail.
    pub const ALL: [Self; 1] = [Self::Today];
}

/// Which banner: chosen by the app, handed back when the person closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BannerId(pub u64);

/// One thing the person asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Begin a session with the routine of this id.
    StartRoutine(String),
    /// Pause, or go on.
    TogglePause,
    /// Restart this segment, or the one before.
    Back,
    /// Go to the next segment.
    Skip,
    /// Begin the session again.
    Restart,
    /// Ten seconds more of what runs now.
    Extend,
    /// Go to this time, in milliseconds from the start of the session.
    SeekTo(u64),
    /// Pass the gate of an open dose.
    Done,
    /// This hurts: end the exercise at once and note it.
    Hurts,
    /// After "this hurts": do the easier exercise that was offered.
    TakeEasier,
    /// After "this hurts": go on with what comes next.
    GoOn,
    /// Sound on or off.
    ToggleMute,
    /// Leave the session, or its end panel, for Today.
    Leave,
    /// Show a screen of the rail.
    OpenScreen(Screen),
    /// Close a banner.
    Dismiss(BannerId),
    /// Use this palette from now on.
    SetTheme(ThemeChoice),
    /// Show the list of keys, or put it away.
    ToggleKeys,
    /// Turn the camera around the figure by these degrees.
    Turn {
        /// To the side, counter-clockwise seen from above.
        yaw_deg: f32,
        /// Upwards.
        pitch_deg: f32,
    },
    /// Turn the camera back to where the motion wants it.
    TurnBack,
}
