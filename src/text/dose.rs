//! How much, in words: short for the screen, whole for the voice.

use super::Words;
use crate::model::{Dose, Seconds, Sides};

impl Words {
    /// A dose in short ("3 × 10 s each side"), given how the sides are used and how many ways
    /// round the exercise has.
    #[must_use]
    pub fn dose(&self, dose: &Dose, sides: Sides, ways: usize) -> String {
        let amount = self.amount(dose);
        let key = match (sides, ways > 1) {
            (Sides::Each, true) => "dose-each-side-way",
            (Sides::Each, false) => "dose-each-side",
            (_, true) => "dose-each-way",
            (Sides::Alternating, false) => "dose-alternating",
            (Sides::Both, false) => return amount,
        };
        self.with(key, &[("dose", bare_count(dose).unwrap_or(amount).into())])
    }

    /// A dose without sides and ways ("3 × 10 s").
    #[must_use]
    pub fn amount(&self, dose: &Dose) -> String {
        match *dose {
            Dose::Hold { secs, times: 1 } => self.with("dose-hold", &[("secs", secs.0.into())]),
            Dose::Hold { secs, times } => {
                self.with("dose-hold-times", &[("secs", secs.0.into()), ("times", times.into())])
            }
            Dose::Reps { count, sets: 1 } => self.with("dose-reps", &[("count", count.into())]),
            Dose::Reps { count, sets } => {
                self.with("dose-reps-sets", &[("count", count.into()), ("sets", sets.into())])
            }
            Dose::Flow { breaths, sets: 1 } => self.with("dose-flow", &[("breaths", breaths.into())]),
            Dose::Flow { breaths, sets } => {
                self.with("dose-flow-sets", &[("breaths", breaths.into()), ("sets", sets.into())])
            }
            Dose::Timed { secs, sets: 1 } => self.with("dose-timed", &[("time", self.secs(secs).into())]),
            Dose::Timed { secs, sets } => {
                self.with("dose-timed-sets", &[("time", self.secs(secs).into()), ("sets", sets.into())])
            }
            Dose::Open { sets: 1 } => self.get("dose-open"),
            Dose::Open { sets } => self.with("dose-open-sets", &[("sets", sets.into())]),
        }
    }

    /// A dose as it is spoken ("3 holds of 10 seconds").
    #[must_use]
    pub fn amount_told(&self, dose: &Dose) -> String {
        match *dose {
            Dose::Hold { secs, times: 1 } => self.with("told-hold", &[("secs", secs.0.into())]),
            Dose::Hold { secs, times } => {
                self.with("told-hold-times", &[("secs", secs.0.into()), ("times", times.into())])
            }
            Dose::Reps { count, sets: 1 } => self.with("told-reps", &[("count", count.into())]),
            Dose::Reps { count, sets } => {
                self.with("told-reps-sets", &[("count", count.into()), ("sets", sets.into())])
            }
            Dose::Flow { breaths, sets: 1 } => self.with("told-flow", &[("breaths", breaths.into())]),
            Dose::Flow { breaths, sets } => {
                self.with("told-flow-sets", &[("breaths", breaths.into()), ("sets", sets.into())])
            }
            Dose::Timed { secs, sets: 1 } if secs.0 >= 60.0 && secs.0 % 60.0 == 0.0 => {
                self.with("told-timed-min", &[("minutes", (secs.0 / 60.0).into())])
            }
            Dose::Timed { secs, sets: 1 } => self.with("told-timed", &[("secs", secs.0.into())]),
            Dose::Timed { secs, sets } => {
                self.with("told-timed-sets", &[("secs", secs.0.into()), ("sets", sets.into())])
            }
            Dose::Open { .. } => self.get("told-open"),
        }
    }

    fn secs(&self, secs: Seconds) -> String {
        self.length(secs.to_ms().unwrap_or_default())
    }
}

/// "10 each way" reads better than "10 times each way".
fn bare_count(dose: &Dose) -> Option<String> {
    match dose {
        Dose::Reps { count, sets: 1 } => Some(count.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Dose, Seconds, Sides};
    use crate::text::Words;

    fn check(dose: &Dose, sides: Sides, ways: usize, short: &str, told: &str) {
        let words = Words::new("en");
        assert_eq!(words.dose(dose, sides, ways), short);
        assert_eq!(words.amount_told(dose), told);
    }

    #[test]
    fn doses_read_short_on_screen_and_whole_when_spoken() {
        let hold = |secs, times| Dose::Hold { secs: Seconds(secs), times };
        check(&hold(10.0, 3), Sides::Each, 0, "3 × 10 s each side", "3 holds of 10 seconds");
        check(&hold(30.0, 1), Sides::Both, 0, "30 s", "Hold for 30 seconds");
        check(&hold(2.5, 2), Sides::Both, 0, "2 × 2.5 s", "2 holds of 2.5 seconds");
        check(&Dose::Reps { count: 10, sets: 1 }, Sides::Both, 2, "10 each way", "10 times");
        check(&Dose::Reps { count: 8, sets: 2 }, Sides::Alternating, 0, "2 × 8, taking turns", "2 sets of 8");
        check(&Dose::Flow { breaths: 6, sets: 1 }, Sides::Both, 0, "6 breaths", "6 breaths");
        check(&Dose::Flow { breaths: 1, sets: 1 }, Sides::Both, 0, "1 breath", "1 breath");
        check(&Dose::Timed { secs: Seconds(120.0), sets: 1 }, Sides::Both, 0, "2 min", "For 2 minutes");
        check(&Dose::Open { sets: 1 }, Sides::Both, 0, "your own time", "As long as you like");
    }

    #[test]
    fn nonsense_in_a_dose_is_words_not_a_panic() {
        let dose = Dose::Timed { secs: Seconds(f64::NAN), sets: 3 };
        assert_eq!(Words::new("en").amount(&dose), "3 × 0 s");
    }
}
