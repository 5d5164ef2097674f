//! Spelling (SPL): words in lower case that British English does not know and that are one or two
//! letters away from one it does.
//!
//! The dictionary is SCOWL's British one in -ise (`dictionaries/en-GB`), read by `spellbook`.
//! Names, abbreviations and words the report uses again and again are left alone, and so is a
//! word that resembles no other: it is more often new than wrong.

use super::participants::distance;
use super::terms::same_letters;
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use spellbook::Dictionary;
use std::collections::{BTreeMap, HashMap};
use std::sync::{LazyLock, Mutex};

pub(super) const RULES: &[Rule] = &[Rule {
    code: "SPL-1",
    reason: "Words are spelt as British English spells them.",
    severity: Severity::Warning,
    look: unknown_words,
    reads: Reads::Report,
    spot: Spot::Text,
    fires: &[
        ("They noted the recomendation.", "recomendation", "recommendation"),
        ("The goverment agreed.", "goverment", "government"),
        ("They will organsie a webinar.", "organsie", "organise"),
        ("It is a neccessary step.", "neccessary", "necessary"),
        ("They spoke of teh plan.", "teh", "the"),
        ("They have an adress and spoke of it.", "adress", "address"),
        ("They refered to it.", "refered", "referred"),
        ("It closes in Febuary.", "Febuary", "February"),
        ("They meet on Wendesday.", "Wendesday", "Wednesday"),
        ("The Goverment of Italy agreed.", "Goverment", "Government"),
        ("They do not know wether it is up to them.", "wether", "whether"),
        ("They wrote to the co-faciltators.", "faciltators", "facilitators"),
        ("They wrote to four librarys.", "librarys", "libraries"),
    ],
    silent: &[
        "They noted the recommendation.",
        "They organize and organise multistakeholder webinars.",
        "They met at the intersessional workstream of the sub-group.",
        "Ines Almond wrote to https://example.org/recomendation today.",
        "They spoke of qwzxkj.",
        "The World Health Organization, the Institut Pasteur and the Instituto Camões met.",
        "They wrote to the co-facilitators, the sub-committees and a non-profit of storeys.",
        "They thanked Wilhelmina van der Horst (speaker tbc) for the pre-conference call.",
    ],
}];

static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
    Dictionary::new(
        include_str!("../../dictionaries/en-GB/index.aff"),
        include_str!("../../dictionaries/en-GB/index.dic"),
    )
    .expect("the bundled dictionary is tested")
});
static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"[\p{L}\d][\p{L}\d'’_@+]*"));

/// A word the report uses so often is its own.
const OWN_WORD: usize = 3;

/// So many unknown words may stand in any report, however short, that is written in English.
const SLIPS_AT_LEAST: usize = 30;

fn unknown_words(desk: &Desk, marks: &mut Marks) {
    let mut found: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    let worded = |line: &Line| line.is_prose() || line.is_title();
    let listed = |line: &Line| matches!(line.role, Role::Participant | Role::Apology);
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| listed(line)) {
        // A name may be spelt in any way; what stands behind it is an institution's.
        let behind = line.text.find(',').unwrap_or(line.text.len());
        for word in WORD.find_iter(&line.text[behind..]) {
            if let Some(right) = institution(word.as_str()) {
                let range = behind + word.start()..behind + word.end();
                let message = format!("Write “{right}”.");
                marks.words(at, range, message, Fix::proposed(right));
            }
        }
    }
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| worded(line)) {
        for word in WORD.find_iter(&line.text) {
            let text = word.as_str();
            let bare = text.strip_suffix("'s").or(text.strip_suffix("’s")).unwrap_or(text);
            // A small letter alone is the business of SPL-2.
            let slip = day_or_month(bare).filter(|name| !name.eq_ignore_ascii_case(bare));
            let named = slip.or_else(|| institution(bare));
            if let Some(right) = named.filter(|_| !line.in_address(&word.range())) {
                let message = format!("Write “{right}”.");
                let range = word.start()..word.start() + bare.len();
                marks.words(at, range, message, Fix::proposed(right));
                continue;
            }
            let plain = bare.chars().all(char::is_lowercase);
            let before = &line.text[..word.start()];
            let hyphened =
                before.strip_suffix('-').is_some_and(|before| bare.len() < 6 || !is_prefix(before));
            let glued = hyphened
                || before.ends_with(['.', '/', '@', '\'', '’'])
                || line.text[word.end()..].starts_with(['/', '@'])
                || line.text[word.end()..].starts_with('.')
                    && line.text[word.end() + 1..].starts_with(char::is_alphanumeric);
            // The beginning of a compound: pre-conference.
            let begins = bare.len() < 6 && line.text[word.end()..].starts_with('-');
            if plain && !glued && !begins && bare.len() >= 3 && !line.in_address(&word.range()) {
                found.entry(bare).or_default().push((at, word.start()));
            }
        }
    }
    let words = found.len();
    found.retain(|word, places| {
        let known = |word: &str| has_form(word, is_word) || is_made_of_known(word);
        places.len() < OWN_WORD && !KNOWN.of(word, known)
    });
    // Of another language: nothing in it is misspelt English, and proposing takes long.
    if found.len() > SLIPS_AT_LEAST && found.len() * 4 > words {
        return;
    }
    for (word, places) in found {
        let Some(right) =
            MEANT.of(word, nearest).filter(|_| !is_own(desk, word) && !is_worded(desk, word))
        else {
            continue;
        };
        for (at, start) in places {
            let message = format!("The dictionary does not know this word; it may be “{right}”.");
            marks.words(at, start..start + word.len(), message, Fix::proposed(right.clone()));
        }
    }
}

/// Whether the dictionary has a word.
pub(super) fn is_word(word: &str) -> bool {
    DICTIONARY.check(word)
}

/// Whether a name on the page or the register has a word.
fn is_own(desk: &Desk, word: &str) -> bool {
    let named = |line: &Line| {
        let name = line.entry.as_ref().map(|entry| entry.name.full());
        name.is_some_and(|name| name.split([' ', '-']).any(|part| part == word))
    };
    // Of names: Wilhelmina van der Horst.
    const PARTICLES: [&str; 12] =
        ["bint", "degli", "della", "delle", "der", "dos", "het", "ibn", "ter", "und", "zum", "zur"];
    // An abbreviation in small letters: tbc.
    let shortened = || {
        let capitals = word.to_uppercase();
        desk.register.abbreviations.contains(&capitals)
    };
    PARTICLES.contains(&word)
        || shortened()
        || desk.lines().iter().any(named)
        || has_form(word, |form| desk.register.words.iter().any(|own| own == form))
}

/// Whether a word, or what it is made of, is known.
fn has_form(word: &str, known: impl Fn(&str) -> bool) -> bool {
    let prefixes = ["sub", "co", "pre", "non", "multi", "inter", "cyber", "micro", "re", "post"];
    known(word)
        // The other spelling is the business of STY-1.
        || known(&word.replace("iz", "is"))
        || known(&word.replace("yz", "ys"))
        || word.strip_suffix('s').is_some_and(|one| !takes_ies(one) && known(one))
        || prefixes.iter().any(|prefix| {
            word.strip_prefix(prefix).is_some_and(|rest| rest.len() > 3 && known(rest))
        })
}

/// Whether a word is made of one that is known, as new words are: unconnected, benchmarked.
///
/// Only endings before which nothing is doubled or left out, where writers slip most.
fn is_made_of_known(word: &str) -> bool {
    const BEFORE: [&str; 12] =
        ["un", "de", "over", "under", "up", "down", "out", "meta", "bio", "geo", "hyper", "trans"];
    const BEHIND: [&str; 16] = [
        "paper", "set", "back", "out", "list", "board", "flow", "stream", "space", "sheet", "box",
        "base", "chain", "point", "line", "wide",
    ];
    const ISED: [&str; 7] = ["ise", "ised", "ises", "ising", "isation", "isations", "iser"];
    let one = word.strip_suffix("es").filter(|one| one.ends_with('x'));
    let one = one.or_else(|| word.strip_suffix('s')).unwrap_or(word);
    let compound =
        |end: &&str| one.strip_suffix(*end).is_some_and(|first| first.len() >= 4 && is_word(first));
    // Two consonants end the stem: benchmark-ed, but refer-red.
    let firm = |stem: &str| {
        let consonant = |c: &u8| !b"aeiouyw".contains(c);
        matches!(stem.as_bytes(), [.., a, b] if a != b && consonant(a) && consonant(b))
    };
    let made = |ending: &&str| {
        let stem = one.strip_suffix(*ending);
        // What is webcast was not webcasted.
        let regular = |stem: &str| *ending != "ed" || !stem.ends_with("cast");
        stem.is_some_and(|stem| stem.len() >= 4 && firm(stem) && regular(stem) && is_word(stem))
    };
    let spelt = word.replace("iz", "is");
    let ised = |ending: &&str| {
        spelt.strip_suffix(*ending).is_some_and(|stem| stem.len() >= 5 && is_word(stem))
    };
    BEFORE.iter().any(|prefix| {
        word.strip_prefix(prefix).is_some_and(|rest| rest.len() >= 5 && is_word(rest))
    }) || BEHIND.iter().any(compound)
        || ["ed", "ing", "er", "able", "ful", "less"].iter().any(made)
        || ISED.iter().any(ised)
}

/// Whether a text ends with a prefix after which a whole word stands: co-facilitators.
fn is_prefix(before: &str) -> bool {
    const PREFIXES: [&str; 10] =
        ["co", "sub", "non", "multi", "inter", "pre", "self", "vice", "post", "cross"];
    let last = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    PREFIXES.iter().any(|prefix| last.eq_ignore_ascii_case(prefix))
}

/// Whether a word's plural is in -ies.
fn takes_ies(word: &str) -> bool {
    let stem = word.strip_suffix('y');
    stem.is_some_and(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']))
}

/// Whether the register has a better wording, which is the business of STY-11.
fn is_worded(desk: &Desk, word: &str) -> bool {
    desk.register.wordings.iter().any(|wording| wording.avoid.is_match(word))
}

/// What is known of words: looking it up is slow, and the same words come back at every check.
struct Remembered<T>(LazyLock<Mutex<HashMap<String, T>>>);

static KNOWN: Remembered<bool> = Remembered(LazyLock::new(Mutex::default));
static MEANT: Remembered<Option<String>> = Remembered(LazyLock::new(Mutex::default));

impl<T: Clone> Remembered<T> {
    fn of(&self, word: &str, look: impl FnOnce(&str) -> T) -> T {
        const ENOUGH: usize = 20_000;
        let Ok(mut known) = self.0.lock() else { return look(word) };
        if let Some(known) = known.get(word) {
            return known.clone();
        }
        if known.len() >= ENOUGH {
            known.clear();
        }
        let new = look(word);
        known.insert(word.to_owned(), new.clone());
        new
    }
}

/// The word it was meant to be, where one is close.
fn nearest(word: &str) -> Option<String> {
    if !word.is_ascii() {
        return None;
    }
    if let Some((_, right)) = COMMON_SLIPS.iter().find(|(slip, _)| *slip == word) {
        return Some((*right).to_owned());
    }
    // A people, a place: the dictionary has it with a capital.
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    let name: String = first.into_iter().chain(letters).collect();
    if DICTIONARY.check(&name) {
        return Some(name);
    }
    let many = word.strip_suffix('s').filter(|one| takes_ies(one));
    if let Some(many) = many.filter(|one| is_word(one)).and_then(|one| one.strip_suffix('y')) {
        return Some(format!("{many}ies"));
    }
    let mut proposals = Vec::new();
    DICTIONARY.suggest(word, &mut proposals);
    let allowed = if word.len() >= 8 { 2 } else { 1 };
    let mut near: Vec<String> = proposals
        .into_iter()
        .filter(|one| !one.contains([' ', '-', '\'']) && one.chars().all(char::is_lowercase))
        .filter(|one| distance(word, one) <= allowed)
        .collect();
    // Letters change places or are left out, most often of two alike; one too many is rarer.
    near.sort_by_key(|one| {
        let kind = match () {
            () if same_letters(one, word) => 0,
            () if doubles_a_letter(one, word) => 1,
            () if one.len() > word.len() => 2,
            () => 3,
        };
        (distance(word, one), kind)
    });
    // So short, it is more often a word of a trade, unless its letters changed places or a letter
    // of a word that stands everywhere is missing.
    near.into_iter().find(|one| {
        word.len() > 4
            || same_letters(one, word)
            || one.len() > word.len() && EVERYWHERE.contains(&&**one)
    })
}

const EVERYWHERE: [&str; 24] = [
    "about", "been", "does", "done", "from", "have", "into", "meet", "next", "only", "over",
    "some", "than", "that", "their", "them", "then", "there", "they", "this", "were", "which",
    "will", "with",
];

/// Slips whose nearest word is another one than the one that was meant.
const COMMON_SLIPS: [(&str, &str); 12] = [
    ("alot", "a lot"),
    ("aswell", "as well"),
    ("atleast", "at least"),
    ("eachother", "each other"),
    ("infact", "in fact"),
    ("inspite", "in spite"),
    ("ontop", "on top"),
    ("therefor", "therefore"),
    ("upto", "up to"),
    ("wether", "whether"),
    ("wheather", "whether"),
    ("wich", "which"),
];

/// Whether a word is another with one of its consonants doubled.
fn doubles_a_letter(one: &str, other: &str) -> bool {
    let once = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.dedup();
        letters
    };
    let vowel = one.as_bytes().windows(2).zip(other.as_bytes().windows(2)).find(|(a, b)| a != b);
    let vowel = vowel.is_some_and(|(pair, _)| b"aeiou".contains(&pair[1]));
    one.len() > other.len() && !vowel && once(one) == once(other)
}

/// The month or day of the week a capitalised word is one letter off.
fn day_or_month(word: &str) -> Option<&'static str> {
    const NAMES: [&str; 17] = [
        "January",
        "February",
        "April",
        "August",
        "September",
        "October",
        "November",
        "December",
        "June",
        "July",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    if word.len() < 6 {
        return None;
    }
    // One slip leaves one end as it was.
    let alike = |name: &str| {
        let (word, name) = (word.as_bytes(), name.as_bytes());
        word.len().abs_diff(name.len()) <= 1
            && (word.first() == name.first() || word.last() == name.last())
    };
    let slip = |name: &&str| alike(name) && (distance(word, name) == 1 || same_letters(word, name));
    NAMES.into_iter().find(slip).filter(|name| *name != word && !is_word(word))
}

/// The word of an institution's name a capitalised word is one letter off. Other capitalised words
/// may be anybody's name.
fn institution(word: &str) -> Option<&'static str> {
    const WORDS: [&str; 40] = [
        "Agency",
        "Assembly",
        "Association",
        "Authority",
        "Centre",
        "Coalition",
        "Commission",
        "Committee",
        "Community",
        "Conference",
        "Consultation",
        "Convention",
        "Council",
        "Declaration",
        "Department",
        "Development",
        "Environment",
        "Federation",
        "Foundation",
        "Framework",
        "Governance",
        "Government",
        "Information",
        "Initiative",
        "Institute",
        "International",
        "Internet",
        "Management",
        "Ministry",
        "Multistakeholder",
        "National",
        "Organisation",
        "Parliament",
        "Programme",
        "Resolution",
        "Secretariat",
        "Strategy",
        "Strengthening",
        "Technology",
        "University",
    ];
    // Words of other languages and names, which are no slips.
    const OTHERS: [&str; 14] = [
        "Initiativ",
        "Strategi",
        "Assemblee",
        "Centro",
        "Declaracion",
        "Federacion",
        "Fundation",
        "Institut",
        "Instituto",
        "Internacional",
        "Internationale",
        "Nacional",
        "Nationale",
        "Parlament",
    ];
    if !word.is_ascii() || word.len() < 7 || word.contains('z') {
        return None;
    }
    let slip = |known: &&str| {
        known.len().abs_diff(word.len()) <= 1
            && known[..1] == word[..1]
            && (distance(word, known) == 1 || same_letters(word, known))
    };
    let is_other = || OTHERS.contains(&word) || is_word(&word.to_lowercase());
    WORDS.into_iter().find(slip).filter(|known| *known != word && !is_other())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_dictionary_is_read() {
        assert!(DICTIONARY.check("programme") && !DICTIONARY.check("programmme"));
    }
}
