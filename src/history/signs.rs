//! The signs that call for a professional and hold for the person, by what they said last of each.

use std::collections::BTreeMap;

use crate::model::{Remark, Said, Stamp};

/// The ids of the signs that hold after these remarks, and since when each does.
#[must_use]
pub fn signs<'a>(remarks: impl IntoIterator<Item = &'a Remark>) -> BTreeMap<&'a str, Stamp> {
    let mut signs = BTreeMap::new();
    for remark in remarks {
        match &remark.said {
            Said::Sign(id) => {
                signs.entry(id.as_str()).or_insert(remark.at);
            }
            Said::NoSign(id) => {
                signs.remove(id.as_str());
            }
            Said::Reviewed(_) | Said::Heard(_) => {}
        }
    }
    signs
}
