//! The desk's keyboard: one table for what the keys do and for the list that explains them.

use std::collections::BTreeSet;

use egui::{
    Align2, CornerRadius, Event, InputState, Key as Physical, KeyboardShortcut, Modifiers, Rect, ScrollArea,
    Sense, Ui, UiBuilder, vec2,
};

use super::DeskView;
use super::acts::{Act, Subject};
use super::card::card_id;
use super::list::pick;
use super::palette_search::search_id;
use crate::editor::{BlockId, Nudge};
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Text, text_ui};
use crate::ui::{Arranging, Command, DeskFace, Editing, Look};

/// What a key of the desk does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskKey {
    /// Keep the routine.
    Save,
    /// Search the palette.
    Search,
    /// Take the last step back.
    Undo,
    /// Do it again after all.
    Redo,
    /// To the block so many before or after.
    Step(isize),
    /// As far as that block.
    Extend(isize),
    /// To the first block, or the last.
    Outermost {
        /// The last.
        last: bool,
    },
    /// As far as that one.
    ExtendOutermost {
        /// The last.
        last: bool,
    },
    /// Select everything.
    All,
    /// Select nothing.
    None,
    /// Do this to what is selected.
    Act(Act),
    /// Put what is in the group away, or show it.
    Fold {
        /// Put away.
        away: bool,
    },
    /// Show the keys.
    Help,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct DeskKeyRow {
    /// What it does.
    pub key: DeskKey,
    /// The keys that do it; none where the system has a word for it, as for the clipboard.
    pub physical: &'static [KeyboardShortcut],
    /// Message key of the key's own name; empty where the row before names both.
    pub cap: &'static str,
    /// Message key of what it does.
    pub does: &'static str,
}

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// Every key of the desk.
pub const DESK_KEYS: [DeskKeyRow; 29] = [
    row(DeskKey::Step(-1), &[on(Modifiers::NONE, Physical::ArrowUp)], "dkeys-arrows", "dkeys-step-does"),
    row(DeskKey::Step(1), &[on(Modifiers::NONE, Physical::ArrowDown)], "", ""),
    row(
        DeskKey::Extend(-1),
        &[on(Modifiers::SHIFT, Physical::ArrowUp)],
        "dkeys-shift-arrows",
        "dkeys-extend-does",
    ),
    row(DeskKey::Extend(1), &[on(Modifiers::SHIFT, Physical::ArrowDown)], "", ""),
    row(
        DeskKey::Outermost { last: false },
        &[on(Modifiers::NONE, Physical::Home)],
        "dkeys-home",
        "dkeys-home-does",
    ),
    row(DeskKey::Outermost { last: true }, &[on(Modifiers::NONE, Physical::End)], "", ""),
    row(DeskKey::ExtendOutermost { last: false }, &[on(Modifiers::SHIFT, Physical::Home)], "", ""),
    row(DeskKey::ExtendOutermost { last: true }, &[on(Modifiers::SHIFT, Physical::End)], "", ""),
    row(
        DeskKey::Act(Act::Nudge(Nudge::Up)),
        &[on(Modifiers::ALT, Physical::ArrowUp)],
        "dkeys-alt-vertical",
        "dkeys-move-does",
    ),
    row(DeskKey::Act(Act::Nudge(Nudge::Down)), &[on(Modifiers::ALT, Physical::ArrowDown)], "", ""),
    row(
        DeskKey::Act(Act::Nudge(Nudge::In)),
        &[on(Modifiers::ALT, Physical::ArrowRight)],
        "dkeys-alt-right",
        "dkeys-in-does",
    ),
    row(
        DeskKey::Act(Act::Nudge(Nudge::Out)),
        &[on(Modifiers::ALT, Physical::ArrowLeft)],
        "dkeys-alt-left",
        "dkeys-out-does",
    ),
    row(
        DeskKey::Act(Act::Remove),
        &[on(Modifiers::NONE, Physical::Delete), on(Modifiers::NONE, Physical::Backspace)],
        "dkeys-delete",
        "act-remove",
    ),
    row(DeskKey::Act(Act::Duplicate), &[on(CTRL, Physical::D)], "dkeys-ctrl-d", "act-duplicate"),
    row(DeskKey::Act(Act::Copy), &[], "dkeys-ctrl-c", "act-copy"),
    row(DeskKey::Act(Act::Cut), &[], "dkeys-ctrl-x", "act-cut"),
    row(DeskKey::Act(Act::Paste), &[], "dkeys-ctrl-v", "act-paste"),
    row(DeskKey::Act(Act::Repeat), &[on(CTRL, Physical::G)], "dkeys-ctrl-g", "act-repeat"),
    row(DeskKey::Act(Act::Unwrap), &[on(CTRL_SHIFT, Physical::G)], "dkeys-ctrl-shift-g", "act-unwrap"),
    row(DeskKey::Act(Act::LeaveOut), &[on(Modifiers::NONE, Physical::L)], "dkeys-l", "dkeys-leave-out-does"),
    row(
        DeskKey::Fold { away: true },
        &[on(Modifiers::NONE, Physical::ArrowLeft)],
        "dkeys-left-right",
        "dkeys-fold-does",
    ),
    row(DeskKey::Fold { away: false }, &[on(Modifiers::NONE, Physical::ArrowRight)], "", ""),
    row(DeskKey::All, &[on(CTRL, Physical::A)], "dkeys-ctrl-a", "dkeys-all-does"),
    row(DeskKey::None, &[on(Modifiers::NONE, Physical::Escape)], "dkeys-esc", "dkeys-none-does"),
    row(DeskKey::Undo, &[on(CTRL, Physical::Z)], "dkeys-ctrl-z", "edit-undo"),
    row(DeskKey::Redo, &[on(CTRL_SHIFT, Physical::Z), on(CTRL, Physical::Y)], "dkeys-ctrl-y", "edit-redo"),
    row(DeskKey::Save, &[on(CTRL, Physical::S)], "dkeys-ctrl-s", "edit-save"),
    row(DeskKey::Search, &[on(CTRL, Physical::F)], "dkeys-ctrl-f", "dkeys-search-does"),
    row(
        DeskKey::Help,
        &[on(Modifiers::NONE, Physical::Questionmark), on(Modifiers::SHIFT, Physical::Questionmark)],
        "dkeys-question",
        "dkeys-help-does",
    ),
];

const fn on(modifiers: Modifiers, key: Physical) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

const fn row(
    key: DeskKey,
    physical: &'static [KeyboardShortcut],
    cap: &'static str,
    does: &'static str,
) -> DeskKeyRow {
    DeskKeyRow { key, physical, cap, does }
}

/// Takes the desk's keys before any widget sees them, but never while the person types, and those
/// without a modifier only where the list or nothing has the focus.
pub(super) fn desk_keys(ui: &Ui, look: &Look<'_>, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let is_touched = |event: &Event| {
        matches!(event, Event::Key { pressed: true, .. } | Event::Copy | Event::Cut | Event::Paste(_))
    };
    if !ui.input(|input| input.events.iter().any(is_touched)) {
        return;
    }
    let types = ui.ctx().text_edit_focused();
    let focused = ui.memory(egui::Memory::focused);
    let rows = view.list.rows.all();
    let card = focused.and_then(|focused| {
        let is_it = |it: &&super::rows::Row| it.is_block() && card_id(it.node.id) == focused;
        rows.iter().find(is_it).map(|it| it.node.id)
    });
    let reach = Reach { types, in_list: focused.is_none() || card.is_some(), card };
    for key_row in DESK_KEYS {
        if reach.has(key_row.key, view) {
            let times = ui.input_mut(|input| key_row.physical.iter().map(|it| take(input, *it)).sum());
            for _ in 0..times {
                pressed(ui, look, key_row.key, &reach, view, commands);
            }
        }
    }
    // Blocks are not what one searches for.
    let searches = focused == Some(search_id()) && view.palette.query.is_empty();
    if (!types || searches) && view.face == DeskFace::Cards {
        clipboard(ui, look, &reach, view, commands);
    }
}

/// What the keys reach now.
struct Reach {
    /// The person types.
    types: bool,
    /// The list has the focus, or nothing.
    in_list: bool,
    /// The block whose card has the focus.
    card: Option<BlockId>,
}

impl Reach {
    fn has(&self, key: DeskKey, view: &DeskView<'_>) -> bool {
        match key {
            DeskKey::Save => true,
            DeskKey::Search => view.face == DeskFace::Cards,
            DeskKey::Undo | DeskKey::Redo => !self.types,
            DeskKey::All | DeskKey::Help | DeskKey::Act(Act::Duplicate | Act::Repeat | Act::Unwrap) => {
                !self.types && view.face == DeskFace::Cards
            }
            _ => !self.types && self.in_list && view.face == DeskFace::Cards,
        }
    }

    /// What something is done to: what is selected, else what has the focus.
    fn subject(&self, view: &DeskView<'_>) -> BTreeSet<BlockId> {
        let selection = view.history.selection();
        if selection.is_empty() { self.card.into_iter().collect() } else { selection.clone() }
    }
}

/// Takes a key out of the input; how often it was pressed.
fn take(input: &mut InputState, shortcut: KeyboardShortcut) -> usize {
    let mut times = 0;
    input.events.retain(|event| match event {
        Event::Key { key, pressed: true, modifiers, .. }
            if *key == shortcut.logical_key && modifiers.matches_exact(shortcut.modifiers) =>
        {
            times += 1;
            false
        }
        _ => true,
    });
    times
}

fn pressed(
    ui: &Ui,
    look: &Look<'_>,
    key: DeskKey,
    reach: &Reach,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let rows = view.list.rows;
    let from = reach.card.or(view.list.lead).and_then(|id| rows.of(id));
    let arrange = |asked| Command::Edit(Editing::Arrange(asked));
    match key {
        DeskKey::Save => commands.push(Command::Edit(Editing::Save)),
        DeskKey::Search => commands.push(arrange(Arranging::Search)),
        DeskKey::Undo => commands.extend([Command::Edit(Editing::Undo), arrange(Arranging::Focus)]),
        DeskKey::Redo => commands.extend([Command::Edit(Editing::Redo), arrange(Arranging::Focus)]),
        DeskKey::Help => commands.push(arrange(Arranging::ToggleKeys)),
        DeskKey::Step(step) | DeskKey::Extend(step) => {
            let to = match from {
                Some(from) => rows.beside(from, step),
                None => rows.outermost(step < 0),
            };
            go_to(to, matches!(key, DeskKey::Extend(_)), view, commands);
        }
        DeskKey::Outermost { last } => go_to(rows.outermost(last), false, view, commands),
        DeskKey::ExtendOutermost { last } => go_to(rows.outermost(last), true, view, commands),
        DeskKey::All => {
            if let Some((first, last)) = rows.outermost(false).zip(rows.outermost(true)) {
                let (anchor, lead) = (rows.all()[first].node.id, rows.all()[last].node.id);
                let ids = view.history.document().in_order().into_iter().collect();
                commands.push(pick(ids, anchor, lead));
            }
        }
        DeskKey::None if view.list.keys_shown => commands.push(arrange(Arranging::ToggleKeys)),
        DeskKey::None => commands.push(Command::Edit(Editing::Select(BTreeSet::new()))),
        DeskKey::Act(act) => {
            let on = Subject::of(view, &reach.subject(view));
            if act.applies(&on) {
                act.ask(ui, look.words, &on, commands);
                commands.push(arrange(Arranging::Focus));
            }
        }
        DeskKey::Fold { away } => {
            let head = from.map(|row| &rows.all()[row]).filter(|row| row.node.is_group());
            if let Some(row) = head.filter(|row| row.end.is_some() == away) {
                commands.push(arrange(Arranging::Fold(row.node.id)));
                commands.push(arrange(Arranging::Focus));
            }
        }
    }
}

/// Selects the block in a row, or everything as far as it.
fn go_to(row: Option<usize>, extends: bool, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let rows = view.list.rows;
    let Some(row) = row else { return };
    let id = rows.all()[row].node.id;
    let anchor = view.list.anchor.filter(|_| extends).and_then(|anchor| Some((anchor, rows.of(anchor)?)));
    commands.push(match anchor {
        Some((anchor, from)) => pick(rows.range(from, row), anchor, id),
        None => pick(BTreeSet::from([id]), id, id),
    });
    commands.push(Command::Edit(Editing::Arrange(Arranging::Focus)));
}

/// The system's own words for the clipboard, whatever keys it has for them.
fn clipboard(ui: &Ui, look: &Look<'_>, reach: &Reach, view: &DeskView<'_>, commands: &mut Vec<Command>) {
    let taken: Vec<Event> = ui.input_mut(|input| {
        let is_one = |event: &Event| match event {
            Event::Paste(text) => !reach.types || text.contains('('),
            Event::Copy | Event::Cut => !reach.types,
            _ => false,
        };
        let (taken, left) = std::mem::take(&mut input.events).into_iter().partition(is_one);
        input.events = left;
        taken
    });
    for event in taken {
        match event {
            Event::Paste(text) => {
                commands.push(Command::Edit(Editing::Paste(text)));
                commands.push(Command::Edit(Editing::Arrange(Arranging::Focus)));
            }
            Event::Copy => pressed(ui, look, DeskKey::Act(Act::Copy), reach, view, commands),
            _ => pressed(ui, look, DeskKey::Act(Act::Cut), reach, view, commands),
        }
    }
}

/// What the keys do, where the list is otherwise.
pub(super) fn keys_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("desk-keys"), |ui| {
        ScrollArea::vertical().id_salt("desk-keys-list").auto_shrink(false).show(ui, |ui| {
            for key_row in DESK_KEYS.iter().filter(|row| !row.cap.is_empty()) {
                let size = vec2(rect.width(), look.pt(36.0));
                let (line, _) = ui.allocate_exact_size(size, Sense::hover());
                key_ui(ui, look, line, key_row);
            }
        });
    });
}

fn key_ui(ui: &Ui, look: &Look<'_>, line: Rect, row: &DeskKeyRow) {
    let (colors, words) = (&look.theme.colors, look.words);
    let cap = line.with_max_x(line.left() + look.pt(132.0)).shrink2(vec2(0.0, look.pt(3.0)));
    ui.painter().rect_filled(cap, CornerRadius::same(look.pt(8.0) as u8), colors.neutral);
    let (cap_text, does) = (words.get(row.cap), words.get(row.does));
    let text = Text::new(&cap_text, look.font(Size::Small, Face::Bold), colors.on_neutral)
        .align(Align2::CENTER_CENTER)
        .shrink(0.8);
    text_ui(ui, cap.shrink2(vec2(look.pt(4.0), 0.0)), (row.cap, "cap"), &text);
    let text = Text::new(&does, look.font(Size::Body, Face::Regular), colors.ink).shrink(0.8);
    text_ui(ui, line.with_min_x(cap.right() + look.pt(12.0)), (row.cap, "does"), &text);
}
