//! The form of a verb after its auxiliary (GRM-14).
//!
//! Only verbs that are nothing else: a word that may be a noun or an adjective too is left alone.

use super::lexicon::{bare_of_past, is_only_verb, is_verb, participle, singular_of, verb_in_s};
use super::tokens::{Token, is_adverb, tokens};
use super::{Desk, Fix, Marks, Reads, Rule, Severity, Spot};

pub(super) const RULES: &[Rule] = &[Rule {
    code: "GRM-14",
    reason: "The form of a verb goes with its auxiliary: was adopted, will take, does not need.",
    severity: Severity::Error,
    look: after_auxiliary,
    reads: Reads::Line,
    spot: Spot::Text,
    fires: &[
        ("The draft was publish in May.", "was publish", "was published"),
        ("The city has adopt the plan.", "has adopt", "has adopted"),
        ("The test will be carry out in Oslo.", "be carry", "be carried"),
        ("The letter had not been submit yet.", "been submit", "been submitted"),
        ("The breakfast will takes place in Oslo.", "will takes", "will take"),
        ("The survey was discuss twice.", "was discuss", "was discussed"),
        ("The call might also overlaps with it.", "might also overlaps", "might also overlap"),
        ("The network does not needs more time.", "not needs", "not need"),
        ("The hosts have not yet be named.", "have not yet be", "have not yet been"),
        ("They offered to held the call.", "to held", "to hold"),
        ("The group would still exists in May.", "would still exists", "would still exist"),
        ("The hosts did not agreed.", "did not agreed", "did not agree"),
        ("The plan should included it.", "should included", "should include"),
        ("They have discuss the plan.", "have discuss", "have discussed"),
    ],
    silent: &[
        "The draft was published, and the city has adopted it.",
        "The political will takes shape, and goodwill helps.",
        "They have yet to be named; all they have is to accept.",
        "The plan may be adopted. In May needs arise.",
        "The release was welcome, and the list is complete.",
        "What they had included, they will now include again.",
        "What they did was submit it, what it allows them to do now is publish it, and the rest was follow-up.",
        "The words of the will have weight.",
        "They spoke to known experts, with regard to given names and to left-over costs.",
        "How can members attend, and what would participants need?",
        "The city would need it, must exceed it and could address it; some are exempt.",
        "They have access to it, had need of it and are content.",
        "The plan can be further developed, and they have further discussed it.",
    ],
}];

const MODALS: [&str; 9] =
    ["will", "would", "can", "could", "shall", "should", "may", "might", "must"];

/// Pasts that after “to” are no adjectives before a noun: to held, but to known issues.
const AFTER_TO: &str = "held sent took went gave wrote met kept brought told said was were had did has is came \
    became chose spoke began understood taught made bought sold drew fell grew heard knew ran stood \
    threw lent rose been makes gives goes comes becomes";

/// Bare verbs that are adjectives too and follow “be” rightly, and those of GRM-12.
const AFTER_BE: [&str; 11] = [
    "exempt", "moot", "welcome", "content", "let", "beware", "overdue", "send", "spend", "lend",
    "build",
];

fn after_auxiliary(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.prose() {
        let tokens = tokens(line);
        for first in 0..tokens.len() {
            let Some(verb) = verb_after(&tokens, first) else { continue };
            let Some(right) = right_form(&tokens, first, verb) else { continue };
            let range = tokens[first].range.start..tokens[verb].range.end;
            let before = &line.text[range.start..tokens[verb].range.start];
            if !line.text[range.end..].starts_with('-') {
                mark(marks, at, range, format!("{before}{right}"));
            }
        }
    }
}

/// The place of the verb that an auxiliary governs, adverbs between them left out.
fn verb_after(tokens: &[Token], auxiliary: usize) -> Option<usize> {
    let low = &*tokens[auxiliary].low;
    let is_it = MODALS.contains(&low)
        || matches!(low, "to" | "cannot" | "do" | "does" | "did" | "don't" | "doesn't" | "didn't")
        || matches!(
            low,
            "has" | "have" | "had" | "been" | "be" | "was" | "were" | "being" | "is" | "are"
        );
    if !is_it || tokens[auxiliary].text != low {
        return None;
    }
    let mut verb = auxiliary + 1;
    while tokens.get(verb).is_some_and(|token| token.joined && is_adverb(&token.low)) {
        verb += 1;
    }
    tokens.get(verb).filter(|token| token.joined && token.text == token.low).map(|_| verb)
}

/// What the verb should be after its auxiliary; nothing where it is right or may be.
fn right_form(tokens: &[Token], first: usize, verb: usize) -> Option<String> {
    let (low, word) = (&*tokens[first].low, &*tokens[verb].low);
    let negated = tokens[first + 1..verb].iter().any(|token| token.low == "not");
    let before = first.checked_sub(1).filter(|_| tokens[first].joined).map(|at| &*tokens[at].low);
    match low {
        "to" if verb == first + 1 => {
            let wrong = AFTER_TO.split_whitespace().any(|past| past == word);
            wrong.then(|| bare(word)).flatten()
        }
        "do" | "does" | "did" if !negated => None,
        "do" | "does" | "did" | "don't" | "doesn't" | "didn't" => bare(word),
        "has" | "have" | "had" if word == "be" => {
            Some("been".to_owned()).filter(|_| !is_cleft(tokens, first))
        }
        "has" | "have" | "had" | "been" | "be" | "was" | "were" | "being" | "is" | "are" => {
            let bare = is_only_verb(word) && word.len() > 3 && !AFTER_BE.contains(&word);
            let right = participle(word);
            (bare && right != word && !is_cleft(tokens, first)).then_some(right)
        }
        _ if MODALS.contains(&low) || low == "cannot" => {
            // The political will takes shape; it is a must.
            const NOUN: [&str; 12] = [
                "a",
                "the",
                "of",
                "in",
                "political",
                "good",
                "free",
                "common",
                "collective",
                "own",
                "this",
                "their",
            ];
            // How can members attend?
            let asks = tokens[first].opens
                || before
                    .is_some_and(|word| word.starts_with("wh") || word == "how" || word == "and");
            let plural = word.ends_with('s') && singular_of(word).is_some();
            let noun = before.is_some_and(|word| NOUN.contains(&word));
            if noun || asks && plural || word == "been" { None } else { bare(word) }
        }
        _ => None,
    }
}

/// What they did was submit it.
fn is_cleft(tokens: &[Token], at: usize) -> bool {
    let before = &tokens[at.saturating_sub(6)..at];
    before.iter().any(|token| ["do", "does", "did", "done", "what", "all"].contains(&&*token.low))
}

/// The bare form of a past, a participle or a third person; nothing where it is bare itself.
fn bare(word: &str) -> Option<String> {
    match word {
        "is" | "are" | "was" | "were" => Some("be".to_owned()),
        "has" => Some("have".to_owned()),
        "goes" => Some("go".to_owned()),
        "does" => Some("do".to_owned()),
        _ if is_verb(word) => None,
        _ => bare_of_past(word).or_else(|| verb_in_s(word)),
    }
}

/// Marks the words, of two printed lines those on the second, where the verb is.
fn mark(marks: &mut Marks, at: usize, range: std::ops::Range<usize>, right: String) {
    let second = right.rfind('\n').map_or(0, |end| end + 1);
    let right = &right[second..];
    let message = format!("Write “{right}”.");
    marks.words(at, range.start + second..range.end, message, Fix::proposed(right));
}
