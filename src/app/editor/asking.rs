//! The system's own dialogs for a path: asked on a thread of their own, answered whenever.

use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use rfd::{AsyncFileDialog, FileHandle};

/// A dialog on its way to an answer.
type Answering = Pin<Box<dyn Future<Output = Option<FileHandle>> + Send>>;

/// What is asked for.
pub(super) struct Asked {
    /// The title of the dialog.
    pub(super) title: String,
    /// Where to save, as suggested; nothing to open a file that is there.
    pub(super) save_as: Option<PathBuf>,
    /// What kind of file, in words.
    pub(super) kind: String,
    /// How the names of such files end.
    pub(super) ending: &'static str,
}

/// The system's own dialogs. Where it has none, or none answers, the path is typed.
#[derive(Default)]
pub(super) struct Asking {
    /// Called with an answer; nothing where the system is not to be asked.
    wake: Option<Arc<dyn Fn() + Send + Sync>>,
    open: Option<Receiver<Option<PathBuf>>>,
}

impl Asking {
    /// Asks with the dialogs of the system.
    pub(super) fn of_system(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self { wake: Some(Arc::new(wake)), open: None }
    }

    /// Whether the system is asked at all.
    pub(super) fn can_ask(&self) -> bool {
        self.wake.is_some()
    }

    /// Whether a dialog waits for an answer.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Opens a dialog, unless one is open.
    pub(super) fn ask(&mut self, asked: Asked) {
        let Some(wake) = self.wake.clone().filter(|_| self.open.is_none()) else { return };
        let dialog = AsyncFileDialog::new().set_title(asked.title).add_filter(asked.kind, &[asked.ending]);
        let (answer, open) = channel();
        // Made here, as macOS wants it of the thread that has the window; awaited elsewhere.
        let dialog: Answering = match asked.save_as {
            None => Box::pin(dialog.pick_file()),
            Some(path) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let folder = path.parent().map(PathBuf::from).unwrap_or_default();
                Box::pin(dialog.set_directory(folder).set_file_name(name).save_file())
            }
        };
        self.open = Some(open);
        thread::spawn(move || {
            let path = pollster::block_on(dialog).map(|file| file.path().to_owned());
            // Whoever asked may have gone.
            let _ = answer.send(path);
            wake();
        });
    }

    /// The path that was chosen, once. Where none was, nothing is waited for any more.
    pub(super) fn answer(&mut self) -> Option<PathBuf> {
        let answer = match self.open.as_ref()?.try_recv() {
            Err(TryRecvError::Empty) => return None,
            answer => answer.ok().flatten(),
        };
        self.open = None;
        answer
    }

    /// Waits for no answer any more.
    pub(super) fn forget(&mut self) {
        self.open = None;
    }
}
