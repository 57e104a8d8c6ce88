//! Buttons: an icon, a word or both on a rounded ground, with a name for those who do not see it.

use egui::{
    Align2, AsIdSalt, Color32, CornerRadius, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo,
};

use super::Text;
use crate::ui::Look;
use crate::ui::theme::{Face, Size, Theme, icons};

/// How much of its colours a button keeps that cannot be pressed.
const FAINT: f32 = 0.45;

/// What stays free at either side of the words, in points of the design.
const EDGE: f32 = 6.0;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to press.
    Primary,
    /// A second choice.
    Soft,
    /// One of many.
    Neutral,
    /// Words alone.
    Plain,
    /// Words alone, in the colour of "this hurts".
    Hurt,
}

/// A button.
#[derive(Clone, Copy, Debug)]
pub struct Button<'a> {
    /// How much it asks for attention.
    pub kind: ButtonKind,
    /// An icon before the words.
    pub icon: Option<char>,
    /// The words on it; may be empty beside an icon.
    pub text: &'a str,
    /// Its name where that is not the words on it.
    pub name: &'a str,
    /// Type size.
    pub size: Size,
    /// What the pointer is told.
    pub hint: &'a str,
    /// Whether it is pressed in, for buttons that switch something.
    pub selected: Option<bool>,
    /// Whether it can be pressed now. One that cannot stays where it is, and is pale.
    pub enabled: bool,
    /// The words begin at the left, as in a list, instead of in the middle.
    pub from_left: bool,
}

impl<'a> Button<'a> {
    /// A button named by the words on it.
    #[must_use]
    pub fn new(kind: ButtonKind, text: &'a str) -> Self {
        let size = Size::Body;
        let (selected, hint) = (None, "");
        Self { kind, icon: None, text, name: text, size, hint, selected, enabled: true, from_left: false }
    }

    /// A button with an icon alone; `name` is also what the pointer is told.
    #[must_use]
    pub fn icon(kind: ButtonKind, icon: char, name: &'a str) -> Self {
        Self { icon: Some(icon), hint: name, name, ..Self::new(kind, "") }
    }

    /// Puts an icon before the words.
    #[must_use]
    pub fn with_icon(self, icon: char) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// Sets the type size.
    #[must_use]
    pub fn size(self, size: Size) -> Self {
        Self { size, ..self }
    }

    /// Names it other than by the words on it.
    #[must_use]
    pub fn named(self, name: &'a str) -> Self {
        Self { name, ..self }
    }

    /// Tells the pointer more.
    #[must_use]
    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }

    /// Whether it can be pressed now.
    #[must_use]
    pub fn enabled(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }

    /// Begins the words at the left, as in a list.
    #[must_use]
    pub fn from_left(self) -> Self {
        Self { from_left: true, ..self }
    }

    /// The width its words and icon ask for.
    #[must_use]
    pub fn width(&self, ui: &Ui, look: &Look<'_>) -> f32 {
        let padding = match self.kind {
            ButtonKind::Plain | ButtonKind::Hurt => look.pt(8.0),
            _ => look.pt(18.0),
        };
        self.content_width(ui, look) + 2.0 * padding
    }

    /// The least width on which its words and icon are not cut.
    #[must_use]
    pub(super) fn least_width(&self, ui: &Ui, look: &Look<'_>) -> f32 {
        self.content_width(ui, look) + 2.0 * look.pt(EDGE)
    }

    fn text_galley_width(&self, ui: &Ui, look: &Look<'_>) -> f32 {
        if self.text.is_empty() {
            return 0.0;
        }
        let text = Text::new(self.text, look.font(self.size, self.face()), Color32::PLACEHOLDER);
        text.galley(ui, egui::vec2(f32::INFINITY, f32::INFINITY)).size().x
    }

    fn content_width(&self, ui: &Ui, look: &Look<'_>) -> f32 {
        let icon = if self.icon.is_some() { self.icon_size(look) } else { 0.0 };
        let gap = if self.icon.is_some() && !self.text.is_empty() { look.pt(8.0) } else { 0.0 };
        icon + gap + self.text_galley_width(ui, look)
    }

    fn icon_size(&self, look: &Look<'_>) -> f32 {
        look.theme.metrics.type_scale.of(self.size) * look.scale * 1.2
    }

    fn face(&self) -> Face {
        match self.kind {
            ButtonKind::Plain => Face::Regular,
            ButtonKind::Primary => Face::Bold,
            _ => Face::SemiBold,
        }
    }

    fn colors(&self, look: &Look<'_>) -> (Color32, Color32) {
        let c = &look.theme.colors;
        match self.kind {
            ButtonKind::Primary => (c.teal, c.on_teal),
            ButtonKind::Soft => (c.soft, c.on_soft),
            ButtonKind::Neutral => (c.neutral, c.on_neutral),
            ButtonKind::Plain => (Color32::TRANSPARENT, c.quiet),
            ButtonKind::Hurt => (Color32::TRANSPARENT, c.hurt),
        }
    }

    /// Puts the button at a place. `salt` tells it from the other buttons of the same `ui`.
    pub fn show(&self, ui: &Ui, look: &Look<'_>, rect: Rect, salt: impl AsIdSalt) -> Response {
        self.show_as(ui, look, rect, ui.scope_id().with(salt), Sense::click(), Role::Button)
    }

    /// The same for what is told to be something else, or where Tab does not stop.
    pub(super) fn show_as(
        &self,
        ui: &Ui,
        look: &Look<'_>,
        rect: Rect,
        id: Id,
        sense: Sense,
        role: Role,
    ) -> Response {
        let enabled = self.enabled && ui.is_enabled();
        let response = ui.interact(rect, id, if enabled { sense } else { Sense::hover() });
        response.widget_info(|| match self.selected {
            None => WidgetInfo::labeled(role, enabled, self.name),
            Some(selected) => WidgetInfo::selected(role, enabled, selected, self.name),
        });
        // Out of sight it may still get the focus, which brings it into sight.
        if ui.is_rect_visible(rect) || response.gained_focus() {
            self.paint(ui, look, rect, &response);
        }
        let response =
            if enabled { response.on_hover_cursor(egui::CursorIcon::PointingHand) } else { response };
        if self.hint.is_empty() { response } else { response.on_hover_text(self.hint) }
    }

    fn paint(&self, ui: &Ui, look: &Look<'_>, rect: Rect, response: &Response) {
        let colors = &look.theme.colors;
        let (ground, ink) = self.colors(look);
        if !self.enabled {
            let faint = |color| Theme::blend(colors.paper, color, FAINT);
            let ground = if ground == Color32::TRANSPARENT { ground } else { faint(ground) };
            ui.painter().rect_filled(rect, Self::corners(look, rect), ground);
            self.paint_content(ui, look, rect, faint(ink));
            return;
        }
        let touched = if response.is_pointer_button_down_on() {
            0.16
        } else if response.hovered() {
            0.08
        } else {
            0.0
        };
        let is_bare = matches!(self.kind, ButtonKind::Plain | ButtonKind::Hurt);
        let (ground, ink) = if is_bare && touched > 0.0 {
            (
                Theme::blend(colors.paper, colors.ink, touched * 0.6),
                if self.kind == ButtonKind::Plain { colors.ink } else { ink },
            )
        } else if is_bare {
            (ground, ink)
        } else {
            (Theme::blend(ground, colors.ink, touched), ink)
        };
        let corners = Self::corners(look, rect);
        let painter = ui.painter();
        painter.rect_filled(rect, corners, ground);
        paint_focus(ui, look, rect, corners, response);
        self.paint_content(ui, look, rect, ink);
    }

    fn corners(look: &Look<'_>, rect: Rect) -> CornerRadius {
        let radius = (look.pt(look.theme.metrics.radius.button)).min(rect.height() / 2.0);
        CornerRadius::same(radius as u8)
    }

    fn paint_content(&self, ui: &Ui, look: &Look<'_>, rect: Rect, ink: Color32) {
        let inner = rect.shrink2(egui::vec2(look.pt(EDGE), 0.0));
        let width = self.content_width(ui, look).min(inner.width());
        let mut at = Rect::from_center_size(inner.center(), egui::vec2(width, rect.height()));
        if self.from_left {
            at = at.translate(egui::vec2(rect.left() + look.pt(8.0) - at.left(), 0.0));
        }
        if let Some(icon) = self.icon {
            let size = self.icon_size(look);
            let mut glyph = [0; 4];
            let face = if icons::SOLID.contains(&icon) { Face::IconsFill } else { Face::Icons };
            let place = Rect::from_min_size(at.min, egui::vec2(size, at.height()));
            Text::new(icon.encode_utf8(&mut glyph), look.font_of(size, face), ink)
                .align(Align2::CENTER_CENTER)
                .paint(ui, place.expand2(egui::vec2(size, 0.0)));
            at.min.x += size + look.pt(8.0);
        }
        if !self.text.is_empty() {
            let place = Rect::from_min_max(at.min, egui::pos2(inner.right().max(at.min.x), at.max.y));
            Text::new(self.text, look.font(self.size, self.face()), ink).paint(ui, place);
        }
    }
}

/// The edge around what has the keyboard's focus, which is brought into sight where it scrolls.
pub(in crate::ui) fn paint_focus(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    corners: CornerRadius,
    response: &Response,
) {
    if response.gained_focus() {
        ui.scroll_to_rect(rect.expand(look.pt(12.0)), None);
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, look.theme.colors.focus);
        let grown = CornerRadius::same(corners.nw.saturating_add(3));
        ui.painter().rect_stroke(rect.expand(3.0), grown, stroke, StrokeKind::Inside);
    }
}
