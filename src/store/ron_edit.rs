//! A change to one field of a text that leaves every other character as it is.

use super::ron_tree::{Part, tree};
use crate::model::ron_dialect;

/// The text with another id in its field `id`; nothing where it has no such field.
pub(super) fn with_id(text: &str, id: &str) -> Option<String> {
    let value = tree(text)?;
    let Part::Token(old) = value.group()?.field("id")?.parts.last()? else { return None };
    let new = ron_dialect().to_string(id).ok()?;
    Some(format!("{}{new}{}", &text[..old.at], &text[old.at + old.text.len()..]))
}

#[cfg(test)]
mod tests {
    use super::with_id;

    #[test]
    fn only_the_id_changes() {
        let text = "// id: \"a\"\n(version: 1, /* id */ id: \"a\" , name: \"id: \\\"a\\\"\")";
        let new = with_id(text, "b\"c").unwrap();
        assert_eq!(new, "// id: \"a\"\n(version: 1, /* id */ id: \"b\\\"c\" , name: \"id: \\\"a\\\"\")");
        assert_eq!(with_id("(version: 1)", "b"), None);
        assert_eq!(with_id("(", "b"), None);
    }
}
