//! What a word can be: a noun, a verb, an adjective, and its other forms.
//!
//! The dictionary's endings tell: a word that takes ’s is a noun, one that takes -ing a verb, one
//! that takes -ly, -ness or -est an adjective. The rules of grammar ask; none of them parses.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Words in lower case, each with the endings it takes, one bit for every letter.
static ENDINGS: LazyLock<HashMap<Cow<str>, u64>> = LazyLock::new(|| {
    let mut endings: HashMap<Cow<str>, u64> = HashMap::new();
    for line in include_str!("../../dictionaries/en-GB/index.dic").lines() {
        let (word, letters) = line.split_once('/').unwrap_or((line, ""));
        if !word.starts_with(|c: char| c.is_ascii_lowercase()) {
            continue;
        }
        // Some words have what belongs to them on a line of its own: act's.
        let (word, own) = match word.strip_suffix("'s") {
            Some(noun) => (noun, bits("M")),
            None => (word, bits(letters)),
        };
        let mut add = |word, own| *endings.entry(word).or_default() |= own;
        add(Cow::Borrowed(word), own);
        let prefixed = PREFIXES.iter().filter(|(letter, _)| letters.contains(*letter));
        let beginnings = || prefixed.clone().map(|(_, prefix)| *prefix);
        beginnings().for_each(|prefix| add(Cow::Owned(format!("{prefix}{word}")), own));
        for (letter, noun) in derived(word, letters) {
            let own = bits(if letters.contains(letter) { "MS" } else { "M" });
            beginnings().for_each(|prefix| add(Cow::Owned(format!("{prefix}{noun}")), own));
            add(Cow::Owned(noun), own);
        }
    }
    // Other plurals have a line of their own: decisions, months.
    let plurals = endings.keys().filter_map(|word| word.strip_suffix('s').map(str::to_owned));
    let singulars: Vec<String> = plurals.filter(|word| word.len() > 3).collect();
    for word in singulars {
        if let Some(own) = endings.get_mut(&*word).filter(|own| **own & bits("M") != 0) {
            *own |= bits("S");
        }
    }
    endings
});

/// The letters of the dictionary's prefixes.
const PREFIXES: [(char, &str); 7] =
    [('A', "re"), ('I', "in"), ('U', "un"), ('C', "de"), ('E', "dis"), ('F', "con"), ('K', "pro")];

/// The nouns a line holds besides its word, each with the letter of its plural: evaluation,
/// application, speaker, finding, agreement.
fn derived(word: &str, letters: &str) -> Vec<(char, String)> {
    let mut nouns = Vec::new();
    let stem = word.strip_suffix('e').unwrap_or(word);
    if letters.contains(['N', 'X']) {
        match word.strip_suffix('y') {
            Some(stem) => nouns.push(('X', format!("{stem}ication"))),
            None if stem.len() < word.len() => nouns.push(('X', format!("{stem}ion"))),
            None => {}
        }
    }
    if letters.contains('Z') {
        nouns.push(('Z', format!("{stem}er")));
    }
    if letters.contains('J') {
        nouns.push(('J', format!("{stem}ing")));
    }
    if letters.contains('L') {
        nouns.push(('L', format!("{word}ment")));
    }
    nouns
}

fn bits(letters: &str) -> u64 {
    let bit = |letter: u8| 1 << (letter.wrapping_sub(b'A') & 63);
    letters.bytes().fold(0, |all, letter| all | bit(letter))
}

/// Verbs whose past is not in -ed: the verb, its past and its participle.
static IRREGULAR: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| {
    let three = |line: &'static str| {
        let mut words = line.split_whitespace();
        Some([words.next()?, words.next()?, words.next()?])
    };
    include_str!("irregular_verbs.txt").lines().filter_map(three).collect()
});

/// Every form of [`IRREGULAR`] by itself: what it is the past or participle of.
static PASTS: LazyLock<HashMap<&str, &[&str; 3]>> = LazyLock::new(|| {
    let forms = IRREGULAR.iter().flat_map(|verb| verb[1..].iter().map(move |form| (*form, verb)));
    forms.filter(|(form, verb)| *form != verb[0]).collect()
});

/// Whether it takes one of these endings.
fn takes(word: &str, letters: &str) -> bool {
    ENDINGS.get(word).is_some_and(|own| own & bits(letters) != 0)
}

/// Whether it is in the dictionary in small letters.
pub(super) fn is_known(word: &str) -> bool {
    ENDINGS.contains_key(word)
}

/// Whether it can be a noun that is counted: report, reports.
pub(super) fn is_counted(word: &str) -> bool {
    takes(word, "M") && takes(word, "S")
}

/// Whether it can be an adjective; an adverb in -ly is none.
pub(super) fn is_adjective(word: &str) -> bool {
    takes(word, "YPT")
}

/// Whether it can be a verb in its bare form.
pub(super) fn is_verb(word: &str) -> bool {
    takes(word, "G")
        || is_known(&format!("{word}ing")) && takes(word, "DS")
        || is_doubled(word, "ing")
        || irregular(word).is_some()
}

/// Whether it can be nothing but a verb in its bare form: adopt, not plan or complete.
pub(super) fn is_only_verb(word: &str) -> bool {
    const MOSTLY: [&str; 9] = [
        "carry",
        "collect",
        "elect",
        "implement",
        "invite",
        "reject",
        "remove",
        "resolve",
        "revise",
    ];
    is_verb(word) && (MOSTLY.contains(&word) || !takes(word, "MYPT")) && !PASTS.contains_key(word)
}

/// Whether it can be nothing but a noun that is counted: webinar, not report.
pub(super) fn is_only_noun(word: &str) -> bool {
    is_counted(word) && !is_verb(word) && !is_adjective(word)
}

fn irregular(word: &str) -> Option<&'static [&'static str; 3]> {
    IRREGULAR.iter().find(|verb| verb[0] == word)
}

/// Whether the last letter is doubled before an ending: submitting.
fn is_doubled(word: &str, ending: &str) -> bool {
    word.ends_with(|c: char| "bdglmnprt".contains(c))
        && is_known(&format!("{word}{}{ending}", &word[word.len() - 1..]))
}

/// What a word in -s can be a form of: reports, companies, processes.
fn without_s(word: &str, fits: impl Fn(&str) -> bool) -> Option<String> {
    if !word.is_ascii() || !word.ends_with('s') || word.ends_with("ss") {
        return None;
    }
    let stems = [
        word.strip_suffix("ies").map(|stem| format!("{stem}y")),
        word.strip_suffix("es")
            .filter(|stem| stem.ends_with(['s', 'x', 'z', 'h', 'o']))
            .map(str::to_owned),
        word.strip_suffix('s').map(str::to_owned),
    ];
    stems.into_iter().flatten().find(|stem| fits(stem))
}

/// The singular, if it can be the plural of a noun.
pub(super) fn singular_of(word: &str) -> Option<String> {
    without_s(word, is_counted)
}

/// The bare form, if it can be a verb in the third person: asks.
pub(super) fn verb_in_s(word: &str) -> Option<String> {
    without_s(word, is_verb)
}

/// The form of a bare verb in the third person.
pub(super) fn third_person(verb: &str) -> String {
    match verb {
        "be" => "is".to_owned(),
        "have" => "has".to_owned(),
        _ if verb.ends_with(['s', 'x', 'z', 'o'])
            || verb.ends_with("sh")
            || verb.ends_with("ch") =>
        {
            format!("{verb}es")
        }
        _ => plural_of(verb),
    }
}

/// The plural of a noun.
pub(super) fn plural_of(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ if noun.ends_with(['s', 'x', 'z']) || noun.ends_with("sh") || noun.ends_with("ch") => {
            format!("{noun}es")
        }
        _ => format!("{noun}s"),
    }
}

/// The bare form of a past or a participle.
pub(super) fn bare_of_past(word: &str) -> Option<String> {
    if let Some(verb) = PASTS.get(word) {
        return Some(verb[0].to_owned());
    }
    if !word.is_ascii() || !word.ends_with("ed") || is_verb(word) {
        return None;
    }
    let regular = |stem: &str| takes(stem, "D");
    let stems = [
        word.strip_suffix("ied").map(|stem| format!("{stem}y")),
        word.strip_suffix('d').filter(|stem| stem.ends_with("ee")).map(str::to_owned),
        word.strip_suffix("ed").map(str::to_owned),
        word.strip_suffix('d').map(str::to_owned),
    ];
    let doubled = || {
        let stem = word.strip_suffix("ed")?;
        let bare = stem.get(..stem.len().checked_sub(1)?)?;
        (is_known(bare) && is_doubled(bare, "ed")).then(|| bare.to_owned())
    };
    stems.into_iter().flatten().find(|stem| regular(stem)).or_else(doubled)
}

/// The participle of a bare verb.
pub(super) fn participle(verb: &str) -> String {
    irregular(verb).map_or_else(|| in_ed(verb), |forms| forms[2].to_owned())
}

/// The past of a bare verb.
pub(super) fn past(verb: &str) -> String {
    irregular(verb).map_or_else(|| in_ed(verb), |forms| forms[1].to_owned())
}

fn in_ed(verb: &str) -> String {
    match () {
        () if is_doubled(verb, "ed") => format!("{verb}{}ed", &verb[verb.len() - 1..]),
        () if verb.ends_with('e') => format!("{verb}d"),
        () => match verb.strip_suffix('y') {
            Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ied"),
            _ => format!("{verb}ed"),
        },
    }
}

/// The form of a bare verb in -ing.
pub(super) fn in_ing(verb: &str) -> String {
    match verb.strip_suffix('e') {
        _ if is_doubled(verb, "ing") => format!("{verb}{}ing", &verb[verb.len() - 1..]),
        Some(stem) if !stem.ends_with(['e', 'o', 'i']) => format!("{stem}ing"),
        _ => format!("{verb}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dictionary_says_what_a_word_can_be() {
        let nouns =
            ["report", "webinar", "country", "evaluation", "speaker", "finding", "agreement"];
        assert!(nouns.into_iter().all(is_counted));
        assert!(!is_counted("children") && !is_counted("information") && !is_counted("adopt"));
        let verbs = ["adopt", "take", "submit", "hold", "occur", "be", "report", "put"];
        assert!(verbs.into_iter().all(is_verb));
        assert!(is_only_verb("adopt") && is_only_verb("submit") && !is_only_verb("plan"));
        assert!(is_only_noun("webinar") && !is_only_noun("report") && !is_only_noun("open"));
        assert!(is_adjective("quick") && !is_adjective("quickly"));
    }

    #[test]
    fn forms_lead_to_each_other() {
        let forms: [(&str, &str, &str, &str, &str); 8] = [
            ("ask", "asks", "asked", "asked", "asking"),
            ("carry", "carries", "carried", "carried", "carrying"),
            ("submit", "submits", "submitted", "submitted", "submitting"),
            ("hold", "holds", "held", "held", "holding"),
            ("take", "takes", "took", "taken", "taking"),
            ("discuss", "discusses", "discussed", "discussed", "discussing"),
            ("agree", "agrees", "agreed", "agreed", "agreeing"),
            ("publish", "publishes", "published", "published", "publishing"),
        ];
        for (verb, third, earlier, done, ing) in forms {
            assert_eq!(third_person(verb), third);
            assert_eq!(verb_in_s(third).as_deref(), Some(verb));
            assert_eq!(participle(verb), done);
            assert_eq!(bare_of_past(earlier).as_deref(), Some(verb), "{earlier}");
            assert_eq!(in_ing(verb), ing);
        }
        assert_eq!(singular_of("countries").as_deref(), Some("country"));
        assert_eq!((singular_of("process"), singular_of("adopts")), (None, None));
        assert_eq!(bare_of_past("need"), None);
    }
}
