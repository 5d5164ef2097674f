//! A person's name as data, so that it sorts, shortens and prints by rule.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A name in its parts. A person with a single name has it as `given` and no `family`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct PersonName {
    /// Given names, middle names included: `Jose Amado`.
    pub given: String,
    /// Words before the family name that belong to it: `dos`, `de la`, `van der`.
    #[serde(default)]
    pub particles: String,
    /// The family name: `Santos`, `Le Gall Malakova`.
    #[serde(default)]
    pub family: String,
    /// What follows it: `Jr.`, `III`.
    #[serde(default)]
    pub suffix: String,
}

/// Lower-case words that open a family name without being its first word in a sorted list.
const PARTICLES: &[&str] = &[
    "ab", "af", "ag", "ait", "al", "ap", "av", "ben", "bin", "binti", "bint", "d", "da", "das",
    "de", "degli", "dei", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "el",
    "ferch", "ibn", "la", "las", "le", "los", "het", "mac", "nic", "ní", "of", "ould", "'t", "te",
    "ten", "ter", "uí", "van", "vom", "von", "wa", "y", "zu", "zum", "zur", "und",
];

/// Capitalised words that open a family name of several words.
const FAMILY_OPENERS: &[&str] = &[
    "Abd", "Abdel", "Abu", "Al", "Ben", "Bin", "Da", "Das", "De", "Del", "Della", "Den", "Der",
    "Di", "Do", "Dos", "Du", "El", "La", "Las", "Le", "Los", "Mac", "Ni", "Nic", "Ní", "Saint",
    "San", "Santa", "St", "St.", "Te", "Uí", "Van", "Vander", "Von", "Ó",
];

/// What follows the name of the father in a family name: `Asan uulu`.
const PATRONYMICS: &[&str] =
    &["kyzy", "kizi", "qizi", "ogli", "oglu", "ogly", "oğlu", "uulu", "zade", "zoda"];

/// Titles that are a part of a family name before its particle: `Freiherr von Auel`.
const NOBLE: &[&str] =
    &["Baron", "Baroness", "Edler", "Freifrau", "Freiherr", "Graf", "Gräfin", "Ritter"];

const SUFFIXES: &[&str] = &["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"];

/// Forms of address that a list may print before a name and that are no part of it.
const HONORIFICS: &[&str] = &[
    "Mr",
    "Mr.",
    "Mrs",
    "Mrs.",
    "Ms",
    "Ms.",
    "Miss",
    "Mx",
    "Mx.",
    "Dr",
    "Dr.",
    "Prof",
    "Prof.",
    "Professor",
    "Amb",
    "Amb.",
    "Ambassador",
    "Hon",
    "Hon.",
    "Cllr",
    "Cllr.",
    "Councillor",
    "Senator",
    "H.E.",
    "HE",
    "Sir",
    "Dame",
    "Eng.",
    "Engr.",
    "Rev",
    "Rev.",
    "M.",
    "Mme",
    "Mme.",
    "Sr.",
    "Sra.",
    "Shri",
    "Smt.",
    "Capt.",
    "Captain",
    "Datuk",
    "Dato'",
    "Dato’",
    "Datin",
    "Sheikh",
    "Sheikha",
    "em.",
];

impl PersonName {
    /// Reads `Given Family`, `Family, Given` and `Given FAMILY`.
    ///
    /// The last word is the family name, together with the particles and the openers
    /// (`Le Gall`, `Saint Amour`) before it. Honorifics are left out.
    pub fn parse(text: &str) -> Self {
        if let Some((family, given)) = text.split_once(',') {
            let (particles, family) = split_particles(&words(family));
            let (given, suffix) = split_suffix(words(given));
            return Self { given: given.join(" "), particles, family, suffix };
        }
        let (parts, suffix) = split_suffix(words(text));
        let family_at = family_start(&parts);
        let (particles, family) = split_particles(&parts[family_at..]);
        Self { given: parts[..family_at].join(" "), particles, family, suffix }
    }

    /// `Given Family`, with particles and suffix in their places.
    pub fn full(&self) -> String {
        join(&[&self.given, &self.particles, &self.family, &self.suffix])
    }

    /// The family name with its particles; the given name where there is no other.
    pub fn family_or_given(&self) -> String {
        let family = join(&[&self.particles, &self.family, &self.suffix]);
        if family.is_empty() { self.given.clone() } else { family }
    }

    /// The given name; the family name where there is no other.
    pub fn given_or_family(&self) -> String {
        if self.given.is_empty() { self.family_or_given() } else { self.given.clone() }
    }

    /// The key a list sorts by: family name, then given name, folded to lower-case ASCII;
    /// particles come last, so that `dos Santos` stands under S.
    pub fn sort_key(&self) -> String {
        let first = if self.family.is_empty() { &self.given } else { &self.family };
        fold(&format!("{first}\u{0}{} {}", self.given, self.particles))
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.full().is_empty()
    }
}

/// Whether a word is a form of address, such as `Ms.`.
pub fn is_honorific(word: &str) -> bool {
    HONORIFICS.contains(&word)
}

/// Lower-case ASCII letters for a text in any script: for comparing, never for showing.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    any_ascii::any_ascii(text).to_lowercase()
}

fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    while words.len() > 1 && is_honorific(words[0]) {
        // `M. Durand` may be Marie; `M. Jean Durand` is a monsieur.
        let names = words.iter().filter(|word| !PARTICLES.contains(word)).count();
        if words[0] == "M." && names == 2 {
            break;
        }
        words.remove(0);
    }
    words
}

fn join(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

fn split_suffix(mut words: Vec<&str>) -> (Vec<&str>, String) {
    if words.len() > 1 && words.last().is_some_and(|word| SUFFIXES.contains(word)) {
        let suffix = words.pop().unwrap_or_default().to_owned();
        return (words, suffix);
    }
    (words, String::new())
}

/// Where the family name begins: at the first capitalised family word (`MALAKOVA`), at the
/// first particle or opener after the given name, else at the last word.
fn family_start(words: &[&str]) -> usize {
    if words.len() < 2 {
        return words.len();
    }
    let shouted = |word: &str| word.chars().count() > 2 && word.chars().all(|c| !c.is_lowercase());
    if let Some(at) = words.iter().position(|word| shouted(word)).filter(|at| *at > 0) {
        // `DE LA TOUR` is shouted as a whole.
        let particle = |word: &str| PARTICLES.contains(&&*word.to_lowercase());
        let shouted = |word: &str| word.chars().all(|c| !c.is_lowercase());
        let opens = |at: &usize| shouted(words[*at]) && particle(words[*at]);
        return (1..at).rev().take_while(opens).last().unwrap_or(at);
    }
    let last = words.len() - 1;
    let initial = words[last].ends_with('.') && words[last].chars().count() == 2;
    if last > 1 && (PATRONYMICS.contains(&words[last]) || initial) {
        return last - 1;
    }
    let elided = |word: &str| word.starts_with("d'") || word.starts_with("d’");
    (1..words.len() - 1)
        .find(|&at| {
            let word = words[at];
            let noble = NOBLE.contains(&word) && PARTICLES.contains(&words[at + 1]);
            // `Puig i Ferrer`
            let joined = ["e", "i", "y"].contains(&words[at + 1]) && at + 2 < words.len();
            PARTICLES.contains(&word)
                || FAMILY_OPENERS.contains(&word)
                || elided(word)
                || noble
                || joined
        })
        .unwrap_or(words.len() - 1)
}

fn split_particles(words: &[&str]) -> (String, String) {
    let count = words.iter().take_while(|word| PARTICLES.contains(word)).count();
    let count = count.min(words.len().saturating_sub(1));
    (words[..count].join(" "), words[count..].join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, given: &str, particles: &str, family: &str) {
        let name = PersonName::parse(text);
        assert_eq!(
            (name.given.as_str(), name.particles.as_str(), name.family.as_str()),
            (given, particles, family),
            "{text}"
        );
    }

    #[test]
    fn names_come_apart() {
        check("Manal Ismail", "Manal", "", "Ismail");
        check("Horejsova, Tereza", "Tereza", "", "Horejsova");
        check("Martina Le Gall Malakova", "Martina", "", "Le Gall Malakova");
        check("Lynn Saint Amour", "Lynn", "", "Saint Amour");
        check("Bruna dos Santos", "Bruna", "dos", "Santos");
        check("Ludwig van der Meer", "Ludwig", "van der", "Meer");
        check("Jose Felix Hernandez", "Jose Felix", "", "Hernandez");
        check("Dr. Wai-Min Kwok", "Wai-Min", "", "Kwok");
        check("M. Jean Durand", "Jean", "", "Durand");
        check("M. Durand", "M.", "", "Durand");
        check("M. de Durand", "M.", "de", "Durand");
        check("Pelé", "Pelé", "", "");
        check("Jean-Luc DE LA TOUR", "Jean-Luc", "", "DE LA TOUR");
        check("Rui d'Oliveira e Castro", "Rui", "", "d'Oliveira e Castro");
        check("Seán Ó Briain", "Seán", "", "Ó Briain");
        check("Prof. em. Karl Oberländer", "Karl", "", "Oberländer");
        check("Nurlan Asan uulu", "Nurlan", "", "Asan uulu");
        check("Gulzada Mamat kyzy", "Gulzada", "", "Mamat kyzy");
        check("Wanjiru wa Kamau", "Wanjiru", "wa", "Kamau");
        check("Modibo ag Alhassane", "Modibo", "ag", "Alhassane");
        check("Oriol Puig i Ferrer", "Oriol", "", "Puig i Ferrer");
        check("José Ortega y Gasset", "José", "", "Ortega y Gasset");
        check("Benedikt Freiherr von Auel", "Benedikt", "", "Freiherr von Auel");
        check("Steffi Graf", "Steffi", "", "Graf");
        check("Sanjeev Rao K.", "Sanjeev", "", "Rao K.");
        check("Datuk Rahim bin Osman", "Rahim", "bin", "Osman");
        check("", "", "", "");
    }

    #[test]
    fn names_print_and_sort() {
        let name = PersonName::parse("Bruna dos Santos");
        assert_eq!(name.full(), "Bruna dos Santos");
        assert!(name.sort_key().starts_with("santos"));
        assert_eq!(PersonName::parse("Pelé").family_or_given(), "Pelé");
    }
}
