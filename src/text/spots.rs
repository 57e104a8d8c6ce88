//! The names of places on the body.

use super::Words;
use crate::model::{Side, Spot};

impl Words {
    /// A place on the body, as a name on its own ("Shoulder blades, left").
    #[must_use]
    pub fn spot(&self, spot: Spot) -> String {
        let region = capitalised(&self.region(spot.region));
        let key = match spot.side {
            None => return region,
            Some(Side::Left) => "check-spot-left",
            Some(Side::Right) => "check-spot-right",
        };
        self.with(key, &[("region", region.into())])
    }

    /// Several of them, one after another ("Neck · Shoulders, left").
    #[must_use]
    pub fn spots<'a>(&self, spots: impl IntoIterator<Item = &'a Spot>) -> String {
        spots.into_iter().map(|spot| self.spot(*spot)).collect::<Vec<_>>().join(" · ")
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use crate::model::{Region, Side, Spot};
    use crate::text::Words;

    #[test]
    fn places_are_named_with_their_side() {
        let words = Words::new("en");
        let blade = Spot { region: Region::ShoulderBlades, side: Some(Side::Left) };
        let back = Spot { region: Region::UpperBack, side: None };
        assert_eq!(words.spots(&[blade, back]), "Shoulder blades, left · Upper back");
    }
}
