//! The checker in the product: through requests, among neighbours, with the library's people.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use chrono::{TimeZone, Utc};
use rapporteur_core::api::{
    CheckRequest, Checked, Exception, ExceptionScope, ExportFormat, ReportSummary, Request,
    Response, StoredReport, TemplateRequest, handle,
};
use rapporteur_core::{FixedClock, Library};
use rapporteur_document::check::{Finding, RegisterFile, Term, WordingEntry};
use rapporteur_document::model::{Block, TemplateId};
use rapporteur_tests::repository;
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
    let request = Request::Check(CheckRequest::CheckReport {
        content: Box::new(report.content),
        template: report.template,
        series: report.series,
        report: Some(report.id),
    });
    let Response::CheckedReport(review) = ask(library, request) else { panic!() };
    review.open
}

fn check_file(library: &mut Library, text: &str) -> Vec<Finding> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.txt");
    fs::write(&path, text).unwrap();
    let request =
        Request::Check(CheckRequest::CheckFile { path: path.to_str().unwrap().to_owned() });
    let Response::Checked(findings) = ask(library, request) else { panic!() };
    findings
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.rule.as_str()).collect()
}

fn printed(library: &mut Library, report: &StoredReport) -> String {
    let template: TemplateId = report.template;
    let Response::Template(template) =
        ask(library, Request::Template(TemplateRequest::LoadTemplate { template }))
    else {
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
    let Response::Rules(rules) = ask(&mut library, Request::Check(CheckRequest::ListRules)) else {
        panic!()
    };
    assert_eq!(rules.len(), rapporteur_document::check::rules().count());
}

fn review(library: &mut Library, report: &StoredReport) -> Checked {
    let request = Request::Check(CheckRequest::CheckReport {
        content: Box::new(report.content.clone()),
        template: report.template,
        series: report.series,
        report: Some(report.id),
    });
    let Response::CheckedReport(review) = ask(library, request) else { panic!() };
    review
}

/// A report of the sample with a date that is to be marked.
fn with_a_slip(library: &mut Library, number: u32, all: &[ReportSummary]) -> StoredReport {
    let mut report = load(library, number, all);
    let blocks = &mut report.content.agenda[0].section.blocks;
    blocks.push(Block::paragraph("Everybody had met on 27th March, before the summer."));
    report
}

#[test]
fn a_finding_is_left_where_the_user_says_and_taken_back() {
    let (mut library, all) = sample();
    let (one, other) = (with_a_slip(&mut library, 111, &all), with_a_slip(&mut library, 110, &all));
    for (scope, quote, open_in_one, open_in_other) in [
        (ExceptionScope::Report(one.id), Some("27th March"), false, true),
        (ExceptionScope::Series(one.series), Some("27th March"), false, false),
        (ExceptionScope::Library, Some("27th March"), false, false),
        (ExceptionScope::Library, Some("28th March"), true, true),
        (ExceptionScope::Report(other.id), None, true, false),
        (ExceptionScope::Series(one.series), None, false, false),
    ] {
        let exception = Exception {
            rule: "DATE-5".to_owned(),
            quote: quote.map(str::to_owned),
            scope,
            reason: " as it was announced ".to_owned(),
            made_at: String::new(),
        };
        ask(
            &mut library,
            Request::Check(CheckRequest::MakeException { exception: exception.clone() }),
        );
        let (first, second) = (review(&mut library, &one), review(&mut library, &other));
        assert_eq!(codes(&first.open).contains(&"DATE-5"), open_in_one, "{scope:?} {quote:?}");
        assert_eq!(codes(&second.open).contains(&"DATE-5"), open_in_other, "{scope:?} {quote:?}");
        if let Some(left) = first.left.first() {
            assert_eq!(left.exception.reason, "as it was announced");
            assert!(!left.exception.made_at.is_empty());
        }
        ask(&mut library, Request::Check(CheckRequest::RemoveException { exception }));
        assert!(codes(&review(&mut library, &one).open).contains(&"DATE-5"));
    }
}

#[test]
fn what_an_earlier_window_left_is_still_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.rapporteur");
    let earlier = repository().join("tests/fixtures/libraries/version-1.rapporteur");
    fs::copy(earlier, &path).unwrap();
    let report: String = {
        let connection = rusqlite::Connection::open(&path).unwrap();
        let report = connection
            .query_row("SELECT id FROM reports WHERE number IS NOT NULL LIMIT 1", [], |r| r.get(0))
            .unwrap();
        let left = r#"["DATE-5 27th March","STY-2 it doesn't","broken"]"#;
        for (name, value) in
            [(format!("ignored {report}"), left), ("ignored nobody".to_owned(), "[\"A b\"]")]
        {
            connection
                .execute("INSERT INTO settings (name, value) VALUES (?1, ?2)", [&name, value])
                .unwrap();
        }
        report
    };
    let mut library = Library::open(&path, &clock()).unwrap();
    let report = report.parse().unwrap();
    let Response::Exceptions(made) =
        ask(&mut library, Request::Check(CheckRequest::ListExceptions { report }))
    else {
        panic!()
    };
    let words: Vec<(&str, Option<&str>)> =
        made.iter().map(|one| (one.rule.as_str(), one.quote.as_deref())).collect();
    assert_eq!(words, [("DATE-5", Some("27th March")), ("STY-2", Some("it doesn't"))]);
    let setting = Request::GetSetting { name: format!("ignored {report}") };
    assert_eq!(ask(&mut library, setting), Response::Setting(None));
}

#[test]
fn users_keep_a_register_of_their_own() {
    let (mut library, all) = sample();
    let mut report = load(&mut library, 111, &all);
    let words = "They spoke of a kick off with the XQRT. The webinaar is theirs.";
    report.content.agenda[0].section.blocks.push(Block::paragraph(words));
    let before = codes(&checked(&mut library, report.clone())).len();
    assert!(before > 0);
    let series = Some(report.series);
    let register = RegisterFile {
        words: vec!["webinaar".to_owned()],
        terms: vec![Term {
            short: "XQRT".to_owned(),
            name: "Exchange of Quiet Reading Tables".to_owned(),
            ..Term::default()
        }],
        wordings: vec![WordingEntry {
            words: "kick off".to_owned(),
            write: "beginning".to_owned(),
            ..WordingEntry::default()
        }],
        ..RegisterFile::default()
    };
    ask(
        &mut library,
        Request::Check(CheckRequest::SaveRegister { series, register: register.clone() }),
    );
    let findings = checked(&mut library, report.clone());
    let fix = |code: &str| {
        let found = findings.iter().find(|one| one.rule == code).unwrap();
        found.fix.as_ref().unwrap().replacement.clone()
    };
    assert_eq!(fix("STY-11"), "beginning");
    assert_eq!(fix("TRM-2"), "Exchange of Quiet Reading Tables (XQRT)");
    assert!(!codes(&findings).contains(&"SPL-1"));

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("terms.toml").to_str().unwrap().to_owned();
    ask(&mut library, Request::Check(CheckRequest::ExportRegister { series, path: path.clone() }));
    ask(&mut library, Request::Check(CheckRequest::ImportRegister { series: None, path }));
    let kept = ask(&mut library, Request::Check(CheckRequest::LoadRegister { series: None }));
    assert_eq!(kept, Response::Register(Box::new(register)));

    let wordings = vec![WordingEntry { avoid: Some("(".to_owned()), ..WordingEntry::default() }];
    let broken = RegisterFile { wordings, ..RegisterFile::default() };
    let refused = handle(
        &mut library,
        &clock(),
        Request::Check(CheckRequest::SaveRegister { series: None, register: broken }),
    );
    assert!(refused.unwrap_err().message.contains("register"));
}

#[test]
fn findings_of_a_stored_report_have_the_lines_of_its_text() {
    let (mut library, all) = sample();
    let report = with_a_slip(&mut library, 111, &all);
    let save = Request::SaveReport {
        report: report.id,
        base_revision: report.revision,
        content: report.content.clone(),
    };
    ask(&mut library, save);
    let stored = ask(&mut library, Request::Check(CheckRequest::CheckStored { report: report.id }));
    let Response::CheckedReport(review) = stored else { panic!() };
    let found = review.open.iter().find(|one| one.rule == "DATE-5").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap().to_owned();
    let request =
        Request::ExportReport { report: report.id, format: ExportFormat::Txt, path: place.clone() };
    let Response::Exported(exported) = ask(&mut library, request) else { panic!() };
    let text = fs::read_to_string(exported.path).unwrap();
    let line = text.lines().nth(found.place.line as usize - 1).unwrap();
    assert!(line.contains("27th"), "line {} is {line:?}", found.place.line);

    for (format, begins, words) in
        [(ExportFormat::Txt, "WG", "27th March: Write 27 March."), (ExportFormat::Pdf, "%PDF", "")]
    {
        let request = Request::Check(CheckRequest::ExportFindings {
            report: report.id,
            format,
            path: place.clone(),
        });
        let Response::Exported(exported) = ask(&mut library, request) else { panic!() };
        let bytes = fs::read(&exported.path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(exported.path.contains("-Check."), "{}", exported.path);
        assert!(text.contains(words) && (begins == "WG" || text.starts_with(begins)), "{text}");
    }
}
