//! The house-style checker: what a careful editor would mark before the list sees it.
//!
//! [`check`] runs every [`Rule`] over a [`Manuscript`], the report line by line, together with the
//! template, the register of terms, the people and the neighbouring reports on the [`Desk`].
//! Called by `rapporteur-core`, for drafts, stored reports and plain files alike. A rule is an
//! entry of a table in the file of its family, with the cases that prove it. Deliberately absent:
//! files, formats and the network; no link is ever opened.

mod addresses;
mod again;
mod calendar;
mod capitals;
mod draft;
mod figures;
mod finding;
mod manuscript;
mod register;
mod register_file;
mod rule;

mod actions;
mod affiliations;
mod agenda;
mod agreement;
mod announced;
mod clauses;
mod commas;
mod countries;
mod dates;
mod enumerations;
mod front;
mod gaps;
mod grammar;
mod heads;
mod honorifics;
mod introductions;
mod labels;
mod layout;
mod leftovers;
mod lexicon;
mod likeness;
mod links;
mod list_and_text;
mod list_names;
mod list_order;
mod lists;
mod mentions;
mod misread;
mod names;
mod next_meeting;
mod nouns;
mod one_case;
mod one_name;
mod one_spelling;
mod ordinals;
mod pairs;
mod paragraphs;
mod parted;
mod participants;
mod parts;
mod percent;
mod questions;
mod quotes;
mod recalled;
mod reckoned;
mod repetition;
mod series;
mod slips;
mod speakers;
mod spelling;
mod style_words;
mod subjects;
mod sums;
mod tenses;
mod terms;
mod titles;
mod tokens;
mod unreachable;
mod usage;
mod variants;
mod verb_forms;
mod wordings;
mod written_times;

pub use addresses::addresses;
pub use again::{Memory, check_again};
pub use draft::draft;
pub use finding::{Finding, Fix, Severity, Where};
pub use manuscript::{
    Entry, Facts, Heading, Line, LinePlace, Manuscript, Piece, PrintedLine, Role, Span,
};
pub use reckoned::Reckoned;
pub use register::{EditLink, Government, OneWay, Particle, Register, Term, Wording};
pub use register_file::{RegisterFile, WordingEntry};
pub use rule::{Desk, KnownPerson, Marks, Neighbour, Reads, Rule, Spot};

const FAMILIES: &[&[Rule]] = &[
    ordinals::RULES,
    dates::RULES,
    announced::RULES,
    written_times::RULES,
    next_meeting::RULES,
    recalled::RULES,
    front::RULES,
    agenda::RULES,
    parts::RULES,
    titles::RULES,
    gaps::RULES,
    participants::RULES,
    names::RULES,
    list_names::RULES,
    list_order::RULES,
    list_and_text::RULES,
    honorifics::RULES,
    speakers::RULES,
    mentions::RULES,
    one_spelling::RULES,
    affiliations::RULES,
    countries::RULES,
    one_case::RULES,
    links::RULES,
    unreachable::RULES,
    misread::RULES,
    paragraphs::RULES,
    terms::RULES,
    introductions::RULES,
    one_name::RULES,
    variants::RULES,
    wordings::RULES,
    style_words::RULES,
    quotes::RULES,
    lists::RULES,
    labels::RULES,
    enumerations::RULES,
    leftovers::RULES,
    percent::RULES,
    figures::RULES,
    sums::RULES,
    questions::RULES,
    grammar::RULES,
    agreement::RULES,
    subjects::RULES,
    verb_forms::RULES,
    usage::RULES,
    commas::RULES,
    clauses::RULES,
    pairs::RULES,
    parted::RULES,
    tenses::RULES,
    repetition::RULES,
    nouns::RULES,
    spelling::RULES,
    capitals::RULES,
    layout::RULES,
    series::RULES,
    actions::RULES,
];

/// Every rule, family by family.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.iter())
}

/// Every rule, the families in the order of a report, by number.
pub fn rules_by_family() -> Vec<&'static Rule> {
    let mut all: Vec<&Rule> = rules().collect();
    all.sort_by_key(|rule| rule.rank());
    all
}

/// Everything the rules find, in the order of the report.
pub fn check(desk: &Desk) -> Vec<Finding> {
    let on = rules().filter(|rule| !is_off(desk, rule));
    in_order(on.flat_map(|rule| rule.findings(desk)).collect())
}

fn is_off(desk: &Desk, rule: &Rule) -> bool {
    desk.register.off.iter().any(|code| code == rule.code)
}

/// Findings with the line each is about, sorted as they stand in the report.
fn in_order(mut found: Vec<(usize, Finding)>) -> Vec<Finding> {
    let key = |(at, finding): &(usize, Finding)| {
        (finding.place.line, *at, finding.place.from, finding.rule.clone())
    };
    found.sort_by_cached_key(key);
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// Letters are those of the Latin, Greek and Cyrillic scripts, digits the ten of ASCII: what reports
/// in English are written in. The patterns together would take three times the memory (31 instead of
/// 12 MB, measured with a counting allocator) if they knew the letters of all scripts.
fn pattern(text: &str) -> regex::Regex {
    const SCRIPTS: &str = r"\x00-\x{52F}\x{1E00}-\x{1EFF}";
    let letters = [r"\p{L}", r"\p{Lu}", r"\p{Ll}", r"\w"];
    let text = letters.iter().fold(text.replace(r"\d", "[0-9]"), |text, class| {
        text.replace(class, &format!("[{class}&&[{SCRIPTS}]]"))
    });
    regex::Regex::new(&text).expect("the pattern is constant and tested")
}
