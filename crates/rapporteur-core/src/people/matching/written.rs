//! A name prepared for comparing: folded words and how they sound.
//!
//! Own code rather than a library: phonetic codes made for English surnames say little about
//! names from everywhere, and a parser of whole names would do again what `PersonName` did.

use rapporteur_document::model::{PersonName, fold};

/// A name as folded words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// The given names.
    pub given: Names,
    /// The family names without their particles.
    pub family: Names,
    /// The particles and family names in one word: `vandermeer`, `alhassan`.
    pub whole_family: Word,
}

/// The names of one part, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Names {
    words: Vec<Word>,
    /// All of them in one word.
    pub joined: String,
}

/// A name, or one with given and family name in each other's place.
#[derive(Clone, Copy)]
pub(crate) struct Sides<'w> {
    /// What is taken for the given names.
    pub given: &'w Names,
    /// What is taken for the family names.
    pub family: &'w Names,
    /// The particles and family names in one word.
    pub whole_family: &'w str,
}

/// One word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Lower-case ASCII letters.
    pub text: String,
    /// The same word when spellings of one sound are made one.
    pub heard: String,
    /// The consonants of that.
    pub sound: String,
}

/// Words inside a family name that lists leave out or join at will.
const PARTICLES: &[&str] = &[
    "abd", "abdel", "abu", "al", "el", "ben", "bin", "bint", "ibn", "da", "das", "de", "dei",
    "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "la", "las", "le", "los",
    "mac", "mc", "o", "saint", "san", "santa", "st", "ten", "ter", "van", "von", "y", "zu",
];

impl Written {
    /// Prepares a name.
    pub(crate) fn new(name: &PersonName) -> Self {
        let (mut given, mut family) = (words(&name.given), words(&name.family));
        let mut particles = words(&name.particles);
        let other_script =
            || name.given.chars().any(|c| !c.is_ascii() && c.is_alphabetic() && !is_latin(c));
        if family.is_empty() && given.len() > 1 && other_script() {
            // Chinese, Japanese and Korean names are written in one word, the family name first.
            family = vec![given.remove(0)];
            given = vec![given.concat()];
        }
        if given.first().is_some_and(|word| is_particle(word))
            && given.len() + particles.len() + family.len() > 2
        {
            // `van der Meer Ilse`: nobody's given name is a particle.
            given.append(&mut particles);
            given.append(&mut family);
            family = std::mem::take(&mut given);
            given.extend(family.pop());
        }
        let whole_family = Word::new(particles.concat() + &family.concat());
        if family.iter().any(|word| !is_particle(word)) {
            family.retain(|word| !is_particle(word));
        }
        Self { given: Names::new(given), family: Names::new(family), whole_family }
    }

    /// The name as it is.
    pub(crate) fn sides(&self) -> Sides<'_> {
        let whole_family = &self.whole_family.text;
        Sides { given: &self.given, family: &self.family, whole_family }
    }

    /// The name with given and family name in each other's place.
    pub(crate) fn turned(&self) -> Sides<'_> {
        Sides { given: &self.family, family: &self.given, whole_family: &self.given.joined }
    }

    /// All words, given names first.
    pub(crate) fn words(&self) -> impl Iterator<Item = &Word> {
        self.given.iter().chain(self.family.iter())
    }
}

impl Names {
    fn new(words: Vec<String>) -> Self {
        let joined = words.concat();
        Self { words: words.into_iter().map(Word::new).collect(), joined }
    }
}

impl std::ops::Deref for Names {
    type Target = [Word];

    fn deref(&self) -> &[Word] {
        &self.words
    }
}

impl Word {
    fn new(text: String) -> Self {
        let heard = heard(&text);
        let sound = sound(&heard);
        Self { text, heard, sound }
    }

    /// Whether it is a single letter.
    pub(crate) fn is_initial(&self) -> bool {
        self.text.len() == 1
    }

    /// The last letter.
    pub(crate) fn last(&self) -> u8 {
        self.text.as_bytes().last().copied().unwrap_or_default()
    }

    /// The first letter.
    pub(crate) fn first(&self) -> u8 {
        self.text.as_bytes().first().copied().unwrap_or_default()
    }
}

/// Whether a folded word is one that lists leave out or join.
pub(crate) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// Up to the end of the Latin blocks of Unicode, and what marks letters there.
fn is_latin(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2C60}'..='\u{2C7F}')
        || matches!(c, '\u{A720}'..='\u{A7FF}' | '\u{AB30}'..='\u{AB6F}' | '\u{2018}'..='\u{201F}')
}

fn words(text: &str) -> Vec<String> {
    // One word of signs is several syllables, which transliteration begins with a capital each.
    let spaced: String = if text.chars().any(is_sign) {
        any_ascii::any_ascii(text)
            .chars()
            .flat_map(|c| [Some(' ').filter(|_| c.is_ascii_uppercase()), Some(c)])
            .flatten()
            .collect()
    } else {
        // An apostrophe joins (O'Brien is OBrien); every other mark parts.
        text.replace(['\'', '\u{2019}', '\u{2018}', '`', '\u{2BC}'], "")
    };
    fold(&spaced)
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Chinese characters and Korean syllables.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}')
}

/// A word as it is heard. Spellings that romanisations and ears exchange become one: `sergei` and
/// `sergey`, `shaban` and `chaban`, `philip` and `filip`.
fn heard(word: &str) -> String {
    let bytes = word.as_bytes();
    let mut heard: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let (code, length): (&[u8], usize) = match rest {
            [b't', b's', b'c', b'h', ..] | [b's', b'h', b'c', b'h', ..] => (b"c", 4),
            [b's', b'c', b'h', ..] | [b't', b'c', b'h', ..] => (b"c", 3),
            [b's' | b'c', b'h', ..] | [b'c', b'z', ..] | [b's', b'z', ..] => (b"c", 2),
            // The French write `Joukov` for Zhukov; in shorter words it tells Zhang from Jang.
            [b'z', b'h', ..] if bytes.len() > 5 => (b"i", 2),
            [b'p', b'h', ..] => (b"f", 2),
            [b'k' | b'g', b'h', ..] => (&rest[..1], 2),
            [b'g', b'u', b'e' | b'i', ..] => (b"g", 2),
            [b'c', b'k', ..] | [b'q', b'u', ..] => (b"k", 2),
            [b'd', b'j', ..] if at == 0 => (b"i", 2),
            [b't', b's' | b'z', ..] => (b"s", 2),
            [b'o', b'u' | b'o', ..] => (b"u", 2),
            [b'c', b'e' | b'i' | b'y', ..] => (b"s", 1),
            [b'c' | b'q', ..] => (b"k", 1),
            [b'x', ..] => (b"ks", 1),
            [b'z', ..] => (b"s", 1),
            [b'v' | b'w', ..] => (b"f", 1),
            [b'h', ..] if at > 0 => (b"", 1),
            [b'j' | b'y', ..] => (b"i", 1),
            _ => (&rest[..1], 1),
        };
        // A letter written twice is heard once.
        if heard.last() != code.first() || code.len() > 1 {
            heard.extend_from_slice(code);
        }
        at += length;
    }
    String::from_utf8(heard).unwrap_or_default()
}

/// The consonants of a heard word, and whether a vowel comes first.
fn sound(heard: &str) -> String {
    let first = heard.chars().next().map(|c| if b"aeou".contains(&(c as u8)) { 'a' } else { c });
    let rest = heard.chars().skip(1).filter(|c| !"aeiou".contains(*c));
    first.into_iter().chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(spellings: &[&str], other: &str) {
        for spelling in spellings {
            assert_eq!(sound(&heard(spelling)), sound(&heard(spellings[0])), "{spelling}");
        }
        assert_ne!(sound(&heard(spellings[0])), sound(&heard(other)), "{other}");
    }

    #[test]
    fn spellings_of_one_sound() {
        check(&["sergei", "sergey", "serguei", "sergej"], "gregor");
        check(&["mohammed", "muhamad", "mohamed", "muhammad"], "ahmed");
        check(&["shaban", "chaban", "schaban"], "caban");
        check(&["aleksandr", "alexander"], "alessandra");
        check(&["chaikovski", "tchaikovsky"], "markov");
        check(&["julia", "yulia", "iuliia"], "olia");
        check(&["parris", "paris"], "harris");
    }

    #[test]
    fn names_come_as_words() {
        let words = |name: &str| {
            let written = Written::new(&PersonName::parse(name));
            let text = |words: &[Word]| {
                words.iter().map(|word| word.text.clone()).collect::<Vec<_>>().join(" ")
            };
            (text(&written.given), text(&written.family), written.whole_family.text)
        };
        let check = |name, given: &str, family: &str, whole: &str| {
            assert_eq!(words(name), (given.into(), family.into(), whole.into()), "{name}");
        };
        check("Zbigniew Świętosławski", "zbigniew", "swietoslawski", "swietoslawski");
        check("Ilse van der Meulen", "ilse", "meulen", "vandermeulen");
        check("Omar Al-Hassan", "omar", "hassan", "alhassan");
        check("Jean-Luc O’Brien", "jean luc", "obrien", "obrien");
        check("J.P. Smith", "j p", "smith", "smith");
        check("van der Meulen Ilse", "ilse", "meulen", "vandermeulen");
        check("王小明", "xiaoming", "wang", "wang");
        check("Юлия Морозова", "yuliya", "morozova", "morozova");
        check("", "", "", "");
    }
}
