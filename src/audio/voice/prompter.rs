//! Which line is due: a late one is dropped, so that the voice never lags behind the session.

use std::sync::Arc;
use std::time::Duration;

use super::script::{Line, Script};

/// A line that could not be begun within this time of its cue is left out.
pub const LATEST: Duration = Duration::from_millis(600);

/// Goes through a script as the session goes on.
#[derive(Clone, Debug, Default)]
pub struct Prompter {
    script: Arc<Script>,
    /// The first line that has not been due.
    next: usize,
    /// Where the clock stops.
    gate: Option<Duration>,
}

impl Prompter {
    /// From a place in the session on: a line that stands at that very place is said.
    #[must_use]
    pub fn new(script: Arc<Script>, from: Duration) -> Self {
        let next = script.lines.partition_point(|line| line.at < from);
        let gate = script.gates.iter().copied().find(|gate| *gate > from);
        Self { script, next, gate }
    }

    /// Goes on with another script from a place in the session; what has been due is not said again.
    pub fn swap(&mut self, script: Arc<Script>, position: Duration) {
        let due = self.script.lines[..self.next].last().map(|line| line.at);
        *self = Self::new(script, position);
        if let Some(due) = due {
            self.next = self.next.max(self.script.lines.partition_point(|line| line.at <= due));
        }
    }

    /// The line to say now; lines that have been due longer than [`LATEST`] are passed over, and of
    /// several the last one is said.
    pub fn due(&mut self, position: Duration) -> Option<&Line> {
        let from = self.next;
        let lines = &self.script.lines;
        while let Some(line) = lines.get(self.next)
            && line.at <= position
            && self.gate.is_none_or(|gate| line.at < gate)
        {
            self.next += 1;
        }
        lines[from..self.next].last().filter(|line| position.saturating_sub(line.at) <= LATEST)
    }

    /// How long until there is something to say; `None` where nothing follows.
    #[must_use]
    pub fn wait(&self, position: Duration) -> Option<Duration> {
        let line = self.script.lines.get(self.next)?;
        let reached = self.gate.is_none_or(|gate| line.at < gate);
        reached.then(|| line.at.saturating_sub(position))
    }
}

#[cfg(test)]
mod tests {
    use super::super::script::Urgency;
    use super::*;

    fn ms(n: u64) -> Duration {
        Duration::from_millis(n)
    }

    fn script(lines: &[(u64, &str)], gates: &[u64]) -> Arc<Script> {
        let line = |&(at, text): &(u64, &str)| Line {
            at: ms(at),
            text: text.to_owned(),
            urgency: Urgency::Interrupts,
        };
        Arc::new(Script {
            lines: lines.iter().map(line).collect(),
            gates: gates.iter().copied().map(ms).collect(),
        })
    }

    fn said(prompter: &mut Prompter, position: u64) -> Option<String> {
        prompter.due(ms(position)).map(|line| line.text.clone())
    }

    #[test]
    fn each_line_is_said_once_at_its_time() {
        let mut prompter = Prompter::new(script(&[(0, "a"), (1000, "b")], &[]), ms(0));
        assert_eq!(said(&mut prompter, 0).as_deref(), Some("a"));
        assert_eq!(said(&mut prompter, 999), None);
        assert_eq!(prompter.wait(ms(999)), Some(ms(1)));
        assert_eq!(said(&mut prompter, 1000).as_deref(), Some("b"));
        assert_eq!((said(&mut prompter, 1000), prompter.wait(ms(1000))), (None, None));
    }

    #[test]
    fn a_late_line_is_dropped() {
        let lines = script(&[(0, "a"), (1000, "b"), (3000, "c")], &[]);
        let mut stalled = Prompter::new(lines.clone(), ms(0));
        assert_eq!(said(&mut stalled, 1600).as_deref(), Some("b"), "just in time, and instead of a");
        let mut stalled_longer = Prompter::new(lines, ms(0));
        assert_eq!(said(&mut stalled_longer, 1601), None);
        assert_eq!(said(&mut stalled_longer, 3000).as_deref(), Some("c"));
    }

    #[test]
    fn starts_where_the_session_is() {
        let mut prompter = Prompter::new(script(&[(0, "a"), (1000, "b")], &[]), ms(1000));
        assert_eq!(said(&mut prompter, 1000).as_deref(), Some("b"));
    }

    #[test]
    fn waits_at_a_gate() {
        let gated = script(&[(900, "a"), (1000, "b")], &[1000]);
        let mut prompter = Prompter::new(gated, ms(0));
        assert_eq!(said(&mut prompter, 900).as_deref(), Some("a"));
        assert_eq!((said(&mut prompter, 1000), prompter.wait(ms(1000))), (None, None));
        prompter.swap(script(&[(900, "a"), (1000, "b")], &[1000]), ms(1000));
        assert_eq!(said(&mut prompter, 1000).as_deref(), Some("b"), "the gate has been passed");
    }

    #[test]
    fn a_new_script_says_nothing_twice() {
        let mut prompter = Prompter::new(script(&[(500, "a"), (1000, "b")], &[]), ms(0));
        assert_eq!(said(&mut prompter, 500).as_deref(), Some("a"));
        prompter.swap(script(&[(500, "a"), (11_000, "b")], &[]), ms(500));
        assert_eq!(said(&mut prompter, 510), None);
        assert_eq!(prompter.wait(ms(510)), Some(ms(10_490)));
    }
}
