//! All exports of one report carry the same words in the same order.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use rapporteur_document::style::{List, ListEntry, NumberFormat, Printed, PrintedBlock, Run};
use rapporteur_document::write;
use rapporteur_tests::{bare_words, checkers, printed_samples, run};
use std::fs;
use std::path::Path;

/// A format, and how an independent program reads it back as text.
type Reader = (&'static str, fn(&Printed, &Path) -> String);

const READERS: [Reader; 3] = [
    ("DOCX", |printed, folder| {
        let path = folder.join("report.docx");
        fs::write(&path, write::docx::write(printed).unwrap().bytes).unwrap();
        run("pandoc", &["-f", "docx", "-t", "plain", "--wrap=none", path.to_str().unwrap()]).1
    }),
    ("Markdown", |printed, folder| {
        let path = folder.join("report.md");
        fs::write(&path, write::markdown::write(printed).bytes).unwrap();
        run("pandoc", &["-f", "commonmark", "-t", "plain", "--wrap=none", path.to_str().unwrap()]).1
    }),
    ("PDF", |printed, folder| {
        let path = folder.join("report.pdf");
        let fonts = write::pdf::Fonts::built_in();
        fs::write(&path, write::pdf::write(printed, &fonts).unwrap().bytes).unwrap();
        // In reading order, without the running lines at the edges of the page.
        run(
            "pdftotext",
            &["-raw", "-y", "50", "-x", "0", "-W", "600", "-H", "740", path.to_str().unwrap(), "-"],
        )
        .1
    }),
];

#[test]
fn every_format_has_the_words_of_the_plain_text() {
    if checkers().is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for mut printed in printed_samples() {
        // The mark of a draft stands in the running lines of DOCX and PDF, not in the text.
        printed.state_mark = None;
        check(&printed, &READERS, 300, folder.path());
    }
}

#[test]
fn words_that_look_like_marks_stay_words() {
    if checkers().is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut printed = printed_samples().remove(0);
    printed.state_mark = None;
    printed.blocks = odd_blocks();
    check(&printed, &READERS, 25, folder.path());
}

/// Line ends before marks, marks inside words and beside brackets, a link of two runs, lists that
/// touch, a control character.
fn odd_blocks() -> Vec<PrintedBlock> {
    let bold = |text| Run { bold: true, ..Run::plain(text) };
    let italic = |text| Run { italic: true, ..Run::plain(text) };
    let link = |run| Run { link: Some("https://a.example/x?y=1&z=(2)".into()), ..run };
    let list = |format, text: &str| {
        let blocks = vec![PrintedBlock::Paragraph(vec![Run::plain(text)])];
        PrintedBlock::List(List {
            format,
            entries: vec![ListEntry { blocks }],
            keep_entries_whole: false,
        })
    };
    vec![
        PrintedBlock::Paragraph(vec![Run::plain(
            "begins\n- not bullet\n# not heading\n> not quoted\n+ not list\n=== not underlined",
        )]),
        PrintedBlock::Paragraph(vec![Run::plain("    four spaces, <tag> &amp; \\ C# #")]),
        PrintedBlock::Paragraph(vec![
            bold("bold"),
            bold("still"),
            italic("slanted"),
            Run::plain("plain "),
            bold("un"),
            Run::plain("usual"),
            bold("(bracket)"),
            Run::plain("after\u{7}wards"),
        ]),
        PrintedBlock::Paragraph(vec![
            Run::plain("See!"),
            link(Run::plain("the [draft] ")),
            link(bold("text")),
        ]),
        list(NumberFormat::Decimal, "first list"),
        list(NumberFormat::Decimal, "second list"),
        list(NumberFormat::Bullet, "third list"),
    ]
}

fn check(printed: &Printed, readers: &[Reader], at_least: usize, folder: &Path) {
    let text = String::from_utf8(write::text::write(printed).bytes).unwrap();
    let expected = words(&without_addresses(&text));
    assert!(expected.len() > at_least, "{expected:?}");
    for (format, read) in readers {
        let found = words(&read(printed, folder));
        let differs = expected.iter().zip(&found).position(|(a, b)| a != b);
        let at = differs.unwrap_or(expected.len().min(found.len()));
        let near =
            |words: &[String]| words[at.saturating_sub(4)..(at + 6).min(words.len())].join(" ");
        assert!(
            expected == found,
            "{format} of {}:\n  {}\n  {}",
            printed.title,
            near(&expected),
            near(&found)
        );
    }
}

/// Words without the numbers of headings and lists, which some readers leave to the formatting;
/// hyphens at line ends join what they parted.
fn words(text: &str) -> Vec<String> {
    let label = |word: &str| {
        word.len() <= 4 && (word.chars().all(|c| c.is_ascii_digit()) || word.len() == 1)
    };
    bare_words(text).into_iter().filter(|word| !label(word)).collect()
}

/// Plain text spells the addresses of links out; the other formats keep them behind the words.
fn without_addresses(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("<http") {
        plain.push_str(&rest[..at]);
        rest = rest[at..].split_once('>').map_or("", |(_, after)| after);
    }
    plain + rest
}
