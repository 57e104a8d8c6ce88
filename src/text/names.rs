//! Names of the kinds of things there are: positions, equipment, groups, regions, severities.

use super::Words;
use crate::model::{
    BreathPattern, BreathPhase, Category, Equipment, Position, Quantity, Region, Severity, Side,
};

impl Words {
    /// A starting position ("on a chair").
    #[must_use]
    pub fn position(&self, position: Position) -> String {
        self.get(match position {
            Position::Standing => "position-standing",
            Position::SeatedChair => "position-seated-chair",
            Position::SeatedFloor => "position-seated-floor",
            Position::Quadruped => "position-quadruped",
            Position::Supine => "position-supine",
            Position::Prone => "position-prone",
            Position::SideLying => "position-side-lying",
        })
    }

    /// A thing an exercise needs ("mat").
    #[must_use]
    pub fn equipment(&self, equipment: Equipment) -> String {
        self.get(match equipment {
            Equipment::Chair => "equipment-chair",
            Equipment::ChairWithBack => "equipment-chair-with-back",
            Equipment::Wall => "equipment-wall",
            Equipment::Doorway => "equipment-doorway",
            Equipment::Mat => "equipment-mat",
            Equipment::FoamRoller => "equipment-foam-roller",
            Equipment::RolledTowel => "equipment-rolled-towel",
            Equipment::Towel => "equipment-towel",
            Equipment::YogaBlock => "equipment-yoga-block",
            Equipment::Peanut => "equipment-peanut",
            Equipment::Dumbbells => "equipment-dumbbells",
            Equipment::ResistanceBand => "equipment-resistance-band",
            Equipment::Blanket => "equipment-blanket",
        })
    }

    /// A group of exercises ("Mobility").
    #[must_use]
    pub fn category(&self, category: Category) -> String {
        self.get(match category {
            Category::WarmUp => "category-warm-up",
            Category::Dynamic => "category-dynamic",
            Category::Mobility => "category-mobility",
            Category::Desk => "category-desk",
            Category::Static => "category-static",
            Category::Strengthening => "category-strengthening",
            Category::CoolDown => "category-cool-down",
            Category::Breathing => "category-breathing",
        })
    }

    /// A region of the body ("upper back").
    #[must_use]
    pub fn region(&self, region: Region) -> String {
        self.get(match region {
            Region::NeckFront => "region-neck-front",
            Region::NeckBack => "region-neck-back",
            Region::NeckSide => "region-neck-side",
            Region::UpperTrapezius => "region-upper-trapezius",
            Region::ShoulderBlades => "region-shoulder-blades",
            Region::Shoulders => "region-shoulders",
            Region::Chest => "region-chest",
            Region::UpperBack => "region-upper-back",
            Region::MidBack => "region-mid-back",
            Region::LowerBack => "region-lower-back",
            Region::Spine => "region-spine",
            Region::Flanks => "region-flanks",
            Region::Abdomen => "region-abdomen",
            Region::UpperArmFront => "region-upper-arm-front",
            Region::UpperArmBack => "region-upper-arm-back",
            Region::Forearms => "region-forearms",
            Region::Buttocks => "region-buttocks",
            Region::Hips => "region-hips",
            Region::ThighFront => "region-thigh-front",
            Region::ThighBack => "region-thigh-back",
            Region::Calves => "region-calves",
            Region::Ankles => "region-ankles",
        })
    }

    /// The stages of a breath pattern with their seconds ("4 in · 6 out").
    #[must_use]
    pub fn breath_stages(&self, pattern: &BreathPattern) -> String {
        let said = pattern.stages.iter().map(|stage| {
            let key = match stage.0 {
                BreathPhase::In => "stage-in",
                BreathPhase::Full => "stage-full",
                BreathPhase::Out => "stage-out",
                BreathPhase::Empty => "stage-empty",
            };
            self.with(key, &[("secs", stage.1.0.into())])
        });
        said.collect::<Vec<_>>().join(" · ")
    }

    /// A stage of the breath in one word ("out").
    #[must_use]
    pub fn breath_phase(&self, phase: BreathPhase) -> String {
        self.get(match phase {
            BreathPhase::In => "phase-in",
            BreathPhase::Full => "phase-full",
            BreathPhase::Out => "phase-out",
            BreathPhase::Empty => "phase-empty",
        })
    }

    /// What a range limits, after a figure ("repetitions").
    #[must_use]
    pub fn quantity(&self, quantity: Quantity) -> String {
        self.get(match quantity {
            Quantity::HoldSecs => "quantity-hold-secs",
            Quantity::Reps => "quantity-reps",
            Quantity::Breaths => "quantity-breaths",
            Quantity::Sets => "quantity-sets",
            Quantity::DurationSecs => "quantity-duration-secs",
        })
    }

    /// How bad a diagnostic is ("warning").
    #[must_use]
    pub fn severity(&self, severity: Severity) -> String {
        self.get(match severity {
            Severity::Hint => "severity-hint",
            Severity::Warning => "severity-warning",
            Severity::Error => "severity-error",
        })
    }

    /// A side, as a heading ("Right side").
    #[must_use]
    pub fn side(&self, side: Side) -> String {
        self.get(match side {
            Side::Left => "side-left",
            Side::Right => "side-right",
        })
    }

    /// A side, inside a sentence ("right side").
    #[must_use]
    pub fn side_said(&self, side: Side) -> String {
        self.get(match side {
            Side::Left => "side-left-said",
            Side::Right => "side-right-said",
        })
    }

    /// A length in whole minutes, at least one ("5 min").
    #[must_use]
    pub fn minutes(&self, ms: u64) -> String {
        let minutes = ((ms + 30_000) / 60_000).max(1);
        self.with("minutes", &[("n", minutes.into())])
    }

    /// A length that may be short ("40 s", "2 min").
    #[must_use]
    pub fn length(&self, ms: u64) -> String {
        let secs = (ms + 500) / 1000;
        if secs >= 90 || secs == 60 { self.minutes(ms) } else { self.with("seconds", &[("n", secs.into())]) }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Words;

    #[test]
    fn lengths_read_as_a_person_says_them() {
        let words = Words::new("en");
        assert_eq!(words.minutes(0), "1 min");
        assert_eq!(words.minutes(329_000), "5 min");
        assert_eq!(words.length(40_000), "40 s");
        assert_eq!(words.length(60_000), "1 min");
        assert_eq!(words.length(75_400), "75 s");
    }
}
