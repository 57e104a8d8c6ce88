//! The top of the inspector: what is selected, and its figure.

use egui::Role;
use egui::{Sense, WidgetInfo};

use super::sheet::Sheet;
use crate::engine::{Entry, Segment};
use crate::model::Block;
use crate::ui::theme::{Face, Size};
use crate::ui::widgets::Text;
use crate::ui::{Browse, Command};

pub(super) fn top_ui(sheet: &mut Sheet<'_, '_>) {
    let look = sheet.form.look;
    let name = Text::new(&sheet.subject.name, look.font(Size::Heading, Face::Bold), look.theme.colors.ink);
    let name = name.rows(3);
    let width = sheet.form.width;
    let height = name.galley(sheet.form.ui, egui::vec2(width, look.pt(90.0))).size().y;
    let (row, response) = sheet.form.ui.allocate_exact_size(egui::vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &sheet.subject.name));
    name.paint(sheet.form.ui, row);
    kinds_ui(sheet);
    figure_ui(sheet);
}

/// Of several: how many of each.
fn kinds_ui(sheet: &mut Sheet<'_, '_>) {
    if sheet.subject.only().is_some() {
        return;
    }
    let words = sheet.form.look.words;
    let keys = ["insp-n-steps", "insp-n-repeats", "insp-n-sections", "insp-n-breathings", "insp-n-rests"];
    let mut counts = [0; 5];
    for node in &sheet.subject.nodes {
        let kind = match node.block {
            Block::Step(_) => 0,
            Block::Repeat(_) => 1,
            Block::Section(_) => 2,
            Block::Breathe(_) => 3,
            Block::Rest(_) => 4,
        };
        counts[kind] += 1;
    }
    let some = keys.iter().zip(counts).filter(|(_, n)| *n > 0);
    let line: Vec<String> = some.map(|(key, n)| words.with(key, &[("n", n.into())])).collect();
    sheet.line(&line.join(" · "));
    let line = words.get("insp-several-line");
    sheet.line(&line);
}

fn figure_ui(sheet: &mut Sheet<'_, '_>) {
    let Some(exercise) = sheet.subject.exercise else { return };
    let look = sheet.form.look;
    let most = (sheet.height / look.scale * 0.27).clamp(80.0, 190.0);
    let row = sheet.form.row((sheet.form.width / look.scale * 0.66).min(most));
    match sheet.view.sketches.get(&exercise.id) {
        Some(sketch) => sketch.paint(sheet.form.ui, row),
        None => sheet.commands.push(Command::Browse(Browse::Draw(vec![exercise.id.clone()]))),
    }
}

impl<'a> Sheet<'a, '_> {
    /// The only selected block as it first runs.
    pub(super) fn entry(&self) -> Option<&'a Entry> {
        let place = self.view.history.document().path_of(self.subject.only()?.id)?;
        self.view.review.timeline.entries.iter().find(|entry| *entry.place == place)
    }

    /// What is asked in an entry.
    pub(super) fn segments(&self, entry: &Entry) -> &'a [Segment] {
        let own = entry.first_segment as usize..entry.end_segment as usize;
        self.view.review.timeline.segments.get(own).unwrap_or_default()
    }

    /// How long an entry is worked, in milliseconds.
    pub(super) fn worked_ms(&self, entry: &Entry) -> Option<u64> {
        let own = self.segments(entry).iter();
        let ms: u64 = own.filter(|segment| segment.kind.is_work()).map(Segment::len_ms).sum();
        (ms > 0).then_some(ms)
    }
}
