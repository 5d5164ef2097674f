//! Full-text search over the reports in use: words, people, agenda items, dates.
//!
//! Called by the API. Reports are drawn into the index by the one door for writes
//! ([`Library::write`](crate::Library)): triggers of the database mark what changed, whoever
//! changed it, and [`draw_due`] reads it before the same transaction ends. So no writer can forget
//! the index, and none needs to know of it. Words are folded here, on both sides, by the same
//! function ([`words`]); SQLite only keeps and finds them.
//!
//! Results come newest meeting first. A weight of relevance is deliberately absent: a secretariat
//! asks when something was last said, and an order that everybody can foresee is found again.

mod passages;
mod query;
mod sections;
mod snippet;
mod text;
mod words;

pub(crate) use passages::Passage;
pub(crate) use sections::{each_item, lettered};
pub(crate) use text::{line, plain};
pub(crate) use words::{indexed, words};

use crate::api::{FoundPassage, Place, SearchFilters, SearchPart, SearchResults};
use crate::error::Error;
use crate::storage;
use query::Query;
use rapporteur_document::model::PersonId;
use rusqlite::Connection;
use storage::search::{Among, Found};

/// How many results are given at most.
const MOST: usize = 1000;

/// Draws reports that were marked since they were last drawn, at most so many. Answers how many
/// there were.
pub(crate) fn draw_due(connection: &Connection, at_most: u32) -> Result<usize, Error> {
    let due = storage::search::due(connection, at_most)?;
    for report in &due {
        match storage::search::content(connection, *report)? {
            Some(content) => {
                let passages = passages::passages(&content);
                storage::search::draw(connection, *report, content.meeting.date, &passages)?;
            }
            None => storage::search::remove(connection, *report)?,
        }
        storage::search::drawn(connection, *report)?;
    }
    Ok(due.len())
}

/// Searches. Nothing typed and nothing asked of titles finds the meetings themselves.
pub(crate) fn search(
    connection: &Connection,
    typed: &str,
    filters: &SearchFilters,
    limit: usize,
) -> Result<SearchResults, Error> {
    let (query, item) = (Query::parse(typed), Query::parse(&filters.item));
    let wordless = query.is_empty() && !typed.trim().is_empty();
    if wordless {
        return Ok(SearchResults { wordless, ..SearchResults::default() });
    }
    let limit = limit.clamp(1, MOST);
    let among = Among {
        series: filters.series,
        person: filters.person.map(|person| counts_as(connection, person)).transpose()?,
        from_year: filters.from_year,
        to_year: filters.to_year,
        except: filters.except,
    };
    let expression = query.expression(&item, filters.part.map(SearchPart::word));
    let mut found = storage::search::find(connection, expression.as_deref(), &among, limit + 1)?;
    let more = found.len() > limit;
    found.truncate(limit);
    let passages = found.into_iter().map(|one| shown(one, &query, &item)).collect();
    Ok(SearchResults { passages, more, wordless })
}

fn shown(found: Found, query: &Query, item: &Query) -> FoundPassage {
    let title = if query.is_empty() { item } else { query };
    FoundPassage {
        report: found.report,
        series_name: found.series_name,
        number: found.number,
        date: found.date,
        title: snippet::marked(&found.passage.title, title),
        snippet: snippet::snippet(&found.passage.words, query),
        place: found.passage.place,
    }
}

/// Whom a person counts as, so that an entry that was merged still finds its meetings.
fn counts_as(connection: &Connection, person: PersonId) -> Result<PersonId, Error> {
    Ok(storage::identities::counts_as(connection, person)?.unwrap_or(person))
}

impl SearchPart {
    /// The word the index knows this kind of place by.
    fn word(self) -> &'static str {
        match self {
            SearchPart::Sections => "section",
            SearchPart::NextSteps => "steps",
            SearchPart::People => "people",
        }
    }
}

impl Passage {
    /// The word its kind of place is known by; none where no search asks for it.
    pub(crate) fn kind(&self) -> &'static str {
        let part = match self.place {
            Place::Section { .. } => SearchPart::Sections,
            Place::NextSteps => SearchPart::NextSteps,
            Place::Participants | Place::Apologies => SearchPart::People,
            Place::Meeting | Place::Opening | Place::NextMeeting => return "",
        };
        part.word()
    }
}
