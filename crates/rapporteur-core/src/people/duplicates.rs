//! Pairs that may be one person, and the user's answers: merge, undo, not the same.
//!
//! A merge changes no report and loses nothing: the entry that is merged stays, and counts as the
//! other person until that is undone. So what a report printed is never touched, and undoing a
//! merge brings back exactly what was.

use super::directory::Directory;
use super::matching::Match;
use crate::api::{Duplicate, Merged, PersonPage};
use crate::clock::{Clock, stamp};
use crate::error::Error;
use crate::storage::{self, identities};
use rapporteur_document::model::PersonId;
use rusqlite::Connection;

/// The pairs of the directory that may be one person and were not answered, strongest first.
pub(crate) fn list(connection: &Connection, limit: usize) -> Result<Vec<Duplicate>, Error> {
    let mut attended = storage::attendances::all(connection)?;
    let directory = Directory::load(connection)?.with_meetings(&mut attended);
    let answered = identities::distinct(connection)?;
    let series = storage::series::all(connection)?;
    let meeting = |place: u32| match attended.meetings.get(place as usize) {
        Some((day, id)) => {
            let name = series.iter().find(|one| one.id == *id).map_or("", |one| &one.name);
            format!("the {name} meeting of {}", day.format("%-d %B %Y"))
        }
        None => "a meeting".to_owned(),
    };
    let mut pairs = Vec::new();
    for found in directory.matching().duplicates() {
        let (one, other) = found.places;
        let (a, b) = if directory.meetings(other) > directory.meetings(one) {
            (directory.people[other].0, directory.people[one].0)
        } else {
            (directory.people[one].0, directory.people[other].0)
        };
        if pairs.len() == limit {
            break;
        }
        if answered.contains(&(a, b)) {
            continue;
        }
        pairs.push(Duplicate {
            a: storage::people::load(connection, a)?.ok_or_else(super::gone)?,
            b: storage::people::load(connection, b)?.ok_or_else(super::gone)?,
            strength: (found.strength * 100.0).round() / 100.0,
            strong: found.is_strong(),
            evidence: reasons(&directory, &found, meeting),
        });
    }
    Ok(pairs)
}

fn reasons(directory: &Directory, found: &Match, meeting: impl Fn(u32) -> String) -> Vec<String> {
    let third = found
        .through
        .map(|third| format!("each is very likely {}", directory.people[third].1.full()));
    third.into_iter().chain(found.reasons(meeting)).collect()
}

/// Lets one person count as another from now on, with reports, affiliations and spellings.
pub(crate) fn merge(
    connection: &Connection,
    keep: PersonId,
    merge: PersonId,
    clock: &dyn Clock,
) -> Result<PersonPage, Error> {
    let (keep, merge) = (present(connection, keep)?, present(connection, merge)?);
    if keep == merge {
        return Err(Error::Refused(
            "These two are one person already; there is nothing to merge.".to_owned(),
        ));
    }
    identities::merge(connection, merge, keep, &stamp(clock))?;
    count_as(connection, merge, keep)?;
    super::page::load(connection, keep)
}

/// Takes a merge back: the entry that was merged is a person of its own again.
pub(crate) fn undo(connection: &Connection, merged: PersonId) -> Result<PersonPage, Error> {
    if identities::undo(connection, merged)?.is_none() {
        return Err(Error::NotFound(
            "This merge is not in force any more; nothing was changed.".to_owned(),
        ));
    }
    count_as(connection, merged, merged)?;
    super::page::load(connection, merged)
}

/// Remembers the answer that two people are not the same, or forgets it.
pub(crate) fn set_distinct(
    connection: &Connection,
    one: PersonId,
    other: PersonId,
    distinct: bool,
    clock: &dyn Clock,
) -> Result<(), Error> {
    let (one, other) = (present(connection, one)?, present(connection, other)?);
    if one == other {
        return Err(Error::Refused(
            "This is one person; undo the merge first, then say that they are two.".to_owned(),
        ));
    }
    let now = stamp(clock);
    Ok(identities::set_distinct(connection, one, other, distinct.then_some(&now))?)
}

/// The merges in force, latest first.
pub(crate) fn merges(connection: &Connection) -> Result<Vec<Merged>, Error> {
    Ok(identities::merged(connection, None)?)
}

/// Lets an entry and all that was merged into it count as a person, and counts meetings anew.
fn count_as(connection: &Connection, entry: PersonId, person: PersonId) -> Result<(), Error> {
    let all = identities::with_merged(connection, entry)?;
    for one in &all {
        identities::count_as(connection, *one, person)?;
    }
    for one in all {
        storage::attendances::draw_all_of(connection, one)?;
    }
    Ok(())
}

/// Whom an entry counts as.
pub(super) fn present(connection: &Connection, id: PersonId) -> Result<PersonId, Error> {
    identities::counts_as(connection, id)?.ok_or_else(super::gone)
}
