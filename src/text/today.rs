//! What Today says: why something is suggested, how the week stands, what is offered.

use jiff::civil::Date;

use super::Words;
use crate::history::{AimOffer, AimWeek, OnlyBreath, WeekDay, Why};
use crate::model::Plan;

impl Words {
    /// Why something is suggested, in half a sentence ("Strength was two days ago").
    #[must_use]
    pub fn why(&self, why: Why) -> String {
        match why {
            Why::Gentle(pain) => self.with("why-gentle", &[("pain", pain.into())]),
            Why::AfterRise => self.get("why-after-rise"),
            Why::Signed => self.get("why-signed"),
            Why::Planned(hour, minute) => {
                let time = self.hour_and_minute(hour, minute);
                self.with("why-planned", &[("time", time.into())])
            }
            Why::First => self.get("why-first"),
            Why::StartSmall(days) => self.with("why-start-small", &[("days", days.into())]),
            Why::Strength(days) => self.with("why-strength", &[("days", days.into())]),
            Why::StrengthNew => self.get("why-strength-new"),
            Why::StrengthToday => self.get("why-strength-today"),
            Why::StrengthYesterday => self.get("why-strength-yesterday"),
            Why::NotFor(days) => self.with("why-not-for", &[("days", days.into())]),
            Why::Morning => self.get("why-morning"),
            Why::Work => self.get("why-work"),
            Why::FreeDay => self.get("why-free-day"),
            Why::Evening => self.get("why-evening"),
            Why::Fits => self.get("why-fits"),
        }
    }

    /// Why a break at the desk is breathing alone, in half a sentence.
    #[must_use]
    pub fn why_only_breath(&self, why: OnlyBreath) -> String {
        self.get(match why {
            OnlyBreath::Hurt => "why-breath-hurt",
            OnlyBreath::Rose => "why-breath-rose",
            OnlyBreath::Signed => "why-breath-signed",
        })
    }

    /// A time of day ("8:05").
    #[must_use]
    pub fn hour_and_minute(&self, hour: u8, minute: u8) -> String {
        let (hour, minute) = (hour.to_string(), format!("{minute:02}"));
        self.with("date-time", &[("hour", hour.into()), ("minute", minute.into())])
    }

    /// What the week adds up to, against the aim where there is one ("12 of 20 min, 2 of 4 days").
    #[must_use]
    pub fn week_sum(&self, week: &AimWeek, plan: &Plan) -> String {
        let (minutes, days) = (minutes(week.done_ms), week.done_days);
        let aim = plan.minutes * plan.days;
        let is_reached = days >= plan.days && minutes >= u64::from(aim);
        if plan.has_aim() && !is_reached {
            let (minutes, days, most) = (minutes.into(), days.into(), plan.days.into());
            return self.with(
                "today-week-aim",
                &[("minutes", minutes), ("aim", aim.into()), ("days", days), ("most", most)],
            );
        }
        if days == 0 {
            return self.get("today-week-open");
        }
        let key = if plan.has_aim() { "today-week-reached" } else { "today-week-sum" };
        self.with(key, &[("minutes", minutes.into()), ("days", days.into())])
    }

    /// The whole week for those who do not see it.
    #[must_use]
    pub fn week_said(&self, week: &AimWeek, plan: &Plan, today: Date) -> String {
        let days: Vec<String> = week.days.iter().filter_map(|day| self.week_day_said(day, today)).collect();
        let days = (!days.is_empty()).then(|| days.join(", "));
        let said: Vec<String> = std::iter::once(self.week_sum(week, plan)).chain(days).collect();
        self.with("today-week-said", &[("week", said.join(". ").into())])
    }

    /// A day of which there is something to say.
    fn week_day_said(&self, day: &WeekDay, today: Date) -> Option<String> {
        let name = if day.date == today { self.get("date-today") } else { self.weekday(day.date) };
        if day.sessions > 0 {
            let minutes = self.minutes(day.done_ms);
            return Some(self.with("today-day-done", &[("day", name.into()), ("minutes", minutes.into())]));
        }
        (day.is_planned && day.date >= today).then(|| self.with("today-day-planned", &[("day", name.into())]))
    }

    /// Another aim that is offered, and why.
    #[must_use]
    pub fn aim_offer(&self, offer: AimOffer) -> String {
        match offer {
            AimOffer::Longer { to, .. } => self.with("today-aim-longer", &[("n", to.into())]),
            AimOffer::AfterBreak { to, .. } => self.with("today-aim-break", &[("n", to.into())]),
            AimOffer::MorePain { to, .. } => self.with("today-aim-pain", &[("n", to.into())]),
        }
    }
}

/// Whole minutes; whoever did something did at least one.
fn minutes(ms: u64) -> u64 {
    ((ms + 30_000) / 60_000).max(u64::from(ms > 0))
}
