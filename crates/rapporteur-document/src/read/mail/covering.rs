//! The words around a report in the text of a mail: who forwards it, whom a reply quotes, the name
//! below.
//!
//! Called by [`read`](super::read). Only what the mail program marks is taken off, and every word of it goes
//! into a doubt. Deliberately absent: greetings without
//! such a mark, which nothing tells from text, and long mails around a report, which `quotes` keeps.

use super::quotes::says_forwarded;
use crate::read::text::split_mark;

/// More lines around a report are no covering words.
const MOST_LINES: usize = 40;

/// Mails inside mails.
const DEEPEST: usize = 3;

/// What a line with the name alone follows where a mail is signed.
const SIGN_OFFS: &[&str] = &[
    "best",
    "best regards",
    "kind regards",
    "warm regards",
    "with kind regards",
    "regards",
    "best wishes",
    "with best wishes",
    "sincerely",
    "yours sincerely",
    "cheers",
    "all the best",
];

/// A text without what stands around the report in it.
pub struct Uncovered {
    /// The text, with as many lines as before.
    pub text: String,
    /// The words of each piece that was left out.
    pub left_out: Vec<String>,
    /// Whether another mail was among it.
    pub parted: bool,
}

/// Takes what stands around the report off; `likeness` says how much a text is like one.
pub fn without_covering(text: &str, likeness: impl Fn(&str) -> usize) -> Uncovered {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let mut left_out = Vec::new();
    let mut parted = false;
    for _ in 0..DEEPEST {
        let Some(seam) = seam(&lines) else { break };
        let above = lines[..seam.from].join("\n");
        let below: Vec<String> = lines[seam.until..].iter().map(|line| bare(line, &seam)).collect();
        let (likeness_above, likeness_below) = (likeness(&above), likeness(&below.join("\n")));
        // Where both are much like a report, nothing tells which one is meant.
        let (least, most) =
            (likeness_above.min(likeness_below), likeness_above.max(likeness_below));
        if most == 0 || least * 3 > most {
            break;
        }
        let is_below = likeness_below > likeness_above;
        let gone = if is_below { 0..seam.until } else { seam.from..lines.len() };
        if worded(&lines[gone.clone()]) > MOST_LINES {
            break;
        }
        take(&mut lines, gone, &mut left_out);
        parted = true;
        if is_below {
            lines[seam.until..].clone_from_slice(&below);
        }
    }
    if let Some(from) = sign_off(&lines) {
        let end = lines.len();
        take(&mut lines, from..end, &mut left_out);
    }
    Uncovered { text: lines.join("\n"), left_out, parted }
}

/// Where the words of one mail end and those of another begin.
struct Seam {
    from: usize,
    until: usize,
    /// Whether the other is quoted.
    quoted: bool,
}

fn seam(lines: &[String]) -> Option<Seam> {
    (0..lines.len()).find_map(|at| forwarded(lines, at).or_else(|| quotes(lines, at)))
}

/// A line of the other mail without the mark of the quotation.
fn bare(line: &str, seam: &Seam) -> String {
    let words = if seam.quoted { line.strip_prefix('>') } else { None };
    words.map_or(line, |words| words.strip_prefix(' ').unwrap_or(words)).to_owned()
}

/// `--- Forwarded message ---` and the headers below it, or headers alone where another mail begins.
fn forwarded(lines: &[String], at: usize) -> Option<Seam> {
    let is_said = says_forwarded(&lines[at]);
    if !is_said && header(&lines[at]).is_none() {
        return None;
    }
    let mut headers = Vec::new();
    let mut until = at + usize::from(is_said);
    while let Some(line) = lines.get(until) {
        match header(line) {
            Some(name) => headers.push(name),
            // A long list of addresses goes on below; a blank line may stand above the headers.
            None if headers.is_empty() && line.trim().is_empty() => {}
            None if !headers.is_empty() && line.contains('@') && !line.trim().is_empty() => {}
            None => break,
        }
        until += 1;
    }
    let has = |names: &[&str]| headers.iter().any(|name| names.contains(&name.as_str()));
    let whole = has(&["from"]) && has(&["date", "sent"]) && has(&["subject", "to"]);
    whole.then_some(Seam { from: at, until, quoted: false })
}

/// The name of a mail's header, in small letters.
fn header(line: &str) -> Option<String> {
    const NAMES: &[&str] = &["from", "date", "sent", "to", "cc", "subject", "reply-to"];
    let (name, value) = line.trim_start_matches('*').split_once(':')?;
    let name = name.trim_end_matches('*').to_lowercase();
    (NAMES.contains(&name.as_str()) && !value.trim().is_empty()).then_some(name)
}

/// `On Friday, Ana Prado wrote:` above lines that are quoted.
fn quotes(lines: &[String], at: usize) -> Option<Seam> {
    let first = lines[at].trim();
    if !first.starts_with("On ") {
        return None;
    }
    let ends = |line: &str| line.trim_end().ends_with("wrote:");
    let length = [1, 2]
        .into_iter()
        .find(|length| lines.get(at + length - 1).is_some_and(|last| ends(last)))?;
    let until = at + length;
    // An answer below or between the lines is another matter.
    let quoted = lines[until..].iter().filter(|line| line.starts_with('>')).count();
    let all = lines[until..].iter().filter(|line| !line.trim().is_empty()).count();
    (all > 0 && quoted * 10 >= all * 9).then_some(Seam { from: at, until, quoted: true })
}

/// Where the mail is signed at its end: `Best regards,` and a name.
fn sign_off(lines: &[String]) -> Option<usize> {
    let is_one = |line: &String| {
        let line = line.trim().trim_end_matches([',', '!', '.']).to_lowercase();
        SIGN_OFFS.contains(&line.as_str())
    };
    let at = lines.iter().rposition(is_one)?;
    let signed = &lines[at + 1..];
    let short = |line: &String| line.trim().len() <= 60 && split_mark(line, false).is_none();
    ((1..=4).contains(&worded(signed)) && signed.iter().all(short)).then_some(at)
}

fn worded(lines: &[String]) -> usize {
    lines.iter().filter(|line| !line.trim().is_empty()).count()
}

/// Empties lines and keeps their words for a doubt.
fn take(lines: &mut [String], gone: std::ops::Range<usize>, left_out: &mut Vec<String>) {
    let words: Vec<String> = lines[gone.clone()]
        .iter()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    if !words.is_empty() {
        left_out.push(words.join(" / "));
    }
    lines[gone].fill(String::new());
}

#[cfg(test)]
mod tests {
    use super::without_covering;

    const REPORT: &str = "Tide Group\n\nAgenda\n\n1. Boats";

    /// A text is like a report by its words.
    fn likeness(text: &str) -> usize {
        text.matches("Agenda").count()
    }

    fn check(text: &str, left_out: &[&str]) {
        let found = without_covering(text, likeness);
        assert_eq!(found.left_out, left_out, "{text}");
        assert_eq!(found.text.split('\n').count(), text.split('\n').count(), "{text}");
        let kept = if left_out.is_empty() { text } else { REPORT };
        assert_eq!(found.text.trim(), kept.trim(), "{text}");
    }

    #[test]
    fn what_stands_around_a_report_goes_into_doubts() {
        let headers =
            "From: Ana <a@b.example>\nDate: Friday\nSubject: Notes\nTo: c@b.example,\n d@b.example";
        check(
            &format!("Hi Bo,\n\nAna\n\n----- Forwarded message -----\n{headers}\n\n{REPORT}"),
            &[
                "Hi Bo, / Ana / ----- Forwarded message ----- / From: Ana <a@b.example> / Date: Friday / Subject: Notes / To: c@b.example, / d@b.example",
            ],
        );
        check(
            &format!(
                "{REPORT}\n\nBegin forwarded message:\n\n*From:* Ana\n*Sent:* Friday\n*To:* Bo\n\nWhen do we meet?"
            ),
            &[
                "Begin forwarded message: / *From:* Ana / *Sent:* Friday / *To:* Bo / When do we meet?",
            ],
        );
        let quoted = REPORT.replace('\n', "\n> ");
        check(
            &format!(
                "Fine.\n\nOn 5 May 2026 at 09:12, Ana Prado\n<a@b.example> wrote:\n\n> {quoted}"
            ),
            &["Fine. / On 5 May 2026 at 09:12, Ana Prado / <a@b.example> wrote:"],
        );
        check(&format!("{REPORT}\n\nKind regards,\nAna"), &["Kind regards, / Ana"]);
    }

    #[test]
    fn lines_like_those_of_a_mail_stay_in_a_report() {
        for text in [
            "Date: 5 May 2026\nTo: all members\n\nAgenda\n\n1. Boats",
            "Agenda\n\nOn the boats Ana wrote:\n\nThey were late.",
            "Agenda\n\n--\nNext meeting on Friday",
            "Agenda\n\nBest,\n1. Ana Prado",
            "Agenda\n\nBest regards were sent to Bo.\n\nAna left.",
        ] {
            check(text, &[]);
        }
        let both =
            "Agenda\n\n1. Boats\n\nBegin forwarded message:\nFrom: A\nDate: B\nTo: C\n\nAgenda";
        check(both, &[]);
        let long = "The tide was read.\n".repeat(60);
        check(&format!("{long}\n-- Original message --\nFrom: A\nDate: B\nTo: C\n\nAgenda"), &[]);
    }
}
