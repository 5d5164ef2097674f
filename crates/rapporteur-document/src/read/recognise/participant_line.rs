//! One entry of a list of participants: the name and what follows it.
//!
//! Called for every entry of a report that is read and for every line pasted into the window.

use super::name_end::by_words;
pub use super::name_end::is_affiliation_word;
use crate::model::{PersonName, fold, is_honorific};

/// An entry in its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParticipantParts {
    /// The name.
    pub name: PersonName,
    /// The role in the group, such as `Group's Co-Chair`.
    pub role: Option<String>,
    /// The standing, such as `former IGF MAG member`.
    pub status: Option<String>,
    /// Everything else: `Government of Italy`.
    pub organisation: Option<String>,
    /// All that follows the name, as printed.
    pub affiliation: String,
    /// How sure the division is.
    pub division: Division,
}

/// How name and affiliation were told apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Division {
    /// By a separator.
    #[default]
    Clear,
    /// By the words alone: nothing stands between them.
    ByWords,
    /// `Family, Given`, turned round.
    Inverted,
}

/// Reads `Given Family, role, status, organisation` and everything people write instead.
pub fn participant_line(line: &str) -> ParticipantParts {
    parts(line, false)
}

/// Reads an entry of a list that gives the family name first: `Ruiz Paz, Ana (Tide Board)`.
pub fn turned_line(line: &str) -> ParticipantParts {
    parts(line, true)
}

fn parts(line: &str, turned: bool) -> ParticipantParts {
    let text = without_mark(line);
    let (name, affiliation, division) = divide(text, turned);
    let (name, division) = match shouted_first(&name).filter(|_| division == Division::Clear) {
        Some(turned) => (turned, Division::Inverted),
        None => (family_first(name), division),
    };
    let mut parts = ParticipantParts {
        name: PersonName::parse(&name),
        affiliation: unwrapped(affiliation).to_owned(),
        division,
        ..ParticipantParts::default()
    };
    parts.sort_affiliation();
    parts
}

/// `CHEN Wei-ling` and `Park Ji-woo` begin with the family’s: the name as `Family, Given`. Where
/// given names in two parts have a small second one, they stand last.
fn shouted_first(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().skip_while(|word| is_honorific(word)).collect();
    let [family, given @ ..] = &words[..] else { return None };
    let letters = |word: &str| word.chars().all(|c| c.is_alphabetic() || "-’'".contains(c));
    let mixed = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().any(char::is_lowercase)
            && letters(word)
    };
    let shouted = family.chars().count() > 2 && family.chars().all(|c| !c.is_lowercase());
    let vowel = fold(family).contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let small_second = |word: &&str| {
        let (one, two) = word.split_once('-').unwrap_or((word, ""));
        two.starts_with(char::is_lowercase) && (2..=5).contains(&one.chars().count())
    };
    let east_asian = given.len() == 1 && given.iter().all(small_second);
    let short = mixed(family) && family.chars().count() <= 6;
    let told = shouted && vowel || east_asian && short;
    let plain = letters(family) && (1..=2).contains(&given.len()) && given.iter().all(mixed);
    (plain && told && !words.iter().any(|word| is_affiliation_word(word)))
        .then(|| format!("{family}, {}", given.join(" ")))
}

/// A name in Chinese signs begins with the family's: `李 娜`.
fn family_first(name: String) -> String {
    let is_sign = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c);
    match name.split_once(' ') {
        Some((family, given)) if name.chars().all(|c| c == ' ' || is_sign(c)) => {
            format!("{family}, {given}")
        }
        _ => name,
    }
}

impl ParticipantParts {
    fn sort_affiliation(&mut self) {
        let mut organisation: Vec<&str> = Vec::new();
        for part in top_level(&self.affiliation) {
            let slot = match kind(part) {
                Kind::Role => &mut self.role,
                Kind::Status => &mut self.status,
                Kind::Organisation => {
                    organisation.push(part);
                    continue;
                }
            };
            *slot = Some(match slot.take() {
                Some(before) => format!("{before}, {part}"),
                None => part.to_owned(),
            });
        }
        self.organisation = (!organisation.is_empty()).then(|| organisation.join(", "));
    }
}

fn without_mark(line: &str) -> &str {
    let line = line.trim();
    match crate::read::text::split_mark(line, false) {
        Some((mark, at)) if !matches!(mark.kind, crate::read::lines::MarkKind::Letter(c) if c.is_uppercase()) => {
            &line[at..]
        }
        _ => line,
    }
}

/// Name, affiliation, and how they were told apart.
fn divide(text: &str, turned: bool) -> (String, &str, Division) {
    let text = text.trim().trim_end_matches([';', ',']).trim_end();
    let Some((at, length)) = first_separator(text) else {
        return by_words(text, text, "");
    };
    let (first, rest) = (text[..at].trim(), text[at + length..].trim());
    if text[at..].starts_with(',')
        && shouted_first(first).is_none()
        && let Some(inverted) = inverted(first, rest, turned)
    {
        return inverted;
    }
    let rest = if text[at..].starts_with('(') { text[at..].trim() } else { rest };
    by_words(text, first, rest)
}

/// The first thing that ends a name: tab, bracket, comma, semicolon, colon, spaced dash, bar, full stop.
pub fn first_separator(text: &str) -> Option<(usize, usize)> {
    for (at, c) in text.char_indices().skip(1) {
        let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
        let found = match c {
            '\t' | '(' | ';' | '|' | '—' => true,
            ',' => true,
            ':' => after.starts_with(' '),
            '-' | '–' => {
                // `Ana Prado -Tide Board` too.
                let opens = after.starts_with(|c: char| c == ' ' || c.is_uppercase());
                before.ends_with(' ') && opens || c == '–' && before.contains(' ')
            }
            '.' => after.starts_with(' ') && !is_abbreviation(before),
            '/' => before.ends_with(' '),
            _ => false,
        };
        if found {
            return Some((at, c.len_utf8()));
        }
    }
    None
}

/// Whether the full stop after these words shortens a word: `St`, `Dr`, an initial.
fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit([' ', '.']).next().unwrap_or("");
    word.chars().count() <= 1
        || ["St", "Ste", "Jr"].contains(&word)
        || is_honorific(&format!("{word}."))
}

/// `Horejsova, Tereza, IGF MAG member`: a family name, then given names, then the rest.
fn inverted<'t>(first: &str, rest: &'t str, turned: bool) -> Option<(String, &'t str, Division)> {
    let (given, after) = rest.split_once([',', '\t']).unwrap_or((rest, ""));
    let (given, after) = match given.find(" (") {
        Some(at) => (&given[..at], &rest[at + 1..]),
        None => (given, after),
    };
    let words: Vec<&str> = first.split_whitespace().collect();
    let opens_family = words.first().is_some_and(|word| {
        word.starts_with(char::is_lowercase)
            || ["Le", "La", "De", "Van", "Von", "El", "Al", "Dos", "Da", "Di", "Saint", "St."]
                .contains(word)
            || word.chars().count() > 3 && word.chars().all(|c| !c.is_lowercase())
    });
    // `Ñáñez del Río, Ana (Ms)`: only the title tells which of the two is the family name.
    let has_particle = words.len() > 2
        && words[1..words.len() - 1].iter().all(|word| word.starts_with(char::is_lowercase));
    let opens_family = opens_family || turned || has_particle && without_title(after) != after;
    let family = words.len() == 1 && !words[0].contains('.') || words.len() <= 4 && opens_family;
    let given_words: Vec<&str> = given.split_whitespace().collect();
    let is_given = (1..=3).contains(&given_words.len())
        && given_words.iter().all(|word| {
            let acronym = word.chars().count() > 1
                && word.chars().all(|c| c.is_uppercase() || c.is_numeric());
            word.starts_with(char::is_uppercase)
                && !acronym
                && !is_affiliation_word(word)
                && !["of", "Of"].contains(word)
        });
    let told = !after.trim().is_empty() || opens_family;
    (family && is_given && told && !words.iter().any(|word| is_affiliation_word(word))).then(|| {
        let name = format!("{first}, {}", given.trim());
        (name, without_title(after.trim()), Division::Inverted)
    })
}

/// What follows a name without the `(Ms)` that belongs to it.
fn without_title(after: &str) -> &str {
    ["(Mr)", "(Ms)", "(Mrs)", "(Dr)", "(Prof)", "(Mr.)", "(Ms.)", "(Mrs.)", "(Dr.)", "(Prof.)"]
        .iter()
        .find_map(|title| after.strip_prefix(title))
        .map_or(after, |rest| rest.trim_start_matches([',', ' ']))
}

/// `(ISOC)` without its brackets, when they hold everything.
fn unwrapped(affiliation: &str) -> &str {
    let inner = affiliation.trim().trim_end_matches(['.', ';', ',']);
    match inner.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inside) if !inside.contains(['(', ')']) => inside.trim(),
        _ => affiliation.trim(),
    }
}

/// The pieces between commas outside brackets.
pub fn top_level(text: &str) -> Vec<&str> {
    let (mut pieces, mut depth, mut start) = (Vec::new(), 0_i32, 0);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' | ';' | '\t' if depth <= 0 => {
                pieces.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(&text[start..]);
    pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()).collect()
}

/// Whether words say a role or a standing, not an organisation.
pub fn says_standing(text: &str) -> bool {
    !matches!(kind(text), Kind::Organisation)
}

enum Kind {
    Role,
    Status,
    Organisation,
}

fn kind(part: &str) -> Kind {
    let lower = fold(&part.replace('’', "'"));
    let has =
        |word: &str| lower.split(|c: char| !c.is_alphanumeric() && c != '-').any(|w| w == word);
    let former =
        lower.starts_with("former") || lower.starts_with("ex-") || lower.starts_with("past ");
    let chairs = has("chair")
        || has("co-chair")
        || has("vice-chair")
        || has("chairperson")
        || has("chairman")
        || has("chairwoman")
        || has("presiding")
        || has("co-chairs")
        || has("cochair");
    let of_group = lower.contains("group")
        || has("wg")
        || lower.contains("task force")
        || lower.contains("committee's");
    let of_elsewhere = has("of") && !of_group;
    let attends = ["remote", "remotely", "online", "virtual", "in person", "onsite", "by phone"];
    if attends.contains(&lower.trim_matches(['(', ')'])) {
        return Kind::Status;
    }
    let notes = has("scribe") || has("note-taker") || has("notetaker") || has("minutes-taker");
    if (chairs
        || notes
        || has("moderator")
        || has("rapporteur")
        || has("facilitator")
        || has("convenor"))
        && !former
        && !of_elsewhere
        && (of_group || lower.split_whitespace().count() <= 2 && !has("mag"))
    {
        Kind::Role
    } else if (has("member")
        || chairs
        || has("observer")
        || has("fellow")
        || has("alumna")
        || has("alumnus"))
        && !of_elsewhere
        && !lower.contains("member of parliament")
        && lower.split_whitespace().count() <= 6
    {
        Kind::Status
    } else {
        Kind::Organisation
    }
}

#[cfg(test)]
#[path = "participant_line_tests.rs"]
mod tests;
