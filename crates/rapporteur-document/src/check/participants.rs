//! The list of participants (PPL): its heading, its entries, its names.

use super::manuscript::Entry;
use super::{Desk, Fix, Heading, Line, Marks, Role, Rule, Severity, Spot, pattern};
use crate::model::{PersonName, fold};
use regex::Regex;
use std::collections::HashMap;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "PPL-2",
        reason: "A name is spelt as in the directory and in earlier reports.",
        severity: Severity::Warning,
        look: other_spelling,
        spot: Spot::People,
        fires: &[],
        silent: &["1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Tom Birch, IGF MAG member"],
    },
    Rule {
        code: "PPL-4",
        reason: "The given name stands first.",
        severity: Severity::Error,
        look: family_first,
        spot: Spot::People,
        fires: &[
            (
                "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Birch, Tom, IGF MAG member",
                "Birch, Tom, IGF MAG member",
                "Tom Birch, IGF MAG member",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Le Roux, Marie, Harbour Trust\n3. Tom Birch, IGF MAG member",
                "Le Roux, Marie, Harbour Trust",
                "Marie Le Roux, Harbour Trust",
            ),
        ],
        silent: &[
            "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Tom Birch, IGF MAG member",
            "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Tom Birch, Wikimedia, Oslo",
        ],
    },
    Rule {
        code: "PPL-5",
        reason: "Commas part the name, role, status and organisation.",
        severity: Severity::Warning,
        look: separators,
        spot: Spot::People,
        fires: &[
            (
                "1. Ines Almond Group's Co-Chair, IGF MAG member\n2. Tom Birch, IGF MAG member",
                "Ines Almond Group's Co-Chair, IGF MAG member",
                "Ines Almond, Group's Co-Chair, IGF MAG member",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch (Harbour Trust)",
                "Tom Birch (Harbour Trust)",
                "Tom Birch, Harbour Trust",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch - Harbour Trust",
                "Tom Birch - Harbour Trust",
                "Tom Birch, Harbour Trust",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch: Harbour Trust",
                "Tom Birch: Harbour Trust",
                "Tom Birch, Harbour Trust",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch; Harbour Trust",
                "Tom Birch; Harbour Trust",
                "Tom Birch, Harbour Trust",
            ),
        ],
        silent: &[
            "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Tom Birch, Harbour Trust (Oslo)",
            "1. Ines Almond, IGF MAG member\n2. Anne-Marie St. Clair, Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch",
        ],
    },
    Rule {
        code: "PPL-6",
        reason: "The particle of a name is spelt as the name’s language spells it.",
        severity: Severity::Error,
        look: particles,
        spot: Spot::People,
        fires: &[
            (
                "1. Ines Almond, IGF MAG member\n2. Rita Los Santos, Harbour Trust",
                "Los Santos",
                "dos Santos",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Rita Dos Anjos, Harbour Trust",
                "Dos Anjos",
                "dos Anjos",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Rita cla Silva, Harbour Trust",
                "cla Silva",
                "da Silva",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Rita De Oliveira, Harbour Trust",
                "De Oliveira",
                "de Oliveira",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Rita clos Reis, Harbour Trust",
                "clos Reis",
                "dos Reis",
            ),
        ],
        silent: &[
            "1. Ines Almond, IGF MAG member\n2. Rita dos Santos, Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Rita Santos, Los Angeles",
            "1. Ines Almond, IGF MAG member\n2. Martina Le Gall, Harbour Trust",
        ],
    },
    Rule {
        code: "PPL-8",
        reason: "Nobody stands on the list twice.",
        severity: Severity::Error,
        look: twice,
        spot: Spot::People,
        fires: &[(
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Harbour Trust\n3. Tom Birch, Oslo",
            "Tom Birch, Oslo",
            "",
        )],
        silent: &[
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Harbour Trust\n3. Tom Bircher, Oslo",
        ],
    },
    Rule {
        code: "PPL-9",
        reason: "A report lists its participants.",
        severity: Severity::Warning,
        look: no_list,
        spot: Spot::Whole,
        fires: &[],
        silent: &[],
    },
    Rule {
        code: "PPL-10",
        reason: "The numbers of the list follow each other.",
        severity: Severity::Warning,
        look: numbering,
        spot: Spot::People,
        fires: &[(
            "1. Ines Almond, IGF MAG member\n3. Tom Birch, Harbour Trust",
            "3. Tom Birch, Harbour Trust",
            "2. Tom Birch, Harbour Trust",
        )],
        silent: &["1. Ines Almond, IGF MAG member\n2. Tom Birch, Harbour Trust"],
    },
    Rule {
        code: "PPL-11",
        reason: "A heading ends without a colon.",
        severity: Severity::Style,
        look: heading_colon,
        spot: Spot::Whole,
        fires: &[],
        silent: &[],
    },
    Rule {
        code: "PPL-12",
        reason: "The list bears the template’s heading.",
        severity: Severity::Style,
        look: other_heading,
        spot: Spot::Whole,
        fires: &[],
        silent: &[],
    },
    Rule {
        code: "PPL-13",
        reason: "A name keeps its diacritics.",
        severity: Severity::Style,
        look: lost_diacritics,
        spot: Spot::People,
        fires: &[],
        silent: &["1. Ines Almond, IGF MAG member\n2. Tom Kleinwächter, Harbour Trust"],
    },
];

static OTHER_SEPARATOR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?P<name>[\p{L}'’.\- ]+?)(?P<gap>\s*(?:\(|:\s|;\s|\t|\s[-–—]\s|\s?[–—]\s?|\|))(?P<rest>.+)$",
    )
});

/// The entries of the list, with the index of their line.
pub(super) fn entries<'d>(desk: &'d Desk) -> impl Iterator<Item = (usize, &'d Line, &'d Entry)> {
    desk.manuscript
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.role == Role::Participant)
        .filter_map(|(at, line)| Some((at, line, line.entry.as_ref()?)))
}

/// The entries of the list and those of the apologies.
pub(super) fn all_entries<'d>(
    desk: &'d Desk,
) -> impl Iterator<Item = (usize, &'d Line, &'d Entry)> {
    desk.manuscript
        .lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, line, line.entry.as_ref()?)))
}

fn family_first(desk: &Desk, marks: &mut Marks) {
    let whole = all_entries(desk).count();
    let inverted = all_entries(desk).filter(|(_, _, entry)| entry.family_first).count();
    if inverted * 2 > whole && whole > 2 {
        return;
    }
    for (at, line, entry) in all_entries(desk).filter(|(_, _, entry)| entry.family_first) {
        let affiliation = if entry.affiliation.is_empty() {
            String::new()
        } else {
            format!(", {}", entry.affiliation)
        };
        let fix = Fix::safe(format!("{}{affiliation}", entry.name.full()));
        marks.words(at, 0..line.text.trim_end().len(), "The family name stands first here.", fix);
    }
}

fn separators(desk: &Desk, marks: &mut Marks) {
    for (at, line, entry) in all_entries(desk) {
        let text = line.text.trim_end();
        if entry.unseparated {
            let fix = Fix::safe(format!("{}, {}", entry.name.full(), entry.affiliation));
            let fix = fix.filter(|_| text.starts_with(&entry.name.full()));
            marks.words(
                at,
                0..text.len(),
                "Nothing parts the name from what follows; put a comma.",
                fix,
            );
            marks.severity(Severity::Error);
        } else if let Some(found) = OTHER_SEPARATOR.captures(text)
            && found["name"].split_whitespace().count() >= 2
        {
            let rest = found["rest"].trim();
            let bracketed = found["gap"].trim() == "(";
            let rest = if bracketed { rest.replacen(')', "", 1) } else { rest.to_owned() };
            let fix = Fix::proposed(format!("{}, {}", found["name"].trim(), rest.trim()));
            marks.words(at, 0..text.len(), "A comma parts the name from what follows.", fix);
        }
    }
}

fn particles(desk: &Desk, marks: &mut Marks) {
    for (at, line, _) in all_entries(desk) {
        let name = line.text.split([',', '(']).next().unwrap_or("");
        let words: Vec<&str> = name.split_whitespace().collect();
        for pair in words.windows(2).skip(1) {
            let fits = desk.register.particles.iter().find(|known| {
                known.misread.iter().any(|wrong| wrong == pair[0])
                    && known.families.iter().any(|family| fold(family) == fold(pair[1]))
            });
            let Some(known) = fits else { continue };
            let start = pair[0].as_ptr() as usize - line.text.as_ptr() as usize;
            let end = pair[1].as_ptr() as usize - line.text.as_ptr() as usize + pair[1].len();
            let right = format!("{} {}", known.particle, pair[1]);
            let message = format!("The name is usually “{right}”.");
            marks.words(at, start..end, message, Fix::proposed(right));
        }
    }
}

fn twice(desk: &Desk, marks: &mut Marks) {
    let mut seen: HashMap<String, ()> = HashMap::new();
    for (at, line, entry) in entries(desk) {
        if seen.insert(fold(&entry.name.full()), ()).is_some() {
            let message = format!("{} is on the list already.", entry.name.full());
            marks.words(at, 0..line.text.trim_end().len(), message, None);
        }
    }
}

fn no_list(desk: &Desk, marks: &mut Marks) {
    if !desk.manuscript.is_whole() || entries(desk).next().is_some() {
        return;
    }
    if let Some((at, line)) = desk.manuscript.lines.iter().enumerate().next_back() {
        if line.generated {
            marks.field("participants", "The report lists no participants.");
        } else {
            marks.words(
                at,
                0..line.text.trim_end().len(),
                "The report ends without a list of participants.",
                None,
            );
        }
    }
}

fn numbering(desk: &Desk, marks: &mut Marks) {
    let numbers: Vec<(usize, &Line, Option<usize>)> = entries(desk)
        .map(|(at, line, _)| {
            let digits: String = line.mark.chars().take_while(char::is_ascii_digit).collect();
            (at, line, digits.parse().ok())
        })
        .collect();
    if numbers.iter().any(|(_, _, number)| number.is_none()) {
        return;
    }
    for (count, (at, line, number)) in numbers.into_iter().enumerate() {
        if number != Some(count + 1) {
            let bare = line.mark.trim_start_matches(|c: char| c.is_ascii_digit());
            let fix = Fix::proposed(format!("{}{bare}{}", count + 1, line.text));
            marks.line(at, "The number does not follow the one before.", fix);
            return;
        }
    }
}

fn heading_colon(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.typed() {
        if matches!(line.role, Role::Heading(_))
            && let Some(bare) = line.text.trim_end().strip_suffix(':')
        {
            marks.words(
                at,
                0..bare.len() + 1,
                "A heading ends without a colon.",
                Fix::safe(bare.trim_end()),
            );
        }
    }
}

fn other_heading(desk: &Desk, marks: &mut Marks) {
    let expected = desk.template.headings.participants.as_str();
    for (at, line) in desk.manuscript.typed() {
        let printed = line.text.trim().trim_end_matches(':');
        if line.role == Role::Heading(Heading::Participants)
            && !expected.is_empty()
            && printed != expected
        {
            let message = format!("The template’s heading is “{expected}”.");
            marks.words(at, 0..line.text.trim_end().len(), message, Fix::proposed(expected));
        }
    }
}

/// The person of the directory whom a listed name almost is, where nobody bears it exactly.
fn nearly<'d>(desk: &'d Desk, name: &PersonName) -> Option<&'d PersonName> {
    let full = name.full();
    if desk.people.iter().any(|known| known.name.full() == full) {
        return None;
    }
    let (folded, given) = (fold(&full), fold(&name.given));
    let listed: Vec<String> = entries(desk).map(|(_, _, entry)| entry.name.full()).collect();
    let mut near = desk
        .people
        .iter()
        .map(|known| &known.name)
        .filter(|known| !listed.contains(&known.full()) && like_name(&folded, &given, known));
    near.next().filter(|_| near.next().is_none())
}

/// Whether two names are one person's in all likelihood: the same letters without diacritics, one
/// letter apart, a saint abbreviated, or middle names left out.
fn like_name(folded: &str, given: &str, known: &PersonName) -> bool {
    let other = fold(&known.full());
    let saint = |text: &str| text.replace("saint ", "st ").replace("st.", "st ").replace("  ", " ");
    if folded == other || saint(folded) == saint(&other) {
        return true;
    }
    let family = |text: &str| text.rsplit(' ').next().unwrap_or("").to_owned();
    let same_given = fold(&known.given).split(' ').next() == given.split(' ').next();
    let close = distance(folded, &other) == 1 && folded.len() >= 8;
    let one_part = same_given && distance(&family(folded), &family(&other)) <= 1
        || family(folded) == family(&other) && distance(given, &fold(&known.given)) <= 1;
    close && one_part
}

/// How many letters are to be changed, put in, left out or exchanged with a neighbour.
pub(super) fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > 2 {
        return 3;
    }
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for i in 1..=one.len() {
        let mut row = vec![i; other.len() + 1];
        for j in 1..=other.len() {
            let change = usize::from(one[i - 1] != other[j - 1]);
            row[j] = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + change);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                row[j] = row[j].min(before_last[j - 2] + 1);
            }
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[other.len()]
}

fn name_range(line: &Line, name: &PersonName) -> std::ops::Range<usize> {
    let full = name.full();
    match line.text.find(&full) {
        Some(at) => at..at + full.len(),
        None => 0..line.text.trim_end().len(),
    }
}

fn other_spelling(desk: &Desk, marks: &mut Marks) {
    for (at, line, entry) in all_entries(desk) {
        if let Some(known) = nearly(desk, &entry.name)
            && fold(&known.full()) != fold(&entry.name.full())
        {
            let message = format!("The directory knows {}; is it the same person?", known.full());
            marks.words(at, name_range(line, &entry.name), message, Fix::proposed(known.full()));
        }
    }
}

fn lost_diacritics(desk: &Desk, marks: &mut Marks) {
    for (at, line, entry) in all_entries(desk) {
        if let Some(known) = nearly(desk, &entry.name)
            && fold(&known.full()) == fold(&entry.name.full())
            && !known.full().is_ascii()
        {
            let message = format!("The directory writes {}.", known.full());
            marks.words(at, name_range(line, &entry.name), message, Fix::proposed(known.full()));
        }
    }
}
