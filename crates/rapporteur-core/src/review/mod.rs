//! Imported reports and what a person says about the doubts in them.
//!
//! Every answer is one transaction with what it changes in the report, and can be taken back.

mod original;
mod versions;

pub use original::FileToRead;
pub(crate) use original::{bytes, compare_with_report, file, save, text};
pub(crate) use versions::{compare_reports, take_as_version};

use crate::api::{DoubtState, OriginalFile, Review, ReviewedDoubt};
use crate::clock::{Clock, stamp};
use crate::error::Error;
use crate::{reports, storage};
use rapporteur_document::model::{Report, ReportId};
use rapporteur_document::read::{Doubt, Repair};
use rusqlite::Connection;
use storage::doubts::Stored;

/// An imported report with its doubts.
pub(crate) fn load(connection: &Connection, report: ReportId) -> Result<Review, Error> {
    let stored = reports::load(connection, report)?;
    let file = original::of(connection, report)?;
    let doubts = reviewed(storage::doubts::of_report(connection, report)?, &stored.content);
    let earlier = versions::earlier(connection, report)?;
    let is_pdf = storage::originals::bytes(connection, &file.sha256)?.starts_with(b"%PDF");
    let original = OriginalFile {
        name: file.name,
        sha256: file.sha256,
        imported_at: file.imported_at,
        bytes: file.size,
        is_pdf,
    };
    Ok(Review { report: stored, doubts, original, earlier })
}

/// Gives the same answer to doubts about a report: a yes makes the change that is proposed, a no
/// takes back what was only supposed in reading, and
/// `Open` takes an answer back with what it changed.
pub(crate) fn answer(
    connection: &Connection,
    report: ReportId,
    positions: &[u32],
    state: DoubtState,
    clock: &dyn Clock,
) -> Result<Review, Error> {
    let stored = reports::stored(connection, report)?;
    let mut content = stored.content.clone();
    let mut doubts = storage::doubts::of_report(connection, report)?;
    doubts.retain(|one| positions.contains(&one.position));
    if doubts.len() < positions.len() {
        return Err(Error::NotFound(
            "This doubt is not there any more; open the review again.".to_owned(),
        ));
    }
    for one in doubts {
        if let Some(change) = &one.change
            && !change.undo(&mut content)
        {
            return Err(Error::Refused(format!(
                "“{}” cannot be taken back: the place was changed again since. Mend it by hand.",
                one.doubt.place.quote
            )));
        }
        let change = match state {
            DoubtState::Yes => one.doubt.apply(&mut content),
            DoubtState::No => one.doubt.reject(&mut content),
            DoubtState::Open | DoubtState::Edited => None,
        };
        let now = stamp(clock);
        storage::doubts::answer(connection, report, one.position, state, change.as_ref(), &now)?;
    }
    if content != stored.content {
        reports::save(connection, report, stored.revision, &content, clock)?;
    }
    load(connection, report)
}

fn reviewed(doubts: Vec<Stored>, content: &Report) -> Vec<ReviewedDoubt> {
    let firsts: Vec<u32> = doubts
        .iter()
        .map(|one| {
            let first = doubts.iter().find(|other| alike(&one.doubt, &other.doubt));
            first.map_or(one.position, |first| first.position)
        })
        .collect();
    let reviewed = |(one, like): (Stored, u32)| ReviewedDoubt {
        position: one.position,
        spot: (one.state == DoubtState::Open).then(|| one.doubt.spot(content)).flatten(),
        field: field(&one.doubt).map(str::to_owned),
        doubt: one.doubt,
        state: one.state,
        like,
    };
    doubts.into_iter().zip(firsts).map(reviewed).collect()
}

/// Whether one answer fits both: the same words with the same proposal, the same letters for a
/// bullet, or the same question where no words are to change.
fn alike(one: &Doubt, other: &Doubt) -> bool {
    one.code == other.code
        && match (&one.repair, &other.repair) {
            (Some(Repair::Words { .. }), Some(Repair::Words { .. })) => {
                (&one.place.quote, &one.proposed) == (&other.place.quote, &other.proposed)
            }
            (one, other) => one == other,
        }
}

/// The field of the report a doubt is about.
fn field(doubt: &Doubt) -> Option<&'static str> {
    Some(match doubt.code.as_str() {
        "date_conflict" | "date_ambiguous" | "date_year" | "weekday_conflict" => "meeting.date",
        "time_conflict" => "meeting.time",
        "time_zone_absent" => "meeting.time_zone",
        "venue_absent" | "venue_guessed" => "meeting.venue",
        code if code.starts_with("moderator") => "meeting.moderator",
        code if code.starts_with("next_meeting") => "next_meeting.date",
        "meeting_known" => "meeting.number",
        code if code.starts_with("participant") || code.starts_with("person") => "participants",
        _ => return None,
    })
}
