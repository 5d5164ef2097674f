//! An imported report that is a newer version of one the library has.

use crate::api::{ReportSummary, TakenAsVersion};
use crate::clock::Clock;
use crate::error::Error;
use crate::{reports, storage};
use rapporteur_document::compare::{self, Comparison, with_ids_of};
use rapporteur_document::model::ReportId;
use rusqlite::Connection;

/// Another report of the same series and number that was there before.
pub(super) fn earlier(
    connection: &Connection,
    report: ReportId,
) -> Result<Option<ReportSummary>, Error> {
    let own = reports::summary(connection, report)?;
    let Some(number) = own.number else { return Ok(None) };
    let all = storage::reports::list(connection, Some(own.series), false)?;
    // Ids sort by the time they were made.
    Ok(all
        .into_iter()
        .filter(|other| other.number == Some(number) && other.id < own.id)
        .min_by_key(|other| other.id))
}

/// What differs between two reports of one meeting, the earlier and another reading of it.
pub(crate) fn compare_reports(
    connection: &Connection,
    report: ReportId,
    with: ReportId,
) -> Result<Comparison, Error> {
    let before = reports::stored(connection, report)?.content;
    let after = with_ids_of(&before, reports::stored(connection, with)?.content);
    Ok(compare::compare(&before, &after))
}

/// Lets a report go on with the content, the doubts and the file of another one, which is gone
/// then; what it held before is kept as a version.
pub(crate) fn take_as_version(
    connection: &Connection,
    newer: ReportId,
    of: ReportId,
    clock: &dyn Clock,
) -> Result<TakenAsVersion, Error> {
    let (known, other) = (reports::stored(connection, of)?, reports::stored(connection, newer)?);
    if newer == of || known.series != other.series {
        return Err(Error::Refused(
            "These are not two reports of one meeting; choose another one.".to_owned(),
        ));
    }
    let name = storage::originals::of_report(connection, of)?.map(|file| file.name);
    reports::keep_version(connection, of, name.as_deref())?;
    let content = with_ids_of(&known.content, other.content);
    reports::save(connection, of, known.revision, &content, clock)?;
    storage::originals::hand_over(connection, newer, of)?;
    storage::doubts::hand_over(connection, newer, of)?;
    storage::doubts::close(connection, of, "meeting_known")?;
    storage::reports::erase(connection, newer)?;
    Ok(TakenAsVersion {
        report: reports::summary(connection, of)?,
        gone: newer,
        before: known.revision,
    })
}
