//! Integration tests, by topic.

mod audio;
mod audio_measure;
#[cfg(target_os = "linux")]
mod pulse;
