//! The sections of a report with their numbers, counted as every template counts them.

use rapporteur_document::model::{AgendaItem, Report};

/// Calls for every agenda item, nested ones after the item they are in, with its number: `2`,
/// `2 B`; empty where the agenda does not list it.
pub(crate) fn each_item<'r>(report: &'r Report, mut visit: impl FnMut(&'r AgendaItem, &str)) {
    let mut number = 0;
    for item in &report.agenda {
        number += u32::from(item.listed);
        let label = if item.listed { number.to_string() } else { String::new() };
        nested(item, &label, &mut visit);
    }
}

fn nested<'r>(item: &'r AgendaItem, label: &str, visit: &mut impl FnMut(&'r AgendaItem, &str)) {
    visit(item, label);
    for (at, inner) in item.items.iter().enumerate() {
        nested(inner, &lettered(item, label, item.section.parts.len() + at), visit);
    }
}

/// The number of a part or a nested item, which share one row of letters.
pub(crate) fn lettered(item: &AgendaItem, label: &str, at: usize) -> String {
    let several = item.section.parts.len() + item.items.len() > 1;
    match u8::try_from(at).ok().filter(|at| several && *at < 26) {
        Some(at) if !label.is_empty() => format!("{label} {}", char::from(b'A' + at)),
        _ => label.to_owned(),
    }
}
