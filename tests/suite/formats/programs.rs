//! Reports as other programs make them: DOCX by python-docx, mails by Python's library, texts in
//! the encodings of other systems, columns of a page by LibreOffice.

use super::{recognised, report_in};
use rapporteur_document::read::{read, text};
use rapporteur_tests::{check_expected, checkers, difference, repository, run};
use std::fs;
use std::path::Path;

/// What the script of this folder makes.
fn made(folder: &Path) -> bool {
    let Some(checkers) = checkers() else { return false };
    let python = checkers.join("venv/bin/python");
    let script = repository().join("tests/suite/formats/programs.py");
    let fixture = repository().join("tests/fixtures/costa-98.txt");
    let arguments = [script, folder.to_owned(), fixture];
    let arguments = arguments.each_ref().map(|path| path.to_str().unwrap());
    let (code, said) = run(python, &arguments);
    assert_eq!(code, Some(0), "{said}");
    true
}

#[test]
fn reports_by_python_docx_give_their_data() {
    let folder = tempfile::tempdir().unwrap();
    if !made(folder.path()) {
        return;
    }
    for name in ["tide-14", "archives", "seeds-23"] {
        let recognised = recognised(&folder.path().join(format!("{name}.docx")));
        let json = serde_json::to_string_pretty(&recognised).unwrap() + "\n";
        check_expected(&format!("{name}.docx.json"), &json);
    }
}

#[test]
fn a_mail_holds_the_data_of_its_body_or_of_its_attachment() {
    let folder = tempfile::tempdir().unwrap();
    if !made(folder.path()) {
        return;
    }
    let fixture = report_in(&repository().join("tests/fixtures/costa-98.txt"));
    for name in ["plain-quoted-printable", "plain-base64", "html-quoted-printable", "html-base64"] {
        let mail = report_in(&folder.path().join(format!("{name}.eml")));
        assert_eq!(difference("report", &fixture, &mail), None, "{name}");
    }
    let attached = recognised(&folder.path().join("attached.eml"));
    let named = attached.doubts.iter().find(|doubt| doubt.code == "mail_attachment").unwrap();
    assert_eq!(named.place.quote, "Bericht – März.docx");
    let attached = serde_json::to_value(&attached.report).unwrap();
    let alone = report_in(&folder.path().join("tide-14.docx"));
    assert_eq!(difference("report", &alone, &attached), None);
}

#[test]
fn every_text_gives_the_same_data_in_every_encoding() {
    let mut by_windows = 0;
    for fixture in super::fixtures() {
        let name = fixture.file_name().unwrap().to_string_lossy().into_owned();
        let words = text::decode(&fs::read(&fixture).unwrap()).unwrap();
        let expected = serde_json::to_value(read(words.as_bytes(), &name).unwrap()).unwrap();
        let lines = words.replace("\r\n", "\n").replace('\n', "\r\n");
        let little =
            |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        let big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
        let mut encoded = vec![
            ("UTF-8 with a mark", ["\u{feff}", &words].concat().into_bytes()),
            ("UTF-8, CRLF", lines.clone().into_bytes()),
            ("UTF-16, little end first", little(&format!("\u{feff}{lines}"))),
            ("UTF-16, big end first", big(&format!("\u{feff}{words}"))),
        ];
        if let Some(bytes) = in_windows_1252(&lines) {
            by_windows += 1;
            encoded.push(("Windows-1252", bytes));
        }
        for (encoding, bytes) in encoded {
            let found = serde_json::to_value(read(&bytes, &name).unwrap()).unwrap();
            assert_eq!(difference("file", &expected, &found), None, "{name} in {encoding}");
        }
    }
    assert!(by_windows > 10, "{by_windows}");
}

/// A text as Windows-1252; none where it has other letters.
fn in_windows_1252(text: &str) -> Option<Vec<u8>> {
    const OWN: &[(char, u8)] = &[
        ('€', 0x80),
        ('…', 0x85),
        ('‘', 0x91),
        ('’', 0x92),
        ('“', 0x93),
        ('”', 0x94),
        ('•', 0x95),
        ('–', 0x96),
        ('—', 0x97),
    ];
    let byte = |c: char| match OWN.iter().find(|(own, _)| *own == c) {
        Some((_, byte)) => Some(*byte),
        None => u8::try_from(u32::from(c)).ok().filter(|byte| !(0x80..0xa0).contains(byte)),
    };
    text.chars().map(byte).collect()
}
