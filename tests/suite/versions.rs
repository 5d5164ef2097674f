//! Earlier versions of a report: kept from time to time and by hand, compared, brought back.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use rapporteur_core::api::{
    Refusal, RefusalCode, Request, Response, StoredReport, Version, handle,
};
use rapporteur_core::{FixedClock, Library};
use rapporteur_document::compare::{Change, Comparison, PieceChange};
use rapporteur_document::model::{Block, Report, ReportState};

/// A library with one open report, and a clock that goes on.
struct Desk {
    library: Library,
    now: DateTime<Utc>,
    report: StoredReport,
}

impl Desk {
    fn new() -> Self {
        let now = Utc.with_ymd_and_hms(2026, 4, 16, 9, 0, 0).unwrap();
        let mut library = Library::in_memory(&FixedClock(now)).unwrap();
        let mut ask = |request| handle(&mut library, &FixedClock(now), request).unwrap();
        ask(Request::AddSampleData);
        let Response::Reports(all) = ask(Request::ListReports { series: None, deleted: false })
        else {
            panic!()
        };
        let Response::Report(report) = ask(Request::LoadReport { report: all[0].id }) else {
            panic!()
        };
        Self { library, now, report: *report }
    }

    fn ask(&mut self, request: Request) -> Result<Response, Refusal> {
        handle(&mut self.library, &FixedClock(self.now), request)
    }

    /// Saves a change, some minutes after the last one.
    fn save(&mut self, minutes: i64, change: impl FnOnce(&mut Report)) {
        self.now += TimeDelta::minutes(minutes);
        change(&mut self.report.content);
        let request = Request::SaveReport {
            report: self.report.id,
            base_revision: self.report.revision,
            content: self.report.content.clone(),
        };
        let Response::Saved(saved) = self.ask(request).unwrap() else { panic!() };
        self.report.revision = saved.revision;
    }

    fn versions(&mut self) -> Vec<Version> {
        let report = self.report.id;
        let Response::Versions(all) = self.ask(Request::ListVersions { report }).unwrap() else {
            panic!()
        };
        all
    }

    fn keep(&mut self, name: Option<&str>) -> Result<Vec<Version>, Refusal> {
        let (report, name) = (self.report.id, name.map(str::to_owned));
        match self.ask(Request::KeepVersion { report, name })? {
            Response::Versions(all) => Ok(all),
            other => panic!("{other:?}"),
        }
    }

    fn load(&mut self, revision: u64) -> Result<Report, Refusal> {
        match self.ask(Request::LoadVersion { report: self.report.id, revision })? {
            Response::Content(content) => Ok(*content),
            other => panic!("{other:?}"),
        }
    }

    fn compare(&mut self, revision: u64, with: Option<u64>) -> Comparison {
        let request = Request::CompareVersions { report: self.report.id, revision, with };
        let Response::Comparison(found) = self.ask(request).unwrap() else { panic!() };
        *found
    }
}

/// Writes a paragraph at the end of the first section.
fn write(words: &str) -> impl FnOnce(&mut Report) {
    let block = Block::paragraph(words);
    |report| report.agenda[0].section.blocks.push(block)
}

#[test]
fn versions_are_kept_every_ten_minutes_and_at_each_change_of_state() {
    let mut desk = Desk::new();
    let first = desk.report.clone();
    assert_eq!(desk.versions(), []);
    desk.save(1, write("One."));
    desk.save(1, write("Two more."));
    desk.save(9, write("Three are added."));
    desk.save(1, |report| report.state = ReportState::Final);
    let found = desk.versions();
    let told: Vec<_> = found
        .iter()
        .map(|one| {
            let words = one.words.unwrap();
            (one.revision - first.revision, one.state.unwrap(), words.added, words.removed)
        })
        .collect();
    // The newest is compared with what is stored now; the state counts as a word.
    let state = first.content.state;
    assert_eq!(told, [(3, state, 1, 1), (2, state, 3, 0), (0, state, 3, 0)]);
    assert_eq!(desk.load(first.revision).unwrap(), first.content);
}

#[test]
fn a_version_is_kept_by_hand_and_takes_a_name() {
    let mut desk = Desk::new();
    let kept = desk.keep(Some("  As the co-chairs saw it ")).unwrap();
    assert_eq!(kept[0].name.as_deref(), Some("As the co-chairs saw it"));
    assert_eq!(kept[0].revision, desk.report.revision);
    // What did not change since is the same version: kept once, named anew, never unnamed.
    assert_eq!(desk.keep(None).unwrap(), kept);
    let renamed = desk.keep(Some("Sent")).unwrap();
    assert_eq!((renamed.len(), renamed[0].name.as_deref()), (1, Some("Sent")));
    let refusal = desk.keep(Some(&"long ".repeat(100))).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::Invalid);
    assert!(refusal.message.contains("200"), "{}", refusal.message);
    // Kept just now, so the next change keeps no other.
    desk.save(1, write("More."));
    assert_eq!(desk.versions().len(), 1);
}

#[test]
fn a_version_is_compared_and_brought_back_without_losing_what_was_written_since() {
    let mut desk = Desk::new();
    let (revision, before) = (desk.report.revision, desk.report.content.clone());
    desk.save(1, write("The wrong turn."));
    let found = desk.compare(revision, None);
    assert_eq!((found.words.added, found.words.removed), (3, 0));
    assert_eq!(found.differences.len(), 1);
    let [line] = found.differences[0].lines.as_slice() else { panic!("{found:?}") };
    assert_eq!((line.change, line.pieces[0].change), (Change::Added, PieceChange::Added));
    assert_eq!(line.pieces[0].text, "The wrong turn.");

    // As the window does it: the present is kept, the earlier content is stored anew.
    desk.keep(None).unwrap();
    let earlier = desk.load(revision).unwrap();
    assert_eq!(earlier, before);
    let wrong = desk.report.revision;
    desk.save(1, |report| *report = earlier);
    assert_eq!(desk.compare(revision, None).differences, []);
    assert_eq!(desk.compare(revision, Some(wrong)).words.added, 3);
    assert_eq!(desk.compare(wrong, None).words.removed, 3);
    let refusal = desk.load(99).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::NotFound);
}

#[test]
fn a_damaged_version_hides_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.rapporteur");
    let clock = FixedClock(Utc.with_ymd_and_hms(2026, 4, 16, 9, 0, 0).unwrap());
    let mut library = Library::open(&path, &clock).unwrap();
    handle(&mut library, &clock, Request::AddSampleData).unwrap();
    let list = Request::ListReports { series: None, deleted: false };
    let Response::Reports(all) = handle(&mut library, &clock, list).unwrap() else { panic!() };
    let report = all[0].id;
    handle(&mut library, &clock, Request::KeepVersion { report, name: None }).unwrap();
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute_batch(
        "INSERT INTO report_versions (report_id, revision, content, saved_at)
         SELECT report_id, 0, '{', saved_at FROM report_versions",
    )
    .unwrap();
    let Response::Versions(found) =
        handle(&mut library, &clock, Request::ListVersions { report }).unwrap()
    else {
        panic!()
    };
    assert_eq!(found.iter().map(|one| one.words.is_some()).collect::<Vec<_>>(), [true, false]);
    let load = Request::LoadVersion { report, revision: 0 };
    let refusal = handle(&mut library, &clock, load).unwrap_err();
    assert!(refusal.message.contains("damaged"), "{}", refusal.message);
}
