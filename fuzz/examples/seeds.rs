//! Writes the seed corpus anew from the fixtures of the tests and the sample library:
//! `cargo run --example seeds`. Seeds that are no copy of a fixture are written by hand and stay.

use rapporteur_core::sample;
use rapporteur_document::style::{Printed, Template, print};
use rapporteur_document::write;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

/// Parts of a package that say nothing about the words.
const DUMB: &[&str] = &["docProps/", "theme", "fontTable", "settings"];

fn main() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let keep = |target: &str, name: &str, bytes: &[u8]| {
        let folder = here.join("seeds").join(target);
        fs::create_dir_all(&folder).expect("the folder can be made");
        fs::write(folder.join(name), bytes).expect("the seed can be written");
    };
    let fixtures = fs::read_dir(here.join("../tests/fixtures")).expect("the fixtures are there");
    for path in fixtures.map(|entry| entry.expect("the folder can be read").path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(&path).unwrap_or_default();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("md") => keep("markdown", &name, &bytes),
            Some("txt") if name.contains("wrapped") || name.contains("ocr") => {
                keep("ocr", &name, &bytes);
            }
            Some("txt") => {
                keep("text", &name, &bytes);
                let text = String::from_utf8_lossy(&bytes).into_owned();
                keep("html", &name.replace(".txt", ".html"), page(&text).as_bytes());
                keep("mail", &name.replace(".txt", ".eml"), mail(&text).as_bytes());
                keep("odt", &name.replace(".txt", ".fodt.parts"), &as_odt(&text));
            }
            _ => {}
        }
    }
    let printed = shortest();
    let docx = write::docx::write(&printed).expect("the sample can be written").bytes;
    keep("docx", "ours.parts", &rapporteur_fuzz::as_seed(&parts(&docx)));
    let fonts = write::pdf::Fonts::built_in();
    let pdf = write::pdf::write(&printed, &fonts).expect("the sample can be written").bytes;
    keep("pdf", "ours.pdf", &pdf);
    keep("pdf", "ours-plain.pdf", &without_fonts(&pdf));
    for (at, file) in Template::built_in().iter().enumerate() {
        keep("template", &format!("{at}.toml"), file.as_bytes());
    }
}

/// The beginning of a sample report: small seeds are tried more often.
fn shortest() -> Printed {
    let template = Template::parse(sample::TEMPLATE).expect("the sample's template is sound");
    let report = sample::reports().remove(0);
    let mut printed = print(&report, &template).expect("the sample can be printed");
    printed.blocks.truncate(14);
    printed
}

fn parts(package: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).expect("it is a package");
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("the part is there");
        let name = file.name().map(|name| name.into_owned()).unwrap_or_default();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("the part can be unpacked");
        if !DUMB.iter().any(|dumb| name.contains(dumb)) {
            parts.push((name, bytes));
        }
    }
    parts
}

/// The file with its streams unpacked and its fonts' programs taken out.
fn without_fonts(pdf: &[u8]) -> Vec<u8> {
    let mut document = lopdf::Document::load_mem(pdf).expect("it is a PDF file");
    document.decompress();
    for object in document.objects.values_mut() {
        if let Ok(stream) = object.as_stream_mut()
            && stream.content.len() > 5_000
        {
            stream.set_content(Vec::new());
        }
    }
    let mut plain = Vec::new();
    document.save_to(&mut plain).expect("it can be saved");
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
    format!(
        "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\
         Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n\
         {text}\n--x\nContent-Type: text/html\n\n{}\n--x--\n",
        page(text)
    )
}

fn as_odt(text: &str) -> Vec<u8> {
    let names = ["office", "text", "table", "style"]
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""));
    let lines: String =
        text.lines().map(|line| format!("<text:p>{}</text:p>\n", escaped(line))).collect();
    let content = format!(
        "<office:document-content{}><office:body><office:text>{lines}</office:text></office:body></office:document-content>",
        names.concat()
    );
    let kind = b"application/vnd.oasis.opendocument.text".to_vec();
    rapporteur_fuzz::as_seed(&[
        ("mimetype".to_owned(), kind),
        ("content.xml".to_owned(), content.into_bytes()),
    ])
}
