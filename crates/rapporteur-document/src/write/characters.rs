//! Characters that no exported document can hold, taken out before anything is written.
//!
//! Called by the writers of DOCX, Markdown and plain text, so that they leave out the same ones.
//! Deliberately absent: missing glyphs, which only a writer that embeds fonts knows.

use crate::style::{Printed, PrintedBlock, Run, Warning};

/// A report without characters that XML 1.0 forbids, and a warning if there were any.
///
/// Line ends and tabs stay.
pub(super) fn without_forbidden(printed: &Printed) -> (Printed, Option<Warning>) {
    let mut printed = printed.clone();
    let mut dropped = false;
    let lines = [
        &mut printed.title,
        &mut printed.author,
        &mut printed.language,
        &mut printed.date,
        &mut printed.header,
        &mut printed.footer,
        &mut printed.page_number,
        &mut printed.look.docx_font,
    ];
    let logo = printed.logo.as_mut().map(|logo| &mut logo.alternative_text);
    for line in lines.into_iter().chain(&mut printed.state_mark).chain(logo) {
        dropped |= clean(line);
    }
    dropped |= clean_blocks(&mut printed.blocks);
    let warning = dropped.then(|| Warning {
        field: "text".to_owned(),
        message: "The report holds control characters, which no document can carry; they were \
                  left out, and every visible word is there."
            .to_owned(),
    });
    (printed, warning)
}

fn clean_blocks(blocks: &mut [PrintedBlock]) -> bool {
    let mut dropped = false;
    for block in blocks {
        dropped |= match block {
            PrintedBlock::TitleLine(runs)
            | PrintedBlock::Title(runs)
            | PrintedBlock::Paragraph(runs) => clean_runs(runs),
            PrintedBlock::Heading(heading) => clean_runs(&mut heading.runs),
            PrintedBlock::List(list) => list
                .entries
                .iter_mut()
                .fold(false, |dropped, entry| clean_blocks(&mut entry.blocks) | dropped),
        };
    }
    dropped
}

/// Addresses are left as they are: one with such a character is no address and is told so.
fn clean_runs(runs: &mut [Run]) -> bool {
    runs.iter_mut().fold(false, |dropped, run| clean(&mut run.text) | dropped)
}

fn clean(text: &mut String) -> bool {
    let before = text.len();
    text.retain(|c| {
        matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
    });
    text.len() < before
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::tests::printed;

    #[test]
    fn every_field_is_cleaned_and_told() {
        let check = |spoil: fn(&mut Printed)| {
            let mut spoilt = printed(vec![PrintedBlock::Paragraph(vec![Run::plain("a\tb\nc")])]);
            let clean = spoilt.clone();
            assert_eq!(without_forbidden(&spoilt), (clean.clone(), None));
            spoil(&mut spoilt);
            let (cleaned, warning) = without_forbidden(&spoilt);
            assert_eq!(cleaned, clean);
            assert!(warning.is_some());
        };
        check(|printed| printed.title.push('\u{1}'));
        check(|printed| printed.author.push('\0'));
        check(|printed| printed.header.push('\u{2}'));
        check(|printed| printed.footer.push('\u{1b}'));
        check(|printed| printed.page_number.push('\u{ffff}'));
        check(|printed| printed.look.docx_font.push('\u{8}'));
        check(|printed| {
            if let Some(PrintedBlock::Paragraph(runs)) = printed.blocks.first_mut() {
                runs[0].text.push('\r');
            }
        });
    }
}
