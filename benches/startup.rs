//! How long the window takes from the start of the process to the end of its first frame.
//!
//! Starts itself as a process of its own, so that nothing is warm but the disk. Needs a display.

use std::io::Read;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use egui::{Context, ViewportCommand};
use unhunch::app::{Launch, Unhunch, launch_within};
use unhunch::store::DataFolder;

const RUNS: usize = 15;

/// Tells the process that it is the one that is measured.
const MEASURED: &str = "UNHUNCH_BENCH_STARTUP";

#[expect(clippy::print_stdout, reason = "a benchmark tells its figures")]
fn main() {
    if let Ok(folder) = std::env::var(MEASURED) {
        return open(&folder);
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut times: Vec<Duration> = (0..RUNS).filter_map(|_| start(folder.path())).collect();
    times.sort_unstable();
    match times.as_slice() {
        [] => println!("start to first frame: no window opened here, so nothing was measured"),
        [first, .., last] => {
            let median = times[times.len() / 2];
            println!("start to first frame: fastest {first:?}   median {median:?}   slowest {last:?}");
        }
        [only] => println!("start to first frame: {only:?}"),
    }
}

/// The time from spawning the process to the word that its first frame is done.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn start(folder: &std::path::Path) -> Option<Duration> {
    let program = std::env::current_exe().ok()?;
    let begin = Instant::now();
    let mut child = Command::new(program).env(MEASURED, folder).stdout(Stdio::piped()).spawn().ok()?;
    let mut word = [0; 1];
    let said = child.stdout.as_mut()?.read_exact(&mut word);
    let took = begin.elapsed();
    child.wait().ok()?;
    said.is_ok().then_some(took)
}

fn open(folder: &str) {
    let folder = DataFolder::open(Some(folder.into())).expect("a named folder needs no home");
    let launch = Launch { folder, start: None, watch: false, asks_safety: false };
    let opened = launch_within(launch, |program| Box::new(FirstFrame { program, frames: 0 }));
    opened.expect("the caller reads that nothing was said");
}

/// Says when the first frame is done, and closes the window.
struct FirstFrame {
    program: Unhunch,
    frames: u32,
}

impl eframe::App for FirstFrame {
    #[expect(clippy::print_stdout, reason = "this is how the measuring process is told")]
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        if self.frames == 1 {
            print!(".");
            std::io::Write::flush(&mut std::io::stdout()).expect("the measuring process listens");
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        self.program.advance(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.frames += 1;
        self.program.show(ui);
        ui.ctx().request_repaint();
    }
}
