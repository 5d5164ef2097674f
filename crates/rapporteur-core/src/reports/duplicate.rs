//! A new draft with the agenda of an earlier report.

use super::{create, propose, stored};
use crate::clock::{Clock, new_id};
use crate::error::Error;
use rapporteur_document::model::{
    AgendaItem, AgendaItemId, Block, Inline, Report, ReportId, Section,
};
use rusqlite::Connection;

/// Stores the next report of the series as it would be proposed, with the agenda of `id` and
/// nothing of what was said.
pub(crate) fn duplicate(
    connection: &Connection,
    id: ReportId,
    clock: &dyn Clock,
) -> Result<ReportId, Error> {
    let source = stored(connection, id)?;
    let mut content = propose(connection, source.series, None, clock)?.content;
    let agenda = emptied(&source.content.agenda, &source.content, clock);
    if !agenda.is_empty() {
        content.agenda = agenda;
    }
    create(connection, source.series, content, false, clock)
}

/// The items that the agenda lists, with empty sections.
fn emptied(items: &[AgendaItem], report: &Report, clock: &dyn Clock) -> Vec<AgendaItem> {
    let listed = items.iter().filter(|item| item.listed);
    listed
        .map(|item| AgendaItem {
            id: AgendaItemId(new_id(clock)),
            kind: item.kind,
            title: item.title.iter().map(|inline| without_people(inline, report)).collect(),
            heading: None,
            listed: true,
            section: Section { blocks: vec![Block::paragraph("")], parts: vec![] },
            items: emptied(&item.items, report, clock),
        })
        .collect()
}

/// Names as words: who is named in a title need not take part in the next meeting.
fn without_people(inline: &Inline, report: &Report) -> Inline {
    match inline {
        Inline::Speaker { participant, .. } => {
            let name = report.participant(*participant).map(|person| person.name.full());
            Inline::text(name.unwrap_or_else(|| "…".to_owned()))
        }
        other => other.clone(),
    }
}
