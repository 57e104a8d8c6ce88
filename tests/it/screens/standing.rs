//! Where things stand on a screen: each has a name, lies inside the window, and lies on nothing else.

use egui::Rect;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable, by};

/// What stands on a screen, by role, name and place.
pub(super) struct Standing {
    what: String,
    width: f32,
    placed: Vec<(Role, String, Rect)>,
}

impl Standing {
    /// Everything of these roles, on a window of this size.
    pub(super) fn of<S>(
        what: &str,
        harness: &Harness<'_, S>,
        (width, height): (f32, f32),
        roles: &[Role],
    ) -> Self {
        let placed = harness
            .query_all(by())
            .filter(|node| roles.contains(&node.accesskit_node().role()))
            .map(|node| {
                let name = node.accesskit_node().label().or(node.value()).unwrap_or_default();
                (node.accesskit_node().role(), name, node.rect())
            })
            .collect();
        Self { what: format!("{what} at {width}x{height}"), width, placed }
    }

    /// Holds them against each other. Those that `is_pressed` can be hit; of two, one may lie on the
    /// other where `may_lie` says so.
    pub(super) fn check(
        &self,
        at_least: usize,
        is_pressed: impl Fn(Role) -> bool,
        may_lie: impl Fn((Role, &Rect), (Role, &Rect)) -> bool,
    ) {
        assert!(self.placed.len() > at_least, "{}: only {} nodes", self.what, self.placed.len());
        for (index, (role, name, rect)) in self.placed.iter().enumerate() {
            let at = format!("{}: {role:?} \"{name}\" {rect:?}", self.what);
            assert!(!name.is_empty(), "no name: {at}");
            assert!(rect.left() >= -0.5 && rect.right() <= self.width + 0.5, "leaves the window: {at}");
            if is_pressed(*role) {
                assert!(rect.height() >= 24.0 && rect.width() >= 24.0, "hard to hit: {at}");
            }
            for (other_role, other_name, other) in &self.placed[index + 1..] {
                let apart = !rect.shrink(1.0).intersects(other.shrink(1.0));
                let may_lie = may_lie((*role, rect), (*other_role, other));
                assert!(apart || may_lie, "{at} lies on {other_name} {other:?}");
            }
        }
    }
}
