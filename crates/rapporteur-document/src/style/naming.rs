//! How speakers are named: full at first, short after, never ambiguous.
//!
//! Called by `print` while it walks the report in document order.

use super::NamingRule;
use crate::model::{Participant, ParticipantId, Report, SpeakerForm};
use std::collections::{HashMap, HashSet};

/// Remembers who has been named so far.
pub(super) struct Names<'r> {
    rule: NamingRule,
    people: HashMap<ParticipantId, &'r Participant>,
    /// Folded given names that more than one person of this report answers to.
    shared: HashSet<String>,
    named: HashSet<ParticipantId>,
}

impl<'r> Names<'r> {
    pub(super) fn new(report: &'r Report, rule: NamingRule) -> Self {
        let people: HashMap<_, _> =
            report.participants.iter().map(|person| (person.id, person)).collect();
        let mut answering: HashMap<String, HashSet<String>> = HashMap::new();
        for person in people.values() {
            for key in given_keys(person) {
                answering.entry(key).or_default().insert(person.name.full());
            }
        }
        let shared =
            answering.into_iter().filter(|(_, people)| people.len() > 1).map(|(key, _)| key);
        Self { rule, shared: shared.collect(), people, named: HashSet::new() }
    }

    /// The name printed at this place, and that this person has now been named.
    /// `None` for somebody the report does not know.
    pub(super) fn speaker(&mut self, id: ParticipantId, form: SpeakerForm) -> Option<String> {
        let person = self.people.get(&id)?;
        let first = self.named.insert(id);
        let ambiguous = given_keys(person).iter().any(|key| self.shared.contains(key));
        let short = match (form, self.rule) {
            (SpeakerForm::Full, _) => false,
            (SpeakerForm::Given, _) => true,
            (SpeakerForm::Auto, _) if ambiguous => false,
            (SpeakerForm::Auto, NamingRule::FullThenGiven) => !first,
            (SpeakerForm::Auto, NamingRule::AlwaysFull) => false,
            (SpeakerForm::Auto, NamingRule::AlwaysGiven) => true,
        };
        Some(if short { person.name.given_or_family() } else { person.name.full() })
    }
}

/// What a person is called by: all given names, and the first of them.
fn given_keys(person: &Participant) -> Vec<String> {
    let given = any_ascii::any_ascii(&person.name.given_or_family()).to_lowercase();
    let first = given.split_whitespace().next().unwrap_or_default().to_owned();
    if first == given { vec![given] } else { vec![given, first] }
}
