//! Search: how long somebody waits for results while typing, in a library of decades.

use crate::material::many_reports;
use crate::measure::{Absent, Measured, Table, once, percentile};
use crate::product::{self, Product};
use rapporteur_core::api::{Request, Response, SearchFilters, SearchPart};
use rapporteur_document::model::{Block, Report, plain_text};
use std::path::Path;
use std::time::Duration;

/// Reports of a large archive.
const MANY: u32 = 10_000;

/// Everything that is typed, letter by letter, is a query of its own.
const SLOWEST: Duration = Duration::from_millis(30);

/// How many results the window asks for.
const LIMIT: u32 = 50;

/// Searching a large archive, and what keeping its index costs.
pub fn search(table: &mut Table, folder: &Path) -> Measured<()> {
    let file = folder.join("library.rapporteur");
    let mut product = Product::begin(&file)?;
    let filled = once(|| {
        let mut reports = many_reports(MANY).enumerate();
        reports.try_for_each(|(at, report)| product.create(with_words(report, at)).map(drop))
    });
    table.tell(&format!("Storing {MANY} reports, each found from then on"), &filled);

    let queries = queries(&mut product)?;
    let mut taken = Vec::with_capacity(queries.len());
    let mut found = 0;
    for (query, filters) in &queries {
        let request =
            Request::Search { query: query.clone(), filters: filters.clone(), limit: LIMIT };
        let mut some = false;
        let one = once(|| match product.ask(request)? {
            Response::SearchResults(results) => {
                some = !results.passages.is_empty();
                Ok(())
            }
            _ => Err(Absent("answered something else than was asked".to_owned())),
        })?;
        found += usize::from(some);
        taken.push((one, query));
    }
    taken.sort();
    if let Some((slowest, query)) = taken.last() {
        eprintln!("The slowest search, {slowest:?}: {query}");
    }
    let times: Vec<Duration> = taken.iter().map(|(time, _)| *time).collect();
    let share = found as f64 / queries.len() as f64;
    let count = queries.len();
    table.within(
        &format!("Search over {MANY} reports, 99th percentile of {count} queries"),
        &percentile(&times, 99),
        SLOWEST,
    );
    table.tell("  half of them", &percentile(&times, 50));
    table.share("  of them that found something", &Ok(share), 0.0);

    let series = product.series;
    drop(product);
    let anew = once(|| draw_anew(&file));
    table.tell("Drawing the whole index anew, as for an earlier library", &anew);
    let mut product = Product::resume(&file, series)?;
    earlier(table, &mut product)
}

/// Sections of earlier meetings on the item that is written.
fn earlier(table: &mut Table, product: &mut Product) -> Measured<()> {
    let mut report = many_reports(MANY).last().ok_or_else(|| Absent("no report".to_owned()))?;
    report.meeting.number = Some(MANY + 1);
    report.meeting.date = None;
    let stored = product.create(report)?;
    let title = plain_text(&stored.content.agenda[0].title);
    let taken = crate::measure::median(21, || {
        let (report, title) = (stored.id, title.clone());
        product.done(Request::FindEarlierSections { report, title, limit: 12 })
    });
    table.tell("Earlier sections on the item at the cursor", &taken);
    Ok(())
}

/// A report with words that few others have.
fn with_words(mut report: Report, at: usize) -> Report {
    let words = format!("Docket {at} of year {} was noted as item K{}.", at / 26, at % 977);
    if let Some(item) = report.agenda.first_mut() {
        item.section.blocks.push(Block::paragraph(words));
    }
    report
}

/// What people type: words, phrases and dates of the sample, letter by letter, with and without
/// filters; common words and words of one report.
fn queries(product: &mut Product) -> Measured<Vec<(String, SearchFilters)>> {
    let mut typed: Vec<String> = Vec::new();
    for report in rapporteur_core::sample::reports() {
        for item in &report.agenda {
            let title = plain_text(&item.title);
            typed.push(title.clone());
            typed.push(format!("\"{title}\""));
        }
        for person in report.participants.iter().take(6) {
            typed.push(person.name.full());
        }
        typed.extend(report.meeting.date.map(|day| day.format("%-d %B %Y").to_string()));
    }
    typed.extend((0..100).map(|at| format!("docket {}", at * 97)));
    typed.extend((0..100).map(|at| format!("K{}", at * 7)));
    typed.extend(
        ["the", "and", "that", "meeting", "access", "1950", "march 1950", "zzz"].map(String::from),
    );
    typed.extend(
        ["the access", "noted that the", "\"it was agreed that\"", "libraries budget"]
            .map(String::from),
    );
    typed.sort();
    typed.dedup();
    let mut queries = Vec::new();
    for (at, text) in typed.iter().enumerate() {
        // Every third is watched being typed.
        let from = if at % 3 == 0 { 1 } else { text.chars().count() };
        for length in from..=text.chars().count() {
            let query: String = text.chars().take(length).collect();
            queries.push((query, filters(product, queries.len())));
        }
    }
    Ok(queries)
}

/// None for most, each of them for some.
fn filters(product: &Product, at: usize) -> SearchFilters {
    let none = SearchFilters::default();
    match at % 10 {
        1 => SearchFilters { series: Some(product.series), ..none },
        3 => SearchFilters { from_year: Some(1950), to_year: Some(1960), ..none },
        5 => SearchFilters { part: Some(SearchPart::Sections), ..none },
        7 => SearchFilters { item: "update".to_owned(), ..none },
        9 => {
            let people = rapporteur_core::sample::people();
            SearchFilters { person: Some(people[at / 10 % people.len()].id), ..none }
        }
        _ => none,
    }
}

/// Marks every report, as a migration does, and opens the library, which draws them.
fn draw_anew(file: &Path) -> Measured<()> {
    let library = rusqlite::Connection::open(file).and_then(|library| {
        library.execute_batch(
            "DELETE FROM search_order; INSERT INTO search_due SELECT id FROM reports",
        )
    });
    library.map_err(|error| Absent(error.to_string()))?;
    product::open(file).map(drop)
}
