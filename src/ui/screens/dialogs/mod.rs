//! Dialogs: what lies over the whole window until it is answered, and the veil while a file is held
//! over it. A dialog has the keys to itself.

mod arrival;
mod deleted;
mod file;
mod frame;
mod history;
mod pick;
mod session;
mod wish;

use egui::{Align2, Event, Id, LayerId, Order, Ui};

pub use arrival::{ArrivalView, CarriedLine, FindingLine, Known, Standing};
pub use deleted::{DeletedLine, DeletedSaid, DeletedView};
pub use file::FileView;
pub use history::{ExportView, HistoryArrivalView, TakingView};
pub use pick::PickView;
pub use session::SessionView;
pub use wish::WishView;

use crate::ui::theme::{Face, Size};
use crate::ui::widgets::Text;
use crate::ui::{Command, Look, Shelving};

/// What lies over the window.
#[derive(Clone, Copy)]
pub enum DialogView<'a> {
    /// What session is to be made.
    Wish(WishView<'a>),
    /// Which file is to be taken in.
    Import(FileView<'a>),
    /// What a file holds, and whether to take it in.
    Arrival(ArrivalView<'a>),
    /// Where a routine is put for others.
    Share(FileView<'a>),
    /// Which routine an exercise goes into.
    Pick(PickView<'a>),
    /// Where the record of sessions is written.
    Export(ExportView<'a>),
    /// Which record of sessions is to be taken in.
    TakeHistory(TakingView<'a>),
    /// What a record of sessions holds.
    HistoryArrival(HistoryArrivalView<'a>),
    /// A session that is written down or corrected.
    Session(SessionView<'a>),
    /// Whether to keep what was changed about it.
    KeepSession(SessionView<'a>),
    /// Whether to delete every session, and what was said outside them.
    DeleteSessions {
        /// How many sessions there are.
        sessions: usize,
        /// Whether anything was said outside them.
        has_said: bool,
    },
    /// What was deleted and can be brought back.
    Deleted(DeletedView<'a>),
}

/// Builds a dialog over the window. To be built before the screen below it, which gets no keys.
pub fn dialog_ui(ui: &Ui, look: &Look<'_>, view: &DialogView<'_>, commands: &mut Vec<Command>) {
    let look = look.for_window(ui.max_rect());
    match view {
        DialogView::Wish(view) => wish::wish_ui(ui, &look, view, commands),
        DialogView::Import(view) => file::import_ui(ui, &look, view, commands),
        DialogView::Arrival(view) => arrival::arrival_ui(ui, &look, view, commands),
        DialogView::Share(view) => file::share_ui(ui, &look, view, commands),
        DialogView::Pick(view) => pick::pick_ui(ui, &look, view, commands),
        DialogView::Export(view) => history::export_ui(ui, &look, view, commands),
        DialogView::TakeHistory(view) => history::taking_ui(ui, &look, view, commands),
        DialogView::HistoryArrival(view) => history::arrival_ui(ui, &look, view, commands),
        DialogView::Session(view) => session::session_ui(ui, &look, view, commands),
        DialogView::KeepSession(view) => session::keep_ui(ui, &look, view, commands),
        DialogView::Deleted(view) => deleted::deleted_ui(ui, &look, view, commands),
        DialogView::DeleteSessions { sessions, has_said } => {
            session::delete_all_ui(ui, &look, *sessions, *has_said, commands);
        }
    }
    ui.input_mut(|input| {
        input.events.retain(|event| !matches!(event, Event::Key { .. } | Event::Text(_) | Event::Paste(_)));
    });
}

/// Takes the files that were dropped on the window, and says what a drop would do while one is held
/// over it.
pub fn drops_ui(ui: &mut Ui, look: &Look<'_>, commands: &mut Vec<Command>) {
    let (hovers, dropped) = ui.input(|input| {
        let dropped = input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect::<Vec<_>>();
        (!input.raw.hovered_files.is_empty(), dropped)
    });
    if !dropped.is_empty() {
        commands.push(Command::Shelve(Shelving::Dropped(dropped)));
    }
    if hovers {
        let look = look.for_window(ui.max_rect());
        let colors = &look.theme.colors;
        let layer = LayerId::new(Order::Tooltip, Id::unique("drop-veil"));
        ui.scope_builder(egui::UiBuilder::new().layer_id(layer).max_rect(ui.max_rect()), |ui| {
            let window = ui.max_rect();
            ui.painter().rect_filled(window, 0.0, colors.veil);
            let text = look.words.get("arrive-drop");
            Text::new(&text, look.font(Size::Title, Face::Bold), colors.ink)
                .rows(3)
                .align(Align2::CENTER_CENTER)
                .paint(ui, window.shrink(look.pt(40.0)));
        });
    }
}
