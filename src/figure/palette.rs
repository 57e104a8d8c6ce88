//! The colours of the figure and its props, by name.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// A colour with its opacity, `#RRGGBB` or `#RRGGBBAA` in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgba(pub [u8; 4]);

impl Rgba {
    /// This colour mixed with `share` of another; opacity stays.
    #[must_use]
    pub fn mixed(self, other: Self, share: f32) -> Self {
        let share = share.clamp(0.0, 1.0);
        let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
        let ([r, g, b, a], [or, og, ob, _]) = (self.0, other.0);
        Self([mix(r, or), mix(g, og), mix(b, ob), a])
    }

    /// This colour at `share` of its opacity.
    #[must_use]
    pub fn faded(self, share: f32) -> Self {
        let [r, g, b, a] = self.0;
        Self([r, g, b, (f32::from(a) * share.clamp(0.0, 1.0)).round() as u8])
    }
}

impl<'de> Deserialize<'de> for Rgba {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = || D::Error::custom(format!("\"{text}\" is no colour; write it as \"#RRGGBB\""));
        let digits = text.strip_prefix('#').ok_or_else(wrong)?;
        if !matches!(digits.len(), 6 | 8) || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(wrong());
        }
        let mut channels = [255; 4];
        for (index, channel) in channels.iter_mut().enumerate().take(digits.len() / 2) {
            *channel = u8::from_str_radix(&digits[2 * index..2 * index + 2], 16).map_err(|_| wrong())?;
        }
        Ok(Self(channels))
    }
}

impl Serialize for Rgba {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [r, g, b, a] = self.0;
        let opaque = format!("#{r:02X}{g:02X}{b:02X}");
        serializer.serialize_str(&if a == 255 { opaque } else { format!("{opaque}{a:02X}") })
    }
}

/// The colours of the figure and its props.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Palette {
    /// What lies behind the figure; far limbs are mixed with it.
    pub paper: Rgba,
    /// Face, arms and feet.
    pub skin: Rgba,
    /// Their highlights.
    pub skin_light: Rgba,
    /// Their shaded places and the cheeks.
    pub skin_shade: Rgba,
    /// Their contour.
    pub skin_contour: Rgba,
    /// Hair.
    pub hair: Rgba,
    /// Its highlight.
    pub hair_light: Rgba,
    /// The shirt.
    pub top: Rgba,
    /// Its highlights.
    pub top_light: Rgba,
    /// Its shaded places.
    pub top_shade: Rgba,
    /// The trousers.
    pub trousers: Rgba,
    /// Their highlights.
    pub trousers_light: Rgba,
    /// Their shaded places.
    pub trousers_shade: Rgba,
    /// The contour of clothes and hair.
    pub contour: Rgba,
    /// The mat.
    pub mat: Rgba,
    /// Its edge.
    pub mat_edge: Rgba,
    /// The chair's seat and back.
    pub chair: Rgba,
    /// Where light falls on it.
    pub chair_light: Rgba,
    /// Its legs and shaded places.
    pub chair_shade: Rgba,
    /// The wall.
    pub wall: Rgba,
    /// The edge of the wall.
    pub wall_edge: Rgba,
    /// The frame of a door.
    pub door: Rgba,
    /// Where light falls on it.
    pub door_light: Rgba,
    /// Its shaded sides.
    pub door_shade: Rgba,
    /// The foam roller.
    pub roller: Rgba,
    /// Where light falls on it.
    pub roller_light: Rgba,
    /// Its grooves and its hollow.
    pub roller_shade: Rgba,
    /// Towel and blanket.
    pub cloth: Rgba,
    /// Where light falls on them.
    pub cloth_light: Rgba,
    /// Their stripes and folds.
    pub cloth_shade: Rgba,
    /// The yoga block.
    pub block: Rgba,
    /// Its top.
    pub block_light: Rgba,
    /// Its shaded side.
    pub block_shade: Rgba,
    /// Balls and resistance band.
    pub rubber: Rgba,
    /// Where light falls on them.
    pub rubber_light: Rgba,
    /// The heads of dumbbells.
    pub iron: Rgba,
    /// Where light falls on them.
    pub iron_light: Rgba,
    /// The handles of dumbbells.
    pub steel: Rgba,
    /// Where an exercise is felt.
    pub glow: Rgba,
    /// The shadow on the floor.
    pub shadow: Rgba,
    /// Arrows on still pictures.
    pub arrow: Rgba,
}

impl Palette {
    /// The colours on light paper, for pictures made without a window.
    ///
    /// # Panics
    /// Never: a test reads the same text.
    #[must_use]
    pub fn light() -> Self {
        /// What of a theme is the figure's.
        #[derive(Deserialize)]
        struct Theme {
            figure: Palette,
        }
        let theme: Theme = ron::from_str(include_str!("../../assets/theme/light.ron"))
            .expect("a test reads the shipped theme");
        theme.figure
    }
}
