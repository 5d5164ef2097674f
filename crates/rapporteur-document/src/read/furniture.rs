//! What stands around a report that was printed from a web page: the menu above, the foot below.
//!
//! Called for the first and the last lines of a file without structure (`text`, `pdf`); in HTML the
//! page itself says what its menu is.

/// How many lines at the top and at the bottom of a file may be those of a web page.
pub const EDGE: usize = 2;

/// What a line that was left out is told with.
pub const MESSAGE: &str = "This looks like the menu or the foot of a web page and was left out.";

/// Words that stand in menus of web pages, and hardly anywhere else with others beside them.
const MENU: &[&str] = &[
    "home",
    "menu",
    "contact",
    "contact us",
    "privacy",
    "privacy policy",
    "imprint",
    "sitemap",
    "site map",
    "log in",
    "login",
    "sign in",
    "search",
    "cookies",
    "terms of use",
    "legal notice",
    "terms",
    "skip to content",
    "accessibility",
];

/// Words that stand there too.
const BESIDE: &[&str] = &[
    "about",
    "about us",
    "news",
    "meetings",
    "events",
    "documents",
    "publications",
    "members",
    "resources",
    "blog",
    "archive",
    "calendar",
    "faq",
    "help",
    "join",
    "join us",
    "subscribe",
    "share",
    "print",
    "rss",
    "english",
    "legal",
    "all rights reserved",
    "our work",
    "library",
];

/// Whether a line is a menu or a foot: `Home | About | Meetings`, `© 2026 · Privacy · Contact`.
pub fn is_furniture(text: &str, at_end: bool) -> bool {
    let text = text.trim().to_lowercase();
    if text.len() > 160 {
        return false;
    }
    let pieces: Vec<&str> = text
        .split(['|', '·', '•', '›', '»'])
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect();
    let is_right = |piece: &&&str| is_copyright(piece);
    if at_end && pieces.iter().any(|piece| is_right(&piece)) {
        return pieces.len() == 1 && text.split_whitespace().nth(10).is_none()
            || pieces.iter().any(|piece| MENU.contains(piece) || BESIDE.contains(piece));
    }
    pieces.len() > 1
        && pieces.iter().any(|piece| MENU.contains(piece))
        && pieces.iter().all(|piece| MENU.contains(piece) || BESIDE.contains(piece))
}

/// `© 2026`, `Copyright 2026 Port of Wenning`.
fn is_copyright(piece: &str) -> bool {
    let rest = piece.strip_prefix("copyright").unwrap_or(piece).trim_start();
    let signed = rest.strip_prefix('©').or_else(|| rest.strip_prefix("(c)"));
    let year = signed.unwrap_or(rest).trim_start();
    (signed.is_some() || rest.len() < piece.len())
        && year.len() >= 4
        && year.bytes().take(4).all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::is_furniture;

    #[test]
    fn menus_are_told_from_text() {
        for (text, above, below) in [
            ("Home | About | Meetings", true, true),
            ("HOME · News · Log in", true, true),
            ("© 2026 · Privacy · Contact", false, true),
            ("© 2026 Port of Wenning. All rights reserved.", false, true),
            ("Copyright © 2026 Wenning | Imprint", false, true),
            ("Home", false, false),
            ("News | Meetings", false, false),
            ("Contact | Ana Prado", false, false),
            ("Home | Tides and boats", false, false),
            ("12 May 2026 | Room 3", false, false),
            ("© 2026 · Ana Prado · Port of Wenning", false, false),
            ("Copyright was discussed in 2026.", false, false),
            ("Search for a home, contact and privacy.", false, false),
            ("", false, false),
        ] {
            assert_eq!(is_furniture(text, false), above, "{text}");
            assert_eq!(is_furniture(text, true), below, "{text}");
        }
    }
}
