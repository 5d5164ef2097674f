//! The pages of a file in order, each with what it inherits (ISO 32000-2, 7.7.3).
//!
//! Used by [`super::read`]. A tree that bites its tail is cut.

use super::file::{Dictionary, File, Object};
use std::collections::HashSet;
use std::rc::Rc;

/// More pages than any report has.
pub const MOST_PAGES: usize = 3000;

/// A page.
#[derive(Default, Clone)]
pub struct Page {
    /// Its own dictionary.
    pub dictionary: Dictionary,
    /// Its fonts and forms.
    pub resources: Rc<Object>,
    /// What is seen of it: left, bottom, right, top.
    pub frame: [f64; 4],
    /// How far it is turned to be read, in quarters clockwise.
    pub quarters: u8,
}

/// The pages, in order; at most one more than [`MOST_PAGES`].
pub fn pages(file: &File<'_>) -> Vec<Page> {
    let mut pages = Vec::new();
    let catalog = file.catalog();
    let Some(root) = catalog.dictionary().and_then(|catalog| catalog.get(b"Pages".as_slice()))
    else {
        return pages;
    };
    let inherited = Page { frame: [0.0, 0.0, 595.0, 842.0], ..Page::default() };
    let mut seen = HashSet::new();
    let mut waiting = vec![(root.clone(), inherited)];
    while let Some((node, inherited)) = waiting.pop() {
        if matches!(node, Object::Reference(number) if !seen.insert(number)) {
            continue;
        }
        let object = file.resolve(&node);
        let Some(dictionary) = object.dictionary() else { continue };
        let own = with_own(file, inherited, dictionary);
        let kids = file.entry(dictionary, b"Kids");
        if kids.array().is_empty() {
            if file.entry(dictionary, b"Type").name() != b"Pages" {
                pages.push(Page { dictionary: dictionary.clone(), ..own });
            }
        } else {
            waiting.extend(kids.array().iter().rev().map(|kid| (kid.clone(), own.clone())));
        }
        if pages.len() > MOST_PAGES || waiting.len() > 10 * MOST_PAGES || file.is_exhausted() {
            break;
        }
    }
    pages
}

fn with_own(file: &File<'_>, mut page: Page, dictionary: &Dictionary) -> Page {
    let resources = file.entry(dictionary, b"Resources");
    if resources.dictionary().is_some() {
        page.resources = resources;
    }
    for key in [b"MediaBox".as_slice(), b"CropBox"] {
        let numbers: Vec<f64> =
            file.entry(dictionary, key).array().iter().map(|n| file.resolve(n).number()).collect();
        if let [a, b, c, d] = numbers[..]
            && (c - a).abs() > 10.0
            && (d - b).abs() > 10.0
        {
            page.frame = [a.min(c), b.min(d), a.max(c), b.max(d)];
        }
    }
    if let Object::Number(degrees) = *file.entry(dictionary, b"Rotate") {
        page.quarters = (degrees / 90.0).rem_euclid(4.0) as u8;
    }
    page
}
