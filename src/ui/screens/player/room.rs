//! The room view: what matters, in letters that are read from where the person stands.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::{PlayerView, RunState, pacer, stage, wording};
use crate::engine::SegmentKind;
use crate::model::Side;
use crate::ui::legible::Legible;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, breath_ui, text_ui};
use crate::ui::{Command, Look};

/// The largest share of the window's height that a line of type may take.
const TALLEST_LINE: f32 = 0.12;

/// Where everything in the room view stands, and in which size it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoomLayout {
    /// What is done, or what comes next.
    pub name: Rect,
    /// The figure.
    pub figure: Rect,
    /// The seconds.
    pub seconds: Rect,
    /// What the seconds count.
    pub under: Rect,
    /// The one instruction.
    pub instruction: Rect,
    /// How far the session is, and the buttons.
    pub strip: Rect,
    /// The size of all type but the buttons', in points.
    pub points: f32,
    /// True where this window is too small for the distance.
    pub is_too_small: bool,
}

impl RoomLayout {
    /// Lays the room view out. `scale` is that of the buttons.
    #[must_use]
    pub fn new(rect: Rect, legible: Legible, scale: f32) -> Self {
        let wanted = legible.least_points().max(34.0 * scale);
        let points = wanted.min(rect.height() * TALLEST_LINE);
        let line = points * 1.3;
        let inner = rect.shrink2(vec2((rect.width() * 0.025).max(10.0), (rect.height() * 0.02).max(8.0)));
        let strip = inner.with_min_y(inner.bottom() - 44.0 * scale);
        let name = inner.with_max_y(inner.top() + line);
        let rows = if inner.width() > points * 24.0 { 1.0 } else { 2.0 };
        let instruction_bottom = strip.top() - 6.0 * scale;
        let top = (instruction_bottom - line * rows).max(name.bottom());
        let instruction =
            Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right(), instruction_bottom));
        let middle = Rect::from_min_max(name.left_bottom(), instruction.right_top());
        let cut = middle.left() + middle.width() * 0.58;
        let right = middle.with_min_x(cut);
        let under = right.with_min_y((right.bottom() - line).max(right.top()));
        Self {
            name,
            figure: middle.with_max_x(cut),
            seconds: right.with_max_y(under.top()),
            under,
            instruction,
            strip,
            points,
            is_too_small: points < legible.least_points() - 0.01,
        }
    }
}

/// Builds the room view over a rectangle.
pub(super) fn room_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &PlayerView<'_>,
    commands: &mut Vec<Command>,
) {
    let layout = RoomLayout::new(rect, view.legible, look.scale);
    let (colors, moment) = (&look.theme.colors, view.moment);
    let font = |face| look.font_of(layout.points, face);
    if !moment.segment.kind.is_work() {
        ui.painter().rect_filled(rect, 0.0, colors.hero);
    }
    let side_width = side_ui(ui, look, &layout, view);
    let name = name(look, view);
    let place = layout.name.with_max_x(layout.name.right() - side_width);
    text_ui(ui, place, "exercise", &Text::new(&name, font(Face::Bold), colors.ink));
    stage::figure(ui, look, layout.figure, view, commands);
    seconds_ui(ui, look, &layout, view);
    let instruction = stage::instruction(look, view);
    let text = Text::new(&instruction, font(Face::Bold), colors.ink).rows(2).live();
    text_ui(ui, layout.instruction, "instruction", &text);
    stage::over_figure(ui, look, layout.figure, view);
    strip_ui(ui, look, &layout, view, commands);
}

/// The side at the right of the name, with an arrow that points to it; returns the width it takes.
fn side_ui(ui: &Ui, look: &Look<'_>, layout: &RoomLayout, view: &PlayerView<'_>) -> f32 {
    let segment = &view.moment.segment;
    let Some(side) = segment.side.filter(|_| segment.kind != SegmentKind::Rest) else { return 0.0 };
    let colors = &look.theme.colors;
    let word = look.words.side(side);
    let shown = match side {
        Side::Left => format!("{} {word}", icons::LEFT),
        Side::Right => format!("{word} {}", icons::RIGHT),
    };
    let text = Text::new(&shown, look.font_of(layout.points, Face::Bold), colors.on_teal)
        .align(Align2::CENTER_CENTER);
    let pad = layout.points * 0.4;
    let width = text.galley(ui, vec2(f32::INFINITY, f32::INFINITY)).size().x + pad * 2.0;
    let width = width.min(layout.name.width() * 0.6);
    let place = layout.name.with_min_x(layout.name.right() - width);
    ui.painter().rect_filled(place, pad, colors.teal);
    let response = text_ui(ui, place.shrink2(vec2(pad, 0.0)), "side", &text);
    // The arrow is for the eye: the name says the word alone.
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(word));
    width + pad
}

fn name(look: &Look<'_>, view: &PlayerView<'_>) -> String {
    let moment = view.moment;
    match (&moment.next, moment.segment.kind) {
        (Some(next), SegmentKind::Rest) => {
            let name = wording::entry_name(look.words, next.entry);
            look.words.with("say-next", &[("name", name.into())])
        }
        _ => wording::title(look.words, moment),
    }
}

fn seconds_ui(ui: &Ui, look: &Look<'_>, layout: &RoomLayout, view: &PlayerView<'_>) {
    let colors = &look.theme.colors;
    let is_work = view.moment.segment.kind.is_work();
    let place = layout.seconds;
    if let Some(breath) = view.moment.breath.as_ref().filter(|_| is_work) {
        breath_ui(ui, look, place.center(), place.size().min_elem() / 2.0, breath);
    }
    let words = wording::ring_words(look.words, view);
    let size = (place.height() * 0.86).min(place.width() * 0.5).max(layout.points);
    let ink = if is_work { colors.ink } else { colors.quiet };
    let text =
        Text::new(&words.number, look.font_of(size, Face::NumeralsBold), ink).align(Align2::CENTER_CENTER);
    let response = text_ui(ui, place, "seconds", &text);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(words.value.as_str()));
    pacer::marks_ui(ui, look, place.shrink(look.pt(8.0)), view);
    let text = Text::new(&words.under, look.font_of(layout.points, Face::Numerals), colors.quiet)
        .align(Align2::CENTER_CENTER);
    text_ui(ui, layout.under, "seconds-of", &text);
}

/// How far the session is as a bar, the few buttons one needs when close, and what is too small.
fn strip_ui(
    ui: &Ui,
    look: &Look<'_>,
    layout: &RoomLayout,
    view: &PlayerView<'_>,
    commands: &mut Vec<Command>,
) {
    let (words, rect) = (look.words, layout.strip);
    let side = rect.height();
    let mut right = rect.right();
    let mut put = |salt: &str, button: &Button<'_>, command: Command| {
        let place = Rect::from_min_size(pos2(right - side, rect.top()), vec2(side, side));
        right -= side + look.pt(8.0);
        if button.show(ui, look, place, salt).clicked() {
            commands.push(command);
        }
    };
    let leave = words.get("act-usual-view");
    put("usual", &Button::icon(ButtonKind::Neutral, icons::ROOM, &leave), Command::ToggleRoom);
    let hurts = words.get("act-hurts");
    put("hurts", &Button::icon(ButtonKind::Neutral, icons::HURTS, &hurts), Command::Hurts);
    let (key, icon, command) = super::transport::main_action(view);
    let main = words.get(key);
    put("main", &Button::icon(ButtonKind::Primary, icon, &main), command);
    let mut bar = rect.with_max_x(right);
    bar.max.x -= too_small_ui(ui, look, bar, layout, view.legible);
    let bar = Rect::from_center_size(bar.center(), vec2(bar.width(), look.pt(10.0)));
    let gone = view.gone();
    ui.painter().rect_filled(bar, bar.height() / 2.0, look.theme.colors.ring_track);
    let done = bar.with_max_x(bar.left() + bar.width() * gone);
    ui.painter().rect_filled(done, bar.height() / 2.0, look.theme.colors.teal);
}

/// At the right of a row, from where it is read, where the window is too small for the distance; the
/// width that takes.
pub(super) fn too_small_ui(
    ui: &Ui,
    look: &Look<'_>,
    row: Rect,
    layout: &RoomLayout,
    legible: Legible,
) -> f32 {
    if !layout.is_too_small {
        return 0.0;
    }
    let metres = format!("{:.1}", legible.distance_for(layout.points));
    let note = look.words.with("room-too-small", &[("metres", metres.into())]);
    let text = Text::new(&note, look.font(Size::Body, Face::Regular), look.theme.colors.quiet);
    let wide = text.galley(ui, vec2(f32::INFINITY, f32::INFINITY)).size().x.min(row.width() * 0.6);
    text_ui(ui, row.with_min_x(row.right() - wide), "room-too-small", &text);
    wide + look.pt(16.0)
}

/// True where the room view has something to show: questions are answered from close by.
pub(super) fn fits(state: &RunState<'_>) -> bool {
    !matches!(state, RunState::Hurt { .. } | RunState::Over { .. })
}

#[cfg(test)]
mod tests {
    use egui::{Pos2, Rect, vec2};

    use super::RoomLayout;
    use crate::ui::legible::Legible;

    fn layout(width: f32, height: f32, distance_m: f32) -> RoomLayout {
        let window = Rect::from_min_size(Pos2::ZERO, vec2(width, height));
        let layout = RoomLayout::new(window, Legible { distance_m, mm_per_point: 0.25 }, 1.0);
        let parts = [
            ("name", layout.name),
            ("figure", layout.figure),
            ("seconds", layout.seconds),
            ("under", layout.under),
            ("instruction", layout.instruction),
            ("strip", layout.strip),
        ];
        for (index, (name, part)) in parts.iter().enumerate() {
            assert!(window.contains_rect(*part), "{width}x{height} at {distance_m} m: {name} {part:?}");
            assert!(part.is_positive(), "{width}x{height} at {distance_m} m: {name} {part:?}");
            for (other_name, other) in &parts[index + 1..] {
                let meet = part.shrink(0.5).intersects(other.shrink(0.5));
                assert!(!meet, "{width}x{height} at {distance_m} m: {name} lies on {other_name}");
            }
        }
        layout
    }

    #[test]
    fn type_grows_with_the_distance() {
        let sizes = [1.0, 1.5, 2.0, 3.0].map(|distance| layout(1280.0, 800.0, distance).points);
        assert!(sizes.is_sorted(), "{sizes:?}");
        let legible = Legible { distance_m: 2.0, mm_per_point: 0.25 };
        assert!(sizes[2] >= legible.least_points(), "{sizes:?}");
    }

    #[test]
    fn everything_has_its_place_at_every_size_and_distance() {
        for distance in [0.5, 1.0, 2.0, 3.0, 5.0] {
            layout(800.0, 600.0, distance);
            layout(1280.0, 800.0, distance);
            layout(2560.0, 1440.0, distance);
            layout(1080.0, 1920.0, distance);
        }
    }

    #[test]
    fn a_window_that_is_too_small_says_so() {
        assert!(!layout(1280.0, 800.0, 2.0).is_too_small);
        assert!(layout(800.0, 600.0, 5.0).is_too_small);
    }
}
