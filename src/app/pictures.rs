//! The still pictures that stand in for motions, on the graphics card.

use std::collections::BTreeMap;
use std::path::Path;

use egui::load::SizedTexture;
use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use crate::model::Exercise;
use crate::store::{StoreError, picture};

/// The pictures read so far, by exercise; `None` where one cannot be shown.
#[derive(Default)]
pub(super) struct Pictures {
    by_exercise: BTreeMap<String, Option<TextureHandle>>,
}

impl Pictures {
    /// Lets go of all of them: they may have changed.
    pub(super) fn forget(&mut self) {
        self.by_exercise.clear();
    }

    /// Reads the picture of an exercise that is written in the file `home`, once.
    ///
    /// # Errors
    ///
    /// As [`picture::load`], the first time.
    pub(super) fn load(&mut self, ctx: &Context, exercise: &Exercise, home: &Path) -> Result<(), StoreError> {
        let Some(name) = exercise.picture.as_deref().filter(|_| !self.by_exercise.contains_key(&exercise.id))
        else {
            return Ok(());
        };
        let folder = home.parent().unwrap_or(Path::new(""));
        let read = picture::load(folder, name).map(|image| {
            let image = picture::at_most(image, ctx.input(|input| input.max_texture_side) as u32);
            let size = [image.width() as usize, image.height() as usize];
            let pixels = ColorImage::from_rgba_unmultiplied(size, image.as_raw());
            ctx.load_texture(&exercise.id, pixels, TextureOptions::LINEAR)
        });
        let (texture, outcome) = match read {
            Ok(texture) => (Some(texture), Ok(())),
            Err(error) => (None, Err(error)),
        };
        self.by_exercise.insert(exercise.id.clone(), texture);
        outcome
    }

    /// The picture of an exercise, where it has one and it has been read.
    pub(super) fn of(&self, exercise: &Exercise) -> Option<SizedTexture> {
        self.by_exercise.get(&exercise.id)?.as_ref().map(SizedTexture::from_handle)
    }
}
