//! The guided track of a routine as a WAV file.

use std::io::{BufWriter, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use atomic_write_file::AtomicWriteFile;

use super::chime::Chimes;
use super::limiter::limit;
use super::mix::{Levels, Mix};
use super::renderer::Renderer;
use super::score::Score;

/// Frames a second of an exported track.
pub const WAV_RATE: u32 = 48_000;

/// Frames rendered at a time.
const BLOCK: usize = 4096;

/// Why a guided track was not written.
#[derive(Debug, thiserror::Error)]
pub enum WavError {
    /// The file could not be written; nothing was left behind, and an older file is untouched.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// Where it was to go.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A WAV file holds at most 4 GiB.
    #[error("the session is too long for a WAV file: {minutes} minutes, and {most} fit")]
    TooLong {
        /// Length of the session.
        minutes: u64,
        /// The most that fits.
        most: u64,
    },
}

/// The whole track as 16-bit samples, in blocks. The volume of all sound is left to whoever plays
/// it; the volumes of single kinds are part of what it says.
pub fn guided_track(score: Arc<Score>, mix: &Mix) -> impl Iterator<Item = Vec<i16>> {
    let renderer = Renderer::new(Arc::new(Chimes::new(score.rate)), score);
    let end = renderer.end();
    let levels = Levels::at(mix);
    (0..end).step_by(BLOCK).map(move |first| {
        let mut block = vec![0.0; (end - first).min(BLOCK as u64) as usize];
        renderer.add(first, &(0..u64::MAX), &levels, &mut block);
        block.into_iter().map(|sample| to_i16(limit(sample))).collect()
    })
}

/// Writes the track as mono 16-bit PCM at the score's rate. The file appears whole or not at all.
///
/// # Errors
/// When the session does not fit into a WAV file, or the file cannot be written.
pub fn write_guided_track(score: Arc<Score>, mix: &Mix, path: &Path) -> Result<(), WavError> {
    refuse_too_long(&score)?;
    let failed = |source| WavError::Write { path: path.to_owned(), source };
    let file = AtomicWriteFile::open(path).map_err(failed)?;
    write_samples(score, mix, BufWriter::new(file.as_file())).map_err(failed)?;
    file.commit().map_err(failed)
}

fn refuse_too_long(score: &Score) -> Result<(), WavError> {
    // Room for the header and for the last chime to ring out.
    let most_frames = u64::from(u32::MAX) / 2 - 10 * u64::from(score.rate);
    let minutes = |frames: u64| frames / (60 * u64::from(score.rate.max(1)));
    if score.total_frames() > most_frames {
        let (minutes, most) = (minutes(score.total_frames()), minutes(most_frames));
        return Err(WavError::TooLong { minutes, most });
    }
    Ok(())
}

fn write_samples(score: Arc<Score>, mix: &Mix, out: impl Write + Seek) -> std::io::Result<()> {
    let spec = hound::WavSpec {
        channels: 1,
        sample_rate: score.rate,
        bits_per_sample: 16,
        sample_format: hound::SampleFormat::Int,
    };
    let mut wav = hound::WavWriter::new(out, spec).map_err(io_error)?;
    for block in guided_track(score, mix) {
        for sample in block {
            wav.write_sample(sample).map_err(io_error)?;
        }
    }
    wav.finalize().map_err(io_error)
}

fn to_i16(sample: f32) -> i16 {
    (sample * f32::from(i16::MAX)).round() as i16
}

fn io_error(error: hound::Error) -> std::io::Error {
    match error {
        hound::Error::IoError(error) => error,
        other => std::io::Error::other(other),
    }
}
