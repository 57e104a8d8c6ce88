//! What a person starts from: the guide to exercise files and the template say what is true.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use unhunch::catalog::Catalog;
use unhunch::figure::{Body, Look, Palette, Scene, Stage, View, cycle, png};
use unhunch::model::motion::{Arm, Bend, Camera, Head, Leg, Motion, Pose, Prop, Tilt};
use unhunch::model::{Exercise, Line, ron_dialect};

/// Parts of an exercise, as the guide shows them.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Parts {
    motion: Option<Motion>,
    poses: BTreeMap<String, Pose>,
    props: Vec<Prop>,
    picture: Option<String>,
}

fn text(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The fields or words of a type, by the reader's own account of what it expects.
fn names_of<T: DeserializeOwned>() -> Vec<&'static str> {
    for wrong in ["(no_such_name: 1)", "NoSuchName"] {
        let error = ron_dialect().from_str::<T>(wrong).map(drop).map_err(|error| error.code);
        if let Err(
            ron::Error::NoSuchStructField { expected, .. } | ron::Error::NoSuchEnumVariant { expected, .. },
        ) = error
        {
            return expected.to_vec();
        }
    }
    panic!("the reader does not say what it expects");
}

fn all_names() -> Vec<&'static str> {
    [
        names_of::<Exercise>(),
        names_of::<Line>(),
        names_of::<Motion>(),
        names_of::<Pose>(),
        names_of::<Prop>(),
        names_of::<Tilt>(),
        names_of::<Bend>(),
        names_of::<Head>(),
        names_of::<Arm>(),
        names_of::<Leg>(),
    ]
    .concat()
}

#[test]
fn the_guide_shows_ron_that_reads() {
    let guide = text("assets/exercises/README.md");
    let snippets: Vec<&str> =
        guide.split("```ron\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert!(snippets.len() >= 4);
    let mut seen = [0; 4];
    for snippet in snippets {
        let parts: Parts =
            ron_dialect().from_str(&format!("({snippet})")).unwrap_or_else(|e| panic!("{e}: {snippet}"));
        seen[0] += usize::from(parts.motion.is_some());
        seen[1] += parts.poses.len();
        seen[2] += parts.props.len();
        seen[3] += usize::from(parts.picture.is_some());
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}

#[test]
fn guide_and_template_name_all_there_is() {
    let guide = text("assets/exercises/README.md");
    let template = text("assets/templates/exercise.ron");
    let names = all_names();
    assert!(names.len() > 70, "{names:?}");
    for name in names {
        let is_told = [format!("`{name}`"), format!("{name}: ")].iter().any(|told| guide.contains(told));
        assert!(is_told, "guide: {name}");
        assert!(template.contains(name), "template: {name}");
    }
    let shared: Vec<String> = text("assets/poses/base.ron")
        .lines()
        .filter_map(|line| Some(line.strip_prefix("        \"")?.split('"').next()?.to_owned()))
        .collect();
    assert!(shared.len() > 8, "{shared:?}");
    for pose in shared {
        assert!(guide.contains(&format!("`{pose}`")) && template.contains(&pose), "{pose}");
    }
}

#[test]
fn the_guide_shows_pictures_that_are_there() {
    let guide = text("assets/exercises/README.md");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/exercises");
    let links: Vec<&str> =
        guide.split("](").skip(1).map(|rest| rest.split([')', '#']).next().unwrap()).collect();
    for link in links.iter().filter(|link| !link.starts_with("http")) {
        assert!(folder.join(link).exists(), "{link}");
    }
    let shown = links.iter().filter(|link| link.contains("../guide/")).count();
    let there = fs::read_dir(folder.join("../guide")).unwrap().count();
    assert_eq!(shown, there, "a picture is not shown");
}

/// A picture of the guide: its name, where it is seen from, and the pose.
type Shown = (String, Camera, Pose);

fn shown() -> Vec<Shown> {
    ron_dialect().from_str(&text("tests/fixtures/guide-pictures.ron")).unwrap()
}

#[test]
fn every_pose_of_the_guide_is_drawn_and_every_picture_can_be() {
    let mut drawn: Vec<String> = shown().into_iter().map(|(name, ..)| format!("{name}.png")).collect();
    drawn.extend(STILLS.iter().map(|(name, ..)| format!("{name}.png")));
    drawn.sort();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/guide");
    let there = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut there: Vec<String> = there.collect();
    there.sort();
    assert_eq!(drawn, there);
}

/// Pictures of whole motions: name, exercise (the template where none is named) and place in its round.
const STILLS: [(&str, Option<&str>, f32); 4] = [
    ("cat-cow-in", Some("cat-cow"), 1.0 / 3.0),
    ("cat-cow-out", Some("cat-cow"), 2.0 / 3.0),
    ("template-start", None, 0.0),
    ("template-far", None, 0.5),
];

/// Draws the pictures of the guide anew, into `assets/guide`.
#[test]
#[ignore = "writes into the sources: `cargo xtask guide-pictures`"]
fn draw_the_pictures() {
    let (catalog, body, palette) = (Catalog::builtin(), Body::default(), Palette::light());
    let look = Look { body: &body, palette: &palette, glow: 1.0 };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/guide");
    let template: Exercise = ron_dialect().from_str(&text("assets/templates/exercise.ron")).unwrap();
    let write = |name: &str, scene: &Scene, side: u32| {
        let picture = png::render(scene, side, Some(palette.paper)).unwrap();
        picture.save(folder.join(format!("{name}.png"))).unwrap();
    };
    for (name, camera, pose) in shown() {
        let poses = BTreeMap::from([("shown".to_owned(), pose)]);
        let motion = Motion { camera, poses, rest: "shown".to_owned(), ..Motion::default() };
        let exercise = Arc::new(Exercise { motion, felt: Vec::new(), ..template.clone() });
        write(&name, &Stage::default().scene(&cycle(&exercise, 0.0), &look, View::default()), 220);
    }
    for (name, id, at) in STILLS {
        let exercise = id.map_or_else(|| Arc::new(template.clone()), |id| catalog.exercises[id].clone());
        write(name, &Stage::default().still(&exercise, None, at, &look, View::default()), 320);
    }
}
