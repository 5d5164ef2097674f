//! An opening sentence that cannot be read as a whole: each of its parts by itself.
//!
//! Called by [`front`](super::front()) where [`opening`](super::opening) reads nothing. The sentence
//! stays in the text and is doubted. Deliberately absent: sentences about another meeting.

use super::group::{GROUP, take_group};
use super::opening::moderator;
use super::pattern;
use crate::read::Reading;
use crate::read::recognise::dates::{Found, dates_in};
use crate::read::recognise::next_meeting::sentences;
use crate::read::recognise::ordinals::ordinal_in;
use regex::Regex;
use std::sync::LazyLock;

static HAPPENED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:(?:was|were|been) (?:held|convened|opened|organi[sz]ed|hosted|conducted|called)|took place|met|gathered|assembled|convened|reconvened|held|came together|opened|began|started|got together|welcomed|called .{0,60}to order)\b",
    )
});
static MEETING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:the|its|their|our|an?|this)\s+(?P<which>(?:[^\s.;:]+\s+){0,6}?)(?:meeting|call|session|teleconference|(?P<time>time))\b",
    )
});
static NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b[Tt]he\s+(?P<group>\p{Lu}[\p{L}’'-]*(?:\s+(?:\p{Lu}[\p{L}’'-]*|of|on|for|and|the|in|to|de|des|du|la)){0,14}(?:\s+\([^)]{2,25}\))?)",
    )
});
/// What is said of a meeting that is not the one of the report.
static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:next|previous|last|earlier|former|upcoming|coming|following|will|would|since|minutes of|report of|established|set up|created|founded|before|after|until|ahead of)\b",
    )
});

/// Reads what a sentence says of the meeting where it says that it happened, and when; gives the
/// date. Where the title block is `dated` and numbered, nothing is missing.
pub fn by_parts(text: &str, dated: bool, reading: &mut Reading) -> Option<Found> {
    if dated && reading.number.is_some() {
        return None;
    }
    let (sentence, date) = sentences(text).into_iter().find_map(happened)?;
    let ordinal = MEETING.captures_iter(sentence).find_map(|found| ordinal_in(&found["which"]));
    let name = NAME.captures_iter(sentence).find_map(|found| {
        let words = found.name("group")?.as_str();
        let end = words.rfind(|c: char| c == ')' || c.is_uppercase())?;
        let end = end + words[end..].find(' ').unwrap_or(words.len() - end);
        let name = &words[..end];
        GROUP.is_match(name).then(|| name.to_owned())
    });
    if ordinal.is_none() && name.is_none() {
        return None;
    }
    reading.number = reading.number.or(ordinal);
    if let Some(name) = name.filter(|_| reading.group.is_none()) {
        take_group(&name, reading);
    }
    moderator(text, reading);
    Some(date)
}

/// A sentence that says that a meeting happened on a day.
fn happened(sentence: &str) -> Option<(&str, Found)> {
    let speaks = MEETING
        .captures_iter(sentence)
        .any(|found| found.name("time").is_none() || ordinal_in(&found["which"]).is_some());
    let own = speaks && HAPPENED.is_match(sentence) && !OTHER.is_match(sentence);
    let date = dates_in(sentence).into_iter().next().filter(|date| date.date().is_some());
    date.filter(|_| own).map(|date| (sentence, date))
}
