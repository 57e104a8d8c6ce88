//! Where a file is: a field for the path, which always works, and the system's own dialog where it
//! has one.

use egui::{CornerRadius, Key, Margin, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, vec2};

use super::frame::{Answer, Dialog};
use crate::text::brief;
use crate::ui::theme::{Face, Size, icons};
use crate::ui::widgets::{Button, ButtonKind, Form};
use crate::ui::{Command, Filing, Look, Shelving};

/// What a dialog about a path shows.
#[derive(Clone, Copy, Debug)]
pub struct FileView<'a> {
    /// The routine that is given away; empty where one is taken in.
    pub name: &'a str,
    /// It cannot be saved where it belongs, and goes elsewhere as it is.
    pub is_rescue: bool,
    /// The path as typed.
    pub path: &'a str,
    /// Whether the system has a dialog to ask with.
    pub can_browse: bool,
    /// Whether that dialog is open now.
    pub is_asking: bool,
    /// What went wrong, or empty.
    pub problem: &'a str,
    /// What is worth knowing before it is given away.
    pub notes: &'a [String],
}

pub(super) fn import_ui(ui: &Ui, look: &Look<'_>, view: &FileView<'_>, commands: &mut Vec<Command>) {
    let title = look.words.get("arrive-ask");
    let answers = vec![Answer::main("arrive-look", Shelving::File(Filing::Go))];
    Dialog { name: "import", title: &title, width: 620.0, answers }.show(
        ui,
        look,
        commands,
        |form, commands| {
            form.note(&look.words.get("arrive-ask-line"));
            form.gap(6.0);
            path_ui(form, view, commands);
        },
    );
}

pub(super) fn share_ui(ui: &Ui, look: &Look<'_>, view: &FileView<'_>, commands: &mut Vec<Command>) {
    let (title, line) =
        if view.is_rescue { ("rescue-title", "rescue-line") } else { ("share-title", "share-line") };
    let title = look.words.with(title, &[("name", brief(view.name, 28).into())]);
    let answers = vec![Answer::main("share-save", Shelving::File(Filing::Go))];
    Dialog { name: "share", title: &title, width: 620.0, answers }.show(
        ui,
        look,
        commands,
        |form, commands| {
            form.note(&look.words.get(line));
            for note in view.notes {
                form.words(note, Size::Body, Face::Regular, look.theme.colors.ink);
                form.gap(4.0);
            }
            form.gap(6.0);
            path_ui(form, view, commands);
        },
    );
}

pub(super) fn path_ui(form: &mut Form<'_, '_>, view: &FileView<'_>, commands: &mut Vec<Command>) {
    let look = form.look;
    if view.can_browse {
        let text = look.words.get(if view.name.is_empty() { "arrive-browse" } else { "share-browse" });
        let button = Button::new(ButtonKind::Soft, &text).with_icon(icons::SEARCH);
        if form.button("browse", &button) {
            commands.push(Command::Shelve(Shelving::File(Filing::Browse)));
        }
        if view.is_asking {
            form.note(&look.words.get("arrive-asking"));
        }
        form.gap(4.0);
    }
    form.heading(&look.words.get("arrive-path"));
    let (typed, entered) = field_ui(form, view.path);
    // What was typed in the same frame counts for what Enter does.
    let typed = (typed != view.path).then_some(Filing::Path(typed));
    let asked = typed.into_iter().chain(entered.then_some(Filing::Go));
    commands.extend(asked.map(|asked| Command::Shelve(Shelving::File(asked))));
    if !view.problem.is_empty() {
        form.gap(8.0);
        form.words(view.problem, Size::Body, Face::Regular, look.theme.colors.hurt);
    }
}

/// The field; what is typed in it now, and whether Enter was pressed in it.
fn field_ui(form: &mut Form<'_, '_>, path: &str) -> (String, bool) {
    let look = form.look;
    let colors = &look.theme.colors;
    let rect = form.row(46.0);
    let radius = CornerRadius::same(look.pt(look.theme.metrics.radius.button) as u8);
    form.ui.painter().rect(rect, radius, colors.card, Stroke::new(1.0, colors.edge), StrokeKind::Inside);
    let inner = rect.shrink2(vec2(look.pt(14.0), 0.0));
    let margin = Margin::symmetric(0, ((rect.height() - look.pt(22.0)) / 2.0).max(0.0) as i8);
    let mut text = path.to_owned();
    let edit = TextEdit::singleline(&mut text)
        .id_salt("path-field")
        .font(look.font(Size::Body, Face::Regular))
        .text_color(colors.ink)
        .frame(egui::Frame::NONE.inner_margin(margin))
        .char_limit(4096)
        .desired_width(inner.width());
    let builder = UiBuilder::new().max_rect(inner).id_salt("path");
    let response = form.ui.scope_builder(builder, |ui| ui.add(edit)).inner;
    let name = look.words.get("arrive-path");
    form.ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    if response.has_focus() {
        form.ui.painter().rect_stroke(rect, radius, Stroke::new(2.0, colors.focus), StrokeKind::Inside);
    } else if form.ui.memory(|memory| memory.focused().is_none()) && !response.lost_focus() {
        response.request_focus();
    }
    let entered = response.lost_focus() && form.ui.input(|input| input.key_pressed(Key::Enter));
    (text, entered)
}
