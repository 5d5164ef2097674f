//! The words of a text, and the names among them.

use super::{ALSO_WORDS, Known, Language, MONTHS, Named};
use crate::model::{ParticipantId, PersonName, fold};
use std::ops::Range;

/// Adverbs between a speaker and the verb.
const ADVERBS: &[&str] =
    &["also", "then", "further", "finally", "additionally", "again", "briefly", "kindly", "later"];

/// One word of a text.
struct Word<'t> {
    range: Range<usize>,
    text: &'t str,
    folded: String,
}

impl Word<'_> {
    fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// The names in a text, in their order. `exact` are the places that name somebody for certain,
/// because the writer said so.
pub(super) fn named(
    text: &str,
    exact: &[(Range<usize>, ParticipantId)],
    known: &[Known],
    language: &Language,
) -> Vec<Named> {
    let words = words(text);
    let forms: Vec<Forms> = known.iter().map(Forms::of).collect();
    let mut found: Vec<Named> = exact
        .iter()
        .map(|(at, id)| Named {
            at: at.clone(),
            who: vec![*id],
            words: text[at.clone()].to_owned(),
            speaks: false,
            typed: false,
        })
        .collect();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let taken = exact.iter().any(|(range, _)| range.contains(&word.range.start));
        let step = if taken { None } else { name_at(&words, at, text, &forms, language) };
        at += match step {
            Some((length, who)) => {
                let range = word.range.start..words[at + length - 1].range.end;
                let words = text[range.clone()].to_owned();
                found.push(Named { at: range, who, words, speaks: false, typed: true });
                length
            }
            None => 1,
        };
    }
    found.sort_by_key(|named| named.at.start);
    say_who_speaks(text, &mut found, language);
    // A name nobody answers to is a name only where it speaks; so is a word that begins a sentence.
    found.retain(|named| {
        let begins = || begins_clause(text, named.at.start);
        let word = || named.typed && ALSO_WORDS.contains(&fold(&named.words).as_str()) && begins();
        named.speaks || !named.who.is_empty() && !word()
    });
    found
}

/// The name that begins at a word: how many words it has, and whom it fits.
fn name_at(
    words: &[Word],
    at: usize,
    text: &str,
    forms: &[Forms],
    language: &Language,
) -> Option<(usize, Vec<ParticipantId>)> {
    if !words[at].is_capitalised() {
        return None;
    }
    let mut best: Option<(usize, Vec<ParticipantId>)> = None;
    for one in forms {
        let Some(length) = one.length_at(words, at, language) else { continue };
        match &mut best {
            Some((longest, who)) if *longest == length => who.push(one.id),
            Some((longest, _)) if *longest > length => {}
            _ => best = Some((length, vec![one.id])),
        }
    }
    let run = capitalised(words, at, text);
    if matches!(best, Some((1, _))) && is_month(words, at) {
        return None;
    }
    match best {
        // `Tom Hanks` is not the Tom of the list.
        Some((1, _)) if run > 1 && !language_says_nobody(language, &words[at + 1]) => {}
        Some(best) => return Some(best),
        None => {}
    }
    let plain = words[at..at + run].iter().all(|word| may_be_name(word, language));
    (plain && begins_clause(text, words[at].range.start)).then(|| (run, vec![]))
}

/// `In June 2025`, `by 3 May`: the month, not somebody of that name.
fn is_month(words: &[Word], at: usize) -> bool {
    const BEFORE: &[&str] = &[
        "in", "of", "by", "on", "since", "until", "till", "early", "late", "mid", "from", "to",
        "before", "after", "during", "this", "last", "next", "between", "end", "and", "or",
    ];
    let counts = |word: &Word| word.text.starts_with(|c: char| c.is_ascii_digit());
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    MONTHS.contains(&words[at].folded.as_str())
        && (words.get(at + 1).is_some_and(counts)
            || before.is_some_and(|word| counts(word) || BEFORE.contains(&word.folded.as_str())))
}

fn language_says_nobody(language: &Language, word: &Word) -> bool {
    (language.names_nobody)(word.text)
}

/// How many capitalised words stand together, three at most.
fn capitalised(words: &[Word], at: usize, text: &str) -> usize {
    let mut run = 1;
    while run < 3
        && let (Some(last), Some(next)) = (words.get(at + run - 1), words.get(at + run))
        && next.is_capitalised()
        && &text[last.range.end..next.range.start] == " "
    {
        run += 1;
    }
    run
}

fn may_be_name(word: &Word, language: &Language) -> bool {
    let capitals = word.text.chars().filter(|c| c.is_uppercase()).count();
    let several = word.text.contains(['-', '\'', '’']) || word.text.starts_with("Mc");
    (capitals == 1 || several) && word.text.len() > 1 && !(language.names_nobody)(word.text)
}

/// Whether a sentence or a part of one begins here.
fn begins_clause(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    before.is_empty()
        || before.ends_with(['.', '!', '?', ',', ';', ':', '”', '"', '\n'])
        || before.ends_with(" and")
        || before.ends_with(" And")
}

/// Who speaks: a verb of reporting follows the name, a colon, or another name that speaks.
fn say_who_speaks(text: &str, found: &mut [Named], language: &Language) {
    let mut next: Option<(usize, bool)> = None;
    for named in found.iter_mut().rev() {
        let rest = &text[named.at.end..];
        let gap = next.map(|(start, _)| &text[named.at.end.min(start)..start]);
        let shares = gap.is_some_and(|gap| matches!(gap.trim(), "," | "and" | ", and" | "&"));
        named.speaks = match next {
            Some((_, speaks)) if shares => speaks,
            _ => reports(rest, language) || named.at.start == 0 && rest.starts_with(':'),
        };
        next = Some((named.at.start, named.speaks));
    }
}

fn reports(rest: &str, language: &Language) -> bool {
    if !rest.starts_with([' ', ',']) {
        return false;
    }
    let words = rest.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    let mut words = words.skip_while(|word| ADVERBS.contains(word));
    words.next().is_some_and(|verb| {
        let verb = verb.trim_end_matches(|c: char| !c.is_alphanumeric());
        verb.chars().next().is_some_and(char::is_lowercase) && (language.reports)(verb)
    })
}

/// The ways a person may be named, as folded words.
struct Forms {
    id: ParticipantId,
    whole: Vec<Vec<String>>,
    given: Vec<String>,
}

impl Forms {
    fn of(known: &Known) -> Self {
        let mut whole = Vec::new();
        for name in &known.names {
            for form in
                [name.full(), short(name), format!("{} {}", name.family_or_given(), name.given)]
            {
                let form: Vec<String> = words(&form).into_iter().map(|word| word.folded).collect();
                if form.len() > 1 && !whole.contains(&form) {
                    whole.push(form);
                }
            }
        }
        let given = known.names.iter().filter(|_| known.given_alone);
        let given = given
            .filter_map(|name| {
                words(&name.given_or_family()).first().map(|word| word.folded.clone())
            })
            .collect();
        Self { id: known.id, whole, given }
    }

    /// How many words at this place name the person.
    fn length_at(&self, text: &[Word], at: usize, language: &Language) -> Option<usize> {
        let fits = |form: &&Vec<String>| {
            text[at..].len() >= form.len()
                && form.iter().zip(&text[at..]).all(|(own, word)| *own == word.folded)
        };
        let whole = self.whole.iter().filter(fits).map(Vec::len).max();
        let said = &text[at].folded;
        let given = || {
            let is = |given: &String| given == said || (language.forms_of_one)(given, said);
            self.given.iter().any(is).then_some(1)
        };
        whole.or_else(given)
    }
}

/// The first given name and the family name.
pub(super) fn short(name: &PersonName) -> String {
    let first = name.given.split_whitespace().next().unwrap_or_default();
    format!("{first} {}", name.family)
}

/// A word goes on over hyphens and apostrophes, except for the `’s` of its owner.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start: Option<usize> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_alphanumeric() || start.is_some() && matches!(c, '-' | '\'' | '’');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let whole = text[from..at].trim_end_matches(['-', '\'', '’']);
                let text = ["’s", "'s"]
                    .iter()
                    .find_map(|owner| whole.strip_suffix(owner))
                    .unwrap_or(whole);
                words.push(Word { range: from..from + text.len(), text, folded: fold(text) });
                start = None;
            }
            _ => {}
        }
    }
    words
}
