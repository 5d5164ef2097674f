//! A report that names itself only `Summary`.
//!
//! Called by [`divide`](super::divide()). Deliberately absent: a summary with text under it, which is
//! a section.

use super::is_numbered;
use crate::model::fold;
use crate::read::lines::Line;
use crate::read::recognise::front::names_meeting;
use crate::read::recognise::headings::Known;
use crate::read::recognise::sections;

/// A heading that is only `Summary` with no text under it: before the agenda it is the Title, after
/// it the heading over the discussion.
pub fn bare_summary(lines: &[Line], headings: &[Option<Known>]) -> Option<(usize, Known)> {
    let is_bare = |at: &usize| {
        let named = ["summary", "resume", "resumen"].contains(&&*fold(&lines[*at].text()));
        let below = lines.get(at + 1).zip(headings.get(at + 1));
        let headed = below.is_some_and(|(line, heading)| {
            heading.is_some()
                || line.is_styled()
                || names_meeting(&line.text())
                || is_numbered(line) && sections::heading_like(line)
        });
        headings[*at] == Some(Known::Other) && !is_numbered(&lines[*at]) && named && headed
    };
    let at = (0..lines.len()).find(is_bare)?;
    let has = |lines: &[Option<Known>], known| lines.contains(&Some(known));
    let (before, after) = (&headings[..at], &headings[at + 1..]);
    if has(before, Known::Agenda) {
        (!has(headings, Known::Discussion)).then_some((at, Known::Discussion))
    } else {
        let above = at == 0 || has(after, Known::Agenda) || has(after, Known::Discussion);
        (above && !has(before, Known::Title)).then_some((at, Known::Title))
    }
}

#[cfg(test)]
mod tests {
    use crate::read::read;

    #[test]
    fn a_bare_summary_is_the_title_or_the_heading_over_the_discussion() {
        let agenda = "Agenda\n1. Tides\n2. Any other business\n\n";
        let sections = "1. Tides\nThe group read the tables.\n\n2. Any other business\nNone.\n\n";
        let people = "Participants\n1. Ana Example, Example Society\n";
        let opening = "The 7th meeting of the Tide Group was held on 5 March 2026.\n\n";
        let numbered = ["Tides", "Any other business"];
        for (text, expected) in [
            (format!("SUMMARY\n\n{opening}{agenda}Discussion\n{sections}{people}"), &numbered[..]),
            (format!("Tide Group\n\nSummary\n\n{agenda}Discussion\n{sections}{people}"), &numbered),
            (format!("Tide Group\n\nSummary\n\nDiscussion\n{sections}{people}"), &numbered),
            (format!("{opening}{agenda}SUMMARY\n\n{sections}{people}"), &numbered),
            (
                format!("{opening}Summary\n\nThe tables are done.\n\n{agenda}{sections}{people}"),
                &["Summary", "Tides", "Any other business"],
            ),
        ] {
            let report = read(text.as_bytes(), "a.txt").unwrap().report;
            let titles: Vec<&str> =
                report.sections.iter().map(|section| section.title.as_str()).collect();
            assert_eq!(titles, expected, "{text}");
            assert_eq!(report.participants.len(), 1, "{text}");
        }
    }
}
