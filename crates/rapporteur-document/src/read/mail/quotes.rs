//! What a mail says itself, and what it quotes or forwards.
//!
//! Called by [`read`](super::read) with the text of a mail. Deliberately absent: which of the two is
//! the report; the caller compares them.

/// One way to read a mail: the report in it, and the texts beside it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Parted {
    /// The text that may be a report.
    pub report: String,
    /// What stands above it, below it or around it, each whole.
    pub apart: Vec<String>,
    /// Where lines it quotes are among its own: the lines that say whose they are.
    pub mixed: Option<String>,
}

/// The ways to read a mail, the most likely first.
pub fn parted(text: &str) -> Vec<Parted> {
    forwarded(text)
        .or_else(|| answered(text))
        .unwrap_or_else(|| vec![Parted { report: text.to_owned(), ..Parted::default() }])
}

/// A mail with another below a line that says so.
fn forwarded(text: &str) -> Option<Vec<Parted>> {
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| says_forwarded(line))?;
    let blank = |line: &str| line.trim_start_matches('>').trim().is_empty();
    let is_header = |line: &&&str| blank(line) || is_header(line);
    let headers = lines[at + 1..].iter().take_while(is_header).count();
    let (above, below) = lines.split_at(at);
    let body = &below[1 + headers..];
    if !has_words(body) {
        return None;
    }
    let whole = |lines: &[&str]| lines.join("\n");
    let own = Parted { report: whole(above), apart: vec![whole(below)], mixed: None };
    let other = Parted {
        report: without_marks(body),
        apart: vec![whole(&lines[..at + 1 + headers])],
        mixed: None,
    };
    Some(if has_words(above) { vec![own, other] } else { vec![other] })
}

/// Whether a line says that a mail is forwarded below it.
pub fn says_forwarded(line: &str) -> bool {
    let folded = line.trim().to_lowercase();
    let bare = folded.trim_matches(|c: char| c == '-' || c == ' ');
    const SAYS: [&str; 5] = [
        "original message",
        "original appointment",
        "forwarded message",
        "forwarded by",
        "message transféré",
    ];
    folded.starts_with("--")
        && folded.ends_with("--")
        && SAYS.iter().any(|says| bare.starts_with(says))
        || folded == "begin forwarded message:"
}

/// Whether a line is one of the headers that stand over a mail that is quoted.
fn is_header(line: &str) -> bool {
    const HEADERS: [&str; 14] = [
        "from",
        "sent",
        "date",
        "to",
        "cc",
        "subject",
        "reply-to",
        "von",
        "gesendet",
        "an",
        "betreff",
        "envoyé",
        "objet",
        "importance",
    ];
    let label = line.trim_start_matches(['>', ' ', '*']).split(':').next().unwrap_or("");
    line.contains(':') && HEADERS.contains(&label.trim_matches(['*', ' ']).to_lowercase().as_str())
}

/// A mail that answers another, whose lines have the marks of a quotation.
fn answered(text: &str) -> Option<Vec<Parted>> {
    let lines: Vec<&str> = text.lines().collect();
    let worded = lines.iter().filter(|line| !line.trim().is_empty()).count();
    let quoted = lines.iter().filter(|line| line.starts_with('>')).count();
    if quoted == 0 {
        return None;
    }
    // Who quotes it all and says nothing forwards it.
    if quoted * 10 >= worded * 7 {
        return Some(vec![Parted { report: without_marks(&lines), ..Parted::default() }]);
    }
    let leads = attributions(&lines);
    let is_own = |at: usize| {
        !lines[at].starts_with('>') && !lines[at].trim().is_empty() && !leads.contains(&at)
    };
    let first = (0..lines.len()).find(|at| is_own(*at))?;
    let last = (0..lines.len()).rev().find(|at| is_own(*at))?;
    let below = &lines[last + 1..];
    let below = has_words(below).then(|| without_marks(below));
    if lines[first..last].iter().any(|line| line.starts_with('>')) {
        // What is answered stands above the answer.
        let own: Vec<&str> =
            (0..=last).filter(|at| !leads.contains(at)).map(|at| lines[at]).collect();
        let led: Vec<&str> = leads.iter().filter(|at| **at < last).map(|at| lines[*at]).collect();
        let mixed = Some(led.join("\n"));
        return Some(vec![Parted {
            report: without_marks(&own),
            apart: below.into_iter().collect(),
            mixed,
        }]);
    }
    let above = &lines[..first];
    let above = has_words(above).then(|| without_marks(above));
    let apart: Vec<String> = above.into_iter().chain(below).collect();
    let report = without_marks(&lines[first..=last]);
    let own = Parted { report: report.clone(), apart: apart.clone(), mixed: None };
    if apart.is_empty() {
        return Some(vec![own]);
    }
    Some(vec![own, Parted { report: apart.join("\n\n"), apart: vec![report], mixed: None }])
}

/// The lines that say whose words are quoted below: `On Monday, Ana Prado wrote:`.
fn attributions(lines: &[&str]) -> Vec<usize> {
    const WROTE: [&str; 5] = ["wrote:", "writes:", "schrieb:", "écrit :", "escribió:"];
    const BEGIN: [&str; 5] = ["On ", "Am ", "Le ", "El ", "Em "];
    let mut found = Vec::new();
    for at in 0..lines.len() {
        let quotes = || {
            let below = lines[at + 1..].iter().find(|line| !line.trim().is_empty());
            below.is_some_and(|line| line.starts_with('>'))
        };
        if !WROTE.iter().any(|wrote| lines[at].trim_end().ends_with(wrote)) || !quotes() {
            continue;
        }
        found.push(at);
        let begins = |at: usize| BEGIN.iter().any(|begin| lines[at].starts_with(begin));
        if !begins(at)
            && let Some(above) = at.checked_sub(1).filter(|above| begins(*above))
        {
            found.push(above);
        }
    }
    found
}

fn has_words(lines: &[&str]) -> bool {
    lines.iter().any(|line| line.contains(char::is_alphanumeric))
}

/// Lines without the marks of a quotation.
fn without_marks(lines: &[&str]) -> String {
    let bare = lines.iter().map(|line| {
        let bare = line.trim_start_matches('>');
        if bare.len() < line.len() { bare.strip_prefix(' ').unwrap_or(bare) } else { bare }
    });
    bare.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A mail, and the ways to read it: report | what stands apart, `~` where they are mixed.
    const CASES: &[(&str, &[&str])] = &[
        ("The board met.", &["The board met."]),
        ("> The board\n> met.\n>\n> Ana", &["The board\nmet.\n\nAna"]),
        (
            "On Monday, Ana wrote:\n> Come at ten.\n\nThe board met.\n\n-- Bo",
            &[
                "The board met.\n\n-- Bo|On Monday, Ana wrote:\nCome at ten.\n",
                "On Monday, Ana wrote:\nCome at ten.\n|The board met.\n\n-- Bo",
            ],
        ),
        (
            "Thanks, Bo\n\nOn Monday, 5 May,\nAna Prado wrote:\n\n> Come.",
            &[
                "Thanks, Bo|\nOn Monday, 5 May,\nAna Prado wrote:\n\nCome.",
                "\nOn Monday, 5 May,\nAna Prado wrote:\n\nCome.|Thanks, Bo",
            ],
        ),
        (
            "Present: Ana\n> 1. Boats\nLate again.\n> 2. Nets\nTorn.",
            &["~Present: Ana\n1. Boats\nLate again.\n2. Nets\nTorn."],
        ),
        (
            "On Monday, Ana wrote:\n> 1. Boats\nLate again.\n> 2. Nets\nTorn.\n> Ana",
            &["On Monday, Ana wrote:~1. Boats\nLate again.\n2. Nets\nTorn.|Ana"],
        ),
        (
            "See below.\n\n-----Original Message-----\nFrom: Ana\nSubject: Minutes\n\nThe board met.",
            &[
                "See below.\n|-----Original Message-----\nFrom: Ana\nSubject: Minutes\n\nThe board met.",
                "The board met.|See below.\n\n-----Original Message-----\nFrom: Ana\nSubject: Minutes\n",
            ],
        ),
        (
            "---------- Forwarded message ---------\nFrom: Ana\nDate: Mon\n\nThe board met.",
            &["The board met.|---------- Forwarded message ---------\nFrom: Ana\nDate: Mon\n"],
        ),
        (
            "Begin forwarded message:\n\n> From: Ana\n> \n> The board met.",
            &["The board met.|Begin forwarded message:\n\n> From: Ana\n> "],
        ),
        ("Ana wrote:\nCome.", &["Ana wrote:\nCome."]),
    ];

    #[test]
    fn quotes_and_forwarded_mails_come_apart() {
        for (text, expected) in CASES {
            let told: Vec<String> = parted(text)
                .into_iter()
                .map(|way| {
                    let apart: String = way.apart.iter().map(|text| format!("|{text}")).collect();
                    format!(
                        "{}{}{apart}",
                        way.mixed.map(|led| format!("{led}~")).unwrap_or_default(),
                        way.report
                    )
                })
                .collect();
            assert_eq!(told, *expected, "{text}");
        }
    }
}
