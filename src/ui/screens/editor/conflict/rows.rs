//! What differs, place by place: mine at the left, theirs at the right, and whose is to stand.

use egui::{Align2, CornerRadius, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use crate::catalog::Catalog;
use crate::editor::{HeadField, HeadHunk, Pick};
use crate::model::{Block, Sides};
use crate::text::{Words, brief};
use crate::ui::screens::editor::{ConflictView, DeskView, TheirsView};
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};
use crate::ui::{Command, Editing, Keeping, Look, MergePlace};

/// More blocks of one place than this are counted.
const NAMED: usize = 5;

/// Shows both versions over a rectangle.
pub(super) fn versions_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    rect: Rect,
    conflict: &ConflictView<'_>,
    view: &DeskView<'_>,
    commands: &mut Vec<Command>,
) {
    let (words, head) = (look.words, &view.history.document().head);
    let row = rect.with_max_y(rect.top() + look.pt(30.0));
    let named = |key, name: &str, ms: u64| {
        words.with(key, &[("name", brief(name, 24).into()), ("length", words.length(ms).into())])
    };
    let mine = named("conflict-mine-is", &head.name, view.review.facts.total_ms);
    let theirs = match conflict.theirs {
        TheirsView::Routine { name, total_ms } => named("conflict-theirs-is", name, total_ms),
        TheirsView::Text => words.get("conflict-theirs-broken"),
        TheirsView::Gone => words.get("conflict-theirs-gone"),
        TheirsView::Unreadable => words.get("conflict-theirs-unreadable"),
    };
    let (left, right) = halves(look, row);
    for (place, text, salt) in [(left, &mine, "mine"), (right, &theirs, "theirs")] {
        let text = Text::new(text, look.font(Size::Body, Face::Bold), look.theme.colors.ink);
        text_ui(ui, place, ("conflict", salt), &text);
    }
    let Some(merge) = conflict.merge else { return };
    let list = rect.with_min_y(row.bottom() + look.pt(4.0));
    ui.scope_builder(UiBuilder::new().max_rect(list).id_salt("conflict-list"), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = look.pt(8.0);
            let width = list.width() - look.pt(14.0);
            for (index, hunk) in merge.heads.iter().enumerate() {
                let (mine, theirs) =
                    (head_lines(words, hunk, &hunk.mine), head_lines(words, hunk, &hunk.theirs));
                let row = Row { place: MergePlace::Head(index), mine, theirs, chosen: hunk.chosen };
                row.show(ui, look, width, commands);
            }
            for (index, hunk) in merge.hunks.iter().enumerate() {
                let said = |blocks: &[Block]| block_lines(words, view.catalog, blocks);
                let (mine, theirs) = (said(&hunk.mine.blocks), said(&hunk.theirs.blocks));
                let row = Row { place: MergePlace::Blocks(index), mine, theirs, chosen: hunk.chosen };
                row.show(ui, look, width, commands);
            }
        });
    });
}

fn halves(look: &Look<'_>, rect: Rect) -> (Rect, Rect) {
    let gap = look.pt(8.0);
    let (left, right) = rect.split_left_right_at_fraction(0.5);
    (left.with_max_x(left.right() - gap), right.with_min_x(right.left() + gap))
}

/// A place at which the versions differ.
struct Row {
    place: MergePlace,
    mine: Vec<String>,
    theirs: Vec<String>,
    chosen: Pick,
}

impl Row {
    fn show(&self, ui: &mut Ui, look: &Look<'_>, width: f32, commands: &mut Vec<Command>) {
        let line = look.pt(22.0);
        let lines = self.mine.len().max(self.theirs.len()) as f32;
        let height = lines * line + look.pt(12.0 + 40.0);
        let (all, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let (left, right) = halves(look, all.with_max_y(all.bottom() - look.pt(40.0)));
        let taken = [self.chosen != Pick::Theirs, self.chosen != Pick::Mine];
        for (side, (place, said)) in [(left, &self.mine), (right, &self.theirs)].into_iter().enumerate() {
            self.side_ui(ui, look, place, (side, said), taken[side]);
        }
        self.picks_ui(ui, look, all.with_min_y(all.bottom() - look.pt(36.0)), commands);
    }

    fn side_ui(&self, ui: &Ui, look: &Look<'_>, rect: Rect, said: (usize, &[String]), is_taken: bool) {
        let colors = &look.theme.colors;
        let (ground, ink) =
            if is_taken { (colors.soft, colors.on_soft) } else { (colors.paper, colors.quiet) };
        ui.painter().rect_filled(rect, CornerRadius::same(look.pt(10.0) as u8), ground);
        let inner = rect.shrink2(vec2(look.pt(12.0), look.pt(6.0)));
        for (index, line) in said.1.iter().enumerate() {
            let top = inner.top() + look.pt(22.0) * index as f32;
            let place = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), look.pt(22.0)));
            let text = Text::new(line, look.font(Size::Body, Face::Regular), ink).align(Align2::LEFT_CENTER);
            text_ui(ui, place, (self.place, said.0, index), &text);
        }
    }

    fn picks_ui(&self, ui: &Ui, look: &Look<'_>, rect: Rect, commands: &mut Vec<Command>) {
        let picks = [(Pick::Mine, "whose-mine"), (Pick::Theirs, "whose-theirs"), (Pick::Both, "whose-both")];
        let mut left = rect.left();
        // Of a field beside the blocks, only one can stand.
        let offered = if matches!(self.place, MergePlace::Head(_)) { 2 } else { 3 };
        for (pick, key) in picks.into_iter().take(offered) {
            let (text, about) = (look.words.get(key), self.mine.first().or(self.theirs.first()));
            let about = about.map_or("", String::as_str);
            let name =
                look.words.with("whose-name", &[("whose", text.as_str().into()), ("what", about.into())]);
            let is_chosen = self.chosen == pick;
            let kind = if is_chosen { ButtonKind::Soft } else { ButtonKind::Plain };
            let button = Button { selected: Some(is_chosen), ..Button::new(kind, &text).named(&name) };
            let width = button.width(ui, look);
            let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width, look.pt(34.0)));
            if button.show(ui, look, place, (self.place, key)).clicked() {
                commands.push(Command::Edit(Editing::Keep(Keeping::Pick(self.place, pick))));
            }
            left += width + look.pt(6.0);
        }
    }
}

fn head_lines(words: &Words, hunk: &HeadHunk, value: &str) -> Vec<String> {
    let field = words.get(match hunk.field {
        HeadField::Comment => "did-field-comment",
        HeadField::Id => "conflict-field-id",
        HeadField::Name => "did-field-routine-name",
        HeadField::Summary => "did-field-summary",
        HeadField::Tags => "did-field-tags",
        HeadField::Rest => "did-field-usual-rest",
        HeadField::Switch => "did-field-usual-switch",
        HeadField::Breath => "did-field-usual-breath",
        HeadField::Carried => "conflict-field-carried",
    });
    let value = if value.trim().is_empty() { words.get("conflict-nothing") } else { value.trim().to_owned() };
    vec![words.with("conflict-field", &[("field", field.into()), ("value", value.into())])]
}

fn block_lines(words: &Words, catalog: &Catalog, blocks: &[Block]) -> Vec<String> {
    if blocks.is_empty() {
        return vec![words.get("conflict-nothing")];
    }
    let mut lines: Vec<String> =
        blocks.iter().take(NAMED).map(|block| block_said(words, catalog, block)).collect();
    if blocks.len() > NAMED {
        lines.push(words.with("conflict-more", &[("n", (blocks.len() - NAMED).into())]));
    }
    lines
}

fn block_said(words: &Words, catalog: &Catalog, block: &Block) -> String {
    match block {
        Block::Step(step) => {
            let exercise = catalog.exercise(&step.exercise);
            let name = exercise.map_or(step.exercise.as_str(), |exercise| exercise.name.as_str());
            match &step.dose {
                None => name.to_owned(),
                Some(dose) => {
                    let (dose, name) = (words.dose(dose, Sides::Both, 1), name.to_owned());
                    words.with("conflict-step", &[("name", name.into()), ("dose", dose.into())])
                }
            }
        }
        Block::Repeat(repeat) => {
            let n = repeat.times;
            words.with("conflict-repeat", &[("n", n.into()), ("blocks", repeat.blocks.len().into())])
        }
        Block::Section(section) => {
            let name = section.name.as_str();
            words.with("conflict-section", &[("name", name.into()), ("blocks", section.blocks.len().into())])
        }
        Block::Breathe(_) => words.get("conflict-breathe"),
        Block::Rest(rest) => {
            let ms = (rest.secs.0 * 1000.0).max(0.0) as u64;
            words.with("conflict-rest", &[("length", words.length(ms).into())])
        }
    }
}
