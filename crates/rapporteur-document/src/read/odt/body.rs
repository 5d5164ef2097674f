//! The body of a document: paragraphs, headings, lists, tables, sections, text boxes.
//!
//! Called by [`read`](super::read).

use super::Reader;
use super::lists::Counts;
use super::words::Words;
use crate::read::flow::{Cell, Flow};
use crate::read::left_out::tracked_change;
use crate::read::lines::{Line, Run, Style};
use crate::read::numbers::Label;
use crate::read::xml::Element;

/// The most empty columns that a cell is repeated for.
const MOST_REPEATED: usize = 50;

/// The list that is open around a paragraph.
struct Open<'l> {
    style: &'l str,
    level: usize,
    counts: &'l mut Counts,
}

impl Reader {
    /// Adds every paragraph, list and table of an element.
    pub(super) fn blocks(&mut self, parent: &Element, flow: &mut Flow) {
        for block in parent.elements() {
            self.block(block, flow);
        }
    }

    fn block(&mut self, block: &Element, flow: &mut Flow) {
        match &*block.name {
            "text:p" | "text:h" => {
                let label = self.own_label(block);
                self.paragraph(block, label, flow);
            }
            "text:list" => self.list(block, flow),
            "table:table" => {
                let mut rows = Vec::new();
                self.rows(block, flow, &mut rows);
                flow.table(rows);
            }
            "text:section" if block.attribute("text:display") == Some("none") => {
                self.left_out.hidden = true;
            }
            "text:tracked-changes" | "text:sequence-decls" | "office:forms" => {}
            "text:table-of-content"
            | "text:illustration-index"
            | "text:table-index"
            | "text:object-index"
            | "text:user-index"
            | "text:alphabetical-index" => {
                self.left_out.contents = true;
            }
            "text:change-start" => {
                self.insertions.extend(block.attribute("text:change-id").map(str::to_owned));
            }
            "text:change-end" => {
                let ended = block.attribute("text:change-id");
                self.insertions.retain(|open| Some(open.as_str()) != ended);
            }
            "text:soft-page-break" | "text:change" => {}
            _ => self.blocks(block, flow),
        }
    }

    /// The number that a paragraph outside every list gets from its style or as a heading.
    fn own_label(&mut self, paragraph: &Element) -> Option<Label> {
        let look = self.styles.paragraph(paragraph.attribute("text:style-name"));
        let outline = outline(paragraph);
        let listed = look.list.as_deref().filter(|name| self.styles.lists.contains_key(*name));
        if let Some(name) = listed {
            let level = look.list_level.or(outline).unwrap_or(0);
            return self.lists.of_style(name).next(&self.styles.lists[name], level, None);
        }
        let level =
            outline.filter(|_| paragraph.attribute("text:is-list-header") != Some("true"))?;
        let start = match paragraph.attribute("text:restart-numbering") {
            Some("true") => Some(number(paragraph, "text:start-value").unwrap_or(1)),
            _ => None,
        };
        self.headings.next(self.styles.outline.as_ref()?, level, start)
    }

    fn list(&mut self, list: &Element, flow: &mut Flow) {
        let style = list.attribute("text:style-name").unwrap_or("").to_owned();
        let mut counts = self.lists.begin(list, &style);
        let mut open = Open { style: &style, level: 0, counts: &mut counts };
        self.entries(list, &mut open, flow);
        self.lists.end(list, &style, &counts);
    }

    fn entries(&mut self, list: &Element, open: &mut Open<'_>, flow: &mut Flow) {
        for entry in list.elements() {
            let numbered = &*entry.name == "text:list-item";
            if !numbered && &*entry.name != "text:list-header" {
                continue;
            }
            let mut labelled = !numbered;
            for block in entry.elements() {
                match &*block.name {
                    "text:list" => {
                        let style =
                            block.attribute("text:style-name").unwrap_or(open.style).to_owned();
                        let level = open.level + 1;
                        let mut inner = Open { style: &style, level, counts: &mut *open.counts };
                        self.entries(block, &mut inner, flow);
                        labelled = true;
                    }
                    "text:p" | "text:h" if !labelled => {
                        labelled = true;
                        let label = self.label(block, entry, open);
                        self.paragraph(block, label, flow);
                    }
                    "text:p" | "text:h" => self.paragraph(block, None, flow),
                    _ => self.block(block, flow),
                }
            }
        }
    }

    fn label(&self, paragraph: &Element, entry: &Element, open: &mut Open<'_>) -> Option<Label> {
        let of_paragraph = self.styles.paragraph(paragraph.attribute("text:style-name")).list;
        let style = self.styles.lists.get(open.style);
        let style = style.or_else(|| self.styles.lists.get(of_paragraph.as_deref()?))?;
        open.counts.next(style, open.level, number(entry, "text:start-value"))
    }

    fn paragraph(&mut self, paragraph: &Element, label: Option<Label>, flow: &mut Flow) {
        let look = self.styles.paragraph(paragraph.attribute("text:style-name"));
        let heading = outline(paragraph).and_then(|level| u8::try_from(level + 1).ok());
        let style = match (look.style, heading) {
            (Style::Title, _) => Style::Title,
            (_, Some(level)) => Style::Heading(level),
            (style, None) => style,
        };
        let mut marks = look.marks;
        if style != Style::Body {
            // A heading is bold because it is one.
            marks.bold = None;
        }
        let mut words = Words::new();
        self.words(paragraph, &mut words, marks, None);
        if words.changed {
            self.doubts.extend(tracked_change(&words.accepted, &words.before, flow.place()));
        }
        let mut line = Line { runs: std::mem::take(&mut words.accepted), style, ..Line::default() };
        match label {
            Some(Label::Mark(mark)) => line.mark = Some(mark),
            Some(Label::Words(label)) => line.runs.insert(0, Run::plain(label)),
            None => {}
        }
        flow.line(line);
        for note in &words.notes {
            self.note(note, flow);
        }
        for text_box in &words.boxes {
            self.blocks(text_box, flow);
        }
    }

    fn note(&mut self, note: &Element, flow: &mut Flow) {
        let Some(body) = note.child("text:note-body") else { return };
        self.noted += 1;
        self.left_out.notes_moved = true;
        let mut runs: Vec<Run> = Vec::new();
        for paragraph in body.elements() {
            let mut words = Words::new();
            self.words(paragraph, &mut words, Default::default(), None);
            if !runs.is_empty() {
                runs.push(Run::plain(" "));
            }
            runs.append(&mut words.accepted);
        }
        flow.note(&self.noted.to_string(), runs);
    }

    fn rows(&mut self, parent: &Element, flow: &mut Flow, rows: &mut Vec<Vec<Cell>>) {
        for child in parent.elements() {
            match &*child.name {
                "table:table-row" => {
                    let mut cells = Vec::new();
                    for cell in child.elements().filter(|cell| cell.name.ends_with("table-cell")) {
                        let mut part = Flow::of_cell();
                        self.blocks(cell, &mut part);
                        let repeated = number(cell, "table:number-columns-repeated").unwrap_or(1);
                        let repeated =
                            usize::try_from(repeated).unwrap_or(1).clamp(1, MOST_REPEATED);
                        cells.push(flow.part(part));
                        cells.extend(std::iter::repeat_n(Vec::new(), repeated - 1));
                    }
                    rows.push(cells);
                }
                "table:table-header-rows" | "table:table-rows" | "table:table-row-group" => {
                    self.rows(child, flow, rows);
                }
                _ => {}
            }
        }
    }
}

/// The level of a heading, from 0.
fn outline(paragraph: &Element) -> Option<usize> {
    if &*paragraph.name != "text:h" {
        return None;
    }
    let level = number(paragraph, "text:outline-level").unwrap_or(1);
    usize::try_from(level).ok()?.checked_sub(1)
}

fn number(element: &Element, attribute: &str) -> Option<u32> {
    element.attribute(attribute)?.parse().ok()
}
