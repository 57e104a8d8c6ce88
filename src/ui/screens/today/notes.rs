//! Quiet lines below the suggested session: what is left out because it hurt, after what pain rose,
//! and another aim that is offered.

use egui::{Rect, Ui};

use super::{LeftOut, TodayRecord};
use crate::history::{AIM, AimOffer};
use crate::model::Plan;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Button, ButtonKind, Form, Text, form_card_ui, text_ui};
use crate::ui::{Browse, Checking, Command, Look, ProgressPart, Progressing, Screen};

/// So many exercises that hurt have a line; the others are counted, or they would be all one sees.
const SHOWN: usize = 2;

/// Whether there is anything to say.
pub(super) fn has_any(record: &TodayRecord<'_>) -> bool {
    !record.left_out.is_empty() || !record.rose.is_empty() || record.offer.is_some()
}

/// Puts the card at a place; returns where it ends.
pub(super) fn notes_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    record: &TodayRecord<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    form_card_ui(ui, look, rect, "notes", |form| {
        // One more would take no less room than the line that counts it.
        let shown = if record.left_out.len() > SHOWN + 1 { SHOWN } else { record.left_out.len() };
        for one in &record.left_out[..shown] {
            left_out(form, one, commands);
        }
        if shown < record.left_out.len() {
            more_left_out(form, record.left_out.len() - shown, commands);
        }
        if !record.rose.is_empty() {
            rose(form, record.rose, commands);
        }
        if let (Some(offer), Some((_, plan))) = (record.offer, record.week) {
            aim(form, offer, plan, commands);
        }
    })
}

/// A line with its buttons: words, the name for those who do not see them, and what they ask for.
fn note(
    form: &mut Form<'_, '_>,
    text: &str,
    salt: &str,
    buttons: Vec<(String, String, Vec<Command>)>,
    commands: &mut Vec<Command>,
) {
    let row = form.row(46.0);
    let (ui, look) = (&*form.ui, form.look);
    let mut right = row.right();
    for (index, (words, name, asked)) in buttons.into_iter().enumerate() {
        let kind = if index == 0 { ButtonKind::Soft } else { ButtonKind::Plain };
        let button = Button::new(kind, &words).named(&name);
        let place = row
            .with_max_x(right)
            .with_min_x(right - button.width(ui, look))
            .shrink2(egui::vec2(0.0, look.pt(4.0)));
        right = place.left() - look.pt(8.0);
        if button.show(ui, look, place, (salt, index)).clicked() {
            commands.extend(asked);
        }
    }
    let shown =
        Text::new(text, look.font(Size::Body, Face::Regular), look.theme.colors.ink).rows(2).shrink(0.8);
    text_ui(ui, row.with_max_x(right - look.pt(6.0)), (salt, "text"), &shown);
}

fn left_out(form: &mut Form<'_, '_>, one: &LeftOut<'_>, commands: &mut Vec<Command>) {
    let words = form.look.words;
    let name = || one.name.into();
    let text = match one.easier {
        Some(easier) => words.with("today-left-out-easier", &[("name", name()), ("easier", easier.into())]),
        None => words.with("today-left-out", &[("name", name())]),
    };
    let again = (
        words.get("today-again"),
        words.with("today-again-name", &[("name", name())]),
        vec![Command::Progress(Progressing::Review(one.id.to_owned()))],
    );
    let mut buttons = vec![again];
    if one.is_known {
        let open =
            vec![Command::OpenScreen(Screen::Exercises), Command::Browse(Browse::Open(one.id.to_owned()))];
        let name = words.with("today-look-name", &[("name", name())]);
        buttons.push((words.get("today-look"), name, open));
    }
    note(form, &text, one.id, buttons, commands);
}

fn more_left_out(form: &mut Form<'_, '_>, count: usize, commands: &mut Vec<Command>) {
    let words = form.look.words;
    let text = words.with("today-left-out-more", &[("n", count.into())]);
    let (see, name) = (words.get("today-left-out-see"), words.get("today-left-out-see-name"));
    let open = vec![
        Command::OpenScreen(Screen::Progress),
        Command::Progress(Progressing::Part(ProgressPart::Exercises)),
    ];
    note(form, &text, "more-left-out", vec![(see, name, open)], commands);
}

fn rose(form: &mut Form<'_, '_>, rose: &[(&str, &str)], commands: &mut Vec<Command>) {
    let words = form.look.words;
    let names: Vec<&str> = rose.iter().map(|(_, name)| *name).collect();
    let text = words.with("today-rose", &[("names", names.join(", ").into())]);
    let review = |(id, _): &(&str, &str)| Command::Progress(Progressing::Review((*id).to_owned()));
    let asked = rose.iter().map(review).collect();
    let (again, name) = (words.get("today-again"), words.get("today-again-all"));
    note(form, &text, "rose", vec![(again, name, asked)], commands);
}

fn aim(form: &mut Form<'_, '_>, offer: AimOffer, plan: &Plan, commands: &mut Vec<Command>) {
    let words = form.look.words;
    let changed = Plan { minutes: offer.to(), ..plan.clone() };
    let heard = || Command::Check(Checking::Heard(AIM.to_owned()));
    let take = words.with("today-aim-take", &[("n", offer.to().into())]);
    let keep = words.with("today-aim-keep", &[("n", plan.minutes.into())]);
    let buttons = vec![
        (take.clone(), take, vec![Command::Progress(Progressing::Plan(Box::new(changed))), heard()]),
        (keep.clone(), keep, vec![heard()]),
    ];
    note(form, &words.aim_offer(offer), "aim", buttons, commands);
}
