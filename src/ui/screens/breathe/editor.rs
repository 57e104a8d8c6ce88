//! An own pattern: its name, and its stages to a tenth of a second. Every change counts at once.

use egui::{CornerRadius, Margin, Rect, Stroke, StrokeKind, TextEdit, UiBuilder, pos2, vec2};

use super::patterns::paint_breath;
use crate::model::{BreathPattern, BreathPhase, BreathStage, Seconds};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Form, Slider};
use crate::ui::{Breathing, Command};

/// The shortest and longest stage, in seconds.
const STAGE_SECS: [f32; 2] = [0.5, 20.0];

/// More stages than a breath can have.
const MOST_STAGES: usize = 8;

const LONGEST_NAME: usize = 40;

const PHASES: [BreathPhase; 4] = [BreathPhase::In, BreathPhase::Full, BreathPhase::Out, BreathPhase::Empty];

pub(super) fn editor_ui(form: &mut Form<'_, '_>, pattern: &BreathPattern, commands: &mut Vec<Command>) {
    let words = form.look.words;
    let mut changed = pattern.clone();
    form.title(&words.get("breathe-edit-title"));
    name_ui(form, &mut changed.name);
    form.heading(&words.get("breathe-stages"));
    let row = form.row(56.0);
    paint_breath(form.ui, form.look, row, pattern);
    let mut removed = None;
    for (index, stage) in changed.stages.iter_mut().enumerate() {
        if stage_ui(form, index, stage) {
            removed = Some(index);
        }
    }
    if let Some(index) = removed.filter(|_| changed.stages.len() > 1) {
        changed.stages.remove(index);
    }
    if changed.stages.len() < MOST_STAGES {
        form.gap(4.0);
        let text = words.get("breathe-stage-add");
        if form.button("add-stage", &Button::new(ButtonKind::Plain, &text).with_icon(icons::ADD)) {
            changed.stages.push(next_stage(&changed));
        }
    }
    form.gap(10.0);
    let said = words.with("breathe-close-name", &[("name", pattern.name.as_str().into())]);
    let text = words.get("breathe-close");
    if form.button("done", &Button::new(ButtonKind::Soft, &text).with_icon(icons::CHECK).named(&said)) {
        commands.push(Command::Breathe(Breathing::Edit(None)));
    }
    if changed != *pattern {
        commands.push(Command::Breathe(Breathing::Change(changed)));
    }
}

/// What usually follows the last stage.
fn next_stage(pattern: &BreathPattern) -> BreathStage {
    let phase = match pattern.stages.last().map(|stage| stage.0) {
        Some(BreathPhase::In | BreathPhase::Full) => BreathPhase::Out,
        Some(BreathPhase::Out) => BreathPhase::Empty,
        Some(BreathPhase::Empty) | None => BreathPhase::In,
    };
    BreathStage(phase, Seconds(2.0))
}

fn name_ui(form: &mut Form<'_, '_>, name: &mut String) {
    let (look, colors) = (form.look, &form.look.theme.colors);
    let label = look.words.get("breathe-name");
    form.heading(&label);
    let row = form.row(44.0);
    let radius = CornerRadius::same(look.pt(look.theme.metrics.radius.button) as u8);
    form.ui.painter().rect(row, radius, colors.card, Stroke::new(1.0, colors.edge), StrokeKind::Inside);
    let field = row.shrink2(vec2(look.pt(14.0), 0.0));
    let margin = Margin::symmetric(0, ((row.height() - look.pt(22.0)) / 2.0).max(0.0) as i8);
    let response = form
        .ui
        .scope_builder(UiBuilder::new().max_rect(field).id_salt("name"), |ui| {
            let edit = TextEdit::singleline(name)
                .id_salt("name-field")
                .font(look.font(Size::Body, Face::Regular))
                .text_color(colors.ink)
                .frame(egui::Frame::NONE.inner_margin(margin))
                .char_limit(LONGEST_NAME)
                .desired_width(field.width());
            ui.add(edit)
        })
        .inner;
    form.ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
    if response.has_focus() {
        form.ui.painter().rect_stroke(row, radius, Stroke::new(2.0, colors.focus), StrokeKind::Inside);
    }
    form.gap(4.0);
}

/// One stage: what the breath does, for how long, and a way to remove it; true when that was
/// pressed. A breath starts with breathing in.
fn stage_ui(form: &mut Form<'_, '_>, index: usize, stage: &mut BreathStage) -> bool {
    let (look, words) = (form.look, form.look.words);
    let number = index + 1;
    let row = form.row(46.0);
    let gap = look.pt(6.0);
    let bin = Rect::from_min_size(
        pos2(row.right() - look.pt(38.0), row.top() + look.pt(4.0)),
        vec2(look.pt(38.0), look.pt(38.0)),
    );
    let mut left = row.left();
    for phase in PHASES {
        // Stage 1 is breathing in, whatever else follows.
        if index == 0 && phase != BreathPhase::In {
            continue;
        }
        let text = phase_word(form, phase);
        let name = words.with("breathe-stage-name", &[("n", number.into()), ("phase", text.as_str().into())]);
        let chosen = stage.0 == phase;
        let kind = if chosen { ButtonKind::Primary } else { ButtonKind::Neutral };
        let button =
            Button { selected: Some(chosen), ..Button::new(kind, &text) }.named(&name).size(Size::Small);
        let width = look.pt(62.0);
        let place = Rect::from_min_size(pos2(left, row.top() + look.pt(4.0)), vec2(width, look.pt(38.0)));
        if button.show(form.ui, look, place, ("phase", index, phase)).clicked() {
            stage.0 = phase;
        }
        left = place.right() + gap;
    }
    let secs = stage.1.0 as f32;
    let phase = phase_word(form, stage.0);
    let name = words.with("breathe-stage-secs", &[("n", number.into()), ("phase", phase.into())]);
    let tenths = format!("{secs:.1}");
    let said = words.with("breathe-secs", &[("n", tenths.into())]);
    let slider = Slider {
        name: &name,
        said: &said,
        value: secs,
        range: STAGE_SECS[0]..=STAGE_SECS[1].max(secs),
        step: 0.1,
    };
    let sliders_left = row.left() + 4.0 * (look.pt(62.0) + gap);
    let place = Rect::from_x_y_ranges(sliders_left..=bin.left() - gap, row.y_range());
    if let Some(secs) = form.slider_alone(place, &slider) {
        stage.1 = Seconds((f64::from(secs) * 10.0).round() / 10.0);
    }
    if index == 0 {
        return false;
    }
    let name = words.with("breathe-stage-delete", &[("n", number.into())]);
    Button::icon(ButtonKind::Plain, icons::DELETE, &name)
        .show(form.ui, look, bin, ("remove", index))
        .clicked()
}

fn phase_word(form: &Form<'_, '_>, phase: BreathPhase) -> String {
    form.look.words.get(match phase {
        BreathPhase::In => "breathe-stage-in",
        BreathPhase::Full => "breathe-stage-full",
        BreathPhase::Out => "breathe-stage-out",
        BreathPhase::Empty => "breathe-stage-empty",
    })
}
