//! Damaged settings: whatever can be read is used, the rest is reported, and nothing is ever lost.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tempfile::TempDir;
use unhunch::model::{
    BreathPattern, BreathPhase, BreathStage, Breathe, Compact, CueKind, Plan, PlannedTime, Room, Seconds,
    Settings, SpokenKind, ThemeChoice, Voice, Weekday,
};
use unhunch::store::DataFolder;
use unhunch::store::ron_layout::write_settings;

fn data_folder() -> (TempDir, DataFolder) {
    let temp = TempDir::new().unwrap();
    let folder = DataFolder::open(Some(temp.path().join("data"))).unwrap();
    folder.prepare().unwrap();
    (temp, folder)
}

fn own(id: &str, name: &str) -> BreathPattern {
    BreathPattern {
        id: id.into(),
        name: name.into(),
        stages: vec![
            BreathStage(BreathPhase::In, Seconds(4.0)),
            BreathStage(BreathPhase::Full, Seconds(1.5)),
            BreathStage(BreathPhase::Out, Seconds(6.2)),
        ],
        retention: true,
    }
}

/// Nothing in it is as usual, so that every entry that goes missing is seen.
fn personal() -> Settings {
    Settings {
        version: 1,
        theme: ThemeChoice::HighContrast,
        volume: 0.35,
        muted: true,
        cue_volumes: BTreeMap::from([(CueKind::Start, 0.5), (CueKind::BreathIn, 0.0)]),
        voice: Voice {
            on: true,
            name: "Ana".into(),
            rate: 0.5,
            volume: 0.4,
            silent_on: BTreeSet::from([SpokenKind::Halfway]),
        },
        reduced_motion: true,
        lead_in_secs: Seconds(12.0),
        rest_secs: Seconds(20.0),
        switch_secs: Seconds(3.0),
        language: "de".into(),
        body: "ben".into(),
        room: Room { on: true, distance_m: 3.5, mm_per_point: Some(0.2) },
        compact: Compact { at: Some((10.0, 20.0)), size: Some((300.0, 200.0)) },
        breathe: Breathe {
            pattern: "own-1".into(),
            minutes: 7,
            own: vec![own("own-1", "Mine"), own("own-2", "Late")],
        },
        safety_read: true,
        ask_before: false,
        plan: Plan {
            goal: "Lift my daughter".into(),
            minutes: 6,
            days: 4,
            times: vec![PlannedTime {
                day: Weekday::Friday,
                hour: 7,
                minute: 45,
                routine: "desk-break".into(),
            }],
            alarm_min: 15,
        },
        calendar: "0123456789abcdef".into(),
    }
}

/// Whether each entry is as it was, by name.
fn entries(a: &Settings, b: &Settings) -> BTreeMap<&'static str, bool> {
    BTreeMap::from([
        ("theme", a.theme == b.theme),
        ("safety_read", a.safety_read == b.safety_read),
        ("ask_before", a.ask_before == b.ask_before),
        ("plan", a.plan == b.plan),
        ("volume", a.volume == b.volume),
        ("muted", a.muted == b.muted),
        ("cue_volumes", a.cue_volumes == b.cue_volumes),
        ("voice", a.voice == b.voice),
        ("reduced_motion", a.reduced_motion == b.reduced_motion),
        ("lead_in_secs", a.lead_in_secs == b.lead_in_secs),
        ("rest_secs", a.rest_secs == b.rest_secs),
        ("switch_secs", a.switch_secs == b.switch_secs),
        ("language", a.language == b.language),
        ("body", a.body == b.body),
        ("room", a.room == b.room),
        ("compact", a.compact == b.compact),
        ("breathe", a.breathe == b.breathe),
    ])
}

fn damaged_copies(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().contains("settings.damaged-"))
        .collect();
    found.sort();
    found
}

/// The settings of a text, and the names of what was set aside and corrected.
fn loaded(text: &str) -> (Settings, Vec<String>, Vec<String>) {
    let (_temp, folder) = data_folder();
    fs::write(folder.settings_path(), text).unwrap();
    let loaded = folder.load_settings();
    (loaded.settings, loaded.set_aside, loaded.corrected)
}

#[test]
fn one_unknown_value_costs_nothing_but_itself() {
    let text = write_settings(&personal(), "").unwrap();
    let cases: [(&str, &str, &[&str]); 9] = [
        ("theme: HighContrast", "theme: Purple", &["theme"]),
        ("volume: 0.35", "volume: \"loud\"", &["volume"]),
        ("volume: 0.35,", "volume: 0.35, mood: Calm,", &["mood"]),
        ("Start: 0.5", "Start: 0.5, Gong: 1", &["cue_volumes.Gong"]),
        ("rate: 0.5", "rate: Fast", &["voice.rate"]),
        ("Halfway]", "Halfway, Jokes]", &["voice.silent_on"]),
        ("distance_m: 3.5", "distance_m: far", &["room.distance_m"]),
        ("minutes: 7", "minutes: -7", &["breathe.minutes"]),
        ("name: \"Late\"", "name: \"Late\", colour: 3", &["breathe.own.colour"]),
    ];
    for (good, bad, lost) in cases {
        assert!(text.contains(good), "{good} is not in {text}");
        let (settings, set_aside, _) = loaded(&text.replacen(good, bad, 1));
        assert_eq!(set_aside, lost, "{bad}");
        let top = lost[0].split('.').next().unwrap();
        for (entry, same) in entries(&settings, &personal()) {
            assert!(same || entry == top, "{bad} cost {entry}");
        }
    }
}

#[test]
fn the_rest_of_a_group_is_kept_too() {
    let text = write_settings(&personal(), "").unwrap();
    let (settings, ..) = loaded(&text.replacen("rate: 0.5", "rate: Fast", 1));
    assert_eq!(settings.voice, Voice { rate: 0.0, ..personal().voice });
    let (settings, ..) = loaded(&text.replacen("Start: 0.5", "Gong: 0.5", 1));
    assert_eq!(settings.cue_volumes, BTreeMap::from([(CueKind::BreathIn, 0.0)]));
    let (settings, lost, _) = loaded(&text.replacen("Full, 1.5", "Gasp, 1.5", 1));
    assert_eq!(settings.breathe.own, [own("own-2", "Late")], "half a pattern is no pattern");
    assert_eq!(lost, ["breathe.own"]);
}

#[test]
fn a_newer_file_gives_what_is_understood_of_it() {
    let text = write_settings(&personal(), "").unwrap().replacen("version: 1", "version: 7", 1);
    let (settings, lost, _) = loaded(&text.replacen("theme: HighContrast", "theme: Sepia(warm: 3)", 1));
    assert_eq!(lost, ["version", "theme"]);
    assert_eq!(settings, Settings { theme: ThemeChoice::System, ..personal() });
}

#[test]
fn what_is_out_of_range_is_brought_into_it_and_said() {
    let text = "(version: 1, volume: 7, cue_volumes: {End: -1}, voice: (rate: 9), lead_in_secs: NaN, \
                rest_secs: 1e9, switch_secs: -4, room: (distance_m: inf, mm_per_point: 0), \
                compact: (at: (NaN, 0)), breathe: (minutes: 4000), \
                plan: (minutes: 5000, days: 9, alarm_min: 4000, times: [(day: Monday, hour: 24, minute: 0), \
                (day: Friday, hour: 23, minute: 59), (day: Friday, hour: 0, minute: 60)]), \
                calendar: \"a\\r\\nb\")";
    let (settings, set_aside, corrected) = loaded(text);
    assert_eq!(set_aside, [""; 0]);
    let said = [
        "volume",
        "cue_volumes.End",
        "lead_in_secs",
        "rest_secs",
        "switch_secs",
        "voice.rate",
        "room.distance_m",
        "room.mm_per_point",
        "compact.at",
        "breathe.minutes",
        "plan.minutes",
        "plan.days",
        "plan.alarm_min",
        "plan.times",
        "calendar",
    ];
    let mut corrected = corrected;
    corrected.sort();
    let mut said = said.to_vec();
    said.sort_unstable();
    assert_eq!(corrected, said);
    assert_eq!((settings.volume, settings.voice.rate, settings.room.distance_m), (1.0, 1.0, 20.0));
    assert_eq!(settings.lead_in_secs, Settings::default().lead_in_secs);
    assert_eq!((settings.rest_secs, settings.switch_secs), (Seconds(600.0), Seconds(0.0)));
    assert_eq!((settings.breathe.minutes, settings.compact.at), (60, None));
    assert_eq!(settings.calendar, "", "it could end a line of a calendar");
    let plan = settings.plan;
    assert_eq!((plan.minutes, plan.days, plan.alarm_min), (120, 7, 120));
    assert_eq!(plan.times.iter().map(|time| (time.hour, time.minute)).collect::<Vec<_>>(), [(23, 59)]);
}

#[test]
fn an_endless_plan_is_cut_where_it_can_still_be_read() {
    let time = PlannedTime { day: Weekday::Monday, hour: 8, minute: 0, routine: String::new() };
    let plan = Plan { goal: "ü".repeat(10_000), times: vec![time; 3_000], ..Plan::default() };
    let text = write_settings(&Settings { plan, ..Settings::default() }, "").unwrap();
    let (settings, set_aside, mut corrected) = loaded(&text);
    corrected.sort();
    assert_eq!((set_aside, corrected), (Vec::new(), vec!["plan.goal".to_owned(), "plan.times".to_owned()]));
    assert_eq!((settings.plan.goal, settings.plan.times.len()), ("ü".repeat(300), 50));
}

#[test]
fn a_reported_problem_names_line_and_reason() {
    let (_temp, folder) = data_folder();
    let text = "(\n    volume: 0.2,\n    theme: Drak,\n)\n";
    fs::write(folder.settings_path(), text).unwrap();
    let problems = folder.load_settings().problems;
    let said = problems[0].to_string();
    assert!(said.contains("settings.ron:3:5:") && said.contains("did you mean `Dark`?"), "{said}");
}

#[test]
fn the_first_save_keeps_the_original_and_later_ones_none() {
    let (_temp, folder) = data_folder();
    let damaged = b"(theme: Purple, volume: 0.2) \xff".to_vec();
    fs::write(folder.settings_path(), &damaged).unwrap();
    let settings = folder.load_settings().settings;
    assert_eq!(settings.volume, 0.2);
    let kept = folder.save_settings(&settings).unwrap().unwrap();
    assert_eq!(kept, folder.root().join("settings.damaged-1.ron"));
    assert_eq!(fs::read(&kept).unwrap(), damaged);
    assert_eq!(folder.load_settings().problems, []);
    assert_eq!(folder.save_settings(&settings).unwrap(), None);
    // Another damage gets another name; the same one none.
    fs::write(folder.settings_path(), "(theme: Green)").unwrap();
    let second = folder.save_settings(&settings).unwrap().unwrap();
    assert_eq!(second, folder.root().join("settings.damaged-2.ron"));
    fs::write(folder.settings_path(), &damaged).unwrap();
    assert_eq!(folder.save_settings(&settings).unwrap().unwrap(), kept);
    assert_eq!(damaged_copies(folder.root()).len(), 2);
}

/// A change somebody's disk or editor might make.
#[derive(Clone, Debug)]
struct Damage {
    at: usize,
    cut: usize,
    put: Vec<u8>,
}

fn damage() -> impl Strategy<Value = Damage> {
    let text = "[\\[(){}\\],:\"'/*#\\\\\na-zA-Z0-9. -]{0,6}".prop_map(String::into_bytes);
    let bytes = proptest::collection::vec(any::<u8>(), 0..6);
    (0..10_000_usize, 0..30_usize, prop_oneof![3 => text, 1 => bytes]).prop_map(|(at, cut, put)| Damage {
        at,
        cut,
        put,
    })
}

fn apply(bytes: &[u8], damage: &Damage) -> Vec<u8> {
    let at = damage.at % bytes.len();
    let end = (at + damage.cut).min(bytes.len());
    [&bytes[..at], &damage.put, &bytes[end..]].concat()
}

/// The entries of which a damage touches a line, by name.
fn touched(text: &str, damage: &Damage) -> BTreeSet<String> {
    let at = damage.at % text.len();
    let end = (at + damage.cut).min(text.len());
    let (mut start, mut entry, mut names) = (0, String::new(), BTreeSet::new());
    for line in text.split_inclusive('\n') {
        let after = start + line.len();
        if line.starts_with("    ") && !line.starts_with("     ") && line.contains(':') {
            line.trim().split(':').next().unwrap().clone_into(&mut entry);
        }
        if start <= end && at <= after {
            names.insert(entry.clone());
        }
        start = after;
    }
    names
}

#[test]
fn hundreds_of_single_damages_cost_only_the_entries_they_touch() {
    let text = write_settings(&personal(), "// mine\n").unwrap();
    let (_temp, folder) = data_folder();
    let path = folder.settings_path();
    let mut runner = TestRunner::new(Config { cases: 800, failure_persistence: None, ..Config::default() });
    let survived = std::cell::Cell::new(0_usize);
    runner
        .run(&damage(), |damage| {
            let bytes = apply(text.as_bytes(), &damage);
            fs::write(&path, &bytes).unwrap();
            let loaded = folder.load_settings();
            let touched = touched(&text, &damage);
            for (entry, same) in entries(&loaded.settings, &personal()) {
                prop_assert!(
                    same || touched.contains(entry),
                    "{entry} was lost in\n{}",
                    String::from_utf8_lossy(&bytes)
                );
                survived.set(survived.get() + usize::from(same));
            }
            Ok(())
        })
        .unwrap();
    assert!(survived.get() > 800 * 10, "only {} survived", survived.get());
}

#[test]
fn a_stray_bracket_anywhere_costs_only_the_entry_it_touches() {
    let text = write_settings(&personal(), "// mine\n").unwrap();
    let (_temp, folder) = data_folder();
    let path = folder.settings_path();
    for at in 0..text.len() {
        for put in [")", "(", ")(", "]", "}"] {
            let damage = Damage { at, cut: 0, put: put.into() };
            fs::write(&path, apply(text.as_bytes(), &damage)).unwrap();
            let loaded = folder.load_settings();
            let touched = touched(&text, &damage);
            for (entry, same) in entries(&loaded.settings, &personal()) {
                assert!(same || touched.contains(entry), "{put} at {at} of {touched:?} costs {entry}");
            }
        }
    }
}

#[test]
fn whatever_the_damage_nothing_is_lost_and_the_next_start_is_clean() {
    let text = write_settings(&personal(), "// mine\n").unwrap();
    let mut runner = TestRunner::new(Config { cases: 200, failure_persistence: None, ..Config::default() });
    runner
        .run(&proptest::collection::vec(damage(), 1..8), |damages| {
            let (_temp, folder) = data_folder();
            let bytes = damages.iter().fold(text.clone().into_bytes(), |bytes, damage| {
                if bytes.is_empty() { bytes } else { apply(&bytes, damage) }
            });
            fs::write(folder.settings_path(), &bytes).unwrap();
            let loaded = folder.load_settings();
            let kept = folder.save_settings(&loaded.settings).unwrap();
            prop_assert_eq!(kept.is_some(), loaded.is_damaged());
            if let Some(kept) = kept {
                prop_assert_eq!(fs::read(kept).unwrap(), bytes);
            }
            let again = folder.load_settings();
            prop_assert_eq!(again.problems, []);
            prop_assert_eq!(again.settings, loaded.settings);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_full_megabyte_of_nonsense_is_answered_in_bounded_time() {
    let (_temp, folder) = data_folder();
    let entries = "x: 1, ".repeat(150_000);
    for text in
        [format!("({entries}volume: 0.5)"), format!("(cue_volumes: {{{entries}}})"), "(".repeat(900_000)]
    {
        fs::write(folder.settings_path(), &text).unwrap();
        let loaded = folder.load_settings();
        assert!(loaded.is_damaged() && loaded.problems.len() < 30, "{}", loaded.problems.len());
    }
    fs::write(folder.settings_path(), format!("({entries}volume: 0.5)")).unwrap();
    assert_eq!(folder.load_settings().settings.volume, 0.5);
}
