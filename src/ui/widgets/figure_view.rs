//! The figure: its scene as triangles, fitted to a rectangle. Dragging asks for the camera to be
//! turned; a double click asks for it back.

use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::load::SizedTexture;
use egui::{AsIdSalt, Color32, CornerRadius, Rect, Response, Role, Sense, Shape, Ui, Vec2, WidgetInfo, pos2};
use glam::vec2;

use super::button::paint_focus;
use crate::figure::{Rgba, Scene};
use crate::ui::theme::color;
use crate::ui::{Command, Look};

/// A figure as a widget.
#[derive(Clone, Copy, Debug)]
pub struct FigureView<'a> {
    /// What is drawn.
    pub scene: Option<&'a Scene>,
    /// What is shown in its stead.
    pub picture: Option<SizedTexture>,
    /// What a screen reader says it is.
    pub name: &'a str,
    /// What a screen reader says can be done with it.
    pub hint: &'a str,
}

/// Degrees the camera turns for a point of dragging.
const TURN_DEG_PER_POINT: f32 = 0.4;

/// Paints the figure and lets it be turned. Returns what the pointer does to it.
pub fn figure_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    salt: impl AsIdSalt,
    view: &FigureView<'_>,
    commands: &mut Vec<Command>,
) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(salt), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, view.name));
    if !view.hint.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(view.hint));
    }
    match (view.picture, view.scene) {
        (Some(picture), _) => paint_picture(ui, rect, picture),
        (None, Some(scene)) => paint_scene(ui, rect, scene),
        (None, None) => {}
    }
    paint_focus(ui, look, rect.shrink(4.0), CornerRadius::same(look.pt(10.0) as u8), &response);
    if response.double_clicked() {
        commands.push(Command::TurnBack);
    } else if response.dragged() && response.drag_delta() != Vec2::ZERO {
        let delta = response.drag_delta() * TURN_DEG_PER_POINT;
        commands.push(Command::Turn { yaw_deg: -delta.x, pitch_deg: delta.y });
    }
    let can_turn = view.picture.is_none();
    if can_turn { response.on_hover_cursor(egui::CursorIcon::Grab) } else { response }
}

/// Paints a still picture into the middle of a rectangle, as large as it goes.
pub(super) fn paint_picture(ui: &Ui, rect: Rect, picture: SizedTexture) {
    let size = picture.size.max(Vec2::splat(1.0));
    let scale = (rect.size() / size).min_elem();
    if scale > 0.0 {
        let place = Rect::from_center_size(rect.center(), size * scale);
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().image(picture.id, place, whole, Color32::WHITE);
    }
}

/// Paints a scene into a rectangle, as large as it goes.
pub fn paint_scene(ui: &Ui, rect: Rect, scene: &Scene) {
    if !ui.is_rect_visible(rect) || !rect.is_positive() {
        return;
    }
    let mesh = scene_mesh(scene, rect, ui.pixels_per_point());
    ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())).add(Shape::mesh(mesh));
}

/// The triangles of a scene that fills a rectangle.
pub(super) fn scene_mesh(scene: &Scene, rect: Rect, pixels_per_point: f32) -> Mesh {
    let (scale, shift) = scene.fit(vec2(rect.width(), rect.height()));
    let triangles = scene.mesh(scale, shift + vec2(rect.left(), rect.top()), 1.0 / pixels_per_point);
    // A shape has thousands of corners in two colours: its own, and nothing at its soft edge.
    let mut last = (Rgba([0; 4]), Color32::TRANSPARENT);
    let mut painted = |colour: Rgba| {
        if colour.0[3] == 0 {
            return Color32::TRANSPARENT;
        }
        if colour != last.0 {
            last = (colour, color(colour));
        }
        last.1
    };
    let mut mesh = Mesh { indices: triangles.indices, ..Mesh::default() };
    mesh.vertices.extend(triangles.vertices.iter().map(|vertex| Vertex {
        pos: pos2(vertex.at.x, vertex.at.y),
        uv: WHITE_UV,
        color: painted(vertex.colour),
    }));
    mesh
}
