//! The little of style sheets that says something about structure: bold, italic, hidden, how a
//! list counts.
//!
//! Called by `page` for every `style` element and attribute. Deliberately absent: cascades,
//! selectors of more than one class, and whatever applies to one medium only.

use crate::read::numbers::Counting;
use std::collections::HashMap;

/// What a declaration block says.
#[derive(Default, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Not shown.
    pub hidden: Option<bool>,
    /// Line ends are kept.
    pub preformatted: Option<bool>,
    /// How the entries of a list count.
    pub counting: Option<ListLook>,
}

/// How the entries of a list are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListLook {
    /// By a bullet.
    Bullet,
    /// By a number.
    Counting(Counting),
    /// By nothing.
    None,
}

impl Look {
    /// This look, with what `other` says besides.
    pub fn with(self, other: Look) -> Look {
        Look {
            bold: other.bold.or(self.bold),
            italic: other.italic.or(self.italic),
            hidden: other.hidden.or(self.hidden),
            preformatted: other.preformatted.or(self.preformatted),
            counting: other.counting.or(self.counting),
        }
    }
}

/// What style sheets say about classes, and about classes of one element only.
#[derive(Default)]
pub struct Classes(HashMap<String, Look>);

impl Classes {
    /// What they say about an element of a class; what they say of this element goes first.
    pub fn look(&self, element: &str, class: &str) -> Look {
        let said = |key: &str| self.0.get(key).copied().unwrap_or_default();
        said(class).with(said(&format!("{element}.{class}"))).with(said(&format!("{class}>")))
    }
}

/// Adds the rules of a style sheet that are about one class.
pub fn add_rules(sheet: &str, classes: &mut Classes) {
    let mut rest = sheet;
    while let Some((selector, after)) = rest.split_once('{') {
        if selector.trim_start().starts_with('@') {
            rest = after_block(after);
            continue;
        }
        let (block, after) = after.split_once('}').unwrap_or((after, ""));
        rest = after;
        let selector = selector.rsplit(['}', ';']).next().unwrap_or("");
        for selector in selector.split(',') {
            if let Some((class, look)) = rule(selector.trim(), block) {
                let known = classes.0.entry(class).or_default();
                *known = known.with(look);
            }
        }
    }
}

/// What follows the block of a rule such as `@media`, whose block holds blocks.
fn after_block(text: &str) -> &str {
    let mut depth = 1;
    for (at, character) in text.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[at + 1..];
        }
    }
    ""
}

/// The class a rule is about, after the element where it names one: `.c`, `p.c`, or `.c>li:before`,
/// where Google Docs counts and which goes before what is said of the list (its key is `c>`).
fn rule(selector: &str, block: &str) -> Option<(String, Look)> {
    if let Some(list) = selector.strip_suffix("li:before") {
        let class = list.trim_end_matches([' ', '>']).rsplit('.').next()?;
        let counting =
            block.split_once("counter(")?.1.split_once(')')?.0.rsplit(',').next()?.trim();
        let look =
            Look { counting: Some(ListLook::Counting(counting_of(counting)?)), ..Look::default() };
        return Some((format!("{class}>"), look));
    }
    let (element, class) = selector.split_once('.')?;
    let simple = |text: &str| text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    let key = match element {
        "" => class.to_owned(),
        element => format!("{}.{class}", element.to_lowercase()),
    };
    (simple(element) && simple(class)).then(|| (key, look(block)))
}

/// What a declaration block says.
pub fn look(block: &str) -> Look {
    let mut look = Look::default();
    for declaration in block.split(';') {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let value = value.trim().trim_end_matches("!important").trim().to_lowercase();
        match name.trim().to_lowercase().as_str() {
            "font-weight" => {
                look.bold = Some(
                    value.starts_with("bold")
                        || value.parse().is_ok_and(|weight: u32| weight >= 600),
                );
            }
            "font-style" => look.italic = Some(value != "normal"),
            "display" | "visibility" | "mso-hide" => {
                look.hidden = Some(["none", "hidden", "all"].contains(&value.as_str()));
            }
            "white-space" => look.preformatted = Some(value.starts_with("pre")),
            "list-style-type" | "list-style" => {
                let kind = value.split(' ').find_map(list_look);
                look.counting = kind.or(look.counting);
            }
            _ => {}
        }
    }
    look
}

fn list_look(value: &str) -> Option<ListLook> {
    match value {
        "none" => Some(ListLook::None),
        "disc" | "circle" | "square" => Some(ListLook::Bullet),
        other => counting_of(other).map(ListLook::Counting),
    }
}

fn counting_of(value: &str) -> Option<Counting> {
    Some(match value {
        "decimal" | "1" => Counting::Decimal,
        "decimal-leading-zero" => Counting::PaddedDecimal,
        "lower-alpha" | "lower-latin" | "a" => Counting::Letter { upper: false },
        "upper-alpha" | "upper-latin" | "A" => Counting::Letter { upper: true },
        "lower-roman" | "i" => Counting::Roman { upper: false },
        "upper-roman" | "I" => Counting::Roman { upper: true },
        _ => return None,
    })
}

/// How the `type` attribute of a list says that it counts.
pub fn counting_of_type(value: &str) -> Option<ListLook> {
    counting_of(value).map(ListLook::Counting).or_else(|| list_look(&value.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_say_what_is_bold_or_hidden() {
        let sheet = "/* x */ @media print { .gone { display: none } } .c1, p.c2{font-weight:700;font-style:italic}\
                     .c3 { display: none } div .c4 {font-weight:bold} .l-1>li:before{content:\"\" counter(x,lower-latin) \". \"}";
        let mut classes = Classes::default();
        add_rules(sheet, &mut classes);
        let mut found: Vec<&str> = classes.0.keys().map(String::as_str).collect();
        found.sort_unstable();
        assert_eq!(found, ["c1", "c3", "l-1>", "p.c2"]);
        let both = classes.look("p", "c2");
        assert_eq!((both.bold, both.italic), (Some(true), Some(true)));
        assert_eq!(classes.look("div", "c3").hidden, Some(true));
        let letters = ListLook::Counting(Counting::Letter { upper: false });
        assert_eq!(classes.look("ol", "l-1").counting, Some(letters));
    }

    #[test]
    fn a_class_of_one_element_says_nothing_of_others() {
        let sheet = "p.x {font-size: 11pt} h1.x, H2.x {font-weight: bold} .y {font-weight: bold} p.y {font-weight: 400}";
        let mut classes = Classes::default();
        add_rules(sheet, &mut classes);
        for (element, class, bold) in [
            ("h1", "x", Some(true)),
            ("h2", "x", Some(true)),
            ("p", "x", None),
            ("li", "x", None),
            ("li", "y", Some(true)),
            ("p", "y", Some(false)),
            ("p", "z", None),
        ] {
            assert_eq!(classes.look(element, class).bold, bold, "{element}.{class}");
        }
    }
}
