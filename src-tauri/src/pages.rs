//! What the shell knows of the pages in its windows: which hear their events, which are closing,
//! which report each shows.
//!
//! Called by `window` and `bridge`. Plain values, so that it is tested without a window.

use std::collections::HashMap;

use rapporteur_document::model::ReportId;

/// The pages by the names of their windows.
#[derive(Debug, Default)]
pub struct Pages {
    by_label: HashMap<String, Page>,
    last_focused: String,
}

#[derive(Debug, Default)]
struct Page {
    listens: bool,
    /// Counts the attempts to close, and what calls them off.
    closing: u32,
    shows: Option<ReportId>,
}

impl Pages {
    /// A page hears its events from now on; true the first time. A page that was loaded anew
    /// cannot be the one that was asked to store, so closing is called off.
    pub fn listens(&mut self, label: &str) -> bool {
        let page = self.page(label);
        page.closing += 1;
        !std::mem::replace(&mut page.listens, true)
    }

    /// A page is asked to store everything and close. Answers the number of this attempt; none
    /// if no page would hear it.
    pub fn asked_to_close(&mut self, label: &str) -> Option<u32> {
        let page = self.page(label);
        page.closing += 1;
        page.listens.then_some(page.closing)
    }

    /// The page said that it stays.
    pub fn stays(&mut self, label: &str) {
        self.page(label).closing += 1;
    }

    /// Whether nothing came after this attempt to close.
    pub fn still_closing(&self, label: &str, attempt: u32) -> bool {
        self.by_label.get(label).is_some_and(|page| page.closing == attempt)
    }

    /// The page shows a report, or none.
    pub fn shows(&mut self, label: &str, report: Option<ReportId>) {
        self.page(label).shows = report;
    }

    /// The other window that shows a report.
    pub fn elsewhere(&self, label: &str, report: ReportId) -> Option<String> {
        let mut others = self.by_label.iter().filter(|(other, _)| *other != label);
        others.find(|(_, page)| page.shows == Some(report)).map(|(other, _)| other.clone())
    }

    /// The window has the focus.
    pub fn focused(&mut self, label: &str) {
        label.clone_into(&mut self.last_focused);
    }

    /// The window that had the focus last; empty before the first.
    pub fn last_focused(&self) -> String {
        self.last_focused.clone()
    }

    /// The window is gone.
    pub fn gone(&mut self, label: &str) {
        self.by_label.remove(label);
    }

    fn page(&mut self, label: &str) -> &mut Page {
        self.by_label.entry(label.to_owned()).or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(text: &str) -> ReportId {
        text.parse().unwrap()
    }

    #[test]
    fn a_page_that_does_not_listen_is_not_asked() {
        let mut pages = Pages::default();
        assert_eq!(pages.asked_to_close("main"), None);
        assert!(pages.listens("main"));
        assert!(!pages.listens("main"));
        assert!(pages.asked_to_close("main").is_some());
    }

    #[test]
    fn staying_or_loading_anew_calls_closing_off_in_that_window_only() {
        let mut pages = Pages::default();
        for label in ["main", "main-2"] {
            pages.listens(label);
        }
        let (one, two) = (pages.asked_to_close("main"), pages.asked_to_close("main-2"));
        pages.stays("main");
        assert!(!pages.still_closing("main", one.unwrap()));
        assert!(pages.still_closing("main-2", two.unwrap()));
        pages.listens("main-2");
        assert!(!pages.still_closing("main-2", two.unwrap()));
    }

    #[test]
    fn a_report_is_found_in_the_other_window_until_that_is_gone() {
        let mut pages = Pages::default();
        let id = report("00000000-0000-7000-8000-000000000001");
        pages.shows("main-2", Some(id));
        assert_eq!(pages.elsewhere("main", id).as_deref(), Some("main-2"));
        assert_eq!(pages.elsewhere("main-2", id), None);
        pages.gone("main-2");
        assert_eq!(pages.elsewhere("main", id), None);
    }
}
