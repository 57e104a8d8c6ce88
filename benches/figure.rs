//! What one picture of the figure costs: posture, joints, shapes, triangles. Promise: half a millisecond.

use std::sync::Arc;

use divan::{Bencher, black_box};
use glam::Vec2;
use unhunch::{
    catalog::Catalog,
    figure::{Body, Look, Palette, Stage, View, cycle, svg},
    model::Exercise,
};

fn main() {
    divan::main();
}

fn cat_cow() -> Arc<Exercise> {
    Arc::clone(Catalog::builtin().exercise("cat-cow").expect("cat-cow is shipped"))
}

/// Posture, joints and shapes.
#[divan::bench]
fn scene(bencher: Bencher<'_, '_>) {
    let (exercise, palette) = (cat_cow(), Palette::light());
    let body = Body::builtin("ada").expect("ada is built in");
    let look = Look { body: &body, palette: &palette, glow: 1.0 };
    let mut stage = Stage::default();
    bencher.bench_local(|| stage.scene(&cycle(&exercise, black_box(0.4)), &look, View::default()));
}

/// Triangles from shapes.
#[divan::bench]
fn mesh(bencher: Bencher<'_, '_>) {
    let (exercise, palette) = (cat_cow(), Palette::light());
    let body = Body::builtin("ada").expect("ada is built in");
    let look = Look { body: &body, palette: &palette, glow: 1.0 };
    let scene = Stage::default().scene(&cycle(&exercise, 0.4), &look, View::default());
    let (scale, shift) = scene.fit(Vec2::splat(600.0));
    bencher.bench_local(|| black_box(&scene).mesh(scale, shift, 1.0));
}

/// SVG text from shapes.
#[divan::bench]
fn svg_text(bencher: Bencher<'_, '_>) {
    let (exercise, palette) = (cat_cow(), Palette::light());
    let body = Body::builtin("ben").expect("ben is built in");
    let look = Look { body: &body, palette: &palette, glow: 1.0 };
    let scene = Stage::default().scene(&cycle(&exercise, 0.4), &look, View::default());
    bencher.bench_local(|| svg::render(black_box(&scene), 600));
}

/// A stage that meets an exercise for the first time.
#[divan::bench]
fn first_scene(bencher: Bencher<'_, '_>) {
    let (exercise, palette) = (cat_cow(), Palette::light());
    let body = Body::builtin("ada").expect("ada is built in");
    let look = Look { body: &body, palette: &palette, glow: 1.0 };
    bencher.bench_local(|| Stage::default().scene(&cycle(&exercise, 0.4), &look, View::default()));
}
