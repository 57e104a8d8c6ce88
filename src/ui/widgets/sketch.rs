//! A picture kept as it is painted: many times over, laid out only when its size changes.

use std::cell::RefCell;
use std::sync::Arc;

use egui::epaint::Mesh;
use egui::load::SizedTexture;
use egui::{Pos2, Rect, Shape, TextureHandle, Ui, Vec2};

use super::figure_view::{paint_picture, scene_mesh};
use crate::figure::Scene;

/// A picture that holds still.
pub struct Sketch(Kind);

enum Kind {
    /// A scene, with the triangles of the size it was last painted at.
    Figure { scene: Scene, kept: RefCell<Option<Kept>> },
    /// A person's own picture.
    Picture(TextureHandle),
}

struct Kept {
    size: Vec2,
    pixels_per_point: f32,
    /// Where the triangles stand.
    at: Pos2,
    mesh: Arc<Mesh>,
}

impl Sketch {
    /// A sketch of a scene.
    #[must_use]
    pub fn new(scene: Scene) -> Self {
        Self(Kind::Figure { scene, kept: RefCell::new(None) })
    }

    /// A person's own picture.
    #[must_use]
    pub fn of_picture(picture: TextureHandle) -> Self {
        Self(Kind::Picture(picture))
    }

    /// Paints it into a rectangle, as large as it goes.
    pub fn paint(&self, ui: &Ui, rect: Rect) {
        if !ui.is_rect_visible(rect) || !rect.is_positive() {
            return;
        }
        match &self.0 {
            Kind::Figure { scene, kept } => paint_kept(ui, rect, scene, &mut kept.borrow_mut()),
            Kind::Picture(picture) => paint_picture(ui, rect, SizedTexture::from_handle(picture)),
        }
    }
}

fn paint_kept(ui: &Ui, rect: Rect, scene: &Scene, kept: &mut Option<Kept>) {
    let (size, pixels_per_point) = (rect.size(), ui.pixels_per_point());
    let fits =
        |kept: &Kept| (kept.size - size).abs().max_elem() < 0.01 && kept.pixels_per_point == pixels_per_point;
    if !kept.as_ref().is_some_and(fits) {
        let mesh = Arc::new(scene_mesh(scene, rect, pixels_per_point));
        *kept = Some(Kept { size, pixels_per_point, at: rect.min, mesh });
    }
    if let Some(kept) = kept.as_mut() {
        let step = rect.min - kept.at;
        if step != Vec2::ZERO {
            // Nobody else has them any more: they move where they are.
            Arc::make_mut(&mut kept.mesh).translate(step);
            kept.at = rect.min;
        }
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        painter.add(Shape::Mesh(Arc::clone(&kept.mesh)));
    }
}
