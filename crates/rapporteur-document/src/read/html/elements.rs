//! What the elements of HTML are, as far as structure goes.
//!
//! Called by `page`.

/// Whether an element begins and ends paragraphs.
pub fn is_block(name: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ];
    BLOCKS.binary_search(&name).is_ok()
}

/// Whether an element never has an end.
pub fn is_void(name: &str) -> bool {
    const VOID: &[&str] = &[
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    ];
    VOID.binary_search(&name).is_ok()
}

/// Whether the words of an element are no text of the page.
pub fn is_silent(name: &str) -> bool {
    const SILENT: &[&str] = &[
        "audio", "button", "canvas", "datalist", "head", "iframe", "map", "nav", "noframes",
        "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title",
        "video",
    ];
    SILENT.binary_search(&name).is_ok()
}

/// Whether a part of the page with this role is no text of it.
pub fn is_silent_role(role: &str) -> bool {
    const SILENT: &[&str] =
        &["contentinfo", "dialog", "doc-toc", "menu", "menubar", "navigation", "search", "toolbar"];
    SILENT.binary_search(&role).is_ok()
}

/// The elements that an element closes when it begins, and those it never looks beyond.
pub fn closes(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    const CELLS: &[&str] = &["td", "th", "caption", "table"];
    match name {
        "li" => (&["li"], &["ul", "ol", "menu", "dir", "td", "th", "table"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl", "td", "th", "table"]),
        "td" | "th" => (&["td", "th", "caption"], &["table"]),
        "tr" => (&["tr", "caption"], &["table"]),
        "thead" | "tbody" | "tfoot" => (&["thead", "tbody", "tfoot", "caption"], &["table"]),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            (&["p", "h1", "h2", "h3", "h4", "h5", "h6"], CELLS)
        }
        name if is_block(name) => (&["p"], CELLS),
        _ => (&[], &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order() {
        for name in ["address", "p", "ul", "main", "h1", "center"] {
            assert!(is_block(name), "{name}");
        }
        assert!(is_void("br") && is_void("area") && is_void("wbr") && !is_void("p"));
        assert!(is_silent("audio") && is_silent("video") && is_silent("nav") && !is_silent("b"));
        assert!(is_silent_role("doc-toc") && !is_silent_role("main"));
    }
}
