//! Reads the sources and fails, with file, line and reason, when a module reaches where
//! ARCHITECTURE.md says it may not.

mod source;

use std::fs;
use std::path::{Path, PathBuf};

use source::{NamedPath, paths};

/// Each module at the top of the crate, and which others it may use.
const LAYERS: [(&str, &[&str]); 15] = [
    ("model", &[]),
    ("catalog", &["model"]),
    ("engine", &["model", "catalog"]),
    ("text", &["model", "engine", "editor", "history"]),
    ("figure", &["model", "engine"]),
    ("audio", &["model", "engine"]),
    ("editor", &["model", "catalog", "engine"]),
    ("history", &["model", "catalog", "engine"]),
    ("store", &["model", "catalog", "history"]),
    ("sheet", &["model", "engine", "text", "figure"]),
    ("report", &["model", "catalog", "engine", "text", "figure", "history"]),
    ("ui", &["model", "catalog", "engine", "text", "figure", "audio", "editor", "history", "store"]),
    (
        "app",
        &[
            "model", "catalog", "engine", "text", "figure", "audio", "editor", "history", "store", "report",
            "ui",
        ],
    ),
    (
        "cli",
        &[
            "model", "catalog", "engine", "text", "figure", "audio", "editor", "history", "store", "sheet",
            "report", "ui", "app",
        ],
    ),
    ("main", &["cli"]),
];

/// Something of the outside world, the only places that may touch it, and why.
struct Reach {
    /// Path segments that follow one another; a `*` at the end of one stands for any ending.
    segments: &'static [&'static str],
    /// True when the path has to start with them.
    from_root: bool,
    /// Beginnings of file names below `src`.
    allowed: &'static [&'static str],
    why: &'static str,
}

const REACHES: [Reach; 17] = [
    root(&["egui*"], &["ui/", "app/"], "widgets are for the window alone"),
    root(&["eframe"], &["app/"], "the window is the app's alone"),
    root(&["rodio"], &["audio/output"], "the sound card is the output's alone"),
    root(&["cpal"], &["audio/output"], "the sound card is the output's alone"),
    root(&["clap"], &["cli"], "arguments are the command line's alone"),
    anywhere(&["Instant", "now"], &["app/clock.rs"], "time is handed in; only the app's clock reads it"),
    anywhere(&["SystemTime", "now"], &["app/clock.rs"], "time is handed in; only the app's clock reads it"),
    anywhere(&["Zoned", "now"], &["app/clock.rs"], "time is handed in; only the app's clock reads it"),
    anywhere(&["Timestamp", "now"], &["app/clock.rs"], "time is handed in; only the app's clock reads it"),
    root(&["rusqlite"], &["store/history"], "the database is the history's alone"),
    root(&["std", "fs"], EFFECTS, "files are for the modules with effects"),
    root(&["std", "process"], EFFECTS, "processes are for the modules with effects"),
    root(&["std", "thread"], EFFECTS, "threads are for the modules with effects"),
    root(&["std", "env"], &["store/", "cli", "main.rs", "app/"], "the environment is read at the edges"),
    root(&["std", "net"], &[], "Unhunch does not use the network"),
    anywhere(&["Color32", "from*"], &["ui/theme"], "colours are tokens in assets/theme"),
    anywhere(&["Color32", "hex_color"], &["ui/theme"], "colours are tokens in assets/theme"),
];

/// The modules that exist to touch the outside world.
const EFFECTS: &[&str] = &["store/", "cli", "main.rs", "app/", "audio/wav", "audio/output", "audio/voice"];

/// Names that say nothing of what a file is about.
const EMPTY_NAMES: [&str; 6] = ["utils", "util", "helpers", "manager", "common", "misc"];

/// Over this many lines a file has more than one idea.
const MAX_LINES: usize = 500;

const fn root(
    segments: &'static [&'static str],
    allowed: &'static [&'static str],
    why: &'static str,
) -> Reach {
    Reach { segments, from_root: true, allowed, why }
}

const fn anywhere(
    segments: &'static [&'static str],
    allowed: &'static [&'static str],
    why: &'static str,
) -> Reach {
    Reach { segments, from_root: false, allowed, why }
}

impl Reach {
    fn is_made_by(&self, path: &NamedPath) -> bool {
        let matches = |at: usize| {
            let rest = path.segments.get(at..).unwrap_or_default();
            rest.len() >= self.segments.len()
                && rest.iter().zip(self.segments).all(|(word, asked)| match asked.strip_suffix('*') {
                    Some(start) => word.starts_with(start),
                    None => word == asked,
                })
        };
        if self.from_root { matches(0) } else { (0..path.segments.len()).any(matches) }
    }
}

/// What is wrong with one file below `src`; `name` is its path from there, with `/`.
fn faults(name: &str, text: &str) -> Vec<String> {
    let mut faults = shape_faults(name, text);
    if name.ends_with("tests.rs") {
        return faults; // tests may reach anywhere
    }
    for path in paths(text) {
        let at = format!("{name}:{}: `{}`", path.line, path.segments.join("::"));
        faults.extend(layer_fault(name, &path).map(|why| format!("{at}: {why}")));
        let reached = REACHES.iter().filter(|reach| reach.is_made_by(&path));
        let forbidden = reached.filter(|reach| !reach.allowed.iter().any(|start| name.starts_with(start)));
        faults.extend(forbidden.map(|reach| format!("{at}: {}", reach.why)));
    }
    faults
}

/// What is wrong with a file of any folder, as a file.
fn shape_faults(name: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !text.starts_with("//!") {
        faults.push(format!("{name}:1: starts without a `//!` sentence that says what it is"));
    }
    let lines = text.lines().count();
    if lines > MAX_LINES {
        faults.push(format!("{name}: has {lines} lines; over {MAX_LINES} it has more than one idea"));
    }
    let stems = name.trim_end_matches(".rs").split('/');
    for stem in stems.filter(|stem| EMPTY_NAMES.contains(stem)) {
        faults.push(format!("{name}: `{stem}` does not say what is in it"));
    }
    faults
}

/// The module at the top of the crate that a file belongs to; `None` for the crate's root.
fn module_of(name: &str) -> Option<&str> {
    let top = name.split('/').next()?.trim_end_matches(".rs");
    (top != "lib").then_some(top)
}

fn layer_fault(name: &str, path: &NamedPath) -> Option<String> {
    let module = module_of(name)?;
    let target = target_module(name, path)?;
    if target == "*" {
        return Some("takes in the whole crate, so nobody sees what it uses".to_owned());
    }
    let is_module = |word: &str| LAYERS.iter().any(|(layer, _)| *layer == word);
    let Some((_, may_use)) = LAYERS.iter().find(|(layer, _)| *layer == module) else {
        return Some(format!("`{module}` is in no layer; give it a row here and in ARCHITECTURE.md"));
    };
    let is_wrong = is_module(target) && target != module && !may_use.contains(&target);
    is_wrong.then(|| match may_use {
        [] => format!("`{module}` uses nothing else of the crate"),
        _ => format!("`{module}` may use only {}", may_use.join(", ")),
    })
}

/// What a path names at the top of the crate, where it leads there at all.
fn target_module<'a>(name: &str, path: &'a NamedPath) -> Option<&'a str> {
    let first = path.segments.first()?;
    let after = if first == "crate" || first == "unhunch" {
        1
    } else {
        let supers = path.segments.iter().take_while(|word| *word == "super").count();
        // `mod.rs` stands for its folder.
        let depth = name.trim_end_matches("/mod.rs").split('/').count();
        (supers >= depth).then_some(supers)?
    };
    path.segments.get(after).map(String::as_str)
}

/// Every Rust file below `folder` with its text, in order.
fn rust_files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap_or_else(|e| panic!("{}: {e}", next.display())).flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn checkout() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn no_module_reaches_where_it_may_not() {
    let files = rust_files(&checkout().join("src"));
    assert!(files.len() > 15, "only {} files were found", files.len());
    let found: Vec<String> = files.iter().flat_map(|(name, text)| faults(name, text)).collect();
    assert!(found.is_empty(), "in src:\n{}", found.join("\n"));
}

#[test]
fn every_other_file_has_one_idea_and_says_which() {
    for folder in ["xtask/src", "tests", "benches"].map(|folder| checkout().join(folder)) {
        if !folder.exists() {
            continue;
        }
        let files = rust_files(&folder);
        let found: Vec<String> = files.iter().flat_map(|(name, text)| shape_faults(name, text)).collect();
        assert!(found.is_empty(), "in {}:\n{}", folder.display(), found.join("\n"));
    }
}

#[test]
fn the_top_level_holds_what_it_should_and_no_more() {
    const ENTRIES: [&str; 16] = [
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "assets",
        "benches",
        "clippy.toml",
        "routines",
        "rustfmt.toml",
        "src",
        "tests",
        "typos.toml",
        "xtask",
    ];
    for entry in fs::read_dir(checkout()).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_known = ENTRIES.contains(&name.as_str()) || name.starts_with('.') || name == "target";
        assert!(is_known, "`{name}` has no place at the top level");
    }
}

/// The checker itself: it has to be able to fail.
mod checker {
    use super::{MAX_LINES, faults};

    #[track_caller]
    fn check(name: &str, code: &str, expected: &[&str]) {
        let found = faults(name, &format!("//! Says what it is.\n{code}"));
        assert_eq!(found.len(), expected.len(), "{found:#?}");
        for (fault, part) in found.iter().zip(expected) {
            assert!(fault.contains(part), "{fault:?} does not contain {part:?}");
        }
    }

    #[test]
    fn layers_hold() {
        check("model/dose.rs", "use crate::engine::Cue;", &["model/dose.rs:2: `crate::engine::Cue`"]);
        check("model/dose.rs", "use super::Seconds;\nuse crate::model::Side;", &[]);
        check("engine/cue.rs", "use crate::{model::Side, figure, ui::theme};", &["figure", "ui::theme"]);
        check("figure/scene.rs", "fn f() { crate::catalog::find() }", &["may use only model, engine"]);
        check("ui/screens/today.rs", "use crate::{figure::Scene, app::State};", &["crate::app::State"]);
        check("app/mod.rs", "use crate::cli::Args;", &["crate::cli::Args"]);
        check("main.rs", "fn main() { unhunch::cli::main() }", &[]);
        check("main.rs", "use unhunch::engine::compile;", &["may use only cli"]);
        check("voices/mod.rs", "use crate::model::Side;", &["`voices` is in no layer"]);
        check("ui/mod.rs", "use crate::*;", &["whole crate"]);
        check("lib.rs", "pub mod engine;\npub use crate::engine::compile;", &[]);
    }

    #[test]
    fn climbing_is_seen_too() {
        check("engine/compile/holds.rs", "use super::super::super::ui;", &["ui"]);
        check("engine/mod.rs", "use super::audio::score;", &["super::audio::score"]);
        check("engine/compile/holds.rs", "use super::super::ui;", &[]);
    }

    #[test]
    fn effects_stay_at_the_edges() {
        check(
            "engine/session.rs",
            "use std::time::Instant;\nfn f() { Instant::now(); }",
            &[":3: `Instant::now`"],
        );
        check("app/clock.rs", "fn f() { std::time::Instant::now(); }", &[]);
        check("figure/svg.rs", "use std::{fmt, fs};", &["`std::fs`: files"]);
        check("store/folder.rs", "use std::fs;\nuse std::net::TcpStream;", &["network"]);
        check("audio/score.rs", "use rodio::Source;", &["sound card"]);
        check("audio/output.rs", "use rodio::Source;", &[]);
        check("audio/output/stream.rs", "use rodio::Source;", &[]);
        check(
            "figure/scene.rs",
            "use egui::Pos2;\nuse egui_kittest::Harness;",
            &["egui::Pos2", "egui_kittest"],
        );
        check("engine/moment.rs", "fn f() { std::process::exit(1) }", &["processes"]);
    }

    #[test]
    fn colours_are_tokens() {
        check("ui/widgets/ring.rs", "fn f() { egui::Color32::from_rgb(1, 2, 3); }", &["tokens"]);
        check("ui/theme/palette.rs", "fn f() { egui::Color32::from_rgb(1, 2, 3); }", &[]);
        check("ui/widgets/ring.rs", "fn f() { egui::Color32::TRANSPARENT; }", &[]);
    }

    #[test]
    fn what_does_not_run_does_not_count() {
        check(
            "engine/cue.rs",
            "// std::fs\n/// [`crate::text`] makes words of it\nconst A: &str = \"std::fs\";",
            &[],
        );
        check("engine/cue.rs", "#[cfg(test)]\nmod tests {\n    use std::fs;\n}", &[]);
    }

    #[test]
    fn files_say_what_they_are_and_keep_to_it() {
        assert_eq!(faults("engine/cue.rs", "use std::fmt;\n").len(), 1);
        check("engine/utils.rs", "", &["`utils` does not say"]);
        check("ui/common/mod.rs", "", &["`common` does not say"]);
        check("engine/cue.rs", &"\n".repeat(MAX_LINES), &["501 lines"]);
    }
}
