//! The order of people in a list.

use super::{Precedence, Template};
use crate::model::{Participant, Report};

/// Everybody the report names in the template's order, whatever its own order is.
pub fn sorted(report: &Report, template: &Template) -> Vec<Participant> {
    let rules = &template.participants;
    let mut people = report.participants.clone();
    people.sort_by_cached_key(|person| (rank(person, &rules.precedence), person.name.sort_key()));
    people
}

fn rank(person: &Participant, precedence: &[Precedence]) -> usize {
    precedence.iter().position(|rule| rule.matches(person)).unwrap_or(precedence.len())
}

impl Precedence {
    /// Whether this rule puts the participant first; a rule without texts matches nobody.
    pub fn matches(&self, person: &Participant) -> bool {
        let fold = |text: &str| text.trim().to_lowercase().replace('’', "'");
        let equals = |wanted: &Option<String>, actual: &Option<String>| {
            wanted.as_ref().is_none_or(|wanted| {
                actual.as_ref().is_some_and(|actual| fold(actual) == fold(wanted))
            })
        };
        let contains = self.organisation.as_ref().is_none_or(|wanted| {
            person.organisation.as_ref().is_some_and(|actual| fold(actual).contains(&fold(wanted)))
        });
        *self != Self::default()
            && equals(&self.role, &person.role)
            && equals(&self.status, &person.status)
            && contains
    }
}
