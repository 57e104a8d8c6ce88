//! Tells when content files change, once they have been quiet for a moment.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use notify::{Event, EventKind, RecursiveMode, Watcher};

use super::StoreError;
use super::live_content::is_hidden;

/// Editors save in several steps; after this long without one they are done.
const QUIET: Duration = Duration::from_millis(150);

/// Follows folders until it is dropped.
pub struct Watch {
    changes: Receiver<BTreeSet<PathBuf>>,
    /// Dropping it ends the events, and with them the thread that gathers them.
    _watcher: notify::RecommendedWatcher,
}

impl Watch {
    /// Follows everything below the folders that exist, but hidden files: locks, and what is still
    /// being written, are nobody's content. `wake` is called from another thread when
    /// there is something for [`Watch::changed`] to tell.
    ///
    /// # Errors
    ///
    /// When the system cannot watch one of them.
    pub fn start(folders: &[PathBuf], wake: impl Fn() + Send + 'static) -> Result<Self, StoreError> {
        let (event_sender, events) = mpsc::channel();
        let (change_sender, changes) = mpsc::channel();
        let unwatchable = |path: &Path, error: &notify::Error| StoreError::Unwatchable {
            path: path.to_owned(),
            reason: error.to_string(),
        };
        let on_event = move |event: notify::Result<Event>| {
            // A watch that failed in part has nothing to tell; once the watcher is gone nobody listens.
            let _ = event.map(|event| event_sender.send(event));
        };
        let mut watcher = notify::recommended_watcher(on_event)
            .map_err(|error| unwatchable(folders.first().map_or(Path::new("."), |first| first), &error))?;
        for folder in folders.iter().filter(|folder| folder.is_dir()) {
            watcher.watch(folder, RecursiveMode::Recursive).map_err(|error| unwatchable(folder, &error))?;
        }
        thread::Builder::new()
            .name("watch".to_owned())
            .spawn(move || gather(&events, &change_sender, &wake))
            .map_err(|error| StoreError::Unwatchable {
                path: folders.first().cloned().unwrap_or_default(),
                reason: error.to_string(),
            })?;
        Ok(Self { changes, _watcher: watcher })
    }

    /// What has changed since the last call. Never waits.
    #[must_use]
    pub fn changed(&self) -> BTreeSet<PathBuf> {
        self.changes.try_iter().flatten().collect()
    }

    /// Waits for the next change, at most this long.
    #[must_use]
    pub fn wait(&self, at_most: Duration) -> BTreeSet<PathBuf> {
        self.changes.recv_timeout(at_most).unwrap_or_default()
    }
}

/// Joins the events of one save into one change; ends when the watcher is dropped.
fn gather(events: &Receiver<Event>, changes: &Sender<BTreeSet<PathBuf>>, wake: &dyn Fn()) {
    let mut changed = BTreeSet::new();
    loop {
        let wait = if changed.is_empty() { Duration::MAX } else { QUIET };
        match events.recv_timeout(wait) {
            Ok(event) if is_change(&event) => {
                changed.extend(event.paths.into_iter().filter(|path| !is_hidden(path)));
            }
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) => {
                if changes.send(std::mem::take(&mut changed)).is_err() {
                    return;
                }
                wake();
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Reading a file is no change; taking it for one would make a reload cause the next.
fn is_change(event: &Event) -> bool {
    !matches!(event.kind, EventKind::Access(_))
}
