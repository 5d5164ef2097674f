//! A library with invented people, for the proofs about persons and their privacy.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use chrono::{TimeZone, Utc};
use rapporteur_core::api::{
    Contribution, DirectoryRequest, Imported, PersonOffer, PersonPage, PrivacyRecord, Request,
    Response, StoredReport, handle,
};
use rapporteur_core::{FixedClock, Library};
use rapporteur_document::model::{PersonId, PersonName, ReportId, SeriesId};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::fs;
use std::path::PathBuf;

/// A library in a file of its own, which can be closed and opened again.
pub struct Shelf {
    pub folder: tempfile::TempDir,
    pub library: Library,
}

/// The moment at which everything happens.
pub fn clock() -> FixedClock {
    FixedClock(Utc.with_ymd_and_hms(2026, 4, 16, 9, 0, 0).unwrap())
}

impl Shelf {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.rapporteur"), &clock()).unwrap();
        let mut shelf = Self { folder, library };
        shelf.ask(Request::AddSampleData);
        shelf
    }

    pub fn reopened(self) -> Self {
        self.library.close();
        let library = Library::open(&self.folder.path().join("l.rapporteur"), &clock()).unwrap();
        Self { folder: self.folder, library }
    }

    pub fn ask(&mut self, request: Request) -> Response {
        handle(&mut self.library, &clock(), request).unwrap()
    }

    pub fn refused(&mut self, request: DirectoryRequest) -> String {
        let request = Request::Directory(request);
        handle(&mut self.library, &clock(), request).unwrap_err().message
    }

    pub fn page(&mut self, request: DirectoryRequest) -> PersonPage {
        let Response::PersonPage(page) = self.ask(Request::Directory(request)) else { panic!() };
        *page
    }

    pub fn person(&mut self, person: PersonId) -> PersonPage {
        let Response::PersonPage(page) = self.ask(Request::LoadPerson { person }) else { panic!() };
        *page
    }

    pub fn find(&mut self, query: &str) -> Vec<PersonOffer> {
        let request = Request::FindPeople { query: query.into(), series: None, limit: 9 };
        let Response::People(people) = self.ask(request) else { panic!() };
        people
    }

    pub fn one(&mut self, name: &str) -> PersonId {
        let found = self.find(name);
        assert_eq!(found.len(), 1, "{name}: {found:?}");
        found[0].person
    }

    pub fn series(&mut self) -> SeriesId {
        let Response::SeriesList(all) = self.ask(Request::ListSeries) else { panic!() };
        all[0].id
    }

    pub fn import(&mut self, number: u32, day: &str, said: &str, list: &[&str]) -> Imported {
        let path = self.folder.path().join(format!("{number}.txt"));
        let people: String =
            list.iter().zip(1..).map(|(line, at)| format!("{at}. {line}\n")).collect();
        let text = format!(
            "Summary Report\n\nThe {number}th meeting of the WG-Access was held on {day} at 13:00 UTC.\n\n\
             Agenda\n\n1. Welcome\n\nDiscussion\n\n1. Welcome\n\n{said}\n\n\
             List of participants\n\n{people}"
        );
        fs::write(&path, text).unwrap();
        let paths = vec![path.display().to_string()];
        let request = Request::ImportReports { paths, series: Some(self.series()) };
        let Response::ImportedList(mut all) = self.ask(request) else { panic!() };
        assert!(all[0].report.is_some(), "{:?}", all[0].refused);
        all.remove(0)
    }

    pub fn load(&mut self, report: ReportId) -> StoredReport {
        let Response::Report(report) = self.ask(Request::LoadReport { report }) else { panic!() };
        *report
    }

    pub fn contributions(&mut self, person: PersonId) -> Vec<Contribution> {
        let request = Request::Directory(DirectoryRequest::ListContributions { person });
        let Response::Contributions(all) = self.ask(request) else { panic!() };
        all
    }

    pub fn record(&mut self, request: DirectoryRequest) -> PrivacyRecord {
        let Response::PrivacyRecord(record) = self.ask(Request::Directory(request)) else {
            panic!()
        };
        record
    }

    pub fn undo_latest(&mut self, person: PersonId) {
        let change = self.person(person).changes[0].id.clone();
        self.ask(Request::Directory(DirectoryRequest::UndoDirectoryChange { change }));
    }

    /// Everything the library holds, row by row.
    pub fn everything(&mut self) -> Vec<String> {
        let path: PathBuf = self.folder.path().join("copy");
        let _ = fs::remove_file(&path);
        self.ask(Request::BackUp { path: path.display().to_string() });
        let copy = Connection::open(path).unwrap();
        let mut tables =
            copy.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
        let names = tables.query_map([], |row| row.get::<_, String>(0)).unwrap();
        let mut rows = Vec::new();
        for name in names.map(Result::unwrap) {
            let mut all = copy.prepare(&format!("SELECT * FROM {name}")).unwrap();
            let columns = all.column_count();
            let row = |row: &rusqlite::Row| {
                let values: Vec<Value> = (0..columns).map(|at| row.get(at).unwrap()).collect();
                Ok(format!("{name}: {values:?}"))
            };
            rows.extend(all.query_map([], row).unwrap().map(Result::unwrap));
        }
        rows.sort();
        rows
    }
}

/// Two people of one name, known as one.
pub fn two_in_one() -> (Shelf, PersonId, Vec<ReportId>) {
    let mut shelf = Shelf::new();
    let first =
        shelf.import(40, "6 March 2019", "June Paris noted it.", &["June Paris, First House"]);
    let second = shelf.import(41, "3 April 2019", "Nothing.", &["June Paris, Second House"]);
    let third = shelf.import(42, "8 May 2019", "June asked.", &["June Paris, First House"]);
    let person = shelf.one("june paris");
    let name = PersonName::parse("June Parris");
    shelf.ask(Request::SetSpelling { person, name, known: true });
    let reports = [first, second, third].map(|one| one.report.unwrap().id).to_vec();
    (shelf, person, reports)
}
