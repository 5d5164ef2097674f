//! Is this the same agenda item? Titles compared by their words.
//!
//! Pure: titles in, likeness and why out. A series words its items anew from meeting to meeting:
//! the year changes, words change places, a subject is added. What two titles share counts as much
//! as it is rare among the titles of the series: in a group on open access, `open access` tells
//! items apart no more than `discussion` does. Titles are counted once however often they return,
//! else a standing item would be worth nothing for standing. Deliberately absent: what was said
//! under the items. It changes with every meeting, and should.

use crate::search::words;
use std::collections::{HashMap, HashSet};

/// From this likeness on two items are worth showing together.
const ALIKE: f64 = 0.5;

/// Words that tell nothing of a subject.
const EMPTY: &[&str] = &[
    "a", "about", "an", "and", "any", "are", "as", "at", "be", "been", "by", "de", "did", "do",
    "for", "from", "has", "have", "how", "if", "in", "into", "is", "it", "its", "la", "no", "not",
    "of", "on", "or", "our", "s", "so", "that", "the", "their", "these", "this", "to", "us", "was",
    "we", "were", "what", "when", "where", "whether", "which", "who", "why", "will", "with",
];

/// Other business, as agendas call it.
const OTHER_BUSINESS: &[&str] = &["aob", "other business", "other matters", "miscellaneous"];

/// Words of one beginning this long are forms of one word: strategy, strategic.
const SAME_BEGINNING: usize = 7;

/// How many letters forms of one word may differ in at their end.
const ENDING: usize = 4;

/// Why two items may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// The same title.
    SameTitle,
    /// The same title, for another year or meeting.
    OtherYear,
    /// The same words in another order or form.
    SameWords,
    /// Both are any other business.
    OtherBusiness,
    /// Words both have, the rarest first, as the other title writes them.
    Shared(Vec<String>),
}

/// How like another item is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Likeness {
    /// From just worth showing to 1.
    pub strength: f64,
    /// Why.
    pub evidence: Evidence,
}

/// The titles of a series, to compare one with.
#[derive(Debug, Default)]
pub(crate) struct Titles {
    count: f64,
    /// In how many titles a word is.
    with: HashMap<String, f64>,
}

impl Titles {
    /// Counts the words of titles.
    pub(crate) fn of<'t>(titles: impl Iterator<Item = &'t str>) -> Self {
        let mut counted = Self::default();
        let mut seen = HashSet::new();
        for title in titles {
            let mut words: Vec<String> =
                Title::new(title).words.into_iter().map(|word| word.stem).collect();
            words.sort();
            words.dedup();
            if seen.insert(words.clone()) {
                counted.count += 1.0;
                words.into_iter().for_each(|word| *counted.with.entry(word).or_default() += 1.0);
            }
        }
        counted
    }

    /// How like another item's title is; none where that is chance.
    pub(crate) fn compare(&self, title: &str, other: &str) -> Option<Likeness> {
        let (one, other) = (Title::new(title), Title::new(other));
        let certain = |evidence| Some(Likeness { strength: 1.0, evidence });
        if one.other_business && other.other_business {
            return certain(Evidence::OtherBusiness);
        }
        if one.words.is_empty()
            || other.words.is_empty()
            || one.other_business != other.other_business
        {
            return None;
        }
        if one.whole == other.whole {
            return certain(Evidence::SameTitle);
        }
        let shared: Vec<&Word> =
            other.words.iter().filter(|word| one.words.iter().any(|own| own.is(word))).collect();
        let all_of_one = one.words.iter().all(|own| shared.iter().any(|word| own.is(word)));
        if all_of_one && shared.len() == other.words.len() {
            let in_order = one.words.iter().zip(&other.words).all(|(a, b)| a.text == b.text);
            return certain(if in_order { Evidence::OtherYear } else { Evidence::SameWords });
        }
        let weigh =
            |words: &mut dyn Iterator<Item = &Word>| words.map(|word| self.weight(word)).sum();
        let (whole, own, theirs): (f64, f64, f64) = (
            weigh(&mut shared.iter().copied()),
            weigh(&mut one.words.iter()),
            weigh(&mut other.words.iter()),
        );
        let strength = whole / (own * theirs).sqrt();
        let mut shared = shared;
        shared.sort_by(|a, b| self.weight(b).total_cmp(&self.weight(a)));
        let shared = shared.into_iter().map(|word| word.written.clone()).collect();
        (strength >= ALIKE).then_some(Likeness { strength, evidence: Evidence::Shared(shared) })
    }

    /// Rare words weigh more; one that no title has yet is no rarer than one of a single title.
    fn weight(&self, word: &Word) -> f64 {
        let with = self.with.get(&word.stem).copied().unwrap_or(1.0);
        ((self.count + 1.0) / (with + 0.5)).ln().max(0.1)
    }
}

impl Evidence {
    /// Why, in words.
    pub(crate) fn reason(&self) -> String {
        match self {
            Evidence::SameTitle => "the same title".to_owned(),
            Evidence::OtherYear => "the same title but for its year or number".to_owned(),
            Evidence::SameWords => "the same words in another order or form".to_owned(),
            Evidence::OtherBusiness => "both are any other business".to_owned(),
            Evidence::Shared(words) => {
                let quoted: Vec<String> =
                    words.iter().take(3).map(|word| format!("“{word}”")).collect();
                format!("both have {}", quoted.join(", "))
            }
        }
    }
}

/// A title prepared for comparing.
struct Title {
    /// All its words, folded, years and numbers included.
    whole: Vec<String>,
    /// Those that tell of its subject.
    words: Vec<Word>,
    other_business: bool,
}

/// A word that tells of a subject.
struct Word {
    /// As the title writes it.
    written: String,
    /// Folded.
    text: String,
    /// Without the ending of a plural.
    stem: String,
}

impl Title {
    fn new(title: &str) -> Self {
        let found = words(title);
        let whole: Vec<String> = found.iter().map(|word| word.text.clone()).collect();
        let telling = found.into_iter().filter(|word| {
            !word.last_sign
                && !EMPTY.contains(&word.text.as_str())
                && !word.text.bytes().all(|byte| byte.is_ascii_digit())
        });
        let words: Vec<Word> = telling
            .map(|word| Word {
                written: title[word.place].to_owned(),
                stem: stem(&word.text).to_owned(),
                text: word.text,
            })
            .collect();
        let short = words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        let other_business = OTHER_BUSINESS.iter().any(|name| {
            short == *name || (*name == "other business" && short.trim_end_matches(" aob") == *name)
        });
        Self { whole, words, other_business }
    }
}

impl Word {
    /// Whether both are forms of one word.
    fn is(&self, other: &Word) -> bool {
        let (one, other) = (&self.stem, &other.stem);
        let common = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
        let (shorter, longer) = (one.len().min(other.len()), one.len().max(other.len()));
        let begins = common == shorter && shorter + 2 >= SAME_BEGINNING;
        one == other || ((common >= SAME_BEGINNING || begins) && longer - common <= ENDING)
    }
}

/// A word without the ending of a plural: activities and activity, reports and report.
fn stem(word: &str) -> &str {
    let without = |ending: &str| word.strip_suffix(ending).filter(|rest| rest.len() > 2);
    if ["ss", "us", "is"].iter().any(|ending| word.ends_with(ending)) {
        return word;
    }
    without("ies").or_else(|| without("y")).or_else(|| without("s")).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The agendas of a group on open access, over the years.
    const SERIES: &[&str] = &[
        "Approval of the agenda",
        "Update from the Secretariat",
        "Open access policy",
        "Open access week 2024",
        "Discussion of the open access policy paper",
        "Results of the reader test",
        "Discussion of the budget",
        "Discussion of the annual forum",
        "Open access in the annual report",
        "WG activities for 2025",
        "Next steps and calendar of meetings",
        "Repositories and open access indicators",
        "Any other business (AoB)",
    ];

    fn check(one: &str, other: &str, expected: Option<&str>) {
        let titles = Titles::of(SERIES.iter().copied());
        let found = titles.compare(one, other);
        let turned = titles.compare(other, one).map(|likeness| likeness.strength);
        assert_eq!(found.as_ref().map(|likeness| likeness.strength), turned, "{one} / {other}");
        let reason = found.as_ref().map(|likeness| likeness.evidence.reason());
        assert_eq!(reason.as_deref(), expected, "{one} / {other}: {found:?}");
    }

    #[test]
    fn standing_items() {
        check("Approval of the agenda", "Approval of the Agenda.", Some("the same title"));
        let year = Some("the same title but for its year or number");
        check("WG activities for 2026", "WG activities for 2025", year);
        check("Report of the 110th meeting", "Report of the 109th meeting", year);
        let words = Some("the same words in another order or form");
        check("Update from the Secretariat", "Secretariat updates", words);
        check("Annual forum: reflections", "Reflection on the annual forum", words);
        check("Mise à jour du secrétariat", "Mise a jour du secretariat", Some("the same title"));
    }

    #[test]
    fn other_business() {
        let both = Some("both are any other business");
        check("Any other business (AoB)", "AOB", both);
        check("Other business", "Any other business", both);
        check("AoB", "A.O.B.", None);
        check("Any other business", "Business of the publishers", None);
    }

    #[test]
    fn reworded_items() {
        check(
            "Reader test",
            "Results of the reader test in libraries",
            Some("both have “reader”, “test”"),
        );
        check(
            "Strategy for repositories",
            "Strategic plan on repositories",
            Some("both have “Strategic”, “repositories”"),
        );
        check("Budget", "Budget and calendar", Some("both have “Budget”"));
        check("北京宣言的后续行动", "北京宣言", Some("both have “北京”, “京宣”, “宣言”"));
    }

    #[test]
    fn what_all_items_share_is_no_likeness() {
        check("Open access policy", "Open access week 2024", None);
        check("Discussion of the budget", "Discussion of the annual forum", None);
        check("Internal review", "Internet review panel of the region", None);
        check("", "", None);
        check("2025", "2026", None);
        check("Open access policy", "", None);
    }
}
