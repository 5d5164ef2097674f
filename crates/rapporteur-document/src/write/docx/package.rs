//! The package: the parts of docx-rs that a report has, and the ones docx-rs cannot fill.

use super::{logo, xml::mend};
use crate::style::Printed;
use docx_rs::XMLDocx;
use quick_xml::escape::escape;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Puts the package together.
pub(super) fn pack(built: XMLDocx, links: &[String], printed: &Printed) -> Result<Vec<u8>, String> {
    let header = built.headers.first().map(|part| mend(part)).transpose()?;
    let footer = built.footers.first().map(|part| mend(part)).transpose()?;
    let document = String::from_utf8(mend(&built.document)?).map_err(|error| error.to_string())?;
    let styles = String::from_utf8(mend(&built.styles)?).map_err(|error| error.to_string())?;
    let mut parts: Vec<(&str, Vec<u8>)> = vec![
        (
            "[Content_Types].xml",
            content_types(printed, header.is_some(), footer.is_some()).into_bytes(),
        ),
        ("_rels/.rels", package_relationships().into_bytes()),
        ("docProps/core.xml", core_properties(printed).into_bytes()),
        ("docProps/app.xml", app_properties(printed).into_bytes()),
        (
            "word/document.xml",
            logo::put_first(&point_to_running_lines(&document), printed).into_bytes(),
        ),
        (
            "word/_rels/document.xml.rels",
            document_relationships(printed, links, header.is_some(), footer.is_some()).into_bytes(),
        ),
        ("word/styles.xml", with_language(&styles, &printed.language).into_bytes()),
        ("word/numbering.xml", mend(&built.numberings)?),
        ("word/settings.xml", settings(printed).into_bytes()),
    ];
    parts.extend(header.map(|part| ("word/header1.xml", part)));
    parts.extend(footer.map(|part| ("word/footer1.xml", part)));
    let logo_file = printed.logo.as_ref().map(|logo| format!("word/{}", logo::file(logo)));
    if let (Some(name), Some(logo)) = (&logo_file, &printed.logo) {
        parts.push((name, logo.bytes.clone()));
    }
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, options).map_err(|error| error.to_string())?;
        zip.write_all(&bytes).map_err(|error| error.to_string())?;
    }
    Ok(zip.finish().map_err(|error| error.to_string())?.into_inner())
}

fn content_types(printed: &Printed, header: bool, footer: bool) -> String {
    let mut overrides = vec![
        ("/word/document.xml", format!("{WORD}.document.main+xml")),
        ("/word/styles.xml", format!("{WORD}.styles+xml")),
        ("/word/numbering.xml", format!("{WORD}.numbering+xml")),
        ("/word/settings.xml", format!("{WORD}.settings+xml")),
        (
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ),
        (
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned(),
        ),
    ];
    if header {
        overrides.push(("/word/header1.xml", format!("{WORD}.header+xml")));
    }
    if footer {
        overrides.push(("/word/footer1.xml", format!("{WORD}.footer+xml")));
    }
    let overrides: String = overrides
        .iter()
        .map(|(part, kind)| format!(r#"<Override PartName="{part}" ContentType="{kind}"/>"#))
        .collect();
    let logo = printed.logo.as_ref().map_or("", logo::content_type);
    part(&format!(
        r#"<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{logo}{overrides}</Types>"#
    ))
}

fn package_relationships() -> String {
    part(&format!(
        r#"<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{DOCUMENT}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="{DOCUMENT}/extended-properties" Target="docProps/app.xml"/></Relationships>"#
    ))
}

fn document_relationships(
    printed: &Printed,
    links: &[String],
    header: bool,
    footer: bool,
) -> String {
    let mut all = String::new();
    let parts = [
        ("styles", true),
        ("numbering", true),
        ("settings", true),
        ("header", header),
        ("footer", footer),
    ];
    for (kind, _) in parts.into_iter().filter(|(_, there)| *there) {
        let file =
            if kind == "header" || kind == "footer" { format!("{kind}1") } else { kind.to_owned() };
        all.push_str(&format!(
            r#"<Relationship Id="r{kind}" Type="{DOCUMENT}/{kind}" Target="{file}.xml"/>"#
        ));
    }
    if let Some(logo) = &printed.logo {
        all.push_str(&format!(
            r#"<Relationship Id="rLogo" Type="{DOCUMENT}/image" Target="{}"/>"#,
            logo::file(logo)
        ));
    }
    for (at, link) in links.iter().enumerate() {
        let target = escape(link.as_str());
        all.push_str(&format!(
            r#"<Relationship Id="rLink{}" Type="{DOCUMENT}/hyperlink" Target="{target}" TargetMode="External"/>"#,
            at + 1
        ));
    }
    part(&format!(r#"<Relationships xmlns="{PACKAGE}/relationships">{all}</Relationships>"#))
}

/// Header and footer are named by the ids of our own relationships.
fn point_to_running_lines(document: &str) -> String {
    let mut pointed = document.to_owned();
    for kind in ["header", "footer"] {
        let open = format!("<w:{kind}Reference ");
        if let Some(start) = pointed.find(&open)
            && let Some(length) = pointed[start..].find("/>")
        {
            let reference = format!(r#"<w:{kind}Reference w:type="default" r:id="r{kind}"/>"#);
            pointed.replace_range(start..start + length + 2, &reference);
        }
    }
    pointed
}

/// docx-rs writes no language and no control of lone lines; both belong to the defaults.
fn with_language(styles: &str, language: &str) -> String {
    let language = escape(language);
    let lang = format!(r#"<w:lang w:val="{language}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>"#);
    let with_lang =
        styles.replacen("</w:rPr></w:rPrDefault>", &format!("{lang}</w:rPr></w:rPrDefault>"), 1);
    let mut dressed =
        with_lang.replacen("<w:pPrDefault><w:pPr>", "<w:pPrDefault><w:pPr><w:widowControl/>", 1);
    for level in 1..=4 {
        dressed = keep_with_next(&dressed, &format!("Heading{level}"));
    }
    keep_with_next(&dressed, "TitleBlock")
}

/// A style whose paragraphs stay with what follows.
fn keep_with_next(styles: &str, id: &str) -> String {
    let mark = format!(r#"w:styleId="{id}""#);
    let Some(style) = styles.find(&mark) else { return styles.to_owned() };
    let Some(properties) = styles[style..].find("<w:pPr>") else { return styles.to_owned() };
    let at = style + properties + "<w:pPr>".len();
    format!("{}<w:keepNext/><w:keepLines/>{}", &styles[..at], &styles[at..])
}

fn core_properties(printed: &Printed) -> String {
    let title = escape(printed.title.as_str());
    let author = escape(printed.author.as_str());
    let language = escape(printed.language.as_str());
    let dates = if printed.date.is_empty() {
        String::new()
    } else {
        let stamp = format!("{}T00:00:00Z", printed.date);
        format!(
            r#"<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>"#
        )
    };
    part(&format!(
        r#"<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>{dates}<dc:language>{language}</dc:language></cp:coreProperties>"#
    ))
}

fn app_properties(printed: &Printed) -> String {
    let company = escape(printed.author.as_str());
    part(&format!(
        r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Rapporteur</Application><Company>{company}</Company></Properties>"#
    ))
}

fn settings(printed: &Printed) -> String {
    let language = escape(printed.language.as_str());
    part(&format!(
        r#"<w:settings xmlns:w="{MAIN}"><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="{language}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>"#
    ))
}

fn part(content: &str) -> String {
    format!(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{content}"#)
}
