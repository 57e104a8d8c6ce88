//! Where it was felt: the figure from the back and the front, with numbers on the places named
//! most often, and a list that says what the numbers mean.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use glam::Vec2;

use super::{Summary, more, titled};
use crate::figure::{BodyMap, Facing, Look, Palette, Stage, svg};
use crate::history::SessionLine;
use crate::model::Spot;
use crate::text::Escaped;

/// Places with a number.
const MOST_PLACES: usize = 6;
/// Radius of a number's disc, in steps of the picture.
const DISC: f32 = 36.0;

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
    places.sort_by_key(|&(spot, times)| (Reverse(times), spot));
    let rest = places.len().saturating_sub(MOST_PLACES);
    places.truncate(MOST_PLACES);
    let mut list = String::from("<ol>\n");
    for (spot, times) in &places {
        let line =
            words.with("report-felt-line", &[("place", words.spot(*spot).into()), ("n", (*times).into())]);
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

fn pictures(summary: &Summary<'_>, spots: &[Spot]) -> String {
    let mut stage = Stage::default();
    let palette = Palette::light();
    let look = Look { body: summary.body, palette: &palette, glow: 0.0 };
    let mut shown: Vec<Spot> = Vec::new();
    let mut out = String::new();
    for (facing, key, id) in [(Facing::Back, "report-back", "back"), (Facing::Front, "report-front", "front")]
    {
        let map = stage.body_map(&look, facing, []);
        let place = |spot: &Spot| map.places.iter().find(|(known, _)| known == spot).map(|(_, at)| *at);
        // What can be seen from both sides has its number on the back, which this is about.
        let discs = spots.iter().enumerate().filter(|(_, spot)| !shown.contains(spot));
        let discs: Vec<(usize, Vec2)> =
            discs.filter_map(|(index, spot)| Some((index + 1, place(spot)?))).collect();
        shown.extend(discs.iter().filter_map(|(number, _)| spots.get(number - 1)));
        // Writing to a String cannot fail.
        let _ = writeln!(
            out,
            "<figure>{}<figcaption>{}</figcaption></figure>",
            picture(&map, discs, id),
            Escaped(&summary.words.get(key))
        );
    }
    out
}

fn picture(map: &BodyMap, mut discs: Vec<(usize, Vec2)>, id: &str) -> String {
    let size = svg::symbol_size(&map.scene);
    let (scale, shift) = map.scene.fit(size);
    for (_, at) in &mut discs {
        *at = *at * scale + shift;
    }
    keep_apart(&mut discs);
    let mut out = format!(
        "<svg viewBox=\"0 0 {} {}\" aria-hidden=\"true\">\n{}<use href=\"#{id}\" width=\"{}\" height=\"{}\"/>\n",
        size.x,
        size.y,
        svg::symbol(&map.scene, id),
        size.x,
        size.y
    );
    for (number, at) in discs {
        // Writing to a String cannot fail.
        let _ = writeln!(
            out,
            "<circle cx=\"{:.0}\" cy=\"{:.0}\" r=\"{DISC}\" fill=\"#fff\" stroke=\"#111\" stroke-width=\"6\"/>\
             <text class=\"number\" x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{number}</text>",
            at.x,
            at.y,
            at.x,
            at.y + 18.0
        );
    }
    out.push_str("</svg>");
    out
}

/// Pushes discs that would lie over each other apart.
fn keep_apart(discs: &mut [(usize, Vec2)]) {
    const ROUNDS: usize = 60;
    let apart = 2.0 * DISC + 8.0;
    for _ in 0..ROUNDS {
        for one in 0..discs.len() {
            for other in one + 1..discs.len() {
                let way = discs[other].1 - discs[one].1;
                let far = way.length();
                if far < apart {
                    let way = if far > 0.1 { way / far } else { Vec2::Y };
                    discs[one].1 -= way * (apart - far) / 2.0;
                    discs[other].1 += way * (apart - far) / 2.0;
                }
            }
        }
    }
}
