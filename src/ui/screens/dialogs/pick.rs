//! Which routine an exercise goes into.

use egui::Ui;

use super::frame::Dialog;
use crate::ui::theme::icons;
use crate::ui::widgets::{Button, ButtonKind, Form};
use crate::ui::{Command, Look, Shelving, Target};

/// What the dialog shows.
#[derive(Clone, Copy, Debug)]
pub struct PickView<'a> {
    /// The exercise's name.
    pub exercise: &'a str,
    /// The name of the routine that lies open.
    pub open: Option<&'a str>,
    /// The own routines, id and name.
    pub own: &'a [(&'a str, &'a str)],
}

pub(super) fn pick_ui(ui: &Ui, look: &Look<'_>, view: &PickView<'_>, commands: &mut Vec<Command>) {
    let title = look.words.with("pick-title", &[("name", view.exercise.into())]);
    let dialog = Dialog { name: "pick", title: &title, width: 520.0, answers: Vec::new() };
    dialog.show(ui, look, commands, |form, commands| {
        let mut offer = |form: &mut Form<'_, '_>, text: &str, icon, kind, target: Target| {
            let row = form.row(48.0);
            let button = Button::new(kind, text).with_icon(icon);
            let salt = format!("{target:?}");
            if button.show(form.ui, form.look, row, salt).clicked() {
                commands.push(Command::Shelve(Shelving::AddTo(target)));
            }
            form.gap(8.0);
        };
        if let Some(open) = view.open {
            let text = look.words.with("pick-open", &[("name", open.into())]);
            offer(form, &text, icons::EDIT, ButtonKind::Primary, Target::Open);
        }
        let new = look.words.get("pick-new");
        offer(form, &new, icons::ADD, ButtonKind::Soft, Target::New);
        for (id, name) in view.own {
            offer(form, name, icons::LIST, ButtonKind::Neutral, Target::Own((*id).to_owned()));
        }
    });
}
