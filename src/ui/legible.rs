//! How large type has to be to be read from where the person stands.
//!
//! A capital letter reads comfortably when it is at least a two-hundredth of the distance high.

use crate::model::Room;

/// A capital letter's height, as a share of the distance it is read from.
pub const CAPITAL_OF_DISTANCE: f32 = 1.0 / 200.0;

/// A capital letter's height, as a share of the size of the fonts in use.
const CAPITAL_OF_SIZE: f32 = 0.668;

/// Millimetres of screen a logical point takes where nobody has measured it: 96 points an inch.
pub const USUAL_MM_PER_POINT: f32 = 25.4 / 96.0;

/// The person's place before the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Legible {
    /// From the eyes to the screen, in metres.
    pub distance_m: f32,
    /// Millimetres of screen a logical point takes.
    pub mm_per_point: f32,
}

impl Legible {
    /// What the person set; `measured` is what the system knows of the screen.
    #[must_use]
    pub fn new(room: &Room, measured: Option<f32>) -> Self {
        let sane = |mm: &f32| mm.is_finite() && *mm > 0.01;
        let mm_per_point = room.mm_per_point.filter(sane).or(measured.filter(sane));
        Self { distance_m: room.distance_m, mm_per_point: mm_per_point.unwrap_or(USUAL_MM_PER_POINT) }
    }

    /// The smallest font size, in logical points, that is read from there.
    #[must_use]
    pub fn least_points(&self) -> f32 {
        self.distance_m * 1000.0 * CAPITAL_OF_DISTANCE / (self.mm_per_point * CAPITAL_OF_SIZE)
    }

    /// The distance from which a font size is read, in metres.
    #[must_use]
    pub fn distance_for(&self, points: f32) -> f32 {
        points * CAPITAL_OF_SIZE * self.mm_per_point / (1000.0 * CAPITAL_OF_DISTANCE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn legible(distance_m: f32, mm_per_point: Option<f32>, measured: Option<f32>) -> Legible {
        Legible::new(&Room { distance_m, mm_per_point, ..Room::default() }, measured)
    }

    #[test]
    fn capitals_are_a_two_hundredth_of_the_distance() {
        let two_metres = legible(2.0, Some(0.25), None);
        let capital_mm = two_metres.least_points() * CAPITAL_OF_SIZE * 0.25;
        assert!((capital_mm - 10.0).abs() < 1e-3, "{capital_mm}");
        assert!((two_metres.distance_for(two_metres.least_points()) - 2.0).abs() < 1e-4);
    }

    #[test]
    fn what_the_person_measured_comes_first() {
        assert_eq!(legible(2.0, Some(0.3), Some(0.2)).mm_per_point, 0.3);
        assert_eq!(legible(2.0, None, Some(0.2)).mm_per_point, 0.2);
        assert_eq!(legible(2.0, Some(f32::NAN), Some(0.0)).mm_per_point, USUAL_MM_PER_POINT);
    }
}
