//! What the person should know: said once, kept until it is closed or mended.

use crate::ui::Command;

/// What a notice is about. One topic has one notice at a time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Topic {
    /// The sound device.
    Sound,
    /// The machine slept.
    Sleep,
    /// The data folder cannot be written.
    Folder,
    /// The settings file.
    Settings,
    /// The session that runs and cannot be kept.
    Unfinished,
    /// Sessions that were left and cannot be read.
    Left,
    /// The record of sessions, which cannot be read or written.
    Record,
    /// What was done and is neither in the record nor kept beside it.
    Unkept,
    /// What became of the record of sessions when it was opened.
    Mended,
    /// The text of the routine on the desk.
    Source,
    /// A routine that was to be started.
    Routine,
    /// A routine with unsaved changes that cannot be kept.
    Draft,
    /// A routine with unsaved changes that waits.
    Waiting,
    /// A routine whose changes were let go.
    LetGo,
    /// A routine that cannot be saved.
    Saving,
    /// A routine that something else changed while it is open.
    Elsewhere,
    /// What was to be done to the routine on the desk.
    Desk,
    /// Content cannot be watched.
    Watch,
    /// What was done to the routines as the person asked.
    Shelf,
    /// What the person asked to be done to routines and could not be.
    ShelfFailed,
    /// The record of sessions, written or taken in as the person asked.
    RecordFiles,
    /// Sessions that were deleted or brought back.
    Deleted,
    /// A file of the person's own content.
    File(std::path::PathBuf),
}

/// What can be done about a notice.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Offer {
    /// The words on its button.
    pub(super) words: String,
    /// What it does.
    pub(super) asked: Command,
}

/// One notice.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Notice {
    /// A number that names it for as long as it is open.
    pub(super) id: u64,
    /// What it is about.
    pub(super) topic: Topic,
    /// What it says.
    pub(super) text: String,
    /// What can be done about it.
    pub(super) offer: Option<Offer>,
    dismissed: bool,
}

/// All open notices, oldest first.
#[derive(Debug, Default)]
pub(super) struct Notices {
    all: Vec<Notice>,
    next: u64,
}

impl Notices {
    /// Says something about a topic. The same words again change nothing, even after they were
    /// closed; new words open it again.
    pub(super) fn say(&mut self, topic: Topic, text: String) {
        match self.all.iter_mut().find(|n| n.topic == topic) {
            Some(notice) if notice.text == text => {}
            Some(notice) => {
                notice.text = text;
                notice.dismissed = false;
            }
            None => {
                self.next += 1;
                self.all.push(Notice { id: self.next, topic, text, offer: None, dismissed: false });
            }
        }
    }

    /// Says something anew, whatever was said before, with what can be done about it.
    pub(super) fn say_anew(&mut self, topic: Topic, text: String, offer: Option<Offer>) {
        self.mended(&topic);
        self.next += 1;
        self.all.push(Notice { id: self.next, topic, text, offer, dismissed: false });
    }

    /// What a notice offers. It is closed.
    pub(super) fn take_offer(&mut self, id: u64) -> Option<Command> {
        let notice = self.all.iter_mut().find(|n| n.id == id)?;
        notice.dismissed = true;
        notice.offer.take().map(|offer| offer.asked)
    }

    /// There is nothing more to say about a topic.
    pub(super) fn mended(&mut self, topic: &Topic) {
        self.all.retain(|n| n.topic != *topic);
    }

    /// True where something is the matter with a topic, even if the person has closed it.
    pub(super) fn knows(&self, topic: &Topic) -> bool {
        self.all.iter().any(|n| n.topic == *topic)
    }

    /// There is nothing more to say about files other than these.
    pub(super) fn keep_files(&mut self, broken: &[std::path::PathBuf]) {
        self.all.retain(|n| !matches!(&n.topic, Topic::File(path) if !broken.contains(path)));
    }

    /// The person closed one.
    pub(super) fn dismiss(&mut self, id: u64) {
        if let Some(notice) = self.all.iter_mut().find(|n| n.id == id) {
            notice.dismissed = true;
        }
    }

    /// Those to be shown.
    pub(super) fn open(&self) -> impl Iterator<Item = &Notice> {
        self.all.iter().filter(|n| !n.dismissed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(notices: &Notices) -> Vec<&str> {
        notices.open().map(|n| n.text.as_str()).collect()
    }

    #[test]
    fn the_same_words_are_not_said_again_after_they_were_closed() {
        let mut notices = Notices::default();
        notices.say(Topic::Sound, "gone".into());
        let id = notices.open().next().expect("one is open").id;
        notices.dismiss(id);
        notices.say(Topic::Sound, "gone".into());
        assert!(texts(&notices).is_empty());
        notices.say(Topic::Sound, "still gone, but otherwise".into());
        assert_eq!(texts(&notices), ["still gone, but otherwise"]);
    }

    #[test]
    fn what_is_mended_goes_and_may_come_back() {
        let mut notices = Notices::default();
        notices.say(Topic::File("a".into()), "a is broken".into());
        notices.say(Topic::File("b".into()), "b is broken".into());
        notices.keep_files(&["b".into()]);
        assert_eq!(texts(&notices), ["b is broken"]);
        notices.mended(&Topic::File("b".into()));
        notices.say(Topic::File("b".into()), "b is broken".into());
        assert_eq!(texts(&notices), ["b is broken"]);
    }
}
