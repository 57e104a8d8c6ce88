//! The figure, held to geometry: every shipped motion at many times, both sides, and all transitions.

use std::{fs, path::PathBuf, sync::Arc};

use unhunch::{
    engine::{Movement, Stance},
    figure::{Body, Look, Palette, Stage, View, cycle, png},
    model::{Exercise, Motion, Side, motion::Part},
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
