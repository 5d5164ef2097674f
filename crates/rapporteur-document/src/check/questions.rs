//! Questions that are reported in the words of a direct one, or have lost their mark (GRM-17,
//! STY-16). A direct question with its mark is the business of STY-14.

use super::next_meeting::sentence;
use super::quotes::is_quoted;
use super::{Desk, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "GRM-17",
        reason: "A reported question has the order of a statement: asked what the costs are.",
        severity: Severity::Style,
        look: reported,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("Tom asked what are the costs.", "what are the", ""),
            ("She asked why has nobody answered.", "why has nobody", ""),
            ("They wondered how does the plan work.", "how does the", ""),
            ("Ines asked when will the hosts decide.", "when will the", ""),
            ("Maria Cole enquired where is the list.", "where is the", ""),
        ],
        silent: &[
            "Tom asked what the costs are.",
            "She asked who will read it, and what was meant by it.",
            "They wondered how the plan works.",
            "Ines asked what can be done, and who has the list.",
            "Maria Cole asked: “What are the costs?”",
        ],
    },
    Rule {
        code: "STY-16",
        reason: "A question has its mark, or better, is reported.",
        severity: Severity::Style,
        look: without_mark,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("Tom noted the plan. What is the next step.", "What is the next step.", ""),
            ("How does the forum pay for it.", "How does the forum pay for it.", ""),
            ("They met. Why are they late.", "Why are they late.", ""),
            ("Is there a list of names.", "Is there a list of names.", ""),
            ("They agreed. Can we ask the hosts.", "Can we ask the hosts.", ""),
        ],
        silent: &[
            "Tom asked what the next step is.",
            "What the group needs is time. How it is paid for is open.",
            "Should the hosts agree, the rooms are free. Had they asked, it would be known.",
            "The session “What is the next step.” was held.",
            "Do the first part now. Have the list ready.",
        ],
    },
];

static REPORTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:asks|asked|asking|wonders|wondered|enquired|inquired)\s(?P<question>(?:what|where|when|why|how)\s(?:is|are|was|were|will|would|can|could|should|does|do|did|has|have)\s(?:the|his|her|their|its|this|these|those|he|she|it|they|we|there|nobody|anybody|anyone|somebody)\b)",
    )
});
static ASKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[.!?]\s)(?P<question>(?:(?:What|Where|When|Why|How)\s(?:is|are|was|were|will|would|can|could|should|does|do|did)|Is|Are|Does|Did|Can|Could|Will|Would)\s(?:the|we|it|they|he|she|there|anybody|anyone|this|these)\s)",
    )
});

fn reported(desk: &Desk, marks: &mut Marks) {
    desk.each(&REPORTED, Line::is_prose, |at, line, found| {
        let Some(question) = found.name("question") else { return };
        if !is_quoted(&line.text, question.start()) {
            let message = "A reported question has the order of a statement.";
            marks.words(at, question.range(), message, None);
        }
    });
}

fn without_mark(desk: &Desk, marks: &mut Marks) {
    desk.each(&ASKS, Line::is_prose, |at, line, found| {
        let Some(question) = found.name("question") else { return };
        let around = sentence(&line.text, question.start());
        let end = line.text[..around.end].trim_end().len();
        let whole = question.start()..end.max(question.end());
        let words = &line.text[whole.clone()];
        // With a comma it may be a condition, with a mark it is STY-14's.
        if words.ends_with('.')
            && !words.contains(['?', ','])
            && !is_quoted(&line.text, whole.start)
        {
            marks.words(at, whole, "A question without its mark; report it: asked whether …", None);
        }
    });
}
