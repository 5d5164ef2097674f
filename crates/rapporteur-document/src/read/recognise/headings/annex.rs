//! Headings of annexes.
//!
//! Called by [`known`](super::known()) and for sections. Deliberately absent: what an annex holds.

use crate::model::fold;

/// `annex i: list of participants` without its annex.
pub fn without_annex(text: &str) -> &str {
    for opener in ["annex", "appendix", "attachment"] {
        if let Some(rest) = text.strip_prefix(opener) {
            let rest = rest.trim_start();
            let label = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            let after = rest[label..].trim_start_matches(|c: char| " :.-–".contains(c));
            if label <= 4 && !after.is_empty() {
                return after;
            }
        }
    }
    text
}

/// Whether a text is the heading of an annex: `Annex B`, `Appendix 2: Tables`, `Annex: Tables`.
pub fn heads_annex(text: &str) -> bool {
    const ANNEXES: &[&str] = &["annex", "annexe", "anexo", "appendix", "attachment"];
    let folded = fold(text);
    let end = folded.find(|c: char| !c.is_alphanumeric()).unwrap_or(folded.len());
    let (word, rest) = folded.split_at(end);
    let rest = rest.trim_start();
    let label = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let after = rest[label..].trim_start();
    let labelled =
        (1..=3).contains(&label) && (after.is_empty() || after.starts_with([':', '.', '-']));
    ANNEXES.contains(&word) && (labelled || rest.starts_with(':')) && text.chars().count() <= 120
}
