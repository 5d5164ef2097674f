//! Printed blocks as paragraphs.

use super::numbering::{Numberings, STEP};
use crate::style::{Heading, List, NumberFormat, Printed, PrintedBlock, Run as Words};
use crate::write::is_address;
use docx_rs::{
    BreakType, Docx, Hyperlink, HyperlinkData, HyperlinkType, IndentLevel, NumberingId, Paragraph,
    Run, SpecialIndentType,
};

/// The body of a document, and its links.
pub(super) struct Body {
    pub docx: Docx,
    /// The addresses of the hyperlinks, in order; the relationship of the first is `rLink1`.
    pub links: Vec<String>,
    /// Links that lead nowhere.
    pub bad_links: Vec<String>,
}

/// Builds every paragraph.
pub(super) fn build(printed: &Printed) -> Body {
    let mut writer = Writer {
        numberings: Numberings::new(Docx::new(), heading_formats(printed)),
        paragraphs: Vec::new(),
        links: Vec::new(),
        bad_links: Vec::new(),
    };
    for block in &printed.blocks {
        writer.block(block, 0);
    }
    let mut docx = writer.numberings.finish();
    for paragraph in writer.paragraphs {
        docx = docx.add_paragraph(paragraph);
    }
    Body { docx, links: writer.links, bad_links: writer.bad_links }
}

/// How each level of numbered headings counts in this report.
fn heading_formats(printed: &Printed) -> [NumberFormat; 3] {
    let mut formats = [NumberFormat::Decimal, NumberFormat::UpperLetter, NumberFormat::LowerRoman];
    for block in &printed.blocks {
        if let PrintedBlock::Heading(Heading {
            level: level @ 2..=4, number: Some(number), ..
        }) = block
        {
            formats[usize::from(level - 2)] = number.format;
        }
    }
    formats
}

struct Writer {
    numberings: Numberings,
    paragraphs: Vec<Paragraph>,
    links: Vec<String>,
    bad_links: Vec<String>,
}

impl Writer {
    fn block(&mut self, block: &PrintedBlock, depth: usize) {
        match block {
            PrintedBlock::TitleLine(words) => {
                self.paragraph(Paragraph::new().style("TitleBlock"), words)
            }
            PrintedBlock::Title(words) => self.paragraph(Paragraph::new().style("Title"), words),
            PrintedBlock::Heading(heading) => self.heading(heading),
            PrintedBlock::Paragraph(words) => self.paragraph(Paragraph::new(), words),
            PrintedBlock::List(list) => self.list(list, depth),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let level = heading.level.clamp(1, 4);
        let mut paragraph = Paragraph::new().style(&format!("Heading{level}"));
        if level >= 2 {
            let numbering = match &heading.number {
                Some(number) => self.numberings.heading(number, usize::from(level - 2)),
                // The style numbers; a heading without a number has to say so.
                None => Some((NumberingId::new(0), IndentLevel::new(0))),
            };
            if let Some((id, at)) = numbering {
                paragraph = paragraph.numbering(id, at);
            }
            if heading.number.is_none() {
                paragraph =
                    paragraph.indent(Some(0), Some(SpecialIndentType::FirstLine(0)), None, None);
            }
        }
        self.paragraph(paragraph, &heading.runs);
    }

    fn list(&mut self, list: &List, depth: usize) {
        let (id, level) = self.numberings.list(list.format, depth);
        for entry in &list.entries {
            for (at, block) in entry.blocks.iter().enumerate() {
                match block {
                    PrintedBlock::Paragraph(words) if at == 0 => {
                        let paragraph =
                            list_paragraph(list.format, depth, id.clone(), level.clone());
                        self.paragraph(paragraph.keep_lines(list.keep_entries_whole), words);
                    }
                    PrintedBlock::Paragraph(words) => {
                        let left = STEP * (i32::try_from(depth).unwrap_or(0) + 1);
                        let paragraph = Paragraph::new().style("ListContinue").indent(
                            Some(left),
                            None,
                            None,
                            None,
                        );
                        self.paragraph(paragraph.keep_lines(list.keep_entries_whole), words);
                    }
                    other => self.block(other, depth + 1),
                }
            }
        }
    }

    fn paragraph(&mut self, mut paragraph: Paragraph, words: &[Words]) {
        let mut at = 0;
        while at < words.len() {
            let link = words[at].link.as_deref();
            let end = at + words[at..].iter().take_while(|run| run.link.as_deref() == link).count();
            let runs: Vec<Run> = words[at..end]
                .iter()
                .flat_map(|words| runs(words, link.is_some_and(is_address)))
                .collect();
            paragraph = match link {
                Some(address) if is_address(address) => {
                    paragraph.add_hyperlink(self.hyperlink(address, runs))
                }
                _ => {
                    self.bad_links.extend(link.map(str::to_owned));
                    runs.into_iter().fold(paragraph, Paragraph::add_run)
                }
            };
            at = end;
        }
        self.paragraphs.push(paragraph);
    }

    fn hyperlink(&mut self, address: &str, runs: Vec<Run>) -> Hyperlink {
        self.links.push(address.to_owned());
        let mut link = Hyperlink::new(address, HyperlinkType::External);
        // docx-rs numbers its links by a counter of the whole process; ours count per document.
        link.link = HyperlinkData::External {
            rid: format!("rLink{}", self.links.len()),
            path: address.to_owned(),
        };
        runs.into_iter().fold(link, Hyperlink::add_run)
    }
}

fn list_paragraph(
    format: NumberFormat,
    depth: usize,
    id: NumberingId,
    level: IndentLevel,
) -> Paragraph {
    let family = if format == NumberFormat::Bullet { "ListBullet" } else { "ListNumber" };
    let style = match depth {
        0 => family.to_owned(),
        1 => format!("{family}2"),
        _ => format!("{family}3"),
    };
    Paragraph::new().style(&style).numbering(id, level)
}

/// The runs of some words: one for each direction of writing, line ends as breaks.
fn runs(words: &Words, linked: bool) -> Vec<Run> {
    let mut all = Vec::new();
    for (at, line) in words.text.split('\n').enumerate() {
        if at > 0 {
            all.push(Run::new().add_break(BreakType::TextWrapping));
        }
        for piece in by_direction(line) {
            let mut run = Run::new().add_text(piece);
            if linked {
                run = run.style("Hyperlink");
            }
            if words.bold {
                run = run.bold();
            }
            if words.italic {
                run = run.italic();
            }
            all.push(run);
        }
    }
    all
}

/// A line in pieces that are written in one direction each.
fn by_direction(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut now = None;
    for (at, c) in line.char_indices() {
        let direction = super::xml::is_right_to_left(c)
            .then_some(true)
            .or(c.is_alphanumeric().then_some(false));
        if direction.is_some() && now.is_some() && direction != now {
            pieces.push(&line[start..at]);
            start = at;
        }
        now = direction.or(now);
    }
    if start < line.len() {
        pieces.push(&line[start..]);
    }
    pieces
}
