//! A report without the name of somebody who asked not to be named.

use super::words::named;
use super::{Known, Language};
use crate::model::{AgendaItem, Block, Inline, Owner, ParticipantId, PersonName, Report};

/// What stands for the name.
pub const CONCEALED: &str = "Participant";

/// Replaces the name of some of a report's people wherever the report holds it: on the list, in
/// the text, in titles and in next steps. Affiliations go too, since they may tell who it was, as
/// do `contacts`, addresses and telephone numbers, and links under a name that is replaced. The
/// number of participants stays. Answers whether anything changed.
pub fn conceal(
    report: &mut Report,
    people: &[ParticipantId],
    contacts: &[String],
    known: &[Known],
    language: &Language,
) -> bool {
    let before = report.clone();
    let conceal = Conceal { people, contacts, known, language };
    for one in report.participants.iter_mut().filter(|one| people.contains(&one.id)) {
        one.name = PersonName { given: CONCEALED.to_owned(), ..PersonName::default() };
        (one.role, one.status, one.organisation) = (None, None, None);
    }
    conceal.blocks(&mut report.opening);
    report.agenda.iter_mut().for_each(|item| conceal.item(item));
    for step in &mut report.next_steps {
        conceal.words(&mut step.action);
        if let Some(Owner::Other { name }) = &mut step.owner {
            conceal.words(name);
        }
    }
    *report != before
}

struct Conceal<'c> {
    people: &'c [ParticipantId],
    contacts: &'c [String],
    known: &'c [Known],
    language: &'c Language<'c>,
}

impl Conceal<'_> {
    fn item(&self, item: &mut AgendaItem) {
        self.line(&mut item.title);
        item.heading.iter_mut().for_each(|heading| self.line(heading));
        self.blocks(&mut item.section.blocks);
        for part in &mut item.section.parts {
            self.line(&mut part.title);
            self.blocks(&mut part.blocks);
        }
        item.items.iter_mut().for_each(|inner| self.item(inner));
    }

    fn blocks(&self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Paragraph { content } => self.line(content),
                Block::BulletedList { items } | Block::NumberedList { items } => {
                    items.iter_mut().for_each(|item| self.blocks(&mut item.blocks));
                }
            }
        }
    }

    fn line(&self, content: &mut [Inline]) {
        for inline in content {
            if let Inline::Text { text, link, .. } = inline {
                let before = text.clone();
                self.words(text);
                let leads = |link: &String| self.contacts.iter().any(|one| link.contains(one));
                if *text != before || link.as_ref().is_some_and(leads) {
                    *link = None;
                }
            }
        }
    }

    fn words(&self, text: &mut String) {
        // From the end, so that the places before stay where they are. A name that fits another
        // person too is left: it may be theirs.
        for name in named(text, &[], self.known, self.language).into_iter().rev() {
            if name.certain().is_some_and(|id| self.people.contains(&id)) {
                text.replace_range(name.at, CONCEALED);
            }
        }
        for contact in self.contacts {
            *text = text.replace(contact, CONCEALED);
        }
    }
}
