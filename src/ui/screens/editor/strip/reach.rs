//! How the strip is reached: by pointer, by keys and by a screen reader.

use std::time::Duration;

use egui::accesskit::Action;
use egui::{EventFilter, Id, Key, Modifiers, Response, Role, Ui, WidgetInfo};

use super::scale::Scale;
use super::{ZOOM, around};
use crate::text::clock;
use crate::ui::screens::editor::DeskView;
use crate::ui::screens::editor::findings::block_said;
use crate::ui::screens::player::RunState;
use crate::ui::widgets::{stretch_said, value_asked};
use crate::ui::{Command, Editing, Live, Look, Span};

/// How much of what is in sight a turn of the wheel moves by, for a point of it.
const SCROLL: f32 = 1.0;

/// Tells what it is, where the playhead stands, and what there is.
pub(super) fn describe(ui: &Ui, look: &Look<'_>, response: &Response, view: &DeskView<'_>) {
    let (live, words) = (&view.live, look.words);
    let (map, at_ms) = (&live.strip.map, live.head_ms);
    let (at, total) = (clock(Duration::from_millis(at_ms)), clock(Duration::from_millis(map.total_ms)));
    let stretch = map.stretch_at(at_ms).and_then(|index| map.stretches.get(index));
    let timeline = &live.strip.course.timeline;
    let what = stretch.map_or_else(String::new, |stretch| stretch_said(look, timeline, stretch));
    let value = words.with("bar-value", &[("at", at.into()), ("total", total.into()), ("what", what.into())]);
    let facts = &view.review.facts;
    let about = words.with(
        "live-strip-about",
        &[
            ("steps", timeline.step_count().into()),
            ("work", words.length(facts.work_ms).into()),
            ("rest", words.length(facts.rest_ms).into()),
        ],
    );
    let mut selected = view.history.selection().iter();
    let about = match (selected.next(), selected.next()) {
        (None, _) => about,
        (Some(id), None) => {
            let block = block_said(look, view.history.document(), view.catalog, Some(*id));
            words.with("live-strip-selected", &[("about", about.into()), ("block", block.into())])
        }
        (Some(_), Some(_)) => {
            let n = view.history.selection().len();
            words.with("live-strip-selected-many", &[("about", about.into()), ("n", n.into())])
        }
    };
    let name = words.get("live-strip");
    let secs = at_ms as f64 / 1000.0;
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), secs, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Slider);
        node.set_value(value);
        node.set_description(about);
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(map.total_ms as f64 / 1000.0);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
        node.add_action(Action::SetValue);
    });
}

/// Takes the keys while the strip has the focus: from step to step, nearer and farther.
pub(super) fn keys(ui: &Ui, id: Id, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: false, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let (live, strip) = (&view.live, view.live.strip);
    let (span, total_ms) = (live.span, strip.map.total_ms);
    let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let mut to = live.head_ms;
    for _ in 0..pressed(Key::ArrowLeft) {
        to = strip.step_before(to);
    }
    for _ in 0..pressed(Key::ArrowRight) {
        to = strip.step_after(to).unwrap_or(to);
    }
    if pressed(Key::Home) > 0 {
        to = 0;
    }
    if pressed(Key::End) > 0 {
        to = strip.step_before(total_ms);
    }
    if to != live.head_ms {
        go(view, to, commands);
    }
    if pressed(Key::Enter) > 0
        && let Some(block) = strip.course.block_at(live.head_ms)
    {
        commands.push(Command::Edit(Editing::Reveal(block)));
    }
    let around = around(span, live.head_ms);
    if pressed(Key::Plus) + pressed(Key::Equals) > 0 {
        show(span.zoomed(ZOOM, around, total_ms), commands);
    }
    if pressed(Key::Minus) > 0 {
        show(span.zoomed(1.0 / ZOOM, around, total_ms), commands);
    }
    if pressed(Key::Num0) > 0 {
        show(Span::whole(total_ms), commands);
    }
}

/// What the pointer does: a click selects and puts the playhead there, a drag moves the playhead,
/// the wheel moves along and, with Ctrl, nearer and farther. And what a screen reader asks for.
pub(super) fn pointer(
    ui: &Ui,
    response: &Response,
    scale: &Scale,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let strip = view.live.strip;
    if let Some(at) = response.interact_pointer_pos() {
        let ms = scale.ms(at.x);
        // What plays is cued anew only where it is dropped: it would stutter on the way.
        let is_sounding = view.live.preview.is_some_and(|preview| preview.state == RunState::Playing);
        if response.clicked() {
            go(view, ms, commands);
        } else if response.drag_stopped() || response.dragged() && !is_sounding {
            ask(Live::Seek(ms), commands);
        }
    }
    let asked = |action| ui.input(|input| input.num_accesskit_action_requests(response.id, action)) > 0;
    let head_ms = view.live.head_ms;
    if let Some(secs) = value_asked(ui, response) {
        go(view, ((secs.max(0.0) * 1000.0) as u64).min(strip.map.total_ms), commands);
    } else if asked(Action::Increment) {
        go(view, strip.step_after(head_ms).unwrap_or(head_ms), commands);
    } else if asked(Action::Decrement) {
        go(view, strip.step_before(head_ms), commands);
    }
    if response.contains_pointer() {
        wheel(ui, scale, view, commands);
    }
}

fn wheel(ui: &Ui, scale: &Scale, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let (span, total_ms) = (view.live.span, view.live.strip.map.total_ms);
    let (zoom, scroll, at) =
        ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta(), input.pointer.hover_pos()));
    if zoom != 1.0 {
        let around = at.map_or(view.live.head_ms, |at| scale.ms(at.x));
        return show(span.zoomed(zoom, around, total_ms), commands);
    }
    let along = if scroll.x == 0.0 { scroll.y } else { scroll.x };
    if along != 0.0 && span != Span::whole(total_ms) {
        let by_ms = (-f64::from(along * SCROLL) * scale.ms_of(1.0)) as i64;
        show(span.scrolled(by_ms, total_ms), commands);
    }
}

/// Puts the playhead there and selects the block that runs.
fn go(view: &DeskView<'_>, ms: u64, commands: &mut Vec<Command>) {
    ask(Live::Seek(ms), commands);
    if let Some(block) = view.live.strip.course.block_at(ms) {
        commands.push(Command::Edit(Editing::Reveal(block)));
    }
}

fn show(span: Span, commands: &mut Vec<Command>) {
    ask(Live::Show(Some(span)), commands);
}

fn ask(asked: Live, commands: &mut Vec<Command>) {
    commands.push(Command::Edit(Editing::Live(asked)));
}
