//! The messages of one language, read from the embedded Fluent files.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/locales");

/// The language every key exists in.
const BASE: &str = "en";

/// A value put into a message.
pub type Arg<'a> = FluentValue<'a>;

/// The words of one language, with English behind them for what is not translated yet.
pub struct Words {
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Words {
    /// The words of a language tag such as `"en"` or `"de-AT"`; English where there are none.
    #[must_use]
    pub fn new(lang: &str) -> Self {
        let wanted: LanguageIdentifier = lang.parse().unwrap_or_default();
        let mut bundles = Vec::new();
        for id in [wanted.to_string(), wanted.language.to_string(), BASE.to_owned()] {
            if bundles.iter().all(|(have, _)| *have != id)
                && let Some(bundle) = read_bundle(&id, &wanted)
            {
                bundles.push((id, bundle));
            }
        }
        Self { bundles: bundles.into_iter().map(|(_, bundle)| bundle).collect() }
    }

    /// The words for a key; the key itself where nobody wrote any.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The words for a key, with values put in.
    ///
    /// ```
    /// use unhunch::text::Words;
    /// assert_eq!(Words::new("en").with("minutes", &[("n", 5.into())]), "5 min");
    /// ```
    #[must_use]
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.format(key, args).map_or_else(|| key.to_owned(), |(text, _)| text)
    }

    /// The words and what went wrong in putting the values in, or `None` for an unknown key.
    pub(crate) fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<(String, Vec<FluentError>)> {
        let (bundle, pattern) = self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            Some((bundle, pattern))
        })?;
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        Some((text, errors))
    }
}

fn read_bundle(folder: &str, lang: &LanguageIdentifier) -> Option<FluentBundle<FluentResource>> {
    let files = LOCALES.get_dir(folder)?;
    let mut bundle = FluentBundle::new_concurrent(vec![lang.clone()]);
    // The marks around inserted text have no glyph in the typeface, and nothing here mixes directions.
    bundle.set_use_isolating(false);
    for file in files.files() {
        let source = file.contents_utf8()?.to_owned();
        let resource = FluentResource::try_new(source).unwrap_or_else(|(readable, errors)| {
            log::error!("{}: {errors:?}", file.path().display());
            readable
        });
        bundle.add_resource_overriding(resource);
    }
    Some(bundle)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use fluent_bundle::FluentResource;

    use super::{LOCALES, Words};

    #[test]
    fn unknown_keys_and_languages_still_give_words() {
        assert_eq!(Words::new("en").get("no-such-key"), "no-such-key");
        assert_eq!(Words::new("tlh").get("act-pause"), "Pause");
        assert_eq!(Words::new("\u{0}not a tag").get("act-pause"), "Pause");
    }

    #[test]
    fn can_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Words>();
    }

    #[test]
    fn every_file_parses_and_no_key_is_written_twice() {
        let mut seen = BTreeMap::new();
        for file in LOCALES.get_dir("en").unwrap().files() {
            let source = file.contents_utf8().unwrap();
            FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| errors).unwrap();
            for key in keys_of(source) {
                assert_eq!(seen.insert(key, file.path()), None, "{key} is written twice");
            }
        }
        assert!(seen.len() > 100);
    }

    /// The keys of a Fluent file: what stands left of the first `=` of a line that is not indented.
    fn keys_of(source: &str) -> impl Iterator<Item = &str> {
        source.lines().filter(|line| !line.starts_with([' ', '#', '}', '['])).filter_map(|line| {
            let (key, _) = line.split_once('=')?;
            Some(key.trim())
        })
    }
}
