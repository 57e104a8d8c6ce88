//! Values from bottom to top, with round numbers at the ticks.

/// Values from 0 at the bottom to a round number at the top.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The value at the top.
    pub top: f64,
    /// Ticks from the bottom to the top.
    pub ticks: Vec<ValueTick>,
}

/// A tick of a scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValueTick {
    /// Where, from 0 to 1.
    pub at: f32,
    /// The value.
    pub value: f64,
}

impl Scale {
    /// A scale that holds a value, with at most so many ticks above the one at 0. They are whole
    /// numbers that a person counts in: 1, 2 or 5, or ten, a hundred or a thousand times as much.
    #[must_use]
    pub fn up_to(value: f64, most: usize) -> Self {
        let most = most.max(1) as f64;
        let value = if value.is_finite() { value.max(1.0) } else { 1.0 };
        let mut steps = (0..).flat_map(|zeros| [1.0, 2.0, 5.0].map(|times| times * 10.0_f64.powi(zeros)));
        let step = steps.find(|step| (value / step).ceil() <= most).unwrap_or(value);
        let count = (value / step).ceil();
        let tick =
            |number: usize| ValueTick { at: (number as f64 / count) as f32, value: number as f64 * step };
        Self { top: count * step, ticks: (0..=count as usize).map(tick).collect() }
    }

    /// Where a value is, from 0 to 1.
    #[must_use]
    pub fn at(&self, value: f64) -> f32 {
        (value / self.top).clamp(0.0, 1.0) as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_hold_the_value() {
        let cases: [(f64, usize, &[f64]); 8] = [
            (47.0, 5, &[0.0, 10.0, 20.0, 30.0, 40.0, 50.0]),
            (47.0, 4, &[0.0, 20.0, 40.0, 60.0]),
            (50.0, 5, &[0.0, 10.0, 20.0, 30.0, 40.0, 50.0]),
            (10.0, 5, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0]),
            (10.0, 2, &[0.0, 5.0, 10.0]),
            (0.0, 4, &[0.0, 1.0]),
            (1234.0, 3, &[0.0, 500.0, 1000.0, 1500.0]),
            (f64::NAN, 0, &[0.0, 1.0]),
        ];
        for (value, most, expected) in cases {
            let scale = Scale::up_to(value, most);
            let values: Vec<f64> = scale.ticks.iter().map(|tick| tick.value).collect();
            assert_eq!(values, expected, "up to {value}, {most} at most");
            assert_eq!(scale.top, expected[expected.len() - 1]);
            assert_eq!(scale.ticks.last().map(|tick| tick.at), Some(1.0));
        }
        assert_eq!(Scale::up_to(50.0, 5).at(25.0), 0.5);
    }
}
