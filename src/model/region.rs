//! Regions of the body where an exercise is felt.

use serde::{Deserialize, Serialize};

/// A region that the figure can light up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Region {
    /// Front of the neck.
    NeckFront,
    /// Back of the neck.
    NeckBack,
    /// Sides of the neck.
    NeckSide,
    /// Between neck and shoulder: the upper trapezius.
    UpperTrapezius,
    /// Around and between the shoulder blades.
    ShoulderBlades,
    /// The shoulder joints and the muscle over them.
    Shoulders,
    /// The chest.
    Chest,
    /// The spine from the neck to the lowest ribs, and the muscle beside it.
    UpperBack,
    /// Between the lowest ribs and the shoulder blades.
    MidBack,
    /// Below the ribs, at the back.
    LowerBack,
    /// The whole spine.
    Spine,
    /// The sides of the trunk.
    Flanks,
    /// The belly.
    Abdomen,
    /// Front of the upper arm.
    UpperArmFront,
    /// Back of the upper arm.
    UpperArmBack,
    /// The forearms.
    Forearms,
    /// The seat.
    Buttocks,
    /// The hips.
    Hips,
    /// Front of the thigh.
    ThighFront,
    /// Back of the thigh.
    ThighBack,
    /// The calves.
    Calves,
    /// The ankles.
    Ankles,
}
