//! The command line as a shell sees it: the built program, on good and on hostile input.

mod carried;
mod editor_agrees;
mod history;
mod making;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// What a run left behind.
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// The program with a data folder of its own, without a display, in a folder that vanishes.
struct Shell {
    folder: TempDir,
}

impl Shell {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// Writes a routine with these blocks, to be found as `name`.
    fn routine(&self, name: &str, blocks: &str) -> &Self {
        self.write(name, format!("(version: 1, id: \"r\", name: \"R\", blocks: [\n{blocks}\n])\n"))
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_unhunch"));
        command.args(args).current_dir(self.folder.path()).arg("--data-dir").arg(self.path("data"));
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
            command.env_remove(name);
        }
        command
    }

    #[track_caller]
    fn run(&self, args: &[&str]) -> Run {
        finish(&mut self.command(args))
    }
}

#[track_caller]
fn finish(command: &mut Command) -> Run {
    let output = command.stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let run =
        Run { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) };
    assert!(!run.err.contains("panicked"), "{}", run.err);
    run
}

/// `check` on one file finds an error at a place that starts so, with these parts.
#[track_caller]
fn assert_refused(shell: &Shell, file: &str, place: &str, parts: &[&str]) {
    let run = shell.run(&["check", file]);
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    let line =
        run.out.lines().find(|line| line.contains(": error: ")).unwrap_or_else(|| panic!("{}", run.out));
    assert!(line.starts_with(&format!("{file}:{place}")), "{line}");
    for part in parts {
        assert!(line.contains(part), "{line:?} does not contain {part:?}");
    }
}

fn shipped(folder: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).to_string_lossy().into_owned()
}

#[test]
fn lists_are_the_same_in_every_format() {
    let shell = Shell::new();
    for (what, known) in [("routines", "desk-break"), ("exercises", "cat-cow")] {
        let text = shell.run(&["list", what]);
        let csv = shell.run(&["list", what, "--format", "csv"]);
        let json = shell.run(&["list", what, "--format", "json"]);
        assert_eq!((text.code, csv.code, json.code), (0, 0, 0));
        assert!(text.err.is_empty() && csv.err.is_empty() && json.err.is_empty());

        let mut reader = csv::Reader::from_reader(csv.out.as_bytes());
        assert_eq!(&reader.headers().unwrap()[0], "id");
        let in_csv: Vec<String> = reader.records().map(|record| record.unwrap()[0].to_owned()).collect();
        let parsed: Value = serde_json::from_str(&json.out).unwrap();
        let in_json: Vec<&str> =
            parsed.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
        let in_text: Vec<&str> = text.out.lines().map(|line| line.split("  ").next().unwrap()).collect();
        assert_eq!(in_csv, in_json);
        assert_eq!(in_csv, in_text);
        assert!(in_csv.iter().any(|id| id == known), "{in_csv:?}");
    }
}

#[test]
fn own_content_is_listed_beside_the_shipped() {
    let shell = Shell::new();
    let data =
        "(version: 1, id: \"mine\", name: \"Mine, \\\"so\\\"\", blocks: [Step(exercise: \"cat-cow\")])";
    shell.write("data/routines/mine.ron", data).write("data/routines/broken.ron", "(version: 1,\n nmae: 1)");
    let run = shell.run(&["list", "routines", "--format", "csv"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("\nmine,\"Mine, \"\"so\"\"\","), "{}", run.out);
    assert!(run.err.contains("broken.ron:2:2: error: unknown field `nmae`"), "{}", run.err);
}

/// The plan as JSON, after its segments were seen to follow one another.
#[track_caller]
fn plan(shell: &Shell, routine: &str) -> Value {
    let run = shell.run(&["timeline", routine, "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let plan: Value = serde_json::from_str(&run.out).unwrap();
    let mut end = 0;
    for segment in plan["segments"].as_array().unwrap() {
        assert_eq!(segment["start_ms"], end, "{segment}");
        end = segment["end_ms"].as_u64().unwrap();
        for key in ["kind", "exercise", "side", "set", "rep"] {
            assert!(segment.get(key).is_some(), "{segment} lacks {key}");
        }
    }
    assert_eq!(plan["total_ms"], end);
    let times: Vec<u64> =
        plan["cues"].as_array().unwrap().iter().map(|cue| cue["at_ms"].as_u64().unwrap()).collect();
    assert!(times.is_sorted() && times.last().is_none_or(|last| *last <= end));
    plan
}

#[test]
fn a_plan_in_json_is_contiguous_and_speaks() {
    let shell = Shell::new();
    let plan = plan(&shell, "desk-break");
    assert_eq!(plan["routine"], "desk-break");
    assert_eq!(plan["diagnostics"], Value::Array(Vec::new()));
    let sides: Vec<&Value> = plan["segments"].as_array().unwrap().iter().map(|s| &s["side"]).collect();
    assert!(sides.contains(&&"left".into()) && sides.contains(&&"right".into()));
    let cues = plan["cues"].as_array().unwrap();
    let last = cues.last().unwrap();
    assert_eq!(last["kind"], "session_done");
    assert!(cues.iter().any(|cue| cue["spoken"] == "3"));
}

#[test]
fn a_plan_in_text_names_what_is_done() {
    let run = Shell::new().run(&["timeline", "desk-break"]);
    assert_eq!(run.code, 0);
    assert!(run.out.starts_with("Five-minute desk break (desk-break), "), "{}", run.out);
    assert!(run.out.contains("prepare") && run.out.contains("chair-rotation, right"), "{}", run.out);
}

#[test]
fn a_routine_is_named_by_id_or_by_path() {
    let shell = Shell::new();
    shell.routine("r.ron", "Step(exercise: \"cat-cow\")").routine("r", "Step(exercise: \"cat-cow\")");
    assert_eq!(plan(&shell, "r.ron"), plan(&shell, "./r.ron"));
    assert_eq!(plan(&shell, "r.ron"), plan(&shell, "r"));
    let run = shell.run(&["timeline", "desk-brake"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(
        run.err.contains("“desk-brake”") && run.err.contains("did you mean “desk-break”?"),
        "{}",
        run.err
    );
    let run = shell.run(&["timeline", "nowhere/r.ron"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("nowhere/r.ron"), "{}", run.err);
}

#[test]
fn an_unknown_exercise_is_placed_guessed_at_and_skipped() {
    let shell = Shell::new();
    shell.routine(
        "r.ron",
        "    Step(exercise: \"childs-pose\"),\n    Step(note: \"x\", exercise: \"cat-cwo\"),",
    );
    assert_refused(&shell, "r.ron", "3:21: ", &["“cat-cwo”", "“cat-cow”"]);
    let plan = plan(&shell, "r.ron");
    assert_eq!(plan["diagnostics"][0]["severity"], "error");
    assert_eq!(plan["diagnostics"][0]["block"], serde_json::json!([1]));
    let exercises = plan["segments"].as_array().unwrap().iter().map(|segment| &segment["exercise"]);
    assert!(exercises.clone().count() > 0 && exercises.clone().all(|id| id == "childs-pose"));
}

#[test]
fn what_is_checked_together_belongs_together() {
    let shell = Shell::new();
    let exercise = fs::read_to_string(Path::new(&shipped("assets/exercises")).join("cat-cow.ron")).unwrap();
    shell.write("own/exercises/cat-lion.ron", exercise.replace("id: \"cat-cow\"", "id: \"cat-lion\""));
    shell.routine("own/routines/r.ron", "Step(exercise: \"cat-lion\")");
    let run = shell.run(&["check", "own"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.err.contains("2 files: 0 errors"), "{}", run.err);
    assert_eq!(shell.run(&["check", "own/routines"]).code, 1, "without the exercise it is unknown");
}

#[test]
fn all_shipped_content_passes() {
    let run = Shell::new().run(&["check", &shipped("assets/exercises"), &shipped("routines")]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.err.contains(" files: 0 errors"), "{}", run.err);
}

#[test]
fn mistakes_in_a_file_are_placed() {
    let shell = Shell::new();
    shell.write("typo.ron", "(\n    version: 1,\n    id: \"r\",\n    nmae: \"R\",\n    blocks: [],\n)\n");
    assert_refused(&shell, "typo.ron", "4:5: ", &["`nmae`", "did you mean `name`?", "`blocks`"]);
    shell.routine("open.ron", "Step(exercise: \"cat-cow\"");
    assert_refused(&shell, "open.ron", "3:1: ", &[]);
    let exercise = fs::read_to_string(Path::new(&shipped("assets/exercises")).join("cat-cow.ron")).unwrap();
    shell.write("cat.ron", exercise.replace("    setup:", "    settup:"));
    let line = 1 + exercise.lines().position(|line| line.starts_with("    setup:")).unwrap();
    assert_refused(&shell, "cat.ron", &format!("{line}:5: "), &["`settup`", "did you mean `setup`?"]);
}

#[test]
fn durations_nobody_can_keep_are_named() {
    let shell = Shell::new();
    for secs in ["NaN", "inf", "-1", "1e300"] {
        shell.routine("r.ron", &format!("Step(exercise: \"childs-pose\", dose: Hold(secs: {secs}))"));
        assert_refused(&shell, "r.ron", "2:31: ", &["secs"]);
        plan(&shell, "r.ron");
        shell.routine("rest.ron", &format!("Step(exercise: \"cat-cow\"),\nRest(secs: {secs})"));
        assert_refused(&shell, "rest.ron", "3:6: ", &["secs"]);
        plan(&shell, "rest.ron");
    }
    shell.routine("zero.ron", "Step(exercise: \"childs-pose\", dose: Hold(secs: 0))");
    let run = shell.run(&["check", "zero.ron"]);
    assert!(run.out.contains("zero.ron:2:"), "nothing to hold goes unnoticed: {}", run.out);
    plan(&shell, "zero.ron");
}

#[test]
fn files_that_are_no_routine_are_refused() {
    let shell = Shell::new();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    })
    .take(100_000)
    .collect();
    shell.write("empty.ron", "").write("noise.ron", noise);
    shell.write("brackets.ron", "[".repeat(10_000)).write("round.ron", "(".repeat(10_000));
    shell.write("nul.ron", "\0".repeat(1000)).write("number.ron", "7");
    fs::create_dir(shell.path("folder.ron")).unwrap();
    for (file, part) in [
        ("empty.ron", "empty"),
        ("noise.ron", "text"),
        ("brackets.ron", "deep"),
        ("round.ron", "deep"),
        ("nul.ron", ""),
        ("number.ron", ""),
    ] {
        assert_refused(&shell, file, "1:", &[part]);
        for args in [&["timeline", file][..], &["export", "audio", file, "o.wav"], &["play", file]] {
            let run = shell.run(args);
            assert_eq!((run.code, run.out.as_str()), (1, ""), "{args:?}: {}", run.err);
            assert!(run.err.contains(file), "{}", run.err);
        }
        assert!(!shell.path("o.wav").exists());
    }
    let run = shell.run(&["timeline", "folder.ron"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("folder.ron") && run.err.contains("folder"), "{}", run.err);
    let run = shell.run(&["check", "folder.ron", "nowhere.ron"]);
    assert_eq!(run.code, 1);
    assert!(
        run.out.contains("folder.ron:1:1: error: ") && run.out.contains("nowhere.ron:1:1: error: "),
        "{}",
        run.out
    );
}

#[test]
fn a_file_full_of_mistakes_names_the_worst_and_counts_the_rest() {
    let shell = Shell::new();
    shell.routine("r.ron", &"Step(exercise: \"nothing-like-it\"),\n".repeat(25_000));
    let run = shell.run(&["check", "r.ron"]);
    assert_eq!(run.code, 1);
    assert!(run.out.lines().count() < 300 && run.out.contains("more findings"), "{}", run.out);
    assert!(run.out.contains("r.ron:2:6: error: "), "{}", run.out);
}

/// With a tenth of the file's size in memory, and in no more time than a look takes.
#[test]
#[cfg(target_os = "linux")]
fn a_huge_file_is_refused_unread() {
    let shell = Shell::new();
    let huge = fs::File::create(shell.path("huge.ron")).unwrap();
    huge.set_len(1 << 30).unwrap();
    let program = env!("CARGO_BIN_EXE_unhunch");
    let script =
        format!("ulimit -v 400000 && ulimit -t 5 && exec '{program}' check huge.ron --data-dir data");
    let run = finish(Command::new("sh").args(["-c", &script]).current_dir(shell.folder.path()));
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.out.starts_with("huge.ron:1:1: error: ") && run.out.contains("too large"), "{}", run.out);
}

#[test]
fn the_guided_track_is_as_long_as_the_plan() {
    let shell = Shell::new();
    shell.routine("r.ron", "Step(exercise: \"childs-pose\", dose: Hold(secs: 15))");
    let total_ms = plan(&shell, "r.ron")["total_ms"].as_u64().unwrap();
    let run = shell.run(&["export", "audio", "r.ron", "o.wav"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""));
    let wav = hound::WavReader::open(shell.path("o.wav")).unwrap();
    let rate = u64::from(wav.spec().sample_rate);
    let frames = u64::from(wav.duration());
    assert!(frames >= total_ms * rate / 1000 && frames < (total_ms + 10_000) * rate / 1000);

    shell.routine("nothing.ron", "Step(exercise: \"nothing-like-it\")");
    let run = shell.run(&["export", "audio", "nothing.ron", "n.wav"]);
    assert_eq!((run.code, shell.path("n.wav").exists()), (1, false), "{}", run.err);
    let run = shell.run(&["export", "audio", "r.ron", "nowhere/o.wav"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("nowhere/o.wav"), "{}", run.err);
}

#[test]
fn what_cannot_be_followed_with_eyes_shut_is_said() {
    let shell = Shell::new();
    let first = "Step(exercise: \"shoulder-rolls\", rest_secs: 0)";
    shell.routine("r.ron", &format!("{first},\nStep(exercise: \"cat-cow\", transition_secs: 0)"));
    let checked = shell.run(&["check", "r.ron"]);
    let said = "r.ron:3:1: warning: cat-cow begins without having been named";
    assert!(checked.code == 0 && checked.out.contains(said), "{}", checked.out);
    let timeline = shell.run(&["timeline", "r.ron"]);
    assert!(timeline.out.contains("warning: block 2: cat-cow begins without"), "{}", timeline.out);
}

#[test]
fn the_guided_track_has_the_volumes_of_the_settings() {
    let shell = Shell::new();
    shell.routine("r.ron", "Step(exercise: \"childs-pose\", dose: Hold(secs: 15))");
    let loudest = |volumes: &str| {
        shell.write("data/settings.ron", format!("(version: 1, muted: true, cue_volumes: {{{volumes}}})"));
        let run = shell.run(&["export", "audio", "r.ron", "o.wav"]);
        assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
        let mut wav = hound::WavReader::open(shell.path("o.wav")).unwrap();
        let loudest = wav.samples::<i16>().map(|sample| sample.unwrap().unsigned_abs()).max().unwrap();
        (loudest, run.err)
    };
    let all = |volume: &str| {
        let kinds = unhunch::engine::CueKind::ALL.map(|kind| format!("{kind:?}: {volume}"));
        kinds.join(", ")
    };
    let (full, said) = loudest("");
    assert!(full > 8_000 && said.is_empty(), "{full} {said}");
    let half = loudest(&all("0.5")).0;
    assert!(half.abs_diff(full / 4) <= 1, "{half} of {full}");
    let (none, said) = loudest(&all("0.0"));
    assert!(none == 0 && said.contains("silent"), "{none} {said}");
}

#[test]
fn pictures_are_drawn_as_asked() {
    let shell = Shell::new();
    let draw = |args: &[&str]| {
        let run = shell.run(&[&["export", "picture", "chair-rotation"], args].concat());
        assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""));
    };
    draw(&["a.svg"]);
    draw(&["again.svg", "--at", "0.5"]);
    draw(&["start.svg", "--at", "0"]);
    draw(&["turned.svg", "--yaw", "-40"]);
    draw(&["small.png", "--size", "64"]);
    let text = |name: &str| fs::read_to_string(shell.path(name)).unwrap();
    assert!(text("a.svg").starts_with("<svg") && text("a.svg").trim_end().ends_with("</svg>"));
    assert!(text("a.svg") == text("again.svg"), "not the same twice");
    assert!(text("a.svg") != text("start.svg"), "nothing moves");
    assert!(text("a.svg") != text("turned.svg"), "nothing turns");
    let png = image::open(shell.path("small.png")).unwrap();
    assert_eq!((png.width(), png.height()), (64, 64));

    let run = shell.run(&["export", "picture", "chair-rotaton", "b.svg"]);
    assert_eq!((run.code, shell.path("b.svg").exists()), (1, false));
    assert!(run.err.contains("did you mean “chair-rotation”?"), "{}", run.err);
    let run = shell.run(&["export", "picture", "cat-cow", "nowhere/b.png"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("nowhere/b.png"), "{}", run.err);
}

#[test]
fn without_a_display_the_window_says_what_still_works() {
    let shell = Shell::new();
    for args in
        [&[][..], &["--watch"], &["play", "desk-break"], &["play", "desk-break", "--from", "10", "--mute"]]
    {
        let run = shell.run(args);
        assert_eq!((run.code, run.out.as_str()), (3, ""), "{args:?}: {}", run.err);
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
        for part in ["no display", "list", "check", "timeline", "export"] {
            assert!(run.err.contains(part), "{}", run.err);
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_display_that_does_not_answer_is_none() {
    let shell = Shell::new();
    for (name, value) in [("DISPLAY", ":4242"), ("DISPLAY", "nonsense"), ("WAYLAND_DISPLAY", "wayland-4242")]
    {
        let run = finish(shell.command(&[]).env(name, value));
        assert_eq!((run.code, run.out.as_str()), (3, ""), "{name}={value}: {}", run.err);
        assert!(run.err.contains("cannot open") && run.err.contains("export"), "{}", run.err);
    }
}

#[test]
fn a_session_cannot_start_after_its_end() {
    let shell = Shell::new();
    for from in ["100000", "1e300"] {
        let run = shell.run(&["play", "desk-break", "--from", from]);
        assert_eq!(run.code, 1, "{}", run.err);
        assert!(run.err.contains("desk-break"), "{}", run.err);
    }
    assert_eq!(shell.run(&["play", "desk-break", "--from", "-1"]).code, 2);
}

#[test]
fn usage_goes_wrong_with_two_and_says_how() {
    let shell = Shell::new();
    for args in [&["lst"][..], &["list"], &["list", "routines", "--format", "xml"], &["check"], &["timeline"]]
    {
        let run = shell.run(args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains("--help"), "{}", run.err);
    }
    let run = shell.run(&["--help"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("timeline") && run.out.contains("--data-dir"), "{}", run.out);
    assert_eq!(shell.run(&["--version"]).out, format!("unhunch {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let shell = Shell::new();
    for args in [
        &["list", "exercises"][..],
        &["timeline", "desk-break"],
        &["timeline", "desk-break", "--format", "json"],
    ] {
        let mut child = shell.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told() {
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let output = Shell::new().command(&["timeline", "desk-break"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write the output"));
}
