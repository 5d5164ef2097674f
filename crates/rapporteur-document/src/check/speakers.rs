//! People in the text (PPL): who spoke, and how they are named.

use super::likeness::sounds_alike;
use super::list_and_text::as_in_text;
use super::mentions::lost_on_the_list;
use super::names::PARTICLES;
use super::participants::{distance, entries};
use super::spelling::is_word;
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use crate::model::{PersonName, fold};
use regex::Regex;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "PPL-1",
        reason: "Whoever spoke is on the list of participants.",
        severity: Severity::Warning,
        look: not_listed,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("Paula Reed noted the figures.", "Paula Reed", ""),
            ("Paula asked for the figures.", "Paula", ""),
            ("Tim suggested a webinar.", "Tim", ""),
            ("Wolfgang stressed the need for rules.", "Wolfgang", ""),
            ("On the draft letter, Paula noted an error.", "Paula", ""),
        ],
        silent: &[
            "Slides presented during the call are online. Agenda shared and adopted.",
            "Ines Almond noted the figures.",
            "Tom suggested a webinar.",
            "Participants noted the figures.",
            "The Secretariat noted the figures.",
            "Paula was not able to join the call.",
            "She noted the figures.",
            "Harbour Trust noted the figures.",
            "Accreditation closed on Friday, and Membership was discussed.",
        ],
    },
    Rule {
        code: "PPL-3",
        reason: "A given name that two participants share is never used alone.",
        severity: Severity::Warning,
        look: ambiguous,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("Maria noted the figures.", "Maria", ""),
            ("Ines Almond agreed, and Maria asked for a list.", "Maria", ""),
            ("Tom Birch spoke first. Maria suggested a webinar.", "Maria", ""),
            ("On travel, Maria added that rooms were free.", "Maria", ""),
            ("- Maria stressed the costs.\n- Tom agreed.", "Maria", ""),
        ],
        silent: &[
            "Maria Cole noted the figures.",
            "Maria Dunn noted the figures, and Tom agreed.",
            "Ines noted the figures.",
            "They spoke of Maria Island.",
            "Tom Birch thanked Maria Cole.",
        ],
    },
    Rule {
        code: "PPL-7",
        reason: "A name in the text is spelt as on the list.",
        severity: Severity::Warning,
        look: misspelt,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("Ines Almend noted the figures.", "Ines Almend", "Ines Almond"),
            ("Ines Almondt asked for them.", "Ines Almondt", "Ines Almond"),
            ("Tom Brich asked for them.", "Tom Brich", "Tom Birch"),
            ("Maria Coles noted the figures.", "Maria Coles", "Maria Cole"),
            ("Tom Birh asked for them.", "Tom Birh", "Tom Birch"),
        ],
        silent: &[
            "Ines Almond noted the figures.",
            "Tom Birch and Ines Almond noted them.",
            "Maria Cole noted the figures.",
            "Tom agreed.",
            "Paula Reed agreed.",
        ],
    },
    Rule {
        code: "PPL-14",
        reason: "Whoever could not come is not on the list.",
        severity: Severity::Warning,
        look: absent_but_listed,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("Tom was not able to join the call.", "Tom", ""),
            ("Tom Birch sent his apologies.", "Tom Birch", ""),
            ("Tom could not attend the meeting.", "Tom", ""),
            ("Maria Cole was unable to attend the meeting.", "Maria Cole", ""),
            ("Tom Birch did not attend.", "Tom Birch", ""),
        ],
        silent: &[
            "Paula was not able to join the call.",
            "Tom was not able to share the document.",
            "Paula sent her apologies.",
            "Tom was not able to open the file.",
            "Nobody was unable to join.",
        ],
    },
    Rule {
        code: "PPL-15",
        reason: "One report names its speakers by one rule: in full at first, or always by the given name.",
        severity: Severity::Style,
        look: mixed_naming,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("Maria Dunn noted the plan. Tom agreed.", "Tom", "Tom Birch"),
            ("Maria Cole noted the plan. Tom suggested a webinar.", "Tom", "Tom Birch"),
            (
                "Maria Dunn read the letter. Maria Cole agreed. Tom thanked them.",
                "Tom",
                "Tom Birch",
            ),
            ("Maria Cole asked for a list.\n\nTom added that it exists.", "Tom", "Tom Birch"),
            ("Maria Cole noted the plan, and Tom asked for it.", "Tom", "Tom Birch"),
        ],
        silent: &[
            "Ines noted the plan. Tom agreed.",
            "Maria Cole noted the plan. Tom Birch agreed.",
            "Tom Birch noted the plan. Maria Cole agreed, and Tom thanked her.",
            "They noted the plan.",
            "Ines spoke of the plan that Tom Birch had read. Tom agreed.",
        ],
    },
];

static NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:^|[.!?”\x22)]\s+|,\s|\b[Aa]nd\s|;\s)(?P<name>\p{{Lu}}[\p{{L}}'’]+(?:-\p{{Lu}}[\p{{L}}'’]+)?(?:\s(?:(?:{PARTICLES})\s)*(?:[dl]['’])?\p{{Lu}}[\p{{L}}'’-]+){{0,2}})\s(?:also\s|then\s|further\s|finally\s|additionally\s|again\s|briefly\s)*(?P<verb>\p{{Ll}}+)\b",
    ))
});
static ABSENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)\s(?:(?:was|were)\s(?:not\sable|unable)\sto\s(?:join|attend|participate|be\s)|(?:could|did)\snot\s(?:join|attend|participate)|(?:has\s|had\s)?sent\s(?:his|her|their)?\s?(?:apologies|regrets))",
    )
});

/// Somebody the text says spoke.
#[derive(Debug)]
pub(super) struct Speaker {
    at: usize,
    range: Range<usize>,
    name: String,
}

/// Everybody who speaks; rules ask the desk for them.
pub(super) fn find_speakers(desk: &Desk) -> Vec<Speaker> {
    let mut found = Vec::new();
    let body = |line: &Line| matches!(line.role, Role::Paragraph | Role::ListItem | Role::Front);
    for (at, line) in desk.manuscript.lines.iter().enumerate().filter(|(_, line)| body(line)) {
        let mut from = 0;
        while let Some(captures) = NAME.captures_at(&line.text, from) {
            let (Some(name), Some(verb)) = (captures.name("name"), captures.name("verb")) else {
                break;
            };
            from = verb.end();
            let words = name.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
            let thing =
                || is_thing(&words, &line.text[verb.end()..]) && meant(desk, &words).is_empty();
            if desk.register.reports(verb.as_str()) && is_person(desk, &words) && !thing() {
                found.push(Speaker { at, range: name.range(), name: words });
            }
        }
    }
    found
}

/// Whether a word is a common one and the verb behind it is what was done to it: `Slides presented
/// during the call`. Somebody who presents has an object.
fn is_thing(name: &str, behind: &str) -> bool {
    let next = behind.split_whitespace().next().unwrap_or("").trim_matches(',');
    let ends = !behind.starts_with([' ', '\n']) || next.is_empty();
    let passive = ends || ["at", "during", "in", "by", "when", "and", "or"].contains(&next);
    passive && name.len() > 4 && !name.contains(' ') && is_word(&name.to_lowercase())
}

/// Where the names of speakers begin: the line, and the place in it.
pub(super) fn spoken_names(desk: &Desk) -> BTreeSet<(usize, usize)> {
    desk.speakers().iter().map(|speaker| (speaker.at, speaker.range.start)).collect()
}

/// Whether these capitalised words may name a person: no term, no common noun, no organisation.
fn is_person(desk: &Desk, name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let common = words.iter().any(|word| desk.register.not_names.iter().any(|known| known == word));
    let capitals = words.iter().any(|word| {
        word.chars().filter(|c| c.is_uppercase()).count() > 1
            && !word.contains(['-', '\'', '’'])
            && !word.starts_with("Mc")
            && !word.starts_with("Mac")
    });
    let months =
        words.iter().any(|word| (1..=12).any(|month| super::calendar::month_name(month) == *word));
    let organisation = || {
        let folded = fold(name);
        desk.listed().iter().any(|known| known.organisation.contains(&folded))
    };
    !common && !capitals && !months && !organisation() && !is_action(name)
}

/// Whether a word that opens a sentence is a common noun by its ending: `Accreditation closed`.
fn is_action(name: &str) -> bool {
    let small = name.to_lowercase();
    ["tion", "sion", "ness", "ship"].iter().any(|ending| small.ends_with(ending)) && is_word(&small)
}

/// The names that the text gives speakers, where it is one word.
pub(super) fn named_in_a_word(desk: &Desk) -> BTreeSet<String> {
    desk.speakers()
        .iter()
        .map(|one| &one.name)
        .filter(|name| !name.contains(' '))
        .cloned()
        .collect()
}

/// Participants by their listed names, each with the given name that the text has for them alike
/// again and again, and never as the list does: the slip is the list's then.
pub(super) fn slips_of_the_list(desk: &Desk) -> BTreeMap<String, String> {
    let mut said: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    let alone = desk.speakers().iter().filter(|speaker| !speaker.name.contains(' '));
    for speaker in alone.filter(|speaker| meant(desk, &speaker.name).is_empty()) {
        if let Some(known) = nearly_listed(desk, &speaker.name) {
            *said.entry(known).or_default().entry(speaker.name.clone()).or_default() += 1;
        }
    }
    let in_text = |word: &str| desk.manuscript.prose().any(|(_, line)| stands_in(&line.text, word));
    said.into_iter()
        .filter(|(known, ways)| ways.len() == 1 && !in_text(known.split(' ').next().unwrap_or("")))
        .filter_map(|(known, ways)| {
            let (way, count) = ways.into_iter().next()?;
            (count > 1).then_some((known, way))
        })
        .collect()
}

/// Forms of address before a family name.
const HONORIFICS: [&str; 12] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "ambassador",
    "hon",
];

fn is_honorific(word: &str) -> bool {
    HONORIFICS.contains(&word.to_lowercase().trim_end_matches('.'))
}

/// The participants a name may mean: by the whole name or by the given name.
fn meant<'d>(desk: &'d Desk, name: &str) -> Vec<&'d PersonName> {
    let folded = fold(name);
    let bare = folded
        .split_once(' ')
        .filter(|(first, _)| is_honorific(first))
        .map(|(_, rest)| rest.to_owned());
    let folded = bare.unwrap_or(folded);
    let folded: Vec<&str> = folded.split_whitespace().collect();
    // Whoever stands on the list twice is one person all the same.
    let mut listed = BTreeSet::new();
    entries(desk)
        .map(|(_, _, entry)| &entry.name)
        .zip(desk.listed())
        .filter(|(_, known)| {
            let full: Vec<&str> = known.folded.split_whitespace().collect();
            // Middle names and particles may be left out, never put in.
            let mut left = full.iter();
            let turned = folded.len() == 2 && full.len() == 2;
            let turned = turned && folded[0] == full[1] && folded[1] == full[0];
            turned
                || folded.iter().all(|word| left.any(|known| known == word))
                    && (folded.len() > 1
                        || full.first() == folded.first()
                        || known.family == folded[0]
                        || known.given == folded[0])
        })
        .filter(|(_, known)| listed.insert(&known.full))
        .map(|(name, _)| name)
        .collect()
}

fn not_listed(desk: &Desk, marks: &mut Marks) {
    if entries(desk).next().is_none() {
        return;
    }
    let mut said = BTreeSet::new();
    for speaker in desk.speakers() {
        if meant(desk, &speaker.name).is_empty()
            && nearly_listed(desk, &speaker.name).is_none()
            && !in_a_paragraph(desk, &speaker.name)
            && said.insert(speaker.name.to_owned())
        {
            let message = format!("{} spoke but is not on the list of participants.", speaker.name);
            marks.words(speaker.at, speaker.range.clone(), message, None);
        }
    }
}

/// Whether one paragraph names all the participants, and this one among them.
fn in_a_paragraph(desk: &Desk, name: &str) -> bool {
    let mut people = desk.lines().iter().filter(|line| line.role == Role::Participant);
    people.any(|line| line.text.matches(", ").count() > 1 && stands_in(&line.text, name))
}

/// The participant this name is a slip of: the same given name, the rest one or two letters off.
fn nearly_listed(desk: &Desk, name: &str) -> Option<String> {
    let folded = fold(name);
    let mut near = desk.listed().iter().filter(|known| {
        let other = &known.folded;
        let shared = folded.split(' ').next() == other.split(' ').next()
            || folded.rsplit(' ').next() == other.rsplit(' ').next();
        if folded.contains(' ') {
            let near = distance(&folded, other) == 1 || sounds_alike(&folded, other);
            shared && folded.len() >= 7 && near
        } else {
            let given = other.split(' ').next().unwrap_or("");
            folded.len() >= 5 && given.len() >= 5 && distance(&folded, given) == 1
        }
    });
    near.next().filter(|_| near.next().is_none()).map(|known| known.full.clone())
}

fn misspelt(desk: &Desk, marks: &mut Marks) {
    let on_the_list = LazyCell::new(|| slips_of_the_list(desk));
    for speaker in desk.speakers() {
        if !meant(desk, &speaker.name).is_empty() {
            let exact = entries(desk).any(|(_, _, entry)| {
                let full = entry.name.full();
                let mut words = speaker.name.split(' ').filter(|word| !is_honorific(word));
                words.all(|word| full.split(' ').any(|known| known == word))
            });
            if !exact
                && let [only] = meant(desk, &speaker.name)[..]
                && lost_on_the_list(desk, &speaker.name, only).is_none()
            {
                let right =
                    if speaker.name.contains(' ') { only.full() } else { only.given_or_family() };
                let message = format!("The list writes {}.", only.full());
                marks.words(speaker.at, speaker.range.clone(), message, Fix::proposed(right));
            }
            continue;
        }
        // What the text has again and again is the business of PPL-22.
        let is_listed_slip = |known: &String| on_the_list.get(known) == Some(&speaker.name);
        if let Some(known) = nearly_listed(desk, &speaker.name).filter(|one| !is_listed_slip(one)) {
            let right = if speaker.name.contains(' ') {
                known.clone()
            } else {
                known.split(' ').next().unwrap_or("").to_owned()
            };
            let message = format!("The list has {known}; is it the same person?");
            marks.words(speaker.at, speaker.range.clone(), message, Fix::proposed(right));
        }
    }
}

fn ambiguous(desk: &Desk, marks: &mut Marks) {
    let mut said = BTreeSet::new();
    for speaker in desk.speakers() {
        let meant = meant(desk, &speaker.name);
        if !speaker.name.contains(' ') && meant.len() > 1 && said.insert(speaker.at) {
            let names: Vec<String> = meant.iter().map(|name| name.full()).collect();
            let message = format!("This may be {}; write the full name.", names.join(" or "));
            marks.words(speaker.at, speaker.range.clone(), message, None);
        }
    }
}

fn absent_but_listed(desk: &Desk, marks: &mut Marks) {
    desk.each(
        &ABSENT,
        |line| matches!(line.role, Role::Paragraph | Role::ListItem),
        |at, _, found| {
            let Some(name) = found.name("name") else { return };
            if let [only] = meant(desk, name.as_str())[..] {
                let message = format!(
                    "{} is on the list of participants although the text says otherwise.",
                    only.full()
                );
                marks.words(at, name.range(), message, None);
            }
        },
    );
}

/// Whether a word stands by itself in a text.
fn stands_in(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let alone = |beside: Option<char>| !beside.is_some_and(char::is_alphanumeric);
        alone(text[..at].chars().next_back()) && alone(text[at + word.len()..].chars().next())
    })
}

fn mixed_naming(desk: &Desk, marks: &mut Marks) {
    if entries(desk).next().is_none() {
        return;
    }
    let mut first: BTreeMap<String, (bool, usize, Range<usize>, String)> = BTreeMap::new();
    for speaker in desk.speakers() {
        let [person] = meant(desk, &speaker.name)[..] else { continue };
        let full = speaker.name.contains(' ') || person.family.is_empty();
        let name = as_in_text(desk, person).unwrap_or_else(|| person.full());
        first.entry(name.clone()).or_insert((full, speaker.at, speaker.range.clone(), name));
    }
    let opening = desk.manuscript.find(Role::Opening).map_or("", |(_, line)| &line.text);
    // The opening or a sentence that only mentions somebody may have named them in full already;
    // where the opening has the given name alone, another rule asks for the full one there.
    first.retain(|name, (full, at, range, _)| {
        let here = &desk.lines()[*at].text[range.clone()];
        let earlier = desk.lines()[..*at].iter().map(|line| line.text.as_str());
        let mut earlier = earlier.chain([&desk.lines()[*at].text[..range.start]]);
        let named = earlier.any(|text| text.replace('\n', " ").contains(name.as_str()));
        *full || !named && !stands_in(opening, here)
    });
    let in_full = first.values().filter(|(full, ..)| *full).count();
    if in_full * 2 < first.len() || in_full == first.len() {
        return;
    }
    for (full, at, range, name) in first.into_values() {
        if !full {
            let message = format!("The other speakers are named in full at first; write {name}.");
            marks.words(at, range, message, Fix::proposed(name));
        }
    }
}
