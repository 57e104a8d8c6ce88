//! "Did you mean": the known word closest to a mistyped one.

/// The candidate nearest to `word`, if one is near enough to be what was meant: about one slip in
/// three letters.
///
/// ```
/// use unhunch::catalog::nearest;
/// assert_eq!(nearest("cat-cwo", ["cat-cow", "childs-pose"]), Some("cat-cow"));
/// assert_eq!(nearest("swimming", ["cat-cow", "childs-pose"]), None);
/// ```
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Comparing costs length times length, and no name is this long.
    const LONGEST: usize = 100;
    let letters = word.chars().count();
    if letters > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let slips = |candidate: &str| strsim::damerau_levenshtein(&word, &candidate.to_lowercase());
    candidates
        .into_iter()
        .map(|candidate| (slips(candidate), candidate))
        .filter(|(slips, candidate)| *slips * 3 <= letters.max(candidate.chars().count()))
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, candidate)| candidate)
}
