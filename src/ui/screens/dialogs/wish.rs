//! "Make me a session": what is asked for at the left, what would come out at the right.

use egui::{Id, Rect, Ui, UiBuilder, pos2};

use super::frame::{Answer, Dialog};
use crate::editor::generate::{Aim, Place, Soreness, Wish};
use crate::model::Equipment;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Choice, Form, Slider};
use crate::ui::{Command, Look, Shelving, Wishing};

/// What the dialog shows.
#[derive(Clone, Copy, Debug)]
pub struct WishView<'a> {
    /// What is asked for.
    pub wish: &'a Wish,
    /// What may be at hand.
    pub things: &'a [Equipment],
    /// The name of the session that would come out.
    pub name: &'a str,
    /// How long it would take, in milliseconds.
    pub total_ms: u64,
    /// Its exercises, in order, each with its dose.
    pub lines: &'a [String],
    /// What gave way, where not all could be met.
    pub remarks: &'a [String],
}

pub(super) fn wish_ui(ui: &Ui, look: &Look<'_>, view: &WishView<'_>, commands: &mut Vec<Command>) {
    let title = look.words.get("shelf-make");
    let answers = if view.lines.is_empty() {
        Vec::new()
    } else {
        vec![Answer::main("wish-open", Shelving::Wish(Wishing::Open))]
    };
    Dialog { name: "wish", title: &title, width: 900.0, answers }.show(
        ui,
        look,
        commands,
        |form, commands| {
            let all = Rect::from_min_size(form.ui.cursor().min, egui::vec2(form.width, f32::INFINITY));
            let gap = look.pt(24.0);
            let left = all.with_max_x(all.left() + (all.width() - gap) * 0.56);
            let right = all.with_min_x(left.right() + gap);
            let ends = [
                column_ui(form, left, "asked", |form| asked_ui(form, view, commands)),
                column_ui(form, right, "made", |form| made_ui(form, view, commands)),
            ];
            let bottom = ends[0].max(ends[1]);
            let used = Rect::from_min_max(all.min, pos2(all.right(), bottom));
            form.ui.allocate_rect(used, egui::Sense::hover());
        },
    );
}

/// Rows within a rectangle; returns where they end.
fn column_ui(form: &mut Form<'_, '_>, rect: Rect, salt: &str, rows: impl FnOnce(&mut Form<'_, '_>)) -> f32 {
    let look = form.look;
    let built = form.ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt(salt), |ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        rows(&mut Form { ui, look, width: rect.width() });
    });
    built.response.rect.bottom()
}

fn asked_ui(form: &mut Form<'_, '_>, view: &WishView<'_>, commands: &mut Vec<Command>) {
    let (look, wish) = (form.look, view.wish);
    let words = look.words;
    let mut ask = |wishing| commands.push(Command::Shelve(Shelving::Wish(wishing)));
    let name = words.get("wish-minutes");
    let said = words.minutes(u64::from(wish.minutes) * 60_000);
    let slider =
        Slider { name: &name, said: &said, value: wish.minutes as f32, range: 2.0..=60.0, step: 1.0 };
    if let Some(minutes) = form.slider(&slider)
        && minutes.round() as u32 != wish.minutes
    {
        ask(Wishing::Minutes(minutes.round() as u32));
    }
    let question = form.heading(&words.get("wish-place"));
    if let Some(place) = one_of(form, ("wish-places", question), &Place::ALL, wish.place, place_key) {
        ask(Wishing::Place(place));
    }
    form.heading(&words.get("wish-equipment"));
    let names: Vec<String> = view.things.iter().map(|&thing| words.equipment(thing)).collect();
    let chips: Vec<Choice<'_>> = names
        .iter()
        .zip(view.things)
        .map(|(name, thing)| Choice { text: name, name, chosen: wish.equipment.contains(thing) })
        .collect();
    if let Some(index) = form.toggles("wish-things", &chips) {
        ask(Wishing::Equipment(view.things[index]));
    }
    let question = form.heading(&words.get("wish-aim"));
    if let Some(aim) = one_of(form, ("wish-aims", question), &Aim::ALL, wish.aim, aim_key) {
        ask(Wishing::Aim(aim));
    }
    let question = form.heading(&words.get("wish-sore"));
    if let Some(soreness) =
        one_of(form, ("wish-sorenesses", question), &Soreness::ALL, wish.soreness, soreness_key)
    {
        ask(Wishing::Soreness(soreness));
    }
}

/// One of several, side by side; the one picked. They are told apart by a salt and named by the text
/// that asks for them.
fn one_of<T: Copy + PartialEq>(
    form: &mut Form<'_, '_>,
    (salt, question): (&str, Id),
    all: &[T],
    chosen: T,
    key: impl Fn(T) -> &'static str,
) -> Option<T> {
    let texts: Vec<String> = all.iter().map(|&one| form.look.words.get(key(one))).collect();
    let choices: Vec<Choice<'_>> = texts
        .iter()
        .zip(all)
        .map(|(text, &one)| Choice { text, name: text, chosen: one == chosen })
        .collect();
    form.choices(salt, question, &choices).map(|index| all[index])
}

fn place_key(place: Place) -> &'static str {
    match place {
        Place::SeatedOnly => "wish-seated",
        Place::Standing => "wish-standing",
        Place::Floor => "wish-floor",
    }
}

fn aim_key(aim: Aim) -> &'static str {
    match aim {
        Aim::Loosen => "wish-loosen",
        Aim::Strengthen => "wish-strengthen",
        Aim::WindDown => "wish-wind-down",
    }
}

fn soreness_key(soreness: Soreness) -> &'static str {
    match soreness {
        Soreness::NotSore => "wish-not-sore",
        Soreness::ALittle => "wish-a-little",
        Soreness::Sore => "wish-very-sore",
    }
}

fn made_ui(form: &mut Form<'_, '_>, view: &WishView<'_>, commands: &mut Vec<Command>) {
    let look = form.look;
    let (words, colors) = (look.words, &look.theme.colors);
    form.title(view.name);
    let minutes = words.minutes(view.total_ms);
    let figures = words.with("wish-made", &[("minutes", minutes.into()), ("n", view.lines.len().into())]);
    form.words(&figures, Size::Body, Face::Regular, colors.quiet);
    form.gap(8.0);
    for (index, line) in view.lines.iter().enumerate() {
        form.words(&format!("{}. {line}", index + 1), Size::Body, Face::Regular, colors.ink);
        form.gap(3.0);
    }
    for remark in view.remarks {
        form.gap(4.0);
        form.words(remark, Size::Small, Face::Regular, colors.quiet);
    }
    form.gap(10.0);
    let text = words.get("wish-another");
    if form.button("another", &Button::new(ButtonKind::Soft, &text).with_icon(icons::REPEAT)) {
        commands.push(Command::Shelve(Shelving::Wish(Wishing::Another)));
    }
}
