//! A report as a scanner gives it: a PDF file of pictures of its pages.
//!
//! Used by the proofs of OCR, in the suite and in the window.

use crate::run;
use lopdf::{Document, Object, Stream, dictionary};
use rapporteur_core::sample;
use rapporteur_document::read::read;
use rapporteur_document::style::{Template, print};
use rapporteur_document::write;
use std::fs;
use std::path::{Path, PathBuf};

/// A report, as text, printed and photographed: `scan.pdf` in the folder.
///
/// # Panics
///
/// Where the text is no report, or a program is not there.
pub fn photographed(text: &str, folder: &Path) -> PathBuf {
    let mut next = 0_u128;
    let report =
        read(text.as_bytes(), "report.txt").expect("it is a text").into_report(&mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        });
    let template = Template::parse(sample::TEMPLATE).expect("the sample's template is sound");
    let mut printed = print(&report, &template).expect("the report can be printed");
    printed.state_mark = None;
    let fonts = write::pdf::Fonts::built_in();
    let pdf = folder.join("printed.pdf");
    let bytes = write::pdf::write(&printed, &fonts).expect("it can be written").bytes;
    fs::write(&pdf, bytes).expect("the folder can be written");
    let pictures = folder.join("page");
    let arguments = ["-r", "200", "-gray", "-jpeg"];
    let files = [&pdf, &pictures].map(|path| path.to_str().expect("the path is plain"));
    let (code, said) = run("pdftoppm", &[&arguments[..], &files[..]].concat());
    assert_eq!(code, Some(0), "{said}");
    let scan = folder.join("scan.pdf");
    fs::write(&scan, of_pictures(folder)).expect("the folder can be written");
    scan
}

/// A PDF file that shows the JPEG files of a folder, a page each.
fn of_pictures(folder: &Path) -> Vec<u8> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "jpg"));
    files.sort();
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let mut kids: Vec<Object> = Vec::new();
    for file in files {
        let jpeg = fs::read(file).expect("the picture can be read");
        let (height, width, colours) = size_of(&jpeg);
        let look = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => width, "Height" => height,
            "ColorSpace" => if colours == 1 { "DeviceGray" } else { "DeviceRGB" }, "BitsPerComponent" => 8, "Filter" => "DCTDecode",
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
    let count = i64::try_from(kids.len()).expect("a few pages");
    let tree = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count };
    document.objects.insert(pages, Object::Dictionary(tree));
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("bytes can be written");
    bytes
}

/// Height, width and number of colours from a JPEG file's frame header.
fn size_of(jpeg: &[u8]) -> (i64, i64, u8) {
    let is_header = |two: &[u8]| matches!(two, [0xFF, 0xC0..=0xC2]);
    let at = jpeg.windows(2).position(is_header).expect("it is a JPEG file");
    let number = |at: usize| i64::from(jpeg[at]) * 256 + i64::from(jpeg[at + 1]);
    (number(at + 5), number(at + 7), jpeg[at + 9])
}
