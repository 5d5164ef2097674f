//! The look of the page: sizes, margins, type.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A length in millimetres.
pub type Length = f32;

/// How pages look. The defaults are those of `house-style`: A4, 25 mm, 11 pt, 1.15, 6 pt after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export)]
pub struct PageLook {
    /// The paper.
    pub size: PageSize,
    /// The margins, in millimetres; a file may give one number for all four.
    pub margin: Margins,
    /// The typeface that PDF embeds.
    pub typeface: Typeface,
    /// The typeface named in DOCX files, which embed none.
    pub docx_font: String,
    /// The size of running text, in points.
    pub text_size: f32,
    /// The size of the one Title, in points.
    pub title_size: f32,
    /// The sizes of headings 1 to 4, in points.
    pub heading_sizes: [f32; 4],
    /// Line height as a multiple of the text size's normal line.
    pub line_spacing: f32,
    /// Space after a paragraph, in points.
    pub space_after: f32,
    /// Whether pages carry the footer with page numbers.
    pub footer: bool,
}

/// The margins of a page, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(from = "WrittenMargins")]
#[ts(export)]
pub struct Margins {
    /// Above the text.
    pub top: Length,
    /// Right of it.
    pub right: Length,
    /// Below it.
    pub bottom: Length,
    /// Left of it.
    pub left: Length,
}

/// Margins as a template file may write them.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenMargins {
    All(Length),
    Each(EachMargin),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EachMargin {
    top: Length,
    right: Length,
    bottom: Length,
    left: Length,
}

impl From<WrittenMargins> for Margins {
    fn from(written: WrittenMargins) -> Self {
        match written {
            WrittenMargins::All(all) => Self { top: all, right: all, bottom: all, left: all },
            WrittenMargins::Each(EachMargin { top, right, bottom, left }) => {
                Self { top, right, bottom, left }
            }
        }
    }
}

/// A typeface that comes with the program.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub enum Typeface {
    /// Without serifs.
    #[default]
    #[serde(rename = "Noto Sans")]
    NotoSans,
    /// With serifs.
    #[serde(rename = "Noto Serif")]
    NotoSerif,
}

impl Typeface {
    /// The name of its family.
    pub fn family(self) -> &'static str {
        match self {
            Typeface::NotoSans => "Noto Sans",
            Typeface::NotoSerif => "Noto Serif",
        }
    }
}

/// Typefaces that word processors have; a template may name another one.
pub const DOCX_FONTS: [&str; 12] = [
    "Arial",
    "Calibri",
    "Cambria",
    "Georgia",
    "Helvetica",
    "Liberation Sans",
    "Liberation Serif",
    "Noto Sans",
    "Noto Serif",
    "Tahoma",
    "Times New Roman",
    "Verdana",
];

/// A paper size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub enum PageSize {
    /// 210 × 297 mm (ISO 216).
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl PageSize {
    /// Width and height in millimetres.
    pub fn millimetres(self) -> (Length, Length) {
        match self {
            PageSize::A4 => (210.0, 297.0),
            PageSize::Letter => (215.9, 279.4),
        }
    }
}

impl PageLook {
    /// The width of the text, in millimetres.
    pub fn text_width(&self) -> Length {
        self.size.millimetres().0 - self.margin.left - self.margin.right
    }
}

impl Default for PageLook {
    fn default() -> Self {
        Self {
            size: PageSize::A4,
            margin: WrittenMargins::All(25.0).into(),
            typeface: Typeface::NotoSans,
            docx_font: "Arial".to_owned(),
            text_size: 11.0,
            title_size: 18.0,
            heading_sizes: [14.0, 12.0, 11.0, 11.0],
            line_spacing: 1.15,
            space_after: 6.0,
            footer: true,
        }
    }
}
