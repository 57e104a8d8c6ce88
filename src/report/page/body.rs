//! Where it was felt: the figure from the back and the front, with numbers on the places named
//! most often, and a list that says what the numbers mean.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use glam::Vec2;

use super::{Summary, more, titled};
use crate::engine::{Movement, Stance};
use crate::figure::camera::Eye;
use crate::figure::{Look, Palette, Stage, View, draw, svg};
use crate::history::SessionLine;
use crate::model::motion::Part;
use crate::model::{Region, Spot};
use crate::text::{Escaped, Words};

/// Places with a number.
const MOST_PLACES: usize = 6;
/// Radius of a number's disc, in steps of the picture.
const DISC: f32 = 30.0;
/// How much of the picture is shown where nothing below the hips is felt.
const UPPER_PART: f32 = 0.56;

/// The pictures with their list.
pub(super) fn section(summary: &Summary<'_>, told: &[&SessionLine]) -> String {
    let words = summary.words;
    let mut counted: BTreeMap<Spot, usize> = BTreeMap::new();
    for spot in told.iter().flat_map(|line| line.spots.iter()) {
        *counted.entry(*spot).or_default() += 1;
    }
    if counted.is_empty() {
        let none = format!("<p>{}</p>\n", Escaped(&words.get("report-felt-none")));
        return titled(words, "report-felt", &none);
    }
    let mut places: Vec<(Spot, usize)> = counted.into_iter().collect();
    places.sort_by_key(|&(spot, times)| (std::cmp::Reverse(times), spot));
    let rest = places.len().saturating_sub(MOST_PLACES);
    places.truncate(MOST_PLACES);
    let mut list = String::from("<ol>\n");
    for (spot, times) in &places {
        let line = words.with("report-felt-line", &[("place", named(words, *spot).into()), ("n", (*times).into())]);
        // Writing to a String cannot fail.
        let _ = writeln!(list, "<li>{}</li>", Escaped(&line));
    }
    list.push_str("</ol>\n");
    if rest > 0 {
        let _ = writeln!(list, "<p class=\"more\">{}</p>", Escaped(&more(words, rest)));
    }
    let spots: Vec<Spot> = places.iter().map(|(spot, _)| *spot).collect();
    let html = format!("<div class=\"felt\">\n{}<div>\n{list}</div>\n</div>\n", pictures(summary, &spots));
    titled(words, "report-felt", &html)
}

fn named(words: &Words, spot: Spot) -> String {
    let region = words.region(spot.region);
    match spot.side {
        None => region,
        Some(side) => {
            words.with("report-spot", &[("region", region.into()), ("side", words.side_said(side).into())])
        }
    }
}

/// A place that is seen in a picture, with its number in the list.
struct Seen {
    number: usize,
    at: Vec2,
}

fn pictures(summary: &Summary<'_>, spots: &[Spot]) -> String {
    let shows_legs = spots.iter().any(|spot| is_low(spot.region));
    let mut out = String::new();
    for (is_back, key, id) in [(true, "report-back", "back"), (false, "report-front", "front")] {
        let picture = picture(summary, spots, (is_back, shows_legs), id);
        // Writing to a String cannot fail.
        let _ = writeln!(
            out,
            "<figure>{picture}<figcaption>{}</figcaption></figure>",
            Escaped(&summary.words.get(key))
        );
    }
    out
}

fn is_low(region: Region) -> bool {
    matches!(
        region,
        Region::Buttocks
            | Region::Hips
            | Region::ThighFront
            | Region::ThighBack
            | Region::Calves
            | Region::Ankles
            | Region::Forearms
    )
}

fn picture(summary: &Summary<'_>, spots: &[Spot], (is_back, legs): (bool, bool), id: &str) -> String {
    let mut stage = Stage::default();
    let stance = Stance { exercise: None, part: Part::Rest, side: None, way: 0 };
    let (from, to) = (stance.clone(), stance);
    let standing = Movement { from, to, progress: 1.0, elapsed_secs: 1.0, left_secs: 0.0, breath: 0.3 };
    let posed = stage.pose(&standing, summary.body);
    let yaw = if is_back { 180.0 } else { 0.0 };
    let view = View { yaw_deg: yaw - posed.camera.yaw, pitch_deg: -posed.camera.pitch };
    let eye = Eye::of(posed.camera, view);
    let palette = Palette::light();
    let look = Look { body: summary.body, palette: &palette, glow: 0.0 };
    let scene = stage.scene(&standing, &look, view);
    let size = svg::symbol_size(&scene);
    let (scale, shift) = scene.fit(size);
    let mut seen: Vec<Seen> = Vec::new();
    for (index, spot) in spots.iter().enumerate() {
        let (at, facing) = draw::felt_on(&posed.skeleton, spot.region, spot.side);
        // What faces neither way is shown from the back, which this is about.
        let faces_back = facing.z <= 0.2;
        if faces_back == is_back {
            seen.push(Seen { number: index + 1, at: eye.flat(at) * scale + shift });
        }
    }
    keep_apart(&mut seen);
    let height = if legs { size.y } else { size.y * UPPER_PART };
    let mut out = format!(
        "<svg viewBox=\"0 0 {} {height:.0}\" aria-hidden=\"true\">\n{}<use href=\"#{id}\" width=\"{}\" height=\"{}\"/>\n",
        size.x,
        svg::symbol(&scene, id),
        size.x,
        size.y
    );
    for Seen { number, at } in &seen {
        // Writing to a String cannot fail.
        let _ = writeln!(
            out,
            "<circle cx=\"{:.0}\" cy=\"{:.0}\" r=\"{DISC}\" fill=\"#fff\" stroke=\"#111\" stroke-width=\"5\"/>\
             <text class=\"number\" x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{number}</text>",
            at.x,
            at.y,
            at.x,
            at.y + 14.0
        );
    }
    out.push_str("</svg>");
    out
}

/// Pushes discs that would lie over each other apart.
fn keep_apart(seen: &mut [Seen]) {
    const ROUNDS: usize = 40;
    let apart = 2.0 * DISC + 6.0;
    for _ in 0..ROUNDS {
        for one in 0..seen.len() {
            for other in one + 1..seen.len() {
                let way = seen[other].at - seen[one].at;
                let far = way.length();
                if far < apart {
                    let way = if far > 0.1 { way / far } else { Vec2::Y };
                    seen[one].at -= way * (apart - far) / 2.0;
                    seen[other].at += way * (apart - far) / 2.0;
                }
            }
        }
    }
}
