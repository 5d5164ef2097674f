//! Style of words (STY): spelling in -ise, contractions, persons, figures, questions, verbs.

use super::lexicon;
use super::next_meeting::sentence;
use super::quotes::is_quoted;
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "STY-1",
        reason: "One report spells one way: -ise or -ize.",
        severity: Severity::Style,
        look: ise_or_ize,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("They finalized the plan they had organised.", "finalized", "finalised"),
            ("They recognised it while organizing.", "organizing", "organising"),
            ("They summarised the organization of it.", "organization", "organisation"),
            ("They utilised what is synthesized.", "synthesized", "synthesised"),
            ("They emphasised and categorized it.", "categorized", "categorised"),
            ("It was summarised and analyzed.", "analyzed", "analysed"),
        ],
        silent: &[
            "They finalised the plan they had organised.",
            "They finalized the plan they had organized and analysed.",
            "The size of the prize was raised.",
            "The World Health Organization was recognised.",
            "They advised and revised it, and organized a draw.",
            "They organised it by the ALA-LC romanization tables.",
        ],
    },
    Rule {
        code: "STY-2",
        reason: "A report has no contractions.",
        severity: Severity::Style,
        look: contractions,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They don't attend.", "don't", "do not"),
            ("It doesn’t reflect it.", "doesn’t", "does not"),
            ("They can't come.", "can't", "cannot"),
            ("It's late.", "It's", "It is"),
            ("They've been there.", "They've", "They have"),
            ("The group asked for the views of it's members.", "it's", "its"),
            ("The forum will hold it's next call.", "it's", "its"),
            ("They were'nt asked.", "were'nt", "were not"),
            ("The forum is discussing it's workshop.", "it's", "its"),
        ],
        silent: &[
            "They do not attend.",
            "The group's work is done.",
            "The members' views differ.",
            "The Chair’s Summary is out.",
            "It is in its place.",
            "The session “Who's who?” was held, and \"Let's talk\" was read.",
        ],
    },
    Rule {
        code: "STY-3",
        reason: "A report speaks in the third person unless it quotes a speaker.",
        severity: Severity::Style,
        look: first_person,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("We need to send the letter.", "We", ""),
            ("Our plan is ready.", "Our", ""),
            ("I will send the letter.", "I", ""),
            ("The letter reached us too late.", "us", ""),
            ("The letter reached us. The hosts were late.", "us", ""),
            ("The plan is ours, and we keep it.", "ours", ""),
            ("I informed the group that the rooms were free.", "I", ""),
        ],
        silent: &[
            "Ines Almond suggested that we send the letter.",
            "The group needs to send the letter.",
            "The US delegation spoke.",
            "“We agree”, the letter says.",
            "Part I was read.",
        ],
    },
    Rule {
        code: "STY-14",
        reason: "A report reports questions, it does not ask them.",
        severity: Severity::Style,
        look: question,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("Is there any definition of this term?", "Is there any definition of this term?", ""),
            ("Tom Birch noted the plan. What comes next?", "What comes next?", ""),
            (
                "Tom Birch noted the term - is there any definition of it yet?",
                "Tom Birch noted the term - is there any definition of it yet?",
                "",
            ),
            ("Tom Birch agreed. Who will write the letter?", "Who will write the letter?", ""),
            (
                "Is there a plan, Ines asked the members. What does it cost?",
                "What does it cost?",
                "",
            ),
            ("Tom Birch asked whether there was a plan?", "plan?", "plan."),
        ],
        silent: &[
            "Tom Birch asked whether there was a definition.",
            "The session “What comes next?” was held.",
            "The paper \"Who governs?\" was read.",
            "Tom Birch asked whether there was a plan.",
            "She read the question \"Who writes it?\" aloud.",
        ],
    },
    Rule {
        code: "STY-15",
        reason: "Reporting verbs change: noted, suggested, stressed, asked, agreed.",
        severity: Severity::Style,
        look: one_verb,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            (
                "Tom Birch noted the plan. He noted the cost. He also noted the time. He noted the day. He then noted the place.",
                "He noted",
                "",
            ),
            (
                "Tom Birch asked for rooms. She said that they are free. She also said that they are cold. She said that they are new.",
                "She said",
                "",
            ),
            (
                "Tom Birch suggested a plan. Ines suggested a day. He suggested a place. Ines suggested a time. He suggested a host.",
                "suggested a host",
                "",
            ),
            (
                "Ines suggested the plan. Tom suggested the cost. She suggested the letter. He suggested the rooms. They suggested the travel.",
                "suggested",
                "",
            ),
            (
                "Ines stressed the plan. Tom stressed the cost. She stressed the letter. He stressed the rooms. They stressed the travel. Maria Cole stressed the talks.",
                "stressed",
                "",
            ),
            (
                "Ines added the plan. Tom added the cost. She added the letter. He added the rooms. They added the travel.",
                "added",
                "",
            ),
        ],
        silent: &[
            "Tom Birch noted the plan. He stressed the cost. He also noted the time.",
            "Tom Birch noted the plan.",
            "Ines noted the plan. Tom noted the cost. She noted the letter.",
            "Ines suggested the plan. Tom suggested the cost. She suggested the letter. He suggested the rooms.",
            "Ines noted the plan. Tom stressed its cost. She added two figures. He agreed.",
        ],
    },
];

static ISE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<stem>[A-Za-z]+?)(?P<letter>[sz])(?P<end>e|es|ed|er|ers|ing|ation|ations|ational)\b",
    )
});

/// Words that end in -ise whichever way a report spells.
static NEVER_Z: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:adv|advert|appr|ar|bru|chast|circumc|compr|comprom|conc|cru|dem|desp|dev|disgu|enterpr|exc|exerc|expert|franch|gu|improv|inc|merchand|no|otherw|parad|po|prec|prem|prom|pra|ra|rev|r|superv|surm|surpr|telev|treat|tw|w|prec|dec|div|v|mis|pr|s|se|caps|over|l|l|bapt|su|anal)i$",
    )
});
static CONTRACTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<word>(?:[Dd]o|[Dd]oes|[Dd]id|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Hh]as|[Hh]ave|[Hh]ad|[Ww]ould|[Cc]ould|[Ss]hould|[Cc]a|[Ww]o|[Ss]ha|[Mm]ust|[Nn]eed)n['’]t|(?:do|does|did|is|are|was|were|has|have|had|would|could|should)['’]nt|(?:[Ii]t|[Tt]hat|[Tt]here|[Hh]e|[Ss]he|[Ww]hat|[Ww]ho|[Hh]ere|[Ll]et)['’]s|(?:I|[Yy]ou|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Ii]t)['’](?:ll|ve|re|d|m))\b",
    )
});
static FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[\s(])(?P<word>[Ww]e|[Oo]urs?|us|I|[Mm]y|[Mm]e|[Oo]urselves)(?:[\s,.;:!?)]|['’](?:ll|ve|re|d|m)|$)",
    )
});
fn is_text(line: &Line) -> bool {
    matches!(
        line.role,
        Role::Paragraph
            | Role::ListItem
            | Role::NextStep
            | Role::Front
            | Role::PartHeading
            | Role::SectionHeading(_)
    )
}

fn ise_or_ize(desk: &Desk, marks: &mut Marks) {
    let wanted = match desk.register.spelling.as_deref() {
        Some("ize") => "z",
        _ => "s",
    };
    let mut of_kind: BTreeMap<String, usize> = BTreeMap::new();
    let mut others = Vec::new();
    desk.each(&ISE, is_text, |at, line, found| {
        let Some(whole) = found.get(0) else { return };
        let stem = &found["stem"];
        if !spelt_both_ways(stem, &found["end"]) || named(line, whole.start(), whole.as_str()) {
            return;
        }
        // “Analyse” goes with either way.
        let wanted = if stem.ends_with('y') { "s" } else { wanted };
        if !(stem.ends_with('y') && &found["letter"] == "s") {
            *of_kind.entry(found["letter"].to_owned()).or_insert(0) += 1;
        }
        if &found["letter"] != wanted {
            let right = format!("{stem}{wanted}{}", &found["end"]);
            others.push((at, whole.range(), right));
        }
    });
    if of_kind.len() < 2 {
        return;
    }
    for (at, range, right) in others {
        let message = format!("The report also spells the other way; write {right}.");
        marks.words(at, range, message, Fix::proposed(right));
    }
}

fn spelt_both_ways(stem: &str, end: &str) -> bool {
    let lower = stem.to_lowercase();
    if ["analy", "cataly", "paraly"].iter().any(|verb| lower.ends_with(verb)) {
        return true;
    }
    let Some(base) = lower.strip_suffix('i') else { return false };
    let many = base.chars().filter(|c| "aeiouy".contains(*c)).count() >= 1 && base.len() >= 4;
    let noun =
        end.starts_with("ation") && ["organ", "real", "util", "final", "standard"].contains(&base);
    (many || noun) && !NEVER_Z.is_match(&lower)
}

/// Whether a capitalised word in mid-sentence belongs to a name.
fn named(line: &Line, start: usize, word: &str) -> bool {
    let opens = line.text[..start].trim_end().ends_with(['.', '!', '?', ':'])
        || line.text[..start].trim().is_empty();
    // ALA-LC romanization tables: what follows an abbreviation is part of a name.
    let before = line.text[..start].split_whitespace().next_back().unwrap_or("");
    let of_name = before.chars().filter(|c| c.is_uppercase()).count() > 1
        && !before.ends_with(|c: char| !c.is_alphanumeric());
    of_name || word.starts_with(char::is_uppercase) && (!opens || line.is_title() && start > 0)
}

fn contractions(desk: &Desk, marks: &mut Marks) {
    desk.each(&CONTRACTION, Line::is_prose, |at, line, found| {
        let Some(word) = found.name("word") else { return };
        let before = line.text[..word.start()].split_whitespace().next_back().unwrap_or("");
        let next = line.text[word.end()..].split_whitespace().next().unwrap_or("");
        let own = ["own", "next", "first", "last"].contains(&next);
        // “Discussing it's plan”, but “seeing it's late”.
        let acts = before.len() > 5 && before.ends_with("ing") && lexicon::is_only_noun(bare(next));
        let owned = word.as_str().starts_with("it")
            && (own || acts || BEFORE_ITS.split(' ').any(|word| word == before));
        if is_quoted(&line.text, word.start()) {
            return;
        }
        let fix = if owned { "its".to_owned() } else { written_out(word.as_str()) };
        let message = format!("Write “{fix}”.");
        marks.words(at, word.range(), message, Fix::proposed(fix));
    });
}

/// A word without the punctuation behind it.
fn bare(word: &str) -> &str {
    word.trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// After these comes what belongs to somebody: `of it's members`.
const BEFORE_ITS: &str = "has have had of in on with for from to by at about under \
    within send share publish submit finish complete present presented sent shared published \
    hold held keep make change improve lose start update review extend adopt";

fn written_out(word: &str) -> String {
    let straight = word.replace('’', "'");
    let (first, second) = straight.split_once('\'').unwrap_or((straight.as_str(), ""));
    match second {
        "t" => {
            let verb = first.strip_suffix('n').unwrap_or(first);
            match verb.to_lowercase().as_str() {
                "ca" => format!("{}annot", &verb[..1]),
                "wo" => format!("{}ill not", &verb[..1]),
                "sha" => format!("{}hall not", &verb[..1]),
                _ => format!("{verb} not"),
            }
        }
        "nt" => format!("{first} not"),
        "s" if first.eq_ignore_ascii_case("let") => format!("{first} us"),
        "s" => format!("{first} is"),
        "ll" => format!("{first} will"),
        "ve" => format!("{first} have"),
        "re" => format!("{first} are"),
        "d" => format!("{first} would"),
        _ => format!("{first} am"),
    }
}

/// How many words after “I” and “we” may be their own verb: we have also noted.
const OWN_VERB: usize = 3;

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

fn first_person(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk
        .manuscript
        .prose()
        .filter(|(_, line)| matches!(line.role, Role::Paragraph | Role::ListItem))
    {
        let mut said: Option<usize> = None;
        for found in FIRST.captures_iter(&line.text) {
            let Some(word) = found.name("word") else { continue };
            let around = sentence(&line.text, word.start());
            let before = &line.text[around.start..word.start()];
            let reports = |text: &str| words(text).any(|verb| desk.register.reports(verb));
            // Whoever says it is named before, or after what is said: “I informed” names nobody.
            let own_verb = words(&line.text[word.end()..]).nth(OWN_VERB).map_or("", |next| {
                let start = next.as_ptr() as usize - line.text.as_ptr() as usize;
                // The sentence may end before it.
                line.text.get(start..around.end).unwrap_or("")
            });
            let speaks = reports(before)
                || words(before).any(|word| ["that", "whether"].contains(&word))
                || reports(own_verb);
            let quoted = is_quoted(before, before.len());
            let numeral =
                word.as_str() == "I" && before.trim_end().ends_with(|c: char| c.is_alphabetic());
            let numeral = numeral
                && before
                    .trim_end()
                    .rsplit(' ')
                    .next()
                    .is_some_and(|word| word.starts_with(char::is_uppercase));
            if !speaks && !quoted && !numeral && said != Some(around.start) {
                said = Some(around.start);
                marks.words(
                    at,
                    word.range(),
                    "Nobody is named who says this; write it in the third person.",
                    None,
                );
            }
        }
    }
}

/// Words that report a question.
static REPORTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:asks|asked|asking|wonders|wondered|wondering|enquired|inquired)\s(?:\p{L}+\s){0,3}(?:whether|if|what|how|why|when|where|who|which)\s",
    )
});

fn question(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.prose() {
        for (mark, _) in line.text.match_indices('?') {
            let after = line.text[mark + 1..].chars().next();
            let before = &line.text[..mark];
            let in_quotes =
                after.is_some_and(|c| "\"”’'»".contains(c)) || is_quoted(before, before.len());
            if in_quotes
                || line.in_address(&(mark..mark + 1))
                || after.is_some_and(|c| !c.is_whitespace() && c != ')')
            {
                continue;
            }
            let mut range = sentence(&line.text, mark);
            range.end = range.end.min(mark + 1);
            if REPORTED.is_match(&line.text[range.clone()]) {
                let start = before.rfind(char::is_whitespace).map_or(0, |space| space + 1);
                let fix = Fix::proposed(format!("{}.", &line.text[start..mark]));
                let message = "A question that is reported ends with a full stop.";
                marks.words(at, start.max(range.start)..mark + 1, message, fix);
                continue;
            }
            marks.words(at, range, "A direct question; report it: asked whether …", None);
        }
    }
}

/// From so many sentences in a row on, a beginning is heard.
const ALIKE: usize = 3;

static BEGINNING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?P<who>He|She|They|\p{Lu}[\p{L}'’-]+)\s(?:also\s|then\s)?(?P<verb>\p{Ll}+)")
});

/// Sentences in a row that begin with the same person and verb: the last of them.
fn begins_alike(desk: &Desk, at: usize, line: &Line, marks: &mut Marks) -> bool {
    let mut run: Vec<(&str, &str, std::ops::Range<usize>)> = Vec::new();
    let mut start = 0;
    while start < line.text.len() {
        let end = sentence(&line.text, start + 1).end.max(start + 1);
        let text = &line.text[start..end];
        let from = start + (text.len() - text.trim_start().len());
        let found = BEGINNING.captures(&line.text[from..end]).and_then(|found| {
            let verb = found.name("verb").filter(|verb| desk.register.reports(verb.as_str()))?;
            Some((found.name("who")?.as_str(), verb.as_str(), from..from + verb.end()))
        });
        match found {
            Some(found)
                if run.last().is_some_and(|last| (last.0, last.1) == (found.0, found.1)) =>
            {
                run.push(found);
            }
            Some(found) => run = vec![found],
            None => run.clear(),
        }
        if run.len() == ALIKE
            && let Some((who, verb, range)) = run.pop()
        {
            let message = format!("{ALIKE} sentences in a row begin with “{who} {verb}”.");
            marks.words(at, range, message, None);
            return true;
        }
        start = end;
    }
    false
}

fn one_verb(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.prose().filter(|(_, line)| line.role == Role::Paragraph) {
        if begins_alike(desk, at, line, marks) {
            continue;
        }
        let mut uses: BTreeMap<&str, Vec<std::ops::Range<usize>>> = BTreeMap::new();
        for word in
            line.text.split(|c: char| !c.is_alphabetic()).filter(|word| desk.register.reports(word))
        {
            let start = word.as_ptr() as usize - line.text.as_ptr() as usize;
            uses.entry(word).or_default().push(start..start + word.len());
        }
        for (verb, places) in uses.into_iter().filter(|(_, places)| places.len() >= 5) {
            let others: Vec<&str> = desk
                .register
                .reporting_verbs
                .iter()
                .map(String::as_str)
                .filter(|other| *other != verb && !line.text.contains(*other))
                .take(4)
                .collect();
            let message = format!(
                "“{verb}” stands {} times in this paragraph; also: {}.",
                places.len(),
                others.join(", ")
            );
            if let Some(last) = places.last() {
                let more = line.text[last.start..].split_inclusive(char::is_whitespace).take(3);
                let end = last.start + more.map(str::len).sum::<usize>();
                let words = line.text[last.start..end].trim_end().len();
                marks.words(at, last.start..last.start + words, message, None);
            }
        }
    }
}
