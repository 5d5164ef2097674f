//! The directory over the years: who attended what, who is who, and nothing merged unasked.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use chrono::{NaiveDate, TimeZone, Utc};
use rapporteur_core::api::{
    Duplicate, Imported, PersonOffer, PersonPage, ReportSummary, Request, Response, Series,
    StoredReport, handle,
};
use rapporteur_core::{FixedClock, Library};
use rapporteur_document::model::{Attendance, PersonId, PersonName, ReportId, SeriesId};
use rapporteur_tests::population::Population;
use rapporteur_tests::{duplicates, repository};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

struct Directory {
    library: Library,
}

fn clock() -> FixedClock {
    FixedClock(Utc.with_ymd_and_hms(2026, 4, 16, 9, 0, 0).unwrap())
}

impl Directory {
    fn with_sample() -> Self {
        let mut directory = Self { library: Library::in_memory(&clock()).unwrap() };
        directory.ask(Request::AddSampleData);
        directory
    }

    fn ask(&mut self, request: Request) -> Response {
        handle(&mut self.library, &clock(), request).unwrap()
    }

    fn series(&mut self) -> Series {
        let Response::SeriesList(all) = self.ask(Request::ListSeries) else { panic!() };
        all.into_iter().next().unwrap()
    }

    fn reports(&mut self) -> Vec<ReportSummary> {
        let request = Request::ListReports { series: None, deleted: false };
        let Response::Reports(all) = self.ask(request) else { panic!() };
        all
    }

    fn load(&mut self, report: ReportId) -> StoredReport {
        let Response::Report(report) = self.ask(Request::LoadReport { report }) else { panic!() };
        *report
    }

    fn find(&mut self, query: &str) -> Vec<PersonOffer> {
        let request = Request::FindPeople { query: query.into(), series: None, limit: 8 };
        let Response::People(people) = self.ask(request) else { panic!() };
        people
    }

    fn one(&mut self, name: &str) -> PersonId {
        let found = self.find(name);
        assert_eq!(found.len(), 1, "{name}: {found:?}");
        found[0].person
    }

    fn add(&mut self, name: &str) -> PersonId {
        let request = Request::SavePerson {
            person: None,
            name: PersonName::parse(name),
            role: None,
            status: None,
            organisation: None,
            since: None,
        };
        let Response::Person(person) = self.ask(request) else { panic!() };
        person.person
    }

    fn page(&mut self, request: Request) -> PersonPage {
        let Response::PersonPage(page) = self.ask(request) else { panic!() };
        *page
    }

    fn duplicates(&mut self) -> Vec<Duplicate> {
        let Response::Duplicates(found) = self.ask(Request::ListDuplicates { limit: 100 }) else {
            panic!()
        };
        found
    }

    /// Imports a report of one list of participants.
    fn import(&mut self, folder: &Path, number: u32, day: &str, list: &[&str]) -> Imported {
        let path = folder.join(format!("{number}.txt"));
        let people: String =
            list.iter().zip(1..).map(|(line, at)| format!("{at}. {line}\n")).collect();
        let text = format!(
            "Summary Report\n\nThe {number}th meeting of the WG-Access was held on {day} at 13:00 UTC.\n\n\
             Agenda\n\n1. Welcome\n\nDiscussion\n\n1. Welcome\n\nThere was no discussion.\n\n\
             List of participants\n\n{people}"
        );
        fs::write(&path, text).unwrap();
        let paths = vec![path.display().to_string()];
        let request = Request::ImportReports { paths, series: Some(self.series().id) };
        let Response::ImportedList(mut all) = self.ask(request) else { panic!() };
        let imported = all.remove(0);
        assert!(imported.report.is_some(), "{:?}", imported.refused);
        imported
    }

    /// Everything the library holds, row by row.
    fn everything(&mut self) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("copy");
        self.ask(Request::BackUp { path: path.display().to_string() });
        let copy = Connection::open(path).unwrap();
        let tables = "SELECT name FROM sqlite_schema WHERE type = 'table'";
        let mut tables = copy.prepare(tables).unwrap();
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

    /// Who was present in how many meetings before a day and when last, out of the reports.
    fn attended_before(&mut self, day: Option<&str>) -> Vec<(PersonId, u32, Option<NaiveDate>)> {
        let day: Option<NaiveDate> = day.map(|day| day.parse().unwrap());
        let all = Request::ListReports { series: None, deleted: false };
        let Response::Reports(reports) = self.ask(all) else { panic!() };
        let mut people: BTreeMap<PersonId, (u32, Option<NaiveDate>)> = BTreeMap::new();
        for one in reports {
            let Response::Report(stored) = self.ask(Request::LoadReport { report: one.id }) else {
                panic!()
            };
            let date = stored.content.meeting.date;
            if day.is_some_and(|day| date.is_some_and(|date| date >= day)) {
                continue;
            }
            for person in stored.content.with_attendance(Attendance::Present) {
                let (meetings, last) = people.entry(person.person.unwrap()).or_default();
                *meetings += 1;
                *last = (*last).max(date);
            }
        }
        people.into_iter().map(|(person, (meetings, last))| (person, meetings, last)).collect()
    }

    fn offered(&mut self, series: SeriesId, before: Option<&str>) -> Vec<PersonOffer> {
        let before = before.map(|day| day.parse().unwrap());
        let request = Request::OfferParticipants { series, before };
        let Response::People(people) = self.ask(request) else { panic!() };
        people
    }
}

#[test]
fn an_earlier_library_offers_the_people_of_its_reports() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.rapporteur");
    fs::copy(repository().join("tests/fixtures/libraries/version-1.rapporteur"), &path).unwrap();
    let mut earlier = Directory { library: Library::open(&path, &clock()).unwrap() };
    let series = earlier.series().id;
    for day in [None, Some("2026-02-01"), Some("1999-01-01")] {
        let mut offered: Vec<(PersonId, u32, Option<NaiveDate>)> = earlier
            .offered(series, day)
            .into_iter()
            .map(|offer| (offer.person, offer.meetings, offer.last_seen))
            .collect();
        offered.sort();
        assert_eq!(offered, earlier.attended_before(day), "{day:?}");
        assert_eq!(offered.is_empty(), day == Some("1999-01-01"));
    }
}

#[test]
fn a_report_in_the_bin_counts_for_nobody() {
    let mut directory = Directory::with_sample();
    let series = directory.series().id;
    let before = directory.offered(series, None);
    let report = directory.reports()[0].id;
    directory.ask(Request::DeleteReport { report });
    let meanwhile = directory.offered(series, None);
    let meetings = |people: &[PersonOffer]| people.iter().map(|one| one.meetings).sum::<u32>();
    assert!(meetings(&meanwhile) < meetings(&before));
    directory.ask(Request::RestoreReport { report });
    assert_eq!(directory.offered(series, None), before);
}

#[test]
fn a_merge_moves_everything_and_is_undone_completely() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.rapporteur");
    let mut directory = Directory { library: Library::open(&path, &clock()).unwrap() };
    directory.ask(Request::AddSampleData);
    directory.import(folder.path(), 40, "6 March 2019", &["June Parris, First House"]);
    directory.import(folder.path(), 41, "3 April 2019", &["June Paris, First House", "Ada Ames"]);
    directory.import(folder.path(), 42, "8 May 2019", &["Yune Paris", "Ada Ames"]);
    let [parris, paris, yune] =
        ["june parris", "june paris", "yune"].map(|name| directory.one(name));
    let before = directory.everything();

    let kept = directory.page(Request::MergePeople { keep: paris, merge: parris });
    assert_eq!(kept.offer.meetings, 2);
    assert_eq!(kept.affiliations.len(), 2);
    assert_eq!(kept.spellings[0].name.full(), "June Parris");
    assert_eq!(directory.find("parris")[0].person, paris, "found by the other spelling");
    let series = directory.series().id;
    let offered = directory.offered(series, None);
    assert!(offered.iter().all(|o| o.person != parris));
    let all = directory.page(Request::MergePeople { keep: yune, merge: paris });
    assert_eq!((all.offer.meetings, all.merged.len()), (3, 2));
    let again = Request::MergePeople { keep: parris, merge: yune };
    assert!(handle(&mut directory.library, &clock(), again).is_err(), "they are one already");

    // The program is closed and opened again; the first merge is taken back first.
    directory.library.close();
    let mut directory = Directory { library: Library::open(&path, &clock()).unwrap() };
    let alone = directory.page(Request::UndoMerge { person: parris });
    assert_eq!((alone.offer.person, alone.offer.meetings), (parris, 1));
    let rest = directory.page(Request::LoadPerson { person: paris });
    assert_eq!((rest.offer.person, rest.offer.meetings), (yune, 2));
    directory.page(Request::UndoMerge { person: paris });
    assert_eq!(directory.everything(), before);
    let twice = Request::UndoMerge { person: paris };
    assert!(handle(&mut directory.library, &clock(), twice).is_err());
}

#[test]
fn what_happened_since_a_merge_stays_when_it_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut directory = Directory::with_sample();
    directory.import(folder.path(), 40, "6 March 2019", &["June Parris"]);
    let report = directory.import(folder.path(), 41, "3 April 2019", &["June Paris"]);
    let [parris, paris] = ["june parris", "june paris"].map(|name| directory.one(name));
    directory.ask(Request::MergePeople { keep: paris, merge: parris });
    // A report under the merged name comes in, and an older one is saved again.
    directory.import(folder.path(), 42, "8 May 2019", &["June Parris"]);
    let stored = directory.load(report.report.unwrap().id);
    directory.ask(Request::SaveReport {
        report: stored.id,
        base_revision: stored.revision,
        content: stored.content,
    });
    assert_eq!(directory.page(Request::LoadPerson { person: parris }).offer.meetings, 3);
    let undone = directory.page(Request::UndoMerge { person: parris });
    assert_eq!(undone.offer.meetings, 1, "what was linked to the person kept stays theirs");
    assert_eq!(directory.page(Request::LoadPerson { person: paris }).offer.meetings, 2);
}

#[test]
fn nobody_is_merged_by_an_import_and_an_answer_is_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let mut directory = Directory::with_sample();
    directory.import(folder.path(), 40, "6 March 2019", &["Concettina Cassia, First House"]);
    let imported = directory.import(
        folder.path(),
        41,
        "3 April 2019",
        &["Cassia, Titti, First House", "Jorge Campos", "Jorge Santana"],
    );
    let doubt = imported.doubts.iter().find(|doubt| doubt.contains("Titti Cassia"));
    let doubt = doubt.unwrap_or_else(|| panic!("{:?}", imported.doubts));
    assert!(doubt.contains("Concettina Cassia") && doubt.contains("forms of one name"), "{doubt}");
    let [titti, concettina] = ["titti", "concettina"].map(|name| directory.one(name));
    assert_ne!(titti, concettina);

    let found = directory.duplicates();
    assert!(found[0].strong && found[0].evidence.iter().any(|one| one.contains("First House")));
    assert_eq!(
        [found[0].a.person, found[0].b.person].map(|p| p == titti || p == concettina),
        [true; 2]
    );
    assert!(found.iter().all(|pair| !pair.strong || pair.a.name.given != "Jorge"), "{found:?}");

    let answer = |distinct| Request::NotTheSamePerson { one: titti, other: concettina, distinct };
    directory.ask(answer(true));
    let asked = |directory: &mut Directory| {
        directory.duplicates().iter().any(|pair| pair.a.person == titti || pair.b.person == titti)
    };
    assert!(!asked(&mut directory));
    // The answer holds for whoever counts as one of the two.
    let third = directory.add("Titty Cassia");
    directory.ask(Request::MergePeople { keep: third, merge: titti });
    let pair = |pair: &Duplicate| [pair.a.person, pair.b.person] == [third, concettina];
    assert!(!directory.duplicates().iter().any(pair));
    directory.ask(Request::UndoMerge { person: titti });
    directory.ask(answer(false));
    assert!(asked(&mut directory));
}

#[test]
fn a_known_spelling_is_linked_and_two_names_of_a_list_are_two_people() {
    let folder = tempfile::tempdir().unwrap();
    let mut directory = Directory::with_sample();
    directory.import(folder.path(), 40, "6 March 2019", &["June Paris"]);
    let paris = directory.one("june paris");
    let name = PersonName::parse("Parris, June");
    directory.page(Request::SetSpelling { person: paris, name, known: true });
    let imported =
        directory.import(folder.path(), 41, "3 April 2019", &["June Parris", "June Paris"]);
    assert!(imported.doubts.iter().any(|doubt| doubt.contains("twice")), "{:?}", imported.doubts);
    directory.import(folder.path(), 42, "8 May 2019", &["June Parris"]);
    let page = directory.page(Request::LoadPerson { person: paris });
    assert_eq!(page.offer.meetings, 3);
    assert_eq!(page.spellings.len(), 1);

    // Two people of one name are never chosen between.
    directory.add("June Paris");
    let imported = directory.import(folder.path(), 43, "5 June 2019", &["June Paris"]);
    assert!(imported.doubts.iter().any(|doubt| doubt.contains("several people")));
    let content = directory.load(imported.report.unwrap().id).content;
    assert_eq!(content.participants[0].person, None);
}

#[test]
fn nicknames_are_a_list_to_edit() {
    let mut directory = Directory::with_sample();
    directory.add("Zyx Featherstone");
    directory.add("Wuv Featherstone");
    let strong = |directory: &mut Directory| {
        let name = |pair: &Duplicate| pair.a.name.family == "Featherstone" && pair.strong;
        directory.duplicates().iter().any(name)
    };
    assert!(!strong(&mut directory));
    directory.ask(Request::SetNicknames { list: Some("Zyx: Wuv".into()) });
    assert!(strong(&mut directory));
    let bad = Request::SetNicknames { list: Some("Anna: Ania\nBob".into()) };
    let refusal = handle(&mut directory.library, &clock(), bad).unwrap_err();
    assert!(refusal.message.contains("Line 2"), "{}", refusal.message);
    let Response::Text(list) = directory.ask(Request::SetNicknames { list: None }) else {
        panic!()
    };
    assert!(list.contains("Concettina: Titti"));
}

#[test]
fn people_of_a_generated_population_are_told_apart_and_together() {
    let population = Population::grow(600, 120, 5);
    let mut library = Library::in_memory(&clock()).unwrap();
    let people = duplicates::fill(&mut library, &population).unwrap();
    let told = duplicates::judge(&mut library, &population, &people).unwrap();
    assert!(told.pairs > 150, "{} pairs", told.pairs);
    let (recall, precision) = (told.recall(), told.precision());
    assert!(
        recall >= 0.95 && precision >= 0.9,
        "recall {recall:.3}, precision {precision:.3}\n{}",
        told.mistakes.join("\n")
    );
    let Response::Merges(merges) = handle(&mut library, &clock(), Request::ListMerges).unwrap()
    else {
        panic!()
    };
    assert!(merges.is_empty(), "nobody is merged unasked");
}

#[test]
fn a_person_is_found_by_the_beginnings_of_her_names_however_they_are_joined() {
    let mut directory = Directory::with_sample();
    for (query, name) in [
        ("haddad-rizk", "Nadia Haddad-Rizk"),
        ("Nadia Haddad Rizk", "Nadia Haddad-Rizk"),
        ("riz, nad", "Nadia Haddad-Rizk"),
        ("okonkwo-b", "Amara Okonkwo-Bell"),
        ("al-saw", "Haytham al-Sawwaf"),
    ] {
        let found: Vec<String> = directory.find(query).iter().map(|one| one.name.full()).collect();
        assert_eq!(found, [name], "{query}");
    }
}
