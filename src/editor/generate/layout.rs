//! Writes a plan down as the blocks of a routine.

use super::itinerary::Zone;
use super::plan::{Part, Pick, Plan, rounds_of};
use super::role::Role;
use super::timing::{Timing, secs};
use super::wish::{Aim, Wording};
use crate::model::{Block, BreatheBlock, Defaults, Dose, RepeatBlock, Routine, SectionBlock, Step};

/// Before the breathing at the end there is time to settle, or nothing could announce it.
const SETTLE_MS: u64 = 5_000;

/// The plan as a routine.
pub(super) fn routine(plan: &Plan<'_>, timing: &Timing<'_>, wording: &Wording) -> Routine {
    let mut blocks: Vec<Block> = Vec::new();
    let filled: Vec<&Part<'_>> = plan.parts.iter().filter(|part| !part.picks.is_empty()).collect();
    for (index, part) in filled.iter().enumerate() {
        let ends = index + 1 == filled.len();
        let cools_down = plan.aim == Aim::Strengthen && part.role == Role::Stretch;
        let mut inner = part_blocks(part, plan, timing, wording);
        if ends {
            settle(&mut inner, timing);
        }
        if ends && cools_down {
            inner.extend(closing(plan));
        }
        blocks.push(section(heading(part.role, cools_down, wording), inner));
        if ends && !cools_down {
            blocks.push(section(&wording.headings.cool_down, closing(plan)));
        }
    }
    if filled.is_empty() {
        blocks.push(section(&wording.headings.cool_down, closing(plan)));
    }
    Routine {
        summary: wording.summary.clone(),
        defaults: defaults(timing),
        blocks,
        ..Routine::new(wording.id.clone(), wording.name.clone())
    }
}

/// What holds for the whole session, where the person's own settings do not suit it.
pub(super) fn defaults(timing: &Timing<'_>) -> Defaults {
    Defaults {
        rest_secs: timing.rests_give_way().then(|| secs(timing.rest_ms)),
        switch_secs: timing.switch_gives_way().then(|| secs(timing.switch_ms)),
        breath: None,
    }
}

fn section(name: &str, blocks: Vec<Block>) -> Block {
    Block::Section(SectionBlock { name: name.to_owned(), blocks, ..SectionBlock::default() })
}

fn heading(role: Role, cools_down: bool, wording: &Wording) -> &str {
    let headings = &wording.headings;
    match role {
        Role::WarmUp => &headings.warm_up,
        Role::Loosen => &headings.loosen,
        Role::Strengthen => &headings.strengthen,
        Role::Stretch if cools_down => &headings.cool_down,
        Role::Stretch => &headings.stretch,
    }
}

fn part_blocks(part: &Part<'_>, plan: &Plan<'_>, timing: &Timing<'_>, wording: &Wording) -> Vec<Block> {
    let mut blocks = Vec::new();
    for circuit in part.circuits() {
        let rests = part.role == Role::Strengthen && (part.picks.len() > 1 || part.rounds > 1);
        let rest_ms = rests.then_some(timing.strength_rest_ms);
        let times = rounds_of(circuit, part.rounds);
        let goes_round = circuit.len() > 1 && times > 1;
        let sets = if goes_round { 1 } else { times };
        let steps = circuit.iter().map(|pick| Block::Step(step(pick, plan, sets, rest_ms, wording)));
        if goes_round {
            let repeat = RepeatBlock { times, blocks: steps.collect(), ..RepeatBlock::default() };
            blocks.push(Block::Repeat(repeat));
        } else {
            blocks.extend(steps);
        }
    }
    blocks
}

fn step(pick: &Pick<'_>, plan: &Plan<'_>, sets: u32, rest_ms: Option<u64>, wording: &Wording) -> Step {
    let exercise = &pick.candidate.exercise;
    let dose = if sets > 1 { with_sets(pick.dose().dose, sets) } else { pick.dose().dose };
    Step {
        exercise: exercise.id.clone(),
        dose: (dose != exercise.dose).then_some(dose),
        rest_secs: rest_ms.map(secs),
        note: note(pick, plan, wording),
        ..Step::default()
    }
}

/// Where the exercise is done, when its figure does it elsewhere; and for who is sore the easier way
/// that the exercise itself knows.
fn note(pick: &Pick<'_>, plan: &Plan<'_>, wording: &Wording) -> String {
    let exercise = &pick.candidate.exercise;
    let elsewhere = match pick.zone {
        _ if pick.zone == pick.candidate.home => "",
        Zone::Chair => wording.seated.as_str(),
        Zone::Standing => wording.standing.as_str(),
        Zone::Floor => "",
    };
    let ways = exercise.easier.iter().filter(|way| way.exercise.is_none() && !way.note.is_empty());
    let easier = ways.map(|way| way.note.as_str()).next().filter(|_| plan.is_gentle).unwrap_or("");
    let both: Vec<&str> = [elsewhere, easier].into_iter().filter(|text| !text.is_empty()).collect();
    both.join(" ")
}

fn with_sets(dose: Dose, sets: u32) -> Dose {
    match dose {
        Dose::Reps { count, .. } => Dose::Reps { count, sets },
        Dose::Timed { secs, .. } => Dose::Timed { secs, sets },
        other => other,
    }
}

/// Sees to it that the last step leaves a moment before what follows.
fn settle(blocks: &mut [Block], timing: &Timing<'_>) {
    let last = match blocks.last_mut() {
        Some(Block::Repeat(repeat)) => repeat.blocks.last_mut(),
        other => other,
    };
    if let Some(Block::Step(step)) = last
        && timing.rest_ms < SETTLE_MS
    {
        step.rest_secs.get_or_insert(secs(SETTLE_MS));
    }
}

fn closing(plan: &Plan<'_>) -> Vec<Block> {
    if plan.closing_ms == 0 {
        return Vec::new();
    }
    let length = secs(plan.closing_ms);
    vec![match plan.closing {
        Some(breathing) => Block::Step(Step {
            exercise: breathing.exercise.id.clone(),
            dose: Some(Dose::Timed { secs: length, sets: 1 }),
            ..Step::default()
        }),
        None => Block::Breathe(BreatheBlock { secs: length, ..BreatheBlock::default() }),
    }]
}
