//! What the Settings screen asks for.

use crate::model::{CueKind, Seconds, SpokenKind};

/// Settings that belong together, and are set back together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SettingGroup {
    /// Loudness of everything and of each cue.
    Sound,
    /// The voice.
    Voice,
    /// Lead-in, rests and changes of side.
    Session,
    /// Colours, figure, distance and size.
    Display,
}

/// One thing to set.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// Loudness of all sound, 0 to 1.
    Volume(f32),
    /// Silence without forgetting the volume.
    Muted(bool),
    /// Loudness of one kind of cue, 0 to 1.
    CueVolume(CueKind, f32),
    /// Which cues are heard, as the preset with this id has them.
    CuePreset(String),
    /// Whether the voice speaks.
    VoiceOn(bool),
    /// Which voice speaks, as the service names it; empty for its own choice.
    VoiceName(String),
    /// How fast the voice speaks, -1 to 1.
    VoiceRate(f32),
    /// How loud the voice is, 0 to 1.
    VoiceVolume(f32),
    /// Whether the voice says things of a kind.
    Spoken(SpokenKind, bool),
    /// Time before the first exercise.
    LeadIn(Seconds),
    /// Rest where neither routine nor step says.
    Rest(Seconds),
    /// Time to change sides where neither routine nor step says.
    Switch(Seconds),
    /// Drop movement that only decorates.
    ReducedMotion(bool),
    /// The figure's body, by id.
    Body(String),
    /// Whether the player opens in the room view.
    RoomView(bool),
    /// From the eyes to the screen, in metres.
    Distance(f32),
    /// Millimetres of screen a logical point takes; `None` for what the system says.
    MmPerPoint(Option<f32>),
    /// Set a group back to its usual values.
    Reset(SettingGroup),
    /// Bring back what the group was before.
    UndoReset(SettingGroup),
}

impl Setting {
    /// The group it belongs to.
    #[must_use]
    pub fn group(&self) -> SettingGroup {
        match self {
            Self::Volume(_) | Self::Muted(_) | Self::CueVolume(..) | Self::CuePreset(_) => {
                SettingGroup::Sound
            }
            Self::VoiceOn(_)
            | Self::VoiceName(_)
            | Self::VoiceRate(_)
            | Self::VoiceVolume(_)
            | Self::Spoken(..) => SettingGroup::Voice,
            Self::LeadIn(_) | Self::Rest(_) | Self::Switch(_) => SettingGroup::Session,
            Self::ReducedMotion(_)
            | Self::Body(_)
            | Self::RoomView(_)
            | Self::Distance(_)
            | Self::MmPerPoint(_) => SettingGroup::Display,
            Self::Reset(group) | Self::UndoReset(group) => *group,
        }
    }
}
