//! Opens the window.

use std::sync::Arc;
use std::time::Duration;

use super::Unhunch;
use crate::model::Routine;
use crate::store::DataFolder;

/// A session to start as the window opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// What to run.
    pub routine: Arc<Routine>,
    /// How far into it.
    pub from: Duration,
    /// Without sound.
    pub is_mute: bool,
}

/// How the window is opened.
#[derive(Clone, Debug)]
pub struct Launch {
    /// Where the person's own content and settings are.
    pub folder: DataFolder,
    /// What to start at once.
    pub start: Option<Start>,
    /// Follow changes of content files.
    pub watch: bool,
    /// Before the first session, have the person read when to stop.
    pub asks_safety: bool,
}

/// The smallest window everything fits into, in points.
pub(super) const SMALLEST: [f32; 2] = [800.0, 600.0];

/// The size of the design, in points.
const USUAL: [f32; 2] = [1280.0, 800.0];

const ICON: &[u8] = include_bytes!("../../assets/icons/unhunch.png");

/// Opens the window and runs until it is closed.
///
/// # Errors
///
/// When the system has no display or no way to draw on it.
pub fn launch(launch: Launch) -> Result<(), eframe::Error> {
    launch_within(launch, |program| Box::new(program))
}

/// The same, with the program inside something that watches it, as a benchmark does.
///
/// # Errors
///
/// As [`launch`].
pub fn launch_within(
    launch: Launch,
    wrap: impl FnOnce(Unhunch) -> Box<dyn eframe::App>,
) -> Result<(), eframe::Error> {
    let viewport = egui::ViewportBuilder::default()
        .with_title("Unhunch")
        .with_app_id("unhunch")
        .with_inner_size(USUAL)
        .with_min_inner_size(SMALLEST)
        .with_clamp_size_to_monitor_size(true);
    let viewport = match icon() {
        Some(icon) => viewport.with_icon(icon),
        None => viewport,
    };
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    eframe::run_native("Unhunch", options, Box::new(|cc| Ok(wrap(Unhunch::new(&cc.egui_ctx, launch)))))
}

/// The window's icon. Without it the window works as well.
fn icon() -> Option<egui::IconData> {
    let picture = image::load_from_memory_with_format(ICON, image::ImageFormat::Png);
    let picture = picture.inspect_err(|error| log::warn!("the window's icon: {error}")).ok()?.into_rgba8();
    Some(egui::IconData { width: picture.width(), height: picture.height(), rgba: picture.into_raw() })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_icon_can_be_read() {
        let icon = super::icon().expect("the shipped icon is a picture");
        assert_eq!((icon.width, icon.height), (256, 256));
    }
}
