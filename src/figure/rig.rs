//! A motion made ready for one body: every key posture solved, every part of the track laid out.

use std::collections::BTreeMap;

use super::{
    body::{Body, Bones},
    ik,
    library::{MotionError, PoseLibrary},
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
        Prop::Wall { z } => ([z, 0.0, 0.0, 0.0], [0.0; 3]),
        Prop::DoorFrame { at, turn, width } => ([at.0, at.1, turn, 0.0], [width, 0.0, 0.0]),
        Prop::Roller { at, up, turn, size, .. } | Prop::Towel { at, up, turn, size } => {
            ([at.0, at.1, turn, up], [size.0, size.1, 0.0])
        }
        Prop::Block { at, up, turn, size } | Prop::Blanket { at, up, turn, size } => {
            ([at.0, at.1, turn, up], [size.0, size.1, size.2])
        }
        Prop::Peanut { at, up, turn, size } => ([at.0, at.1, turn, up], [size, 0.0, 0.0]),
        Prop::Dumbbells { size, .. } => ([0.0; 4], [size.0, size.1, 0.0]),
        Prop::Band { to: BandEnd::Place((x, up, z)) } => ([x, up, z, 0.0], [0.0; 3]),
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
    bones: &Bones,
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
        *angle = weights.iter().zip(values).map(|(weight, value)| weight * value).sum();
    }
    let hands = [0, 1]
        .map(|side| from.hands[side].zip(to.hands[side]).and_then(|(from, to)| goals::hand(&from, &to, t)));
    let ends = [from, to];
    let turns = (from.angles[ROOT + 5] - to.angles[ROOT + 5]).abs() > TURNS_DEG;
    let mut solved = None;
    let legs = [0, 1].map(|side| match (from.legs[side], to.legs[side]) {
        (None, None) => None,
        (Some(a), Some(b)) if !turns && std::mem::discriminant(&a) == std::mem::discriminant(&b) => {
            goals::leg(a, b, t)
        }
        _ => {
            let [a, b] = solved.get_or_insert_with(|| ends.map(|end| ik::solve(end, bones)));
            let legs = [&a.legs[side], &b.legs[side]];
            Some(goals::step(legs, [&from.angles, &to.angles, &angles], t))
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
        posture::{ANGLES, HandGoal, LegGoal, ROOT},
        skeleton::{Frame, LegBones},
    };
    use glam::{Quat, Vec3};

    /// How high a foot is lifted between two places, in metres.
    const LIFT: f32 = 0.15;
    /// A short step lifts the foot no more than this share of its length.
    const LIFT_SHARE: f32 = 0.3;

    /// A leg between two rests of different kinds. It turns with the body, whose angles are given at
    /// both ends and on the way.
    pub(super) fn step(ends: [&LegBones; 2], angles: [&[f32; ANGLES]; 3], t: f32) -> LegGoal {
        let [from_body, to_body, body] = angles.map(|angles| Frame {
            at: Vec3::new(angles[ROOT], 0.0, angles[ROOT + 2]),
            turn: Quat::from_rotation_y(-angles[ROOT + 5].to_radians()),
        });
        let seen = |leg: &LegBones, body: &Frame| {
            let back = body.turn.inverse();
            let knee = (leg.shin.at - leg.thigh.at.midpoint(leg.foot.at)).normalize_or(body.turn * Vec3::Z);
            (back * (leg.foot.at - body.at), back * leg.foot.turn, back * knee)
        };
        let ((ankle, turn, knee), (then_ankle, then_turn, then_knee)) =
            (seen(ends[0], &from_body), seen(ends[1], &to_body));
        let lift = LIFT.min(LIFT_SHARE * ends[0].foot.at.distance(ends[1].foot.at));
        let rise = Vec3::Y * (lift * (t * std::f32::consts::PI).sin());
        LegGoal::Step {
            ankle: body.point(ankle.lerp(then_ankle, t)) + rise,
            turn: body.turn * turn.slerp(then_turn, t),
            knee: body.direction(knee.lerp(then_knee, t).normalize_or(Vec3::Z)),
        }
    }

    fn lerp(a: f32, b: f32, t: f32) -> f32 {
        a + (b - a) * t
    }

    pub(super) fn hand(from: &HandGoal, to: &HandGoal, t: f32) -> Option<HandGoal> {
        (from.on == to.on).then(|| HandGoal {
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
