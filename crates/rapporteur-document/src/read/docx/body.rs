//! The body of a document: paragraphs, tables, content controls, text boxes, notes.
//!
//! Called by [`read`](super::read).

use super::Reader;
use super::parts::Notes;
use super::styles::{list_place, outline, value};
use super::words::{Around, Change, Words, branch, content_of_control};
use crate::read::flow::{Cell, Flow};
use crate::read::left_out::tracked_change;
use crate::read::lines::{Line, Run, Style, pieces};
use crate::read::numbers::Label;
use crate::read::recognise::doubt;
use crate::read::xml::Element;
use std::collections::HashMap;

impl Reader<'_> {
    /// Adds every paragraph and table of an element.
    pub(super) fn blocks(
        &mut self,
        parent: &Element,
        flow: &mut Flow,
        links: &HashMap<String, String>,
    ) {
        let mut carried = Vec::new();
        for block in parent.elements() {
            match &*block.name {
                "w:p" => self.paragraph(block, flow, links, &mut carried),
                "w:tbl" => self.table(block, flow, links),
                "w:sdt" => {
                    if is_contents(block) {
                        self.left_out.contents = true;
                    } else if let Some(content) = content_of_control(block) {
                        self.blocks(content, flow, links);
                    }
                }
                "mc:AlternateContent" => {
                    if let Some(branch) = branch(block) {
                        self.blocks(branch, flow, links);
                    }
                }
                "w:ins" | "w:moveTo" | "w:customXml" | "w:smartTag" => {
                    self.blocks(block, flow, links);
                }
                "w:altChunk" => {
                    let message = "Another file is set into this one here, and it was not read; open the report, copy it into a new document and choose that.";
                    self.doubts.push(doubt("part_left_out", message, flow.place(), "", None));
                }
                _ => {}
            }
        }
        if !carried.is_empty() {
            flow.line(Line { runs: carried, ..Line::default() });
        }
    }

    /// `carried` are the words of paragraphs before this one whose ends were deleted.
    fn paragraph(
        &mut self,
        paragraph: &Element,
        flow: &mut Flow,
        links: &HashMap<String, String>,
        carried: &mut Vec<Run>,
    ) {
        let properties = paragraph.child("w:pPr");
        let named = properties.and_then(|properties| value(properties, "w:pStyle"));
        let look = self.styles.paragraph(named);
        let style = match (look.style, properties.and_then(outline)) {
            (Style::Title, _) => Style::Title,
            (_, Some(level @ 0..=8)) => Style::Heading(level + 1),
            (_, Some(_)) => Style::Body,
            (style, None) => style,
        };
        if style != Style::Body {
            self.fields.begin_heading();
        }
        let mut words = Words::default();
        words.accepted.append(carried);
        words.style = look.marks;
        if style != Style::Body {
            // A heading is bold because it is one.
            words.style.bold = None;
        }
        let around = Around { link: None, change: Change::None, links };
        self.words(paragraph, &mut words, around);
        self.fields.end_paragraph();
        if look.of_contents {
            self.left_out.contents = true;
            return;
        }
        let end = properties.and_then(|properties| properties.child("w:rPr"));
        if end.is_some_and(|end| end.child("w:del").is_some() && end.child("w:ins").is_none()) {
            carried.append(&mut words.accepted);
            return;
        }
        if words.changed {
            self.doubts.extend(tracked_change(&words.accepted, &words.before, flow.place()));
        }
        let direct = properties.map(list_place).unwrap_or_default();
        let mut line = Line { runs: std::mem::take(&mut words.accepted), style, ..Line::default() };
        match self.numbering.next(&direct, &look) {
            Some(Label::Mark(mark)) => line.mark = Some(mark),
            Some(Label::Words(label)) => line.runs.insert(0, Run::plain(label)),
            None => {}
        }
        if properties.and_then(|properties| properties.child("w:pageBreakBefore")).is_some() {
            flow.gap();
        }
        for line in divided_by_pages(line) {
            flow.line(line);
        }
        self.notes(&words, flow);
        for text_box in &words.boxes {
            self.blocks(text_box, flow, links);
        }
    }

    fn notes(&mut self, words: &Words<'_>, flow: &mut Flow) {
        let parts = self.parts;
        for reference in &words.notes {
            let Notes { footnotes, endnotes, links } = &parts.notes;
            let (part, links) =
                if reference.is_endnote { (endnotes, &links[1]) } else { (footnotes, &links[0]) };
            let note = part
                .iter()
                .flat_map(Element::elements)
                .find(|note| note.attribute("w:id") == Some(&reference.id));
            let Some(note) = note else { continue };
            self.noted += 1;
            self.left_out.notes_moved = true;
            let mut runs: Vec<Run> = Vec::new();
            for paragraph in note.elements().filter(|element| &*element.name == "w:p") {
                let mut words = Words::default();
                let around = Around { link: None, change: Change::None, links };
                self.words(paragraph, &mut words, around);
                self.fields.end_paragraph();
                if !runs.is_empty() {
                    runs.push(Run::plain(" "));
                }
                runs.append(&mut words.accepted);
            }
            flow.note(&self.noted.to_string(), runs);
        }
    }

    fn table(&mut self, table: &Element, flow: &mut Flow, links: &HashMap<String, String>) {
        let mut rows = Vec::new();
        self.rows(table, flow, links, &mut rows);
        flow.table(rows);
    }

    /// Rows may stand in content controls and changes.
    fn rows(
        &mut self,
        parent: &Element,
        flow: &mut Flow,
        links: &HashMap<String, String>,
        rows: &mut Vec<Vec<Cell>>,
    ) {
        for child in parent.elements() {
            match &*child.name {
                "w:tr" if child.at(&["w:trPr", "w:del"]).is_none() => {
                    let mut cells = Vec::new();
                    self.cells(child, flow, links, &mut cells);
                    rows.push(cells);
                }
                "w:sdt" => {
                    if let Some(content) = content_of_control(child) {
                        self.rows(content, flow, links, rows);
                    }
                }
                "w:ins" | "w:moveTo" | "w:customXml" => self.rows(child, flow, links, rows),
                _ => {}
            }
        }
    }

    fn cells(
        &mut self,
        parent: &Element,
        flow: &mut Flow,
        links: &HashMap<String, String>,
        cells: &mut Vec<Cell>,
    ) {
        for child in parent.elements() {
            match &*child.name {
                "w:tc" => {
                    let mut part = Flow::of_cell();
                    self.blocks(child, &mut part, links);
                    cells.push(flow.part(part));
                }
                "w:sdt" => {
                    if let Some(content) = content_of_control(child) {
                        self.cells(content, flow, links, cells);
                    }
                }
                "w:customXml" => self.cells(child, flow, links, cells),
                _ => {}
            }
        }
    }
}

/// Whether a content control is a table of contents.
fn is_contents(control: &Element) -> bool {
    let gallery = control.at(&["w:sdtPr", "w:docPartObj", "w:docPartGallery"]);
    gallery.and_then(|gallery| gallery.attribute("w:val")) == Some("Table of Contents")
}

/// A paragraph with page breaks in it: divided there, unless its sentence goes on.
fn divided_by_pages(mut line: Line) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let style = line.style;
    for runs in pieces(std::mem::take(&mut line.runs), '\u{c}') {
        let goes_on = runs.iter().find_map(|run| run.text.trim_start().chars().next());
        match lines.last_mut() {
            None => lines.push(Line { runs, ..std::mem::take(&mut line) }),
            Some(before) if goes_on.is_some_and(char::is_lowercase) => {
                before.runs.push(Run::plain(" "));
                before.runs.extend(runs);
            }
            Some(_) => lines.push(Line { runs, style, gap_before: true, ..Line::default() }),
        }
    }
    lines
}
