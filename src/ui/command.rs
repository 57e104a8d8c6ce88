//! What a screen asks for. The app applies the commands once a frame, after the screen is built.

use super::{Breathing, Checking, Editing, Progressing, Setting, Shelving};
use crate::catalog::Choice;
use crate::model::{CueKind, Side, ThemeChoice};

/// A screen the rail leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// What to do now.
    Today,
    /// Everything there is to do.
    Exercises,
    /// Routines, and one of them being made.
    Editor,
    /// Breathing on its own.
    Breathe,
    /// What was done, and how it felt.
    Progress,
    /// What to know before a session.
    Safety,
    /// Everything that can be set.
    Settings,
}

impl Screen {
    /// All of them, in the order of the rail.
    pub const ALL: [Self; 7] = [
        Self::Today,
        Self::Exercises,
        Self::Editor,
        Self::Breathe,
        Self::Progress,
        Self::Safety,
        Self::Settings,
    ];
}

/// Which banner: chosen by the app, handed back when the person closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BannerId(pub u64);

/// What the Exercises screen asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Browse {
    /// Search for these words.
    Find(String),
    /// Narrow the list down by this, or no longer.
    Toggle(Choice),
    /// Search for nothing, choose nothing.
    Clear,
    /// Draw the figures of these exercises: they show and are missing.
    Draw(Vec<String>),
    /// Let the figure of this exercise move on its card, or none.
    Move(Option<String>),
    /// Open the page of the exercise with this id.
    Open(String),
    /// The page that opens is opened by keyboard, from the card of this exercise: the focus comes
    /// back to the cards when it closes.
    ComeBackTo(String),
    /// Go back from the page to the list.
    Close,
    /// Play the figure of the page, or hold it.
    TogglePlay,
    /// Show the names of what is felt on the figure of the page, or put them away.
    ToggleNames,
    /// Move at this speed; 1 is as drawn.
    Speed(f32),
    /// Go to this place in the round, 0 to 1, and stay there.
    Scrub(f32),
    /// Show this side.
    Side(Side),
}

/// One thing the person asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Begin a session with the routine of this id.
    StartRoutine(String),
    /// Begin a session of the exercise with this id alone.
    TryExercise(String),
    /// What the Exercises screen asks for.
    Browse(Browse),
    /// What the Editor screen asks for.
    Edit(Editing),
    /// What the shelf of routines and the dialogs ask for.
    Shelve(Shelving),
    /// What the Settings screen asks for.
    Set(Setting),
    /// What the Breathe screen asks for.
    Breathe(Breathing),
    /// What the Progress screen asks for.
    Progress(Progressing),
    /// What is answered before and after a session.
    Check(Checking),
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
    /// Take the last jump, skip or "this hurts" back.
    Undo,
    /// Run at this speed; 1 is as written.
    SetSpeed(f64),
    /// Show the list of steps, or put it away.
    ToggleSteps,
    /// Pick the entry of this index in the list of steps.
    PickStep(usize),
    /// Go to the beginning of the entry of this index.
    JumpToStep(usize),
    /// Sound on or off.
    ToggleMute,
    /// Sound the chime of this kind once, as loud as the settings have it.
    TryCue(CueKind),
    /// Say a line with the voice as it is set.
    TryVoice,
    /// Show the loudness, or put it away.
    ToggleSound,
    /// Make all sound this loud, 0 to 1.
    SetVolume(f32),
    /// Leave the session, or its end panel, for the screen it was started from; asks first where
    /// something would be lost.
    Leave,
    /// Do not leave after all.
    KeepGoing,
    /// Leave, and offer to go on later.
    LeaveForLater,
    /// Leave and offer nothing.
    LeaveForGood,
    /// Go on with the session that was left.
    GoOnUnfinished,
    /// Let the session that was left go.
    LetGoUnfinished,
    /// The person has read when to stop: begin what was asked for.
    AcceptSafety,
    /// Show a screen of the rail.
    OpenScreen(Screen),
    /// Close a banner.
    Dismiss(BannerId),
    /// Do what a banner offers.
    TakeOffer(BannerId),
    /// Use this palette from now on.
    SetTheme(ThemeChoice),
    /// Show the session large enough for the room, or as usual.
    ToggleRoom,
    /// Show the session in a small window that stays on top, or as usual.
    ToggleCompact,
    /// Name what is felt on the figure of the session, or no longer.
    ToggleNames,
    /// Give the window the whole screen, or not.
    ToggleFull,
    /// Show the list of keys, or put it away.
    ToggleKeys,
    /// Show when to stop and whom to ask, or put it away.
    ToggleSafety,
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
