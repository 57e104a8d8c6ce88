//! Banners: something the person should know, over the screen, until it is closed or mended.

use egui::{Align2, CornerRadius, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Button, ButtonKind, Text};
use crate::ui::theme::{Face, Size, icons};
use crate::ui::{BannerId, Command, Look};

/// How bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BannerKind {
    /// Worth knowing.
    Note,
    /// Something does not work.
    Problem,
}

/// One banner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banner {
    /// Handed back when it is closed.
    pub id: BannerId,
    /// How bad.
    pub kind: BannerKind,
    /// What it says, in the person's language.
    pub text: String,
    /// The words on the button for what can be done about it; empty where there is none.
    pub offer: String,
}

/// Paints banners from the top of a rectangle down. Returns what is left below them.
pub fn banners_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    banners: &[Banner],
    commands: &mut Vec<Command>,
) -> Rect {
    let gap = look.pt(6.0);
    let mut rest = rect;
    for banner in banners {
        let text = text_of(look, banner);
        let side = look.pt(42.0);
        let width = rest.width() - 2.0 * look.pt(12.0) - 2.0 * side - offer_width(ui, look, banner);
        let height =
            (text.galley(ui, vec2(width, f32::INFINITY)).size().y + look.pt(18.0)).max(look.pt(44.0));
        // What would push the screen away altogether waits until the others are closed.
        if rest.height() - height < rect.height() * 0.6 {
            break;
        }
        let strip = Rect::from_min_size(rest.min, vec2(rest.width(), height))
            .shrink2(vec2(look.pt(12.0), 0.0))
            .translate(vec2(0.0, gap));
        banner_ui(ui, look, strip, side, banner, &text, commands);
        rest.min.y = strip.max.y;
    }
    rest
}

fn text_of<'a>(look: &Look<'_>, banner: &'a Banner) -> Text<'a> {
    let ink = look.theme.colors.on_notice;
    Text::new(&banner.text, look.font(Size::Body, Face::Regular), ink).rows(3)
}

/// The room that the offer takes.
fn offer_width(ui: &Ui, look: &Look<'_>, banner: &Banner) -> f32 {
    if banner.offer.is_empty() { 0.0 } else { offer_button(banner).width(ui, look) + look.pt(12.0) }
}

fn offer_button(banner: &Banner) -> Button<'_> {
    Button::new(ButtonKind::Soft, &banner.offer)
}

fn banner_ui(
    ui: &Ui,
    look: &Look<'_>,
    rect: Rect,
    side: f32,
    banner: &Banner,
    text: &Text<'_>,
    commands: &mut Vec<Command>,
) {
    let colors = &look.theme.colors;
    let salt = ("banner", banner.id);
    let offer = offer_width(ui, look, banner);
    let right = rect.right() - side - offer;
    let inner = Rect::from_min_max(pos2(rect.left() + side, rect.top()), pos2(right, rect.bottom()));
    let response = ui.interact(inner, ui.scope_id().with(salt), Sense::hover());
    let role = match banner.kind {
        BannerKind::Note => Role::Status,
        BannerKind::Problem => Role::Alert,
    };
    response.widget_info(|| WidgetInfo::labeled(role, true, &banner.text));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    ui.painter().rect_filled(rect, CornerRadius::same(look.pt(12.0) as u8), colors.notice);
    let icon = match banner.kind {
        BannerKind::Note => icons::INFO,
        BannerKind::Problem => icons::WARNING,
    };
    let mut glyph = [0; 4];
    Text::new(icon.encode_utf8(&mut glyph), look.font(Size::Heading, Face::IconsFill), colors.on_notice)
        .align(Align2::CENTER_CENTER)
        .paint(ui, Rect::from_min_size(rect.min, vec2(side, rect.height())));
    text.paint(ui, inner);
    if offer > 0.0 {
        let place =
            Rect::from_x_y_ranges(right + look.pt(6.0)..=right + offer - look.pt(6.0), rect.y_range());
        let place = place.shrink2(vec2(0.0, ((rect.height() - look.pt(36.0)) / 2.0).max(0.0)));
        if offer_button(banner).show(ui, look, place, (salt, "offer")).clicked() {
            commands.push(Command::TakeOffer(banner.id));
        }
    }
    let close = Rect::from_center_size(
        pos2(rect.right() - side / 2.0, rect.center().y),
        vec2(look.pt(32.0), look.pt(32.0)),
    );
    let name = look.words.get("banner-dismiss");
    if Button::icon(ButtonKind::Plain, icons::CLOSE, &name).show(ui, look, close, (salt, "close")).clicked() {
        commands.push(Command::Dismiss(banner.id));
    }
}
