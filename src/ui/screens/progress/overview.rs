//! The overview: the year, the weeks and pain, as figures or as tables.

use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

use super::ProgressView;
use super::calendar::{self, calendar_ui};
use super::pain::pain_ui;
use super::tables::{Table, table_ui};
use super::weeks::weeks_ui;
use crate::ui::Look;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Text, text_ui};

/// Two figures beside one another need this much room, in points of the design.
const BESIDE_FROM: f32 = 900.0;

/// Builds the overview over a rectangle.
pub(super) fn overview_ui(ui: &mut Ui, look: &Look<'_>, rect: Rect, view: &ProgressView<'_>) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("overview"), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            let id = ui.ctx().viewport_id().0.with("as-tables");
            let as_tables = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
            let margin = look.pt(32.0);
            let layout = Layout::new(look, rect.size() - vec2(2.0 * margin, 0.0), as_tables);
            let (all, _) = ui.allocate_exact_size(vec2(rect.width(), layout.height), Sense::hover());
            let from = (all.min + vec2(margin, 0.0)).to_vec2();
            if totals_ui(ui, look, layout.totals.translate(from), view, as_tables) {
                ui.data_mut(|data| data.insert_temp(id, !as_tables));
            }
            let [year, weeks, pain] = layout.cards.map(|card| card.translate(from));
            if as_tables {
                table_ui(ui, look, year, Table::Days, view);
                table_ui(ui, look, weeks, Table::Weeks, view);
                table_ui(ui, look, pain, Table::Pain, view);
            } else {
                calendar_ui(ui, look, year, view);
                weeks_ui(ui, look, weeks, view);
                pain_ui(ui, look, pain, view);
            }
        });
    });
}

/// Places relative to the top left of the content.
struct Layout {
    totals: Rect,
    /// The year, the weeks, pain.
    cards: [Rect; 3],
    height: f32,
}

impl Layout {
    fn new(look: &Look<'_>, size: Vec2, as_tables: bool) -> Self {
        let (width, gap) = (size.x, look.pt(16.0));
        let row = |top: f32, height: f32| Rect::from_min_size(pos2(0.0, top), vec2(width, height));
        let totals = row(0.0, look.pt(36.0));
        let year = if as_tables { look.pt(300.0) } else { calendar::height(look, width) };
        let year = row(totals.bottom() + look.pt(8.0), year);
        let top = year.bottom() + gap;
        let spare = size.y - top - look.pt(20.0);
        let height = spare.clamp(look.pt(300.0), look.pt(460.0));
        let (weeks, pain) = if width >= look.pt(BESIDE_FROM) {
            let half = (width - gap) / 2.0;
            let left = Rect::from_min_size(pos2(0.0, top), vec2(half, height));
            (left, left.translate(vec2(half + gap, 0.0)))
        } else {
            let first = row(top, look.pt(300.0));
            (first, first.translate(vec2(0.0, first.height() + gap)))
        };
        Self { totals, cards: [year, weeks, pain], height: pain.bottom() + look.pt(20.0) }
    }
}

/// What it all adds up to, and the change between figures and tables; true where that was asked for.
fn totals_ui(ui: &Ui, look: &Look<'_>, row: Rect, view: &ProgressView<'_>, as_tables: bool) -> bool {
    let words = look.words;
    let key = if as_tables { "progress-as-figures" } else { "progress-as-tables" };
    let text = words.get(key);
    let icon = if as_tables { icons::PROGRESS } else { icons::LIST };
    let button = Button::new(ButtonKind::Plain, &text).with_icon(icon).size(Size::Small);
    let place = row.with_min_x(row.right() - button.width(ui, look));
    let totals = &view.overview.totals;
    let time = time_said(look, totals.done_ms);
    let line = words.with(
        "progress-totals",
        &[("sessions", totals.sessions.into()), ("days", totals.days.into()), ("time", time.into())],
    );
    let text = Text::new(&line, look.font(Size::Body, Face::Regular), look.theme.colors.quiet).shrink(0.8);
    text_ui(ui, row.with_max_x(place.left() - look.pt(12.0)), "progress-totals", &text.live());
    button.show(ui, look, place, "progress-tables").clicked()
}

/// A length that may be hours ("3 h 20 min").
pub(super) fn time_said(look: &Look<'_>, ms: u64) -> String {
    let minutes = (ms + 30_000) / 60_000;
    if minutes < 60 {
        return look.words.length(ms);
    }
    look.words.with("progress-hours", &[("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into())])
}
