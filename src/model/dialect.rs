//! The RON dialect of every file a person may edit.

use ron::extensions::Extensions;

/// How RON is read and written: `8` where the data says "perhaps a number", and
/// `Step(exercise: "cat-cow")` without a second pair of brackets. No file needs a header for it.
#[must_use]
pub fn ron_dialect() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
}
