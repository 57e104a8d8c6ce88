//! The body as a map: a click, or a key on one of its places, picks where something is felt.

use std::collections::BTreeSet;

use egui::accesskit::Action;
use egui::{
    Align2, AsIdSalt, Id, Pos2, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use glam::Vec2 as Point;

use super::body_walk::{Stop, hold_arrows, stop_at};
use super::figure_view::scene_mesh;
use super::{Button, ButtonKind, Text, text_ui};
use crate::figure::{BodyMap, Facing};
use crate::model::Spot;
use crate::ui::Look;
use crate::ui::theme::{Face, Size, icons};

/// What the map shows.
#[derive(Clone, Copy, Debug)]
pub struct BodyMapView<'a> {
    /// From behind and from before.
    pub maps: &'a [BodyMap; 2],
    /// Where there is room for one, it is the front.
    pub is_turned: bool,
    /// What was picked.
    pub picked: &'a BTreeSet<Spot>,
}

/// What was done to the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnBody {
    /// This was picked, or is no longer.
    Spot(Spot),
    /// The other side is to be seen.
    Turn,
}

/// How large the target of a place is, in points of the design.
const TARGET: f32 = 28.0;

/// How high the words below are, as a share of their size.
const CAPTION: f32 = 34.0 / 14.0;

/// How high the names of the sides are, as a share of their size.
const SIDES: f32 = 24.0 / 14.0;

/// How much of the width is free beside the head.
const BESIDE_HEAD: f32 = 0.34;

/// Puts the map at a place. `salt` tells it from other maps of the same `ui`.
pub fn body_map_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    salt: impl AsIdSalt + Copy,
    view: &BodyMapView<'_>,
) -> Option<OnBody> {
    let caption = look.font(Size::Small, Face::Regular).size * CAPTION;
    let caption = rect.with_min_y(rect.bottom() - caption);
    let area = rect.with_max_y(caption.top() - look.pt(4.0));
    let both = shows_both(look, area, view.maps);
    let shown = if both {
        let cut = area.center().x;
        vec![(&view.maps[0], area.with_max_x(cut)), (&view.maps[1], area.with_min_x(cut))]
    } else {
        vec![(&view.maps[usize::from(view.is_turned)], area)]
    };
    let figure = |(map, rect)| Figure { ui, look, map, rect, picked: view.picked };
    let figures: Vec<Figure<'_>> = shown.into_iter().map(figure).collect();
    let (mut done, mut pointed) = (None, None);
    for figure in &figures {
        let at_figure = figure.show((salt, figure.map.facing == Facing::Back));
        done = done.or(at_figure.0);
        pointed = pointed.or(at_figure.1);
    }
    let stops = stops(&figures, |spot| ui.scope_id().with((salt, spot)));
    let walk = ui.scope_id().with((salt, "walk"));
    let at = stop_at(ui, walk, &stops, |spot| view.picked.contains(&spot));
    for (index, stop) in stops.iter().enumerate() {
        let sense = if index == at { Sense::click() } else { Sense::CLICK };
        let node = node(ui, look, stop, view.picked.contains(&stop.spot), sense);
        if node.has_focus() {
            pointed = Some(stop.spot);
        }
        if node.clicked() {
            // What is nearest counts, whosever target the pointer was on.
            let clicked = figures.iter().find_map(|figure| figure.clicked(&node));
            done = clicked.or(Some(stop.spot));
        }
    }
    let turned = caption_ui(ui, look, caption, (salt, "caption"), view, pointed, both);
    done.map(OnBody::Spot).or(turned.then_some(OnBody::Turn))
}

/// The places of all figures, each of them once.
fn stops(figures: &[Figure<'_>], id: impl Fn(Spot) -> Id) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for figure in figures {
        for &(spot, at) in &figure.map.places {
            if !stops.iter().any(|stop| stop.spot == spot) {
                stops.push(Stop { spot, at: figure.on_screen(at), id: id(spot) });
            }
        }
    }
    stops
}

/// What the keyboard and a screen reader are told of a place. Tab stops at one of them.
fn node(ui: &Ui, look: &Look<'_>, stop: &Stop, is_picked: bool, sense: Sense) -> Response {
    let place = Rect::from_center_size(stop.at, Vec2::splat(look.pt(TARGET)));
    let response = ui.interact(place, stop.id, sense);
    let (name, keys) = (look.words.spot(stop.spot), look.words.get("check-map-keys"));
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_picked, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.add_action(Action::Focus);
        node.set_description(keys);
    });
    if response.gained_focus() {
        // Where it scrolls.
        ui.scroll_to_rect(place.expand(look.pt(12.0)), None);
    }
    if response.has_focus() {
        hold_arrows(ui, response.id);
        let stroke = Stroke::new(look.pt(2.5), look.theme.colors.focus);
        ui.painter().circle_stroke(stop.at, look.pt(TARGET * 0.5), stroke);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// True where the figure stands there twice, and need not be turned.
fn shows_both(look: &Look<'_>, area: Rect, maps: &[BodyMap; 2]) -> bool {
    let widths = maps.iter().map(|map| {
        let size = map.scene.frame.size();
        area.height() * size.x / size.y.max(1e-3)
    });
    area.width() >= widths.sum::<f32>() + look.pt(24.0)
}

/// Names what the pointer or the focus is on, or else what was picked.
fn caption_ui(
    ui: &Ui,
    look: &Look<'_>,
    row: Rect,
    salt: impl AsIdSalt + Copy,
    view: &BodyMapView<'_>,
    pointed: Option<Spot>,
    both: bool,
) -> bool {
    let (words, colors) = (look.words, &look.theme.colors);
    let mut words_at = row;
    let mut turned = false;
    if !both {
        let (text, name) = if view.is_turned {
            (words.get("check-turn-back"), words.get("check-turn-back-name"))
        } else {
            (words.get("check-turn-front"), words.get("check-turn-front-name"))
        };
        let button = Button::new(ButtonKind::Neutral, &text).with_icon(icons::REPEAT).named(&name);
        let place = row.with_min_x(row.right() - button.width(ui, look).min(row.width() * 0.5));
        turned = button.show(ui, look, place, (salt, "turn")).clicked();
        words_at = row.with_max_x(place.left() - look.pt(8.0));
    }
    let said = match pointed {
        Some(spot) => words.spot(spot),
        None if view.picked.is_empty() => words.get("check-map-hint"),
        None => words.spots(view.picked),
    };
    let is_quiet = pointed.is_none() && view.picked.is_empty();
    let color = if is_quiet { colors.quiet } else { colors.ink };
    let align = if both { Align2::CENTER_CENTER } else { Align2::LEFT_CENTER };
    let text = Text::new(&said, look.font(Size::Small, Face::SemiBold), color).align(align).rows(2);
    text_ui(ui, words_at, (salt, "picked"), &text.shrink(0.84).live());
    turned
}

/// One of the figures.
struct Figure<'a> {
    ui: &'a Ui,
    look: &'a Look<'a>,
    map: &'a BodyMap,
    rect: Rect,
    picked: &'a BTreeSet<Spot>,
}

impl Figure<'_> {
    /// Shows it. Gives back what was picked, and what the pointer is on.
    fn show(&self, salt: impl AsIdSalt + Copy) -> (Option<Spot>, Option<Spot>) {
        let Self { ui, look, map, rect, .. } = *self;
        let frame = self.frame();
        // Its places take the keys, not the figure.
        let response = ui.interact(frame, ui.scope_id().with((salt, "figure")), Sense::CLICK);
        let name = look.words.get(match map.facing {
            Facing::Back => "check-map-back",
            Facing::Front => "check-map-front",
        });
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        if ui.is_rect_visible(frame) && frame.is_positive() {
            let mesh = scene_mesh(&map.scene, rect, ui.pixels_per_point());
            let painter = ui.painter().with_clip_rect(frame.intersect(ui.clip_rect()));
            painter.add(egui::Shape::mesh(mesh));
        }
        self.paint_sides(frame);
        let pointed = response.hover_pos().or_else(|| ui.input(|input| input.pointer.hover_pos()));
        let pointed = pointed.filter(|at| frame.contains(*at)).and_then(|at| self.at(at));
        for (spot, at) in &map.places {
            self.paint_place(*spot, self.on_screen(*at), pointed == Some(*spot));
        }
        (response.clicked().then(|| self.clicked(&response)).flatten(), pointed)
    }

    /// What the pointer clicked on; `None` for a key.
    fn clicked(&self, response: &Response) -> Option<Spot> {
        response.interact_pointer_pos().filter(|at| self.frame().contains(*at)).and_then(|at| self.at(at))
    }

    /// A dot where something can be picked, a ring with a dot in it where it was: also for those
    /// who do not see the glow.
    fn paint_place(&self, spot: Spot, at: Pos2, is_pointed: bool) {
        let (painter, colors, look) = (self.ui.painter(), &self.look.theme.colors, self.look);
        if self.picked.contains(&spot) {
            painter.circle(at, look.pt(8.0), colors.card, Stroke::new(look.pt(2.0), colors.ink));
            painter.circle_filled(at, look.pt(4.5), colors.hurt);
        } else if is_pointed {
            painter.circle(at, look.pt(7.0), colors.card, Stroke::new(look.pt(2.0), colors.teal));
        } else {
            painter.circle(at, look.pt(2.5), colors.card, Stroke::new(1.0, colors.quiet));
        }
    }

    /// Whose left this is.
    fn paint_sides(&self, frame: Rect) {
        let look = self.look;
        let [left, right] = ["check-left", "check-right"].map(|key| look.words.get(key));
        let [first, second] = match self.map.facing {
            Facing::Back => [left, right],
            Facing::Front => [right, left],
        };
        let font = look.font(Size::Small, Face::Regular);
        let row = frame.with_max_y(frame.top() + font.size * SIDES);
        let beside = row.width() * BESIDE_HEAD;
        let places = [
            (first, row.with_max_x(row.left() + beside), Align2::LEFT_CENTER),
            (second, row.with_min_x(row.right() - beside), Align2::RIGHT_CENTER),
        ];
        for (text, place, align) in places {
            Text::new(&text, font.clone(), look.theme.colors.quiet)
                .align(align)
                .shrink(0.5)
                .paint(self.ui, place);
        }
    }

    fn scale(&self) -> (f32, Vec2) {
        let (scale, shift) = self.map.scene.fit(Point::new(self.rect.width(), self.rect.height()));
        (scale, vec2(shift.x + self.rect.left(), shift.y + self.rect.top()))
    }

    fn on_screen(&self, at: Point) -> Pos2 {
        let (scale, shift) = self.scale();
        pos2(at.x * scale + shift.x, at.y * scale + shift.y)
    }

    fn at(&self, at: Pos2) -> Option<Spot> {
        let (scale, shift) = self.scale();
        let at = (at.to_vec2() - shift) / scale.max(1e-6);
        self.map.pick(Point::new(at.x, at.y))
    }

    /// Where the figure is: below it, legs go on that are not shown.
    fn frame(&self) -> Rect {
        let frame = &self.map.scene.frame;
        Rect::from_min_max(self.on_screen(frame.min), self.on_screen(frame.max)).intersect(self.rect)
    }
}
