//! Curly quotes for the page, from the straight ones a keyboard types.
//!
//! Called by `print` where the template asks for it. Plain text straightens them again.

use super::{List, PrintedBlock, Run};

/// Curls the quotes of every paragraph, heading and list entry.
pub(super) fn curl(blocks: &mut [PrintedBlock]) {
    for block in blocks {
        match block {
            PrintedBlock::TitleLine(runs)
            | PrintedBlock::Title(runs)
            | PrintedBlock::Paragraph(runs) => curl_runs(runs),
            PrintedBlock::Heading(heading) => curl_runs(&mut heading.runs),
            PrintedBlock::List(List { entries, .. }) => {
                for entry in entries {
                    curl(&mut entry.blocks);
                }
            }
        }
    }
}

/// Curls one line; what stands before a run decides, so marks do not break a pair.
fn curl_runs(runs: &mut [Run]) {
    let mut before = None;
    for run in runs {
        let address = run.link.as_deref() == Some(run.text.as_str());
        if address || !run.text.contains(['"', '\'']) {
            before = run.text.chars().last().or(before);
            continue;
        }
        let mut curled = String::with_capacity(run.text.len() + 8);
        let mut rest = run.text.chars().peekable();
        while let Some(c) = rest.next() {
            let next = rest.peek().copied();
            let printed = match c {
                '"' if opens(before) => '“',
                '"' => '”',
                '\'' if opens(before) && !next.is_some_and(|next| next.is_ascii_digit()) => '‘',
                '\'' => '’',
                other => other,
            };
            curled.push(printed);
            before = Some(printed);
        }
        run.text = curled;
    }
}

fn opens(before: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || "([{–—-/“‘".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pieces: &[&str], expected: &str) {
        let mut runs: Vec<Run> = pieces.iter().map(|piece| Run::plain(*piece)).collect();
        curl_runs(&mut runs);
        assert_eq!(runs.iter().map(|run| run.text.as_str()).collect::<String>(), expected);
    }

    #[test]
    fn quotes_curl() {
        check(&["the \"coffee sessions\" were"], "the “coffee sessions” were");
        check(&["the group's work, members' views"], "the group’s work, members’ views");
        check(&["(\"", "bold", "\")"], "(“bold”)");
        check(&["in the '90s"], "in the ’90s");
        check(&["\"'Yes' it is\""], "“‘Yes’ it is”");
        check(&["no quotes"], "no quotes");
    }

    #[test]
    fn addresses_stay_as_they_are() {
        let mut runs = [Run {
            text: "https://a.example/?q='x'".into(),
            link: Some("https://a.example/?q='x'".into()),
            ..Run::default()
        }];
        curl_runs(&mut runs);
        assert_eq!(runs[0].text, "https://a.example/?q='x'");
    }
}
