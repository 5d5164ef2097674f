//! The register: terms, wordings and labels the rules compare with; data the user edits.
//!
//! The built-in one is `terms.toml` beside this file; a user's file of the same shape adds to it.

use super::register_file::WordingEntry;
use crate::Error;
use chrono::NaiveDate;
use regex::Regex;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Terms, wordings and labels.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Register {
    /// The codes of rules that are switched off.
    pub off: Vec<String>,
    /// Which of `ise` and `ize` reports spell with.
    pub spelling: Option<String>,
    /// Abbreviations with their names.
    pub terms: Vec<Term>,
    /// Words to avoid and what to write instead.
    pub wordings: Vec<Wording>,
    /// Words that are written one way within a report, the preferred way first.
    pub one_way: Vec<OneWay>,
    /// The roles and standings of participants as they are printed.
    pub labels: Vec<String>,
    /// How governments are named.
    pub governments: Vec<Government>,
    /// Words before family names that are often misread.
    pub particles: Vec<Particle>,
    /// What links look like that let anyone edit, and what stands there instead.
    pub edit_links: Vec<EditLink>,
    /// Hosts whose names are repaired where they are misread.
    pub hosts: Vec<String>,
    /// Verbs that report what somebody said.
    pub reporting_verbs: Vec<String>,
    /// Words in lower case that the dictionary does not know and that are right.
    pub words: Vec<String>,
    /// Abbreviations every reader knows, whatever the group is about.
    pub abbreviations: Vec<String>,
    /// Words that begin sentences and name nobody.
    pub not_names: Vec<String>,
}

/// An abbreviation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, rename = "RegisterTerm")]
pub struct Term {
    /// As it is written: `IMSB`.
    pub short: String,
    /// What it stands for.
    pub name: String,
    /// Whether every reader knows it without its name.
    #[serde(default)]
    pub known: bool,
    /// The first day it is in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day it is in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// Words to avoid.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "WordingEntry")]
pub struct Wording {
    /// The rule that marks them: `TRM-3`, `TRM-4`, `STY-11`.
    pub rule: String,
    /// The words; upper and lower case count.
    pub avoid: Regex,
    /// What to write; `$1` is what the first brackets took.
    pub write: String,
    /// Why, in a few words.
    pub why: String,
    /// Whether it can be done without asking.
    pub safe: bool,
    /// Whether it is more than a matter of style, or less.
    pub severity: Option<super::Severity>,
}

impl TryFrom<WordingEntry> for Wording {
    type Error = regex::Error;

    fn try_from(entry: WordingEntry) -> Result<Self, regex::Error> {
        let avoid = Regex::new(&entry.pattern())?;
        let plain = entry.avoid.is_none();
        Ok(Self {
            rule: entry.rule.unwrap_or_else(|| "STY-11".to_owned()),
            avoid,
            write: if plain { entry.write.replace('$', "$$") } else { entry.write },
            why: entry.why,
            safe: entry.safe,
            severity: entry.severity,
        })
    }
}

/// Ways to write one thing.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneWay {
    /// The preferred way.
    pub prefer: String,
    /// The others.
    pub others: Vec<String>,
}

/// A government and the adjectives it is called by.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Government {
    /// As in `Government of Italy`.
    pub of: String,
    /// As in `Italian Government`.
    pub called: Vec<String>,
}

/// A word before a family name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Particle {
    /// As it is written: `dos`.
    pub particle: String,
    /// What it is misread as.
    pub misread: Vec<String>,
    /// The family names it stands before.
    pub families: Vec<String>,
}

/// A link that lets anyone edit.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditLink {
    /// The whole address, as a regular expression.
    #[serde(with = "pattern")]
    pub address: Regex,
    /// What only shows it; none where there is no such address.
    #[serde(default)]
    pub shows: Option<String>,
}

impl Register {
    /// The register that comes with the program.
    pub fn built_in() -> Self {
        Self::parse(include_str!("terms.toml")).expect("the built-in register is tested")
    }

    /// Reads a register file.
    ///
    /// # Errors
    /// [`Error::Register`] says what cannot be used in it, and in which line.
    pub fn parse(file: &str) -> Result<Self, Error> {
        toml::from_str(file).map_err(|error: toml::de::Error| {
            let at = error.span().map(|span| file[..span.start].matches('\n').count());
            let line = at.and_then(|at| Some((at + 1, file.lines().nth(at)?.trim())));
            let place = line.map_or(String::new(), |(number, text)| {
                format!("line {number} of the file, “{text}”: ")
            });
            let reason = format!("{place}{}; mend the file and try again", error.message());
            Error::Register { reason }
        })
    }

    /// This register with what another adds; the other's terms and spelling come first.
    pub fn with(mut self, other: Self) -> Self {
        self.spelling = other.spelling.or(self.spelling);
        self.off.extend(other.off);
        self.terms.retain(|term| other.terms.iter().all(|own| own.short != term.short));
        self.terms.extend(other.terms);
        self.wordings.extend(other.wordings);
        self.one_way.extend(other.one_way);
        self.labels.extend(other.labels);
        self.governments.extend(other.governments);
        self.particles.extend(other.particles);
        self.edit_links.extend(other.edit_links);
        self.hosts.extend(other.hosts);
        self.reporting_verbs.extend(other.reporting_verbs);
        self.words.extend(other.words);
        self.abbreviations.extend(other.abbreviations);
        self.not_names.extend(other.not_names);
        self
    }

    /// The term written so.
    pub fn term(&self, short: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.short == short)
    }

    /// Whether a word is a reporting verb.
    pub fn reports(&self, verb: &str) -> bool {
        self.reporting_verbs.iter().any(|known| known == verb)
    }
}

mod pattern {
    use regex::Regex;
    use serde::{Deserialize, Deserializer, de::Error};

    pub fn deserialize<'d, D: Deserializer<'d>>(text: D) -> Result<Regex, D::Error> {
        Regex::new(&String::deserialize(text)?).map_err(D::Error::custom)
    }
}
