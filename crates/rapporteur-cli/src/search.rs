//! `search`: passages of the reports, newest meeting first.

use crate::arguments::SearchFor;
use crate::output::outln;
use crate::run::{Outcome, Problem, Session};
use crate::show::print_json;
use rapporteur_core::api::{FoundPassage, Marked, Request, Response, SearchFilters};
use rapporteur_document::style;
use serde_json::json;

/// Searches and prints what was found.
pub fn run(session: &mut Session, wanted: &SearchFor, json: bool) -> Result<Outcome, Problem> {
    let series = wanted.series.as_deref().map(|name| session.series(Some(name))).transpose()?;
    let person = wanted.person.as_deref().map(|name| session.person(name)).transpose()?;
    let filters = SearchFilters {
        series,
        person,
        from_year: wanted.from,
        to_year: wanted.to,
        item: wanted.item.clone(),
        ..SearchFilters::default()
    };
    let request = Request::Search { query: wanted.query.join(" "), filters, limit: wanted.limit };
    let Response::SearchResults(results) = session.ask(request)? else {
        return Err(Problem::unexpected());
    };
    if results.wordless {
        eprintln!("There is no word in this to search for; type letters or digits.");
    }
    if json {
        print_json(&results.passages.iter().map(passage).collect::<Vec<_>>())?;
        return Ok(Outcome::Done);
    }
    for found in &results.passages {
        outln!(
            "{}  {}  {}  {}{}",
            found.number.map_or("–".to_owned(), style::ordinal),
            found.date.map_or("no date".to_owned(), |date| date.to_string()),
            found.series_name,
            found.place,
            if found.title.is_empty() {
                String::new()
            } else {
                format!(": {}", words(&found.title))
            },
        );
        outln!("    {}", words(&found.snippet));
    }
    let more = if results.more { ", and there are more: --limit shows them" } else { "" };
    eprintln!("{} passages{more}", results.passages.len());
    Ok(Outcome::Done)
}

fn passage(found: &FoundPassage) -> serde_json::Value {
    json!({
        "report": found.number,
        "id": found.report,
        "series": found.series_name,
        "date": found.date,
        "where": found.place.to_string(),
        "title": words(&found.title),
        "snippet": words(&found.snippet),
    })
}

/// The words on one line.
fn words(pieces: &[Marked]) -> String {
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
