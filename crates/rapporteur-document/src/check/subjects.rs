//! Verbs in the number of their subject (GRM-15, GRM-16).
//!
//! As in [`agreement`](super::agreement) no parser stands behind this: the subject begins its
//! sentence or what somebody said, so that nothing before it can be the subject instead.

use super::grammar::is_singular_s;
use super::heads;
use super::participants::entries;
use super::tokens::tokens;
use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "GRM-15",
        reason: "The verb has the number of its subject, not of the noun beside it.",
        severity: Severity::Error,
        look: number,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("The evaluation of the centres have shown it.", "have", "has"),
            ("Tom Birch said that the list of speakers are long.", "are", "is"),
            ("The deadlines for the call was discussed.", "was", "were"),
            ("The number of the sessions were too high.", "were", "was"),
            ("They noted that the number of calls for rooms are higher.", "are", "is"),
            ("The delegations in Oslo is glad.", "is", "are"),
            ("Tom Birch replied that loudspeakers on buses is used.", "is", "are"),
            ("They also wants to meet.", "wants", "want"),
            ("They was late, and they has no rooms.", "was", "were"),
            ("Each city have a focal point.", "have", "has"),
            ("They heard that everybody were asked.", "were", "was"),
            ("Some of them has answered.", "has", "have"),
            ("Over 700 newcomers has registered.", "has", "have"),
            ("There is only 90 mentors now.", "is", "are"),
            ("Tom Birch noted that the mandate are old.", "mandate are", "mandate is"),
            ("They heard that the terms of the new agreements is known.", "agreements is", "are"),
            ("Ines asked whether anybody have read it.", "have", "has"),
            ("The main problem are the rooms.", "problem are", "problem is"),
            ("Tom Birch noted that no conclusion have been reached.", "have", "has"),
            ("The principles of 2014 is valid.", "is", "are"),
            ("Many governments asks for it.", "asks", "ask"),
            ("It said that 90 % of the attendees was glad.", "was", "were"),
            ("He suggest a call.", "suggest", "suggests"),
            ("One of the hosts have answered.", "have", "has"),
            ("The coordinators has read the plan.", "coordinators has", "coordinators have"),
            ("Several small ports is closed.", "ports is", "ports are"),
            ("The new tests fails.", "tests fails", "tests fail"),
            ("Ines noted that the draft contain several errors.", "contain", "contains"),
            ("He underlined that developing countries needs more time.", "needs", "need"),
            ("They wrote to those who speaks at the forum.", "speaks", "speak"),
            ("At 12 of the stations the values is low.", "is", "are"),
            ("It says that the catch of mussels have fallen.", "have", "has"),
        ],
        silent: &[
            "In May the hosts are ready. In support of the stations the value is high.",
            "Of the halls, one of which is old, two are new, and everybody has seen them.",
            "She is one of the members who speaks, and the members who often speak agreed.",
            "They noted that working groups need time, and that the draft contains it.",
            "The evaluation of the centres has shown it, and the number of sessions was high.",
            "A number of sessions were full. The majority of the members have agreed.",
            "The plans for everyone are ready. The rooms for each member are booked.",
            "Did anybody have a plan? Let everybody have a say. They each have one.",
            "The list and the evaluation of the centres are ready.",
            "There is only 20 minutes left. Twenty minutes is enough.",
            "The news of the talks is good. The series of talks is long.",
            "They are late; they have gone. Between them he was the first.",
            "The costs for all of them is what they discussed.",
            "The question that matters for members is simple.",
            "The plan and the report are ready. What they plan are two calls. The committee are late.",
            "They agreed that each member have two minutes.",
            "The coordinators have read the plan. The series has begun, and the news is good.",
            "The plan members discussed is late. The day the group meets is near.",
            "The working methods paper was read. The members' list was read. The United Nations has agreed.",
            "The committee are open to it, and the majority of the members have agreed.",
            "The two are alike, and the last four are new. The deaf were heard. The information is new. Two weeks is enough.",
        ],
    },
    Rule {
        code: "GRM-16",
        reason: "One person has a verb in the singular.",
        severity: Severity::Error,
        look: one_person,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("Ines have read the plan.", "have", "has"),
            ("Tom Birch said that Maria Cole are right.", "are", "is"),
            ("They heard it. Tom were asked.", "were", "was"),
            ("Tom do not agree.", "do", "does"),
            ("Ines Almond have sent it.", "have", "has"),
            ("Tom and Ines has sent it.", "has", "have"),
            ("They noted that ITU and UNESCO was asked.", "was", "were"),
        ],
        silent: &[
            "Ines has read the plan. Tom Birch was asked.",
            "Tom and Ines have read the plan. Research and Development has agreed.",
            "Harbour Trust have agreed, and Norway are the hosts.",
            "If Tom were asked, he would agree.",
            "The friends of Tom are here.",
            "Maria do Carmo agreed. Tom do Carmo noted it.",
        ],
    },
];

/// What may stand before a subject: the beginning of a sentence, or a verb of saying. After what is
/// proposed or agreed the verb may rightly be a subjunctive: that each member have two minutes.
const OPENS: &str = r"(?:^|[.;!?]\s|\b(?:noted|said|replied|reported|confirmed|added|explained|recalled|stressed|argued|felt|heard|responded|answered|observed|remarked|mentioned|clarified|indicated|believed|thought)\sthat\s|\b(?:whether|because)\s)";

static HEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"{OPENS}(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir)\s(?:[a-z]+\s)?number\sof\s(?:the\s|its\s|all\s|these\s)?(?:[A-Za-z]+\s)?(?P<noun>[A-Za-z]{{3,}}s)\s(?P<verb>have|were|are)\b"
    ))
});
static EVERYBODY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:{OPENS}|,\s(?:and|but)\s)(?:[Aa]ny|[Ee]very|[Nn]o|[Ss]ome)(?:body|one|\sone)\s(?:else\s)?(?P<verb>have|were|are)\b"
    ))
});
static EACH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:{OPENS}|,\sand\s)(?:[Ee]ach|[Ee]very)\s(?:of\sthem|(?:of\s(?:the|these)\s)?[A-Za-z]+)\s(?P<verb>have|were|are)\b"
    ))
});
static ONE_OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:{OPENS}|,\s(?:and\s|but\s)?)(?:[Oo]nly\s)?[Oo]ne\sof\s(?:the|these|those|its|their|our|\d+)\s(?:[a-z-]+\s)?(?P<noun>[a-z]{{3,}}s)\s(?P<verb>have|were|are)\b"
    ))
});
static OF_THEM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<many>\b(?:[Mm]ost|[Mm]any|[Ss]ome|[Aa]ll|[Bb]oth|[Ss]everal|[Ff]ew|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|\d+|per\scent|percent)|\d\s?%)\sof\s(?:them|these|those|(?:the|these|those|its|their|our)\s(?:[a-z-]+\s)?(?P<noun>[a-z]{3,}s))\s(?P<verb>has|is|was|does)\b",
    )
});
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"{OPENS}(?:(?:[Oo]ver|[Mm]ore\sthan|[Aa]bout|[Ss]ome|[Aa]lmost|[Nn]early|[Oo]nly|[Aa]t\sleast)\s)?(?:\d{{2,3}}(?:,\d{{3}})*|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)\s(?P<noun>[a-z]{{3,}}s)\s(?P<verb>has|was|does)\b"
    ))
});
static THERE_IS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b[Tt]here\s(?P<verb>is|was)\s(?:(?:only|also|about|already|still|now|over|nearly|almost|at\sleast|more\sthan)\s)+(?:\d{1,3}(?:,\d{3})*|two|three|four|five|six|seven|eight|nine|ten)\s(?P<noun>[a-z]{3,}s)\b",
    )
});
static OF_MANY: LazyLock<Regex> = LazyLock::new(|| pattern(r"[ \n](?:have|are|were|do[ \n]not)\b"));
static PERSON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"{OPENS}(?P<given>\p{{Lu}}[\p{{L}}'’-]+)(?:\s\p{{Lu}}[\p{{L}}'’-]+)?\s(?P<verb>have|are|were|do\snot)\b"
    ))
});

/// Amounts, which are one thing however many: twenty minutes is enough.
const AMOUNTS: [&str; 16] = [
    "years",
    "months",
    "weeks",
    "days",
    "hours",
    "minutes",
    "seconds",
    "euros",
    "dollars",
    "pounds",
    "metres",
    "kilometres",
    "miles",
    "tonnes",
    "points",
    "percents",
];

fn number(desk: &Desk, marks: &mut Marks) {
    let plural = |noun: &str| !is_singular_s(noun) && !AMOUNTS.contains(&noun);
    let every = [&HEAD, &EVERYBODY, &EACH, &ONE_OF];
    for one in every {
        desk.each(one, Line::is_prose, |at, line, found| {
            let noun = found.name("noun").is_none_or(|noun| !is_singular_s(noun.as_str()));
            if let Some(verb) = found.name("verb").filter(|_| noun) {
                mark(marks, at, line, verb);
            }
        });
    }
    for several in [&NUMBERED, &THERE_IS] {
        desk.each(several, Line::is_prose, |at, line, found| {
            if let Some(verb) = found.name("verb").filter(|_| plural(&found["noun"])) {
                mark(marks, at, line, verb);
            }
        });
    }
    for (at, line) in desk.manuscript.prose() {
        for (range, right) in heads::verbs(&tokens(line)) {
            write(marks, at, line, range, &right);
        }
    }
    desk.each(&OF_THEM, Line::is_prose, |at, line, found| {
        let before = line.text[..found.get(0).map_or(0, |whole| whole.start())].trim_end();
        let before = before.rsplit([' ', '\n']).next().unwrap_or("").to_lowercase();
        let governed = ["for", "of", "to", "by", "with", "from", "in", "on", "at", "about", "one"];
        let many = found.name("noun").is_none_or(|noun| plural(noun.as_str()));
        let many = many && !governed.contains(&before.as_str());
        if let Some(verb) = found.name("verb").filter(|_| many) {
            mark(marks, at, line, verb);
        }
    });
}

fn one_person(desk: &Desk, marks: &mut Marks) {
    let name = |name: &str| name.split(' ').next().unwrap_or("").to_owned();
    let given: BTreeSet<String> =
        entries(desk).map(|(_, _, entry)| name(&entry.name.given)).collect();
    // The pattern is slow, and few verbs stand after a name.
    several_names(desk, marks, &given);
    let named = |line: &Line| {
        OF_MANY.find_iter(&line.text).any(|verb| {
            let before = line.text[..verb.start()].rsplit([' ', '\n']).take(2);
            before.into_iter().any(|word| given.contains(word))
        })
    };
    desk.each(
        &PERSON,
        |line| line.is_prose() && named(line),
        |at, line, found| {
            if let Some(verb) = found.name("verb").filter(|_| given.contains(&found["given"])) {
                mark(marks, at, line, verb);
            }
        },
    );
}

static TWO_NAMES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"{OPENS}(?P<one>\p{{Lu}}[\p{{L}}'’-]+)(?:\s\p{{Lu}}[\p{{L}}'’-]+)?\sand\s(?P<two>\p{{Lu}}[\p{{L}}'’-]+)(?:\s\p{{Lu}}[\p{{L}}'’-]+)?\s(?P<verb>has|is|was|does)\b"
    ))
});

/// Tom and Ines has; but Research and Development has.
fn several_names(desk: &Desk, marks: &mut Marks, given: &BTreeSet<String>) {
    let abbreviated = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    let joined = |line: &Line| {
        line.is_prose()
            && line.text.contains(" and ")
            && OF_ONE.iter().any(|verb| line.text.contains(verb))
    };
    desk.each(&TWO_NAMES, joined, |at, line, found| {
        let (one, two) = (&found["one"], &found["two"]);
        let names = given.contains(one) && given.contains(two);
        if let Some(verb) =
            found.name("verb").filter(|_| names || abbreviated(one) && abbreviated(two))
        {
            mark(marks, at, line, verb);
        }
    });
}

const OF_ONE: [&str; 4] = [" has", " is", " was", " does"];

/// Writes the other number of a verb.
fn mark(marks: &mut Marks, at: usize, line: &Line, verb: regex::Match) {
    let right = match verb.as_str() {
        "have" => "has",
        "has" => "have",
        "are" => "is",
        "is" => "are",
        "were" => "was",
        "was" => "were",
        "does" => "do",
        other if other.starts_with("do") => "does not",
        other => other.trim_end_matches('s'),
    };
    write(marks, at, line, verb.range(), right);
}

/// Writes a verb after the word before it: alone it may stand there twice.
fn write(marks: &mut Marks, at: usize, line: &Line, verb: std::ops::Range<usize>, right: &str) {
    let before = &line.text[..verb.start];
    let start = before.trim_end().rfind([' ', '\n']).map_or(0, |space| space + 1);
    let start = if before.ends_with('\n') { verb.start } else { start };
    let right = format!("{}{right}", &line.text[start..verb.start]);
    marks.words(at, start..verb.end, format!("Write “{right}”."), Fix::proposed(right));
}
