//! Names of languages, nations, days and months in small letters (SPL-2).

use super::lexicon::is_verb;
use super::tokens::{is_adverb, tokens};
use super::{Desk, Fix, Marks, Reads, Rule, Severity, Spot};

pub(super) const RULES: &[Rule] = &[Rule {
    code: "SPL-2",
    reason: "Languages, nations, days and months have a capital letter.",
    severity: Severity::Error,
    look: small,
    reads: Reads::Line,
    spot: Spot::Text,
    fires: &[
        ("It was read in french.", "french", "French"),
        ("They meet on thursday.", "thursday", "Thursday"),
        ("Names in cyrillic letters were named.", "cyrillic", "Cyrillic"),
        ("It is for the english speaking countries.", "english speaking", "English-speaking"),
        ("They asked african networks.", "african", "African"),
        ("They discussed the call in may.", "may", "May"),
        ("It closes in august, and opens in march.", "august", "August"),
    ],
    silent: &[
        "It was read in French, on a Thursday in May.",
        "They march on, and may polish it; an august body agreed.",
        "See https://example.org/french/thursday for it.",
        "They asked the English-speaking networks.",
        "The state they are in may change. They ask what they may. Option 8 may not do.",
        "They had a turkey, and drank from china.",
    ],
}];

/// Always a name, whatever stands beside it.
const NAMES: &str = "monday tuesday wednesday thursday friday saturday sunday \
    january february april june july september october november december \
    english french german spanish portuguese italian russian chinese arabic cyrillic greek hebrew \
    hindi bengali urdu punjabi tamil swahili amharic hausa yoruba zulu xhosa afrikaans dutch swedish \
    norwegian danish finnish icelandic estonian latvian lithuanian ukrainian belarusian czech slovak \
    slovenian croatian serbian bosnian bulgarian romanian hungarian albanian macedonian maltese irish \
    welsh scottish british swiss austrian belgian japanese korean vietnamese thai indonesian malay \
    filipino nepali burmese mongolian kazakh uzbek georgian armenian azerbaijani persian turkish \
    kurdish egyptian moroccan tunisian algerian libyan sudanese ethiopian kenyan ugandan tanzanian \
    rwandan nigerian ghanaian senegalese ivorian cameroonian congolese angolan mozambican zambian \
    zimbabwean namibian african european american asian latin-american australian canadian mexican \
    brazilian argentinian argentine chilean colombian peruvian venezuelan bolivian ecuadorian \
    uruguayan paraguayan cuban jamaican haitian indian pakistani bangladeshi afghan iranian iraqi \
    israeli palestinian jordanian lebanese syrian saudi emirati qatari kuwaiti singaporean malaysian \
    taiwanese nordic baltic caribbean mediterranean antarctic europe africa asia america brussels \
    geneva france germany italy spain portugal russia japan brazil india kenya nigeria";

/// Common words too, which are a month only after these.
const MONTHS: [&str; 3] = ["august", "march", "may"];

fn small(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.prose() {
        let tokens = tokens(line);
        for (place, token) in tokens.iter().enumerate() {
            if token.text != token.low || !token.text.is_ascii() {
                continue;
            }
            let month = || {
                let before = place.checked_sub(1).map(|at| &tokens[at]);
                let next = tokens.get(place + 1).filter(|next| next.joined);
                let last = next.is_none_or(|next| next.low.starts_with("20") || next.low == "and");
                MONTHS.contains(&token.text)
                    && token.joined
                    && (before.is_some_and(|word| word.low.bytes().all(|c| c.is_ascii_digit()))
                        && !(token.text == "may" && next.is_some_and(|next| acts(&next.low)))
                        || token.text == "may"
                            && next.is_none_or(|next| next.low.starts_with("20"))
                            && before.is_some_and(|word| word.low == "in")
                        || token.text != "may"
                            && last
                            && before.is_some_and(|word| {
                                matches!(&*word.low, "in" | "until" | "since" | "mid")
                            }))
            };
            // A handle or part of a longer word is no name.
            let alone = !line.text[..token.range.start].ends_with(['@', '/', '.', '_', '#'])
                && !line.text[token.range.end..].starts_with(['@', '/', '_']);
            if !alone || !(is_name(token.text) || month()) {
                continue;
            }
            let speaking =
                tokens.get(place + 1).filter(|next| next.joined && next.low == "speaking");
            let capital = format!("{}{}", token.text[..1].to_uppercase(), &token.text[1..]);
            let (end, right) = match speaking {
                Some(next) => (next.range.end, format!("{capital}-{}", next.text)),
                None => (token.range.end, capital),
            };
            marks.words(at, token.range.start..end, format!("Write “{right}”."), Fix::safe(right));
        }
    }
}

/// Whether it goes with “may” where that is a verb: 8 may not do.
fn acts(word: &str) -> bool {
    word == "be" || is_adverb(word) || is_verb(word)
}

fn is_name(word: &str) -> bool {
    let listed = |word: &str| NAMES.split_whitespace().any(|name| name == word);
    let day = word.strip_suffix('s').filter(|day| day.ends_with("day"));
    word.len() > 3 && (listed(word) || day.is_some_and(listed))
}
