//! A report as Google Docs exports it: automatic numbers that are not in the text, direct
//! formatting and no styles but headings, empty paragraphs, content controls around runs.
//!
//! Called by the proof that every format gives the same data. Deliberately absent: what a line
//! means in a report.

use rapporteur_document::read::lines::{Line, Mark, MarkKind, Run, Source, Style};
use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The lines as a DOCX file.
pub fn docx(source: &Source) -> Vec<u8> {
    let mut file = File::default();
    let mut at = 0;
    while let Some(line) = source.lines.get(at) {
        let rows = source.lines[at..].iter().take_while(|line| line.table_row).count();
        if rows > 0 {
            file.table(&source.lines[at..at + rows]);
            at += rows;
            continue;
        }
        let next = source.lines.get(at + 1).filter(|next| next.style == Style::Note);
        file.paragraph(line, next);
        at += 1 + usize::from(next.is_some());
    }
    file.packed()
}

#[derive(Default)]
struct File {
    body: String,
    links: Vec<String>,
    /// One list for each numbered paragraph, as its first number.
    lists: Vec<(usize, &'static str, u32)>,
    notes: Vec<String>,
}

impl File {
    fn paragraph(&mut self, line: &Line, note: Option<&Line>) {
        if line.gap_before && line.mark.is_none() {
            self.body +=
                "<w:p><w:pPr><w:rPr/></w:pPr><w:r><w:rPr><w:rtl w:val=\"0\"/></w:rPr></w:r></w:p>";
        }
        let style = match line.style {
            Style::Title => "<w:pStyle w:val=\"Title\"/>".to_owned(),
            Style::Heading(level) => format!("<w:pStyle w:val=\"Heading{level}\"/>"),
            Style::Body | Style::Note => String::new(),
        };
        let (list, typed) = self.mark(line.mark.as_ref());
        let words = self.words(&line.runs);
        let reference = note.map(|note| self.note(note)).unwrap_or_default();
        let _ = write!(
            self.body,
            "<w:p><w:pPr>{style}<w:pageBreakBefore w:val=\"0\"/>{list}<w:spacing w:after=\"0\"/><w:rPr/></w:pPr>{typed}{words}{reference}</w:p>"
        );
    }

    /// The number of a list, or the mark as typed words where lists do not count so.
    fn mark(&mut self, mark: Option<&Mark>) -> (String, String) {
        let Some(mark) = mark else { return Default::default() };
        let level = usize::from(mark.depth > 0);
        let (format, start) = match mark.kind {
            MarkKind::Bullet => ("bullet", 1),
            MarkKind::Number(number) => ("decimal", number),
            MarkKind::Letter(c) if c.is_ascii_lowercase() => {
                ("lowerLetter", u32::from(c) - u32::from('a') + 1)
            }
            MarkKind::Letter(c) if c.is_ascii_uppercase() => {
                ("upperLetter", u32::from(c) - u32::from('A') + 1)
            }
            MarkKind::Roman(number, true) => ("upperRoman", number),
            MarkKind::Roman(number, false) => ("lowerRoman", number),
            _ => return (String::new(), run(&Run::plain(mark.printed.clone()), "")),
        };
        self.lists.push((level, format, start));
        let id = self.lists.len();
        let list =
            format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{id}\"/></w:numPr>");
        (list, String::new())
    }

    fn words(&mut self, runs: &[Run]) -> String {
        let mut words = String::new();
        for (at, piece) in runs.iter().enumerate() {
            words += &match piece.link.as_deref() {
                Some(link) if !link.is_empty() && piece.text.trim() != link => {
                    self.links.push(link.to_owned());
                    let id = self.links.len();
                    format!(
                        "<w:hyperlink r:id=\"rId{id}\">{}</w:hyperlink>",
                        run(piece, "<w:color w:val=\"1155cc\"/><w:u w:val=\"single\"/>")
                    )
                }
                _ if at % 2 == 1 => format!(
                    "<w:sdt><w:sdtPr><w:tag w:val=\"goog_rdk_{at}\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
                    run(piece, "")
                ),
                _ => run(piece, ""),
            };
        }
        words
    }

    fn note(&mut self, note: &Line) -> String {
        let text = note.text();
        let words = text.split_once("] ").map_or(text.as_str(), |(_, words)| words);
        self.notes.push(run(&Run::plain(words), ""));
        let id = self.notes.len();
        format!(
            "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"{id}\"/></w:r>"
        )
    }

    fn table(&mut self, rows: &[Line]) {
        self.body += "<w:tbl><w:tblPr/><w:tblGrid/>";
        for row in rows {
            self.body += "<w:tr>";
            for cell in rapporteur_document::read::lines::pieces(row.runs.clone(), '\t') {
                let words = self.words(&cell);
                let _ = write!(self.body, "<w:tc><w:p>{words}</w:p></w:tc>");
            }
            self.body += "</w:tr>";
        }
        self.body += "</w:tbl>";
    }

    fn numbering(&self) -> String {
        let mut numbering = format!("<w:numbering xmlns:w=\"{W}\">");
        for (at, (level, format, _)) in self.lists.iter().enumerate() {
            let text =
                if *format == "bullet" { "●".to_owned() } else { format!("%{}.", level + 1) };
            let _ = write!(
                numbering,
                "<w:abstractNum w:abstractNumId=\"{at}\"><w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl></w:abstractNum>"
            );
        }
        for (at, (level, _, start)) in self.lists.iter().enumerate() {
            let _ = write!(
                numbering,
                "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{at}\"/><w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{start}\"/></w:lvlOverride></w:num>",
                at + 1
            );
        }
        numbering + "</w:numbering>"
    }

    fn relations(&self) -> String {
        let mut relations = format!("<Relationships xmlns=\"{PACKAGE}\">");
        for (at, link) in self.links.iter().enumerate() {
            let _ = write!(
                relations,
                "<Relationship Id=\"rId{}\" Type=\"{R}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
                at + 1,
                escaped(link)
            );
        }
        for part in ["numbering", "footnotes"] {
            let _ = write!(
                relations,
                "<Relationship Id=\"{part}\" Type=\"{R}/{part}\" Target=\"{part}.xml\"/>"
            );
        }
        relations + "</Relationships>"
    }

    fn packed(&self) -> Vec<u8> {
        let mut notes = format!("<w:footnotes xmlns:w=\"{W}\">");
        for (at, words) in self.notes.iter().enumerate() {
            let _ =
                write!(notes, "<w:footnote w:id=\"{}\"><w:p>{words}</w:p></w:footnote>", at + 1);
        }
        notes += "</w:footnotes>";
        let document = format!(
            "<w:document xmlns:w=\"{W}\" xmlns:r=\"{R}\"><w:body>{}</w:body></w:document>",
            self.body
        );
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, part) in [
            ("[Content_Types].xml", "<Types/>".to_owned()),
            ("word/document.xml", document),
            ("word/numbering.xml", self.numbering()),
            ("word/footnotes.xml", notes),
            ("word/_rels/document.xml.rels", self.relations()),
        ] {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(part.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }
}

/// A run with its direct formatting.
fn run(run: &Run, look: &str) -> String {
    let bold = if run.bold { "<w:b w:val=\"1\"/>" } else { "" };
    let italic = if run.italic { "<w:i w:val=\"1\"/>" } else { "" };
    let text = escaped(&run.text)
        .replace('\n', "</w:t><w:br w:type=\"textWrapping\"/><w:t xml:space=\"preserve\">");
    format!(
        "<w:r><w:rPr>{bold}{italic}{look}<w:rtl w:val=\"0\"/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
