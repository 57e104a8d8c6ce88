//! The top of the screen: its parts, which sessions are looked at, and what can be done with them.

use egui::{Rect, Ui, pos2, vec2};

use super::ProgressView;
use crate::history::Period;
use crate::text::brief;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, MenuRow, Text, menu_ui, text_ui};
use crate::ui::{Command, Exported, Look, ProgressPart, Progressing};

/// A name in the menu of routines is no longer than this, in letters.
const LONGEST_NAME: usize = 44;

/// Builds the top; returns where it ends.
pub(super) fn top_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &ProgressView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let inner = rect.shrink2(vec2(look.pt(32.0), 0.0)).with_min_y(rect.top() + look.pt(22.0));
    let heading = inner.with_max_y(inner.top() + look.pt(44.0));
    let left = actions_ui(ui, look, heading, view, commands);
    let title = look.words.get("rail-progress");
    let text = Text::new(&title, look.font(Size::Title, Face::Bold), look.theme.colors.ink);
    text_ui(ui, heading.with_max_x(left - look.pt(12.0)), "progress-title", &text);

    let row = Rect::from_min_size(
        pos2(inner.left(), heading.bottom() + look.pt(8.0)),
        vec2(inner.width(), look.pt(36.0)),
    );
    let end = parts_ui(ui, look, row, view, commands);
    if !view.has_record() || view.part == ProgressPart::Plan {
        return row.bottom() + look.pt(12.0);
    }
    let needed = filter_width(ui, look, view);
    let beside = inner.right() - end - look.pt(20.0) >= needed;
    let filters = if beside {
        row.with_min_x(row.right() - needed)
    } else {
        row.translate(vec2(0.0, row.height() + look.pt(6.0)))
    };
    filters_ui(ui, look, filters, view, commands);
    filters.bottom() + look.pt(12.0)
}

/// What can be done, at the right; returns where it begins.
fn actions_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    view: &ProgressView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let words = look.words;
    let (share, share_name) = (words.get("progress-share"), words.get("progress-share-name"));
    let share = Button::new(ButtonKind::Neutral, &share).with_icon(icons::EXPORT).named(&share_name);
    let width = share.width(ui, look);
    let place = rect.with_min_x(rect.right() - width).shrink2(vec2(0.0, look.pt(2.0)));
    let opens = share.show(ui, look, place, "progress-share");
    if let Some(asked) = menu_ui(&opens, look, &share_name, || share_rows(look, view)) {
        commands.push(Command::Progress(asked));
    }
    let add = words.get("progress-add");
    let add = Button::new(ButtonKind::Soft, &add).with_icon(icons::ADD);
    let right = place.left() - look.pt(10.0);
    let place = place.with_max_x(right).with_min_x(right - add.width(ui, look));
    if add.show(ui, look, place, "progress-add").clicked() {
        commands.push(Command::Progress(Progressing::Add));
    }
    place.left()
}

fn share_rows(look: &Look<'_>, view: &ProgressView<'_>) -> Vec<MenuRow<Progressing>> {
    let row = |key, icon, asked| MenuRow::new(icon, look.words.get(key), asked);
    let mut rows = vec![
        row("progress-export-page", icons::EXPORT, Progressing::AskExport(Exported::Page)),
        row("progress-export-csv", icons::EXPORT, Progressing::AskExport(Exported::Csv)),
        row("progress-export-json", icons::EXPORT, Progressing::AskExport(Exported::Json)),
        row("progress-export-calendar", icons::CALENDAR, Progressing::AskExport(Exported::Calendar)),
        row("progress-import", icons::IMPORT, Progressing::AskImport),
        row("progress-deleted", icons::UNDO, Progressing::AskDeleted),
        row("progress-delete-all", icons::DELETE, Progressing::AskDeleteAll),
    ];
    if view.deleted > 0 {
        rows.push(row("progress-bring-back", icons::UNDO, Progressing::BringBack));
    }
    rows
}

/// The parts of the screen; returns where they end.
fn parts_ui(
    ui: &Ui,
    look: &Look<'_>,
    row: Rect,
    view: &ProgressView<'_>,
    commands: &mut Vec<Command>,
) -> f32 {
    let mut left = row.left();
    for part in ProgressPart::ALL {
        let text = look.words.get(match part {
            ProgressPart::Overview => "progress-part-overview",
            ProgressPart::Exercises => "progress-part-exercises",
            ProgressPart::Sessions => "progress-part-sessions",
            ProgressPart::Plan => "progress-part-plan",
        });
        let is_shown = part == view.part;
        left = switch_ui(ui, look, row, left, (&text, &text), is_shown, ("part", part), || {
            commands.push(Command::Progress(Progressing::Part(part)));
        });
    }
    left
}

/// One of several to choose from; returns where the next goes.
#[expect(clippy::too_many_arguments, reason = "a place, two names, a state and what follows")]
fn switch_ui(
    ui: &Ui,
    look: &Look<'_>,
    row: Rect,
    left: f32,
    (text, name): (&str, &str),
    is_chosen: bool,
    salt: impl egui::AsIdSalt,
    choose: impl FnOnce(),
) -> f32 {
    let button = choice(text, name, is_chosen);
    let place = Rect::from_min_size(pos2(left, row.top()), vec2(choice_width(ui, look, text), row.height()));
    if button.show(ui, look, place, salt).clicked() {
        choose();
    }
    place.right() + look.pt(4.0)
}

fn choice<'a>(text: &'a str, name: &'a str, is_chosen: bool) -> Button<'a> {
    let kind = if is_chosen { ButtonKind::Soft } else { ButtonKind::Plain };
    Button { selected: Some(is_chosen), ..Button::new(kind, text).named(name) }
}

/// As wide chosen as not, so that nothing moves.
fn choice_width(ui: &Ui, look: &Look<'_>, text: &str) -> f32 {
    let soft = Button::new(ButtonKind::Soft, text).width(ui, look);
    soft - look.pt(8.0)
}

fn period_words(look: &Look<'_>, period: Period) -> (String, String) {
    let (text, name) = match period {
        Period::FourWeeks => ("progress-four-weeks", "progress-four-weeks-name"),
        Period::Quarter => ("progress-quarter", "progress-quarter-name"),
        Period::Year => ("progress-year", "progress-year-name"),
        Period::All => ("progress-all", "progress-all-name"),
    };
    (look.words.get(text), look.words.get(name))
}

/// The name of the routine that is looked at, unless all of them are.
pub(super) fn chosen_routine<'a>(view: &ProgressView<'a>) -> Option<&'a str> {
    let (routines, id) = (view.ledger.routines(), view.filter.routine.as_deref()?);
    Some(routines.find(id).map_or(id, |number| routines.name(number)))
}

fn routine_name(look: &Look<'_>, view: &ProgressView<'_>) -> String {
    chosen_routine(view).map_or_else(|| look.words.get("progress-all-routines"), str::to_owned)
}

/// How wide the menu of the routines is, at most.
fn routine_width(ui: &Ui, look: &Look<'_>, view: &ProgressView<'_>) -> f32 {
    let text = routine_name(look, view);
    let button = Button::new(ButtonKind::Neutral, &text).with_icon(icons::OPENS);
    button.width(ui, look).min(look.pt(230.0))
}

fn filter_width(ui: &Ui, look: &Look<'_>, view: &ProgressView<'_>) -> f32 {
    let periods: f32 = Period::ALL
        .into_iter()
        .map(|period| choice_width(ui, look, &period_words(look, period).0) + look.pt(4.0))
        .sum();
    periods + look.pt(8.0) + routine_width(ui, look, view)
}

fn filters_ui(ui: &Ui, look: &Look<'_>, row: Rect, view: &ProgressView<'_>, commands: &mut Vec<Command>) {
    let mut left = row.left();
    for period in Period::ALL {
        let (text, name) = period_words(look, period);
        let is_chosen = period == view.filter.period;
        left = switch_ui(ui, look, row, left, (&text, &name), is_chosen, ("period", period), || {
            commands.push(Command::Progress(Progressing::Period(period)));
        });
    }
    left += look.pt(8.0);
    let text = routine_name(look, view);
    let name = look.words.with("progress-routine-name", &[("name", text.as_str().into())]);
    let button = Button::new(ButtonKind::Neutral, &text).with_icon(icons::OPENS).named(&name);
    let width = routine_width(ui, look, view).min(row.right() - left);
    let place = Rect::from_min_size(pos2(left, row.top()), vec2(width, row.height()));
    let opens = button.show(ui, look, place, "routine");
    if let Some(asked) = menu_ui(&opens, look, &name, || routine_rows(look, view)) {
        commands.push(Command::Progress(Progressing::Routine(asked)));
    }
}

/// All routines of the record, by name.
fn routine_rows(look: &Look<'_>, view: &ProgressView<'_>) -> Vec<MenuRow<Option<String>>> {
    let chosen = view.filter.routine.as_deref();
    let icon = |is_chosen: bool| if is_chosen { icons::CHECK } else { icons::LIST };
    let mut named: Vec<(&str, &str)> = view.ledger.routines().all().collect();
    named.sort_by(|a, b| (a.1, a.0).cmp(&(b.1, b.0)));
    let all = MenuRow::new(icon(chosen.is_none()), look.words.get("progress-all-routines"), None);
    let rows = named.into_iter().map(|(id, name)| {
        MenuRow::new(icon(chosen == Some(id)), brief(name, LONGEST_NAME), Some(id.to_owned()))
    });
    std::iter::once(all).chain(rows).collect()
}
