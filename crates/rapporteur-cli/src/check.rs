//! The command `check`: findings as text for people or as one JSON value for programs.

use crate::run::{Outcome, Problem, Session};
use crate::show::print_json;
use rapporteur_core::api::{Request, Response};
use rapporteur_document::check::{Finding, Severity};
use rapporteur_document::model::ReportId;

/// Checks a file with a prior report.
pub fn file(session: &mut Session, path: &str, json: bool) -> Result<Outcome, Problem> {
    let answer = session.ask(Request::CheckFile { path: path.to_owned() })?;
    findings(answer, json)
}

/// Checks a stored report.
pub fn report(session: &mut Session, report: ReportId, json: bool) -> Result<Outcome, Problem> {
    let Response::Report(stored) = session.ask(Request::LoadReport { report })? else {
        return Err(Problem::unexpected());
    };
    let answer = session.ask(Request::CheckReport {
        content: stored.content,
        template: stored.template,
        series: stored.series,
        report: Some(report),
    })?;
    findings(answer, json)
}

/// Lists the rules.
pub fn rules(session: &mut Session, json: bool) -> Result<Outcome, Problem> {
    let Response::Rules(rules) = session.ask(Request::ListRules)? else {
        return Err(Problem::unexpected());
    };
    if json {
        print_json(&rules)?;
        return Ok(Outcome::Done);
    }
    for rule in &rules {
        println!("{:8} {:8} {}", rule.code, severity(rule.severity), rule.reason);
        for words in rule.wrong.iter().take(2) {
            println!("{:18}not: {words}", "");
        }
    }
    Ok(Outcome::Done)
}

fn findings(answer: Response, json: bool) -> Result<Outcome, Problem> {
    let Response::Checked(findings) = answer else { return Err(Problem::unexpected()) };
    if json {
        print_json(&findings)?;
    } else {
        for finding in &findings {
            println!("{}", line(finding));
        }
        eprintln!("{} findings", findings.len());
    }
    Ok(if findings.is_empty() { Outcome::Done } else { Outcome::Findings })
}

fn line(finding: &Finding) -> String {
    let place = match (&finding.place.field, finding.place.line) {
        (Some(field), _) => field.clone(),
        (None, line) => format!("line {line}"),
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
