//! What comes next: a line with a small figure while work runs, a card with a large one between
//! exercises, when it is what matters.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, vec2};

use super::wording::{self, clock_left};
use super::{PlayerLayout, PlayerView};
use crate::engine::{NextUp, SegmentKind};
use crate::model::Sides;
use crate::ui::Look;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Text, paint_ground, paint_scene, text_ui};

pub(super) fn next_ui(ui: &Ui, look: &Look<'_>, layout: &PlayerLayout, view: &PlayerView<'_>) {
    let is_between = view.moment.segment.kind.is_between();
    let rect = if is_between && view.moment.next.is_some() { layout.coming } else { layout.next };
    let colors = &look.theme.colors;
    paint_ground(ui, look, rect, look.theme.metrics.radius.button);
    let inner = rect.shrink2(vec2(look.pt(14.0), look.pt(8.0)));
    let Some(next) = &view.moment.next else {
        let last = look.words.get("player-last");
        let text = Text::new(&last, look.font(Size::Body, Face::Regular), colors.quiet);
        text_ui(ui, inner, "next", &text);
        return;
    };
    let said = NextWords::new(look, next, view);
    let response = ui.interact(inner, ui.scope_id().with("next"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.whole()));
    if is_between {
        large(ui, look, inner, view, &said);
    } else {
        small(ui, look, inner, view, &said);
    }
}

fn large(ui: &Ui, look: &Look<'_>, inner: Rect, view: &PlayerView<'_>, said: &NextWords) {
    let colors = &look.theme.colors;
    let name = Text::new(&said.name, look.font(Size::Heading, Face::Bold), colors.ink).rows(2).shrink(0.7);
    let about = said.about();
    let about = Text::new(&about, look.font(Size::Body, Face::Numerals), colors.quiet).rows(2).shrink(0.75);
    let over = Text::new(&said.over, look.font(Size::Small, Face::Numerals), colors.quiet);
    let is_wide = inner.width() > inner.height() * 1.5;
    let about_height = look.pt(if is_wide { 40.0 } else { 22.0 });
    let heights = [look.pt(20.0), look.pt(if is_wide { 40.0 } else { 26.0 }), about_height];
    // A wide card has the figure beside the words, a high one above them.
    let (figure, words) = if is_wide {
        inner.split_left_right_at_fraction(0.48)
    } else {
        inner.split_top_bottom_at_y(inner.bottom() - heights.iter().sum::<f32>())
    };
    if let Some(scene) = view.next_scene {
        paint_scene(ui, figure, scene);
    }
    let words = if view.next_scene.is_some() { words } else { inner };
    let words = words.with_min_x(words.left() + if is_wide { look.pt(8.0) } else { 0.0 });
    let mut top = words.center().y - heights.iter().sum::<f32>() / 2.0;
    for (text, height) in [over, name, about].iter().zip(heights) {
        text.paint(ui, Rect::from_x_y_ranges(words.x_range(), top..=top + height));
        top += height;
    }
}

fn small(ui: &Ui, look: &Look<'_>, mut inner: Rect, view: &PlayerView<'_>, said: &NextWords) {
    let colors = &look.theme.colors;
    if let Some(scene) = view.next_scene {
        let stage = inner.with_max_x(inner.left() + look.pt(84.0).min(inner.width() * 0.3));
        paint_scene(ui, stage.expand2(vec2(0.0, look.pt(4.0))), scene);
        inner.min.x = stage.right() + look.pt(12.0);
    }
    let (top, bottom) = inner.split_top_bottom_at_fraction(0.46);
    let name = Text::new(&said.name, look.font(Size::Body, Face::Bold), colors.ink);
    let beside = format!("· {}", said.dose);
    let dose = Text::new(&beside, look.font(Size::Body, Face::Regular), colors.ink);
    let free = vec2(f32::INFINITY, f32::INFINITY);
    let (name_width, dose_width) = (name.galley(ui, free).size().x, dose.galley(ui, free).size().x);
    let gap = look.pt(8.0);
    // A narrow card has the dose on the line above, where there is more room.
    let has_dose = !said.dose.is_empty();
    let fits = name_width + gap + dose_width <= bottom.width();
    let over = if fits || !has_dose { said.over.clone() } else { format!("{} · {}", said.over, said.dose) };
    Text::new(&over, look.font(Size::Small, Face::Numerals), colors.quiet).shrink(0.84).paint(ui, top);
    let place = name.paint(ui, bottom);
    if fits && has_dose {
        dose.paint(ui, bottom.with_min_x(place.right() + gap));
    }
}

struct NextWords {
    over: String,
    name: String,
    dose: String,
    /// Which side, which way round or which set, where that is what is new.
    part: String,
}

impl NextWords {
    fn new(look: &Look<'_>, next: &NextUp<'_>, view: &PlayerView<'_>) -> Self {
        let words = look.words;
        let Some(exercise) = next.entry.exercise.as_deref() else {
            let name = wording::entry_name(words, next.entry);
            return Self { over: over(look, next, view), name, dose: String::new(), part: String::new() };
        };
        let sides = if next.side.is_some() { exercise.sides } else { Sides::Both };
        let way = (next.way > 0).then(|| exercise.ways.get(usize::from(next.way))).flatten();
        let part = match (next.side, way) {
            _ if next.set > 1 => {
                words.with("count-set", &[("n", next.set.into()), ("of", next.entry.sets.into())])
            }
            (_, Some(way)) => way.clone(),
            (Some(side), None) => words.side(side),
            (None, None) => String::new(),
        };
        Self {
            over: over(look, next, view),
            name: exercise.name.clone(),
            dose: words.dose(&next.entry.dose, sides, exercise.ways.len()),
            part,
        }
    }

    fn about(&self) -> String {
        let parts = [self.part.as_str(), self.dose.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn whole(&self) -> String {
        match self.about() {
            about if about.is_empty() => format!("{}: {}", self.over, self.name),
            about => format!("{}: {}, {about}", self.over, self.name),
        }
    }
}

fn over(look: &Look<'_>, next: &NextUp<'_>, view: &PlayerView<'_>) -> String {
    let words = look.words;
    let secs = next.starts_in.as_millis().div_ceil(1000) as u64;
    // Before an open dose is done nobody knows when the next one starts.
    let is_open = view.moment.segment.kind == SegmentKind::Open;
    match secs {
        _ if is_open => words.get("player-next"),
        0 => words.get("player-next"),
        1..100 => words.with("player-next-in", &[("secs", secs.into())]),
        _ => words.with("player-next-in-min", &[("time", clock_left(next.starts_in).into())]),
    }
}
