//! People who ask not to be named, or not to be in the directory, and what is held on one.
//!
//! Each leaves a record that it happened. What was known is kept sealed in it, to take it back,
//! until the record is closed; then it is gone for good. Deliberately absent: files that were
//! sent or backed up before, and the originals of imported reports; those the user must see to.

use super::changes;
use super::duplicates::present;
use super::mentions::{self, NOT_IN_REPORT};
use crate::api::{HeldOnPerson, PrivacyKind, PrivacyRecord};
use crate::clock::{Clock, new_id, stamp};
use crate::error::Error;
use crate::storage::changes::{Changed, between, put_back, rows_of};
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
    let before = rows_of(connection, &entries)?;
    let (reports, versions) = conceal_in_reports(connection, person, clock)?;
    let name = PersonName { given: naming::CONCEALED.to_owned(), ..PersonName::default() };
    for entry in &entries {
        privacy::withdraw(connection, *entry, PrivacyKind::Anonymised.code(), &name)?;
        changes::forget_of(connection, *entry)?;
    }
    let rows = between(connection, &before, &rows_of(connection, &entries)?)?;
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
    let before = rows_of(connection, &entries)?;
    for entry in &entries {
        let kind = PrivacyKind::Removed.code();
        privacy::withdraw(connection, *entry, kind, &PersonName::default())?;
        changes::forget_of(connection, *entry)?;
    }
    let rows = between(connection, &before, &rows_of(connection, &entries)?)?;
    for entry in &entries {
        attendances::draw_all_of(connection, *entry)?;
    }
    let sealed = Sealed { rows, reports: vec![], versions: vec![] };
    keep(connection, person, PrivacyKind::Removed, &sealed, clock)
}

/// The records, latest first.
pub(crate) fn records(connection: &Connection) -> Result<Vec<PrivacyRecord>, Error> {
    Ok(privacy::all(connection)?)
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
    let sealed: Sealed = serde_json::from_str(&sealed)
        .map_err(|error| Error::Refused(format!("What was sealed cannot be read: {error}")))?;
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

/// Closes a record: it says that it happened, and what was known is gone for good.
pub(crate) fn close(
    connection: &Connection,
    record: &str,
    clock: &dyn Clock,
) -> Result<PrivacyRecord, Error> {
    privacy::close(connection, record, &stamp(clock))?;
    find(connection, record)
}

fn find(connection: &Connection, record: &str) -> Result<PrivacyRecord, Error> {
    let all = privacy::all(connection)?;
    all.into_iter().find(|one| one.id == record).ok_or_else(|| {
        Error::NotFound("There is no such record any more; look at the list again.".to_owned())
    })
}

/// Everything the library holds on one person.
pub(crate) fn held(connection: &Connection, person: PersonId) -> Result<HeldOnPerson, Error> {
    let page = super::page::load(connection, person)?;
    let contributions = mentions::contributions(connection, page.offer.person)?;
    let originals = privacy::originals_naming(connection, page.offer.person)?;
    Ok(HeldOnPerson { page, contributions, originals })
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
    clock: &dyn Clock,
) -> Result<(Vec<SealedReport>, Vec<SealedVersion>), Error> {
    let offer = storage::people::load(connection, person)?.ok_or_else(super::gone)?;
    let mut names = vec![offer.name];
    names
        .extend(storage::people::spellings_of(connection, person)?.into_iter().map(|one| one.name));
    let (mut reports, mut versions) = (Vec::new(), Vec::new());
    let in_use = storage::reports::list(connection, None, false)?;
    for summary in in_use.into_iter().chain(storage::reports::list(connection, None, true)?) {
        let Some(stored) = storage::reports::load(connection, summary.id)? else { continue };
        let deleted = summary.deleted_at.is_some();
        let before = stored.content.clone();
        if let Some(content) = without(connection, stored.content, summary.id, person, &names)? {
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
            let concealed = without(connection, before.clone(), summary.id, person, &names)?;
            if let Some(content) = concealed {
                privacy::set_version(connection, summary.id, kept.revision, &content)?;
                let (report, revision) = (summary.id, kept.revision);
                versions.push(SealedVersion { report, revision, before });
            }
        }
    }
    Ok((reports, versions))
}

/// A content without a person's name; none where it does not hold it.
fn without(
    connection: &Connection,
    mut content: Report,
    report: ReportId,
    person: PersonId,
    names: &[PersonName],
) -> Result<Option<Report>, Error> {
    let meant = attendances::meant_in(connection, report)?;
    let own: Vec<ParticipantId> = content
        .participants
        .iter()
        .filter(|one| one.person.map(&meant) == Some(person))
        .map(|one| one.id)
        .collect();
    let mut known = naming::participants(&content.participants);
    for one in known.iter_mut().filter(|one| own.contains(&one.id)) {
        one.names.extend(names.iter().cloned());
    }
    let mut people = own;
    if people.is_empty() {
        known.push(Known { id: NOT_IN_REPORT, names: names.to_vec(), given_alone: false });
        people.push(NOT_IN_REPORT);
    }
    let changed = mentions::with_language(&super::directory::nicknames(connection)?, |language| {
        naming::conceal(&mut content, &people, &known, language)
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
        originals: privacy::originals_naming(connection, person)?,
    };
    let sealed = serde_json::to_string(sealed)
        .map_err(|error| Error::Refused(format!("This cannot be kept: {error}")))?;
    privacy::keep(connection, &record, &sealed)?;
    Ok(record)
}
