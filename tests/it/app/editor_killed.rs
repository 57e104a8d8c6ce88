//! Killed at random instants while someone edits and saves at full speed: the file is always the old
//! or the new, whole, and the draft is never more than a second behind.

#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Child;
use std::time::Duration;

use tempfile::TempDir;
use unhunch::model::{Block, RestBlock, Routine, Seconds};
use unhunch::store::DataFolder;
use unhunch::store::ron_layout::write_routine;
use unhunch::ui::Editing;

use super::editor_keeping::Window;
use crate::child;

/// Tell a child which data folder to edit in, and which version it finds there.
const ROOT: &str = "UNHUNCH_TEST_EDITING";
const FOUND: &str = "UNHUNCH_TEST_EDITING_FOUND";

/// The n-th version of the routine, long enough to be caught half written.
fn version(n: u64) -> String {
    let rest = Block::Rest(RestBlock { secs: Seconds(30.0), ..RestBlock::default() });
    let mut routine = Routine::new("mine", format!("v{n}"));
    routine.blocks = vec![rest; 400];
    write_routine(&routine, "// mine\n").unwrap()
}

/// The number of a version, which is told only if all of it is there.
fn number(text: &str) -> u64 {
    let name = text.split("name: \"v").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let n = name.parse().unwrap_or_else(|_| panic!("is called {name:?}"));
    assert!(text == version(n), "half of version {n}: {} bytes", text.len());
    n
}

#[test]
#[ignore = "run as a child, to be killed"]
fn edits_until_it_is_killed() {
    let (Ok(root), Ok(found)) = (std::env::var(ROOT), std::env::var(FOUND)) else { return };
    let mut window = Window::at(Path::new(&root));
    window.edit(Editing::Open("mine".to_owned()));
    let mut out = std::io::stdout();
    for n in found.parse::<u64>().unwrap() + 1.. {
        window.name(&format!("v{n}"));
        writeln!(out, "edited {n} {}", window.now.as_millis()).unwrap();
        out.flush().unwrap();
        window.now += Duration::from_millis(20 + n * 7 % 60);
        window.settle();
        if n % 23 == 0 {
            window.edit(Editing::Save);
        }
    }
}

fn child(root: &Path, found: u64) -> Child {
    let mut command = child::child("app::editor_killed::edits_until_it_is_killed");
    command.env(ROOT, root).env(FOUND, found.to_string()).spawn().unwrap()
}

/// What a child tells: the edit's number, and its time in milliseconds.
fn edited(line: &str) -> Option<(u64, u64)> {
    let (_, told) = line.split_once("edited ")?;
    let (n, at) = told.split_once(' ')?;
    Some((n.parse().ok()?, at.trim().parse().ok()?))
}

/// Lets a child edit until it has told of some edits, and a little longer; returns all it told.
fn edits_of(mut child: Child, random: u64) -> Vec<(u64, u64)> {
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let enough = 1 + (random % 60) as usize;
    let mut told: Vec<_> = lines.by_ref().filter_map(|line| edited(&line.unwrap())).take(enough).collect();
    assert_eq!(told.len(), enough, "it ended by itself");
    for _ in 0..(random >> 8) % 1_000_000 {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // The last line may be cut off.
    told.extend(lines.map_while(Result::ok).filter_map(|line| edited(&line)));
    told
}

#[test]
fn killed_at_any_instant_nothing_older_than_a_second_is_lost() {
    let temp = TempDir::new().unwrap();
    let folder = DataFolder::open(Some(temp.path().to_owned())).unwrap();
    folder.prepare().unwrap();
    let file = folder.shelf().create("mine", &version(0)).unwrap().path;
    let (mut found, mut in_file, mut by_draft) = (0, 0, 0);
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..200 {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let told = edits_of(child(temp.path(), found), random);
        let now_in_file = number(&fs::read_to_string(&file).unwrap());
        assert!(now_in_file >= in_file, "{now_in_file} after {in_file}");
        in_file = now_in_file;
        let orphans = folder.drafts().orphans().unwrap();
        assert!(orphans.damaged.is_empty(), "{:?}", orphans.damaged);
        let drafted = orphans.drafts.iter().map(|orphan| number(&orphan.text)).max();
        by_draft += u64::from(drafted.is_some_and(|drafted| drafted > in_file));
        found = found.max(in_file).max(drafted.unwrap_or(0));
        let (_, last_at) = *told.last().unwrap();
        if let Some((lost, at)) = told.iter().find(|(n, _)| *n > found) {
            let behind = last_at - at;
            assert!(behind <= 1_000, "{lost} is lost, {behind} ms after it was edited; {found} was found");
        }
    }
    assert!(in_file > 0 && by_draft > 50, "{in_file} saved, {by_draft} times more in the draft");
}
