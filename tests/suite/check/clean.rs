//! Clean reports: nobody has anything to say about them.

use super::{AGENDA, House, report_with};
use rapporteur_core::sample;
use rapporteur_document::check::{Desk, Finding, Reckoned, Spot, check, draft};
use rapporteur_document::style::{Template, generate};
use rapporteur_tests::{printed_samples, repository};

#[test]
fn a_clean_report_is_left_alone() {
    let findings = House::alone().check("report.txt", &report_with(Spot::Agenda, AGENDA));
    let said: Vec<String> =
        findings.iter().map(|f| format!("{} {:?}", f.rule, f.place.quote)).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn a_letter_before_the_first_of_a_list_of_people_is_a_figure() {
    for (mark, marked) in [("l.", true), ("l)", true), ("1.", false), ("a)", false)] {
        let (end, second) = (&mark[1..], if mark == "a)" { "b" } else { "2" });
        let people = format!("{mark} Ines Almond, Oslo\n{second}{end} Tom Birch, Oslo");
        let findings = House::alone().check("report.txt", &report_with(Spot::People, &people));
        let found = findings.iter().find(|found| found.rule == "OCR-2");
        let right = found.and_then(|found| Some(found.fix.as_ref()?.replacement.clone()));
        let wanted = marked.then(|| format!("1{end} Ines Almond, Oslo"));
        assert_eq!(right, wanted, "{people}");
    }
}

/// The invented reports of a folder of fixtures: their names and their texts.
fn reports_of(folder: &str) -> Vec<(String, String)> {
    let folder = repository().join("tests/fixtures").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the reports are there")
        .map(|file| file.expect("a file can be listed").path())
        .filter(|path| path.extension().is_none_or(|ending| ending != "tsv"))
        .collect();
    files.sort();
    let name = |path: &std::path::Path| {
        path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    };
    files
        .iter()
        .map(|path| (name(path), std::fs::read_to_string(path).expect("a file can be read")))
        .collect()
}

/// The invented reports somebody has much to say about (`defects.tsv` beside them).
pub(super) fn dirty_reports() -> Vec<(String, String)> {
    reports_of("dirty")
}

/// The invented reports nobody has anything to say about.
pub(super) fn clean_reports() -> Vec<(String, String)> {
    let mut reports = reports_of("clean");
    for (at, printed) in printed_samples().into_iter().enumerate() {
        let text = rapporteur_document::write::text::write(&printed).bytes;
        let text = String::from_utf8(text).expect("plain text is UTF-8");
        reports.push((format!("sample-{}.txt", 105 + at), text));
    }
    reports
}

pub(super) fn said(name: &str, findings: &[Finding]) -> Vec<String> {
    let one = |f: &Finding| {
        let place = f.place.field.clone().unwrap_or_else(|| f.place.line.to_string());
        format!("{name} {place}: {} {:?}: {}", f.rule, f.place.quote, f.message)
    };
    findings.iter().map(one).collect()
}

#[test]
pub(super) fn clean_reports_are_left_alone() {
    let house = House::alone();
    let files = clean_reports();
    let written = files.iter().filter(|(name, _)| !name.starts_with("sample-")).count();
    assert!(written >= 12, "{written} clean reports");
    let mut wrong: Vec<String> =
        files.iter().flat_map(|(name, text)| said(name, &house.check(name, text))).collect();
    let template = Template::parse(sample::TEMPLATE).expect("the sample's template is sound");
    for report in sample::reports() {
        let generated = generate(&report, &template).expect("the template prints every report");
        let manuscript = draft(&report, &template, &generated);
        let findings = check(&Desk {
            manuscript: &manuscript,
            template: &template,
            generated: &generated,
            register: &house.register,
            people: &[],
            neighbours: &[],
            reckoned: Reckoned::default(),
        });
        wrong.extend(said(&format!("draft {:?}", report.meeting.number), &findings));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_report_of_another_language_is_not_misspelt_english() {
    let house = House::alone();
    let check = |words: &str, found: usize| {
        let findings = house.check("a.txt", &report_with(Spot::Text, words));
        let spelling = findings.iter().filter(|finding| finding.rule == "SPL-1");
        assert_eq!(spelling.count(), found, "{words}");
    };
    check("They noted the recomendation and the goverment's plan.", 2);
    check(
        "Las personas participantes acordaron que convendría seguir con los trabajos iniciados \
         durante el trimestre anterior y pidieron además nuevas traducciones porque muchos \
         documentos quedaban sin publicar hasta entonces, aunque hubiera presupuesto suficiente \
         para ello según explicaron varias delegaciones presentes en aquella reunión, cuya \
         recomendacion fue aprobada.",
        0,
    );
}
