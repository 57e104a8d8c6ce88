//! The desk: one routine with everything that is done to it.

use egui::{Popup, Rect, Ui};

use super::keys::desk_keys;
use super::layout::DeskLayout;
use super::{
    DeskView, conflict, facts, findings, header, inspector, list, palette, preview, source, strip, tabs,
};
use crate::ui::{Command, DeskFace, LivePanel, Look};

pub(super) fn desk_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    // A list that is open has the keys to itself: Esc closes it, Space and arrows are for its rows.
    if !Popup::is_any_open(ui.ctx()) {
        keys_ui(ui, look, view, commands);
    }
    let layout = DeskLayout::new(look, rect, view.list.beside);
    let layout = if view.face == DeskFace::Source { layout.for_source() } else { layout };
    header::header_ui(ui, look, layout.header, view, commands);
    if let Some(conflict) = &view.conflict {
        let below = rect.with_min_y(layout.header.bottom());
        return conflict::conflict_ui(ui, look, below, conflict, view, commands);
    }
    // Where there is little room, what plays has the place of what can be set as well.
    let gives_way = view.live.preview.is_some() && !layout.has_columns();
    if let Some(place) = layout.tabs.filter(|_| !gives_way) {
        tabs::tabs_ui(ui, look, place, view, commands);
    }
    if let Some(place) = layout.palette.filter(|_| !gives_way) {
        palette::palette_ui(ui, look, place, view, commands);
    }
    middle_ui(ui, look, &layout, view, commands);
    if let Some(place) = layout.inspector.filter(|_| !gives_way) {
        inspector::inspector_ui(ui, look, place, &view.into(), commands);
    }
    strip::strip_ui(ui, look, layout.strip, view, commands);
}

/// The keys of the desk, whatever has the focus.
fn keys_ui(ui: &mut Ui, look: &Look<'_>, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    preview::preview_keys(ui, view, commands);
    strip::strip_keys(ui, view, commands);
    // Blocks that are out of sight are not to be moved or taken out unseen.
    if view.live.preview.is_none() {
        desk_keys(ui, look, view, commands);
    }
}

/// Between palette and inspector: what is worth telling over the list or the source, or what plays.
fn middle_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    layout: &DeskLayout,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    if let Some(playing) = view.live.preview {
        let place = layout.findings.union(layout.list);
        let place = if layout.has_columns() { place } else { layout.middle };
        return preview::preview_ui(ui, look, place, (view, playing), commands);
    }
    findings::findings_ui(ui, look, layout.findings, view, commands);
    let mut list = layout.list;
    let panel = list.with_max_y(list.top() + list.height() * 0.5);
    match view.live.panel {
        Some(LivePanel::Findings) if !view.review.findings.is_empty() => {
            findings::list_ui(ui, look, panel, view, commands);
            list.min.y = panel.bottom() + look.pt(8.0);
        }
        Some(LivePanel::Facts) if view.review.facts.total_ms > 0 => {
            facts::panel_ui(ui, look, panel, view);
            list.min.y = panel.bottom() + look.pt(8.0);
        }
        _ => {}
    }
    match view.face {
        DeskFace::Cards => {
            let list = source::banner_ui(ui, look, list, &view.source, commands);
            list::list_ui(ui, look, list, view, commands);
        }
        DeskFace::Source => source::source_ui(ui, look, list, view, commands),
    }
}
