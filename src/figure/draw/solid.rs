//! The room a prop takes up, told as a box, and whether a part of the body lies before it.

use glam::{Vec2, Vec3};

use super::outline::wound;
use crate::figure::{camera::Eye, skeleton::Frame};

/// Middle on the picture, depth and radius of a ball.
pub(super) type Sample = (Vec2, f32, f32);

/// A box.
pub(super) struct Solid {
    frame: Frame,
    /// Middle and half sizes of its core, in its frame.
    core: (Vec3, Vec3),
    /// Its outline on the picture.
    ring: Vec<Vec2>,
    corners: [Vec3; 8],
}

impl Solid {
    /// The box between two corners in a frame.
    pub(super) fn new(frame: Frame, low: Vec3, high: Vec3, eye: &Eye) -> Self {
        let corners = corners(&frame, low, high);
        let ring = hull(corners.map(|corner| eye.flat(corner)).to_vec());
        // What lies on something sinks in a little: half the box tells above from beside.
        Self { frame, core: (low.midpoint(high), (high - low) * 0.25), ring, corners }
    }

    /// The box around a bar.
    pub(super) fn bar(from: Vec3, to: Vec3, radius: f32, eye: &Eye) -> Self {
        let along = (to - from).normalize_or(Vec3::Z);
        let turn = glam::Quat::from_rotation_arc(Vec3::Z, along);
        let half = Vec3::new(radius, radius, 0.5 * from.distance(to));
        Self::new(Frame { at: from.midpoint(to), turn }, -half, half, eye)
    }

    /// True where it covers a place of the picture.
    pub(super) fn covers(&self, at: Vec2) -> bool {
        outside(&self.ring, at) <= 0.0
    }

    /// Balls in its corners and its middle.
    pub(super) fn samples(&self, eye: &Eye) -> Vec<Sample> {
        let middle = self.frame.point(self.core.0);
        let ball = |at: Vec3| (eye.flat(at), eye.depth(at), 0.02);
        self.corners.iter().map(|corner| ball(corner.lerp(middle, 0.2))).chain([ball(middle)]).collect()
    }

    /// How much nearer the viewer this is than the balls that overlap it on the picture, judged
    /// where they come closest; nothing where none does.
    pub(super) fn lead(&self, samples: &[Sample], eye: &Eye) -> Option<f32> {
        let (mut sum, mut weight) = (0.0, 0.0);
        for &(at, depth, radius) in samples {
            let overlap = radius - outside(&self.ring, at);
            if overlap <= 0.0 {
                continue;
            }
            let middle = eye.across() * at.x - eye.upward() * at.y + eye.toward() * depth;
            let local = self.frame.turn.inverse() * (middle - self.frame.at) - self.core.0;
            let nearest = local.clamp(-self.core.1, self.core.1);
            let away = self.frame.direction(local - nearest);
            let share = (overlap / (0.05 + away.length())).powi(2);
            sum -= share * eye.depth(away);
            weight += share;
        }
        (weight > 0.0).then(|| sum / weight)
    }
}

/// The corners of a box.
pub(super) fn corners(frame: &Frame, low: Vec3, high: Vec3) -> [Vec3; 8] {
    let pick = |bit: usize, low: f32, high: f32| if bit == 0 { low } else { high };
    std::array::from_fn(|i| {
        frame.point(Vec3::new(
            pick(i & 1, low.x, high.x),
            pick(i & 2, low.y, high.y),
            pick(i & 4, low.z, high.z),
        ))
    })
}

/// The convex ring around points.
fn hull(mut points: Vec<Vec2>) -> Vec<Vec2> {
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    let mut ring: Vec<Vec2> = Vec::with_capacity(points.len() + 1);
    let backwards: Vec<Vec2> = points.iter().rev().copied().collect();
    for half in [points, backwards] {
        let first = ring.len();
        for point in half {
            while ring.len() >= first + 2 {
                let (a, b) = (ring[ring.len() - 2], ring[ring.len() - 1]);
                if (b - a).perp_dot(point - b) > 0.0 {
                    break;
                }
                ring.pop();
            }
            ring.push(point);
        }
        ring.pop();
    }
    wound(ring)
}

/// How far a point lies outside a ring; 0 inside.
fn outside(ring: &[Vec2], point: Vec2) -> f32 {
    let edges = || ring.iter().enumerate().map(|(index, from)| (*from, ring[(index + 1) % ring.len()]));
    if edges().all(|(from, to)| (to - from).perp_dot(point - from) >= 0.0) {
        return 0.0;
    }
    let apart = |(from, to): (Vec2, Vec2)| {
        let along = to - from;
        let share = ((point - from).dot(along) / along.length_squared().max(1e-12)).clamp(0.0, 1.0);
        point.distance(from + along * share)
    };
    edges().map(apart).fold(f32::INFINITY, f32::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_on_top_is_nearer_for_who_looks_from_above() {
        let eye = Eye::new(-90.0, 10.0);
        let frame = Frame { at: Vec3::ZERO, turn: glam::Quat::IDENTITY };
        let roller = Solid::new(frame, Vec3::new(-0.3, 0.0, -0.07), Vec3::new(0.3, 0.15, 0.07), &eye);
        let ball = |at: Vec3| (eye.flat(at), eye.depth(at), 0.1);
        let lead = |at: Vec3| roller.lead(&[ball(at)], &eye);
        assert!(lead(Vec3::new(0.0, 0.22, 0.0)).unwrap() < 0.0, "on top");
        assert!(lead(Vec3::new(-0.5, 0.1, 0.0)).unwrap() < 0.0, "between the viewer and it");
        assert!(lead(Vec3::new(0.5, 0.1, 0.0)).unwrap() > 0.0, "beyond it");
        assert!(lead(Vec3::new(0.0, 0.9, 0.0)).is_none(), "clear of it");
    }
}
