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
    /// All four margins, in millimetres.
    pub margin: Length,
    /// The typeface named in DOCX files; PDF embeds Noto Sans.
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

impl Default for PageLook {
    fn default() -> Self {
        Self {
            size: PageSize::A4,
            margin: 25.0,
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
