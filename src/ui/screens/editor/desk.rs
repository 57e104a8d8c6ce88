//! The desk: one routine with everything that is done to it.

use egui::{Rect, Ui};

use super::layout::DeskLayout;
use super::{DeskView, conflict, findings, header, inspector, list, palette, source, strip};
use crate::ui::{Command, DeskFace, Look};

pub(super) fn desk_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let inspects = !view.history.selection().is_empty();
    let layout = DeskLayout::new(look, rect, inspects);
    header::header_ui(ui, look, layout.header, view, commands);
    if let Some(conflict) = &view.conflict {
        let below = rect.with_min_y(layout.header.bottom());
        return conflict::conflict_ui(ui, look, below, conflict, view, commands);
    }
    findings::findings_ui(ui, look, layout.findings, view, commands);
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
