//! Pictures: colours, triangles, and sheets to look at.

use super::*;

#[test]
fn a_picture_has_colour_and_the_same_pixels_twice() {
    let (body, palette) = (body("ben"), Palette::light());
    let look = Look { body: &body, palette: &palette, glow: 1.0 };
    let movement = cycle(&exercise("cat-cow"), 0.6);
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
    let scene = Stage::default().scene(&cycle(&exercise("childs-pose"), 0.5), &look, View::default());
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

#[test]
fn a_figure_is_cheap_to_draw() {
    let (body, palette) = (body("ada"), Palette::light());
    let look = Look { body: &body, palette: &palette, glow: 0.0 };
    let mut worst = Worst::default();
    let mut stage = Stage::default();
    for id in ids() {
        let full = exercise(id);
        let mut alone = Exercise::clone(&full);
        alone.motion.props.clear();
        for (exercise, bound) in [(Arc::new(alone), 8_500.0), (full, 10_000.0)] {
            for sample in 0..=4 {
                let scene = stage.scene(&cycle(&exercise, sample as f32 / 4.0), &look, View::default());
                // A figure as high as 700 pixels, were it to stand.
                let mesh = scene.mesh(400.0, Vec2::ZERO, 1.0);
                worst.see(mesh.vertices.len() as f32 - bound, id);
            }
        }
    }
    worst.at_most(0.0, "so many corners too many");
}

#[test]
fn still_pictures_show_where_it_goes() {
    let (body, palette) = (body("ada"), Palette::light());
    let look = Look { body: &body, palette: &palette, glow: 0.0 };
    let exercise = exercise("cat-cow");
    let mut stage = Stage::default();
    let plain = stage.scene(&cycle(&exercise, 0.4), &look, View::default());
    let still = stage.still(&exercise, None, 0.4, &look, View::default());
    assert!(still.shapes.len() > plain.shapes.len());
    assert_eq!(still.felt.len(), exercise.felt.len());
    // At rest at the end of the round nothing is about to move.
    let end = stage.still(&exercise, None, 1.0, &look, View::default());
    assert!(!end.shapes.iter().any(|shape| shape.paint == Paint::Flat(palette.arrow)));
}

/// True where a ring goes round a place.
fn surrounds(ring: &[Vec2], at: Vec2) -> bool {
    (0..ring.len()).all(|index| {
        let (from, to) = (ring[index], ring[(index + 1) % ring.len()]);
        (to - from).perp_dot(at - from) >= 0.0
    })
}

#[test]
fn names_of_regions_lie_on_the_body() {
    let (body, palette) = (body("ada"), Palette::light());
    let look = Look { body: &body, palette: &palette, glow: 0.0 };
    let mut stage = Stage::default();
    for id in ids() {
        let mut alone = Exercise::clone(&exercise(id));
        alone.motion.props.clear();
        let exercise = Arc::new(alone);
        for yaw_deg in [0.0, 100.0, -130.0] {
            for sample in 0..=4 {
                let view = View { yaw_deg, pitch_deg: 0.0 };
                let scene = stage.scene(&cycle(&exercise, sample as f32 / 4.0), &look, view);
                for (region, at) in &scene.felt {
                    let flat = scene.shapes.iter().filter(|shape| matches!(shape.paint, Paint::Flat(_)));
                    let on = flat.flat_map(|shape| &shape.rings).any(|ring| surrounds(ring, *at));
                    assert!(on, "{id} {yaw_deg} {sample}: {region:?} at {at}");
                }
            }
        }
    }
}

#[test]
fn arrows_stay_in_the_picture() {
    let (body, palette) = (body("ben"), Palette::light());
    let look = Look { body: &body, palette: &palette, glow: 0.0 };
    let mut stage = Stage::default();
    let mut drawn = 0;
    for id in ids() {
        for (yaw_deg, fraction) in [(0.0, 0.1), (0.0, 0.6), (70.0, 0.3), (-120.0, 0.1)] {
            let view = View { yaw_deg, pitch_deg: 0.0 };
            let still = stage.still(&exercise(id), None, fraction, &look, view);
            for shape in still.shapes.iter().filter(|shape| shape.paint == Paint::Flat(palette.arrow)) {
                drawn += 1;
                for point in shape.rings.iter().flatten() {
                    let inside = point.cmpge(still.frame.min).all() && point.cmple(still.frame.max).all();
                    assert!(inside, "{id} {yaw_deg} {fraction}: {point} outside {:?}", still.frame);
                }
            }
        }
    }
    assert!(drawn > 100, "{drawn}");
}

#[test]
fn a_breath_is_seen() {
    let (body, palette) = (body("ada"), Palette::light());
    let look = Look { body: &body, palette: &palette, glow: 0.0 };
    for (id, yaw_deg) in [("deep-breathing", 60.0), ("knees-to-chest", 0.0), ("scapular-shrugs", 90.0)] {
        let mut stage = Stage::default();
        let mut shirt = |breath: f32| {
            let movement = Movement { breath, ..cycle(&exercise(id), 0.0) };
            let scene = stage.scene(&movement, &look, View { yaw_deg, pitch_deg: 0.0 });
            let (scale, _) = scene.fit(Vec2::splat(300.0));
            let flesh = flesh::shirt(&stage.pose(&movement, &body).skeleton, &body, breath);
            (flesh.lumps, scale)
        };
        let ((empty, _), (full, scale)) = (shirt(0.0), shirt(1.0));
        // Every other section is one of the body's own; the third is the belly's.
        let front = |lumps: &[Lump], section: usize| {
            let lump = lumps[section];
            (lump.at, lump.extent(lump.axes[2].normalize()))
        };
        let risen = (0..24)
            .map(|section| {
                let ((a, thin), (b, thick)) = (front(&empty, section), front(&full, section));
                let ahead = empty[section].axes[2].normalize();
                (b - a).dot(ahead) + thick - thin
            })
            .fold(0.0, f32::max);
        assert!(risen * scale > 3.0, "{id}: {} pixels at 300", risen * scale);
    }
}

/// Writes sheets of every motion to `target/sheets`, to be looked at.
#[test]
#[ignore = "makes pictures to look at"]
fn contact_sheet() {
    const SIDE: u32 = 300;
    let palette = Palette::light();
    let wanted = std::env::var("SHEET").unwrap_or_default();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/sheets");
    fs::create_dir_all(&folder).unwrap();
    for id in ids().filter(|id| wanted.is_empty() || wanted.contains(id)) {
        let exercise = exercise(id);
        let mut stage = Stage::default();
        let yaws = [0.0, 90.0, -90.0, -120.0];
        let times = [0.0, 0.2, 0.4, 0.55, 0.75];
        let mut sheet = image::RgbaImage::new(SIDE * times.len() as u32, SIDE * yaws.len() as u32);
        for (row, yaw_deg) in yaws.into_iter().enumerate() {
            let body = Body::builtin(if row == 1 { "ben" } else { "ada" }).unwrap();
            let look = Look { body: &body, palette: &palette, glow: 1.0 };
            for (column, time) in times.into_iter().enumerate() {
                let view = View { yaw_deg, pitch_deg: 0.0 };
                let scene = if row == 0 {
                    stage.still(&exercise, None, time, &look, view)
                } else {
                    stage.scene(&cycle(&exercise, time), &look, view)
                };
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

/// Writes strips of changes of posture to `target/sheets`: `CHANGES="a>b c>d"`.
#[test]
#[ignore = "makes pictures to look at"]
fn change_sheet() {
    const SIDE: u32 = 260;
    const COLUMNS: u32 = 10;
    let (body, palette) = (body("ada"), Palette::light());
    let look = Look { body: &body, palette: &palette, glow: 0.0 };
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/sheets");
    fs::create_dir_all(&folder).unwrap();
    let wanted = std::env::var("CHANGES").unwrap_or_default();
    let changes: Vec<_> = wanted.split_whitespace().filter_map(|pair| pair.split_once('>')).collect();
    let mut sheet = image::RgbaImage::new(SIDE * COLUMNS, SIDE * changes.len() as u32);
    let mut stage = Stage::default();
    for (row, (first, second)) in changes.into_iter().enumerate() {
        let ends = [first, second].map(|id| stance(&exercise(id), Part::Rest, None));
        for column in 0..COLUMNS {
            let progress = column as f32 / (COLUMNS - 1) as f32;
            let movement = movement(ends[0].clone(), ends[1].clone(), progress, 10.0);
            let scene = stage.scene(&movement, &look, View::default());
            let picture = png::render(&scene, SIDE, Some(palette.paper)).unwrap();
            let (x, y) = (i64::from(column * SIDE), i64::from(row as u32 * SIDE));
            image::imageops::replace(&mut sheet, &picture, x, y);
        }
    }
    sheet.save(folder.join("changes.png")).unwrap();
}
