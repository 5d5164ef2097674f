//! The name of the group: in one line or two, with its short name or without.
//!
//! Called by [`front`](super::front()) for the title block. Deliberately absent: the sentence that
//! opens the report, which `opening` reads.

use super::opening::group_named;
use super::{PLACE, TITLE, VENUE, pattern};
use crate::model::fold;
use crate::read::lines::{Line, Run};
use crate::read::recognise::dates::dates_in;
use crate::read::recognise::doubt;
use crate::read::recognise::headings::{Known, known};
use crate::read::recognise::ordinals::ordinal_in;
use crate::read::{Doubt, Reading};
use regex::Regex;
use std::sync::LazyLock;

pub static GROUP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:group|committee|council|forum|task force|board|network|coalition|team|groupe|grupo|comité|consejo|conseil|foro|réseau|red|commission|panel|assembly|sub-?group|WG|SIG|BPF|caucus|partnership|alliance|consortium|society|association)\b",
    )
});

/// What a heading says of the members or the business of a group.
pub static NO_GROUP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:members?(?:hip)?|attendees|participants|guests|elections?|composition|meeting details|updates?|reports?|budget)(?:\s*:)?$",
    )
});
/// A body with its number: `Task Group 3: Signs`.
static NUMBERED_BODY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:task|working|study|project|expert|drafting|advisory|sub)[- ]?(?:group|party|team)|(?:sub-?)?committee|task force|team|panel|(?:work)?stream|chapter|WG|TG|SG)\s+(?:no\.?\s*)?(?:\d{1,3}|[IVX]{1,5}|[A-Z])(?:[./-]\d{1,2})?\s*[:–—-]\s*\S",
    )
});
/// How a body that belongs to a larger one begins, and the larger ones.
static NARROWER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:the\s+)?(?:\p{L}+\s+){0,2}?(?:(?:task|working|study|project|expert|drafting|editing|advisory)[- ](?:group|party|team)|sub-?committee|sub-?group|task force|team|panel|WG|TG|SG)\b",
    )
});
static COMMITTEE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(?:the\s+)?(?:\p{L}+\s+){0,2}?(?:committee|commission|panel)\b")
});
static LARGER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:council|board|assembly|association|society|federation|consortium|union|institute|authority|municipality|parliament|ministry|department|organi[sz]ation)\b",
    )
});

/// Whether the second of two lines names a body that belongs to the one in the first.
fn belongs_to(second: &str, first: &str) -> bool {
    let committee = COMMITTEE.is_match(first);
    NARROWER.is_match(second) && !NARROWER.is_match(first) && (committee || LARGER.is_match(first))
        || COMMITTEE.is_match(second) && !committee && LARGER.is_match(first)
}

/// What parts the name of a group from the meeting.
pub const DASHES: &[&str] = &[" – ", " — ", " - "];

/// The first line of a group's name that stands on two.
pub struct FirstLine {
    text: String,
    place: u32,
}

/// Reads the second line of the group's name, such as `Working Group on Tides (WG-Tides)` below the
/// name of the council that it belongs to; gives back the first.
pub fn second_line(text: &str, place: u32, reading: &mut Reading) -> Option<FirstLine> {
    let short = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let short = short.filter(|(before, short)| !before.is_empty() && is_short_name(short));
    let says_group = GROUP.is_match(text) || short.is_some() && reading.series.is_none();
    let other = text.chars().count() > 120
        || text.starts_with('(')
        || is_short_name(text)
        // `Compiled by Ana Prado (AP)`
        || text.to_lowercase().contains("ed by ")
        || text.contains(['=', '@'])
        || NO_GROUP.is_match(text)
        || TITLE.is_match(text)
        || text.contains("://")
        || VENUE.is_match(text)
        || text.ends_with('.')
        || text.contains(['>', ',']) && !NUMBERED_BODY.is_match(text)
        || text.contains(':') && !NUMBERED_BODY.is_match(text)
        || PLACE.is_match(text)
        || known(text).is_some()
        || ordinal_in(text).is_some() && !NUMBERED_BODY.is_match(text)
        || !dates_in(text).is_empty();
    if !says_group || other {
        return None;
    }
    let first = reading.group.take()?;
    take_group(text, reading);
    Some(FirstLine { text: first, place })
}

/// Joins the two lines, unless the opening sentence names only the second.
pub fn settle_lines(
    first: Option<FirstLine>,
    sentence: Option<&str>,
    reading: &mut Reading,
    doubts: &mut Vec<Doubt>,
) {
    let (Some(first), Some(second)) = (first, reading.group.clone()) else { return };
    let joined = format!("{} {second}", first.text);
    let named = sentence.and_then(group_named).map(|named| fold(&named));
    let says = |name: &str| named.as_ref() == Some(&fold(name));
    // A page's running header that ends with the name above it.
    let repeats = fold(&first.text).ends_with(&fold(&second));
    if repeats {
        let longer = sentence.and_then(group_named);
        let longer = longer.filter(|named| fold(named).ends_with(&fold(&second)));
        reading.group = longer.or(Some(second));
        return;
    }
    let narrower = says(&second) || !says(&joined) && belongs_to(&second, &first.text);
    if !says(&joined) {
        let message = "The group’s name may be on two lines; check how much of them is its name.";
        let quote = format!("{} / {second}", first.text);
        let other = if narrower { joined.clone() } else { second.clone() };
        doubts.push(doubt("group_two_lines", message, first.place, &quote, Some(other)));
    }
    if !narrower {
        reading.group = Some(joined);
    }
}

/// What stands before `meeting 107`: the group, or its short name.
pub fn take_head(head: &str, reading: &mut Reading) {
    // `Seed Exchange (GSE) – Coordination`
    let named = [DASHES, &[": "]].concat().iter().find_map(|dash| head.split_once(dash));
    let named =
        named.map(|(name, _)| name).filter(|name| name.ends_with(')') || GROUP.is_match(name));
    if is_short_name(head) {
        reading.series.get_or_insert_with(|| head.to_owned());
    } else if let Some(name) = named.filter(|_| reading.group.is_none()) {
        take_group(name, reading);
    } else if reading.group.is_none() && GROUP.is_match(head) {
        take_group(head, reading);
    }
}

/// `WG-Tides — Summary Report — Bay Council`, as pages have it at their head, in its pieces; None for
/// a line without a Title between dashes.
pub fn around_title(line: &Line) -> Option<Vec<Line>> {
    let text = line.text();
    let dash = DASHES.iter().find(|dash| text.contains(**dash))?;
    let pieces: Vec<&str> = text.split(dash).map(str::trim).collect();
    let titled = pieces.iter().any(|piece| known(piece) == Some(Known::Title));
    let piece = |text: &&str| Line { runs: vec![Run::plain(*text)], ..line.clone() };
    (titled && pieces.len() > 2 && text.chars().count() < 200)
        .then(|| pieces.iter().map(piece).collect())
}

/// Reads `WG-Tides` or `WG-Tides 7`, which is no group's whole name: its short name, and the number
/// of the meeting.
pub fn take_short_name(text: &str, reading: &mut Reading) -> bool {
    let (name, number) = match text.rsplit_once(' ') {
        Some((name, number)) => {
            let figures = number.bytes().all(|byte| byte.is_ascii_digit());
            let Some(number) = ordinal_in(number).filter(|_| figures) else { return false };
            (name, Some(number))
        }
        None => (text, None),
    };
    if !is_short_name(name) || !GROUP.is_match(name) {
        return false;
    }
    reading.series.get_or_insert_with(|| name.to_owned());
    reading.number = reading.number.or(number);
    true
}

/// Whether a name of a group is a short one: a word with several capitals.
pub fn is_short_name(name: &str) -> bool {
    !name.contains(' ') && name.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// Reads the name of the group, with its short name in brackets.
pub fn take_group(text: &str, reading: &mut Reading) {
    match text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        Some((group, short)) if !short.contains(' ') || short.len() < 25 => {
            reading.group = Some(group.trim().to_owned());
            reading.series.get_or_insert_with(|| short.trim().to_owned());
        }
        _ => reading.group = Some(text.to_owned()),
    }
}
