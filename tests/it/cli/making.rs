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

#[test]
fn a_still_picture_goes_where_the_figure_would() {
    let shell = Shell::new();
    let exercise = fs::read_to_string(Path::new(&shipped("assets/exercises")).join("cat-cow.ron")).unwrap();
    let field = "    picture: \"mine.png\",\n    motion:";
    let mine = exercise.replace("id: \"cat-cow\"", "id: \"mine\"").replacen("    motion:", field, 1);
    shell.write("data/exercises/mine.ron", mine);
    let red = image::RgbImage::from_pixel(60, 30, image::Rgb([220, 20, 20]));
    red.save(shell.path("data/exercises/mine.png")).unwrap();
    shell.routine("r.ron", "Step(exercise: \"mine\"), Step(exercise: \"mine\")");

    assert_eq!(shell.run(&["export", "sheet", "r.ron", "o.html"]).code, 0);
    let html = fs::read_to_string(shell.path("o.html")).unwrap();
    assert_eq!(html.matches("<img src=\"data:image/jpeg;base64,").count(), 2);
    assert!(!html.contains("<symbol"));

    assert_eq!(shell.run(&["export", "picture", "mine", "o.png", "--size", "120"]).code, 0);
    let picture = image::open(shell.path("o.png")).unwrap().into_rgb8();
    assert_eq!((picture.width(), picture.height()), (120, 120));
    assert_eq!(picture.get_pixel(60, 60).0, [220, 20, 20]);
    assert_ne!(picture.get_pixel(60, 20).0, [220, 20, 20]);
    assert_eq!(shell.run(&["export", "picture", "mine", "o.svg"]).code, 0);
    let svg = fs::read_to_string(shell.path("o.svg")).unwrap();
    assert!(svg.contains("<image") && svg.contains("data:image/jpeg"), "{svg}");

    fs::remove_file(shell.path("data/exercises/mine.png")).unwrap();
    let run = shell.run(&["export", "sheet", "r.ron", "p.html"]);
    assert_eq!((run.code, shell.path("p.html").exists()), (1, false));
    assert!(run.err.contains("mine.png"), "{}", run.err);
}

#[test]
fn a_step_that_names_a_part_the_motion_lacks_is_placed() {
    let shell = Shell::new();
    let exercise =
        fs::read_to_string(Path::new(&shipped("assets/exercises")).join("wall-slides.ron")).unwrap();
    let line = 1 + exercise.lines().position(|line| line.starts_with("    steps:")).unwrap();
    let with = |during: &str| {
        let own = exercise.replace("id: \"wall-slides\"", "id: \"mine\"");
        let step = own.find("        (text: \"Slide your arms up").unwrap();
        let end = step + own[step..].find(" stated: false").unwrap();
        // Whatever the shipped file says of the other steps is true.
        let rest = &own[end..];
        let rest = &rest[rest.find("),").unwrap()..];
        format!("{} stated: false, during: [{during}]{rest}", &own[..end])
    };
    shell.write("own/mine.ron", with("Lift"));
    let run = shell.run(&["check", "own"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    shell.write("own/mine.ron", with("Pause"));
    let run = shell.run(&["check", "own"]);
    let told =
        format!("mine.ron:{line}:5: warning: step 1 names Pause, but the motion has only Lift and Lower");
    assert!(run.out.contains(&told), "{}", run.out);
}
