//! The form of a verb after its auxiliary (GRM-14).
//!
//! Only verbs that are nothing else: a word that may be a noun or an adjective too is left alone.

use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

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
    ],
}];

/// Verbs that are neither nouns nor adjectives in this form.
const VERBS: &str = "accept|achieve|adopt|agree|allow|announce|apply|appoint|approve|arrange|attend|avoid|carry|clarify|collect|compare|confirm|consider|convene|create|decide|define|deliver|describe|develop|discourage|discuss|distribute|elect|encourage|ensure|establish|evaluate|examine|expand|expect|explain|extend|finalise|finalize|follow|generate|identify|implement|improve|include|inform|install|introduce|invite|involve|maintain|modify|negotiate|nominate|notify|obtain|organise|organize|postpone|prepare|prevent|propose|protect|provide|publish|reach|receive|recommend|reduce|refer|reflect|reject|remind|remove|replace|represent|require|resolve|restore|revise|select|solve|specify|strengthen|submit|suggest|summarise|summarize|translate|verify";

static BARE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?P<before>(?:has|have|had|been|be|was|were|being|is|are)\s(?:(?:also|already|now|not|just|then|never|[a-z]+ly)\s)?)(?P<verb>{VERBS})\b"
    ))
});
static IN_S: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?P<auxiliary>will|would|can|could|shall|should|may|might|must|cannot)|(?:do|does|did)\snot)\s(?P<adverb>(?:(?:also|then|still|now|not|[a-z]+ly)\s)?)(?P<verb>needs|takes|makes|gives|wants|overlaps|starts|begins|helps|comes|goes|becomes|includes|provides|requires|remains|continues|meets|sends|writes|asks|allows|decides|discusses|considers|prepares|publishes|organises|reports|shares|joins|leads|presents|receives|follows|finds|keeps|shows|supports|contributes)\b",
    )
});
static NOT_BEEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b(?P<before>(?:has|have|had)\s(?:not\s)?(?:yet\s|also\s|already\s|never\s)?)be\b")
});

fn after_auxiliary(desk: &Desk, marks: &mut Marks) {
    desk.each(&BARE, Line::is_prose, |at, line, found| {
        let Some(whole) = found.get(0) else { return };
        // What they did was submit it; the work was follow-up.
        let mut before = line.text[..whole.start()].split_whitespace().rev().take(3);
        let cleft = before.any(|word| ["do", "does", "did", "done"].contains(&word));
        if !cleft && !line.text[whole.end()..].starts_with('-') {
            mark(marks, at, whole.range(), format!("{}{}", &found["before"], past(&found["verb"])));
        }
    });
    desk.each(&IN_S, Line::is_prose, |at, line, found| {
        let (Some(whole), Some(verb)) = (found.get(0), found.name("verb")) else { return };
        // The political will takes shape; it is a must.
        let noun = found.name("auxiliary").is_some()
            && ["a", "the", "of", "in", "political", "good", "free", "common", "collective"]
                .contains(&word_before(line, whole.start()));
        if !noun {
            let before = &line.text[whole.start()..verb.start()];
            mark(marks, at, whole.range(), format!("{before}{}", bare(verb.as_str())));
        }
    });
    desk.each(&NOT_BEEN, Line::is_prose, |at, _, found| {
        let Some(whole) = found.get(0) else { return };
        mark(marks, at, whole.range(), format!("{}been", &found["before"]));
    });
}

fn word_before(line: &Line, at: usize) -> &str {
    line.text[..at].split_whitespace().next_back().unwrap_or("")
}

/// Marks the words, of two printed lines those on the second, where the verb is.
fn mark(marks: &mut Marks, at: usize, range: std::ops::Range<usize>, right: String) {
    let second = right.rfind('\n').map_or(0, |end| end + 1);
    let right = &right[second..];
    let message = format!("Write “{right}”.");
    marks.words(at, range.start + second..range.end, message, Fix::proposed(right));
}

/// The participle of a regular verb.
fn past(verb: &str) -> String {
    match verb {
        "submit" | "refer" => format!("{verb}{}ed", &verb[verb.len() - 1..]),
        _ if verb.ends_with('e') => format!("{verb}d"),
        _ => match verb.strip_suffix('y') {
            Some(stem) => format!("{stem}ied"),
            None => format!("{verb}ed"),
        },
    }
}

/// The form of a verb without the -s of the third person.
fn bare(verb: &str) -> &str {
    match verb {
        "goes" | "discusses" | "publishes" => &verb[..verb.len() - 2],
        _ => &verb[..verb.len() - 1],
    }
}
