//! A report to read beside another: its sections as passages that can be quoted.
//!
//! Pure. Speakers are named in full: the words are read, and quoted, away from the report where
//! they were named before.

use crate::api::{EarlierPassage, EarlierReport, EarlierSection};
use crate::search::{each_item, lettered, line, plain};
use crate::storage::reports::Stored;
use rapporteur_document::model::{AgendaItem, Attendance, Block, Report};

/// A whole report.
pub(crate) fn whole(stored: &Stored) -> EarlierReport {
    let report = &stored.content;
    let mut sections = Vec::new();
    each_item(report, |item, label| sections.push(section(report, item, label)));
    EarlierReport {
        report: stored.id,
        series_name: stored.series_name.clone(),
        number: report.meeting.number,
        date: report.meeting.date,
        opening: passages(&report.opening, report, 0),
        sections,
        next_steps: report.next_steps.iter().map(|step| step.action.clone()).collect(),
        participants: report
            .with_attendance(Attendance::Present)
            .map(|person| {
                let name = person.name.full();
                let parts = person.affiliation_parts().join(", ");
                if parts.is_empty() { name } else { format!("{name}, {parts}") }
            })
            .collect(),
    }
}

/// One section with its lettered parts.
pub(crate) fn section(report: &Report, item: &AgendaItem, label: &str) -> EarlierSection {
    let mut found = passages(&item.section.blocks, report, 0);
    for (at, part) in item.section.parts.iter().enumerate() {
        let label = lettered(item, label, at);
        let letter =
            label.split_whitespace().nth(1).map_or(String::new(), |letter| format!("{letter}. "));
        let text = format!("{letter}{}", line(&part.title, report));
        found.push(EarlierPassage { text, depth: 0, heading: true });
        found.extend(passages(&part.blocks, report, 0));
    }
    EarlierSection {
        item: item.id,
        label: label.to_owned(),
        title: line(item.section_heading(), report),
        passages: found,
    }
}

/// The paragraphs of some blocks; `depth` counts the lists around them.
fn passages(blocks: &[Block], report: &Report, depth: u32) -> Vec<EarlierPassage> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph { .. } => {
                let text = plain(std::slice::from_ref(block), report);
                if !text.is_empty() {
                    found.push(EarlierPassage { text, depth, heading: false });
                }
            }
            Block::BulletedList { items } | Block::NumberedList { items } => {
                found.extend(
                    items.iter().flat_map(|item| passages(&item.blocks, report, depth + 1)),
                );
            }
        }
    }
    found
}
