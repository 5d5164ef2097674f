//! A report that is pictures: said to be so, with what to do. What tesseract reads of the pages of
//! every fixture is held against its text by `formats/pictures.rs`.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use rapporteur_core::api::{RefusalCode, Request, handle};
use rapporteur_core::{Library, SystemClock};
use rapporteur_document::write;
use rapporteur_tests::{checkers, printed_samples, run};
use std::fs;
use std::path::{Path, PathBuf};

/// A sample report as a PDF file of pictures of its pages.
fn photographed(folder: &Path) -> PathBuf {
    let mut printed = printed_samples().remove(0);
    printed.state_mark = None;
    let fonts = write::pdf::Fonts::built_in();
    let pdf = folder.join("report.pdf");
    fs::write(&pdf, write::pdf::write(&printed, &fonts).unwrap().bytes).unwrap();
    let pictures = folder.join("page");
    let arguments = ["-r", "200", "-gray", "-jpeg"];
    let files = [pdf.to_str().unwrap(), pictures.to_str().unwrap()];
    let (code, said) = run("pdftoppm", &[&arguments[..], &files[..]].concat());
    assert_eq!(code, Some(0), "{said}");
    let scan = folder.join("scan.pdf");
    fs::write(&scan, of_pictures(folder)).unwrap();
    scan
}

/// A PDF file that shows the JPEG files of a folder, a page each.
fn of_pictures(folder: &Path) -> Vec<u8> {
    use lopdf::{Document, Object, Stream, dictionary};
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "jpg"));
    files.sort();
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let mut kids: Vec<Object> = Vec::new();
    for file in files {
        let jpeg = fs::read(file).unwrap();
        let (height, width) = size_of(&jpeg);
        let look = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => width, "Height" => height,
            "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8, "Filter" => "DCTDecode",
        };
        let picture = document.add_object(Stream::new(look, jpeg));
        let draw = b"q 595 0 0 842 0 0 cm /P Do Q".to_vec();
        let contents = document.add_object(Stream::new(dictionary! {}, draw));
        kids.push(
            document
                .add_object(dictionary! {
                    "Type" => "Page", "Parent" => pages, "Contents" => contents,
                    "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
                    "Resources" => dictionary! { "XObject" => dictionary! { "P" => picture } },
                })
                .into(),
        );
    }
    let count = i64::try_from(kids.len()).unwrap();
    let tree = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count };
    document.objects.insert(pages, Object::Dictionary(tree));
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// Height and width from a JPEG file's frame header.
fn size_of(jpeg: &[u8]) -> (i64, i64) {
    let at = jpeg.windows(2).position(|two| matches!(two, [0xFF, 0xC0..=0xC2])).unwrap();
    let number = |at: usize| i64::from(jpeg[at]) * 256 + i64::from(jpeg[at + 1]);
    (number(at + 5), number(at + 7))
}

#[test]
fn pictures_are_said_to_be_pictures() {
    if checkers().is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = photographed(folder.path()).display().to_string();
    let mut library = Library::in_memory(&SystemClock).unwrap();
    let mut ask = |request| handle(&mut library, &SystemClock, request);
    let refusal = ask(Request::ReadReport { path }).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::Pictures);
    assert!(refusal.message.contains("pictures only"), "{}", refusal.message);
}
