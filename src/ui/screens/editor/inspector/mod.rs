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

use egui::scroll_area::ScrollBarVisibility;
use egui::{CornerRadius, Rect, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder, Vec2};

use super::DeskView;
use crate::ui::widgets::Form;
use crate::ui::{Command, Look};
use sheet::Sheet;
use subject::Subject;

pub(super) fn inspector_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let colors = &look.theme.colors;
    let corners = CornerRadius::same(look.pt(look.theme.metrics.radius.card) as u8);
    ui.painter().rect(rect, corners, colors.card, Stroke::new(1.0, colors.line), StrokeKind::Inside);
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
