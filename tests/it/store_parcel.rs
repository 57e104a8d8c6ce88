//! A routine as a single file: what is packed arrives, and what arrives from anywhere harms nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Cursor;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use tempfile::TempDir;
use unhunch::catalog::Catalog;
use unhunch::engine::{Options, compile};
use unhunch::model::{Block, Carried, CarriedPicture, CommentedRoutine, Exercise, Routine, Severity, Step};
use unhunch::store::parcel::{Arrival, Choice, PackError, Packed, Standing, Wishes, pack};
use unhunch::store::ron_layout::{write_commented, write_exercise};
use unhunch::store::ron_text::{MAX_BYTES, read_exercise, read_routine};
use unhunch::store::{DataFolder, SaveError, picture};

use super::store_shelf::data_folder;

/// One side of the sending: a data folder and the catalogue made from it.
struct Side {
    _temp: TempDir,
    folder: DataFolder,
}

impl Side {
    fn new() -> Self {
        let (temp, folder) = data_folder();
        Self { _temp: temp, folder }
    }

    fn catalog(&self) -> Catalog {
        let mut catalog = Catalog::builtin();
        assert_eq!(catalog.merge(self.folder.load_content()), []);
        catalog
    }

    fn own(&self, exercise: &Exercise) -> &Self {
        let path = self.folder.content_folders().exercises.join(format!("{}.ron", exercise.id));
        fs::write(path, write_exercise(exercise, "").unwrap()).unwrap();
        self
    }

    fn picture(&self, name: &str, side: u32) -> &Self {
        let noise = RgbaImage::from_fn(side, side, |x, y| {
            let n = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503).wrapping_mul(x | 1)) >> 7;
            Rgba([n as u8, (n >> 8) as u8, (n >> 16) as u8, 255])
        });
        let path = self.folder.content_folders().exercises.join(name);
        DynamicImage::from(noise).into_rgb8().save(path).unwrap();
        self
    }

    fn pack(&self, routine: &CommentedRoutine) -> Result<Packed, PackError> {
        let own = self.folder.load_content();
        let ids: BTreeSet<String> = own.exercise_homes().into_keys().collect();
        pack(routine, &self.catalog(), &own.picture_homes(), &ids)
    }

    fn arrival(&self, text: &str) -> Arrival {
        Arrival::of_text(text, &self.catalog(), &self.folder).unwrap()
    }

    fn accept(&self, arrival: &Arrival, routine: Choice, exercises: Choice) -> Routine {
        let wishes = Wishes { routine, exercises };
        let accepted = arrival.accept(wishes, &self.catalog(), &self.folder).unwrap();
        read_routine(&fs::read_to_string(accepted.saved.path).unwrap()).unwrap()
    }
}

fn exercise(id: &str, picture: Option<&str>) -> Exercise {
    let cat_cow = Exercise::clone(Catalog::builtin().exercise("cat-cow").unwrap());
    Exercise { id: id.to_owned(), name: format!("My {id}"), picture: picture.map(str::to_owned), ..cat_cow }
}

fn routine(id: &str, exercises: &[&str]) -> CommentedRoutine {
    let step = |id: &&str| Block::Step(Step { exercise: (*id).to_owned(), ..Step::default() });
    let blocks = exercises.iter().map(step).collect();
    CommentedRoutine {
        above: BTreeMap::from([(vec![0], "// Slowly.".to_owned())]),
        leading: "// From Ana.\n".to_owned(),
        routine: Routine { blocks, ..Routine::new(id, "For Ben") },
    }
}

fn ids(routine: &Routine) -> Vec<&str> {
    let id = |block: &'_ Block| match block {
        Block::Step(step) => step.exercise.clone(),
        other => panic!("{other:?}"),
    };
    let ids: Vec<String> = routine.blocks.iter().map(id).collect();
    ids.into_iter().map(|id| &*id.leak()).collect()
}

fn carrying(carried: Carried) -> String {
    let mut routine = routine("r", &["mine"]);
    routine.routine.carried = carried;
    write_commented(&routine).unwrap()
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbaImage::new(width, height).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn one_picture(path: &str, data: String) -> Carried {
    Carried {
        exercises: vec![exercise("mine", Some(path))],
        pictures: vec![CarriedPicture { path: path.to_owned(), data }],
    }
}

#[test]
fn what_is_packed_arrives_with_exercises_and_pictures() {
    let (ana, ben) = (Side::new(), Side::new());
    ana.own(&exercise("mine", Some("mine.png"))).own(&exercise("unused", None)).picture("mine.png", 900);
    let sent = ana.pack(&routine("for-ben", &["mine", "cat-cow", "mine"])).unwrap();
    assert!(sent.notes.is_empty(), "{:?}", sent.notes);
    assert!(sent.text.starts_with("// From Ana.\n(") && sent.text.contains("        // Slowly.\n"));
    // It runs from the file alone.
    let alone = read_routine(&sent.text).unwrap();
    let (timeline, diagnostics) = compile(&alone, &Catalog::builtin(), &Options::default());
    assert!(diagnostics.iter().all(|d| d.severity < Severity::Error), "{diagnostics:?}");
    assert!(timeline.entries.iter().any(|e| e.exercise.as_ref().is_some_and(|e| e.id == "mine")));

    let arrival = ben.arrival(&sent.text);
    assert_eq!(arrival.exercises.len(), 1);
    assert_eq!(arrival.exercises[0].standing, Standing::New);
    assert!(arrival.known.is_none() && arrival.problems.is_empty() && arrival.lost.is_empty());
    let accepted = ben.accept(&arrival, Choice::KeepBoth, Choice::KeepBoth);
    assert_eq!((ids(&accepted), &*accepted.id), (vec!["mine", "cat-cow", "mine"], "for-ben"));
    assert_eq!(accepted.carried, Carried::default());
    let own = ben.folder.load_content();
    assert_eq!(own.problems, []);
    let home = &own.picture_homes()["mine"];
    let name = own.exercises[0].value.picture.as_deref().unwrap();
    let seen = picture::load(home.parent().unwrap(), name).unwrap();
    assert_eq!((seen.width(), seen.height(), name), (640, 640, "mine.jpg"));
    let text = fs::read_to_string(own.own_routine_path("for-ben").unwrap()).unwrap();
    assert!(text.starts_with("// From Ana.\n(") && text.contains("        // Slowly.\n"));
    // The same again is nothing new.
    let again = ben.arrival(&sent.text);
    assert_eq!(again.exercises[0].standing, Standing::Same);
    assert!(again.known.as_ref().unwrap().is_same);
    ben.accept(&again, Choice::Replace, Choice::KeepBoth);
    assert_eq!(ben.folder.load_content().exercises.len(), 1);
    assert_eq!(ben.folder.load_content().routines.len(), 1);
    // And what Ben sends on is what he got.
    let on = ben.pack(&CommentedRoutine { ..routine("for-ben", &["mine", "cat-cow", "mine"]) }).unwrap();
    assert_eq!(read_routine(&on.text).unwrap().carried.pictures.len(), 1);
}

#[test]
fn what_has_the_same_id_and_is_another_keeps_apart() {
    let ben = Side::new();
    let theirs = Exercise { summary: "Another.".to_owned(), ..exercise("mine", None) };
    let shipped = Exercise { summary: "Another.".to_owned(), ..exercise("cat-cow", None) };
    ben.own(&exercise("mine", None));
    let mut sent = routine("desk-break", &["mine", "cat-cow"]);
    sent.routine.carried.exercises = vec![theirs, shipped];
    let arrival = ben.arrival(&write_commented(&sent).unwrap());
    let standings: Vec<Standing> = arrival.exercises.iter().map(|e| e.standing).collect();
    assert_eq!(standings, [Standing::DiffersFromOwn, Standing::DiffersFromShipped]);
    assert!(arrival.known.as_ref().unwrap().home.is_none(), "a shipped routine has the id");
    let both = ben.accept(&arrival, Choice::KeepBoth, Choice::KeepBoth);
    assert_eq!(
        (ids(&both), &*both.id, &*both.name),
        (vec!["mine-2", "cat-cow-2"], "desk-break-2", "For Ben (2)")
    );
    let catalog = ben.catalog();
    assert_eq!(catalog.exercise("mine").unwrap().summary, exercise("mine", None).summary);
    assert_eq!(catalog.exercise("mine-2").unwrap().summary, "Another.");
    assert_ne!(catalog.exercise("cat-cow").unwrap().summary, "Another.");
    // Taken in once more, the exercises that are there already are used.
    let third = ben.accept(&arrival, Choice::KeepBoth, Choice::KeepBoth);
    assert_eq!((ids(&third), &*third.id), (vec!["mine-2", "cat-cow-2"], "desk-break-3"));
    assert_eq!(ben.folder.load_content().exercises.len(), 3);
    // And in place of what is there, when asked.
    let replaced = ben.accept(&arrival, Choice::Replace, Choice::Replace);
    assert_eq!((ids(&replaced), &*replaced.id), (vec!["mine", "cat-cow"], "desk-break"));
    let catalog = ben.catalog();
    assert_eq!(catalog.exercise("mine").unwrap().summary, "Another.");
    assert_eq!(catalog.exercise("cat-cow").unwrap().summary, "Another.");
    let kept = ben.folder.root().join("backups/exercises/mine-1.ron");
    let before = read_exercise(&fs::read_to_string(kept).unwrap()).unwrap();
    assert_eq!(before.summary, exercise("mine", None).summary);
}

#[test]
fn a_newer_version_takes_the_place_of_the_one_that_was_seen_and_of_no_other() {
    let ben = Side::new();
    let shelf = ben.folder.shelf();
    let old = write_commented(&routine("r", &["cat-cow"])).unwrap();
    let path = shelf.create("r", &old).unwrap().path;
    let arrival = ben.arrival(&write_commented(&routine("r", &["childs-pose"])).unwrap());
    let wishes = Wishes { routine: Choice::Replace, exercises: Choice::KeepBoth };
    let meanwhile = old.replace("For Ben", "For me");
    fs::write(&path, &meanwhile).unwrap();
    let error = arrival.accept(wishes, &ben.catalog(), &ben.folder).unwrap_err();
    assert!(matches!(error, SaveError::Changed { .. }), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), meanwhile);
    fs::write(&path, &old).unwrap();
    let accepted = arrival.accept(wishes, &ben.catalog(), &ben.folder).unwrap();
    assert_eq!(accepted.saved.path, path);
    assert_eq!(fs::read_to_string(accepted.saved.backup.unwrap()).unwrap(), old);
}

#[test]
fn what_does_not_travel_is_told() {
    let ana = Side::new();
    ana.own(&exercise("lost", Some("gone.png"))).own(&exercise("out", Some("../../secret.png")));
    let mut asked = routine("r", &["lost", "out", "nowhere"]);
    asked.routine.defaults.breath = Some("calm".to_owned());
    let packed = ana.pack(&asked).unwrap();
    let said: Vec<String> = packed.notes.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 3, "{said:#?}");
    assert!(said[0].contains("“lost”") && said[0].contains("gone.png"), "{said:#?}");
    assert!(said[1].contains("“out”") && said[1].contains("own folder"), "{said:#?}");
    assert!(said[2].contains("“nowhere” is not known"), "{said:#?}");
    assert!(read_routine(&packed.text).unwrap().carried.exercises.iter().all(|e| e.picture.is_none()));
}

#[test]
fn too_much_to_send_is_refused_by_the_largest_part() {
    let ana = Side::new();
    let names: Vec<String> = (0..8).map(|n| format!("e{n}")).collect();
    for (n, name) in names.iter().enumerate() {
        ana.own(&exercise(name, Some(&format!("{name}.png"))));
        ana.picture(&format!("{name}.png"), if n == 5 { 640 } else { 560 });
    }
    let used: Vec<&str> = names.iter().map(String::as_str).collect();
    match ana.pack(&routine("r", &used)) {
        Err(error @ PackError::TooLarge { bytes, .. }) => {
            assert!(bytes > MAX_BYTES as u64);
            assert!(error.to_string().contains("the largest part is the picture “e5.jpg”"), "{error}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn hostile_pictures_are_left_out_and_told() {
    let ben = Side::new();
    let good = BASE64_STANDARD.encode(png(8, 8));
    let check = |path: &str, data: String, said: &str| {
        let arrival = ben.arrival(&carrying(one_picture(path, data)));
        let problem = arrival.problems.first().unwrap_or_else(|| panic!("{path} was let in")).to_string();
        assert!(problem.contains(said), "{path}: {problem}");
        assert_eq!(arrival.exercises[0].exercise.picture, None);
        ben.accept(&arrival, Choice::KeepBoth, Choice::KeepBoth);
    };
    for path in [
        "../evil.png",
        "/etc/evil.png",
        "C:evil.png",
        "a\\evil.png",
        "a/../../evil.png",
        "evil.exe",
        ".png",
        "",
        "a\nb.png",
    ] {
        check(path, good.clone(), "plain names");
    }
    check("a.png", "this is no base64!".to_owned(), "no base64");
    check("a.png", good[..good.len() - 7].to_owned(), "cut on the way");
    check("a.png", BASE64_STANDARD.encode(b"GIF89a\x01\0\x01\0"), "neither a PNG nor a JPEG");
    check("a.png", BASE64_STANDARD.encode(png(5000, 10)), "larger than 4096");
    check("a.png", BASE64_STANDARD.encode(&png(300, 300)[..60]), "damaged");
    let outside: Vec<_> = fs::read_dir(ben.folder.root()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(outside.iter().all(|name| name != "evil.png"), "{outside:?}");
    let written = fs::read_dir(ben.folder.content_folders().exercises).unwrap().flatten();
    assert!(written.map(|entry| entry.path()).all(|path| path.extension() == Some("ron".as_ref())));
}

#[test]
fn small_files_with_endless_pixels_are_refused_in_bounded_time() {
    let ben = Side::new();
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_luma8(4000, 4000).write_to(&mut bytes, ImageFormat::Png).unwrap();
    let data = BASE64_STANDARD.encode(bytes.into_inner());
    let most = (MAX_BYTES - 200_000) / (data.len() + 100);
    let pictures = (0..most).map(|n| CarriedPicture { path: format!("{n}.png"), data: data.clone() });
    let exercises = (0..most.min(15)).map(|n| exercise(&format!("e{n}"), Some(&format!("{n}.png"))));
    let carried = Carried { exercises: exercises.collect(), pictures: pictures.take(15).collect() };
    let count = carried.pictures.len();
    let arrival = ben.arrival(&carrying(carried));
    assert!(arrival.problems.len() >= count.saturating_sub(1), "{count}: {:?}", arrival.problems);
    assert!(count > 3, "{count}");
}

#[test]
fn a_carried_picture_is_written_under_the_name_of_its_exercise() {
    let ben = Side::new();
    let data = BASE64_STANDARD.encode(png(8, 8));
    let arrival = ben.arrival(&carrying(one_picture("deep/down/settings.png", data)));
    assert!(arrival.problems.is_empty(), "{:?}", arrival.problems);
    let exercises = ben.folder.content_folders().exercises;
    fs::write(exercises.join("mine.png"), "mine already").unwrap();
    ben.accept(&arrival, Choice::KeepBoth, Choice::KeepBoth);
    assert_eq!(fs::read_to_string(exercises.join("mine.png")).unwrap(), "mine already");
    assert_eq!(fs::read(exercises.join("mine-2.png")).unwrap(), png(8, 8));
    assert!(!exercises.join("deep").exists());
    assert_eq!(ben.catalog().exercise("mine").unwrap().picture.as_deref(), Some("mine-2.png"));
}

#[test]
fn what_is_no_routine_is_refused_with_a_reason() {
    let ben = Side::new();
    let refused = |text: &str| Arrival::of_text(text, &ben.catalog(), &ben.folder).unwrap_err().to_string();
    assert!(refused("\u{0}").starts_with("1:1: "));
    assert!(refused(&" ".repeat(MAX_BYTES + 1)).contains("too large"));
    let said = refused(&write_exercise(&exercise("mine", None), "").unwrap());
    assert!(said.contains("the exercise “mine” and no routine"), "{said}");
    assert!(Arrival::of_file(Path::new("/dev/zero"), &ben.catalog(), &ben.folder).is_err());
    let odd = routine("../../evil", &["cat-cow"]);
    let arrival = ben.arrival(&write_commented(&odd).unwrap());
    let wishes = Wishes::default();
    let accepted = arrival.accept(wishes, &ben.catalog(), &ben.folder).unwrap();
    assert_eq!(accepted.saved.path, ben.folder.shelf().routines().join("evil.ron"));
}
