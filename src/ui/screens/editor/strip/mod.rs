//! The strip: the timeline drawn to scale along the bottom, with the preview's playhead on it.

mod map;
mod paint;
mod reach;
mod scale;
mod tip;
mod wave;

use egui::{CornerRadius, Rect, Sense, Ui, pos2, vec2};

use super::DeskView;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, paint_focus, paint_ground, paint_head, text_ui};
use crate::ui::{Command, Editing, Live, Look, Span};
pub use map::StripMap;
use scale::Scale;

/// What one press of the zoom buttons makes it larger by.
const ZOOM: f32 = 2.0;

/// Where the tracks of the strip stand.
struct Tracks {
    all: Rect,
    axis: Rect,
    sections: Rect,
    lane: Rect,
    wave: Rect,
    cues: Rect,
}

impl Tracks {
    fn new(look: &Look<'_>, all: Rect, has_sections: bool) -> Self {
        let axis = all.with_max_y(all.top() + look.pt(15.0));
        let names = if has_sections { look.pt(15.0) } else { 0.0 };
        let sections = all.with_min_y(axis.bottom()).with_max_y(axis.bottom() + names);
        let cues = all.with_min_y(all.bottom() - look.pt(20.0));
        let between = all.with_min_y(sections.bottom()).with_max_y(cues.top() - look.pt(2.0));
        let (lane, wave) = between.split_top_bottom_at_fraction(0.62);
        Self { all, axis, sections, lane, wave: wave.shrink2(vec2(0.0, look.pt(3.0))), cues }
    }
}

/// Builds the strip over a rectangle.
pub(super) fn strip_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let colors = &look.theme.colors;
    paint_ground(ui, look, rect, look.theme.metrics.radius.card);
    let inner = rect.shrink2(vec2(look.pt(14.0), look.pt(8.0)));
    if view.live.strip.map.total_ms == 0 {
        let words = look.words.get("live-strip-empty");
        let text = Text::new(&words, look.font(Size::Body, Face::Regular), colors.quiet).rows(2);
        text_ui(ui, inner, "strip-empty", &text);
        return;
    }
    let column = inner.with_max_x(inner.left() + look.pt(116.0));
    column_ui(ui, look, column, view, commands);
    let all = inner.with_min_x(column.right() + look.pt(14.0));
    tracks_ui(ui, look, all, view, commands);
}

fn tracks_ui(ui: &Ui, look: &Look<'_>, all: Rect, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let live = &view.live;
    let tracks = Tracks::new(look, all, !live.strip.map.sections.is_empty());
    let scale = Scale { left: all.left(), width: all.width(), span: live.span };
    let response = ui.interact(all, strip_id(ui), Sense::click_and_drag());
    reach::describe(ui, look, &response, view);
    // A playhead at either end would be cut by the edge itself.
    let clipped = ui.painter_at(all.expand2(vec2(look.pt(6.0), look.pt(3.0))));
    paint::paint(ui, &clipped, look, &tracks, &scale, view);
    let head = scale.x(live.head_ms);
    if (all.left() - 0.5..=all.right() + 0.5).contains(&head) {
        paint_head(ui, look, tracks.lane.with_max_y(tracks.cues.bottom()), head);
    }
    paint_focus(ui, look, all, CornerRadius::same(8), &response);
    reach::pointer(ui, &response, &scale, view, commands);
    tip::tip_ui(ui, look, &response, &tracks, &scale, view);
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
}

fn strip_id(ui: &Ui) -> egui::Id {
    ui.scope_id().with("strip")
}

/// Takes the keys of the strip while it has the focus. To be asked before anything else takes keys.
pub(super) fn strip_keys(ui: &Ui, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    reach::keys(ui, strip_id(ui), view, commands);
}

/// Beside the tracks: the preview, and how much is in sight.
fn column_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let (live, words) = (&view.live, look.words);
    let (span, total_ms) = (live.span, live.strip.map.total_ms);
    let small = look.pt(34.0).min(rect.height() * 0.42);
    let top = rect.with_max_y(rect.bottom() - small - look.pt(8.0));
    let top = top.with_max_y(top.bottom().min(top.top() + look.pt(56.0)));
    let (keys, icon, ask) = match &live.preview {
        None => (["live-preview", "live-preview-hint"], icons::PLAY, Live::Preview(live.head_ms)),
        Some(_) => (["live-preview-stop", "live-preview-stop-hint"], icons::CLOSE, Live::Stop),
    };
    let [text, hint] = keys.map(|key| words.get(key));
    let kind = if live.preview.is_none() { ButtonKind::Primary } else { ButtonKind::Soft };
    let button = Button::new(kind, &text).with_icon(icon).hint(&hint);
    let mut ask_for = |asked: Live| commands.push(Command::Edit(Editing::Live(asked)));
    if button.show(ui, look, top, "preview").clicked() {
        ask_for(ask);
    }
    let is_whole = span == Span::whole(total_ms);
    let around = around(span, live.head_ms);
    let width = rect.width() / 3.0;
    let (minus, plus) = (words.get("speed-minus"), words.get("speed-plus"));
    let names = ["live-zoom-out", "live-zoom-fit", "live-zoom-in"].map(|key| words.get(key));
    let zooms = [
        (Button::new(ButtonKind::Plain, &minus), span.zoomed(1.0 / ZOOM, around, total_ms), !is_whole),
        (Button::icon(ButtonKind::Plain, icons::FULL, &names[1]), Span::whole(total_ms), !is_whole),
        (Button::new(ButtonKind::Plain, &plus), span.zoomed(ZOOM, around, total_ms), true),
    ];
    for (index, (button, to, enabled)) in zooms.into_iter().enumerate() {
        let left = rect.left() + width * index as f32;
        let place = Rect::from_min_size(pos2(left, rect.bottom() - small), vec2(width, small));
        let button = button.named(&names[index]).hint(&names[index]).enabled(enabled);
        if button.show(ui, look, place.shrink2(vec2(1.0, 0.0)), ("zoom", index)).clicked() {
            ask_for(Live::Show(Some(to)));
        }
    }
}

/// What stays where it is when the zoom is asked for by key or button: the playhead, or the middle
/// where that is out of sight.
fn around(span: Span, head_ms: u64) -> u64 {
    let is_in = (span.first_ms..=span.end_ms()).contains(&head_ms);
    if is_in { head_ms } else { span.first_ms + span.len_ms / 2 }
}
