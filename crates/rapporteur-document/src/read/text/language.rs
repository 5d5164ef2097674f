//! In which language a text is, as far as its small words tell.
//!
//! Called where pictures are read: a program that knows the letters of one language only misreads
//! those of another. Deliberately absent: languages that are not written in Latin letters, which
//! such a program does not read at all.

use crate::model::fold;

/// A language with Latin letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// As people call it.
    pub name: &'static str,
    /// Its letters in ISO 639-2, such as `eng`.
    pub code: &'static str,
    /// Small words that it has and its neighbours have not, without accents.
    words: &'static [&'static str],
}

const LANGUAGES: &[Language] = &[
    Language {
        name: "English",
        code: "eng",
        words: &["the", "of", "and", "was", "that", "with", "by", "it", "which", "were"],
    },
    Language {
        name: "Spanish",
        code: "spa",
        words: &["el", "los", "las", "del", "por", "con", "una", "se", "fue", "y"],
    },
    Language {
        name: "French",
        code: "fra",
        words: &["les", "des", "du", "est", "dans", "pour", "sur", "aux", "ete", "et"],
    },
    Language {
        name: "German",
        code: "deu",
        words: &["der", "die", "und", "das", "nicht", "mit", "den", "von", "im", "wurde"],
    },
    Language {
        name: "Portuguese",
        code: "por",
        words: &["os", "dos", "nao", "uma", "em", "foi", "ao", "pelo", "pela", "sao"],
    },
    Language {
        name: "Italian",
        code: "ita",
        words: &["il", "gli", "della", "che", "di", "sono", "nel", "stato", "dei", "alla"],
    },
];

/// The fewest small words that tell a language.
const FEWEST: usize = 6;

/// The language of a text; none where it is too short or in several.
pub fn language(text: &str) -> Option<Language> {
    let folded = fold(text);
    let mut counts = vec![0; LANGUAGES.len()];
    for word in folded.split(|c: char| !c.is_alphanumeric()) {
        for (count, language) in counts.iter_mut().zip(LANGUAGES) {
            *count += usize::from(language.words.contains(&word));
        }
    }
    let best = (0..counts.len()).max_by_key(|at| counts[*at])?;
    let second = (0..counts.len()).filter(|at| *at != best).map(|at| counts[at]).max()?;
    (counts[best] >= FEWEST && counts[best] * 2 >= second * 3).then(|| LANGUAGES[best])
}

#[cfg(test)]
mod tests {
    use super::language;

    #[test]
    fn small_words_tell_the_language() {
        for (text, expected) in [
            (
                "The minutes of the meeting were approved, and the letter, which was sent by the \
                 office, is on the list.",
                Some("eng"),
            ),
            (
                "La reunión fue moderada por Amalia y se acordó el texto de los puertos con una \
                 enmienda de las islas y del norte.",
                Some("spa"),
            ),
            (
                "La réunion du groupe s’est tenue dans les bureaux; les membres et les amis des \
                 ports ont été écoutés sur le texte.",
                Some("fra"),
            ),
            (
                "Der Bericht wurde von der Gruppe mit den Zahlen und das Protokoll wurde im März \
                 nicht mehr geändert.",
                Some("deu"),
            ),
            ("1. Budget 2026: 12,400", None),
            ("Ana Prado, NIC.br; Bo Lind, Sesam", None),
        ] {
            assert_eq!(language(text).map(|one| one.code), expected, "{text}");
        }
    }
}
