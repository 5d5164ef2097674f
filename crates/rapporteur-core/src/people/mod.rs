//! The directory: finding people, offering them, reading pasted lines, keeping them.

mod matching;

use crate::api::{ParticipantLine, PersonOffer};
use crate::clock::{Clock, new_id, stamp};
use crate::error::Error;
use crate::storage;
use crate::storage::people::Affiliation;
use chrono::NaiveDate;
use rapporteur_document::model::{Attendance, Invalid, PersonId, PersonName, SeriesId, fold};
use rapporteur_document::read::recognise::participant_line;
use rusqlite::Connection;
use std::cmp::Reverse;

/// How many people a pasted line is compared with at most, best first.
const CANDIDATES: usize = 5;

/// Those who took part in a series' meetings before a day, latest and most frequent first.
pub(crate) fn offered(
    connection: &Connection,
    series: SeriesId,
    before: Option<NaiveDate>,
) -> Result<Vec<PersonOffer>, Error> {
    Ok(storage::people::attending(connection, series, before)?)
}

/// People whose names or organisation have words beginning with every word of the query.
pub(crate) fn find(
    connection: &Connection,
    query: &str,
    series: Option<SeriesId>,
    limit: usize,
) -> Result<Vec<PersonOffer>, Error> {
    let wanted: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
    let mut found: Vec<(bool, PersonOffer)> = storage::people::everybody(connection)?
        .into_iter()
        .filter_map(|offer| {
            let name = fold(&offer.name.full());
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
    connection: &Connection,
    text: &str,
    series: Option<SeriesId>,
) -> Result<Vec<ParticipantLine>, Error> {
    let all = storage::people::everybody(connection)?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut lines: Vec<ParticipantLine> = lines
        .map(|line| {
            let parts = participant_line(line);
            ParticipantLine {
                line: line.to_owned(),
                known: candidates(&parts.name, &all),
                name: parts.name,
                role: parts.role,
                status: parts.status,
                organisation: parts.organisation,
                attendance: Attendance::Present,
            }
        })
        .filter(|line| !line.name.is_empty())
        .collect();
    let known = lines.iter_mut().flat_map(|line| &mut line.known);
    storage::people::count_meetings(connection, series, known)?;
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
    if kept.name.is_empty() {
        return Err(Error::Invalid(vec![Invalid {
            field: "name".to_owned(),
            message: "The person has no name; write one.".to_owned(),
        }]));
    }
    let id = match kept.person {
        Some(id) if storage::people::rename(connection, id, &kept.name)? == 0 => return Err(gone()),
        Some(id) => id,
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
    wanted.iter().all(|word| {
        text.split([' ', '-', ',', '.', '(']).any(|have| have.starts_with(word.as_str()))
    })
}

/// Whom a name may be: the same name first, then the same words in any order, then the same
/// family name with a given name that begins alike.
fn candidates(name: &PersonName, all: &[PersonOffer]) -> Vec<PersonOffer> {
    let words = |name: &PersonName| {
        let mut words: Vec<String> =
            fold(&name.full()).split_whitespace().map(str::to_owned).collect();
        words.sort();
        words
    };
    let wanted = words(name);
    let (family, initial) = (fold(&name.family), fold(&name.given).chars().next());
    let mut found: Vec<(u8, &PersonOffer)> = all
        .iter()
        .filter_map(|offer| {
            let rank = if offer.name == *name {
                0
            } else if words(&offer.name) == wanted {
                1
            } else if !family.is_empty()
                && fold(&offer.name.family) == family
                && fold(&offer.name.given).chars().next() == initial
            {
                2
            } else {
                return None;
            };
            Some((rank, offer))
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().take(CANDIDATES).map(|(_, offer)| offer.clone()).collect()
}
