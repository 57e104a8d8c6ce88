//! What a sink plays, as it comes, and when each sample came.

use std::io::Read;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use super::RATE;
use super::server::{Home, Running, clock, command, wait_for};

/// Above this a 16-bit sample is sound; so much silence before it makes it an onset.
const QUIET: u16 = 300;
const GAP: usize = 2400;

#[derive(Default)]
struct Heard {
    bytes: Vec<u8>,
    /// The time of the clock at which sample 0 was recorded, in seconds: no later than this.
    zero: Option<f64>,
}

/// Everything a sink plays from now on.
pub(crate) struct Recording {
    _parec: Running,
    heard: Arc<Mutex<Heard>>,
}

impl Recording {
    pub(crate) fn start(home: &Home, sink: &str) -> Self {
        let format = ["--rate=48000", "--channels=1", "--format=s16le", "--latency-msec=10"];
        let mut parec = command("parec", home.path());
        parec.args(["-d", &format!("{sink}.monitor")]).args(format).stdout(Stdio::piped());
        let mut parec = Running::start(&mut parec);
        let mut sound = parec.0.stdout.take().unwrap();
        let heard = Arc::new(Mutex::new(Heard::default()));
        let kept = Arc::clone(&heard);
        thread::spawn(move || {
            let clock = clock();
            let mut part = [0; 4096];
            while let Ok(len @ 1..) = sound.read(&mut part) {
                let now = clock().as_secs_f64();
                let mut heard = kept.lock().unwrap();
                heard.bytes.extend_from_slice(&part[..len]);
                // A part may come late, never early: the earliest guess is the nearest.
                let guess = now - (heard.bytes.len() / 2) as f64 / f64::from(RATE);
                heard.zero = Some(heard.zero.map_or(guess, |zero| zero.min(guess)));
            }
        });
        let recording = Self { _parec: parec, heard };
        let flows = || (!recording.heard.lock().unwrap().bytes.is_empty()).then_some(());
        wait_for("the recording to flow", Duration::from_secs(10), flows);
        recording
    }

    /// The samples where silence ends.
    pub(crate) fn onsets(&self) -> Vec<usize> {
        let heard = self.heard.lock().unwrap();
        let (mut onsets, mut quiet) = (Vec::new(), GAP);
        for (at, sample) in heard.bytes.chunks_exact(2).enumerate() {
            if i16::from_le_bytes([sample[0], sample[1]]).unsigned_abs() <= QUIET {
                quiet += 1;
                continue;
            }
            if quiet >= GAP {
                onsets.push(at);
            }
            quiet = 0;
        }
        onsets
    }

    /// When a sample was recorded, in milliseconds of the clock.
    pub(crate) fn time_of(&self, sample: usize) -> f64 {
        let zero = self.heard.lock().unwrap().zero.unwrap();
        (zero + sample as f64 / f64::from(RATE)) * 1000.0
    }

    /// All samples so far.
    pub(crate) fn samples(&self) -> Vec<i16> {
        let heard = self.heard.lock().unwrap();
        heard.bytes.chunks_exact(2).map(|sample| i16::from_le_bytes([sample[0], sample[1]])).collect()
    }
}
