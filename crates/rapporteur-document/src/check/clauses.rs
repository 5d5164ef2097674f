//! Clauses that meet or stand wrongly: two sentences with a comma between them (GRM-24), and a
//! question that is reported in the order of a question (GRM-25).

use super::lexicon::{bare_of_past, is_known, is_only_noun, is_verb, singular_of, verb_in_s};
use super::quotes::is_quoted;
use super::slips::is_determiner;
use super::tokens::{Token, is_adverb, tokens};
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "GRM-24",
        reason: "Two sentences are parted by more than a comma.",
        severity: Severity::Style,
        look: splices,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("The rooms were cold, they met in the hall.", "cold, they", "cold; they"),
            ("The plan is new, it should be read twice.", "new, it", "new; it"),
            ("The plan is short, however, it is quite new.", "short, however", "short; however"),
            (
                "The rooms were cold, therefore, they had met online.",
                "cold, therefore",
                "cold; therefore",
            ),
            (
                "Tom Birch noted that the hosts had opened the call, the deadline is 31 October.",
                "call, the",
                "call; the",
            ),
            ("He did not have the figures at hand, he will send them.", "hand, he", "hand; he"),
            (
                "He stressed that the session is no copy of the plan, it should rather be short.",
                "plan, it",
                "plan; it",
            ),
            ("The list is long, this is a problem for the hosts.", "long, this", "long; this"),
            (
                "Tom asked whether the talk was too broad, Ines replied that it was not.",
                "broad, Ines",
                "broad; Ines",
            ),
        ],
        silent: &[
            "In May, however, they met. The plan, however, is quite new; the hosts, therefore, are late.",
            "When the rooms were cold, however, they had met online.",
            "When the rooms were cold, they met in the hall. In May, it was cold.",
            "The rooms were cold; they met in the hall, which was warm.",
            "The rooms were cold, the halls were full and the hosts were late.",
            "The rooms, he said, were cold. The rooms were cold, she added.",
            "She said that in the months to come, they would need more rooms.",
            "The first room is cold, the second is warm. The plan was late, it seems.",
            "They noted that because it was late, they left. The more they read, the less they knew.",
            "Not only were the rooms cold, they were dark. Had it been late, they would have left.",
            "He came, he saw the rooms, and he left. “The rooms were cold, they said so.”",
            "The members who came late, they said, were tired.",
        ],
    },
    Rule {
        code: "GRM-25",
        reason: "A question that is reported has the order of a statement: asked when the call would begin.",
        severity: Severity::Style,
        look: inverted,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            (
                "The text does not say how will the Secretariat be funded.",
                "how will the Secretariat",
                "how the Secretariat will",
            ),
            ("Tom Birch asked when is the deadline.", "when is the", ""),
            ("They asked why had it been closed.", "why had it", "why it had"),
            ("Ines wondered how does the list work.", "how does the", ""),
            ("They discussed where can they meet.", "where can they", "where they can"),
            (
                "It is not clear what will the hosts do.",
                "what will the hosts",
                "what the hosts will",
            ),
        ],
        silent: &[
            "The text says how the Secretariat will be funded.",
            "Tom Birch asked when the deadline was, and what was needed.",
            "Tom Birch asked: how will the Secretariat be funded?",
            "They asked what is needed, and who was the first.",
            "They discussed how important the rooms are, and where many of them met.",
        ],
    },
];

/// Whether a comma alone stands before a word.
fn after_comma(line: &Line, tokens: &[Token], at: usize) -> bool {
    at > 0 && matches!(&line.text[tokens[at - 1].range.end..tokens[at].range.start], ", " | ",\n")
}

const AUXILIARIES: [&str; 17] = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "should",
    "may", "might", "must", "does", "did",
];

pub(super) fn is_auxiliary(word: &str) -> bool {
    AUXILIARIES.contains(&word)
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "it" | "they" | "there")
}

fn is_name(token: &Token) -> bool {
    let abbreviation = token.text.len() > 1 && token.text.chars().all(char::is_uppercase);
    abbreviation || token.text.starts_with(char::is_uppercase) && !is_known(&token.low)
}

fn splices(desk: &Desk, marks: &mut Marks) {
    let text = |line: &Line| matches!(line.role, Role::Paragraph | Role::ListItem | Role::NextStep);
    for (at, line) in desk.manuscript.prose().filter(|(_, line)| text(line)) {
        if !line.text.contains(", ") && !line.text.contains(",\n") {
            continue;
        }
        let tokens = tokens(line);
        let mut start = 0;
        for second in 0..tokens.len() {
            if tokens[second].opens {
                start = second;
            }
            let first = &tokens[start..second];
            let end = (second + 1..tokens.len()).find(|at| tokens[*at].opens);
            // It is new, however, it is short; the word may stand in a pair of commas too.
            let turns = second + 1 < end.unwrap_or(tokens.len())
                && TURNS.contains(&&*tokens[second].low)
                && after_comma(line, &tokens, second + 1);
            let rest = &tokens[second + usize::from(turns)..end.unwrap_or(tokens.len())];
            if after_comma(line, &tokens, second)
                && begins_clause(desk, line, rest)
                && is_clause(first)
                && !is_quoted(&line.text, tokens[second].range.start)
            {
                let last = tokens[second - 1].range.clone();
                let range = last.start..tokens[second].range.end;
                let right =
                    format!("{};{}", &line.text[last.clone()], &line.text[last.end + 1..range.end]);
                let message = "Two sentences meet here; a comma does not part them.";
                marks.words(at, range, message, Fix::proposed(right));
            }
        }
    }
}

/// Words that lead to another sentence.
const TURNS: [&str; 6] =
    ["however", "therefore", "moreover", "furthermore", "nevertheless", "consequently"];

/// Words after which a clause depends on another, or that pair one with the next.
const DEPENDS: &str = "if when while as because although though since after before once unless until \
    whereas whenever wherever whatever whoever however given provided not only so such but nor either \
    neither more less sooner than lest except first one half some others let moment";

/// Whether these words, which begin a sentence, are a whole clause that depends on none.
fn is_clause(words: &[Token]) -> bool {
    const SUBJECTS: [&str; 12] = [
        "he",
        "she",
        "it",
        "they",
        "there",
        "most",
        "many",
        "several",
        "both",
        "no",
        "nobody",
        "everybody",
    ];
    let Some(first) = words.first() else { return false };
    let whole = words.len() >= 4 && words[1..].iter().all(|token| token.joined);
    let person = first.text.starts_with(char::is_uppercase)
        && words
            .get(1)
            .is_some_and(|next| next.text.starts_with(char::is_uppercase) || says(&next.low));
    let subject =
        is_determiner(&first.low) || SUBJECTS.contains(&&*first.low) || is_name(first) || person;
    let depends = |token: &Token| DEPENDS.split_whitespace().any(|word| word == token.low);
    if !whole || !subject || words.iter().any(|token| depends(token) && token.low != "not") {
        return false;
    }
    if words.windows(2).any(|pair| pair[0].low == "not" && pair[1].low == "only") {
        return false;
    }
    // What is said begins a clause of its own: that in May, they would meet.
    let said = words.iter().rposition(|token| matches!(&*token.low, "that" | "whether"));
    let own = match said {
        Some(that) => {
            let Some(next) = words.get(that + 1) else { return false };
            let begins = is_determiner(&next.low) || is_pronoun(&next.low) || is_name(next);
            if !begins {
                return false;
            }
            &words[that + 2..]
        }
        None => &words[1..],
    };
    // They met and in May, they left.
    let phrase = own.windows(2).any(|pair| {
        matches!(&*pair[0].low, "and" | "or")
            && !is_determiner(&pair[1].low)
            && bare_of_past(&pair[1].low).is_none()
            && !is_only_noun(&pair[1].low)
            && singular_of(&pair[1].low).is_none()
            && !pair[1].text.starts_with(char::is_uppercase)
    });
    let verb = own.iter().rfind(|token| {
        let low = &*token.low;
        is_auxiliary(low)
            || bare_of_past(low).is_some() && !is_verb(low)
            || verb_in_s(low).is_some() && singular_of(low).is_none()
    });
    !phrase && verb.is_some_and(|verb| !says(&verb.low) || passive(own, verb))
}

/// Whether what is said may follow without “that”.
fn says(verb: &str) -> bool {
    const SAYING: &str = "said noted added felt asked explained replied argued recalled stressed observed \
        remarked thought hoped believed agreed announced wrote suggested proposed reported confirmed \
        concluded decided mentioned emphasised highlighted underlined warned feared knew found";
    SAYING.split_whitespace().any(|saying| saying == verb)
}

/// Whether a verb stands after a form of “be”: it was agreed.
fn passive(words: &[Token], verb: &Token) -> bool {
    let before = words.iter().take_while(|token| token.range.start < verb.range.start);
    before.last().is_some_and(|token| matches!(&*token.low, "is" | "are" | "was" | "were" | "been"))
}

/// Whether a clause with a subject and a verb of its own begins here, and is no remark on the one
/// before: it seems, she added.
fn begins_clause(desk: &Desk, line: &Line, words: &[Token]) -> bool {
    let low = |at: usize| {
        words.get(at).filter(|token| at == 0 || token.joined).map_or("", |token| &*token.low)
    };
    let mut verb = 1;
    while verb < words.len() && words[verb].joined && is_adverb(low(verb)) {
        verb += 1;
    }
    let past = |word: &str| bare_of_past(word).is_some() && !desk.register.reports(word);
    let begins = match low(0) {
        "he" | "she" | "it" | "they" | "there" | "this" => {
            is_auxiliary(low(verb)) || low(0) != "this" && past(low(verb))
        }
        "the" => {
            let noun = is_only_noun(low(1)) || singular_of(low(1)).is_some();
            noun && matches!(low(2), "is" | "are" | "was" | "were" | "will")
        }
        // Bastien answered that; but not: the room was cold, Bastien said.
        _ if words[0].text.starts_with(char::is_uppercase) => {
            desk.register.reports(low(1)) && matches!(low(2), "that" | "whether" | "if")
                || low(1) == "answered" && low(2) == "that"
        }
        _ => false,
    };
    // A remark ends soon: it was felt, they had said.
    let ends =
        words.iter().skip(1).position(|token| !token.joined).map_or(words.len(), |at| at + 1);
    let listed = words.iter().enumerate().skip(1).any(|(at, token)| {
        let next = words.get(at + 1).map_or("", |next| &*next.low);
        matches!(&*token.low, "and" | "or" | "but")
            && (!token.joined || is_pronoun(next) || is_determiner(next))
    });
    let contrast = words[..ends].iter().take(3).any(|token| {
        matches!(
            &*token.low,
            "first" | "second" | "third" | "other" | "others" | "latter" | "former" | "rest"
        )
    });
    let goes_on = after_list(line, words);
    begins && ends > 3 && !listed && !contrast && !goes_on
}

/// Whether another clause follows after a comma, as in a list of clauses.
fn after_list(line: &Line, words: &[Token]) -> bool {
    (1..words.len()).any(|at| {
        after_comma(line, words, at)
            && (is_pronoun(&words[at].low) || is_determiner(&words[at].low))
    })
}

/// Verbs and adjectives that a reported question follows.
const ASKING: [&str; 26] = [
    "asked",
    "asks",
    "ask",
    "wondered",
    "wonder",
    "explained",
    "explain",
    "say",
    "says",
    "said",
    "know",
    "knew",
    "known",
    "clarify",
    "clarified",
    "discuss",
    "discussed",
    "see",
    "understand",
    "understood",
    "clear",
    "unclear",
    "decide",
    "decided",
    "describe",
    "described",
];

fn inverted(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.prose() {
        let asks = |word: &str| line.text.contains(word);
        if !["how ", "when ", "where ", "why ", "what "].into_iter().any(asks) {
            continue;
        }
        let tokens = tokens(line);
        for own in
            tokens.windows(5).enumerate().filter(|(_, own)| own[1..].iter().all(|t| t.joined))
        {
            let (from, own) = own;
            let (word, verb, subject) = (&*own[1].low, &*own[2].low, &*own[3].low);
            let order = match word {
                "how" | "when" | "where" | "why" => is_auxiliary(verb),
                "what" => {
                    matches!(verb, "will" | "would" | "can" | "could" | "should" | "does" | "did")
                }
                _ => false,
            };
            let named = own[3].text.starts_with(char::is_uppercase);
            if !ASKING.contains(&&*own[0].low)
                || !order
                || !(is_determiner(subject) || is_pronoun(subject) || named)
                || is_quoted(&line.text, own[1].range.start)
                || asks_directly(line, &tokens, from)
            {
                continue;
            }
            let end = if is_determiner(subject) { 4 } else { 3 };
            let last = &own[end];
            let range = own[1].range.start..last.range.end;
            let whole = is_pronoun(subject)
                || is_determiner(subject)
                    && tokens.get(from + 5).is_some_and(|next| next.joined && is_verb(&next.low));
            let right = format!(
                "{} {} {}",
                own[1].text,
                &line.text[own[3].range.start..last.range.end],
                own[2].text
            );
            let fix = Fix::proposed(right).filter(|_| whole && !matches!(verb, "does" | "did"));
            marks.words(at, range, "A reported question has the order of a statement.", fix);
        }
    }
}

/// Whether the sentence ends with a question mark.
fn asks_directly(line: &Line, tokens: &[Token], from: usize) -> bool {
    let next = tokens[from + 1..].iter().find(|token| token.opens);
    let end = next.map_or(line.text.len(), |next| next.range.start);
    line.text[..end].trim_end().ends_with('?')
}
