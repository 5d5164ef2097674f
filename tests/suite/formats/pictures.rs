//! A report printed, photographed and read by an OCR program, with its proposals accepted.
//!
//! Called by the proof that every format gives the same data. Deliberately absent: what may still
//! differ after that, which the proof says.

use rapporteur_document::read::{Recognised, text};
use rapporteur_tests::run;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// What differs between a fixture and the pictures of its PDF file, if anything.
pub fn difference(fixture: &Path, pdf: &Path, folder: &Path) -> Option<String> {
    let original = super::recognised(fixture);
    let by_ocr = original.doubts.iter().any(|doubt| doubt.code.starts_with("ocr_"));
    let footnotes = fs::read_to_string(fixture).is_ok_and(|text| text.contains("[^"));
    // What OCR read already is read by `suite/read.rs`; a note at the foot of a picture cannot be
    // told from text.
    // The program is asked for English: of another language it misses letters.
    let bytes = fs::read(fixture).ok()?;
    let language = text::decode(&bytes).and_then(|words| text::language(&words));
    if by_ocr || footnotes || language.is_some_and(|one| one.code != "eng") {
        return None;
    }
    let text = read_by_tesseract(pdf, folder);
    let expected = comparable(accepted(&original));
    let found = comparable(accepted(&super::recognised(&text)));
    let found = as_far_as_letters_go(&expected, found);
    let differs = rapporteur_tests::difference("report", &tidy(expected), &tidy(found))?;
    Some(format!("{} by tesseract: {differs}", text.display()))
}

/// Words with letters that the program's English does not have count as read, whatever it made of
/// them.
fn as_far_as_letters_go(expected: &Value, found: Value) -> Value {
    match (expected, found) {
        (Value::String(expected), Value::String(found)) => {
            let (words, read) = (expected.split(' '), found.split(' ').collect::<Vec<_>>());
            if words.clone().count() != read.len() {
                return Value::String(found);
            }
            let word = |(word, read): (&str, &str)| {
                if word.is_ascii() { read.to_owned() } else { word.to_owned() }
            };
            Value::String(words.zip(read).map(word).collect::<Vec<_>>().join(" "))
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            let pairs = expected.iter().zip(found);
            Value::Array(pairs.map(|(one, other)| as_far_as_letters_go(one, other)).collect())
        }
        (Value::Object(expected), Value::Object(found)) => Value::Object(
            found
                .into_iter()
                .map(|(key, value)| {
                    let one = expected.get(&key).cloned().unwrap_or_default();
                    (key, as_far_as_letters_go(&one, value))
                })
                .collect(),
        ),
        (_, found) => found,
    }
}

/// What a picture keeps of a report: no addresses under words, no difference of quotation marks
/// and spaces.
fn comparable(mut report: Value) -> Value {
    for section in report["sections"].as_array_mut().into_iter().flatten() {
        let links = section["links"].as_array_mut();
        links.into_iter().for_each(|links| links.retain(|link| link["text"] == link["url"]));
    }
    in_strings(report, &|text| {
        let straight =
            text.replace(['“', '”'], "\"").replace(['‘', '’'], "'").replace(['–', '—'], "-");
        straight.split_whitespace().collect::<Vec<_>>().join(" ")
    })
}

/// Without what the program confuses and nobody could know: capitals, and the letters and digits
/// of long addresses.
fn tidy(report: Value) -> Value {
    let word = |word: &str| {
        let lower = word.to_lowercase();
        if lower.contains("//") { lower.chars().take(30).collect() } else { lower }
    };
    in_strings(report, &|text| text.split(' ').map(word).collect::<Vec<_>>().join(" "))
}

fn in_strings(value: Value, change: &dyn Fn(&str) -> String) -> Value {
    match value {
        Value::String(text) => Value::String(change(&text)),
        Value::Array(all) => {
            Value::Array(all.into_iter().map(|value| in_strings(value, change)).collect())
        }
        Value::Object(all) => Value::Object(
            all.into_iter().map(|(key, value)| (key, in_strings(value, change))).collect(),
        ),
        other => other,
    }
}

/// The text that tesseract reads on the pages of a PDF file, as one text file.
fn read_by_tesseract(pdf: &Path, folder: &Path) -> PathBuf {
    let name = pdf.file_stem().unwrap().to_string_lossy().into_owned();
    let pages = folder.join("pictures").join(&name);
    fs::create_dir_all(&pages).unwrap();
    let prefix = pages.join("page");
    let arguments = ["-r", "200", "-gray", "-png"];
    let files = [pdf.to_str().unwrap(), prefix.to_str().unwrap()];
    let (code, said) = run("pdftoppm", &[&arguments[..], &files[..]].concat());
    assert_eq!(code, Some(0), "{said}");
    let mut pictures: Vec<PathBuf> = fs::read_dir(&pages)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "png"))
        .collect();
    pictures.sort();
    let list = pages.join("pictures.txt");
    let names: Vec<String> = pictures.iter().map(|path| path.display().to_string()).collect();
    fs::write(&list, names.join("\n")).unwrap();
    let text = folder.join(format!("{name}.ocr"));
    let files = [list.to_str().unwrap(), text.to_str().unwrap()];
    let as_the_product = ["--psm", "4", "-c", "preserve_interword_spaces=1"];
    let (code, said) = run("tesseract", &[&files[..], &as_the_product[..]].concat());
    assert_eq!(code, Some(0), "{said}");
    folder.join(format!("{name}.ocr.txt"))
}

/// The data of a report after somebody said yes to every proposal for misread letters.
fn accepted(recognised: &Recognised) -> Value {
    let mut report = serde_json::to_value(&recognised.report).unwrap();
    for doubt in &recognised.doubts {
        let misread = doubt.code.starts_with("ocr_") || doubt.code == "link_misread";
        if let Some(proposed) = doubt.proposed.as_ref().filter(|_| misread) {
            replace(&mut report, &doubt.place.quote, proposed);
        }
    }
    report
}

fn replace(value: &mut Value, quote: &str, proposed: &str) {
    match value {
        Value::String(text) => *text = text.replace(quote, proposed),
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, quote, proposed)),
        Value::Object(values) => {
            values.values_mut().for_each(|value| replace(value, quote, proposed))
        }
        _ => {}
    }
}
