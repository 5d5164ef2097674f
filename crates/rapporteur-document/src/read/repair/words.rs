//! The lines of a report as text, and words found in them by what stands before.

use super::Spot;
use crate::model::{AgendaItem, Block, Inline, Report};
use crate::read::text::split_mark;

/// How many words before a place tell it from others.
const CONTEXT: usize = 8;

/// Stands for somebody named, who is no text.
const NAMED: char = '\u{fffc}';

/// A title, paragraph, entry of a list, next step or part of an affiliation.
pub struct Line {
    field: String,
    text: String,
    /// What stands before it on its printed line.
    lead: String,
}

/// A place in the words of a report.
pub struct Found {
    /// The same for others.
    pub spot: Spot,
    line: usize,
    from: usize,
    to: usize,
}

/// The words of a line, marked or plain.
enum Words<'r> {
    Marked(&'r mut Vec<Inline>),
    Plain { text: &'r mut String, lead: String },
}

/// Every line of a report, in its order.
pub fn lines(report: &Report) -> Vec<Line> {
    let mut lines = Vec::new();
    walk(&mut report.clone(), &mut |field, words| {
        let (text, lead) = match words {
            Words::Marked(content) => (content.iter().map(text_of).collect(), String::new()),
            Words::Plain { text, lead } => (text.clone(), lead),
        };
        lines.push(Line { field, text, lead });
    });
    lines
}

/// The words before a place on its line, at most [`CONTEXT`], without the mark of a list.
pub fn last_of(before: &str) -> Vec<String> {
    let before = split_mark(before, false).map_or(before, |(_, length)| &before[length..]);
    let words: Vec<&str> =
        before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words[words.len().saturating_sub(CONTEXT)..].iter().map(|word| (*word).to_owned()).collect()
}

/// The one place of these words that most of the words before speak for.
pub fn find(lines: &[Line], quote: &str, after: &[String]) -> Option<Found> {
    let most = after.len() + usize::from(after.len() < CONTEXT);
    let mut best: Option<(usize, usize, usize)> = None;
    let mut alone = true;
    for (at, line) in lines.iter().enumerate() {
        for (from, _) in line.text.match_indices(quote).filter(|_| !quote.is_empty()) {
            if !is_whole(&line.text, from, from + quote.len()) {
                continue;
            }
            let before = format!("{}{}", line.lead, &line.text[..from]);
            let weight = agreement(after, &last_of(&before));
            match best {
                Some((heaviest, ..)) if weight < heaviest => {}
                Some((heaviest, ..)) if weight == heaviest => alone = false,
                _ => (best, alone) = (Some((weight, at, from)), true),
            }
        }
    }
    let (weight, line, from) = best.filter(|_| alone)?;
    // A place that half of the words before speak against is another one.
    (weight * 2 >= most).then(|| {
        let Line { field, text, .. } = &lines[line];
        let to = from + quote.len();
        let counted = |end: usize| u32::try_from(text[..end].encode_utf16().count()).ok();
        let spot = Spot { field: field.clone(), from: counted(from), to: counted(to) };
        Found { spot, line, from, to }
    })
}

/// Puts other words in the place found, made from the first piece that stood there. Answers all
/// that stood there.
pub fn replace(
    report: &mut Report,
    found: &Found,
    new: impl Fn(&Inline) -> Vec<Inline>,
) -> Vec<Inline> {
    let mut was = Vec::new();
    let mut at = 0;
    walk(report, &mut |_, words| {
        if at == found.line {
            match words {
                Words::Marked(content) => was = replace_in(content, found.from, found.to, &new),
                Words::Plain { text, .. } => {
                    let old = Inline::text(&text[found.from..found.to]);
                    let put: String = new(&old).iter().map(text_of).collect();
                    text.replace_range(found.from..found.to, &put);
                    was = vec![old];
                }
            }
        }
        at += 1;
    });
    was
}

fn replace_in(
    content: &mut Vec<Inline>,
    from: usize,
    to: usize,
    new: &impl Fn(&Inline) -> Vec<Inline>,
) -> Vec<Inline> {
    let (mut before, mut was, mut behind) = (Vec::new(), Vec::new(), Vec::new());
    let mut start = 0;
    for inline in content.drain(..) {
        let text = text_of(&inline);
        let end = start + text.len();
        let cut = |part: &mut Vec<Inline>, from: usize, to: usize| {
            let (from, to) = (from.max(start), to.min(end));
            if from < to {
                part.push(match &inline {
                    Inline::Text { bold, italic, link, .. } => Inline::Text {
                        text: text[from - start..to - start].to_owned(),
                        bold: *bold,
                        italic: *italic,
                        link: link.clone(),
                    },
                    other => other.clone(),
                });
            }
        };
        cut(&mut before, 0, from);
        cut(&mut was, from, to);
        cut(&mut behind, to, usize::MAX);
        start = end;
    }
    content.append(&mut before);
    if let Some(first) = was.first() {
        content.extend(new(first));
    }
    content.append(&mut behind);
    joined(content);
    was
}

/// Joins neighbouring pieces that are marked alike.
fn joined(content: &mut Vec<Inline>) {
    content.dedup_by(|next, kept| match (kept, next) {
        (
            Inline::Text { text, bold, italic, link },
            Inline::Text { text: more, bold: b, italic: i, link: l },
        ) if (&*bold, &*italic, &*link) == (&*b, &*i, &*l) => {
            text.push_str(more);
            true
        }
        _ => false,
    });
}

/// How many of the words before are the same in both, counted from the nearest; reaching the
/// beginning of the line together counts as one.
fn agreement(one: &[String], other: &[String]) -> usize {
    let same = one.iter().rev().zip(other.iter().rev()).filter(|(a, b)| a == b).count();
    same + usize::from(one.len() == other.len() && one.len() < CONTEXT)
}

/// Whether no word reaches over an end of this piece.
fn is_whole(text: &str, from: usize, to: usize) -> bool {
    let within = |at: usize| {
        let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let next = text[at..].chars().next().is_some_and(char::is_alphanumeric);
        before && next
    };
    !within(from) && !within(to)
}

fn text_of(inline: &Inline) -> String {
    match inline {
        Inline::Text { text, .. } => text.clone(),
        Inline::Speaker { .. } => NAMED.to_string(),
        Inline::LineBreak => "\n".to_owned(),
    }
}

/// Visits every line of a report with its path, in its order.
fn walk(report: &mut Report, visit: &mut dyn FnMut(String, Words)) {
    blocks(&mut report.opening, "opening", visit);
    agenda(&mut report.agenda, "agenda", visit);
    for (at, step) in report.next_steps.iter_mut().enumerate() {
        let words = Words::Plain { text: &mut step.action, lead: String::new() };
        visit(format!("next_steps.{at}.action"), words);
    }
    for (at, one) in report.participants.iter_mut().enumerate() {
        let mut lead = one.name.full() + ", ";
        let parts = [
            ("role", &mut one.role),
            ("status", &mut one.status),
            ("organisation", &mut one.organisation),
        ];
        for (name, part) in parts {
            let Some(text) = part else { continue };
            let after = format!("{lead}{text}, ");
            visit(format!("participants.{at}.{name}"), Words::Plain { text, lead });
            lead = after;
        }
    }
}

fn agenda(items: &mut [AgendaItem], path: &str, visit: &mut dyn FnMut(String, Words)) {
    for (at, item) in items.iter_mut().enumerate() {
        let path = format!("{path}.{at}");
        visit(format!("{path}.title"), Words::Marked(&mut item.title));
        if let Some(heading) = &mut item.heading {
            visit(format!("{path}.heading"), Words::Marked(heading));
        }
        let section = format!("{path}.section");
        blocks(&mut item.section.blocks, &format!("{section}.blocks"), visit);
        for (at, part) in item.section.parts.iter_mut().enumerate() {
            let part_path = format!("{section}.parts.{at}");
            visit(format!("{part_path}.title"), Words::Marked(&mut part.title));
            blocks(&mut part.blocks, &format!("{part_path}.blocks"), visit);
        }
        agenda(&mut item.items, &format!("{path}.items"), visit);
    }
}

fn blocks(all: &mut [Block], path: &str, visit: &mut dyn FnMut(String, Words)) {
    for (at, block) in all.iter_mut().enumerate() {
        let path = format!("{path}.{at}");
        match block {
            Block::Paragraph { content } => visit(path, Words::Marked(content)),
            Block::BulletedList { items } | Block::NumberedList { items } => {
                for (at, item) in items.iter_mut().enumerate() {
                    blocks(&mut item.blocks, &format!("{path}.items.{at}.blocks"), visit);
                }
            }
        }
    }
}
