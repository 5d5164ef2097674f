//! Who asks not to be named is named nowhere, who asks to be removed is gone, and what is held on
//! somebody is told whole.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use crate::shelf::{Shelf, clock, two_in_one};
use rapporteur_core::api::{
    AddedPerson, DirectoryRequest, ExportFormat, PersonDetails, Request, Response, handle,
};
use rapporteur_document::model::PersonName;
use std::fs;

#[test]
fn somebody_anonymised_is_named_nowhere_and_still_counted() {
    let (mut shelf, person, reports) = two_in_one();
    shelf.import(43, "5 June 2019", "June Parris sent a paper.", &["Ada Ames"]);
    let before: Vec<_> = reports.iter().map(|id| shelf.load(*id).content).collect();
    let record = shelf.record(DirectoryRequest::AnonymisePerson { person });
    assert_eq!(
        (record.reports, record.originals.len()),
        (4, 4),
        "also that of a report that only mentions her"
    );
    assert!(shelf.find("june").is_empty() && shelf.find("participant").is_empty());
    let page = shelf.person(person);
    assert_eq!((page.offer.name.full().as_str(), page.offer.meetings), ("Participant", 3));
    let folder = shelf.folder.path().to_owned();
    for format in ["Md", "Txt"] {
        let path = folder.join(format!("out.{format}"));
        let format = if format == "Md" { ExportFormat::Md } else { ExportFormat::Txt };
        for report in &reports {
            let (report, path) = (*report, path.display().to_string());
            shelf.ask(Request::ExportReport { report, format, path });
            let text = fs::read_to_string(folder.join(if format == ExportFormat::Md {
                "out.Md"
            } else {
                "out.Txt"
            }))
            .unwrap();
            assert!(!text.contains("June") && text.contains("Participant"), "{text}");
        }
    }
    let rows = shelf.everything();
    let named = |row: &&String| {
        row.contains("June Par")
            && !row.starts_with("originals")
            && !row.starts_with("privacy_records")
    };
    assert_eq!(rows.iter().find(named), None);

    let mut shelf = shelf.reopened();
    let undo = DirectoryRequest::UndoPrivacy { record: record.id.clone() };
    shelf.ask(Request::Directory(undo.clone()));
    for (id, before) in reports.iter().zip(before) {
        assert_eq!(shelf.load(*id).content, before);
    }
    assert_eq!(shelf.one("june paris"), person);

    // Once the record is closed, nothing of it is left to bring back.
    let record = shelf.record(DirectoryRequest::AnonymisePerson { person });
    let closed = shelf.record(DirectoryRequest::ClosePrivacyRecord { record: record.id.clone() });
    assert!(closed.closed_at.is_some());
    assert!(shelf.refused(DirectoryRequest::UndoPrivacy { record: record.id }).contains("closed"));
    let rows = shelf.everything();
    assert!(rows.iter().all(|row| !row.contains("June Par") || row.starts_with("originals")));
}

#[test]
fn somebody_removed_leaves_the_directory_and_no_report() {
    let (mut shelf, person, reports) = two_in_one();
    let before = shelf.everything();
    let record = shelf.record(DirectoryRequest::RemovePerson { person });
    assert!(shelf.find("june").is_empty());
    assert!(handle(&mut shelf.library, &clock(), Request::LoadPerson { person }).is_err());
    assert_eq!(shelf.load(reports[0]).content.participants[0].name.full(), "June Paris");
    shelf.import(43, "5 June 2019", "Nothing.", &["June Paris"]);
    assert_ne!(shelf.one("june paris"), person, "a later list begins anew");
    let report = shelf.load(reports[0]);
    shelf.ask(Request::SaveReport {
        report: report.id,
        base_revision: report.revision,
        content: report.content,
    });

    let (mut shelf, person, _) = {
        drop(before);
        two_in_one()
    };
    let before = shelf.everything();
    let again = shelf.record(DirectoryRequest::RemovePerson { person });
    assert_ne!(again.id, record.id);
    shelf.ask(Request::Directory(DirectoryRequest::UndoPrivacy { record: again.id }));
    assert_eq!(shelf.everything(), before);
}

#[test]
fn a_closed_record_leaves_no_trace_in_the_file() {
    let (mut shelf, person, reports) = two_in_one();
    let details = PersonDetails {
        email: Some("june@first.example".into()),
        notes: Some("Prefers mail to telephone".into()),
        ..Default::default()
    };
    shelf.ask(Request::SavePersonDetails { person, details });
    let record = shelf.record(DirectoryRequest::RemovePerson { person });
    let found = |shelf: &Shelf, words: &str| {
        let files = fs::read_dir(shelf.folder.path()).unwrap().map(|file| file.unwrap().path());
        let bytes = files.filter(|path| path.is_file()).flat_map(|path| fs::read(path).unwrap());
        let bytes: Vec<u8> = bytes.collect();
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    };
    let private = ["june@first.example", "Prefers mail to telephone"];
    assert!(private.iter().all(|words| found(&shelf, words)), "sealed until it is closed");
    shelf.record(DirectoryRequest::ClosePrivacyRecord { record: record.id });
    for words in private {
        assert!(!found(&shelf, words), "{words}");
    }
    assert_eq!(shelf.load(reports[0]).content.participants.len(), 1);
    let shelf = shelf.reopened();
    assert!(private.iter().all(|words| !found(&shelf, words)));
}

#[test]
fn all_that_is_held_on_somebody_is_written() {
    let (mut shelf, person, _) = two_in_one();
    let details = PersonDetails {
        email: Some("june@first.example".into()),
        notes: Some("Prefers mail".into()),
        ..Default::default()
    };
    shelf.ask(Request::SavePersonDetails { person, details });
    let folder = shelf.folder.path().to_owned();
    let write = |shelf: &mut Shelf, name: &str| {
        let path = folder.join(name);
        let request = DirectoryRequest::ExportPerson { person, path: path.display().to_string() };
        shelf.ask(Request::Directory(request));
        fs::read_to_string(path).unwrap()
    };
    let text = write(&mut shelf, "june.txt");
    for held in [
        "June Paris",
        "june@first.example",
        "Prefers mail",
        "June Parris",
        "First House",
        "WG-Access 41, 2019-04-03",
        "speaks: June Paris noted it.",
        "40.txt",
    ] {
        assert!(text.contains(held), "{held}: {text}");
    }
    let json: serde_json::Value = serde_json::from_str(&write(&mut shelf, "june.json")).unwrap();
    assert_eq!(json["page"]["details"]["email"], "june@first.example");
    assert_eq!(json["contributions"].as_array().unwrap().len(), 3);
    // No report ever carries it.
    let path = folder.join("r.md");
    let Response::Reports(all) = shelf.ask(Request::ListReports { series: None, deleted: false })
    else {
        panic!()
    };
    for report in all {
        let format = ExportFormat::Md;
        shelf.ask(Request::ExportReport {
            report: report.id,
            format,
            path: path.display().to_string(),
        });
        assert!(!fs::read_to_string(&path).unwrap().contains("june@first"));
    }
}

#[test]
fn no_place_in_the_library_brings_a_name_back() {
    let (mut shelf, person, reports) = two_in_one();
    // A list brought an address; another entry with notes of its own was merged; a doubt tells the
    // name; the checker was told to leave it; the address stands in the text; a report is in the bin.
    let added = AddedPerson {
        person: Some(person),
        name: PersonName::parse("June Paris"),
        also: Some(PersonName::parse("Junie Paris")),
        email: Some("june@first.example".into()),
        ..AddedPerson::default()
    };
    let other = AddedPerson { name: PersonName::parse("Ada Ames"), ..AddedPerson::default() };
    let request =
        Request::AddPeople { source: "call.csv".into(), people: vec![added, other], since: None };
    let Response::Addition(addition) = shelf.ask(request) else { panic!() };
    let imported = shelf.import(
        44,
        "3 July 2019",
        "Parris, June wrote; mail to june@first.example.",
        &["Junne Pariss, First House"],
    );
    assert!(imported.doubts.iter().any(|doubt| doubt.contains("June Paris")), "{imported:?}");
    let merged = shelf.one("junne");
    let details = PersonDetails { notes: Some("Rings at night".into()), ..Default::default() };
    shelf.ask(Request::SavePersonDetails { person: merged, details });
    shelf.ask(Request::MergePeople { keep: person, merge: merged });
    let ada = shelf.one("ada");
    shelf.ask(Request::NotTheSamePerson { one: person, other: ada, distinct: true });
    shelf.ask(Request::DeleteReport { report: reports[2] });
    let mut shelf = shelf.reopened();
    let held = DirectoryRequest::LoadHeldOnPerson { person };
    let Response::Held(held) = shelf.ask(Request::Directory(held)) else { panic!() };
    let text = held.readable();
    for words in ["Rings at night", "call.csv", "Ada Ames", "may be June Paris", "backups"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let before = shelf.everything();

    let record = shelf.record(DirectoryRequest::AnonymisePerson { person });
    assert!(record.backups.as_deref().is_some_and(|folder| folder.ends_with("l.backups")));
    let undone = shelf.record(DirectoryRequest::AnonymisePerson { person: ada });
    shelf.ask(Request::Directory(DirectoryRequest::UndoPrivacy { record: undone.id }));
    let named = |shelf: &mut Shelf| -> Vec<String> {
        let names = ["June Par", "Junie", "Junne", "june@first", "Rings at night", "Parris, June"];
        let held = |row: &String| names.iter().any(|name| row.contains(name));
        let known = ["originals", "privacy_records"];
        let rows = shelf.everything().into_iter().filter(held);
        rows.filter(|row| !known.iter().any(|table| row.starts_with(table))).collect()
    };
    assert_eq!(named(&mut shelf), Vec::<String>::new());
    shelf.ask(Request::Directory(DirectoryRequest::UndoPrivacy { record: record.id }));
    // The reports were stored twice meanwhile: their revisions, and how their words are indexed,
    // are others; what they say is as it was.
    let differs = |row: &String| !["reports:", "search"].iter().any(|one| row.starts_with(one));
    let after = shelf.everything();
    assert_eq!(after.iter().find(|row| differs(row) && !before.contains(row)), None);
    assert_eq!(before.iter().find(|row| differs(row) && !after.contains(row)), None);
    assert!(after.iter().any(|row| row.starts_with("reports:") && row.contains("june@first")));

    // A list that is taken back later brings nothing of it back either.
    let record = shelf.record(DirectoryRequest::AnonymisePerson { person });
    shelf.ask(Request::UndoAddition { addition: addition.id });
    assert_eq!(named(&mut shelf), Vec::<String>::new());
    let closed = shelf.record(DirectoryRequest::ClosePrivacyRecord { record: record.id });
    assert_eq!(closed.originals, ["40.txt", "41.txt", "42.txt", "44.txt"]);
}
