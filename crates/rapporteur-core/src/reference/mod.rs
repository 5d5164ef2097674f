//! Going back to earlier meetings while drafting: the same agenda item before, and whole reports.
//!
//! Called by the API. Which items are the same is decided by their titles ([`likeness`]), over the
//! titles the search index keeps; stores nothing.

mod likeness;
mod read;

use crate::api::{EarlierItem, EarlierReport, EarlierSections};
use crate::error::Error;
use crate::search::each_item;
use crate::{reports, storage};
use likeness::{Likeness, Titles};
use rapporteur_document::model::ReportId;
use rusqlite::Connection;
use std::collections::HashMap;

/// How many earlier reports are looked at: decades of a usual series.
const REPORTS: u32 = 1000;

/// How many sections are given at most.
const MOST: usize = 200;

/// The sections of earlier meetings of the same series on an item, newest first.
pub(crate) fn earlier_sections(
    connection: &Connection,
    report: ReportId,
    title: &str,
    limit: usize,
) -> Result<EarlierSections, Error> {
    let limit = limit.clamp(1, MOST);
    let before = storage::search::titles_before(connection, report, REPORTS)?;
    let titles = Titles::of(before.iter().map(|one| one.title.as_str()));
    let mut known: HashMap<&str, Option<Likeness>> = HashMap::new();
    let mut found = Vec::new();
    for one in &before {
        let likeness =
            known.entry(&one.title).or_insert_with(|| likest(&titles, title, &one.title)).clone();
        if let Some(likeness) = likeness {
            found.push((one, likeness));
            if found.len() > limit {
                break;
            }
        }
    }
    let more = found.len() > limit;
    found.truncate(limit);
    let mut sections = Vec::new();
    for (one, likeness) in found {
        let stored = reports::stored(connection, one.report)?;
        each_item(&stored.content, |item, label| {
            if item.id == one.item {
                sections.push(EarlierItem {
                    report: stored.id,
                    number: stored.content.meeting.number,
                    date: stored.content.meeting.date,
                    section: read::section(&stored.content, item, label),
                    evidence: likeness.evidence.reason(),
                    strength: (likeness.strength * 100.0).round() / 100.0,
                });
            }
        });
    }
    Ok(EarlierSections { sections, more })
}

/// A whole report to read beside another.
pub(crate) fn earlier_report(
    connection: &Connection,
    report: ReportId,
) -> Result<EarlierReport, Error> {
    Ok(read::whole(&reports::stored(connection, report)?))
}

/// An imported item may be announced in one wording and headed in another: either counts.
fn likest(titles: &Titles, title: &str, other: &str) -> Option<Likeness> {
    let likenesses = other.split(" / ").filter_map(|one| titles.compare(title, one));
    likenesses.max_by(|a, b| a.strength.total_cmp(&b.strength))
}
