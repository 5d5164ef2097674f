//! The directory: finding people, offering them, reading pasted lines, keeping them.

pub(crate) mod additions;
pub(crate) mod affiliations;
pub(crate) mod attendance;
pub(crate) mod changes;
mod directory;
pub(crate) mod duplicates;
pub(crate) mod listed;
mod matching;
pub(crate) mod mentions;
pub(crate) mod page;
pub(crate) mod privacy;
pub(crate) mod split;

pub(crate) use directory::{Directory, Known, Wanted, nickname_list, own_nicknames, set_nicknames};
pub(crate) use matching::{Held, is_known};

use crate::api::{DirectoryChangeKind, ParticipantLine, PersonOffer};
use crate::clock::{Clock, new_id, stamp};
use crate::error::Error;
use crate::library::Library;
use crate::storage;
use crate::storage::people::Affiliation;
use chrono::NaiveDate;
use rapporteur_document::model::{Attendance, Invalid, PersonId, PersonName, SeriesId, fold};
use rapporteur_document::read::recognise::participant_line;
use rusqlite::Connection;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Those who took part in a series' meetings before a day, latest and most frequent first.
pub(crate) fn offered(
    connection: &Connection,
    series: SeriesId,
    before: Option<NaiveDate>,
) -> Result<Vec<PersonOffer>, Error> {
    Ok(storage::people::attending(connection, series, before)?)
}

/// People whose names, in any spelling, or organisation have words beginning with every word of the query.
pub(crate) fn find(
    connection: &Connection,
    query: &str,
    series: Option<SeriesId>,
    limit: usize,
) -> Result<Vec<PersonOffer>, Error> {
    let wanted: Vec<String> = parts(&fold(query)).map(str::to_owned).collect();
    let mut spellings: HashMap<PersonId, String> = HashMap::new();
    for (person, name) in storage::people::other_forms(connection)? {
        spellings.entry(person).or_default().push_str(&format!(" {}", fold(&name.full())));
    }
    let mut found: Vec<(bool, PersonOffer)> = storage::people::everybody(connection, None)?
        .into_iter()
        .filter_map(|offer| {
            let mut name = fold(&offer.name.full());
            name.push_str(spellings.get(&offer.person).map_or("", String::as_str));
            let by_name = begins(&name, &wanted);
            let organisation = offer.organisation.as_deref().map(fold).unwrap_or_default();
            (by_name || begins(&format!("{name} {organisation}"), &wanted))
                .then_some((!by_name, offer))
        })
        .collect();
    storage::people::count_meetings(connection, series, found.iter_mut().map(|(_, one)| one))?;
    found.sort_by_cached_key(|(only_by_organisation, offer)| {
        let seen = Reverse((offer.last_seen, offer.meetings));
        (*only_by_organisation, seen, offer.name.sort_key())
    });
    Ok(found.into_iter().take(limit).map(|(_, offer)| offer).collect())
}

/// Takes pasted lines apart and says whom in the directory each may be.
pub(crate) fn read_lines(
    library: &Library,
    text: &str,
    series: Option<SeriesId>,
) -> Result<Vec<ParticipantLine>, Error> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut lines: Vec<ParticipantLine> = lines
        .map(|line| {
            let parts = participant_line(line);
            ParticipantLine {
                line: line.to_owned(),
                known: vec![],
                name: parts.name,
                role: parts.role,
                status: parts.status,
                organisation: parts.organisation,
                attendance: Attendance::Present,
            }
        })
        .filter(|line| !line.name.is_empty())
        .collect();
    let wanted: Vec<Wanted> = lines
        .iter()
        .map(|line| Wanted {
            name: &line.name,
            role: line.role.as_deref(),
            organisation: line.organisation.as_deref(),
        })
        .collect();
    let connection = library.connection();
    let found = library.directory()?.find(connection, &wanted)?;
    for (line, mut known) in lines.iter_mut().zip(found) {
        let offers = known.iter_mut().map(|one| &mut one.offer);
        storage::people::count_meetings(connection, series, offers)?;
        line.known = known;
    }
    Ok(lines)
}

/// A person and an affiliation to keep.
pub(crate) struct Kept {
    pub person: Option<PersonId>,
    pub name: PersonName,
    pub role: Option<String>,
    pub status: Option<String>,
    pub organisation: Option<String>,
    pub since: Option<NaiveDate>,
}

/// Keeps a person, new or changed. Nobody is merged with anybody.
pub(crate) fn keep(
    connection: &Connection,
    kept: &Kept,
    clock: &dyn Clock,
) -> Result<PersonOffer, Error> {
    match kept.person {
        Some(person) => {
            let person = duplicates::present(connection, person)?;
            let before = storage::people::load(connection, person)?.ok_or_else(gone)?;
            let kind = if before.name == kept.name {
                DirectoryChangeKind::Affiliation
            } else {
                DirectoryChangeKind::Name
            };
            changes::noted(connection, person, &[], kind, clock, || {
                keep_as(connection, kept, clock)
            })
        }
        None => keep_as(connection, kept, clock),
    }
}

fn keep_as(connection: &Connection, kept: &Kept, clock: &dyn Clock) -> Result<PersonOffer, Error> {
    if kept.name.is_empty() {
        return Err(Error::Invalid(vec![Invalid {
            field: "name".to_owned(),
            message: "The person has no name; write one.".to_owned(),
        }]));
    }
    let id = match kept.person {
        Some(id) => {
            let id = duplicates::present(connection, id)?;
            let before = storage::people::load(connection, id)?.ok_or_else(gone)?;
            storage::people::rename(connection, id, &kept.name)?;
            if before.meetings > 0 {
                // Lists have that name, and will have it again.
                storage::people::keep_spelling(connection, id, &before.name, None)?;
            }
            id
        }
        None => {
            let id = PersonId(new_id(clock));
            storage::people::insert(connection, id, &kept.name, &stamp(clock))?;
            id
        }
    };
    let some = |text: &Option<String>| {
        text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let (role, status, organisation) =
        (some(&kept.role), some(&kept.status), some(&kept.organisation));
    let present = storage::people::load(connection, id)?.ok_or_else(gone)?;
    let before = (&present.role, &present.status, &present.organisation);
    if before != (&role, &status, &organisation) {
        // Said without a day, a change holds from today; the first thing known, from the beginning.
        let today = (before != (&None, &None, &None)).then(|| clock.now().date_naive());
        let affiliation = Affiliation {
            since: kept.since.or(today),
            role: role.as_deref(),
            status: status.as_deref(),
            organisation: organisation.as_deref(),
            report: None,
        };
        storage::people::set_affiliation(connection, id, &affiliation)?;
    }
    storage::people::load(connection, id)?.ok_or_else(gone)
}

fn gone() -> Error {
    Error::NotFound("This person is not in the directory any more; add them again.".to_owned())
}

fn begins(text: &str, wanted: &[String]) -> bool {
    wanted.iter().all(|word| parts(text).any(|have| have.starts_with(word.as_str())))
}

/// The words of a name or an organisation, those joined by a hyphen apart.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || "-,.(".contains(c)).filter(|part| !part.is_empty())
}
