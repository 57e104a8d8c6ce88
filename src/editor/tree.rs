//! Trees of blocks made from others: whatever stays as it is stays shared.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{BlockId, Change, Node};

/// True where two lists of blocks differ in nothing, ids included. What is shared is not looked at.
pub(super) fn same(a: &[Arc<Node>], b: &[Arc<Node>]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b))
}

fn is_same(a: &Arc<Node>, b: &Arc<Node>) -> bool {
    Arc::ptr_eq(a, b) || (a.id == b.id && says_the_same_alone(a, b) && same(&a.inner, &b.inner))
}

/// True where two blocks with all within differ in nothing but ids.
pub(super) fn says_the_same(a: &Arc<Node>, b: &Arc<Node>) -> bool {
    Arc::ptr_eq(a, b)
        || (says_the_same_alone(a, b)
            && a.inner.len() == b.inner.len()
            && a.inner.iter().zip(&b.inner).all(|(a, b)| says_the_same(a, b)))
}

fn says_the_same_alone(a: &Node, b: &Node) -> bool {
    a.comment == b.comment && a.block == b.block
}

/// A node with other blocks within; one that stays as it is stays shared.
fn with_inner(node: &Arc<Node>, inner: Vec<Arc<Node>>) -> Arc<Node> {
    let is_shared =
        inner.len() == node.inner.len() && inner.iter().zip(&node.inner).all(|(a, b)| Arc::ptr_eq(a, b));
    if is_shared {
        return node.clone();
    }
    Arc::new(Node { id: node.id, comment: node.comment.clone(), block: node.block.clone(), inner })
}

/// With new blocks before the one at `index` of the group that `way` leads to.
pub(super) fn inserted(
    nodes: &[Arc<Node>],
    way: &[usize],
    index: usize,
    new: &[Arc<Node>],
) -> Vec<Arc<Node>> {
    let mut result = nodes.to_vec();
    match way.split_first() {
        None => {
            let index = index.min(result.len());
            result.splice(index..index, new.iter().cloned());
        }
        Some((first, rest)) => {
            if let Some(node) = result.get_mut(*first) {
                *node = with_inner(node, inserted(&node.inner, rest, index, new));
            }
        }
    }
    result
}

/// Without these blocks and all within them.
pub(super) fn without(nodes: &[Arc<Node>], ids: &BTreeSet<BlockId>) -> Vec<Arc<Node>> {
    let kept = nodes.iter().filter(|node| !ids.contains(&node.id));
    kept.map(|node| with_inner(node, without(&node.inner, ids))).collect()
}

/// With what is in these groups in their place; `left` gathers what that is. The comment above a
/// group goes on to stand above the first block that was in it.
pub(super) fn unwrapped(
    nodes: &[Arc<Node>],
    ids: &BTreeSet<BlockId>,
    left: &mut BTreeSet<BlockId>,
) -> Vec<Arc<Node>> {
    let mut result = Vec::with_capacity(nodes.len());
    for node in nodes {
        let mut inner = unwrapped(&node.inner, ids, left);
        if ids.contains(&node.id) && node.is_group() {
            if let Some(first) = inner.first_mut().filter(|_| !node.comment.is_empty()) {
                let first = Arc::make_mut(first);
                let own = [&*node.comment, &*first.comment];
                first.comment =
                    own.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
            }
            left.extend(inner.iter().map(|node| node.id));
            result.extend(inner);
        } else {
            result.push(with_inner(node, inner));
        }
    }
    result
}

/// With a change made to these blocks.
pub(super) fn changed(nodes: &[Arc<Node>], ids: &BTreeSet<BlockId>, change: &Change) -> Vec<Arc<Node>> {
    let change_one = |node: &Arc<Node>| {
        let node = with_inner(node, changed(&node.inner, ids, change));
        if !ids.contains(&node.id) {
            return node;
        }
        let mut other = Node::clone(&node);
        change.make(&mut other);
        if says_the_same_alone(&node, &other) { node } else { Arc::new(other) }
    };
    nodes.iter().map(change_one).collect()
}
