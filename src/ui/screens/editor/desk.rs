//! The desk: one routine with everything that is done to it.

use egui::{Rect, Ui};

use super::keys::desk_keys;
use super::layout::DeskLayout;
use super::{DeskView, findings, header, inspector, list, palette, source, strip, tabs};
use crate::ui::{Command, DeskFace, Look};

pub(super) fn desk_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    desk_keys(ui, look, view, commands);
    let layout = DeskLayout::new(look, rect, view.list.beside);
    header::header_ui(ui, look, layout.header, view, commands);
    findings::findings_ui(ui, look, layout.findings, view, commands);
    if let Some(place) = layout.tabs {
        tabs::tabs_ui(ui, look, place, view, commands);
    }
    if let Some(place) = layout.palette {
        palette::palette_ui(ui, look, place, view, commands);
    }
    match view.face {
        DeskFace::Cards => list::list_ui(ui, look, layout.list, view, commands),
        DeskFace::Source => source::source_ui(ui, look, layout.list, view, commands),
    }
    if let Some(place) = layout.inspector {
        inspector::inspector_ui(ui, look, place, view, commands);
    }
    strip::strip_ui(ui, look, layout.strip, view, commands);
}
