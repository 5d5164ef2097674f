//! Lines of a title block that name the place without a label: `Guild House, 4 Quill Lane, Lund`.
//!
//! Called by [`front`](super::front()) for what its other patterns leave. Deliberately absent: places
//! with a label, and those of the sentence that opens the report.

use super::group::{GROUP, is_short_name};
use super::{JOINING, TITLE, pattern};
use crate::model::is_honorific;
use crate::read::recognise::dates::{dates_in, time_in};
use crate::read::recognise::headings::known;
use crate::read::recognise::ordinals::ordinal_in;
use crate::read::recognise::participant_line::is_affiliation_word;
use regex::Regex;
use std::sync::LazyLock;

/// Whether words surely name a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certain {
    /// By a word that only addresses have, or the name of a platform.
    Yes,
    /// They may be something else.
    No,
}

/// What addresses have in them.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:house|library|palace|palais|castle|museum|theatre|theater|club|school|college|institute|church|chapel|pavilion|tower|suite|street|road|lane|avenue|square|plaza|quay|pier|boulevard|terrace|park|gardens?|court|rue|stra(?:ss|ß)e|platz|calle|avenida|sala|salle|sal[oó]n|edificio|maison|embassy|station|airport|lodge|wharf|block|wing|room|building|hall|centre|center|hotel|offices?|headquarters|university|campus|floor|auditorium|chambers?)\b",
    )
});
/// `Room 2.14`, whose number looks like a time.
static ROOM: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:room|hall|suite|salle|sala|aula)\s+\d+\.\d+\b"));
/// A platform that the line ends with.
static PLATFORM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[(/&]\s?|,\s|\b(?:via|by|on|over|through|and|in|using)\s)(?:zoom|webex|(?:microsoft |ms )?teams|jitsi(?: meet)?|google meet|skype|bigbluebutton|gotomeeting|tele-?conference|video ?-?conference|video ?link|videoconferencia|visioconf[ée]rence|conference call|online|virtual(?:ly)?|hybrid|remote(?:ly)?|in[- ]person)\)?$",
    )
});

/// Whether a line is a place and nothing else; `beside_date` where a line above or below is a date.
pub fn in_line(text: &str, beside_date: bool) -> Option<Certain> {
    let other = text.chars().count() > 110
        || text.ends_with(['.', '!', '?'])
        || text.contains([':', ';', '@', '|', '>', '='])
        || text.contains("//")
        || !text.starts_with(char::is_alphanumeric)
        || JOINING.is_match(&text.replace("video link", ""))
        || TITLE.is_match(text)
        || known(text).is_some()
        || names_person_or_body(text)
        || !dates_in(text).is_empty()
        || time_in(&ROOM.replace_all(text, "")).is_some();
    if other {
        return None;
    }
    let commas = text.matches(", ").count();
    let counts = text.contains(|c: char| c.is_ascii_digit());
    let capital = has_capitals(text);
    if PLATFORM.is_match(text) && text.split_whitespace().count() <= 12 && !GROUP.is_match(text) {
        return Some(Certain::Yes);
    }
    let platform = PLATFORM.is_match(text);
    if ADDRESS.is_match(text) && capital && (commas > 0 || platform) && ordinal_free(text) {
        let sure = commas > 1 || commas == 1 && counts || platform;
        return (sure || beside_date).then_some(if sure { Certain::Yes } else { Certain::No });
    }
    let plain = !counts && !GROUP.is_match(text) && !ADDRESS.is_match(text);
    (beside_date && plain && commas > 0 && is_town(text)).then_some(Certain::No)
}

/// The place that stands before the date of a line: `Kasungu, 3–5 March 2026`.
pub fn before_date(text: &str) -> Option<String> {
    if text.chars().count() > 90 || text.ends_with('.') {
        return None;
    }
    let date = dates_in(text).into_iter().next()?;
    let before = text[..date.start].trim_end();
    let place = before.strip_suffix(',').or_else(|| before.strip_suffix('('))?.trim_end();
    let other = place.contains(|c: char| c.is_numeric() || ":;/|–—".contains(c))
        || GROUP.is_match(place)
        || TITLE.is_match(text)
        || known(place).is_some()
        || is_short_name(place)
        || says_otherwise(place)
        || names_person_or_body(place)
        || ordinal_in(place).is_some();
    (!other && is_town(place)).then(|| place.to_owned())
}

/// Whether words are one to three names of a few words each, as `Porto Alegre, Brazil` is.
fn is_town(text: &str) -> bool {
    let pieces: Vec<&str> = text.split(", ").map(str::trim).collect();
    let named = |piece: &&str| {
        let words = piece.split_whitespace();
        (1..=3).contains(&words.clone().count())
            && piece.starts_with(char::is_uppercase)
            && piece.chars().all(|c| c.is_alphabetic() || " .’'-".contains(c))
            && has_capitals(piece)
    };
    let short = pieces.len() == 1 && pieces[0].split(' ').count() <= 2
        || pieces.iter().any(|piece| !piece.contains(' '));
    (1..=3).contains(&pieces.len()) && short && pieces.iter().all(named)
}

/// Whether all words but particles begin with a capital or a figure.
fn has_capitals(text: &str) -> bool {
    const SMALL: &[&str] = &[
        "and", "at", "by", "de", "del", "der", "des", "du", "en", "et", "for", "in", "la", "of",
        "on", "rue", "the", "via", "y",
    ];
    text.split_whitespace().all(|word| {
        let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        bare.is_empty()
            || !bare.starts_with(char::is_lowercase)
            || SMALL.contains(&bare)
            || ["floor", "room", "rd", "th", "st", "nd"].contains(&bare.trim_end_matches(','))
    })
}

/// Whether words say what became of a document or which part of the day it was.
fn says_otherwise(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "adopted",
        "afternoon",
        "agreed",
        "approved",
        "circulated",
        "confirmed",
        "copy",
        "created",
        "draft",
        "evening",
        "final",
        "issued",
        "meeting",
        "call",
        "modified",
        "morning",
        "online",
        "page",
        "posted",
        "printed",
        "published",
        "report",
        "revised",
        "session",
        "summary",
        "updated",
        "version",
        "today",
        "status",
        "date",
        "deadline",
        "due",
    ];
    text.split_whitespace().any(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        WORDS.contains(&bare.as_str())
    })
}

/// Whether a line names people, or somebody’s office.
fn names_person_or_body(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.clone().any(is_honorific)
        || words.any(|word| {
            const PLACES: &[&str] = &[
                "office",
                "college",
                "school",
                "centre",
                "center",
                "institute",
                "university",
                "embassy",
                "head",
                "board",
                "council",
                "bank",
                "union",
                "national",
                "international",
                "society",
                "mission",
            ];
            let lower = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            is_affiliation_word(word) && !PLACES.contains(&lower.as_str())
        })
}

/// Whether no figure in a line counts a meeting: `Seventh session, Room 4` says more than a place.
fn ordinal_free(text: &str) -> bool {
    let lower = text.to_lowercase();
    !["meeting", "session", "call"].iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_name_a_place() {
        for (line, beside_date, expected) in [
            ("Guild House, 4 Quill Lane, Ardenmouth", false, Some(Certain::Yes)),
            ("Library of the Technical Lyceum and Jitsi", false, Some(Certain::Yes)),
            ("Conference room 3, Palais des Ports, Genève", false, Some(Certain::Yes)),
            ("Salle 4, rue du Port, Lyon", false, Some(Certain::Yes)),
            ("Council Chamber, Town Hall", true, Some(Certain::No)),
            ("via Zoom", false, Some(Certain::Yes)),
            ("Lund and online", false, Some(Certain::Yes)),
            ("Lund (hybrid)", false, Some(Certain::Yes)),
            ("Room 2.14, Old Observatory, and by video link", true, Some(Certain::Yes)),
            ("Room 2.14, Old Observatory", true, Some(Certain::Yes)),
            ("Old Observatory, 2.14 pm", true, None),
            ("Porto Alegre, Brazil", true, Some(Certain::No)),
            ("Porto Alegre, Brazil", false, None),
            ("Ana Prado, Bo Lind", true, None),
            ("Ms Prado, Chair", true, None),
            ("EGRW/2026/9", true, None),
            ("League of Inland Ports", true, None),
            ("The library of the school was closed, which nobody liked", true, None),
            ("Participation (WG-Hybrid)", true, None),
            ("Buoy Teleconference", true, None),
            ("Zoom joining details", false, None),
            ("Seventh session, Room 4, Lund", false, None),
            ("Minutes of the House, Lund", false, None),
        ] {
            assert_eq!(in_line(line, beside_date), expected, "{line}");
        }
    }

    #[test]
    fn a_town_before_the_date() {
        for (line, expected) in [
            ("Kasungu, 3–5 March 2026", Some("Kasungu")),
            ("Porto Alegre, Brazil, 3 March 2026", Some("Porto Alegre, Brazil")),
            ("New York, 3 March 2026", Some("New York")),
            ("Draft, 3 March 2026", None),
            ("Tide Group, 3 March 2026", None),
            ("Monday, 2 March 2026", None),
            ("WG-Tides, 3 March 2026", None),
            ("Seventh meeting, 3 March 2026", None),
            ("Version 2, 3 March 2026", None),
            ("Keepers of the northern lights, 3 March 2026", None),
        ] {
            assert_eq!(before_date(line).as_deref(), expected, "{line}");
        }
    }
}
