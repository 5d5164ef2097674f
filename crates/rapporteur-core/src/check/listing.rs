//! What is open in a report, as a document for those who lead the group.
//!
//! Takes the place of the report in its own pages, so that the writers of reports write it.

use crate::api::{Checked, LeftFinding};
use rapporteur_document::check::{Finding, Severity};
use rapporteur_document::model::{Report, plain_text};
use rapporteur_document::style::{
    Heading, List, ListEntry, NumberFormat, Printed, PrintedBlock, Run,
};

/// The findings of a review on the pages of the report they are about.
pub(crate) fn printed(review: &Checked, content: &Report, mut report: Printed) -> Printed {
    let mut blocks: Vec<PrintedBlock> = report
        .blocks
        .into_iter()
        .filter(|block| matches!(block, PrintedBlock::TitleLine(_)))
        .collect();
    blocks.push(PrintedBlock::Title(vec![Run::plain("Check of the Summary Report")]));
    blocks.push(paragraph(&summary(review)));
    for (severity, heading) in [
        (Severity::Error, "Wrong"),
        (Severity::Warning, "Probably wrong, or to be decided"),
        (Severity::Style, "Style"),
    ] {
        let own: Vec<&Finding> =
            review.open.iter().filter(|finding| finding.severity == severity).collect();
        section(&mut blocks, heading, own.into_iter().map(|finding| entry(finding, content)));
    }
    section(&mut blocks, "Left as it is", review.left.iter().map(left));
    report.title = format!("Check of {}", report.title);
    report.file_name = format!("{}-Check", report.file_name);
    report.state_mark = None;
    report.warnings.clear();
    Printed { blocks, ..report }
}

fn summary(review: &Checked) -> String {
    let count = |severity| review.open.iter().filter(|one| one.severity == severity).count();
    let (wrong, doubtful, style) =
        (count(Severity::Error), count(Severity::Warning), count(Severity::Style));
    if review.open.is_empty() {
        return "Nothing is open.".to_owned();
    }
    format!(
        "Open: {wrong} wrong, {doubtful} probably wrong or to be decided, {style} of style. The numbers in brackets are lines of the report’s plain text."
    )
}

fn section(blocks: &mut Vec<PrintedBlock>, heading: &str, entries: impl Iterator<Item = Vec<Run>>) {
    let entries: Vec<ListEntry> =
        entries.map(|runs| ListEntry { blocks: vec![PrintedBlock::Paragraph(runs)] }).collect();
    if entries.is_empty() {
        return;
    }
    let runs = vec![Run::plain(heading)];
    blocks.push(PrintedBlock::Heading(Heading { level: 1, number: None, runs }));
    blocks.push(PrintedBlock::List(List {
        format: NumberFormat::Decimal,
        entries,
        keep_entries_whole: true,
    }));
}

fn entry(finding: &Finding, content: &Report) -> Vec<Run> {
    let mut words = finding.message.clone();
    if let Some(fix) = finding.fix.as_ref().filter(|fix| !fix.replacement.is_empty()) {
        let instead = format!("“{}”", fix.replacement);
        if !words.contains(&instead) {
            words.push_str(&format!(" Proposed: {instead}."));
        }
    }
    let item = finding.place.item.and_then(|id| content.agenda.iter().find(|item| item.id == id));
    let place = match (item, finding.place.line) {
        (Some(item), 0) => format!("under “{}”", plain_text(&item.title)),
        (Some(item), line) => format!("line {line}, under “{}”", plain_text(&item.title)),
        (None, 0) => String::new(),
        (None, line) => format!("line {line}"),
    };
    let place =
        if place.is_empty() { finding.rule.clone() } else { format!("{place}; {}", finding.rule) };
    let mut runs = Vec::new();
    if !finding.place.quote.is_empty() {
        let quote = finding.place.quote.replace('\n', " ");
        runs.push(Run { text: format!("{quote}: "), bold: true, ..Run::default() });
    }
    runs.push(Run::plain(format!("{words} ({place})")));
    runs
}

fn left(left: &LeftFinding) -> Vec<Run> {
    let reason = match left.exception.reason.as_str() {
        "" => "no reason given",
        reason => reason,
    };
    let quote = Run {
        text: format!("{}: ", left.finding.place.quote.replace('\n', " ")),
        bold: true,
        ..Run::default()
    };
    vec![quote, Run::plain(format!("{} ({}; {reason})", left.finding.message, left.finding.rule))]
}

fn paragraph(words: &str) -> PrintedBlock {
    PrintedBlock::Paragraph(vec![Run::plain(words)])
}
