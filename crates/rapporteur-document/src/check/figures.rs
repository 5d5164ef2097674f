//! Numbers in figures that belong in words: those below ten (STY-9), and at the beginning of a
//! sentence (STY-20).

use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "STY-9",
        reason: "Numbers below ten are written out.",
        severity: Severity::Style,
        look: small_numbers,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("A timeline for the 4 webinars was shared.", "4 webinars", "four webinars"),
            ("They held 3 sessions.", "3 sessions", "three sessions"),
            ("They read 2 drafts.", "2 drafts", "two drafts"),
            ("All 9 proposals were read.", "9 proposals", "nine proposals"),
            ("They have 5 members.", "5 members", "five members"),
            ("They read the 3 remaining drafts.", "3 remaining drafts", "three remaining drafts"),
            ("Two were held, and 6 more are planned.", "6 more are", "six more are"),
        ],
        silent: &[
            "A timeline for the four webinars was shared.",
            "They read section 4 drafts first.",
            "It takes 3 years and 5 minutes, or 5 more weeks, in round 2 versus the other.",
            "They have 15 members.",
            "They met on 4 March, between 7 and 9 May, and in WG 4 sessions.",
        ],
    },
    Rule {
        code: "STY-20",
        reason: "No sentence begins with a figure.",
        severity: Severity::Style,
        look: first,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("140 residents took part.", "140 residents", "A total of 140 residents"),
            ("They met in Oslo. 5 speakers came.", "5 speakers", "Five speakers"),
            ("12 proposals were read.", "12 proposals", "Twelve proposals"),
            (
                "The call is open. 1,200 members have joined.",
                "1,200 members",
                "A total of 1,200 members",
            ),
            ("It was cold. 3 rooms were closed.", "3 rooms", "Three rooms"),
            ("It was cold. 84 NGOs have replied.", "84 NGOs", "A total of 84 NGOs"),
        ],
        silent: &[
            "Five speakers came, and 140 residents took part.",
            "They met in room no. 5 of the house.",
            "They read section 2. 3 was left out.",
            "He named:\n\n- 12 rooms\n- 5 speakers",
            "2026 was a good year. 12 March is late.",
        ],
    },
];

static FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|\b\p{L}\p{Ll}{2,}[.!?]\s)(?P<number>\d{1,3}(?:,\d{3})*)(?P<gap>\s)(?P<noun>\p{Ll}{3,}|\p{Lu}{2,}s)\b",
    )
});
const WORDS: [&str; 13] = [
    "", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
    "Twelve",
];

fn first(desk: &Desk, marks: &mut Marks) {
    let text = |line: &Line| {
        matches!(line.role, Role::Paragraph | Role::Front)
            && line.text.contains(|c: char| c.is_ascii_digit())
    };
    desk.each(&FIRST, text, |at, line, found| {
        let (Some(number), Some(noun)) = (found.name("number"), found.name("noun")) else { return };
        let before = line.text[..number.start()].trim_end();
        let short = [" approx.", " etc.", " para.", " paras.", " vol.", " page."];
        if short.iter().any(|short| before.ends_with(short))
            || ["was", "were", "and", "was"].contains(&noun.as_str())
        {
            return;
        }
        let small = number.as_str().parse::<usize>().ok().and_then(|number| WORDS.get(number));
        let written = match small {
            Some(word) if !word.is_empty() => (*word).to_owned(),
            _ => format!("A total of {}", number.as_str()),
        };
        let right = format!("{written}{}{}", &found["gap"], noun.as_str());
        let message = "A sentence begins with a word.";
        marks.words(at, number.start()..noun.end(), message, Fix::proposed(right));
    });
}

static SMALL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[\s(])(?P<number>[2-9])(?P<gap>[ \n])(?P<noun>(?:(?:remaining|other|more|new|main|first|last|next|different|additional|further|key|upcoming|short|regional|national|virtual|open)[ \n])?[a-z]+(?:-[a-z]+)?s|(?:more|others?)[ \n](?:are|were|have|will))\b",
    )
});

static BEFORE_SMALL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:\b(?:WG|[Ss]ection|[Pp]ara\.?|[Pp]aragraph|[Pp]art|[Aa]rticle|[Aa]nnex|[Ii]tem|[Nn]o\.?|[Nn]umber|[Ll]ine|[Pp]age|[Gg]oal|[Dd]ay|[Pp]hase|[Tt]rack|[Ww]eek|[Rr]ound|[Vv]ersion|[Pp]ackage|[Oo]bjective|[Ss]tream|[Cc]hapter|[Oo]ption|[Tt]heme|[Pp]illar|[Ss]tep|[Ss]tage|[Ll]evel|[Tt]able|[Ff]igure|[Qq]uestion|[Rr]ecommendation|[Pp]rinciple|[Tt]arget|[Aa]ction|[Ss]ession|[Rr]oom|[Tt]ask|[Cc]luster|[Ss]cenario|[Aa]ppendix|[Ff]ootnote|[Ss]lide|[Cc]ategory|[Tt]ier|[Zz]one|[Pp]riority|[Pp]roposal|[Dd]raft|[Mm]odule|[Uu]nit|[Cc]lause|[Tt]ype|[Aa]rea|[Hh]all|[Vv]olume|[Ii]ssue|[Pp]oint|[Cc]riterion|[Gg]roup|[Mm]eeting|SDG|and|to|or|–|-|:)|[\d,.–/+-])\s?$",
    )
});

const UNITS: &[&str] = &[
    "metres", "pages", "points", "percents", "times", "is", "was", "has", "as", "pounds",
    "dollars", "euros", "versus",
];

/// Units of time, in figures where the paragraph has no others.
const TIMES: [&str; 7] = ["years", "months", "weeks", "days", "hours", "minutes", "seconds"];

const FIGURES: [&str; 10] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

fn small_numbers(desk: &Desk, marks: &mut Marks) {
    desk.each(&SMALL, Line::is_prose, |at, line, found| {
        let (Some(number), Some(noun)) = (found.name("number"), found.name("noun")) else { return };
        let before = &line.text[..number.start()];
        let unit = noun.as_str().rsplit([' ', '\n']).next().unwrap_or_default();
        // Three minutes, and five minutes: a paragraph writes its times one way.
        let timed = TIMES.contains(&unit) && !in_words(&line.text);
        // Six more is never the end of a range.
        let more = noun.as_str().starts_with("more");
        if UNITS.contains(&unit) || timed || BEFORE_SMALL.is_match(before) && !more {
            return;
        }
        let Some(word) = number.as_str().parse::<usize>().ok().and_then(|n| FIGURES.get(n)) else {
            return;
        };
        let right = format!("{word}{}{}", &found["gap"], noun.as_str());
        let message = format!("Write “{word}”.");
        marks.words(at, number.start()..noun.end(), message, Fix::safe(right));
    });
}

/// Whether a time is written in words here.
fn in_words(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let unit = pair[1].trim_end_matches(|c: char| !c.is_alphabetic());
        FIGURES[2..].contains(&pair[0]) && TIMES.contains(&unit)
    })
}
