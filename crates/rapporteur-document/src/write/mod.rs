//! Writers: a printed report as the bytes of a file.
//!
//! Called by `rapporteur-core`. They take a [`Printed`](crate::style::Printed) and return bytes
//! and warnings; a list of people for other programs has a door of its own, [`list`]. Deliberately
//! absent: the readers, and for reports the model (everything is already words).

mod characters;
pub mod docx;
pub mod list;
pub mod markdown;
pub mod pdf;
pub mod text;

use crate::style::Warning;

/// The bytes of a written file, and what its sender should know.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// Missing glyphs and the like; empty for a file without reservations.
    pub warnings: Vec<Warning>,
}

/// Runs with the address each links to, if it is one that a reader may follow.
///
/// Neighbouring runs of one link are given as they are; only the last one carries the address,
/// so that it is written once.
fn addressed(
    runs: &[crate::style::Run],
) -> impl Iterator<Item = (&crate::style::Run, Option<&str>)> {
    runs.iter().enumerate().map(|(at, run)| {
        let goes_on =
            runs.get(at + 1).is_some_and(|next| next.link.is_some() && next.link == run.link);
        let address = run.link.as_deref().filter(|address| !goes_on && is_address(address));
        (run, address)
    })
}

/// Whether a link leads somewhere a reader may follow: a web or mail address without spaces.
pub(crate) fn is_address(link: &str) -> bool {
    let scheme =
        ["https://", "http://", "mailto:"].iter().find(|scheme| link.starts_with(**scheme));
    scheme.is_some_and(|scheme| link.len() > scheme.len())
        && !link.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}

#[cfg(test)]
mod tests {
    use super::is_address;
    use crate::style::{PageLook, Printed, PrintedBlock, Run};

    /// A printed report of some blocks.
    pub(crate) fn printed(blocks: Vec<PrintedBlock>) -> Printed {
        Printed {
            title: "WG-Access: Summary Report of the 7th meeting".into(),
            author: "Working Group on Access".into(),
            language: "en-GB".into(),
            date: "2026-03-05".into(),
            state_mark: None,
            header: String::new(),
            footer: "WG-Access, 7th meeting".into(),
            page_number: "Page {page} of {pages}".into(),
            file_name: "report".into(),
            look: PageLook::default(),
            logo: None,
            blocks,
            warnings: vec![],
        }
    }

    pub(crate) fn linked(text: &str, link: &str) -> Run {
        Run { text: text.into(), link: Some(link.into()), ..Run::default() }
    }

    #[test]
    fn addresses_are_told_from_other_links() {
        for good in ["https://a.example/x?y=1#z", "http://a.example", "mailto:a@b.example"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "#",
            "",
            "https://",
            "https.//docs.example",
            "javascript:alert(1)",
            "file:///etc",
            "https://a b",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
