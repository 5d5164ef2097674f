//! Verbs that do not go with their subject, their auxiliary or what follows (GRM-11, GRM-12,
//! GRM-13).
//!
//! No parser stands behind these rules: each looks at a few words that leave no other reading, and
//! is silent about everything else.

use super::grammar::{is_singular_s, singular};
use super::heads::is_closed;
use super::lexicon::{in_ing, is_only_noun, is_verb, plural_of, singular_of, verb_in_s};
use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "GRM-11",
        reason: "A plural has a plural verb, and “each” a singular noun.",
        severity: Severity::Error,
        look: number,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("There was no comments on it.", "was no comments", "were no comments"),
            ("Each members of the group was asked.", "Each members", "Each member"),
            ("It is said that each members submits it.", "each members", "each member"),
            ("The group has 11 member, most of them new.", "11 member", "11 members"),
            ("They proposed a mentor for every newcomers.", "every newcomers", "every newcomer"),
            ("The survey reached 23 city:", "23 city", "23 cities"),
        ],
        silent: &[
            "There was no news and no progress.",
            "The coordinators have read the plan. The series has begun, and the news is good.",
            "The day the group meets is near. The United Nations has agreed.",
            "Each takes a part of it, and each of the members was asked. Each reports results.",
            "The 11 member states agreed.",
            "The number of members was read. The committee on tides was asked.",
            "The members' list was read. The working methods paper was read.",
        ],
    },
    Rule {
        code: "GRM-12",
        reason: "After “have” and “be” stands the participle: was sent, has spent.",
        severity: Severity::Error,
        look: participle,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("The survey was send to all.", "was send", "was sent"),
            ("The fund has spend all of it.", "has spend", "has spent"),
            ("The draft has been wrote in May.", "been wrote", "been written"),
            ("The talks have began in Oslo.", "have began", "have begun"),
            ("The letter had already went out.", "had already went", "had already gone"),
        ],
        silent: &[
            "The survey was sent to all.",
            "The fund has spent all of it.",
            "They began to write what was written.",
            "All they had to do was to send it.",
            "The members who have spoken were heard.",
        ],
    },
    Rule {
        code: "GRM-13",
        reason: "“Suggest” goes with “that” or with a form in -ing, and “inform” names who is told.",
        severity: Severity::Style,
        look: after_verb,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            (
                "Tom Birch suggested to prepare a paper.",
                "suggested to prepare",
                "suggested preparing",
            ),
            ("Tom informed about the talks.", "informed about the", "informed the group about the"),
            ("She suggests to plan ahead.", "suggests to plan", "suggests planning"),
            (
                "Tom Birch informed that the rooms were free.",
                "informed that",
                "informed the group that",
            ),
            ("He also informed that it was late.", "informed that", "informed the group that"),
            ("They recommended to publish it.", "recommended to publish", "recommended publishing"),
            (
                "It was informed that the call is in May.",
                "It was informed that",
                "Participants were informed that",
            ),
        ],
        silent: &[
            "Tom Birch suggested preparing a paper.",
            "They were informed that the rooms were free.",
            "He informed the group that it was late. Members informed about the plan agreed.",
            "They suggested to the hosts that the rooms be kept.",
            "The board met in May. It was informed that the rooms were free.",
            "The group, informed that it was late, went home.",
            "It is recommended to read it, and it was suggested to the hosts.",
        ],
    },
];

/// Numbers in words, or of two and three figures: a single figure may count items or parts.
const MANY: &str = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[1-9]\\d{1,2}";

static THERE_WAS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b[Tt]here\s(?P<verb>was|is|has\sbeen)\s(?P<rest>(?:no|many|several|some|few|two|three|four|five|six|seven|eight|nine|ten|various)\s(?P<noun>\p{Ll}{3,}s))(?:[.,;]|\s(?:on|from|for|about|under|to|that|which|at|in)\b|$)",
    )
});
static EACH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<each>[Ee]ach|[Ee]very)\s(?P<noun>\p{Ll}{3,}s)(?:[.;]|\s(?:(?:of|was|were|is|are|has|have|had|should|will|would|can|could|must|who|which)|(?P<acts>\p{Ll}{3,}s))\b)",
    )
});
static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:^|[\s(])(?P<count>{MANY})\s(?P<noun>\p{{Ll}}{{4,}})(?:[.,;:)]|\s(?:from|for|of|were|are|have|and|received|submitted)\b|$)"
    ))
});
static WRONG_FORM: LazyLock<Regex> = LazyLock::new(|| {
    let forms = PARTICIPLES.map(|(wrong, _)| wrong).join("|");
    pattern(&format!(
        r"\b(?P<before>(?:has|have|had|been|be|was|were|being)\s(?:(?:also|already|now|not|just|then|never|\p{{Ll}}+ly)\s)?)(?P<wrong>{forms})\b"
    ))
});
static SUGGEST_TO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<verb>(?:[Ss]uggest|[Rr]ecommend)(?:ed|s|ing)?)\s(?:also\s)?to\s(?P<infinitive>\p{Ll}{3,})\b",
    )
});
/// At the beginning of a paragraph “it” is nobody.
static IT_WAS_INFORMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^It\swas\s(?:also\s|then\s|further\s)?(?:informed|reminded)\sthat\b")
});
static INFORMED_THAT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:\b\p{Lu}[\p{L}'’-]+|\b[Hh]e|\b[Ss]he|\b[Tt]hey|\b[Ss]ecretariat|\b[Cc]hair)\s(?:also\s|then\s|further\s)?(?P<words>informed\s(?:that\b|about\s(?:the|a|an|his|her|its|their|upcoming)\b))",
    )
});

/// Forms that are no participles, and the participle of the verb.
const PARTICIPLES: [(&str, &str); 26] = [
    ("send", "sent"),
    ("spend", "spent"),
    ("lend", "lent"),
    ("build", "built"),
    ("wrote", "written"),
    ("began", "begun"),
    ("went", "gone"),
    ("chose", "chosen"),
    ("spoke", "spoken"),
    ("gave", "given"),
    ("took", "taken"),
    ("knew", "known"),
    ("drew", "drawn"),
    ("did", "done"),
    ("saw", "seen"),
    ("became", "become"),
    ("came", "come"),
    ("fell", "fallen"),
    ("grew", "grown"),
    ("ran", "run"),
    ("rose", "risen"),
    ("broke", "broken"),
    ("withdrew", "withdrawn"),
    ("undertook", "undertaken"),
    ("forgot", "forgotten"),
    ("overcame", "overcome"),
];

fn number(desk: &Desk, marks: &mut Marks) {
    desk.each(&THERE_WAS, Line::is_prose, |at, _, found| {
        let (Some(verb), Some(rest)) = (found.name("verb"), found.name("rest")) else { return };
        if !is_singular_s(&found["noun"]) {
            let right = format!("{} {}", plural_verb(verb.as_str()), rest.as_str());
            mark(marks, at, verb.start()..rest.end(), right);
        }
    });
    desk.each(&EACH, Line::is_prose, |at, _, found| {
        let (Some(each), Some(noun)) = (found.name("each"), found.name("noun")) else { return };
        // Each members submits; but each reports results.
        let acts = found.name("acts").is_none_or(|verb| {
            let verb = verb.as_str();
            verb_in_s(verb).is_some()
                && singular_of(verb).is_none()
                && singular_of(noun.as_str()).is_some_and(|one| is_only_noun(&one))
        });
        if acts && !is_singular_s(noun.as_str()) {
            let right = format!("{} {}", each.as_str(), singular(noun.as_str()));
            mark(marks, at, each.start()..noun.end(), right);
        }
    });
    desk.each(&COUNTED, Line::is_prose, |at, line, found| {
        let (Some(count), Some(noun)) = (found.name("count"), found.name("noun")) else { return };
        let before = line.text[..count.start()].split_whitespace().next_back().unwrap_or("");
        let counts = !is_closed(noun.as_str())
            && !UNITS.contains(&noun.as_str())
            && (is_only_noun(noun.as_str()) || ACTS_TOO.contains(&noun.as_str()));
        if counts && !BEFORE_NUMBER.contains(&before.to_lowercase().as_str()) {
            let many = plural_of(noun.as_str());
            mark(marks, at, count.start()..noun.end(), format!("{} {many}", count.as_str()));
        }
    });
}

/// Nouns that are verbs too and that are often counted.
const ACTS_TOO: [&str; 8] =
    ["comment", "paper", "request", "question", "option", "objective", "response", "volunteer"];

/// Words after a number that have no plural there, and times of day.
const UNITS: [&str; 18] = [
    "percent", "million", "billion", "hundred", "thousand", "dozen", "noon", "midnight", "euro",
    "metre", "series", "species", "sheep", "aircraft", "half", "quarter", "third", "plus",
];

/// Before a number these say that it counts nothing.
const BEFORE_NUMBER: [&str; 12] = [
    "item", "section", "part", "version", "phase", "day", "level", "annex", "no.", "number",
    "paper", "room",
];

fn plural_verb(verb: &str) -> &'static str {
    match verb {
        "has" => "have",
        "has been" => "have been",
        "is" => "are",
        "does" => "do",
        _ => "were",
    }
}

fn mark(marks: &mut Marks, at: usize, range: std::ops::Range<usize>, right: String) {
    let message = format!("Write “{}”.", right.replace('\n', " "));
    marks.words(at, range, message, Fix::proposed(right));
}

fn participle(desk: &Desk, marks: &mut Marks) {
    desk.each(&WRONG_FORM, Line::is_prose, |at, _, found| {
        let (Some(before), Some(wrong)) = (found.name("before"), found.name("wrong")) else {
            return;
        };
        let right = PARTICIPLES.iter().find(|(form, _)| *form == wrong.as_str());
        let Some((_, right)) = right else { return };
        let right = format!("{}{right}", before.as_str());
        mark(marks, at, before.start()..wrong.end(), right);
    });
}

/// Whether a word is a verb; “the” is none, though the dictionary has the makings of one.
fn acts(word: &str) -> bool {
    is_verb(word) && !is_closed(word)
}

fn after_verb(desk: &Desk, marks: &mut Marks) {
    desk.each(&SUGGEST_TO, Line::is_prose, |at, line, found| {
        let Some(whole) = found.get(0).filter(|_| acts(&found["infinitive"])) else { return };
        // It is recommended to do something; a plan suggested to members is another thing.
        let before = line.text[..whole.start()].split_whitespace().next_back().unwrap_or("");
        let passive = ["is", "are", "was", "were", "be", "been", "as", "not", "it"]
            .contains(&before)
            || before.ends_with("ly");
        if !passive {
            let right = format!("{} {}", &found["verb"], in_ing(&found["infinitive"]));
            mark(marks, at, whole.range(), right);
        }
    });
    desk.each(&IT_WAS_INFORMED, Line::is_prose, |at, _, found| {
        let Some(whole) = found.get(0) else { return };
        let right = format!("Participants were{}", &whole.as_str()[6..]);
        mark(marks, at, whole.range(), right);
    });
    desk.each(&INFORMED_THAT, Line::is_prose, |at, _, found| {
        let Some(words) = found.name("words") else { return };
        // Members informed about the plan were told of it.
        if words.as_str().ends_with("that")
            || !found[0].trim_end_matches(words.as_str()).trim_end().ends_with('s')
        {
            let right = words.as_str().replacen("informed", "informed the group", 1);
            mark(marks, at, words.range(), right);
        }
    });
}
