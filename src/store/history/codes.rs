//! The numbers and letters that stand for kinds, ends, sides and spots. They are in files people
//! have: one that was given is never given another meaning.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use crate::model::{BoutEnd, Origin, Region, Said, SessionEnd, Side, Spot, WorkKind};

/// What a number stands for, and back.
pub(super) trait Code: Copy + PartialEq + 'static {
    /// All values, each at the place that is its number.
    const ALL: &'static [Self];

    fn number(self) -> i64 {
        Self::ALL.iter().position(|value| *value == self).unwrap_or_default() as i64
    }

    fn of(number: i64) -> Option<Self> {
        usize::try_from(number).ok().and_then(|at| Self::ALL.get(at)).copied()
    }
}

impl Code for WorkKind {
    const ALL: &'static [Self] = &[Self::Mobility, Self::Strength, Self::Breath];
}

impl Code for BoutEnd {
    const ALL: &'static [Self] = &[Self::Done, Self::CutShort, Self::Skipped, Self::Hurt];
}

impl Code for SessionEnd {
    const ALL: &'static [Self] = &[Self::Open, Self::Left, Self::Finished];
}

impl Code for Origin {
    const ALL: &'static [Self] = &[Self::Run, Self::ByHand];
}

impl Code for Side {
    const ALL: &'static [Self] = &[Self::Left, Self::Right];
}

/// The number of what was said, and what it is about.
pub(super) fn said_parts(said: &Said) -> (i64, &str) {
    match said {
        Said::Sign(id) => (0, id),
        Said::NoSign(id) => (1, id),
        Said::Reviewed(id) => (2, id),
        Said::Heard(id) => (3, id),
    }
}

/// What was said, from its parts.
pub(super) fn said_of(number: i64, subject: String) -> Option<Said> {
    match number {
        0 => Some(Said::Sign(subject)),
        1 => Some(Said::NoSign(subject)),
        2 => Some(Said::Reviewed(subject)),
        3 => Some(Said::Heard(subject)),
        _ => None,
    }
}

/// Spots as `NeckBack ShoulderBlades:Left`.
pub(super) fn spots_text(spots: &BTreeSet<Spot>) -> String {
    let mut text = String::new();
    for spot in spots {
        if !text.is_empty() {
            text.push(' ');
        }
        // The name a region has in every file of the program.
        text.push_str(serde_json::to_string(&spot.region).unwrap_or_default().trim_matches('"'));
        match spot.side {
            Some(Side::Left) => text.push_str(":Left"),
            Some(Side::Right) => text.push_str(":Right"),
            None => {}
        }
    }
    text
}

/// The spots of a text; what is no spot is left out.
pub(super) fn spots_of(text: &str) -> impl Iterator<Item = Spot> {
    text.split_ascii_whitespace().filter_map(|word| {
        let (region, side) = match word.split_once(':') {
            Some((region, "Left")) => (region, Some(Side::Left)),
            Some((region, "Right")) => (region, Some(Side::Right)),
            Some(_) => return None,
            None => (word, None),
        };
        let name: StrDeserializer<'_, Error> = region.into_deserializer();
        Some(Spot { region: Region::deserialize(name).ok()?, side })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_go_there_and_back() {
        fn check<C: Code + std::fmt::Debug>() {
            for (at, &value) in C::ALL.iter().enumerate() {
                assert_eq!(value.number(), at as i64);
                assert_eq!(C::of(at as i64), Some(value));
            }
            assert_eq!(C::of(-1), None);
            assert_eq!(C::of(C::ALL.len() as i64), None);
        }
        check::<WorkKind>();
        check::<BoutEnd>();
        check::<SessionEnd>();
        check::<Origin>();
        check::<Side>();
    }

    #[test]
    fn spots_go_there_and_back_and_what_is_none_is_left_out() {
        let spots = BTreeSet::from([
            Spot { region: Region::NeckBack, side: None },
            Spot { region: Region::ShoulderBlades, side: Some(Side::Left) },
            Spot { region: Region::ShoulderBlades, side: Some(Side::Right) },
        ]);
        let text = spots_text(&spots);
        assert_eq!(text, "NeckBack ShoulderBlades:Left ShoulderBlades:Right");
        assert_eq!(spots_of(&text).collect::<BTreeSet<_>>(), spots);
        assert_eq!(spots_of("Nowhere NeckBack:Up : \u{0} NeckBack").count(), 1);
    }
}
