//! The lines of `usage.txt`, `usage_carried.txt` and `usage_apart.txt`: what they match, and what they propose.

use super::lexicon;
use super::tokens::{Token, is_adverb};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A line of one of these files.
pub(super) struct Slip {
    /// The rule it belongs to.
    pub rule: &'static str,
    words: Vec<Vec<Kind>>,
    before: Beside,
    after: Beside,
    meant: &'static str,
}

/// What may stand beside the words.
struct Beside {
    not: bool,
    kinds: Vec<Kind>,
}

/// A word, or a kind of words.
enum Kind {
    Word(&'static str),
    Edge,
    Determiner,
    Number,
    Noun,
    Plural,
    Verb,
    Adjective,
    InIng,
    InEd,
    Acts,
    Many,
    Name,
    Capitalised,
}

/// The slips by the first of their words.
static SLIPS: LazyLock<HashMap<&'static str, Vec<Slip>>> = LazyLock::new(|| {
    let mut slips: HashMap<&str, Vec<Slip>> = HashMap::new();
    for line in lines() {
        let first = line.split('|').nth(1).and_then(|words| words.split_whitespace().next());
        for first in first.unwrap_or("").split('/') {
            slips.entry(first).or_default().extend(Slip::parse(line));
        }
    }
    slips
});

/// What the files say, line by line, without their remarks.
fn lines() -> impl Iterator<Item = &'static str> {
    let files = [
        include_str!("usage.txt"),
        include_str!("usage_carried.txt"),
        include_str!("usage_apart.txt"),
    ];
    let lines = files.into_iter().flat_map(str::lines);
    lines.filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// The slips that begin with a word.
pub(super) fn slips_of(word: &str) -> &'static [Slip] {
    SLIPS.get(word).map_or(&[], Vec::as_slice)
}

impl Slip {
    fn parse(line: &'static str) -> Option<Self> {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let [rule, words, before, after, meant] = columns[..] else { return None };
        let alternatives = |word: &'static str| word.split('/').map(Kind::parse).collect();
        let words = words.split_whitespace().map(alternatives).collect();
        Some(Self {
            rule,
            words,
            before: Beside::parse(before),
            after: Beside::parse(after),
            meant,
        })
    }

    /// How many words it takes from here; none where it does not fit.
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let own = tokens.get(at..at + self.words.len())?;
        let fits = own.iter().zip(&self.words).enumerate().all(|(place, (token, kinds))| {
            (place == 0 || token.joined) && kinds.iter().any(|kind| kind.is(token))
        });
        (fits && self.before.is_before(tokens, at) && self.after.is_after(tokens, at + own.len()))
            .then_some(own.len())
    }

    /// Whether these words are right as they are.
    pub fn is_right(&self) -> bool {
        self.meant == "="
    }

    /// What is meant instead of these words; nothing where the line proposes nothing.
    pub fn meant(&self, own: &[Token]) -> Option<String> {
        if self.meant == "-" {
            return None;
        }
        let mut meant = self.meant.to_owned();
        for (place, token) in own.iter().enumerate() {
            let place = place + 1;
            let ing = format!("${place}ing");
            if meant.contains(&ing) {
                meant = meant.replace(&ing, &lexicon::in_ing(&token.low));
            }
            meant = meant.replace(&format!("${place}"), token.text);
        }
        let capital = own.first()?.text.starts_with(char::is_uppercase);
        let mut letters = meant.chars();
        match letters.next() {
            Some(first) if capital => Some(first.to_uppercase().chain(letters).collect()),
            _ => Some(meant),
        }
    }
}

impl Beside {
    fn parse(text: &'static str) -> Self {
        let (not, words) = text.strip_prefix('!').map_or((false, text), |words| (true, words));
        Self { not, kinds: words.split_whitespace().map(Kind::parse).collect() }
    }

    fn is_before(&self, tokens: &[Token], at: usize) -> bool {
        if self.kinds.is_empty() {
            return true;
        }
        let edge = !tokens[at].joined;
        let opens = tokens[at].opens && self.kinds.iter().any(|kind| matches!(kind, Kind::Edge));
        let before = |at: usize| {
            let joined = tokens[at].joined;
            joined && self.kinds.iter().any(|kind| kind.is(&tokens[at - 1]))
        };
        let adverb = !edge && is_adverb(&tokens[at - 1].low);
        let fits = opens || before(at) || adverb && before(at - 1);
        fits != self.not
    }

    fn is_after(&self, tokens: &[Token], at: usize) -> bool {
        let next = tokens.get(at).filter(|token| token.joined);
        let fits = |kind: &Kind| match next {
            Some(next) => kind.is(next),
            None => matches!(kind, Kind::Edge),
        };
        self.kinds.is_empty() || self.kinds.iter().any(fits) != self.not
    }
}

impl Kind {
    fn parse(word: &'static str) -> Self {
        match word {
            "<start>" | "<end>" => Kind::Edge,
            "<det>" => Kind::Determiner,
            "<num>" => Kind::Number,
            "<noun>" => Kind::Noun,
            "<plural>" => Kind::Plural,
            "<verb>" => Kind::Verb,
            "<adj>" => Kind::Adjective,
            "<ing>" => Kind::InIng,
            "<ed>" => Kind::InEd,
            "<acts>" => Kind::Acts,
            "<many>" => Kind::Many,
            "<name>" => Kind::Name,
            "<cap>" => Kind::Capitalised,
            word => Kind::Word(word),
        }
    }

    fn is(&self, token: &Token) -> bool {
        let low = &*token.low;
        match self {
            Kind::Word(word) => *word == low,
            Kind::Edge => false,
            Kind::Determiner => is_determiner(low),
            Kind::Number => is_number(low),
            Kind::Noun => lexicon::is_only_noun(low),
            Kind::Plural => is_plural(low),
            Kind::Verb => lexicon::is_verb(low) && !is_determiner(low),
            Kind::Adjective => lexicon::is_adjective(low),
            Kind::InIng => low.len() > 5 && low.ends_with("ing"),
            Kind::InEd => lexicon::bare_of_past(low).is_some(),
            Kind::Acts => lexicon::verb_in_s(low).is_some(),
            Kind::Many => {
                lexicon::singular_of(low).is_some() && !super::grammar::is_singular_s(low)
            }
            Kind::Capitalised => token.text.starts_with(char::is_uppercase),
            Kind::Name => {
                token.text.starts_with(char::is_uppercase)
                    && !token.opens
                    && !lexicon::is_known(low)
                    || token.opens && is_proper(token.text, low)
            }
        }
    }
}

/// Whether a capitalised word is no common one, wherever it stands.
fn is_proper(text: &str, low: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && text.chars().skip(1).any(char::is_lowercase)
        && !lexicon::is_known(low)
        && lexicon::singular_of(low).is_none()
        && lexicon::bare_of_past(low).is_none()
}

/// Words that begin a noun phrase.
pub(super) fn is_determiner(word: &str) -> bool {
    const WORDS: [&str; 17] = [
        "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our",
        "all", "any", "some", "each", "every",
    ];
    WORDS.contains(&word)
}

/// Whether it counts: in figures, or in words up to twelve.
pub(super) fn is_number(word: &str) -> bool {
    const WORDS: [&str; 11] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    WORDS.contains(&word) || word.bytes().all(|digit| digit.is_ascii_digit())
}

/// Whether it is a plural that is no verb too.
fn is_plural(word: &str) -> bool {
    let noun = lexicon::singular_of(word);
    noun.is_some_and(|noun| lexicon::is_only_noun(&noun)) && !super::grammar::is_singular_s(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_can_be_read() {
        for line in lines() {
            assert!(Slip::parse(line).is_some(), "{line}");
        }
    }
}
