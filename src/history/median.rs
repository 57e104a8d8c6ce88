//! The middle of a few numbers.

/// Twice the median, so that the middle between two numbers is whole; `None` of nothing.
pub(super) fn median_x2(numbers: &[u8]) -> Option<u16> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    let last = sorted.len().checked_sub(1)?;
    Some(u16::from(sorted[last / 2]) + u16::from(sorted[last.div_ceil(2)]))
}

#[cfg(test)]
mod tests {
    use super::median_x2;

    #[test]
    fn is_the_middle_or_lies_between_the_two_in_it() {
        for (numbers, expected) in [
            (&[][..], None),
            (&[4], Some(8)),
            (&[9, 1], Some(10)),
            (&[7, 0, 3], Some(6)),
            (&[5, 2, 1, 2], Some(4)),
        ] {
            assert_eq!(median_x2(numbers), expected, "{numbers:?}");
        }
    }
}
