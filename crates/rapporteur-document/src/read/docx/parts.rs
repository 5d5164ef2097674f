//! The parts of a DOCX package, found by their relationships as the standard wants it.
//!
//! Called by [`read`](super::read).

use crate::Error;
use crate::read::package::{Package, damaged};
use crate::read::xml::{Element, parse};
use std::collections::HashMap;

/// The parts that hold words or say how they look.
pub struct Parts {
    /// The document.
    pub document: Element,
    /// The styles.
    pub styles: Option<Element>,
    /// The lists.
    pub numbering: Option<Element>,
    /// Footnotes and endnotes.
    pub notes: Notes,
    /// How many comments there are.
    pub comments: usize,
    /// The addresses of links by relationship id.
    pub links: HashMap<String, String>,
}

/// Footnotes and endnotes by their ids.
#[derive(Default)]
pub struct Notes {
    /// `w:footnotes`.
    pub footnotes: Option<Element>,
    /// `w:endnotes`.
    pub endnotes: Option<Element>,
    /// The addresses of links in footnotes and in endnotes.
    pub links: [HashMap<String, String>; 2],
}

/// A relationship of a part.
struct Relation {
    id: String,
    /// The last word of its type: the words before it differ between strict and usual files.
    kind: String,
    target: String,
    external: bool,
}

/// Reads the parts.
///
/// # Errors
/// [`Error::Read`] where there is no document or a part is damaged.
pub fn parts(package: &mut Package<'_>) -> Result<Parts, Error> {
    let main = relations(package, "")?
        .into_iter()
        .find(|relation| relation.kind == "officeDocument")
        .map_or_else(|| "word/document.xml".to_owned(), |relation| resolve("", &relation.target));
    let document =
        part(package, &main)?.ok_or_else(|| damaged("the part with its text is missing"))?;
    let relations = relations(package, &main)?;
    let named =
        |package: &mut Package<'_>, kind: &str| -> Result<Option<(String, Element)>, Error> {
            let Some(relation) = relations.iter().find(|relation| relation.kind == kind) else {
                return Ok(None);
            };
            let path = resolve(&main, &relation.target);
            Ok(part(package, &path)?.map(|element| (path, element)))
        };
    let styles = named(package, "styles")?.map(|(_, styles)| styles);
    let numbering = named(package, "numbering")?.map(|(_, numbering)| numbering);
    let comments =
        named(package, "comments")?.map_or(0, |(_, comments)| comments.elements().count());
    let mut notes = Notes::default();
    if let Some((path, footnotes)) = named(package, "footnotes")? {
        notes.links[0] = links(package, &path)?;
        notes.footnotes = Some(footnotes);
    }
    if let Some((path, endnotes)) = named(package, "endnotes")? {
        notes.links[1] = links(package, &path)?;
        notes.endnotes = Some(endnotes);
    }
    let links = links_in(&relations);
    Ok(Parts { document, styles, numbering, notes, comments, links })
}

fn part(package: &mut Package<'_>, path: &str) -> Result<Option<Element>, Error> {
    package.part(path)?.map(|bytes| parse(&bytes)).transpose()
}

fn links(package: &mut Package<'_>, path: &str) -> Result<HashMap<String, String>, Error> {
    Ok(links_in(&relations(package, path)?))
}

fn links_in(relations: &[Relation]) -> HashMap<String, String> {
    let links =
        relations.iter().filter(|relation| relation.kind == "hyperlink" && relation.external);
    links.map(|link| (link.id.clone(), link.target.clone())).collect()
}

/// The relationships of a part; those of the package itself for an empty path.
fn relations(package: &mut Package<'_>, path: &str) -> Result<Vec<Relation>, Error> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let separator = if folder.is_empty() { "" } else { "/" };
    let Some(root) = part(package, &format!("{folder}{separator}_rels/{name}.rels"))? else {
        return Ok(Vec::new());
    };
    let relation = |element: &Element| {
        let kind = element.attribute("Type")?.rsplit('/').next()?.to_owned();
        Some(Relation {
            id: element.attribute("Id")?.to_owned(),
            kind,
            target: element.attribute("Target")?.to_owned(),
            external: element.attribute("TargetMode") == Some("External"),
        })
    };
    Ok(root.elements().filter_map(relation).collect())
}

/// A target relative to the part that names it, as a path from the root of the package.
fn resolve(from: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = from.split('/').collect();
    path.pop();
    for piece in target.split('/') {
        match piece {
            "." | "" => {}
            ".." => {
                path.pop();
            }
            piece => path.push(piece),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_relative_to_their_part() {
        for (from, target, expected) in [
            ("", "word/document.xml", "word/document.xml"),
            ("word/document.xml", "styles.xml", "word/styles.xml"),
            ("word/document.xml", "/word/styles.xml", "word/styles.xml"),
            ("a/b/c.xml", "../d.xml", "a/d.xml"),
            ("a.xml", "../../../d.xml", "d.xml"),
        ] {
            assert_eq!(resolve(from, target), expected, "{from} {target}");
        }
    }
}
