//! What is advised just before and just after a session.

use crate::model::{BoutEnd, SessionRecord};

/// From this pain on it is better not to train. Added: source 001 says to ask somebody first where
/// pain is severe, and names no figure.
const TOO_MUCH: u8 = 7;

/// A rise of this much over a session is a reason to stop. Added: source 001 says never to push
/// into pain, and names no figure.
const RISE: u8 = 2;

/// Advice not to train now. Gentle breathing is what is offered instead; going on takes a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotToday {
    /// Pain, 0 to 10.
    pub pain: u8,
}

/// What is advised before a session by how the back feels; nothing where that was not told.
#[must_use]
pub fn before(pain: Option<u8>) -> Option<NotToday> {
    pain.filter(|&pain| is_too_much(pain)).map(|pain| NotToday { pain })
}

/// Whether pain is so strong that it is better not to train.
pub(in crate::history) fn is_too_much(pain: u8) -> bool {
    pain >= TOO_MUCH
}

/// Whether pain rose over a session by so much that it is a reason to stop. False where one of the
/// two was not told.
#[must_use]
pub fn rose(before: Option<u8>, after: Option<u8>) -> bool {
    before.zip(after).is_some_and(|(before, after)| after.saturating_sub(before) >= RISE)
}

/// Advice to stop for now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Pain before, 0 to 10, where it rose from there; `None` where it is strong and did not rise.
    pub before: Option<u8>,
    /// Pain after, 0 to 10.
    pub after: u8,
    /// The exercises of which something was done in between, each once, in order: id and name.
    pub since: Vec<(String, String)>,
}

/// What is advised after a session: to stop for now, where pain rose over it, or is so strong that
/// nobody would have begun with it.
#[must_use]
pub fn after(record: &SessionRecord) -> Option<Stop> {
    let (before, after) = (record.before.pain, record.after.pain?);
    if !rose(before, Some(after)) {
        return is_too_much(after).then(|| Stop { before: None, after, since: Vec::new() });
    }
    let mut since: Vec<(String, String)> = Vec::new();
    for bout in record.bouts.iter().filter(|bout| bout.end != BoutEnd::Skipped) {
        if let Some(id) = &bout.exercise
            && since.iter().all(|(known, _)| known != id)
        {
            since.push((id.clone(), bout.name.clone()));
        }
    }
    Some(Stop { before, after, since })
}
