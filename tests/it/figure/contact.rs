//! Bones, joints, contacts: nothing stretches, nothing goes through anything.

use super::*;

#[test]
fn every_motion_can_be_made_ready() {
    let library = PoseLibrary::builtin();
    for id in BODIES {
        for name in ids() {
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

/// How far a lump is pressed into something that lies on the floor or stands there, beyond what flesh
/// and foam give way.
fn pressed(lump: &Lump, prop: &Prop) -> f32 {
    const SOFT: f32 = 0.015;
    let frame = draw::prop_frame(prop);
    let at = frame.turn.inverse() * (lump.at - frame.at);
    let into = |nearest: Vec3, radius: f32| {
        let away = frame.turn * (at - nearest);
        let give = lump.extent(away.normalize_or(Vec3::Y)) + radius - away.length();
        if give > 0.0 { give } else { 0.0 }
    };
    let boxed = |(x, y, z): (f32, f32, f32), middle: Vec3| {
        let half = Vec3::new(x, y, z) * 0.5;
        into(at.clamp(middle - half, middle + half), 0.0)
    };
    match *prop {
        Prop::Roller { size: (length, thick), .. } | Prop::Towel { size: (length, thick), .. } => {
            let (half, radius) = (0.5 * (length - thick), 0.5 * thick);
            into(Vec3::new(at.x.clamp(-half, half), radius, 0.0), radius) - SOFT
        }
        Prop::Peanut { size, .. } => {
            let side = 0.46 * size * at.x.signum();
            into(Vec3::new(side, 0.5 * size, 0.0), 0.5 * size) - SOFT
        }
        Prop::Block { size, .. } | Prop::Blanket { size, .. } => boxed(size, Vec3::Y * (0.5 * size.1)) - SOFT,
        Prop::DoorFrame { width, .. } => {
            let side = 0.5 * (width + 0.08) * at.x.signum();
            boxed((0.08, 4.0, 0.12), Vec3::X * side)
        }
        _ => 0.0,
    }
}

fn kind(prop: &Prop) -> String {
    format!("{prop:?}").split(' ').next().unwrap_or_default().to_lowercase()
}

#[test]
fn nothing_goes_through_a_prop() {
    let mut worst = Worst::default();
    each_pose(|name, body, posed| {
        for lump in flesh::all(&posed.skeleton, body) {
            for (prop, _) in &posed.props {
                let frame = draw::prop_frame(prop);
                let at = frame.turn.inverse() * (lump.at - frame.at);
                let back = lump.extent(frame.turn * Vec3::Z);
                match prop {
                    Prop::Wall { z, .. } => {
                        worst.see(lump.at.z + lump.extent(Vec3::Z) - z, &format!("{name} wall"));
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
                    Prop::Mat { .. } | Prop::Dumbbells { .. } | Prop::Band { .. } => {}
                    lying => worst.see(pressed(&lump, lying), &format!("{name} {}", kind(lying))),
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
        for id in ids() {
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

#[test]
fn shared_poses_are_sound() {
    let library = PoseLibrary::builtin();
    let mut worst = Worst::default();
    for body in BODIES.map(body) {
        for name in library.poses.keys() {
            let posture = library.resolve(&BTreeMap::new(), name).unwrap();
            let skeleton = ik::solve(&posture, &body.bones);
            for lump in flesh::all(&skeleton, &body) {
                worst.see(below(&lump, 0.0), name);
            }
            assert_eq!(limits::beyond(&skeleton.angles), [], "{name}");
        }
    }
    worst.at_most(0.01, "through the floor, in metres");
}

#[test]
fn every_position_can_be_reached_from_every_other() {
    let library = PoseLibrary::builtin();
    for from in library.positions.keys() {
        for to in library.positions.keys().filter(|to| *to != from) {
            let direct = library.bridges.iter().any(|bridge| {
                bridge.via.is_empty()
                    && [(bridge.from, bridge.to), (bridge.to, bridge.from)].contains(&(*from, *to))
            });
            assert!(direct || !library.way(*from, *to).is_empty(), "{from:?} to {to:?}");
        }
    }
}
