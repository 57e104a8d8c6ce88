//! Props: where they are held, that they stay above the floor and in the picture, that they mirror.

use super::*;

/// A motion that uses every prop at once, and moves.
const EVERYTHING: &str = r#"(
    props: [
        Mat(), DoorFrame(at: (0.1, -0.3), turn: 10), Wall(z: 1.2), Chair(at: (0.9, 0)),
        Roller(at: (0.3, 0.5), turn: 30, rolls: Hips), Towel(at: (-0.4, 0.4)), Block(at: (0.5, 0.2), turn: -20),
        Peanut(at: (-0.2, 0.6)), Blanket(at: (0.6, -0.4)), Dumbbells(), Dumbbells(hand: Left, size: (0.3, 0.1)),
        Band(), Band(to: Place(at: (0.2, 1.1, 0.9))),
    ],
    poses: {
        "open": (from: "standing", at: (0, 0.895, 0.3), arms: (flexion: 60, abduction: 30, elbow: 40, grip: 82)),
    },
    track: { Lift: ["open"], Hold: ["open"], Inhale: ["open"], Lower: ["standing"], Exhale: ["standing"] },
)"#;

fn with_props(text: &str) -> Arc<Exercise> {
    let mut exercise = Exercise::clone(&exercise("shoulder-rolls"));
    exercise.motion = options().from_str(text).unwrap();
    Arc::new(exercise)
}

/// Calls `look` along the way out and back, on both bodies and both sides.
fn each_of(exercise: &Arc<Exercise>, mut look: impl FnMut(&str, &Body, &Posed)) {
    for body in BODIES.map(body) {
        let mut stage = Stage::default();
        for side in [Side::Right, Side::Left] {
            for sample in 0..=20 {
                let movement = cycle_on(exercise, Some(side), sample as f32 / 20.0);
                look(&format!("{side:?} {sample}"), &body, &stage.pose(&movement, &body));
            }
        }
    }
}

#[test]
fn what_the_hands_hold_lies_in_the_palms() {
    let mut worst = Worst::default();
    each_of(&with_props(EVERYTHING), |name, body, posed| {
        for side in 0..2 {
            let hand = &posed.skeleton.arms[side].hand;
            let out = unhunch::figure::posture::outward(side);
            // The skin of the palm, half a hand's thickness inwards.
            let palm = hand.point(Vec3::new(-out * 0.0145, -body.bones.palm, 0.0));
            let held = draw::hand_grip(&posed.skeleton, side).at;
            worst.see((palm.distance(held) - 0.014).abs(), &format!("{name} handle"));
            let bands = posed.props.iter().filter(|(prop, _)| matches!(prop, Prop::Band { .. }));
            for (band, _) in bands {
                let ends = draw::prop_corners(band, &posed.skeleton);
                let nearest = ends.iter().map(|end| end.distance(held)).fold(f32::INFINITY, f32::min);
                worst.see(nearest, &format!("{name} band"));
            }
        }
    });
    worst.at_most(0.01, "away from the palm, in metres");
}

#[test]
fn a_band_round_the_feet_lies_under_the_soles() {
    let mut worst = Worst::default();
    let exercise = with_props("(props: [Band()])");
    each_of(&exercise, |name, body, posed| {
        let ends = draw::prop_corners(&Prop::Band { to: BandEnd::Feet }, &posed.skeleton);
        for side in 0..2 {
            let foot = &posed.skeleton.legs[side].foot;
            let nearest = |end: &Vec3| {
                let local = foot.turn.inverse() * (*end - foot.at);
                (local.y + body.bones.ankle).abs().max(local.x.abs() - 0.05)
            };
            worst.see(ends.iter().map(nearest).fold(f32::INFINITY, f32::min), name);
        }
    });
    worst.at_most(0.01, "away from the sole, in metres");
}

#[test]
fn props_stay_above_the_floor() {
    let mut worst = Worst::default();
    each_of(&with_props(EVERYTHING), |name, _, posed| {
        for (prop, _) in &posed.props {
            for corner in draw::prop_corners(prop, &posed.skeleton) {
                worst.see(-corner.y, name);
            }
        }
    });
    worst.at_most(0.01, "below the floor, in metres");
}

#[test]
fn every_prop_is_in_the_picture() {
    let (body, palette) = (body("ada"), Palette::light());
    let look = Look { body: &body, palette: &palette, glow: 0.0 };
    let exercise = with_props(EVERYTHING);
    let mut stage = Stage::default();
    let colours = [
        palette.door,
        palette.roller,
        palette.cloth,
        palette.block,
        palette.rubber,
        palette.iron,
        palette.steel,
    ];
    for yaw_deg in [0.0, 70.0, 140.0, -110.0] {
        let view = View { yaw_deg, pitch_deg: 4.0 };
        for sample in 0..=10 {
            let scene = stage.scene(&cycle(&exercise, sample as f32 / 10.0), &look, view);
            for shape in scene.shapes.iter().filter(|shape| matches!(shape.paint, Paint::Flat(_))) {
                for point in shape.rings.iter().flatten() {
                    let inside = point.cmpge(scene.frame.min).all() && point.cmple(scene.frame.max).all();
                    assert!(inside, "{yaw_deg} {sample}: {point} outside {:?}", scene.frame);
                }
            }
            for colour in colours {
                assert!(scene.shapes.iter().any(|shape| shape.paint == Paint::Flat(colour)), "{colour:?}");
            }
        }
    }
}

#[test]
fn left_props_are_the_mirror_of_right() {
    let exercise = with_props(EVERYTHING);
    let body = body("ben");
    let mut stage = Stage::default();
    for sample in 0..=10 {
        let mut of = |side: Side| stage.pose(&cycle_on(&exercise, Some(side), sample as f32 / 10.0), &body);
        let (right, left) = (of(Side::Right), of(Side::Left));
        assert_eq!(right.props.len(), left.props.len());
        for ((a, _), (b, _)) in right.props.iter().zip(&left.props) {
            let corners = draw::prop_corners(b, &left.skeleton);
            for corner in draw::prop_corners(a, &right.skeleton) {
                let mirrored = Vec3::new(-corner.x, corner.y, corner.z);
                let nearest = corners.iter().map(|at| at.distance(mirrored)).fold(f32::INFINITY, f32::min);
                assert!(nearest < 1e-3, "{a:?} {corner} {nearest}");
            }
        }
    }
}

#[test]
fn a_roller_goes_half_as_far_as_what_rolls_over_it() {
    let exercise = with_props(
        r#"(props: [Roller(at: (0, 0.1), rolls: Hips)], poses: { "on": (from: "standing", at: (0.3, 0.895, 0.2), legs: (pin: Free)) }, track: { Lift: ["on"] })"#,
    );
    let posed = Stage::default().pose(&cycle(&exercise, 0.5), &body("ada"));
    let [(Prop::Roller { at, .. }, alpha)] = posed.props[..] else { panic!("{:?}", posed.props) };
    // It rolls across its axis only.
    assert!(at.0.abs() < 1e-3 && (at.1 - 0.2).abs() < 1e-3, "{at:?}");
    assert!((alpha - 1.0).abs() < 1e-6);
}

#[test]
fn a_roller_never_jumps() {
    let exercise = with_props(
        r#"(props: [Roller(at: (0, 0.1), rolls: Hips)], poses: { "on": (from: "standing", at: (0, 0.895, 0.2)) }, track: { Lift: ["on"] })"#,
    );
    let body = body("ada");
    let mut stage = Stage::default();
    let stances = [
        (Part::Rest, None),
        (Part::Lift, None),
        (Part::Lift, Some(Side::Left)),
        (Part::Rest, Some(Side::Left)),
    ]
    .map(|(part, side)| stance(&exercise, part, side));
    let mut places = Vec::new();
    for pair in stances.windows(2) {
        for sample in 0..=SAMPLES {
            let posed = stage.pose(&movement(pair[0].clone(), pair[1].clone(), progress(sample), 6.0), &body);
            places.push(draw::prop_frame(&posed.props[0].0).at);
        }
    }
    let furthest = places.windows(2).map(|pair| pair[0].distance(pair[1])).fold(0.0, f32::max);
    assert!(furthest > 0.0 && furthest < 0.01, "{furthest}");
}

#[test]
fn props_are_written_briefly_and_read_back() {
    let text =
        r"(props:[Band(),Dumbbells(),Roller(at:(0.0,-0.3),rolls:Some(Hips)),Block(size:(0.2,0.1,0.1))])";
    let motion: Motion = options().from_str(text).unwrap();
    assert_eq!(ron::to_string(&motion).unwrap(), text);
    let all: Motion = options().from_str(EVERYTHING).unwrap();
    let saved = ron::to_string(&all).unwrap();
    let again: Motion = ron::from_str(&saved).unwrap();
    assert_eq!(again, all);
    assert_eq!(ron::to_string(&again).unwrap(), saved);
}

#[test]
fn props_beyond_reason_are_refused() {
    let library = PoseLibrary::builtin();
    for text in [
        "(props: [Roller(at: (0, inf))])",
        "(props: [Block(size: (-0.1, 0.1, 0.1))])",
        "(props: [Band(to: Place(at: (0, NaN, 0)))])",
        "(props: [Peanut(size: 50)])",
    ] {
        let motion: Motion = options().from_str(text).unwrap();
        assert!(Rig::new(&motion, &library, &body("ada")).is_err(), "{text}");
    }
}

#[test]
fn a_figure_that_stands_is_in_the_middle() {
    let (body, palette) = (body("ada"), Palette::light());
    let look = Look { body: &body, palette: &palette, glow: 0.0 };
    let exercise = exercise("overhead-stretch");
    for yaw_deg in [0.0, 60.0, -90.0] {
        let view = View { yaw_deg, pitch_deg: 0.0 };
        let mut stage = Stage::default();
        for fraction in [0.0, 0.2, 0.5] {
            let movement = cycle(&exercise, fraction);
            let scene = stage.scene(&movement, &look, view);
            let (scale, shift) = scene.fit(Vec2::splat(100.0));
            let posed = stage.pose(&movement, &body);
            let eye = unhunch::figure::camera::Eye::new(posed.camera.yaw + yaw_deg, posed.camera.pitch);
            let middle = eye.flat(posed.skeleton.chest.at).x * scale + shift.x;
            assert!((middle - 50.0).abs() < 4.0, "{yaw_deg} {fraction}: {middle}");
            let top = scene.frame.min.y * scale + shift.y;
            assert!(top.abs() < 0.01, "{top}");
        }
    }
}
