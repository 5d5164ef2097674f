//! Mail: a message whose body or attachment is a report, and web pages saved as one file.
//!
//! Called by [`read`](super::read()). `mail-parser` divides the message; whatever in it can be read
//! is read, and what looks most like a report is taken. Deliberately absent: the headers, which
//! are about the mail and not about the meeting.

mod covering;
mod quotes;
#[cfg(test)]
mod tests;

use super::kind::{Kind, kind};
use super::lines::{Line, Source};
use super::recognise::{doubt, recognise};
use super::{Recognised, html, source_of, text, unreadable};
use crate::Error;
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};
use quotes::Parted;
use std::borrow::Cow;

/// Messages inside messages.
const DEEPEST: usize = 4;

/// The most parts of a message that are looked at, and the most words in them, in bytes.
const MOST_PARTS: usize = 20;
const MOST_WORDS: usize = 1024 * 1024;

/// Something in a message that could be a report.
struct Candidate {
    /// The attachment's name; none for the body.
    name: Option<String>,
    source: Source,
    likeness: usize,
}

/// The lines of the report in a message.
///
/// # Errors
/// [`Error::Read`] where nothing in it can be read, with what stands in the way.
pub fn read(bytes: &[u8]) -> Result<Source, Error> {
    let mut found = Found::default();
    let mails = mails(bytes);
    for mail in mails.iter().take(MOST_PARTS) {
        if let Some(message) = MessageParser::default().parse(mail) {
            found.message(&message, 0);
        } else {
            found.refusal.get_or_insert(unreadable("is damaged: it is no whole mail. Save it again from your mail program and choose that."));
        }
    }
    let best = found.candidates.into_iter().rev().max_by_key(|candidate| candidate.likeness);
    let Some(best) = best else { return Err(found.refusal.unwrap_or_else(empty)) };
    let mut source = best.source;
    if let Some(name) = best.name {
        let message = "The report was read from this attachment of the mail; the mail’s own text was left out.";
        source.doubts.push(doubt("mail_attachment", message, 0, &name, None));
    }
    if mails.len() > 1 {
        let message = "This file holds several mails; the one most like a report was read. Save the others by themselves to read them.";
        source.doubts.push(doubt("mail_several", message, 0, "", None));
    }
    source.format = "mail".to_owned();
    Ok(source)
}

/// The mails of a folder saved as one file, each after a line `From name date`; else the one mail.
fn mails(bytes: &[u8]) -> Vec<&[u8]> {
    if !bytes.starts_with(b"From ") {
        return vec![bytes];
    }
    let is_header = |line: &[u8]| {
        let name: Vec<u8> = line.iter().copied().take_while(|byte| *byte != b':').collect();
        name.len() < line.len()
            && name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
    };
    let mut mails = Vec::new();
    let (mut start, mut at, mut blank) = (0, 0, true);
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        let begins = blank && line.starts_with(b"From ");
        if begins && at > start && lines.peek().is_some_and(|next| is_header(next)) {
            mails.push(&bytes[start..at]);
            start = at;
        }
        blank = line.trim_ascii().is_empty();
        at += line.len();
    }
    mails.push(&bytes[start..]);
    mails
}

fn empty() -> Error {
    unreadable("is a mail without text. Save its attachment as a file and choose that.")
}

#[derive(Default)]
struct Found {
    candidates: Vec<Candidate>,
    /// Why an attachment was not read.
    refusal: Option<Error>,
    parts: usize,
    words: usize,
}

impl Found {
    fn message(&mut self, message: &Message<'_>, depth: usize) {
        for source in bodies(message).into_iter().filter(|source| !source.lines.is_empty()) {
            self.add(None, source);
        }
        for part in message.attachments() {
            self.parts += 1;
            if self.parts > MOST_PARTS {
                return;
            }
            match &part.body {
                PartType::Message(inner) if depth < DEEPEST => self.message(inner, depth + 1),
                _ => self.attachment(part),
            }
        }
    }

    fn attachment(&mut self, part: &MessagePart<'_>) {
        let name = part.attachment_name().unwrap_or("").to_owned();
        // A part without a name is text that its sender set beside the body, or nothing of ours.
        if name.is_empty() && part.content_type().is_none_or(|kind| kind.c_type != "text") {
            return;
        }
        match attached(part.contents(), &name) {
            Ok(source) => self.add(Some(name).filter(|name| !name.is_empty()), source),
            // Pictures in a signature are no reason to give.
            Err(error) if !part.is_content_type("image", "png") => {
                self.refusal.get_or_insert(named(&name, &error));
            }
            Err(_) => {}
        }
    }

    fn add(&mut self, name: Option<String>, source: Source) {
        let runs = source.lines.iter().flat_map(|line| &line.runs);
        self.words += runs.map(|run| run.text.len()).sum::<usize>();
        // The first is read whatever it holds; comparing many large ones would take too long.
        if self.words > MOST_WORDS && !self.candidates.is_empty() {
            return;
        }
        let likeness = likeness(&recognise(source.clone()));
        self.candidates.push(Candidate { name, source, likeness });
    }
}

fn named(name: &str, error: &Error) -> Error {
    Error::Read { reason: format!("its attachment {name} could not be read: {error}") }
}

fn attached(bytes: &[u8], name: &str) -> Result<Source, Error> {
    match kind(bytes, name)? {
        Kind::Mail => {
            Err(unreadable("is a mail inside a mail. Save it as a file and choose that."))
        }
        kind => source_of(kind, bytes),
    }
}

/// The body: as HTML where there is one, for it says what is a heading or a list; but as text where
/// only that marks what the mail quotes. Several where it may be the mail or what it quotes.
fn bodies(message: &Message<'_>) -> Vec<Source> {
    let texts: Vec<Cow<'_, str>> = message
        .text_bodies()
        .filter_map(|part| match &part.body {
            PartType::Text(text) if is_flowed(part) => Some(unflowed(text).into()),
            PartType::Text(text) => Some(text.as_ref().into()),
            _ => None,
        })
        .collect();
    let text = text::clean(&texts.join("\n"));
    let report = covering::without_covering(&text, |text| likeness(&recognise(text::read(text))));
    let (text, footer) = without_footer(&report.text);
    let mut ways = quotes::parted(text);
    let html = message.html_bodies().find_map(|part| match &part.body {
        PartType::Html(html) => Some(html),
        _ => None,
    });
    let quotes = ways.iter().any(|way| way.mixed.is_some() || !way.apart.is_empty());
    if let Some(source) =
        html.filter(|_| !quotes && !report.parted).and_then(|html| html::read_text(html).ok())
    {
        return vec![source];
    }
    ways.drain(..).map(|way| body(&way, &report.left_out, footer)).collect()
}

/// One way to read a body, with what was left out of it and what stands apart.
fn body(way: &Parted, around: &[String], footer: &str) -> Source {
    let (report, signature) = without_signature(&way.report);
    let mut source = text::read(report);
    let end = u32::try_from(report.lines().count() + 1).unwrap_or(u32::MAX);
    let mut left_out = |message: &str, text: &str| {
        if !text.trim().is_empty() {
            source.doubts.push(doubt("running_line", message, end, text.trim(), None));
        }
    };
    for words in around {
        left_out("These words of the mail stand around the report and were left out.", words);
    }
    left_out("The signature below the mail was left out.", signature);
    left_out("The footer that a mailing list sets below its mails was left out.", footer);
    if let Some(led) = &way.mixed {
        left_out("This says whose mail is quoted and was left out.", led);
        let message = "This mail answers another between its lines; all were kept. Check which of them belong to the report.";
        source.doubts.push(doubt("mail_quote", message, 0, "", None));
    }
    for text in &way.apart {
        let message = "This belongs to another mail or to the one around it; it was kept as a section of its own.";
        let lines = text::read(text).lines;
        let first = lines.first().map(Line::printed).unwrap_or_default();
        source.doubts.push(doubt("mail_quote", message, 0, &first, None));
        source.apart.push(lines);
    }
    source
}

/// A text and the few lines below the sign of a signature, `-- `, at its end.
fn without_signature(text: &str) -> (&str, &str) {
    let at = text.rfind("\n-- \n").filter(|at| (2..10).contains(&text[*at..].lines().count()));
    text.split_at(at.unwrap_or(text.len()))
}

/// Whether the lines of a part end in a space where they go on (RFC 3676).
fn is_flowed(part: &MessagePart<'_>) -> bool {
    let format = part.content_type().and_then(|kind| kind.attribute("format"));
    format.is_some_and(|format| format.eq_ignore_ascii_case("flowed"))
}

/// A flowed text with its paragraphs on one line each.
fn unflowed(text: &str) -> String {
    let quotes = |line: &str| line.len() - line.trim_start_matches('>').len();
    let mut whole = String::with_capacity(text.len());
    // How deep the line that goes on is quoted.
    let mut open = None;
    for line in text.lines() {
        let depth = quotes(line);
        let words = &line[depth..];
        let words = words.strip_prefix(' ').unwrap_or(words);
        if open != Some(depth) {
            whole.push_str(if whole.is_empty() { "" } else { "\n" });
            whole.push_str(&line[..depth]);
            whole.push_str(if depth > 0 { " " } else { "" });
        }
        whole.push_str(words);
        // The line above a signature is `-- `.
        open = (words.ends_with(' ') && words != "-- ").then_some(depth);
    }
    whole
}

/// A text and the few lines below its last rule, where they are a mailing list's.
fn without_footer(text: &str) -> (&str, &str) {
    const SAYS: &[&str] = &["mailing list", "unsubscribe", "listinfo", "to this group"];
    let rule = text.rfind("\n_____").or_else(|| text.rfind("\n-- \n"));
    let rule = rule.or_else(|| text.rfind("\n--\n")).unwrap_or(text.len());
    let (before, after) = text.split_at(rule);
    let folded = after.to_lowercase();
    let is_footer = after.lines().count() < 12 && SAYS.iter().any(|says| folded.contains(says));
    if is_footer { (before, after) } else { (text, "") }
}

/// How much of a report was recognised.
fn likeness(recognised: &Recognised) -> usize {
    let report = &recognised.report;
    let said = [report.number.is_some(), report.date.is_some(), report.group.is_some()];
    let numbered = report.sections.iter().filter(|section| section.number.is_some()).count();
    said.iter().filter(|said| **said).count() * 4
        + report.agenda.len()
        + numbered
        + report.participants.len()
}
