//! `unhunch new exercise`: a file to start from, explained line by line, which already moves.

use std::io::Write;

use super::content::Content;
use super::failure::Failure;
use crate::store::{DataFolder, files::write_new_text};

/// An exercise with every field explained. It parses as it stands.
const TEMPLATE: &str = include_str!("../../assets/templates/exercise.ron");
const TEMPLATE_ID: &str = "my-exercise";
const TEMPLATE_NAME: &str = "\"My exercise\"";

/// Longer ids make names of files that some systems refuse.
const MOST_LETTERS: usize = 60;

/// Writes the template under this name into the data folder, and says what to do with it.
pub(super) fn run(
    name: &str,
    content: &Content,
    folder: &DataFolder,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let name = name.trim();
    let Some(id) = id_of(name) else {
        return Err(Failure::Input(format!("“{name}” has no letter or digit to make an id of")));
    };
    let path = folder.content_folders().exercises.join(format!("{id}.ron"));
    if content.catalog.exercise(&id).is_some() && !path.exists() {
        return Err(Failure::Input(format!("there is an exercise “{id}” already; give yours another name")));
    }
    let text = filled_in(&id, name);
    write_new_text(&path, &text)?;
    writeln!(out, "{}", path.display())?;
    writeln!(
        out,
        "Open it in an editor and run `unhunch --watch`: the window follows as you save.\n\
         `unhunch check` with the file's name says what is wrong with it, and\n\
         `unhunch export picture {id} {id}.png` draws it."
    )?;
    Ok(())
}

/// Lower-case letters and digits, with single dashes in place of everything else.
fn id_of(name: &str) -> Option<String> {
    let mut id = String::new();
    for letter in name.chars().flat_map(char::to_lowercase).take(MOST_LETTERS) {
        if letter.is_alphanumeric() {
            id.push(letter);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    (!id.is_empty()).then(|| id.to_owned())
}

fn filled_in(id: &str, name: &str) -> String {
    // Rust's way to write text is one of RON's.
    TEMPLATE.replace(TEMPLATE_ID, id).replacen(TEMPLATE_NAME, &format!("{name:?}"), 1)
}

#[cfg(test)]
mod tests {
    use super::{TEMPLATE, TEMPLATE_ID, TEMPLATE_NAME, filled_in, id_of};
    use crate::store::ron_text::read_exercise;

    #[test]
    fn ids_are_plain() {
        assert_eq!(id_of("Door-frame  Stretch, 2").as_deref(), Some("door-frame-stretch-2"));
        assert_eq!(id_of("../../etc/passwd").as_deref(), Some("etc-passwd"));
        assert_eq!(id_of("Öffnung").as_deref(), Some("öffnung"));
        assert_eq!(id_of(" -.- "), None);
        assert!(id_of(&"x".repeat(500)).is_some_and(|id| id.len() < 100));
    }

    #[test]
    fn any_name_keeps_the_file_readable() {
        assert!(TEMPLATE.contains(TEMPLATE_ID) && TEMPLATE.matches(TEMPLATE_NAME).count() == 1);
        for name in ["Plain", "\"quoted\" \\ and\nbroken", "e\u{301}\u{0}\u{202e}", "my-exercise"] {
            let exercise = read_exercise(&filled_in("an-id", name)).unwrap();
            assert_eq!((exercise.id.as_str(), exercise.name.as_str()), ("an-id", name));
        }
    }
}
