//! Messages, and what is read from them.

use super::read;
use crate::read::lines::Line;

const REPORT: &str = "Summary Report\n\nThe 7th meeting of the Bay Group was held on 5 May 2021.\n\nAgenda\n\n1. Boats\n\nDiscussion\n\n1. Boats\n\nNothing.\n";

/// A message with this body, and parts of these types, names and texts.
fn message(body: &str, parts: &[(&str, &str, &str)]) -> String {
    let mut text =
        "From: a@b.example\r\nTo: c@b.example\r\nSubject: Report\r\nMIME-Version: 1.0\r\n"
            .to_owned();
    if parts.is_empty() {
        return text + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + body;
    }
    text += "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n";
    text += &format!("--x\r\nContent-Type: text/plain\r\n\r\n{body}\r\n");
    for (kind, name, part) in parts {
        let name = if name.is_empty() {
            String::new()
        } else {
            format!("Content-Disposition: attachment; filename=\"{name}\"\r\n")
        };
        text += &format!("--x\r\nContent-Type: {kind}\r\n{name}\r\n{part}\r\n");
    }
    text + "--x--\r\n"
}

fn check(message: &str, first: &str, attachment: Option<&str>) {
    let source = read(message.as_bytes()).unwrap();
    assert_eq!(source.lines.first().map(Line::text).as_deref(), Some(first), "{message}");
    let doubt = source.doubts.iter().find(|doubt| doubt.code == "mail_attachment");
    assert_eq!(doubt.map(|doubt| doubt.place.quote.as_str()), attachment, "{message}");
    assert_eq!(source.format, "mail");
}

#[test]
fn the_part_that_looks_like_a_report_is_read() {
    check(&message(REPORT, &[]), "Summary Report", None);
    check(
        &message("Dear all,\r\nsee below.", &[("text/plain", "report.txt", REPORT)]),
        "Summary Report",
        Some("report.txt"),
    );
    check(
        &message(REPORT, &[("text/plain", "notes.txt", "Bring a coat.")]),
        "Summary Report",
        None,
    );
    check(&message(&REPORT.replace('\n', "\n> "), &[]), "Summary Report", None);
    let inner = message(REPORT, &[]);
    check(&message("Forwarded.", &[("message/rfc822", "", &inner)]), "Summary Report", None);
    let page = "<h1>Summary Report</h1><p>The 7th meeting of the Bay Group was held on 5 May 2021.";
    let saved = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n{page}\r\n--x--\r\n"
    );
    check(&saved, "Summary Report", None);
}

#[test]
fn an_attachment_that_cannot_be_read_says_why() {
    let only = "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: application/rtf; name=\"r.rtf\"\r\nContent-Disposition: attachment; filename=\"r.rtf\"\r\n\r\n{\\rtf1 x}";
    let error = read(only.as_bytes()).unwrap_err().to_string();
    assert!(error.contains("r.rtf") && error.contains("save it as DOCX"), "{error}");
}

#[test]
fn flowed_lines_are_whole_again_and_the_footer_of_the_list_goes() {
    let head = "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n";
    let foot = "\r\n_____________\r\nTrees mailing list\r\nhttps://b.example/listinfo/trees\r\n";
    for (body, expected) in [
        ("The group \r\nmet.\r\nAna left.", &["The group met.", "Ana left."][..]),
        ("> Ana \r\n> said so.\r\nBo agreed.", &["Bo agreed.", "Ana said so."]),
        (" From the \r\nstart.", &["From the start."]),
    ] {
        for foot in ["", foot] {
            let source = read(format!("{head}{body}{foot}").as_bytes()).unwrap();
            let lines = source.lines.iter().chain(source.apart.iter().flatten());
            let lines: Vec<String> = lines.map(Line::text).collect();
            assert_eq!(lines, expected, "{body}{foot}");
            let left: Vec<&str> = source.doubts.iter().map(|doubt| doubt.code.as_str()).collect();
            assert_eq!(left.contains(&"running_line"), !foot.is_empty(), "{body}{foot}");
        }
    }
}

#[test]
fn the_report_is_the_mail_or_what_it_quotes_and_the_other_is_kept_beside_it() {
    let head =
        "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
    let quoted = REPORT.replace('\n', "\n> ");
    let long = "It is long, and says much.\n".repeat(50);
    for (body, first, doubts) in [
        (
            format!("{REPORT}\n-- \nAna Prado\nTide Board\n"),
            "Summary Report",
            &["running_line"][..],
        ),
        (format!("On Monday, Bo wrote:\n> Come.\n\n{REPORT}"), "Summary Report", &["mail_quote"]),
        (
            format!("{long}\nOn Monday, Bo wrote:\n> {quoted}"),
            "On Monday, Bo wrote:",
            &["mail_quote"],
        ),
        (
            format!(
                "See below.\n\n---------- Forwarded message ---------\nFrom: Ana\nDate: Mon\n\n{REPORT}"
            ),
            "Summary Report",
            &["mail_quote"],
        ),
        (format!("{REPORT}\n> Why?\n\nBecause.\n"), "Summary Report", &["mail_quote"]),
    ] {
        let source = read(format!("{head}{body}").as_bytes()).unwrap();
        assert_eq!(source.lines.first().map(Line::text).as_deref(), Some(first), "{body}");
        let told: Vec<&str> = source.doubts.iter().map(|doubt| doubt.code.as_str()).collect();
        assert_eq!(told, doubts, "{body}");
    }
}

#[test]
fn of_several_mails_in_one_file_the_report_is_read() {
    let folder = |mails: &[&str]| -> String {
        mails
            .iter()
            .map(|mail| format!("From a@b.example Mon May 10\n{}\n\n", message(mail, &[])))
            .collect()
    };
    for (mails, several) in [
        (&["Come at ten.", REPORT, "Thanks.\n\nFrom here on it rained."][..], true),
        (&[REPORT], false),
    ] {
        let source = read(folder(mails).as_bytes()).unwrap();
        assert_eq!(source.lines.first().map(Line::text).as_deref(), Some("Summary Report"));
        let told = source.doubts.iter().any(|doubt| doubt.code == "mail_several");
        assert_eq!(told, several);
    }
}
