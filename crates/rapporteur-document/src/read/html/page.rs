//! A page while its tags go by: what is open, the paragraph and the tables in the making.
//!
//! Called by [`read_text`](super::read_text). Misnested and missing tags are taken as browsers
//! mostly take them.

use super::attribute;
use super::css::{self, Classes, Look};
use super::elements::{closes, is_block, is_silent, is_silent_role, is_void};
use super::lists::{List, bullet};
use super::notes;
use super::paragraph::Paragraph;
use crate::Error;
use crate::read::flow::{Cell, Flow};
use crate::read::left_out::LeftOut;
use crate::read::lines::{Line, Run, Source, Style};
use crate::read::package::damaged;
use crate::read::recognise::{KnownHeading, doubt, known_heading};
use crate::read::{Doubt, text};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

/// Elements inside elements; real pages stay under 100.
const DEEPEST: usize = 400;

/// The most tags of a page; a report of 500 pages has about 100,000.
const MOST_TAGS: usize = 500_000;

/// Fewer words than this in the main part of a page are not taken for the report.
const FEWEST_WORDS: usize = 60;

/// A page.
#[derive(Default)]
pub struct Page {
    open: Vec<Open>,
    paragraph: Paragraph,
    /// The page's own lines, and those of the cells that are open, the innermost last.
    flows: Vec<Flow>,
    /// The rows of the tables that are open.
    tables: Vec<Vec<Vec<Cell>>>,
    lists: Vec<List>,
    classes: Classes,
    sheet: String,
    preformatted: String,
    /// The lines of the main part.
    main: Option<Range<usize>>,
    /// The footnotes by their ids, and whether this pass is the one that finds them.
    notes: HashMap<String, Vec<Run>>,
    finds_notes: bool,
    /// The ids of the notes that were set after what refers to them.
    set: Vec<String>,
    /// The notes that the paragraph in the making refers to.
    due: Vec<(String, Vec<Run>)>,
    left_out: LeftOut,
    doubts: Vec<Doubt>,
    tags: usize,
    too_deep: bool,
}

/// An open element with what its words inherit.
struct Open {
    name: String,
    own: Inherited,
    all: Inherited,
    /// The id of the note that it is.
    note: Option<String>,
    is_main: bool,
    /// Whether its entries are footnotes.
    holds_notes: bool,
}

#[derive(Clone, Default)]
struct Inherited {
    look: Look,
    style: Option<Style>,
    link: Option<String>,
}

impl Page {
    /// Reads a text; `notes` are the footnotes by their ids, found by a pass without them.
    ///
    /// # Errors
    /// [`Error::Read`] where elements nest without end.
    pub fn of(text: &str, notes: Option<HashMap<String, Vec<Run>>>) -> Result<Self, Error> {
        let finds_notes = notes.is_none();
        let notes = notes.unwrap_or_default();
        let page = Page { flows: vec![Flow::default()], notes, finds_notes, ..Page::default() };
        let input = BufferQueue::default();
        input.push_back(text.into());
        let tokenizer = Tokenizer::new(Tags(RefCell::new(page)), TokenizerOpts::default());
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let mut page = tokenizer.sink.0.into_inner();
        if page.too_deep {
            return Err(damaged("its parts are nested without end"));
        }
        if page.tags > MOST_TAGS {
            return Err(damaged("it holds more than any report does"));
        }
        while !page.open.is_empty() {
            page.close_last();
        }
        page.end_paragraph();
        Ok(page)
    }

    /// The footnotes by their ids.
    pub fn into_notes(self) -> HashMap<String, Vec<Run>> {
        self.notes
    }

    /// The lines.
    pub fn into_source(mut self) -> Source {
        let mut flow = self.flows.drain(..).next().unwrap_or_default();
        self.doubts.extend(self.main.and_then(|main| keep_main(&mut flow, main)));
        let mut source = flow.into_source("html");
        source.doubts.append(&mut self.doubts);
        source.doubts.extend(self.left_out.doubts());
        source
    }

    fn flow(&mut self) -> &mut Flow {
        if self.flows.is_empty() {
            self.flows.push(Flow::default());
        }
        let last = self.flows.len() - 1;
        &mut self.flows[last]
    }

    fn inherited(&self) -> Inherited {
        self.open.last().map(|open| open.all.clone()).unwrap_or_default()
    }

    fn words(&mut self, words: &str) {
        if self.open.last().is_some_and(|open| open.name == "style") {
            self.sheet.push_str(words);
            return;
        }
        let all = self.inherited();
        if all.look.hidden == Some(true) {
            return;
        }
        if self.open.iter().any(|open| open.name == "pre") {
            self.preformatted.push_str(words);
            return;
        }
        let style = all.style.unwrap_or_default();
        let run = Run {
            text: String::new(),
            bold: all.look.bold == Some(true),
            italic: all.look.italic == Some(true),
            link: all.link,
        };
        self.paragraph.words(words, &run, style, all.look.preformatted == Some(true));
    }

    fn end_paragraph(&mut self) {
        let line = self.paragraph.take();
        let note = self.open.iter().rev().find_map(|open| open.note.clone());
        match note {
            Some(id) if self.finds_notes => {
                let note = self.notes.entry(id).or_default();
                if !note.is_empty() {
                    note.push(Run::plain(" "));
                }
                note.extend(line.runs);
            }
            Some(id) if self.set.contains(&id) => {}
            _ if line.runs.is_empty() => {}
            _ => self.flow().line(line),
        }
        for (number, note) in std::mem::take(&mut self.due) {
            self.flow().note(&number, note);
        }
    }

    fn start(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if name == "br" {
            if self.open.iter().any(|open| open.name == "pre") {
                self.preformatted.push('\n');
            } else if self.paragraph.line_end() {
                self.end_paragraph();
            }
            return;
        }
        if is_block(name) {
            let (ends, barriers) = closes(name);
            self.close_open(ends, barriers);
            self.end_paragraph();
        }
        if name == "hr" {
            self.flow().gap();
        }
        if is_void(name) {
            return;
        }
        let own = self.own(tag);
        if let Some(id) = notes::reference(tag) {
            self.refer_to_note(id);
        }
        match name {
            "ol" | "ul" | "menu" | "dir" => {
                let nested = self.lists.len();
                self.lists.push(List::begin(tag, own.look.counting, nested));
            }
            "li" => {
                let label = self.lists.last_mut().map_or_else(|| bullet(0), |list| list.next(tag));
                self.paragraph.begin_entry(label);
            }
            "table" => self.tables.push(Vec::new()),
            "tr" => {
                if let Some(rows) = self.tables.last_mut() {
                    rows.push(Vec::new());
                }
            }
            "td" | "th" if !self.tables.is_empty() => self.flows.push(Flow::of_cell()),
            _ => {}
        }
        if tag.self_closing && !is_block(name) {
            return;
        }
        if self.open.len() >= DEEPEST {
            self.too_deep = true;
            return;
        }
        let is_main = name == "main" || attribute(tag, "role").as_deref() == Some("main");
        if is_main && self.main.is_none() && self.flows.len() == 1 {
            let start = self.flow().place() as usize - 1;
            self.main = Some(start..usize::MAX);
        }
        let note = notes::note(tag, self.open.iter().any(|open| open.holds_notes));
        let holds_notes = attribute(tag, "role").as_deref() == Some("doc-endnotes");
        let all = Inherited::default();
        let mut open = Open { name: name.to_owned(), own, all, note, is_main, holds_notes };
        open.all = under(&self.inherited(), &open.own);
        self.open.push(open);
    }

    fn own(&mut self, tag: &Tag) -> Inherited {
        let name = &*tag.name;
        let mut own = Inherited::default();
        match name {
            "b" | "strong" | "th" => own.look.bold = Some(true),
            "i" | "em" | "cite" | "dfn" => own.look.italic = Some(true),
            "a" => {
                own.link =
                    attribute(tag, "href").map(|href| href.trim().to_owned()).filter(leads_out)
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                own.style = name[1..].parse().ok().map(Style::Heading);
                own.look.bold = Some(false);
            }
            _ => {}
        }
        for class in attribute(tag, "class").unwrap_or_default().split_whitespace() {
            own.look = own.look.with(self.classes.look(name, class));
            if is_block(name) && ["title", "MsoTitle"].contains(&class) {
                own.style = Some(Style::Title);
            }
        }
        if let Some(style) = attribute(tag, "style") {
            own.look = own.look.with(css::look(&style));
        }
        if own.look.hidden == Some(true) || attribute(tag, "hidden").is_some() {
            own.look.hidden = Some(true);
            self.left_out.hidden |= !is_silent(name);
        }
        if own.style.is_some() {
            // A heading is bold because it is one.
            own.look.bold = Some(false);
        }
        let role = attribute(tag, "role").unwrap_or_default();
        let below_text = self.open.iter().any(|open| open.is_main || open.name == "article");
        let silent = is_silent(name)
            || is_silent_role(&role)
            || (self.finds_notes || !self.notes.is_empty()) && notes::is_number(tag)
            || name == "footer" && !below_text
            || is_page_edge(tag)
            || attribute(tag, "aria-hidden").as_deref() == Some("true");
        if silent {
            own.look.hidden = Some(true);
            self.left_out.contents |= role == "doc-toc";
        }
        own
    }

    fn refer_to_note(&mut self, id: String) {
        if let Some(note) = self.notes.get(&id).cloned() {
            self.set.push(id);
            self.left_out.notes_moved = true;
            self.due.push((self.set.len().to_string(), note));
        }
    }

    fn end(&mut self, name: &str) {
        if name == "br" {
            self.paragraph.line_end();
            return;
        }
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else { return };
        // A cell's end tags do not close what is around its table.
        let table = self.open.iter().rposition(|open| open.name == "table").unwrap_or(0);
        if at < table && name != "table" {
            return;
        }
        if is_block(name) {
            while self.open.len() > at {
                self.close_last();
            }
            return;
        }
        // An inline end tag closes its element alone; what was opened in it goes on.
        self.open.remove(at);
        for index in at..self.open.len() {
            let above = index.checked_sub(1).map(|above| self.open[above].all.clone());
            self.open[index].all = under(&above.unwrap_or_default(), &self.open[index].own);
        }
        if name == "style" {
            let sheet = std::mem::take(&mut self.sheet);
            css::add_rules(&sheet, &mut self.classes);
        }
    }

    /// Closes the innermost open element of these names, unless a barrier stands before it.
    fn close_open(&mut self, names: &[&str], barriers: &[&str]) {
        let found = self
            .open
            .iter()
            .enumerate()
            .rev()
            .take_while(|(_, open)| !barriers.contains(&open.name.as_str()))
            .find(|(_, open)| names.contains(&open.name.as_str()))
            .map(|(at, _)| at);
        if let Some(at) = found {
            while self.open.len() > at {
                self.close_last();
            }
        }
    }

    fn close_last(&mut self) {
        let Some(last) = self.open.last() else { return };
        let name = last.name.clone();
        if name == "pre" {
            self.end_preformatted();
        }
        if is_block(&name) {
            self.end_paragraph();
        }
        let closed = self.open.pop();
        match name.as_str() {
            "ol" | "ul" | "menu" | "dir" => {
                self.lists.pop();
                self.paragraph.begin_entry(None);
            }
            "li" => self.paragraph.begin_entry(None),
            "td" | "th" if self.flows.len() > 1 => {
                let part = self.flows.pop().unwrap_or_default();
                let cell = self.flow().part(part);
                if let Some(rows) = self.tables.last_mut() {
                    if rows.is_empty() {
                        rows.push(Vec::new());
                    }
                    if let Some(row) = rows.last_mut() {
                        row.push(cell);
                    }
                }
            }
            "table" => {
                let rows = self.tables.pop().unwrap_or_default();
                self.flow().table(rows);
            }
            _ => {}
        }
        if closed.is_some_and(|open| open.is_main) && self.flows.len() == 1 {
            let end = self.flow().place() as usize - 1;
            if let Some(main) = self.main.as_mut().filter(|main| main.end == usize::MAX) {
                main.end = end;
            }
        }
    }

    /// Preformatted text is read as a text file: its lines may be wrapped.
    fn end_preformatted(&mut self) {
        let text = std::mem::take(&mut self.preformatted);
        let Source { lines, doubts, .. } = text::read(&text);
        self.doubts.extend(doubts.into_iter().map(|mut doubt| {
            doubt.place.line = 0;
            doubt
        }));
        self.flow().lines(lines);
    }
}

/// Whether an element is a page's header or footer, as LibreOffice saves them.
fn is_page_edge(tag: &Tag) -> bool {
    let title = if &*tag.name == "div" { attribute(tag, "title") } else { None };
    matches!(title.as_deref(), Some("header" | "footer"))
}

/// What words below an element inherit.
fn under(above: &Inherited, own: &Inherited) -> Inherited {
    let mut look = above.look.with(own.look);
    // What is hidden hides all in it; how a list counts is its own affair.
    if above.look.hidden == Some(true) {
        look.hidden = Some(true);
    }
    look.counting = None;
    Inherited {
        look,
        style: own.style.or(above.style),
        link: own.link.clone().or_else(|| above.link.clone()),
    }
}

/// Whether an address leads out of the page, or nowhere.
fn leads_out(address: &String) -> bool {
    !address.starts_with('#') || address == "#"
}

/// Where the head of a report begins that stands above the main part of a page: the first heading,
/// where one of them names people or the agenda.
fn head_of_report(above: &[Line]) -> Option<usize> {
    const PARTS: &[KnownHeading] =
        &[KnownHeading::Participants, KnownHeading::Apologies, KnownHeading::Agenda];
    let heads = |line: &Line| known_heading(&line.text()).is_some_and(|part| PARTS.contains(&part));
    above.iter().position(Line::is_styled).filter(|_| above.iter().any(heads))
}

/// Keeps the main part of a page where it holds enough; the rest is the site's.
fn keep_main(flow: &mut Flow, main: Range<usize>) -> Option<Doubt> {
    let count = |line: &Line| line.text().split_whitespace().count();
    let words: usize = flow.lines_in(main.clone()).iter().map(count).sum();
    if words < FEWEST_WORDS {
        return None;
    }
    let start = head_of_report(flow.lines_in(0..main.start)).unwrap_or(main.start);
    let left: Vec<String> = flow.keep(start..main.end).iter().map(Line::text).collect();
    let quote: String = left.join(" / ").chars().take(300).collect();
    let message = "The page says where its main text is; what stands around it was left out.";
    (!left.is_empty()).then(|| doubt("page_parts_left_out", message, 0, &quote, None))
}

/// Gives the tags of html5ever to the page.
struct Tags(RefCell<Page>);

impl TokenSink for Tags {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        page.tags += usize::from(matches!(token, Token::TagToken(_)));
        if page.too_deep || page.tags > MOST_TAGS {
            return TokenSinkResult::Continue;
        }
        match token {
            Token::CharacterTokens(words) => page.words(&words),
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => page.end(&tag.name),
            Token::TagToken(tag) => {
                page.start(&tag);
                let raw = match &*tag.name {
                    "script" => Some(RawKind::ScriptData),
                    "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
                    "textarea" | "title" => Some(RawKind::Rcdata),
                    _ => None,
                };
                if let Some(raw) = raw.filter(|_| !tag.self_closing) {
                    return TokenSinkResult::RawData(raw);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
