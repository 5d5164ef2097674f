//! The noun that heads a subject, and the verb that goes with it (for GRM-15).
//!
//! A subject is read only where it begins a sentence or what somebody said: its determiner, the
//! words before the noun, the noun, and what hangs on it with “of” or “in”. Whatever else comes
//! leaves it alone: two subjects joined by “and”, relative clauses, names, and groups of people,
//! which British English lets be one or many.

use super::grammar::is_singular_s;
use super::lexicon::{
    bare_of_past, is_adjective, is_counted, is_known, is_only_noun, is_only_verb, plural_of,
    singular_of, third_person, verb_in_s,
};
use super::slips::{is_determiner, is_number};
use super::tokens::{Token, is_adverb};
use std::ops::Range;

/// Words to mark and what to write instead.
pub(super) type Slip = (Range<usize>, String);

/// The verbs that have another number than their subjects.
pub(super) fn verbs(tokens: &[Token]) -> Vec<Slip> {
    (0..tokens.len())
        .filter_map(|at| {
            let who = || after_who(tokens, at);
            after_pronoun(tokens, at).or_else(|| verb_of(tokens, at)).or_else(who)
        })
        .collect()
}

/// He suggest, they wants.
fn after_pronoun(tokens: &[Token], at: usize) -> Option<Slip> {
    let begins = tokens[at].opens;
    let mut verb = at + 1;
    while tokens.get(verb).is_some_and(|token| token.joined && is_adverb(&token.low)) {
        verb += 1;
    }
    let verb = tokens.get(verb).filter(|verb| verb.joined && verb.text == verb.low)?;
    let right = match &*tokens[at].low {
        "they" | "we" if verb.low == "is" || verb.low == "was" || verb.low == "has" => {
            match &*verb.low {
                "is" => "are",
                "was" => "were",
                _ => "have",
            }
            .to_owned()
        }
        "he" | "she" | "it"
            if begins && is_only_verb(&verb.low) && bare_of_past(&verb.low).is_none() =>
        {
            third_person(&verb.low)
        }
        "they" | "we" if begins && !is_singular_s(&verb.low) => verb_in_s(&verb.low)?,
        _ => return None,
    };
    (right != verb.low).then(|| (verb.range.clone(), right))
}

/// Those who speaks; but one of those who speaks may be right.
fn after_who(tokens: &[Token], at: usize) -> Option<Slip> {
    let [many, who, verb] = tokens.get(at..at + 3)? else { return None };
    if who.low != "who" || !who.joined || !verb.joined || verb.text != verb.low {
        return None;
    }
    let plural = matches!(&*many.low, "those" | "people" | "persons" | "participants")
        || singular_of(&many.low).is_some_and(|one| is_only_noun(&one))
            && !is_singular_s(&many.low);
    let one_of = tokens[at.saturating_sub(5)..at].iter().any(|token| token.low == "one");
    if !plural || one_of {
        return None;
    }
    let right = match &*verb.low {
        "is" => "are".to_owned(),
        "was" => "were".to_owned(),
        "has" => "have".to_owned(),
        word if is_adverb(word) => return None,
        word => verb_in_s(word).filter(|_| !is_singular_s(word))?,
    };
    (right != verb.low).then(|| (verb.range.clone(), right))
}

fn verb_of(tokens: &[Token], at: usize) -> Option<Slip> {
    if !begins(tokens, at) {
        return None;
    }
    let determiner = &*tokens[at].low;
    let many =
        matches!(determiner, "many" | "several" | "various" | "these" | "those" | "both" | "few");
    let one = matches!(
        determiner,
        "the"
            | "this"
            | "that"
            | "its"
            | "their"
            | "his"
            | "her"
            | "our"
            | "a"
            | "an"
            | "no"
            | "another"
    );
    let only = |word: &str| singular_of(word).is_some_and(|noun| is_only_noun(&noun));
    let described = (is_adjective(determiner) || determiner.ends_with("ing"))
        && tokens.get(at + 1).is_some_and(|noun| noun.joined && only(&noun.low));
    let bare = !many && !one && (only(determiner) || described && !tokens[at].opens);
    if !(many || one || bare || is_number(determiner)) {
        return None;
    }
    // 12 of the 40 tests fails; the forms of “be” and “have” are the business of others.
    let of_them = is_number(determiner)
        && tokens.get(at + 2).is_some_and(|own| own.joined && is_determiner(&own.low))
        && tokens[at + 1].joined
        && tokens[at + 1].low == "of";
    let start = if of_them { at + 3 } else { at + usize::from(!bare) };
    let (head, mut next) = noun_phrase(tokens, start)?;
    let direct = next;
    for _ in 0..2 {
        let Some(token) = tokens.get(next).filter(|token| token.joined) else { break };
        if !["of", "in", "on", "for", "from", "at", "about", "with"].contains(&&*token.low) {
            break;
        }
        next = complement(tokens, next + 1)?;
    }
    let hangs = next != direct;
    while tokens.get(next).is_some_and(|token| token.joined && is_adverb(&token.low)) {
        next += 1;
    }
    let verb = tokens.get(next).filter(|token| token.joined && token.text == token.low)?;
    let head = &tokens[head];
    if of_them && ["is", "was", "has", "does"].contains(&&*verb.low) {
        return None;
    }
    // Frameworks is a new group; 60 people is great.
    let named = bare && tokens[at].opens && !hangs && tokens[at].text != tokens[at].low;
    let after = tokens.get(next + 1).filter(|token| token.joined).map_or("", |token| &*token.low);
    let alone = named && matches!(after, "a" | "an" | "the");
    let amount = is_number(determiner)
        && matches!(after, "great" | "enough" | "fine" | "good" | "too" | "plenty" | "sufficient");
    if verb.low == "is" && (alone || amount) {
        return None;
    }
    let right = if determiner == "the" && head.low == "number" && hangs {
        match &*verb.low {
            "are" => "is",
            "were" => "was",
            "have" => "has",
            _ => return None,
        }
        .to_owned()
    } else if is_plural(head, hangs) {
        match &*verb.low {
            "is" => "are".to_owned(),
            "was" => "were".to_owned(),
            "has" => "have".to_owned(),
            "does" => "do".to_owned(),
            _ if !hangs => acts(tokens, next)?,
            _ => return None,
        }
    } else if is_single(head, hangs) {
        match &*verb.low {
            "are" => "is",
            "were" => "was",
            "have" => "has",
            // The draft contain it; what hangs on nothing is no list of things.
            word if !hangs && one && is_only_verb(word) && bare_of_past(word).is_none() => {
                return acts_alone(tokens, next).then(|| (verb.range.clone(), third_person(word)));
            }
            _ => return None,
        }
        .to_owned()
    } else {
        return None;
    };
    // What hangs on nothing is a verb in the plural: the members' reports.
    Some((verb.range.clone(), right))
}

/// Whether a subject may begin here: at the beginning of a sentence, or of what somebody said.
fn begins(tokens: &[Token], at: usize) -> bool {
    const SAID: [&str; 41] = [
        "responded",
        "answered",
        "clarified",
        "announced",
        "indicated",
        "acknowledged",
        "admitted",
        "commented",
        "reiterated",
        "believed",
        "thought",
        "feared",
        "provided",
        "means",
        "meant",
        "says",
        "states",
        "stated",
        "shows",
        "showed",
        "observed",
        "mentioned",
        "highlighted",
        "underlined",
        "emphasised",
        "warned",
        "concluded",
        "noted",
        "said",
        "replied",
        "reported",
        "confirmed",
        "added",
        "explained",
        "recalled",
        "stressed",
        "argued",
        "felt",
        "heard",
        "remarked",
        "informed",
    ];
    let low = |back: usize| at.checked_sub(back).map_or("", |at| &*tokens[at].low);
    let again = tokens[at].joined && matches!(low(1), "only" | "however") && begins(tokens, at - 1);
    let goes_on = low(1) == "that" && low(2) == "and";
    again
        || tokens[at].joined && low(0) == "the" && after_phrase(tokens, at)
        || tokens[at].opens
        || tokens[at].joined && goes_on
        || tokens[at].joined
            && (low(1) == "that" && SAID.contains(&low(2))
                || matches!(low(1), "whether" | "because")
                || matches!(low(1), "but" | "while" | "whereas" | "although")
                    && at >= 1
                    && !tokens[at - 1].joined)
}

/// Whether nothing but a phrase with a preposition stands before this word in its sentence: at 12
/// of the stations the values were low.
fn after_phrase(tokens: &[Token], at: usize) -> bool {
    const LONGEST: usize = 8;
    const PREPOSITIONS: [&str; 6] = ["at", "in", "for", "on", "during", "after"];
    let from = at.saturating_sub(LONGEST);
    let Some(first) = (from..at).rfind(|at| tokens[*at].opens) else { return false };
    let phrase = &tokens[first + 1..at];
    let verb = |token: &Token| {
        bare_of_past(&token.low).is_some() || matches!(&*token.low, "is" | "are" | "was" | "were")
    };
    PREPOSITIONS.contains(&&*tokens[first].low)
        && phrase.iter().all(|token| token.joined && !verb(token))
        && phrase.last().is_some_and(|noun| singular_of(&noun.low).is_some())
}

/// The head of the noun phrase whose words begin here, and what follows it.
fn noun_phrase(tokens: &[Token], start: usize) -> Option<(usize, usize)> {
    const LONGEST: usize = 4;
    let mut next = start;
    while next < tokens.len() && next < start + LONGEST && is_inside(tokens, next, start) {
        next += 1;
    }
    // Developing countries needs more: a plural before what may be a verb too.
    if next > start + 1
        && singular_of(&tokens[next - 2].low).is_some_and(|noun| is_only_noun(&noun))
        && tokens.get(next).is_some_and(|object| object.joined)
        && acts(tokens, next - 1).is_some()
    {
        return Some((next - 2, next - 1));
    }
    let nouns = |range: Range<usize>| range.filter(|at| is_noun(&tokens[*at].low)).count();
    let last = next.checked_sub(1).filter(|last| *last >= start)?;
    // The options discussed; but the plan members discussed is another thing.
    if bare_of_past(&tokens[last].low).is_some() && !is_noun(&tokens[last].low) {
        return (last > start && nouns(start..last) == 1 && is_noun(&tokens[last - 1].low))
            .then(|| (last - 1, next));
    }
    Some((last, next))
}

/// Whether a word may stand inside a noun phrase.
fn is_inside(tokens: &[Token], at: usize, start: usize) -> bool {
    let token = &tokens[at];
    let low = &*token.low;
    let whole = at == start || token.joined;
    let named = token.text.starts_with(char::is_uppercase) && at > start;
    let verb = matches!(
        low,
        "is" | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "does"
            | "do"
            | "did"
            | "be"
            | "been"
    );
    let acts = verb_in_s(low).is_some() && singular_of(low).is_none();
    // The draft contain it.
    let acts = acts || at > start && is_only_verb(low) && is_noun(&tokens[at - 1].low);
    let whole = whole && (at == start || !low.ends_with("ing") || is_known_form(low));
    let described = at == start && low.ends_with("ing");
    whole
        && !verb
        && !acts
        && !is_closed(low)
        && (named || described || is_known_form(low) || is_number(low))
}

fn is_known_form(word: &str) -> bool {
    is_known(word)
        || singular_of(word).is_some()
        || bare_of_past(word).is_some()
        || word.split('-').count() > 1
}

/// Where the noun phrase after a preposition ends.
fn complement(tokens: &[Token], start: usize) -> Option<usize> {
    let first = tokens.get(start).filter(|token| token.joined)?;
    let start = if is_determiner(&first.low) { start + 1 } else { start };
    let mut next = start;
    while next < tokens.len() && next < start + 4 && tokens[next].joined && {
        let named = tokens[next].text.starts_with(char::is_uppercase);
        named || is_inside(tokens, next, start)
    } {
        next += 1;
    }
    (next > start).then_some(next)
}

fn is_noun(word: &str) -> bool {
    is_counted(word) || singular_of(word).is_some()
}

/// Words that begin another phrase or clause.
pub(super) fn is_closed(word: &str) -> bool {
    const WORDS: &str = "of for on in to at by with from and or but nor that which who whom whose where when \
        while how what why if whether as than then so because since until till before after about \
        between among through during without within under over against into upon per via not \
        it he she they we i you them him us me there here more most less least one ones only each \
        every such same other others own too also both either neither cannot will would can could \
        shall should may might must like unlike including regarding concerning following despite \
        up out off down now today yet still already just is are";
    is_determiner(word) || WORDS.split_whitespace().any(|closed| closed == word) || is_adverb(word)
}

/// Several together, who may have a verb of either number, and amounts.
const GROUPS: &str = "committee team group staff government council board public media majority minority \
    police crew family audience jury press secretariat leadership community panel commission \
    parliament union party company association federation network delegation crowd faculty \
    management cabinet ministry department agency organisation organization institute university \
    library youth half couple pair number lot range variety series rest people data club society \
    firm assembly court church class generation army membership bank industry partnership \
    consortium coalition alliance unit office body constituency institution city town region \
    country state province municipality bureau forum constituency total handful dozen plenty \
    percentage proportion host bulk part third quarter kind type sort remainder hundred thousand \
    million billion mix combination array collection selection set list cluster cohort trio duo \
    fish sheep aircraft species crowd choir corps offspring personnel business side school academy \
    chamber delegation caucus presidency chair troika jury senate congress house world nation \
    deaf sick dead few many several rich";

fn is_single(head: &Token, hangs: bool) -> bool {
    let word = &*head.low;
    let list = hangs && matches!(word, "list" | "number" | "set" | "selection" | "collection");
    let uncounted = matches!(
        word,
        "information"
            | "advice"
            | "feedback"
            | "equipment"
            | "evidence"
            | "knowledge"
            | "progress"
            | "software"
            | "research"
            | "news"
    );
    (head.text == word || head.opens)
        && singular_of(word).is_none()
        && !is_number(word)
        && (is_counted(word) && !is_adjective(word) || uncounted)
        && (list && word == "list" || !GROUPS.split_whitespace().any(|group| group == word))
}

fn is_plural(head: &Token, hangs: bool) -> bool {
    let word = &*head.low;
    const AMOUNTS: &str = "years months weeks days hours minutes seconds euros dollars pounds metres kilometres \
        miles tonnes points percents times cents francs thanks maths sports statistics mathematics";
    (head.text == word || head.opens)
        && singular_of(word).is_some()
        && !is_singular_s(word)
        && !is_known_single(word)
        && (hangs || !AMOUNTS.split_whitespace().any(|amount| amount == word))
}

/// Words in -s that the dictionary takes for plurals and that are mostly one thing.
fn is_known_single(word: &str) -> bool {
    matches!(word, "works" | "politics" | "economics" | "ethics" | "analysis" | "basis")
}

/// A verb in -s that is no noun here, in the plural: many governments asks for it.
fn acts(tokens: &[Token], at: usize) -> Option<String> {
    let word = &*tokens[at].low;
    let verb = verb_in_s(word).filter(|_| !is_singular_s(word))?;
    let next = tokens.get(at + 1).filter(|next| next.joined);
    let object = next.is_some_and(|next| {
        is_determiner(&next.low) || matches!(&*next.low, "to" | "more" | "less" | "it" | "them")
    });
    let ends = next.is_none();
    (singular_of(word).is_none() || object || ends && plural_of(&verb) == word).then_some(verb)
}

/// Whether an object or a clause follows a verb.
fn acts_alone(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).filter(|next| next.joined).is_some_and(|next| {
        let low = &*next.low;
        is_determiner(low)
            || is_number(low)
            || matches!(low, "several" | "many" | "no" | "how" | "what" | "it" | "them" | "two")
    })
}
