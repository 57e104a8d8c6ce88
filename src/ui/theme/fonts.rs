//! The typeface: Atkinson Hyperlegible Next in three weights, its monospaced sister, numerals of equal width, and icons.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

/// A weight or kind of glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Running text.
    Regular,
    /// Names and buttons.
    SemiBold,
    /// Headings.
    Bold,
    /// Numbers that run, in running text.
    Numerals,
    /// Numbers that run, large.
    NumeralsBold,
    /// Text of files: all glyphs of one width.
    Mono,
    /// Icons as lines.
    Icons,
    /// Icons as solid shapes.
    IconsFill,
}

/// The names of the families, made once: a family is asked for many times a frame.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Families {
    semibold: Arc<str>,
    bold: Arc<str>,
    numerals: Arc<str>,
    numerals_bold: Arc<str>,
    icons: Arc<str>,
    icons_fill: Arc<str>,
}

impl Default for Families {
    fn default() -> Self {
        Self {
            semibold: "semibold".into(),
            bold: "bold".into(),
            numerals: "numerals".into(),
            numerals_bold: "numerals-bold".into(),
            icons: "icons".into(),
            icons_fill: "icons-fill".into(),
        }
    }
}

impl Families {
    pub(super) fn of(&self, face: Face) -> FontFamily {
        let name = match face {
            Face::Regular => return FontFamily::Proportional,
            Face::Mono => return FontFamily::Monospace,
            Face::SemiBold => &self.semibold,
            Face::Bold => &self.bold,
            Face::Numerals => &self.numerals,
            Face::NumeralsBold => &self.numerals_bold,
            Face::Icons => &self.icons,
            Face::IconsFill => &self.icons_fill,
        };
        FontFamily::Name(name.clone())
    }
}

const FONTS: [(&str, &[u8]); 8] = [
    ("regular", include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf")),
    ("semibold", include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf")),
    ("bold", include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf")),
    ("numerals", include_bytes!("../../../assets/fonts/Numerals-Regular.ttf")),
    ("numerals-bold", include_bytes!("../../../assets/fonts/Numerals-Bold.ttf")),
    ("mono", include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleMono-Regular.ttf")),
    ("icons", include_bytes!("../../../assets/icons/Phosphor-Bold-subset.ttf")),
    ("icons-fill", include_bytes!("../../../assets/icons/Phosphor-Fill-subset.ttf")),
];

/// Which fonts each family looks through, in order. Text falls back to icons, so that an arrow can
/// stand inside a sentence.
const FAMILIES: [(&str, &[&str]); 6] = [
    ("semibold", &["semibold", "icons"]),
    ("bold", &["bold", "icons"]),
    ("numerals", &["numerals", "regular", "icons"]),
    ("numerals-bold", &["numerals-bold", "bold", "icons"]),
    ("icons", &["icons", "regular"]),
    ("icons-fill", &["icons-fill", "regular"]),
];

/// All fonts and families.
pub(super) fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    for (name, bytes) in FONTS {
        let mut font = FontData::from_static(bytes);
        if name.starts_with("icons") {
            // Phosphor draws within its em box; text of the same size has its middle higher.
            font = font.tweak(FontTweak { y_offset_factor: 0.04, ..FontTweak::default() });
        }
        definitions.font_data.insert(name.to_owned(), Arc::new(font));
    }
    let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
    definitions.families.insert(FontFamily::Proportional, owned(&["regular", "icons"]));
    definitions.families.insert(FontFamily::Monospace, owned(&["mono", "regular", "icons"]));
    for (family, names) in FAMILIES {
        definitions.families.insert(FontFamily::Name(family.into()), owned(names));
    }
    definitions
}
