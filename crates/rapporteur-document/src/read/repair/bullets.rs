//! Entries of lists whose bullet may have been a letter: the letters put back, and taken off again.
//!
//! Called by [`Doubt`](super::Doubt) and [`Change`](super::Change). An entry is found by the words
//! it begins with; where two begin so, nothing is changed.

use super::Spot;
use crate::model::{AgendaItem, Block, Inline, ListItem, Report, plain_text};

/// Where an entry stands that begins with these words.
pub fn spot(report: &Report, words: &[String]) -> Option<Spot> {
    let mut fields = Vec::new();
    for_each_run(&mut report.clone(), &mut |path, blocks| {
        let found = entries(blocks, words).into_iter();
        fields.extend(found.map(|(list, item)| format!("{path}.{list}.items.{item}.blocks.0")));
    });
    let [field] = &fields[..] else { return None };
    Some(Spot { field: field.clone(), from: None, to: None })
}

/// Makes the entry a paragraph that begins with what was printed; an entry with more under it
/// stays one. False where no single entry begins with these words.
pub fn put_back(report: &mut Report, printed: &str, words: &[String]) -> bool {
    if spot(report, words).is_none() {
        return false;
    }
    for_each_run(report, &mut |_, blocks| {
        for (list, item) in entries(blocks, words) {
            let Block::BulletedList { items } = &mut blocks[list] else { continue };
            prefix(&mut items[item], printed);
            if items[item].blocks.len() == 1 {
                let after = items.split_off(item + 1);
                let own = items.pop().map(|entry| entry.blocks).unwrap_or_default();
                let before = std::mem::take(items);
                let parts = list_of(before).into_iter().chain(own).chain(list_of(after));
                blocks.splice(list..=list, parts);
            }
        }
    });
    true
}

/// Makes it an entry of a list again. False where the place was changed since.
pub fn take_off(report: &mut Report, printed: &str, words: &[String]) -> bool {
    let mut begins = vec![printed.trim().to_owned()];
    begins.extend_from_slice(words);
    if printed.ends_with(|c: char| !c.is_whitespace()) && begins.len() > 1 {
        let glued = begins.remove(0) + &begins[0];
        begins[0] = glued;
    }
    let mut places = 0;
    for_each_run(&mut report.clone(), &mut |_, blocks| {
        places += entries(blocks, &begins).len() + paragraphs(blocks, &begins).len();
    });
    if places != 1 {
        return false;
    }
    for_each_run(report, &mut |_, blocks| {
        for (list, item) in entries(blocks, &begins) {
            if let Block::BulletedList { items } = &mut blocks[list] {
                without_prefix(&mut items[item].blocks[0], printed);
            }
        }
        for at in paragraphs(blocks, &begins) {
            without_prefix(&mut blocks[at], printed);
            let own = vec![ListItem { blocks: vec![blocks[at].clone()] }];
            blocks[at] = Block::BulletedList { items: own };
            join_with_next(blocks, at);
            if at > 0 {
                join_with_next(blocks, at - 1);
            }
        }
    });
    true
}

/// Visits every run of blocks, the outer before those in their lists.
fn for_each_run(report: &mut Report, visit: &mut dyn FnMut(&str, &mut Vec<Block>)) {
    in_blocks(&mut report.opening, "opening", visit);
    in_agenda(&mut report.agenda, "agenda", visit);
}

fn in_agenda(items: &mut [AgendaItem], path: &str, visit: &mut dyn FnMut(&str, &mut Vec<Block>)) {
    for (at, item) in items.iter_mut().enumerate() {
        let section = format!("{path}.{at}.section");
        in_blocks(&mut item.section.blocks, &format!("{section}.blocks"), visit);
        for (at, part) in item.section.parts.iter_mut().enumerate() {
            in_blocks(&mut part.blocks, &format!("{section}.parts.{at}.blocks"), visit);
        }
        in_agenda(&mut item.items, &format!("{path}.{at}.items"), visit);
    }
}

fn in_blocks(blocks: &mut Vec<Block>, path: &str, visit: &mut dyn FnMut(&str, &mut Vec<Block>)) {
    visit(path, blocks);
    for (at, block) in blocks.iter_mut().enumerate() {
        if let Block::BulletedList { items } | Block::NumberedList { items } = block {
            for (item, entry) in items.iter_mut().enumerate() {
                in_blocks(&mut entry.blocks, &format!("{path}.{at}.items.{item}.blocks"), visit);
            }
        }
    }
}

/// The entries of bulleted lists that begin so, as the list and the entry in it.
fn entries(blocks: &[Block], words: &[String]) -> Vec<(usize, usize)> {
    let lists = blocks.iter().enumerate().filter_map(|(at, block)| match block {
        Block::BulletedList { items } => Some((at, items)),
        _ => None,
    });
    lists
        .flat_map(|(at, items)| {
            let begins = |(_, entry): &(usize, &ListItem)| {
                entry.blocks.first().is_some_and(|first| begins_with(first, words))
            };
            items.iter().enumerate().filter(begins).map(move |(item, _)| (at, item))
        })
        .collect()
}

fn paragraphs(blocks: &[Block], words: &[String]) -> Vec<usize> {
    (0..blocks.len()).filter(|at| begins_with(&blocks[*at], words)).collect()
}

fn begins_with(block: &Block, words: &[String]) -> bool {
    let Block::Paragraph { content } = block else { return false };
    let text = plain_text(content);
    let mut there = text.split_whitespace();
    !words.is_empty() && words.iter().all(|word| there.next() == Some(word))
}

fn prefix(entry: &mut ListItem, printed: &str) {
    let Some(Block::Paragraph { content }) = entry.blocks.first_mut() else { return };
    match content.first_mut() {
        Some(Inline::Text { text, bold: false, italic: false, link: None }) => {
            text.insert_str(0, printed);
        }
        _ => content.insert(0, Inline::text(printed)),
    }
}

fn without_prefix(block: &mut Block, printed: &str) {
    let Block::Paragraph { content } = block else { return };
    if let Some(Inline::Text { text, .. }) = content.first_mut()
        && let Some(rest) = text.strip_prefix(printed)
    {
        *text = rest.to_owned();
    }
    content.retain(|inline| !matches!(inline, Inline::Text { text, .. } if text.is_empty()));
}

fn list_of(items: Vec<ListItem>) -> Option<Block> {
    (!items.is_empty()).then_some(Block::BulletedList { items })
}

fn join_with_next(blocks: &mut Vec<Block>, at: usize) {
    if let [Block::BulletedList { items }, Block::BulletedList { items: next }, ..] =
        &mut blocks[at..]
    {
        items.append(next);
        blocks.remove(at + 1);
    }
}
