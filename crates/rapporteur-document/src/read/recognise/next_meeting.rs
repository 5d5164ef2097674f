//! When the group meets next, from the sentence that says so.

use super::dates::{dates_in, time_in};
use super::doubt;
use super::headings::{Known, known};
use super::ordinals::ordinal_in;
use crate::model::is_honorific;
use crate::read::recognised::SectionRole;
use crate::read::{Doubt, ReadNextMeeting, ReadSection, Repair};
use chrono::NaiveDate;
use regex::Regex;
use std::sync::LazyLock;

static NEXT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\bnext\s+(?:\S+\s+){0,6}?(?:meeting|call|session|teleconference)\b|\b(?:(?:meet|convene)s?|reconvenes?)\s+(?:again|next)\b|\breconvenes?\s+on\b|\bnext\s+meets?\b|\b(?:prochaine|pr[óo]xima)\s+(?:r[ée]uni[oó]n|s[ée]ance|sesi[óo]n)\b")
        .expect("the pattern is constant and tested")
});

static MEETING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\s(?:meeting|session|call)\b").expect("the pattern is constant and tested")
});
/// What says that a meeting is to be held.
static HOLDS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:(?:decided|agreed|resolved|decides|agrees) to (?:hold|convene|meet|schedule)|will (?:be held|take place|be convened|hold|convene)|shall be held|(?:is|was) (?:scheduled|set|planned|fixed)|to be held|would (?:be held|take place))\b")
        .expect("the pattern is constant and tested")
});
/// A date that was decided, whoever has still to confirm it.
static DECIDED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:decided|agreed|resolved) to (?:hold|convene|meet|schedule)\b")
        .expect("the pattern is constant and tested")
});

const UNDECIDED: &[&str] = &[
    "suggest",
    "propos",
    "discuss",
    "possib",
    "tentativ",
    "subject to",
    "might",
    "could",
    "to be confirmed",
    "poll",
    "tbc",
    "tbd",
    "whether",
];

/// The next meeting, the one `after` this day and with the `following` number, with doubts where its year or the whole date is not said.
pub fn next_meeting(
    sections: &[ReadSection],
    after: Option<NaiveDate>,
    following: Option<u32>,
    doubts: &mut Vec<Doubt>,
) -> Option<ReadNextMeeting> {
    let is_own = |section: &&ReadSection| {
        section.role == SectionRole::NextMeeting
            || known(&section.title) == Some(Known::NextMeeting)
    };
    let own = sections.iter().rev().filter(is_own);
    let is_steps = |section: &&ReadSection| section.role == SectionRole::NextSteps;
    let others = sections.iter().rev().filter(|section| !is_own(section) && !is_steps(section));
    let steps = sections.iter().rev().filter(is_steps);
    let mut open = None;
    let all = own.map(|section| (section, true)).chain(others.chain(steps).map(|s| (s, false)));
    for (section, own) in all {
        let mut all = sentences(&section.text);
        // Under its own heading the next meeting stands before those after it.
        if !own {
            all.reverse();
        }
        for sentence in all {
            // What is to be done may be due at the next meeting.
            let about = if is_steps(&section) { leads(sentence) } else { is_about_next(sentence) };
            let numbered = following.is_some_and(|number| is_numbered(sentence, number));
            if !own && !about && !numbered {
                continue;
            }
            match dated(sentence, after, doubts) {
                Some(found) => return Some(found),
                None if !dates_in(sentence).is_empty() => {}
                None if !sentence.contains(char::is_alphabetic) => {}
                None if own || sentence.to_lowercase().contains("date") || announces(sentence) => {
                    open = open.or(Some(sentence))
                }
                None => {}
            }
        }
    }
    if let Some(sentence) = open {
        let message =
            "The next meeting is mentioned without a fixed date; write the date if you know it.";
        doubts.push(doubt("next_meeting_open", message, 0, sentence, None));
    }
    None
}

/// Whether a sentence only says when the next meeting is, which the house style generates again.
pub fn is_only_the_date(sentence: &str) -> bool {
    let dates = dates_in(sentence);
    NEXT.is_match(sentence)
        && dates.len() == 1
        && decided(sentence)
        && sentence.split_whitespace().count() <= 26
}

/// Whether a sentence is about the next meeting, and not about what is to be done before it.
fn is_about_next(sentence: &str) -> bool {
    let ends = ["before", "until", "till", "prior to", "ahead of", "in time for"];
    NEXT.find_iter(sentence).any(|found| {
        let before = sentence[..found.start()].trim_end().to_lowercase();
        let before = before.trim_end_matches(" the");
        !ends.iter().any(|end| before.ends_with(end))
    })
}

/// Whether a sentence such as `Next meeting: to be decided` is about nothing else.
fn announces(sentence: &str) -> bool {
    leads(sentence) && sentence.len() < 90
}

/// Whether a sentence begins with the next meeting.
fn leads(sentence: &str) -> bool {
    NEXT.find(sentence).is_some_and(|found| found.start() < 5)
}

/// Whether a sentence begins with the meeting of this number, `The 112th meeting will be held`, or
/// says that it is to be held: `decided to hold its tenth session from 2 to 4 March`.
fn is_numbered(sentence: &str, number: u32) -> bool {
    MEETING.find_iter(sentence).any(|found| {
        let before = &sentence[..found.start()];
        let short = before.split_whitespace().count() <= 8;
        let own = short && !before.is_empty() && ordinal_in(before) == Some(number);
        let last: Vec<&str> = before.split_whitespace().rev().take(4).collect();
        let last: Vec<&str> = last.into_iter().rev().collect();
        let named = own || ordinal_in(&last.join(" ")) == Some(number);
        named && (own && found.as_str() == " meeting" || HOLDS.is_match(sentence))
    })
}

fn decided(sentence: &str) -> bool {
    let mut lower = sentence.to_lowercase();
    if DECIDED.is_match(sentence) {
        lower = lower.replace("subject to", "");
    }
    !UNDECIDED.iter().any(|word| lower.contains(word))
}

fn dated(
    sentence: &str,
    after: Option<NaiveDate>,
    doubts: &mut Vec<Doubt>,
) -> Option<ReadNextMeeting> {
    let dates = dates_in(sentence);
    let first = dates.first()?;
    let inferred = after.and_then(|after| first.first_after(after));
    let date = first.date().or(inferred);
    if dates.len() > 1 || !decided(sentence) {
        let message = "A date of the next meeting is discussed but not fixed; accept it if it was.";
        let proposed = date.map(|date| date.to_string());
        let doubt = doubt("next_meeting_undecided", message, 0, sentence, proposed);
        doubts.push(doubt.with_repair(Repair::NextMeetingDate));
        return None;
    }
    if sentence.to_lowercase().contains("subject to") {
        let message = "The date of the next meeting was decided subject to something; check it.";
        let proposed = date.map(|date| date.to_string());
        doubts.push(doubt("next_meeting_subject", message, 0, sentence, proposed));
    }
    if first.date().is_none() {
        let message = "The next meeting’s year is not printed; the first such day after this meeting was taken.";
        doubts.push(doubt(
            "next_meeting_year",
            message,
            0,
            sentence,
            date.map(|date| date.to_string()),
        ));
    }
    if let Some(date) = date.filter(|date| after.is_some_and(|after| *date <= after)) {
        let message = "This next meeting is not after the meeting itself; check its date.";
        let proposed = first.first_after(after.unwrap_or(date)).map(|date| date.to_string());
        doubts.push(doubt("next_meeting_past", message, 0, sentence, proposed));
    }
    date?;
    let (time, time_zone) = match (&first.time, time_in(sentence)) {
        (Some(time), _) => (Some(time.clone()), first.zone.clone()),
        (None, Some((time, zone))) => (Some(time), zone),
        (None, None) => (None, None),
    };
    Some(ReadNextMeeting { date: date.map(|date| date.to_string()), time, time_zone })
}

/// Whether the last word shortens one: `Ms.`, an initial.
fn is_abbreviation(text: &str) -> bool {
    let word = text.rsplit([' ', '(']).next().unwrap_or("");
    let initial = word.chars().count() == 2 && word.starts_with(char::is_uppercase);
    word.ends_with('.') && (initial || word == "St." || is_honorific(word))
}

/// The sentences of a text, without losing a character that is no space.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(['.', '!', '?', '\n']) {
        let after = &text[at + 1..];
        let ends = text[at..].starts_with('\n')
            || after.starts_with(' ')
                && after.trim_start().starts_with(|c: char| c.is_uppercase() || c == '"')
                && !is_abbreviation(&text[start..=at]);
        if ends {
            sentences.push(text[start..=at].trim());
            start = at + 1;
        }
    }
    sentences.push(text[start..].trim());
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}
