//! Lists of people in and out: every platform's report, every format, and what is bad in a file.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use chrono::{TimeZone, Utc};
use rapporteur_core::api::{
    AddedPerson, Addition, AffiliationChange, ListSource, ListedPerson, PeopleExport, PeopleFormat,
    PersonOffer, PersonPage, ReadList, Request, Response, Standing, handle,
};
use rapporteur_core::{FixedClock, Library};
use rapporteur_document::model::{PersonId, PersonName};
use rapporteur_document::read::list::{self, Field, List, Listed};
use rapporteur_document::write::list::{About, Entry, cards, csv, xlsx};
use rapporteur_tests::{check_expected, checkers, judge_docx, repository, run};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

fn fixtures() -> Vec<PathBuf> {
    let folder = repository().join("tests/fixtures/lists");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn people(list: &List) -> Vec<Listed> {
    let fields: Vec<Option<Field>> = list.columns.iter().map(|column| column.field).collect();
    list::people(list, &fields).0
}

#[test]
fn every_list_gives_its_people() {
    assert!(fixtures().len() >= 18);
    for path in fixtures() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let list = list::read(&fs::read(&path).unwrap(), &name).unwrap();
        let fields: Vec<Option<Field>> = list.columns.iter().map(|column| column.field).collect();
        let (people, warnings) = list::people(&list, &fields);
        let told = json!({
            "kind": list.kind,
            "columns": list.columns,
            "warnings": [list.warnings, warnings],
            "people": people,
        });
        let json = serde_json::to_string_pretty(&told).unwrap() + "\n";
        check_expected(&format!("lists/{name}.json"), &json);
    }
}

/// Numbers that are the same in every run.
struct Noise(u32);

impl Noise {
    fn next(&mut self) -> u8 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 24) as u8
    }
}

#[test]
fn broken_bytes_are_values() {
    let mut noise = Noise(11);
    let try_all = |bytes: &[u8], name: &str| {
        if let Ok(list) = list::read(bytes, name) {
            people(&list);
        }
    };
    for path in fixtures() {
        let bytes = fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let step = (bytes.len() / 30).max(1);
        for end in (0..bytes.len()).step_by(step) {
            try_all(&bytes[..end], &name);
        }
        for _ in 0..25 {
            let mut damaged = bytes.clone();
            for _ in 0..8 {
                let at =
                    (usize::from(noise.next()) << 8 | usize::from(noise.next())) % damaged.len();
                damaged[at] = noise.next();
            }
            try_all(&damaged, &name);
        }
    }
    for length in 0..200 {
        let bytes: Vec<u8> = (0..length).map(|_| noise.next()).collect();
        try_all(&bytes, "noise.csv");
        let marks = b",;\t|\"'\n\r =@ABCabc09:/()[]";
        let printable: Vec<u8> =
            bytes.iter().map(|byte| marks[usize::from(*byte) % marks.len()]).collect();
        try_all(&printable, "noise.csv");
        try_all(
            &[b"BEGIN:VCARD\nN;CHARSET=x;ENCODING=QUOTED-PRINTABLE:", &*printable].concat(),
            "noise.vcf",
        );
        try_all(&[b"Name,Join time,Leave time,Duration\n", &*printable].concat(), "noise.csv");
    }
}

#[test]
fn files_that_swell_are_refused_with_their_row() {
    let refused = |bytes: &[u8], says: &str| {
        let error = list::read(bytes, "list").unwrap_err().to_string();
        assert!(error.contains(says), "{error}");
    };
    refused(&vec![b'a'; 21 * 1024 * 1024], "larger than 20 MB");
    refused("Ana Neves,Harbour\n".repeat(20_001).as_bytes(), "reading stopped at row 20001");
    let zip = |parts: &[(&str, &[u8])]| {
        use std::io::Write;
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let flood = vec![b' '; 60 * 1024 * 1024];
    refused(&zip(&[("xl/worksheets/sheet1.xml", &flood)]), "unpacks to far more");
    refused(&zip(&[("xl/worksheets/sheet1.xml", b"<x/>")]), "damaged");
    refused(&zip(&[("xl/workbook.bin", b"")]), ".xlsb");
    refused(&zip(&[("word/document.xml", b"<x/>")]), "no spreadsheet");
    // A few hundred bytes that stand for billions of cells.
    let cell = r#"<table:table-cell table:number-columns-repeated="4000000000" office:value-type="string"><text:p>x</text:p></table:table-cell>"#;
    let row = format!(
        r#"<table:table-row table:number-rows-repeated="4000000000">{cell}{cell}</table:table-row>"#
    );
    let content = format!(
        r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><table:table>{}</table:table></office:body></office:document-content>"#,
        row.repeat(30)
    );
    let mime: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    refused(
        &zip(&[("mimetype", mime), ("content.xml", content.as_bytes())]),
        "reading stopped at row",
    );
}

#[test]
fn a_long_list_of_namesakes_is_read_in_good_time() {
    let rows: String = (0..9_000).map(|at| format!("Jorge Cruz,jorge{at}@a.example\n")).collect();
    let list = list::read(format!("Name,E-mail\n{rows}").as_bytes(), "list.csv").unwrap();
    let started = std::time::Instant::now();
    assert_eq!(people(&list).len(), 9_000);
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

fn entries() -> Vec<Entry> {
    let one = |name: &str, role: &str, status: &str, organisation: &str, email: &str| {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Entry {
            person: Some(PersonId(uuid::Uuid::from_u128(7))),
            name: PersonName::parse(name),
            role: some(role),
            status: some(status),
            organisation: some(organisation),
            email: some(email),
            ..Entry::default()
        }
    };
    vec![
        one(
            "Ana Neves",
            "Group's Co-Chair",
            "IGF MAG member",
            "Access Harbour",
            "ana@harbour.example",
        ),
        one(
            "Ilse van der Meulen",
            "",
            "former IGF MAG member",
            "Pier University, Faculty of Ships; Annex",
            "ilse@pier.example",
        ),
        one("Omar Al-Hassan", "", "", "=HYPERLINK(\"x\")", ""),
        one("Зоя Морозова", "", "", "“Lighthouse” Board", ""),
        one("王小明", "", "", "@board", ""),
    ]
}

#[test]
fn what_goes_out_comes_back() {
    let about = About {
        title: "WG-Access 112 participants".into(),
        author: "Working Group on Access".into(),
        date: chrono::NaiveDate::from_ymd_opt(2026, 3, 5).unwrap(),
    };
    let wanted = entries();
    for (name, bytes) in [
        ("list.csv", csv(&wanted, false)),
        ("marked.csv", csv(&wanted, true)),
        ("list.xlsx", xlsx(&wanted, &about).unwrap()),
        ("list.vcf", cards(&wanted)),
    ] {
        let back = people(&list::read(&bytes, name).unwrap());
        assert_eq!(back.len(), wanted.len(), "{name}");
        for (back, wanted) in back.iter().zip(&wanted) {
            let has = |one: &Listed| {
                (
                    one.name.full(),
                    one.role.clone(),
                    one.status.clone(),
                    one.organisation.clone(),
                    one.email.clone(),
                )
            };
            let wanted = (
                wanted.name.full(),
                wanted.role.clone(),
                wanted.status.clone(),
                wanted.organisation.clone(),
                wanted.email.clone(),
            );
            assert_eq!(has(back), wanted, "{name}");
        }
    }
}

#[test]
fn other_programs_read_the_workbook() {
    let Some(checkers) = checkers() else { return };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.xlsx");
    let date = chrono::NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
    let about = About { title: "People".into(), author: "Working Group".into(), date };
    fs::write(&path, xlsx(&entries(), &about).unwrap()).unwrap();
    let verdict = judge_docx(&checkers, &path);
    assert!(verdict.contains("\"ok\": true"), "{verdict}");
    // Text cells only: nothing a spreadsheet would calculate.
    let (code, sheet) = run("unzip", &["-p", &path.to_string_lossy(), "xl/worksheets/sheet1.xml"]);
    assert_eq!(code, Some(0), "{sheet}");
    assert!(!sheet.contains("<f>") && sheet.contains("t=\"s\""), "{sheet}");
    let broken = folder.path().join("broken.xlsx");
    fs::write(&broken, b"PK no workbook").unwrap();
    assert!(!judge_docx(&checkers, &broken).contains("\"ok\": true"));
}

fn clock() -> FixedClock {
    FixedClock(Utc.with_ymd_and_hms(2026, 4, 16, 9, 0, 0).unwrap())
}

struct Directory {
    library: Library,
}

impl Directory {
    fn with(people: &[(&str, &str)]) -> Self {
        let mut directory = Self { library: Library::in_memory(&clock()).unwrap() };
        for (name, organisation) in people {
            directory.ask(Request::SavePerson {
                person: None,
                name: PersonName::parse(name),
                role: None,
                status: None,
                organisation: Some((*organisation).to_owned()),
                since: None,
            });
        }
        directory
    }

    fn ask(&mut self, request: Request) -> Response {
        handle(&mut self.library, &clock(), request).unwrap()
    }

    fn read(&mut self, text: &str) -> ReadList {
        let source = ListSource::Text { text: text.to_owned() };
        let Response::ReadList(list) =
            self.ask(Request::ReadList { source, fields: None, series: None })
        else {
            panic!()
        };
        *list
    }

    fn add(&mut self, people: Vec<AddedPerson>) -> Addition {
        let request = Request::AddPeople { source: "list.csv".into(), people, since: None };
        let Response::Addition(addition) = self.ask(request) else { panic!() };
        addition
    }

    fn everybody(&mut self) -> Vec<PersonOffer> {
        let request = Request::FindPeople { query: String::new(), series: None, limit: 100 };
        let Response::People(people) = self.ask(request) else { panic!() };
        people
    }

    fn pages(&mut self) -> Vec<PersonPage> {
        let page = |directory: &mut Self, person| {
            let Response::PersonPage(page) = directory.ask(Request::LoadPerson { person }) else {
                panic!()
            };
            *page
        };
        let people: Vec<PersonId> = self.everybody().iter().map(|one| one.person).collect();
        people.into_iter().map(|person| page(self, person)).collect()
    }
}

/// What the window or the command line makes of a row the user agrees with.
fn agreed(one: &ListedPerson) -> AddedPerson {
    let known = one.known.first().filter(|_| one.standing == Standing::Known);
    AddedPerson {
        person: known.map(|known| known.found.offer.person),
        name: one.listed.name.clone(),
        affiliation: match known {
            Some(known) => known.change.clone(),
            None => Some(AffiliationChange {
                role: one.listed.role.clone(),
                status: one.listed.status.clone(),
                organisation: one.listed.organisation.clone(),
            }),
        },
        email: one.listed.email.clone(),
        ..AddedPerson::default()
    }
}

#[test]
fn a_list_is_compared_with_the_directory() {
    let mut directory = Directory::with(&[
        ("Ana Neves", "Access Harbour"),
        ("Omar Al-Hassan", "Lighthouse Board"),
        ("Concettina Cassa", "Harbour Office"),
    ]);
    let list = directory.read(
        "Name\tOrganisation\n\
         Ana Neves\tAccess Harbour\n\
         Omar Al-Hassan\tPier University\n\
         Neves Ana\tAccess Harbour\n\
         Titti Cassa\tIndependent Expert\n\
         Wei Zhang\tLichtwerk\n\
         iPhone (2)\t\n",
    );
    let standing = |name: &str| {
        let one = list.people.iter().find(|one| one.listed.written == name).unwrap();
        (one.standing, one.known.first().and_then(|known| known.change.clone()).is_some())
    };
    assert_eq!(standing("Ana Neves"), (Standing::Known, false));
    assert_eq!(standing("Omar Al-Hassan"), (Standing::Known, true), "another affiliation now");
    assert_eq!(standing("Neves Ana"), (Standing::MayBe, false));
    assert_eq!(
        standing("Titti Cassa"),
        (Standing::MayBe, false),
        "an independent expert says nothing"
    );
    assert_eq!(standing("Wei Zhang"), (Standing::New, false));
    assert_eq!(standing("iPhone (2)").0, Standing::Nameless);
    let reasons = &list.people[2].known[0].found.reasons;
    assert!(reasons.iter().any(|reason| reason.contains("changed places")), "{reasons:?}");
}

#[test]
fn people_are_added_and_taken_back_as_one() {
    let mut directory =
        Directory::with(&[("Ana Neves", "Access Harbour"), ("Omar Al-Hassan", "Lighthouse Board")]);
    let before = directory.pages();
    let list = directory.read(
        "Name\tOrganisation\tE-mail\nAna Neves\tPier University\tana@pier.example\nWei Zhang\tLichtwerk\twei@licht.example\n",
    );
    let mut people: Vec<AddedPerson> = list.people.iter().map(agreed).collect();
    people[0].also = Some(PersonName::parse("Ana Christina Neves"));
    let addition = directory.add(people);
    assert_eq!((addition.people.len(), addition.new), (2, 1));
    assert_eq!(addition.people[0].organisation.as_deref(), Some("Pier University"));
    let after = directory.pages();
    assert_eq!(after.len(), 3);
    let ana = after.iter().find(|page| page.offer.name.full() == "Ana Neves").unwrap();
    assert_eq!(ana.affiliations.len(), 2, "what held before is kept");
    assert_eq!(ana.details.email.as_deref(), Some("ana@pier.example"));
    assert_eq!(ana.spellings.len(), 1);
    // The same list again finds everybody and changes nothing.
    let again =
        directory.read("Name\tE-mail\nA. Neves\tana@pier.example\nWei Zhang\twei@licht.example\n");
    assert!(again.people.iter().all(|one| one.standing == Standing::Known), "{:?}", again.people);
    let Response::People(stayed) = directory.ask(Request::UndoAddition { addition: addition.id })
    else {
        panic!()
    };
    assert_eq!(stayed, vec![]);
    assert_eq!(directory.pages(), before);
    let again =
        handle(&mut directory.library, &clock(), Request::UndoAddition { addition: addition.id });
    assert!(again.unwrap_err().message.contains("taken back already"));
    let nameless = Request::AddPeople {
        source: String::new(),
        people: vec![AddedPerson::default()],
        since: None,
    };
    let refusal = handle(&mut directory.library, &clock(), nameless).unwrap_err();
    assert!(refusal.message.contains("has no name"), "{}", refusal.message);
    assert_eq!(directory.pages(), before);
}

#[test]
fn addresses_go_out_only_when_asked_for() {
    let mut directory = Directory::with(&[("Omar Al-Hassan", "Lighthouse Board")]);
    let list =
        directory.read("Name\tE-mail\tPhone\nAna Neves\tana@harbour.example\t+351 912 345 678\n");
    directory.add(list.people.iter().map(agreed).collect());
    let folder = tempfile::tempdir().unwrap();
    for format in [PeopleFormat::Csv, PeopleFormat::Vcard, PeopleFormat::Json, PeopleFormat::Xlsx] {
        for private in [false, true] {
            let path = folder.path().join(format!("list.{}", format.extension()));
            let list = PeopleExport { report: None, format, private, mark: false };
            directory.ask(Request::ExportPeople { list, path: path.display().to_string() });
            let text = match format {
                PeopleFormat::Xlsx => {
                    let list = list::read(&fs::read(&path).unwrap(), "list.xlsx").unwrap();
                    format!("{:?}", list.rows)
                }
                _ => fs::read_to_string(&path).unwrap(),
            };
            assert!(text.contains("Neves"), "{text}");
            assert_eq!(text.contains("ana@harbour.example"), private, "{format:?}: {text}");
        }
    }
}

#[test]
fn a_report_gives_its_participants() {
    let mut directory = Directory { library: Library::in_memory(&clock()).unwrap() };
    directory.ask(Request::AddSampleData);
    let Response::Reports(reports) =
        directory.ask(Request::ListReports { series: None, deleted: false })
    else {
        panic!()
    };
    let report = &reports[0];
    let folder = tempfile::tempdir().unwrap();
    let list = PeopleExport {
        report: Some(report.id),
        format: PeopleFormat::Csv,
        private: false,
        mark: true,
    };
    let request = Request::ExportPeople { list, path: folder.path().display().to_string() };
    let Response::Exported(exported) = directory.ask(request) else { panic!() };
    let path = Path::new(&exported.path);
    let name = path.file_name().unwrap().to_string_lossy();
    assert!(name.ends_with("-participants.csv"), "{name}");
    let read = list::read(&fs::read(path).unwrap(), &name).unwrap();
    let present = read.rows.iter().filter(|row| row.cells.contains(&"Present".to_owned())).count();
    assert_eq!(present, report.participants as usize);
}
