//! Link annotations: which places of a page lead to which address (ISO 32000-2, 12.5.6.5).
//!
//! Used by [`super::order`] to attach addresses to words. Links inside the file lead nowhere in a
//! report and are left out.

use super::file::{Dictionary, File, Object};
use super::page::text_string;
use super::pages::Page;

/// More links than a page has.
const MOST_LINKS: usize = 2000;

/// A place on a page that leads to an address.
#[derive(Debug, Clone)]
pub struct Link {
    /// Left, bottom, right, top, in points from the left bottom of the upright page.
    place: [f64; 4],
    /// The address.
    pub address: String,
}

impl Link {
    fn covers(&self, (x, y): (f64, f64)) -> bool {
        let [left, bottom, right, top] = self.place;
        (left..=right).contains(&x) && (bottom..=top).contains(&y)
    }

    fn area(&self) -> f64 {
        let [left, bottom, right, top] = self.place;
        (right - left) * (top - bottom)
    }
}

/// Which of the links a point lies in: the smallest, for one that reaches over lines or columns
/// covers words of others.
pub fn closest(links: &[Link], point: (f64, f64)) -> Option<usize> {
    let covering = links.iter().enumerate().filter(|(_, link)| link.covers(point));
    covering.min_by(|one, other| one.1.area().total_cmp(&other.1.area())).map(|(at, _)| at)
}

/// The links of a page.
pub fn links(file: &File<'_>, page: &Page) -> Vec<Link> {
    let annotations = file.entry(&page.dictionary, b"Annots");
    let mut links = Vec::new();
    for annotation in annotations.array().iter().take(MOST_LINKS) {
        let annotation = file.resolve(annotation);
        let Some(annotation) = annotation.dictionary() else { continue };
        if file.entry(annotation, b"Subtype").name() != b"Link" {
            continue;
        }
        let Some(address) = address(file, annotation) else { continue };
        for place in places(file, annotation) {
            links.push(Link { place: upright(place, page), address: address.clone() });
        }
    }
    links
}

fn address(file: &File<'_>, annotation: &Dictionary) -> Option<String> {
    let action = file.entry(annotation, b"A");
    let said = file.entry(action.dictionary()?, b"URI");
    let Object::Bytes(bytes) = &*said else { return None };
    // Addresses are ASCII by the standard and UTF-8 in practice.
    let text = std::str::from_utf8(bytes).map_or_else(|_| text_string(bytes), str::to_owned);
    let address = text.trim().to_owned();
    (!address.is_empty()).then_some(address)
}

/// The lines of a link, each a rectangle; they are finer than the one around them all.
fn places(file: &File<'_>, annotation: &Dictionary) -> Vec<[f64; 4]> {
    let numbers = |key: &[u8]| -> Vec<f64> {
        file.entry(annotation, key).array().iter().map(|n| file.resolve(n).number()).collect()
    };
    let around = |points: &[f64]| {
        let (mut place, far) = ([f64::MAX, f64::MAX, f64::MIN, f64::MIN], points.chunks_exact(2));
        for point in far {
            place = [
                place[0].min(point[0]),
                place[1].min(point[1]),
                place[2].max(point[0]),
                place[3].max(point[1]),
            ];
        }
        place
    };
    let quads: Vec<[f64; 4]> =
        numbers(b"QuadPoints").chunks_exact(8).take(100).map(around).collect();
    let whole = around(&numbers(b"Rect"));
    let inside = |quad: &[f64; 4]| {
        quad[2] > quad[0]
            && quad[3] > quad[1]
            && quad[0] > whole[0] - 5.0
            && quad[2] < whole[2] + 5.0
    };
    if quads.is_empty() || !quads.iter().all(inside) { vec![whole] } else { quads }
}

fn upright([left, bottom, right, top]: [f64; 4], page: &Page) -> [f64; 4] {
    let [from_x, from_y, to_x, to_y] = page.frame;
    let (width, height) = (to_x - from_x, to_y - from_y);
    let [l, b, r, t] = [left - from_x, bottom - from_y, right - from_x, top - from_y];
    match page.quarters {
        1 => [b, width - r, t, width - l],
        2 => [width - r, height - t, width - l, height - b],
        3 => [height - t, l, height - b, r],
        _ => [l, b, r, t],
    }
}
