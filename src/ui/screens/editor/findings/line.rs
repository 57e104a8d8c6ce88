//! The findings in one line: how many of which severity, and the worst in words.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::{color, sign};
use crate::model::Severity;
use crate::ui::screens::editor::DeskView;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Command, Editing, Live, LivePanel, Look};

/// The severities, worst first, with the message that counts them.
const COUNTED: [(Severity, &str); 3] = [
    (Severity::Error, "live-findings-errors"),
    (Severity::Warning, "live-findings-warnings"),
    (Severity::Hint, "live-findings-hints"),
];

/// Builds the line over a rectangle.
pub(in super::super) fn findings_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let (colors, words) = (&look.theme.colors, look.words);
    // Who has only begun has done nothing wrong.
    if view.history.document().blocks.is_empty() && view.live.panel != Some(LivePanel::Findings) {
        return;
    }
    let Some(worst) = view.review.findings.first() else {
        let none = words.get("live-findings-none");
        let font = look.font(Size::Small, Face::Regular);
        let icon = rect.with_max_x(rect.left() + look.pt(22.0));
        paint_icon(ui, look, icon, icons::CHECK, colors.wave);
        let text = Text::new(&none, font, colors.quiet).live();
        text_ui(ui, rect.with_min_x(icon.right()), "findings-none", &text);
        return;
    };
    let is_open = view.live.panel == Some(LivePanel::Findings);
    let right = open_ui(ui, look, rect, is_open, commands);
    let left = counts_ui(ui, look, rect.with_max_x(right), view);
    let problem = worst.diagnostic.problem.calling(|id| view.catalog.exercise_name(id));
    let said = words.problem(&problem);
    let text = Text::new(&said, look.font(Size::Small, Face::Regular), colors.quiet).rows(2).shrink(0.86);
    let place = rect.with_min_x(left + look.pt(4.0)).with_max_x(right - look.pt(6.0));
    if !is_open && place.width() > look.pt(60.0) {
        text_ui(ui, place, "findings-worst", &text);
    }
}

/// The counts with their signs; returns where they end. Said when they change.
fn counts_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &DeskView<'_>) -> f32 {
    let (colors, words) = (&look.theme.colors, look.words);
    let counts = COUNTED.map(|(severity, key)| (severity, key, view.review.count(severity)));
    let font = look.font(Size::Small, Face::SemiBold);
    let mut left = rect.left();
    let mut all = Vec::new();
    for (severity, key, count) in counts.into_iter().filter(|(.., count)| *count > 0) {
        all.push(words.with(key, &[("n", count.into())]));
        let number = count.to_string();
        let icon = Rect::from_min_size(pos2(left, rect.top()), vec2(look.pt(22.0), rect.height()));
        paint_icon(ui, look, icon, sign(severity), color(colors, severity));
        let text = Text::new(&number, font.clone(), colors.ink);
        let width = text.galley(ui, rect.size()).size().x;
        let place = Rect::from_min_size(icon.right_top(), vec2(width + look.pt(2.0), rect.height()));
        text.paint(ui, place);
        left = place.right() + look.pt(10.0);
    }
    let said = all.join(", ");
    // Painted above, with signs; here it is said.
    let whole = Rect::from_min_max(rect.min, pos2(left, rect.bottom()));
    let response = ui.interact(whole, ui.scope_id().with("findings-counts"), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &said));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    response.on_hover_text(&said);
    left
}

/// The button that unfolds the list; returns where it begins.
fn open_ui(ui: &Ui, look: &Look<'_>, rect: Rect, is_open: bool, commands: &mut Vec<Command>) -> f32 {
    let (key, icon) =
        if is_open { ("live-findings-close", icons::UP) } else { ("live-findings-open", icons::OPENS) };
    let name = look.words.get(key);
    let button = Button { selected: Some(is_open), ..Button::icon(ButtonKind::Plain, icon, &name) };
    let place = rect.with_min_x(rect.right() - look.pt(40.0));
    if button.show(ui, look, place, "findings-open").clicked() {
        commands.push(Command::Edit(Editing::Live(Live::Unfold(LivePanel::Findings))));
    }
    place.left()
}

pub(super) fn paint_icon(ui: &Ui, look: &Look<'_>, rect: Rect, icon: char, color: egui::Color32) {
    let mut glyph = [0; 4];
    Text::new(icon.encode_utf8(&mut glyph), look.font_of(look.pt(18.0), Face::Icons), color)
        .align(Align2::LEFT_CENTER)
        .paint(ui, rect);
}
