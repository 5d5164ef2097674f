//! Answers as text for people or as one JSON value for programs.

use crate::output::{out, outln};
use crate::run::{Outcome, Problem, Session};
use rapporteur_core::api::{Imported, ReportSummary, Request, Response, TemplateRequest};
use rapporteur_document::model::{ReportId, ReportState};
use rapporteur_document::{style, write};

/// Prints an answer.
pub fn answer(answer: &Response, json: bool) -> Result<Outcome, Problem> {
    if json {
        print_json(answer)?;
    } else {
        print_text(answer);
    }
    Ok(match answer {
        Response::Findings(findings) if !findings.is_empty() => Outcome::Findings,
        // What the library has already is where it was asked to be.
        Response::ImportedList(all) if all.iter().any(is_refused) => Outcome::Findings,
        _ => Outcome::Done,
    })
}

/// Prints what was recognised in a file.
pub fn recognised(answer: &Response, json: bool) -> Result<Outcome, Problem> {
    let Response::Recognised(recognised) = answer else {
        return Err(Problem::unexpected());
    };
    // The recognised report is data; both forms print it whole, people read it indented.
    if json {
        print_json(recognised)?;
    } else {
        let pretty = serde_json::to_string_pretty(&recognised.report);
        outln!("{}", pretty.map_err(|error| Problem::refused(error.to_string()))?);
        for doubt in &recognised.doubts {
            eprintln!("doubt: {}", recognised.describe(doubt));
        }
    }
    Ok(Outcome::Done)
}

/// Prints a stored report: its data as JSON, or the words it is exported with.
pub fn report(session: &mut Session, report: ReportId, json: bool) -> Result<Outcome, Problem> {
    let Response::Report(stored) = session.ask(Request::LoadReport { report })? else {
        return Err(Problem::unexpected());
    };
    if json {
        print_json(&stored)?;
        return Ok(Outcome::Done);
    }
    let Response::Template(template) = session
        .ask(Request::Template(TemplateRequest::LoadTemplate { template: stored.template }))?
    else {
        return Err(Problem::unexpected());
    };
    let printed = style::print(&stored.content, &template)
        .map_err(|error| Problem::refused(error.to_string()))?;
    let written = write::text::write(&printed);
    out!("{}", String::from_utf8_lossy(&written.bytes));
    Ok(Outcome::Done)
}

/// Prints one JSON value.
pub fn print_json(value: &impl serde::Serialize) -> Result<(), Problem> {
    let text = serde_json::to_string(value).map_err(|error| Problem::refused(error.to_string()))?;
    outln!("{text}");
    Ok(())
}

fn print_text(answer: &Response) {
    match answer {
        Response::Reports(reports) => {
            for report in reports {
                outln!("{}", line(report));
            }
            eprintln!("{} reports", reports.len());
        }
        Response::ReportSummary(report) => outln!("{}", line(report)),
        Response::Report(stored) => {
            let meeting = &stored.content.meeting;
            outln!(
                "{}  {}  {}  {}",
                stored.id,
                stored.series_name,
                meeting.number.map_or("no number".to_owned(), style::ordinal),
                meeting.date.map_or("no date".to_owned(), |date| date.to_string()),
            );
        }
        Response::SeriesList(all) => {
            for series in all {
                outln!("{}: {} reports", series.name, series.reports);
            }
        }
        Response::Series(series) => outln!("{}: {} reports", series.name, series.reports),
        Response::Templates(all) => {
            for template in all {
                let origin = if template.built_in { ", built in" } else { "" };
                outln!("{} (version {}{origin})", template.name, template.version);
            }
        }
        Response::TemplateSummary(template) => {
            outln!("{} (version {})", template.name, template.version)
        }
        Response::People(people) => {
            for person in people {
                let parts = [&person.role, &person.status, &person.organisation];
                outln!("{}  {}", person.name.full(), joined(&parts));
            }
            eprintln!("{}", counted(people.len(), "person", "people"));
        }
        Response::Exported(exported) => {
            outln!("{}", exported.path);
            for warning in &exported.warnings {
                eprintln!("warning: {}", warning.message);
            }
        }
        Response::ImportedList(all) => {
            for imported in all {
                import(imported, all.len() > 1);
            }
        }
        Response::Library(library) => {
            outln!("{}: {} reports, {} people", library.path, library.reports, library.people);
        }
        Response::Findings(findings) => {
            for finding in findings {
                outln!("{}{}", if finding.serious { "serious: " } else { "" }, finding.message);
            }
            if findings.is_empty() {
                outln!("The library is sound.");
            }
        }
        other => outln!("{}", serde_json::to_string_pretty(other).unwrap_or_default()),
    }
}

/// What became of one file. Of many files the number of doubts says enough; the window has each
/// with its place.
fn import(imported: &Imported, of_many: bool) {
    if let Some(report) = &imported.report {
        let doubts = match imported.doubts.len() {
            number if number > 0 && of_many => format!("  {}", counted(number, "doubt", "doubts")),
            _ => String::new(),
        };
        outln!("{}: {}{doubts}", imported.path, line(report));
    }
    if let Some(reason) = &imported.refused {
        eprintln!("{}{reason}", if is_refused(imported) { "not imported: " } else { "" });
    }
    if !of_many {
        for doubt in &imported.doubts {
            eprintln!("  doubt: {doubt}");
        }
    }
}

fn is_refused(imported: &Imported) -> bool {
    imported.refused.is_some() && imported.known.is_none()
}

/// What became of many files, in a line.
pub fn imports(all: &[Imported], left_out: u32) -> String {
    let kept = all.iter().filter(|one| one.report.is_some()).count();
    let known = all.iter().filter(|one| one.known.is_some()).count();
    let doubts: usize = all.iter().map(|one| one.doubts.len()).sum();
    let refused = all.len() - kept - known;
    let left_out = match left_out {
        0 => String::new(),
        number => format!(", {number} left out as no documents"),
    };
    format!(
        "{kept} imported with {}, {known} in the library already, {refused} not imported{left_out}",
        counted(doubts, "doubt", "doubts")
    )
}

/// A number of things in words: `1 person`, `2 people`.
pub fn counted(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// Those parts of an affiliation that are there.
pub fn joined(parts: &[&Option<String>]) -> String {
    parts.iter().filter_map(|part| part.as_deref()).collect::<Vec<_>>().join(", ")
}

fn line(report: &ReportSummary) -> String {
    format!(
        "{}  {}  {}  {}  {}{}",
        report.number.map_or("–".to_owned(), style::ordinal),
        report.date.map_or("no date".to_owned(), |date| date.to_string()),
        report.series_name,
        match report.state {
            ReportState::Draft => "draft",
            ReportState::InReview => "in review",
            ReportState::Final => "final",
        },
        report.id,
        if report.imported { "  imported" } else { "" },
    )
}
