//! Exported DOCX files before judges of their own: the Open XML SDK, python-docx, pandoc,
//! LibreOffice.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use rapporteur_document::style::{
    Heading, HeadingNumber, List, ListEntry, NumberFormat, Printed, PrintedBlock, Run,
};
use rapporteur_document::write::docx::write;
use rapporteur_tests::{checkers, judge_docx, printed_samples, run};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

fn save(folder: &Path, name: &str, printed: &Printed) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, write(printed).unwrap().bytes).unwrap();
    path
}

fn paragraph(text: &str) -> PrintedBlock {
    PrintedBlock::Paragraph(vec![Run::plain(text)])
}

fn heading(level: u8, value: u32, text: &str) -> PrintedBlock {
    let format = if level == 2 { NumberFormat::Decimal } else { NumberFormat::UpperLetter };
    let number = (value > 0).then_some(HeadingNumber { format, value });
    PrintedBlock::Heading(Heading { level, number, runs: vec![Run::plain(text)] })
}

fn list(format: NumberFormat, entries: Vec<Vec<PrintedBlock>>) -> PrintedBlock {
    let entries = entries.into_iter().map(|blocks| ListEntry { blocks }).collect();
    PrintedBlock::List(List { format, entries, keep_entries_whole: false })
}

/// Numbers that restart and skip, lists three deep, links, odd characters.
fn mixed() -> Printed {
    let mut printed = printed_samples().remove(0);
    let link = Run {
        text: "the draft".into(),
        link: Some("https://a.example/x?y=1&z=2".into()),
        ..Run::default()
    };
    let nowhere = Run { text: "nowhere".into(), link: Some("#".into()), ..Run::default() };
    printed.blocks = vec![
        PrintedBlock::Title(vec![Run::plain("Summary Report")]),
        heading(1, 0, "Discussion"),
        heading(2, 1, "First"),
        heading(3, 1, "Part"),
        heading(3, 2, "Other part"),
        heading(2, 112, "After a gap"),
        heading(3, 1, "Part again"),
        heading(3, 4, "Part after a gap"),
        heading(2, 113, "After a part with a gap"),
        heading(3, 1, "First part once more"),
        PrintedBlock::Paragraph(vec![
            Run::plain("See "),
            link,
            Run::plain(" and "),
            nowhere,
            Run::plain(" <&> \u{7}\n next line."),
        ]),
        list(
            NumberFormat::Decimal,
            vec![
                vec![
                    paragraph("one"),
                    list(
                        NumberFormat::LowerLetter,
                        vec![vec![
                            paragraph("deep"),
                            list(NumberFormat::Bullet, vec![vec![paragraph("deeper")]]),
                        ]],
                    ),
                ],
                vec![paragraph("two"), paragraph("its second paragraph")],
            ],
        ),
        list(NumberFormat::Decimal, vec![vec![paragraph("counts from one again")]]),
        paragraph("محمد الأمين"),
        paragraph("محمد الأمين, Independent Expert"),
    ];
    for line in [&mut printed.title, &mut printed.author, &mut printed.footer] {
        line.push('\u{4}');
    }
    printed
}

#[test]
fn the_open_xml_sdk_finds_nothing() {
    let Some(checkers) = checkers() else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut all = printed_samples();
    all.push(mixed());
    for (at, printed) in all.iter().enumerate() {
        let path = save(folder.path(), &format!("{at}.docx"), printed);
        let said = judge_docx(&checkers, &path);
        assert!(said.contains("\"ok\": true"), "report {at}: {said}");
    }
    // The judge must be able to say no.
    let broken = folder.path().join("broken.docx");
    let document = part(&write(&mixed()).unwrap().bytes, "word/document.xml");
    fs::write(
        &broken,
        with_part(
            &write(&mixed()).unwrap().bytes,
            "word/document.xml",
            &document.replacen("<w:body>", "<w:body><w:rPr/>", 1),
        ),
    )
    .unwrap();
    let said = judge_docx(&checkers, &broken);
    assert!(said.contains("\"ok\": false"), "{said}");
}

#[test]
fn pandoc_reads_the_same_headings_lists_and_links() {
    if checkers().is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = save(folder.path(), "mixed.docx", &mixed());
    let (code, read) =
        run("pandoc", &["-f", "docx", "-t", "markdown", "--wrap=none", path.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{read}");
    assert!(
        read.lines().any(|line| line.trim_start().starts_with("- ") && line.ends_with("deeper")),
        "{read}"
    );
    for expected in [
        "# Discussion",
        "## First",
        "### Part again",
        "[the draft](https://a.example/x?y=1&z=2)",
        "1.  one",
        "    a.  deep",
        "2.  two",
        "its second paragraph",
        "1.  counts from one again",
    ] {
        assert!(
            read.lines().any(|line| line.starts_with(expected) || line.contains(expected)),
            "“{expected}” is not in\n{read}"
        );
    }
    assert!(!read.contains("](#)"), "{read}");
    let cut = folder.path().join("cut.docx");
    fs::write(&cut, &fs::read(&path).unwrap()[..200]).unwrap();
    assert_ne!(run("pandoc", &["-f", "docx", "-t", "plain", cut.to_str().unwrap()]).0, Some(0));
}

#[test]
fn python_docx_reads_the_same_styles_and_properties() {
    let Some(checkers) = checkers() else { return };
    let folder = tempfile::tempdir().unwrap();
    let printed = &printed_samples()[0];
    let path = save(folder.path(), "sample.docx", printed);
    let script = "import sys, docx; d = docx.Document(sys.argv[1]); p = d.core_properties; \
        print(p.title); print(p.author); print(p.last_modified_by); print(p.language); \
        [print(x.style.name + '|' + x.text) for x in d.paragraphs]";
    let (code, said) =
        run(checkers.join("venv/bin/python"), &["-c", script, path.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{said}");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[..4], [&printed.title, &printed.author, &printed.author, &printed.language]);
    for expected in
        ["Title|Summary Report", "Heading 1|Agenda", "Heading 1|Discussion", "List Number|"]
    {
        assert!(lines.iter().any(|line| line.starts_with(expected)), "{expected} in {said}");
    }
    assert!(run(checkers.join("venv/bin/python"), &["-c", script, "/nowhere.docx"]).0 != Some(0));
}

#[test]
fn libreoffice_numbers_the_headings_as_we_do() {
    if checkers().is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = save(folder.path(), "mixed.docx", &mixed());
    let home = format!("-env:UserInstallation=file://{}/home", folder.path().display());
    let (code, said) = run(
        "soffice",
        &[
            &home,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder.path().to_str().unwrap(),
            path.to_str().unwrap(),
        ],
    );
    assert_eq!(code, Some(0), "{said}");
    let (code, text) =
        run("pdftotext", &["-layout", folder.path().join("mixed.pdf").to_str().unwrap(), "-"]);
    assert_eq!(code, Some(0), "{text}");
    let lines: Vec<String> =
        text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    for expected in [
        "1. First",
        "A. Part",
        "B. Other part",
        "112. After a gap",
        "A. Part again",
        "D. Part after a gap",
        "113. After a part with a gap",
        "A. First part once more",
        "1. one",
        "a. deep",
        "2. two",
        "1. counts from one again",
    ] {
        assert!(lines.iter().any(|line| line == expected), "“{expected}” is not in {lines:#?}");
    }
}

#[test]
fn the_package_is_the_same_each_time_and_tells_nothing_of_the_laptop() {
    let printed = mixed();
    let written = write(&printed).unwrap();
    assert!(written.bytes == write(&printed).unwrap().bytes);
    let told: Vec<&str> = written.warnings.iter().map(|warning| &*warning.message).collect();
    assert_eq!(told.len(), 2, "the link that leads nowhere, the control character: {told:?}");
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(&written.bytes)).unwrap();
    for at in 0..package.len() {
        let mut file = package.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        for hidden in ["rsid", "docx-rs", "/root", "/home", "w14:paraId"] {
            assert!(!text.contains(hidden), "{hidden} is in {name}");
        }
    }
}

#[test]
fn a_paragraph_runs_from_the_right_only_where_all_of_it_does() {
    let document = part(&write(&mixed()).unwrap().bytes, "word/document.xml");
    assert_eq!(document.matches("<w:bidi/>").count(), 1);
    assert_eq!(document.matches("<w:rtl/>").count(), 2);
}

#[test]
fn odd_content_is_written_all_the_same() {
    let people: Vec<Vec<PrintedBlock>> =
        (0..10_000).map(|at| vec![paragraph(&format!("Person {at}"))]).collect();
    for blocks in [
        vec![],
        vec![paragraph(&"many words ".repeat(500_000))],
        vec![list(NumberFormat::Decimal, people)],
    ] {
        let mut printed = mixed();
        printed.blocks = blocks;
        assert!(write(&printed).unwrap().bytes.starts_with(b"PK"));
    }
}

fn part(package: &[u8], name: &str) -> String {
    let mut text = String::new();
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(package)).unwrap();
    package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn with_part(package: &[u8], name: &str, content: &str) -> Vec<u8> {
    use std::io::Write;
    let mut old = zip::ZipArchive::new(std::io::Cursor::new(package)).unwrap();
    let mut new = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut file = old.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let entry = file.name().unwrap().into_owned();
        new.start_file(entry.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(if entry == name { content.as_bytes() } else { &bytes }).unwrap();
    }
    new.finish().unwrap().into_inner()
}
