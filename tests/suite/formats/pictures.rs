//! A report printed, photographed and read by an OCR program, with its proposals accepted.
//!
//! Called by the proof that every format gives the same data. Deliberately absent: what may still
//! differ after that, which the proof says.

use rapporteur_document::read::Recognised;
use rapporteur_tests::run;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// What differs between a fixture and the pictures of its PDF file, if anything.
pub fn difference(fixture: &Path, pdf: &Path, folder: &Path) -> Option<String> {
    let text = read_by_tesseract(pdf, folder);
    let expected = comparable(accepted(&super::recognised(fixture)));
    let found = comparable(accepted(&super::recognised(&text)));
    let differs = rapporteur_tests::difference("report", &expected, &found)?;
    Some(format!("{} by tesseract: {differs}", text.display()))
}

/// What a picture keeps of a report: no addresses under words, no marks on letters that the
/// program's English does not know, no difference of quotation marks and spaces.
fn comparable(mut report: Value) -> Value {
    for section in report["sections"].as_array_mut().into_iter().flatten() {
        let links = section["links"].as_array_mut();
        links.into_iter().for_each(|links| links.retain(|link| link["text"] == link["url"]));
    }
    plain(&mut report);
    report
}

fn plain(value: &mut Value) {
    match value {
        Value::String(text) => {
            let straight = text.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
            let words = straight.nfd().filter(|c| !is_combining_mark(*c)).collect::<String>();
            *text = words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        }
        Value::Array(values) => values.iter_mut().for_each(plain),
        Value::Object(values) => values.values_mut().for_each(plain),
        _ => {}
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
    let (code, said) = run(
        "tesseract",
        &[list.to_str().unwrap(), text.to_str().unwrap(), "-c", "preserve_interword_spaces=1"],
    );
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
