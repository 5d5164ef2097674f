//! The opening sentences: which meeting this was, of whom, and who moderated it.
//!
//! Called by [`front`](super::front()). What such a sentence says is generated again from the
//! data; one that says more stays in the text as well.

use super::group::{GROUP, is_short_name};
use super::pattern;
use super::place::{kind_in, online_in, place_in};
use crate::model::{fold, is_honorific};
use crate::read::Reading;
use crate::read::recognise::dates::dates_in;
use crate::read::recognise::next_meeting::sentences;
use crate::read::recognise::ordinals::ordinal_in;
use regex::{Captures, Match, Regex};
use std::sync::LazyLock;

/// What says that a meeting was held, or was not.
const WAS_HELD: &str = r"(?:was\s+(?:held|convened|organi[sz]ed|hosted|conducted)|took\s+place|were\s+held|met|has\s+been\s+held|is\s+held|(?:was|has\s+been|is)\s+(?:cancell?ed|postponed))\b";
/// The group, its short name, and when the meeting was planned.
const GROUP_NAME: &str = r"(?:the\s+)?(?P<group>.{3,200}?)\s*(?:\((?P<short>[^)]{2,40})\)\s*)?(?:,\s*(?:originally\s+)?(?:planned|scheduled|foreseen)\s[^,]{3,60})?(?:,\s*)?";
const MEETINGS: &str = r"\b(?:meeting|call|session|teleconference)";

/// `The 93rd virtual meeting of the … (WG) was held`, also in French and Spanish.
static MEETING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?is)^(?P<before>.{{0,120}}?){MEETINGS}\s+of\s+{GROUP_NAME}{WAS_HELD}|^(?P<avant>.{{0,60}}?)\b(?:r[ée]union|s[ée]ance|reuni[óo]n|sesi[óo]n)\b(?P<kind>.{{0,30}}?)\s(?:du|de\s+la|de\s+l['’]|des|del|de\s+los|de)\s*(?P<groupe>.{{3,200}}?)\s*(?:\((?P<sigle>[^)]{{2,40}})\)\s*)?(?:,\s*)?(?:s['’]est\s+tenue|a\s+eu\s+lieu|a\s+[ée]t[ée]\s+tenue|se\s+celebr[óoé]|tuvo\s+lugar|se\s+realiz[óo]|se\s+llev[óo]\s+a\s+cabo)\b",
    ))
});
/// `The ninth meeting in 2024 of the … was held`.
static SPANNED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?is)^(?P<before>.{{0,120}}?){MEETINGS}(?P<span>\s*[\s,(–-][^.;:]{{2,70}}?)\s+(?:of|by)\s+{GROUP_NAME}{WAS_HELD}",
    ))
});
/// `The group’s ninth meeting in 2024 was held`.
static GROUPS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?is)^(?:the\s+)?(?P<group>.{{3,160}}?)\s*(?:\((?P<short>[^)]{{2,40}})\)\s*)?['’]s?\s+(?P<before>.{{2,60}}?)\s{MEETINGS}\b(?P<span>[^.;:]{{0,50}}?)\s+{WAS_HELD}",
    ))
});
/// `The group held its 93rd meeting`.
static HELD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?is)^(?:the\s+)?(?P<group>.{3,160}?)\s*(?:\((?P<short>[^)]{2,40})\)\s*)?(?:(?:held|convened)\s+(?:its|their|the|an?)|met\s+(?:\S+\s+){0,4}?for\s+(?:its|their|the))\s+(?P<before>.{0,80}?)\b(?:meeting|call|session|teleconference)\b",
    )
});
/// `The ninth virtual MAG meeting was held`.
static OWN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?is)^the\s+(?P<before>\S+(?:[\s-]\S+){0,3}?)\s+(?:(?:virtual|online|regular|ordinary|monthly|weekly|plenary|coordination)\s+)*(?P<group>\S.{1,80}?)\s*(?:\((?P<short>[^)]{2,40})\)\s*)?(?:virtual\s+|online\s+)?(?:meeting|call|session|teleconference)\s+(?P<span>[^.;:]{3,60}?\s)?(?:was\s+(?:held|convened|organi[sz]ed)|took\s+place|has\s+been\s+held|(?:was|has\s+been|is)\s+(?:cancell?ed|postponed))\b",
    )
});
/// `The 7th virtual meeting was held`: the group stands in the title block.
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?is)^(?:the|our)\s+(?P<before>\S+(?:[\s-]\S+){0,4}?)\s+(?:meeting|call|session|teleconference)\s+(?P<span>[^.;:]{3,60}?\s)?(?:was\s+(?:held|convened|organi[sz]ed)|took\s+place|has\s+been\s+held)\b",
    )
});
static MODERATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bwith\s+(?P<seated>[^;,\n]{3,80}?)\s+in\s+the\s+chair\b|\b(?:(?:moderated|chaired|facilitated|led|presided over)\s+by|by\s+(?:its|the)\s+(?:co-)?(?:chair(?:person)?|moderator|facilitator|convenor)s?,|(?:mod[ée]r[ée]e|pr[ée]sid[ée]e|anim[ée]e)\s+par|(?:moderada|presidida|facilitada)\s+por)\s+(?P<who>[^;\n]+)",
    )
});
static MODERATOR_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[.!?]\s+)(?P<who>\p{Lu}\S*(?: [\p{L}.’'-]+){0,8}?),? (?:(?:co-?)?(?:moderated|chaired|facilitated|led|presided over) (?:the|this) (?:meeting|call|session)\b|(?:was in|took|occupied) the chair\b|presided\b|(?:co-)?(?:moderated|chaired|facilitated)\s*(?:\.|$))",
    )
});
static OPENED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?P<who>\S+(?: \S+){0,5}?) (?:opened|started) the (?:meeting|call|session) by (?:introducing|presenting) the agenda\.?$",
    )
});
static PERIOD_OF: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i),?\s+of\s+(?:the\s+)?"));
static CALLED_OFF: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:was|has\s+been|is)\s+(?:cancell?ed|postponed)\b"));

/// The parts of a sentence that says which meeting this was.
struct Said<'t> {
    before: &'t str,
    group: &'t str,
    short: Option<&'t str>,
    end: usize,
}

fn said(text: &str) -> Option<Said<'_>> {
    let part = |found: &Captures<'_>, names: [&str; 2]| -> Option<std::ops::Range<usize>> {
        names.into_iter().find_map(|name| found.name(name)).map(|part| part.range())
    };
    let ordered = |found: &Captures<'_>| {
        let group = found.name("group").map_or("", |group| group.as_str());
        let named = GROUP.is_match(group) || group.split_whitespace().all(is_short_name);
        ordinal_in(&found["before"]).is_some() && named
    };
    // Which meeting it was, and nothing else that happened, stands before it.
    let spanned = |found: &Captures<'_>| {
        found.name("span").is_none_or(|span| is_span(span.as_str()))
            && ordinal_in(&found["before"]).is_some()
    };
    let found = MEETING
        .captures(text)
        .or_else(|| SPANNED.captures(text).filter(spanned))
        .or_else(|| HELD.captures(text))
        .or_else(|| GROUPS.captures(text).filter(|found| spanned(found) && ordered(found)))
        .or_else(|| OWN.captures(text).filter(|found| spanned(found) && ordered(found)))
        .or_else(|| BARE.captures(text).filter(spanned))?;
    let slice = |names| part(&found, names).and_then(|range| text.get(range));
    Some(Said {
        before: slice(["before", "avant"]).unwrap_or(""),
        group: slice(["group", "groupe"]).map_or("", after_period),
        short: slice(["short", "sigle"]),
        end: found.get(0)?.end(),
    })
}

/// Whether words beside `meeting` only say when or how it was held: `in 2024`, `held so far`.
fn is_span(words: &str) -> bool {
    const TELLING: &[&str] = &[
        "was", "were", "is", "are", "has", "had", "have", "will", "would", "that", "which", "who",
        "where", "and", "but", "with", "between", "next", "last", "previous",
    ];
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    words.split_whitespace().count() <= 9
        && !words.split_whitespace().any(|word| TELLING.contains(&bare(word).as_str()))
}

/// A group without the time that stands before it: `2024 of the Tide Group`.
fn after_period(group: &str) -> &str {
    const PERIODS: &[&str] = &[
        "year", "years", "term", "cycle", "season", "quarter", "half", "semester", "mandate",
        "period", "month", "biennium",
    ];
    let Some(of) = PERIOD_OF.find(group) else { return group };
    let before = &group[..of.start()];
    let year = |word: &str| word.len() >= 4 && word.bytes().take(4).all(|c| c.is_ascii_digit());
    let counts = |word: &str| year(word) || PERIODS.contains(&word.to_lowercase().as_str());
    let mut words = before.split([' ', '\n', '(', ')', ',']).filter(|word| !word.is_empty());
    let short = before.split_whitespace().count() <= 5;
    if short && words.any(counts) { after_period(&group[of.end()..]) } else { group }
}

/// Who opened the meeting, where a sentence says only that.
pub fn opened_by(text: &str) -> Option<String> {
    OPENED.captures(text).map(|found| found["who"].to_owned())
}

/// Whether the text has a sentence that says which meeting this was.
pub fn names_meeting(text: &str) -> bool {
    said(text).is_some()
}

/// The group whose meeting a sentence names.
pub fn group_named(text: &str) -> Option<String> {
    said(text).map(|said| said.group.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether the text says that the meeting was not held.
pub fn is_called_off(text: &str) -> bool {
    said(text).is_some() && CALLED_OFF.is_match(text)
}

/// Reads the paragraph that says which meeting this was; false where it does not.
pub fn opening(text: &str, reading: &mut Reading) -> bool {
    let Some(said) = said(text) else { return false };
    let number = ordinal_in(said.before);
    if dates_in(text).is_empty() && number.is_none() {
        return false;
    }
    reading.number = number.or(reading.number);
    let group = said.group.split_whitespace().collect::<Vec<_>>().join(" ");
    // `of the 2016 preparatory cycle` names no group.
    let named = group.starts_with(|c: char| !c.is_ascii_digit());
    if (reading.group.is_some() || said.short.is_none()) && is_short_name(&group) {
        reading.series.get_or_insert(group);
    } else if reading.group.is_none() && named {
        reading.group = Some(group);
    }
    if let Some(short) = said.short {
        reading.series = Some(short.trim().to_owned());
    }
    if reading.venue.is_none() {
        reading.venue = sentences(text).into_iter().find_map(|sentence| {
            let said = self::said(sentence)?;
            let rest = &sentence[said.end..];
            match (place_in(rest), kind_in(sentence)) {
                (Some(place), Some(kind)) if kind == "hybrid" => Some(format!("{place} ({kind})")),
                (Some(place), _) => Some(place),
                (None, kind) => online_in(rest).or(kind),
            }
        });
    }
    moderator(text, reading);
    let lower = text.to_lowercase();
    reading.recording_available |= lower.contains("recording") && !lower.contains("no recording");
    true
}

/// What the sentences of an opening paragraph say besides the meeting's data.
pub fn besides(text: &str) -> String {
    let more = |sentence: &&str| !is_opening_sentence(sentence) || says_more(sentence);
    sentences(text).into_iter().filter(more).collect::<Vec<_>>().join(" ")
}

/// Reads a later sentence about moderator or recording; false where it is none, or says more.
pub fn later(text: &str, reading: &mut Reading) -> bool {
    is_opening_sentence(text) && {
        moderator(text, reading);
        !says_more(text)
    }
}

fn is_opening_sentence(sentence: &str) -> bool {
    // OCR of another language loses accents.
    let lower = fold(sentence);
    said(sentence).is_some()
        || MODERATED.is_match(sentence) && about_meeting(&lower) && sentence.len() < 260
        || MODERATOR_FIRST.is_match(sentence) && sentence.len() < 160
        || lower.contains("recording") && lower.contains("available") && sentence.len() < 160
}

fn about_meeting(lower: &str) -> bool {
    ["meeting", "call", "session", "reunion"].iter().any(|word| lower.contains(word))
        || lower.starts_with("it was ")
}

/// Whether an opening sentence holds more than is generated again: the words left without those of
/// meeting, date, moderator and recording.
fn says_more(sentence: &str) -> bool {
    const SAID: &[&str] = &[
        "the",
        "a",
        "an",
        "and",
        "of",
        "on",
        "at",
        "in",
        "from",
        "to",
        "by",
        "is",
        "was",
        "were",
        "it",
        "will",
        "be",
        "as",
        "its",
        "for",
        "with",
        "via",
        "meeting",
        "call",
        "session",
        "recording",
        "recorded",
        "available",
        "upon",
        "request",
        "held",
        "took",
        "place",
        "online",
        "virtual",
        "virtually",
        "zoom",
        "webex",
        "teams",
        "utc",
        "gmt",
        "hours",
        "hrs",
        "chair",
        "co-chair",
        "co",
        "chairs",
        "group",
        "moderated",
        "chaired",
        "facilitated",
        "led",
        "el",
        "la",
        "le",
        "las",
        "los",
        "de",
        "del",
        "du",
        "y",
        "et",
        "que",
        "fue",
        "reunion",
        "ete",
        "mag",
        "working",
        "secretariat",
    ];
    let mut rest = sentence.to_owned();
    let mut blank = |range: std::ops::Range<usize>| {
        let spaces = " ".repeat(range.len());
        rest.replace_range(range, &spaces);
    };
    if CALLED_OFF.is_match(sentence) {
        return true;
    }
    if let Some(said) = said(sentence) {
        blank(0..said.end);
    }
    for date in dates_in(sentence) {
        blank(date.start..date.end);
    }
    if let Some(who) = MODERATED.captures(sentence).and_then(|found| moderator_in(&found)) {
        let name = person(who.as_str());
        let from = who.as_str().find(&name).unwrap_or(0);
        blank(who.start()..who.start() + from + name.len());
    } else if let Some(found) = MODERATOR_FIRST.find(sentence) {
        blank(found.range());
    }
    let bracketed = |word: &&str| word.starts_with('(') || word.ends_with(')');
    let words = rest.split_whitespace().filter(|word| !bracketed(word));
    let bare = words.map(|word| fold(word.trim_matches(|c: char| !c.is_alphanumeric())));
    let left = bare.filter(|word| {
        let counts = word.chars().any(|c| c.is_ascii_digit()) || word.chars().count() < 2;
        !counts && !SAID.contains(&word.as_str())
    });
    left.count() > 5
}

/// Reads who moderated, and whether a recording is said to be available.
pub fn moderator(text: &str, reading: &mut Reading) {
    let lower = text.to_lowercase();
    reading.recording_available |= lower.contains("recording") && lower.contains("available");
    let found = MODERATED.captures(text);
    if let Some(found) = found.or_else(|| MODERATOR_FIRST.captures(text)) {
        let who = moderator_in(&found).map_or_else(String::new, |who| person(who.as_str()));
        if !who.is_empty() {
            reading.moderator = Some(who);
        }
    }
}

fn moderator_in<'t>(found: &Captures<'t>) -> Option<Match<'t>> {
    found.name("who").or_else(|| found.name("seated"))
}

/// The name at the start of a text that goes on: ends at a comma, a full stop or `and a recording`.
fn person(text: &str) -> String {
    const ROLES: &[&str] = &[
        "the co-chair,",
        "the chair,",
        "the co-chairs,",
        "the co-chairs",
        "co-chairs",
        "co-chair",
        "the co-chair",
        "the chair",
        "its chair,",
        "its co-chair,",
        "its co-chairs,",
        "the group's co-chairs,",
        "the group's co-chair,",
        "chair",
    ];
    let without_role = |role: &&str| {
        let start = text.get(..role.len()).filter(|start| start.eq_ignore_ascii_case(role));
        start.map(|_| text[role.len()..].trim_start())
    };
    let text = ROLES
        .iter()
        .find_map(without_role)
        .filter(|rest| rest.starts_with(char::is_uppercase))
        .unwrap_or(text);
    const STOPS: &[&str] = &[
        " and a ",
        " and the ",
        " with ",
        " on behalf",
        " who ",
        " from ",
        " on ",
        " as ",
        " at ",
        " et un",
        " et l",
        " y la ",
        " y se ",
    ];
    let mut end = text.len();
    for (at, c) in text.char_indices() {
        let word = text[..at].rsplit(' ').next().unwrap_or("");
        let after = &text[at + c.len_utf8()..];
        let stops = match c {
            ',' | '(' => true,
            '.' => {
                let shortens = word == "St"
                    || word.chars().count() == 1
                    || is_honorific(&text[at - word.len()..=at]);
                !shortens || after.trim().is_empty()
            }
            ' ' => STOPS.iter().any(|stop| text[at..].starts_with(stop)),
            _ => false,
        };
        if stops {
            end = at;
            break;
        }
    }
    text[..end].trim().to_owned()
}
