//! What an exercise can be good for in a session, told from its category, dose, tempo and regions.

use crate::model::{Category, Dose, Exercise, Region, Tempo};

/// The parts of a session, in the order of source 001: warm-up, core relief, strengthening,
/// stretching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Role {
    WarmUp,
    Loosen,
    Strengthen,
    Stretch,
}

/// A repetition that is over sooner than this is brisk, in seconds (added).
const BRISK_SECS: f64 = 1.5;

/// True for a stretch that is held at the end of the range: what no cold muscle should do (003T).
pub(super) fn is_static(exercise: &Exercise) -> bool {
    let named = matches!(exercise.category, Category::Static | Category::CoolDown)
        || exercise.also.contains(&Category::Static);
    named && !moves(exercise)
}

/// True for what keeps moving, rather than staying.
pub(super) fn moves(exercise: &Exercise) -> bool {
    !matches!(exercise.dose, Dose::Hold { .. })
}

/// How well an exercise plays a role, 0 where it does not.
pub(super) fn fitness(exercise: &Exercise, role: Role) -> f64 {
    match role {
        Role::WarmUp => warming(exercise),
        Role::Loosen => loosening(exercise),
        Role::Strengthen => f64::from(exercise.category == Category::Strengthening),
        Role::Stretch => f64::from(is_static(exercise)),
    }
}

/// A good warm-up mixes light activity, moves of the activity itself and dynamic stretching (003T).
fn warming(exercise: &Exercise) -> f64 {
    let is_meant = exercise.category == Category::WarmUp || exercise.also.contains(&Category::WarmUp);
    match exercise.category {
        _ if !moves(exercise) => 0.0,
        Category::WarmUp | Category::Dynamic => 1.0,
        Category::Desk | Category::Mobility if is_meant => 1.0,
        Category::Desk | Category::Mobility => 0.15,
        Category::Static | Category::Strengthening | Category::CoolDown | Category::Breathing => 0.0,
    }
}

fn loosening(exercise: &Exercise) -> f64 {
    match exercise.category {
        _ if is_static(exercise) => 0.0,
        Category::Dynamic | Category::Mobility | Category::Desk => 1.0,
        // What wakes up the back is of use again in the middle; a march is not.
        Category::WarmUp if is_light_activity(exercise) => 0.02,
        Category::WarmUp => 0.2,
        Category::Static | Category::Strengthening | Category::CoolDown | Category::Breathing => 0.0,
    }
}

/// Walking, marching and the like: light activity comes first of all (003T).
pub(super) fn is_light_activity(exercise: &Exercise) -> bool {
    exercise.category == Category::WarmUp && matches!(exercise.dose, Dose::Timed { .. })
}

/// True for what goes at a pace that stirs up rather than calms.
pub(super) fn is_brisk(exercise: &Exercise) -> bool {
    let Tempo { lift_secs, pause_secs, lower_secs } = exercise.tempo.unwrap_or_default();
    moves(exercise) && lift_secs.0 + pause_secs.0 + lower_secs.0 < BRISK_SECS
}

/// The upper back comes first: that is what this program is for.
pub(super) fn region_weight(exercise: &Exercise) -> f64 {
    let weight = |region: Region| match region {
        Region::UpperBack
        | Region::MidBack
        | Region::ShoulderBlades
        | Region::UpperTrapezius
        | Region::Spine => 3.0,
        Region::Shoulders
        | Region::Chest
        | Region::NeckBack
        | Region::NeckSide
        | Region::NeckFront
        | Region::Flanks => 2.0,
        _ => 1.0,
    };
    exercise.felt.iter().map(|felt| weight(felt.region)).fold(1.0, f64::max)
}
