//! A motion made ready for one body: every key posture solved, every part of the track laid out.

use std::collections::BTreeMap;

use super::{
    body::{Body, Bones},
    ik,
    library::{MotionError, PoseLibrary},
    limits,
    posture::{ANGLES, Posture, ROOT, sane},
    skeleton::Skeleton,
};
use crate::model::{
    Motion,
    motion::{BandEnd, Camera, Pace, Part, Prop},
};

/// A motion made ready for one body.
#[derive(Clone, Debug)]
pub struct Rig {
    /// Where it is seen from.
    pub camera: Camera,
    /// What stands around.
    pub props: Vec<Prop>,
    /// How speed is spread.
    pub pace: Pace,
    /// Whose it is.
    pub body: Body,
    rest: Posture,
    track: BTreeMap<Part, Vec<Posture>>,
}

/// A posture whose angles already bring its ends where they rest, so that it can be mixed with others.
#[must_use]
pub fn settled(posture: &Posture, body: &Body) -> Posture {
    let Skeleton { angles, .. } = ik::solve(posture, &body.bones);
    Posture { angles, ..posture.clone() }
}

/// The largest that a prop may be, in metres.
const MAX_SIZE: f32 = 4.0;

/// Where a prop is and how it is turned, and how large it is.
fn measures(prop: &Prop) -> ([f32; 4], [f32; 3]) {
    match *prop {
        Prop::Mat { at, turn } | Prop::Chair { at, turn } => ([at.0, at.1, turn, 0.0], [0.0; 3]),
        Prop::Wall { z, size } => ([z, 0.0, 0.0, 0.0], [size.0, size.1, 0.0]),
        Prop::DoorFrame { at, turn, width } => ([at.0, at.1, turn, 0.0], [width, 0.0, 0.0]),
        Prop::Roller { at, up, turn, size, .. } | Prop::Towel { at, up, turn, size } => {
            ([at.0, at.1, turn, up], [size.0, size.1, 0.0])
        }
        Prop::Block { at, up, turn, size } | Prop::Blanket { at, up, turn, size } => {
            ([at.0, at.1, turn, up], [size.0, size.1, size.2])
        }
        Prop::Peanut { at, up, turn, size } => ([at.0, at.1, turn, up], [size, 0.0, 0.0]),
        Prop::Dumbbells { size, .. } => ([0.0; 4], [size.0, size.1, 0.0]),
        Prop::Band { to: BandEnd::Place { at: (x, up, z) } } => ([x, up, z, 0.0], [0.0; 3]),
        Prop::Band { to: BandEnd::Feet } => ([0.0; 4], [0.0; 3]),
    }
}

impl Rig {
    /// Makes a motion ready.
    ///
    /// # Errors
    /// When a pose is unknown, starts from itself, or has a number beyond reason.
    pub fn new(motion: &Motion, library: &PoseLibrary, body: &Body) -> Result<Self, MotionError> {
        let ready = |name: &str| Ok(settled(&library.resolve(&motion.poses, name)?, body));
        let rest = if motion.rest.is_empty() { "standing" } else { &motion.rest };
        let track = motion.track.iter().map(|(part, names)| {
            let postures: Result<Vec<_>, MotionError> = names.iter().map(|name| ready(name)).collect();
            Ok((*part, postures?))
        });
        let camera = motion.camera;
        let beyond = |name: &str| MotionError::Number { name: name.to_owned() };
        if !sane([camera.yaw, camera.pitch]) {
            return Err(beyond("camera"));
        }
        let fits = |prop: &Prop| {
            let (places, sizes) = measures(prop);
            sane(places) && sane(sizes) && sizes.iter().all(|size| (0.0..=MAX_SIZE).contains(size))
        };
        if !motion.props.iter().all(fits) {
            return Err(beyond("props"));
        }
        Ok(Self {
            camera,
            props: motion.props.clone(),
            pace: motion.pace,
            body: body.clone(),
            rest: ready(rest)?,
            track: track.collect::<Result<_, MotionError>>()?,
        })
    }

    /// A figure that stands and does nothing.
    #[must_use]
    pub fn motionless(body: &Body) -> Self {
        Self {
            camera: Camera::default(),
            props: Vec::new(),
            pace: Pace::default(),
            body: body.clone(),
            rest: settled(&Posture::default(), body),
            track: BTreeMap::new(),
        }
    }

    /// The posture of the starting position.
    #[must_use]
    pub fn rest(&self) -> &Posture {
        &self.rest
    }

    /// The postures a part leads through, last its end. Backwards, the way out and the way back are
    /// exchanged and reversed.
    #[must_use]
    pub fn keys(&self, part: Part, backwards: bool) -> Vec<&Posture> {
        if !backwards {
            return self.forwards(part);
        }
        let other = match part {
            Part::Lift => Part::Lower,
            Part::Lower => Part::Lift,
            Part::Inhale => Part::Exhale,
            Part::Exhale => Part::Inhale,
            same => return self.forwards(same),
        };
        let mut keys = self.forwards(other);
        keys.reverse();
        // The reversed way starts where the part ended and ends where it began.
        keys.remove(0);
        keys.push(self.start(other));
        keys
    }

    /// The posture a part ends in.
    #[must_use]
    pub fn end(&self, part: Part, backwards: bool) -> &Posture {
        self.keys(part, backwards).last().copied().unwrap_or(&self.rest)
    }

    fn start(&self, part: Part) -> &Posture {
        let before = match part {
            Part::Lower => Part::Lift,
            Part::Exhale => Part::Inhale,
            Part::Inhale => Part::Exhale,
            _ => return &self.rest,
        };
        self.forwards(before).last().copied().unwrap_or(&self.rest)
    }

    /// What is written for the part, or for the part most like it.
    fn forwards(&self, part: Part) -> Vec<&Posture> {
        let mut likes = vec![part];
        likes.extend_from_slice(match part {
            Part::Rest | Part::Release => &[],
            Part::Lift => &[Part::Hold, Part::Inhale, Part::Exhale],
            Part::Pause => &[Part::Lift, Part::Hold, Part::Inhale],
            Part::Lower => &[Part::Release, Part::Exhale],
            Part::Hold => &[Part::Lift, Part::Exhale, Part::Inhale],
            Part::Inhale => &[Part::Lift, Part::Hold],
            Part::Full => &[Part::Inhale, Part::Lift, Part::Hold],
            Part::Exhale => &[Part::Lower, Part::Release],
            Part::Empty => &[Part::Exhale, Part::Lower, Part::Release],
        });
        let stays = matches!(part, Part::Pause | Part::Full | Part::Empty);
        let found = likes.iter().find_map(|like| self.track.get(like)).filter(|keys| !keys.is_empty());
        match found {
            None => vec![&self.rest],
            // Staying means the end of what came before, not the way there.
            Some(keys) if stays && !self.track.contains_key(&part) => keys.last().into_iter().collect(),
            Some(keys) => keys.iter().collect(),
        }
    }

    /// Every posture of the motion, for measuring what it takes up.
    pub fn postures(&self) -> impl Iterator<Item = &Posture> {
        std::iter::once(&self.rest).chain(self.track.values().flatten())
    }
}

/// How a leg gets from one rest to another of a different kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gait {
    /// The foot is carried straight there, as within an exercise.
    Carry,
    /// The joints go their own ways, as when the whole body changes its posture.
    Fold,
}

/// Whoever turns further than this, in degrees, lifts the feet.
const TURNS_DEG: f32 = 45.0;

/// Smooth start, smooth end.
#[must_use]
pub fn eased(t: f32) -> f32 {
    let t = t.clamp(0.0, 1.0);
    t * t * t * (t * (6.0 * t - 15.0) + 10.0)
}

/// The posture at `t` between two, on a smooth curve through those before and after as well. Where
/// there is none, the curve starts or ends straight.
#[must_use]
pub fn between(
    before: Option<&Posture>,
    from: &Posture,
    to: &Posture,
    after: Option<&Posture>,
    t: f32,
    (bones, gait): (&Bones, Gait),
) -> Posture {
    let (t2, t3) = (t * t, t * t * t);
    let weights = [
        0.5 * (-t3 + 2.0 * t2 - t),
        0.5 * (3.0 * t3 - 5.0 * t2 + 2.0),
        0.5 * (-3.0 * t3 + 4.0 * t2 + t),
        0.5 * (t3 - t2),
    ];
    let mut angles = [0.0; ANGLES];
    for (index, angle) in angles.iter_mut().enumerate() {
        let (near, far) = (from.angles[index], to.angles[index]);
        let values = [
            before.map_or(2.0 * near - far, |posture| posture.angles[index]),
            near,
            far,
            after.map_or(2.0 * far - near, |posture| posture.angles[index]),
        ];
        let smooth: f32 = weights.iter().zip(values).map(|(weight, value)| weight * value).sum();
        // The curve may swing past both ends, but not past what the joint can do.
        let range = limits::of(index).map_or((f32::MIN, f32::MAX), |limit| (limit.min, limit.max));
        *angle = smooth.clamp(range.0.min(near).min(far), range.1.max(near).max(far));
    }
    let hands = [0, 1]
        .map(|side| from.hands[side].zip(to.hands[side]).and_then(|(from, to)| goals::hand(&from, &to, t)));
    let turns = (from.angles[ROOT + 5] - to.angles[ROOT + 5]).abs() > TURNS_DEG;
    let mut solved = None;
    let legs = [0, 1].map(|side| match (from.legs[side], to.legs[side]) {
        (None, None) => None,
        (Some(a), Some(b)) if !turns && std::mem::discriminant(&a) == std::mem::discriminant(&b) => {
            goals::leg(a, b, t)
        }
        _ if gait == Gait::Fold => Some(goals::fold(&angles, bones, side, t)),
        _ => {
            let [a, b] = solved.get_or_insert_with(|| [from, to].map(|end| ik::solve(end, bones)));
            Some(goals::carry(&a.legs[side], &b.legs[side], t))
        }
    });
    let forehead = from
        .forehead
        .zip(to.forehead)
        .map(|(from, to)| (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t));
    Posture { angles, hands, legs, forehead }
}

mod goals {
    use crate::figure::{
        body::Bones,
        posture::{ANGLES, HandGoal, LegGoal},
        skeleton::{LegBones, Trunk, free_leg},
    };
    use glam::Vec3;

    /// A hand that turns further than this, in radians, is lifted off what it rests on.
    const TURNS: f32 = 2.8;

    /// How high an ankle is carried at least between two rests, in metres.
    const LIFT: f32 = 0.05;

    /// A leg whose foot is carried from one rest to another.
    pub(super) fn carry(from: &LegBones, to: &LegBones, t: f32) -> LegGoal {
        let knee = |leg: &LegBones| (leg.shin.at - leg.thigh.at.midpoint(leg.foot.at)).normalize_or(Vec3::Z);
        let bent = |leg: &LegBones| leg.shin.turn.inverse() * leg.foot.turn;
        let rise = Vec3::Y * (LIFT * (t * std::f32::consts::PI).sin());
        LegGoal::Step {
            ankle: from.foot.at.lerp(to.foot.at, t) + rise,
            foot: bent(from).slerp(bent(to), t),
            knee: knee(from).lerp(knee(to), t).normalize_or(Vec3::Z),
        }
    }

    /// A leg between two rests of different kinds: it goes as its joints would, but over the floor.
    pub(super) fn fold(angles: &[f32; ANGLES], bones: &Bones, side: usize, t: f32) -> LegGoal {
        let leg = free_leg(angles, bones, &Trunk::new(angles, bones), side);
        let knee = leg.shin.at - leg.thigh.at.midpoint(leg.foot.at);
        let least = LIFT * (4.0 * t * (1.0 - t)).min(1.0);
        let mut ankle = leg.foot.at;
        // Bends gently into the least height instead of at a corner.
        let over = ankle.y - least;
        ankle.y = least + 0.5 * (over + over.hypot(0.12 * t * (1.0 - t)));
        LegGoal::Step {
            ankle,
            foot: leg.shin.turn.inverse() * leg.foot.turn,
            knee: knee.normalize_or(leg.thigh.turn * Vec3::Z),
        }
    }

    fn lerp(a: f32, b: f32, t: f32) -> f32 {
        a + (b - a) * t
    }

    pub(super) fn hand(from: &HandGoal, to: &HandGoal, t: f32) -> Option<HandGoal> {
        (from.on == to.on && from.turn.angle_between(to.turn) < TURNS).then(|| HandGoal {
            on: from.on,
            at: from.at.lerp(to.at, t),
            turn: from.turn.slerp(to.turn, t),
            elbow: from.elbow.lerp(to.elbow, t).normalize_or(from.elbow),
        })
    }

    pub(super) fn leg(from: LegGoal, to: LegGoal, t: f32) -> Option<LegGoal> {
        let place = |a: (f32, f32), b: (f32, f32)| (lerp(a.0, b.0, t), lerp(a.1, b.1, t));
        match (from, to) {
            (LegGoal::Foot { at, heading }, LegGoal::Foot { at: to, heading: then }) => {
                Some(LegGoal::Foot { at: place(at, to), heading: lerp(heading, then, t) })
            }
            (LegGoal::Knee { at, heading }, LegGoal::Knee { at: to, heading: then }) => {
                Some(LegGoal::Knee { at: place(at, to), heading: lerp(heading, then, t) })
            }
            _ => None,
        }
    }
}
