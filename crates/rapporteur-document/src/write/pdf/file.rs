//! Completing printpdf's document: fonts, links, outline, structure tree, metadata; always the
//! same bytes for the same report.

use super::draw::{Drawn, Entry, LOGO};
use super::embed::{Embedded, UsedFace};
use super::tree::{Kid, Tree};
use crate::style::{Picture, PictureFormat, Printed};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};

/// Puts the file together.
pub(super) fn complete(
    mut drawn: Drawn,
    tree: &Tree,
    faces: Vec<UsedFace>,
    printed: &Printed,
) -> Result<Vec<u8>, String> {
    let (width, height) = (Mm(drawn.width / 72.0 * 25.4), Mm(drawn.height / 72.0 * 25.4));
    let mut made = PdfDocument::new(&printed.title);
    made.pages = drawn
        .pages
        .iter_mut()
        .map(|page| PdfPage::new(width, height, std::mem::take(&mut page.ops)))
        .collect();
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: false,
        ..PdfSaveOptions::default()
    };
    let mut file =
        File { document: made.to_lopdf_document(&options, &mut Vec::new()), pages: Vec::new() };
    file.pages = file.document.page_iter().collect();
    if file.pages.len() != drawn.pages.len() {
        return Err("a page was lost while the file was put together".to_owned());
    }
    let fonts = file.fonts(&faces)?;
    let links = file.links(&drawn);
    let logo = printed.logo.as_ref().map(|logo| file.picture(logo)).transpose()?;
    file.dress_pages(&drawn, fonts, logo, &links)?;
    let structure = file.structure(tree, &drawn, &links);
    let outline = file.outline(&drawn.outline);
    file.catalogue(structure, outline, printed)?;
    file.finish(printed)
}

struct File {
    document: Document,
    pages: Vec<ObjectId>,
}

impl File {
    fn fonts(&mut self, faces: &[UsedFace]) -> Result<Dictionary, String> {
        let mut fonts = Dictionary::new();
        for (at, face) in faces.iter().enumerate() {
            let id = self.font(&face.embed(at)?);
            fonts.set(format!("F{at}"), id);
        }
        Ok(fonts)
    }

    fn font(&mut self, font: &Embedded) -> ObjectId {
        let mut program = Stream::new(
            dictionary! { "Length1" => length(font.program.len()) },
            font.program.clone(),
        );
        if font.compact {
            program.dict = dictionary! { "Subtype" => "OpenType" };
        }
        let program = self.document.add_object(program);
        let [ascent, descent, capitals] = font.metrics;
        let mut descriptor = dictionary! {
            "Type" => "FontDescriptor",
            "FontName" => name(&font.name),
            "Flags" => 4,
            "FontBBox" => font.bounds.iter().map(|side| Object::Real(side.round())).collect::<Vec<_>>(),
            "ItalicAngle" => Object::Real(font.angle),
            "Ascent" => Object::Real(ascent.round()),
            "Descent" => Object::Real(descent.round()),
            "CapHeight" => Object::Real(capitals.round()),
            "StemV" => 80,
        };
        descriptor.set(if font.compact { "FontFile3" } else { "FontFile2" }, program);
        let descriptor = self.document.add_object(descriptor);
        let code_of =
            |at: usize, glyph: u16| if font.compact { i64::from(glyph) } else { length(at + 1) };
        let widths: Vec<Object> = font
            .codes
            .iter()
            .enumerate()
            .flat_map(|(at, (glyph, width, _))| {
                [Object::Integer(code_of(at, *glyph)), Object::Array(vec![Object::Real(*width)])]
            })
            .collect();
        let mut descendant = dictionary! {
            "Type" => "Font",
            "Subtype" => if font.compact { "CIDFontType0" } else { "CIDFontType2" },
            "BaseFont" => name(&font.name),
            "CIDSystemInfo" => dictionary! {
                "Registry" => text("Adobe"), "Ordering" => text("Identity"), "Supplement" => 0,
            },
            "FontDescriptor" => descriptor,
            "DW" => 0,
            "W" => widths,
        };
        if !font.compact {
            let map: Vec<u8> = std::iter::once(0)
                .chain(font.codes.iter().map(|code| code.0))
                .flat_map(u16::to_be_bytes)
                .collect();
            let map = self.document.add_object(Stream::new(Dictionary::new(), map));
            descendant.set("CIDToGIDMap", map);
        }
        let descendant = self.document.add_object(descendant);
        let texts = font
            .codes
            .iter()
            .enumerate()
            .map(|(at, (glyph, _, text))| (code_of(at, *glyph), text.as_str()));
        let to_unicode =
            self.document.add_object(Stream::new(Dictionary::new(), to_unicode(texts)));
        self.document.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => name(&font.name),
            "Encoding" => "Identity-H",
            "DescendantFonts" => vec![descendant.into()],
            "ToUnicode" => to_unicode,
        })
    }

    /// The logo: a JPEG as it is, a PNG as its colours with a mask of what shows through.
    fn picture(&mut self, logo: &Picture) -> Result<ObjectId, String> {
        let (width, height) = logo.pixels;
        let mut image = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "BitsPerComponent" => 8,
            "Width" => i64::from(width), "Height" => i64::from(height),
        };
        let bytes = match logo.format {
            PictureFormat::Jpeg { components, adobe } => {
                image.set("Filter", "DCTDecode");
                let colours = match components {
                    1 => "DeviceGray",
                    4 => "DeviceCMYK",
                    _ => "DeviceRGB",
                };
                image.set("ColorSpace", colours);
                if components == 4 && adobe {
                    image.set(
                        "Decode",
                        [1, 0].repeat(4).into_iter().map(Object::from).collect::<Vec<_>>(),
                    );
                }
                logo.bytes.clone()
            }
            PictureFormat::Png => {
                let pixels = logo.decode().map_err(|reason| format!("its logo: {reason}"))?;
                image.set("ColorSpace", "DeviceRGB");
                if let Some(opacity) = pixels.opacity {
                    let mut mask = image.clone();
                    mask.set("ColorSpace", "DeviceGray");
                    image.set("SMask", self.document.add_object(Stream::new(mask, opacity)));
                }
                pixels.colours
            }
        };
        Ok(self.document.add_object(Stream::new(image, bytes)))
    }

    fn links(&mut self, drawn: &Drawn) -> Vec<ObjectId> {
        let pages = drawn.pages.len();
        let mut ids = Vec::with_capacity(drawn.links.len());
        for (at, link) in drawn.links.iter().enumerate() {
            let rectangle: Vec<Object> =
                link.rectangle.iter().map(|side| Object::Real(*side)).collect();
            ids.push(self.document.add_object(dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => rectangle,
                "Border" => vec![0.into(), 0.into(), 0.into()],
                "F" => 4,
                "Contents" => unicode(&link.words),
                "StructParent" => length(pages + at),
                "A" => dictionary! { "S" => "URI", "URI" => text(&link.address) },
            }));
        }
        ids
    }

    fn dress_pages(
        &mut self,
        drawn: &Drawn,
        fonts: Dictionary,
        logo: Option<ObjectId>,
        links: &[ObjectId],
    ) -> Result<(), String> {
        let fonts = self.document.add_object(fonts);
        for (at, page) in self.pages.clone().into_iter().enumerate() {
            let annotations: Vec<Object> = drawn
                .links
                .iter()
                .zip(links)
                .filter(|(link, _)| link.page == at)
                .map(|(_, id)| (*id).into())
                .collect();
            let page = self.document.get_dictionary_mut(page).map_err(|error| error.to_string())?;
            let mut resources = dictionary! { "Font" => fonts };
            if let Some(logo) = logo.filter(|_| at == 0) {
                resources.set("XObject", dictionary! { LOGO => logo });
            }
            page.set("Resources", resources);
            page.set("StructParents", length(at));
            page.set("Tabs", "S");
            page.remove(b"Annots");
            if !annotations.is_empty() {
                page.set("Annots", annotations);
            }
        }
        Ok(())
    }

    fn structure(&mut self, tree: &Tree, drawn: &Drawn, links: &[ObjectId]) -> ObjectId {
        let root = self.document.new_object_id();
        let ids: Vec<ObjectId> = tree.nodes.iter().map(|_| self.document.new_object_id()).collect();
        for (at, node) in tree.nodes.iter().enumerate() {
            let kids: Vec<Object> = node
                .kids
                .iter()
                .map(|kid| match kid {
                    Kid::Node(child) => ids[*child].into(),
                    Kid::Content(page, id) => dictionary! {
                        "Type" => "MCR", "Pg" => self.pages[*page], "MCID" => length(*id),
                    }
                    .into(),
                    Kid::Link(link) => dictionary! {
                        "Type" => "OBJR", "Pg" => self.pages[drawn.links[*link].page], "Obj" => links[*link],
                    }
                    .into(),
                })
                .collect();
            let parent: Object = if at == 0 { root.into() } else { ids[node.parent].into() };
            let mut element = dictionary! { "Type" => "StructElem", "S" => node.role, "P" => parent, "K" => kids };
            if let Some(figure) = &node.figure {
                let sides: Vec<Object> =
                    figure.rectangle.iter().map(|side| Object::Real(*side)).collect();
                element.set("Alt", unicode(&figure.alternative_text));
                element.set(
                    "A",
                    dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => sides },
                );
            }
            self.document.set_object(ids[at], element);
        }
        let mut numbers: Vec<Object> = Vec::new();
        for (at, page) in drawn.pages.iter().enumerate() {
            let owners: Vec<Object> = page.content.iter().map(|node| ids[*node].into()).collect();
            numbers.extend([length(at).into(), owners.into()]);
        }
        for (at, link) in drawn.links.iter().enumerate() {
            numbers.extend([length(drawn.pages.len() + at).into(), ids[link.node].into()]);
        }
        let parents = self.document.add_object(dictionary! { "Nums" => numbers });
        let tree = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => ids[0],
            "ParentTree" => parents,
            "ParentTreeNextKey" => length(drawn.pages.len() + drawn.links.len()),
            // “Title” is a role of PDF 2.0; here it is a paragraph.
            "RoleMap" => dictionary! { "Title" => "P" },
        };
        self.document.set_object(root, tree);
        root
    }

    /// The outline, each heading under the last one of a lower level.
    fn outline(&mut self, entries: &[Entry]) -> Option<ObjectId> {
        if entries.is_empty() {
            return None;
        }
        let root = self.document.new_object_id();
        let ids: Vec<ObjectId> = entries.iter().map(|_| self.document.new_object_id()).collect();
        let mut parents: Vec<Option<usize>> = Vec::with_capacity(entries.len());
        for (at, entry) in entries.iter().enumerate() {
            let mut above = at.checked_sub(1);
            while let Some(candidate) =
                above.filter(|candidate| entries[*candidate].level >= entry.level)
            {
                above = parents[candidate];
            }
            parents.push(above);
        }
        // The children of each entry, and of the outline itself in the last place.
        let mut families: Vec<Vec<usize>> = vec![Vec::new(); entries.len() + 1];
        for (at, parent) in parents.iter().enumerate() {
            families[parent.unwrap_or(entries.len())].push(at);
        }
        let children = |of: Option<usize>| families[of.unwrap_or(entries.len())].as_slice();
        for (at, entry) in entries.iter().enumerate() {
            let siblings = children(parents[at]);
            let place = siblings.binary_search(&at).unwrap_or(0);
            let parent = parents[at].map_or(root, |parent| ids[parent]);
            let destination: Vec<Object> = vec![
                self.pages[entry.page].into(),
                "XYZ".into(),
                Object::Null,
                Object::Real(entry.top),
                Object::Null,
            ];
            let mut item = dictionary! { "Title" => unicode(&entry.words), "Parent" => parent, "Dest" => destination };
            if place > 0 {
                item.set("Prev", ids[siblings[place - 1]]);
            }
            if let Some(next) = siblings.get(place + 1) {
                item.set("Next", ids[*next]);
            }
            let own = children(Some(at));
            if let (Some(first), Some(last)) = (own.first(), own.last()) {
                item.set("First", ids[*first]);
                item.set("Last", ids[*last]);
                item.set("Count", -length(own.len()));
            }
            self.document.set_object(ids[at], item);
        }
        let top = children(None);
        let mut outline = dictionary! { "Type" => "Outlines", "Count" => length(top.len()) };
        if let (Some(first), Some(last)) = (top.first(), top.last()) {
            outline.set("First", ids[*first]);
            outline.set("Last", ids[*last]);
        }
        self.document.set_object(root, outline);
        Some(root)
    }

    fn catalogue(
        &mut self,
        structure: ObjectId,
        outline: Option<ObjectId>,
        printed: &Printed,
    ) -> Result<(), String> {
        let metadata = Stream::new(
            dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
            metadata(printed).into_bytes(),
        );
        let metadata = self.document.add_object(metadata.with_compression(false));
        let catalogue = self.document.catalog_mut().map_err(|error| error.to_string())?;
        let pages = catalogue.get(b"Pages").map_err(|error| error.to_string())?.clone();
        *catalogue = dictionary! {
            "Type" => "Catalog",
            "Pages" => pages,
            "Lang" => text(&printed.language),
            "MarkInfo" => dictionary! { "Marked" => true },
            "StructTreeRoot" => structure,
            "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
            "Metadata" => metadata,
        };
        if let Some(outline) = outline {
            catalogue.set("Outlines", outline);
        }
        Ok(())
    }

    fn finish(mut self, printed: &Printed) -> Result<Vec<u8>, String> {
        let mut info = dictionary! {
            "Title" => unicode(&printed.title),
            "Author" => unicode(&printed.author),
            "Creator" => text("Rapporteur"),
        };
        if !printed.date.is_empty() {
            info.set("CreationDate", text(&format!("D:{}000000Z", printed.date.replace('-', ""))));
        }
        let info = self.document.add_object(info);
        self.document.trailer.set("Info", info);
        self.document.trailer.remove(b"ID");
        self.document.version = "1.7".to_owned();
        super::order::number(&mut self.document);
        self.document.compress();
        let mut bytes = Vec::new();
        self.document.save_to(&mut bytes).map_err(|error| error.to_string())?;
        let id = Object::String(fingerprint(&bytes).to_vec(), StringFormat::Hexadecimal);
        self.document.trailer.set("ID", vec![id.clone(), id]);
        bytes.clear();
        self.document.save_to(&mut bytes).map_err(|error| error.to_string())?;
        Ok(bytes)
    }
}

/// Sixteen bytes that tell one file from another (two FNV-1a hashes; not for security).
fn fingerprint(bytes: &[u8]) -> [u8; 16] {
    let hash = |seed: u64| {
        bytes
            .iter()
            .fold(seed, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
    };
    let mut id = [0; 16];
    id[..8].copy_from_slice(&hash(0xcbf2_9ce4_8422_2325).to_be_bytes());
    id[8..].copy_from_slice(&hash(0x8422_2325_cbf2_9ce4).to_be_bytes());
    id
}

/// The texts of the codes, as a CMap (ISO 32000-1, 9.10.3).
fn to_unicode<'t>(texts: impl Iterator<Item = (i64, &'t str)>) -> Vec<u8> {
    let lines: Vec<String> = texts
        .map(|(code, text)| {
            let units: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            format!("<{code:04X}> <{units}>")
        })
        .collect();
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    for chunk in lines.chunks(100) {
        map.push_str(&format!("{} beginbfchar\n{}\nendbfchar\n", chunk.len(), chunk.join("\n")));
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map.into_bytes()
}

fn metadata(printed: &Printed) -> String {
    let escape = |text: &str| quick_xml::escape::escape(text).into_owned();
    let (title, author, language) =
        (escape(&printed.title), escape(&printed.author), escape(&printed.language));
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language><pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
    )
}

fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

/// A string of ASCII.
fn text(text: &str) -> Object {
    Object::String(text.as_bytes().to_vec(), StringFormat::Literal)
}

/// A string of any letters, as UTF-16.
fn unicode(text: &str) -> Object {
    let bytes =
        [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

fn length(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
