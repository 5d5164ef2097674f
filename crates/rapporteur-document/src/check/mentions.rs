//! Names of the list that stand in the text without speaking, or among the apologies (PPL-18,
//! PPL-19).

use super::names::PARTICLES;
use super::participants::{distance, entries};
use super::tokens::{Token, tokens};
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use crate::model::{PersonName, fold};
use regex::Regex;
use std::collections::HashSet;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "PPL-18",
        reason: "Whoever is mentioned is spelt as on the list.",
        severity: Severity::Warning,
        look: misspelt,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("The letter was read with Ines Almand and others.", "Ines Almand", "Ines Almond"),
            ("The plan was drafted by Maria Coles.", "Maria Coles", "Maria Cole"),
            ("They thanked Tom Brich for the rooms.", "Tom Brich", "Tom Birch"),
            ("It was sent to Ines Almónd.", "Ines Almónd", "Ines Almond"),
            ("A text of Tomm Birch was read.", "Tomm Birch", "Tom Birch"),
            ("Tom sent it to María Dunn.", "Maria Dunn", "María Dunn"),
            ("María Cole noted the plan, and Tom agreed.", "Maria Cole", "María Cole"),
        ],
        silent: &[
            "The letter was read with Ines Almond and others.",
            "They thanked Maria Dunn and Maria Cole.",
            "The Maria Coast and the Tom Tower were named.",
            "They thanked Inga Alder of Oslo.",
            "They thanked Ines.",
            "It was sent to Mariana Dunn and to María Colle-Dunn.",
        ],
    },
    Rule {
        code: "PPL-19",
        reason: "Nobody sent apologies and took part.",
        severity: Severity::Warning,
        look: present_and_excused,
        reads: Reads::Report,
        spot: Spot::List,
        fires: &[
            (
                "List of participants\n\n1. Ines Almond, Oslo\n2. Tom Birch, Bergen\n\nApologies\n\n1. Tom Birch, Bergen",
                "Tom Birch",
                "",
            ),
            (
                "List of participants\n\n1. Ines Almond, Oslo\n2. Tom Birch, Bergen\n\nApologies\n\n1. Ines Almond, Oslo",
                "Ines Almond",
                "",
            ),
            (
                "List of participants\n\n1. Ines Almond, Oslo\n2. Tom Birch, Bergen\n\nApologies: Paula Reed, Tom Birch",
                "Tom Birch",
                "",
            ),
            (
                "List of participants\n\n1. Ines Almond, Oslo\n2. Maria Cole, Bergen\n\nApologies\n\n1. Maria Colle, Bergen",
                "Maria Colle",
                "",
            ),
            (
                "List of participants\n\n1. Ines Almond, Oslo\n2. Zoë Halloran, Bergen\n\nApologies\n\n1. Zoe Halloran",
                "Zoe Halloran",
                "",
            ),
            (
                "List of participants\n\n1. Ines Almond, Oslo\n2. Tom Birch, Bergen\n\nApologies\n\n1. Maria Cole, Oslo\n2. Tom Birch, Bergen",
                "Tom Birch",
                "",
            ),
        ],
        silent: &[
            "List of participants\n\n1. Ines Almond, Oslo\n2. Tom Birch, Bergen\n\nApologies\n\n1. Maria Cole, Bergen",
            "List of participants\n\n1. Ines Almond, Oslo\n2. Tom Birch, Bergen",
            "List of participants\n\n1. Maria Cole, Oslo\n2. Tom Birch, Bergen\n\nApologies\n\n1. Maria Dunn, Bergen",
            "List of participants\n\n1. Ines Almond, Oslo\n2. Tom Birch, Bergen\n\nApologies\n\n1. Tom Brook, Oslo",
            "List of participants\n\n1. Ines Almond, Oslo\n\nApologies\n\n1. Ida Almond, Oslo",
        ],
    },
];

static NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?P<given>\p{{Lu}}[\p{{L}}'’]+(?:-\p{{Lu}}[\p{{L}}'’]+)?)\s(?P<family>(?:(?:{PARTICLES})\s)*(?:[dl]['’])?\p{{Lu}}[\p{{L}}'’-]+)",
    ))
});

/// Names so short are other names more often than slips.
const SHORT: usize = 4;

/// Whether two names are one person's, one of them misspelt.
///
/// Both are folded.
fn is_slip(one: &str, other: &str) -> bool {
    let (Some((given, family)), Some((known, known_family))) =
        (one.split_once(' '), other.split_once(' '))
    else {
        return false;
    };
    let near = |one: &str, other: &str| {
        one.chars().count().min(other.chars().count()) >= SHORT && distance(one, other) <= 1
    };
    (given == known || given.len() > 2 && distance(given, known) == 1 && given.len() != known.len())
        && family == known_family
        || given == known && near(family, known_family)
}

/// Whether two words are a given name without its hyphen: Mei Ling for Mei-Ling.
fn is_unhyphenated(name: &str, given: &str) -> bool {
    given.contains('-') && given.replace('-', " ") == name
}

/// The name of a participant as the text spells it, where the list has lost its diacritics: the
/// text has them and nowhere spells the name as the list does.
pub(super) fn lost_on_the_list(desk: &Desk, said: &str, listed: &PersonName) -> Option<String> {
    let full = listed.full();
    let spelt = |word: &str| said.split(' ').find(|own| fold(own) == fold(word)).map(str::to_owned);
    let words = full.split(' ').map(|word| spelt(word).unwrap_or_else(|| word.to_owned()));
    let right = words.collect::<Vec<_>>().join(" ");
    let marked = |name: &str| name.chars().filter(|c| !c.is_ascii()).count();
    let given = full.split(' ').next().filter(|_| !said.contains(' ')).unwrap_or(&full);
    let as_listed = desk.manuscript.prose().any(|(_, line)| line.text.contains(given));
    (marked(&right) > marked(&full) && !as_listed).then_some(right)
}

fn misspelt(desk: &Desk, marks: &mut Marks) {
    on_the_list(desk, marks);
    given_names(desk, marks);
    let listed: Vec<&PersonName> = entries(desk).map(|(_, _, entry)| &entry.name).collect();
    let full: HashSet<String> = listed.iter().map(|name| name.full()).collect();
    let folded: Vec<String> = listed.iter().map(|name| fold(&name.full())).collect();
    let spoken = super::speakers::spoken_names(desk);
    desk.each(
        &NAME,
        |line| matches!(line.role, Role::Paragraph | Role::ListItem | Role::NextStep),
        |at, _, found| {
            let Some(whole) = found.get(0) else { return };
            let name = whole.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
            // A speaker's name is the business of PPL-7.
            if full.contains(&name) || spoken.contains(&(at, whole.start())) {
                return;
            }
            if let Some(only) = listed.iter().find(|listed| is_unhyphenated(&name, &listed.given)) {
                let message = format!("The list writes {}.", only.full());
                marks.words(at, whole.range(), message, Fix::proposed(only.given.clone()));
                return;
            }
            let said = fold(&name);
            let all = listed.iter().zip(&folded);
            let mut meant = all.filter(|(_, listed)| is_slip(&said, listed)).map(|(name, _)| name);
            if let (Some(only), None) = (meant.next(), meant.next())
                && lost_on_the_list(desk, &name, only).is_none()
            {
                let message = format!("The list has {}; is it the same person?", only.full());
                marks.words(at, whole.range(), message, Fix::proposed(only.full()));
            }
        },
    );
}

/// Names of the list that the text spells with the diacritics the list has lost.
fn on_the_list(desk: &Desk, marks: &mut Marks) {
    let marked = |text: &str| text.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
    let prose = desk.manuscript.prose().filter(|(_, line)| marked(&line.text));
    let spelt: Vec<String> = prose
        .flat_map(|(_, line)| NAME.find_iter(&line.text))
        .filter(|found| marked(found.as_str()))
        .map(|found| found.as_str().split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    if spelt.is_empty() {
        return;
    }
    for (at, line, entry) in entries(desk).filter(|(_, line, _)| !line.generated) {
        let full = entry.name.full();
        let Some(start) = line.text.find(&full).filter(|_| full.contains(' ')) else { continue };
        let same = spelt.iter().filter(|name| fold(name) == fold(&full));
        let right = same.filter_map(|name| lost_on_the_list(desk, name, &entry.name)).next();
        if let Some(right) = right {
            let message = format!("The text writes {right}.");
            marks.words(at, start..start + full.len(), message, Fix::proposed(right));
        }
    }
}

static EXCUSED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?i:apologies|apology|regrets|excused|absent)(?:\s(?:were\s)?(?:received|sent))?(?:\s(?:from|by))?\s?:\s*",
    )
});

/// Whether a line names who sent apologies.
pub(super) fn is_excuse(text: &str) -> bool {
    EXCUSED.is_match(text)
}

fn present_and_excused(desk: &Desk, marks: &mut Marks) {
    excused_in_a_line(desk, marks);
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| line.role == Role::Apology) {
        let Some(entry) = &line.entry else { continue };
        let name = entry.name.full();
        let listed = entries(desk)
            .map(|(_, _, listed)| listed.name.full())
            .find(|listed| fold(listed) == fold(&name) || is_slip(&fold(&name), &fold(listed)));
        if let Some(listed) = listed {
            let end = line.text.find(',').unwrap_or(line.text.trim_end().len());
            let message = format!("{listed} is on the list of participants too.");
            marks.words(at, 0..end, message, None);
        }
    }
}

/// Apologies: Tom Birch, Maria Cole.
fn excused_in_a_line(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.typed() {
        let Some(heading) = EXCUSED.find(&line.text) else { continue };
        let mut from = heading.end();
        for part in line.text[heading.end()..].split_inclusive([',', ';', '\n']) {
            let name = part.trim_matches([',', ';', '\n', '.', ' ']);
            let name = name.strip_prefix("and ").unwrap_or(name);
            let start = from + part.find(name).unwrap_or(0);
            from += part.len();
            let listed =
                entries(desk).any(|(_, _, listed)| fold(&listed.name.full()) == fold(name));
            if listed && name.contains(' ') {
                let message = format!("{name} is on the list of participants too.");
                marks.words(at, start..start + name.len(), message, None);
            }
        }
    }
}

/// Given names that stand alone, without their diacritics or a letter off.
fn given_names(desk: &Desk, marks: &mut Marks) {
    let spoken = super::speakers::spoken_names(desk);
    let given: Vec<(String, String)> = entries(desk)
        .map(|(_, _, entry)| entry.name.given.clone())
        .filter(|given| !given.contains([' ', '.']) && given.chars().count() > 3)
        .map(|given| (fold(&given), given))
        .collect();
    let own: HashSet<String> = entries(desk)
        .flat_map(|(_, line, _)| {
            line.text
                .split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '\'' | '’'))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    let body =
        |line: &&Line| matches!(line.role, Role::Paragraph | Role::ListItem | Role::NextStep);
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| body(line)) {
        let tokens = tokens(line);
        for (place, token) in tokens.iter().enumerate() {
            let capital = |token: Option<&Token>| {
                token.is_some_and(|token| token.text.starts_with(char::is_uppercase))
            };
            let before = place.checked_sub(1).filter(|_| token.joined).map(|at| &tokens[at]);
            let next = tokens.get(place + 1).filter(|next| next.joined);
            let alone = !capital(next) && (!capital(before) || token.opens);
            if !capital(Some(token))
                || !alone
                || token.text.chars().count() < 4
                || own.contains(token.text)
                || spoken.contains(&(at, token.range.start))
            {
                continue;
            }
            let folded = fold(token.text);
            // The dictionary is asked last: few words are near a name.
            let slip = |known: &str| {
                known == folded
                    || known.len() > 4
                        && token.text.is_ascii()
                        && known.chars().next() == folded.chars().next()
                        && distance(known, &folded) == 1
                        && !super::lexicon::is_known(&token.low)
                        && !super::spelling::is_word(token.text)
            };
            let mut meant = given.iter().filter(|(known, _)| slip(known));
            if let (Some((_, right)), None) = (meant.next(), meant.next()) {
                let message = format!("The list has {right}; is it the same person?");
                marks.words(at, token.range.clone(), message, Fix::proposed(right.clone()));
            }
        }
    }
}
