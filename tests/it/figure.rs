//! The figure, held to geometry: every shipped motion at many times, both sides, and all transitions.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::{collections::BTreeMap, fs, path::PathBuf, sync::Arc};

use glam::{Vec2, Vec3};
use unhunch::{
    engine::{Movement, Stance},
    figure::{
        Body, Look, Paint, Palette, PoseLibrary, Rig, Stage, View, cycle, draw,
        flesh::{self, Lump},
        ik, limits, png,
        posture::LegGoal,
        skeleton::{Skeleton, Trunk},
        stage::Posed,
    },
    model::{
        Dose, Exercise, Motion, Side,
        motion::{Part, Prop},
    },
};

const IDS: [(&str, &str, &str); 8] = [
    ("shoulder-rolls", "SeatedChair", "Reps(count: 10)"),
    ("neck-flexion", "SeatedChair", "Hold(secs: 5, times: 3)"),
    ("chair-rotation", "SeatedChair", "Hold(secs: 10, times: 3)"),
    ("wall-stretch", "SeatedChair", "Flow(breaths: 6)"),
    ("slouch-overcorrect", "SeatedChair", "Reps(count: 15)"),
    ("overhead-stretch", "Standing", "Hold(secs: 10)"),
    ("cat-cow", "Quadruped", "Flow(breaths: 8)"),
    ("childs-pose", "Quadruped", "Hold(secs: 30)"),
];

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

fn motion(id: &str) -> Motion {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("assets/motions/{id}.ron"));
    let text = fs::read_to_string(&path).unwrap();
    options().from_str(&text).unwrap_or_else(|error| panic!("{id}: {error}"))
}

fn exercise(id: &str) -> Arc<Exercise> {
    let (_, position, dose) = IDS.iter().find(|(known, ..)| *known == id).unwrap();
    let felt = match id {
        "cat-cow" => "[(region: UpperBack, name: \"\")]",
        "shoulder-rolls" => "[(region: UpperTrapezius, name: \"\")]",
        "neck-flexion" => "[(region: NeckBack, name: \"\")]",
        "wall-stretch" | "chair-rotation" => "[(region: MidBack, name: \"\")]",
        "overhead-stretch" => "[(region: Shoulders, name: \"\")]",
        _ => "[(region: Spine, name: \"\")]",
    };
    let text = format!(
        "(version: 1, id: \"{id}\", name: \"\", summary: \"\", category: Desk, positions: [{position}], sides: Both, \
         dose: {dose}, setup: [], steps: [], felt: {felt}, sources: [], instructions: (), motion: ())"
    );
    let mut exercise: Exercise = options().from_str(&text).unwrap();
    exercise.motion = motion(id);
    Arc::new(exercise)
}

const SAMPLES: usize = 60;
const BODIES: [&str; 2] = ["ada", "ben"];

fn body(id: &str) -> Body {
    Body::builtin(id).unwrap()
}

fn stance(exercise: &Arc<Exercise>, part: Part, side: Option<Side>) -> Stance {
    Stance { exercise: Some(Arc::clone(exercise)), part, side, way: 0 }
}

fn movement(from: Stance, to: Stance, progress: f32, secs: f32) -> Movement {
    let (elapsed_secs, left_secs) = (progress * secs, (1.0 - progress) * secs);
    Movement { from, to, progress, elapsed_secs, left_secs, breath: 0.0 }
}

fn progress(sample: usize) -> f32 {
    sample as f32 / SAMPLES as f32
}

/// Every part of every shipped motion, with what leads into it.
fn parts(exercise: &Exercise) -> &'static [(Part, Part)] {
    match exercise.dose {
        Dose::Hold { .. } => {
            &[(Part::Rest, Part::Hold), (Part::Hold, Part::Release), (Part::Release, Part::Hold)]
        }
        Dose::Flow { .. } => &[
            (Part::Rest, Part::Inhale),
            (Part::Inhale, Part::Exhale),
            (Part::Exhale, Part::Empty),
            (Part::Empty, Part::Inhale),
            (Part::Exhale, Part::Rest),
        ],
        _ => &[
            (Part::Rest, Part::Lift),
            (Part::Lift, Part::Lower),
            (Part::Lower, Part::Lift),
            (Part::Lift, Part::Pause),
        ],
    }
}

/// Calls `look` with every sampled pose of every exercise, on both bodies and both sides.
fn each_pose(mut look: impl FnMut(&str, &Body, &Posed)) {
    for body in BODIES.map(body) {
        let mut stage = Stage::default();
        for (id, ..) in IDS {
            let exercise = exercise(id);
            for side in [Side::Right, Side::Left] {
                for &(before, part) in parts(&exercise) {
                    for sample in 0..=SAMPLES {
                        let (from, to) =
                            (stance(&exercise, before, Some(side)), stance(&exercise, part, Some(side)));
                        let mut movement = movement(from, to, progress(sample), 6.0);
                        movement.breath = 0.5 - 0.5 * (progress(sample) * std::f32::consts::TAU).cos();
                        let name = format!("{id} {side:?} {part:?} {sample}");
                        look(&name, &body, &stage.pose(&movement, &body));
                    }
                }
            }
        }
    }
}

/// The worst of many measurements in each place, so that one run tells all there is to mend.
#[derive(Default)]
struct Worst(BTreeMap<String, f32>);

impl Worst {
    /// A place is named `run sample what`; the worst of each run and what is kept.
    fn see(&mut self, value: f32, place: &str) {
        assert!(value.is_finite(), "{place}");
        let words: Vec<&str> = place.split(' ').filter(|word| word.parse::<u32>().is_err()).collect();
        let worst = self.0.entry(words.join(" ")).or_insert(value);
        *worst = worst.max(value);
    }

    fn at_most(&self, bound: f32, what: &str) {
        assert!(!self.0.is_empty(), "nothing was measured");
        let over: Vec<_> = self
            .0
            .iter()
            .filter(|(_, value)| **value > bound)
            .map(|(place, value)| format!("{place}: {value:.3}"))
            .collect();
        assert!(over.is_empty(), "{what}: {over:#?}");
    }
}

#[test]
fn every_motion_can_be_made_ready() {
    let library = PoseLibrary::builtin();
    for id in BODIES {
        for (name, ..) in IDS {
            Rig::new(&motion(name), &library, &body(id)).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }
    assert_ne!(Palette::light().skin, Palette::light().top);
}

#[test]
fn bones_keep_their_length() {
    let mut worst = Worst::default();
    each_pose(|name, body, posed| {
        let bones = &body.bones;
        for side in 0..2 {
            let (arm, leg) = (&posed.skeleton.arms[side], &posed.skeleton.legs[side]);
            for (from, to, length) in [
                (arm.upper.at, arm.fore.at, bones.upper_arm),
                (arm.fore.at, arm.hand.at, bones.forearm),
                (leg.thigh.at, leg.shin.at, bones.thigh),
                (leg.shin.at, leg.foot.at, bones.shin),
                (posed.skeleton.chest.at, arm.upper.at, bones.shoulder),
                (posed.skeleton.pelvis.at, leg.thigh.at, bones.hip),
            ] {
                worst.see((from.distance(to) - length).abs(), name);
            }
        }
        let spine: f32 = posed.skeleton.spine.windows(2).map(|pair| pair[0].at.distance(pair[1].at)).sum();
        worst.see((spine - bones.lumbar - bones.thoracic - bones.cervical).abs(), name);
    });
    worst.at_most(1e-4, "a bone changed its length, in metres");
}

#[test]
fn what_rests_stays_where_it_rests() {
    let mut worst = Worst::default();
    each_pose(|name, body, posed| {
        let Skeleton { arms, legs, chest, pelvis, spine, head, .. } = &posed.skeleton;
        let trunk = Trunk { pelvis: *pelvis, spine: *spine, chest: *chest, head: *head };
        for side in 0..2 {
            if let Some(goal) = &posed.posture.hands[side] {
                let goal = ik::in_world(goal, &trunk);
                let palm = arms[side].hand.point(Vec3::NEG_Y * body.bones.palm);
                worst.see(palm.distance(goal.at), &format!("{name} hand {}", ["left", "right"][side]));
            }
            match posed.posture.legs[side] {
                Some(LegGoal::Foot { at, .. }) => {
                    let sole = Vec3::new(at.0, body.bones.ankle, at.1);
                    worst.see(
                        legs[side].foot.at.distance(sole),
                        &format!("{name} foot {}", ["left", "right"][side]),
                    );
                }
                Some(LegGoal::Knee { at, .. }) => {
                    let knee = Vec3::new(at.0, ik::KNEE_HEIGHT, at.1);
                    worst.see(
                        legs[side].shin.at.distance(knee),
                        &format!("{name} knee {}", ["left", "right"][side]),
                    );
                }
                Some(LegGoal::Step { .. }) | None => {}
            }
        }
        if let Some((y, z)) = posed.posture.forehead {
            let at = trunk.forehead();
            worst.see((at.y - y).hypot(at.z - z), &format!("{name} forehead"));
        }
    });
    worst.at_most(0.01, "something left what it rests on, in metres");
}

#[test]
fn no_joint_goes_beyond_its_range() {
    let mut worst = Worst::default();
    each_pose(|name, _, posed| {
        worst.see(0.0, name);
        for (joint, degrees) in limits::beyond(&posed.skeleton.angles) {
            worst.see(degrees.abs(), &format!("{name} {joint}"));
        }
    });
    worst.at_most(0.0, "beyond its range, in degrees");
}

/// How far a lump goes below a level.
fn below(lump: &Lump, level: f32) -> f32 {
    level - (lump.at.y - lump.extent(Vec3::Y))
}

#[test]
fn nothing_goes_through_the_floor() {
    let mut worst = Worst::default();
    each_pose(|name, body, posed| {
        for lump in flesh::all(&posed.skeleton, body) {
            worst.see(below(&lump, 0.0), name);
        }
    });
    worst.at_most(0.01, "through the floor, in metres");
}

#[test]
fn nothing_goes_through_chair_or_wall() {
    let mut worst = Worst::default();
    each_pose(|name, body, posed| {
        for lump in flesh::all(&posed.skeleton, body) {
            for (prop, _) in &posed.props {
                let frame = draw::prop_frame(prop);
                let at = frame.turn.inverse() * (lump.at - frame.at);
                let back = lump.extent(frame.turn * Vec3::Z);
                match prop {
                    Prop::Wall { z } => {
                        worst.see(lump.at.z + lump.extent(Vec3::Z) - z, &format!("{name} wall"))
                    }
                    Prop::Chair { .. } => {
                        let over_seat =
                            at.x.abs().max(at.z.abs()) < draw::SEAT_HALF && at.y > draw::SEAT_HEIGHT - 0.03;
                        if over_seat {
                            worst.see(below(&lump, draw::SEAT_HEIGHT), &format!("{name} seat"));
                        }
                        let beside_back =
                            at.x.abs() < 0.185 && (0.68..0.89).contains(&at.y) && at.z > draw::BACK_REST;
                        if beside_back {
                            worst.see(draw::BACK_REST - (at.z - back), &format!("{name} back of the chair"));
                        }
                    }
                    Prop::Mat { .. } => {}
                }
            }
        }
    });
    worst.at_most(0.01, "through a prop, in metres");
}

#[test]
fn the_figure_stays_in_a_frame_that_holds_still() {
    let palette = Palette::light();
    for body in BODIES.map(body) {
        let look = Look { body: &body, palette: &palette, glow: 0.0 };
        let mut stage = Stage::default();
        for (id, ..) in IDS {
            let exercise = exercise(id);
            for view in [View::default(), View { yaw_deg: 77.0, pitch_deg: 9.0 }] {
                let mut frames = Vec::new();
                for &(before, part) in parts(&exercise) {
                    for sample in 0..=20 {
                        let mut movement = movement(
                            stance(&exercise, before, None),
                            stance(&exercise, part, None),
                            sample as f32 / 20.0,
                            6.0,
                        );
                        movement.breath = sample as f32 / 20.0;
                        let scene = stage.scene(&movement, &look, view);
                        frames.push(scene.frame);
                        for shape in scene.shapes.iter().filter(|shape| matches!(shape.paint, Paint::Flat(_)))
                        {
                            for point in shape.rings.iter().flatten() {
                                let inside =
                                    point.cmpge(scene.frame.min).all() && point.cmple(scene.frame.max).all();
                                assert!(inside, "{id} {part:?} {sample}: {point} outside {:?}", scene.frame);
                            }
                        }
                    }
                }
                assert!(frames.windows(2).all(|pair| pair[0] == pair[1]), "{id}: the frame moves");
            }
        }
    }
}

/// The joints that a jump would show in.
fn landmarks(skeleton: &Skeleton) -> Vec<Vec3> {
    let limbs = (0..2).flat_map(|side| {
        let (arm, leg) = (&skeleton.arms[side], &skeleton.legs[side]);
        [arm.upper.at, arm.fore.at, arm.hand.at, leg.thigh.at, leg.shin.at, leg.foot.at]
    });
    limbs.chain([skeleton.pelvis.at, skeleton.chest.at, skeleton.head.at]).collect()
}

fn furthest(a: &[Vec3], b: &[Vec3]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a.distance(*b)).fold(0.0, f32::max)
}

#[test]
fn nothing_jumps_within_an_exercise() {
    let mut worst = Worst::default();
    let mut last: Option<(String, Vec<Vec3>)> = None;
    each_pose(|name, _, posed| {
        let (run, sample) = name.rsplit_once(' ').unwrap();
        let now = landmarks(&posed.skeleton);
        if let Some((_, before)) = last.as_ref().filter(|(before, _)| before == run && sample != "0") {
            worst.see(furthest(before, &now) / (6.0 / SAMPLES as f32), name);
        }
        last = Some((run.to_owned(), now));
    });
    worst.at_most(2.2, "faster than a calm movement, in metres a second");
}

#[test]
fn parts_join_and_rounds_close() {
    let body = body("ada");
    let mut stage = Stage::default();
    let mut worst = Worst::default();
    for (id, ..) in IDS {
        let exercise = exercise(id);
        for side in [None, Some(Side::Left)] {
            let stances: Vec<Stance> = parts(&exercise)
                .iter()
                .flat_map(|&(before, part)| [before, part])
                .chain([Part::Rest])
                .map(|part| stance(&exercise, part, side))
                .collect();
            for pair in stances.windows(3) {
                let end = stage.pose(&movement(pair[0].clone(), pair[1].clone(), 1.0, 4.0), &body);
                let start = stage.pose(&movement(pair[1].clone(), pair[2].clone(), 0.0, 4.0), &body);
                worst.see(furthest(&landmarks(&end.skeleton), &landmarks(&start.skeleton)), id);
            }
            let round = [0.0, 1.0].map(|at| stage.pose(&cycle(&exercise, side, at), &body));
            worst.see(furthest(&landmarks(&round[0].skeleton), &landmarks(&round[1].skeleton)), id);
        }
    }
    worst.at_most(0.004, "a gap between two parts, in metres");
}

#[test]
fn changes_of_posture_are_calm_and_stay_above_the_floor() {
    const STEPS: usize = 100;
    const SECS: f32 = 8.0;
    let body = body("ben");
    let mut stage = Stage::default();
    let (mut speed, mut depth, mut ranges) = (Worst::default(), Worst::default(), Worst::default());
    for (first, ..) in IDS {
        for (second, ..) in IDS {
            let (from, to) = (exercise(first), exercise(second));
            for side in [Side::Right, Side::Left] {
                let mut before: Option<Vec<Vec3>> = None;
                for step in 0..=STEPS {
                    let name = format!("{first} to {second} {side:?} {step}");
                    let (from, to) = (stance(&from, Part::Rest, None), stance(&to, Part::Rest, Some(side)));
                    let posed = stage.pose(&movement(from, to, step as f32 / STEPS as f32, SECS), &body);
                    for lump in flesh::all(&posed.skeleton, &body) {
                        depth.see(below(&lump, 0.0), &name);
                    }
                    ranges.see(0.0, &name);
                    for (joint, degrees) in limits::beyond(&posed.skeleton.angles) {
                        ranges.see(degrees.abs(), &format!("{name} {joint}"));
                    }
                    let now = landmarks(&posed.skeleton);
                    if let Some(before) = before {
                        speed.see(furthest(&before, &now) * STEPS as f32 / SECS, &name);
                    }
                    before = Some(now);
                }
            }
        }
    }
    speed.at_most(3.0, "faster than a calm change of posture, in metres a second");
    depth.at_most(0.01, "through the floor, in metres");
    ranges.at_most(0.0, "beyond its range, in degrees");
}

#[test]
fn left_is_the_mirror_of_right() {
    let body = body("ada");
    let palette = Palette::light();
    let look = Look { body: &body, palette: &palette, glow: 0.0 };
    let mut stage = Stage::default();
    for (id, ..) in IDS {
        let exercise = exercise(id);
        for sample in 0..=20 {
            let [right, left] =
                [Side::Right, Side::Left].map(|side| cycle(&exercise, Some(side), sample as f32 / 20.0));
            let [a, b] = [&right, &left].map(|movement| stage.pose(movement, &body).skeleton);
            let flip = |at: Vec3| Vec3::new(-at.x, at.y, at.z);
            for side in 0..2 {
                assert!(
                    a.arms[side].hand.at.distance(flip(b.arms[1 - side].hand.at)) < 1e-4,
                    "{id} {sample}"
                );
                assert!(
                    a.legs[side].foot.at.distance(flip(b.legs[1 - side].foot.at)) < 1e-4,
                    "{id} {sample}"
                );
            }
            assert!(a.head.at.distance(flip(b.head.at)) < 1e-4, "{id} {sample}");
            let [a, b] = [&right, &left].map(|movement| stage.scene(movement, &look, View::default()).frame);
            assert!(
                (a.min.x + b.max.x).abs() < 1e-4 && (a.max.y - b.max.y).abs() < 1e-4,
                "{id}: frames differ"
            );
        }
    }
}

#[test]
fn a_second_way_round_plays_backwards() {
    let body = body("ada");
    let mut stage = Stage::default();
    let exercise = exercise("shoulder-rolls");
    for sample in 0..=20 {
        let share = sample as f32 / 20.0;
        let lift =
            movement(stance(&exercise, Part::Rest, None), stance(&exercise, Part::Lift, None), share, 2.0);
        let mut lower = movement(
            stance(&exercise, Part::Lift, None),
            stance(&exercise, Part::Lower, None),
            1.0 - share,
            2.0,
        );
        (lower.from.way, lower.to.way) = (1, 1);
        let [a, b] = [&lift, &lower].map(|movement| stage.pose(movement, &body).skeleton);
        assert!(furthest(&landmarks(&a), &landmarks(&b)) < 1e-3, "{sample}");
    }
}

#[test]
fn bad_motions_are_refused_with_a_reason() {
    let library = PoseLibrary::builtin();
    let refused = |text: &str| {
        let motion: Motion = options().from_str(text).unwrap();
        Rig::new(&motion, &library, &body("ada")).unwrap_err().to_string()
    };
    assert_eq!(refused("(rest: \"nowhere\")"), "there is no pose \"nowhere\" (the motion asks for it)");
    assert_eq!(
        refused("(poses: {\"a\": (from: \"b\"), \"b\": (from: \"a\")}, rest: \"a\")"),
        "pose \"a\" starts from itself"
    );
    assert_eq!(
        refused("(poses: {\"a\": (from: \"a\")}, rest: \"a\")"),
        "there is no pose \"a\" (pose \"a\" asks for it)"
    );
    assert_eq!(
        refused("(poses: {\"a\": (neck: (flex: NaN))}, rest: \"a\")"),
        "pose \"a\" has a number that is not finite"
    );
}

#[test]
fn a_bad_motion_shows_a_standing_figure() {
    let body = body("ada");
    let mut bad = Exercise::clone(&exercise("cat-cow"));
    bad.motion = options().from_str("(rest: \"nowhere\")").unwrap();
    let bad = Arc::new(bad);
    let mut stage = Stage::default();
    assert!(stage.problem(&bad, &body).is_some());
    assert!(stage.pose(&cycle(&bad, None, 0.5), &body).skeleton.head.at.y > 1.4);
}

#[test]
fn motions_survive_being_saved() {
    for (id, ..) in IDS {
        let first = ron::to_string(&motion(id)).unwrap();
        let again: Motion = ron::from_str(&first).unwrap();
        assert_eq!(again, motion(id));
        assert_eq!(ron::to_string(&again).unwrap(), first);
    }
}

#[test]
fn a_picture_has_colour_and_the_same_pixels_twice() {
    let (body, palette) = (body("ben"), Palette::light());
    let look = Look { body: &body, palette: &palette, glow: 1.0 };
    let movement = cycle(&exercise("cat-cow"), None, 0.6);
    let make = || png::render(&Stage::default().scene(&movement, &look, View::default()), 96, None).unwrap();
    let picture = make();
    assert!(picture.pixels().filter(|pixel| pixel.0[3] == 255).count() > 400);
    assert!(
        picture.pixels().any(|pixel| pixel.0 == [palette.top.0[0], palette.top.0[1], palette.top.0[2], 255])
    );
    assert_eq!(picture, make());
    assert!(png::render(&Stage::default().scene(&movement, &look, View::default()), 0, None).is_err());
}

#[test]
fn triangles_cover_what_the_rings_cover() {
    let (body, palette) = (body("ada"), Palette::light());
    let look = Look { body: &body, palette: &palette, glow: 1.0 };
    let scene = Stage::default().scene(&cycle(&exercise("childs-pose"), None, 0.5), &look, View::default());
    let (scale, shift) = scene.fit(Vec2::splat(500.0));
    let mesh = scene.mesh(scale, shift, 1.0);
    assert!(
        mesh.indices.len() % 3 == 0
            && mesh.indices.iter().all(|&index| (index as usize) < mesh.vertices.len())
    );
    for vertex in &mesh.vertices {
        assert!(vertex.at.is_finite());
    }
    let area: f32 = mesh
        .indices
        .chunks(3)
        .map(|corners| {
            let [a, b, c] = [0, 1, 2].map(|corner| mesh.vertices[corners[corner] as usize].at);
            (b - a).perp_dot(c - a) * 0.5
        })
        .sum();
    let rings: f32 = scene
        .shapes
        .iter()
        .flat_map(|shape| &shape.rings)
        .map(|ring| (0..ring.len()).map(|i| ring[i].perp_dot(ring[(i + 1) % ring.len()])).sum::<f32>() * 0.5)
        .sum();
    assert!(area.abs() > 0.9 * rings * scale * scale, "{area} {rings}");
}

/// Writes sheets of every motion to `target/sheets`, to be looked at.
#[test]
#[ignore = "makes pictures to look at"]
fn contact_sheet() {
    const SIDE: u32 = 380;
    let palette = Palette::light();
    let wanted = std::env::var("SHEET").unwrap_or_default();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/sheets");
    fs::create_dir_all(&folder).unwrap();
    for (id, ..) in IDS.into_iter().filter(|(id, ..)| wanted.is_empty() || wanted.contains(id)) {
        let exercise = exercise(id);
        let mut stage = Stage::default();
        let yaws = [0.0, 60.0, -120.0];
        let times = [0.0, 0.2, 0.4, 0.55, 0.75];
        let mut sheet = image::RgbaImage::new(SIDE * times.len() as u32, SIDE * yaws.len() as u32);
        for (row, yaw_deg) in yaws.into_iter().enumerate() {
            let body = Body::builtin(if row == 1 { "ben" } else { "ada" }).unwrap();
            let look = Look { body: &body, palette: &palette, glow: 1.0 };
            for (column, time) in times.into_iter().enumerate() {
                let movement = cycle(&exercise, None, time);
                let scene = stage.scene(&movement, &look, View { yaw_deg, pitch_deg: 0.0 });
                let picture = png::render(&scene, SIDE, Some(palette.paper)).unwrap();
                image::imageops::replace(
                    &mut sheet,
                    &picture,
                    i64::from(column as u32 * SIDE),
                    i64::from(row as u32 * SIDE),
                );
            }
        }
        sheet.save(folder.join(format!("{id}.png"))).unwrap();
    }
}

#[test]
#[ignore = "large"]
#[allow(clippy::disallowed_methods)]
fn large() {
    let palette = Palette::light();
    for (id, time, who) in [
        ("cat-cow", 0.66, "ada"),
        ("cat-cow", 0.33, "ben"),
        ("shoulder-rolls", 0.5, "ben"),
        ("slouch-overcorrect", 0.0, "ada"),
        ("chair-rotation", 0.45, "ada"),
        ("overhead-stretch", 0.5, "ben"),
    ] {
        let body = body(who);
        let look = Look { body: &body, palette: &palette, glow: 1.0 };
        let scene = Stage::default().scene(&cycle(&exercise(id), None, time), &look, View::default());
        png::render(&scene, 760, Some(palette.paper))
            .unwrap()
            .save(format!("target/sheets/large-{id}-{who}.png"))
            .unwrap();
        let mut stage = Stage::default();
        let e = exercise(id);
        let t = std::time::Instant::now();
        for i in 0..200 {
            std::hint::black_box(stage.scene(&cycle(&e, None, i as f32 / 200.0), &look, View::default()));
        }
        let a = t.elapsed() / 200;
        let t = std::time::Instant::now();
        for _ in 0..200 {
            std::hint::black_box(scene.mesh(400.0, Vec2::ZERO, 1.0));
        }
        let m = scene.mesh(400.0, Vec2::ZERO, 1.0);
        println!(
            "{id} scene {a:?} mesh {:?} shapes {} rings {} vertices {} triangles {} svg {}",
            t.elapsed() / 200,
            scene.shapes.len(),
            scene.shapes.iter().map(|s| s.rings.len()).sum::<usize>(),
            m.vertices.len(),
            m.indices.len() / 3,
            unhunch::figure::svg::render(&scene, 600).len()
        );
    }
}

#[test]
#[ignore = "transitions"]
fn transitions() {
    const SIDE: u32 = 300;
    let palette = Palette::light();
    let body = body("ada");
    let look = Look { body: &body, palette: &palette, glow: 1.0 };
    let mut stage = Stage::default();
    let pairs = [
        ("overhead-stretch", "cat-cow"),
        ("slouch-overcorrect", "overhead-stretch"),
        ("cat-cow", "wall-stretch"),
        ("childs-pose", "cat-cow"),
    ];
    let mut sheet = image::RgbaImage::new(SIDE * 9, SIDE * pairs.len() as u32);
    for (row, (a, b)) in pairs.into_iter().enumerate() {
        let (a, b) = (exercise(a), exercise(b));
        for column in 0..9 {
            let m = movement(
                stance(&a, Part::Hold, None),
                stance(&b, Part::Rest, None),
                column as f32 / 8.0,
                7.0,
            );
            let picture =
                png::render(&stage.scene(&m, &look, View::default()), SIDE, Some(palette.paper)).unwrap();
            image::imageops::replace(
                &mut sheet,
                &picture,
                i64::from(column as u32 * SIDE),
                i64::from(row as u32 * SIDE),
            );
        }
    }
    sheet.save("target/sheets/transitions.png").unwrap();
}

#[test]
#[ignore = "base poses"]
fn base_poses() {
    const SIDE: u32 = 380;
    let palette = Palette::light();
    let library = PoseLibrary::builtin();
    let mut sheet = image::RgbaImage::new(SIDE * 5, SIDE * 2);
    for (index, name) in
        ["seated-floor", "supine", "prone", "side-lying", "heel-sitting"].into_iter().enumerate()
    {
        for (row, yaw_deg) in [-35.0, -75.0].into_iter().enumerate() {
            let body = body("ada");
            let look = Look { body: &body, palette: &palette, glow: 1.0 };
            let mut e = Exercise::clone(&exercise("cat-cow"));
            e.motion = Motion {
                rest: name.into(),
                props: vec![Prop::Mat { at: (0.0, 0.0), turn: 0.0 }],
                ..Motion::default()
            };
            e.motion.camera = unhunch::model::motion::Camera { yaw: yaw_deg, pitch: 14.0 };
            let e = Arc::new(e);
            let mut stage = Stage::new(library.clone());
            let m = cycle(&e, None, 0.0);
            let p = stage.pose(&m, &body);
            let low = flesh::all(&p.skeleton, &body).iter().map(|l| below(l, 0.0)).fold(f32::MIN, f32::max);
            println!("POSE {name} low {low:.3} beyond {:?}", limits::beyond(&p.skeleton.angles));
            let picture =
                png::render(&stage.scene(&m, &look, View::default()), SIDE, Some(palette.paper)).unwrap();
            image::imageops::replace(
                &mut sheet,
                &picture,
                i64::from(index as u32 * SIDE),
                i64::from(row as u32 * SIDE),
            );
        }
    }
    sheet.save("target/sheets/base.png").unwrap();
}
