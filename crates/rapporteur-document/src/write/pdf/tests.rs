//! What a reader of the page relies on: where pages break, where letters stand, what the file
//! holds. Outside judges of the whole file are in `tests/suite/pdf.rs`.

use super::pages::{Pages, fill};
use super::text::Setter;
use super::{Fonts, draw, flow, text, tree, write};
use crate::style::{
    Heading, HeadingNumber, List, ListEntry, Logo, NumberFormat, PrintedBlock, Run,
};
use crate::write::tests::{linked, printed};
use lopdf::{Document, Object};
use printpdf::{DictItem, Op};

fn paragraph(words: &str) -> PrintedBlock {
    PrintedBlock::Paragraph(vec![Run::plain(words)])
}

fn heading(level: u8, value: u32, words: &str) -> PrintedBlock {
    let number = Some(HeadingNumber { format: NumberFormat::Decimal, value });
    PrintedBlock::Heading(Heading { level, number, runs: vec![Run::plain(words)] })
}

fn list(keep_entries_whole: bool, entries: Vec<Vec<PrintedBlock>>) -> PrintedBlock {
    let entries = entries.into_iter().map(|blocks| ListEntry { blocks }).collect();
    PrintedBlock::List(List { format: NumberFormat::Decimal, entries, keep_entries_whole })
}

fn paged(blocks: Vec<PrintedBlock>) -> Pages {
    let (printed, fonts) = (printed(blocks), Fonts::built_in());
    let mut setter = Setter::new(&fonts, &printed);
    let pieces = flow::pieces(&printed, &mut setter, &mut tree::Tree::new());
    fill(pieces, &printed.look)
}

/// The pieces of each page, one for each line.
fn pieces(pages: &Pages) -> Vec<Vec<usize>> {
    pages.pages.iter().map(|page| page.lines.iter().map(|line| line.piece).collect()).collect()
}

fn written(blocks: Vec<PrintedBlock>) -> Document {
    let written = write(&printed(blocks), &Fonts::built_in()).unwrap();
    Document::load_mem(&written.bytes).unwrap()
}

fn of_type<'d>(document: &'d Document, key: &[u8], value: &[u8]) -> Vec<&'d lopdf::Dictionary> {
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    dictionaries.filter(|one| one.get(key).and_then(Object::as_name).ok() == Some(value)).collect()
}

#[test]
fn no_heading_and_no_single_line_is_left_behind() {
    let blocks = (0..120).flat_map(|at: u32| {
        let sentences = 1 + usize::try_from(at % 11).unwrap();
        [
            heading(u8::try_from(at % 4).unwrap() + 1, at, "A subject"),
            paragraph(&"Some words that a person said at the meeting. ".repeat(2 * sentences)),
        ]
    });
    let pages = paged(blocks.collect());
    let on_pages = pieces(&pages);
    assert!(on_pages.len() > 5, "{}", on_pages.len());
    for (page, next) in on_pages.iter().zip(&on_pages[1..]) {
        let (last, first) = (*page.last().unwrap(), next[0]);
        assert!(!pages.pieces[last].keep_with_next, "piece {last} is a heading at the bottom");
        if last == first {
            let left = page.iter().filter(|piece| **piece == last).count();
            let moved = next.iter().filter(|piece| **piece == first).count();
            assert!(left >= 2 && moved >= 2, "piece {last}: {left} and {moved} lines");
        }
    }
    for page in &pages.pages {
        let last = page.lines.last().unwrap();
        assert!(last.y + last.line.height <= pages.height - pages.margin.bottom + 0.01);
    }
}

#[test]
fn an_entry_that_is_kept_whole_is_on_one_page() {
    let entry = |at: usize| -> Vec<PrintedBlock> {
        (0..2 + at % 2)
            .map(|part| paragraph(&"Member of a committee, ".repeat(1 + (at * 7 + part) % 13)))
            .collect()
    };
    let entries: Vec<Vec<PrintedBlock>> = (0..150).map(entry).collect();
    let owners: Vec<usize> =
        (0..150).flat_map(|at| std::iter::repeat_n(at, entries[at].len())).collect();
    let split = |keep: bool| {
        let on_pages = pieces(&paged(vec![list(keep, entries.clone())]));
        let breaks = on_pages.windows(2);
        breaks.filter(|pair| owners[*pair[0].last().unwrap()] == owners[pair[1][0]]).count()
    };
    assert_eq!(split(true), 0);
    assert!(split(false) > 0, "the entries are such that some would be split");
}

#[test]
fn bullets_of_every_level_are_drawn() {
    let bullets = |blocks: Vec<PrintedBlock>| {
        let entries = vec![ListEntry { blocks }];
        PrintedBlock::List(List {
            format: NumberFormat::Bullet,
            entries,
            keep_entries_whole: false,
        })
    };
    let nested =
        (0..5).fold(paragraph("deep"), |inner, _| bullets(vec![paragraph("words"), inner]));
    assert_eq!(write(&printed(vec![nested]), &Fonts::built_in()).unwrap().warnings, []);
}

#[test]
fn a_paragraph_longer_than_a_page_goes_on() {
    for blocks in [
        vec![paragraph(&"many words ".repeat(3_000))],
        vec![heading(1, 1, &"many words ".repeat(3_000)), paragraph("The end.")],
        vec![list(true, vec![vec![paragraph(&"many words ".repeat(3_000))]])],
        vec![paragraph(&"x".repeat(20_000))],
    ] {
        let pages = paged(blocks);
        assert!(pages.pages.len() > 2);
        assert!(pages.pages.iter().all(|page| !page.lines.is_empty()));
    }
}

#[test]
fn a_number_never_touches_its_words() {
    for (level, value) in [(1, 1), (1, 112), (2, 112), (3, 9_999), (4, 100_000)] {
        let pages = paged(vec![heading(level, value, "Subject")]);
        let (_, label) = pages.pieces[0].label.as_ref().unwrap();
        let width = Setter::width(std::slice::from_ref(label));
        assert!(width + 3.0 < pages.pieces[0].hanging, "{level}, {value}: {width}");
    }
}

#[test]
fn every_entry_shows_its_number() {
    let entries =
        vec![vec![], vec![list(false, vec![vec![paragraph("deep")]])], vec![paragraph("")]];
    let labels = paged(vec![list(false, entries)]);
    assert_eq!(labels.pieces.iter().filter(|piece| piece.label.is_some()).count(), 4);
    let shown = labels.pages[0].lines.iter().filter(|line| line.first).count();
    assert_eq!(shown, 4);
}

#[test]
fn letters_stand_side_by_side_in_both_directions() {
    for words in ["Office fluffy", "السلام", "الأمين", "إلى الإسلام", "Łódź Þórdís"]
    {
        let pages = paged(vec![paragraph(words)]);
        let segments = &pages.pages[0].lines[0].line.segments;
        let mut glyphs: Vec<_> = segments.iter().flat_map(|segment| &segment.glyphs).collect();
        glyphs.retain(|glyph| glyph.width > 0.0);
        glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
        for pair in glyphs.windows(2) {
            let gap = pair[1].x - pair[0].x - pair[0].width;
            assert!(gap.abs() < 1.5, "{words}: a gap of {gap} points");
        }
    }
}

#[test]
fn a_link_over_two_lines_is_one_link_in_two_places() {
    let words = "the page of the draft that everybody is asked to read with care ".repeat(2);
    let document = written(vec![PrintedBlock::Paragraph(vec![
        Run::plain("See "),
        linked(&words, "https://a.example/draft"),
        Run::plain("soon."),
    ])]);
    assert_eq!(of_type(&document, b"Subtype", b"Link").len(), 2);
    assert_eq!(of_type(&document, b"S", b"Link").len(), 1);
}

#[test]
fn levels_are_not_skipped_and_the_outline_is_nested() {
    let document = written(vec![
        heading(1, 1, "Discussion"),
        heading(3, 2, "A skipped level"),
        heading(2, 3, "Next"),
    ]);
    let roles = [&b"H1"[..], b"H2", b"H3"].map(|role| of_type(&document, b"S", role).len());
    assert_eq!(roles, [1, 2, 0]);
    let outlines = of_type(&document, b"Type", b"Outlines");
    assert_eq!(outlines.len(), 1);
    assert_eq!(outlines[0].get(b"Count").and_then(Object::as_i64).unwrap(), 1);
}

#[test]
fn the_same_report_is_the_same_file_without_loose_objects() {
    let mut report = printed(vec![heading(1, 1, "One"), paragraph("Words, اجتماع")]);
    report.state_mark = Some("Draft".into());
    report.header = "For the members only".into();
    let fonts = Fonts::built_in();
    let once = write(&report, &fonts).unwrap();
    assert!(once.bytes == write(&report, &fonts.clone()).unwrap().bytes);
    assert_eq!(once.warnings, []);
    let mut document = Document::load_mem(&once.bytes).unwrap();
    assert_eq!(document.prune_objects(), []);
    report.title.push('x');
    assert!(once.bytes != write(&report, &fonts).unwrap().bytes);
}

#[test]
fn missing_letters_are_named() {
    let written = write(&printed(vec![paragraph("李娜 and ไทย")]), &Fonts::built_in()).unwrap();
    let [warning] = written.warnings.as_slice() else { panic!("{:?}", written.warnings) };
    assert_eq!(warning.field, "font");
    assert!(["李", "娜", "ไ"].iter().all(|c| warning.message.contains(c)), "{}", warning.message);
    assert!(Fonts::built_in().with_fallback(b"no font".to_vec()).is_err());
}

#[test]
fn running_lines_are_on_every_page_and_not_read_aloud() {
    let mut report = printed(vec![paragraph(&"many words ".repeat(2_000))]);
    report.state_mark = Some("Draft".into());
    report.header = "For the members only".into();
    let fonts = Fonts::built_in();
    let mut setter = text::Setter::new(&fonts, &report);
    let mut tree = tree::Tree::new();
    let filled = fill(flow::pieces(&report, &mut setter, &mut tree), &report.look);
    let drawn = draw::draw(&filled, &report, &mut setter, &mut tree);
    assert!(drawn.pages.len() > 2);
    for page in &drawn.pages {
        let artifacts = page.ops.iter().filter(|op| match op {
            Op::Unknown { value, .. } => {
                value.first() == Some(&DictItem::Name(b"Artifact".to_vec()))
            }
            _ => false,
        });
        assert_eq!(artifacts.count(), 4);
    }
}

#[test]
fn a_logo_is_a_figure_with_its_words_and_its_place() {
    let mut report = printed(vec![PrintedBlock::TitleLine(vec![Run::plain("Group")])]);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 4, 2);
    encoder.set_color(png::ColorType::GrayscaleAlpha);
    encoder.write_header().unwrap().write_image_data(&[9; 16]).unwrap();
    let logo = Logo { alternative_text: "Harbour Office".into(), ..Logo::read(&file).unwrap() };
    report.logo = Some(logo.picture().unwrap());
    let written = write(&report, &Fonts::built_in()).unwrap();
    let document = Document::load_mem(&written.bytes).unwrap();
    let [figure] = of_type(&document, b"S", b"Figure")[..] else { panic!("one figure") };
    assert!(figure.get(b"Alt").is_ok());
    let place = figure.get(b"A").and_then(Object::as_dict).unwrap().get(b"BBox").unwrap();
    let sides: Vec<f32> =
        place.as_array().unwrap().iter().map(|side| side.as_float().unwrap()).collect();
    let width = (sides[2] - sides[0]) / 72.0 * 25.4;
    let height = (sides[3] - sides[1]) / 72.0 * 25.4;
    assert!((width - 30.0).abs() < 0.1 && (height - 15.0).abs() < 0.1, "{width} by {height} mm");
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let images = streams.filter(|one| {
        one.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image")
    });
    assert_eq!(images.count(), 2, "its colours and what shows through");
}
