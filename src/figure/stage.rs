//! The stage: keeps motions ready and turns a movement into a picture.

use std::{collections::BTreeMap, sync::Arc};

use glam::{Vec2, Vec3};

use super::{
    body::Body,
    camera::{Eye, View},
    draw::{self, Subject},
    flesh, ik,
    library::{MotionError, PoseLibrary},
    palette::Palette,
    posture::{ARM, Posture, THORACIC},
    rig::Rig,
    rolling::{between_places, rolled},
    scene::{Rect, Scene},
    skeleton::Skeleton,
    track::{self, End},
    way::Way,
};
use crate::{
    engine::{Movement, Stance},
    model::{
        Exercise, Motion, Region, Side,
        motion::{Camera, Part, Prop},
    },
};

/// How the figure looks.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// Whose body.
    pub body: &'a Body,
    /// The colours.
    pub palette: &'a Palette,
    /// How strongly felt regions glow, 0 to 1.
    pub glow: f32,
}

/// Room around the figure in the frame, in metres.
const MARGIN: f32 = 0.055;
/// Room for the contour round the corners of a prop, in metres.
const PROP_EDGE: f32 = 0.012;
/// How many times of each part are looked at for the frame.
const FRAME_SAMPLES: usize = 12;

/// All that a motion covers at any time.
#[derive(Debug)]
struct Room {
    /// Middles and radii.
    balls: Vec<(Vec3, f32)>,
    /// Where the trunk is in the mean.
    middle: Vec3,
}

/// A motion ready for one body, and the room it takes.
#[derive(Clone, Debug)]
struct Ready {
    exercise: Option<Arc<Exercise>>,
    rig: Arc<Rig>,
    error: Option<MotionError>,
    room: Arc<Room>,
}

/// Keeps motions ready and turns a movement into a picture.
#[derive(Debug)]
pub struct Stage {
    library: PoseLibrary,
    /// Each with the time of its last use, counted in uses.
    ready: BTreeMap<(Option<String>, String), (u64, Ready)>,
    uses: u64,
    /// The ways gone last, latest last.
    ways: Vec<Arc<Way>>,
}

/// How many motions are kept ready: more than show at a time, and no more memory than that.
const READY_KEPT: usize = 64;

/// How many ways are kept: those of the figures that move at the same time.
const WAYS_KEPT: usize = 12;

impl Default for Stage {
    fn default() -> Self {
        Self::new(PoseLibrary::builtin())
    }
}

/// A movement solved for one time, before it is drawn.
#[derive(Clone, Debug)]
pub struct Posed {
    /// The joints.
    pub skeleton: Skeleton,
    /// What they were asked for.
    pub posture: Posture,
    /// Props with their opacity.
    pub props: Vec<(Prop, f32)>,
    /// Where it is seen from.
    pub camera: Camera,
    from: Ready,
    to: Ready,
    mirrored: [bool; 2],
    arrived: f32,
}

impl Stage {
    /// An empty stage with these shared poses.
    #[must_use]
    pub fn new(library: PoseLibrary) -> Self {
        Self { library, ready: BTreeMap::new(), uses: 0, ways: Vec::new() }
    }

    /// The picture of a movement.
    #[must_use]
    pub fn scene(&mut self, movement: &Movement, look: &Look<'_>, view: View) -> Scene {
        let posed = self.pose(movement, look.body);
        let eye = Eye::of(posed.camera, view);
        let regions: Vec<Region> = movement
            .to
            .exercise
            .iter()
            .flat_map(|exercise| exercise.felt.iter().map(|felt| felt.region))
            .collect();
        let working = if matches!(movement.to.part, Part::Rest) { 0.0 } else { 1.0 };
        let subject = Subject {
            skeleton: &posed.skeleton,
            body: look.body,
            breath: movement.breath.clamp(0.0, 1.0),
            props: &posed.props,
            regions: &regions,
            spots: &[],
            glow: look.glow.clamp(0.0, 1.0) * working,
        };
        let (frame, focus) = (posed.frame(&eye, look.body), posed.focus(&eye));
        let place = |region: &Region| (*region, eye.flat(draw::felt_place(&posed.skeleton, *region, &eye)));
        let felt = regions.iter().map(place).collect();
        Scene { shapes: draw::shapes(&subject, look.palette, &eye), frame, focus, felt }
    }

    /// A still picture at `fraction` of one round of an exercise, with arrows along the ways that
    /// what moves furthest is about to take.
    #[must_use]
    pub fn still(
        &mut self,
        exercise: &Arc<Exercise>,
        side: Option<Side>,
        fraction: f32,
        look: &Look<'_>,
        view: View,
    ) -> Scene {
        /// How much of the round an arrow foretells, and in how many steps.
        const AHEAD: f32 = 0.22;
        const STEPS: usize = 12;
        let mut scene = self.scene(&track::cycle_on(exercise, side, fraction), look, view);
        let mut skeletons = Vec::with_capacity(STEPS + 1);
        for step in 0..=STEPS {
            let at = fraction + AHEAD * step as f32 / STEPS as f32;
            skeletons.push(self.pose(&track::cycle_on(exercise, side, at.min(1.0)), look.body));
        }
        let camera = skeletons[0].camera;
        let eye = Eye::of(camera, view);
        let joints: Vec<&Skeleton> = skeletons.iter().map(|posed| &posed.skeleton).collect();
        scene.shapes.extend(draw::arrows(&joints, look.body, &scene.frame, look.palette, &eye));
        scene
    }

    /// The joints of a movement.
    #[must_use]
    pub fn pose(&mut self, movement: &Movement, body: &Body) -> Posed {
        let (from, to) = (self.ready(&movement.from, body), self.ready(&movement.to, body));
        let ends =
            [End::new(&movement.from, Arc::clone(&from.rig)), End::new(&movement.to, Arc::clone(&to.rig))];
        let way = self.way(&ends).at(movement);
        let posture = breathing(way.posture, movement.breath);
        let mirrored = [ends[0].mirrored, ends[1].mirrored];
        let skeleton = ik::solve(&posture, &body.bones);
        Posed {
            props: props(&ends, way.arrived, &skeleton),
            skeleton,
            posture,
            camera: camera(&ends, way.arrived),
            from,
            to,
            mirrored,
            arrived: way.arrived,
        }
    }

    /// What is wrong with an exercise's motion, if it cannot be drawn. Such an exercise shows a
    /// standing figure.
    pub fn problem(&mut self, exercise: &Arc<Exercise>, body: &Body) -> Option<MotionError> {
        let stance = Stance { exercise: Some(Arc::clone(exercise)), part: Part::Rest, side: None, way: 0 };
        self.ready(&stance, body).error
    }

    /// An exercise's motion; what has no pose of its own stays in its starting position.
    fn motion(&self, exercise: Option<&Exercise>) -> Motion {
        let Some(exercise) = exercise else { return Motion::default() };
        let mut motion = exercise.motion.clone();
        if motion.rest.is_empty()
            && let Some(pose) = exercise.positions.first().and_then(|first| self.library.positions.get(first))
        {
            motion.rest.clone_from(pose);
        }
        motion
    }

    fn way(&mut self, ends: &[End; 2]) -> Arc<Way> {
        if let Some(known) = self.ways.iter().find(|way| way.joins(ends)) {
            return Arc::clone(known);
        }
        if self.ways.len() >= WAYS_KEPT {
            self.ways.remove(0);
        }
        let way = Arc::new(Way::new(ends.clone(), &self.library));
        self.ways.push(Arc::clone(&way));
        way
    }

    fn ready(&mut self, stance: &Stance, body: &Body) -> Ready {
        let key = (stance.exercise.as_ref().map(|exercise| exercise.id.clone()), body.id.clone());
        self.uses += 1;
        if let Some((used, known)) = self.ready.get_mut(&key)
            && still_holds(known, stance, body)
        {
            *used = self.uses;
            return known.clone();
        }
        let motion = self.motion(stance.exercise.as_deref());
        let (rig, error) = match Rig::new(&motion, &self.library, body) {
            Ok(rig) => (rig, None),
            Err(error) => (Rig::motionless(body), Some(error)),
        };
        let rig = Arc::new(rig);
        let room = Arc::new(room(&rig, stance.exercise.as_ref(), &self.library, body));
        let ready = Ready { exercise: stance.exercise.clone(), rig, error, room };
        if self.ready.len() >= READY_KEPT
            && let Some(oldest) =
                self.ready.iter().min_by_key(|(_, (used, _))| *used).map(|(key, _)| key.clone())
        {
            self.ready.remove(&oldest);
        }
        self.ready.insert(key, (self.uses, ready.clone()));
        ready
    }
}

/// True while neither the exercise nor the body has been edited.
fn still_holds(known: &Ready, stance: &Stance, body: &Body) -> bool {
    let same = match (&known.exercise, &stance.exercise) {
        (None, None) => true,
        (Some(a), Some(b)) => Arc::ptr_eq(a, b) || a.motion == b.motion,
        _ => false,
    };
    same && known.rig.body == *body
}

/// Chest and shoulders follow the breath.
fn breathing(mut posture: Posture, breath: f32) -> Posture {
    let full = if breath.is_finite() { breath.clamp(0.0, 1.0) } else { 0.0 };
    posture.angles[THORACIC] -= 1.6 * full;
    for arm in ARM {
        posture.angles[arm] += 1.8 * full;
    }
    posture
}

/// Old props fade out once they have been left, new ones in before they are needed. Rollers lie where
/// they have rolled to.
fn props(ends: &[End; 2], arrived: f32, now: &Skeleton) -> Vec<(Prop, f32)> {
    let stays = ends[0].shares_place(&ends[1]);
    let [old, new] = [&ends[0], &ends[1]].map(|end| placed(end, stays.then_some(now)));
    let fade = |from: f32| ((arrived - from) / 0.25).clamp(0.0, 1.0);
    let among = |prop: &Prop, list: &[(Prop, Prop)]| list.iter().any(|(raw, _)| raw == prop);
    let leaving = old.iter().filter(|(raw, _)| !among(raw, &new)).map(|(_, at)| (*at, 1.0 - fade(0.2)));
    let coming = new.iter().map(|(raw, at)| match old.iter().find(|(known, _)| known == raw) {
        Some((_, before)) => (between_places(before, at, arrived), 1.0),
        None => (*at, fade(0.42)),
    });
    leaving.chain(coming).filter(|(_, alpha)| *alpha > 0.0).collect()
}

/// Props of a motion, each as written and where it is. With `now`, the body is at this motion;
/// otherwise it is on its way, and the props wait as they are at this end.
fn placed(end: &End, now: Option<&Skeleton>) -> Vec<(Prop, Prop)> {
    let faced = |prop: &Prop| {
        // What a hand holds changes hands even where the room stays.
        let flips = end.mirrors_scenery() || end.mirrored && matches!(prop, Prop::Dumbbells { .. });
        if flips { draw::mirrored_prop(prop) } else { *prop }
    };
    let raw = end.rig.props.iter().map(faced);
    if !end.rig.props.iter().any(|prop| matches!(prop, Prop::Roller { rolls: Some(_), .. })) {
        return raw.map(|prop| (prop, prop)).collect();
    }
    let bones = &end.rig.body.bones;
    let start = ik::solve(&end.rest(), bones);
    let now = now.cloned().unwrap_or_else(|| ik::solve(&end.posture(), bones));
    raw.map(|prop| (prop, rolled(&prop, &start, &now))).collect()
}

fn camera(ends: &[End; 2], arrived: f32) -> Camera {
    let [from, to] = [&ends[0], &ends[1]].map(|end| {
        let camera = end.rig.camera;
        if end.mirrors_scenery() { Camera { yaw: -camera.yaw, ..camera } } else { camera }
    });
    // The short way round.
    let turn = (to.yaw - from.yaw + 180.0).rem_euclid(360.0) - 180.0;
    Camera { yaw: from.yaw + turn * arrived, pitch: from.pitch + (to.pitch - from.pitch) * arrived }
}

/// Everything a motion covers at any time, so that its frame can hold still.
fn room(rig: &Arc<Rig>, exercise: Option<&Arc<Exercise>>, library: &PoseLibrary, body: &Body) -> Room {
    let (mut room, mut trunks) = (Vec::new(), Vec::new());
    let start = ik::solve(rig.rest(), &body.bones);
    let (moving, still): (Vec<&Prop>, Vec<&Prop>) = rig.props.iter().partition(|prop| draw::prop_moves(prop));
    for prop in still {
        room.extend(draw::prop_corners(prop, &start).into_iter().map(|corner| (corner, PROP_EDGE)));
    }
    let mut add = |posture: &Posture| {
        for breath in [0.0, 1.0] {
            let skeleton = ik::solve(&breathing(posture.clone(), breath), &body.bones);
            trunks.push(skeleton.pelvis.at.midpoint(skeleton.chest.at));
            room.extend(flesh::all(&skeleton, body).iter().map(|lump| (lump.at, lump.widest() + 0.012)));
            for prop in &moving {
                let corners = draw::prop_corners(&rolled(prop, &start, &skeleton), &skeleton);
                room.extend(corners.into_iter().map(|corner| (corner, PROP_EDGE)));
            }
        }
    };
    for posture in rig.postures() {
        add(posture);
    }
    let stance = |part: Part| Stance { exercise: exercise.cloned(), part, side: None, way: 0 };
    let mut gone: Vec<(Posture, Vec<Posture>)> = Vec::new();
    for (before, part) in [(Part::Rest, Part::Lift), (Part::Lift, Part::Lower), (Part::Rest, Part::Hold)]
        .into_iter()
        .chain([(Part::Exhale, Part::Inhale), (Part::Inhale, Part::Exhale), (Part::Hold, Part::Release)])
    {
        // A part that is not written goes the way of another.
        let ends = [before, part].map(|part| End::new(&stance(part), Arc::clone(rig)));
        let way = (ends[0].posture(), ends[1].keys().collect::<Vec<_>>());
        if gone.contains(&way) {
            continue;
        }
        gone.push(way);
        for step in 1..FRAME_SAMPLES {
            let progress = step as f32 / FRAME_SAMPLES as f32;
            let (from, to) = (stance(before), stance(part));
            let movement = Movement {
                from,
                to,
                progress,
                elapsed_secs: progress,
                left_secs: 1.0 - progress,
                breath: 0.5,
            };
            let ends = [&movement.from, &movement.to].map(|stance| End::new(stance, Arc::clone(rig)));
            add(&Way::new(ends, library).at(&movement).posture);
        }
    }
    let mut middle = trunks.iter().sum::<Vec3>() / trunks.len().max(1) as f32;
    if track::alternates(exercise.map(Arc::as_ref)) {
        middle.x = 0.0;
        let mirrored = room.clone().into_iter().map(|(at, radius)| (Vec3::new(-at.x, at.y, at.z), radius));
        room.extend(mirrored);
    }
    Room { balls: room, middle }
}

impl Room {
    fn frame(&self, mirrored: bool, eye: &Eye) -> Rect {
        let mut frame = Rect::NOTHING;
        for (at, radius) in &self.balls {
            frame.include(eye.flat(faced(*at, mirrored)), *radius);
        }
        Rect { min: frame.min - MARGIN, max: frame.max + MARGIN }
    }
}

fn faced(at: Vec3, mirrored: bool) -> Vec3 {
    if mirrored { Vec3::new(-at.x, at.y, at.z) } else { at }
}

impl Posed {
    fn focus(&self, eye: &Eye) -> Vec2 {
        let from = faced(self.from.room.middle, self.mirrored[0]);
        eye.flat(from.lerp(faced(self.to.room.middle, self.mirrored[1]), self.arrived))
    }

    fn frame(&self, eye: &Eye, body: &Body) -> Rect {
        let to = self.to.room.frame(self.mirrored[1], eye);
        if self.arrived >= 1.0 {
            return to;
        }
        let from = self.from.room.frame(self.mirrored[0], eye);
        let mut frame = from.lerp(&to, self.arrived);
        // On the way, figure and props may be outside both.
        for (prop, alpha) in &self.props {
            let mut wider = frame;
            for corner in draw::prop_corners(prop, &self.skeleton) {
                wider.include(eye.flat(corner), MARGIN);
            }
            frame = frame.lerp(&wider, *alpha);
        }
        for lump in flesh::all(&self.skeleton, body) {
            frame.include(eye.flat(lump.at), lump.widest() + MARGIN);
        }
        frame
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    #[test]
    fn many_exercises_take_no_more_room_than_few() {
        let (catalog, body) = (Catalog::builtin(), Body::default());
        let one = &catalog.exercises["neck-flexion"];
        let mut stage = Stage::default();
        for n in 0..3 * READY_KEPT {
            let other = Arc::new(Exercise { id: format!("e{n}"), ..Exercise::clone(one) });
            assert_eq!(stage.problem(&other, &body), None);
            // What is used all the time stays.
            assert_eq!(stage.problem(one, &body), None);
            assert!(stage.ready.len() <= READY_KEPT);
            assert!(stage.ready.contains_key(&(Some(one.id.clone()), body.id.clone())));
        }
    }
}
