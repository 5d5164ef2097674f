//! The product without a window: what a secretariat does, through the requests the window makes.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use chrono::{NaiveDate, TimeZone, Utc};
use rapporteur_core::api::{
    ExportFormat, Imported, PersonOffer, Proposal, Refusal, RefusalCode, ReportSummary, Request,
    Response, Series, StoredReport, TemplateRequest, TemplateSummary, handle,
};
use rapporteur_core::{FixedClock, Library};
use rapporteur_document::model::{Participant, PersonName, Report};
use rapporteur_tests::{bare_words, repository};
use std::fs;
use std::path::Path;

struct Office {
    library: Library,
    clock: FixedClock,
}

impl Office {
    fn new() -> Self {
        let clock = FixedClock(Utc.with_ymd_and_hms(2026, 4, 16, 9, 0, 0).unwrap());
        Self { library: Library::in_memory(&clock).unwrap(), clock }
    }

    fn with_sample() -> Self {
        let mut office = Self::new();
        office.ask(Request::AddSampleData).unwrap();
        office
    }

    fn ask(&mut self, request: Request) -> Result<Response, Refusal> {
        handle(&mut self.library, &self.clock, request)
    }

    fn series(&mut self) -> Series {
        let Response::SeriesList(all) = self.ask(Request::ListSeries).unwrap() else { panic!() };
        all.into_iter().next().unwrap()
    }

    fn templates(&mut self) -> Vec<TemplateSummary> {
        let all = self.ask_template(TemplateRequest::ListTemplates);
        let Response::Templates(all) = all.unwrap() else { panic!() };
        all
    }

    fn ask_template(&mut self, request: TemplateRequest) -> Result<Response, Refusal> {
        self.ask(Request::Template(request))
    }

    fn reports(&mut self) -> Vec<ReportSummary> {
        let Response::Reports(all) =
            self.ask(Request::ListReports { series: None, deleted: false }).unwrap()
        else {
            panic!()
        };
        all
    }

    fn propose(&mut self) -> Proposal {
        let series = self.series().id;
        let Response::Proposal(proposal) =
            self.ask(Request::ProposeReport { series, from: None }).unwrap()
        else {
            panic!()
        };
        *proposal
    }

    fn create(&mut self, content: Report) -> StoredReport {
        let series = self.series().id;
        let Response::Report(report) = self.ask(Request::CreateReport { series, content }).unwrap()
        else {
            panic!()
        };
        *report
    }

    fn import(&mut self, paths: &[&Path]) -> Vec<Imported> {
        let paths = paths.iter().map(|path| path.display().to_string()).collect();
        let series = Some(self.series().id);
        let Response::ImportedList(all) =
            self.ask(Request::ImportReports { paths, series }).unwrap()
        else {
            panic!()
        };
        all
    }

    fn export(&mut self, report: &ReportSummary, format: ExportFormat, folder: &Path) -> Vec<u8> {
        let request =
            Request::ExportReport { report: report.id, format, path: folder.display().to_string() };
        let Response::Exported(done) = self.ask(request).unwrap() else { panic!() };
        fs::read(done.path).unwrap()
    }

    fn find(&mut self, query: &str) -> Vec<String> {
        let request = Request::FindPeople { query: query.into(), series: None, limit: 8 };
        let Response::People(people) = self.ask(request).unwrap() else { panic!() };
        people.iter().map(|person| person.name.full()).collect()
    }
}

#[test]
fn a_new_report_knows_its_series() {
    let mut office = Office::with_sample();
    let proposal = office.propose();
    let meeting = &proposal.content.meeting;
    assert_eq!((meeting.number, meeting.date), (Some(112), NaiveDate::from_ymd_opt(2026, 4, 16)));
    assert_eq!(meeting.time.unwrap().to_string(), "13:00");
    let reason = |field: &str| {
        proposal.reasons.iter().find(|one| one.field == field).unwrap().reason.clone()
    };
    assert_eq!(reason("meeting.date"), "announced in the 111th report");
    let moderator = proposal.content.participant(meeting.moderator.unwrap()).unwrap();
    assert_eq!(moderator.name.full(), "Ilse van der Meulen");
    assert!(
        proposal
            .content
            .participants
            .iter()
            .all(|person| person.role.as_deref() == Some("Group's Co-Chair"))
    );
    assert!(proposal.participants.len() > 20, "the others are offered for ticking");
    assert_eq!(proposal.content.agenda.len(), 2);
    let stored = office.create(proposal.content);
    assert!(
        stored.generated.opening[0].starts_with("The 112th virtual meeting"),
        "{:?}",
        stored.generated.opening
    );
}

#[test]
fn the_first_report_of_a_series_is_number_one() {
    let mut office = Office::new();
    let plain = |one: &TemplateSummary| one.name == "Plain meeting report";
    let template = office.templates().into_iter().find(plain).unwrap().id;
    office.ask(Request::CreateSeries { name: "Board".into(), template }).unwrap();
    let proposal = office.propose();
    assert_eq!((proposal.content.meeting.number, proposal.content.meeting.date), (Some(1), None));
    let stored = office.create(proposal.content);
    assert!(
        stored.generated.opening[0].contains("The 1st meeting of Board"),
        "{:?}",
        stored.generated.opening
    );
    let again = office.ask(Request::CreateSeries { name: "board".into(), template }).unwrap_err();
    assert!(again.message.contains("already"), "{}", again.message);
}

#[test]
fn a_changed_template_leaves_existing_reports_as_they_are() {
    let mut office = Office::with_sample();
    let before = office.reports()[0].clone();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("template.toml");
    let changed = rapporteur_core::sample::TEMPLATE
        .replace("title = \"Summary Report\"", "title = \"Minutes\"");
    assert_ne!(changed, rapporteur_core::sample::TEMPLATE);
    fs::write(&path, changed).unwrap();
    let request = TemplateRequest::ImportTemplate { path: path.display().to_string() };
    let kept = office.ask_template(request.clone()).unwrap();
    let Response::TemplateSummary(kept) = kept else { panic!() };
    assert_eq!(kept.version, 2);
    let series = office.series().id;
    office.ask(Request::SetSeriesTemplate { series, template: kept.id }).unwrap();
    let Response::Report(old) = office.ask(Request::LoadReport { report: before.id }).unwrap()
    else {
        panic!()
    };
    assert_eq!(old.generated.title, "Summary Report");
    let content = office.propose().content;
    assert_eq!(office.create(content).generated.title, "Minutes");

    fs::write(&path, rapporteur_core::sample::TEMPLATE.replace("{{ ordinal }}", "{{ ordnal }}"))
        .unwrap();
    let refusal = office.ask_template(request).unwrap_err();
    assert!(
        refusal.message.contains("template.toml") && refusal.message.contains("ordnal"),
        "{}",
        refusal.message
    );
    let out = folder.path().join("out.toml");
    let path = out.display().to_string();
    office.ask_template(TemplateRequest::ExportTemplate { template: kept.id, path }).unwrap();
    assert!(fs::read_to_string(out).unwrap().contains("Minutes"));
}

#[test]
fn people_are_found_added_and_remembered_by_date() {
    let mut office = Office::with_sample();
    assert_eq!(office.find("sw"), ["Zbigniew Świętosławski"]);
    assert_eq!(office.find("van meu"), ["Ilse van der Meulen"]);
    assert!(office.find("zz").is_empty());
    let lines = "1. Manal Example, Independent Expert\n\n- Ilse van der Meulen, Group's Co-Chair\n";
    let Response::Lines(read) =
        office.ask(Request::ReadParticipants { text: lines.into(), series: None }).unwrap()
    else {
        panic!()
    };
    assert_eq!(read.len(), 2);
    assert_eq!(read[0].name.full(), "Manal Example");
    assert!(read[0].known.is_empty());
    assert_eq!(read[1].known[0].offer.name.full(), "Ilse van der Meulen");

    let mut keep = |organisation: &str, person, since: &str| -> PersonOffer {
        let request = Request::SavePerson {
            person,
            name: PersonName::parse("Manal Example"),
            role: None,
            status: None,
            organisation: Some(organisation.into()),
            since: since.parse().ok(),
        };
        let Response::Person(offer) = office.ask(request).unwrap() else { panic!() };
        offer
    };
    let kept = keep("First House", None, "2026-01-01");
    let moved = keep("Second House", Some(kept.person), "2026-05-01");
    assert_eq!(moved.organisation.as_deref(), Some("Second House"));
    assert_eq!(office.find("manal exa"), ["Manal Example"]);
}

#[test]
fn the_bin_gives_back() {
    let mut office = Office::with_sample();
    let report = office.reports()[0].clone();
    office.ask(Request::DeleteReport { report: report.id }).unwrap();
    assert_eq!(office.reports().len(), 11);
    assert_eq!(
        office.propose().content.meeting.number,
        Some(111),
        "a report in the bin does not count"
    );
    office.ask(Request::RestoreReport { report: report.id }).unwrap();
    assert_eq!(office.reports().len(), 12);
}

#[test]
fn prior_reports_come_in_once_and_go_out_in_every_format() {
    let mut office = Office::with_sample();
    let fixtures = repository().join("tests/fixtures");
    let mut files: Vec<_> = fs::read_dir(&fixtures)
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    assert!(files.len() >= 8);
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.pdf");
    fs::write(&broken, "%PDF-1.4").unwrap();
    let mut paths: Vec<&Path> = files.iter().map(std::path::PathBuf::as_path).collect();
    paths.insert(1, &broken);
    let imported = office.import(&paths);
    assert_eq!(
        imported.iter().filter(|one| one.report.is_some()).count(),
        files.len(),
        "{imported:#?}"
    );
    assert!(imported[1].refused.as_ref().unwrap().contains("broken.pdf"));
    let again = office.import(&paths[..1]);
    assert!(again[0].refused.as_ref().unwrap().contains("already"), "{:?}", again[0].refused);
    for one in imported.iter().filter_map(|one| one.report.as_ref()) {
        let text = String::from_utf8(office.export(one, ExportFormat::Txt, folder.path())).unwrap();
        assert!(bare_words(&text).len() > 40, "{text}");
        for format in [ExportFormat::Docx, ExportFormat::Pdf, ExportFormat::Md] {
            assert!(!office.export(one, format, folder.path()).is_empty());
        }
    }
}

#[test]
fn the_real_reports_are_read_and_written() {
    let Some(samples) = rapporteur_tests::samples() else { return };
    let mut office = Office::with_sample();
    let folder = tempfile::tempdir().unwrap();
    for (name, number, people) in
        [("report-093.txt", 93, 0), ("report-100.txt", 100, 27), ("report-111.txt", 111, 18)]
    {
        let imported = office.import(&[&samples.join(name)]).remove(0);
        let report = imported.report.unwrap_or_else(|| panic!("{name}: {:?}", imported.refused));
        assert_eq!((report.number, report.participants), (Some(number), people), "{name}");
        for format in [ExportFormat::Docx, ExportFormat::Pdf, ExportFormat::Txt, ExportFormat::Md] {
            assert!(office.export(&report, format, folder.path()).len() > 1000, "{name}");
        }
    }
}

#[test]
fn a_slip_is_refused_in_words_and_changes_nothing() {
    let mut office = Office::with_sample();
    let stored = {
        let content = office.propose().content;
        office.create(content)
    };
    let save = |office: &mut Office, content: Report| {
        office.ask(Request::SaveReport {
            report: stored.id,
            base_revision: stored.revision,
            content,
        })
    };
    let mut check = |change: &dyn Fn(&mut Report), field: &str| {
        let mut content = stored.content.clone();
        change(&mut content);
        let refusal = save(&mut office, content).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::Invalid);
        assert!(
            refusal.fields.iter().any(|one| one.field.starts_with(field)),
            "{field}: {:?}",
            refusal.fields
        );
    };
    check(&|report| report.meeting.number = Some(0), "meeting.number");
    check(
        &|report| {
            report.meeting.moderator =
                Some(serde_json::from_str("\"00000000-0000-7000-8000-000000000000\"").unwrap())
        },
        "meeting.moderator",
    );
    check(&|report| report.participants[0].name = PersonName::default(), "participants.0");
    check(
        &|report| {
            let one = report.participants[0].clone();
            report.participants = (0..10_001)
                .map(|at| Participant {
                    id: serde_json::from_str(&format!("\"00000000-0000-7000-8000-{at:012}\""))
                        .unwrap(),
                    ..one.clone()
                })
                .collect();
        },
        "participants",
    );
    let json = serde_json::to_string(&stored.content).unwrap().replace("2026-04-16", "2026-02-31");
    assert!(serde_json::from_str::<Report>(&json).is_err(), "an impossible date is no report");
    // An empty title and an undated meeting are a draft, not an error.
    let mut draft = stored.content.clone();
    draft.meeting.date = None;
    draft.agenda[0].title.clear();
    save(&mut office, draft).unwrap();
}

#[test]
fn ten_thousand_people_and_five_megabytes_are_kept_and_exported() {
    let mut office = Office::with_sample();
    let mut content = office.propose().content;
    let one = content.participants[0].clone();
    let many = (0..9_000).map(|at| Participant {
        id: serde_json::from_str(&format!("\"00000000-0000-7000-8000-{at:012}\"")).unwrap(),
        person: None,
        ..one.clone()
    });
    content.participants.extend(many);
    content.agenda[0].section.blocks =
        vec![rapporteur_document::model::Block::paragraph("many words ".repeat(480_000))];
    let stored = office.create(content);
    let folder = tempfile::tempdir().unwrap();
    let summary = office.reports().into_iter().find(|report| report.id == stored.id).unwrap();
    assert_eq!(summary.participants, 9_003);
    assert!(office.export(&summary, ExportFormat::Docx, folder.path()).len() > 10_000);
}

#[test]
fn a_report_may_go_on_from_any_other() {
    let mut office = Office::with_sample();
    let older = office.reports().into_iter().find(|one| one.number == Some(108)).unwrap();
    let request = Request::ProposeReport { series: older.series, from: Some(older.id) };
    let Response::Proposal(proposal) = office.ask(request).unwrap() else { panic!() };
    assert_eq!(proposal.content.meeting.number, Some(112), "the series counts on all the same");
    let reasons: Vec<&str> = proposal.reasons.iter().map(|one| one.reason.as_str()).collect();
    assert!(reasons.contains(&"announced in the 108th report"), "{reasons:?}");
}

#[test]
fn the_name_of_the_group_is_that_of_the_day() {
    let mut office = Office::with_sample();
    for (date, name) in [
        ("2025-12-31", "Working Group on Open Publishing and Access (WG-Access)"),
        ("2026-01-01", "Working Group on Open Access (WG-Access)"),
    ] {
        let mut content = office.propose().content;
        content.meeting.date = date.parse().ok();
        let opening = office.create(content).generated.opening.remove(0);
        assert!(opening.contains(name), "{date}: {opening}");
    }
}

#[test]
fn a_pasted_list_is_read_line_by_line() {
    let mut office = Office::with_sample();
    for (line, name, organisation) in [
        ("1. Manal Example, Independent Expert", "Manal Example", None),
        ("- Dr. Ana-María Ñandú (Second House)", "Ana-María Ñandú", Some("Second House")),
        ("* Ludwig van Example, First House", "Ludwig van Example", Some("First House")),
        (
            "\u{2022}\tO\u{2019}Hara Example, Third House",
            "O\u{2019}Hara Example",
            Some("Third House"),
        ),
        ("12) Jürgen Example \u{2013} Fourth House", "Jürgen Example", Some("Fourth House")),
        ("王小明, Fifth House", "王小明", Some("Fifth House")),
        ("Example", "Example", None),
    ] {
        let request = Request::ReadParticipants { text: format!("\r\n{line}\r\n"), series: None };
        let Response::Lines(read) = office.ask(request).unwrap() else { panic!() };
        assert_eq!(read.len(), 1, "{line}");
        assert!(read[0].name.full().contains(name), "{line}: {:?}", read[0]);
        if organisation.is_some() {
            assert_eq!(read[0].organisation.as_deref(), organisation, "{line}: {:?}", read[0]);
        }
    }
}

#[test]
fn what_a_report_does_not_know_takes_nothing_away() {
    let mut office = Office::with_sample();
    let folder = tempfile::tempdir().unwrap();
    let import = |office: &mut Office, number: u32, day: &str, line: &str| {
        let path = folder.path().join(format!("{number}.txt"));
        let text = format!(
            "Summary Report\n\nThe {number}th meeting of the WG-Access was held on {day} at 13:00 UTC.\n\n\
             Agenda\n\n1. Welcome\n\nDiscussion\n\n1. Welcome\n\nAna said hello.\n\n\
             List of participants\n\n1. {line}\n"
        );
        fs::write(&path, text).unwrap();
        let imported = office.import(&[&path]).remove(0);
        assert!(imported.report.is_some(), "{:?}", imported.refused);
    };
    import(&mut office, 40, "6 March 2019", "Ana Example, First House");
    import(&mut office, 41, "3 April 2019", "Ana Example, Independent Expert");
    import(&mut office, 42, "8 May 2019", "Ana Example, Group's Co-Chair, Independent Expert");
    let request = Request::FindPeople { query: "ana exa".into(), series: None, limit: 8 };
    let Response::People(people) = office.ask(request).unwrap() else { panic!() };
    assert_eq!(people.len(), 1);
    assert_eq!(people[0].organisation.as_deref(), Some("First House"), "{people:?}");
    assert!(people[0].role.is_some(), "{people:?}");
}

#[test]
fn what_a_user_saves_without_a_day_holds_now() {
    let mut office = Office::with_sample();
    let request = Request::FindPeople { query: "van meu".into(), series: None, limit: 1 };
    let Response::People(people) = office.ask(request).unwrap() else { panic!() };
    let request = Request::SavePerson {
        person: Some(people[0].person),
        name: people[0].name.clone(),
        role: people[0].role.clone(),
        status: None,
        organisation: Some("New House".into()),
        since: None,
    };
    let Response::Person(kept) = office.ask(request).unwrap() else { panic!() };
    assert_eq!(kept.organisation.as_deref(), Some("New House"));
}

#[test]
fn small_things_are_remembered_and_forgotten() {
    let mut office = Office::new();
    let mut set = |value: Option<&str>| {
        let value = value.map(str::to_owned);
        let Response::Setting(before) =
            office.ask(Request::SetSetting { name: "open".into(), value }).unwrap()
        else {
            panic!()
        };
        before
    };
    assert_eq!(set(Some("one")), None);
    assert_eq!(set(None).as_deref(), Some("one"));
    assert_eq!(set(None), None);
}

#[test]
fn a_report_of_no_series_here_is_refused_until_one_is_chosen() {
    let mut office = Office::with_sample();
    let path = repository().join("tests/fixtures/harbour-12.txt").display().to_string();
    let request = Request::ImportReports { paths: vec![path], series: None };
    let Response::ImportedList(all) = office.ask(request).unwrap() else { panic!() };
    let refused = all[0].refused.as_deref().unwrap_or_default();
    assert!(
        refused.contains("harbour-12.txt") && refused.contains("make that series or choose"),
        "{refused}"
    );
    assert_eq!(all[0].series.as_ref().map(|proposed| proposed.name.as_str()), Some("CDWG"));
    assert_eq!(office.reports().len(), 12);
}

#[test]
fn a_refusal_names_the_file_as_it_was_typed() {
    let mut office = Office::with_sample();
    let request = TemplateRequest::ImportTemplate { path: "absent.toml".into() };
    let refusal = office.ask_template(request).unwrap_err();
    assert!(refusal.message.starts_with("absent.toml"), "{}", refusal.message);
}
