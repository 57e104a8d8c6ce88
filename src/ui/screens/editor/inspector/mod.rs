//! The inspector: what is selected with everything that can be set of it, or the routine itself.

mod amount;
mod bounds;
mod breath;
mod cues;
mod dose;
mod exercise;
mod group;
mod head;
mod pauses;
mod pick;
mod sheet;
mod sides;
mod standing;
mod subject;
mod tempo;
mod top;
mod words;

use std::collections::BTreeMap;

use egui::scroll_area::ScrollBarVisibility;
use egui::{Rect, ScrollArea, Ui, UiBuilder, Vec2};

use super::DeskView;
use crate::catalog::Catalog;
use crate::editor::{History, Review};
use crate::engine::Options;
use crate::ui::widgets::{Form, Sketch, paint_ground};
use crate::ui::{Command, Look};
use sheet::Sheet;
use subject::Subject;

/// What the inspector shows.
#[derive(Clone, Copy)]
pub struct InspectorView<'a> {
    /// The routine with all its versions, and what is selected.
    pub history: &'a History,
    /// What is known of it as it will run.
    pub review: &'a Review,
    /// Names of exercises, breaths and sources.
    pub catalog: &'a Catalog,
    /// What holds where the routine says nothing.
    pub usual: Options,
    /// The still figures drawn so far, by the id of the exercise.
    pub sketches: &'a BTreeMap<String, Sketch>,
}

impl<'a> From<&DeskView<'a>> for InspectorView<'a> {
    fn from(desk: &DeskView<'a>) -> Self {
        let DeskView { history, review, catalog, usual, sketches, .. } = *desk;
        Self { history, review, catalog, usual, sketches }
    }
}

/// Builds the inspector over a rectangle.
pub fn inspector_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &InspectorView<'_>,
    commands: &mut Vec<Command>,
) {
    paint_ground(ui, look, rect, look.theme.metrics.radius.card);
    let pad = look.pt(if rect.width() < look.pt(300.0) { 12.0 } else { 20.0 });
    let inner = rect.shrink2(Vec2::new(pad, 2.0));
    let subject = Subject::of(view, look.words);
    ui.scope_builder(UiBuilder::new().max_rect(inner).id_salt("inspector"), |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        ui.set_clip_rect(rect.shrink(2.0).intersect(ui.clip_rect()));
        let area = ScrollArea::vertical()
            .id_salt(("inspected", subject.salt()))
            .auto_shrink(false)
            .scroll_bar_visibility(ScrollBarVisibility::VisibleWhenNeeded);
        area.show(ui, |ui| {
            let width = inner.width() - look.pt(6.0);
            let form = Form { ui, look, width };
            let mut sheet = Sheet { form, view, subject: &subject, height: rect.height(), commands };
            sheet.form.gap(14.0);
            if subject.nodes.is_empty() {
                head::head_ui(&mut sheet);
            } else {
                blocks_ui(&mut sheet);
            }
            sheet.form.gap(20.0);
        });
    });
}

/// What can be set of the blocks that are selected: what all of them have.
fn blocks_ui(sheet: &mut Sheet<'_, '_>) {
    top::top_ui(sheet);
    exercise::exercise_ui(sheet);
    dose::dose_ui(sheet);
    group::group_ui(sheet);
    sides::sides_ui(sheet);
    pauses::rest_ui(sheet);
    breath::breath_ui(sheet);
    words::note_ui(sheet);
    group::left_out_ui(sheet);
    if sheet.fold() {
        pauses::transition_ui(sheet);
        pauses::switch_ui(sheet);
        tempo::tempo_ui(sheet);
        cues::cues_ui(sheet);
        words::comment_ui(sheet);
    }
}
