//! Where a name ends that nothing parts from the affiliation: `Mara Lindqvist Group's Co-Chair`.
//!
//! [`by_words`] looks at one entry, wherever it stands; [`Habit`] knows the others of its list, and
//! is asked by [`participants`](super::participants()) only. Deliberately absent: separators.

use super::participant_line::{Division, first_separator, participant_line};
use super::participants::gap;
use crate::model::fold;

/// Words that belong to an affiliation and never to a name.
const AFFILIATION_WORDS: &[&str] = &[
    "group's",
    "groups",
    "wg",
    "group",
    "chair",
    "co-chair",
    "cochair",
    "vice-chair",
    "vice",
    "former",
    "ex",
    "igf",
    "mag",
    "member",
    "independent",
    "government",
    "ministry",
    "university",
    "secretariat",
    "director",
    "institute",
    "foundation",
    "council",
    "commission",
    "committee",
    "association",
    "department",
    "office",
    "society",
    "internet",
    "national",
    "international",
    "agency",
    "authority",
    "centre",
    "center",
    "company",
    "ltd",
    "inc",
    "corporation",
    "consultant",
    "expert",
    "observer",
    "representative",
    "advisor",
    "adviser",
    "moderator",
    "rapporteur",
    "secretary",
    "president",
    "manager",
    "coordinator",
    "network",
    "forum",
    "union",
    "embassy",
    "mission",
    "federal",
    "college",
    "school",
    "bank",
    "technologies",
    "board",
    "working",
    "head",
    "academia",
    "community",
    "consortium",
    "federation",
    "gmbh",
    "llc",
    "parliament",
    "sector",
    "trust",
];

/// Words that end the name of an organisation: the word before belongs to it.
const LAST_WORDS: &[&str] = &[
    "agency",
    "association",
    "authority",
    "bank",
    "board",
    "college",
    "commission",
    "community",
    "corporation",
    "council",
    "forum",
    "foundation",
    "institute",
    "network",
    "office",
    "school",
    "secretariat",
    "sector",
    "society",
    "technologies",
    "trust",
    "union",
    "university",
];

/// Words that begin the name of an organisation and end no name of a person.
const FIRST_WORDS: &[&str] = &[
    "academic",
    "african",
    "asian",
    "civil",
    "digital",
    "european",
    "global",
    "open",
    "private",
    "public",
    "regional",
    "royal",
    "technical",
];

/// Words that say of which nation something is; after a name they begin its affiliation.
const NATIONS: &[&str] = &[
    "american",
    "argentine",
    "australian",
    "austrian",
    "bangladeshi",
    "belgian",
    "brazilian",
    "british",
    "bulgarian",
    "canadian",
    "chilean",
    "chinese",
    "colombian",
    "croatian",
    "cuban",
    "cypriot",
    "czech",
    "danish",
    "dutch",
    "egyptian",
    "estonian",
    "ethiopian",
    "finnish",
    "french",
    "georgian",
    "german",
    "ghanaian",
    "greek",
    "hungarian",
    "icelandic",
    "indian",
    "indonesian",
    "iranian",
    "iraqi",
    "irish",
    "israeli",
    "italian",
    "japanese",
    "jordanian",
    "kenyan",
    "korean",
    "latvian",
    "lebanese",
    "lithuanian",
    "malaysian",
    "maltese",
    "mexican",
    "moroccan",
    "nepalese",
    "nigerian",
    "norwegian",
    "pakistani",
    "peruvian",
    "philippine",
    "polish",
    "portuguese",
    "romanian",
    "russian",
    "saudi",
    "senegalese",
    "serbian",
    "slovak",
    "slovenian",
    "spanish",
    "sudanese",
    "swedish",
    "swiss",
    "tanzanian",
    "thai",
    "tunisian",
    "turkish",
    "ugandan",
    "ukrainian",
    "uruguayan",
    "vietnamese",
    "zambian",
];

/// Words in small letters that names hold.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "das", "de", "del", "den", "der", "di", "do", "dos", "du", "e", "el", "la",
    "le", "ten", "ter", "van", "von", "y", "zu",
];

/// Letters after a name that are no organisation.
const AFTER_NAMES: &[&str] = &[
    "CBE", "CPA", "II", "III", "IV", "JD", "JP", "JR", "KC", "MBA", "MBE", "MD", "MP", "OBE",
    "PHD", "QC", "SR",
];

/// Divides `Mara Lindqvist Group's Co-Chair` where a word cannot belong to the name.
pub fn by_words<'t>(text: &'t str, first: &str, rest: &'t str) -> (String, &'t str, Division) {
    let (mut at, mut before) = (0, 0);
    let words: Vec<&str> = first.split_whitespace().collect();
    // `Mara Lindqvist  Harbour Watch`
    if let Some(at) = gap(first).filter(|at| is_told(&first[*at..])) {
        let start = text.find(first).unwrap_or(0) + at;
        return (first[..at].to_owned(), text[start..].trim(), Division::ByWords);
    }
    // `Secretariat of the Forum` is no person.
    if words.first().is_some_and(|word| is_affiliation_word(word)) {
        return (first.to_owned(), rest, Division::Clear);
    }
    for (count, word) in words.iter().enumerate() {
        let mut start = at + first[at..].find(word).unwrap_or(0);
        if count >= 1 && is_affiliation_word(word) {
            let goes_on = words.get(count + 1).is_some_and(|next| ["of", "for"].contains(next));
            let mut first_word = count;
            if count >= 3 && !goes_on && LAST_WORDS.contains(&fold(word).as_str()) {
                (start, first_word) = (before, count - 1);
            }
            // `Mara Lindqvist Technical Community Forum`
            let led = words[..first_word].iter().skip(2);
            if let Some(word) = led.rev().take_while(|word| begins_organisation(word)).last() {
                start = first.find(word).unwrap_or(start);
            }
            let start_in_text = text.find(first).unwrap_or(0) + start;
            return (
                first[..start].trim().to_owned(),
                text[start_in_text..].trim(),
                Division::ByWords,
            );
        }
        before = start;
        at = start + word.len();
    }
    (first.to_owned(), rest, Division::Clear)
}

/// Whether words that stand apart from a name are no part of it.
fn is_told(words: &str) -> bool {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.len() > 1 || words.iter().any(|word| is_affiliation_word(word) || is_sign(word))
}

fn begins_organisation(word: &str) -> bool {
    let folded = fold(word);
    FIRST_WORDS.contains(&folded.as_str())
        || NATIONS.contains(&folded.as_str()) && word.starts_with(char::is_uppercase)
}

/// Whether a word belongs to an affiliation and never to a name.
pub fn is_affiliation_word(word: &str) -> bool {
    let lower = fold(&word.replace('’', "'"));
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    AFFILIATION_WORDS.contains(&bare)
}

/// What the entries of a list tell about one of them that has no separator.
#[derive(Debug, Default)]
pub struct Habit {
    /// How many words a name has that is surely one.
    words: usize,
    /// Whether family names stand in capitals, so that capitals are no sign of an organisation.
    capitals: bool,
    /// Whether an entry without an affiliation is an exception.
    affiliated: bool,
    /// Whether entries without a separator are usual.
    bare: bool,
}

/// Where the name of an entry ends: the entry with a comma there.
#[derive(Debug, PartialEq, Eq)]
pub enum NameEnd {
    /// A word tells it that no name has.
    Told(String),
    /// Only the other entries of the list tell it.
    Likely(String),
}

impl Habit {
    /// Looks at the entries of a list.
    pub fn of(entries: &[String]) -> Self {
        let mut habit = Habit::default();
        let (mut affiliated, mut bare) = (0, 0);
        let mut lengths = [0_usize; 6];
        for entry in entries {
            let parts = participant_line(entry);
            let name = parts.name.full();
            let words: Vec<&str> = name.split_whitespace().collect();
            let in_front = words.iter().take(2).any(|word| is_capitals(word));
            let clear = parts.division == Division::Clear && !parts.affiliation.is_empty();
            habit.capitals |=
                in_front || clear && words.last().is_some_and(|word| is_capitals(word));
            affiliated += usize::from(!parts.affiliation.is_empty());
            let told = parts.division == Division::ByWords || told_end(entry, false).is_some();
            bare += usize::from(told);
            if (clear || words.len() == 2 && !told)
                && let Some(length) = lengths.get_mut(words.len())
            {
                *length += 1;
            }
        }
        habit.words = (2..lengths.len()).rev().max_by_key(|words| lengths[*words]).unwrap_or(2);
        habit.affiliated = affiliated > 4 && affiliated * 5 >= entries.len() * 4;
        habit.bare = bare > 1 && bare * 3 >= entries.len();
        habit
    }

    /// Where the name ends of an entry whose words alone did not tell it.
    pub fn name_end(&self, entry: &str) -> Option<NameEnd> {
        if let Some(at) = told_end(entry, self.capitals) {
            return Some(NameEnd::Told(parted(entry, at)));
        }
        let words: Vec<&str> = entry.split_whitespace().collect();
        let whole = first_separator(entry).is_none() && words.iter().all(|word| opens_large(word));
        let longer = words.len() > self.words.max(3) || self.bare && words.len() > self.words;
        let at = *starts(entry).get(self.words)?;
        (whole && longer && words.len() < 9 && (self.bare || self.affiliated))
            .then(|| NameEnd::Likely(parted(entry, at)))
    }
}

/// The entry with a comma before byte `at`.
fn parted(entry: &str, at: usize) -> String {
    format!("{}, {}", entry[..at].trim_end(), &entry[at..])
}

/// Where the words of a text begin.
fn starts(text: &str) -> Vec<usize> {
    let before = std::iter::once(' ').chain(text.chars());
    let opens = before.zip(text.char_indices());
    opens.filter(|(before, (_, c))| *before == ' ' && *c != ' ').map(|(_, (at, _))| at).collect()
}

/// Where an affiliation begins that a word tells: `Port of …`, `the …`, `Civil …`, `ICANN`.
fn told_end(entry: &str, capitals: bool) -> Option<usize> {
    let name = &entry[..first_separator(entry).map_or(entry.len(), |(at, _)| at)];
    let starts = starts(name);
    let words: Vec<&str> = name.split_whitespace().collect();
    // A number or a mark before the name is none of its words.
    let own = words.iter().position(|word| word.starts_with(char::is_alphabetic))?;
    for (at, word) in words.iter().enumerate().skip(own + 2) {
        let next = words.get(at + 1);
        let of = next.is_some_and(|next| ["of", "for"].contains(next)) && words.len() > at + 2;
        let opens = next.is_some() && (begins_organisation(word) || ["The", "the"].contains(word));
        let sign = !capitals && is_sign(word) && !is_capitals(words[at - 1]);
        if !(opens_large(word) || *word == "the") {
            if PARTICLES.contains(word) {
                continue;
            }
            return None;
        }
        if of || opens || sign {
            let named =
                words[own..at].iter().all(|word| opens_large(word) || PARTICLES.contains(word));
            let ends = words.get(at - 1).is_some_and(|word| opens_large(word));
            return starts.get(at).copied().filter(|_| named && ends);
        }
    }
    None
}

fn opens_large(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a word has letters in capitals only, as family names on some lists.
fn is_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.contains(char::is_lowercase)
}

/// Whether a word is written as organisations are and names are not: `ICANN`, `NIC.br`.
fn is_sign(word: &str) -> bool {
    let inner = word.split_once('.').is_some_and(|(before, after)| {
        before.chars().count() > 1 && after.starts_with(char::is_lowercase)
    });
    let bare = word.trim_end_matches('.').replace('.', "");
    // `J.R.` shortens names.
    let initials = word.contains('.') && bare.chars().count() < 3;
    inner || is_capitals(word) && !initials && !AFTER_NAMES.contains(&bare.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The entries of a list, and where the name of the last one ends.
    const CASES: &[(&[&str], &str)] = &[
        (&["Ines dos Reis Port of Wenning"], "told Ines dos Reis, Port of Wenning"),
        (&["Ana Prado Friends of the Tide, Lund"], "told Ana Prado, Friends of the Tide, Lund"),
        (&["Ana Prado the Tide Watch"], "told Ana Prado, the Tide Watch"),
        (&["Ana Prado Norwegian Tide Watch"], "told Ana Prado, Norwegian Tide Watch"),
        (&["Odile Marchand TIDE"], "told Odile Marchand, TIDE"),
        (&["Odile Marchand Tide.net"], "told Odile Marchand, Tide.net"),
        (&["Mara LINDQVIST", "Odile Le MARCHAND"], ""),
        (&["Ana LE MARCHAND, Tide Watch", "Odile Le MARCHAND"], ""),
        (&["Odile Marchand PhD"], ""),
        (&["Odile Marchand MP"], ""),
        (&["R. J.R. Marchand"], ""),
        (&["Tran Thi Khanh Linh"], ""),
        (&["Odile Le Goff Marchand"], ""),
        (&["Members of the public"], ""),
        (&["Ana Prado spoke of the tide"], ""),
        (
            &["Bo Lund Tide Board", "Tom Hart Seed Bank", "Ana Prado Lighthouse Friends"],
            "likely Ana Prado, Lighthouse Friends",
        ),
        (
            &["Bo Lund Tide Board", "Tom Hart TIDE", "Ana Prado Lighthouses"],
            "likely Ana Prado, Lighthouses",
        ),
        (&["Bo Lund Tide Board", "Tom Hart Seed Bank", "Ana Prado"], ""),
        (
            &[
                "Bo Lund, A",
                "Tom Hart, B",
                "Eva Moor, C",
                "Per Dahl, D",
                "Ana Prado, E",
                "Ann Lee Salt Works",
            ],
            "likely Ann Lee, Salt Works",
        ),
        (&["Bo Lund", "Tom Hart", "Eva Moor", "Per Dahl", "Ana Prado", "Ann Lee Salt Works"], ""),
        (
            &[
                "Bo Lund, A",
                "Tom Hart, B",
                "Eva Moor, C",
                "Per Dahl, D",
                "Ana Prado, E",
                "Ann Lee Salt",
            ],
            "",
        ),
    ];

    #[test]
    fn the_list_tells_where_a_name_ends() {
        for (list, expected) in CASES {
            let entries: Vec<String> = list.iter().map(|entry| (*entry).to_owned()).collect();
            let last = entries.last().expect("a list has entries");
            let found = match Habit::of(&entries).name_end(last) {
                Some(NameEnd::Told(entry)) => format!("told {entry}"),
                Some(NameEnd::Likely(entry)) => format!("likely {entry}"),
                None => String::new(),
            };
            assert_eq!(found, *expected, "{list:?}");
        }
    }
}
