//! Diagnostics and what would mend them, in words.

use super::Words;
use crate::model::{Equipment, Fix, Problem, Quantity, Sides};

impl Words {
    /// What is the matter, in one line without a full stop.
    #[must_use]
    pub fn problem(&self, problem: &Problem) -> String {
        match problem {
            Problem::UnknownExercise { id, nearest } => {
                self.unknown("problem-unknown-exercise", id, nearest.as_deref())
            }
            Problem::UnknownBreath { id, nearest } => {
                self.unknown("problem-unknown-breath", id, nearest.as_deref())
            }
            Problem::BadDuration { field, secs } => self
                .with("problem-bad-duration", &[("field", (*field).into()), ("secs", number(*secs).into())]),
            Problem::BadCount { field, count } => {
                self.with("problem-bad-count", &[("field", (*field).into()), ("count", (*count).into())])
            }
            Problem::DoseOutsideRange { exercise, quantity, asked, min, max } => {
                self.outside(exercise, *quantity, *asked, *min, *max)
            }
            Problem::ColdStretch { exercise } => self.about("problem-cold-stretch", exercise),
            Problem::OneSideOnly { exercise } => self.about("problem-one-side-only", exercise),
            Problem::NoCoolDown => self.get("problem-no-cool-down"),
            Problem::RollerTooLong { exercise, secs } => self.with(
                "problem-roller-too-long",
                &[("exercise", exercise.as_str().into()), ("secs", number(*secs).into())],
            ),
            Problem::RetentionUnderStrain { exercise, pattern } => self.with(
                "problem-retention",
                &[("exercise", exercise.as_str().into()), ("pattern", pattern.as_str().into())],
            ),
            Problem::NoRest { exercise } => self.about("problem-no-rest", exercise),
            Problem::EquipmentChange { from, to } => self.with(
                "problem-equipment-change",
                &[("from", self.equipment_list(from).into()), ("to", self.equipment_list(to).into())],
            ),
            Problem::Empty => self.get("problem-empty"),
            Problem::OverAnHour { minutes } => {
                self.with("problem-over-an-hour", &[("minutes", (*minutes).into())])
            }
            Problem::TooLong => self.get("problem-too-long"),
            Problem::TooDeep => self.get("problem-too-deep"),
            Problem::NewerVersion { version } => {
                self.with("problem-newer-version", &[("version", (*version).into())])
            }
            Problem::LongSilence { exercise, secs } => self.with(
                "problem-long-silence",
                &[("what", self.what_is_done(exercise.as_deref()).into()), ("secs", number(*secs).into())],
            ),
            Problem::Unannounced { exercise, side: None } => {
                self.with("problem-unannounced", &[("what", self.what_is_done(exercise.as_deref()).into())])
            }
            Problem::Unannounced { exercise, side: Some(side) } => self.with(
                "problem-unannounced-side",
                &[
                    ("what", self.what_is_done(exercise.as_deref()).into()),
                    ("side", self.side_said(*side).into()),
                ],
            ),
            Problem::EndUnheard { exercise } => {
                self.with("problem-end-unheard", &[("what", self.what_is_done(exercise.as_deref()).into())])
            }
            Problem::DuplicateId { id } => self.with("problem-duplicate-id", &[("id", id.as_str().into())]),
        }
    }

    /// What a fix does, as the label of a button.
    #[must_use]
    pub fn fix(&self, fix: &Fix) -> String {
        match fix {
            Fix::UseExercise(id) => self.with("fix-use-exercise", &[("id", id.as_str().into())]),
            Fix::UseBreath(id) => self.with("fix-use-breath", &[("id", id.as_str().into())]),
            Fix::SetDose(dose) => {
                self.with("fix-set-dose", &[("dose", self.dose(dose, Sides::Both, 0).into())])
            }
            Fix::BothSides => self.get("fix-both-sides"),
            Fix::SetRest(secs) => self.with("fix-set-rest", &[("secs", number(*secs).into())]),
            Fix::InsertStep(id) => self.with("fix-insert-step", &[("id", id.as_str().into())]),
            Fix::AppendStep(id) => self.with("fix-append-step", &[("id", id.as_str().into())]),
            Fix::SetTimes(times) => self.with("fix-set-times", &[("n", (*times).into())]),
            Fix::LeaveOut(_) => self.get("fix-leave-out"),
            Fix::Remove => self.get("fix-remove"),
        }
    }

    fn what_is_done(&self, exercise: Option<&str>) -> String {
        exercise.map_or_else(|| self.get("problem-breathing"), str::to_owned)
    }

    fn about(&self, key: &str, exercise: &str) -> String {
        self.with(key, &[("exercise", exercise.into())])
    }

    fn unknown(&self, key: &str, id: &str, nearest: Option<&str>) -> String {
        match nearest {
            Some(near) => self.with(&format!("{key}-near"), &[("id", id.into()), ("near", near.into())]),
            None => self.with(key, &[("id", id.into())]),
        }
    }

    fn outside(&self, name: &str, of: Quantity, asked: f64, min: Option<f64>, max: Option<f64>) -> String {
        let key = match (min, max) {
            (Some(min), Some(max)) if number(min) == number(max) => "problem-dose-exactly",
            (Some(_), Some(_)) => "problem-dose-between",
            (Some(_), None) => "problem-dose-at-least",
            (None, Some(_)) => "problem-dose-at-most",
            (None, None) => "problem-dose-outside",
        };
        let mut args = vec![
            ("exercise", name.into()),
            ("asked", number(asked).into()),
            ("quantity", self.quantity(of).into()),
        ];
        args.extend(min.map(|min| ("min", number(min).into())));
        args.extend(max.map(|max| ("max", number(max).into())));
        self.with(key, &args)
    }

    fn equipment_list(&self, equipment: &[Equipment]) -> String {
        if equipment.is_empty() {
            return self.get("problem-equipment-none");
        }
        let names: Vec<String> = equipment.iter().map(|&one| self.equipment(one)).collect();
        names.join(", ")
    }
}

/// A figure as it was written: whole numbers without a point, `NaN` and `inf` as themselves.
fn number(value: f64) -> String {
    value.to_string()
}

#[cfg(test)]
mod tests {
    use crate::model::{Dose, Equipment, Fix, Problem, Quantity, Seconds};
    use crate::text::Words;

    #[test]
    fn problems_name_the_thing_and_the_way_out() {
        let words = Words::new("en");
        let unknown = Problem::UnknownExercise { id: "cat-kow".into(), nearest: Some("cat-cow".into()) };
        assert_eq!(words.problem(&unknown), "there is no exercise “cat-kow”; did you mean “cat-cow”?");
        let outside = Problem::DoseOutsideRange {
            exercise: "childs-pose".into(),
            quantity: Quantity::HoldSecs,
            asked: 5.0,
            min: Some(15.0),
            max: Some(60.0),
        };
        assert_eq!(words.problem(&outside), "childs-pose: 5 seconds of a hold, the sources say 15 to 60");
        let Problem::DoseOutsideRange { exercise, quantity, asked, max, .. } = outside else {
            unreachable!()
        };
        let exactly = Problem::DoseOutsideRange { exercise, quantity, asked, min: max, max };
        assert_eq!(words.problem(&exactly), "childs-pose: 5 seconds of a hold, the sources say 60");
        let change = Problem::EquipmentChange { from: vec![Equipment::Chair], to: vec![Equipment::Mat] };
        assert_eq!(words.problem(&change), "something new has to be fetched: mat instead of chair");
        let bad = Problem::BadDuration { field: "secs", secs: f64::NAN };
        assert_eq!(words.problem(&bad), "secs is NaN: a duration is from 0 to 3600 seconds");
        let fix = Fix::SetDose(Dose::Hold { secs: Seconds(15.0), times: 2 });
        assert_eq!(words.fix(&fix), "Take 2 × 15 s");
    }
}
