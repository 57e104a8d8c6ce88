//! The voice against a real speech-dispatcher with espeak-ng, heard through a private PulseAudio.
//! The speaker runs in a process of its own, which is this very test binary started again, as the
//! service is chosen by the environment.

#![expect(clippy::unwrap_used, reason = "a test ends where its tools fail")]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use unhunch::audio::voice::{Line, Manner, Script, Urgency};
use unhunch::audio::{Voice, VoiceHealth};

use crate::pulse::{Recording, Running, command, monotonic, start_server, wait_for};

const RATE: usize = 48_000;
/// Above this a 16-bit sample is speech.
const QUIET: u16 = 300;
/// Words have shorter gaps within them than this, in samples.
const GAP: usize = RATE * 6 / 10;

const CONFIG: &str = "LogDir \"default\"\nAudioOutputMethod \"pulse\"\nDefaultLanguage \"en\"\n\
    AddModule \"espeak-ng\" \"sd_espeak-ng\" \"espeak-ng.conf\"\nDefaultModule espeak-ng\n";

const LONG: &str = "Come onto your hands and knees, place your wrists under your shoulders, place your \
    knees under your hips, and then make one straight line from your shoulders to your hips, and stay \
    there until you hear the next sound, breathing as slowly as you can.";

/// What a speech service finds in its home.
fn settle(home: &Path) {
    let config = home.join(".config/speech-dispatcher");
    fs::create_dir_all(config.join("modules")).unwrap();
    fs::write(config.join("speechd.conf"), CONFIG).unwrap();
    fs::copy("/etc/speech-dispatcher/modules/espeak-ng.conf", config.join("modules/espeak-ng.conf")).expect(
        "the voice tests need speech-dispatcher with espeak-ng \
         (Debian and Ubuntu: apt install speech-dispatcher espeak-ng)",
    );
}

fn start_service(home: &Path) -> Running {
    let mut service: Command = command("speech-dispatcher", home);
    let service = Running::start(service.args(["-s", "-t", "0"]).stdout(Stdio::null()));
    let socket = home.join("speech-dispatcher/speechd.sock");
    wait_for("the speech service", Duration::from_secs(10), || {
        std::os::unix::net::UnixStream::connect(&socket).ok()
    });
    service
}

/// The lines each plan says, with their milliseconds.
fn plan(name: &str) -> Vec<(u64, &'static str, Urgency)> {
    use Urgency::{IfQuiet, Interrupts};
    match name {
        "apart" => vec![(1000, "Change sides.", Interrupts), (4000, "Rest.", Interrupts)],
        "interrupted" => vec![(0, LONG, Interrupts), (3000, "Rest.", Interrupts)],
        "giving way" => vec![(0, LONG, Interrupts), (3000, "Three.", IfQuiet)],
        _ => (0..60).map(|n| (n * 1000, "Rest.", Interrupts)).collect(),
    }
}

const PLAN: &str = "UNHUNCH_VOICE_PLAN";

#[test]
#[ignore = "the other tests of this file start it in a process of its own"]
fn speaker_child() {
    let Ok(name) = std::env::var(PLAN) else { return };
    let clock = monotonic();
    let voice = Voice::new(Arc::clone(&clock), || {});
    voice.set(Manner { name: String::new(), language: "en".to_owned(), rate: 0.0, volume: 0.8 });
    let lines = plan(&name).into_iter().map(|(ms, text, urgency)| Line {
        at: Duration::from_millis(ms),
        text: text.to_owned(),
        urgency,
    });
    let script = Arc::new(Script { lines: lines.collect(), gates: Vec::new() });
    let mut is_told = false;
    while clock() < Duration::from_secs(40) {
        let health = voice.health();
        if !is_told && (matches!(health, VoiceHealth::Ready { .. }) || name == "on and on") {
            voice.play(Arc::clone(&script), Duration::ZERO, Duration::ZERO);
            is_told = true;
        }
        let said = match health {
            VoiceHealth::Idle => "idle".to_owned(),
            VoiceHealth::Ready { voices } => format!("ready {}", voices.join(",")),
            VoiceHealth::Missing { why } => format!("missing {why}"),
        };
        if std::io::stdout().write_all(format!("said {said}\n").as_bytes()).is_err() {
            return;
        }
        thread::sleep(Duration::from_millis(20));
    }
}

struct Speaker {
    _process: Running,
    lines: Receiver<String>,
}

impl Speaker {
    fn start(home: &Path, plan: &str, path: Option<&str>) -> Self {
        let mut speaker = command(std::env::current_exe().unwrap().to_str().unwrap(), home);
        speaker.args(["--exact", "voice::speaker_child", "--ignored", "--nocapture"]).env(PLAN, plan);
        if let Some(path) = path {
            speaker.env("PATH", path);
        }
        let mut process = Running::start(speaker.stdout(Stdio::piped()));
        let out = BufReader::new(process.0.stdout.take().unwrap());
        let (told, lines) = channel();
        thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                // Once the test is over nobody listens.
                let _ = line.split_once("said ").and_then(|(_, said)| told.send(said.to_owned()).ok());
            }
        });
        Self { _process: process, lines }
    }

    fn wait_until(&self, state: &str, at_most: Duration) -> String {
        let clock = monotonic();
        let end = clock() + at_most;
        let mut last = None;
        while let Ok(said) = self.lines.recv_timeout(end.saturating_sub(clock())) {
            if said.starts_with(state) {
                return said;
            }
            last = Some(said);
        }
        panic!("waited {at_most:?} for {state}; the speaker last said {last:?}");
    }
}

/// Beginning and end of everything spoken, in seconds of the recording.
fn utterances(samples: &[i16]) -> Vec<(f64, f64)> {
    let mut spoken: Vec<(usize, usize)> = Vec::new();
    for at in (0..samples.len()).filter(|&at| samples[at].unsigned_abs() > QUIET) {
        match spoken.last_mut() {
            Some((_, end)) if at - *end < GAP => *end = at,
            _ => spoken.push((at, at)),
        }
    }
    let secs = |at: usize| at as f64 / RATE as f64;
    spoken.into_iter().map(|(from, to)| (secs(from), secs(to))).collect()
}

/// What is heard of a plan until this many seconds after its first word.
fn hear(plan: &str, secs: f64) -> Vec<(f64, f64)> {
    let home = tempfile::tempdir().unwrap();
    settle(home.path());
    let _server = start_server(home.path());
    let _service = start_service(home.path());
    let recording = Recording::start(home.path());
    let speaker = Speaker::start(home.path(), plan, None);
    let ready = speaker.wait_until("ready", Duration::from_secs(10));
    assert!(ready.contains("English"), "{ready}");
    wait_for("what is spoken", Duration::from_secs(20), || {
        let samples = recording.samples();
        let (first, _) = *utterances(&samples).first()?;
        (samples.len() as f64 / RATE as f64 > first + secs).then_some(())
    });
    utterances(&recording.samples())
}

#[test]
fn each_line_is_spoken_at_its_time() {
    let heard = hear("apart", 5.0);
    let &[(first, first_end), (second, _)] = &heard[..] else { panic!("{heard:?}") };
    assert!((2.4..3.6).contains(&(second - first)), "three seconds apart: {heard:?}");
    assert!(first_end - first < 2.0, "{heard:?}");
}

#[test]
fn a_new_line_interrupts_what_is_being_said() {
    let heard = hear("interrupted", 7.0);
    let (first, last) = (heard.first().unwrap().0, heard.last().unwrap().1);
    assert!((2.9..5.0).contains(&(last - first)), "the long line was cut at 3 s: {heard:?}");
}

#[test]
fn a_count_gives_way_to_what_is_being_said() {
    let heard = hear("giving way", 8.0);
    let (first, last) = (heard.first().unwrap().0, heard.last().unwrap().1);
    assert!(last - first > 7.0, "the long line goes on: {heard:?}");
}

#[test]
fn a_service_that_ends_is_found_again() {
    let home = tempfile::tempdir().unwrap();
    settle(home.path());
    let _server = start_server(home.path());
    let service = start_service(home.path());
    let speaker = Speaker::start(home.path(), "on and on", Some("/nowhere"));
    speaker.wait_until("ready", Duration::from_secs(10));
    drop(service);
    speaker.wait_until("missing", Duration::from_secs(5));
    let _service = start_service(home.path());
    let recording = Recording::start(home.path());
    speaker.wait_until("ready", Duration::from_secs(5));
    wait_for("the voice", Duration::from_secs(5), || utterances(&recording.samples()).first().copied());
}

#[test]
fn a_missing_service_is_told_and_nothing_else_happens() {
    let home = tempfile::tempdir().unwrap();
    let speaker = Speaker::start(home.path(), "on and on", Some("/nowhere"));
    let said = speaker.wait_until("missing", Duration::from_secs(10));
    assert_eq!(said, "missing speech-dispatcher is not installed or not running");
}
