//! A place in a session, as on a clock ("3:12").

use std::time::Duration;

/// Minutes and whole seconds gone.
///
/// ```
/// use std::time::Duration;
/// assert_eq!(unhunch::text::clock(Duration::from_millis(192_900)), "3:12");
/// ```
#[must_use]
pub fn clock(at: Duration) -> String {
    let secs = at.as_secs();
    format!("{}:{:02}", secs / 60, secs % 60)
}
