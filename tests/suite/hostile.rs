//! Files that are damaged, or made to do damage: each is refused with a sentence or read, in
//! bounded time, and never a panic.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use rapporteur_document::read::read;
use rapporteur_document::write;
use rapporteur_tests::printed_samples;
use std::io::{Cursor, Read, Write};
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// How long one file may take. The promise is five seconds for the program people run; a build
/// for tests is many times slower and shares its machine.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 40 } else { 5 });

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const ODT: &str = "application/vnd.oasis.opendocument.text";

/// Reads what may be anything; says whether it could be read.
fn survives(bytes: &[u8], name: &str) -> bool {
    let begun = Instant::now();
    let found = read(bytes, name);
    let took = begun.elapsed();
    assert!(took < LONGEST, "{name} took {took:?}");
    if took > LONGEST / 20 {
        println!("{name} took {took:?}");
    }
    match found {
        Ok(recognised) => {
            let mut next = 0_u128;
            recognised.into_report(&mut || {
                next += 1;
                uuid::Uuid::from_u128(next)
            });
            true
        }
        Err(error) => {
            let said = error.to_string();
            assert!(said.starts_with("it") && said.ends_with('.'), "{name}: {said}");
            false
        }
    }
}

fn refused(bytes: &[u8], name: &str, says: &str) {
    let error = read(bytes, name).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains(says), "{name}: {error}");
    survives(bytes, name);
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let method = if *name == "mimetype" {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut part = Vec::new();
            file.read_to_end(&mut part).unwrap();
            (file.name().unwrap().into_owned(), part)
        })
        .collect()
}

fn docx(body: &str) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"{W}\"><w:body>{body}</w:body></w:document>");
    packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())])
}

fn odt(text: &str) -> Vec<u8> {
    let names = ["office", "text", "table"]
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""));
    let content = format!(
        "<office:document-content{}><office:body><office:text>{text}</office:text></office:body></office:document-content>",
        names.concat()
    );
    packed(&[("mimetype", ODT.as_bytes()), ("content.xml", content.as_bytes())])
}

/// Good files of every format.
fn good() -> Vec<(&'static str, Vec<u8>)> {
    let printed = &printed_samples()[2];
    let text = String::from_utf8(write::text::write(printed).bytes).unwrap();
    let paragraphs: String = text
        .lines()
        .map(|line| format!("<text:p>{}</text:p>", line.replace('<', "&lt;")))
        .collect();
    let page: String = text
        .lines()
        .map(|line| format!("<p><b>{line}</b><ol><li>x<table><tr><td>y</td></tr></table></ol>"))
        .collect();
    let mail = format!(
        "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{page}\r\n--x--\r\n"
    );
    vec![
        ("a.docx", write::docx::write(printed).unwrap().bytes),
        ("a.odt", odt(&paragraphs)),
        ("a.html", format!("<!doctype html>{page}").into_bytes()),
        ("a.eml", mail.into_bytes()),
    ]
}

/// The same numbers on every run.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }

    /// A copy with some bytes changed, a piece taken out, doubled or cut off.
    fn damaged(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut copy = bytes.to_vec();
        match self.below(4) {
            0 => copy.truncate(self.below(bytes.len())),
            1 => {
                let (from, length) = (self.below(bytes.len()), self.below(200));
                copy.drain(from..(from + length).min(bytes.len()));
            }
            2 => {
                let (from, length) = (self.below(bytes.len()), self.below(200));
                let piece = bytes[from..(from + length).min(bytes.len())].to_vec();
                let at = self.below(copy.len());
                copy.splice(at..at, piece);
            }
            _ => {}
        }
        for _ in 0..self.below(12) {
            let at = self.below(copy.len());
            if let Some(byte) = copy.get_mut(at) {
                *byte = u8::try_from(self.below(256)).unwrap();
            }
        }
        copy
    }
}

#[test]
fn good_files_are_read() {
    for (name, bytes) in good() {
        assert!(survives(&bytes, name), "{name}");
    }
}

#[test]
fn damaged_copies_are_values() {
    let mut seeded = Seeded(4);
    for (name, bytes) in good() {
        for _ in 0..150 {
            survives(&seeded.damaged(&bytes), name);
        }
    }
}

#[test]
fn damaged_parts_are_values() {
    let mut seeded = Seeded(5);
    for (name, bytes) in good().into_iter().filter(|(_, bytes)| bytes.starts_with(b"PK")) {
        let parts = unpacked(&bytes);
        for _ in 0..150 {
            let at = seeded.below(parts.len());
            let changed: Vec<(&str, Vec<u8>)> = parts
                .iter()
                .enumerate()
                .map(|(own, (name, part))| {
                    (name.as_str(), if own == at { seeded.damaged(part) } else { part.clone() })
                })
                .collect();
            let changed: Vec<(&str, &[u8])> =
                changed.iter().map(|(name, part)| (*name, part.as_slice())).collect();
            survives(&packed(&changed), name);
        }
    }
}

#[test]
fn bombs_are_refused() {
    let zeros = vec![b' '; 120 * 1024 * 1024];
    let bomb = packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", &zeros)]);
    assert!(bomb.len() < 1024 * 1024);
    refused(&bomb, "bomb.docx", "far more than a report");
    let many: Vec<String> = (0..11_000).map(|at| format!("{at}")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    refused(&packed(&many), "many.docx", "far more than a report");
    let laughs: String = (1..10)
        .map(|at| format!("<!ENTITY l{at} \"{}\">", format!("&l{};", at - 1).repeat(10)))
        .collect();
    let entities = format!(
        "<!DOCTYPE x [<!ENTITY l0 \"ha\">{laughs}]><w:document xmlns:w=\"{W}\"><w:body>&l9;</w:body></w:document>"
    );
    let entities =
        packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", entities.as_bytes())]);
    refused(&entities, "entities.docx", "declares entities");
    refused(&docx(&"<w:sdt><w:sdtContent>".repeat(50_000)), "deep.docx", "nested without end");
    refused(&odt(&"<text:section>".repeat(50_000)), "deep.odt", "nested without end");
    refused("<div>".repeat(500_000).as_bytes(), "deep.html", "nested without end");
    refused("word ".repeat(5_000_000).as_bytes(), "long.txt", "far more text");
    refused("<b></b>".repeat(400_000).as_bytes(), "tags.html", "more than any report");
}

#[test]
fn what_is_only_large_takes_bounded_time() {
    let p = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let long = "word and word, ".repeat(60);
    survives(&docx(&p(&long).repeat(2_000)), "paragraphs.docx");
    survives(&docx(&p("x").repeat(60_000)), "lines.docx");
    survives(
        &docx(&format!("<w:p><w:r>{}</w:r></w:p>", "<w:t>a</w:t><w:br/>".repeat(60_000))),
        "breaks.docx",
    );
    survives(
        &docx(&format!(
            "<w:p>{}</w:p>",
            "<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:br w:type=\"page\"/></w:r>"
                .repeat(30_000)
        )),
        "pages.docx",
    );
    survives(
        &docx(
            &("<w:tbl><w:tr>".to_owned()
                + &"<w:tc><w:p/></w:tc>".repeat(100_000)
                + "</w:tr></w:tbl>"),
        ),
        "cells.docx",
    );
    let agenda: String = (0..5_000).map(|at| p(&format!("{}. Item {at}", at % 900))).collect();
    survives(&docx(&(p("Agenda") + &agenda + &p("Discussion") + &agenda)), "agenda.docx");
    survives(
        &odt(&"<text:p><text:s text:c=\"4000000000\"/>x</text:p>".repeat(5_000)),
        "spaces.odt",
    );
    survives(&odt(&("<table:table>".to_owned() + &"<table:table-row><table:table-cell table:number-columns-repeated=\"4000000000\"/></table:table-row>".repeat(5_000) + "</table:table>")), "columns.odt");
    survives("<p>x".repeat(30_000).as_bytes(), "p.html");
    survives(("<a b=\"".to_owned() + &"x".repeat(5_000_000)).as_bytes(), "open.html");
    survives(
        ("<p>".to_owned() + &"<i><b>x".repeat(190) + &"</i>y".repeat(20_000)).as_bytes(),
        "misnested.html",
    );
    let nested: String = (0..2_000)
        .map(|at| format!("Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n"))
        .collect();
    survives(
        format!("From: a@b.example\r\nMIME-Version: 1.0\r\n{nested}\r\nx").as_bytes(),
        "nested.eml",
    );
}
