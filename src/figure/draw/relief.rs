//! How near the viewer a part of the body is, all over the picture: coarse, but exact enough to tell
//! which of two parts hides the other.

use std::ops::Range;

use glam::Vec2;

use super::outline::Reach;

/// Width of a cell, in metres.
const CELL: f32 = 0.026;
/// What lies further apart than this, in metres, is not more clearly in order.
const CLEAR: f32 = 0.05;

/// Depths in the cells that a part covers.
pub(super) struct Relief {
    columns: Range<i32>,
    rows: Range<i32>,
    depths: Vec<f32>,
}

impl Relief {
    /// The relief of lumps. In each cell counts what is nearest: its middle, since what rests on
    /// something is pressed in a little.
    pub(super) fn new<'a>(reaches: impl Iterator<Item = &'a Reach> + Clone) -> Self {
        let (mut low, mut high) = (Vec2::INFINITY, Vec2::NEG_INFINITY);
        for reach in reaches.clone() {
            let half = reach.half_size();
            (low, high) = (low.min(reach.at - half), high.max(reach.at + half));
        }
        let (columns, rows) =
            if low.x <= high.x { (cells(low.x, high.x), cells(low.y, high.y)) } else { (0..0, 0..0) };
        let depths = vec![f32::NEG_INFINITY; columns.len() * rows.len()];
        let mut relief = Self { columns, rows, depths };
        reaches.for_each(|reach| relief.lay(reach));
        relief
    }

    fn lay(&mut self, reach: &Reach) {
        let (inverse, half) = (reach.inverse(), reach.half_size());
        let columns = cells(reach.at.x - half.x, reach.at.x + half.x);
        for row in cells(reach.at.y - half.y, reach.at.y + half.y) {
            let y = (row as f32 + 0.5) * CELL - reach.at.y;
            let first = (columns.start as f32 + 0.5) * CELL - reach.at.x;
            for (step, depth) in self.row_mut(row, &columns).iter_mut().enumerate() {
                let from = Vec2::new(first + step as f32 * CELL, y);
                if from.dot(inverse * from) <= 1.0 {
                    *depth = depth.max(reach.depth + reach.tilt.dot(from));
                }
            }
        }
    }

    fn place(&self, row: i32, columns: &Range<i32>) -> Range<usize> {
        let start = (row - self.rows.start) as usize * self.columns.len();
        let from = start + (columns.start - self.columns.start) as usize;
        from..from + columns.len()
    }

    fn row_mut(&mut self, row: i32, columns: &Range<i32>) -> &mut [f32] {
        let place = self.place(row, columns);
        &mut self.depths[place]
    }

    fn row(&self, row: i32, columns: &Range<i32>) -> &[f32] {
        &self.depths[self.place(row, columns)]
    }

    /// How much this lies before another, with so much in its favour: the depth between both over the
    /// area where they overlap. Nothing where they do not.
    pub(super) fn lead(&self, other: &Self, favour: f32) -> f32 {
        let shared = |a: &Range<i32>, b: &Range<i32>| a.start.max(b.start)..a.end.min(b.end);
        let (columns, rows) = (shared(&self.columns, &other.columns), shared(&self.rows, &other.rows));
        if columns.is_empty() || rows.is_empty() {
            return 0.0;
        }
        let mut sum = 0.0;
        for row in rows {
            for (own, others) in self.row(row, &columns).iter().zip(other.row(row, &columns)) {
                if own.is_finite() && others.is_finite() {
                    sum += (own - others + favour).clamp(-CLEAR, CLEAR);
                }
            }
        }
        sum * CELL * CELL
    }

    /// True where it covers a place of the picture.
    pub(super) fn covers(&self, at: Vec2) -> bool {
        let [column, row] = [at.x, at.y].map(|at| (at / CELL).floor() as i32);
        self.columns.contains(&column)
            && self.rows.contains(&row)
            && self.row(row, &(column..column + 1))[0].is_finite()
    }
}

/// The cells between two places.
fn cells(from: f32, to: f32) -> Range<i32> {
    (from / CELL).floor() as i32..(to / CELL).floor() as i32 + 1
}
