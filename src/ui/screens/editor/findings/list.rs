//! All findings, worst first: each leads to its block, and mends it where that can be done.

use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, vec2};

use super::line::paint_icon;
use super::{block_said, color, severity_said, sign};
use crate::editor::{Finding, Gesture};
use crate::ui::screens::editor::DeskView;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, paint_ground};
use crate::ui::{Command, Editing, Live, Look};

/// How high a row is, in points at the size of the design.
const ROW: f32 = 56.0;

/// Builds the list over a rectangle.
pub(in super::super) fn list_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    paint_ground(ui, look, rect, look.theme.metrics.radius.button);
    let mut inner = rect.shrink(look.pt(8.0));
    let mends = view.review.findings.iter().filter(|finding| finding.mend.is_some()).count();
    if mends > 1 {
        let top = inner.with_max_y(inner.top() + look.pt(38.0));
        mend_all_ui(ui, look, top, mends, commands);
        inner.min.y = top.bottom() + look.pt(6.0);
    }
    let row = look.pt(ROW);
    ui.scope_builder(UiBuilder::new().max_rect(inner).id_salt("findings"), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().auto_shrink(false).show_rows(
            ui,
            row,
            view.review.findings.len(),
            |ui, shown| {
                for index in shown {
                    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), row), Sense::hover());
                    row_ui(ui, look, place.shrink2(vec2(0.0, look.pt(2.0))), index, view, commands);
                }
            },
        );
    });
}

fn mend_all_ui(ui: &Ui, look: &Look<'_>, rect: Rect, count: usize, commands: &mut Vec<Command>) {
    let (text, hint) =
        (look.words.with("live-mend-all", &[("n", count.into())]), look.words.get("live-mend-all-hint"));
    let button = Button::new(ButtonKind::Soft, &text).with_icon(icons::MEND).size(Size::Small).hint(&hint);
    let place = rect.with_min_x(rect.right() - button.width(ui, look).min(rect.width()));
    if button.show(ui, look, place, "mend-all").clicked() {
        commands.push(Command::Edit(Editing::Live(Live::MendAll)));
    }
}

fn row_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    index: usize,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let Some(finding) = view.review.findings.get(index) else { return };
    let (words, colors) = (look.words, &look.theme.colors);
    let block = block_said(look, view.history.document(), view.catalog, finding.block);
    let right = mend_ui(ui, look, rect, (index, finding), &block, view, commands);
    let severity = finding.diagnostic.severity;
    let name_of = |id: &str| view.catalog.exercise_name(id);
    let problem = words.problem(&finding.diagnostic.problem.calling(name_of));
    let name = words.with(
        "live-finding-at",
        &[
            ("severity", severity_said(look, severity).into()),
            ("problem", problem.as_str().into()),
            ("block", block.as_str().into()),
        ],
    );
    let place = rect.with_max_x(right - look.pt(6.0));
    // Its own words are painted over it, in rows.
    let button = Button::new(ButtonKind::Plain, "").named(&name).hint(&name).enabled(finding.block.is_some());
    let response = button.show(ui, look, place, ("finding", index));
    if let Some(id) = finding.block.filter(|_| response.clicked()) {
        commands.push(Command::Edit(Editing::Reveal(id)));
    }
    let inner = place.shrink2(vec2(look.pt(6.0), look.pt(2.0)));
    let icon = inner.with_max_x(inner.left() + look.pt(26.0));
    paint_icon(ui, look, icon, sign(severity), color(colors, severity));
    let said = words.with(
        "live-finding",
        &[("severity", severity_said(look, severity).into()), ("problem", problem.into())],
    );
    let (top, bottom) = inner.with_min_x(icon.right()).split_top_bottom_at_fraction(0.66);
    Text::new(&said, look.font(Size::Small, Face::Regular), colors.ink).rows(2).shrink(0.86).paint(ui, top);
    Text::new(&block, look.font_of(look.pt(12.5), Face::Regular), colors.quiet).paint(ui, bottom);
}

/// The button that mends, at the right; returns where it begins.
fn mend_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    (index, finding): (usize, &Finding),
    block: &str,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let (Some(mend), Some(fix)) = (&finding.mend, &finding.diagnostic.fix) else { return rect.right() };
    let text = look.words.fix(&fix.calling(|id| view.catalog.exercise_name(id)));
    let name =
        look.words.with("live-finding-mend", &[("fix", text.as_str().into()), ("block", block.into())]);
    let button = Button::new(ButtonKind::Soft, &text)
        .named(&name)
        .hint(&name)
        .with_icon(icons::MEND)
        .size(Size::Small);
    let width = button.width(ui, look).min(rect.width() * 0.45);
    let place = rect.with_min_x(rect.right() - width).shrink2(vec2(0.0, look.pt(8.0)));
    if button.show(ui, look, place, ("mend", index)).clicked() {
        commands.push(Command::Edit(Editing::Do(mend.clone(), Gesture::Single)));
    }
    place.left()
}
