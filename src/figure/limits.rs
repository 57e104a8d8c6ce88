//! How far joints go, in degrees.
//!
//! Ranges are the usual active ranges of the American Academy of Orthopaedic Surgeons (*Joint Motion:
//! Method of Measuring and Recording*, 1965) and Kapandji (*The Physiology of the Joints*) for the
//! spine and the shoulder girdle, rounded up by a few degrees for what the body's weight adds
//! (heels under the seat, palms on the floor).

use super::posture::{ANGLES, ARM, LEG, LUMBAR, NECK, NOD, THORACIC};

/// The range of one joint angle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// What it is called.
    pub name: &'static str,
    /// Smallest angle.
    pub min: f32,
    /// Largest angle.
    pub max: f32,
}

const fn limit(name: &'static str, min: f32, max: f32) -> Limit {
    Limit { name, min, max }
}

/// Low back: flexion 60, extension 35, side 20, turn 5 (Kapandji); the hips take the rest.
const LUMBAR_LIMITS: [Limit; 3] = [
    limit("low back flex", -35.0, 60.0),
    limit("low back side", -25.0, 25.0),
    limit("low back turn", -12.0, 12.0),
];
/// Upper back: flexion 45, extension 25, side 20, turn 35 (Kapandji).
const THORACIC_LIMITS: [Limit; 3] = [
    limit("upper back flex", -30.0, 50.0),
    limit("upper back side", -25.0, 25.0),
    limit("upper back turn", -40.0, 40.0),
];
/// Neck without the upper two joints: flexion 45, extension 60, side 45, turn 80 (AAOS, whole neck).
const NECK_LIMITS: [Limit; 3] =
    [limit("neck flex", -60.0, 50.0), limit("neck side", -45.0, 45.0), limit("neck turn", -80.0, 80.0)];
/// Head on the neck: 20 to 30 each way (Kapandji).
const NOD_LIMIT: Limit = limit("head nod", -30.0, 30.0);
/// Girdle: elevation 40, depression 10; protraction 30, retraction 25. Shoulder: flexion 180,
/// extension 60, abduction 180, rotation 90 each way. Elbow 150. Forearm 90. Wrist 80 and 85 under
/// weight, deviation 30. (AAOS)
const ARM_LIMITS: [Limit; 10] = [
    limit("shoulder blade lift", -12.0, 42.0),
    limit("shoulder blade forward", -28.0, 32.0),
    limit("shoulder flexion", -62.0, 182.0),
    limit("shoulder abduction", -80.0, 182.0),
    limit("shoulder rotation", -105.0, 105.0),
    limit("elbow", -1.0, 152.0),
    limit("forearm", -95.0, 95.0),
    limit("wrist", -95.0, 85.0),
    limit("wrist sideways", -40.0, 35.0),
    limit("grip", 0.0, 100.0),
];
/// Hip: flexion 125, extension 20, abduction 45, adduction 25, rotation 45. Knee 140, 155 under
/// weight. Ankle: 50 pointed (80 with the foot's own joints, lying on its back), 25 drawn up. Toes 80.
const LEG_LIMITS: [Limit; 8] = [
    limit("hip flexion", -22.0, 140.0),
    limit("hip abduction", -28.0, 55.0),
    limit("hip rotation", -48.0, 60.0),
    limit("knee", -1.0, 160.0),
    limit("ankle", -35.0, 82.0),
    limit("foot turn", -35.0, 35.0),
    limit("foot roll", -40.0, 40.0),
    limit("toes", -30.0, 85.0),
];

/// The range of an angle; `None` for where the pelvis is and how it is turned.
#[must_use]
pub fn of(index: usize) -> Option<Limit> {
    for (first, limits) in [(LUMBAR, LUMBAR_LIMITS), (THORACIC, THORACIC_LIMITS), (NECK, NECK_LIMITS)] {
        if (first..first + 3).contains(&index) {
            return Some(limits[index - first]);
        }
    }
    for side in 0..2 {
        if (ARM[side]..ARM[side] + ARM_LIMITS.len()).contains(&index) {
            return Some(ARM_LIMITS[index - ARM[side]]);
        }
        if (LEG[side]..LEG[side] + LEG_LIMITS.len()).contains(&index) {
            return Some(LEG_LIMITS[index - LEG[side]]);
        }
    }
    (index == NOD).then_some(NOD_LIMIT)
}

/// Every angle beyond its range by more than a degree: its name and value.
#[must_use]
pub fn beyond(angles: &[f32; ANGLES]) -> Vec<(&'static str, f32)> {
    let over = |(index, &angle): (usize, &f32)| {
        let range = of(index)?;
        (angle < range.min - 1.0 || angle > range.max + 1.0).then_some((range.name, angle))
    };
    angles.iter().enumerate().filter_map(over).collect()
}
