//! One person's page: what is known and from when, two people told apart, who speaks where, and
//! every change taken back.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use crate::shelf::{Shelf, two_in_one};
use chrono::NaiveDate;
use rapporteur_core::api::{
    AffiliationKey, DirectoryChangeKind, DirectoryRequest, HeldAffiliation, ReportSpeakers,
    Request, Response, StoredReport,
};
use rapporteur_document::model::{Attendance, Inline, PersonName, ReportId, ReportState};
use std::fs;
use std::path::{Path, PathBuf};

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

#[test]
fn a_split_moves_what_was_chosen_and_is_undone_completely() {
    let (mut shelf, person, reports) = two_in_one();
    let before = shelf.everything();
    let held = shelf.person(person);
    assert_eq!(held.offer.meetings, 3);
    let of_second =
        held.affiliations.iter().find(|one| one.organisation.as_deref() == Some("Second House"));
    let of_second = of_second.unwrap();
    let split = |reports: Vec<ReportId>| DirectoryRequest::SplitPerson {
        person,
        name: PersonName::parse("June Paris"),
        reports,
        spellings: vec![PersonName::parse("June Parris")],
        affiliations: vec![AffiliationKey { entry: of_second.entry, since: of_second.since }],
    };
    let other = shelf.page(split(vec![reports[1]]));
    assert_eq!(other.offer.meetings, 1);
    assert_eq!(other.spellings.len(), 1);
    assert_eq!(other.offer.organisation.as_deref(), Some("Second House"));
    let rest = shelf.person(person);
    assert_eq!((rest.offer.meetings, rest.spellings.len(), rest.affiliations.len()), (2, 0, 2));

    // The report is untouched, stays the new person's when it is saved again, and nobody asks
    // whether the two are one.
    let stored = shelf.load(reports[1]);
    assert_eq!(stored.content.participants[0].person, Some(person));
    let Response::Duplicates(pairs) = shelf.ask(Request::ListDuplicates { limit: 99 }) else {
        panic!()
    };
    assert!(
        pairs
            .iter()
            .all(|pair| pair.a.person != other.offer.person && pair.b.person != other.offer.person)
    );

    // The new person can be merged with a third and apart again, and the program closed.
    let mut shelf = shelf.reopened();
    shelf.undo_latest(person);
    assert_eq!(shelf.everything(), before);
}

#[test]
fn a_split_says_what_it_cannot_do() {
    let (mut shelf, person, reports) = two_in_one();
    let split = |name: &str, reports: &[ReportId]| DirectoryRequest::SplitPerson {
        person,
        name: PersonName::parse(name),
        reports: reports.to_vec(),
        spellings: vec![],
        affiliations: vec![],
    };
    assert!(shelf.refused(split("", &reports[..1])).contains("no name"));
    assert!(shelf.refused(split("June Paris", &[])).contains("tick at least"));
    let other = shelf.one("nadia");
    let request = DirectoryRequest::SplitPerson {
        person: other,
        name: PersonName::parse("Nadia"),
        reports: reports[..1].to_vec(),
        spellings: vec![],
        affiliations: vec![],
    };
    assert!(shelf.refused(request).contains("does not name"));

    // Once a report names the new person, the split is not taken back from under it.
    let made = shelf.page(split("June Paris", &reports[1..2]));
    let mut stored = shelf.load(reports[1]);
    stored.content.participants[0].person = Some(made.offer.person);
    shelf.ask(Request::SaveReport {
        report: stored.id,
        base_revision: stored.revision,
        content: stored.content,
    });
    let change = shelf.person(person).changes[0].id.clone();
    let said = shelf.refused(DirectoryRequest::UndoDirectoryChange { change });
    assert!(said.contains("Merge the two"), "{said}");
    assert_eq!(shelf.person(made.offer.person).offer.meetings, 1);
}

#[test]
fn affiliations_are_dated_by_hand_and_every_change_is_undone() {
    let (mut shelf, person, _) = two_in_one();
    let before = shelf.everything();
    let chair = HeldAffiliation {
        since: day("2019-06-01"),
        until: None,
        role: Some(" Group's Co-Chair ".into()),
        status: None,
        organisation: Some("First House".into()),
    };
    let save =
        |replaces, affiliation| DirectoryRequest::SaveAffiliation { person, replaces, affiliation };
    let page = shelf.page(save(None, chair.clone()));
    assert_eq!(page.offer.role.as_deref(), Some("Group's Co-Chair"));
    let key =
        AffiliationKey { entry: page.affiliations[0].entry, since: page.affiliations[0].since };
    assert_eq!(page.affiliations[0].report, None, "said by hand");
    let ended = HeldAffiliation { until: day("2020-01-31"), ..chair.clone() };
    let page = shelf.page(save(Some(key.clone()), ended));
    assert_eq!(page.affiliations[0].until, day("2020-01-31"));
    assert_eq!(page.offer.role, None, "it has ended");

    let backwards = HeldAffiliation { until: day("2018-01-01"), ..chair.clone() };
    assert!(shelf.refused(save(None, backwards)).contains("ends before it begins"));
    assert!(shelf.refused(save(None, chair)).contains("begins on that day already"));
    assert!(shelf.refused(save(None, HeldAffiliation::default())).contains("empty"));

    shelf.page(DirectoryRequest::DeleteAffiliation { person, affiliation: key });
    shelf.page(DirectoryRequest::RenamePerson { person, name: PersonName::parse("June Pariss") });
    shelf.ask(Request::SetSpelling { person, name: PersonName::parse("J. Paris"), known: true });
    let details = rapporteur_core::api::PersonDetails {
        email: Some("june@first.example".into()),
        ..Default::default()
    };
    shelf.ask(Request::SavePersonDetails { person, details });
    shelf.ask(Request::SetNicknames { list: Some("June: Junie".into()) });
    let mut shelf = shelf.reopened();
    // An earlier change of the same words waits for the later one.
    let changes = shelf.person(person).changes;
    let first = changes.iter().rfind(|one| one.kind == DirectoryChangeKind::Affiliation);
    let first = first.unwrap().id.clone();
    let said = shelf.refused(DirectoryRequest::UndoDirectoryChange { change: first });
    assert!(said.contains("later change back first"), "{said}");
    let request = Request::Directory(DirectoryRequest::ListDirectoryChanges { person: None });
    let Response::DirectoryChanges(all) = shelf.ask(request) else { panic!() };
    assert_eq!(all.len(), 8);
    for change in &all[..7] {
        let change = change.id.clone();
        shelf.ask(Request::Directory(DirectoryRequest::UndoDirectoryChange { change }));
    }
    assert_eq!(shelf.everything(), before);
}

#[test]
fn unknown_never_replaces_what_is_known() {
    let mut shelf = Shelf::new();
    shelf.import(40, "6 March 2019", "Nothing.", &["June Paris, First House"]);
    shelf.import(41, "3 April 2019", "Nothing.", &["June Paris, Independent Expert"]);
    shelf.import(42, "8 May 2019", "Nothing.", &["June Paris"]);
    let person = shelf.one("june paris");
    let page = shelf.person(person);
    assert_eq!(page.offer.organisation.as_deref(), Some("First House"));
    assert_eq!(page.affiliations.len(), 1);
    shelf.import(
        43,
        "5 June 2019",
        "Nothing.",
        &["June Paris, Group's Co-Chair, Independent Expert"],
    );
    let page = shelf.person(person);
    assert_eq!(page.offer.role.as_deref(), Some("Group's Co-Chair"));
    assert_eq!(page.offer.organisation.as_deref(), Some("First House"));
}

#[test]
fn contributions_are_found_by_every_name() {
    let (mut shelf, person, reports) = two_in_one();
    shelf.import(43, "5 June 2019", "June Parris sent a paper, which was noted.", &["Ada Ames"]);
    let found = shelf.contributions(person);
    let told: Vec<(Option<u32>, Vec<bool>, bool)> = found
        .iter()
        .map(|one| {
            let speaks = one.passages.iter().map(|passage| passage.speaks).collect();
            (one.number, speaks, one.attendance.is_some())
        })
        .collect();
    assert_eq!(
        told,
        [
            (Some(43), vec![false], false),
            (Some(42), vec![true], true),
            (Some(41), vec![], true),
            (Some(40), vec![true], true)
        ]
    );
    let passage = &found[3].passages[0];
    let (from, to) = passage.marks[0];
    assert_eq!(&passage.text[from as usize..to as usize], "June Paris");
    assert_eq!((passage.heading.as_str(), found[3].report), ("Welcome", reports[0]));
}

#[test]
fn names_in_imported_prose_are_linked_and_two_of_a_name_are_asked_about() {
    let mut shelf = Shelf::new();
    let said = "Ada Ames noted the draft. Jorge asked for it, and Ada agreed.";
    let imported =
        shelf.import(40, "6 March 2019", said, &["Ada Ames", "Jorge Campos", "Jorge Santana"]);
    let doubt = imported.doubts.iter().find(|doubt| doubt.contains("“Jorge”"));
    assert!(doubt.unwrap().contains("Jorge Campos or Jorge Santana"));
    let stored = shelf.load(imported.report.unwrap().id);
    let text = serde_json::to_string(&stored.content.agenda).unwrap();
    assert_eq!(text.matches("\"speaker\"").count(), 2, "{text}");
}

#[test]
fn who_spoke_is_compared_with_the_list() {
    let mut shelf = Shelf::new();
    let said = "Ada Ames noted the draft and thanked Ben Bell. Paula Reed asked for it.";
    let imported = shelf.import(40, "6 March 2019", said, &["Ada Ames", "Ben Bell"]);
    let mut stored = shelf.load(imported.report.unwrap().id);
    let ask = |shelf: &mut Shelf, stored: &StoredReport| -> ReportSpeakers {
        let content = stored.content.clone();
        let request = Request::Directory(DirectoryRequest::ListSpeakers { content });
        let Response::Speakers(found) = shelf.ask(request) else { panic!() };
        found
    };
    let [ada, ben] = [0, 1].map(|at| stored.content.participants[at].id);
    let found = ask(&mut shelf, &stored);
    assert_eq!(found.unknown, ["Paula Reed"]);
    assert_eq!(found.only_mentioned, [ben]);
    stored.content.participants[0].attendance = Attendance::Apologies;
    assert_eq!(ask(&mut shelf, &stored).apologies_but_spoke, [ada]);
    stored.content.participants[0].attendance = Attendance::Mentioned;
    assert_eq!(ask(&mut shelf, &stored).not_listed, [ada]);
}

#[test]
fn a_new_name_is_offered_to_drafts_and_never_to_finals() {
    let (mut shelf, person, reports) = two_in_one();
    let mut draft = shelf.load(reports[2]);
    draft.content.state = ReportState::Draft;
    shelf.ask(Request::SaveReport {
        report: draft.id,
        base_revision: draft.revision,
        content: draft.content,
    });
    let name = PersonName::parse("June Bloom");
    shelf.page(DirectoryRequest::RenamePerson { person, name: name.clone() });
    let list = Request::Directory(DirectoryRequest::ListDraftsNaming { person });
    let Response::DraftsNaming(drafts) = shelf.ask(list.clone()) else { panic!() };
    assert_eq!(drafts.iter().map(|one| one.report).collect::<Vec<_>>(), [reports[2]]);
    let participant = drafts[0].participant;
    let rename = |report, name: &PersonName| DirectoryRequest::NameInDraft {
        report,
        participant,
        name: name.clone(),
    };
    shelf.ask(Request::Directory(rename(reports[2], &name)));
    assert_eq!(shelf.load(reports[2]).content.participants[0].name, name);
    let Response::DraftsNaming(none) = shelf.ask(list) else { panic!() };
    assert!(none.is_empty());
    shelf.ask(Request::Directory(rename(reports[2], &drafts[0].printed)));
    assert_eq!(shelf.load(reports[2]).content.participants[0].name.full(), "June Paris");
    assert!(shelf.refused(rename(reports[0], &name)).contains("final"));
}

/// The directory a person sees, without ids: names, spellings, affiliations, meetings.
fn seen(shelf: &mut Shelf) -> Vec<String> {
    let request = Request::FindPeople { query: String::new(), series: None, limit: 9999 };
    let Response::People(people) = shelf.ask(request) else { panic!() };
    let mut all: Vec<String> = people
        .into_iter()
        .map(|one| {
            let page = shelf.person(one.person);
            let mut spellings: Vec<String> =
                page.spellings.iter().map(|one| one.name.full()).collect();
            spellings.sort();
            let held: Vec<String> = page
                .affiliations
                .iter()
                .map(|held| {
                    format!(
                        "{:?} {:?} {:?} {:?}",
                        held.since, held.role, held.status, held.organisation
                    )
                })
                .collect();
            format!("{} {spellings:?} {held:?} {}", one.name.full(), one.meetings)
        })
        .collect();
    all.sort();
    all
}

fn check_any_order(files: &[PathBuf]) {
    let orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2], [0, 2, 1], [2, 0, 1]];
    let mut directories = orders.iter().map(|order| {
        let mut shelf = Shelf::new();
        let series = Some(shelf.series());
        let paths = order.map(|at| files[at].display().to_string()).to_vec();
        let Response::ImportedList(all) = shelf.ask(Request::ImportReports { paths, series })
        else {
            panic!()
        };
        assert!(all.iter().all(|one| one.report.is_some()), "{all:?}");
        seen(&mut shelf)
    });
    let first = directories.next().unwrap();
    for (other, order) in directories.zip(&orders[1..]) {
        assert_eq!(first, other, "{order:?}");
    }
}

#[test]
fn three_reports_in_any_order_give_one_directory() {
    let folder = tempfile::tempdir().unwrap();
    let lists: [(&str, &[&str]); 3] = [
        (
            "6 March 2019",
            &[
                "June Paris, First House",
                "Ada Ames, Independent Expert",
                "Titti Cassia, Group's Co-Chair, Second House",
            ],
        ),
        (
            "3 April 2019",
            &[
                "Paris, June, First House",
                "Ada Ames, Third House",
                "Concettina Cassia, Second House",
            ],
        ),
        (
            "8 May 2019",
            &[
                "June Parris",
                "Ada Ames",
                "Titti Cassia, Independent Expert",
                "Jorge Campos",
                "Jorge Santana",
            ],
        ),
    ];
    let mut files = Vec::new();
    for ((day, list), number) in lists.iter().zip(40..) {
        let path = folder.path().join(format!("{number}.txt"));
        let people: String =
            list.iter().zip(1..).map(|(line, at)| format!("{at}. {line}\n")).collect();
        fs::write(&path, format!(
            "Summary Report\n\nThe {number}th meeting of the WG-Access was held on {day} at 13:00 UTC.\n\n\
             Agenda\n\n1. Welcome\n\nDiscussion\n\n1. Welcome\n\nNothing.\n\nList of participants\n\n{people}"
        )).unwrap();
        files.push(path);
    }
    check_any_order(&files);
}

#[test]
fn three_real_reports_in_any_order_give_one_directory() {
    let Some(folder) = rapporteur_tests::samples() else { return };
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path: &PathBuf| is_report(path))
        .collect();
    files.sort();
    assert!(files.len() >= 3, "three reports are in the folder");
    check_any_order(&files[..3]);
}

fn is_report(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ["docx", "pdf", "txt"].iter().any(|one| ending == *one))
}

#[test]
fn links_print_the_words_they_stand_for() {
    let mut shelf = Shelf::new();
    let said = "Ada Ames noted it; Ada asked Ben Bell for a paper.";
    let imported = shelf.import(40, "6 March 2019", said, &["Ada Ames", "Ben Bell"]);
    let stored = shelf.load(imported.report.unwrap().id);
    let speaks = |inline: &Inline| matches!(inline, Inline::Speaker { .. });
    let rapporteur_document::model::Block::Paragraph { content } =
        &stored.content.agenda[0].section.blocks[0]
    else {
        panic!()
    };
    assert_eq!(content.iter().filter(|inline| speaks(inline)).count(), 3);
    let folder = shelf.folder.path().to_owned();
    let path = folder.join("out.txt").display().to_string();
    let format = rapporteur_core::api::ExportFormat::Txt;
    shelf.ask(Request::ExportReport { report: stored.id, format, path: path.clone() });
    let text = fs::read_to_string(path).unwrap();
    assert!(text.split_whitespace().collect::<Vec<_>>().join(" ").contains(said), "{text}");
}
