//! The seeds of fuzzing are made of the fixtures; `cargo xtask bless` writes them anew.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use rapporteur_document::read::{read, text};
use rapporteur_document::style::{Printed, Template, print};
use rapporteur_document::write;
use rapporteur_tests::repository;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

/// What divides the parts of a package in a seed, as `fuzz/src/lib.rs` takes them apart.
const PART: &str = "==== ";

/// Parts of a package that say nothing about the words.
const DUMB: &[&str] = &["docProps/", "theme", "fontTable", "settings"];

#[test]
fn seeds_are_made_of_the_fixtures() {
    let fixtures = repository().join("tests/fixtures");
    for name in ["harbour-12.txt", "wrapped-6.txt", "reef-86.txt", "orchard-44.md", "ports-19.md"] {
        keep("text", name, &fs::read(fixtures.join(name)).unwrap());
    }
    let harbour = text(&fixtures.join("harbour-12.txt"));
    keep("html", "harbour-12.html", page(&harbour).as_bytes());
    keep("mail", "harbour-12.eml", mail(&harbour).as_bytes());
    keep("odt", "harbour-12.parts", &odt(&harbour));
    let printed = printed(&fixtures.join("harbour-12.txt"));
    let docx = write::docx::write(&printed).unwrap().bytes;
    keep("docx", "harbour-12.parts", &as_seed(&parts(&docx)));
    let pdf = write::pdf::write(&printed, &write::pdf::Fonts::built_in()).unwrap().bytes;
    keep("pdf", "harbour-12.pdf", &without_fonts(&pdf));
    for (at, file) in Template::built_in().iter().enumerate() {
        keep("template", &format!("{at}.toml"), file.as_bytes());
    }
}

fn keep(target: &str, name: &str, bytes: &[u8]) {
    let path = repository().join("fuzz/seeds").join(target).join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
    }
    let kept = fs::read(&path).unwrap_or_default();
    assert!(
        kept == bytes,
        "fuzz/seeds/{target}/{name} is of another time; run `cargo xtask bless`"
    );
}

fn text(path: &Path) -> String {
    text::decode(&fs::read(path).unwrap()).unwrap()
}

fn printed(path: &Path) -> Printed {
    let template = Template::parse(Template::built_in()[0]).unwrap();
    let mut next = 0_u128;
    let report = read(&fs::read(path).unwrap(), "report.txt").unwrap().into_report(&mut || {
        next += 1;
        uuid::Uuid::from_u128(next)
    });
    print(&report, &template).unwrap()
}

fn parts(package: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        if !DUMB.iter().any(|dumb| name.contains(dumb)) {
            parts.push((name, bytes));
        }
    }
    parts
}

fn as_seed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let part = |(name, bytes): &(String, Vec<u8>)| {
        [format!("{PART}{name}\n").as_bytes(), bytes, b"\n"].concat()
    };
    parts.iter().flat_map(part).collect()
}

/// The file with its streams unpacked and the programs of its fonts taken out: small seeds are
/// tried more often.
fn without_fonts(pdf: &[u8]) -> Vec<u8> {
    let mut document = lopdf::Document::load_mem(pdf).unwrap();
    document.decompress();
    for object in document.objects.values_mut() {
        if let Ok(stream) = object.as_stream_mut()
            && stream.content.len() > 8_000
        {
            stream.set_content(Vec::new());
        }
    }
    let mut plain = Vec::new();
    document.save_to(&mut plain).unwrap();
    plain
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn page(text: &str) -> String {
    let lines: String = text.lines().map(|line| format!("<p>{}</p>\n", escaped(line))).collect();
    format!("<!DOCTYPE html><html><body>\n{lines}<ol><li>x<table><tr><td>y</table></ol></body>\n")
}

fn mail(text: &str) -> String {
    let page = page(text);
    format!(
        "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\
         Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n\
         {text}\n--x\nContent-Type: text/html\n\n{page}\n--x--\n"
    )
}

fn odt(text: &str) -> Vec<u8> {
    let names = ["office", "text", "table", "style"]
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""));
    let line = |line: &str| format!("<text:p>{}</text:p>\n", escaped(line));
    let lines: String = text.lines().map(line).collect();
    let content = format!(
        "<office:document-content{}><office:body><office:text>{lines}</office:text></office:body></office:document-content>",
        names.concat()
    );
    as_seed(&[
        ("mimetype".to_owned(), b"application/vnd.oasis.opendocument.text".to_vec()),
        ("content.xml".to_owned(), content.into_bytes()),
    ])
}
