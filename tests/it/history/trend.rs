//! Where pain is going: by table, and by how often chance passes for a trend.

use jiff::civil::{Date, date};
use unhunch::history::{PainCourse, Period, Trend, days};

use super::{felt, overview, session};

const FIRST: Date = Date::constant(2025, 11, 24);

/// The course of pain told before a session on each day after the first, at its hour.
fn course(told: &[(i32, u8)]) -> PainCourse {
    let records: Vec<_> = told
        .iter()
        .enumerate()
        .map(|(hour, &(day, pain))| {
            let date = days::date_of(days::number_of(FIRST) + day);
            felt(session(date, 6 + (hour % 12) as i64, (hour / 12 % 60) as i64), Some(pain), Some(0))
        })
        .collect();
    overview(&records, Period::All, date(2035, 1, 1)).pain
}

/// Pain every so many days.
fn every(step: i32, pains: &[u8]) -> Vec<(i32, u8)> {
    pains.iter().zip(0..).map(|(&pain, place)| (place * step, pain)).collect()
}

/// Uneven numbers around 0, the same for the same seed: each resembles the one before by so much.
fn noise(seed: u64, alike: f64, count: usize) -> Vec<f64> {
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut last = 0.0;
    let mut next = || {
        // Six of them added up are nearly normal, with a deviation of about 1.
        let fresh: f64 = (0..6).map(|_| rng.f64() - 0.5).sum::<f64>() * 1.4;
        last = alike * last + fresh * (1.0 - alike * alike).sqrt();
        last
    };
    (0..count).map(|_| next()).collect()
}

/// Pain day by day, from one value towards another.
fn noisy(seed: u64, alike: f64, count: usize, from: f64, to: f64) -> Vec<(i32, u8)> {
    let pain = |(place, noise): (usize, f64)| {
        let pain = from + (to - from) * place as f64 / (count - 1) as f64 + noise;
        (place as i32, pain.round().clamp(0.0, 10.0) as u8)
    };
    noise(seed, alike, count).into_iter().enumerate().map(pain).collect()
}

#[test]
fn few_points_or_days_say_nothing() {
    let cases = [
        ("nothing", Vec::new()),
        ("one", every(1, &[5])),
        ("five over a month", every(8, &[9, 7, 5, 3, 1])),
        ("fourteen within two weeks", every(1, &[9, 9, 8, 8, 7, 7, 6, 6, 5, 5, 4, 4, 3, 3])),
        (
            "many on few days",
            [0, 0, 0, 10, 10, 10, 20, 20, 20].map(|day| (day, 9 - (day / 4) as u8)).to_vec(),
        ),
    ];
    for (what, told) in cases {
        let seen = course(&told);
        assert_eq!((seen.trend, seen.line), (Trend::TooFew, None), "{what}");
        assert_eq!(seen.points.len(), told.len(), "{what}: what was told is shown all the same");
    }
}

#[test]
fn what_goes_nowhere_is_level() {
    let cases = [
        ("always the same", every(3, &[4; 12]), 4.0),
        ("none at all", every(3, &[0; 12]), 0.0),
        ("ups and downs", every(3, &[4, 5, 3, 4, 6, 4, 3, 5, 4, 4, 5, 3, 4, 5, 4]), 4.0),
        ("one bad day", every(3, &[4, 4, 4, 4, 4, 4, 10, 4, 4, 4, 4, 4]), 4.0),
        ("a bad last day", every(3, &[4, 5, 4, 3, 4, 4, 5, 4, 3, 4, 4, 10]), 4.0),
        ("worse, then better", every(3, &[3, 4, 5, 6, 7, 8, 8, 7, 6, 5, 4, 3]), 5.5),
    ];
    for (what, told, at) in cases {
        let seen = course(&told);
        assert_eq!((seen.trend, seen.line), (Trend::Level, Some((at, at))), "{what}");
    }
}

#[test]
fn what_falls_or_rises_clearly_is_told_by_four_weeks() {
    let fall = every(4, &[7, 7, 6, 6, 6, 5, 5, 4, 4, 3, 3, 3]);
    let shaken = every(4, &[7, 8, 6, 7, 5, 6, 5, 4, 5, 3, 4, 3]);
    let outlier = every(4, &[7, 7, 6, 6, 6, 5, 5, 4, 4, 3, 3, 10]);
    let steep = every(3, &[6, 5, 4, 3, 2, 1, 0]);
    let cases = [
        ("a fall", fall, -2.8, 0.4),
        ("a shaken fall", shaken, -2.8, 0.5),
        ("a fall with a bad last day", outlier, -2.6, 0.5),
        ("a steep fall", steep, -28.0 / 3.0, 0.01),
        ("half a point", noisy(3, 0.0, 200, 6.0, 2.4), -0.5, 0.15),
        ("a slow year", noisy(4, 0.0, 365, 6.0, 3.0), -0.23, 0.08),
    ];
    for (what, told, expected, within) in cases {
        let (down, up) = (course(&told), course(&upside_down(&told)));
        let Trend::Down(amount) = down.trend else { panic!("{what}: {:?}", down.trend) };
        assert!((-amount - expected).abs() <= within, "{what}: -{amount}, not {expected}");
        assert_eq!(up.trend, Trend::Up(amount), "{what}, upside down");
        let (from, to) = down.line.unwrap();
        let days = (told[told.len() - 1].0 - told[0].0) as f32;
        let drop = (from - to - amount * days / 28.0).abs();
        assert!(drop < 0.01, "{what}: the line falls as the trend says, from {from} to {to}");
    }
}

fn upside_down(told: &[(i32, u8)]) -> Vec<(i32, u8)> {
    told.iter().map(|&(day, pain)| (day, 10 - pain)).collect()
}

#[test]
fn a_line_stays_within_the_scale() {
    let seen = course(&every(3, &[9, 8, 6, 4, 2, 0, 0, 0]));
    let (from, to) = seen.line.unwrap();
    assert!(matches!(seen.trend, Trend::Down(_)), "{:?}", seen.trend);
    assert!((7.0..=10.0).contains(&from), "{from}");
    assert_eq!(to, 0.0, "below 0 there is nothing");
}

#[test]
fn days_count_once_however_many_sessions_they_have() {
    let falling = every(4, &[7, 7, 6, 6, 6, 5, 5, 4, 4, 3, 3, 3]);
    let mut crowded = falling.clone();
    crowded.extend([(0, 7); 40]);
    crowded.sort_by_key(|told| told.0);
    assert_eq!(course(&crowded).trend, course(&falling).trend);
}

#[test]
fn many_years_are_compared_as_few_points_and_say_the_same() {
    let seen = course(&noisy(7, 0.0, 3000, 8.0, 2.0));
    let Trend::Down(amount) = seen.trend else { panic!("{:?}", seen.trend) };
    assert!((amount - 6.0 * 28.0 / 3000.0).abs() < 0.005, "{amount}");
}

/// How many of so many courses are told to go somewhere.
fn told(courses: u64, make: impl Fn(u64) -> Vec<(i32, u8)>) -> usize {
    (0..courses).filter(|&seed| matches!(course(&make(seed)).trend, Trend::Down(_) | Trend::Up(_))).count()
}

#[test]
fn chance_seldom_passes_for_a_trend() {
    assert!(told(200, |seed| noisy(seed, 0.0, 40, 5.0, 5.0)) <= 16, "independent days, a test at 5 %");
    assert!(told(200, |seed| noisy(seed, 0.5, 40, 5.0, 5.0)) <= 26, "days that resemble each other");
}

#[test]
fn a_trend_that_matters_is_seldom_missed() {
    assert!(told(200, |seed| noisy(seed, 0.0, 42, 6.0, 4.0)) >= 170, "two points in six weeks");
    assert!(
        told(200, |seed| noisy(seed, 0.5, 84, 6.0, 3.0)) >= 170,
        "three in twelve, on days that resemble"
    );
}

/// Pain of so many weeks that goes by a given number of points a day, else stationary: each day
/// resembles the one before by so much. Told on one day in `every`, from the middle of the scale or
/// from low on it.
fn autoregressive(seed: u64, alike: f64, weeks: usize, every: usize, a_day: f64) -> Vec<(i32, u8)> {
    // What comes before the first day makes the first days like all others.
    const BEFORE: usize = 40;
    let days = weeks * 7 + 1;
    let level = [5.0, 2.5][seed as usize % 2];
    noise(seed, alike, BEFORE + days)[BEFORE..]
        .iter()
        .enumerate()
        .step_by(every)
        .map(|(day, noise)| {
            let pain = a_day.mul_add(day as f64, level) + 1.3 * noise;
            (day as i32, pain.round().clamp(0.0, 10.0) as u8)
        })
        .collect()
}

#[test]
fn ups_and_downs_that_last_for_days_seldom_pass_for_a_trend() {
    const COURSES: u64 = 300;
    for alike in [0.0, 0.3, 0.6] {
        let mut total = 0;
        for (weeks, every) in [(2, 1), (4, 1), (4, 2), (8, 1), (8, 3), (26, 2)] {
            let times = told(COURSES, |seed| autoregressive(seed, alike, weeks, every, 0.0));
            total += times;
            let share = times as f64 / COURSES as f64;
            assert!(share <= 0.09, "{share} of {weeks} weeks, a day in {every}, alike by {alike}");
        }
        let share = total as f64 / (6 * COURSES) as f64;
        assert!(share <= 0.06, "{share} of all, alike by {alike}");
    }
}

#[test]
fn a_point_in_two_weeks_is_found_before_long() {
    const COURSES: u64 = 200;
    for (alike, weeks, every, at_least) in [
        (0.0, 4, 1, 0.4),
        (0.0, 6, 1, 0.9),
        (0.3, 8, 1, 0.9),
        (0.6, 8, 1, 0.7),
        (0.0, 8, 2, 0.9),
        (0.6, 12, 2, 0.9),
    ] {
        let upwards = |seed| autoregressive(2 * seed + 1, alike, weeks, every, 1.0 / 14.0);
        let share = told(COURSES, upwards) as f64 / COURSES as f64;
        assert!(share >= at_least, "{share} of {weeks} weeks, a day in {every}, alike by {alike}");
    }
}
