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
    assert!(stage.pose(&cycle(&bad, 0.5), &body).skeleton.head.at.y > 1.4);
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
