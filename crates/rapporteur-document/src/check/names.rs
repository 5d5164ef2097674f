//! How the names on the list are spelt (PPL).

use super::participants::{all_entries, distance, entries};
use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use crate::model::{PersonName, fold};
use regex::Regex;
use std::sync::LazyLock;

/// The words before a family name, as part of a pattern.
pub(super) const PARTICLES: &str = "de|da|das|do|dos|du|des|del|della|di|la|le|Le|van|von|den|der|het|te|ten|ter|zu|zum|zur|af|av|al|el|Al|El|bin|bint|ben|ibn|ap|ab|St\\.|Ó|Ní|Nic|['’]t|van['’]t|Mac";

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "PPL-2",
        reason: "A name is spelt as in the directory and in earlier reports.",
        severity: Severity::Warning,
        look: other_spelling,
        reads: Reads::Report,
        spot: Spot::People,
        fires: &[
            (
                "1. Ines Almond, IGF MAG member\n2. Marguerite Odya, Harbour Trust",
                "Marguerite Odya",
                "Marguerite Oduya",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Lynn Saint Clair, Harbour Trust",
                "Lynn Saint Clair",
                "Lynn St. Clair",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Lindiwe Masekko, Harbour Trust",
                "Lindiwe Masekko",
                "Lindiwe Maseko",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Zoe Haloran, Harbour Trust",
                "Zoe Haloran",
                "Zoë Halloran",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Margerite Oduya, Harbour Trust",
                "Margerite Oduya",
                "Marguerite Oduya",
            ),
        ],
        silent: &[
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Marguerite Oduya, Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Marguerite Odell, Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Lindani Maseko, Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Lynn Clare, Harbour Trust",
        ],
    },
    Rule {
        code: "PPL-6",
        reason: "The particle of a name is spelt as the name’s language spells it.",
        severity: Severity::Error,
        look: particles,
        reads: Reads::Report,
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
            "1. Ines Almond, IGF MAG member\n2. Rita da Silva, Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Los Reyes Trust, Harbour Trust",
        ],
    },
    Rule {
        code: "PPL-13",
        reason: "A name keeps its diacritics.",
        severity: Severity::Style,
        look: lost_diacritics,
        reads: Reads::Report,
        spot: Spot::People,
        fires: &[
            (
                "1. Ines Almond, IGF MAG member\n2. Zoe Halloran, Harbour Trust",
                "Zoe Halloran",
                "Zoë Halloran",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Jiri Novak, Harbour Trust",
                "Jiri Novak",
                "Jiří Novák",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Jiří Novak, Harbour Trust",
                "Jiří Novak",
                "Jiří Novák",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Jiri Novák, Harbour Trust",
                "Jiri Novák",
                "Jiří Novák",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Zoé Halloran, Harbour Trust",
                "Zoé Halloran",
                "Zoë Halloran",
            ),
        ],
        silent: &[
            "1. Ines Almond, IGF MAG member\n2. Zoë Halloran, Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Jiří Novák, Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Tom Kleinwächter, Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Lynn St. Clair, Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Zoe Hall, Harbour Trust",
        ],
    },
    Rule {
        code: "PPL-16",
        reason: "A name in the text is spelt as in the directory.",
        severity: Severity::Warning,
        look: other_spelling_in_text,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("Tom Birch thanked Zoe Halloran for the rooms.", "Zoe Halloran", "Zoë Halloran"),
            ("They read the letter of Jiri Novak.", "Jiri Novak", "Jiří Novák"),
            ("They thanked Marguerite Odya.", "Marguerite Odya", "Marguerite Oduya"),
            ("They met Lindiwe Masek in Oslo.", "Lindiwe Masek", "Lindiwe Maseko"),
            ("A reply of Lindiwe Masekko is expected.", "Lindiwe Masekko", "Lindiwe Maseko"),
        ],
        silent: &[
            "Tom Birch thanked Zoë Halloran for the rooms.",
            "They read the letter of Jan Novak.",
            "They met at the Cape Observatory.",
            "Tom Birch thanked Maria Cole.",
            "They thanked Marguerite Odell.",
        ],
    },
];

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

static FULL_NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b\p{Lu}[\p{L}'’]+(?:-\p{Lu}[\p{L}'’]+)?(?:\s(?:de|da|dos|von|van|der|del|St\.))*\s\p{Lu}[\p{L}'’-]+",
    )
});

fn other_spelling_in_text(desk: &Desk, marks: &mut Marks) {
    let listed: Vec<String> = entries(desk).map(|(_, _, entry)| fold(&entry.name.full())).collect();
    for (at, line) in desk.manuscript.prose() {
        for found in
            FULL_NAME.find_iter(&line.text).filter(|found| !line.in_address(&found.range()))
        {
            let printed = found.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
            if listed.contains(&fold(&printed)) {
                continue;
            }
            let name = PersonName::parse(&printed);
            if let Some(known) = nearly(desk, &name) {
                let message =
                    format!("The directory knows {}; is it the same person?", known.full());
                marks.words(at, found.range(), message, Fix::proposed(known.full()));
            }
        }
    }
}
