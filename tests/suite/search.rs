//! Search: what is found, what follows every kind of write, what no typing can break.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use chrono::{NaiveDate, TimeZone, Utc};
use rapporteur_core::api::{
    FoundPassage, Marked, PersonOffer, Refusal, ReportSummary, Request, Response, SearchFilters,
    SearchPart, SearchResults, StoredReport, handle,
};
use rapporteur_core::{FixedClock, Library};
use rapporteur_document::model::{Block, Inline, PersonName, ReportId};
use rapporteur_tests::repository;
use rusqlite::Connection;
use std::path::Path;

/// An open library with the sample.
struct Desk {
    library: Library,
}

fn clock() -> FixedClock {
    FixedClock(Utc.with_ymd_and_hms(2026, 4, 16, 9, 0, 0).unwrap())
}

impl Desk {
    fn new() -> Self {
        let mut desk = Self { library: Library::in_memory(&clock()).unwrap() };
        desk.ask(Request::AddSampleData).unwrap();
        desk
    }

    fn open(path: &Path) -> Self {
        Self { library: Library::open(path, &clock()).unwrap() }
    }

    fn ask(&mut self, request: Request) -> Result<Response, Refusal> {
        handle(&mut self.library, &clock(), request)
    }

    fn search(&mut self, query: &str, filters: SearchFilters) -> SearchResults {
        let request = Request::Search { query: query.to_owned(), filters, limit: 500 };
        let Response::SearchResults(results) = self.ask(request).unwrap() else { panic!() };
        results
    }

    fn found(&mut self, query: &str) -> Vec<FoundPassage> {
        self.search(query, SearchFilters::default()).passages
    }

    /// The meetings in which something is found, each once, in the order of the results.
    fn meetings(&mut self, query: &str, filters: SearchFilters) -> Vec<u32> {
        let found = self.search(query, filters).passages;
        let mut numbers: Vec<u32> = found.iter().filter_map(|one| one.number).collect();
        numbers.dedup();
        numbers
    }

    fn reports(&mut self) -> Vec<ReportSummary> {
        let request = Request::ListReports { series: None, deleted: false };
        let Response::Reports(all) = self.ask(request).unwrap() else { panic!() };
        all
    }

    fn report(&mut self, number: u32) -> StoredReport {
        let report = self.reports().into_iter().find(|one| one.number == Some(number)).unwrap().id;
        let Response::Report(report) = self.ask(Request::LoadReport { report }).unwrap() else {
            panic!()
        };
        *report
    }

    /// Stores a report with another text in its first section. Answers its new revision.
    fn write(&mut self, report: &StoredReport, text: &str) -> u64 {
        let mut content = report.content.clone();
        content.agenda[0].section.blocks = vec![Block::paragraph(text)];
        let (report, base_revision) = (report.id, report.revision);
        let request = Request::SaveReport { report, base_revision, content };
        let Response::Saved(saved) = self.ask(request).unwrap() else { panic!() };
        saved.revision
    }

    fn person(&mut self, name: &str) -> PersonOffer {
        let request = Request::FindPeople { query: name.to_owned(), series: None, limit: 1 };
        let Response::People(mut people) = self.ask(request).unwrap() else { panic!() };
        people.remove(0)
    }
}

fn text(pieces: &[Marked]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

fn marked(pieces: &[Marked]) -> Vec<&str> {
    pieces.iter().filter(|piece| piece.found).map(|piece| piece.text.as_str()).collect()
}

#[test]
fn what_is_searched_for_is_found_where_it_stands() {
    let mut desk = Desk::new();
    let report = desk.report(111);
    desk.write(
        &report,
        "Łukasz Świątek of the Café Søndergård asked whether the follow-up on 北京宣言 was strategic.",
    );
    let mut check = |query: &str, expected: &[&str]| {
        let found = desk.found(query);
        let here: Vec<&FoundPassage> = found
            .iter()
            .filter(|one| one.report == report.id && one.place.to_string() == "section 1")
            .collect();
        let shown: Vec<&str> = here.iter().flat_map(|one| marked(&one.snippet)).collect();
        assert_eq!(shown, expected, "{query}: {found:?}");
    };
    check("swiatek ", &["Świątek"]);
    check("ŁUKASZ", &["Łukasz"]);
    check("sondergard cafe", &["Café", "Søndergård"]);
    check("Søndergård ", &["Søndergård"]);
    check("sønderg", &["Søndergård"]);
    check("\"cafe sondergard\"", &["Café Søndergård"]);
    check("\"sondergard cafe\"", &[]);
    check("\"follow up on\"", &["follow-up on"]);
    check("北京", &["北京"]);
    check("京宣言 ", &["京宣言"]);
    check("beijing", &[]);
    check("strateg* asked swiatek ", &["Świątek", "asked", "strategic"]);
    check("swiate ", &[]);
    check("swiatek nowhere", &[]);
    // The meeting itself speaks for its sections, but finds none of them alone.
    check("swiatek 111 ", &["Świątek"]);
    check("111th swiatek", &["Świątek"]);
    check("111 ", &[]);
}

#[test]
fn a_meeting_is_found_by_its_day_and_its_people() {
    let mut desk = Desk::new();
    let report = desk.report(106);
    let date = report.content.meeting.date.unwrap();
    let venue = date.format("%-d %B %Y").to_string();
    for format in ["%Y-%m-%d", "%-d %B %Y", "%B %Y", "%d/%m/%Y", "%-d %b %Y", "%A %-d %B %Y"] {
        let query = date.format(format).to_string();
        let found = desk.found(&query);
        let here =
            |one: &&FoundPassage| one.report == report.id && one.place.to_string() == "meeting";
        let meeting = found.iter().find(here);
        let meeting = meeting.unwrap_or_else(|| panic!("{query}: {found:?}"));
        assert_eq!((meeting.report, meeting.date), (report.id, Some(date)), "{query}");
        assert!(text(&meeting.snippet).contains(&venue), "{meeting:?}");
    }
    let person = report.content.participants[0].name.full();
    let found = desk.found(&format!("\"{person}\""));
    let listed =
        found.iter().find(|one| one.report == report.id && one.place.to_string() == "participants");
    assert_eq!(marked(&listed.unwrap().snippet), [person.as_str()]);
    let title = rapporteur_document::model::plain_text(&report.content.agenda[1].title);
    let found = desk.found(&title);
    let section = found.iter().find(|one| one.report == report.id).unwrap();
    assert_eq!(section.place.to_string(), "section 2");
    assert_eq!(text(&section.title), title);
    assert!(!marked(&section.title).is_empty());
}

#[test]
fn results_come_newest_first_and_no_more_than_asked_for() {
    let mut desk = Desk::new();
    let all = desk.found("the");
    let days: Vec<NaiveDate> = all.iter().filter_map(|one| one.date).collect();
    assert!(days.len() > 20 && days.is_sorted_by(|one, next| one >= next), "{days:?}");
    let request = |limit| Request::Search {
        query: "the".to_owned(),
        filters: SearchFilters::default(),
        limit,
    };
    let Response::SearchResults(some) = desk.ask(request(5)).unwrap() else { panic!() };
    assert_eq!((&some.passages[..], some.more), (&all[..5], true));
    let Response::SearchResults(whole) = desk.ask(request(500)).unwrap() else { panic!() };
    assert!(!whole.more && !whole.wordless);
    // Nothing typed: the meetings themselves.
    let meetings = desk.found("");
    assert_eq!(meetings.len(), 12);
    assert!(meetings.iter().all(|one| one.place.to_string() == "meeting"));
    assert_eq!(meetings[0].number, Some(111));
}

#[test]
fn filters_choose_the_meetings_and_the_places() {
    let mut desk = Desk::new();
    let none = SearchFilters::default;
    let reports = desk.reports();
    let all: Vec<u32> = reports.iter().filter_map(|one| one.number).collect();
    assert_eq!(desk.meetings("the", none()), all);

    let in_year = |year: i32| -> Vec<u32> {
        let of_year = reports.iter().filter(|one| {
            one.date.is_some_and(|date| date.format("%Y").to_string() == year.to_string())
        });
        of_year.filter_map(|one| one.number).collect()
    };
    for year in [2024, 2025, 2026] {
        let years = SearchFilters { from_year: Some(year), to_year: Some(year), ..none() };
        assert_eq!(desk.meetings("the", years.clone()), in_year(year), "{year}");
        assert_eq!(desk.meetings("", years), in_year(year), "{year}");
    }
    for (from, to) in [(Some(2099), None), (None, Some(1999)), (Some(i32::MIN), Some(i32::MIN))] {
        let years = SearchFilters { from_year: from, to_year: to, ..none() };
        assert_eq!(desk.meetings("the", years), [0; 0], "{from:?} {to:?}");
    }

    let other = SearchFilters {
        series: Some("00000000-0000-7000-8000-000000000000".parse().unwrap()),
        ..none()
    };
    assert_eq!(desk.meetings("the", other), [0; 0]);
    let same = SearchFilters { series: Some(reports[0].series), ..none() };
    assert_eq!(desk.meetings("the", same), all);
    let except = SearchFilters { except: Some(reports[0].id), ..none() };
    assert_eq!(desk.meetings("the", except), all[1..]);

    let places = |desk: &mut Desk, part| -> Vec<String> {
        let found = desk.search("", SearchFilters { part: Some(part), ..none() }).passages;
        let mut places: Vec<String> = found
            .iter()
            .map(|one| one.place.to_string().split(' ').next().unwrap().to_owned())
            .collect();
        places.sort();
        places.dedup();
        places
    };
    assert_eq!(places(&mut desk, SearchPart::Sections), ["section"]);
    assert!(places(&mut desk, SearchPart::People).contains(&"participants".to_owned()));

    let item = SearchFilters { item: "other business".to_owned(), ..none() };
    let found = desk.search("", item.clone()).passages;
    assert!(!found.is_empty());
    for one in found.iter().chain(&desk.search("next", item).passages) {
        assert!(text(&one.title).to_lowercase().contains("other business"), "{one:?}");
    }
}

#[test]
fn a_person_is_found_by_the_meetings_attended_also_once_merged() {
    let mut desk = Desk::new();
    let report = desk.report(111);
    let listed = |at: usize| report.content.participants[at].person.unwrap();
    let (keep, merge) = (listed(0), listed(1));
    let by = |desk: &mut Desk, person| {
        desk.meetings("", SearchFilters { person: Some(person), ..SearchFilters::default() })
    };
    let (kept, merged) = (by(&mut desk, keep), by(&mut desk, merge));
    assert!(kept.contains(&111) && merged.contains(&111));
    let mut both = [kept.clone(), merged.clone()].concat();
    both.sort_unstable_by(|a, b| b.cmp(a));
    both.dedup();
    desk.ask(Request::MergePeople { keep, merge }).unwrap();
    assert_eq!(by(&mut desk, keep), both);
    assert_eq!(by(&mut desk, merge), both);
    desk.ask(Request::UndoMerge { person: merge }).unwrap();
    assert_eq!(by(&mut desk, keep), kept);
    let name = PersonName::parse("Nobody Anywhere");
    let (person, role, status, organisation, since) = (None, None, None, None, None);
    desk.ask(Request::SavePerson { person, name, role, status, organisation, since }).unwrap();
    let nobody = desk.person("Nobody Anywhere").person;
    assert_eq!(by(&mut desk, nobody), [0; 0]);
}

#[test]
fn the_index_follows_every_kind_of_write() {
    let mut desk = Desk::new();
    let places = |desk: &mut Desk, word: &str| desk.found(word).len();
    let report = desk.report(111);
    let series = report.series;

    // Saving.
    assert_eq!(places(&mut desk, "zanzibar"), 0);
    let mut now = StoredReport { revision: desk.write(&report, "Zanzibar was named."), ..report };
    assert_eq!(places(&mut desk, "zanzibar"), 1);
    now.revision = desk.write(&now, "Nothing was named.");
    assert_eq!(places(&mut desk, "zanzibar"), 0);
    now.revision = desk.write(&now, "Zanzibar was named.");
    // A refused save changes nothing.
    let stale = StoredReport { revision: 1, ..now.clone() };
    let mut content = stale.content.clone();
    content.agenda[0].title = vec![Inline::text("Quagmire")];
    let request = Request::SaveReport { report: stale.id, base_revision: 1, content };
    desk.ask(request).unwrap_err();
    assert_eq!((places(&mut desk, "quagmire"), places(&mut desk, "zanzibar")), (0, 1));

    // The bin, and back.
    desk.ask(Request::DeleteReport { report: now.id }).unwrap();
    assert_eq!(places(&mut desk, "zanzibar"), 0);
    assert!(!desk.meetings("", SearchFilters::default()).contains(&111));
    desk.ask(Request::RestoreReport { report: now.id }).unwrap();
    assert_eq!(places(&mut desk, "zanzibar"), 1);

    // Creating, duplicating, moving to another day.
    let mut content = desk.report(111).content;
    content.meeting.number = Some(112);
    content.meeting.date = NaiveDate::from_ymd_opt(2020, 1, 2);
    let Response::Report(new) = desk.ask(Request::CreateReport { series, content }).unwrap() else {
        panic!()
    };
    assert_eq!(desk.meetings("zanzibar", SearchFilters::default()), [111, 112]);
    let mut content = new.content.clone();
    content.meeting.date = None;
    let (report, base_revision) = (new.id, new.revision);
    desk.ask(Request::SaveReport { report, base_revision, content }).unwrap();
    assert_eq!(desk.meetings("zanzibar", SearchFilters::default()), [112, 111]);
    let title = rapporteur_document::model::plain_text(&new.content.agenda[0].title);
    let before = places(&mut desk, &title);
    desk.ask(Request::DuplicateReport { report: new.id }).unwrap();
    assert!(places(&mut desk, &title) > before);

    // Gone for good.
    desk.ask(Request::DeleteReport { report: new.id }).unwrap();
    desk.ask(Request::EraseReport { report: new.id }).unwrap();
    assert_eq!(places(&mut desk, "zanzibar"), 1);
    desk.ask(Request::DeleteReport { report: now.id }).unwrap();
    desk.ask(Request::EmptyBin).unwrap();
    assert_eq!(places(&mut desk, "zanzibar"), 0);

    // Importing.
    let file = repository().join("tests/fixtures/harbour-12.txt").display().to_string();
    let request = Request::ImportReports { paths: vec![file], series: Some(series) };
    desk.ask(request).unwrap();
    assert!(places(&mut desk, "harbour") > 0);
}

#[test]
fn whoever_writes_to_the_reports_is_followed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.rapporteur");
    let mut desk = Desk::open(&path);
    desk.ask(Request::AddSampleData).unwrap();
    let report = desk.report(111);
    drop(desk);
    // As an operation would that knows nothing of the index.
    Connection::open(&path)
        .unwrap()
        .execute_batch("UPDATE reports SET content = replace(content, ' the ', ' zanzibar ')")
        .unwrap();
    let mut desk = Desk::open(&path);
    let found = desk.found("zanzibar");
    assert!(found.iter().any(|one| one.report == report.id), "{found:?}");
    assert!(found.len() > 20);
}

#[test]
fn an_earlier_library_is_found_once_it_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.rapporteur");
    let kept = repository().join("tests/fixtures/libraries/version-1.rapporteur");
    std::fs::copy(kept, &path).unwrap();
    let mut desk = Desk::open(&path);
    let reports = desk.reports();
    let mut numbers: Vec<ReportId> = desk.found("").iter().map(|one| one.report).collect();
    assert_eq!(numbers, reports.iter().map(|one| one.id).collect::<Vec<_>>());
    numbers.retain(|id| desk.found("the").iter().any(|one| one.report == *id));
    assert_eq!(numbers.len(), reports.len());
    assert_eq!(desk.ask(Request::Doctor).unwrap(), Response::Findings(vec![]));
}

#[test]
fn nothing_typed_breaks_the_search() {
    let mut desk = Desk::new();
    let long = "word ".repeat(5_000);
    let deep = "(".repeat(2_000);
    let quoted = "\"a\" ".repeat(500);
    let typed = [
        "\"",
        "\"\"",
        "*",
        "**",
        "NEAR(",
        "NEAR(a b, 5)",
        "a AND",
        "OR",
        "NOT",
        "a NOT b",
        "title:x",
        "{title} : x",
        "-x",
        "+x",
        "^x",
        "x^2",
        "a\"b",
        "'; DROP TABLE reports; --",
        "\\",
        "\u{0}",
        "a\u{0}b",
        "🎉",
        "👩‍👩‍👧 family",
        "\u{202E}abc",
        "e\u{301}\u{301}",
        "%_",
        "ﷺ",
        "½",
        "ᾼ",
        "ß",
        "\u{FFFF}",
        "\u{10FFFF}",
        &long,
        &deep,
        &quoted,
        "a*b*c*",
        "\" * \"",
        "「」",
        "ー",
        "々",
    ];
    for query in typed {
        let request = |item: &str| Request::Search {
            query: query.to_owned(),
            filters: SearchFilters { item: item.to_owned(), ..SearchFilters::default() },
            limit: 10,
        };
        desk.ask(request("")).unwrap_or_else(|refusal| panic!("{query:?}: {}", refusal.message));
        desk.ask(request(query)).unwrap_or_else(|refusal| panic!("{query:?}: {}", refusal.message));
    }
    let nothing = desk.search("🎉 *", SearchFilters::default());
    assert!(nothing.wordless && nothing.passages.is_empty());
    assert!(!desk.search("zzzz", SearchFilters::default()).wordless);
}
