//! A sum over a row, to tell that it is the one that was written.

use rusqlite::Row;
use rusqlite::types::ValueRef;

use super::error::Trouble;

/// A sum over values in their order. Any one of them changed, it is another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum(u64);

impl Sum {
    pub(super) const fn new() -> Self {
        Self(0x9ae1_6a3b_2f90_404f)
    }

    /// Adds eight bytes. Each step can be undone, so that a word that differs is never forgotten.
    fn word(&mut self, word: u64) {
        let mixed = (self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 29);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.word(bytes.len() as u64 | 1 << 63);
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.word(u64::from_le_bytes(word));
        }
    }

    pub(super) fn add(&mut self, value: ValueRef<'_>) {
        match value {
            ValueRef::Null => self.word(u64::MAX),
            ValueRef::Integer(number) => {
                self.word(1);
                self.word(number as u64);
            }
            ValueRef::Real(number) => self.word(number.to_bits()),
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => self.bytes(bytes),
        }
    }

    pub(super) fn number(self) -> i64 {
        self.0 as i64
    }

    /// The sum of a text.
    pub(super) fn of_text(text: &str) -> i64 {
        over_values(&[ValueRef::Text(text.as_bytes())])
    }
}

/// The sum over values in their order.
pub(super) fn over_values(values: &[ValueRef<'_>]) -> i64 {
    let mut sum = Sum::new();
    for value in values {
        sum.add(*value);
    }
    sum.number()
}

/// The sum over the first `columns` of a row.
pub(super) fn over(row: &Row<'_>, columns: usize) -> Result<i64, Trouble> {
    let mut sum = Sum::new();
    for at in 0..columns {
        sum.add(row.get_ref(at)?);
    }
    Ok(sum.number())
}

/// Holds a row against its sum, which is its last column, the one at `columns`.
pub(super) fn check(row: &Row<'_>, columns: usize, what: &str) -> Result<(), Trouble> {
    if over(row, columns)? == row.get::<_, i64>(columns)? {
        Ok(())
    } else {
        Err(Trouble::Damage(format!("{what} is not as it was written")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_change_changes_the_sum() {
        let base = [ValueRef::Integer(7), ValueRef::Null, ValueRef::Text(b"neck-turn and more")];
        let sum = |values: &[ValueRef<'_>]| {
            let mut sum = Sum::new();
            for value in values {
                sum.add(*value);
            }
            sum.number()
        };
        let others: [&[ValueRef<'_>]; 6] = [
            &[ValueRef::Integer(6), base[1], base[2]],
            &[base[0], ValueRef::Integer(0), base[2]],
            &[base[0], base[1], ValueRef::Text(b"neck-turn and morE")],
            &[base[0], base[1], ValueRef::Text(b"neck-turn and more\0")],
            &[base[1], base[0], base[2]],
            &base[..2],
        ];
        for other in others {
            assert_ne!(sum(&base), sum(other), "{other:?}");
        }
    }
}
