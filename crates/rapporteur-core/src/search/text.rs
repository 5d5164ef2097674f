//! The words of blocks and lines, with every speaker named in full.

use rapporteur_document::model::{Block, Inline, Report};

/// The words of some blocks, a line for each paragraph.
pub(crate) fn plain(blocks: &[Block], report: &Report) -> String {
    let mut lines = Vec::new();
    blocks.iter().for_each(|block| paragraphs(block, report, &mut lines));
    lines.join("\n")
}

/// The words of one line.
pub(crate) fn line(content: &[Inline], report: &Report) -> String {
    let words: String = content
        .iter()
        .map(|inline| match inline {
            Inline::Text { text, .. } => text.clone(),
            Inline::LineBreak => " ".to_owned(),
            Inline::Speaker { participant, .. } => report
                .participant(*participant)
                .map_or_else(String::new, |person| person.name.full()),
        })
        .collect();
    words.trim().to_owned()
}

fn paragraphs(block: &Block, report: &Report, lines: &mut Vec<String>) {
    match block {
        Block::Paragraph { content } => {
            let words = line(content, report);
            if !words.is_empty() {
                lines.push(words);
            }
        }
        Block::BulletedList { items } | Block::NumberedList { items } => {
            for block in items.iter().flat_map(|item| &item.blocks) {
                paragraphs(block, report, lines);
            }
        }
    }
}
