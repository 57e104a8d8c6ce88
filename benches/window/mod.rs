//! The window without a display: one frame after the other, by a clock of its own, and what each cost.

use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant, SystemTime};

use egui::accesskit::{Action, ActionRequest, Node, TreeId, TreeUpdate};
use egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, pos2, vec2,
};
use unhunch::app::clock::Reading;
use unhunch::app::{Launch, Start, Unhunch};
use unhunch::store::DataFolder;

/// A sixtieth of a second.
pub(crate) const STEP: Duration = Duration::from_micros(16_667);

/// Points a frame: a fast flick.
pub(crate) const FLICK: f32 = 36.0;

/// The program in a window of 1280 × 800 points that nobody sees.
pub(crate) struct Window {
    /// Where it draws.
    pub(crate) ctx: Context,
    program: Unhunch,
    time: Rc<Cell<Duration>>,
}

/// What a frame cost, from logic to triangles, and what came of it.
pub(crate) struct Frame {
    pub(crate) cost: Duration,
    pub(crate) triangles: usize,
    /// What a screen reader is told; `None` where none listens.
    pub(crate) tree: Option<TreeUpdate>,
}

impl Window {
    /// Opens the window on a data folder.
    pub(crate) fn open(folder: &Path, start: Option<Start>) -> Self {
        let ctx = Context::default();
        ctx.enable_accesskit();
        let time = Rc::new(Cell::new(Duration::ZERO));
        let clock_time = Rc::clone(&time);
        let clock =
            move || Reading { awake: clock_time.get(), wall: SystemTime::UNIX_EPOCH + clock_time.get() };
        let folder = DataFolder::open(Some(folder.to_owned())).expect("a named folder needs no home");
        let launch = Launch { folder, start, watch: false, asks_safety: false };
        let program = Unhunch::silent(&ctx, launch, clock);
        Self { ctx, program, time }
    }

    /// Builds the frame that comes so much later, with what was done until then.
    #[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
    pub(crate) fn frame(&mut self, step: Duration, events: Vec<Event>) -> Frame {
        self.time.set(self.time.get() + step);
        let input = RawInput {
            screen_rect: Some(Rect::from_min_max(pos2(0.0, 0.0), pos2(1280.0, 800.0))),
            time: Some(self.time.get().as_secs_f64()),
            events,
            ..RawInput::default()
        };
        let start = Instant::now();
        self.program.advance(&self.ctx);
        let mut output = self.ctx.run_ui(input, |ui| self.program.show(ui));
        let painted = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let cost = start.elapsed();
        output.textures_delta.clear();
        let triangles = std::hint::black_box(painted).iter().map(triangles_of).sum();
        Frame { cost, triangles, tree: output.platform_output.accesskit_update }
    }
}

/// What many frames cost, and what stood on the screen in the last of them.
pub(crate) struct Measured {
    pub(crate) costs: Vec<Duration>,
    /// How many there were in a frame, on average.
    pub(crate) triangles: usize,
    pub(crate) tree: Option<TreeUpdate>,
}

impl Window {
    /// Builds `warm_up` frames and then `count` that are measured. In some of the first, what
    /// `opening` names is pressed; `events` is what is done besides.
    pub(crate) fn measure(
        &mut self,
        (warm_up, count): (usize, usize),
        opening: &[(usize, &str)],
        events: impl Fn(usize) -> Vec<Event>,
    ) -> Measured {
        let mut measured = Measured { costs: Vec::with_capacity(count), triangles: 0, tree: None };
        for at in 0..warm_up + count {
            let asked = opening.iter().filter(|(when, _)| *when == at);
            let pressed = asked.map(|(_, name)| press(measured.tree.as_ref(), name));
            let frame = self.frame(STEP, pressed.chain(events(at)).collect());
            if at >= warm_up {
                measured.costs.push(frame.cost);
                measured.triangles += frame.triangles;
            }
            measured.tree = frame.tree;
        }
        measured.triangles /= count;
        measured
    }
}

fn triangles_of(painted: &egui::ClippedPrimitive) -> usize {
    match &painted.primitive {
        egui::epaint::Primitive::Mesh(mesh) => mesh.indices.len() / 3,
        egui::epaint::Primitive::Callback(_) => 0,
    }
}

/// Presses what has this name, or one that begins so.
pub(crate) fn press(tree: Option<&TreeUpdate>, name: &str) -> Event {
    let nodes = &tree.expect("the tree is built").nodes;
    let (id, _) = nodes.iter().find(|(_, node)| is_named(node, name)).expect("it is on the screen");
    Event::AccessKitActionRequest(ActionRequest {
        action: Action::Click,
        target_tree: TreeId::ROOT,
        target_node: *id,
        data: None,
    })
}

/// True where something on the screen begins so.
pub(crate) fn says(tree: &TreeUpdate, begin: &str) -> bool {
    tree.nodes.iter().any(|(_, node)| is_named(node, begin))
}

fn is_named(node: &Node, name: &str) -> bool {
    node.label().or(node.value()).is_some_and(|label| label.starts_with(name))
}

/// Turns the wheel: a positive number of points shows what is above.
pub(crate) fn wheel(points: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, points),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    }
}

/// Tells p50, p99 and the worst.
#[expect(clippy::print_stdout, reason = "a benchmark tells its figures")]
pub(crate) fn report(name: &str, costs: &mut [Duration]) {
    costs.sort_unstable();
    let at = |share: f64| costs[((costs.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!("{name:44} p50 {:6.3} ms   p99 {:6.3} ms   worst {:6.3} ms", at(0.5), at(0.99), at(1.0));
}
