//! The data folder on a real disk: nothing is lost, nothing blocks, one broken file harms no other.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;
use unhunch::catalog::Catalog;
use unhunch::model::{Seconds, Settings, ThemeChoice};
use unhunch::store::files::{read_text, write_text};
use unhunch::store::ron_text::MAX_BYTES;
use unhunch::store::{DataFolder, LiveContent, RoutineFile, StoreError, Watch};

const DESK_BREAK: &str = include_str!("../../routines/desk-break.ron");

fn data_folder() -> (TempDir, DataFolder) {
    let temp = TempDir::new().unwrap();
    let folder = DataFolder::open(Some(temp.path().join("data"))).unwrap();
    folder.prepare().unwrap();
    (temp, folder)
}

fn own_routine(folder: &DataFolder, name: &str, text: &str) -> PathBuf {
    let path = folder.content_folders().routines.join(name);
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_gigabyte_is_refused_without_reading_it() {
    let temp = TempDir::new().unwrap();
    let path = temp.path().join("huge.ron");
    File::create(&path).unwrap().set_len(1 << 30).unwrap();
    let error = read_text(&path).unwrap_err();
    assert!(matches!(error, StoreError::TooLarge { len, .. } if len == 1 << 30), "{error}");
    File::create(&path).unwrap().set_len(MAX_BYTES as u64).unwrap();
    assert_eq!(read_text(&path).unwrap().len(), MAX_BYTES);
}

#[test]
fn folders_noise_and_devices_are_refused_by_name() {
    let temp = TempDir::new().unwrap();
    let folder = read_text(temp.path()).unwrap_err().to_string();
    assert!(folder.contains("is a folder"), "{folder}");
    let noise = temp.path().join("noise.ron");
    fs::write(&noise, [b'(', 0xFF, 0xFE, 0x00, 0x9F]).unwrap();
    let said = read_text(&noise).unwrap_err().to_string();
    assert!(said.contains("noise.ron: this is not UTF-8 text (from byte 1 on)"), "{said}");
    let missing = read_text(&temp.path().join("missing.ron")).unwrap_err().to_string();
    assert!(missing.contains("missing.ron: this cannot be read"), "{missing}");
    #[cfg(unix)]
    {
        let endless = read_text(Path::new("/dev/zero")).unwrap_err();
        assert!(matches!(endless, StoreError::NotRegular { .. }), "{endless}");
        let link = temp.path().join("loop.ron");
        std::os::unix::fs::symlink(&link, &link).unwrap();
        assert!(matches!(read_text(&link), Err(StoreError::Unreadable { .. })));
    }
}

#[test]
fn one_broken_file_harms_no_other() {
    let (_temp, folder) = data_folder();
    own_routine(&folder, "good.ron", &DESK_BREAK.replace("desk-break", "mine"));
    own_routine(&folder, "empty.ron", "");
    own_routine(&folder, "typo.ron", &DESK_BREAK.replace("summary", "sumary"));
    own_routine(&folder, "noise.ron", "\u{0}\u{1}(((");
    own_routine(&folder, "notes.txt", "not content at all");
    fs::create_dir(folder.content_folders().routines.join("folder.ron")).unwrap();
    File::create(folder.content_folders().exercises.join("huge.ron")).unwrap().set_len(1 << 30).unwrap();
    let own = folder.load_content();
    let mut catalog = Catalog::builtin();
    let problems = catalog.merge(own);
    assert!(catalog.routine("mine").is_some() && catalog.routine("desk-break").is_some());
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 5, "{said:#?}");
    assert!(said.iter().any(|said| said.contains("huge.ron:1:1: error: the file is too large")), "{said:#?}");
    let typo = said.iter().find(|said| said.contains("typo.ron:5:5: error: ")).unwrap();
    assert!(typo.contains("did you mean `summary`?"), "{typo}");
}

#[test]
fn a_folder_that_cannot_be_written_is_said_once_and_reading_goes_on() {
    let temp = TempDir::new().unwrap();
    let in_the_way = temp.path().join("file");
    fs::write(&in_the_way, "in the way").unwrap();
    let folder = DataFolder::open(Some(in_the_way.join("data"))).unwrap();
    let said = folder.prepare().unwrap_err().to_string();
    assert!(said.contains("nothing can be saved in") && said.contains("--data-dir"), "{said}");
    assert_eq!(folder.load_settings().settings, Settings::default());
    assert!(folder.load_content().routines.is_empty());
    assert!(folder.save_settings(&Settings::default()).is_err());
    assert_eq!(fs::read_to_string(in_the_way).unwrap(), "in the way");
}

#[test]
fn looking_makes_no_folders() {
    let temp = TempDir::new().unwrap();
    let root = temp.path().join("data");
    let folder = DataFolder::open(Some(root.clone())).unwrap();
    assert!(folder.load_content().problems.is_empty());
    assert_eq!(folder.load_settings().problems, []);
    assert!(!root.exists());
}

#[test]
fn settings_come_back_as_they_were_saved() {
    let (_temp, folder) = data_folder();
    let settings = Settings { theme: ThemeChoice::Dark, volume: 0.25, ..Settings::default() };
    fs::write(folder.settings_path(), "// mine\n(volume: 1.0)\n").unwrap();
    assert_eq!(folder.load_settings().settings, Settings { volume: 1.0, ..Settings::default() });
    assert_eq!(folder.save_settings(&settings).unwrap(), None);
    assert_eq!(folder.load_settings().settings, settings);
    assert!(fs::read_to_string(folder.settings_path()).unwrap().starts_with("// mine\n("));
    fs::write(folder.settings_path(), "(version: 1, volume: NaN, lead_in_secs: -4)").unwrap();
    let sane = Settings { lead_in_secs: Seconds(0.0), ..Settings::default() };
    assert_eq!(folder.load_settings().settings, sane);
}

#[test]
fn damaged_settings_are_never_overwritten() {
    let (_temp, folder) = data_folder();
    for damaged in ["(version: 1, volum: 0.1)", "(version: 9, mood: Calm)", "\u{0}"] {
        fs::write(folder.settings_path(), damaged).unwrap();
        let loaded = folder.load_settings();
        assert_eq!(loaded.settings, Settings::default());
        assert!(loaded.is_damaged());
        assert_eq!(fs::read_to_string(folder.settings_path()).unwrap(), damaged);
        let set_aside = folder.save_settings(&Settings::default()).unwrap().unwrap();
        assert_eq!(fs::read_to_string(set_aside).unwrap(), damaged);
        assert_eq!(folder.load_settings().problems, []);
    }
}

#[test]
fn a_routine_is_saved_byte_for_byte_and_its_comment_kept() {
    let (_temp, folder) = data_folder();
    let text = format!("// From Ana, my physio.\n{DESK_BREAK}");
    let path = own_routine(&folder, "desk.ron", &text);
    RoutineFile::read(&path).unwrap().write(&path).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn a_failed_write_leaves_the_old_file_and_no_litter() {
    let temp = TempDir::new().unwrap();
    let path = temp.path().join("folder.ron");
    fs::create_dir(&path).unwrap();
    let error = write_text(&path, "text").unwrap_err();
    assert!(error.to_string().contains("nothing was changed"), "{error}");
    assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 1);
    #[cfg(unix)]
    {
        let target = temp.path().join("target.ron");
        fs::write(&target, "old").unwrap();
        let link = temp.path().join("link.ron");
        std::os::unix::fs::symlink(&target, &link).unwrap();
        write_text(&link, "new").unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), "new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}

#[test]
fn a_saved_change_is_told_and_a_broken_one_keeps_the_last_good() {
    let (_temp, folder) = data_folder();
    let text = DESK_BREAK.replace("desk-break", "mine");
    let path = own_routine(&folder, "mine.ron", &text);
    let mut content = LiveContent::new(folder.content_folders());
    content.refresh();
    let (wake, woken) = std::sync::mpsc::channel();
    let watch = Watch::start(&[folder.root().to_owned()], move || wake.send(()).unwrap()).unwrap();

    fs::write(&path, text.replace("blocks: [", "blocks: [[")).unwrap();
    // How soon is the system's business; that it comes is ours.
    let changed = watch.wait(Duration::from_secs(20));
    assert!(changed.iter().any(|changed| changed.ends_with("mine.ron")), "{changed:?}");
    woken.recv_timeout(Duration::from_secs(20)).unwrap();
    content.refresh();
    let own = content.own_content();
    assert_eq!(own.problems.len(), 1);
    assert_eq!(own.routines[0].value.id, "mine");

    write_text(&path, &text).unwrap();
    assert!(!watch.wait(Duration::from_secs(20)).is_empty());
    content.refresh();
    assert!(content.own_content().problems.is_empty());
}
