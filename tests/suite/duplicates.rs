//! How well duplicates are told in a generated population, against its ground truth.

use crate::population::{Entry, Population};
use rapporteur_core::api::{Duplicate, Refusal, Request, Response, TemplateRequest, handle};
use rapporteur_core::{Library, SystemClock};
use rapporteur_document::model::{
    Attendance, Participant, ParticipantId, PersonId, Report, ReportState, SeriesId,
};
use std::collections::{HashMap, HashSet};

/// What was proposed, against the truth.
pub struct Told {
    /// How many pairs of entries are one person.
    pub pairs: usize,
    /// How many of them are among the pairs marked strong.
    pub found: usize,
    /// How many of them are one person once the strong pairs are answered: whoever is one with a
    /// second who is one with a third is one with the third.
    pub joined: usize,
    /// How many pairs are marked strong.
    pub strong: usize,
    /// How many of the true pairs are proposed at all.
    pub proposed: usize,
    /// True pairs that are not strong, and strong pairs that are not true.
    pub mistakes: Vec<String>,
}

impl Told {
    /// The share of true pairs that are one once the pairs marked strong are answered.
    pub fn recall(&self) -> f64 {
        self.joined as f64 / self.pairs.max(1) as f64
    }

    /// The share of strong pairs that are true.
    pub fn precision(&self) -> f64 {
        self.found as f64 / self.strong.max(1) as f64
    }
}

/// Fills a library with a population, every spelling a person of its own, as imports do.
/// Answers the ids in the order of the entries.
///
/// # Errors
/// What the library refused.
pub fn fill(library: &mut Library, population: &Population) -> Result<Vec<PersonId>, Refusal> {
    let series = series(library)?;
    let mut people = Vec::new();
    for entry in &population.entries {
        people.push(keep(library, entry)?);
    }
    let empty = rapporteur_core::sample::reports().swap_remove(0);
    for ((day, list), number) in population.meetings.iter().zip(1..) {
        let mut content = Report {
            state: ReportState::Final,
            opening: vec![],
            agenda: vec![],
            next_steps: vec![],
            participants: vec![],
            ..empty.clone()
        };
        content.meeting.number = Some(number);
        content.meeting.date = Some(*day);
        (content.meeting.moderator, content.meeting.opened_by) = (None, None);
        content.participants = list
            .iter()
            .map(|&at| Participant {
                id: ParticipantId(people[at].0),
                person: Some(people[at]),
                name: population.entries[at].name.clone(),
                role: None,
                status: None,
                organisation: None,
                attendance: Attendance::Present,
            })
            .collect();
        ask(library, Request::CreateReport { series, content })?;
    }
    Ok(people)
}

/// Lists the duplicates of a library filled with a population, and judges them.
///
/// # Errors
/// What the library refused.
pub fn judge(
    library: &mut Library,
    population: &Population,
    people: &[PersonId],
) -> Result<Told, Refusal> {
    let Response::Duplicates(found) = ask(library, Request::ListDuplicates { limit: u32::MAX })?
    else {
        unreachable!("duplicates are answered with duplicates")
    };
    let place: HashMap<PersonId, usize> =
        people.iter().enumerate().map(|(at, person)| (*person, at)).collect();
    let places = |pair: &Duplicate| {
        let (a, b) = (place[&pair.a.person], place[&pair.b.person]);
        (a.min(b), a.max(b))
    };
    let truth: HashSet<(usize, usize)> = population.pairs().into_iter().collect();
    let strong: HashSet<(usize, usize)> =
        found.iter().filter(|pair| pair.strong).map(places).collect();
    let name = |at: usize| population.entries[at].name.full();
    let groups = joined(people.len(), truth.intersection(&strong));
    let (one, apart): (Vec<_>, Vec<_>) = truth.iter().partition(|(a, b)| groups[*a] == groups[*b]);
    let mut mistakes: Vec<String> =
        apart.iter().map(|(a, b)| format!("missed {} = {}", name(*a), name(*b))).collect();
    mistakes.extend(found.iter().filter(|pair| pair.strong && !truth.contains(&places(pair))).map(
        |pair| {
            let (a, b) = places(pair);
            format!(
                "false {:.2} {} ≠ {}: {}",
                pair.strength,
                name(a),
                name(b),
                pair.evidence.join("; ")
            )
        },
    ));
    mistakes.sort();
    Ok(Told {
        pairs: truth.len(),
        found: truth.intersection(&strong).count(),
        joined: one.len(),
        strong: strong.len(),
        proposed: found.iter().filter(|pair| truth.contains(&places(pair))).count(),
        mistakes,
    })
}

/// For every place, a number that all have who are connected by the pairs.
fn joined<'p>(count: usize, pairs: impl Iterator<Item = &'p (usize, usize)>) -> Vec<usize> {
    let mut groups: Vec<usize> = (0..count).collect();
    for &(a, b) in pairs {
        let (keep, gone) = (groups[a], groups[b]);
        for group in groups.iter_mut().filter(|group| **group == gone) {
            *group = keep;
        }
    }
    groups
}

fn series(library: &mut Library) -> Result<SeriesId, Refusal> {
    let Response::Templates(templates) =
        ask(library, Request::Template(TemplateRequest::ListTemplates))?
    else {
        unreachable!("templates are answered with templates")
    };
    let request = Request::CreateSeries { name: "WG-Population".into(), template: templates[0].id };
    let Response::Series(series) = ask(library, request)? else {
        unreachable!("a series is answered with a series")
    };
    Ok(series.id)
}

fn keep(library: &mut Library, entry: &Entry) -> Result<PersonId, Refusal> {
    let mut known = None;
    let mut told: Vec<_> =
        entry.organisations.iter().map(|(day, name)| (Some(*day), Some(name.clone()))).collect();
    if told.is_empty() {
        told.push((None, None));
    }
    for (since, organisation) in told {
        let request = Request::SavePerson {
            person: known,
            name: entry.name.clone(),
            role: entry.chairs.then(|| "Group's Co-Chair".to_owned()),
            status: None,
            organisation,
            since,
        };
        let Response::Person(person) = ask(library, request)? else {
            unreachable!("a person is answered with a person")
        };
        known = Some(person.person);
    }
    Ok(known.expect("every entry is kept at least once"))
}

fn ask(library: &mut Library, request: Request) -> Result<Response, Refusal> {
    handle(library, &SystemClock, request)
}
