//! What is known of a document as it will run: its timeline, what is wrong with it, and its figures.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{BlockId, Document, Edit, mend};
use crate::catalog::Catalog;
use crate::engine::{MOST_ROUNDS, Options, Timeline, compile};
use crate::model::{Block, Diagnostic, Equipment, Position, Region, Severity};

/// What is known of a document as it will run.
#[derive(Clone, Debug)]
pub struct Review {
    /// The plan.
    pub timeline: Arc<Timeline>,
    /// What is worth telling, worst first, then in the order of the blocks.
    pub findings: Vec<Finding>,
    /// What is known of each block that runs.
    pub blocks: BTreeMap<BlockId, BlockFacts>,
    /// What is known of the whole.
    pub facts: Facts,
}

/// Something worth telling.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What it is.
    pub diagnostic: Diagnostic,
    /// The block it is about; `None` for the routine itself.
    pub block: Option<BlockId>,
    /// The edit that mends it, where there is one.
    pub mend: Option<Edit>,
}

/// What is known of a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BlockFacts {
    /// How long it takes in all its rounds, with the way into it and the rest after it, in milliseconds.
    pub total_ms: u64,
    /// When it first begins, in milliseconds from the start; the way into it included.
    pub start_ms: u64,
    /// When its work first begins.
    pub work_ms: u64,
    /// How many times it comes: the rounds of all repeats it stands in, one by the other.
    pub rounds: u32,
    /// The worst that there is to tell of it.
    pub worst: Option<Severity>,
}

/// What is known of the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// How long it takes, in milliseconds.
    pub total_ms: u64,
    /// How much of that is work.
    pub work_ms: u64,
    /// How much is rest, changing sides and getting into position.
    pub rest_ms: u64,
    /// What it needs, in order of appearance.
    pub equipment: Vec<Equipment>,
    /// Starting positions, in order of appearance.
    pub positions: Vec<Position>,
    /// How long each region is worked, in milliseconds, the longest first.
    pub regions: Vec<(Region, u64)>,
}

impl Review {
    /// Compiles the document and looks it over.
    #[must_use]
    pub fn of(document: &Document, catalog: &Catalog, options: &Options) -> Self {
        let (timeline, diagnostics) = compile(&document.routine(), catalog, options);
        let mut blocks = block_facts(document, &timeline);
        let mut findings: Vec<Finding> =
            diagnostics.into_iter().map(|diagnostic| finding(document, diagnostic)).collect();
        findings.sort_by(|a, b| {
            let by_place = || a.diagnostic.place.cmp(&b.diagnostic.place);
            b.diagnostic.severity.cmp(&a.diagnostic.severity).then_with(by_place)
        });
        for finding in &findings {
            let Some(id) = finding.block else { continue };
            let facts = blocks.entry(id).or_default();
            facts.worst = facts.worst.max(Some(finding.diagnostic.severity));
        }
        let facts = facts(&timeline);
        Self { timeline: Arc::new(timeline), findings, blocks, facts }
    }

    /// How many findings are this bad.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.diagnostic.severity == severity).count()
    }
}

fn finding(document: &Document, diagnostic: Diagnostic) -> Finding {
    let block = document.at(&diagnostic.place).map(|node| node.id);
    let mend = mend(document, &diagnostic);
    Finding { diagnostic, block, mend }
}

fn block_facts(document: &Document, timeline: &Timeline) -> BTreeMap<BlockId, BlockFacts> {
    let mut known: BTreeMap<BlockId, BlockFacts> = BTreeMap::new();
    for entry in &timeline.entries {
        let own = &timeline.segments[entry.first_segment as usize..entry.end_segment as usize];
        let (Some(first), Some(last)) = (own.first(), own.last()) else { continue };
        let work = own.iter().find(|segment| segment.kind.is_work()).unwrap_or(first);
        let mut rounds = 1;
        for depth in 1..=entry.place.len() {
            let Some(node) = document.at(&entry.place[..depth]) else { break };
            let facts = known.entry(node.id).or_default();
            if facts.rounds == 0 {
                (facts.start_ms, facts.work_ms, facts.rounds) = (first.start_ms, work.start_ms, rounds);
            }
            facts.total_ms += last.end_ms - first.start_ms;
            if let Block::Repeat(repeat) = &node.block {
                rounds = rounds.saturating_mul(repeat.times.min(MOST_ROUNDS));
            }
        }
    }
    known
}

fn facts(timeline: &Timeline) -> Facts {
    let mut facts = Facts { total_ms: timeline.total_ms(), ..Facts::default() };
    let mut regions: BTreeMap<Region, u64> = BTreeMap::new();
    for entry in &timeline.entries {
        let own = &timeline.segments[entry.first_segment as usize..entry.end_segment as usize];
        let work_ms: u64 = own.iter().filter(|s| s.kind.is_work()).map(crate::engine::Segment::len_ms).sum();
        facts.work_ms += work_ms;
        let Some(exercise) = &entry.exercise else { continue };
        note_new(&mut facts.equipment, &exercise.equipment);
        note_new(&mut facts.positions, exercise.positions.get(..1).unwrap_or_default());
        let felt: BTreeSet<Region> = exercise.felt.iter().map(|felt| felt.region).collect();
        for region in felt {
            *regions.entry(region).or_default() += work_ms;
        }
    }
    facts.rest_ms = facts.total_ms - facts.work_ms;
    facts.regions = regions.into_iter().collect();
    facts.regions.sort_by_key(|(region, ms)| (std::cmp::Reverse(*ms), *region));
    facts
}

fn note_new<T: Copy + PartialEq>(seen: &mut Vec<T>, new: &[T]) {
    for one in new {
        if !seen.contains(one) {
            seen.push(*one);
        }
    }
}
