//! What the command line makes for a person: a sheet to print, an exercise to start from, and a
//! word about pictures that cannot be shown.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{Shell, assert_refused, plan, shipped};

#[test]
fn a_sheet_is_written_whole_or_not_at_all() {
    let shell = Shell::new();
    let run = shell.run(&["export", "sheet", "desk-break", "o.html"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""));
    let html = fs::read_to_string(shell.path("o.html")).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>") && html.trim_end().ends_with("</html>"));
    assert!(html.contains("Five-minute desk break") && html.contains("<symbol"));
    shell.routine("nothing.ron", "Step(exercise: \"nothing-like-it\")");
    let run = shell.run(&["export", "sheet", "nothing.ron", "n.html"]);
    assert_eq!((run.code, shell.path("n.html").exists()), (1, false), "{}", run.err);
    let run = shell.run(&["export", "sheet", "desk-break", "nowhere/o.html"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("nowhere/o.html"), "{}", run.err);
    assert_eq!(shell.run(&["export", "sheet", "desk-break", "o.pdf"]).code, 2);
}

#[test]
fn a_new_exercise_is_clean_moves_and_is_never_written_over() {
    let shell = Shell::new();
    let run = shell.run(&["new", "exercise", "Reach \"up\""]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let path = shell.path("data/exercises/reach-up.ron");
    assert_eq!(run.out.lines().next(), path.to_str());
    assert!(run.out.contains("unhunch --watch"), "{}", run.out);

    let check = shell.run(&["check", path.to_str().unwrap()]);
    assert_eq!((check.code, check.out.as_str()), (0, ""));
    assert!(check.err.contains("0 errors, 0 warnings, 0 hints"), "{}", check.err);
    for (out, at) in [("start.svg", "0"), ("far.svg", "0.5")] {
        assert_eq!(shell.run(&["export", "picture", "reach-up", out, "--at", at]).code, 0);
    }
    assert_ne!(fs::read(shell.path("start.svg")).unwrap(), fs::read(shell.path("far.svg")).unwrap());
    shell.routine("r.ron", "Step(exercise: \"reach-up\")");
    assert_eq!(plan(&shell, "r.ron")["diagnostics"], Value::Array(Vec::new()));

    fs::write(&path, "mine").unwrap();
    let again = shell.run(&["new", "exercise", "reach up"]);
    assert_eq!((again.code, again.out.as_str()), (1, ""));
    assert!(again.err.contains("reach-up.ron"), "{}", again.err);
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    for (name, part) in [("Cat-Cow", "“cat-cow” already"), ("", "letter"), (" . ", "letter")] {
        let run = shell.run(&["new", "exercise", name]);
        assert_eq!(run.code, 1, "{name}");
        assert!(run.err.contains(part), "{}", run.err);
    }
}

#[test]
fn a_picture_that_cannot_be_shown_is_placed() {
    let shell = Shell::new();
    let exercise = fs::read_to_string(Path::new(&shipped("assets/exercises")).join("cat-cow.ron")).unwrap();
    let line = 1 + exercise.lines().position(|line| line.starts_with("    motion:")).unwrap();
    let with = |name: &str| {
        let field = format!("    picture: \"{name}\",\n    motion:");
        exercise.replace("id: \"cat-cow\"", "id: \"mine\"").replacen("    motion:", &field, 1)
    };
    shell.write("own/mine.ron", with("../secret.png")).write("secret.png", "");
    assert_refused(&shell, "own/mine.ron", &format!("{line}:"), &["../secret.png", "own folder"]);
    shell.write("own/mine.ron", with("no.png")).write("own/no.png", "hello");
    assert_refused(&shell, "own/mine.ron", &format!("{line}:"), &["no.png", "neither a PNG nor a JPEG"]);
    image::RgbImage::new(8, 8).save(shell.path("own/no.png")).unwrap();
    assert_eq!(shell.run(&["check", "own"]).code, 0);
}
