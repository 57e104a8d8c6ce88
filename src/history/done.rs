//! What was done in a session, put together by exercise and side, as one thinks of it afterwards.

use crate::model::{BoutEnd, BoutRecord, Side, WorkKind};

/// Everything that was done of an exercise on one side.
#[derive(Clone, Debug, PartialEq)]
pub struct DoneLine {
    /// Id of the exercise; `None` for breathing alone, and for what nobody wrote down in detail.
    pub exercise: Option<String>,
    /// Its name, as it was called then.
    pub name: String,
    /// What kind of work it is.
    pub kind: WorkKind,
    /// Which side worked, where one did.
    pub side: Option<Side>,
    /// How long, in milliseconds.
    pub done_ms: u64,
    /// Whether it hurt.
    pub hurt: bool,
    /// Whether all of it was skipped.
    pub skipped: bool,
}

impl DoneLine {
    /// The line that a stretch of work alone would make.
    fn of(bout: &BoutRecord) -> Self {
        Self {
            exercise: bout.exercise.clone(),
            name: bout.name.clone(),
            kind: bout.kind,
            side: bout.side,
            done_ms: bout.done_ms,
            hurt: bout.end == BoutEnd::Hurt,
            skipped: bout.end == BoutEnd::Skipped,
        }
    }

    /// Whether a stretch of work belongs to it.
    #[must_use]
    pub fn has(&self, bout: &BoutRecord) -> bool {
        (&self.exercise, &self.name, self.kind, self.side)
            == (&bout.exercise, &bout.name, bout.kind, bout.side)
    }
}

/// The lines of what was done, in the order in which each was begun.
#[must_use]
pub fn done_lines(bouts: &[BoutRecord]) -> Vec<DoneLine> {
    let mut lines: Vec<DoneLine> = Vec::new();
    for bout in bouts {
        match lines.iter_mut().find(|line| line.has(bout)) {
            None => lines.push(DoneLine::of(bout)),
            Some(line) => {
                line.done_ms += bout.done_ms;
                line.hurt |= bout.end == BoutEnd::Hurt;
                line.skipped &= bout.end == BoutEnd::Skipped;
            }
        }
    }
    lines
}

/// Makes a line as long as this, in milliseconds: every stretch of it by its share.
pub fn set_done(bouts: &mut [BoutRecord], line: &DoneLine, done_ms: u64) {
    let mut own: Vec<&mut BoutRecord> = bouts.iter_mut().filter(|bout| line.has(bout)).collect();
    let before: u64 = own.iter().map(|bout| bout.done_ms).sum();
    let mut left = done_ms;
    let last = own.len().saturating_sub(1);
    for (index, bout) in own.iter_mut().enumerate() {
        let share = match before {
            0 => done_ms / (last as u64 + 1),
            _ => (u128::from(bout.done_ms) * u128::from(done_ms) / u128::from(before)) as u64,
        };
        bout.done_ms = if index == last { left } else { share };
        left = left.saturating_sub(bout.done_ms);
        bout.end = match bout.end {
            BoutEnd::Hurt => BoutEnd::Hurt,
            _ if bout.done_ms == 0 => BoutEnd::Skipped,
            BoutEnd::Skipped => BoutEnd::Done,
            other => other,
        };
    }
}

/// Notes that a line hurt, or that it did not: at its last stretch, which is where one stops.
pub fn set_hurt(bouts: &mut [BoutRecord], line: &DoneLine, hurt: bool) {
    let own = bouts.iter_mut().filter(|bout| line.has(bout));
    if hurt {
        if let Some(bout) = own.last() {
            bout.end = BoutEnd::Hurt;
        }
        return;
    }
    for bout in own.filter(|bout| bout.end == BoutEnd::Hurt) {
        bout.end = if bout.done_ms == 0 {
            BoutEnd::Skipped
        } else if bout.done_ms < bout.planned_ms {
            BoutEnd::CutShort
        } else {
            BoutEnd::Done
        };
    }
}

/// Says which side a line was done on.
pub fn set_side(bouts: &mut [BoutRecord], line: &DoneLine, side: Option<Side>) {
    for bout in bouts.iter_mut().filter(|bout| line.has(bout)) {
        bout.side = side;
    }
}

/// Takes a line out.
pub fn take_out(bouts: &mut Vec<BoutRecord>, line: &DoneLine) {
    bouts.retain(|bout| !line.has(bout));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bout(exercise: &str, side: Option<Side>, done_ms: u64, end: BoutEnd) -> BoutRecord {
        BoutRecord {
            exercise: Some(exercise.into()),
            name: exercise.to_uppercase(),
            kind: WorkKind::Mobility,
            side,
            set: 1,
            planned_ms: 30_000,
            done_ms,
            extended_ms: 0,
            planned_reps: 0,
            done_reps: 0,
            end,
        }
    }

    fn session() -> Vec<BoutRecord> {
        vec![
            bout("reach", Some(Side::Left), 30_000, BoutEnd::Done),
            bout("reach", Some(Side::Right), 10_000, BoutEnd::Hurt),
            bout("row", None, 20_000, BoutEnd::Done),
            bout("reach", Some(Side::Left), 15_000, BoutEnd::CutShort),
            bout("roll", None, 0, BoutEnd::Skipped),
        ]
    }

    #[test]
    fn lines_are_by_exercise_and_side_in_the_order_begun() {
        let lines = done_lines(&session());
        let told: Vec<_> =
            lines.iter().map(|l| (l.name.as_str(), l.side, l.done_ms, l.hurt, l.skipped)).collect();
        assert_eq!(
            told,
            [
                ("REACH", Some(Side::Left), 45_000, false, false),
                ("REACH", Some(Side::Right), 10_000, true, false),
                ("ROW", None, 20_000, false, false),
                ("ROLL", None, 0, false, true),
            ]
        );
    }

    #[test]
    fn a_corrected_time_is_shared_out_and_leaves_nothing_over() {
        let mut bouts = session();
        let line = done_lines(&bouts)[0].clone();
        set_done(&mut bouts, &line, 60_001);
        assert_eq!((bouts[0].done_ms, bouts[3].done_ms), (40_000, 20_001));
        assert_eq!(bouts[1..3], session()[1..3], "nothing else changes");
        set_done(&mut bouts, &line, 0);
        assert_eq!((bouts[0].end, bouts[3].end), (BoutEnd::Skipped, BoutEnd::Skipped));
        set_done(&mut bouts, &line, 9_001);
        assert_eq!((bouts[0].done_ms, bouts[3].done_ms), (4_500, 4_501));
        assert_eq!((bouts[0].end, bouts[3].end), (BoutEnd::Done, BoutEnd::Done));
    }

    #[test]
    fn what_hurt_stays_so_when_its_time_is_corrected_and_can_be_taken_back() {
        let mut bouts = session();
        let right = done_lines(&bouts)[1].clone();
        set_done(&mut bouts, &right, 12_000);
        assert_eq!((bouts[1].done_ms, bouts[1].end), (12_000, BoutEnd::Hurt));
        set_hurt(&mut bouts, &right, false);
        assert_eq!(bouts[1].end, BoutEnd::CutShort);
        let left = done_lines(&bouts)[0].clone();
        set_hurt(&mut bouts, &left, true);
        assert_eq!((bouts[0].end, bouts[3].end), (BoutEnd::Done, BoutEnd::Hurt));
    }

    #[test]
    fn a_line_changes_sides_and_goes() {
        let mut bouts = session();
        let left = done_lines(&bouts)[0].clone();
        set_side(&mut bouts, &left, None);
        assert_eq!(done_lines(&bouts)[0].side, None);
        let changed = done_lines(&bouts)[0].clone();
        take_out(&mut bouts, &changed);
        assert_eq!(done_lines(&bouts).len(), 3);
    }
}
