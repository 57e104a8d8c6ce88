//! Today: one suggested session, large, and why; the week at a glance; what matters for safety; and
//! all routines as cards.

mod advice;
mod cards;
mod hero;
mod notes;
mod reset;
mod top;
mod week;

use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};
use jiff::civil::Date;

use super::unfinished::{self, UnfinishedCard, unfinished_ui};
use crate::figure::Scene;
use crate::history::{AimOffer, AimWeek, Ground, OnlyBreath, Why};
use crate::model::{Equipment, Plan, Position, Safety, Source};
use crate::ui::keys::start_pressed;
use crate::ui::{Command, Look};

/// A routine as Today shows it.
#[derive(Clone, Copy, Debug)]
pub struct RoutineSummary<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Name.
    pub name: &'a str,
    /// One sentence.
    pub summary: &'a str,
    /// How long it takes, in milliseconds.
    pub total_ms: u64,
    /// Starting positions, in order of appearance.
    pub positions: &'a [Position],
    /// What it needs, in order of appearance.
    pub equipment: &'a [Equipment],
    /// True for the person's own.
    pub is_own: bool,
    /// How many errors it has.
    pub errors: usize,
    /// The figure of its first exercise.
    pub scene: Option<&'a Scene>,
}

/// What Today shows.
#[derive(Clone, Copy, Debug)]
pub struct TodayView<'a> {
    /// The hour of the day, 0 to 23, where the person is.
    pub hour: u8,
    /// Which routine is suggested, as an index.
    pub suggested: Option<usize>,
    /// The session to go on with.
    pub unfinished: Option<UnfinishedCard<'a>>,
    /// All routines.
    pub routines: &'a [RoutineSummary<'a>],
    /// What the record of sessions and the plan say.
    pub record: TodayRecord<'a>,
}

/// What the record of sessions and the plan say of today.
#[derive(Clone, Copy, Debug, Default)]
pub struct TodayRecord<'a> {
    /// The day it is.
    pub today: Date,
    /// Nothing is suggested, because the back rests for the day.
    pub rests: bool,
    /// Why the suggested routine is suggested.
    pub why: Option<Why>,
    /// What takes two minutes on a chair.
    pub reset: Option<ResetCard>,
    /// The week, and what is aimed at.
    pub week: Option<(&'a AimWeek, &'a Plan)>,
    /// The next time that is set aside today.
    pub planned: Option<PlannedToday<'a>>,
    /// The advice to see somebody who treats backs.
    pub advice: Option<SeeSomeoneView<'a>>,
    /// What is left out because it hurt.
    pub left_out: &'a [LeftOut<'a>],
    /// Id and name of each exercise after which pain rose.
    pub rose: &'a [(&'a str, &'a str)],
    /// Another aim to offer.
    pub offer: Option<AimOffer>,
}

/// What takes two minutes on a chair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResetCard {
    /// A routine, as an index.
    Routine(usize),
    /// Breathing alone, and why.
    Breathe(OnlyBreath),
}

/// A time that is set aside today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedToday<'a> {
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
    /// Name of the routine that is meant; empty where none is.
    pub routine: &'a str,
}

/// The advice to see somebody who treats backs.
#[derive(Clone, Copy, Debug)]
pub struct SeeSomeoneView<'a> {
    /// Why.
    pub grounds: &'a [Ground],
    /// The signs in words.
    pub safety: &'a Safety,
    /// Where they come from.
    pub sources: &'a [Source],
}

/// An exercise that is left out of what is suggested because it hurt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Name.
    pub name: &'a str,
    /// Whether it has a page to look at.
    pub is_known: bool,
    /// Name of the easier exercise, where there is one.
    pub easier: Option<&'a str>,
}

/// Builds the screen over a rectangle.
pub fn today_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, view: &TodayView<'_>, commands: &mut Vec<Command>) {
    let suggested = view.suggested.and_then(|index| view.routines.get(index));
    start_by_key(ui, view, suggested, commands);
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("today"), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
            let sizes = Sizes::new(look, rect, view);
            let mut page = Page { ui, left: rect.left() + look.pt(32.0), width: sizes.width };
            page.gap(look.pt(26.0));
            top::top_ui(page.ui, look, page.peek(look.pt(66.0)), view, commands);
            page.gap(look.pt(66.0 + 16.0));
            if let Some(advice) = &view.record.advice {
                let below = page.card(|ui, place| advice::advice_ui(ui, look, place, advice, commands));
                page.gap(look.pt(16.0) + below);
            }
            if let Some(card) = view.unfinished {
                unfinished_ui(page.ui, look, page.peek(look.pt(unfinished::HEIGHT)), &card, commands);
                page.gap(look.pt(unfinished::HEIGHT + 16.0));
            }
            let place = page.peek(sizes.hero);
            let (hero, aside) = sizes.split(look, place);
            match suggested {
                Some(routine) => hero::hero_ui(page.ui, look, hero, (routine, view.record.why), commands),
                None => hero::nothing_ui(page.ui, look, hero, view),
            }
            reset::reset_ui(page.ui, look, aside, view, commands);
            page.gap(sizes.hero + look.pt(18.0));
            if notes::has_any(&view.record) {
                let below = page.card(|ui, place| notes::notes_ui(ui, look, place, &view.record, commands));
                page.gap(look.pt(18.0) + below);
            }
            cards::cards_ui(&mut page, look, &sizes, view, commands);
        });
    });
}

/// Enter and Space go on with what was left, or start what is suggested, unless a widget has the
/// focus and takes them itself.
fn start_by_key(
    ui: &Ui,
    view: &TodayView<'_>,
    suggested: Option<&RoutineSummary<'_>>,
    commands: &mut Vec<Command>,
) {
    let start = match (view.unfinished, suggested) {
        (Some(_), _) => Command::GoOnUnfinished,
        (None, Some(routine)) => Command::StartRoutine(routine.id.to_owned()),
        (None, None) => return,
    };
    if start_pressed(ui) {
        commands.push(start);
    }
}

/// The screen from top to bottom, as far as it is built.
struct Page<'u> {
    ui: &'u mut Ui,
    left: f32,
    width: f32,
}

impl Page<'_> {
    /// The place below what is there, this high.
    fn peek(&self, height: f32) -> Rect {
        Rect::from_min_size(pos2(self.left, self.ui.cursor().top()), vec2(self.width, height))
    }

    /// Leaves room, or takes it.
    fn gap(&mut self, height: f32) {
        let width = self.width + 2.0 * (self.left - self.ui.max_rect().left());
        self.ui.allocate_exact_size(vec2(width, height), Sense::hover());
    }

    /// Puts a card that knows its own height; returns the room between the cursor and its end.
    fn card(&mut self, build: impl FnOnce(&mut Ui, Rect) -> f32) -> f32 {
        let place = self.peek(0.0);
        let bottom = build(self.ui, place);
        (bottom - self.ui.cursor().top()).max(0.0)
    }
}

/// How large everything is.
struct Sizes {
    width: f32,
    /// How high the suggested session is, with what stands below it where it is narrow.
    hero: f32,
    is_wide: bool,
    columns: usize,
    card: f32,
    gap: f32,
}

/// The cards of two minutes stand beside the suggested session from this width on, in points of the
/// design.
const WIDE_FROM: f32 = 900.0;

impl Sizes {
    fn new(look: &Look<'_>, rect: Rect, view: &TodayView<'_>) -> Self {
        let width = rect.width() - 2.0 * look.pt(32.0);
        let gap = look.pt(20.0);
        let count = view.routines.len();
        let fit = ((width + gap) / (look.pt(330.0) + gap)).floor().max(1.0) as usize;
        let columns = fit.min(count.max(1)).min(4);
        let lines = count.div_ceil(columns) as f32;
        let is_wide = width >= look.pt(WIDE_FROM);
        let hero = look.pt(if is_wide { 284.0 } else { 284.0 + 12.0 + 116.0 });
        // What the window has left over makes the cards larger, up to a point.
        let card = if view.unfinished.is_some() { look.pt(unfinished::HEIGHT + 16.0) } else { 0.0 };
        let usual = look.pt(190.0) + hero + card + lines * look.pt(174.0);
        let is_full = view.record.advice.is_some() || notes::has_any(&view.record);
        let spare = if is_full { 0.0 } else { (rect.height() - usual).max(0.0) };
        Self {
            width,
            hero: hero + (spare * 0.55).min(look.pt(110.0)),
            is_wide,
            columns,
            card: look.pt(156.0) + (spare * 0.45 / lines.max(1.0)).min(look.pt(80.0)),
            gap,
        }
    }

    /// The suggested session, and what stands beside or below it.
    fn split(&self, look: &Look<'_>, place: Rect) -> (Rect, Rect) {
        if self.is_wide {
            let right = (place.width() * 0.3).max(look.pt(270.0));
            let hero = place.with_max_x(place.right() - right - self.gap);
            return (hero, place.with_min_x(place.right() - right));
        }
        let below = place.bottom() - look.pt(116.0);
        (place.with_max_y(below - look.pt(12.0)), place.with_min_y(below))
    }
}
