//! Small slips of grammar (GRM) that need no parser: each is almost never right.

use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "GRM-1",
        reason: "After “a” and “an” stands a singular.",
        severity: Severity::Error,
        look: plural_after_article,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They host a discussions during the event.", "a discussions", "a discussion"),
            ("They sent a letters to it.", "a letters", "a letter"),
            ("They need a permanent fora.", "a permanent fora", "a permanent forum"),
            ("They set a criteria for it.", "a criteria", "a criterion"),
            ("They planned a meetings in May.", "a meetings", "a meeting"),
        ],
        silent: &[
            "They host a discussion during the event.",
            "They have a series of talks and a means to an end.",
            "They took a systems approach and a communications plan.",
            "A previous process was a success in a sense.",
            "They need a permanent forum, a basis and a focus on trade.",
        ],
    },
    Rule {
        code: "GRM-3",
        reason: "“Between” goes with “and”, “from” with “to”.",
        severity: Severity::Style,
        look: between,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("It is held between 7-9 May.", "between 7-9 May", "between 7 and 9 May"),
            ("It is held from 7-9 May.", "from 7-9 May", "from 7 to 9 May"),
            ("It is held between 7–9 May.", "between 7–9 May", "between 7 and 9 May"),
            ("It has between 10-12 pages.", "between 10-12 pages", "between 10 and 12 pages"),
            ("It lasts from 13:00-14:30 UTC.", "from 13:00-14:30", "from 13:00 to 14:30"),
            ("It lasts from May - June.", "from May - June", "from May to June"),
        ],
        silent: &[
            "It is held between 7 and 9 May.",
            "It is held from 7 to 9 May.",
            "It is held on 7–9 May.",
            "It quotes from 2025-12 reports.",
            "It lies between the two.",
        ],
    },
    Rule {
        code: "GRM-5",
        reason: "“An” stands before a vowel that is heard, “a” before everything else.",
        severity: Severity::Error,
        look: a_or_an,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("It is a important step.", "a important", "an important"),
            ("It is an new step.", "an new", "a new"),
            ("It is a example.", "a example", "an example"),
            ("It is an big step.", "an big", "a big"),
            ("It is a idea.", "a idea", "an idea"),
            ("They named an Special Envoy.", "an Special", "a Special"),
            ("They named a Envoy.", "a Envoy", "an Envoy"),
            ("It is an UN paper.", "an UN", "a UN"),
            ("It is a IGF paper.", "a IGF", "an IGF"),
            ("It is an DC paper.", "an DC", "a DC"),
        ],
        silent: &[
            "It is an important step.",
            "It is a European and a unique one, a university and a user.",
            "It is an hour and an honest answer, an heir too.",
            "It is a one-off, a united one, a useful one.",
            "It is an MAG member, an NRI, a UN body.",
            "It is a European, a Ukrainian and an Honorary one; Series A Investors agreed.",
            "It is an IGF, an AI, a EU and a UNDP paper, and annex a.",
        ],
    },
    Rule {
        code: "GRM-6",
        reason: "No word stands twice.",
        severity: Severity::Error,
        look: doubled_word,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They sent the the letter.", "the the", "the"),
            ("It is is late.", "is is", "is"),
            ("They agreed to to send it.", "to to", "to"),
            ("It was sent with with care.", "with with", "with"),
            ("They saw a a plan.", "a a", "a"),
            ("They said that that their plan was late.", "that that", "that"),
        ],
        silent: &[
            "They had had enough.",
            "They said that that was late.",
            "It is what it is.",
            "They met again and again.",
            "Walla Walla is a town.",
            "It can be filled in in an hour, and was logged on on time.",
        ],
    },
    Rule {
        code: "GRM-7",
        reason: "No space stands before a comma or full stop, one after it and one between words.",
        severity: Severity::Style,
        look: spacing,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They met , and spoke.", "met ,", "met,"),
            ("They met,and spoke.", "met,and", "met, and"),
            ("They met .", "met .", "met."),
            ("They spoke of trade ; then left.", "trade ;", "trade;"),
            ("They met.Then they spoke.", "met.Then", "met. Then"),
            ("They met  again in Oslo.", "met  again", "met again"),
        ],
        silent: &[
            "They met, and spoke.",
            "They have 1,000 members at 13.30.",
            "They read example.org and CGI.br pages.",
            "They met … and spoke.",
            "See the U.S. Department, e.g.this.",
        ],
    },
    Rule {
        code: "GRM-8",
        reason: "A sentence begins with a capital letter and a paragraph ends with a full stop.",
        severity: Severity::Style,
        look: sentence_bounds,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They met in Oslo. then they spoke of trade.", "then", "Then"),
            ("They agreed. she thanked them.", "she", "She"),
            ("They met in Bergen. it was cold.", "it", "It"),
            ("Tom Birch read the letter. he agreed with it.", "he", "He"),
            ("Ines Almond noted the plan. the plan is new.", "the", "The"),
        ],
        silent: &[
            "They met in Oslo. Then they spoke.",
            "They met, i.e. they spoke, at 6 p.m. in Oslo.",
            "They named Inc. and co. as partners, etc. and so on.",
            "They read paras. one and two, vs. three.",
            "They met at Harbour Corp. offices in May.",
        ],
    },
];

static ARTICLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|\s)(?P<all>(?P<article>[Aa]n?)\s(?P<noun>[a-z]{3,}s))(?:[.,;:!?)]|\s(?:during|in|on|of|at|for|with|to|and|about|that|which|was|were|is|by|from|after|before|at|or|under|between|among|regarding)\b)",
    )
});
static IRREGULAR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|\s)(?P<all>(?:[Aa]n?|[Oo]ne)\s(?:(?:[a-z]+\s)(?:and\s[a-z]+\s)?)?(?:[a-z]+\sand\s)?(?P<noun>fora|criteria|phenomena))\b",
    )
});
const MONTHS: &str =
    "January|February|March|April|May|June|July|August|September|October|November|December";
const WEEKDAYS: &str = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
static BETWEEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?P<word>[Bb]etween|[Ff]rom)(?P<gap>\s)(?P<from>\d{{1,2}}(?::\d{{2}})?(?:\s(?:{MONTHS}))?|{MONTHS}|{WEEKDAYS})\s?[-–]\s?(?P<to>\d{{1,2}}(?::\d{{2}}\b|\s[A-Za-z]+)|{MONTHS}|{WEEKDAYS})",
    ))
});
static AN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^|[\s(“\x22])(?P<article>[Aa]n?)(?P<gap>\s)(?P<word>[A-Z]?[a-z]{2,})")
});
/// Abbreviations that begin with another sound than their letter, and those that begin with a vowel
/// or with a consonant, both as a word and letter by letter.
static AN_ABBREVIATION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[\s(“\x22])(?:(?P<an>an)\s(?:UN|UK|US|EU|URL|UNESCO|UNICEF|UNDP|[BCDGJKPQTVWYZ][A-Z]+)|(?P<a>a)\s(?:[AIO][A-Z]|E[A-TV-Z])[A-Z]*)\b",
    )
});
/// Verbs that go together with the “in” or “on” before another.
const GO_TOGETHER: [&str; 14] = [
    "fill", "filled", "filling", "hand", "handed", "log", "logged", "logging", "dial", "dialled",
    "goes", "went", "carried", "signed",
];
static DOUBLED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<one>[A-Za-z]+)\s(?P<two>[A-Za-z]+)\b"));
/// What begins a clause of its own after “that”, and cannot go with another “that”.
static AFTER_THAT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s(?:the|their|they|he|she|we|our|its|an?|these|those|this)\b"));
static BEFORE_STOP: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?P<word>[\p{L}\d)]+)(?P<gap> +)(?P<stop>[,.;])(?:\s|$)"));
static TWO_SPACES: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<word>\p{L}+,?) {2}(?P<next>\p{Ll}+)\b"));
static AFTER_STOP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<word>[\p{Ll}]{2,})(?P<stop>,|;)(?P<next>[\p{L}]{2,})|\b(?P<word2>[\p{Ll}]{3,})\.(?P<next2>\p{Lu}\p{Ll}{2,})\b",
    )
});
static SMALL_START: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?P<before>[\p{L}\d)”]+)\.\s(?P<word>\p{Ll}[\p{Ll}']*)\b"));

/// Words in -s that are singular, or that stand before a noun as they are.
const SINGULAR_S: &str = "\
    series means lens news species gas has was is its this as headquarters sometimes perhaps \
    besides towards always crossroads barracks works summons yes canvas atlas bias chaos ethos \
    pathos christmas mens tennis axis metropolis";

fn plural_after_article(desk: &Desk, marks: &mut Marks) {
    desk.each(&ARTICLE, Line::is_prose, |at, _, found| {
        let (Some(all), noun) = (found.name("all"), &found["noun"]) else { return };
        if is_singular_s(noun) {
            return;
        }
        let one = singular(noun);
        let message = format!("“{}” goes with a singular.", &found["article"]);
        marks.words(
            at,
            all.range(),
            message,
            Fix::proposed(format!("{} {one}", &found["article"])),
        );
    });
    desk.each(&IRREGULAR, Line::is_prose, |at, _, found| {
        let (Some(all), noun) = (found.name("all"), &found["noun"]) else { return };
        let one = match noun {
            "fora" => "forum",
            "criteria" => "criterion",
            _ => "phenomenon",
        };
        let right = all.as_str().replace(noun, one);
        marks.words(
            at,
            all.range(),
            format!("“{noun}” is a plural; write “{one}”."),
            Fix::proposed(right),
        );
        marks.severity(Severity::Style);
    });
}

/// Whether a word in -s is no plural.
pub(super) fn is_singular_s(noun: &str) -> bool {
    SINGULAR_S.split(' ').any(|known| known == noun)
        || ["ss", "us", "sis", "ics"].iter().any(|ending| noun.ends_with(ending))
}

/// The singular of a plural in -s.
pub(super) fn singular(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for ending in ["sses", "shes", "ches", "xes"] {
        if noun.ends_with(ending) {
            return noun[..noun.len() - 2].to_owned();
        }
    }
    noun[..noun.len() - 1].to_owned()
}

fn between(desk: &Desk, marks: &mut Marks) {
    desk.each(&BETWEEN, Line::is_prose, |at, _, found| {
        let Some(whole) = found.get(0) else { return };
        let link = if found["word"].eq_ignore_ascii_case("between") { "and" } else { "to" };
        let right = format!(
            "{}{}{} {link} {}",
            &found["word"], &found["gap"], &found["from"], &found["to"]
        );
        let message = format!("“{}” goes with “{link}”.", &found["word"]);
        marks.words(at, whole.range(), message, Fix::proposed(right));
    });
}

fn a_or_an(desk: &Desk, marks: &mut Marks) {
    let consonant =
        ["eu", "one", "once", "uni", "use", "usu", "uti", "ubi", "ura", "ure", "uku", "ewe", "ufo"];
    let silent_h = ["hour", "honest", "honour", "honor", "heir"];
    desk.each(&AN_ABBREVIATION, Line::is_prose, |at, _, found| {
        let too_much = found.name("an").map(|article| (article, "a"));
        let too_little = found.name("a").map(|article| (article, "an"));
        let (Some((article, right)), Some(whole)) = (too_much.or(too_little), found.get(0)) else {
            return;
        };
        let rest = &whole.as_str()[article.end() - whole.start()..];
        let message = format!("Write “{right} {}”.", rest.trim_start());
        let fix = Fix::proposed(format!("{right}{rest}"));
        marks.words(at, article.start()..whole.end(), message, fix);
    });
    desk.each(&AN, Line::is_prose, |at, _, found| {
        let (Some(article), Some(word)) = (found.name("article"), found.name("word")) else {
            return;
        };
        let printed = word.as_str();
        // Series A Investors; an Mbps more: capitals are read in many ways.
        let named = printed.starts_with(char::is_uppercase);
        if named && (article.as_str().starts_with('A') || !is_read_as_word(printed)) {
            return;
        }
        let text = &printed.to_lowercase();
        let heard = if text.starts_with(['a', 'e', 'i', 'o', 'u']) {
            let unusual =
                text.starts_with("unin") || text.starts_with("unim") || text.starts_with("unid");
            !consonant.iter().any(|start| text.starts_with(start)) || unusual
        } else {
            silent_h.iter().any(|start| text.starts_with(start))
        };
        let is_an = article.as_str().len() == 2;
        if heard != is_an && !(is_an && text.starts_with('h')) {
            let right = match (article.as_str().starts_with('A'), heard) {
                (true, true) => "An",
                (true, false) => "A",
                (false, true) => "an",
                (false, false) => "a",
            };
            let fix = Fix::proposed(format!("{right}{}{printed}", &found["gap"]));
            let message = format!("Write “{right} {printed}”.");
            marks.words(at, article.start()..word.end(), message, fix);
        }
    });
}

/// Whether a capitalised word is pronounced as its letters say.
fn is_read_as_word(word: &str) -> bool {
    word.len() > 3 && !word.starts_with(['U', 'H']) && word[1..].contains(['a', 'e', 'i', 'o', 'u'])
}

fn doubled_word(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.typed() {
        let mut from = 0;
        while let Some(found) = DOUBLED.captures_at(&line.text, from) {
            let (Some(one), Some(two)) = (found.name("one"), found.name("two")) else { break };
            from = two.start();
            let allowed = ["had", "that", "so", "very", "who", "do", "no"]
                .contains(&one.as_str().to_lowercase().as_str());
            let name = one.as_str().len() > 1
                && one.as_str().starts_with(char::is_uppercase)
                && two.as_str().starts_with(char::is_uppercase);
            // It is filled in in an hour.
            let before = line.text[..one.start()].trim_end();
            let before = before.rsplit([' ', '\n']).next().unwrap_or("").to_lowercase();
            let allowed = allowed
                || matches!(one.as_str(), "in" | "on") && GO_TOGETHER.contains(&before.as_str());
            // “That that was late”, but “that that their”.
            let allowed = allowed
                && !(one.as_str() == "that" && AFTER_THAT.is_match(&line.text[two.end()..]));
            // Two lines that came together: search Search a text.
            let heading = two.as_str().starts_with(char::is_uppercase)
                && !one.as_str().starts_with(char::is_uppercase);
            if one.as_str().eq_ignore_ascii_case(two.as_str())
                && !allowed
                && !heading
                && !name
                && !line.in_address(&(one.start()..two.end()))
            {
                marks.words(
                    at,
                    one.start()..two.end(),
                    "This word stands twice.",
                    Fix::safe(one.as_str()),
                );
            }
        }
    }
}

fn spacing(desk: &Desk, marks: &mut Marks) {
    desk.each(
        &BEFORE_STOP,
        |_| true,
        |at, _, found| {
            let (Some(word), Some(stop)) = (found.name("word"), found.name("stop")) else { return };
            let fix = Fix::safe(format!("{}{}", word.as_str(), stop.as_str()));
            marks.words(at, word.start()..stop.end(), "No space stands before this mark.", fix);
        },
    );
    let worded = |line: &Line| line.is_prose() || line.is_title();
    desk.each(&TWO_SPACES, worded, |at, _, found| {
        let Some(whole) = found.get(0) else { return };
        let right = format!("{} {}", &found["word"], &found["next"]);
        marks.words(at, whole.range(), "One space stands between words.", Fix::safe(right));
    });
    desk.each(&AFTER_STOP, Line::is_prose, |at, line, found| {
        let Some(whole) = found.get(0) else { return };
        let glued_name = line.text[whole.end()..].starts_with(['.', '/', '@'])
            || line.text[..whole.start()].ends_with(['.', '/', '@']);
        let right = match (found.name("word"), found.name("word2")) {
            (Some(word), _) => format!("{}{} {}", word.as_str(), &found["stop"], &found["next"]),
            (_, Some(word)) => format!("{}. {}", word.as_str(), &found["next2"]),
            _ => return,
        };
        if !glued_name {
            marks.words(at, whole.range(), "A space stands after this mark.", Fix::safe(right));
        }
    });
}

fn sentence_bounds(desk: &Desk, marks: &mut Marks) {
    desk.each(
        &SMALL_START,
        |line| line.role == Role::Paragraph,
        |at, _, found| {
            let Some(word) = found.name("word") else { return };
            let before = &found["before"];
            let short = before.chars().count() <= 3
                || ["etc", "Corp", "approx", "dept", "Dept", "paras"].contains(&before)
                || before.contains('.');
            if !short {
                let mut letters = word.as_str().chars();
                let capital: String = letters
                    .next()
                    .into_iter()
                    .flat_map(char::to_uppercase)
                    .chain(letters)
                    .collect();
                marks.words(
                    at,
                    word.range(),
                    "A sentence begins with a capital letter.",
                    Fix::proposed(capital),
                );
            }
        },
    );
}
