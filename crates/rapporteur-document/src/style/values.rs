//! The values a template's sentences are filled with.
//!
//! What the report does not know yet is printed in square brackets, so that a draft reads on
//! and nobody mistakes the gap for a fact; each gap is also a warning.

use super::{GroupName, Template, Warning, ordinal};
use crate::model::{Participant, Report, TimeOfDay, Venue};
use chrono::NaiveDate;
use minijinja::{Value, context};

/// `5 March 2026`.
pub(super) fn long_date(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

impl Template {
    /// The group's name in force on a day; the last one where the day is not known.
    pub fn group_on(&self, date: Option<NaiveDate>) -> Option<&GroupName> {
        let mut names: Vec<&GroupName> = self.groups.iter().collect();
        names.sort_by_key(|name| name.from);
        match date {
            None => names.last().copied(),
            Some(date) => names
                .iter()
                .rev()
                .find(|name| name.from.is_none_or(|from| from <= date))
                .or(names.first())
                .copied(),
        }
    }
}

/// The values all sentences share, except for the venue, which is a sentence itself.
pub(super) fn common(report: &Report, template: &Template) -> Value {
    let meeting = &report.meeting;
    let next = &report.next_meeting;
    let group = template.group_on(meeting.date).cloned().unwrap_or_else(|| GroupName {
        name: meeting.series.clone(),
        short_name: meeting.series.clone(),
        from: None,
    });
    let number = meeting.number.map_or("[number]".to_owned(), |number| number.to_string());
    context! {
        ordinal => meeting.number.map_or("[number]".to_owned(), ordinal),
        number,
        date => date(meeting.date),
        date_iso => meeting.date.map_or("undated".to_owned(), |date| date.to_string()),
        time => time(meeting.time),
        time_zone => &meeting.time_zone,
        venue => "",
        venue_kind => match meeting.venue {
            Venue::Online => "online",
            Venue::InPerson { .. } => "in_person",
            Venue::Hybrid { .. } => "hybrid",
        },
        recording => meeting.recording_available,
        group => context! { name => group.name, short_name => group.short_name },
        series => &meeting.series,
        moderator => person(meeting.moderator.and_then(|id| report.participant(id)), "[moderator]"),
        opened_by => person(meeting.opened_by.and_then(|id| report.participant(id)), "[name]"),
        next => context! {
            date => date(next.date),
            time => time(next.time),
            time_zone => &next.time_zone,
        },
    }
}

/// The gaps of a report that its generated sentences show, as warnings.
pub(super) fn gaps(report: &Report) -> Vec<Warning> {
    let meeting = &report.meeting;
    let next = &report.next_meeting;
    let missing = [
        (
            meeting.number.is_none(),
            "meeting.number",
            "The meeting has no number yet; enter it under Details.",
        ),
        (
            meeting.date.is_none(),
            "meeting.date",
            "The meeting has no date yet; enter it under Details.",
        ),
        (
            meeting.time.is_none(),
            "meeting.time",
            "The meeting has no start time yet; enter it under Details.",
        ),
        (
            meeting.moderator.is_none(),
            "meeting.moderator",
            "No moderator is chosen yet; choose one under Details.",
        ),
        (
            next.date.is_some() && next.time.is_none(),
            "next_meeting.time",
            "The next meeting has a date but no time; enter it under Details.",
        ),
    ];
    missing
        .into_iter()
        .filter(|(is_missing, ..)| *is_missing)
        .map(|(_, field, message)| Warning { field: field.to_owned(), message: message.to_owned() })
        .collect()
}

fn date(date: Option<NaiveDate>) -> String {
    date.map_or("[date]".to_owned(), long_date)
}

fn time(time: Option<TimeOfDay>) -> String {
    time.map_or("[time]".to_owned(), |time| time.to_string())
}

fn person(person: Option<&Participant>, gap: &str) -> Value {
    match person {
        Some(person) => {
            context! { full => person.name.full(), given => person.name.given_or_family() }
        }
        None => context! { full => gap, given => gap },
    }
}
