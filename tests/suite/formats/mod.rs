//! One report, many formats, the same data: our own DOCX read again, and every fixture as word
//! processors save it.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

mod google;
mod pictures;
mod programs;

use rapporteur_core::sample;
use rapporteur_document::read::{Recognised, read};
use rapporteur_document::style::{
    ParticipantOrder, ParticipantRules, PrintedBlock, Run, Template, print,
};
use rapporteur_document::write;
use rapporteur_tests::{checkers, difference, repository, run, samples};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Runs joined where they are marked alike: how a line is cut into runs is no data.
fn joined(runs: &mut Vec<Run>) {
    let mut whole: Vec<Run> = Vec::new();
    for run in runs.drain(..) {
        match whole.last_mut() {
            Some(last)
                if Run { text: String::new(), ..last.clone() }
                    == Run { text: String::new(), ..run.clone() } =>
            {
                last.text.push_str(&run.text);
            }
            _ => whole.push(run),
        }
    }
    *runs = whole;
}

fn tidy(blocks: &mut [PrintedBlock]) {
    for block in blocks {
        match block {
            PrintedBlock::TitleLine(runs)
            | PrintedBlock::Title(runs)
            | PrintedBlock::Paragraph(runs) => joined(runs),
            PrintedBlock::Heading(heading) => joined(&mut heading.runs),
            PrintedBlock::List(list) => {
                list.entries.iter_mut().for_each(|entry| tidy(&mut entry.blocks))
            }
        }
    }
}

#[test]
fn our_own_docx_read_again_prints_the_same() {
    let template = Template::parse(sample::TEMPLATE).unwrap();
    for report in sample::reports() {
        let printed = print(&report, &template).unwrap();
        let bytes = write::docx::write(&printed).unwrap().bytes;
        let recognised = read(&bytes, "report.docx").unwrap();
        let mut next = 0_u128;
        let mut again = recognised.into_report(&mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        });
        again.state = report.state;
        // The list came sorted by family names, which reading can only guess.
        let arranged = ParticipantRules {
            order: ParticipantOrder::AsArranged,
            ..template.participants.clone()
        };
        let arranged = Template { participants: arranged, ..template.clone() };
        let reprinted = print(&again, &arranged).unwrap();
        let (mut expected, mut found) = (printed.blocks, reprinted.blocks);
        tidy(&mut expected);
        tidy(&mut found);
        for (one, other) in expected.iter().zip(&found) {
            assert_eq!(one, other, "{}", printed.title);
        }
        assert_eq!(expected.len(), found.len(), "{}", printed.title);
        assert_eq!(reprinted.title, printed.title);
    }
}

/// A report in another format, as some program saves it.
struct Saved {
    path: PathBuf,
    program: &'static str,
}

/// A text fixture as people set it in a word processor: each line a paragraph, blank lines empty
/// paragraphs, columns a table.
fn as_html(text: &str) -> String {
    let mut page = String::from(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>x</title></head><body>\n",
    );
    let mut in_table = false;
    for line in text.lines().map(str::trim) {
        let is_row = line.contains('\t');
        if is_row != in_table {
            page += if is_row { "<table>" } else { "</table>" };
            in_table = is_row;
        }
        let words = inline_html(line);
        page += &if is_row {
            format!("<tr><td>{}</td></tr>\n", words.replace('\t', "</td><td>"))
        } else if line.is_empty() {
            "<p>&nbsp;</p>\n".to_owned()
        } else {
            format!("<p>{words}</p>\n")
        };
    }
    page + if in_table { "</table>" } else { "" } + "</body></html>\n"
}

/// The light Markdown of a line as HTML.
fn inline_html(line: &str) -> String {
    let mut html = line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    while let Some((before, rest)) = html.split_once("**") {
        let (bold, after) = rest.split_once("**").expect("bold ends in its line");
        html = format!("{before}<b>{bold}</b>{after}");
    }
    while let Some((words, rest)) = html.split_once("](") {
        let (before, words) = words.rsplit_once('[').expect("a link has words");
        let (address, after) = rest.split_once(')').expect("a link ends in its line");
        html = format!("{before}<a href=\"{address}\">{words}</a>{after}");
    }
    html
}

/// A fixture in every format: by pandoc, and by LibreOffice from pandoc's files.
fn saved(fixture: &Path, folder: &Path) -> Vec<Saved> {
    let name = fixture.file_stem().unwrap().to_string_lossy().into_owned();
    let bytes = fs::read(fixture).unwrap();
    let (source, from) = if fixture.extension().is_some_and(|ending| ending == "md") {
        (String::from_utf8(bytes).unwrap(), "markdown-smart-auto_identifiers+hard_line_breaks")
    } else {
        (as_html(&rapporteur_document::read::text::decode(&bytes).unwrap()), "html")
    };
    let made = folder.join(format!("{name}.source"));
    fs::write(&made, &source).unwrap();
    let path = folder.join(format!("{name}.google.docx"));
    let bytes = fs::read(fixture).unwrap();
    let text = rapporteur_document::read::text::decode(&bytes).unwrap();
    let source = if from == "html" {
        rapporteur_document::read::text::read(&text)
    } else {
        rapporteur_document::read::markdown::read(&text)
    };
    fs::write(&path, google::docx(&source)).unwrap();
    let mut all = vec![Saved { path, program: "Google Docs" }];
    for to in ["docx", "odt", "html"] {
        let path = folder.join(format!("{name}.pandoc.{to}"));
        let (code, said) = run(
            "pandoc",
            &[
                "-f",
                from,
                "-t",
                to,
                "-s",
                "--metadata",
                "title= ",
                "-o",
                path.to_str().unwrap(),
                made.to_str().unwrap(),
            ],
        );
        assert_eq!(code, Some(0), "{said}");
        all.push(Saved { path, program: "pandoc" });
    }
    all
}

/// What LibreOffice makes of files: `to` is the ending of their names.
fn resaved(files: &[PathBuf], to: &str, folder: &Path) -> Vec<Saved> {
    let from = files[0].extension().unwrap().to_string_lossy();
    let out = folder.join(format!("libreoffice-{to}-of-{from}"));
    let home = format!("-env:UserInstallation=file://{}", folder.join("home").display());
    let mut arguments =
        vec![home.as_str(), "--headless", "--convert-to", to, "--outdir", out.to_str().unwrap()];
    arguments.extend(files.iter().map(|file| file.to_str().unwrap()));
    let (_, said) = run("soffice", &arguments);
    let made = |file: &PathBuf| {
        let path = out.join(file.with_extension(to).file_name().unwrap());
        assert!(path.exists(), "{}: {said}", path.display());
        Saved { path, program: "LibreOffice" }
    };
    files.iter().map(made).collect()
}

fn recognised(path: &Path) -> Recognised {
    let bytes = fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy();
    read(&bytes, &name).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn report_in(path: &Path) -> Value {
    serde_json::to_value(recognised(path).report).unwrap()
}

/// The invented reports, and the samples where they are there.
fn fixtures() -> Vec<PathBuf> {
    let mut fixtures: Vec<PathBuf> = fs::read_dir(repository().join("tests/fixtures"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt" || ending == "md"))
        .filter(|path| !path.ends_with("README.md"))
        // Their lines end in mid-sentence; here every line is made a paragraph.
        .filter(|path| !path.ends_with("cedar-9.txt") && !path.ends_with("dogwood-27.md"))
        .collect();
    fixtures.extend(samples().into_iter().flat_map(|folder| {
        ["report-093.txt", "report-100.txt", "report-111.txt"].map(|name| folder.join(name))
    }));
    fixtures.sort();
    fixtures
}

#[test]
fn every_fixture_gives_the_same_data_from_every_format() {
    if checkers().is_none() {
        return;
    }
    let scratch = tempfile::tempdir().unwrap();
    let kept = std::env::var_os("RAPPORTEUR_KEEP").map(PathBuf::from);
    let folder = kept.as_deref().unwrap_or(scratch.path());
    let mut all: Vec<(PathBuf, Saved)> = Vec::new();
    for fixture in &fixtures() {
        all.extend(saved(fixture, folder).into_iter().map(|saved| (fixture.clone(), saved)));
    }
    for (from, to) in [("docx", "odt"), ("odt", "docx"), ("docx", "html"), ("docx", "pdf")] {
        let by_pandoc = |saved: &Saved| {
            // Addresses that OCR divided are divided anew where a page breaks its lines.
            let divided = to == "pdf" && saved.path.to_string_lossy().contains("report-093");
            let of_kind = saved.path.extension().is_some_and(|own| own == from);
            saved.program == "pandoc" && of_kind && !divided
        };
        let (fixtures, files): (Vec<PathBuf>, Vec<PathBuf>) = all
            .iter()
            .filter(|(_, saved)| by_pandoc(saved))
            .map(|(fixture, saved)| (fixture.clone(), saved.path.clone()))
            .unzip();
        all.extend(fixtures.into_iter().zip(resaved(&files, to, folder)));
    }
    let mut wrong = Vec::new();
    for (fixture, saved) in &all {
        // The text itself is held against `tests/expected/` by `suite/read.rs`.
        let expected = report_in(fixture);
        if let Some(found) = difference("report", &expected, &report_in(&saved.path)) {
            wrong.push(format!("{} by {}: {found}", saved.path.display(), saved.program));
        }
        if saved.path.extension().is_some_and(|ending| ending == "pdf") {
            wrong.extend(pictures::difference(fixture, &saved.path, folder));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), all.len(), wrong.join("\n"));
}

/// Addresses that OCR misread are no addresses, and are divided anew where a page breaks its lines.
fn is_changed_by_a_page(fixture: &Path) -> bool {
    ["report-093.txt", "wrapped-6.txt"].iter().any(|name| fixture.ends_with(name))
}

#[test]
fn our_own_exports_of_every_fixture_give_the_same_data() {
    let template = Template::parse(sample::TEMPLATE).unwrap();
    let order = ParticipantOrder::AsArranged;
    let participants = ParticipantRules { order, ..template.participants.clone() };
    let template = Template { participants, ..template };
    let fonts = write::pdf::Fonts::built_in();
    for fixture in fixtures().into_iter().filter(|path| !is_changed_by_a_page(path)) {
        let mut next = 0_u128;
        let report = recognised(&fixture).into_report(&mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        });
        let mut printed = print(&report, &template).unwrap();
        printed.state_mark = None;
        let docx = read(&write::docx::write(&printed).unwrap().bytes, "own.docx").unwrap();
        let pdf = read(&write::pdf::write(&printed, &fonts).unwrap().bytes, "own.pdf").unwrap();
        // The tab between cells is white on a page.
        let json = |read: &Recognised| -> Value {
            let json = serde_json::to_string(&read.report).unwrap().replace("\\t", " ");
            serde_json::from_str(&json).unwrap()
        };
        let differs = difference("report", &json(&docx), &json(&pdf));
        assert!(differs.is_none(), "{}: {}", fixture.display(), differs.unwrap_or_default());
    }
}
