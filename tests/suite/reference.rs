//! Earlier meetings beside a draft: the same item before, and whole reports to read.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use chrono::{TimeZone, Utc};
use rapporteur_core::api::{
    EarlierReport, EarlierSections, ReportSummary, Request, Response, handle,
};
use rapporteur_core::{FixedClock, Library, sample};
use rapporteur_document::model::{Attendance, Inline, Report, plain_text};

struct Desk {
    library: Library,
    reports: Vec<ReportSummary>,
}

impl Desk {
    fn new() -> Self {
        let mut library = Library::in_memory(&clock()).unwrap();
        handle(&mut library, &clock(), Request::AddSampleData).unwrap();
        let request = Request::ListReports { series: None, deleted: false };
        let Response::Reports(reports) = handle(&mut library, &clock(), request).unwrap() else {
            panic!()
        };
        Self { library, reports }
    }

    fn ask(&mut self, request: Request) -> Response {
        handle(&mut self.library, &clock(), request).unwrap()
    }

    fn summary(&self, number: u32) -> ReportSummary {
        self.reports.iter().find(|one| one.number == Some(number)).unwrap().clone()
    }

    fn earlier(&mut self, number: u32, title: &str, limit: u32) -> EarlierSections {
        let (report, title) = (self.summary(number).id, title.to_owned());
        match self.ask(Request::FindEarlierSections { report, title, limit }) {
            Response::EarlierSections(found) => found,
            other => panic!("{other:?}"),
        }
    }

    fn whole(&mut self, number: u32) -> EarlierReport {
        match self.ask(Request::LoadEarlierReport { report: self.summary(number).id }) {
            Response::EarlierReport(report) => *report,
            other => panic!("{other:?}"),
        }
    }
}

fn clock() -> FixedClock {
    FixedClock(Utc.with_ymd_and_hms(2026, 4, 16, 9, 0, 0).unwrap())
}

/// The numbers of the meetings before one with an item of this title, newest first.
fn meetings_with(title: &str, before: u32) -> Vec<u32> {
    let has = |report: &Report| report.agenda.iter().any(|item| plain_text(&item.title) == title);
    let mut numbers: Vec<u32> = sample::reports()
        .iter()
        .filter(|report| has(report))
        .filter_map(|report| report.meeting.number)
        .filter(|number| *number < before)
        .collect();
    numbers.sort_unstable_by(|a, b| b.cmp(a));
    numbers
}

#[test]
fn a_standing_item_is_found_in_every_earlier_meeting() {
    let mut desk = Desk::new();
    for (title, number) in [
        ("Update from the Forum Secretariat", 111),
        ("Update from the Forum Secretariat", 105),
        ("Any other business (AoB)", 111),
    ] {
        let found = desk.earlier(number, title, 100);
        let numbers: Vec<u32> = found.sections.iter().filter_map(|one| one.number).collect();
        assert_eq!(numbers, meetings_with(title, number), "{title}");
        assert!(!found.more);
        for one in &found.sections {
            assert!(one.strength == 1.0 && !one.evidence.is_empty(), "{one:?}");
            assert!(one.section.label.parse::<u32>().is_ok(), "{one:?}");
        }
    }
    let some = desk.earlier(111, "Any other business", 3);
    assert_eq!((some.sections.len(), some.more), (3, true));
}

#[test]
fn a_reworded_item_is_found_and_says_why() {
    let mut desk = Desk::new();
    let found = desk.earlier(111, "What became of the reader test", 100);
    let titles: Vec<&str> = found.sections.iter().map(|one| one.section.title.as_str()).collect();
    assert!(titles.contains(&"Results of the reader test"), "{titles:?}");
    for one in &found.sections {
        assert!(one.section.title.to_lowercase().contains("reader test"), "{one:?}");
        assert!(one.evidence.to_lowercase().contains("“reader”"), "{}", one.evidence);
    }
    for nothing in ["", "  ", "2026", "Zanzibar", "🎉"] {
        assert_eq!(desk.earlier(111, nothing, 100).sections, [], "{nothing}");
    }
}

#[test]
fn what_is_in_the_bin_or_renamed_is_followed() {
    let mut desk = Desk::new();
    let title = "Update from the Forum Secretariat";
    let before = desk.earlier(111, title, 100).sections;
    let report = before[0].report;
    desk.ask(Request::DeleteReport { report });
    assert_eq!(desk.earlier(111, title, 100).sections, before[1..]);
    desk.ask(Request::RestoreReport { report });
    assert_eq!(desk.earlier(111, title, 100).sections, before);

    let Response::Report(mut stored) = desk.ask(Request::LoadReport { report }) else { panic!() };
    let item = stored.content.agenda.iter_mut().find(|item| plain_text(&item.title) == title);
    item.unwrap().title = vec![Inline::text("Zanzibar")];
    let (base_revision, content) = (stored.revision, stored.content);
    desk.ask(Request::SaveReport { report, base_revision, content });
    assert_eq!(desk.earlier(111, title, 100).sections, before[1..]);
    assert_eq!(desk.earlier(111, "On Zanzibar", 100).sections.len(), 1);
}

#[test]
fn a_whole_report_is_read_with_everybody_named_in_full() {
    let mut desk = Desk::new();
    for report in sample::reports() {
        let number = report.meeting.number.unwrap();
        let whole = desk.whole(number);
        assert_eq!((whole.number, whole.date), (report.meeting.number, report.meeting.date));
        let present: Vec<String> =
            report.with_attendance(Attendance::Present).map(|one| one.name.full()).collect();
        assert_eq!(whole.participants.len(), present.len());
        for (entry, name) in whole.participants.iter().zip(&present) {
            assert!(entry.starts_with(name.as_str()), "{entry}");
        }
        let titles: Vec<String> =
            report.agenda.iter().map(|item| plain_text(&item.title)).collect();
        for title in titles {
            assert!(whole.sections.iter().any(|section| section.title == title), "{title}");
        }
        let text: String = whole
            .sections
            .iter()
            .flat_map(|section| &section.passages)
            .map(|passage| format!("{}\n", passage.text))
            .collect();
        assert!(text.len() > 500, "{number}: {text}");
        assert!(present.iter().any(|name| text.contains(name.as_str())), "{number}");
    }
}
