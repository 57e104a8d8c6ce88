//! Pictures for whoever draws: `cargo xtask contact-sheet` and `cargo xtask guide-pictures`. The
//! tests have all that draws; these commands run the ones that write pictures.

use crate::command::{self, cargo};
use crate::failure::Failure;
use crate::install;
use crate::machine::Machine;
use crate::packages;

/// Lays out motions at six times and from three sides, each on a sheet in `target/sheets`: those
/// with these ids, or all.
///
/// # Errors
/// When no exercise has an id, or they cannot be drawn.
pub(crate) fn contact_sheet(ids: &[String]) -> Result<(), Failure> {
    let exercises = command::root().join("assets/exercises");
    // An id is a name, never a path.
    let is_there = |id: &str| !id.contains(['/', '\\', '.']) && exercises.join(format!("{id}.ron")).is_file();
    if let Some(unknown) = ids.iter().find(|id| !is_there(id)) {
        return Err(Failure::usage(format!("no shipped exercise has the id `{unknown}`")));
    }
    draw("figure::pictures::contact_sheet", &ids.join(" "))?;
    let folder = command::root().join("target/sheets");
    println!("{} in {}", if ids.is_empty() { "All sheets are" } else { "The sheets are" }, folder.display());
    Ok(())
}

/// Draws the pictures of the guide to exercise files anew, into `assets/guide`.
///
/// # Errors
/// When they cannot be drawn.
pub(crate) fn guide_pictures() -> Result<(), Failure> {
    draw("guide::draw_the_pictures", "")?;
    println!("The pictures are in {}", command::root().join("assets/guide").display());
    Ok(())
}

/// Runs the test that draws.
fn draw(test: &str, ids: &str) -> Result<(), Failure> {
    if cfg!(target_os = "linux") {
        install::ensure(&Machine::look(), &packages::BUILD)?;
    }
    let args = ["test", "--quiet", "--locked", "--test", "it", test, "--", "--exact", "--ignored"];
    let drawn = command::status(cargo(&args).env("SHEET", ids).current_dir(command::root()))?;
    if drawn.success() { Ok(()) } else { Err(Failure::check("the pictures could not be drawn")) }
}
