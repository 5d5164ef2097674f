//! The index of words: passages of the reports in use, and the reports it has still to read.

use super::{from_json, parsed, parsed_option};
use crate::Error;
use crate::api::Place;
use crate::search::{Passage, indexed};
use chrono::{Datelike, NaiveDate};
use rapporteur_document::model::{AgendaItemId, PersonId, Report, ReportId, SeriesId};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{HashMap, HashSet};

/// Bits of a passage's number that say which passage of its report it is.
const PASSAGE_BITS: u32 = 12;

/// The last passage of a report that has a number of its own.
const LAST_PASSAGE: i64 = (1 << PASSAGE_BITS) - 1;

/// Bits of a report's place that say which report of its day it is.
const DAY_BITS: u32 = 16;

/// A report without a date stands after all days: it is being written.
const NO_DAY: i64 = 1 << 24;

/// The reports whose passages are to be drawn anew, some of them.
pub(crate) fn due(connection: &Connection, at_most: u32) -> rusqlite::Result<Vec<ReportId>> {
    connection
        .prepare_cached("SELECT report_id FROM search_due LIMIT ?1")?
        .query_map([at_most], |row| parsed(row, "report_id"))?
        .collect()
}

/// Takes a report off those that are due.
pub(crate) fn drawn(connection: &Connection, id: ReportId) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM search_due WHERE report_id = ?1")?
        .execute([id.to_string()])?;
    Ok(())
}

/// What a report in use holds; none for one in the bin, and for one that cannot be read, which the
/// doctor tells of.
pub(crate) fn content(connection: &Connection, id: ReportId) -> rusqlite::Result<Option<Report>> {
    let content: Option<String> = connection
        .prepare_cached("SELECT content FROM reports WHERE id = ?1 AND deleted_at IS NULL")?
        .query_row([id.to_string()], |row| row.get("content"))
        .optional()?;
    Ok(content.and_then(|content| from_json(&content).ok()))
}

/// Removes a report from the index.
pub(crate) fn remove(connection: &Connection, id: ReportId) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM search_order WHERE report_id = ?1")?
        .execute([id.to_string()])?;
    Ok(())
}

/// Makes the index hold these passages of a report. Those that are there already are left alone,
/// so that a keystroke writes one section and not all of a long report.
pub(crate) fn draw(
    connection: &Connection,
    id: ReportId,
    date: Option<NaiveDate>,
    passages: &[Passage],
) -> Result<(), Error> {
    let place = place_of(connection, id, date)?;
    let first = place << PASSAGE_BITS;
    let known: HashMap<i64, Passage> = connection
        .prepare_cached(
            "SELECT id, place, title, words, unshown, context FROM passages WHERE id BETWEEN ?1 AND ?2",
        )?
        .query_map([first, first + LAST_PASSAGE], |row| Ok((row.get("id")?, passage(row)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut kept = HashSet::new();
    for (at, passage) in (0..=LAST_PASSAGE).zip(passages) {
        // Counted downwards: read from the end, a report's passages come in reading order.
        let number = first + LAST_PASSAGE - at;
        kept.insert(number);
        match known.get(&number) {
            Some(known) if known == passage => continue,
            Some(_) => delete(connection, number)?,
            None => {}
        }
        insert(connection, number, passage)?;
    }
    for gone in known.keys().filter(|number| !kept.contains(number)) {
        delete(connection, *gone)?;
    }
    Ok(())
}

/// The report's place in the order of meetings; a new one where its day has changed.
fn place_of(
    connection: &Connection,
    id: ReportId,
    date: Option<NaiveDate>,
) -> rusqlite::Result<i64> {
    let day = date.map_or(NO_DAY, |date| i64::from(date.num_days_from_ce()).max(0)) << DAY_BITS;
    let days = day..=day + (1 << DAY_BITS) - 1;
    let known: Option<i64> = connection
        .prepare_cached(
            "SELECT o.place FROM search_order o JOIN reports r ON r.id = o.report_id
             WHERE o.report_id = ?1 AND o.series_id = r.series_id",
        )?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()?;
    if let Some(place) = known.filter(|place| days.contains(place)) {
        return Ok(place);
    }
    remove(connection, id)?;
    connection
        .prepare_cached(
            "INSERT INTO search_order (place, report_id, series_id)
             SELECT coalesce((SELECT max(place) + 1 FROM search_order WHERE place BETWEEN ?2 AND ?3), ?2),
                 id, series_id
             FROM reports WHERE id = ?1 RETURNING place",
        )?
        .query_row(params![id.to_string(), days.start(), days.end()], |row| row.get(0))
}

fn insert(connection: &Connection, number: i64, passage: &Passage) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO passages (id, place, title, words, unshown, context) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            number,
            super::json(&passage.place)?,
            passage.title,
            passage.words,
            passage.unshown,
            passage.context
        ])?;
    let words = format!("{} {}", indexed(&passage.words), indexed(&passage.unshown));
    connection
        .prepare_cached(
            "INSERT INTO search (rowid, title, words, context, kind) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            number,
            indexed(&passage.title),
            words,
            indexed(&passage.context),
            passage.kind()
        ])?;
    Ok(())
}

fn delete(connection: &Connection, number: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM passages WHERE id = ?1")?.execute([number])?;
    Ok(())
}

fn passage(row: &rusqlite::Row) -> rusqlite::Result<Passage> {
    let place: String = row.get("place")?;
    Ok(Passage {
        place: from_json(&place)?,
        title: row.get("title")?,
        words: row.get("words")?,
        unshown: row.get("unshown")?,
        context: row.get("context")?,
    })
}

/// Which reports a search may find.
#[derive(Debug, Default)]
pub(crate) struct Among {
    pub series: Option<SeriesId>,
    pub person: Option<PersonId>,
    pub from_year: Option<i32>,
    pub to_year: Option<i32>,
    pub except: Option<ReportId>,
}

/// A passage that was found, with the facts of its report.
pub(crate) struct Found {
    pub report: ReportId,
    pub series_name: String,
    pub number: Option<u32>,
    pub date: Option<NaiveDate>,
    pub passage: Passage,
}

/// The passages an expression finds, newest meeting first, as many as are enough; those of the
/// meetings themselves where there is no expression.
pub(crate) fn find(
    connection: &Connection,
    expression: Option<&str>,
    among: &Among,
    enough: usize,
) -> rusqlite::Result<Vec<Found>> {
    let Some(reports) = reports(connection, among)? else { return Ok(vec![]) };
    let (from, to) = years(among);
    let mut statement = connection.prepare_cached(if expression.is_some() {
        "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC"
    } else {
        "SELECT (place << 12) + 4095 FROM search_order
         WHERE ?1 IS NULL AND place BETWEEN ?2 >> 12 AND ?3 >> 12 ORDER BY place DESC"
    })?;
    let mut rows = statement.query(params![
        expression,
        from.max(reports.first << PASSAGE_BITS),
        to.min((reports.last << PASSAGE_BITS) + LAST_PASSAGE)
    ])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        let place = number >> PASSAGE_BITS;
        if reports.only.as_ref().is_some_and(|only| !only.contains(&place))
            || reports.except == Some(place)
        {
            continue;
        }
        found.push(load(connection, number)?);
        if found.len() == enough {
            break;
        }
    }
    Ok(found)
}

fn load(connection: &Connection, number: i64) -> rusqlite::Result<Found> {
    connection
        .prepare_cached(
            "SELECT p.place, p.title, p.words, p.unshown, p.context, r.id, r.number, r.date, s.name
             FROM passages p JOIN search_order o ON o.place = p.id >> 12
             JOIN reports r ON r.id = o.report_id JOIN series s ON s.id = r.series_id WHERE p.id = ?1",
        )?
        .query_row([number], |row| {
            Ok(Found {
                report: parsed(row, "id")?,
                series_name: row.get("name")?,
                number: row.get("number")?,
                date: parsed_option(row, "date")?,
                passage: passage(row)?,
            })
        })
}

/// An agenda item of an earlier report.
pub(crate) struct EarlierTitle {
    pub report: ReportId,
    pub item: AgendaItemId,
    pub title: String,
}

/// The agenda items of the reports of the same series before a report, newest first, from so many
/// reports at most.
pub(crate) fn titles_before(
    connection: &Connection,
    report: ReportId,
    at_most: u32,
) -> rusqlite::Result<Vec<EarlierTitle>> {
    let mut statement = connection.prepare_cached(
        "WITH earlier (place, report_id) AS (
             SELECT o.place, o.report_id FROM search_order o
             JOIN search_order own ON own.report_id = ?1
             WHERE o.series_id = own.series_id AND o.place < own.place
             ORDER BY o.place DESC LIMIT ?2)
         SELECT e.report_id, p.place, p.title FROM earlier e
         JOIN passages p ON p.id BETWEEN e.place << 12 AND (e.place << 12) + 4095
         ORDER BY p.id DESC",
    )?;
    let mut rows = statement.query(params![report.to_string(), at_most])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let place: String = row.get("place")?;
        if let Place::Section { item, part: None, .. } = from_json(&place)? {
            found.push(EarlierTitle {
                report: parsed(row, "report_id")?,
                item,
                title: row.get("title")?,
            });
        }
    }
    Ok(found)
}

/// The places of the reports that may be found.
struct Reports {
    /// These alone; none: all.
    only: Option<HashSet<i64>>,
    first: i64,
    last: i64,
    except: Option<i64>,
}

/// Which places may be found; nothing where no report is among them.
fn reports(connection: &Connection, among: &Among) -> rusqlite::Result<Option<Reports>> {
    let except = match among.except {
        Some(report) => connection
            .prepare_cached("SELECT place FROM search_order WHERE report_id = ?1")?
            .query_row([report.to_string()], |row| row.get(0))
            .optional()?,
        None => None,
    };
    let (series, person) =
        (among.series.map(|id| id.to_string()), among.person.map(|id| id.to_string()));
    let places = |query: &str, values: &[&dyn rusqlite::ToSql]| -> rusqlite::Result<HashSet<i64>> {
        connection.prepare_cached(query)?.query_map(values, |row| row.get(0))?.collect()
    };
    let only = match (series, person) {
        (None, None) => None,
        (Some(series), None) => {
            Some(places("SELECT place FROM search_order WHERE series_id = ?1", &[&series])?)
        }
        (series, Some(person)) => Some(places(
            "SELECT o.place FROM attendances t JOIN search_order o ON o.report_id = t.report_id
             WHERE t.person_id = ?1 AND (?2 IS NULL OR o.series_id = ?2)",
            &[&person, &series],
        )?),
    };
    let bounds = match &only {
        None => Some((0, i64::MAX >> PASSAGE_BITS)),
        Some(only) => only.iter().min().copied().zip(only.iter().max().copied()),
    };
    Ok(bounds.map(|(first, last)| Reports { only, first, last, except }))
}

/// The first and the last number of a passage in these years. Without a first year, what has no
/// day is in every year; with one, it is in none.
fn years(among: &Among) -> (i64, i64) {
    let number = |day: i64| day << (DAY_BITS + PASSAGE_BITS);
    let begin = |year: i32| {
        let first = NaiveDate::from_ymd_opt(year.clamp(0, 10_000), 1, 1);
        first.map(|day| number(i64::from(day.num_days_from_ce()).max(0)))
    };
    let from = among.from_year.and_then(begin).unwrap_or(0);
    let after = among.to_year.and_then(|year| begin(year.saturating_add(1)));
    let to = match (after, among.from_year) {
        (Some(after), _) => after - 1,
        (None, Some(_)) => number(NO_DAY) - 1,
        (None, None) => i64::MAX,
    };
    (from, to)
}
