//! The command `check`: findings as text for people or as one JSON value for programs.

use crate::output::outln;
use crate::run::{Outcome, Problem, Session};
use crate::show::{self, print_json};
use rapporteur_core::api::{CheckRequest, ExportFormat, Request, Response};
use rapporteur_document::check::{Finding, Severity};
use rapporteur_document::model::ReportId;
use std::path::Path;

/// Checks a file with a prior report.
pub fn file(session: &mut Session, path: &str, json: bool) -> Result<Outcome, Problem> {
    let answer = session.ask(Request::Check(CheckRequest::CheckFile { path: path.to_owned() }))?;
    findings(answer, json)
}

/// Checks a stored report, or writes what is open in it to a file.
pub fn report(
    session: &mut Session,
    report: ReportId,
    output: Option<&Path>,
    json: bool,
) -> Result<Outcome, Problem> {
    if let Some(output) = output {
        let pdf = output.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"));
        let format = if pdf { ExportFormat::Pdf } else { ExportFormat::Txt };
        let path = output.to_string_lossy().into_owned();
        let answer =
            session.ask(Request::Check(CheckRequest::ExportFindings { report, format, path }))?;
        return show::answer(&answer, json);
    }
    findings(session.ask(Request::Check(CheckRequest::CheckStored { report }))?, json)
}

/// Lists the rules.
pub fn rules(session: &mut Session, json: bool) -> Result<Outcome, Problem> {
    let Response::Rules(rules) = session.ask(Request::Check(CheckRequest::ListRules))? else {
        return Err(Problem::unexpected());
    };
    if json {
        print_json(&rules)?;
        return Ok(Outcome::Done);
    }
    for rule in &rules {
        outln!("{:8} {:8} {}", rule.code, severity(rule.severity), rule.reason);
        for words in rule.wrong.iter().take(2) {
            outln!("{:18}not: {}", "", words.quote);
        }
    }
    Ok(Outcome::Done)
}

fn findings(answer: Response, json: bool) -> Result<Outcome, Problem> {
    let findings = match answer {
        Response::Checked(findings) => findings,
        Response::CheckedReport(checked) => checked.open,
        _ => return Err(Problem::unexpected()),
    };
    if json {
        print_json(&findings)?;
    } else {
        for finding in &findings {
            outln!("{}", line(finding));
        }
        eprintln!("{} findings", findings.len());
    }
    Ok(if findings.is_empty() { Outcome::Done } else { Outcome::Findings })
}

fn line(finding: &Finding) -> String {
    let place = match (&finding.place.field, finding.place.line) {
        (Some(field), 0) => field.clone(),
        (_, line) => format!("line {line}"),
    };
    let fix = finding.fix.as_ref().map_or(String::new(), |fix| {
        let how = if fix.safe { "fix" } else { "perhaps" };
        format!(" [{how}: “{}”]", fix.replacement)
    });
    format!(
        "{place}: {} {}: {} (“{}”){fix}",
        severity(finding.severity),
        finding.rule,
        finding.message,
        finding.place.quote
    )
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Style => "style",
    }
}
