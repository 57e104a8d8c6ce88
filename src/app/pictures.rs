//! The still pictures that stand in for motions, on the graphics card.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use egui::load::SizedTexture;
use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use super::notices::Topic;
use super::state::State;
use crate::model::Exercise;
use crate::store::{StoreError, picture};

/// How many are kept: what shows, what comes next, and a few of those before.
const KEPT: usize = 6;

/// The longer side of a picture on a card, in pixels.
const CARD_SIDE: u32 = 384;

/// The pictures read last, by exercise, latest used last; `None` where one cannot be shown.
#[derive(Default)]
pub(super) struct Pictures {
    kept: Vec<(String, Option<TextureHandle>)>,
}

impl Pictures {
    /// Lets go of all of them: they may have changed.
    pub(super) fn forget(&mut self) {
        self.kept.clear();
    }

    /// Reads the picture of an exercise that is written in the file `home`, once.
    ///
    /// # Errors
    ///
    /// As [`picture::load`], the first time.
    fn load(&mut self, ctx: &Context, exercise: &Exercise, home: &Path) -> Result<(), StoreError> {
        if let Some(index) = self.kept.iter().position(|(id, _)| *id == exercise.id) {
            let used = self.kept.remove(index);
            self.kept.push(used);
            return Ok(());
        }
        let side = ctx.input(|input| input.max_texture_side) as u32;
        let (texture, outcome) = match read(ctx, exercise, home, side) {
            Ok(texture) => (Some(texture), Ok(())),
            Err(error) => (None, Err(error)),
        };
        if self.kept.len() >= KEPT {
            self.kept.remove(0);
        }
        self.kept.push((exercise.id.clone(), texture));
        outcome
    }

    /// The picture of an exercise, where it has one and it has been read.
    pub(super) fn of(&self, exercise: &Exercise) -> Option<SizedTexture> {
        exercise.picture.as_ref()?;
        let (_, texture) = self.kept.iter().find(|(id, _)| *id == exercise.id)?;
        texture.as_ref().map(SizedTexture::from_handle)
    }
}

fn read(ctx: &Context, exercise: &Exercise, home: &Path, side: u32) -> Result<TextureHandle, StoreError> {
    let folder = home.parent().unwrap_or(Path::new(""));
    let image = picture::load(folder, exercise.picture.as_deref().unwrap_or_default())?;
    let image = picture::at_most(image, side);
    let size = [image.width() as usize, image.height() as usize];
    let pixels = ColorImage::from_rgba_unmultiplied(size, image.as_raw());
    Ok(ctx.load_texture(&exercise.id, pixels, TextureOptions::LINEAR))
}

impl State {
    /// Makes the still pictures ready that are about to be shown.
    pub(super) fn load_pictures(&mut self, ctx: &Context, now: Duration) {
        let mut shown: Vec<Arc<Exercise>> = self.exercises.shown().cloned().into_iter().collect();
        if let Some(moment) = self.run().and_then(|run| run.moment(now)) {
            let stances = [&moment.movement.from, &moment.movement.to];
            let next = moment.next.iter().filter_map(|next| next.entry.exercise.clone());
            shown.extend(stances.into_iter().filter_map(|stance| stance.exercise.clone()).chain(next));
        }
        for exercise in shown.iter().filter(|exercise| exercise.picture.is_some()) {
            let Some(home) = self.content.picture_homes.get(&exercise.id) else { continue };
            if let Err(error) = self.pictures.load(ctx, exercise, home) {
                self.notices.say(Topic::File(home.clone()), error.to_string());
            }
        }
        if let Some(exercise) = self.exercises.picture_wanted() {
            self.load_card(ctx, &exercise);
        }
    }

    fn load_card(&mut self, ctx: &Context, exercise: &Arc<Exercise>) {
        let home = self.content.picture_homes.get(&exercise.id);
        match home.map(|home| (home, read(ctx, exercise, home, CARD_SIDE))) {
            Some((_, Ok(picture))) => self.exercises.take_picture(exercise, picture),
            Some((home, Err(error))) => {
                self.notices.say(Topic::File(home.clone()), error.to_string());
                self.exercises.take_figure(exercise, &mut self.stage);
            }
            None => self.exercises.take_figure(exercise, &mut self.stage),
        }
    }
}
