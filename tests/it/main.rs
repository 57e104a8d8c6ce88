//! Integration tests, by topic.

mod audio;
mod audio_measure;
