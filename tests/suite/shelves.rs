//! The library kept in order: drafts from earlier reports, archived series, the bin and its end.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use chrono::{TimeZone, Utc};
use rapporteur_core::api::{
    Refusal, RefusalCode, ReportSummary, Request, Response, Series, StoredReport, handle,
};
use rapporteur_core::{FixedClock, Library};
use rapporteur_document::model::{AgendaItem, Report, ReportId, plain_text};
use rapporteur_tests::repository;
use rusqlite::Connection;
use std::path::PathBuf;

/// A library with the sample in a file, so that its tables can be looked at.
struct Office {
    library: Library,
    path: PathBuf,
    _folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.rapporteur");
        let library = Library::open(&path, &Self::clock()).unwrap();
        let mut office = Self { library, path, _folder: folder };
        office.ask(Request::AddSampleData).unwrap();
        office
    }

    fn clock() -> FixedClock {
        FixedClock(Utc.with_ymd_and_hms(2026, 4, 16, 9, 0, 0).unwrap())
    }

    fn ask(&mut self, request: Request) -> Result<Response, Refusal> {
        handle(&mut self.library, &Self::clock(), request)
    }

    fn reports(&mut self, deleted: bool) -> Vec<ReportSummary> {
        match self.ask(Request::ListReports { series: None, deleted }).unwrap() {
            Response::Reports(all) => all,
            other => panic!("{other:?}"),
        }
    }

    fn numbered(&mut self, number: u32) -> ReportId {
        let all = self.reports(false);
        all.iter().find(|report| report.number == Some(number)).unwrap().id
    }

    fn load(&mut self, report: ReportId) -> Result<StoredReport, Refusal> {
        match self.ask(Request::LoadReport { report })? {
            Response::Report(report) => Ok(*report),
            other => panic!("{other:?}"),
        }
    }

    fn series(&mut self) -> Series {
        match self.ask(Request::ListSeries).unwrap() {
            Response::SeriesList(all) => all.into_iter().next().unwrap(),
            other => panic!("{other:?}"),
        }
    }

    /// How many rows of all tables name a report.
    fn rows_about(&self, report: ReportId) -> u32 {
        let db = Connection::open(&self.path).unwrap();
        let tables: Vec<String> = db
            .prepare(
                "SELECT name FROM sqlite_schema WHERE sql LIKE '%report_id%' AND type = 'table'",
            )
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        assert!(tables.len() > 3, "{tables:?}");
        let count = |table: &String| {
            let sql = format!("SELECT count(*) FROM {table} WHERE report_id = ?1");
            db.query_row(&sql, [report.to_string()], |row| row.get::<_, u32>(0)).unwrap()
        };
        tables.iter().map(count).sum()
    }
}

/// The agenda as words, nested items indented.
fn agenda(report: &Report) -> Vec<String> {
    fn walk(items: &[AgendaItem], indent: &str, all: &mut Vec<String>) {
        for item in items.iter().filter(|item| item.listed) {
            all.push(format!("{indent}{}", plain_text(&item.title)));
            walk(&item.items, &format!("{indent}  "), all);
        }
    }
    let mut all = Vec::new();
    walk(&report.agenda, "", &mut all);
    all
}

#[test]
fn a_duplicate_is_the_next_report_with_the_same_agenda_and_nothing_said() {
    let mut office = Office::new();
    let source = office.numbered(106);
    let source = office.load(source).unwrap();
    let Response::Report(made) =
        office.ask(Request::DuplicateReport { report: source.id }).unwrap()
    else {
        panic!()
    };
    let content = &made.content;
    assert_eq!(content.meeting.number, Some(112));
    assert_eq!(agenda(content), agenda(&source.content));
    assert!(content.agenda.iter().all(|item| item.section.is_empty()));
    assert!(content.next_steps.is_empty());
    let ids = |report: &Report| report.agenda.iter().map(|item| item.id).collect::<Vec<_>>();
    assert!(ids(content).iter().all(|id| !ids(&source.content).contains(id)));
    assert_eq!(office.load(source.id).unwrap().content, source.content);
}

#[test]
fn an_archived_series_keeps_its_reports_and_comes_back() {
    let mut office = Office::new();
    let before = (office.series(), office.reports(false));
    let series = before.0.id;
    let Response::Series(put_aside) = office.ask(Request::ArchiveSeries { series }).unwrap() else {
        panic!()
    };
    assert!(put_aside.archived && !before.0.archived);
    assert_eq!(office.reports(false), before.1);
    office.ask(Request::UnarchiveSeries { series }).unwrap();
    assert_eq!(office.series(), before.0);
}

#[test]
fn only_a_report_of_the_bin_is_deleted_for_good_and_nothing_of_it_is_left() {
    let mut office = Office::new();
    // One that was imported, so that it has an original, and people who learnt from it.
    let path = repository().join("tests/fixtures/harbour-12.txt").display().to_string();
    let series = Some(office.series().id);
    let imported = office.ask(Request::ImportReports { paths: vec![path.clone()], series });
    let Response::ImportedList(imported) = imported.unwrap() else { panic!() };
    let report = imported[0].report.as_ref().unwrap().id;
    office.ask(Request::KeepVersion { report, name: None }).unwrap();
    assert!(office.rows_about(report) >= 2);
    let people = |office: &mut Office| match office.ask(Request::DescribeLibrary).unwrap() {
        Response::Library(library) => library.people,
        other => panic!("{other:?}"),
    };
    let known = people(&mut office);

    let refusal = office.ask(Request::EraseReport { report }).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::Invalid);
    assert!(refusal.message.contains("not in the bin"), "{}", refusal.message);
    office.ask(Request::DeleteReport { report }).unwrap();
    assert_eq!(office.ask(Request::EraseReport { report }), Ok(Response::Erased(1)));
    assert_eq!(office.rows_about(report), 0);
    assert_eq!(people(&mut office), known);
    assert_eq!(office.load(report).unwrap_err().code, RefusalCode::NotFound);
    let refusal = office.ask(Request::EraseReport { report }).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::NotFound);
    // The same file is no longer known, so it can be imported anew.
    let again = office.ask(Request::ImportReports { paths: vec![path], series }).unwrap();
    assert!(matches!(again, Response::ImportedList(all) if all[0].report.is_some()));
    let Response::Findings(found) = office.ask(Request::Doctor).unwrap() else { panic!() };
    assert!(found.iter().all(|finding| !finding.serious), "{found:?}");
}

#[test]
fn emptying_the_bin_spares_what_is_in_use() {
    let mut office = Office::new();
    assert_eq!(office.ask(Request::EmptyBin), Ok(Response::Erased(0)));
    for number in [105, 106] {
        let report = office.numbered(number);
        office.ask(Request::DeleteReport { report }).unwrap();
    }
    let in_use = office.reports(false);
    assert_eq!(office.ask(Request::EmptyBin), Ok(Response::Erased(2)));
    assert_eq!((office.reports(true), office.reports(false)), (vec![], in_use));
}
