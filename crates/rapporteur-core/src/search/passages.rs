//! A report as the places that can be found in it.
//!
//! Pure: takes a report, gives texts. Speakers are named in full, because a passage is read alone.

use super::sections::{each_item, lettered};
use super::text::{line, plain};
use crate::api::PassagePlace;
use rapporteur_document::model::{AgendaItem, Attendance, Meeting, Owner, Report, Venue};
use rapporteur_document::style::ordinal;

/// One place of a report, with the words to find it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Passage {
    /// Where.
    pub place: PassagePlace,
    /// The agenda item's title; empty outside the agenda.
    pub title: String,
    /// The words that are shown.
    pub words: String,
    /// Words that find it and are not shown.
    pub unshown: String,
    /// When and where it was said: finds it together with words of its own.
    pub context: String,
}

/// The passages of a report in reading order, the meeting first.
pub(crate) fn passages(report: &Report) -> Vec<Passage> {
    let meeting = &report.meeting;
    let context = context(meeting);
    let mut found: Vec<Passage> = Vec::new();
    let mut push = |place: PassagePlace, title: String, words: String| {
        let (unshown, context) = (String::new(), context.clone());
        found.push(Passage { place, title, words, unshown, context });
    };
    push(PassagePlace::Meeting, String::new(), facts(meeting));
    let opening = plain(&report.opening, report);
    if !opening.is_empty() {
        push(PassagePlace::Opening, String::new(), opening);
    }
    each_item(report, |item, label| section(item, label, report, &mut push));
    let steps: Vec<String> = report
        .next_steps
        .iter()
        .map(|step| {
            let owner = match &step.owner {
                Some(Owner::Participant { participant }) => {
                    report.participant(*participant).map(|person| person.name.full())
                }
                Some(Owner::Other { name }) => Some(name.clone()),
                None => None,
            };
            let due = step.due.map(|day| day.format("%-d %B %Y").to_string());
            joined([Some(step.action.clone()), owner, due])
        })
        .collect();
    if !steps.is_empty() {
        push(PassagePlace::NextSteps, String::new(), steps.join("\n"));
    }
    if let Some(day) = report.next_meeting.date {
        let words = format!("The next meeting: {}", day.format("%A %-d %B %Y"));
        push(PassagePlace::NextMeeting, String::new(), words);
    }
    for (attendance, place) in [
        (Attendance::Present, PassagePlace::Participants),
        (Attendance::Apologies, PassagePlace::Apologies),
    ] {
        let people: Vec<String> = report
            .with_attendance(attendance)
            .map(|person| {
                let mut parts = vec![person.name.full()];
                parts.extend(person.affiliation_parts().into_iter().map(str::to_owned));
                parts.join(", ")
            })
            .collect();
        if !people.is_empty() {
            push(place, String::new(), people.join("\n"));
        }
    }
    found[0].unshown = context;
    found
}

/// The section of one item, then its lettered parts.
fn section(
    item: &AgendaItem,
    label: &str,
    report: &Report,
    push: &mut impl FnMut(PassagePlace, String, String),
) {
    let title = line(&item.title, report);
    let heading = item.heading.as_deref().map(|heading| line(heading, report));
    let title = match heading {
        Some(heading) if heading != title => format!("{title} / {heading}"),
        _ => title,
    };
    let place = |part, label: String| PassagePlace::Section { item: item.id, part, label };
    push(place(None, label.to_owned()), title.clone(), plain(&item.section.blocks, report));
    for (at, part) in (0..).zip(&item.section.parts) {
        let label = lettered(item, label, at as usize);
        let title = format!("{title}: {}", line(&part.title, report));
        push(place(Some(at), label), title, plain(&part.blocks, report));
    }
}

/// What is shown of the meeting itself.
fn facts(meeting: &Meeting) -> String {
    let venue = match &meeting.venue {
        Venue::Online => "Online".to_owned(),
        Venue::InPerson { place } | Venue::Hybrid { place } => place.clone(),
    };
    let time = meeting.time.map(|time| format!("{time} {}", meeting.time_zone));
    joined([
        Some(format!("{} {}", meeting.number.map_or("A".to_owned(), ordinal), "meeting")),
        Some(meeting.series.clone()),
        meeting.date.map(|day| day.format("%A %-d %B %Y").to_string()),
        time,
        Some(venue),
    ])
}

/// The number of the meeting and the ways its day is written.
fn context(meeting: &Meeting) -> String {
    let number = meeting.number.map(|number| number.to_string());
    let day = meeting.date.map(|day| {
        day.format("%-d %B %Y, %-d %b %Y, %B %-d %Y, %b %-d, %Y-%m-%d, %d/%m/%Y, %-d/%-m/%Y")
            .to_string()
    });
    joined([number, day])
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    let there = parts.into_iter().flatten().filter(|part| !part.trim().is_empty());
    there.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn every_word_of_a_report_is_in_one_place() {
        for report in sample::reports() {
            let found = passages(&report);
            assert_eq!(found[0].place, PassagePlace::Meeting);
            let all: String =
                found.iter().map(|one| format!("{} {}\n", one.title, one.words)).collect();
            for person in &report.participants {
                let listed = person.attendance != Attendance::Mentioned;
                assert!(!listed || all.contains(&person.name.full()), "{:?}", person.name);
            }
            let numbers: Vec<&str> = found
                .iter()
                .filter_map(|one| match &one.place {
                    PassagePlace::Section { label, part: None, .. } => Some(label.as_str()),
                    _ => None,
                })
                .filter(|label| !label.contains(' '))
                .collect();
            let counted: Vec<String> = (1..=numbers.len()).map(|n| n.to_string()).collect();
            assert_eq!(numbers, counted);
        }
    }
}
