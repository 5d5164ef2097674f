//! Reports: creating, loading, saving, the bin, earlier versions.

mod duplicate;
mod propose;
mod versions;

pub(crate) use duplicate::duplicate;
pub(crate) use propose::{propose, propose_next_meeting};
pub(crate) use versions::{compare, content_of_version, keep_version, versions};

use crate::api::{ReportSummary, Saved, StoredReport};
use crate::clock::{Clock, new_id, stamp};
use crate::error::Error;
use crate::{search, series, storage, templates};
use chrono::{SecondsFormat, TimeDelta};
use rapporteur_document::model::{Attendance, Report, ReportId, ReportState, SeriesId};
use rapporteur_document::style;
use rusqlite::Connection;
use storage::reports::{New, Stored};

/// How long the same kept version stands for the changes after it.
const VERSION_EVERY: TimeDelta = TimeDelta::minutes(10);

/// Stores a new report under the series' present template.
pub(crate) fn create(
    connection: &Connection,
    series: SeriesId,
    mut content: Report,
    imported: bool,
    clock: &dyn Clock,
) -> Result<ReportId, Error> {
    let series = series::load(connection, series)?;
    content.meeting.series = series.name;
    refuse_invalid(&content)?;
    let id = ReportId(new_id(clock));
    let new = New { id, series: series.id, template: series.template, content: &content, imported };
    storage::reports::insert(connection, &new, &stamp(clock))?;
    learn_spellings(connection, id, &content)?;
    Ok(id)
}

/// One report with its generated words.
pub(crate) fn load(connection: &Connection, id: ReportId) -> Result<StoredReport, Error> {
    let stored = stored(connection, id)?;
    let template = templates::load(connection, stored.template)?;
    let generated = style::generate(&stored.content, &template)?;
    Ok(StoredReport {
        id: stored.id,
        series: stored.series,
        series_name: stored.series_name,
        template: stored.template,
        revision: stored.revision,
        saved_at: stored.saved_at,
        content: stored.content,
        generated,
    })
}

/// One report as it is stored.
pub(crate) fn stored(connection: &Connection, id: ReportId) -> Result<Stored, Error> {
    storage::reports::load(connection, id)?.ok_or_else(gone)
}

/// Stores a changed content, unless another change came first.
pub(crate) fn save(
    connection: &Connection,
    id: ReportId,
    base: u64,
    content: &Report,
    clock: &dyn Clock,
) -> Result<Saved, Error> {
    refuse_invalid(content)?;
    let saved_at = stamp(clock);
    let since = (clock.now() - VERSION_EVERY).to_rfc3339_opts(SecondsFormat::Millis, true);
    storage::versions::keep_from_time_to_time(connection, id, &since, content.state)?;
    match storage::reports::update(connection, id, base, content, &saved_at)? {
        Some(revision) => {
            learn_spellings(connection, id, content)?;
            search::draw(connection, id, content)?;
            Ok(Saved { revision, saved_at })
        }
        None => match storage::reports::revision(connection, id)? {
            Some((revision, saved_at)) => Err(Error::Stale { revision, saved_at }),
            None => Err(gone()),
        },
    }
}

/// Puts a report in the bin, or takes it out.
pub(crate) fn set_deleted(
    connection: &Connection,
    id: ReportId,
    at: Option<&str>,
) -> Result<ReportSummary, Error> {
    storage::reports::set_deleted(connection, id, at)?;
    match at {
        Some(_) => storage::attendances::remove(connection, id)?,
        None => storage::attendances::draw(connection, id, &stored(connection, id)?.content)?,
    }
    summary(connection, id)
}

/// Deletes a report of the bin with its versions and its original, for good.
pub(crate) fn erase(connection: &Connection, id: ReportId) -> Result<(), Error> {
    if summary(connection, id)?.deleted_at.is_none() {
        return Err(Error::Refused(
            "This report is not in the bin, so it was not deleted for good. Move it to the bin first."
                .to_owned(),
        ));
    }
    Ok(storage::reports::erase(connection, id)?)
}

/// Deletes every report of the bin for good. Answers how many there were.
pub(crate) fn empty_bin(connection: &Connection) -> Result<u32, Error> {
    let bin = storage::reports::list(connection, None, true)?;
    for report in &bin {
        storage::reports::erase(connection, report.id)?;
    }
    Ok(u32::try_from(bin.len()).unwrap_or(u32::MAX))
}

/// A report as a list shows it.
pub(crate) fn summary(connection: &Connection, id: ReportId) -> Result<ReportSummary, Error> {
    storage::reports::summary(connection, id)?.ok_or_else(gone)
}

/// Keeps how a final report writes the names of people in the directory; in a draft they are
/// half typed.
fn learn_spellings(connection: &Connection, id: ReportId, content: &Report) -> Result<(), Error> {
    if content.state == ReportState::Final {
        for participant in content.with_attendance(Attendance::Present) {
            if let Some(person) = participant.person {
                storage::people::keep_spelling(connection, person, &participant.name, Some(id))?;
            }
        }
    }
    Ok(())
}

fn refuse_invalid(content: &Report) -> Result<(), Error> {
    let invalid = content.validate();
    if invalid.is_empty() { Ok(()) } else { Err(Error::Invalid(invalid)) }
}

fn gone() -> Error {
    Error::NotFound(
        "This report is not in the library any more; look in the bin or open a backup.".to_owned(),
    )
}
