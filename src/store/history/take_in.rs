//! Taking in an archive: what is not there is added, what is there stays as it is.

use rusqlite::Transaction;

use super::error::Trouble;
use super::read::{Reader, remarks};
use super::rows::insert_remark;
use super::write::{Writer, mark};
use crate::model::{Archive, KeptSession, Remark};

/// What became of an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// How many sessions are new, those that had been deleted here included.
    pub added: usize,
    /// How many were there already, the same.
    pub known: usize,
    /// Ids of sessions that are different here. They stay as they are here.
    pub different: Vec<String>,
    /// How many remarks are new.
    pub remarks: usize,
}

pub(super) fn take_in(step: &Transaction<'_>, archive: &Archive) -> Result<TakenIn, Trouble> {
    let mut taken = TakenIn::default();
    let mut reader = Reader::new(step)?;
    let mut writer = Writer::new(step)?;
    for session in &archive.sessions {
        let id = &session.record.id;
        match reader.find(id)? {
            None => {
                put(&mut writer, session)?;
                taken.added += 1;
            }
            Some((row, here)) if row.deleted_ms.is_some() => {
                if here == *session {
                    mark(step, std::slice::from_ref(id), None)?;
                } else {
                    put(&mut writer, session)?;
                }
                taken.added += 1;
            }
            Some((_, here)) if here == *session => taken.known += 1,
            Some(_) => taken.different.push(id.clone()),
        }
    }
    for remark in new_remarks(&remarks(step)?, &archive.remarks) {
        insert_remark(step, remark)?;
        taken.remarks += 1;
    }
    Ok(taken)
}

fn put(writer: &mut Writer<'_>, session: &KeptSession) -> Result<(), Trouble> {
    writer.put(&session.record, Some(&session.routine_text))
}

/// The remarks that are not here yet, in their order. One that was said twice is there twice.
pub(super) fn new_remarks<'a>(here: &[Remark], theirs: &'a [Remark]) -> Vec<&'a Remark> {
    let mut here: Vec<(&crate::model::Stamp, &crate::model::Said)> =
        here.iter().map(|remark| (&remark.at, &remark.said)).collect();
    here.sort();
    let mut used = vec![false; here.len()];
    let is_new = |remark: &&Remark| {
        let key = (&remark.at, &remark.said);
        let first = here.partition_point(|other| *other < key);
        let last = here.partition_point(|other| *other <= key);
        let free = (first..last).find(|at| !used[*at]);
        if let Some(at) = free {
            used[at] = true;
        }
        free.is_none()
    };
    theirs.iter().filter(is_new).collect()
}
