//! PDF files read back: our own exports, LibreOffice's, and thousands of damaged ones.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use rapporteur_document::read::{self, Recognised, read};
use rapporteur_document::style::Printed;
use rapporteur_document::write;
use rapporteur_tests::{bare_words, checkers, difference, printed_samples, run};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use unicode_normalization::UnicodeNormalization;

fn pdf(printed: &Printed) -> Vec<u8> {
    write::pdf::write(printed, &write::pdf::Fonts::built_in()).unwrap().bytes
}

/// The sample's reports as they are published: without the mark of their state.
fn published() -> Vec<Printed> {
    let mut all = printed_samples();
    all.iter_mut().for_each(|printed| printed.state_mark = None);
    all
}

#[test]
fn our_own_pdf_gives_every_field_and_word() {
    for printed in published() {
        let docx = read(&write::docx::write(&printed).unwrap().bytes, "report.docx").unwrap();
        let found = read(&pdf(&printed), "report.pdf").unwrap();
        same(&printed.title, &docx, &found);
        let codes = |read: &Recognised| -> Vec<String> {
            read.doubts.iter().map(|doubt| doubt.code.clone()).collect()
        };
        assert_eq!(codes(&found), codes(&docx), "{}: {:#?}", printed.title, found.doubts);
    }
}

/// All data of two readings of one report.
fn same(title: &str, expected: &Recognised, found: &Recognised) {
    let json = |read: &Recognised| serde_json::to_value(&read.report).unwrap();
    let differs = difference("report", &json(expected), &json(found));
    assert!(differs.is_none(), "{title}: {}", differs.unwrap_or_default());
}

/// LibreOffice makes PDF files of files in a folder.
fn by_libreoffice(folder: &Path, files: &[PathBuf]) -> Vec<Vec<u8>> {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let mut arguments = vec![&*profile, "--headless", "--convert-to", "pdf", "--outdir"];
    arguments.push(folder.to_str().unwrap());
    arguments.extend(files.iter().map(|file| file.to_str().unwrap()));
    let (code, said) = run("soffice", &arguments);
    assert_eq!(code, Some(0), "{said}");
    files.iter().map(|file| fs::read(file.with_extension("pdf")).unwrap()).collect()
}

#[test]
fn a_pdf_by_libreoffice_gives_what_ours_gives() {
    if checkers().is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let all = published();
    let write = |(at, printed): (usize, &Printed)| {
        let path = folder.path().join(format!("report-{at}.docx"));
        fs::write(&path, write::docx::write(printed).unwrap().bytes).unwrap();
        path
    };
    let files: Vec<PathBuf> = all.iter().enumerate().map(write).collect();
    for (printed, bytes) in all.iter().zip(by_libreoffice(folder.path(), &files)) {
        let ours = read(&pdf(printed), "report.pdf").unwrap();
        let theirs = read(&bytes, "report.pdf").unwrap();
        same(&printed.title, &ours, &theirs);
        no_word_is_lost(folder.path(), &bytes);
        no_word_is_lost(folder.path(), &pdf(printed));
    }
}

/// The words of a file as poppler finds them are those of the lines, as often; page by page their
/// order may differ, and words divided at line ends are whole here.
fn no_word_is_lost(folder: &Path, bytes: &[u8]) {
    let path = folder.join("words.pdf");
    fs::write(&path, bytes).unwrap();
    // Without the running lines at the edges of the page.
    let edges = ["-layout", "-x", "0", "-y", "50", "-W", "700", "-H", "735"];
    let (_, theirs) = run("pdftotext", &[&edges[..], &[path.to_str().unwrap(), "-"]].concat());
    let theirs: String = theirs.nfc().collect();
    let source = read::pdf::read(bytes).unwrap();
    let ours: Vec<String> = source.lines.iter().map(|line| line.printed()).collect();
    let (mut ours, mut theirs) = (bare_words(&ours.join("\n")), bare_words(&theirs));
    ours.sort_unstable();
    theirs.sort_unstable();
    let differs = ours.iter().zip(&theirs).find(|(one, other)| one != other);
    assert!(ours == theirs, "{differs:?}, {} and {} words", ours.len(), theirs.len());
}

/// A generator of numbers that gives the same ones every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

#[test]
fn damaged_copies_are_values_in_bounded_time() {
    let mut printed = published().remove(0);
    printed.blocks.truncate(12);
    let whole = pdf(&printed);
    let plain = uncompressed(&whole);
    let mut numbers = Numbers(7);
    for at in 0..600 {
        let mut bytes = if at % 2 == 0 { whole.clone() } else { plain.clone() };
        match at % 5 {
            0 => bytes.truncate(numbers.below(bytes.len())),
            1 => {
                let (from, length) = (numbers.below(bytes.len()), numbers.below(400));
                bytes.drain(from..bytes.len().min(from + length));
            }
            2 => {
                let (from, to) = (numbers.below(bytes.len()), numbers.below(bytes.len()));
                let piece = bytes[from..bytes.len().min(from + 300)].to_vec();
                bytes.splice(to..to, piece);
            }
            _ => {
                for _ in 0..1 + numbers.below(30) {
                    let place = numbers.below(bytes.len());
                    bytes[place] = numbers.below(256) as u8;
                }
            }
        }
        in_time(&format!("damaged copy {at}"), &bytes);
    }
}

/// The same file with its streams unpacked, so that damage reaches what they hold.
fn uncompressed(bytes: &[u8]) -> Vec<u8> {
    let mut document = lopdf::Document::load_mem(bytes).unwrap();
    document.decompress();
    let mut plain = Vec::new();
    document.save_to(&mut plain).unwrap();
    plain
}

/// Reads within the time that anybody waits; these tests are built without optimisation.
fn in_time(what: &str, bytes: &[u8]) {
    let begun = Instant::now();
    let _ = read(bytes, "report.pdf");
    let taken = begun.elapsed();
    println!("{what}: {taken:?}");
    assert!(taken < Duration::from_secs(5), "{what}: {taken:?}");
}

#[test]
fn hostile_files_are_refused_in_bounded_time() {
    let mut numbers = Numbers(11);
    for length in [0, 10, 1000, 100_000] {
        let noise: Vec<u8> = (0..length).map(|_| numbers.below(256) as u8).collect();
        in_time("noise", &[b"%PDF-1.7\n".as_slice(), &noise].concat());
    }
    for repeated in
        ["[", "<<", "(", "<</A", "1 0 obj ", "1 0 obj<</Type/ObjStm ", "stream ", "xref 0 1 "]
    {
        let many = repeated.repeat(1_000_000 / repeated.len());
        in_time(repeated, format!("%PDF-1.7\n{many}").as_bytes());
    }
    let file = |objects: &str| {
        format!("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n{objects}").into_bytes()
    };
    // A tree of pages in which every node holds all others, and a form that draws itself twice.
    let kids: String = (2..200).map(|number| format!("{number} 0 R ")).collect();
    let nodes: String = (2..200)
        .map(|number| format!("{number} 0 obj<</Type/Pages/Kids[{kids}]>>endobj\n"))
        .collect();
    in_time("a tree of all in all", &file(&nodes));
    let page = "2 0 obj<</Kids[3 0 R]>>endobj 3 0 obj<</Type/Page/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>endobj\n";
    let draws = "/X Do ".repeat(1000);
    let form =
        format!("4 0 obj<</Subtype/Form/Length {}>>stream\n{draws}\nendstream endobj", draws.len());
    in_time("a form in itself", &file(&format!("{page}{form}")));
    // Twenty megabytes of spaces in twenty kilobytes, drawn on a thousand pages.
    let bomb = packed(&vec![b' '; 20_000_000]);
    let pages: String = (10..1010).map(|number| format!("{number} 0 R ")).collect();
    let leaves: String = (10..1010)
        .map(|number| format!("{number} 0 obj<</Type/Page/Contents 3 0 R>>endobj\n"))
        .collect();
    let mut bytes = file(&format!("2 0 obj<</Kids[{pages}]>>endobj\n{leaves}"));
    bytes.extend(format!("3 0 obj<</Filter/FlateDecode/Length {}>>stream\n", bomb.len()).bytes());
    bytes.extend(bomb);
    bytes.extend(b"\nendstream endobj\n");
    in_time("a bomb on every page", &bytes);
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut stream = lopdf::Stream::new(lopdf::Dictionary::new(), bytes.to_vec());
    stream.compress().unwrap();
    stream.content
}
