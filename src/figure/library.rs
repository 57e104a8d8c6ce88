//! The shared poses, which pose stands for each starting position, and the ways between positions.

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::posture::{LARGEST, Posture};
use crate::model::{Position, motion::Pose};

/// Why a motion cannot be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MotionError {
    /// A name that no pose has.
    #[error("there is no pose \"{name}\" ({wanted_by} asks for it)")]
    UnknownPose {
        /// The name.
        name: String,
        /// Who asks.
        wanted_by: String,
    },
    /// A pose that starts from itself, by whatever way round.
    #[error("pose \"{name}\" starts from itself")]
    Circle {
        /// The pose.
        name: String,
    },
    /// A pose, a prop or a camera with a number that is none, or beyond all reason.
    #[error("\"{name}\" has a number that is not finite or beyond {LARGEST}")]
    Number {
        /// The pose, "props" or "camera".
        name: String,
    },
}

/// The way from one position to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bridge {
    /// One end.
    pub from: Position,
    /// The other end. The way back leads through the same poses.
    pub to: Position,
    /// Poses on the way.
    #[serde(default)]
    pub via: Vec<String>,
}

/// The shared poses, as in `assets/poses/base.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PoseLibrary {
    /// File version.
    pub version: u32,
    /// The poses by name.
    pub poses: BTreeMap<String, Pose>,
    /// The pose of each position.
    pub positions: BTreeMap<Position, String>,
    /// The ways between positions.
    pub bridges: Vec<Bridge>,
}

/// How deep poses may start from each other.
const DEEPEST: usize = 64;

impl PoseLibrary {
    /// Reads shared poses from RON.
    ///
    /// # Errors
    /// When the text is no pose library.
    pub fn read(text: &str) -> Result<Self, ron::error::SpannedError> {
        ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_str(text)
    }

    /// The poses that come with the program.
    ///
    /// # Panics
    /// Never: a test reads the same text.
    #[must_use]
    pub fn builtin() -> Self {
        Self::read(include_str!("../../assets/poses/base.ron")).expect("the shipped poses are read by a test")
    }

    /// The posture a pose stands for. Poses of the motion go before shared ones of the same name,
    /// except that a pose which starts from its own name starts from the shared one.
    ///
    /// # Errors
    /// When a name is unknown, poses start from each other in a circle, or a number is beyond reason.
    pub fn resolve(&self, own: &BTreeMap<String, Pose>, name: &str) -> Result<Posture, MotionError> {
        let mut chain = Vec::new();
        let mut wanted = name.to_owned();
        let mut asker = String::from("the motion");
        let mut among_shared = false;
        loop {
            let pose =
                own.get(&wanted).filter(|_| !among_shared).or_else(|| self.poses.get(&wanted)).ok_or_else(
                    || MotionError::UnknownPose { name: wanted.clone(), wanted_by: asker.clone() },
                )?;
            chain.push(pose);
            if chain.len() > DEEPEST {
                return Err(MotionError::Circle { name: name.to_owned() });
            }
            if pose.from.is_empty() {
                break;
            }
            among_shared |= pose.from == wanted || !own.contains_key(&wanted);
            asker = format!("pose \"{wanted}\"");
            wanted.clone_from(&pose.from);
        }
        let posture = chain.iter().rev().fold(Posture::default(), |posture, pose| posture.overlaid(pose));
        if posture.is_sane() { Ok(posture) } else { Err(MotionError::Number { name: name.to_owned() }) }
    }

    /// The names of the poses on the shortest way between two positions, both ends' own poses included
    /// only when they are passed through.
    #[must_use]
    pub fn way(&self, from: Position, to: Position) -> Vec<&str> {
        let mut reached: BTreeMap<Position, Vec<&str>> = BTreeMap::from([(from, Vec::new())]);
        let mut queue = VecDeque::from([from]);
        while let Some(here) = queue.pop_front() {
            if here == to {
                break;
            }
            for bridge in &self.bridges {
                let forwards = bridge.from == here;
                let next = if forwards { bridge.to } else { bridge.from };
                if !(forwards || bridge.to == here) || reached.contains_key(&next) {
                    continue;
                }
                let mut names = reached[&here].clone();
                if here != from {
                    names.extend(self.positions.get(&here).map(String::as_str));
                }
                let via = bridge.via.iter().map(String::as_str);
                if forwards {
                    names.extend(via);
                } else {
                    names.extend(via.rev());
                }
                reached.insert(next, names);
                queue.push_back(next);
            }
        }
        reached.remove(&to).unwrap_or_default()
    }
}
