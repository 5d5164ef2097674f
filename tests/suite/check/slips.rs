//! Slips put into the clean reports: each is found, a safe fix undoes it, and no fix changes
//! anything but what it says.

use super::clean::clean_reports;
use super::{House, numbers};
use rapporteur_document::check::{Finding, Rule, Spot, rules};
use regex::{Captures, Regex};
use std::collections::BTreeSet;

/// In how many reports each kind of slip is tried.
const SLIPS_OF_A_KIND: usize = 6;

/// Kinds of slips: the rule that finds each, what it is made of and what it makes of it.
const SLIPS: &[(&str, &str, &str)] = &[
    ("ORD-1", r"The (\d+)(?:st|nd|rd|th) (virtual|hybrid)", "The $1 $2"),
    ("ORD-2", r"The (\d*[04-9])th (virtual|hybrid)", "The ${1}st $2"),
    ("ORD-2", r"The (\d+)(?:st|nd|rd) (virtual|hybrid)", "The ${1}th $2"),
    ("DATE-1", r"(?m)^\d+( \w+ 20\d\d at )", "30$1"),
    ("DATE-1", r"(?m)^(\d+ \w+ 20\d\d at )\d\d:", "${1}23:"),
    ("DATE-2", r"(will be held on \d+ \w+) 20\d\d", "$1"),
    ("DATE-5", r"( \d+)( (?:January|February|March|June|October|December)[ .,])", "${1}th$2"),
    ("DATE-7", r"(\d+)–(\d+ (?:January|February|March|June))", "$1-$2"),
    ("NXT-1", r"(next meeting of the \S+ will be held on \d+ \w+) 20\d\d", "$1 2001"),
    (
        "NXT-2",
        r"The next meeting of the \S+ will be held on (\d+ \w+ \d+ at \d)",
        "The next call is on $1",
    ),
    ("NXT-2", r"(will be held on \d+ \w+ 20\d\d) at ", "$1 – "),
    ("HDR-1", r"(?s)\A.*?\n(Summary Report\n)", "$1"),
    ("HDR-3", r"\w+ opened the meeting by introducing the agenda\.\n\n", ""),
    ("HDR-4", r"(?m)^Discussion\n(?:-+\n)?\n", ""),
    ("STY-12", r", and a recording", " and a recording"),
    ("STY-12", r", and a recording", ". A recording"),
    ("AGN-1", r"(?ms)^Agenda.*?^(1\. [^\n]*)", "$0 and more"),
    ("AGN-5", r"(?m)^(\d\. Any other business \(AoB\))$", "$1;"),
    ("AGN-6", r"(?m)^(\d)\. (Any other business)", "$1.$2"),
    ("TRM-9", r"Any other business \(AoB\)", "AOB"),
    ("AGN-10", r"There was no discussion under this item\.", "n/a"),
    ("PPL-4", r"(?m)^( ?\d+\. +)(\p{L}+) (\p{L}+), (IGF MAG|former)", "$1$3, $2, $4"),
    ("PPL-5", r"(?m)^( ?\d+\. +\p{L}+ \p{L}+), (Group.s Co-Chair)", "$1 $2"),
    ("PPL-5", r"(?m)^( ?\d+\. +\p{L}+ \p{L}+), ([\p{L} ]+)$", "$1 ($2)"),
    ("PPL-8", r"(?s)(List of participants.*?\n ?1\. +)([^\n]+)\n", "$1$2\n1. $2\n"),
    ("PPL-9", r"(?s)List of participants.*", ""),
    ("PPL-10", r"(?s)(List of participants.*?\n ?)3\. ", "${1}5. "),
    ("PPL-11", r"(?m)^List of participants$", "List of participants:"),
    ("PPL-12", r"(?m)^List of participants$", "Attendees"),
    ("AFF-1", r"IGF MAG member", "IGF MAG Member"),
    ("AFF-1", r"former IGF MAG", "Former IGF MAG"),
    ("AFF-2", r"Government of Spain", "Spanish Government"),
    ("LNK-1", r"https://", "https.//"),
    ("LNK-2", r"\]\(https[^)]*\)", "](#)"),
    (
        "LNK-3",
        r"https://example\.(?:org|net)/\S+[a-z0-9]",
        "https://docs.google.com/document/d/1Ab/edit?usp=sharing",
    ),
    ("OCR-1", r"\bAI\b", "Al"),
    ("OCR-4", r" (\p{L}{4,}) (\p{L}{4,}) ", " ($1 $2 "),
    ("OCR-6", r"(?m)^([A-Z][^\n]{40,60}\p{Ll}) (\p{Ll}[^\n]{30,})$", "$1\n\n$2"),
    ("TRM-1", r"the WG-Strategy will be", "the WS-Strategy will be"),
    ("TRM-3", r"the Secretariat had", "UNDESA had"),
    ("STY-1", r"\b(?:agreed|asked|noted)\b", "recognised and finalized"),
    ("STY-2", r"\b(does|did|is|was|were|could|would|has) not\b", "${1}n't"),
    ("STY-6", r" (covers|repeats|reads) ", " **$1** "),
    ("STY-7", r"(?m)^(- \p{Ll}[^\n;]+)(\n- |\n\n)", "$1;$2"),
    (
        "GRM-1",
        r" (?:a|an) (?:list|plan|guide|letter|boat|visit|comparison|ramp|reading)([ ,.])",
        " a documents$1",
    ),
    ("GRM-3", r"between (\d+) and (\d+ May)", "between $1-$2"),
    ("GRM-5", r" an ([aeio]\p{Ll}{3,})", " a $1"),
    ("GRM-6", r" (the|of|to|and) (\p{Ll})", " $1 $1 $2"),
    ("GRM-7", r"(\p{Ll}), (\p{Ll})", "$1 , $2"),
    ("STY-11", r"shared with", "shared to"),
    ("STY-14", r"(?m)( \p{Ll}+)\.$", "$1?"),
    ("DATE-3", r"(?:Friday|Tuesday|Saturday), (\d)", "Sunday, $1"),
    ("DATE-4", r"\b\d+ (February|April|June|September|November)\b", "31 $1"),
    ("DATE-6", r" on (\d+) (March|April|May|June|July|October)([ .,;])", " on $2 $1$3"),
    ("DATE-8", r"( \d+ \p{L}+) at (\d\d:\d\d UTC\. Details)", "$1, $2"),
    ("DATE-9", r"(closes on) \d+ (\p{L}+)\.", "will close on 3 $2 2019."),
    ("DATE-10", r" at \d\d:(\d\d UTC)", " at 25:$1"),
    ("NXT-3", r"(next meeting of the \S+ will be held on \d+ \w+ \d+) at [^.]*", "$1"),
    ("HDR-1", r"\A(MAG[^\n]*\n[^\n]*\n)[^\n]*\n", "$1"),
    ("HDR-2", r"\A(MAG Working Group on) ", "$1 the "),
    ("HDR-5", r"(moderated by \p{L}+)[^,.]*,", "$1,"),
    ("HDR-6", r"The \d+(?:st|nd|rd|th) (virtual|hybrid)", "The $1"),
    ("HDR-7", r"(meeting of the IGF MAG Working Group) on", "$1 for"),
    ("AGN-2", r"\n(?:### )?\d\. Any other business \(AoB\)\n(?:-+\n)?\n", "\n"),
    ("AGN-7", r"\n   a\. ", "\n - a. "),
    ("AGN-8", r"\n\nB\. [^\n]+", ""),
    ("AGN-9", r"(?s)(Agenda\n.*?\n)2\. ", "${1}8. "),
    ("AGN-11", r" the (\p{Ll}{4,})", " the [name] $1"),
    ("AGN-12", r"(?m)^(\d\. (?:\p{L}+ ){1,4}\p{L}+) and ([^.\n]+)$", "$1, and $2"),
    ("AGN-13", r"There was no discussion under this item\.\n\n(?:The [^\n]*\n\n)?", ""),
    (
        "PPL-1",
        r"(?m)^\p{Lu}\p{L}+ (noted|presented|reported|asked|stressed|recalled)\b",
        "Xaver $1",
    ),
    ("AFF-3", r"(?m)^( ?\d+\. +\p{L}+ \p{L}+), (IGF MAG member), ([^\n,]+)$", "$1, $3, $2"),
    ("LNK-5", r"is at (?:https\S+[a-z0-9])", "is at this link"),
    ("LNK-6", r"\[[^\]]+\]\((https://example\.)", "[https://elsewhere.example/x]($1"),
    ("OCR-2", r"\bIGF\b", "1GF"),
    ("OCR-5/OCR-6", r"(?m)^([^\n]{60,}\. [^\n.]{30,} (?:the|a|of|to|and)) [^\n.]+\.$", "$1"),
    ("OCR-7", r"(?m)^(\p{Lu}\p{L}+ \p{Ll}+)", " $1"),
    ("OCR-8", r" (the) ", " Page 3 of 7 $1 "),
    ("TRM-2", r"(?m)^(\p{Lu}[^\n]*) [A-Z][\w ,-]+ \((NRIs|BPF)\)", "$1 $2"),
    ("TRM-4", r"European Commission", "EU Commission"),
    ("TRM-6", r"paras\. (\d+)–(\d+)", "para. $1-$2"),
    ("STY-3", r"\b(?:Members|Participants) agreed\b", "We like it"),
    ("STY-4", r"“([^”\n]+)”", "“$1\""),
    ("STY-5", r"”, ", ".”, "),
    (
        "STY-9",
        r"\b(?:two|three|four|five|six|seven|eight|nine) (proposals|ports|towns|schools|languages|meetings|ideas|changes|wishes|objectives|gauges)\b",
        "4 $1",
    ),
    ("SPL-1", r"\b(\p{Ll}{2,})mm(\p{Ll}{3,})", "${1}m$2"),
    ("LAY-1", r"(\n\n2\. [^\n]+\n)\n(\p{Lu})", "$1$2"),
    ("GRM-2", r"\. The (letter|text|report|draft) (is|was|will)", ". Draft $2"),
    ("GRM-8", r"([a-z]{4,}\. )The ", "${1}the "),
    ("GRM-9", r"(?m)^((\p{Lu}[^\n.]{40,}\.) [^\n]+)$", "$1 $2"),
];

/// One place of a text changed, the one the seed picks.
fn slip(text: &str, pattern: &Regex, becomes: &str, seed: u64) -> Option<String> {
    let body = text.find("Discussion\n").unwrap_or(0);
    let all: Vec<Captures> = pattern.captures_iter(text).collect();
    let start = |found: &Captures| found.get(0).map_or(0, |whole| whole.start());
    // Words of the discussion slip there, not in the lines above it.
    let later: Vec<&Captures> = all.iter().filter(|found| start(found) > body).collect();
    let pool: Vec<&Captures> = if later.is_empty() { all.iter().collect() } else { later };
    if pool.is_empty() {
        return None;
    }
    let found = pool[numbers(seed)(pool.len())];
    let range = found.get(0)?.range();
    let mut changed = String::new();
    found.expand(becomes, &mut changed);
    Some(format!("{}{changed}{}", &text[..range.start], &text[range.end..]))
}

/// The text with the quote on its line replaced.
fn mended(text: &str, finding: &Finding) -> Option<String> {
    let fix = finding.fix.as_ref()?;
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let line = lines.get_mut(usize::try_from(finding.place.line).ok()?.checked_sub(1)?)?;
    *line = line.replacen(&finding.place.quote, &fix.replacement, 1);
    Some(lines.join("\n"))
}

/// The rules that may find a slip; its code names one or several.
fn finders(codes: &str) -> Vec<&'static Rule> {
    let found: Vec<&Rule> =
        rules().filter(|rule| codes.split('/').any(|code| rule.code == code)).collect();
    assert!(!found.is_empty(), "{codes} names no rule");
    found
}

/// Calls `look` with every kind of slip in some of the clean reports: the codes of its rules, the report's name,
/// its text, and the text with the slip.
fn each_slip(mut look: impl FnMut(&str, &str, &str, &str)) {
    let reports = clean_reports();
    for (kind, (code, pattern, becomes)) in SLIPS.iter().enumerate() {
        let expression = Regex::new(pattern).expect("the pattern is tested");
        let mut tried = 0;
        for (at, (name, text)) in reports.iter().enumerate() {
            // An address on a line of its own under an agenda item is read as an item; with a
            // second slip the sections no longer find theirs.
            if tried == SLIPS_OF_A_KIND || code.starts_with("AGN") && text.contains("\n   <") {
                continue;
            }
            let seed = u64::try_from(kind * 100 + at).expect("a small number");
            if let Some(slipped) = slip(text, &expression, becomes, seed)
                && slipped != *text
            {
                tried += 1;
                look(code, name, text, &slipped);
            }
        }
        assert!(tried > 0, "{code} {pattern:?} fits no clean report");
    }
}

#[test]
fn slips_are_found_and_safe_fixes_undo_them() {
    let house = House::alone();
    let mut wrong = Vec::new();
    let (mut made, mut undone) = (0, 0);
    each_slip(|codes, name, text, slipped| {
        made += 1;
        let own: Vec<Finding> =
            finders(codes).iter().flat_map(|rule| house.look(rule, name, slipped)).collect();
        if own.is_empty() {
            let line = slipped.lines().zip(text.lines()).find(|(one, other)| one != other);
            let line = line.map(|pair| pair.0);
            wrong.push(format!("{codes} not found in {name}: {line:?}"));
        }
        for finding in own.iter().filter(|found| found.fix.as_ref().is_some_and(|fix| fix.safe)) {
            match mended(slipped, finding) {
                Some(mended) if mended == text => undone += 1,
                Some(mended) if mended == slipped => {
                    wrong.push(format!("{codes} changes nothing in {name}: {finding:?}"));
                }
                _ => {}
            }
        }
    });
    println!("{made} slips, {undone} undone by a safe fix");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether the words of a case say nothing of the people of its own report.
fn stands_anywhere(words: &str) -> bool {
    !["Ines", "Tom", "Maria", "Paula", "WG-Strategy"].iter().any(|name| words.contains(name))
}

#[test]
fn cases_are_found_in_any_report() {
    // What the whole report, its date or other reports decide is another report's own.
    const OF_ITS_REPORT: &[&str] = &[
        "TRM-5", "TRM-7", "TRM-10", "STY-1", "STY-4", "STY-13", "DATE-3", "DATE-9", "FACT-1",
        "FACT-2", "TRM-2", "TRM-1", "ACT-3", "AGN-10", "OCR-7", "PPL-15", "PPL-16",
    ];
    let house = House::alone();
    let reports: Vec<(String, String)> =
        clean_reports().into_iter().filter(|(name, _)| name.ends_with(".txt")).collect();
    let mut pick = numbers(29);
    let mut wrong = Vec::new();
    let mut put = 0;
    for rule in
        rules().filter(|rule| rule.spot == Spot::Text && !OF_ITS_REPORT.contains(&rule.code))
    {
        for (words, quote, _) in rule.fires.iter().filter(|case| stands_anywhere(case.0)) {
            let (name, text) = &reports[pick(reports.len())];
            let Some(at) =
                text.rfind("\n\nThe next meeting of").or(text.rfind("\n\nThe date of the next"))
            else {
                continue;
            };
            put += 1;
            let with = format!("{}\n\n{words}{}", &text[..at], &text[at..]);
            let found = house.look(rule, name, &with);
            if !found.iter().any(|found| found.place.quote.contains(quote)) {
                wrong.push(format!("{} not found in {name}: {words:?}", rule.code));
            }
        }
    }
    println!("{put} cases put into other reports");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is known of a finding wherever its line has gone.
fn told(findings: &[Finding]) -> BTreeSet<(String, String)> {
    findings.iter().map(|found| (found.rule.clone(), found.place.quote.clone())).collect()
}

#[test]
fn a_safe_fix_changes_only_what_it_says() {
    let house = House::alone();
    let mut wrong = Vec::new();
    let mut mends = 0;
    each_slip(|codes, name, _, slipped| {
        let before = house.check(name, slipped);
        let own = before.iter().filter(|found| codes.contains(&found.rule));
        for finding in own.filter(|found| found.fix.as_ref().is_some_and(|fix| fix.safe)).take(1) {
            let Some(text) = mended(slipped, finding) else { continue };
            mends += 1;
            let line = finding.place.line as usize - 1;
            let others = |text: &str| -> Vec<String> {
                let lines = text.split('\n').enumerate().filter(|(at, _)| *at != line);
                lines.map(|(_, line)| line.to_owned()).collect()
            };
            if others(&text) != others(slipped) {
                wrong.push(format!("{codes} changes other lines of {name}"));
            }
            let after = house.check(name, &text);
            let again =
                after.iter().any(|left| left.rule == finding.rule && left.place == finding.place);
            if again {
                wrong.push(format!("{codes} is found again in {name}: {finding:?}"));
            }
            for (code, quote) in told(&after).difference(&told(&before)) {
                wrong.push(format!("{codes} in {name} makes {code} mark {quote:?}"));
            }
        }
    });
    println!("{mends} safe fixes");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn broken_reports_are_checked_without_a_panic() {
    let house = House::alone();
    let mut next = numbers(7);
    for (name, text) in clean_reports() {
        for _ in 0..4 {
            let mut letters: Vec<char> = text.chars().collect();
            for _ in 0..next(40) {
                let at = next(letters.len());
                match next(4) {
                    0 => drop(letters.drain(at..(at + next(30)).min(letters.len()))),
                    1 => letters
                        .insert(at, ['\n', '*', '(', '[', '’', '“', '1', '–', ' ', 'é'][next(10)]),
                    2 => letters.truncate(letters.len().max(400) - next(200)),
                    _ => letters.swap(at, 0),
                }
            }
            let broken: String = letters.into_iter().collect();
            for finding in house.check(&name, &broken) {
                let line = broken.split('\n').nth(finding.place.line as usize - 1).unwrap_or("");
                let clean = line.replace(['\u{ad}', '\u{a0}'], " ");
                assert!(clean.contains(&finding.place.quote), "{finding:?} is not in {line:?}");
            }
        }
    }
}
