//! Faults while something is being written: killed at any instant, a full disk, two processes at once.

#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command};

use tempfile::TempDir;
use unhunch::store::{DataFolder, SaveError, StoreError};

use super::child;
use super::store_shelf::shelf_at;

/// Tells a child of a test which data folder to work in.
const ROOT: &str = "UNHUNCH_TEST_STORE";

/// One of the ignored tests below, in this data folder.
fn child(test: &str, root: &Path) -> Command {
    let mut command = child::child(&format!("store_faults::{test}"));
    command.env(ROOT, root);
    command
}

fn root() -> Option<std::path::PathBuf> {
    std::env::var_os(ROOT).map(Into::into)
}

/// The n-th version of a routine: long enough to be caught half written.
fn version(n: u64) -> String {
    format!("// {n}\n{}// {n}\n", "(an unchanging line)\n".repeat(1500))
}

/// The number of a version, which is told only if all of it is there.
fn number(text: &str) -> u64 {
    let first = text.lines().next().and_then(|line| line.strip_prefix("// ")).unwrap();
    let n = first.parse().unwrap_or_else(|_| panic!("begins with {first:?}"));
    assert!(text == version(n), "half of version {n}: {} bytes", text.len());
    n
}

#[test]
#[ignore = "run as a child, to be killed"]
fn saves_until_it_is_killed() {
    let Some(root) = root() else { return };
    let folder = DataFolder::open(Some(root)).unwrap();
    let (shelf, drafts) = (folder.shelf(), folder.drafts());
    let path = shelf.routines().join("mine.ron");
    let mut seen = fs::read_to_string(&path).unwrap();
    let draft = loop {
        match drafts.open_new(Some("mine.ron"), Some(&seen)) {
            Err(StoreError::Busy { .. }) => {}
            draft => break draft.unwrap(),
        }
    };
    let mut out = std::io::stdout();
    for n in number(&seen) + 1.. {
        let next = version(n);
        draft.keep(&next).unwrap();
        shelf.save(&path, &next, Some(&seen)).unwrap();
        seen = next;
        writeln!(out, "saved").unwrap();
        out.flush().unwrap();
    }
}

/// Reads what the child tells until it has saved once.
fn wait_for_a_save(child: &mut Child) {
    let mut lines = BufReader::new(child.stdout.as_mut().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("saved")), "it never saved");
}

#[test]
fn killed_at_any_instant_the_file_and_the_draft_are_whole() {
    let temp = TempDir::new().unwrap();
    let folder = DataFolder::open(Some(temp.path().to_owned())).unwrap();
    folder.prepare().unwrap();
    let path = folder.shelf().create("mine", &version(0)).unwrap().path;
    let mut saved = 0;
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    let mut drafts_found = 0;
    for _ in 0..200 {
        let mut child = child("saves_until_it_is_killed", temp.path()).spawn().unwrap();
        wait_for_a_save(&mut child);
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        // Up to a few milliseconds, which is what a save takes.
        for _ in 0..random % 1_500_000 {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let now = number(&fs::read_to_string(&path).unwrap());
        assert!(now > saved, "{now} after {saved}");
        saved = now;
        let orphans = folder.drafts().orphans().unwrap();
        assert!(orphans.damaged.is_empty(), "{:?}", orphans.damaged);
        for orphan in orphans.drafts {
            let drafted = number(&orphan.text);
            assert!(drafted == now || drafted == now + 1, "{drafted} beside {now}");
            drafts_found += 1;
            orphan.draft.done().unwrap();
        }
    }
    assert_eq!(drafts_found, 200);
    for backup in folder.shelf().backups(&path).unwrap() {
        number(&fs::read_to_string(backup).unwrap());
    }
    let own = folder.shelf().routines();
    let shown = fs::read_dir(own)
        .unwrap()
        .flatten()
        .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
    assert_eq!(shown.count(), 1, "no half-written file is taken for a routine");
}

#[test]
#[ignore = "run as a child, together with others of its kind"]
fn counts_up_in_a_file() {
    let Some(root) = root() else { return };
    let shelf = shelf_at(&root);
    let path = shelf.routines().join("counter.ron");
    let mut left = 25;
    while left > 0 {
        let seen = fs::read_to_string(&path).unwrap();
        let count: u32 = seen.split(' ').next().unwrap().parse().unwrap();
        // Two that write the same would lose nothing; these differ.
        let next = format!("{} {}", count + 1, std::process::id());
        match shelf.save(&path, &next, Some(&seen)) {
            Ok(_) => left -= 1,
            Err(SaveError::Changed { .. } | SaveError::Store(StoreError::Busy { .. })) => {}
            Err(other) => panic!("{other}"),
        }
    }
}

#[test]
fn of_processes_that_save_at_once_none_overwrites_another_unseen() {
    let temp = TempDir::new().unwrap();
    let shelf = shelf_at(temp.path());
    let path = shelf.create("counter", "0").unwrap().path;
    let spawn = |_| child("counts_up_in_a_file", temp.path()).spawn().unwrap();
    let children: Vec<Child> = (0..4).map(spawn).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let counted = fs::read_to_string(path).unwrap();
    assert!(counted.starts_with("100 "), "{counted}");
}

#[test]
#[ignore = "run as a child that may write only small files"]
fn saves_more_than_there_is_room_for() {
    let Some(root) = root() else { return };
    let folder = DataFolder::open(Some(root)).unwrap();
    let shelf = folder.shelf();
    let path = shelf.routines().join("mine.ron");
    let said = shelf.save(&path, &version(1), Some("(small)")).unwrap_err().to_string();
    println!("save: {said}");
    println!("create: {}", shelf.create("new", &version(1)).unwrap_err());
    let draft = folder.drafts().open_new(Some("mine.ron"), Some("(small)")).unwrap();
    draft.keep("(edited)").unwrap();
    println!("draft: {}", draft.keep(&version(1)).unwrap_err());
    // What is small still fits.
    draft.keep("(edited more)").unwrap();
    shelf.save(&path, "(saved)", Some("(small)")).unwrap();
    println!("done");
}

#[test]
fn a_full_disk_is_told_and_what_was_there_stays() {
    let temp = TempDir::new().unwrap();
    let folder = DataFolder::open(Some(temp.path().to_owned())).unwrap();
    let path = folder.shelf().create("mine", "(small)").unwrap().path;
    let asked = child("saves_more_than_there_is_room_for", temp.path());
    let program = asked.get_program().to_string_lossy().into_owned();
    // A file that grows over 4 KiB meets the same end as one on a full disk: the write fails.
    let output = Command::new("sh")
        .arg("-c")
        .arg("trap '' XFSZ; ulimit -f 8; exec \"$@\"")
        .args(["sh", &program])
        .args(asked.get_args())
        .env(ROOT, temp.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("done"), "{said}{output:?}");
    for what in ["save", "create", "draft"] {
        let told = said.lines().find(|line| line.contains(&format!("{what}: "))).unwrap();
        assert!(told.contains("cannot write") && told.contains("nothing was changed"), "{told}");
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), "(saved)");
    assert!(!folder.shelf().routines().join("new.ron").exists());
    assert_eq!(folder.drafts().orphans().unwrap().drafts[0].text, "(edited more)");
}
