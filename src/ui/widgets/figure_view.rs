//! The figure: coloured polygons in depth order, fitted to a rectangle. Dragging asks for the camera
//! to be turned; a double click asks for it back.

use egui::epaint::Mesh;
use egui::{AsIdSalt, Color32, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};

use super::mesh::{add_glow, add_polygon};
use crate::ui::{Command, Look};

/// One shape of a picture, in the picture's own units.
#[derive(Clone, Debug, PartialEq)]
pub enum PictureShape {
    /// A filled polygon of any shape.
    Fill {
        /// Its corners, in order.
        points: Vec<Pos2>,
        /// Its colour.
        color: Color32,
    },
    /// A line through points.
    Line {
        /// The points, in order.
        points: Vec<Pos2>,
        /// True where the last is joined to the first.
        closed: bool,
        /// Its width.
        width: f32,
        /// Its colour.
        color: Color32,
    },
    /// A disc that fades towards its edge.
    Glow {
        /// Its middle.
        center: Pos2,
        /// Its radius.
        radius: f32,
        /// Its colour in the middle.
        color: Color32,
    },
}

/// Shapes in the order in which they are painted, and the frame they are meant to fill.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The shapes, furthest first.
    pub shapes: Vec<PictureShape>,
    /// What is to be seen, in the picture's own units, y downwards.
    pub frame: Rect,
}

/// A picture as a widget.
#[derive(Clone, Copy, Debug)]
pub struct FigureView<'a> {
    /// What is drawn.
    pub picture: Option<&'a Picture>,
    /// What a screen reader says.
    pub name: &'a str,
    /// What the pointer is told.
    pub hint: &'a str,
}

/// Degrees the camera turns for a point of dragging.
const TURN_DEG_PER_POINT: f32 = 0.4;

/// Paints the figure and lets it be turned.
pub fn figure_ui(
    ui: &Ui,
    _look: &Look<'_>,
    rect: Rect,
    salt: impl AsIdSalt,
    view: &FigureView<'_>,
    commands: &mut Vec<Command>,
) {
    let response = ui.interact(rect, ui.scope_id().with(salt), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, view.name));
    if let Some(picture) = view.picture {
        paint_picture(ui, rect, picture);
    }
    if response.double_clicked() {
        commands.push(Command::TurnBack);
    } else if response.dragged() && response.drag_delta() != Vec2::ZERO {
        let delta = response.drag_delta() * TURN_DEG_PER_POINT;
        commands.push(Command::Turn { yaw_deg: delta.x, pitch_deg: delta.y });
    }
    response.on_hover_cursor(egui::CursorIcon::Grab).on_hover_text(view.hint);
}

/// Paints a picture into a rectangle, as large as it goes.
pub fn paint_picture(ui: &Ui, rect: Rect, picture: &Picture) {
    let frame = picture.frame;
    if !ui.is_rect_visible(rect) || frame.width() <= 0.0 || frame.height() <= 0.0 {
        return;
    }
    let scale = (rect.width() / frame.width()).min(rect.height() / frame.height());
    let place = |point: Pos2| rect.center() + (point - frame.center()) * scale;
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let feather = 1.0 / ui.pixels_per_point();
    let mut mesh = Mesh::default();
    for shape in &picture.shapes {
        match shape {
            PictureShape::Fill { points, color } => {
                let placed: Vec<Pos2> = points.iter().map(|&point| place(point)).collect();
                add_polygon(&mut mesh, &placed, *color, feather);
            }
            PictureShape::Glow { center, radius, color } => {
                add_glow(&mut mesh, place(*center), radius * scale, *color);
            }
            PictureShape::Line { points, closed, width, color } => {
                if !mesh.is_empty() {
                    painter.add(Shape::mesh(std::mem::take(&mut mesh)));
                }
                let placed: Vec<Pos2> = points.iter().map(|&point| place(point)).collect();
                let stroke = Stroke::new(width * scale, *color);
                let line =
                    if *closed { Shape::closed_line(placed, stroke) } else { Shape::line(placed, stroke) };
                painter.add(line);
            }
        }
    }
    if !mesh.is_empty() {
        painter.add(Shape::mesh(mesh));
    }
}
