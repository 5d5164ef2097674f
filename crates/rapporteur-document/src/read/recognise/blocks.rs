//! Lines to the model's blocks, and to plain text.

use crate::model::{Block, Inline, ListItem};
use crate::read::ReadLink;
use crate::read::lines::{Line, Mark, MarkKind, Run};

/// The deepest list level that is kept as a level.
const DEEPEST: usize = 8;

/// The lines as paragraphs and nested lists.
///
/// A list becomes a numbered one only where it counts from 1 without a gap; any other typed
/// number stays in the words, so that it prints as it was.
pub fn blocks(lines: &[Line]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let end = at + lines[at..].iter().take_while(|line| line.mark.is_some()).count();
        if end == at {
            blocks.extend(paragraphs(&lines[at]));
            at += 1;
        } else {
            list(&lines[at..end], 0, &mut blocks);
            at = end;
        }
    }
    blocks
}

fn paragraphs(line: &Line) -> Option<Block> {
    let content = inlines(&line.runs);
    (!content.is_empty()).then_some(Block::Paragraph { content })
}

fn level(mark: &Mark) -> (u8, u32) {
    let class = match mark.kind {
        MarkKind::Bullet => 0,
        MarkKind::Number(_) => 1,
        MarkKind::Outline(..) => 2,
        MarkKind::Letter(c) => 3 + u8::from(c.is_uppercase()),
        MarkKind::Roman(_, upper) => 5 + u8::from(upper),
    };
    (class, mark.depth)
}

/// What stands at the level of the first line becomes entries; the rest nests under them.
fn list(lines: &[Line], depth: usize, blocks: &mut Vec<Block>) {
    let own = lines[0].mark.as_ref().map(level);
    let outer = own.map_or(0, |own| own.1);
    let mut groups: Vec<(&Line, Vec<&Line>)> = Vec::new();
    for line in lines {
        let mark = line.mark.as_ref().map(level);
        let nests = depth < DEEPEST && mark != own && mark.is_some_and(|mark| mark.1 >= outer);
        match groups.last_mut() {
            Some((_, nested)) if nests => nested.push(line),
            _ => groups.push((line, Vec::new())),
        }
    }
    let counts =
        groups.iter().enumerate().all(|(at, (line, _))| value(line) == u32::try_from(at + 1).ok());
    let is_bullet =
        |line: &Line| matches!(line.mark.as_ref().map(|mark| mark.kind), Some(MarkKind::Bullet));
    let mut items: Vec<(bool, ListItem)> = Vec::new();
    for (line, nested) in groups {
        let bullet = is_bullet(line);
        let mut inner = Vec::new();
        if !nested.is_empty() {
            let nested: Vec<Line> = nested.into_iter().cloned().collect();
            list(&nested, depth + 1, &mut inner);
        }
        if bullet || counts {
            let content = inlines(&line.runs);
            let mut entry = vec![Block::Paragraph { content }];
            entry.append(&mut inner);
            items.push((bullet, ListItem { blocks: entry }));
        } else {
            flush(&mut items, blocks);
            let mut line = line.clone();
            line.restore_mark();
            blocks.extend(paragraphs(&line));
            blocks.append(&mut inner);
        }
    }
    flush(&mut items, blocks);
}

/// Entries of one kind become one list.
fn flush(items: &mut Vec<(bool, ListItem)>, blocks: &mut Vec<Block>) {
    let mut items = items.drain(..).peekable();
    while let Some((bullet, first)) = items.next() {
        let mut same = vec![first];
        while let Some((_, item)) = items.next_if(|(next, _)| *next == bullet) {
            same.push(item);
        }
        blocks.push(if bullet {
            Block::BulletedList { items: same }
        } else {
            Block::NumberedList { items: same }
        });
    }
}

fn value(line: &Line) -> Option<u32> {
    match line.mark.as_ref()?.kind {
        MarkKind::Number(value) => Some(value),
        MarkKind::Letter(c) if c.is_ascii_lowercase() => Some(u32::from(c) - u32::from('a') + 1),
        MarkKind::Roman(value, false) => Some(value),
        _ => None,
    }
}

/// Runs as the model's inline text, without outer spaces.
pub fn inlines(runs: &[Run]) -> Vec<Inline> {
    let mut content: Vec<Inline> = Vec::new();
    for run in runs {
        for (at, piece) in run.text.split('\n').enumerate() {
            if at > 0 && !content.is_empty() {
                content.push(Inline::LineBreak);
            }
            let text = if content.is_empty() { piece.trim_start() } else { piece };
            if !text.is_empty() {
                let link = run.link.clone().filter(|url| is_address(url));
                content.push(Inline::Text {
                    text: text.to_owned(),
                    bold: run.bold,
                    italic: run.italic,
                    link,
                });
            }
        }
    }
    while let Some(last) = content.last_mut() {
        match last {
            Inline::Text { text, .. } if !text.trim_end().is_empty() => {
                text.truncate(text.trim_end().len());
                break;
            }
            _ => {
                content.pop();
            }
        }
    }
    content
}

/// Whether an address can be followed as it is.
fn is_address(url: &str) -> bool {
    let lower = url.to_lowercase();
    let scheme =
        ["http://", "https://", "mailto:", "ftp://"].iter().any(|scheme| lower.starts_with(scheme));
    scheme && !url.contains(char::is_whitespace)
}

/// The lines as plain text: paragraphs apart by a blank line, list entries by a line end.
pub fn text_of(lines: &[Line]) -> String {
    let mut text = String::new();
    let mut after_entry = false;
    for line in lines {
        let is_entry = line.mark.is_some();
        if !text.is_empty() {
            text.push_str(if is_entry && after_entry { "\n" } else { "\n\n" });
        }
        match &line.mark {
            Some(Mark { kind: MarkKind::Bullet, .. }) => text.push_str("- "),
            Some(mark) => {
                text.push_str(mark.printed.trim_end());
                text.push(' ');
            }
            None => {}
        }
        text.push_str(&line.text());
        after_entry = is_entry;
    }
    text
}

/// The links of the lines in order.
pub fn links_of<'l>(lines: impl IntoIterator<Item = &'l Line>) -> Vec<ReadLink> {
    let runs = lines.into_iter().flat_map(|line| &line.runs);
    runs.filter_map(|run| Some(ReadLink { text: run.text.clone(), url: run.link.clone()? }))
        .collect()
}
