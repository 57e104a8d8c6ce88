//! A name short enough to stand inside a sentence.

/// The name, or as much of it as `most` letters hold.
#[must_use]
pub fn brief(name: &str, most: usize) -> String {
    let name = name.trim();
    match name.char_indices().nth(most) {
        None => name.to_owned(),
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::brief;

    #[test]
    fn what_is_short_stays_and_what_is_long_ends_in_dots() {
        assert_eq!(brief(" Évening ", 7), "Évening");
        assert_eq!(brief("Évening stretch", 8), "Évening…");
    }
}
