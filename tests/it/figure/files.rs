//! Motions as files: bad ones are refused with a reason, good ones survive being saved.

use super::*;

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
        "\"a\" has a number that is not finite or beyond 1000"
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
    assert!(stage.pose(&cycle(&bad, 0.5), &body).skeleton.head.at.y > 1.4);
}

#[test]
fn motions_survive_being_saved() {
    for id in ids() {
        let first = ron::to_string(&motion(id)).unwrap();
        let again: Motion = ron::from_str(&first).unwrap();
        assert_eq!(again, motion(id));
        assert_eq!(ron::to_string(&again).unwrap(), first);
    }
}

proptest::proptest! {
    /// Whatever a person writes within reason, bones keep their length and the picture is drawn.
    #[test]
    fn wild_postures_are_drawn(
        angles in proptest::collection::vec(-1000.0_f32..1000.0, ANGLES),
        place in proptest::collection::vec(-1000.0_f32..1000.0, 8),
        pins in proptest::bool::ANY,
    ) {
        let body = body("ada");
        let mut posture = Posture { angles: angles.try_into().unwrap(), ..Posture::default() };
        if pins {
            posture.legs = [
                Some(LegGoal::Knee { at: (place[0], place[1]), heading: place[2] }),
                Some(LegGoal::Foot { at: (place[3], place[4]), heading: place[5] }),
            ];
            posture.forehead = Some((place[6], place[7]));
        }
        let skeleton = ik::solve(&posture, &body.bones);
        for leg in &skeleton.legs {
            let thigh = leg.thigh.at.distance(leg.shin.at);
            // Places hundreds of metres away leave few digits.
            proptest::prop_assert!((thigh - body.bones.thigh).abs() < 2e-3, "{thigh}");
        }
        proptest::prop_assert!(skeleton.head.at.is_finite());
    }
}
