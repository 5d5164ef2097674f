//! Nouns that lack what belongs to them (GRM-2, GRM-10).

use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "GRM-2",
        reason: "A sentence has its articles and its subject.",
        severity: Severity::Style,
        look: without_article,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("Proposal will be finalised by May.", "Proposal", "The proposal"),
            ("Tom Birch agreed. Draft is ready.", "Draft", "The draft"),
            ("Webinar was held in Oslo.", "Webinar", "The webinar"),
            ("Host shared the plan with them.", "Host", "The host"),
            ("They agreed. IGF Secretariat noted it.", "IGF Secretariat", "The IGF Secretariat"),
            ("Coordinator from Norway asked for it.", "Coordinator", "The coordinator"),
            ("Moderator then welcomed everybody.", "Moderator", "The moderator"),
            ("Secretariat will send it in May.", "Secretariat", "The Secretariat"),
            ("They asked for more time. Deadline should be May.", "Deadline", "The deadline"),
            ("It will be ready by 26 March, and plan to hold a webinar.", "and plan", ""),
        ],
        silent: &[
            "The proposal will be finalised by May.",
            "Proposals will be read in May.",
            "Members agreed, and plan to hold a webinar.",
            "Letters was the topic of the talk.",
            "Draft letters were read.",
            "The host shared the plan. Host countries were named, and Secretariat staff came.",
            "Moderator: Tom Birch. Coordinator of the talks: Ines Almond.",
        ],
    },
    Rule {
        code: "GRM-10",
        reason: "A number stands with what it counts.",
        severity: Severity::Style,
        look: bare_number,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("There are more than 900 already registered.", "900 already", ""),
            ("Celine noted that there are 40 registered.", "40 registered", ""),
            ("There were over 1,200 registered by May.", "1,200 registered", ""),
            ("They heard that there are now 25 confirmed.", "25 confirmed", ""),
            ("There have been about 30 submitted so far.", "30 submitted", ""),
            ("The library is used by over 900.", "over 900", ""),
        ],
        silent: &[
            "There are more than 900 participants already registered.",
            "In 2025 there were plans.",
            "Ines Almond noted that 40 have answered.",
            "There are two left.",
            "Of the journals, 31 are printed.",
            "It is used by over 900 people, and the number of readers rose by over 900.",
        ],
    },
];

static BARE_SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[.!?]\s)(?P<noun>Proposal|Draft|Meeting|Report|Deadline|Document|Letter|Group|Session|Webinar|Workshop|Paper|Call|Survey|Questionnaire|Agenda|Chair|Committee|Summary|Statement|Programme|Recording|Link)\s(?:will|was|is|has|had|should|would|could|can|needs)\b",
    )
});
/// Somebody by an office, who has an article before a verb of saying or doing.
static BARE_PERSON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|\p{Ll}[.!?]\s)(?P<noun>(?:IGF\s)?Secretariat|Host|Coordinator|Moderator|Organiser|Organizer|Facilitator|Convenor)\s(?:(?:from|of)\s(?:the\s)?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s)?(?:also\s|then\s)?(?:shared|asked|noted|explained|reminded|opened|welcomed|thanked|informed|presented|suggested|confirmed|reported|invited|introduced|briefed|was|has|will)\b",
    )
});
static NO_SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?P<before>,)(?P<words>\sand\s(?P<verb>plan|hope|intend|expect|aim))\sto\b")
});
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b[Tt]here\s(?:are|were|have\sbeen)\s(?:now\s|already\s)?(?:(?:more\sthan|over|about|some|nearly|almost|at\sleast)\s)?(?P<number>\d{1,3}(?:,\d{3})*)\s(?P<word>already|now|registered|signed|confirmed|expected|planned|submitted|left)\b",
    )
});

static USED_BY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:used|attended|visited|followed|joined|signed|watched)\sby\s(?P<number>(?:over|more\sthan|about|nearly|almost|some)\s\d{1,3}(?:,\d{3})*)[.;]",
    )
});

fn without_article(desk: &Desk, marks: &mut Marks) {
    desk.each(&BARE_SUBJECT, Line::is_prose, |at, _, found| {
        let Some(noun) = found.name("noun") else { return };
        let right = format!("The {}", noun.as_str().to_lowercase());
        let message = format!("An article is missing; write “{right}”.");
        marks.words(at, noun.range(), message, Fix::proposed(right));
    });
    desk.each(&BARE_PERSON, Line::is_prose, |at, _, found| {
        let Some(noun) = found.name("noun") else { return };
        // The report's own capital stays: the Host.
        let own = format!("he {}", noun.as_str());
        let kept = noun.as_str().ends_with("Secretariat")
            || desk.lines().iter().any(|line| line.text.contains(&own));
        let name = match kept {
            true => noun.as_str().to_owned(),
            false => noun.as_str().to_lowercase(),
        };
        let right = format!("The {name}");
        let message = format!("An article is missing; write “{right}”.");
        marks.words(at, noun.range(), message, Fix::proposed(right));
    });
    desk.each(&NO_SUBJECT, Line::is_prose, |at, line, found| {
        let (Some(words), Some(before)) = (found.name("words"), found.name("before")) else {
            return;
        };
        // Several who are named before it plan together.
        let subject = line.text[..before.start()].rsplit(['.', ';']).next().unwrap_or("");
        let several =
            ["they ", "They ", "members", "participants", "Participants", "Members", " and "]
                .iter()
                .any(|many| subject.contains(many));
        if !several {
            marks.words(
                at,
                words.start() + 1..words.end(),
                "It is not said who does this; name them.",
                None,
            );
        }
    });
}

fn bare_number(desk: &Desk, marks: &mut Marks) {
    let message = "It is not said what this number counts.";
    desk.each(&USED_BY, Line::is_prose, |at, _, found| {
        let Some(number) = found.name("number") else { return };
        marks.words(at, number.range(), message, None);
    });
    desk.each(&NUMBER, Line::is_prose, |at, _, found| {
        let (Some(number), Some(word)) = (found.name("number"), found.name("word")) else { return };
        marks.words(at, number.start()..word.end(), message, None);
    });
}
