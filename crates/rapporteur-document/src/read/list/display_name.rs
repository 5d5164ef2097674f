//! The name somebody goes by on a meeting platform, taken apart: `Ana Neves (she/her) | ISOC`.
//!
//! People put everything into it: pronouns, the organisation, a flag; the platform adds marks such
//! as `(Guest)`, and Zoom the name before somebody changed it.

use super::columns::looks_like_name;
use super::{device, headings};
use crate::model::{PersonName, fold};
use crate::read::recognise::{Division, ParticipantParts, participant_line};

/// What such a name says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DisplayName {
    /// Name and affiliation.
    pub parts: ParticipantParts,
    /// The name before it was changed, where that is another one.
    pub original: Option<PersonName>,
    /// How to speak of the person, as written.
    pub pronouns: Option<String>,
    /// Why it is nobody's name.
    pub nobody: Option<&'static str>,
}

/// What platforms put in brackets after a name.
const MARKS: &str = "guest, external, unverified, not verified, host, co host, cohost, me, you, myself, \
    organizer, organiser, presenter, panelist, panellist, attendee, internal, in waiting \
    room, phone, web, mobile, unauthenticated, anonymous, invite, externe, non verifie, \
    hote, moi, invitado, externo, anfitrion, yo, no verificado, gast, extern, nicht \
    verifiziert, ich, convidado, externo a, eu, nao verificado, ospite, esterno, non \
    verificato, io, hidden, deleted, recording, he is the host";

/// Words of which pronouns consist.
const PRONOUNS: &str = "she, her, hers, he, him, his, they, them, theirs, elle, il, iel, lui, ella, ellas, \
    ello, elles, sie, ihr, er, ihm, ela, dela, ele, dele, lei, ze, zir, hir, xe, xem, \
    any, all, pronouns, el, hen, hon, han";

/// Takes a name of a platform apart; `renamed` where the platform adds the name before a change.
pub fn display_name(written: &str, renamed: bool) -> DisplayName {
    let (rest, groups) = without_brackets(written);
    let mut found = DisplayName { nobody: device::nobody(&rest), ..DisplayName::default() };
    let mut affiliation: Vec<String> = Vec::new();
    let last = groups.len().saturating_sub(1);
    for (at, group) in groups.iter().enumerate() {
        if is_mark(group) {
            continue;
        } else if is_pronouns(group) {
            found.pronouns = Some(group.clone());
        } else if device::nobody(group).is_some() {
            continue;
        } else if renamed && at == last && (shares_a_word(group, &rest) || looks_like_name(group)) {
            // One that has nothing of the name now may be of somebody else: a borrowed account.
            let same = shares_a_word(group, &rest) || found.nobody.is_some();
            found.original = same.then(|| PersonName::parse(&tidy(group)));
        } else {
            affiliation.push(group.clone());
        }
    }
    let mut pieces: Vec<String> = pieces(&rest).into_iter().map(str::to_owned).collect();
    let mut first = true;
    pieces.retain(|piece| {
        // Han and Hon are names too; alone in front they are nothing else.
        let pronouns = is_pronouns(piece) && (!first || piece.contains('/'));
        first = false;
        if pronouns {
            found.pronouns = Some(piece.clone());
        }
        !pronouns && !is_mark(piece)
    });
    // `ISOC | Ana Neves`: the organisation came first.
    if let [first, second, ..] = &pieces[..]
        && !looks_like_name(first)
        && looks_like_name(second)
        && (is_acronym(first) || !participant_line(&format!("A {first}")).affiliation.is_empty())
    {
        pieces.swap(0, 1);
    }
    let mut pieces = pieces.into_iter();
    let name = pieces.next().unwrap_or_default();
    affiliation.splice(0..0, pieces);
    let alone = affiliation.is_empty();
    found.parts = parts(&name, &affiliation);
    let whole = found.parts.name.full();
    // `Harbour Secretariat`: an account that several people use.
    if alone && found.parts.division == Division::ByWords && !whole.contains(' ') {
        found.nobody = found.nobody.or(Some("seems to be an office, not a person"));
    }
    let short = !whole.contains(' ')
        || whole.split(' ').any(|word| word.trim_end_matches('.').chars().count() == 1);
    let better = found
        .original
        .as_ref()
        .filter(|original| found.nobody.is_some() || short && original.full().len() > whole.len());
    if let Some(better) = better.cloned() {
        found.nobody = None;
        found.original = (!whole.is_empty() && device::nobody(&whole).is_none())
            .then(|| found.parts.name.clone());
        found.parts.name = better;
    } else if found.nobody.is_none() {
        found.nobody = device::nobody(&whole);
    }
    found.original =
        found.original.filter(|other| fold(&other.full()) != fold(&found.parts.name.full()));
    if found.nobody.is_some() {
        found.parts = ParticipantParts::default();
        found.pronouns = None;
    }
    found
}

/// Name and affiliation, by the rules of a list of participants.
fn parts(name: &str, affiliation: &[String]) -> ParticipantParts {
    let name = tidy(name);
    if let Some(turned) = family_first(&name) {
        let mut parts = participant_line(&format!("A B, {}", affiliation.join(", ")));
        parts.name = PersonName::parse(&turned);
        return if affiliation.is_empty() {
            ParticipantParts { name: parts.name, ..ParticipantParts::default() }
        } else {
            parts
        };
    }
    let mut line = name;
    for one in affiliation {
        line.push_str(", ");
        line.push_str(one);
    }
    participant_line(&line)
}

/// `Neves, Ana` and `Meer, Ilse van der`, as company directories have them: one or two words, a
/// comma, one or two given names, the particles of the family name. With these in their place.
fn family_first(name: &str) -> Option<String> {
    let (family, given) = name.split_once(',')?;
    let family: Vec<&str> = family.split_whitespace().collect();
    let mut given: Vec<&str> = given.split_whitespace().collect();
    let mut particles = Vec::new();
    while given.last().is_some_and(|word| word.starts_with(char::is_lowercase)) {
        particles.splice(0..0, given.pop());
    }
    let turned = (1..=3).contains(&family.len())
        && (1..=2).contains(&given.len())
        && !given.iter().any(|word| word.contains(',') || is_acronym(word))
        && looks_like_name(&format!("{} {}", given.join(" "), family.join(" ")))
        && (family.len() == 1 || !looks_like_name(&family.join(" ")));
    turned.then(|| format!("{} {}, {}", particles.join(" "), family.join(" "), given.join(" ")))
}

/// The text outside brackets, and what is in them.
fn without_brackets(text: &str) -> (String, Vec<String>) {
    let (mut rest, mut groups, mut depth, mut group) =
        (String::new(), Vec::new(), 0_usize, String::new());
    for c in text.chars() {
        match c {
            '(' | '[' | '（' | '{' | '<' => {
                if depth > 0 {
                    group.push(c);
                }
                depth += 1;
            }
            ')' | ']' | '）' | '}' | '>' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    groups.push(std::mem::take(&mut group).trim().to_owned());
                } else {
                    group.push(c);
                }
            }
            _ if depth > 0 => group.push(c),
            _ => rest.push(c),
        }
    }
    // A bracket that never closes is cut off by the platform's limit.
    groups.push(group.trim().to_owned());
    groups.retain(|group| !group.is_empty());
    (rest, groups)
}

/// What stands between bars, spaced dashes, slashes and signs that people put between.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = vec![text];
    for mark in ["|", " - ", " – ", " — ", " / ", " // ", " @ ", "•", "·", " : ", "♦", "_ ", ";"]
    {
        pieces = pieces.into_iter().flat_map(|piece| piece.split(mark)).collect();
    }
    let bare = |piece: &'_ str| !piece.trim().is_empty();
    pieces.into_iter().filter(|piece| bare(piece)).map(str::trim).collect()
}

/// A line of a list of participants, without pronouns and the marks of platforms in brackets.
pub fn entry(line: &str) -> String {
    let (_, groups) = without_brackets(line);
    let mut line = line.to_owned();
    for group in groups.iter().filter(|group| is_mark(group) || is_pronouns(group)) {
        for (before, after) in [('(', ')'), ('[', ']')] {
            line = line.replace(&format!(" {before}{group}{after}"), "");
        }
    }
    line
}

/// Whether two names have a word in common.
fn shares_a_word(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let folded = fold(text);
        folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 1)
            .map(str::to_owned)
            .collect()
    };
    let others = words(other);
    words(one).iter().any(|word| others.contains(word))
}

fn is_mark(text: &str) -> bool {
    let bare = headings::bare(text);
    device::among(MARKS, &bare)
}

fn is_pronouns(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    (text.contains('/') || words.len() == 1 && words[0].len() < 5)
        && (1..=6).contains(&words.len())
        && words.iter().all(|word| device::among(PRONOUNS, word))
}

fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (2..=8).contains(&letters) && !text.contains(' ') && !text.chars().any(char::is_lowercase)
}

/// A name as people write it: without signs and numbers around it, not all in small letters.
fn tidy(name: &str) -> String {
    let words = name.replace('_', " ");
    let kept: String = words
        .chars()
        .filter(|c| {
            c.is_alphanumeric() || " -'’.,".contains(*c) || matches!(c, '\u{300}'..='\u{36F}')
        })
        .collect();
    let trimmed = kept
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '.' || c.is_ascii_digit())
        .trim_start_matches(['.', ' ']);
    let words: Vec<&str> = trimmed.split_whitespace().collect();
    let spread = match words[..] {
        // `ana.neves`
        [one] if one.contains('.') && !one.contains(' ') && one == one.to_lowercase() => {
            one.replace('.', " ")
        }
        _ => words.join(" "),
    };
    let letters = || spread.chars().filter(|c| c.is_alphabetic());
    let small = letters().all(char::is_lowercase);
    let large = spread.contains(' ') && letters().all(char::is_uppercase);
    if small && letters().any(|c| c.is_lowercase()) || large && letters().any(|c| c.is_uppercase())
    {
        capitalised(&spread.to_lowercase())
    } else {
        spread
    }
}

/// Each word with a capital, after hyphens and apostrophes too.
fn capitalised(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut first = true;
    for c in text.chars() {
        if first {
            result.extend(c.to_uppercase());
        } else {
            result.push(c);
        }
        first = !c.is_alphanumeric();
    }
    result
}

/// The name an address such as `ana.neves@example.org` gives away, if it does.
pub fn from_address(address: &str) -> Option<PersonName> {
    let local = address.split('@').next()?;
    let words: Vec<&str> = local.split(['.', '_']).filter(|word| word.len() > 1).collect();
    let letters = words.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || c == '-'));
    (words.len() == 2 && letters)
        .then(|| PersonName::parse(&capitalised(&words.join(" ").to_lowercase())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, name: &str, affiliation: &str, pronouns: &str) {
        let found = display_name(written, false);
        assert_eq!(found.nobody, None, "{written}");
        let parts = [&found.parts.role, &found.parts.status, &found.parts.organisation];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        let found =
            (found.parts.name.full(), parts.join(" / "), found.pronouns.unwrap_or_default());
        assert_eq!(found, (name.into(), affiliation.into(), pronouns.into()), "{written}");
    }

    #[test]
    fn names_come_out_of_what_people_write() {
        check("Ana Neves", "Ana Neves", "", "");
        check("Ana Neves (she/her) | Access Harbour", "Ana Neves", "Access Harbour", "she/her");
        check("Ana Neves | she/her | ISOC", "Ana Neves", "ISOC", "she/her");
        check("Ana Neves (Guest)", "Ana Neves", "", "");
        check("Ana Neves (ISOC) (Unverified)", "Ana Neves", "ISOC", "");
        check("Ana Neves [host]", "Ana Neves", "", "");
        check("Ana Neves - IGF MAG member, ISOC", "Ana Neves", "IGF MAG member / ISOC", "");
        check("Ana Neves, ISOC Portugal", "Ana Neves", "ISOC Portugal", "");
        check("ISOC | Ana Neves", "Ana Neves", "ISOC", "");
        check("Neves, Ana", "Ana Neves", "", "");
        check("Neves, Ana (ISOC)", "Ana Neves", "ISOC", "");
        check("Meulen, Ilse van der", "Ilse van der Meulen", "", "");
        check("🇵🇹 Ana Neves 🌊", "Ana Neves", "", "");
        check("ana neves", "Ana Neves", "", "");
        check("ANA NEVES", "Ana Neves", "", "");
        check("ana.neves", "Ana Neves", "", "");
        check("Ana_Neves_ISOC", "Ana Neves ISOC", "", "");
        check("03 Ana Neves", "Ana Neves", "", "");
        check("Omar Al-Hassan (él/he)", "Omar Al-Hassan", "", "él/he");
        check("王小明", "王小明", "", "");
        check("Jean-Luc O’Brien (External)", "Jean-Luc O’Brien", "", "");
        check("Pelé", "Pelé", "", "");
        check("Mike", "Mike", "", "");
    }

    #[test]
    fn zoom_adds_the_name_before() {
        let check = |written: &str, name: &str, original: &str| {
            let found = display_name(written, true);
            let other = found.original.map(|name| name.full()).unwrap_or_default();
            assert_eq!(
                (found.parts.name.full(), other),
                (name.into(), original.into()),
                "{written}"
            );
            assert_eq!(found.nobody, None, "{written}");
        };
        check("Ana N. (Ana Neves)", "Ana Neves", "Ana N.");
        check("Ana (Ana Neves)", "Ana Neves", "Ana");
        check("iPhone (2) (Ana Neves)", "Ana Neves", "");
        check("Ana Neves (iPad)", "Ana Neves", "");
        check("Ana Neves (ana neves)", "Ana Neves", "");
        check("Ana Neves (ISOC)", "Ana Neves", "");
        check("Ana Neves (Ana)", "Ana Neves", "Ana");
        check("Ana Neves (Access Now)", "Ana Neves", "");
    }

    #[test]
    fn devices_and_telephones_are_nobody() {
        for written in "iPhone (2); iPhone; Ana’s iPhone; iPad de Ana; Galaxy S21; SM-G991B; \
            samsung SM-A515F; Pixel 7; HUAWEI P30 lite; +351 912 345 678; 4915112345678; \
            351******12; Call-in User_3; DESKTOP-7GH2K; Guest; Guest 3; user; 123; Otter.ai; \
            Ana’s Notetaker (Otter.ai); Fireflies.ai Notetaker Ana; Conference Room 2; \
            Zoom user; Harbour Secretariat; (Guest); 🙂"
            .split("; ")
        {
            assert!(display_name(written, false).nobody.is_some(), "{written}");
        }
        for written in ["Dell Anderson", "Vivo Santos", "Honor Blackman", "Guest Peter Moss"] {
            assert_eq!(display_name(written, false).nobody, None, "{written}");
        }
    }

    #[test]
    fn some_addresses_name_somebody() {
        let check = |address, name: Option<&str>| {
            assert_eq!(
                from_address(address).map(|name| name.full()),
                name.map(str::to_owned),
                "{address}"
            );
        };
        check("ana.neves@example.org", Some("Ana Neves"));
        check("aneves@example.org", None);
        check("ana.neves2@example.org", None);
        check("info@example.org", None);
    }
}
