//! Prior reports come in by the hundred, their doubts are answered and taken back, their files
//! are kept, and a newer version of a report takes its place.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use rapporteur_core::api::{
    DoubtState, Imported, OriginalText, Request, Response, Review, StoredReport, TemplateRequest,
    handle, prepare,
};
use rapporteur_core::reading::InChild;
use rapporteur_core::{FixedClock, Library};
use rapporteur_document::compare::{Comparison, TextComparison};
use rapporteur_document::model::{ReportId, SeriesId};
use rapporteur_document::write;
use rapporteur_tests::printed_samples;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Long enough for every honest file on a busy machine.
const LIMIT: Duration = Duration::from_secs(8);

struct Shelf {
    library: Library,
    clock: FixedClock,
    folder: tempfile::TempDir,
}

impl Shelf {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = FixedClock("2026-03-10T12:00:00Z".parse().unwrap());
        let library = Library::open(&folder.path().join("a.rapporteur"), &clock).unwrap();
        let mut shelf = Self { library, clock, folder };
        let Response::Templates(templates) =
            shelf.ask(Request::Template(TemplateRequest::ListTemplates))
        else {
            panic!()
        };
        let template = templates.iter().find(|one| one.name.contains("WG-Strategy")).unwrap().id;
        shelf.ask(Request::CreateSeries { name: "WG-Harbour".to_owned(), template });
        shelf
    }

    fn series(&mut self) -> SeriesId {
        let Response::SeriesList(all) = self.ask(Request::ListSeries) else { panic!() };
        all[0].id
    }

    fn ask(&mut self, request: Request) -> Response {
        self.try_ask(request).unwrap()
    }

    fn try_ask(&mut self, request: Request) -> Result<Response, String> {
        handle(&mut self.library, &self.clock, request).map_err(|refusal| refusal.message)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join("in").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn import(&mut self, path: &Path) -> Imported {
        let series = Some(self.series());
        let paths = vec![path.to_string_lossy().into_owned()];
        match self.ask(Request::ImportReports { paths, series }) {
            Response::ImportedList(mut all) => all.pop().unwrap(),
            other => panic!("{other:?}"),
        }
    }

    fn kept(&mut self, path: &Path) -> ReportId {
        let imported = self.import(path);
        imported.report.as_ref().unwrap_or_else(|| panic!("{imported:?}")).id
    }

    fn review(&mut self, report: ReportId) -> Review {
        review(self.ask(Request::LoadReview { report }))
    }

    fn answer(&mut self, report: ReportId, doubts: &[u32], answer: DoubtState) -> Review {
        review(self.ask(Request::AnswerDoubts { report, doubts: doubts.to_vec(), answer }))
    }

    fn again(self) -> Self {
        let Self { library, clock, folder } = self;
        let path = library.path().to_owned();
        library.close();
        Self { library: Library::open(&path, &clock).unwrap(), clock, folder }
    }
}

fn review(response: Response) -> Review {
    match response {
        Response::Review(review) => *review,
        other => panic!("{other:?}"),
    }
}

fn text(report: &StoredReport) -> String {
    serde_json::to_string(&report.content).unwrap()
}

/// A report that optical recognition misread.
const SCANNED: &str = "Summary Report\n\n\
    The 7th meeting of the Harbour Group was held on 5 March 2026 at 18:00 UTC, moderated by Ana Example.\n\n\
    Agenda\n1. Al governance and data\n2. Any other business\n\nDiscussion\n\
    1. Governance of data and machines\n\
    The group heard about Al governance, and about the Al panel and 1G matters.\n\n\
    2. Any other business\n\
    The next meeting could take place on 19 March 2026 or on another date.\n\n\
    List of participants\n1. Ana Example, Example Society\n2. Ben Sample, Harbour Office\n";

#[test]
fn a_batch_goes_on_whatever_a_file_does() {
    let mut shelf = Shelf::new();
    let reader = InChild::of(env!("CARGO_BIN_EXE_reader").into(), [""; 0]).within(|_| LIMIT);
    let docx = write::docx::write(&printed_samples()[2]).unwrap().bytes;
    shelf.file("a good.docx", &docx);
    shelf.file("b scanned.txt", SCANNED);
    shelf.file("c damaged.docx", &docx[..docx.len() / 2]);
    shelf.file("d hangs.txt", "please hang");
    shelf.file("e crashes.txt", "please crash");
    shelf.file("f nests.txt", "please nest");
    shelf.file("g eats.txt", "please eat");
    shelf.file("h same.docx", &docx);
    shelf.file("i old.doc", [0xD0, 0xCF, 0x11, 0xE0, 1, 2]);
    shelf.file("picture.png", "no document");
    shelf.file(".hidden/x.txt", SCANNED);
    shelf.file("later/newer.txt", SCANNED.replace("2. Ben Sample, Harbour Office\n", ""));
    let paths = vec![shelf.folder.path().join("in").to_string_lossy().into_owned()];
    let Response::Files(found) = shelf.ask(Request::FindFiles { paths }) else { panic!() };
    assert_eq!((found.files.len(), found.left_out), (10, 1), "{found:?}");

    let series = Some(shelf.series());
    let mut became = Vec::new();
    for path in found.files {
        let name = path.rsplit(['/', '\\']).next().unwrap().to_owned();
        let begun = Instant::now();
        let request = Request::ImportReports { paths: vec![path], series };
        let prepared = prepare(request, &reader);
        let answer = handle(&mut shelf.library, &shelf.clock, prepared).unwrap();
        let Response::ImportedList(mut all) = answer else { panic!() };
        let took = begun.elapsed();
        assert!(took < LIMIT + Duration::from_secs(4), "{name} took {took:?}");
        became.push((name, all.pop().unwrap()));
    }
    for (name, says) in [
        ("a good.docx", None),
        ("b scanned.txt", None),
        ("c damaged.docx", Some("damaged")),
        ("d hangs.txt", Some("longer than any report")),
        ("e crashes.txt", Some("broke off")),
        ("f nests.txt", Some("broke off")),
        ("g eats.txt", Some(if cfg!(target_os = "linux") { "broke off" } else { "" })),
        ("h same.docx", Some("in the library already")),
        ("i old.doc", Some(".doc")),
        ("newer.txt", None),
    ] {
        let (_, one) = became.iter().find(|(other, _)| other == name).unwrap();
        match says {
            None => assert!(one.report.is_some(), "{name}: {:?}", one.refused),
            Some(words) => {
                let refused = one.refused.as_ref().unwrap_or_else(|| panic!("{name} was kept"));
                assert!(refused.contains(words) && refused.contains(name), "{refused}");
            }
        }
        assert_eq!(one.known.is_some(), name == "h same.docx", "{name}");
    }
    let newer = &became.iter().find(|(name, _)| name == "newer.txt").unwrap().1;
    assert!(newer.doubts[0].contains("newer version"), "{:?}", newer.doubts);
    let Response::Findings(findings) = shelf.ask(Request::Doctor) else { panic!() };
    assert!(findings.iter().all(|finding| !finding.serious), "{findings:?}");
}

#[test]
fn a_batch_that_ends_in_the_middle_leaves_whole_reports_only() {
    let mut shelf = Shelf::new();
    for number in 1..=3 {
        let text = SCANNED.replace("7th", &format!("{number}0th"));
        let path = shelf.file(&format!("{number}.txt"), text);
        shelf.kept(&path);
    }
    let gone = shelf.file("4.txt", "x");
    std::fs::remove_file(&gone).unwrap();
    assert!(shelf.import(&gone).refused.is_some());
    // The power goes: nothing is closed, another program looks at the file.
    let path = shelf.library.path().to_owned();
    let other = Library::open(&path, &shelf.clock).unwrap();
    let mut other = Shelf { library: other, clock: shelf.clock, folder: shelf.folder };
    let Response::Reports(reports) =
        other.ask(Request::ListReports { series: None, deleted: false })
    else {
        panic!()
    };
    assert_eq!(reports.len(), 3);
    for report in reports {
        let review = other.review(report.id);
        assert_eq!(review.doubts.len(), report.doubts as usize);
        assert!(report.doubts > 3);
    }
}

#[test]
fn the_original_comes_out_byte_for_byte_and_has_the_words_of_the_report() {
    let mut shelf = Shelf::new();
    let printed = &printed_samples()[4];
    let docx = write::docx::write(printed).unwrap().bytes;
    let path = shelf.file("Bericht Hafen.docx", &docx);
    let report = shelf.kept(&path);
    let Response::Bytes(bytes) = shelf.ask(Request::LoadOriginalBytes { report }) else { panic!() };
    assert!(bytes == docx);
    let folder = shelf.folder.path().join("out");
    std::fs::create_dir_all(&folder).unwrap();
    let to = folder.to_string_lossy().into_owned();
    let Response::Exported(saved) = shelf.ask(Request::SaveOriginal { report, path: to }) else {
        panic!()
    };
    assert!(saved.path.ends_with("Bericht Hafen.docx"), "{}", saved.path);
    assert!(std::fs::read(&saved.path).unwrap() == docx);

    let review = shelf.review(report);
    assert_eq!(review.original.name, "Bericht Hafen.docx");
    assert_eq!((review.original.sha256.len(), review.original.bytes), (64, docx.len() as u64));
    let original: OriginalText = match shelf.ask(Request::LoadOriginal { report }) {
        Response::OriginalText(original) => original,
        other => panic!("{other:?}"),
    };
    assert!(original.lines.iter().any(|line| line.text.contains("Summary Report")));

    let compared = |shelf: &mut Shelf| -> TextComparison {
        match shelf.ask(Request::CompareOriginal { report }) {
            Response::TextComparison(compared) => compared,
            other => panic!("{other:?}"),
        }
    };
    let before = compared(&mut shelf);
    let mut content = review.report.content;
    content.agenda[0].section.blocks.clear();
    content.agenda[0].section.parts.clear();
    let base_revision = review.report.revision;
    shelf.ask(Request::SaveReport { report, base_revision, content });
    let after = compared(&mut shelf);
    assert!(before.missing < 40 && after.missing > before.missing + 20, "{before:?} {after:?}");

    // What was written here has no original.
    let content = shelf.review(report).report.content;
    let series = shelf.series();
    let Response::Report(own) = shelf.ask(Request::CreateReport { series, content }) else {
        panic!()
    };
    let refused = shelf.try_ask(Request::CompareOriginal { report: own.id }).unwrap_err();
    assert!(refused.contains("written here"), "{refused}");
}

#[test]
fn answers_change_the_report_are_taken_back_and_are_remembered() {
    let mut shelf = Shelf::new();
    let path = shelf.file("scan.txt", SCANNED);
    let report = shelf.kept(&path);
    let before = shelf.review(report);
    assert!(before.doubts.iter().all(|one| one.state == DoubtState::Open));
    let al: Vec<u32> = before
        .doubts
        .iter()
        .filter(|one| one.doubt.place.quote == "Al")
        .map(|one| one.position)
        .collect();
    assert_eq!(al.len(), 3, "{:#?}", before.doubts);
    let like = before.doubts.iter().filter(|one| one.like == al[0]).count();
    assert_eq!(like, 3, "one answer fits all three");
    let find = |code: &str| {
        before.doubts.iter().find(|one| one.doubt.code == code).unwrap_or_else(|| panic!("{code}"))
    };
    let next = find("next_meeting_undecided").position;
    let heading = find("heading_reworded").position;
    assert_eq!(find("next_meeting_undecided").field.as_deref(), Some("next_meeting.date"));

    let answered = shelf.answer(report, &al, DoubtState::Yes);
    assert!(text(&answered.report).contains("about AI governance, and about the AI panel and 1G"));
    assert!(text(&answered.report).contains("\"AI governance and data\""));
    shelf.answer(report, &[next], DoubtState::Yes);
    shelf.answer(report, &[heading], DoubtState::No);

    let mut shelf = shelf.again();
    let review = shelf.review(report);
    let state = |position: u32| review.doubts[position as usize].state;
    assert_eq!(
        (state(al[1]), state(next), state(heading)),
        (DoubtState::Yes, DoubtState::Yes, DoubtState::No)
    );
    assert_eq!(review.report.content.next_meeting.date, Some("2026-03-19".parse().unwrap()));
    let Response::Reports(list) = shelf.ask(Request::ListReports { series: None, deleted: false })
    else {
        panic!()
    };
    let open = review.doubts.iter().filter(|one| one.state == DoubtState::Open).count();
    assert_eq!(list[0].doubts as usize, open);
    assert_eq!(review.doubts.len() - open, 5);

    // Taken back in any order, also after the library was closed.
    shelf.answer(report, &[al[0]], DoubtState::Open);
    shelf.answer(report, &[next, heading], DoubtState::Open);
    let undone = shelf.answer(report, &al[1..], DoubtState::Open);
    assert_eq!(undone.report.content, before.report.content);
    assert!(undone.doubts.iter().all(|one| one.state == DoubtState::Open));

    // Where somebody mended the words by hand there is nothing left to change, or to take back.
    shelf.answer(report, &al, DoubtState::Yes);
    let mut content = shelf.review(report).report.content;
    content.agenda[0].section.blocks.clear();
    let base_revision = shelf.review(report).report.revision;
    shelf.ask(Request::SaveReport { report, base_revision, content });
    let request = Request::AnswerDoubts { report, doubts: al.clone(), answer: DoubtState::Open };
    let refused = shelf.try_ask(request).unwrap_err();
    assert!(refused.contains("cannot be taken back"), "{refused}");
    assert_eq!(shelf.review(report).doubts[al[0] as usize].state, DoubtState::Yes);
    let nowhere = Request::AnswerDoubts { report, doubts: vec![999], answer: DoubtState::No };
    assert!(shelf.try_ask(nowhere).unwrap_err().contains("not there any more"));
}

/// A report whose bullets optical recognition read as letters.
const BULLETS: &str = "Summary Report\n\n\
    The 7th meeting of the Harbour Group was held on 5 March 2026 at 18:00 UTC, moderated by\n\
    Ana Example.\n\nAgenda\n1. Data\n2. Any other business\n\nDiscussion\n1. Data\n\
    The group went through the comments that had come in since the last meeting, and thanked\n\
    all who had taken the time to send theirs, among them the offices that were asked in May:\n\n\
    e The harbour office, which came late and was read at the meeting by all who came to it\n\
    © The quarry, whose comments are for all to read from the middle of the month of March\n\
    e The reef office, which nobody had yet seen before its words were shown to the group\n\n\
    2. Any other business\nNone.\n\n\
    List of participants\n1. Ana Example, Example Society\n2. Ben Sample, Harbour Office\n";

#[test]
fn a_no_to_misread_bullets_writes_their_letters_again() {
    let mut shelf = Shelf::new();
    let path = shelf.file("bullets.txt", BULLETS);
    let report = shelf.kept(&path);
    let before = shelf.review(report);
    let bullets: Vec<_> =
        before.doubts.iter().filter(|one| one.doubt.code == "ocr_bullet").collect();
    assert_eq!(bullets.len(), 3, "{:#?}", before.doubts);
    assert!(bullets.iter().all(|one| one.spot.is_some()), "{bullets:#?}");
    let like = bullets[0].like;
    let alike: Vec<u32> =
        bullets.iter().filter(|one| one.like == like).map(|one| one.position).collect();
    assert_eq!(
        alike,
        [bullets[0].position, bullets[2].position],
        "one answer fits the same letter"
    );
    let yes = shelf.answer(report, &[bullets[1].position], DoubtState::Yes);
    assert_eq!(yes.report.content, before.report.content);
    let no = shelf.answer(report, &alike, DoubtState::No);
    for words in ["\"e The harbour office", "\"e The reef office", "\"The quarry, whose"] {
        assert!(text(&no.report).contains(words), "{words}: {}", text(&no.report));
    }
    let open = shelf.answer(report, &alike, DoubtState::Open);
    assert_eq!(open.report.content, before.report.content);
}

#[test]
fn a_newer_version_is_compared_and_takes_the_place_of_the_report() {
    let mut shelf = Shelf::new();
    let path = shelf.file("first.txt", SCANNED);
    let first = shelf.kept(&path);
    assert_eq!(shelf.review(first).earlier, None);
    shelf.clock = FixedClock("2026-03-11T12:00:00Z".parse().unwrap());
    let newer = SCANNED.replace("1G matters", "other matters of the port");
    let path = shelf.file("second.txt", newer);
    let second = shelf.kept(&path);
    let review = shelf.review(second);
    assert_eq!(review.earlier.map(|earlier| earlier.id), Some(first));
    let compared = Request::CompareReports { report: first, with: second };
    let compared: Box<Comparison> = match shelf.ask(compared) {
        Response::Comparison(compared) => compared,
        other => panic!("{other:?}"),
    };
    assert_eq!(compared.differences.len(), 1, "{compared:#?}");
    assert_eq!((compared.words.added, compared.words.removed), (4, 1));

    let ids = |shelf: &mut Shelf| -> Vec<_> {
        let review = shelf.review(first);
        review.report.content.agenda.iter().map(|item| item.id).collect()
    };
    let before = ids(&mut shelf);
    let taken = Request::TakeAsVersion { report: second, of: first };
    let Response::TakenAsVersion(taken) = shelf.ask(taken) else { panic!() };
    assert_eq!((taken.report.id, taken.gone), (first, second));
    assert_eq!(ids(&mut shelf), before, "agenda items keep their ids");
    let review = shelf.review(first);
    assert!(text(&review.report).contains("other matters of the port"));
    assert_eq!(review.original.name, "second.txt");
    assert_eq!(review.doubts.iter().filter(|one| one.doubt.code == "meeting_known").count(), 1);
    let Response::Reports(list) = shelf.ask(Request::ListReports { series: None, deleted: false })
    else {
        panic!()
    };
    assert_eq!(list.len(), 1);
    let Response::Versions(versions) = shelf.ask(Request::ListVersions { report: first }) else {
        panic!()
    };
    assert!(versions.iter().any(|one| one.name.as_deref() == Some("first.txt")), "{versions:?}");
    // Both files are known from now on.
    for name in ["first.txt", "second.txt"] {
        let path = shelf.folder.path().join("in").join(name);
        assert_eq!(shelf.import(&path).known.map(|known| known.id), Some(first));
    }
}

#[test]
fn doubts_of_a_library_from_before_are_there_to_be_answered() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.rapporteur");
    let old = rusqlite::Connection::open(&path).unwrap();
    for script in [
        include_str!("../../crates/rapporteur-core/src/storage/migrations/0001_library.sql"),
        include_str!("../../crates/rapporteur-core/src/storage/migrations/0002_people.sql"),
        include_str!("../../crates/rapporteur-core/src/storage/migrations/0003_versions.sql"),
        include_str!(
            "../../crates/rapporteur-core/src/storage/migrations/0004_deleted_templates.sql"
        ),
        include_str!("../../crates/rapporteur-core/src/storage/migrations/0005_reports_in_use.sql"),
    ] {
        old.execute_batch(script).unwrap();
    }
    old.pragma_update(None, "application_id", 0x5261_7070).unwrap();
    old.pragma_update(None, "user_version", 5).unwrap();
    let content = serde_json::to_string(&rapporteur_core::sample::reports()[0]).unwrap();
    let id = "0190a6a0-0000-7000-8000-000000000001";
    old.execute(
        "INSERT INTO templates VALUES (?1, 'T', 1, 0, ?2, '2026-01-01T00:00:00.000Z', NULL)",
        [id, rapporteur_core::sample::TEMPLATE],
    )
    .unwrap();
    old.execute("INSERT INTO series VALUES (?1, 'S', ?1, '2026-01-01T00:00:00.000Z', NULL)", [id])
        .unwrap();
    old.execute(
        "INSERT INTO reports (id, series_id, template_id, revision, state, participants, imported,
             saved_at, content) VALUES (?1, ?1, ?1, 1, 'final', 1, 1, '2026-01-01T00:00:00.000Z', ?2)",
        [id, &content],
    )
    .unwrap();
    let doubts = r#"[{"code":"ocr_letters","message":"Look.","where":{"line":3,"quote":"Al"},"proposed":"AI"}]"#;
    old.execute(
        "INSERT INTO originals VALUES (?1, 'x.txt', 'abc', CAST('words' AS BLOB), ?2, '2026-01-01T00:00:00.000Z')",
        [id, doubts],
    )
    .unwrap();
    drop(old);
    let clock = FixedClock("2026-03-10T12:00:00Z".parse().unwrap());
    let library = Library::open(&path, &clock).unwrap();
    let mut shelf = Shelf { library, clock, folder };
    let report: ReportId = id.parse().unwrap();
    let review = shelf.answer(report, &[0], DoubtState::Yes);
    let one = &review.doubts[0];
    assert_eq!((one.doubt.place.line, one.doubt.place.quote.as_str()), (3, "Al"));
    assert_eq!((one.state, one.doubt.proposed.as_deref()), (DoubtState::Yes, Some("AI")));
    let Response::Bytes(bytes) = shelf.ask(Request::LoadOriginalBytes { report }) else { panic!() };
    assert_eq!(bytes, b"words");
}
