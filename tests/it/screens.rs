//! Screens as a person meets them: by accessible name, by key and by where things stand.

mod control;
mod editor;
mod exercises;
pub(crate) mod layout;
mod player;
mod progress;
mod room;
mod safety;
mod settings;
mod stand_in;
mod standing;
mod theme;
mod today;
mod today_record;

use egui_kittest::Harness;
use unhunch::ui::theme::Theme;

/// A window of a size, in points, with the fonts and the colours of the program.
fn dressed<S>(
    state: S,
    theme: Theme,
    (width, height): (f32, f32),
    mut show: impl FnMut(&mut egui::Ui, &mut S) + 'static,
) -> Harness<'static, S> {
    Harness::builder()
        .with_size(egui::vec2(width, height))
        .with_step_dt(0.05)
        .with_context_setup(move |ctx| {
            Theme::install_fonts(ctx);
            theme.apply(ctx, true);
        })
        .build_ui_state(move |ui, state| show(ui, state), state)
}
