//! Walking over the body with the arrow keys: it is one stop for Tab, and the arrows go on within.

use egui::{EventFilter, Id, Key, Modifiers, Pos2, Ui, Vec2, accesskit::Action, vec2};

use crate::model::Spot;

/// A place that can be stopped at.
pub(super) struct Stop {
    /// What it is.
    pub(super) spot: Spot,
    /// Where it is on the screen.
    pub(super) at: Pos2,
    /// Its node.
    pub(super) id: Id,
}

/// The arrow keys, and where each leads.
const WAYS: [(Key, Vec2); 4] = [
    (Key::ArrowLeft, vec2(-1.0, 0.0)),
    (Key::ArrowRight, vec2(1.0, 0.0)),
    (Key::ArrowUp, vec2(0.0, -1.0)),
    (Key::ArrowDown, vec2(0.0, 1.0)),
];

/// The stop that Tab leads to, after the arrow keys of this frame: where one was last, or else at
/// what was picked. `walk` is where that is remembered.
pub(super) fn stop_at(ui: &Ui, walk: Id, stops: &[Stop], is_picked: impl Fn(Spot) -> bool) -> usize {
    let index_of = |spot: Spot| stops.iter().position(|stop| stop.spot == spot);
    let focused = stops.iter().position(|stop| ui.memory(|memory| memory.has_focus(stop.id)));
    let known = || ui.data(|data| data.get_temp::<Spot>(walk)).and_then(index_of);
    let picked = || stops.iter().position(|stop| is_picked(stop.spot));
    let mut at = focused.or_else(known).or_else(picked).unwrap_or(0);
    if focused.is_some() {
        for (key, way) in WAYS {
            let presses = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            for _ in 0..presses {
                at = beside(stops, at, way).unwrap_or(at);
            }
        }
    }
    // A screen reader goes to any of them.
    let asked = |stop: &Stop| ui.input(|input| input.has_accesskit_action_request(stop.id, Action::Focus));
    let asked = stops.iter().position(asked);
    at = asked.unwrap_or(at);
    if let Some(stop) = stops.get(at) {
        if asked.is_some() || focused.is_some_and(|before| before != at) {
            ui.memory_mut(|memory| memory.request_focus(stop.id));
        }
        if focused.is_some() || asked.is_some() {
            ui.data_mut(|data| data.insert_temp(walk, stop.spot));
        }
    }
    at
}

/// Keeps the arrow keys from moving the focus off a node that has it.
pub(super) fn hold_arrows(ui: &Ui, id: Id) {
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}

/// The nearest stop in a direction, where what lies straight ahead counts as nearer.
fn beside(stops: &[Stop], from: usize, way: Vec2) -> Option<usize> {
    let start = stops.get(from)?.at;
    let cost = |stop: &Stop| {
        let off = stop.at - start;
        let (ahead, aside) = (off.dot(way), off.dot(way.rot90()).abs());
        (ahead > 1.0).then_some(ahead + 2.0 * aside)
    };
    let costs = stops.iter().enumerate().filter_map(|(index, stop)| Some((index, cost(stop)?)));
    costs.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use egui::pos2;

    use super::*;
    use crate::figure::{Body, Facing, Look, Palette, Stage};

    /// The places of some views beside one another, each once.
    fn stops(facings: &[Facing]) -> Vec<Stop> {
        let (palette, body) = (Palette::light(), Body::builtin("ada").unwrap());
        let look = Look { body: &body, palette: &palette, glow: 1.0 };
        let mut stage = Stage::default();
        let mut stops: Vec<Stop> = Vec::new();
        for (column, facing) in facings.iter().enumerate() {
            for (spot, at) in stage.body_map(&look, *facing, &BTreeSet::new()).places {
                if !stops.iter().any(|stop| stop.spot == spot) {
                    let at = pos2(at.x * 400.0 + 500.0 * column as f32, at.y * 400.0);
                    stops.push(Stop { spot, at, id: Id::NULL });
                }
            }
        }
        stops
    }

    #[test]
    fn the_arrows_lead_from_any_place_to_any_other() {
        for facings in [&[Facing::Back][..], &[Facing::Front], &[Facing::Back, Facing::Front]] {
            let stops = stops(facings);
            for start in 0..stops.len() {
                let mut reached = BTreeSet::from([start]);
                let mut open = vec![start];
                while let Some(from) = open.pop() {
                    let next = WAYS.iter().filter_map(|(_, way)| beside(&stops, from, *way));
                    open.extend(next.filter(|to| reached.insert(*to)).collect::<Vec<_>>());
                }
                let missed = (0..stops.len()).find(|index| !reached.contains(index));
                assert_eq!(missed.map(|index| stops[index].spot), None, "from {:?}", stops[start].spot);
            }
        }
    }

    #[test]
    fn an_arrow_leads_to_what_lies_that_way() {
        let stops = stops(&[Facing::Back]);
        for (from, stop) in stops.iter().enumerate() {
            for (key, way) in WAYS {
                if let Some(to) = beside(&stops, from, way) {
                    assert!((stops[to].at - stop.at).dot(way) > 0.0, "{key:?} from {:?}", stop.spot);
                }
            }
        }
    }
}
