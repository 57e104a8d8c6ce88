//! The figures of the whole routine: one line under its name, and unfolded with what is felt where.

use std::time::Duration;

use egui::{CornerRadius, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::DeskView;
use crate::editor::Facts;
use crate::text::clock;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, paint_ground, text_ui};
use crate::ui::{Command, Editing, Live, LivePanel, Look};

/// Between two figures.
const BETWEEN: &str = "  ·  ";

const HOUR_MS: u64 = 3_600_000;

/// Builds the line over a rectangle: how long, how much of it is work, and what it needs.
pub(super) fn facts_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let (colors, words, facts) = (&look.theme.colors, look.words, &view.review.facts);
    let is_open = view.live.panel == Some(LivePanel::Facts);
    let font = look.font(Size::Small, Face::Regular);
    let mut left = rect.left();
    if facts.total_ms > 0 {
        left = split_ui(ui, look, rect, facts);
    }
    let open = look.pt(30.0);
    let room = (rect.right() - left - open).max(0.0);
    let mut said = said(look, facts);
    let whole = said.join(BETWEEN);
    let fits = |text: &str| {
        !Text::new(text, font.clone(), colors.quiet).galley(ui, vec2(room, rect.height())).elided
    };
    // What has no room is told below, where the line unfolds; nothing is cut in its middle.
    while said.len() > 1 && !fits(&said.join(BETWEEN)) {
        said.pop();
    }
    let shown = said.join(BETWEEN);
    let text = Text::new(&shown, font.clone(), colors.quiet);
    let width = text.galley(ui, vec2(room, rect.height())).size().x + look.pt(4.0);
    let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width.min(room), rect.height()));
    let response = text_ui(ui, place, "edit-facts", &text);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &whole));
    response.on_hover_text(&whole);
    if facts.total_ms == 0 {
        return;
    }
    let (key, icon) =
        if is_open { ("live-facts-close", icons::UP) } else { ("live-facts-open", icons::OPENS) };
    let name = words.get(key);
    let button = Rect::from_min_size(pos2(place.right(), rect.top()), vec2(open, rect.height()));
    let button_look = Button { selected: Some(is_open), ..Button::icon(ButtonKind::Plain, icon, &name) };
    if button_look.size(Size::Small).show(ui, look, button, "facts-open").clicked() {
        commands.push(Command::Edit(Editing::Live(Live::Unfold(LivePanel::Facts))));
    }
}

/// Exact to the second where that is of use: parts and whole have to agree.
fn time(look: &Look<'_>, facts: &Facts, ms: u64) -> String {
    if facts.total_ms >= HOUR_MS { look.words.minutes(ms) } else { clock(Duration::from_millis(ms)) }
}

/// Length, work and rest, equipment, positions.
fn said(look: &Look<'_>, facts: &Facts) -> Vec<String> {
    let words = look.words;
    let mut said =
        vec![words.with("live-facts-length", &[("time", time(look, facts, facts.total_ms).into())])];
    if facts.total_ms == 0 {
        return said;
    }
    said.push(words.with("live-facts-work", &[("time", time(look, facts, facts.work_ms).into())]));
    said.push(words.with("live-facts-rest", &[("time", time(look, facts, facts.rest_ms).into())]));
    said.push(needs(look, facts));
    let positions: Vec<String> = facts.positions.iter().map(|it| words.position(*it)).collect();
    if !positions.is_empty() {
        said.push(positions.join(", "));
    }
    said
}

fn needs(look: &Look<'_>, facts: &Facts) -> String {
    let words = look.words;
    let things: Vec<String> = facts.equipment.iter().map(|it| words.equipment(*it)).collect();
    if things.is_empty() {
        return words.get("live-facts-needs-nothing");
    }
    words.with("live-facts-needs", &[("what", things.join(", ").into())])
}

/// A tiny bar of work and rest; the words beside it say the same. Returns where it ends.
fn split_ui(ui: &Ui, look: &Look<'_>, rect: Rect, facts: &Facts) -> f32 {
    let colors = &look.theme.colors;
    let size = vec2(look.pt(64.0), look.pt(10.0));
    let bar = Rect::from_min_size(pos2(rect.left(), rect.center().y - size.y / 2.0), size);
    let share = facts.work_ms as f32 / facts.total_ms.max(1) as f32;
    let corners = CornerRadius::same(look.pt(4.0) as u8);
    ui.painter().rect_filled(bar, corners, colors.bar_rest);
    ui.painter().rect_filled(bar.with_max_x(egui::lerp(bar.x_range(), share)), corners, colors.bar_work);
    bar.right() + look.pt(8.0)
}

/// The figures unfolded: how long each region is felt, as bars.
pub(super) fn panel_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, view: &DeskView<'_>) {
    let (colors, facts) = (&look.theme.colors, &view.review.facts);
    paint_ground(ui, look, rect, look.theme.metrics.radius.button);
    let inner = rect.shrink(look.pt(14.0));
    ui.scope_builder(UiBuilder::new().max_rect(inner).id_salt("facts"), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let width = ui.available_width();
            let mut row =
                |height: f32| ui.allocate_exact_size(vec2(width, look.pt(height)), Sense::hover()).0;
            let places: Vec<Rect> = (0..facts.regions.len() + 3).map(|_| row(26.0)).collect();
            let small = look.font(Size::Small, Face::Regular);
            for (index, line) in summary(look, facts).iter().enumerate() {
                text_ui(ui, places[index], ("fact", index), &Text::new(line, small.clone(), colors.ink));
            }
            let title = look.words.get(if facts.regions.is_empty() {
                "live-facts-felt-nowhere"
            } else {
                "live-facts-felt"
            });
            let font = look.font(Size::Small, Face::Bold);
            text_ui(ui, places[2], "felt", &Text::new(&title, font, colors.ink));
            for (index, place) in places[3..].iter().enumerate() {
                region_ui(ui, look, *place, index, facts);
            }
        });
    });
}

/// What does not fit on the line in a narrow window: what it needs, and the positions.
fn summary(look: &Look<'_>, facts: &Facts) -> [String; 2] {
    let positions: Vec<String> = facts.positions.iter().map(|it| look.words.position(*it)).collect();
    [needs(look, facts), positions.join(", ")]
}

fn region_ui(ui: &Ui, look: &Look<'_>, rect: Rect, index: usize, facts: &Facts) {
    let Some((region, ms)) = facts.regions.get(index).copied() else { return };
    let (colors, words) = (&look.theme.colors, look.words);
    let longest = facts.regions.first().map_or(1, |(_, ms)| (*ms).max(1));
    let (name, time) = (words.region(region), time(look, facts, ms));
    let font = look.font(Size::Small, Face::Regular);
    let left = rect.with_max_x(rect.left() + rect.width() * 0.34);
    let right = rect.with_min_x(rect.right() - look.pt(84.0));
    Text::new(&name, font.clone(), colors.ink).paint(ui, left);
    Text::new(&time, look.font(Size::Small, Face::Numerals), colors.quiet)
        .align(egui::Align2::RIGHT_CENTER)
        .paint(ui, right);
    let track = Rect::from_min_max(left.right_top(), right.left_bottom());
    let track = track.shrink2(vec2(look.pt(8.0), look.pt(8.0)));
    let share = ms as f32 / longest as f32;
    let corners = CornerRadius::same(look.pt(4.0) as u8);
    ui.painter().rect_filled(track, corners, colors.ring_track);
    ui.painter().rect_filled(track.with_max_x(egui::lerp(track.x_range(), share)), corners, colors.effort);
    let said = words.with("live-facts-region", &[("region", name.into()), ("time", time.into())]);
    let response = ui.interact(rect, ui.scope_id().with(("region", index)), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &said));
}
