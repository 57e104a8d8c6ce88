//! How far numbers go: what can be set, what a slider spans, and what the sources say.

use std::ops::RangeInclusive;

use crate::model::{Exercise, Quantity};

/// The longest time that can be set here, in seconds.
pub(super) const LONGEST_SECS: f64 = 600.0;

/// The largest count that can be set here.
pub(super) const MOST: f64 = 100.0;

/// More sets than anyone does.
pub(super) const MOST_SETS: f64 = 20.0;

/// The least and the most that sources say.
pub(super) type Said = (Option<f64>, Option<f64>);

/// How far a number goes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bounds {
    /// What can be set.
    pub(super) settable: RangeInclusive<f64>,
    /// What the slider spans.
    pub(super) slider: RangeInclusive<f64>,
    /// What one step changes.
    pub(super) step: f64,
}

impl Bounds {
    /// Lengths from nothing on, on a slider up to so many seconds.
    pub(super) fn pause(up_to: f64) -> Self {
        Self { settable: 0.0..=LONGEST_SECS, slider: 0.0..=up_to, step: 1.0 }
    }

    /// Counts, on a slider up to so many.
    pub(super) fn count(up_to: f64, most: f64) -> Self {
        Self { settable: 1.0..=most, slider: 1.0..=up_to.min(most), step: 1.0 }
    }

    /// What a dose can be: the slider spans what sources say with room on both sides.
    pub(super) fn dose(of: Quantity, recommended: Option<f64>, said: Option<Said>) -> Self {
        let (most, usual) = match of {
            Quantity::HoldSecs => (LONGEST_SECS, 60.0),
            Quantity::DurationSecs => (LONGEST_SECS, 120.0),
            Quantity::Reps | Quantity::Breaths => (MOST, 15.0),
            Quantity::Sets => (MOST_SETS, 5.0),
        };
        let (least_said, most_said) = said.unwrap_or_default();
        let open_end = least_said.filter(|_| most_said.is_none()).map(|least| least * 2.0);
        let far = [most_said, open_end, recommended.map(|it| it * 1.2)];
        let far = far.into_iter().flatten().filter(|it| it.is_finite()).fold(usual / 1.5, f64::max);
        let round = if far > 20.0 { 10.0 } else { 5.0 };
        let end = ((far * 1.5 / round).ceil() * round).min(most);
        let start: f64 = if of == Quantity::HoldSecs && end > 30.0 { 5.0 } else { 1.0 };
        let start = least_said.map_or(start, |least| start.min(least)).max(1.0);
        Self { settable: 1.0..=most, slider: start..=end, step: 1.0 }
    }

    /// What comes of a place on the slider.
    pub(super) fn stepped(&self, value: f64) -> f64 {
        let stepped = (value / self.step).round() * self.step;
        stepped.clamp(*self.slider.start(), *self.slider.end())
    }

    /// What comes of a number that was typed.
    pub(super) fn typed(&self, text: &str) -> Option<f64> {
        let value = number(text)?;
        let fine = if self.is_whole() { value.round() } else { (value * 10.0).round() / 10.0 };
        Some(fine.clamp(*self.settable.start(), *self.settable.end()))
    }

    /// What comes of steps from a value.
    pub(super) fn moved(&self, value: f64, steps: f64) -> f64 {
        let from = if value.is_finite() { value } else { *self.settable.start() };
        (from + steps * self.step).clamp(*self.settable.start(), *self.settable.end())
    }

    fn is_whole(&self) -> bool {
        *self.settable.start() == 1.0 && *self.settable.end() < LONGEST_SECS
    }
}

/// A number as it is typed: `30`, `4.5`, `4,5`, `30 s`, `1:30`.
fn number(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches(|c: char| c.is_alphabetic()).trim().replace(',', ".");
    let value: f64 = match text.split_once(':') {
        Some((minutes, secs)) => {
            minutes.parse::<u32>().ok().map(f64::from)? * 60.0 + secs.parse::<f64>().ok()?
        }
        None => text.parse().ok()?,
    };
    value.is_finite().then_some(value)
}

/// A number as it is shown.
pub(super) fn shown(value: f64) -> String {
    format!("{}", (value * 1000.0).round() / 1000.0)
}

/// What any source says of a quantity.
pub(super) fn said(exercise: &Exercise, of: Quantity) -> Option<Said> {
    exercise.allowed(of).filter(|said| *said != (None, None))
}

/// Whether a value lies below (-1), within (0) or above (1) what is said.
pub(super) fn side_of(value: f64, said: Said) -> i8 {
    if said.0.is_some_and(|least| value < least - 0.001) {
        return -1;
    }
    i8::from(said.1.is_some_and(|most| value > most + 0.001))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slider_spans_what_sources_say_with_room_on_both_sides() {
        for (least, most) in
            [(Some(30.0), Some(60.0)), (Some(2.0), Some(3.0)), (None, Some(120.0)), (Some(5.0), None)]
        {
            let bounds = Bounds::dose(Quantity::HoldSecs, Some(30.0), Some((least, most)));
            assert!(*bounds.slider.start() <= least.unwrap_or(1.0).max(5.0), "{bounds:?}");
            assert!(*bounds.slider.end() > most.or(least).unwrap_or(0.0), "{bounds:?}");
        }
    }

    #[test]
    fn absurd_figures_of_an_exercise_leave_a_slider_that_works() {
        for bad in [f64::NAN, f64::INFINITY, -1e9, 1e300] {
            let bounds = Bounds::dose(Quantity::Reps, Some(bad), Some((Some(bad), Some(bad))));
            assert!(bounds.slider.start() < bounds.slider.end(), "{bad}: {bounds:?}");
            assert!(bounds.moved(bad, 1.0).is_finite());
        }
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let secs = Bounds::pause(60.0);
        assert_eq!(secs.typed("4,5 s"), Some(4.5));
        assert_eq!(secs.typed("1:30"), Some(90.0));
        assert_eq!(secs.typed(" 9999 "), Some(600.0));
        for nonsense in ["", "s", "NaN", "inf", "-", "1:2:3", "4.5.6"] {
            assert_eq!(secs.typed(nonsense), None, "{nonsense}");
        }
        assert_eq!(Bounds::count(10.0, MOST).typed("2.6"), Some(3.0), "counts are whole");
    }

    #[test]
    fn outside_is_told_from_inside() {
        let said = (Some(30.0), Some(60.0));
        assert_eq!([29.0, 30.0, 60.0, 61.0].map(|value| side_of(value, said)), [-1, 0, 0, 1]);
        assert_eq!(side_of(1e9, (Some(30.0), None)), 0);
    }
}
