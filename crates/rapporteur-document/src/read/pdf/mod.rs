//! PDF files with a text layer: letters in their places become lines as every format has them.
//!
//! Called by [`read`](super::read()). The rooms in the order of the work: `file` (bytes to
//! objects), `pages`, `font` and `page` (objects to letters in their places), `links`, `order`
//! (letters to rows in reading order), `running` (headers and footers out), `notes` (footnotes to
//! their words), `paragraphs` (rows to lines). What is read and what is not is kept in `SUPPORT.md`. Deliberately absent: optical
//! recognition of pictures, and passwords.

mod file;
mod font;
mod links;
mod notes;
mod order;
#[cfg(test)]
mod order_tests;
mod page;
mod pages;
mod paragraphs;
mod running;
#[cfg(test)]
mod tests;

use super::Doubt;
use super::lines::Source;
use super::recognise::doubt;
use crate::Error;
use file::File;
use order::TextRow;
use page::{MOST_LETTERS, Placed, Shown};
use pages::{MOST_PAGES, Page, pages};

/// Letters on a page below which a picture on it is taken for a scan of its words.
const FEW_LETTERS: usize = 20;

/// The lines of a PDF file.
///
/// # Errors
/// [`Error::Read`] where the file is protected, damaged beyond reading, larger than any report,
/// or holds pictures only; each with what to do.
pub fn read(bytes: &[u8]) -> Result<Source, Error> {
    let stated = File::open(bytes);
    let stated_pages = if stated.is_encrypted() { vec![] } else { pages(&stated) };
    if stated.is_encrypted() {
        return Err(refused(PROTECTED));
    }
    if !stated_pages.is_empty() {
        return lines(&stated, &stated_pages);
    }
    let rebuilt = File::rebuild(bytes);
    if rebuilt.is_encrypted() {
        return Err(refused(PROTECTED));
    }
    let rebuilt_pages = pages(&rebuilt);
    if rebuilt_pages.is_empty() {
        return Err(refused(DAMAGED));
    }
    let mut source = lines(&rebuilt, &rebuilt_pages)?;
    let message = "This PDF file is damaged; what could be found of it was read. Check that nothing is missing.";
    source.doubts.push(doubt("file_damaged", message, 0, "", None));
    Ok(source)
}

const PROTECTED: &str = "is a PDF file protected with a password. Open it in a PDF program, print \
    it into a new PDF file without a password and choose that.";
const DAMAGED: &str = "is a PDF file that is damaged or cut short: no page of it can be read. Ask \
    for the file again, or open it in a PDF program, save it anew and choose that.";
const TOO_LARGE: &str = "is a PDF file larger than any report. Save the pages of the report alone \
    and choose that file.";
const PICTURES: &str = "is a PDF file of pictures only, such as a scan: it has no words to read. \
    Let a text recognition program (OCR) read it, for instance OCRmyPDF or Adobe Acrobat, and \
    choose the file that it makes.";
const NO_WORDS: &str = "is a PDF file without any words. Choose another file.";
const UNREADABLE: &str = "is a PDF file whose fonts do not say which letters they show. Let a \
    text recognition program (OCR) read it, for instance OCRmyPDF with --force-ocr, and choose \
    the file that it makes.";

fn pictures_only() -> Error {
    Error::Pictures { reason: format!("it {PICTURES}") }
}

fn refused(what: &str) -> Error {
    Error::Read { reason: format!("it {what}") }
}

fn lines(file: &File<'_>, all: &[Page]) -> Result<Source, Error> {
    if all.len() > MOST_PAGES {
        return Err(refused(TOO_LARGE));
    }
    let mut doubts = Vec::new();
    let mut seen = Seen::default();
    let mut rows = rows(file, all, &mut doubts, &mut seen);
    if file.is_exhausted() || seen.letters > MOST_LETTERS {
        return Err(refused(TOO_LARGE));
    }
    match seen {
        Seen { letters: 0, pictures: 0, .. } => return Err(refused(NO_WORDS)),
        Seen { letters: 0, .. } => return Err(pictures_only()),
        Seen { letters, pictures, .. } if pictures > 0 && letters < FEW_LETTERS * all.len() / 2 => {
            return Err(pictures_only());
        }
        Seen { letters, unknown, .. } if 3 * unknown > letters => return Err(refused(UNREADABLE)),
        _ => {}
    }
    running::without_running_rows(&mut rows, &mut doubts);
    running::without_furniture(&mut rows, &mut doubts);
    let notes = notes::take_notes(&mut rows);
    let rows: Vec<TextRow> = rows.into_iter().flatten().collect();
    let mut source = paragraphs::paragraphs(&rows, notes);
    source.doubts.extend(doubts);
    Ok(source)
}

/// What was met with on all pages.
#[derive(Default)]
struct Seen {
    letters: usize,
    unknown: usize,
    pictures: usize,
}

/// Gives letters that recognition laid over a scan the usual size where theirs is near it: it
/// measures every line anew, so that lines of one paragraph differ.
fn even_sizes(letters: &mut [Placed]) {
    let mut sizes: Vec<f64> = letters.iter().map(|letter| letter.size).collect();
    sizes.sort_by(f64::total_cmp);
    let Some(usual) = sizes.get(sizes.len() / 2).copied() else { return };
    for letter in letters {
        if (0.7..1.3).contains(&(letter.size / usual)) {
            letter.size = usual;
        }
    }
}

/// The rows of every page in reading order.
fn rows(
    file: &File<'_>,
    all: &[Page],
    doubts: &mut Vec<Doubt>,
    seen: &mut Seen,
) -> Vec<Vec<TextRow>> {
    let mut fonts = page::Fonts::new();
    let (mut columns, mut frame) = (0, None);
    let mut rows = Vec::with_capacity(all.len());
    for (number, page) in (1_u32..).zip(all) {
        let Shown { mut letters, turned, rules, uprights, pictures, hidden } =
            page::show(file, page, &mut fonts, seen.letters);
        if hidden * 10 > letters.len() * 9 {
            even_sizes(&mut letters);
        }
        let worded = letters.iter().filter(|letter| !letter.text.trim().is_empty()).count();
        let unknown = letters.iter().filter(|letter| letter.text.contains('\u{fffd}')).count();
        if pictures > 0 && worded < FEW_LETTERS {
            let message = "This page is a picture; words in it were not read. A text recognition program (OCR) can read them.";
            doubts.push(doubt("page_is_picture", message, number, "", None));
        }
        if unknown > 0 {
            let message = "Some letters on this page could not be read, because their font does not say which they are.";
            doubts.push(doubt("letters_unknown", message, number, "\u{fffd}", None));
        }
        if turned.chars().any(char::is_alphanumeric) {
            let message = "Words on this page stand at an angle, like a stamp; they were left out.";
            doubts.push(doubt("words_turned", message, number, turned.trim(), None));
        }
        seen.letters += worded;
        seen.unknown += unknown;
        seen.pictures += pictures;
        let [left, _, right, _] = page.frame;
        let links = links::links(file, page);
        let place = (number, right - left);
        let counted = (&mut columns, &mut frame);
        rows.push(order::rows_of_page(letters, &links, (&rules, &uprights), place, counted));
        if file.is_exhausted() || seen.letters > MOST_LETTERS {
            break;
        }
    }
    rows
}
