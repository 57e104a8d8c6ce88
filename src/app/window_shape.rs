//! The window's shape: the usual one, the whole screen, or small and on top of all others.

use egui::{Context, Pos2, Vec2, ViewportCommand, WindowLevel};

use super::launch::SMALLEST;
use crate::model::Compact;

/// The smallest and the usual size of the compact window, in points.
const COMPACT_SMALLEST: Vec2 = Vec2::new(240.0, 180.0);
const COMPACT_USUAL: Vec2 = Vec2::new(360.0, 264.0);

/// What the window is asked to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    /// As the person sized it.
    #[default]
    Usual,
    /// The whole screen.
    Full,
    /// Small, and on top.
    Compact,
}

/// The window's shape now, and what to come back to.
#[derive(Debug, Default)]
pub(super) struct WindowShape {
    now: Shape,
    /// Where the usual window was: its place, its size, whether it was maximized.
    before: Option<(Option<Pos2>, Vec2, bool)>,
}

impl WindowShape {
    /// Brings the window into a shape. Returns where the compact window was, when it is left.
    pub(super) fn follow(&mut self, ctx: &Context, wanted: Shape, compact: &Compact) -> Option<Compact> {
        if wanted == self.now {
            return None;
        }
        let was = std::mem::replace(&mut self.now, wanted);
        let left = (was == Shape::Compact).then(|| place(ctx)).flatten();
        match was {
            Shape::Full => ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false)),
            Shape::Compact => self.grow(ctx),
            Shape::Usual => {}
        }
        match wanted {
            Shape::Full => ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true)),
            Shape::Compact => self.shrink(ctx, compact),
            Shape::Usual => {}
        }
        left
    }

    /// Where the compact window is, while it is one.
    pub(super) fn compact_place(&self, ctx: &Context) -> Option<Compact> {
        (self.now == Shape::Compact).then(|| place(ctx)).flatten()
    }

    fn shrink(&mut self, ctx: &Context, compact: &Compact) {
        self.before = ctx.input(|input| {
            let viewport = input.viewport();
            let size = viewport.inner_rect.map(|rect| rect.size())?;
            Some((viewport.outer_rect.map(|rect| rect.min), size, viewport.maximized == Some(true)))
        });
        let size = compact.size.map_or(COMPACT_USUAL, Vec2::from).max(COMPACT_SMALLEST);
        for command in [
            ViewportCommand::Maximized(false),
            ViewportCommand::MinInnerSize(COMPACT_SMALLEST),
            ViewportCommand::InnerSize(size),
            ViewportCommand::WindowLevel(WindowLevel::AlwaysOnTop),
        ] {
            ctx.send_viewport_cmd(command);
        }
        if let Some(at) = compact.at {
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(within(at.into(), size, ctx)));
        }
    }

    fn grow(&mut self, ctx: &Context) {
        ctx.send_viewport_cmd(ViewportCommand::WindowLevel(WindowLevel::Normal));
        let (at, size, was_maximized) = self.before.take().unwrap_or((None, SMALLEST.into(), false));
        ctx.send_viewport_cmd(ViewportCommand::InnerSize(size));
        ctx.send_viewport_cmd(ViewportCommand::MinInnerSize(SMALLEST.into()));
        if let Some(at) = at {
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(at));
        }
        if was_maximized {
            ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
        }
    }
}

/// Where the window is. Some systems do not tell its place; then its size alone is kept.
fn place(ctx: &Context) -> Option<Compact> {
    ctx.input(|input| {
        let viewport = input.viewport();
        let size = viewport.inner_rect?.size();
        Some(Compact { at: viewport.outer_rect.map(|rect| rect.min.into()), size: Some(size.into()) })
    })
}

/// A place from which the window can be seen: screens come and go.
fn within(at: Pos2, size: Vec2, ctx: &Context) -> Pos2 {
    let monitor = ctx.input(|input| input.viewport().monitor_size);
    let Some(monitor) = monitor.filter(|monitor| monitor.x > size.x && monitor.y > size.y) else { return at };
    at.clamp(Pos2::ZERO, (monitor - size).to_pos2())
}
