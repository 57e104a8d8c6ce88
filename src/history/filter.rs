//! Which sessions are looked at.

/// How far back one looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Period {
    /// Four weeks and today.
    FourWeeks,
    /// Thirteen weeks.
    Quarter,
    /// Fifty-three weeks.
    #[default]
    Year,
    /// Everything.
    All,
}

impl Period {
    /// All of them, the shortest first.
    pub const ALL: [Self; 4] = [Self::FourWeeks, Self::Quarter, Self::Year, Self::All];

    /// How many weeks, the one under way included; `None` for all there are.
    #[must_use]
    pub fn weeks(self) -> Option<u32> {
        match self {
            Self::FourWeeks => Some(4),
            Self::Quarter => Some(13),
            Self::Year => Some(53),
            Self::All => None,
        }
    }
}

/// Which sessions are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// How far back.
    pub period: Period,
    /// Only those of the routine with this id.
    pub routine: Option<String>,
}
