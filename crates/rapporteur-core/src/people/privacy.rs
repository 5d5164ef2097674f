//! People who ask not to be named, or not to be in the directory, and what is held on one.
//!
//! Each leaves a record that it happened. What was known is kept sealed in it, to take it back,
//! until the record is closed; then it is gone for good. Deliberately absent: files that were
//! sent or backed up before, and the originals of imported reports; the record names those, and
//! the user must see to them. Transcripts are never stored, so none is looked through.

use super::changes;
use super::duplicates::present;
use super::mentions::{self, NOT_IN_REPORT};
use crate::api::{HeldEntry, HeldOnPerson, PrivacyKind, PrivacyRecord};
use crate::clock::{Clock, new_id, stamp};
use crate::error::Error;
use crate::storage::changes::{
    Changed, additions_about, again, between, delete, doubts_naming, put_back, rows_of,
};
use crate::storage::{self, attendances, identities, privacy};
use rapporteur_document::model::{ParticipantId, PersonId, PersonName, Report, ReportId};
use rapporteur_document::naming::{self, Known};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// What is kept of somebody until their record is closed.
#[derive(Serialize, Deserialize)]
struct Sealed {
    rows: Vec<Changed>,
    reports: Vec<SealedReport>,
    versions: Vec<SealedVersion>,
}

#[derive(Serialize, Deserialize)]
struct SealedReport {
    report: ReportId,
    /// The revision without the name; another one means that somebody went on writing.
    revision: u64,
    before: Report,
}

#[derive(Serialize, Deserialize)]
struct SealedVersion {
    report: ReportId,
    revision: u64,
    before: Report,
}

/// Replaces a person's name by “Participant” in the directory and in every report and version.
pub(crate) fn anonymise(
    connection: &Connection,
    person: PersonId,
    clock: &dyn Clock,
) -> Result<PrivacyRecord, Error> {
    let person = present(connection, person)?;
    let entries = identities::with_merged(connection, person)?;
    let names = names_of(connection, person)?;
    let written: Vec<String> = names.iter().flat_map(as_written).collect();
    let doubts = doubts_naming(connection, &written)?;
    let (before, lists) = (rows_of(connection, &entries)?, additions_about(connection, &entries)?);
    let (reports, versions) = conceal_in_reports(connection, person, &entries, &names, clock)?;
    let name = PersonName { given: naming::CONCEALED.to_owned(), ..PersonName::default() };
    withdraw(connection, &entries, PrivacyKind::Anonymised, &name)?;
    for name in &written {
        privacy::forget_exceptions(connection, name)?;
    }
    delete(connection, &doubts)?;
    let mut rows = between(connection, &before, &rows_of(connection, &entries)?)?;
    for kept in [&lists, &doubts] {
        rows.extend(between(connection, kept, &again(connection, kept)?)?);
    }
    let sealed = Sealed { rows, reports, versions };
    keep(connection, person, PrivacyKind::Anonymised, &sealed, clock)
}

/// Removes a person from the directory; reports keep what they printed.
pub(crate) fn remove(
    connection: &Connection,
    person: PersonId,
    clock: &dyn Clock,
) -> Result<PrivacyRecord, Error> {
    let person = present(connection, person)?;
    let entries = identities::with_merged(connection, person)?;
    let (before, lists) = (rows_of(connection, &entries)?, additions_about(connection, &entries)?);
    withdraw(connection, &entries, PrivacyKind::Removed, &PersonName::default())?;
    let mut rows = between(connection, &before, &rows_of(connection, &entries)?)?;
    rows.extend(between(connection, &lists, &again(connection, &lists)?)?);
    for entry in &entries {
        attendances::draw_all_of(connection, *entry)?;
    }
    let sealed = Sealed { rows, reports: vec![], versions: vec![] };
    keep(connection, person, PrivacyKind::Removed, &sealed, clock)
}

/// Takes what is known of some entries away, and what would bring it back.
fn withdraw(
    connection: &Connection,
    entries: &[PersonId],
    kind: PrivacyKind,
    name: &PersonName,
) -> Result<(), Error> {
    for entry in entries {
        privacy::withdraw(connection, *entry, kind.code(), name)?;
        privacy::forget_in_additions(connection, *entry)?;
        changes::forget_of(connection, *entry)?;
    }
    Ok(())
}

/// The records, latest first, each with the imported files that hold the name still.
pub(crate) fn records(connection: &Connection) -> Result<Vec<PrivacyRecord>, Error> {
    let told = |record: PrivacyRecord| {
        // Once a record is closed, the reports tell by the person's entry alone.
        let sealed = privacy::sealed(connection, &record.id)?;
        let sealed = sealed.map(|sealed| opened(&sealed)).transpose()?;
        let originals = originals(connection, record.person, sealed.as_ref())?;
        Ok(PrivacyRecord { originals, ..record })
    };
    privacy::all(connection)?.into_iter().map(told).collect()
}

/// The imported files that hold a name: those of reports that name the person, and of reports whose
/// text was changed.
fn originals(
    connection: &Connection,
    person: PersonId,
    sealed: Option<&Sealed>,
) -> Result<Vec<String>, Error> {
    let mut names = privacy::originals_naming(connection, person)?;
    for changed in sealed.iter().flat_map(|sealed| &sealed.reports) {
        names.extend(privacy::originals_of(connection, changed.report)?);
    }
    names.sort();
    names.dedup();
    Ok(names)
}

fn opened(sealed: &str) -> Result<Sealed, Error> {
    serde_json::from_str(sealed)
        .map_err(|error| Error::Refused(format!("What was sealed cannot be read: {error}")))
}

/// Takes one back, as long as its record is open.
pub(crate) fn undo(connection: &Connection, record: &str, clock: &dyn Clock) -> Result<(), Error> {
    let Some(sealed) = privacy::sealed(connection, record)? else {
        find(connection, record)?;
        return Err(Error::Refused(
            "This record is closed: what was known is gone for good and cannot be brought back."
                .to_owned(),
        ));
    };
    let sealed = opened(&sealed)?;
    if !put_back(connection, &sealed.rows)? {
        return Err(Error::Refused(
            "The directory's entry was changed since, so this was not taken back.".to_owned(),
        ));
    }
    for one in sealed.reports {
        let Some(stored) = storage::reports::load(connection, one.report)? else { continue };
        let content = if stored.revision == one.revision {
            one.before
        } else {
            named_again(stored.content, &one.before)
        };
        storage::reports::update(connection, one.report, stored.revision, &content, &stamp(clock))?;
    }
    for one in sealed.versions {
        privacy::set_version(connection, one.report, one.revision, &one.before)?;
    }
    for person in sealed.rows.iter().flat_map(Changed::people) {
        attendances::draw_all_of(connection, person)?;
    }
    Ok(privacy::forget(connection, record)?)
}

/// Closes a record: it says that it happened, and what was known is gone for good. The answer is
/// the last that names every imported file.
pub(crate) fn close(
    connection: &Connection,
    record: &str,
    clock: &dyn Clock,
) -> Result<PrivacyRecord, Error> {
    let open = find(connection, record)?;
    privacy::close(connection, record, &stamp(clock))?;
    Ok(PrivacyRecord { closed_at: find(connection, record)?.closed_at, ..open })
}

fn find(connection: &Connection, record: &str) -> Result<PrivacyRecord, Error> {
    let all = records(connection)?;
    all.into_iter().find(|one| one.id == record).ok_or_else(|| {
        Error::NotFound("There is no such record any more; look at the list again.".to_owned())
    })
}

/// Everything the library holds on one person.
pub(crate) fn held(connection: &Connection, person: PersonId) -> Result<HeldOnPerson, Error> {
    let page = super::page::load(connection, person)?;
    let person = page.offer.person;
    let contributions = mentions::contributions(connection, person)?;
    let mut originals = privacy::originals_naming(connection, person)?;
    for contribution in &contributions {
        originals.extend(privacy::originals_of(connection, contribution.report)?);
    }
    originals.sort();
    originals.dedup();
    let (mut merged, mut lists) = (Vec::new(), Vec::new());
    for entry in identities::with_merged(connection, person)? {
        lists.extend(privacy::lists_naming(connection, entry)?);
        if let Some(one) = page.merged.iter().find(|one| one.person == entry) {
            let details = storage::people::details(connection, entry)?;
            merged.push(HeldEntry { name: one.name.clone(), details });
        }
    }
    let names = names_of(connection, person)?;
    let written: Vec<String> = names.iter().flat_map(as_written).collect();
    let doubts = doubts_naming(connection, &written)?.texts("message");
    let mut different = Vec::new();
    for (one, other) in identities::distinct(connection)? {
        if one == person
            && let Some(other) = storage::people::load(connection, other)?
        {
            different.push(other.name);
        }
    }
    different.sort_by_cached_key(PersonName::sort_key);
    Ok(HeldOnPerson {
        page,
        merged,
        different,
        lists,
        contributions,
        doubts,
        originals,
        backups: None,
    })
}

/// All names the directory has for a person.
fn names_of(connection: &Connection, person: PersonId) -> Result<Vec<PersonName>, Error> {
    let offer = storage::people::load(connection, person)?.ok_or_else(super::gone)?;
    let spellings = storage::people::spellings_of(connection, person)?;
    Ok(std::iter::once(offer.name).chain(spellings.into_iter().map(|one| one.name)).collect())
}

/// The two ways in which lists write a name.
fn as_written(name: &PersonName) -> [String; 2] {
    let family = format!("{} {}", name.particles, name.family);
    [name.full(), format!("{}, {}", family.trim(), name.given)]
}

/// The addresses and telephone numbers of some entries.
fn contacts_of(connection: &Connection, entries: &[PersonId]) -> Result<Vec<String>, Error> {
    let mut contacts = Vec::new();
    for entry in entries {
        let details = storage::people::details(connection, *entry)?;
        contacts.extend([details.email, details.phone].into_iter().flatten());
    }
    Ok(contacts)
}

/// The list and the text of somebody's later work on a report get the names back; words that were
/// typed elsewhere stay.
fn named_again(mut content: Report, before: &Report) -> Report {
    for one in &mut content.participants {
        if let Some(was) = before.participant(one.id)
            && one.name.full() == naming::CONCEALED
        {
            *one = was.clone();
        }
    }
    content
}

fn conceal_in_reports(
    connection: &Connection,
    person: PersonId,
    entries: &[PersonId],
    names: &[PersonName],
    clock: &dyn Clock,
) -> Result<(Vec<SealedReport>, Vec<SealedVersion>), Error> {
    let contacts = contacts_of(connection, entries)?;
    let who = Who { person, names, contacts: &contacts };
    let (mut reports, mut versions) = (Vec::new(), Vec::new());
    let in_use = storage::reports::list(connection, None, false)?;
    for summary in in_use.into_iter().chain(storage::reports::list(connection, None, true)?) {
        let Some(stored) = storage::reports::load(connection, summary.id)? else { continue };
        let deleted = summary.deleted_at.is_some();
        let before = stored.content.clone();
        if let Some(content) = without(connection, stored.content, summary.id, &who)? {
            let revision = stored.revision;
            let now = stamp(clock);
            storage::reports::update(connection, summary.id, revision, &content, &now)?;
            if deleted {
                attendances::remove(connection, summary.id)?;
            }
            reports.push(SealedReport { report: summary.id, revision: revision + 1, before });
        }
        for kept in storage::versions::all(connection, summary.id)? {
            let Some(before) = kept.content() else { continue };
            let concealed = without(connection, before.clone(), summary.id, &who)?;
            if let Some(content) = concealed {
                privacy::set_version(connection, summary.id, kept.revision, &content)?;
                let (report, revision) = (summary.id, kept.revision);
                versions.push(SealedVersion { report, revision, before });
            }
        }
    }
    Ok((reports, versions))
}

/// Somebody who is not to be named.
struct Who<'w> {
    person: PersonId,
    names: &'w [PersonName],
    contacts: &'w [String],
}

/// A content without a person's name; none where it does not hold it.
fn without(
    connection: &Connection,
    mut content: Report,
    report: ReportId,
    who: &Who,
) -> Result<Option<Report>, Error> {
    let meant = attendances::meant_in(connection, report)?;
    let own: Vec<ParticipantId> = content
        .participants
        .iter()
        .filter(|one| one.person.map(&meant) == Some(who.person))
        .map(|one| one.id)
        .collect();
    let mut known = naming::participants(&content.participants);
    for one in known.iter_mut().filter(|one| own.contains(&one.id)) {
        one.names.extend(who.names.iter().cloned());
    }
    let mut people = own;
    if people.is_empty() {
        known.push(Known { id: NOT_IN_REPORT, names: who.names.to_vec(), given_alone: false });
        people.push(NOT_IN_REPORT);
    }
    let changed = mentions::with_language(&super::directory::nicknames(connection)?, |language| {
        naming::conceal(&mut content, &people, who.contacts, &known, language)
    });
    Ok(changed.then_some(content))
}

fn keep(
    connection: &Connection,
    person: PersonId,
    kind: PrivacyKind,
    sealed: &Sealed,
    clock: &dyn Clock,
) -> Result<PrivacyRecord, Error> {
    let record = PrivacyRecord {
        id: new_id(clock).to_string(),
        person,
        kind,
        happened_at: stamp(clock),
        closed_at: None,
        reports: u32::try_from(sealed.reports.len()).unwrap_or(u32::MAX),
        originals: originals(connection, person, Some(sealed))?,
        backups: None,
    };
    let sealed = serde_json::to_string(sealed)
        .map_err(|error| Error::Refused(format!("This cannot be kept: {error}")))?;
    privacy::keep(connection, &record, &sealed)?;
    Ok(record)
}
