//! Picks exercises from left to right along the itinerary, so that the order is right by the way
//! it comes about: warm-up first, down to the floor once, nothing fetched twice.

use std::collections::BTreeSet;

use fastrand::Rng;

use super::itinerary::{Zone, itinerary};
use super::outline::{Share, outline};
use super::plan::{Part, Pick, Plan};
use super::pool::{Candidate, Pool};
use super::role::{self, Role};
use super::timing::Timing;
use super::wish::{Aim, Place, Soreness, Wish};
use crate::model::{Equipment, Position, Region};

/// More exercises in a part than this are a list rather than a session (added).
const MOST_PICKS: usize = 8;

/// More rounds than this are a punishment (added); a warm-up goes round two or three times (003T).
pub(super) fn most_rounds(role: Role) -> u32 {
    if role == Role::WarmUp { 3 } else { 8 }
}

/// What is left of a part's time below this is left alone, in milliseconds.
const TOO_LITTLE_MS: u64 = 20_000;

/// An exercise longer than this should leave time for others, in milliseconds.
const LONG_MS: u64 = 120_000;

/// Of exercises that are all too long, those that differ by less than this are as good.
const NEARLY_MS: u64 = 15_000;

/// From this length on a warm-up begins with light activity, in minutes.
const LIGHT_ACTIVITY_MINUTES: u32 = 5;

/// Picks a session that is roughly as long as it should be.
pub(super) fn picked<'a>(wish: &'a Wish, pool: &'a Pool, timing: &'a Timing<'a>, rng: &mut Rng) -> Plan<'a> {
    let way = itinerary(wish, pool, rng);
    let mut walk = Walk {
        wish,
        pool,
        timing,
        way,
        at: 0,
        done: Vec::new(),
        kit: BTreeSet::new(),
        put_away: BTreeSet::new(),
        kits: 0,
    };
    let mut plan = Plan::empty(wish);
    let (mut meant, mut spent) = (0, 0);
    for share in outline(wish, pool, timing) {
        meant += share.ms;
        let room = meant.saturating_sub(spent);
        let (part, took) = walk.part(share, room, rng);
        spent += took;
        plan.parts.push(part);
    }
    plan
}

/// On the floor from hands and knees by way of the belly, the side and sitting to the back, where a
/// session ends well (added).
fn floor_rank(position: Position) -> u8 {
    match position {
        Position::Standing | Position::SeatedChair => 0,
        Position::Quadruped => 1,
        Position::Prone => 2,
        Position::SideLying => 3,
        Position::SeatedFloor => 4,
        Position::Supine => LYING,
    }
}

/// The rank of lying on the back.
const LYING: u8 = 5;

/// Where the picking stands.
struct Walk<'a> {
    wish: &'a Wish,
    pool: &'a Pool,
    timing: &'a Timing<'a>,
    way: Vec<Zone>,
    /// Index into the way.
    at: usize,
    done: Vec<Pick<'a>>,
    kit: BTreeSet<Equipment>,
    put_away: BTreeSet<Equipment>,
    kits: usize,
}

/// An exercise that could come next, and how gladly it would be seen.
struct Next<'a> {
    pick: Pick<'a>,
    at: usize,
    weight: f64,
    ms: u64,
}

impl<'a> Walk<'a> {
    /// Fills a part, and tells how long it is.
    fn part(&mut self, share: Share, room: u64, rng: &mut Rng) -> (Part<'a>, u64) {
        let mut part = Part { role: share.role, picks: Vec::new(), rounds: share.rounds };
        let a_round = room / u64::from(share.rounds);
        let mut spent = 0;
        let most = if share.role == Role::WarmUp { self.most_warm_ups() } else { MOST_PICKS };
        while part.picks.len() < most {
            let is_needed = share.is_needed && part.picks.is_empty();
            let left = a_round.saturating_sub(spent);
            if left < TOO_LITTLE_MS && !is_needed {
                break;
            }
            let Some(next) = self.next(&part, left, is_needed, rng) else { break };
            spent += next.ms;
            part.picks.push(next.pick);
            self.take(&next);
        }
        if !part.can_go_round() {
            part.rounds = 1;
        } else if spent * u64::from(part.rounds) * 4 < room * 3 {
            part.rounds =
                ((room + spent / 2) / spent.max(1)).clamp(1, u64::from(most_rounds(part.role))) as u32;
        }
        self.put_in_order(&mut part);
        let took = spent * u64::from(part.rounds);
        (part, took)
    }

    /// What moves is wanted after the warm-up as well.
    fn most_warm_ups(&self) -> usize {
        let moving =
            self.pool.candidates.iter().filter(|one| one.plays(Role::WarmUp) || one.plays(Role::Loosen));
        (moving.count() * 2 / 5).clamp(1, 6)
    }

    fn take(&mut self, next: &Next<'a>) {
        let kit = &next.pick.candidate.kit;
        if !kit.is_empty() && *kit != self.kit {
            self.put_away.append(&mut self.kit);
            self.kit.clone_from(kit);
            self.kits += 1;
        }
        self.at = next.at;
        self.done.push(next.pick);
    }

    fn next(&self, part: &Part<'a>, left: u64, is_needed: bool, rng: &mut Rng) -> Option<Next<'a>> {
        let all = self.pool.candidates.iter();
        let mut open: Vec<Next<'a>> = all.filter_map(|one| self.option(one, part, left)).collect();
        if open.is_empty() && is_needed {
            open = self.shortest(part);
        }
        let sum: f64 = open.iter().map(|option| option.weight).sum();
        let mut drawn = rng.f64() * sum;
        let found = open.iter().position(|option| {
            drawn -= option.weight;
            drawn < 0.0
        });
        let last = open.len().checked_sub(1)?;
        Some(open.swap_remove(found.unwrap_or(last)))
    }

    /// Where nothing fits: what comes nearest to fitting.
    fn shortest(&self, part: &Part<'a>) -> Vec<Next<'a>> {
        let all = self.pool.candidates.iter().filter_map(|one| self.option(one, part, u64::MAX / 8));
        let at_least = |mut next: Next<'a>| {
            next.pick.rung = 0;
            next.ms = next.pick.dose().work_ms + self.timing.overhead_ms(part.role);
            next
        };
        let mut open: Vec<Next<'a>> = all.map(at_least).collect();
        let least = open.iter().map(|next| next.ms).min().unwrap_or(0);
        open.retain(|next| next.ms <= least + NEARLY_MS);
        open
    }

    /// The exercise as what comes next, where it can be.
    fn option(&self, one: &'a Candidate, part: &Part<'a>, left: u64) -> Option<Next<'a>> {
        let role = part.role;
        let is_done = self.done.iter().any(|pick| pick.candidate.exercise.id == one.exercise.id);
        if !one.plays(role) || is_done || !self.can_fetch(one, role) {
            return None;
        }
        let at = (self.at..self.way.len()).find(|at| one.zones.contains(&self.way[*at]))?;
        if at > self.at && role < Role::Strengthen && self.would_miss_strength(at) {
            return None;
        }
        let overhead = self.timing.overhead_ms(role);
        let usual = match self.wish.soreness {
            Soreness::NotSore => one.usual,
            Soreness::ALittle => one.usual / 2,
            Soreness::Sore => 0,
        };
        // In rounds the doses give way to one exercise more.
        let room = if part.rounds > 1 { left + left / 2 } else { left + left / 4 } + 15_000;
        let fits = |rung: &usize| one.rungs[*rung].work_ms + overhead <= room;
        let rung = (0..=usual).rev().find(fits)?;
        let pick = Pick { candidate: one, zone: self.way[at], rung };
        let ms = one.rungs[rung].work_ms + overhead;
        let mut weight = self.weight(&pick, at, part);
        if ms > LONG_MS && ms * 2 > left {
            weight *= 0.3; // one exercise is not a part
        }
        Some(Next { pick, at, weight, ms })
    }

    /// Nothing is fetched twice; in short sessions little is fetched at all; and what strengthens has
    /// the first claim (added).
    fn can_fetch(&self, one: &Candidate, role: Role) -> bool {
        let most = match self.wish.minutes {
            ..10 => 1,
            10..25 => 2,
            _ => 3,
        };
        let is_reserved = self.wish.aim == Aim::Strengthen && role < Role::Strengthen;
        let is_new = one.kit != self.kit && (self.kits >= most || is_reserved);
        let is_away = one.kit.iter().any(|item| self.put_away.contains(item));
        one.kit.is_empty() || !is_new && !is_away
    }

    fn would_miss_strength(&self, at: usize) -> bool {
        let ahead = &self.way[at..];
        let strong = self.pool.candidates.iter().filter(|one| one.plays(Role::Strengthen));
        let strengthens = self.wish.aim == Aim::Strengthen && self.pool.has(Role::Strengthen);
        strengthens && !strong.flat_map(|one| &one.zones).any(|zone| ahead.contains(zone))
    }

    fn weight(&self, pick: &Pick<'_>, at: usize, part: &Part<'_>) -> f64 {
        let one = pick.candidate;
        let mut weight = role::fitness(&one.exercise, part.role);
        weight *= if self.opens_with_activity() {
            self.opening_weight(one)
        } else {
            role::region_weight(&one.exercise)
        };
        weight *= self.place_weight(pick, at, part);
        weight *= self.kit_weight(one, part);
        weight *= self.variety_weight(one, part.role);
        if self.wish.aim == Aim::WindDown && role::is_brisk(&one.exercise) {
            weight *= 0.15;
        }
        weight
    }

    /// Light activity first of all (003T), unless the session is short or is to calm.
    fn opens_with_activity(&self) -> bool {
        let is_roomy = self.wish.minutes >= LIGHT_ACTIVITY_MINUTES && self.wish.aim != Aim::WindDown;
        self.done.is_empty() && is_roomy
    }

    /// What leads up to something harder is the best beginning.
    fn opening_weight(&self, one: &Candidate) -> f64 {
        match role::is_light_activity(&one.exercise) {
            true if !one.has_easier && self.timing.ladder.leads_up(&one.exercise.id) => 24.0,
            true => 6.0,
            false => 1.0,
        }
    }

    /// Few changes of position: staying is best, going back to one that was left is worst.
    fn place_weight(&self, pick: &Pick<'_>, at: usize, part: &Part<'_>) -> f64 {
        let mut weight = if pick.zone == pick.candidate.home { 1.0 } else { 0.3 };
        if at > self.at {
            weight *= match part.role {
                Role::WarmUp => 0.05,
                _ if part.rounds > 1 && !part.picks.is_empty() => 0.2,
                _ if self.wish.place == Place::Floor => 1.5,
                _ => 0.6,
            };
        }
        weight *= self.floor_weight(pick, part.role);
        let positions: Vec<Position> = self.done.iter().map(|done| done.candidate.position()).collect();
        let own = pick.candidate.position();
        match positions.last() {
            Some(last) if *last == own => weight * 2.5,
            _ if positions.contains(&own) => weight * 0.15,
            _ => weight,
        }
    }

    /// Lying on the back too early leaves the way back to hands and knees.
    fn floor_weight(&self, pick: &Pick<'_>, role: Role) -> f64 {
        let own = floor_rank(pick.candidate.position());
        let last = self.done.last().map_or(0, |done| floor_rank(done.candidate.position()));
        match () {
            () if own < last => 0.25,
            () if own == LYING && last != LYING && role < Role::Stretch => 0.25,
            () => 1.0,
        }
    }

    /// Within what is done in one place: down the floor step by step, and the easier before the
    /// harder (progress at a comfortable pace, source 001).
    fn put_in_order(&mut self, part: &mut Part<'a>) {
        let ladder = &self.timing.ladder;
        let lengths: Vec<usize> = part.circuits().iter().map(|circuit| circuit.len()).collect();
        let mut start = 0;
        for length in lengths {
            let circuit = &mut part.picks[start..start + length];
            let ids: Vec<String> = circuit.iter().map(|pick| pick.candidate.exercise.id.clone()).collect();
            circuit.sort_by_key(|pick| {
                let id = &pick.candidate.exercise.id;
                let rungs_below = ids.iter().filter(|other| ladder.is_easier(other, id)).count();
                (floor_rank(pick.candidate.position()), rungs_below)
            });
            start += length;
        }
        self.done.truncate(self.done.len() - part.picks.len());
        self.done.extend(&part.picks);
    }

    fn kit_weight(&self, one: &Candidate, part: &Part<'_>) -> f64 {
        let has_kit = part.picks.iter().any(|pick| !pick.candidate.kit.is_empty());
        match () {
            () if one.kit.is_empty() => 1.0,
            () if one.kit == self.kit => 2.0,
            () if has_kit && part.rounds > 1 => 0.1,
            // What somebody has at hand they would like to use.
            () => 1.3,
        }
    }

    /// Vary the exercises (source 002): not two ways of the same, not the same region over and over;
    /// and progress, the easier before the harder (source 001).
    fn variety_weight(&self, one: &Candidate, role: Role) -> f64 {
        let ladder = &self.timing.ladder;
        let id = &one.exercise.id;
        let others = || self.done.iter().map(|pick| &pick.candidate.exercise.id);
        let mut weight = 1.0;
        let climbs = matches!(role, Role::WarmUp | Role::Strengthen);
        if climbs && one.has_easier && !others().any(|other| ladder.is_easier(other, id)) {
            weight *= 0.25;
        }
        let climbs_down = others().any(|other| ladder.is_easier(id, other));
        if climbs_down || !climbs && others().any(|other| ladder.are_related(id, other)) {
            weight *= 0.15;
        }
        let first = |candidate: &Candidate| candidate.exercise.felt.first().map(|felt| felt.region);
        let own: Option<Region> = first(one);
        let same = self.done.iter().filter(|pick| own.is_some() && first(pick.candidate) == own).count();
        weight / (1.0 + 0.7 * same as f64)
    }
}
