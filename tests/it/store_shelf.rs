//! Own routines on a real disk: saved, kept in earlier versions, deleted and restored, and nothing
//! that anybody wrote is ever lost.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;
use unhunch::store::ron_text::{MAX_BYTES, read_routine};
use unhunch::store::shelf::file_stem;
use unhunch::store::{DataFolder, LiveContent, SaveError, Shelf, StoreError, Theirs, Watch, open_routine};

const DESK_BREAK: &str = include_str!("../../routines/desk-break.ron");

pub(crate) fn data_folder() -> (TempDir, DataFolder) {
    let temp = TempDir::new().unwrap();
    let folder = DataFolder::open(Some(temp.path().join("data"))).unwrap();
    folder.prepare().unwrap();
    (temp, folder)
}

fn named(id: &str) -> String {
    DESK_BREAK.replace("desk-break", id)
}

fn text_of(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn names_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn theirs(outcome: Result<unhunch::store::Saved, SaveError>) -> Theirs {
    match outcome {
        Err(SaveError::Changed { theirs, .. }) => theirs,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_new_routine_gets_a_file_of_its_own_and_further_saves_keep_the_version_before() {
    let (_temp, folder) = data_folder();
    let shelf = folder.shelf();
    let first = shelf.create("mine", &named("mine")).unwrap();
    assert_eq!((first.path.file_name().unwrap(), first.backup), ("mine.ron".as_ref(), None));
    assert!(shelf.create("mine", &named("mine")).unwrap().path.ends_with("mine-2.ron"));
    let (one, two) = (named("mine"), named("mine").replace("Five", "Six"));
    let saved = shelf.save(&first.path, &two, Some(&one)).unwrap();
    assert_eq!(text_of(&first.path), two);
    assert_eq!(text_of(&saved.backup.unwrap()), one);
    assert_eq!(shelf.save(&first.path, &two, Some(&two)).unwrap().backup, None);
    assert_eq!(names_in(&folder.root().join("backups")), ["mine-1.ron"]);
    let opened = open_routine(&first.path).unwrap();
    assert_eq!((opened.text, opened.routine.unwrap().routine.id), (two, "mine".to_owned()));
}

#[test]
fn what_something_else_wrote_is_never_overwritten() {
    let (_temp, folder) = data_folder();
    let shelf = folder.shelf();
    let path = shelf.create("mine", "(one)").unwrap().path;
    fs::write(&path, "(theirs)").unwrap();
    let found = theirs(shelf.save(&path, "(two)", Some("(one)")));
    assert!(matches!(&found, Theirs::Text(text) if text == "(theirs)"), "{found:?}");
    assert!(found.to_string().contains("changed by something else"));
    assert!(
        matches!(theirs(shelf.save(&path, "(two)", None)), Theirs::Text(_)),
        "nothing was expected there"
    );
    assert_eq!(text_of(&path), "(theirs)");
    fs::write(&path, [0xFF, 0xFE]).unwrap();
    assert!(matches!(theirs(shelf.save(&path, "(two)", Some("(one)"))), Theirs::Unreadable(_)));
    let kept = shelf.save_over(&path, "(two)").unwrap().backup.unwrap();
    assert_eq!((fs::read(kept).unwrap(), text_of(&path)), (vec![0xFF, 0xFE], "(two)".to_owned()));
    fs::remove_file(&path).unwrap();
    assert!(matches!(theirs(shelf.save(&path, "(three)", Some("(two)"))), Theirs::Gone));
    assert!(!path.exists());
    assert_eq!(shelf.save_over(&path, "(three)").unwrap().backup, None);
    // Both wrote the same: nobody loses anything.
    assert_eq!(shelf.save(&path, "(three)", Some("(two)")).unwrap().backup, None);
}

#[test]
fn the_newest_twenty_versions_are_kept_each_once() {
    let (_temp, folder) = data_folder();
    let shelf = folder.shelf();
    let path = shelf.create("a", "0").unwrap().path;
    // A routine whose name is the other's with a number.
    let other = shelf.create("a-7", "other").unwrap().path;
    shelf.save(&other, "changed", Some("other")).unwrap();
    for n in 1..=30 {
        shelf.save(&path, &n.to_string(), Some(&(n - 1).to_string())).unwrap();
    }
    let kept: Vec<String> = shelf.backups(&path).unwrap().iter().map(|path| text_of(path)).collect();
    assert_eq!(kept, (10..30).rev().map(|n| n.to_string()).collect::<Vec<_>>());
    assert_eq!(shelf.backups(&other).unwrap().len(), 1);
    // Back and forth: the version that is replaced is the newest backup already.
    fs::write(&path, "29").unwrap();
    assert_eq!(shelf.save(&path, "x", Some("29")).unwrap().backup, None);
}

#[test]
fn names_of_files_are_good_on_every_system() {
    for (id, stem) in [
        ("desk-break", "desk-break"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows", "c-windows"),
        ("con", "con-routine"),
        ("COM1", "com1-routine"),
        ("com10", "com10"),
        ("a.ron", "a-ron"),
        (" . ", "routine"),
        ("日本", "routine"),
        ("Über Uns", "ber-uns"),
    ] {
        assert_eq!(file_stem(id, "routine"), stem);
    }
    let long = file_stem(&"very-long-".repeat(40), "routine");
    assert!(long.len() <= 60 && !long.ends_with('-'));
    let (_temp, folder) = data_folder();
    assert!(folder.shelf().create(&"x".repeat(10_000), "()").unwrap().path.exists());
}

#[test]
fn what_was_deleted_comes_back() {
    let (_temp, folder) = data_folder();
    let shelf = folder.shelf();
    let whole = shelf.create("mine", &named("mine")).unwrap().path;
    let broken = shelf.create("broken", "(((").unwrap().path;
    let gone = shelf.trash(&whole).unwrap();
    shelf.trash(&broken).unwrap();
    assert_eq!(names_in(&shelf.routines()), [""; 0]);
    let trashed = shelf.trashed().unwrap();
    let told: Vec<_> = trashed.iter().map(|routine| (&*routine.name, routine.id.as_deref())).collect();
    assert_eq!(told, [("Five-minute desk break", Some("mine")), ("broken", None)]);
    assert_eq!(trashed[0].file, gone);
    for routine in &trashed {
        assert_eq!(shelf.restore(&routine.file).unwrap().new_id, None);
    }
    assert_eq!((text_of(&whole), text_of(&broken)), (named("mine"), "(((".to_owned()));
    assert!(shelf.trashed().unwrap().is_empty());
}

#[test]
fn the_trash_overwrites_nothing_and_ids_stay_apart() {
    let (_temp, folder) = data_folder();
    let shelf = folder.shelf();
    for _ in 0..3 {
        let path = shelf.create("mine", &format!("// kept\n{}", named("mine"))).unwrap().path;
        shelf.trash(&path).unwrap();
    }
    assert_eq!(names_in(&folder.root().join("trash")), ["mine-2.ron", "mine-3.ron", "mine.ron"]);
    let taken = shelf.create("other", &named("mine")).unwrap().path;
    let ids: Vec<_> = shelf
        .trashed()
        .unwrap()
        .iter()
        .map(|routine| shelf.restore(&routine.file).unwrap())
        .map(|restored| (restored.new_id, text_of(&restored.path)))
        .collect();
    for ((new_id, text), expected) in ids.iter().zip(["mine-2", "mine-3", "mine-4"]) {
        assert_eq!(new_id.as_deref(), Some(expected));
        assert_eq!(*text, format!("// kept\n{}", named(expected)));
    }
    let mut content = LiveContent::new(folder.content_folders());
    content.refresh();
    let own = content.own_content();
    assert_eq!(own.own_routine_path("mine"), Some(&*taken));
    assert_eq!(own.routine_homes().len(), 4);
    assert!(own.exercise_homes().is_empty());
    assert!(shelf.trash(Path::new("/nowhere/at-all.ron")).is_err());
}

#[test]
fn what_cannot_be_written_is_told_and_changes_nothing() {
    let (_temp, folder) = data_folder();
    let shelf = folder.shelf();
    let path = shelf.create("mine", "(one)").unwrap().path;
    let said = shelf.save(&path, &" ".repeat(MAX_BYTES + 1), Some("(one)")).unwrap_err().to_string();
    assert!(said.contains("mine.ron") && said.contains("too large"), "{said}");
    // A file in the place of the folder that backups are kept in.
    fs::write(folder.root().join("backups"), "in the way").unwrap();
    let said = shelf.save(&path, "(two)", Some("(one)")).unwrap_err().to_string();
    assert!(said.contains("backups") && said.contains("nothing was changed"), "{said}");
    assert_eq!(text_of(&path), "(one)");
    let nowhere = DataFolder::open(Some(folder.root().join("backups"))).unwrap();
    let said = nowhere.shelf().create("mine", "(one)").unwrap_err().to_string();
    assert!(said.contains("nothing can be saved in") && said.contains("--data-dir"), "{said}");
}

#[test]
#[cfg(unix)]
fn a_folder_that_is_read_only_is_told_and_changes_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let (_temp, folder) = data_folder();
    let shelf = folder.shelf();
    let path = shelf.create("mine", "(one)").unwrap().path;
    let allow = |folder: &Path, mode| fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
    allow(&shelf.routines(), 0o555);
    let may_write_anyway = fs::write(shelf.routines().join("probe"), "").is_ok();
    let outcome = shelf.save(&path, "(two)", Some("(one)"));
    allow(&shelf.routines(), 0o755);
    if !may_write_anyway {
        let said = outcome.unwrap_err().to_string();
        assert!(said.contains("cannot write") && said.contains("nothing was changed"), "{said}");
        assert_eq!(text_of(&path), "(one)");
        shelf.save(&path, "(two)", Some("(one)")).unwrap();
    }
    assert_eq!(text_of(&path), "(two)");
}

#[test]
fn a_lock_that_another_holds_is_worth_another_try_and_no_hang() {
    let (_temp, folder) = data_folder();
    let shelf = folder.shelf();
    let held = fs::File::create(folder.root().join(".lock")).unwrap();
    held.lock().unwrap();
    let error = shelf.create("mine", "(one)").unwrap_err();
    assert!(matches!(error, StoreError::Busy { .. }) && error.to_string().contains("try again"), "{error}");
    assert!(matches!(folder.drafts().open_new(None, None), Err(StoreError::Busy { .. })));
    drop(held);
    shelf.create("mine", "(one)").unwrap();
}

#[test]
fn a_window_that_follows_the_folder_hears_of_routines_alone() {
    let (_temp, folder) = data_folder();
    let shelf = folder.shelf();
    let path = shelf.create("mine", &named("mine")).unwrap().path;
    let watch = Watch::start(&[shelf.routines()], || {}).unwrap();
    shelf.save(&path, &named("my"), Some(&named("mine"))).unwrap();
    fs::write(shelf.routines().join(".half-written.ron"), "(").unwrap();
    let changed = watch.wait(Duration::from_secs(20));
    // Some systems name the folder too.
    let files: Vec<&PathBuf> = changed.iter().filter(|path| !path.ends_with("routines")).collect();
    assert!(!files.is_empty() && files.iter().all(|file| file.ends_with("mine.ron")), "{files:?}");
    let own = folder.load_content();
    assert_eq!((own.routines.len(), own.problems), (1, Vec::new()));
}

pub(crate) fn shelf_at(root: &Path) -> Shelf {
    DataFolder::open(Some(root.to_owned())).unwrap().shelf()
}

#[test]
fn the_text_of_a_routine_can_be_read_by_its_own_reader() {
    let (_temp, folder) = data_folder();
    let path = folder.shelf().create("mine", &named("mine")).unwrap().path;
    assert_eq!(read_routine(&text_of(&path)).unwrap(), open_routine(&path).unwrap().routine.unwrap().routine);
    fs::write(&path, "(version: 1,").unwrap();
    let broken = open_routine(&path).unwrap();
    assert_eq!(broken.text, "(version: 1,");
    assert!(broken.routine.unwrap_err().message.contains("ends too early"));
    assert!(open_routine(&folder.root().join("none.ron")).is_err());
}
