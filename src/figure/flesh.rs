//! The volume of the body: ellipsoids along the bones, from which both outline and contact follow.

use glam::Vec3;

use super::{
    body::Body,
    posture::outward,
    skeleton::{ArmBones, Frame, LegBones, NECK_BASE, Skeleton},
};

/// An ellipsoid, a disc or a ball, by its half axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lump {
    /// Its middle, in metres.
    pub at: Vec3,
    /// Its half axes.
    pub axes: [Vec3; 3],
}

impl Lump {
    /// A ball.
    #[must_use]
    pub fn ball(at: Vec3, radius: f32) -> Self {
        Self { at, axes: [Vec3::X * radius, Vec3::Y * radius, Vec3::Z * radius] }
    }

    /// An ellipsoid in a frame: its middle and half axes along x, y, z there.
    #[must_use]
    pub fn oval(frame: &Frame, middle: Vec3, half: Vec3) -> Self {
        let axes = [Vec3::X * half.x, Vec3::Y * half.y, Vec3::Z * half.z].map(|axis| frame.turn * axis);
        Self { at: frame.point(middle), axes }
    }

    /// How far it goes from its middle along a direction.
    #[must_use]
    pub fn extent(&self, along: Vec3) -> f32 {
        self.axes.iter().map(|axis| axis.dot(along).powi(2)).sum::<f32>().sqrt()
    }

    /// Its longest half axis.
    #[must_use]
    pub fn widest(&self) -> f32 {
        self.axes.iter().map(|axis| axis.length()).fold(0.0, f32::max)
    }
}

/// Lumps of which some are joined: each pair spans a smooth hull.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mass {
    /// The lumps.
    pub lumps: Vec<Lump>,
    /// Which are joined.
    pub links: Vec<(usize, usize)>,
}

impl Mass {
    /// Lumps joined each to the next.
    #[must_use]
    pub fn chain(lumps: Vec<Lump>) -> Self {
        let links = (1..lumps.len()).map(|index| (index - 1, index)).collect();
        Self { lumps, links }
    }

    /// Adds a chain that starts at lump `from`.
    pub fn branch(&mut self, from: usize, lumps: impl IntoIterator<Item = Lump>) {
        let mut last = from;
        for lump in lumps {
            self.lumps.push(lump);
            self.links.push((last, self.lumps.len() - 1));
            last = self.lumps.len() - 1;
        }
    }
}

/// The lumps with one more between each two, on a smooth curve: bends of the limb become round.
/// All must be turned alike.
fn smoothed(lumps: &[Lump]) -> Vec<Lump> {
    let count = lumps.len();
    let mut all = Vec::with_capacity(2 * count);
    for index in 0..count {
        all.push(lumps[index]);
        if index + 1 < count {
            let around = [index.saturating_sub(1), index, index + 1, (index + 2).min(count - 1)];
            all.push(halfway(around.map(|index| lumps[index])));
        }
    }
    all
}

/// The lump halfway between the middle two of four.
fn halfway([before, from, to, after]: [Lump; 4]) -> Lump {
    let mix = |pick: &dyn Fn(&Lump) -> Vec3| {
        (pick(&from) + pick(&to)) * 0.5625 - (pick(&before) + pick(&after)) * 0.0625
    };
    Lump { at: mix(&|lump| lump.at), axes: [0, 1, 2].map(|axis| mix(&|lump| lump.axes[axis])) }
}

/// How far the breath pushes the trunk out to the front at a point of the spine, and to each side, in
/// metres: the belly most, the ribs less but wider.
fn filled(point: usize, breath: f32) -> (f32, f32) {
    let swell = |middle: f32, reach: f32| {
        let away = ((point as f32 - middle) / reach).clamp(-1.0, 1.0);
        (1.0 - away * away).powi(2) * breath
    };
    let (belly, ribs) = (swell(2.2, 3.6), swell(6.6, 3.6));
    (0.036 * belly + 0.022 * ribs, 0.004 * belly + 0.007 * ribs)
}

/// The trunk from the hem of the shirt to the foot of the neck, with both shoulders.
#[must_use]
pub fn shirt(skeleton: &Skeleton, body: &Body, breath: f32) -> Mass {
    /// Half width, half depth and how far the middle lies before the spine, at each point of it.
    const SECTIONS: [(f32, f32, f32); NECK_BASE + 1] = [
        (0.149, 0.104, 0.030),
        (0.141, 0.099, 0.036),
        (0.134, 0.096, 0.041),
        (0.134, 0.097, 0.045),
        (0.139, 0.101, 0.050),
        (0.147, 0.106, 0.054),
        (0.154, 0.110, 0.057),
        (0.158, 0.112, 0.057),
        (0.157, 0.107, 0.053),
        (0.142, 0.092, 0.042),
        (0.070, 0.062, 0.024),
    ];
    let girth = &body.girth;
    let hips = Vec3::new(girth.hips, 1.0, girth.hips);
    let mut lumps = vec![
        Lump::oval(&skeleton.pelvis, Vec3::new(0.0, -0.030, -0.006), Vec3::new(0.157, 0.012, 0.113) * hips),
        Lump::oval(&skeleton.pelvis, Vec3::new(0.0, 0.030, -0.006), Vec3::new(0.156, 0.012, 0.112) * hips),
    ];
    for (point, (half, depth, before)) in SECTIONS.into_iter().enumerate() {
        let frame = between(&skeleton.spine[point.saturating_sub(1)], &skeleton.spine[point]);
        // The waist gives way to the chest.
        let up = (point as f32 / 5.0).min(1.0);
        let scale = girth.waist + (girth.chest - girth.waist) * up;
        let (front, wide) = filled(point, breath);
        let middle = Vec3::new(0.0, 0.0, before * scale);
        let half = Vec3::new(half * scale + wide, 0.022, depth * scale + 0.5 * front);
        // The back stays where it is, unless the front lies on something.
        let lowest = frame.point(middle + Vec3::Z * (depth * scale)).y;
        let room = if frame.direction(Vec3::Z).y > 0.0 { 1.0 } else { (lowest / 0.08 - 0.4).clamp(0.0, 1.0) };
        lumps.push(Lump::oval(&frame, middle + Vec3::Z * (front * (room - 0.5)), half));
    }
    let mut mass = Mass::chain(smoothed(&lumps));
    let (neck, chest) = (mass.lumps.len() - 1, mass.lumps.len() - 5);
    for side in 0..2 {
        let shoulder = skeleton.arms[side].upper.at;
        let slope = skeleton.spine[NECK_BASE].point(Vec3::new(outward(side) * 0.038, 0.014, 0.016));
        mass.branch(
            neck,
            [
                Lump::ball(slope, 0.046 * girth.chest),
                Lump::ball(slope.lerp(shoulder, 0.6), 0.048 * girth.chest),
                Lump::ball(shoulder, 0.051 * girth.arms),
            ],
        );
        mass.links.push((mass.lumps.len() - 1, chest));
        mass.links.push((mass.lumps.len() - 2, chest + 2));
    }
    mass
}

fn between(a: &Frame, b: &Frame) -> Frame {
    Frame { at: b.at, turn: a.turn.slerp(b.turn, 0.5) }
}

/// The pelvis and one trouser leg.
#[must_use]
pub fn trouser_leg(skeleton: &Skeleton, body: &Body, side: usize) -> Mass {
    let LegBones { thigh, shin, .. } = &skeleton.legs[side];
    let (bones, girth) = (&body.bones, body.girth.legs);
    let along = |frame: &Frame, length: f32, share: f32, back: f32, radius: f32| {
        Lump::ball(frame.point(Vec3::new(0.0, -length * share, -back)), radius * girth)
    };
    let out = outward(side);
    let half = Vec3::new(0.085, 0.085, 0.102) * body.girth.hips;
    let hips = Lump::oval(&skeleton.pelvis, Vec3::new(out * 0.062, 0.012, -0.016), half);
    let cuff = Vec3::new(0.046, 0.003, 0.046) * girth;
    let mut lumps = vec![hips];
    lumps.extend(smoothed(&[
        along(thigh, bones.thigh, 0.06, 0.0, 0.086),
        along(thigh, bones.thigh, 0.25, -0.004, 0.083),
        along(thigh, bones.thigh, 0.45, -0.004, 0.078),
        along(thigh, bones.thigh, 0.65, -0.002, 0.070),
        along(thigh, bones.thigh, 0.85, -0.001, 0.062),
        along(thigh, bones.thigh, 1.0, 0.0, 0.0575),
        along(shin, bones.shin, 0.12, 0.005, 0.056),
        along(shin, bones.shin, 0.28, 0.010, 0.056),
        along(shin, bones.shin, 0.45, 0.008, 0.053),
        along(shin, bones.shin, 0.65, 0.004, 0.048),
    ]));
    lumps.push(Lump::oval(shin, Vec3::new(0.0, -bones.shin * 0.84, -0.001), cuff));
    Mass::chain(lumps)
}

/// A bare foot with its ankle.
#[must_use]
pub fn foot(skeleton: &Skeleton, body: &Body, side: usize) -> Mass {
    let LegBones { shin, foot, toes, .. } = &skeleton.legs[side];
    let sole = body.bones.ankle;
    let at = |y: f32, z: f32| Vec3::new(0.0, y - sole, z);
    let ball = Frame { at: foot.point(at(0.02, 0.115)), turn: foot.turn };
    let toes = Frame { turn: foot.turn * glam::Quat::from_rotation_x(-toes.to_radians()), ..ball };
    let mut mass = Mass::chain(vec![
        Lump::ball(shin.point(Vec3::NEG_Y * (body.bones.shin * 0.78)), 0.037),
        Lump::ball(shin.point(Vec3::NEG_Y * (body.bones.shin * 0.92)), 0.0365),
        Lump::ball(foot.at, 0.036),
        Lump::oval(foot, at(0.035, 0.055), Vec3::new(0.034, 0.033, 0.04)),
        Lump::oval(&ball, Vec3::ZERO, Vec3::new(0.041, 0.02, 0.03)),
        Lump::oval(&toes, Vec3::new(0.0, -0.004, 0.045), Vec3::new(0.036, 0.014, 0.026)),
    ]);
    mass.branch(2, [Lump::ball(foot.point(at(0.033, -0.028)), 0.032)]);
    mass.links.push((6, 3));
    mass
}

/// The bare arm from under the sleeve, with its hand and thumb.
#[must_use]
pub fn bare_arm(skeleton: &Skeleton, body: &Body, side: usize) -> Mass {
    let ArmBones { upper, fore, hand, grip } = &skeleton.arms[side];
    let (bones, girth) = (&body.bones, body.girth.arms);
    let along = |frame: &Frame, length: f32, share: f32, radius: f32| {
        Lump::ball(frame.point(Vec3::NEG_Y * (length * share)), radius * girth)
    };
    let out = outward(side);
    let flat = |frame: &Frame, y: f32, width: f32, thick: f32, long: f32| {
        Lump::oval(frame, Vec3::new(0.0, -y, 0.0), Vec3::new(thick, long, width))
    };
    let curl = |frame: &Frame, y: f32, degrees: f32| Frame {
        at: frame.point(Vec3::NEG_Y * y),
        turn: frame.turn * glam::Quat::from_rotation_z(-out * degrees.to_radians()),
    };
    let fingers = curl(hand, 0.085, 80.0 * grip);
    let tips = curl(&fingers, 0.042, 95.0 * grip);
    let mut lumps = smoothed(&[
        along(upper, bones.upper_arm, 0.35, 0.043),
        along(upper, bones.upper_arm, 0.7, 0.039),
        along(upper, bones.upper_arm, 1.0, 0.035),
        along(fore, bones.forearm, 0.2, 0.037),
        along(fore, bones.forearm, 0.45, 0.034),
        along(fore, bones.forearm, 0.75, 0.027),
    ]);
    lumps.extend([
        flat(hand, 0.0, 0.025, 0.020, 0.012),
        flat(hand, 0.045, 0.036, 0.0145, 0.02),
        flat(hand, 0.08, 0.037, 0.013, 0.015),
        flat(&fingers, 0.03, 0.033, 0.011, 0.018),
        flat(&tips, 0.02, 0.026, 0.009, 0.021),
    ]);
    let mut mass = Mass::chain(lumps);
    let thumb = |x: f32, y: f32, z: f32| hand.point(Vec3::new(-out * x, -y, z));
    mass.branch(
        11,
        [
            Lump::ball(thumb(0.004 + 0.01 * grip, 0.035, 0.026), 0.0145),
            Lump::ball(thumb(0.008 + 0.022 * grip, 0.062, 0.047 - 0.012 * grip), 0.0115),
            Lump::ball(thumb(0.008 + 0.03 * grip, 0.088, 0.056 - 0.024 * grip), 0.0095),
        ],
    );
    mass
}

/// The sleeve.
#[must_use]
pub fn sleeve(skeleton: &Skeleton, body: &Body, side: usize) -> Mass {
    let ArmBones { upper, .. } = &skeleton.arms[side];
    let (length, girth) = (body.bones.upper_arm, body.girth.arms);
    let at = |share: f32| Vec3::NEG_Y * (length * share);
    Mass::chain(vec![
        Lump::ball(upper.point(at(0.0)), 0.052 * girth),
        Lump::ball(upper.point(at(0.18)), 0.0535 * girth),
        Lump::ball(upper.point(at(0.36)), 0.0515 * girth),
        Lump::oval(upper, at(0.6), Vec3::new(0.051, 0.004, 0.051) * girth),
    ])
}

/// The neck.
#[must_use]
pub fn neck(skeleton: &Skeleton, body: &Body) -> Mass {
    let girth = body.girth.head;
    let at = |point: usize, ahead: f32, radius: f32| {
        Lump::ball(skeleton.spine[point].point(Vec3::new(0.0, 0.0, ahead)), radius * girth)
    };
    Mass::chain(vec![
        at(NECK_BASE, 0.022, 0.052),
        at(NECK_BASE + 2, 0.017, 0.049),
        at(NECK_BASE + 4, 0.010, 0.049),
    ])
}

/// The skull with jaw and nose, without hair. The first lump is the skull, the second the jaw.
#[must_use]
pub fn head(skeleton: &Skeleton, body: &Body) -> Mass {
    let (frame, size) = (&skeleton.head, body.girth.head);
    let oval = |middle: Vec3, half: Vec3| Lump::oval(frame, middle * size, half * size);
    let mut mass = Mass::chain(vec![
        oval(Vec3::new(0.0, 0.008, 0.0), Vec3::new(0.077, 0.098, 0.096)),
        oval(Vec3::new(0.0, -0.055, 0.030), Vec3::new(0.052, 0.058, 0.060)),
    ]);
    mass.lumps.extend(face_front(oval));
    mass.links.push((2, 3));
    mass
}

/// The front of the head, which lies over the hair's lower edge: cheeks, jaw, nose.
#[must_use]
pub fn face(skeleton: &Skeleton, body: &Body) -> Mass {
    let (frame, size) = (&skeleton.head, body.girth.head);
    let oval = |middle: Vec3, half: Vec3| Lump::oval(frame, middle * size, half * size);
    let mut mass = Mass::chain(vec![
        oval(Vec3::new(0.0, -0.016, 0.040), Vec3::new(0.062, 0.050, 0.052)),
        oval(Vec3::new(0.0, -0.055, 0.030), Vec3::new(0.052, 0.058, 0.060)),
    ]);
    mass.lumps.extend(face_front(oval));
    mass.links.push((2, 3));
    mass
}

fn face_front(oval: impl Fn(Vec3, Vec3) -> Lump) -> [Lump; 2] {
    [
        oval(Vec3::new(0.0, -0.004, 0.091), Vec3::new(0.010, 0.012, 0.008)),
        oval(Vec3::new(0.0, -0.028, 0.104), Vec3::new(0.012, 0.010, 0.012)),
    ]
}

/// The hair over the skull.
#[must_use]
pub fn hair(skeleton: &Skeleton, body: &Body) -> Lump {
    let size = body.girth.head;
    Lump::oval(&skeleton.head, Vec3::new(0.0, 0.013, -0.006) * size, Vec3::new(0.085, 0.104, 0.102) * size)
}

/// Everything but hair, for contact and for the frame.
#[must_use]
pub fn all(skeleton: &Skeleton, body: &Body) -> Vec<Lump> {
    let mut lumps = shirt(skeleton, body, 1.0).lumps;
    lumps.extend(head(skeleton, body).lumps);
    lumps.extend(neck(skeleton, body).lumps);
    for side in 0..2 {
        lumps.extend(trouser_leg(skeleton, body, side).lumps);
        lumps.extend(foot(skeleton, body, side).lumps);
        lumps.extend(bare_arm(skeleton, body, side).lumps);
        lumps.extend(sleeve(skeleton, body, side).lumps);
    }
    lumps
}
