//! Another reading of a report, with the ids of the one that is known.
//!
//! Called by `rapporteur-core` before a newer version of a report is compared with it or takes
//! its place: agenda items and participants keep their ids for life.

use crate::model::{
    AgendaItem, AgendaItemId, Block, Inline, Owner, ParticipantId, Report, fold, plain_text,
};
use std::collections::HashMap;

/// Gives the agenda items of `content` that are worded as one of `known`, and the participants
/// with the same name, their ids there.
pub fn with_ids_of(known: &Report, mut content: Report) -> Report {
    let mut items = HashMap::new();
    gather(&known.agenda, &mut items);
    adopt(&mut content.agenda, &mut items);
    let mut people: HashMap<String, Vec<ParticipantId>> = HashMap::new();
    for one in known.participants.iter().rev() {
        people.entry(fold(&one.name.full())).or_default().push(one.id);
    }
    let mut new_ids = HashMap::new();
    for one in &mut content.participants {
        if let Some(id) = people.get_mut(&fold(&one.name.full())).and_then(Vec::pop) {
            new_ids.insert(one.id, id);
            one.id = id;
        }
    }
    refer(&mut content, &new_ids);
    content
}

type Items = HashMap<String, Vec<AgendaItemId>>;

fn gather(agenda: &[AgendaItem], items: &mut Items) {
    for item in agenda.iter().rev() {
        gather(&item.items, items);
        items.entry(fold(&plain_text(&item.title))).or_default().push(item.id);
    }
}

fn adopt(agenda: &mut [AgendaItem], items: &mut Items) {
    for item in agenda {
        if let Some(id) = items.get_mut(&fold(&plain_text(&item.title))).and_then(Vec::pop) {
            item.id = id;
        }
        adopt(&mut item.items, items);
    }
}

/// Lets everything that names a participant name the new id.
fn refer(report: &mut Report, new_ids: &HashMap<ParticipantId, ParticipantId>) {
    let renew = |id: &mut ParticipantId| *id = *new_ids.get(id).unwrap_or(id);
    let Report { meeting, opening, agenda, next_steps, .. } = report;
    meeting.moderator.iter_mut().chain(meeting.opened_by.iter_mut()).for_each(renew);
    for step in next_steps {
        if let Some(Owner::Participant { participant }) = &mut step.owner {
            renew(participant);
        }
    }
    refer_in_blocks(opening, &renew);
    refer_in_agenda(agenda, &renew);
}

fn refer_in_agenda(agenda: &mut [AgendaItem], renew: &impl Fn(&mut ParticipantId)) {
    for item in agenda {
        refer_in_words(&mut item.title, renew);
        item.heading.iter_mut().for_each(|heading| refer_in_words(heading, renew));
        refer_in_blocks(&mut item.section.blocks, renew);
        for part in &mut item.section.parts {
            refer_in_words(&mut part.title, renew);
            refer_in_blocks(&mut part.blocks, renew);
        }
        refer_in_agenda(&mut item.items, renew);
    }
}

fn refer_in_blocks(blocks: &mut [Block], renew: &impl Fn(&mut ParticipantId)) {
    for block in blocks {
        match block {
            Block::Paragraph { content } => refer_in_words(content, renew),
            Block::BulletedList { items } | Block::NumberedList { items } => {
                items.iter_mut().for_each(|item| refer_in_blocks(&mut item.blocks, renew));
            }
        }
    }
}

fn refer_in_words(content: &mut [Inline], renew: &impl Fn(&mut ParticipantId)) {
    for inline in content {
        if let Inline::Speaker { participant, .. } = inline {
            renew(participant);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;
    use uuid::Uuid;

    #[test]
    fn the_same_items_and_people_keep_their_ids() {
        let report = |text: &str, from: u128| {
            let mut next = from;
            read(text.as_bytes(), "a.txt").unwrap().into_report(&mut || {
                next += 1;
                Uuid::from_u128(next)
            })
        };
        let text = "Summary Report\n\nThe 7th meeting was held on 5 March 2026, moderated by Ana Example.\n\n\
            Agenda\n1. Data\n2. Letter\n\nDiscussion\n1. Data\nOld words.\n2. Letter\nMore.\n\n\
            List of participants\n1. Ana Example, Society\n2. Ben Sample, Office\n";
        let known = report(text, 0);
        let newer =
            report(&text.replace("Old", "New").replace("2. Ben Sample, Office\n", ""), 1000);
        let adopted = with_ids_of(&known, newer.clone());
        let ids = |report: &Report| report.agenda.iter().map(|item| item.id).collect::<Vec<_>>();
        assert_eq!(ids(&adopted), ids(&known));
        assert_ne!(ids(&newer), ids(&known));
        assert_eq!(adopted.participants[0].id, known.participants[0].id);
        assert_eq!(adopted.meeting.moderator, known.meeting.moderator);
        assert!(adopted.validate().is_empty());
        let words = crate::compare::compare(&known, &adopted).words;
        assert_eq!((words.added, words.removed), (1, 4));
    }
}
