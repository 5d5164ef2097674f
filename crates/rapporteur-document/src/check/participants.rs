//! The list of participants (PPL): its heading, its entries, its names.

use super::manuscript::Entry;
use super::{Desk, Fix, Heading, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use crate::model::fold;
use regex::Regex;
use std::collections::HashMap;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "PPL-4",
        reason: "The given name stands first.",
        severity: Severity::Error,
        look: family_first,
        reads: Reads::Report,
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
            (
                "1. Ines Almond, IGF MAG member\n2. Birch, Tom, Harbour Trust\n3. Maria Cole, Reef Foundation",
                "Birch, Tom, Harbour Trust",
                "Tom Birch, Harbour Trust",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch, Harbour Trust\n3. Cole, Maria, former IGF MAG member",
                "Cole, Maria, former IGF MAG member",
                "Maria Cole, former IGF MAG member",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch, Harbour Trust\n3. Oduya, Marguerite, Government of Kenya",
                "Oduya, Marguerite, Government of Kenya",
                "Marguerite Oduya, Government of Kenya",
            ),
        ],
        silent: &[
            "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Tom Birch, IGF MAG member",
            "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Tom Birch, Wikimedia, Oslo",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Government of Kenya",
            "1. Ines Almond, IGF MAG member\n2. Maria Cole, Reef Foundation, Bergen",
        ],
    },
    Rule {
        code: "PPL-5",
        reason: "Commas part the name, role, status and organisation.",
        severity: Severity::Warning,
        look: separators,
        reads: Reads::Report,
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
                "1. Ines Almond, IGF MAG member\n2. Tom Birch. Harbour Trust",
                "Tom Birch. Harbour Trust",
                "Tom Birch, Harbour Trust",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch, (Harbour Trust)",
                "Tom Birch, (Harbour Trust)",
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
            "1. Ines Almond, IGF MAG member\n2. Jean-Luc d'Arc, Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, CGI.br - Reef Foundation",
            "1. Ines Almond (she/her), IGF MAG member\n2. Tom Birch (he/him)",
            "1. Ines Almond (IA), IGF MAG member\n2. Tom van Birch (TvB), Harbour Trust",
        ],
    },
    Rule {
        code: "PPL-8",
        reason: "Nobody stands on the list twice.",
        severity: Severity::Error,
        look: twice,
        reads: Reads::Report,
        spot: Spot::People,
        fires: &[
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch, Harbour Trust\n3. Tom Birch, Oslo",
                "Tom Birch, Oslo",
                "",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Ines Almond, Government of Italy",
                "Ines Almond, Government of Italy",
                "",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Zoë Halloran, Oslo\n3. Zoe Halloran, Oslo",
                "Zoe Halloran, Oslo",
                "",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo\n3. Maria Cole, Oslo\n4. Tom Birch",
                "Tom Birch",
                "",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo\n3. Tom BIRCH, Oslo",
                "Tom BIRCH, Oslo",
                "",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo\n3. Maria Tejeda, Oslo\n4. Maria Tejada, Oslo",
                "Maria Tejada",
                "",
            ),
        ],
        silent: &[
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Harbour Trust\n3. Tom Bircher, Oslo",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Maria Cole, Oslo\n3. Maria Dunn, Oslo",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo\n3. Tim Birch, Oslo",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo\n3. Maria Dahl, Oslo\n4. Maria Dahr, Oslo",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Harbour Trust\n3. Maria Cole, Harbour Trust",
        ],
    },
    Rule {
        code: "PPL-9",
        reason: "A report lists its participants.",
        severity: Severity::Warning,
        look: no_list,
        reads: Reads::Report,
        spot: Spot::List,
        fires: &[
            ("", "2026", ""),
            ("Thanks to everybody.", "Thanks", ""),
            ("A list was not kept.", "list", ""),
            ("List of participants", "List of participants", ""),
            ("The list of participants follows.", "follows", ""),
        ],
        silent: &[
            "List of participants\n\n1. Ines Almond, IGF MAG member",
            "Participants\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch",
            "List of participants:\n\nInes Almond, IGF MAG member\nTom Birch, Oslo",
            "Attendees\n\n- Ines Almond, IGF MAG member\n- Tom Birch, Oslo",
            "List of participants\n\nInes Almond, IGF MAG member",
        ],
    },
    Rule {
        code: "PPL-10",
        reason: "The numbers of the list follow each other.",
        severity: Severity::Warning,
        look: numbering,
        reads: Reads::Report,
        spot: Spot::People,
        fires: &[
            (
                "1. Ines Almond, IGF MAG member\n3. Tom Birch, Harbour Trust",
                "3. Tom Birch, Harbour Trust",
                "2. Tom Birch, Harbour Trust",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo\n4. Maria Cole, Oslo",
                "4. Maria Cole, Oslo",
                "3. Maria Cole, Oslo",
            ),
            (
                "2. Ines Almond, IGF MAG member\n3. Tom Birch, Oslo",
                "2. Ines Almond",
                "1. Ines Almond",
            ),
            (
                "1. Ines Almond, IGF MAG member\n1. Tom Birch, Oslo\n3. Maria Cole, Oslo",
                "1. Tom Birch, Oslo",
                "2. Tom Birch, Oslo",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo\n2. Maria Cole, Oslo",
                "2. Maria Cole, Oslo",
                "3. Maria Cole, Oslo",
            ),
        ],
        silent: &[
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Harbour Trust",
            "- Ines Almond, IGF MAG member\n- Tom Birch, Oslo",
            "Ines Almond, IGF MAG member\nTom Birch, Oslo",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo\n3. Maria Cole, Oslo",
            "1) Ines Almond, IGF MAG member\n2) Tom Birch, Oslo",
        ],
    },
    Rule {
        code: "PPL-11",
        reason: "A heading ends without a colon.",
        severity: Severity::Style,
        look: heading_colon,
        reads: Reads::Line,
        spot: Spot::List,
        fires: &[
            (
                "List of participants:\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
                "List of participants:",
                "List of participants",
            ),
            (
                "Participants:\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
                "Participants:",
                "Participants",
            ),
            (
                "Attendees:\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
                "Attendees:",
                "Attendees",
            ),
            (
                "LIST OF PARTICIPANTS:\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
                "LIST OF PARTICIPANTS:",
                "LIST OF PARTICIPANTS",
            ),
            (
                "List of participants :\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
                "List of participants :",
                "List of participants",
            ),
        ],
        silent: &[
            "List of participants\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
            "Participants\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
            "Attendees\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
            "LIST OF PARTICIPANTS\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
            "List of attendees\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
        ],
    },
    Rule {
        code: "PPL-12",
        reason: "The list bears the template’s heading.",
        severity: Severity::Style,
        look: other_heading,
        reads: Reads::Line,
        spot: Spot::List,
        fires: &[
            (
                "Participants\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
                "Participants",
                "List of participants",
            ),
            (
                "Attendees\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
                "Attendees",
                "List of participants",
            ),
            (
                "LIST OF PARTICIPANTS\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
                "LIST OF PARTICIPANTS",
                "List of participants",
            ),
            (
                "Participants:\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
                "Participants:",
                "List of participants",
            ),
            (
                "List of Participants\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
                "List of Participants",
                "List of participants",
            ),
        ],
        silent: &[
            "List of participants\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
            "List of participants:\n\n1. Ines Almond, IGF MAG member\n2. Tom Birch, Oslo",
            "List of participants\n\n- Ines Almond, IGF MAG member",
            "List of participants\n\nInes Almond, IGF MAG member",
            "List of participants\n\n1. Ines Almond, Reef Foundation",
        ],
    },
];

static OTHER_SEPARATOR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?P<name>[\p{L}'’.\- ]+?)(?P<gap>\s*(?:,?\s?\(|:\s|;\s|\t|\s[-–—]\s|\s?[–—]\s?|\|)|,?\s[-–—]\s|,\s?[,;.]\s)(?P<rest>.+)$",
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

/// A full stop behind a name of at least four letters, where a role or an organisation follows.
static STOP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?P<name>\p{Lu}[\p{L}'’-]+(?:\s[\p{L}'’-]+){0,2}\s\p{Lu}[\p{L}'’-]{3,})\.\s(?P<rest>[\p{L}].*)$",
    )
});

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
        } else if let Some(found) = STOP.captures(text) {
            let fix = Fix::safe(format!("{}, {}", &found["name"], &found["rest"]));
            marks.words(at, 0..text.len(), "A comma parts the name from what follows.", fix);
            marks.severity(Severity::Error);
        } else if let Some(found) = OTHER_SEPARATOR.captures(text)
            && found["name"].split_whitespace().count() >= 2
            && !is_pronoun(&found["rest"])
            && !super::list_names::begins_with_initials(&found["rest"], &found["name"])
        {
            let rest = found["rest"].trim();
            let bracketed = found["gap"].ends_with('(');
            // A name, a comma and all the rest in brackets; other brackets are part of the rest.
            if bracketed && found["gap"].contains(',') && !rest.ends_with(')') {
                continue;
            }
            let rest = if bracketed { rest.replacen(')', "", 1) } else { rest.to_owned() };
            let fix = Fix::proposed(format!("{}, {}", found["name"].trim(), rest.trim()));
            marks.words(at, 0..text.len(), "A comma parts the name from what follows.", fix);
        }
    }
}

/// How somebody wants to be spoken of, in brackets behind the name: she/her.
pub(super) fn is_pronoun(words: &str) -> bool {
    ["she/", "he/", "they/", "She/", "He/", "They/"].iter().any(|own| words.starts_with(own))
}

fn twice(desk: &Desk, marks: &mut Marks) {
    let mut seen: HashMap<String, ()> = HashMap::new();
    for (at, line, entry) in entries(desk) {
        if seen.insert(fold(&entry.name.full()), ()).is_some() {
            let message = format!("{} is on the list already.", entry.name.full());
            marks.words(at, 0..line.text.trim_end().len(), message, None);
        }
    }
    super::list_names::twins(desk, marks);
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
        // `Civil society:` over some of the people is a label.
        let people = [Role::Participant, Role::Heading(Heading::Participants)];
        let before = desk.lines()[..at].last().is_some_and(|line| people.contains(&line.role));
        let label = before && line.role == Role::Heading(Heading::Other);
        if matches!(line.role, Role::Heading(_) if !label)
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
