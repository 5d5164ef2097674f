//! Files made to do damage, or only large: archive bombs, entities that expand, nesting without
//! end.
//!
//! Made one after the other for the suite, which reads each, and for the benchmark, which measures
//! time and memory. Deliberately absent: PDF files, which `suite/read_pdf.rs` makes.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const ODT: &str = "application/vnd.oasis.opendocument.text";

/// What is done with a file: its name, its bytes, and what its refusal says, if it is refused.
pub type Visit<'v> = &'v mut dyn FnMut(&str, &[u8], Option<&str>);

/// Makes every file, and forgets each before the next.
pub fn each(visit: Visit<'_>) {
    bombs(visit);
    large(visit);
    cycles(visit);
}

/// PDF files whose objects hold each other.
fn cycles(visit: Visit<'_>) {
    let file = |objects: &str| {
        format!("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n{objects}").into_bytes()
    };
    let kids: String = (2..200).map(|number| format!("{number} 0 R ")).collect();
    let node = |number| format!("{number} 0 obj<</Type/Pages/Kids[{kids}]>>endobj\n");
    visit("tree.pdf", &file(&(2..200).map(node).collect::<String>()), Some("damaged"));
    let page = "2 0 obj<</Kids[3 0 R]>>endobj 3 0 obj<</Type/Page/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>endobj\n";
    let draws = "/X Do ".repeat(1000);
    let form =
        format!("4 0 obj<</Subtype/Form/Length {}>>stream\n{draws}\nendstream endobj", draws.len());
    visit("form.pdf", &file(&format!("{page}{form}")), None);
    visit("objects.pdf", &file(&"9 0 obj<</Type/ObjStm ".repeat(50_000)), Some("damaged"));
}

fn bombs(visit: Visit<'_>) {
    let spaces = |count: usize| vec![b' '; count];
    let bomb = packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", &spaces(120 * 1024 * 1024)),
    ]);
    visit("bomb.docx", &bomb, Some("far more than a report"));
    let many: Vec<String> = (0..11_000).map(|at| format!("{at}")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    visit("many.docx", &packed(&many), Some("far more than a report"));
    let laughs: String = (1..10)
        .map(|at| format!("<!ENTITY l{at} \"{}\">", format!("&l{};", at - 1).repeat(10)))
        .collect();
    let entities = format!(
        "<!DOCTYPE x [<!ENTITY l0 \"ha\">{laughs}]><w:document xmlns:w=\"{W}\"><w:body>&l9;</w:body></w:document>"
    );
    let entities =
        packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", entities.as_bytes())]);
    visit("entities.docx", &entities, Some("declares entities"));
    visit("deep.docx", &docx(&"<w:sdt><w:sdtContent>".repeat(50_000)), Some("nested without end"));
    visit("deep.odt", &odt(&"<text:section>".repeat(50_000)), Some("nested without end"));
    visit("deep.html", "<div>".repeat(500_000).as_bytes(), Some("nested without end"));
    visit("long.txt", "word ".repeat(5_000_000).as_bytes(), Some("far more text"));
    visit("tags.html", "<b></b>".repeat(400_000).as_bytes(), Some("more than any report"));
}

fn large(visit: Visit<'_>) {
    let p = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let long = "word and word, ".repeat(60);
    visit("paragraphs.docx", &docx(&p(&long).repeat(2_000)), None);
    visit("lines.docx", &docx(&p("x").repeat(60_000)), None);
    visit("breaks.docx", &docx(&format!("<w:p><w:r>{}</w:r></w:p>", "<w:t>a</w:t><w:br/>".repeat(60_000))), None);
    visit("pages.docx", &docx(&format!(
            "<w:p>{}</w:p>",
            "<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:br w:type=\"page\"/></w:r>"
                .repeat(30_000)
        )), None);
    visit("cells.docx", &docx(
            &("<w:tbl><w:tr>".to_owned()
                + &"<w:tc><w:p/></w:tc>".repeat(100_000)
                + "</w:tr></w:tbl>"),
        ), None);
    let agenda: String = (0..5_000).map(|at| p(&format!("{}. Item {at}", at % 900))).collect();
    visit("agenda.docx", &docx(&(p("Agenda") + &agenda + &p("Discussion") + &agenda)), None);
    visit("spaces.odt", &odt(&"<text:p><text:s text:c=\"4000000000\"/>x</text:p>".repeat(5_000)), None);
    visit("columns.odt", &odt(&("<table:table>".to_owned() + &"<table:table-row><table:table-cell table:number-columns-repeated=\"4000000000\"/></table:table-row>".repeat(5_000) + "</table:table>")), None);
    visit("p.html", "<p>x".repeat(30_000).as_bytes(), None);
    visit("open.html", ("<a b=\"".to_owned() + &"x".repeat(5_000_000)).as_bytes(), None);
    visit("misnested.html", ("<p>".to_owned() + &"<i><b>x".repeat(190) + &"</i>y".repeat(20_000)).as_bytes(), None);
    let nested: String = (0..2_000)
        .map(|at| format!("Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n"))
        .collect();
    visit("nested.eml", format!("From: a@b.example\r\nMIME-Version: 1.0\r\n{nested}\r\nx").as_bytes(), None);
}

/// A package of parts.
///
/// # Panics
///
/// Never: it is made in memory.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let method = if *name == "mimetype" {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("it is made in memory");
        writer.write_all(bytes).expect("it is made in memory");
    }
    writer.finish().expect("it is made in memory").into_inner()
}

/// A DOCX file with this body.
pub fn docx(body: &str) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"{W}\"><w:body>{body}</w:body></w:document>");
    packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())])
}

/// An ODT file with this text.
pub fn odt(text: &str) -> Vec<u8> {
    let names = ["office", "text", "table"]
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""));
    let content = format!(
        "<office:document-content{}><office:body><office:text>{text}</office:text></office:body></office:document-content>",
        names.concat()
    );
    packed(&[("mimetype", ODT.as_bytes()), ("content.xml", content.as_bytes())])
}
