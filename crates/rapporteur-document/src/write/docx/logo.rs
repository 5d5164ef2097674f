//! The logo: a drawing in a paragraph of its own before the title block, and its file in the
//! package. docx-rs gives pictures no alternative text, so this is written here.

use crate::style::{Picture, PictureFormat, Printed};
use quick_xml::escape::escape;

const WORD_DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// English metric units in a millimetre (ECMA-376, part 1, 20.1.2.1).
const UNITS: f32 = 36_000.0;

/// The logo's file in the package, from the folder `word`.
pub(super) fn file(logo: &Picture) -> &'static str {
    match logo.format {
        PictureFormat::Png => "media/logo.png",
        PictureFormat::Jpeg { .. } => "media/logo.jpeg",
    }
}

/// What the package says of files with the logo's extension.
pub(super) fn content_type(logo: &Picture) -> &'static str {
    match logo.format {
        PictureFormat::Png => r#"<Default Extension="png" ContentType="image/png"/>"#,
        PictureFormat::Jpeg { .. } => r#"<Default Extension="jpeg" ContentType="image/jpeg"/>"#,
    }
}

/// Puts the logo before the first paragraph of the document.
pub(super) fn put_first(document: &str, printed: &Printed) -> String {
    let Some(logo) = &printed.logo else { return document.to_owned() };
    document.replacen("<w:body>", &format!("<w:body>{}", paragraph(logo)), 1)
}

fn paragraph(logo: &Picture) -> String {
    let size = format!(r#"cx="{}" cy="{}""#, units(logo.width()), units(logo.height));
    let words = escape(logo.alternative_text.as_str());
    format!(
        r#"<w:p><w:pPr><w:pStyle w:val="TitleBlock"/><w:spacing w:after="240" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="{WORD_DRAWING}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr id="1" name="Logo" descr="{words}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{DRAWING}" noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{PICTURE}"><pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr id="1" name="Logo" descr="{words}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{RELATIONSHIPS}" r:embed="rLogo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"#
    )
}

/// A logo is at most as wide as the page, so nothing is lost.
#[allow(clippy::cast_possible_truncation)]
fn units(millimetres: f32) -> i32 {
    (millimetres * UNITS).round() as i32
}
