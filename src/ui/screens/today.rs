//! Today: one suggested session, large, and all routines as cards.

use egui::{CornerRadius, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, pos2, vec2};

use super::unfinished::{self, UnfinishedCard, unfinished_ui};
use crate::figure::Scene;
use crate::model::{Equipment, Position};
use crate::ui::keys::start_pressed;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{
    Button, ButtonKind, Chip, ChipKind, RoutineCard, Text, chip_ui, chip_width, paint_scene, routine_card_ui,
    text_ui,
};
use crate::ui::{Command, Editing, Look};

/// How wide the edge of a card is that leads to the editor, in points of the design.
const EDGE: f32 = 44.0;

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
}

/// Builds the screen over a rectangle.
pub fn today_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, view: &TodayView<'_>, commands: &mut Vec<Command>) {
    let suggested = view.suggested.and_then(|index| view.routines.get(index));
    start_by_key(ui, view, suggested, commands);
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("today"), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let margin = look.pt(32.0);
            let layout = Layout::new(look, rect.size() - vec2(2.0 * margin, 0.0), view);
            let (all, _) = ui.allocate_exact_size(vec2(rect.width(), layout.height), Sense::hover());
            let origin = all.min + vec2(margin, 0.0);
            greeting_ui(ui, look, layout.greeting.translate(origin.to_vec2()), view);
            if let Some((place, card)) = layout.unfinished.zip(view.unfinished) {
                unfinished_ui(ui, look, place.translate(origin.to_vec2()), &card, commands);
            }
            match suggested {
                Some(routine) => {
                    hero_ui(ui, look, layout.hero.translate(origin.to_vec2()), routine, commands);
                }
                None => empty_ui(ui, look, layout.hero.translate(origin.to_vec2())),
            }
            if !view.routines.is_empty() {
                let title = look.words.get("today-routines");
                let text = Text::new(&title, look.font(Size::Heading, Face::Bold), look.theme.colors.ink);
                text_ui(ui, layout.title.translate(origin.to_vec2()), "today-routines", &text);
            }
            for (place, routine) in layout.cards.iter().zip(view.routines) {
                card_ui(ui, look, place.translate(origin.to_vec2()), routine, commands);
            }
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

/// Places relative to the top left of the content.
struct Layout {
    greeting: Rect,
    unfinished: Option<Rect>,
    hero: Rect,
    title: Rect,
    cards: Vec<Rect>,
    height: f32,
}

impl Layout {
    fn new(look: &Look<'_>, size: Vec2, view: &TodayView<'_>) -> Self {
        let width = size.x;
        let gap = look.pt(20.0);
        let count = view.routines.len();
        let fit = ((width + gap) / (look.pt(330.0) + gap)).floor().max(1.0) as usize;
        let columns = fit.min(count.max(1)).min(4);
        let lines = count.div_ceil(columns) as f32;
        // What the window has left over makes the cards larger, up to a point.
        let card = if view.unfinished.is_some() { look.pt(unfinished::HEIGHT + 16.0) } else { 0.0 };
        let usual = look.pt(462.0) + card + lines * look.pt(174.0);
        let spare = (size.y - usual).max(0.0);
        let hero_height = look.pt(272.0) + (spare * 0.55).min(look.pt(110.0));
        let card_height = look.pt(156.0) + (spare * 0.45 / lines.max(1.0)).min(look.pt(80.0));
        let row = |top: f32, height: f32| Rect::from_min_size(pos2(0.0, top), vec2(width, height));
        let greeting = row(look.pt(26.0), look.pt(66.0));
        let below = greeting.bottom() + look.pt(16.0);
        let unfinished = view.unfinished.map(|_| row(below, look.pt(unfinished::HEIGHT)));
        let hero = row(below + card, hero_height);
        let title = row(hero.bottom() + look.pt(18.0), look.pt(30.0));
        let card_width = (width - gap * (columns - 1) as f32) / columns as f32;
        let top = title.bottom() + look.pt(10.0);
        let cards: Vec<Rect> = (0..count)
            .map(|index| {
                let (column, line) = ((index % columns) as f32, (index / columns) as f32);
                let min = pos2(column * (card_width + gap), top + line * (card_height + look.pt(18.0)));
                Rect::from_min_size(min, vec2(card_width, card_height))
            })
            .collect();
        let bottom = cards.last().map_or(hero.bottom(), Rect::bottom);
        Self { greeting, unfinished, hero, title, cards, height: bottom + look.pt(24.0) }
    }
}

fn greeting_ui(ui: &Ui, look: &Look<'_>, rect: Rect, view: &TodayView<'_>) {
    let colors = &look.theme.colors;
    let key = match view.hour {
        5..=11 => "today-morning",
        12..=17 => "today-afternoon",
        18..=21 => "today-evening",
        _ => "today-night",
    };
    let (top, bottom) = rect.split_top_bottom_at_fraction(0.62);
    let greeting = look.words.get(key);
    let text = Text::new(&greeting, look.font(Size::Title, Face::Bold), colors.ink);
    text_ui(ui, top, "today-greeting", &text);
    let line = look.words.get("today-line");
    let text = Text::new(&line, look.font(Size::Body, Face::Regular), colors.quiet);
    text_ui(ui, bottom, "today-line", &text);
}

fn hero_ground(ui: &Ui, look: &Look<'_>, rect: Rect) {
    let colors = &look.theme.colors;
    let corners = CornerRadius::same(look.pt(look.theme.metrics.radius.card) as u8);
    ui.painter().rect_filled(rect, corners, colors.hero);
    ui.painter().rect_stroke(rect, corners, Stroke::new(1.0, colors.line), StrokeKind::Inside);
}

fn hero_ui(ui: &Ui, look: &Look<'_>, rect: Rect, routine: &RoutineSummary<'_>, commands: &mut Vec<Command>) {
    let (colors, words) = (&look.theme.colors, look.words);
    hero_ground(ui, look, rect);
    let inner = rect.shrink2(vec2(look.pt(32.0), look.pt(24.0)));
    let (left, right) = inner.split_left_right_at_fraction(0.5);
    let left = left.with_max_x(left.right() - look.pt(12.0));
    let start_size = vec2(look.pt(160.0).min(left.width()), look.pt(56.0));
    let summary_height = if routine.summary.is_empty() { 0.0 } else { look.pt(50.0) };
    let group = look.pt(28.0 + 48.0 + 30.0 + 22.0) + summary_height + start_size.y;
    let mut top = left.top() + ((left.height() - group) / 2.0).max(0.0);
    let mut row = |height: f32| {
        let place = Rect::from_min_size(pos2(left.left(), top), vec2(left.width(), height));
        top += height;
        place
    };
    let suggested = words.get("today-suggested");
    let text = Text::new(&suggested, look.font(Size::Body, Face::Regular), colors.quiet);
    text_ui(ui, row(look.pt(28.0)), "hero-over", &text);
    let text = Text::new(routine.name, look.font(Size::Display, Face::Bold), colors.ink).shrink(0.7);
    text_ui(ui, row(look.pt(48.0)), "hero-name", &text);
    if !routine.summary.is_empty() {
        let text = Text::new(routine.summary, look.font(Size::Body, Face::Regular), colors.ink)
            .rows(2)
            .align(egui::Align2::LEFT_TOP);
        text_ui(ui, row(summary_height), "hero-summary", &text);
    }
    let chips = row(look.pt(30.0));
    let minutes = words.minutes(routine.total_ms);
    let texts: Vec<String> = std::iter::once(minutes).chain(chip_texts(look, routine)).collect();
    chips_ui(ui, look, chips, "hero-chip", &texts);

    let start = words.get("today-start");
    let name = words.with("today-start-name", &[("name", routine.name.into())]);
    row(look.pt(22.0));
    let place = Rect::from_min_size(row(start_size.y).min, start_size);
    let button =
        Button::new(ButtonKind::Primary, &start).with_icon(icons::PLAY).size(Size::Heading).named(&name);
    if button.show(ui, look, place, "hero-start").clicked() {
        commands.push(Command::StartRoutine(routine.id.to_owned()));
    }
    if let Some(scene) = routine.scene {
        paint_scene(ui, right.expand2(vec2(look.pt(16.0), look.pt(14.0))), scene);
    }
}

fn chips_ui(ui: &Ui, look: &Look<'_>, rect: Rect, salt: &str, texts: &[String]) {
    let mut at = rect.with_max_y(rect.top() + look.pt(28.0));
    for (index, text) in texts.iter().enumerate() {
        let chip = Chip { text, size: Size::Small, kind: ChipKind::OnHero };
        let width = chip_width(ui, look, &chip);
        if at.left() + width > rect.right() + 0.5 {
            break;
        }
        chip_ui(ui, look, Rect::from_min_size(at.min, vec2(width, at.height())), (salt, index), &chip);
        at.min.x += width + look.pt(6.0);
    }
}

fn empty_ui(ui: &Ui, look: &Look<'_>, rect: Rect) {
    let colors = &look.theme.colors;
    hero_ground(ui, look, rect);
    let inner = rect.shrink2(vec2(look.pt(32.0), look.pt(60.0)));
    let (top, bottom) = inner.split_top_bottom_at_fraction(0.5);
    let title = look.words.get("today-empty");
    text_ui(ui, top, "empty", &Text::new(&title, look.font(Size::Title, Face::Bold), colors.ink));
    let line = look.words.get("today-empty-line");
    let text = Text::new(&line, look.font(Size::Body, Face::Regular), colors.quiet).rows(3);
    text_ui(ui, bottom, "empty-line", &text);
}

fn card_ui(ui: &Ui, look: &Look<'_>, rect: Rect, routine: &RoutineSummary<'_>, commands: &mut Vec<Command>) {
    let words = look.words;
    let minutes = words.minutes(routine.total_ms);
    let chips = chip_texts(look, routine);
    let warning = match routine.errors {
        0 => String::new(),
        n => words.with("today-problems", &[("n", n.into())]),
    };
    let mut spoken =
        words.with("today-card", &[("name", routine.name.into()), ("minutes", minutes.as_str().into())]);
    for detail in chips.iter().chain(std::iter::once(&warning)).filter(|detail| !detail.is_empty()) {
        spoken = format!("{spoken}, {detail}");
    }
    let card = RoutineCard {
        name: routine.name,
        minutes: &minutes,
        chips: &chips,
        warning: &warning,
        spoken_name: &spoken,
        scene: routine.scene,
        edge: look.pt(EDGE),
    };
    if routine_card_ui(ui, look, rect, ("routine", routine.id), &card) {
        commands.push(Command::StartRoutine(routine.id.to_owned()));
    }
    let key = if routine.is_own { "shelf-edit-name" } else { "shelf-edit-copy-name" };
    let name = words.with(key, &[("name", routine.name.into())]);
    let edge = rect.with_min_x(rect.right() - look.pt(EDGE)).shrink(look.pt(4.0));
    let edit = Button::icon(ButtonKind::Plain, icons::EDIT, &name);
    if edit.show(ui, look, edge, ("edit", routine.id)).clicked() {
        commands.push(Command::Edit(Editing::Open(routine.id.to_owned())));
    }
}

/// What it needs in one chip, the starting positions in another. A chair is named once.
fn chip_texts(look: &Look<'_>, routine: &RoutineSummary<'_>) -> Vec<String> {
    let words = look.words;
    let equipment: Vec<String> = routine.equipment.iter().map(|&one| words.equipment(one)).collect();
    let positions: Vec<String> = routine.positions.iter().map(|&one| words.position(one)).collect();
    [positions, equipment]
        .into_iter()
        .filter(|names| !names.is_empty())
        .map(|names| names.join(" · "))
        .collect()
}
