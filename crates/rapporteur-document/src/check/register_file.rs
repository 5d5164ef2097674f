//! The register as its file has it: what a user reads and writes.
//!
//! The form in the window edits it, `rapporteur-core` keeps it as TOML, and [`Register::parse`]
//! makes of that what the rules compare with. Parts of the file the form does not show stay as
//! they are.

use super::register::{Register, Term};
use crate::Error;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a user adds to the register that comes with the program.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct RegisterFile {
    /// Which of `ise` and `ize` reports spell with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spelling: Option<String>,
    /// Words in lower case that the dictionary does not know and that are right.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Everything the form does not show.
    #[serde(flatten)]
    #[ts(skip)]
    pub others: toml::Table,
    /// Abbreviations with their names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Term>,
    /// Words to avoid and what to write instead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wordings: Vec<WordingEntry>,
}

/// Words to avoid, as they stand in the file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export)]
pub struct WordingEntry {
    /// The rule that marks them; none for `STY-11`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The words as they are written.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// A regular expression instead of the words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avoid: Option<String>,
    /// What to write instead.
    #[serde(rename = "use")]
    pub write: String,
    /// Why, in a few words.
    pub why: String,
    /// Whether it can be done without asking.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub safe: bool,
    /// More or less than a matter of style: `error`, `warning`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<super::Severity>,
}

impl WordingEntry {
    /// The expression that finds the words.
    pub(super) fn pattern(&self) -> String {
        if let Some(avoid) = &self.avoid {
            return avoid.clone();
        }
        let words: Vec<String> = self.words.split_whitespace().map(regex::escape).collect();
        let edge = |c: Option<char>| if c.is_some_and(char::is_alphanumeric) { r"\b" } else { "" };
        let (first, last) = (self.words.trim().chars().next(), self.words.trim().chars().last());
        format!("{}{}{}", edge(first), words.join(r"\s"), edge(last))
    }
}

impl RegisterFile {
    /// Reads a register file.
    ///
    /// # Errors
    /// [`Error::Register`] says what cannot be used in it.
    pub fn parse(file: &str) -> Result<Self, Error> {
        Register::parse(file)?;
        toml::from_str(file).map_err(|error| unusable(error.message()))
    }

    /// The file; everything in it can be used.
    ///
    /// # Errors
    /// [`Error::Register`] says what cannot.
    pub fn to_toml(&self) -> Result<String, Error> {
        let empty = self.terms.iter().any(|term| term.short.trim().is_empty());
        let silent =
            self.wordings.iter().any(|one| one.avoid.is_none() && one.words.trim().is_empty());
        if empty || silent {
            return Err(unusable("an entry has no words; fill it in or take it out"));
        }
        let file = toml::to_string(self).map_err(|error| unusable(&error.to_string()))?;
        Register::parse(&file)?;
        Ok(file)
    }
}

fn unusable(reason: &str) -> Error {
    Error::Register { reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_form_does_not_show_stays() {
        let file = "off = [\"DATE-5\"]\nwords = [\"webiner\"]\n\n[[one_way]]\nprefer = \"a\"\nothers = [\"b\"]\n\n[[wordings]]\nrule = \"TRM-4\"\navoid = 'x+'\nuse = \"y\"\nwhy = \"z\"\n";
        let mut read = RegisterFile::parse(file).unwrap();
        read.terms.push(Term {
            short: "RTVL".to_owned(),
            name: "Round Table".to_owned(),
            ..Term::default()
        });
        let written = read.to_toml().unwrap();
        let register = Register::parse(&written).unwrap();
        assert_eq!((register.off.len(), register.one_way.len(), register.terms.len()), (1, 1, 1));
        assert_eq!(RegisterFile::parse(&written).unwrap(), read);
    }

    #[test]
    fn plain_words_are_found_as_they_are_written() {
        for (words, text, found) in [
            ("kick off", "They kick\noff today.", true),
            ("kick off", "They kick officials.", false),
            ("e.g.", "See e.g. this.", true),
            ("e.g.", "See eggs this.", false),
            ("C++ code", "The C++ code runs.", true),
        ] {
            let entry = WordingEntry { words: words.to_owned(), ..WordingEntry::default() };
            let expression = regex::Regex::new(&entry.pattern()).unwrap();
            assert_eq!(expression.is_match(text), found, "{words:?} in {text:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_said_with_its_line() {
        for (file, line, words) in [
            ("words = [\"webiner\"]\nspelling = ise\n", "line 2", "spelling = ise"),
            ("[[terms]]\nshort = \"RTVL\"\n", "line 1", "missing field `name`"),
            ("[[terms]]\nshort = \"A\"\nname = \"B\"\nlong = \"C\"\n", "line 4", "long"),
            ("[[wordings]]\navoid = '('\nuse = \"\"\nwhy = \"\"\n", "line 1", "group"),
            ("\n\nabbreviation,name\nRTVL,Round Table\n", "line 3", "abbreviation,name"),
        ] {
            let said = RegisterFile::parse(file).unwrap_err().to_string();
            assert!(said.contains(line) && said.contains(words), "{said}");
        }
    }

    #[test]
    fn an_entry_without_words_is_refused() {
        let wordings = vec![WordingEntry { write: "x".to_owned(), ..WordingEntry::default() }];
        assert!(RegisterFile { wordings, ..RegisterFile::default() }.to_toml().is_err());
    }
}
