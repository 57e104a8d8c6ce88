//! A picture kept as triangles: painted many times over, laid out only when its size changes.

use std::cell::RefCell;
use std::sync::Arc;

use egui::epaint::Mesh;
use egui::{Rect, Shape, Ui, Vec2};

use super::figure_view::scene_mesh;
use crate::figure::Scene;

/// A picture that holds still, with the triangles of the size it was last painted at.
#[derive(Debug)]
pub struct Sketch {
    scene: Scene,
    kept: RefCell<Option<Kept>>,
}

#[derive(Debug)]
struct Kept {
    size: Vec2,
    pixels_per_point: f32,
    mesh: Mesh,
}

impl Sketch {
    /// A sketch of a scene.
    #[must_use]
    pub fn new(scene: Scene) -> Self {
        Self { scene, kept: RefCell::new(None) }
    }

    /// Paints it into a rectangle, as large as it goes.
    pub fn paint(&self, ui: &Ui, rect: Rect) {
        if !ui.is_rect_visible(rect) || !rect.is_positive() {
            return;
        }
        let (size, pixels_per_point) = (rect.size(), ui.pixels_per_point());
        let mut kept = self.kept.borrow_mut();
        let fits = |kept: &Kept| {
            (kept.size - size).abs().max_elem() < 0.01 && kept.pixels_per_point == pixels_per_point
        };
        if !kept.as_ref().is_some_and(fits) {
            let mesh = scene_mesh(&self.scene, Rect::from_min_size(egui::Pos2::ZERO, size), pixels_per_point);
            *kept = Some(Kept { size, pixels_per_point, mesh });
        }
        if let Some(kept) = kept.as_ref() {
            let mut mesh = kept.mesh.clone();
            mesh.translate(rect.min.to_vec2());
            let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
            painter.add(Shape::Mesh(Arc::new(mesh)));
        }
    }
}
