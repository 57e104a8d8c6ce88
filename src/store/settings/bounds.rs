//! What the settings may be: a figure nobody could want is brought to the nearest that works.

use std::ops::RangeInclusive;

use crate::model::plan::{LONGEST_GOAL, MOST_ALARM_MIN, MOST_DAYS, MOST_MINUTES, MOST_TIMES};
use crate::model::{BreathPattern, Breathe, FILE_VERSION, Plan, PlannedTime, Room, Seconds, Settings, Voice};

/// The longest lead-in, rest or change of sides, in seconds.
const LONGEST_SECS: f64 = 600.0;

/// The most own patterns, and the most stages of one.
const MOST_PATTERNS: usize = 100;
const MOST_STAGES: usize = 16;

/// The longest stage of an own pattern, in seconds.
const LONGEST_STAGE_SECS: f64 = 60.0;

/// The longest id of a routine that is meant, in bytes.
const LONGEST_ID: usize = 200;

/// The longest name of a calendar, in letters.
const LONGEST_CALENDAR: usize = 32;

/// Settings inside their bounds, and the names of those that were not.
pub(super) fn within_bounds(mut settings: Settings) -> (Settings, Vec<String>) {
    let mut tidy = Tidy { usual: Settings::default(), changed: Vec::new() };
    if settings.version != FILE_VERSION {
        tidy.say("version");
        settings.version = FILE_VERSION;
    }
    tidy.share("volume", &mut settings.volume, tidy.usual.volume);
    for (kind, volume) in &mut settings.cue_volumes {
        tidy.share(&format!("cue_volumes.{kind:?}"), volume, 1.0);
    }
    let secs = [
        ("lead_in_secs", &mut settings.lead_in_secs, tidy.usual.lead_in_secs),
        ("rest_secs", &mut settings.rest_secs, tidy.usual.rest_secs),
        ("switch_secs", &mut settings.switch_secs, tidy.usual.switch_secs),
    ];
    for (name, value, usual) in secs {
        tidy.secs(name, value, usual);
    }
    tidy.voice(&mut settings.voice);
    tidy.room(&mut settings.room);
    for (name, pair) in
        [("compact.at", &mut settings.compact.at), ("compact.size", &mut settings.compact.size)]
    {
        if pair.is_some_and(|(x, y)| !(x.abs() < 1e5 && y.abs() < 1e5)) {
            tidy.say(name);
            *pair = None;
        }
    }
    tidy.breathe(&mut settings.breathe);
    tidy.plan(&mut settings.plan);
    let calendar = &mut settings.calendar;
    if calendar.len() > LONGEST_CALENDAR || !calendar.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        tidy.say("calendar");
        calendar.clear();
    }
    (settings, tidy.changed)
}

struct Tidy {
    usual: Settings,
    changed: Vec<String>,
}

impl Tidy {
    fn say(&mut self, name: &str) {
        self.changed.push(name.to_owned());
    }

    fn number(&mut self, name: &str, value: &mut f32, range: RangeInclusive<f32>, usual: f32) {
        let bounded = if value.is_nan() { usual } else { value.clamp(*range.start(), *range.end()) };
        if bounded != *value {
            self.say(name);
            *value = bounded;
        }
    }

    fn share(&mut self, name: &str, value: &mut f32, usual: f32) {
        self.number(name, value, 0.0..=1.0, usual);
    }

    fn secs(&mut self, name: &str, value: &mut Seconds, usual: Seconds) {
        let bounded = if value.0.is_nan() { usual } else { Seconds(value.0.clamp(0.0, LONGEST_SECS)) };
        if bounded != *value {
            self.say(name);
            *value = bounded;
        }
    }

    fn voice(&mut self, voice: &mut Voice) {
        let usual = Voice::default();
        self.number("voice.rate", &mut voice.rate, -1.0..=1.0, usual.rate);
        self.share("voice.volume", &mut voice.volume, usual.volume);
    }

    fn room(&mut self, room: &mut Room) {
        self.number("room.distance_m", &mut room.distance_m, 0.3..=20.0, Room::default().distance_m);
        if room.mm_per_point.is_some_and(|mm| !(0.02..=2.0).contains(&mm)) {
            self.say("room.mm_per_point");
            room.mm_per_point = None;
        }
    }

    fn plan(&mut self, plan: &mut Plan) {
        let figures = [
            ("plan.minutes", &mut plan.minutes, MOST_MINUTES),
            ("plan.days", &mut plan.days, MOST_DAYS),
            ("plan.alarm_min", &mut plan.alarm_min, MOST_ALARM_MIN),
        ];
        for (name, value, most) in figures {
            if *value > most {
                self.say(name);
                *value = most;
            }
        }
        let before = plan.times.len();
        plan.times.retain(is_a_time);
        plan.times.truncate(MOST_TIMES);
        if plan.times.len() != before {
            self.say("plan.times");
        }
        if let Some((end, _)) = plan.goal.char_indices().nth(LONGEST_GOAL) {
            self.say("plan.goal");
            plan.goal.truncate(end);
        }
    }

    fn breathe(&mut self, breathe: &mut Breathe) {
        let minutes = breathe.minutes.clamp(1, 60);
        if minutes != breathe.minutes {
            self.say("breathe.minutes");
            breathe.minutes = minutes;
        }
        let before = breathe.own.len();
        let mut ids = std::collections::BTreeSet::new();
        breathe.own.retain(|pattern| is_usable(pattern) && ids.insert(pattern.id.clone()));
        breathe.own.truncate(MOST_PATTERNS);
        if breathe.own.len() != before {
            self.say("breathe.own");
        }
    }
}

/// Whether a time can stand in a calendar.
fn is_a_time(time: &PlannedTime) -> bool {
    time.hour < 24 && time.minute < 60 && time.routine.len() <= LONGEST_ID
}

/// A pattern that can be followed and told from others.
fn is_usable(pattern: &BreathPattern) -> bool {
    let sane = |secs: Seconds| secs.0.is_finite() && (0.0..=LONGEST_STAGE_SECS).contains(&secs.0);
    let total: f64 = pattern.stages.iter().map(|stage| stage.1.0).sum();
    !pattern.id.is_empty()
        && pattern.stages.len() <= MOST_STAGES
        && pattern.stages.iter().all(|stage| sane(stage.1))
        && total >= 1.0
}
