//! The plan: what it is for, the weekly aim and how this week stands, and times set aside for it.

mod times;
mod week;

use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::ProgressView;
use crate::history::{AIM, AimOffer, AimWeek};
use crate::model::Plan;
use crate::model::plan::{LONGEST_GOAL, MOST_DAYS, MOST_MINUTES};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Entry, Form, Slider, Text, entry_ui, form_card_ui};
use crate::ui::{Checking, Command, Look, Progressing};

/// What the plan is made with.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlanDesk<'a> {
    /// The routines there are, id and name.
    pub routines: &'a [(&'a str, &'a str)],
    /// How this week stands.
    pub week: Option<&'a AimWeek>,
    /// Another aim that is offered.
    pub offer: Option<AimOffer>,
}

/// Two columns need this much room, in points of the design.
const TWO_COLUMNS_FROM: f32 = 860.0;

/// The source that speaks of how to begin, how often and how long.
const HABITS: &str = "001";

/// Where the slider of minutes ends unless more is aimed at: the sources speak of a few.
const USUAL_MINUTES: u32 = 60;

/// The fewest and most lines of a goal that show.
const GOAL_ROWS: [usize; 2] = [4, 12];

/// Builds the part of the Progress screen over a rectangle.
pub(super) fn plan_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &ProgressView<'_>,
    commands: &mut Vec<Command>,
) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("plan"), |ui| {
        ScrollArea::vertical().id_salt("plan").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
            let margin = look.pt(32.0);
            let top = ui.cursor().top() + look.pt(4.0);
            let inside = Rect::from_x_y_ranges(
                ui.max_rect().left() + margin..=rect.right() - margin,
                top..=f32::INFINITY,
            );
            let bottom = columns_ui(ui, look, inside, view, commands);
            let used = Rect::from_min_max(inside.min, pos2(inside.right(), bottom + look.pt(28.0)));
            ui.allocate_rect(used, Sense::hover());
        });
    });
}

/// The cards, in one column or two; returns where they end.
fn columns_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &ProgressView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let gap = look.pt(20.0);
    let goal = |ui: &mut Ui, rect, commands: &mut Vec<Command>| {
        form_card_ui(ui, look, rect, "plan-goal", |form| goal_ui(form, view.plan, commands))
    };
    let aim = |ui: &mut Ui, rect, commands: &mut Vec<Command>| {
        form_card_ui(ui, look, rect, "plan-aim", |form| aim_ui(form, view, commands))
    };
    let times = |ui: &mut Ui, rect, commands: &mut Vec<Command>| {
        form_card_ui(ui, look, rect, "plan-times", |form| times::times_ui(form, view, commands))
    };
    if rect.width() < look.pt(TWO_COLUMNS_FROM) {
        let end = goal(ui, rect, commands);
        let end = aim(ui, rect.with_min_y(end + gap), commands);
        return times(ui, rect.with_min_y(end + gap), commands);
    }
    let width = (rect.width() - gap) / 2.0;
    let left = rect.with_max_x(rect.left() + width);
    let end = goal(ui, left, commands);
    let end = aim(ui, left.with_min_y(end + gap), commands);
    end.max(times(ui, rect.with_min_x(rect.right() - width), commands))
}

/// Asks for the plan with something changed.
fn change(plan: &Plan, commands: &mut Vec<Command>, change: impl FnOnce(&mut Plan)) {
    let mut plan = plan.clone();
    change(&mut plan);
    commands.push(Command::Progress(Progressing::Plan(Box::new(plan))));
}

fn goal_ui(form: &mut Form<'_, '_>, plan: &Plan, commands: &mut Vec<Command>) {
    let look = form.look;
    let name = look.words.get("plan-goal");
    form.title(&name);
    form.note(&look.words.get("plan-goal-line"));
    form.gap(6.0);
    let hint = look.words.get("plan-goal-hint");
    let shown = if plan.goal.is_empty() { &hint } else { &plan.goal };
    let text =
        Text::new(shown, look.font(Size::Body, Face::Regular), look.theme.colors.ink).rows(GOAL_ROWS[1]);
    let room = vec2(form.width - look.pt(28.0), f32::INFINITY);
    let lines = text.galley(form.ui, room).rows.len().clamp(GOAL_ROWS[0], GOAL_ROWS[1]);
    let row = form.row(20.0 + 23.0 * lines as f32);
    let entry = Entry {
        name: &name,
        text: &plan.goal,
        hint: &hint,
        limit: LONGEST_GOAL,
        is_long: true,
        is_number: false,
    };
    let written = entry_ui(form.ui, look, row, "goal", &entry, |typed| typed == plan.goal);
    if let Some(goal) = written.text {
        change(plan, commands, |plan| plan.goal = goal);
    }
}

fn aim_ui(form: &mut Form<'_, '_>, view: &ProgressView<'_>, commands: &mut Vec<Command>) {
    let (look, plan) = (form.look, view.plan);
    let words = look.words;
    form.title(&words.get("plan-aim"));
    let most = plan.minutes.clamp(USUAL_MINUTES, MOST_MINUTES);
    if let Some(minutes) = amount_ui(form, ["plan-minutes", "plan-minutes-said"], plan.minutes, most) {
        change(plan, commands, |plan| plan.minutes = minutes);
    }
    if let Some(days) = amount_ui(form, ["plan-days", "plan-days-said"], plan.days, MOST_DAYS) {
        change(plan, commands, |plan| plan.days = days);
    }
    form.gap(4.0);
    if !plan.has_aim() {
        form.note(&words.get("plan-no-aim"));
    }
    let text = words.get("plan-advice");
    let said = view.catalog.sources.iter().find(|source| source.id == HABITS).map(|source| {
        words.with(
            "plan-advice-from",
            &[("text", text.as_str().into()), ("title", source.title.as_str().into())],
        )
    });
    form.note(said.as_deref().unwrap_or(&text));
    if let Some(offer) = view.desk.offer {
        offer_ui(form, plan, offer, commands);
    }
    if let Some(week) = view.desk.week {
        week::week_ui(form, view, week);
    }
}

/// Another aim, to be taken or not; either way it is not offered again for a while.
fn offer_ui(form: &mut Form<'_, '_>, plan: &Plan, offer: AimOffer, commands: &mut Vec<Command>) {
    let words = form.look.words;
    form.heading(&words.get("plan-offer"));
    let said = match offer {
        AimOffer::Longer { .. } => "plan-offer-longer",
        AimOffer::AfterBreak { .. } => "plan-offer-after-break",
        AimOffer::MorePain { .. } => "plan-offer-more-pain",
    };
    let color = form.look.theme.colors.ink;
    form.words(&words.get(said), Size::Body, Face::Regular, color);
    form.gap(8.0);
    let minutes = offer.to();
    let (take, leave) =
        (words.with("plan-offer-take", &[("n", minutes.into())]), words.get("plan-offer-leave"));
    let heard = Command::Check(Checking::Heard(AIM.to_owned()));
    if form.button("take-offer", &Button::new(ButtonKind::Soft, &take).with_icon(icons::CHECK)) {
        change(plan, commands, |plan| plan.minutes = minutes);
        commands.push(heard.clone());
    }
    if form.button("leave-offer", &Button::new(ButtonKind::Plain, &leave)) {
        commands.push(heard);
    }
}

/// A row with a slider of whole numbers from 0; the new one, where the person changed it.
fn amount_ui(form: &mut Form<'_, '_>, [name, said]: [&str; 2], value: u32, most: u32) -> Option<u32> {
    let words = form.look.words;
    let (name, said) = (words.get(name), words.with(said, &[("n", value.into())]));
    let slider =
        Slider { name: &name, said: &said, value: value as f32, range: 0.0..=most as f32, step: 1.0 };
    let asked = form.slider(&slider)?.round() as u32;
    (asked != value).then_some(asked)
}
