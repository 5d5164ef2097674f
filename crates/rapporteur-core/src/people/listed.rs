//! The people of a list beside the directory: who is new, who is known, who has changed.

use super::directory::Wanted;
use super::is_known;
use crate::api::{
    AffiliationChange, ListedMatch, ListedPerson, PersonMatch, PersonOffer, Standing,
};
use crate::error::Error;
use crate::library::Library;
use crate::storage;
use rapporteur_document::model::{PersonId, PersonName, SeriesId, fold};
use rapporteur_document::read::list::Listed;
use rusqlite::Connection;
use std::collections::HashMap;

/// From this strength on a question is asked before somebody is taken for new.
const ASKED: f64 = 0.5;

/// Says of everybody on a list whom of the directory they may be. Nothing is stored.
pub(crate) fn compare(
    library: &Library,
    people: Vec<Listed>,
    series: Option<SeriesId>,
) -> Result<Vec<ListedPerson>, Error> {
    let (connection, directory) = (library.connection(), library.directory()?);
    let addresses: HashMap<String, PersonId> = storage::additions::addresses(connection)?
        .into_iter()
        .map(|(person, address)| (address.to_lowercase(), person))
        .collect();
    let other = |one: &Listed| one.also.clone().unwrap_or_default();
    let also: Vec<PersonName> = people.iter().map(other).collect();
    let by_name = directory.find(connection, &wanted(&people, |at| &people[at].name))?;
    let by_other_name = directory.find(connection, &wanted(&people, |at| &also[at]))?;
    let mut compared = Vec::with_capacity(people.len());
    for ((listed, found), more) in people.into_iter().zip(by_name).zip(by_other_name) {
        let mut known = found;
        for one in more {
            if known.iter().all(|have| have.offer.person != one.offer.person) {
                known.push(one);
            }
        }
        let address = listed.email.as_ref().map(|email| email.to_lowercase());
        if let Some(person) = address.and_then(|address| addresses.get(&address).copied()) {
            take_by_address(connection, &mut known, &listed, person)?;
        }
        known.sort_by(|a, b| b.certain.cmp(&a.certain).then(b.strength.total_cmp(&a.strength)));
        let offers = known.iter_mut().map(|one| &mut one.offer);
        storage::people::count_meetings(connection, series, offers)?;
        let standing = match known.first() {
            _ if listed.nameless.is_some() => Standing::Nameless,
            Some(best) if best.certain => Standing::Known,
            Some(best) if best.strength >= ASKED => Standing::MayBe,
            _ => Standing::New,
        };
        let known = known
            .into_iter()
            .map(|found| ListedMatch { change: change(&listed, &found.offer), found })
            .collect();
        compared.push(ListedPerson { listed, standing, known });
    }
    Ok(compared)
}

fn wanted<'l>(people: &'l [Listed], name: impl Fn(usize) -> &'l PersonName) -> Vec<Wanted<'l>> {
    let one = |(at, listed): (usize, &'l Listed)| Wanted {
        name: name(at),
        role: listed.role.as_deref(),
        organisation: listed.organisation.as_deref(),
    };
    people.iter().enumerate().map(one).collect()
}

/// The same address says who it is where the names have a word in common; else it is a hint.
fn take_by_address(
    connection: &Connection,
    known: &mut Vec<PersonMatch>,
    listed: &Listed,
    person: PersonId,
) -> Result<(), Error> {
    const REASON: &str = "the same e-mail address";
    let Some(offer) = storage::people::load(connection, person)? else { return Ok(()) };
    let words = |name: &PersonName| -> Vec<String> {
        fold(&name.full()).split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
    };
    let (theirs, ours) = (words(&listed.name), words(&offer.name));
    let shared = theirs.iter().any(|word| word.len() > 1 && ours.contains(word));
    match known.iter_mut().find(|one| one.offer.person == offer.person) {
        Some(one) => {
            one.certain |= shared;
            one.strength = one.strength.max(0.95);
            one.reasons.push(REASON.to_owned());
        }
        None => known.push(PersonMatch {
            offer,
            strength: 0.9,
            certain: shared,
            reasons: vec![REASON.to_owned()],
        }),
    }
    Ok(())
}

/// What the person would be by the list, where that differs from what holds now. What says
/// nothing, such as an independent expert's organisation, replaces nothing.
fn change(listed: &Listed, offer: &PersonOffer) -> Option<AffiliationChange> {
    let differs = |new: &Option<String>, old: &Option<String>| {
        let new = new.as_deref().map(str::trim).filter(|new| is_known(new))?;
        (old.as_deref().map(fold) != Some(fold(new))).then(|| new.to_owned())
    };
    let role = differs(&listed.role, &offer.role);
    let status = differs(&listed.status, &offer.status);
    let organisation = differs(&listed.organisation, &offer.organisation);
    (role.is_some() || status.is_some() || organisation.is_some()).then(|| AffiliationChange {
        role: role.or_else(|| offer.role.clone()),
        status: status.or_else(|| offer.status.clone()),
        organisation: organisation.or_else(|| offer.organisation.clone()),
    })
}
