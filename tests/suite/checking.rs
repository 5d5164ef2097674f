//! The checker in the product: through requests, among neighbours, with the library's people.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use chrono::{TimeZone, Utc};
use rapporteur_core::api::{ReportSummary, Request, Response, StoredReport, handle};
use rapporteur_core::{FixedClock, Library};
use rapporteur_document::check::Finding;
use rapporteur_document::model::{Block, TemplateId};
use std::fs;

fn clock() -> FixedClock {
    FixedClock(Utc.with_ymd_and_hms(2026, 4, 1, 12, 0, 0).unwrap())
}

fn ask(library: &mut Library, request: Request) -> Response {
    handle(library, &clock(), request).unwrap()
}

fn sample() -> (Library, Vec<ReportSummary>) {
    let mut library = Library::in_memory(&clock()).unwrap();
    ask(&mut library, Request::AddSampleData);
    let all = ask(&mut library, Request::ListReports { series: None, deleted: false });
    let Response::Reports(all) = all else { panic!() };
    (library, all)
}

fn load(library: &mut Library, number: u32, all: &[ReportSummary]) -> StoredReport {
    let report = all.iter().find(|report| report.number == Some(number)).unwrap().id;
    let Response::Report(report) = ask(library, Request::LoadReport { report }) else { panic!() };
    *report
}

fn checked(library: &mut Library, report: StoredReport) -> Vec<Finding> {
    let request = Request::CheckReport {
        content: report.content,
        template: report.template,
        series: report.series,
        report: Some(report.id),
    };
    let Response::Checked(findings) = ask(library, request) else { panic!() };
    findings
}

fn check_file(library: &mut Library, text: &str) -> Vec<Finding> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.txt");
    fs::write(&path, text).unwrap();
    let request = Request::CheckFile { path: path.to_str().unwrap().to_owned() };
    let Response::Checked(findings) = ask(library, request) else { panic!() };
    findings
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.rule.as_str()).collect()
}

fn printed(library: &mut Library, report: &StoredReport) -> String {
    let template: TemplateId = report.template;
    let Response::Template(template) = ask(library, Request::LoadTemplate { template }) else {
        panic!()
    };
    let printed = rapporteur_document::style::print(&report.content, &template).unwrap();
    String::from_utf8(rapporteur_document::write::text::write(&printed).bytes).unwrap()
}

#[test]
fn stored_reports_of_a_clean_series_are_left_alone() {
    let (mut library, all) = sample();
    for number in 105..=111 {
        let report = load(&mut library, number, &all);
        let findings = checked(&mut library, report);
        assert!(findings.is_empty(), "{number}: {findings:?}");
    }
}

#[test]
fn a_finding_in_a_draft_says_where_in_its_data() {
    let (mut library, all) = sample();
    let mut report = load(&mut library, 111, &all);
    let item = report.content.agenda[0].id;
    let blocks = &mut report.content.agenda[0].section.blocks;
    blocks.push(Block::paragraph("It – or “é” – was on 27th March."));
    let field = format!("agenda.0.section.blocks.{}", blocks.len() - 1);
    let findings = checked(&mut library, report);
    let found = findings.iter().find(|finding| finding.rule == "DATE-5").unwrap();
    assert_eq!(found.place.quote, "27th March");
    assert_eq!((found.place.field.as_ref(), found.place.item), (Some(&field), Some(item)));
    assert_eq!((found.place.from, found.place.to), (Some(21), Some(31)));
    let fix = found.fix.as_ref().unwrap();
    assert!(fix.safe && fix.replacement == "27 March");
}

#[test]
fn neighbours_and_people_of_the_library_are_known() {
    let (mut library, all) = sample();
    let report = load(&mut library, 110, &all);
    let text = printed(&mut library, &report);
    let found = check_file(&mut library, &text);
    assert!(found.is_empty(), "{found:?}");

    let numbered = text.replace("The 110th", "The 107th");
    assert!(codes(&check_file(&mut library, &numbered)).contains(&"SER-1"));

    let people = text.find("List of participants").unwrap();
    let plain = text.replace("Świętosławski", "Swietoslawski");
    assert_ne!(plain[people..], text[people..]);
    let findings = check_file(&mut library, &plain);
    let found = findings.iter().find(|finding| finding.rule == "PPL-13").unwrap();
    assert!(found.fix.as_ref().unwrap().replacement.contains("Świętosławski"));
}

#[test]
fn users_add_terms_and_switch_rules_off() {
    let (mut library, all) = sample();
    let mut report = load(&mut library, 111, &all);
    let words = "Participants noted the webiner of 27th March.";
    report.content.agenda[0].section.blocks.push(Block::paragraph(words));
    let found = checked(&mut library, report.clone());
    assert!(codes(&found).contains(&"DATE-5") && codes(&found).contains(&"SPL-1"), "{found:?}");
    let own = "off = [\"DATE-5\"]\nwords = [\"webiner\"]\n".to_owned();
    ask(&mut library, Request::SetSetting { name: "register".to_owned(), value: Some(own) });
    let found = checked(&mut library, report);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn every_rule_is_listed() {
    let (mut library, _) = sample();
    let Response::Rules(rules) = ask(&mut library, Request::ListRules) else { panic!() };
    assert_eq!(rules.len(), rapporteur_document::check::rules().count());
}
