//! Filled polygons of any shape as triangles with soft edges: egui itself fills convex ones only.

use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Vec2};

/// Adds a filled polygon to a mesh, its edge feathered over `feather` points.
pub(super) fn add_polygon(mesh: &mut Mesh, points: &[Pos2], color: Color32, feather: f32) {
    let count = points.len();
    if count < 3 || color == Color32::TRANSPARENT {
        return;
    }
    let outward = if signed_area(points) > 0.0 { 1.0 } else { -1.0 };
    let first = mesh.vertices.len() as u32;
    for i in 0..count {
        let normal =
            outward * corner_normal(points[(i + count - 1) % count], points[i], points[(i + 1) % count]);
        mesh.vertices.push(vertex(points[i] - normal * (feather / 2.0), color));
        mesh.vertices.push(vertex(points[i] + normal * (feather / 2.0), Color32::TRANSPARENT));
    }
    for i in 0..count as u32 {
        let next = (i + 1) % count as u32;
        let (inner, outer) = (first + 2 * i, first + 2 * i + 1);
        let (next_inner, next_outer) = (first + 2 * next, first + 2 * next + 1);
        mesh.add_triangle(inner, outer, next_outer);
        mesh.add_triangle(inner, next_outer, next_inner);
    }
    clip_ears(points, outward, |a, b, c| mesh.add_triangle(first + 2 * a, first + 2 * b, first + 2 * c));
}

/// Adds a disc that fades from its centre to nothing at its edge.
pub(super) fn add_glow(mesh: &mut Mesh, center: Pos2, radius: f32, color: Color32) {
    const SPOKES: u32 = 28;
    /// Share of the radius and of the colour: a soft middle and a long tail.
    const RINGS: [(f32, f32); 4] = [(0.3, 0.82), (0.55, 0.5), (0.78, 0.18), (1.0, 0.0)];
    let first = mesh.vertices.len() as u32;
    mesh.vertices.push(vertex(center, color));
    for (reach, strength) in RINGS {
        let faded = color.gamma_multiply(strength);
        for spoke in 0..SPOKES {
            let angle = std::f32::consts::TAU * spoke as f32 / SPOKES as f32;
            mesh.vertices.push(vertex(center + radius * reach * Vec2::angled(angle), faded));
        }
    }
    for spoke in 0..SPOKES {
        let next = (spoke + 1) % SPOKES;
        mesh.add_triangle(first, first + 1 + spoke, first + 1 + next);
        for ring in 0..RINGS.len() as u32 - 1 {
            let (inner, outer) = (first + 1 + ring * SPOKES, first + 1 + (ring + 1) * SPOKES);
            mesh.add_triangle(inner + spoke, outer + spoke, outer + next);
            mesh.add_triangle(inner + spoke, outer + next, inner + next);
        }
    }
}

fn vertex(pos: Pos2, color: Color32) -> Vertex {
    Vertex { pos, uv: WHITE_UV, color }
}

fn signed_area(points: &[Pos2]) -> f32 {
    let mut twice = 0.0;
    for (i, a) in points.iter().enumerate() {
        let b = points[(i + 1) % points.len()];
        twice += a.x * b.y - b.x * a.y;
    }
    twice / 2.0
}

/// The normal at a corner, to the right of the way round, long enough to keep the feather even.
fn corner_normal(before: Pos2, at: Pos2, after: Pos2) -> Vec2 {
    let right = |v: Vec2| Vec2::new(v.y, -v.x);
    let (n0, n1) = (right((at - before).normalized()), right((after - at).normalized()));
    let sum = n0 + n1;
    let length_sq = sum.length_sq();
    // A spike would throw its normal far away: it is kept short.
    if length_sq < 0.1 { n1 } else { (sum * (2.0 / length_sq)).clamp(Vec2::splat(-2.0), Vec2::splat(2.0)) }
}

fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Cuts a polygon into triangles, ear by ear. A polygon that crosses itself still comes out whole,
/// if not exactly: the corner with the best chance is cut where no ear is left.
fn clip_ears(points: &[Pos2], turn: f32, mut emit: impl FnMut(u32, u32, u32)) {
    let mut ring: Vec<u32> = (0..points.len() as u32).collect();
    let at = |i: u32| points[i as usize];
    let mut start = 0;
    while ring.len() > 3 {
        let count = ring.len();
        let ear = (0..count).map(|k| (start + k) % count).find(|&k| {
            let (a, b, c) = (ring[(k + count - 1) % count], ring[k], ring[(k + 1) % count]);
            turn * cross(at(a), at(b), at(c)) >= 0.0
                && !ring
                    .iter()
                    .any(|&p| p != a && p != b && p != c && contains(at(a), at(b), at(c), at(p), turn))
        });
        let k = ear.unwrap_or(start % count);
        emit(ring[(k + count - 1) % count], ring[k], ring[(k + 1) % count]);
        ring.remove(k);
        start = k;
    }
    emit(ring[0], ring[1], ring[2]);
}

fn contains(a: Pos2, b: Pos2, c: Pos2, p: Pos2, turn: f32) -> bool {
    turn * cross(a, b, p) > 0.0 && turn * cross(b, c, p) > 0.0 && turn * cross(c, a, p) > 0.0
}

#[cfg(test)]
mod tests {
    use egui::epaint::Mesh;
    use egui::{Color32, Pos2, pos2};

    use super::{add_polygon, clip_ears, cross, signed_area};

    fn covered(points: &[Pos2]) -> f32 {
        let mut area = 0.0;
        let turn = if signed_area(points) > 0.0 { 1.0 } else { -1.0 };
        clip_ears(points, turn, |a, b, c| {
            area += turn * cross(points[a as usize], points[b as usize], points[c as usize]) / 2.0;
        });
        area
    }

    #[test]
    fn the_triangles_cover_the_polygon_and_nothing_else() {
        let ell = [(0.0, 0.0), (4.0, 0.0), (4.0, 1.0), (1.0, 1.0), (1.0, 4.0), (0.0, 4.0)];
        let mut points: Vec<Pos2> = ell.iter().map(|&(x, y)| pos2(x, y)).collect();
        assert!((covered(&points) - 7.0).abs() < 1e-4);
        points.reverse();
        assert!((covered(&points) - 7.0).abs() < 1e-4);
    }

    #[test]
    fn a_star_of_many_points_is_covered() {
        let star: Vec<Pos2> = (0..60)
            .map(|i| {
                let radius = if i % 2 == 0 { 10.0 } else { 4.0 };
                Pos2::ZERO + radius * egui::Vec2::angled(std::f32::consts::TAU * i as f32 / 60.0)
            })
            .collect();
        assert!((covered(&star) - signed_area(&star).abs()).abs() < 1e-3);
    }

    #[test]
    fn nothing_is_drawn_of_a_line() {
        let mut mesh = Mesh::default();
        add_polygon(&mut mesh, &[pos2(0.0, 0.0), pos2(1.0, 1.0)], Color32::BLACK, 1.0);
        assert!(mesh.is_empty());
    }

    #[test]
    fn points_on_one_spot_do_not_lose_the_mesh() {
        let mut mesh = Mesh::default();
        let spot = pos2(1.0, 1.0);
        add_polygon(&mut mesh, &[spot, spot, pos2(2.0, 1.0), pos2(2.0, 2.0)], Color32::BLACK, 1.0);
        assert!(mesh.is_valid());
        assert!(mesh.vertices.iter().all(|vertex| vertex.pos.is_finite()));
    }
}
