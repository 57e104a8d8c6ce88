//! The names of the regions where an exercise is felt, beside the figure, each with a line to it.

use std::sync::Arc;

use egui::{Color32, CornerRadius, Galley, Pos2, Rect, Response, Stroke, StrokeKind, Ui, pos2, vec2};
use glam::Vec2;

use super::Text;
use super::callouts::{Named, arrange};
use crate::figure::Scene;
use crate::model::Region;
use crate::text::Words;
use crate::ui::Look;
use crate::ui::theme::{Face, Size};

/// How near the pointer has to be to a region to be on it, in metres of the figure.
const NEAR: f32 = 0.13;

/// Names what is felt on a figure that [`super::figure_ui`] has painted into `rect`, `figure` being
/// its response. With `all`, every region is named; without, the one the pointer is on.
pub fn felt_names_ui(ui: &Ui, look: &Look<'_>, rect: Rect, scene: &Scene, all: bool, figure: &Response) {
    let on_screen = placed(scene, rect);
    let mut regions: Vec<(Region, Pos2)> = Vec::new();
    for (region, at) in &scene.felt {
        if regions.iter().all(|(other, _)| other != region) {
            regions.push((*region, on_screen.at(*at)));
        }
    }
    if !all {
        let pointer = figure.hover_pos().filter(|_| !figure.dragged());
        let nearest = pointer.and_then(|pointer| nearest(&regions, pointer, NEAR * on_screen.scale));
        regions = nearest.into_iter().collect();
    }
    if regions.is_empty() || !rect.is_positive() {
        return;
    }
    let pad = vec2(look.pt(8.0), look.pt(3.0));
    let widest = rect.width() * 0.46 - 2.0 * pad.x;
    let galleys: Vec<Arc<Galley>> = regions
        .iter()
        .map(|(region, _)| {
            let name = look.words.region(*region);
            let text = Text::new(&name, look.font(Size::Small, Face::SemiBold), look.theme.colors.ink);
            text.galley(ui, vec2(widest, f32::INFINITY))
        })
        .collect();
    let named: Vec<Named> = regions
        .iter()
        .zip(&galleys)
        .map(|((_, at), galley)| Named { at: *at, size: galley.size() + 2.0 * pad })
        .collect();
    let places = arrange(&named, rect, on_screen.frame.intersect(rect), look.pt(6.0));
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let colors = &look.theme.colors;
    // All lines lie below all names.
    for (named, place) in named.iter().zip(&places) {
        if let Some(place) = place {
            let from = nearest_edge(*place, named.at);
            let line = |width: f32, color: Color32| {
                painter.line_segment([from, named.at], Stroke::new(look.pt(width), color));
                painter.circle_filled(named.at, look.pt(1.5 + width), color);
            };
            line(4.0, colors.card);
            line(1.5, colors.ink);
        }
    }
    let corners = CornerRadius::same(look.pt(7.0) as u8);
    for (galley, place) in galleys.into_iter().zip(&places) {
        if let Some(place) = place {
            painter.rect(*place, corners, colors.card, Stroke::new(1.0, colors.edge), StrokeKind::Inside);
            painter.galley(place.min + pad, galley, colors.ink);
        }
    }
}

/// What a screen reader says of a figure whose regions are named.
#[must_use]
pub fn name_with_felt(words: &Words, name: &str, scene: &Scene) -> String {
    let mut regions: Vec<String> = Vec::new();
    for (region, _) in &scene.felt {
        let region = words.region(*region);
        if !regions.contains(&region) {
            regions.push(region);
        }
    }
    if regions.is_empty() {
        return name.to_owned();
    }
    words.with("figure-felt", &[("figure", name.into()), ("regions", regions.join(", ").into())])
}

/// A scene as it lies on the screen.
struct Placed {
    scale: f32,
    shift: Vec2,
    frame: Rect,
}

impl Placed {
    fn at(&self, at: Vec2) -> Pos2 {
        let at = at * self.scale + self.shift;
        pos2(at.x, at.y)
    }
}

fn placed(scene: &Scene, rect: Rect) -> Placed {
    let (scale, shift) = scene.fit(Vec2::new(rect.width(), rect.height()));
    let mut placed = Placed { scale, shift: shift + Vec2::new(rect.left(), rect.top()), frame: rect };
    placed.frame = Rect::from_min_max(placed.at(scene.frame.min), placed.at(scene.frame.max));
    placed
}

fn nearest(regions: &[(Region, Pos2)], pointer: Pos2, within: f32) -> Option<(Region, Pos2)> {
    let far = |(_, at): &(Region, Pos2)| at.distance(pointer);
    regions.iter().copied().filter(|one| far(one) <= within).min_by(|a, b| far(a).total_cmp(&far(b)))
}

/// The middle of the edge that faces a place.
fn nearest_edge(rect: Rect, to: Pos2) -> Pos2 {
    let off = to - rect.center();
    let is_beside = to.x < rect.left() || to.x > rect.right();
    if is_beside && off.x.abs() > off.y.abs() * 0.4 {
        pos2(if off.x < 0.0 { rect.left() } else { rect.right() }, rect.center().y)
    } else {
        pos2(to.x.clamp(rect.left(), rect.right()), if off.y < 0.0 { rect.top() } else { rect.bottom() })
    }
}
