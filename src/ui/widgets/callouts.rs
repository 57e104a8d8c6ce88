//! Where names stand beside a picture: outside what they name as far as there is room, near it, and
//! never over one another.

use egui::{Rect, Vec2, pos2, vec2};

/// Something to be named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    /// The place named.
    pub(super) at: egui::Pos2,
    /// The room its name takes.
    pub(super) size: Vec2,
}

/// How far from the middle, as a share of the picture, a place leaves no doubt about its side.
const CLEAR: f32 = 0.12;

/// The places of names within `room`, around a picture that takes up `picture`; `None` for those
/// that find no room.
pub(super) fn arrange(named: &[Named], room: Rect, picture: Rect, gap: f32) -> Vec<Option<Rect>> {
    let spare = room.size() - picture.size();
    if spare.y > spare.x
        && let Some(rows) = in_rows(named, room, picture, gap)
    {
        return rows.into_iter().map(Some).collect();
    }
    in_columns(named, room, picture, gap)
}

/// A row above and a row below; `None` where they do not take all names.
fn in_rows(named: &[Named], room: Rect, picture: Rect, gap: f32) -> Option<Vec<Rect>> {
    let above: Vec<bool> = sides(named.iter().map(|one| one.at.y), picture.top(), picture.bottom());
    let mut places = vec![Rect::NOTHING; named.len()];
    for is_above in [true, false] {
        let mut row: Vec<usize> = (0..named.len()).filter(|&index| above[index] == is_above).collect();
        row.sort_by(|&a, &b| named[a].at.x.total_cmp(&named[b].at.x));
        let wanted: Vec<(f32, f32)> = row.iter().map(|&i| (named[i].at.x, named[i].size.x)).collect();
        let starts = spread(&wanted, gap, room.left(), room.right())?;
        for (&index, left) in row.iter().zip(starts) {
            let size = named[index].size;
            let top = if is_above { picture.top() - gap - size.y } else { picture.bottom() + gap };
            let top = top.min(room.bottom() - size.y).max(room.top());
            places[index] = Rect::from_min_size(pos2(left, top), size);
        }
    }
    let is_apart = |(index, one): (usize, &Rect)| {
        room.expand(0.1).contains_rect(*one) && places[..index].iter().all(|other| !one.intersects(*other))
    };
    places.iter().enumerate().all(is_apart).then_some(places)
}

/// A column at the left and a column at the right.
fn in_columns(named: &[Named], room: Rect, picture: Rect, gap: f32) -> Vec<Option<Rect>> {
    let mut on_left = sides(named.iter().map(|one| one.at.x), picture.left(), picture.right());
    even_out(named, &mut on_left, room.height(), gap);
    let mut places = vec![None; named.len()];
    for is_left in [true, false] {
        let mut column: Vec<usize> = (0..named.len()).filter(|&index| on_left[index] == is_left).collect();
        column.truncate(holds(named, room.height(), gap));
        column.sort_by(|&a, &b| named[a].at.y.total_cmp(&named[b].at.y));
        let wanted: Vec<(f32, f32)> = column.iter().map(|&i| (named[i].at.y, named[i].size.y)).collect();
        let Some(starts) = spread(&wanted, gap, room.top(), room.bottom()) else { continue };
        for (&index, top) in column.iter().zip(starts) {
            let size = vec2(named[index].size.x.min((room.width() - gap) / 2.0), named[index].size.y);
            let left = if is_left {
                (picture.left() - gap - size.x).max(room.left())
            } else {
                (picture.right() + gap).min(room.right() - size.x)
            };
            places[index] = Some(Rect::from_min_size(pos2(left, top), size));
        }
    }
    places
}

/// How many names go below one another.
fn holds(named: &[Named], height: f32, gap: f32) -> usize {
    let tallest = named.iter().map(|one| one.size.y).fold(1.0, f32::max);
    ((height + gap) / (tallest + gap)).max(0.0) as usize
}

/// True for what goes to the first side. What is clearly on one side goes there; what is near the
/// middle goes where there is less, in its order, so that a figure that moves a little moves no name.
fn sides(along: impl Iterator<Item = f32>, start: f32, end: f32) -> Vec<bool> {
    let (middle, clear) = (start.midpoint(end), (end - start) * CLEAR);
    let clear_side = |at: f32| {
        let off = at - middle;
        (off.abs() > clear).then_some(off < 0.0)
    };
    let found: Vec<Option<bool>> = along.map(clear_side).collect();
    let count = |side: bool| found.iter().filter(|one| **one == Some(side)).count();
    let mut counts = [count(true), count(false)];
    let mut decide = |side: Option<bool>| {
        side.unwrap_or_else(|| {
            let first = counts[0] <= counts[1];
            counts[usize::from(!first)] += 1;
            first
        })
    };
    found.iter().map(|side| decide(*side)).collect()
}

/// Moves names out of a column that does not hold them all.
fn even_out(named: &[Named], on_left: &mut [bool], height: f32, gap: f32) {
    let most = holds(named, height, gap);
    for side in [true, false] {
        let mut over = on_left.iter().filter(|one| **one == side).count().saturating_sub(most);
        for one in on_left.iter_mut().rev() {
            if over > 0 && *one == side {
                *one = !side;
                over -= 1;
            }
        }
    }
}

/// Where things of these middles and lengths, in order, start so that they lie between `low` and
/// `high` and apart, each as near its place as the ones before let it; `None` where they do not fit.
fn spread(wanted: &[(f32, f32)], gap: f32, low: f32, high: f32) -> Option<Vec<f32>> {
    let mut starts = Vec::with_capacity(wanted.len());
    let mut free = low;
    for (middle, length) in wanted {
        let start = (middle - length / 2.0).max(free);
        starts.push(start);
        free = start + length + gap;
    }
    let mut end = high;
    for (start, (_, length)) in starts.iter_mut().zip(wanted).rev() {
        *start = start.min(end - length);
        end = *start - gap;
    }
    starts.first().is_none_or(|first| *first >= low - 0.1).then_some(starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Rect = Rect { min: pos2(10.0, 20.0), max: pos2(610.0, 420.0) };

    fn check(places: &[Option<Rect>], room: Rect) {
        let all: Vec<Rect> = places.iter().flatten().copied().collect();
        for (index, one) in all.iter().enumerate() {
            assert!(room.expand(0.2).contains_rect(*one), "{one:?} leaves {room:?}");
            assert!(all[..index].iter().all(|other| !one.shrink(0.2).intersects(*other)), "{all:?}");
        }
    }

    /// Places that wander through the picture, with names of many lengths.
    fn wandering(count: usize, seed: usize, picture: Rect) -> Vec<Named> {
        let part = |n: usize| (n * 7_919 % 101) as f32 / 100.0;
        (0..count)
            .map(|n| Named {
                at: picture.lerp_inside(vec2(part(n + seed), part(3 * n + 5 * seed + 1))),
                size: vec2(60.0 + 90.0 * part(n + 2), 26.0),
            })
            .collect()
    }

    #[test]
    fn names_never_overlap_nor_leave_whatever_they_name() {
        let tall = Rect::from_center_size(ROOM.center(), vec2(150.0, 400.0));
        let wide = Rect::from_center_size(ROOM.center(), vec2(600.0, 200.0));
        for picture in [tall, wide, ROOM] {
            for count in 1..=9 {
                for seed in 0..50 {
                    let named = wandering(count, seed, picture);
                    let places = arrange(&named, ROOM, picture, 6.0);
                    assert!(places.iter().all(Option::is_some), "{count} {seed}");
                    check(&places, ROOM);
                }
            }
        }
    }

    #[test]
    fn what_finds_no_room_is_left_out() {
        let small = Rect::from_min_size(pos2(0.0, 0.0), vec2(200.0, 60.0));
        let places = arrange(&wandering(9, 3, small), small, small, 6.0);
        assert_eq!(places.iter().flatten().count(), 4);
        check(&places, small);
    }

    #[test]
    fn names_stand_beside_a_tall_picture_and_above_a_wide_one() {
        let tall = Rect::from_center_size(ROOM.center(), vec2(150.0, 400.0));
        let named = [Named { at: tall.center() - vec2(40.0, 0.0), size: vec2(80.0, 26.0) }];
        let place = arrange(&named, ROOM, tall, 6.0)[0].expect("there is room");
        assert!(place.right() < tall.left() && (place.center().y - tall.center().y).abs() < 1.0);
        let wide = Rect::from_center_size(ROOM.center(), vec2(600.0, 200.0));
        let named = [Named { at: wide.center() - vec2(0.0, 60.0), size: vec2(80.0, 26.0) }];
        let place = arrange(&named, ROOM, wide, 6.0)[0].expect("there is room");
        assert!(place.bottom() < wide.top() && (place.center().x - wide.center().x).abs() < 1.0);
    }
}
