//! What several rules want to know of one report: found out when the first of them asks.

use super::participants::entries;
use super::rule::Desk;
use super::speakers::{Speaker, find_speakers};
use crate::model::fold;
use std::cell::OnceCell;

/// Empty for every report that is laid on the desk.
#[derive(Debug, Default)]
pub struct Reckoned {
    speakers: OnceCell<Vec<Speaker>>,
    listed: OnceCell<Vec<Listed>>,
}

/// A participant in letters that compare.
#[derive(Debug)]
pub(super) struct Listed {
    /// The name as it is listed.
    pub full: String,
    /// The same, folded.
    pub folded: String,
    /// The given name, folded.
    pub given: String,
    /// The family name, or the only one, folded.
    pub family: String,
    /// The organisation, folded; empty for none.
    pub organisation: String,
}

impl Desk<'_> {
    /// Whom the text says spoke, in its order.
    pub(super) fn speakers(&self) -> &[Speaker] {
        self.reckoned.speakers.get_or_init(|| find_speakers(self))
    }

    /// The participants, in the order of [`entries`].
    pub(super) fn listed(&self) -> &[Listed] {
        self.reckoned.listed.get_or_init(|| {
            let listed = entries(self).map(|(_, _, entry)| {
                let full = entry.name.full();
                Listed {
                    folded: fold(&full),
                    full,
                    given: fold(&entry.name.given),
                    family: fold(&entry.name.family_or_given()),
                    organisation: fold(entry.organisation.as_deref().unwrap_or("")),
                }
            });
            listed.collect()
        })
    }
}
