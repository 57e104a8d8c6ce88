//! The words and the code agree: every key that is asked for exists and gets the values it needs,
//! no message is left unused, and every cue of the shipped routines has words.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use unhunch::catalog::Catalog;
use unhunch::engine::{Options, Spoken, compile};
use unhunch::text::Words;

/// Keys that are put together from parts.
const BUILT: [&str; 2] = ["problem-unknown-exercise-near", "problem-unknown-breath-near"];

fn read_all(folder: &str, extension: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found
}

/// Each message and the variables it names.
fn messages() -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for (_, text) in read_all("assets/locales/en", "ftl") {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if !line.starts_with([' ', '}'])
                && let Some((name, _)) = line.split_once('=')
            {
                name.trim().clone_into(&mut key);
                messages.entry(key.clone()).or_default();
            }
            for part in line.split('$').skip(1) {
                let name: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
                messages.get_mut(&key).unwrap().insert(name);
            }
        }
    }
    messages
}

fn literals(source: &str) -> impl Iterator<Item = &str> {
    source.split('"').skip(1).step_by(2)
}

#[test]
fn every_key_in_the_code_exists_and_every_message_is_used() {
    let messages = messages();
    let prefixes: BTreeSet<&str> = messages.keys().filter_map(|key| key.split('-').next()).collect();
    let mut used: BTreeSet<String> = BUILT.iter().map(|&key| key.to_owned()).collect();
    for (path, source) in read_all("src", "rs") {
        // A quote inside a literal does not end it.
        let source = source.replace("\\\"", "'");
        let is_worded =
            ["/text/", "/sheet/", "/report/", "/ui/", "/app/", "/cli"].iter().any(|part| path.contains(part));
        for literal in literals(&source).filter(|_| is_worded) {
            if messages.contains_key(literal) {
                used.insert(literal.to_owned());
            }
            let asks = source.contains(&format!("get(\"{literal}\")"))
                || source.contains(&format!("with(\"{literal}\""));
            let looks_like_a_key = literal.contains('-')
                && literal.chars().all(|c| c.is_ascii_lowercase() || c == '-')
                && prefixes.contains(literal.split('-').next().unwrap());
            if asks && looks_like_a_key && literal != "no-such-key" {
                assert!(messages.contains_key(literal), "{path} asks for {literal}, which nobody wrote");
            }
        }
    }
    // Banners are raised by the app, each where its effect happens.
    let unused: Vec<_> =
        messages.keys().filter(|key| !used.contains(*key) && !key.starts_with("banner-")).collect();
    assert!(unused.is_empty(), "written but never asked for: {unused:?}");
}

#[test]
fn every_message_gets_the_values_it_names() {
    let messages = messages();
    let mut checked = 0;
    for (path, source) in read_all("src", "rs") {
        for (start, _) in source.match_indices("with(") {
            let rest = source[start + 5..].trim_start();
            let Some(key) = rest.strip_prefix('"').and_then(|rest| rest.split('"').next()) else { continue };
            let Some(wanted) = messages.get(key) else { continue };
            let Some(end) = rest.find(']') else { continue };
            let given: BTreeSet<String> = rest[..end]
                .split("(\"")
                .skip(1)
                .filter_map(|part| part.split_once("\",").map(|(name, _)| name.to_owned()))
                .filter(|name| !name.contains('-'))
                .collect();
            assert!(wanted.is_subset(&given), "{path}: {key} needs {wanted:?} and gets {given:?}");
            checked += 1;
        }
    }
    assert!(checked > 40, "only {checked} calls found");
}

#[test]
fn every_cue_of_the_shipped_routines_is_said_in_whole_words() {
    let (catalog, words) = (Catalog::builtin(), Words::new("en"));
    let mut said = 0;
    for routine in catalog.routines.values() {
        let (timeline, _) = compile(routine, &catalog, &Options::default());
        for cue in &timeline.cues {
            match words.spoken(&timeline, cue) {
                None => assert_eq!(cue.spoken, Spoken::Silent, "{}: {cue:?} has no words", routine.id),
                Some(text) => {
                    said += 1;
                    let is_key = text.contains('-') && !text.contains(' ');
                    assert!(!text.is_empty() && !text.contains(['{', '$']), "{cue:?}: {text}");
                    assert!(!is_key || text.chars().any(char::is_uppercase), "{cue:?}: {text}");
                }
            }
        }
    }
    assert!(said > 50);
}

#[test]
fn the_next_exercise_is_named_with_side_and_dose() {
    let (catalog, words) = (Catalog::builtin(), Words::new("en"));
    let (timeline, _) = compile(catalog.routine("desk-break").unwrap(), &catalog, &Options::default());
    let told: Vec<String> = timeline.cues.iter().filter_map(|cue| words.spoken(&timeline, cue)).collect();
    let has = |text: &str| assert!(told.iter().any(|line| line == text), "{text} is not among {told:#?}");
    has("Next: Chair Rotation, right side. 3 holds of 10 seconds.");
    has("Change sides: left");
    has("All done");
}
