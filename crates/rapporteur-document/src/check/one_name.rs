//! Names of one thing, and names in their time (TRM-7, TRM-10, TRM-13).

use super::calendar::long;
use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use crate::model::fold;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "TRM-7",
        reason: "The group has one short name in a report.",
        severity: Severity::Style,
        look: half_a_name,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They spoke of the work of the WG.", "WG", "WG-Strategy"),
            ("This WG has worked long.", "WG", "WG-Strategy"),
            ("Tom Birch asked what the WG would do.", "WG", "WG-Strategy"),
            ("The WG's plan was read.", "WG", "WG-Strategy"),
            ("They thanked the WG, and left.", "WG", "WG-Strategy"),
        ],
        silent: &[
            "They spoke of the work of the WG-Strategy.",
            "They spoke of the working group.",
            "The WG 4 has worked long.",
            "The WG Trade has worked long.",
            "They named a WG of friends.",
        ],
    },
    Rule {
        code: "TRM-10",
        reason: "An office bears the name it has on the day of the meeting.",
        severity: Severity::Style,
        look: out_of_force,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They asked OSET for help.", "OSET", ""),
            ("OSET will join the call.", "OSET", ""),
            ("Tom Birch spoke to OSET.", "OSET", ""),
            ("The letter went to OSET, and to the hosts.", "OSET", ""),
            ("- a letter to OSET\n- a plan", "OSET", ""),
        ],
        silent: &[
            "They asked ODET for help.",
            "OSET became ODET in 2025.",
            "They recalled the former OSET.",
            "The letter is at https://example.org/OSET/letter.",
            "They asked the IGF Secretariat for help.",
        ],
    },
    Rule {
        code: "TRM-13",
        reason: "A name has its words in one order throughout a report.",
        severity: Severity::Style,
        look: reordered,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("They met at the IGF 2026, and they left the 2026 IGF.", "2026 IGF", "IGF 2026"),
            (
                "The Zero Draft on the Panel and Dialogue is out. They read the Panel and Dialogue Zero Draft.",
                "Panel and Dialogue Zero Draft",
                "",
            ),
            (
                "The Harbour Safety Forum met, and they thanked the Forum for Harbour Safety.",
                "Forum for Harbour Safety",
                "",
            ),
            (
                "They are at the 2025 Reef Week. The Reef Week 2025 is long.",
                "Reef Week 2025",
                "2025 Reef Week",
            ),
            (
                "The Charter of Open Data is new. They signed the Open Data Charter.",
                "Open Data Charter",
                "",
            ),
        ],
        silent: &[
            "They met at the IGF 2026, and they left the IGF 2026.",
            "They met at the IGF 2026 and at the 2025 IGF.",
            "Tom Birch and Birch Tom were read as two names.",
            "The Harbour Safety Forum met the Harbour Forum.",
            "On 12 May 2026 they read it, and in 2026 May was cold.",
        ],
    },
];

static CAPITALISED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:20\d\d\s\p{Lu}[\p{L}+-]*(?:\s(?:(?:of|for|on|and)\s(?:the\s)?)?\p{Lu}[\p{L}+-]*)*|\p{Lu}[\p{L}+-]*(?:\s(?:(?:of|for|on|and)\s(?:the\s)?)?(?:\p{Lu}[\p{L}+-]*|20\d\d\b))+)",
    )
});

/// Names with the same words in another order: each but the one that stands most often.
fn reordered(desk: &Desk, marks: &mut Marks) {
    type Places = Vec<(usize, std::ops::Range<usize>)>;
    let mut names: BTreeMap<Vec<String>, BTreeMap<String, Places>> = BTreeMap::new();
    desk.each(
        &CAPITALISED,
        |line| line.is_prose() || line.is_title(),
        |at, line, found| {
            let Some(whole) = found.get(0) else { return };
            // The first word of a sentence has its capital from there.
            let opens = ["The ", "A ", "An ", "This ", "These ", "In ", "On ", "At ", "For "];
            let skipped = opens.iter().find(|word| whole.as_str().starts_with(*word));
            let start = whole.start() + skipped.map_or(0, |word| word.len());
            let name = line.text[start..whole.end()].replace('\n', " ");
            let words = name.split(' ').filter(|word| !SMALL.contains(word));
            let mut words: Vec<String> = words.map(fold).collect();
            words.sort_unstable();
            let with_year = words.iter().any(|word| word.starts_with("20") && word.len() == 4);
            let is_month = words.iter().any(|word| MONTHS.contains(&word.as_str()));
            if !is_month && (words.len() >= 3 || words.len() == 2 && with_year) {
                let places = names.entry(words).or_default().entry(fold(&name)).or_default();
                places.push((at, start..whole.end()));
            }
        },
    );
    for ways in names.into_values().filter(|ways| ways.len() > 1) {
        let first = |places: &Places| places.first().map(|(at, range)| (*at, range.start));
        let Some((own, right)) = ways
            .iter()
            .max_by_key(|(_, places)| (places.len(), std::cmp::Reverse(first(places))))
            .and_then(|(own, places)| Some((own, places.first()?)))
        else {
            continue;
        };
        let right = desk.lines()[right.0].text[right.1.clone()].replace('\n', " ");
        // With a word between, the sentence may need another article.
        let plain = |name: &str| !name.split(' ').any(|word| SMALL.contains(&word));
        for (name, places) in ways.iter().filter(|(name, _)| *name != own) {
            for (at, range) in places {
                let message = format!("Elsewhere this is called “{right}”.");
                let fix = Fix::proposed(right.clone()).filter(|_| plain(name) && plain(own));
                marks.words(*at, range.clone(), message, fix);
            }
        }
    }
}

const SMALL: [&str; 5] = ["of", "for", "on", "and", "the"];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

static BARE_WG: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b(?:the|this|our|The|This|Our)\s(?P<name>WG|TF|SG)(?:['’]s)?(?P<after>[\s.,;:)]|$)")
});

fn half_a_name(desk: &Desk, marks: &mut Marks) {
    let Some(short) = desk.manuscript.facts.short_name.as_deref() else { return };
    let Some((kind, _)) = short.split_once('-') else { return };
    desk.each(&BARE_WG, Line::is_prose, |at, line, found| {
        let Some(name) = found.name("name").filter(|name| name.as_str() == kind) else { return };
        let followed = line.text[name.end()..].trim_start();
        // A number or another name follows where another group is meant.
        let other = followed.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
        if !other {
            let message = format!("The group is called {short} elsewhere in this report.");
            marks.words(at, name.range(), message, Fix::proposed(short));
        }
    });
}

fn out_of_force(desk: &Desk, marks: &mut Marks) {
    const PAST: &[&str] = &[
        "former", "then", "became", "renamed", "previous", "until", "earlier", "known as",
        "replaced",
    ];
    let Some(date) = desk.manuscript.facts.date else { return };
    for term in &desk.register.terms {
        let before = term.from.filter(|from| date < *from);
        let after = term.until.filter(|until| date > *until);
        if before.is_none() && after.is_none() {
            continue;
        }
        for (at, line) in desk.manuscript.prose() {
            if PAST.iter().any(|word| line.text.contains(word)) {
                continue;
            }
            let places = line.text.match_indices(term.short.as_str());
            let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
            let whole = places.map(|(start, found)| start..start + found.len()).find(|range| {
                !is_letter(line.text[..range.start].chars().next_back())
                    && !is_letter(line.text[range.end..].chars().next())
                    && !line.in_address(range)
            });
            let Some(range) = whole else { continue };
            let when = match (before, after) {
                (Some(from), _) => format!("from {} on", long(from)),
                (_, Some(until)) => format!("until {}", long(until)),
                _ => continue,
            };
            let message = format!("{} bears this name {when}; say so if it is meant.", term.name);
            marks.words(at, range, message, None);
        }
    }
}
