//! Routines as they are edited: what an edit does, and that nothing is lost on any way there or back.

mod edits;
mod figures;
mod generate;
mod gestures;
mod mending;
mod moves;
mod random;

use std::collections::BTreeSet;
use std::sync::Arc;

use unhunch::editor::{BlockId, Document, Edit, Gesture, History, Node, Refusal};
use unhunch::model::{Block, CommentedRoutine, RepeatBlock, Routine, SectionBlock, Step};

/// A document of blocks as RON.
fn document(blocks: &str) -> Document {
    let blocks: Vec<Block> = unhunch::model::ron_dialect().from_str(blocks).unwrap();
    Document::new(CommentedRoutine::from(Routine { blocks, ..Routine::new("mine", "Mine") }))
}

/// One letter for a block: the exercise's id, `R` for a repeat, `S` for a section, with what is in it.
fn outline(document: &Document) -> String {
    fn line(nodes: &[Arc<Node>]) -> String {
        let one = |node: &Arc<Node>| match &node.block {
            Block::Step(step) => step.exercise.clone(),
            Block::Repeat(_) => format!("R[{}]", line(&node.inner)),
            Block::Section(_) => format!("S[{}]", line(&node.inner)),
            Block::Breathe(_) => "breathe".into(),
            Block::Rest(_) => "rest".into(),
        };
        nodes.iter().map(one).collect::<Vec<_>>().join(" ")
    }
    line(&document.blocks)
}

/// A document from such an outline.
fn outlined(outline: &str) -> Document {
    fn blocks(letters: &mut std::str::Chars<'_>) -> Vec<Block> {
        let mut found = Vec::new();
        while let Some(letter) = letters.next() {
            match letter {
                'R' | 'S' => {
                    assert_eq!(letters.next(), Some('['));
                    let blocks = blocks(letters);
                    found.push(if letter == 'R' {
                        Block::Repeat(RepeatBlock { times: 2, blocks, ..RepeatBlock::default() })
                    } else {
                        Block::Section(SectionBlock { blocks, ..SectionBlock::default() })
                    });
                }
                ']' => break,
                ' ' => {}
                _ => found.push(Block::Step(Step { exercise: letter.into(), ..Step::default() })),
            }
        }
        found
    }
    let blocks = blocks(&mut outline.chars());
    Document::new(CommentedRoutine::from(Routine { blocks, ..Routine::new("mine", "Mine") }))
}

/// The blocks with these exercises, or the groups `R` and `S`.
fn ids(document: &Document, names: &str) -> BTreeSet<BlockId> {
    let mut ids = BTreeSet::new();
    document.each(&mut |node| {
        let name = match &node.block {
            Block::Step(step) => step.exercise.clone(),
            Block::Repeat(_) => "R".into(),
            Block::Section(_) => "S".into(),
            _ => String::new(),
        };
        if names.split(' ').any(|one| one == name) {
            ids.insert(node.id);
        }
    });
    ids
}

fn id(document: &Document, name: &str) -> BlockId {
    *ids(document, name).first().unwrap()
}

/// The outline after an edit.
fn after(document: &Document, edit: &Edit) -> Result<String, Refusal> {
    document.edited(edit, &BTreeSet::new()).map(|edited| outline(&edited.document))
}

fn apply(history: &mut History, edit: &Edit) {
    history.apply(edit, Gesture::Single).unwrap();
}
