//! Exported PDF files before judges of their own: veraPDF, qpdf, poppler.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use rapporteur_document::style::{
    Heading, HeadingNumber, List, ListEntry, NumberFormat, PrintedBlock, Run,
};
use rapporteur_document::write::pdf::{Fonts, write};
use rapporteur_tests::{checkers, judge_pdf, printed_samples, run};
use std::fs;
use std::path::{Path, PathBuf};

/// Writes some blocks as a PDF file of that name.
fn file(folder: &Path, name: &str, blocks: Vec<PrintedBlock>) -> PathBuf {
    let mut printed = printed_samples().remove(0);
    printed.blocks = blocks;
    let path = folder.join(name);
    fs::write(&path, write(&printed, &Fonts::built_in()).unwrap().bytes).unwrap();
    path
}

fn paragraph(text: &str) -> PrintedBlock {
    PrintedBlock::Paragraph(vec![Run::plain(text)])
}

fn heading(level: u8, text: &str) -> PrintedBlock {
    let number = (level > 1).then_some(HeadingNumber { format: NumberFormat::Decimal, value: 112 });
    PrintedBlock::Heading(Heading { level, number, runs: vec![Run::plain(text)] })
}

fn list(entries: Vec<Vec<PrintedBlock>>) -> PrintedBlock {
    let entries = entries.into_iter().map(|blocks| ListEntry { blocks }).collect();
    PrintedBlock::List(List { format: NumberFormat::Decimal, entries, keep_entries_whole: false })
}

/// Everything a report can hold, and names in many scripts.
fn mixed() -> Vec<PrintedBlock> {
    let link = |text: &str| Run {
        text: text.into(),
        link: Some("https://a.example/x".into()),
        ..Run::default()
    };
    vec![
        PrintedBlock::Title(vec![Run::plain("Summary Report")]),
        heading(1, "Discussion"),
        heading(3, "A level was skipped"),
        PrintedBlock::Paragraph(vec![
            Run::plain("See "),
            link(
                "the draft, whose words go on over the end of the line so that the link has two places",
            ),
            Run::plain("."),
        ]),
        paragraph(
            "Nguyễn Thị Bích, Ọládélé Akínwándé, Γεώργιος Παπαδόπουλος, Володимир Зеленко, Þórdís",
        ),
        PrintedBlock::Paragraph(vec![Run::plain("The Arabic name محمد الأمين in a Latin line.")]),
        paragraph("اجتماع مجموعة العمل"),
        list(vec![
            vec![
                paragraph("one"),
                list(vec![vec![paragraph("deep"), list(vec![vec![paragraph("deeper")]])]]),
            ],
            vec![paragraph("two"), paragraph("and its second paragraph")],
        ]),
        heading(2, "Last"),
        paragraph("Office, fluffy: ligatures."),
    ]
}

#[test]
fn vera_pdf_finds_nothing_against_pdf_ua() {
    let Some(checkers) = checkers() else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut files =
        vec![file(folder.path(), "mixed.pdf", mixed()), file(folder.path(), "empty.pdf", vec![])];
    for (at, printed) in printed_samples().iter().enumerate() {
        let path = folder.path().join(format!("sample-{at}.pdf"));
        fs::write(&path, write(printed, &Fonts::built_in()).unwrap().bytes).unwrap();
        files.push(path);
    }
    let names: Vec<&str> = files.iter().map(|file| file.to_str().unwrap()).collect();
    assert_eq!(judge_pdf(&checkers, &names), (Some(0), String::new()));

    // The judge must be able to say no: a file without its structure, and one that is no PDF.
    let bytes = fs::read(&files[0]).unwrap();
    let at = bytes.windows(9).position(|window| window == b"/MarkInfo").unwrap();
    let mut untagged = bytes;
    untagged[at..at + 9].copy_from_slice(b"/NoMark__");
    let untagged_file = folder.path().join("untagged.pdf");
    fs::write(&untagged_file, untagged).unwrap();
    let (code, said) = judge_pdf(&checkers, &[untagged_file.to_str().unwrap()]);
    assert_eq!(code, Some(1), "{said}");
    let text = folder.path().join("text.pdf");
    fs::write(&text, "no PDF").unwrap();
    assert_eq!(judge_pdf(&checkers, &[text.to_str().unwrap()]).0, Some(2));
}

#[test]
fn qpdf_finds_a_sound_file() {
    if checkers().is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let sound = file(folder.path(), "mixed.pdf", mixed());
    let (code, said) = run("qpdf", &["--check", sound.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{said}");
    let cut = folder.path().join("cut.pdf");
    let bytes = fs::read(&sound).unwrap();
    fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    assert_ne!(run("qpdf", &["--check", cut.to_str().unwrap()]).0, Some(0));
}

#[test]
fn copied_text_is_what_was_written() {
    if checkers().is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = file(folder.path(), "mixed.pdf", mixed());
    let (code, text) = run("pdftotext", &["-layout", path.to_str().unwrap(), "-"]);
    assert_eq!(code, Some(0), "{text}");
    // Marks of direction are poppler's own.
    let text = text.replace(['\u{202a}', '\u{202b}', '\u{202c}', '\u{200e}', '\u{200f}'], "");
    for expected in [
        "112. A level was skipped",
        "Nguyễn Thị Bích",
        "Ọládélé Akínwándé",
        "Γεώργιος Παπαδόπουλος",
        "Володимир Зеленко",
        "Þórdís",
        "محمد الأمين",
        "اجتماع مجموعة العمل",
        "Office, fluffy: ligatures.",
    ] {
        let folded: String =
            unicode_normalization::UnicodeNormalization::nfc(text.as_str()).collect();
        assert!(folded.contains(expected), "“{expected}” is not in {folded}");
    }
    let (_, fonts) = run("pdffonts", &[path.to_str().unwrap()]);
    assert!(fonts.lines().skip(2).all(|line| line.contains("yes yes yes")), "{fonts}");
}

#[test]
fn the_same_report_is_the_same_file() {
    let printed = printed_samples().remove(0);
    let once = write(&printed, &Fonts::built_in()).unwrap();
    assert!(once.bytes == write(&printed, &Fonts::built_in()).unwrap().bytes);
    assert_eq!(once.warnings, []);
}

#[test]
fn letters_that_no_font_has_are_told() {
    let mut printed = printed_samples().remove(0);
    printed.blocks = vec![paragraph("李娜 spoke.")];
    let written = write(&printed, &Fonts::built_in()).unwrap();
    assert_eq!(written.warnings.len(), 1);
    assert!(written.warnings[0].message.contains('李'), "{}", written.warnings[0].message);
}

#[test]
fn odd_content_is_written_all_the_same() {
    let people: Vec<Vec<PrintedBlock>> =
        (0..3_000).map(|at| vec![paragraph(&format!("Person {at}"))]).collect();
    for blocks in [
        vec![],
        vec![paragraph(&"x".repeat(5_000))],
        vec![paragraph("control \u{7} and \u{fffe} characters")],
        vec![paragraph(&"many words ".repeat(20_000))],
        vec![list(people)],
        (0..200).map(|_| heading(2, "Heading")).collect(),
    ] {
        let mut printed = printed_samples().remove(0);
        printed.blocks = blocks;
        assert!(write(&printed, &Fonts::built_in()).unwrap().bytes.starts_with(b"%PDF-1.7"));
    }
}
