//! Whether the write-ahead log lost something it held. SQLite reads a log up to the first frame that
//! is not whole and takes the rest for a write that never ended; what was committed after it would be
//! gone without a word.
//!
//! The layouts are those of <https://sqlite.org/walformat.html>.

use std::fs;
use std::path::Path;

use super::place::{log_index_of, log_of};

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// How often one looks until no other window writes between two looks.
const LOOKS: usize = 20;

/// What is wrong with the log of a database, if anything is.
pub(super) fn loss(file: &Path) -> Option<String> {
    let look = || (fs::read(log_index_of(file)).ok(), fs::read(log_of(file)).unwrap_or_default());
    let mut last = look();
    for _ in 0..LOOKS {
        let now = look();
        if now == last {
            let index = now.0.as_deref().and_then(Index::of).filter(|index| index.frames > index.done);
            let is_lost = index.is_some_and(|index| is_short(&now.1, &index)) || has_hole(&now.1);
            return is_lost.then(|| "its log of the last writes is damaged".to_owned());
        }
        last = now;
    }
    None
}

/// What the index says of its log.
struct Index {
    salts: [u8; 8],
    /// How many frames are committed.
    frames: u32,
    /// How many of them are in the database already.
    done: u32,
}

impl Index {
    /// An index is read only where both of its copies agree: it is memory that others change.
    fn of(bytes: &[u8]) -> Option<Self> {
        let (first, second) = (bytes.get(..48)?, bytes.get(48..96)?);
        let number = |at: usize| Some(u32::from_ne_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let is_ready = first == second && bytes[12] == 1;
        let words = first[..40].chunks_exact(4).map(|word| word.try_into().map(u32::from_ne_bytes));
        let words: Vec<u32> = words.collect::<Result<_, _>>().ok()?;
        if !is_ready || checksum((0, 0), &words) != (number(40)?, number(44)?) {
            return None;
        }
        Some(Self { salts: first[32..40].try_into().ok()?, frames: number(16)?, done: number(96)? })
    }
}

/// Whether a log holds fewer frames than were committed.
fn is_short(log: &[u8], index: &Index) -> bool {
    match Log::of(log) {
        // It was begun anew since: the index is the one of before.
        Some(log) if log.salts != index.salts => false,
        Some(log) => log.whole_frames() < index.frames as usize,
        None => true,
    }
}

/// Whether, after a frame that is not whole, a whole transaction and something of another follow:
/// the disk had been told to write the first before the other began.
fn has_hole(bytes: &[u8]) -> bool {
    let Some(log) = Log::of(bytes) else {
        return bytes.len() > HEADER + FRAME_HEADER && !bytes.iter().all(|byte| *byte == 0);
    };
    let mut behind = log.frames().skip(log.whole_frames() + 1).skip_while(|frame| !log.is_commit(frame));
    behind.next();
    behind.any(|frame| frame[8..16] == log.salts)
}

/// A log as it lies on the disk.
struct Log<'b> {
    bytes: &'b [u8],
    page: usize,
    salts: [u8; 8],
    is_big_endian: bool,
}

impl<'b> Log<'b> {
    /// A log whose header is whole.
    fn of(bytes: &'b [u8]) -> Option<Self> {
        let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let magic = number(0)?;
        if magic & !1 != 0x377f_0682 {
            return None;
        }
        let page = number(8)? as usize;
        let is_page = page.is_power_of_two() && (512..=65_536).contains(&page);
        let log = Self { bytes, page, salts: bytes[16..24].try_into().ok()?, is_big_endian: magic & 1 == 1 };
        let is_whole = is_page && log.sum((0, 0), bytes.get(..24)?) == (number(24)?, number(28)?);
        is_whole.then_some(log)
    }

    fn frames(&self) -> impl Iterator<Item = &'b [u8]> {
        self.bytes.get(HEADER..).unwrap_or_default().chunks_exact(FRAME_HEADER + self.page)
    }

    fn is_commit(&self, frame: &[u8]) -> bool {
        frame[8..16] == self.salts && frame[4..8] != [0; 4]
    }

    /// How many frames are whole, up to the last that ends a transaction.
    fn whole_frames(&self) -> usize {
        let start = (self.be(24), self.be(28));
        let mut sums = start;
        let mut committed = 0;
        for (at, frame) in self.frames().enumerate() {
            sums = self.sum(self.sum(sums, &frame[..8]), &frame[FRAME_HEADER..]);
            let told = [16, 20]
                .map(|at| u32::from_be_bytes([frame[at], frame[at + 1], frame[at + 2], frame[at + 3]]));
            if frame[8..16] != self.salts || told != [sums.0, sums.1] {
                break;
            }
            if self.is_commit(frame) {
                committed = at + 1;
            }
        }
        committed
    }

    fn be(&self, at: usize) -> u32 {
        u32::from_be_bytes([self.bytes[at], self.bytes[at + 1], self.bytes[at + 2], self.bytes[at + 3]])
    }

    fn sum(&self, start: (u32, u32), bytes: &[u8]) -> (u32, u32) {
        let word = |word: &[u8]| {
            let word = [word[0], word[1], word[2], word[3]];
            if self.is_big_endian { u32::from_be_bytes(word) } else { u32::from_le_bytes(word) }
        };
        let words: Vec<u32> = bytes.chunks_exact(4).map(word).collect();
        checksum(start, &words)
    }
}

/// SQLite's checksum over words.
fn checksum((mut a, mut b): (u32, u32), words: &[u32]) -> (u32, u32) {
    for pair in words.chunks_exact(2) {
        a = a.wrapping_add(pair[0]).wrapping_add(b);
        b = b.wrapping_add(pair[1]).wrapping_add(a);
    }
    (a, b)
}
