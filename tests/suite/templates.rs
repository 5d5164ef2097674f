//! Templates from making one to printing by it, through the requests the window makes, and the
//! files they print before judges of their own.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use chrono::{TimeZone, Utc};
use rapporteur_core::api::{
    ExportFormat, Refusal, Request, Response, StoredReport, TemplateRequest, TemplateSummary,
    handle,
};
use rapporteur_core::{FixedClock, Library};
use rapporteur_document::model::{Invalid, TemplateId};
use rapporteur_document::style::{Logo, Template, Typeface};
use rapporteur_tests::{checkers, example_logo, judge_docx, judge_pdf, run};
use std::fs;
use std::path::Path;

struct Office {
    library: Library,
    clock: FixedClock,
}

impl Office {
    fn with_sample() -> Self {
        let clock = FixedClock(Utc.with_ymd_and_hms(2026, 4, 16, 9, 0, 0).unwrap());
        let mut office = Self { library: Library::in_memory(&clock).unwrap(), clock };
        office.ask(Request::AddSampleData).unwrap();
        office
    }

    fn ask(&mut self, request: Request) -> Result<Response, Refusal> {
        handle(&mut self.library, &self.clock, request)
    }

    fn templates(&mut self) -> Vec<TemplateSummary> {
        let Response::Templates(all) =
            self.ask(Request::Template(TemplateRequest::ListTemplates)).unwrap()
        else {
            panic!()
        };
        all
    }

    /// The template of the sample's series.
    fn used(&mut self) -> TemplateSummary {
        self.templates().into_iter().find(|one| !one.series.is_empty()).unwrap()
    }

    fn named(&mut self, name: &str) -> TemplateSummary {
        self.templates().into_iter().find(|one| one.name == name).unwrap()
    }

    fn load(&mut self, template: TemplateId) -> Template {
        let answer =
            self.ask(Request::Template(TemplateRequest::LoadTemplate { template })).unwrap();
        let Response::Template(template) = answer else { panic!() };
        *template
    }

    fn check(&mut self, content: &Template) -> Vec<Invalid> {
        let request = Request::Template(TemplateRequest::CheckTemplate {
            content: Box::new(content.clone()),
        });
        let Response::Problems(found) = self.ask(request).unwrap() else { panic!() };
        found
    }

    fn save(&mut self, base: TemplateId, content: &Template) -> Result<TemplateSummary, Refusal> {
        self.summary(Request::Template(TemplateRequest::SaveTemplate {
            base,
            content: Box::new(content.clone()),
        }))
    }

    fn summary(&mut self, request: Request) -> Result<TemplateSummary, Refusal> {
        match self.ask(request)? {
            Response::TemplateSummary(summary) => Ok(summary),
            other => panic!("{other:?}"),
        }
    }

    fn newest_report(&mut self) -> StoredReport {
        let request = Request::ListReports { series: None, deleted: false };
        let Response::Reports(all) = self.ask(request).unwrap() else { panic!() };
        let answer = self.ask(Request::LoadReport { report: all[0].id }).unwrap();
        let Response::Report(report) = answer else { panic!() };
        *report
    }

    fn new_report(&mut self) -> StoredReport {
        let series = self.newest_report().series;
        let proposal = self.ask(Request::ProposeReport { series, from: None }).unwrap();
        let Response::Proposal(proposal) = proposal else { panic!() };
        let request = Request::CreateReport { series, content: proposal.content };
        let Response::Report(report) = self.ask(request).unwrap() else { panic!() };
        *report
    }

    /// The words of the newest report by a template that is not stored.
    fn preview(&mut self, template: &Template) -> Vec<u8> {
        let content = self.newest_report().content;
        let request = Request::Template(TemplateRequest::PreviewTemplate {
            content: Box::new(content),
            template: Box::new(template.clone()),
        });
        let Response::Bytes(pdf) = self.ask(request).unwrap() else { panic!() };
        pdf
    }
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Refusal>, words: &str) {
    let message = answer.unwrap_err().message;
    assert!(message.contains(words), "“{message}” does not say “{words}”");
}

#[test]
fn a_saved_template_is_for_new_reports_only() {
    let mut office = Office::with_sample();
    let used = office.used();
    let mut content = office.load(used.id);
    content.title.title = "Minutes".into();
    assert_eq!(office.check(&content), []);
    let saved = office.save(used.id, &content).unwrap();
    assert_eq!((&saved.name, saved.version), (&used.name, used.version + 1));
    assert_eq!(saved.series, used.series);
    assert_eq!(office.newest_report().generated.title, "Summary Report");
    assert_eq!(office.new_report().generated.title, "Minutes");
    assert_eq!(office.load(saved.id), content);

    assert_eq!(office.save(saved.id, &content).unwrap(), saved, "nothing new to store");
    refused(office.save(used.id, &content), "changed elsewhere");
}

#[test]
fn everything_wrong_is_told_and_nothing_of_it_stored() {
    let mut office = Office::with_sample();
    let used = office.used();
    let mut content = office.load(used.id);
    content.sentences.opening = "The {{ ordnal }} meeting".into();
    content.page.margin.top = 120.0;
    content.headings.agenda.clear();
    let fields: Vec<String> = office.check(&content).into_iter().map(|one| one.field).collect();
    assert_eq!(fields, ["page.margin.top", "sentences.opening"]);
    let refusal = office.save(used.id, &content).unwrap_err();
    assert_eq!(refusal.fields.len(), 2);
    assert_eq!(office.used(), used);
}

#[test]
fn a_copy_is_named_changed_and_deleted() {
    let mut office = Office::with_sample();
    let used = office.used();
    let duplicate = |office: &mut Office, name: &str| {
        office.summary(Request::Template(TemplateRequest::DuplicateTemplate {
            template: used.id,
            name: name.into(),
        }))
    };
    refused(duplicate(&mut office, "  "), "name");
    refused(duplicate(&mut office, &used.name.to_uppercase()), "choose another name");
    let copy = duplicate(&mut office, " Board minutes ").unwrap();
    assert_eq!((copy.name.as_str(), copy.version, copy.built_in), ("Board minutes", 1, false));
    let mut content = office.load(copy.id);
    assert_eq!(content, Template { name: "Board minutes".into(), ..office.load(used.id) });

    content.name = used.name.clone();
    refused(office.save(copy.id, &content), "choose another name");
    content.name = "Board report".into();
    let renamed = office.save(copy.id, &content).unwrap();
    assert_eq!((renamed.name.as_str(), renamed.version), ("Board report", 2));
    assert!(office.templates().iter().all(|one| one.name != "Board minutes"));

    let series = office.newest_report().series;
    let assign = |template| Request::SetSeriesTemplate { series, template };
    let delete = |template| Request::Template(TemplateRequest::DeleteTemplate { template });
    office.ask(assign(renamed.id)).unwrap();
    let report = office.new_report();
    refused(office.ask(delete(renamed.id)), "WG-Access");
    office.ask(assign(used.id)).unwrap();
    let Response::Templates(left) = office.ask(delete(renamed.id)).unwrap() else { panic!() };
    assert!(left.iter().all(|one| one.name != "Board report"));
    let kept = office.ask(Request::LoadReport { report: report.id }).unwrap();
    assert!(matches!(kept, Response::Report(kept) if kept.template == renamed.id));
}

#[test]
fn what_came_with_the_program_can_be_restored() {
    let mut office = Office::with_sample();
    let name = "Plain meeting report";
    let original = office.named(name);
    assert!(original.built_in && !original.restorable);
    let before = office.load(original.id);
    let mut content = before.clone();
    content.headings.discussion = "Deliberations".into();
    let changed = office.save(original.id, &content).unwrap();
    assert!(changed.restorable && !changed.built_in);
    refused(
        office.ask(Request::Template(TemplateRequest::DeleteTemplate { template: changed.id })),
        "with the program",
    );
    content.name = "Another name".into();
    refused(office.save(changed.id, &content), "keeps its name");

    let restore = |template| Request::Template(TemplateRequest::RestoreTemplate { template });
    let restored = office.summary(restore(changed.id)).unwrap();
    assert_eq!((restored.version, restored.built_in), (3, true));
    assert_eq!(office.load(restored.id), before);
    let used = office.used();
    refused(office.summary(restore(used.id)), "nothing to restore");
}

#[test]
fn a_changed_built_in_template_stays_changed_in_the_next_session() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.rapporteur");
    let clock = FixedClock(Utc.with_ymd_and_hms(2026, 4, 16, 9, 0, 0).unwrap());
    let mut office = Office { library: Library::open(&path, &clock).unwrap(), clock };
    let first = office.templates().remove(0);
    let mut content = office.load(first.id);
    content.title.title = "Minutes".into();
    let saved = office.save(first.id, &content).unwrap();
    drop(office.library);
    office.library = Library::open(&path, &office.clock).unwrap();
    assert_eq!(office.named(&first.name), saved);
}

#[test]
fn the_form_is_told_what_it_may_offer() {
    let mut office = Office::with_sample();
    let answer = office.ask(Request::Template(TemplateRequest::ListTemplateChoices)).unwrap();
    let Response::TemplateChoices(choices) = answer else { panic!() };
    assert!(choices.docx_fonts.contains(&"Arial".to_owned()));
    // Whatever is offered for a sentence may stand in it.
    let used = office.used().id;
    let mut content = office.load(used);
    let words = |names: &[String]| {
        names.iter().map(|name| format!("{{{{ {name} }}}}")).collect::<Vec<_>>().join(" ")
    };
    content.sentences.opening = words(&choices.placeholders);
    for own in &choices.own_placeholders {
        let all = words(&own.placeholders);
        match own.field.as_str() {
            "sentences.next_step" => content.sentences.next_step = all,
            "sentences.page_number" => content.sentences.page_number = all,
            "sentences.venue_online" => content.sentences.venue_online = all,
            "sentences.venue_in_person" => content.sentences.venue_in_person = all,
            "sentences.venue_hybrid" => content.sentences.venue_hybrid = all,
            "participants.entry" => content.participants.entry = all,
            other => panic!("{other} is no sentence"),
        }
    }
    assert_eq!(office.check(&content), []);
}

#[test]
fn a_logo_is_read_from_a_file_or_refused() {
    let mut office = Office::with_sample();
    let folder = tempfile::tempdir().unwrap();
    let mut read = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        office
            .ask(Request::Template(TemplateRequest::ReadLogo { path: path.display().to_string() }))
    };
    let Response::Logo(logo) = read("logo.png", &example_logo("png")).unwrap() else { panic!() };
    assert!(logo.picture().is_ok());
    assert!(read("logo.jpeg", &example_logo("jpeg")).is_ok());
    refused(read("logo.gif", b"GIF89a"), "logo.gif");
    refused(read("large.png", &vec![0; 5_000_000]), "1 MB");
    refused(
        office.ask(Request::Template(TemplateRequest::ReadLogo { path: "/nowhere.png".into() })),
        "no such file",
    );
}

/// A template with everything a page can look like.
fn dressed(office: &mut Office, format: &str) -> Template {
    let used = office.used().id;
    let mut content = office.load(used);
    content.logo = Some(Logo {
        alternative_text: "Harbour & <Office>".into(),
        height: 12.0,
        ..Logo::read(&example_logo(format)).unwrap()
    });
    content.sentences.header = "{{ group.short_name }}: for the members".into();
    content.page.typeface = Typeface::NotoSerif;
    content.page.margin.left = 40.0;
    assert_eq!(office.check(&content), []);
    content
}

#[test]
fn judges_find_nothing_in_a_report_with_a_logo() {
    let Some(checkers) = checkers() else { return };
    let folder = tempfile::tempdir().unwrap();
    for format in ["png", "jpeg"] {
        let mut office = Office::with_sample();
        let content = dressed(&mut office, format);
        let base = office.used().id;
        office.save(base, &content).unwrap();
        let report = office.new_report().id;
        let mut export = |format: ExportFormat, name: &str| {
            let path = folder.path().join(name).display().to_string();
            office.ask(Request::ExportReport { report, format, path: path.clone() }).unwrap();
            path
        };
        let pdf = export(ExportFormat::Pdf, &format!("{format}.pdf"));
        let docx = export(ExportFormat::Docx, &format!("{format}.docx"));
        assert_eq!(judge_pdf(&checkers, &[&pdf]), (Some(0), String::new()));
        let said = judge_docx(&checkers, Path::new(&docx));
        assert!(said.contains("\"ok\": true"), "{said}");

        let (_, images) = run("pdfimages", &["-list", &pdf]);
        assert!(images.lines().count() > 2, "{images}");
        let (_, fonts) = run("pdffonts", &[&pdf]);
        assert!(fonts.contains("NotoSerif"), "{fonts}");
        let (_, text) = run("pdftotext", &["-layout", &pdf, "-"]);
        assert!(text.contains("WG-Access: for the members"), "{text}");
        let (_, read) = run("pandoc", &["-f", "docx", "-t", "markdown", &docx]);
        assert!(read.contains("media/logo") && read.contains("Harbour &"), "{read}");
    }
}

#[test]
fn a_preview_shows_what_is_not_stored() {
    let mut office = Office::with_sample();
    let content = dressed(&mut office, "png");
    let pdf = office.preview(&content);
    assert!(pdf.starts_with(b"%PDF-1.7"));
    let used = office.used().id;
    let plain = office.load(used);
    assert!(plain.logo.is_none(), "nothing was stored");
    assert_ne!(office.preview(&plain), pdf);
    let mut broken = content;
    broken.sentences.opening = "{{ nothing }}".into();
    let report = office.newest_report().content;
    let request = Request::Template(TemplateRequest::PreviewTemplate {
        content: Box::new(report),
        template: Box::new(broken),
    });
    refused(office.ask(request), "nothing");
}
