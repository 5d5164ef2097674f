//! How fast a report is checked against the house style.

use crate::material::usual_report;
use crate::measure::{Measured, Table, median};
use crate::product::Product;
use rapporteur_core::api::{CheckRequest, Request};
use rapporteur_document::model::Block;
use std::path::Path;
use std::time::Duration;

/// A whole report, as it is checked while somebody writes.
pub fn check(table: &mut Table, folder: &Path) -> Measured<()> {
    let mut product = Product::begin(&folder.join("library.rapporteur"))?;
    let report = product.create(usual_report())?;
    let request = Request::Check(CheckRequest::CheckReport {
        content: Box::new(report.content),
        template: report.template,
        series: report.series,
        report: Some(report.id),
    });
    // With another number nothing that was found before holds.
    let mut number = 0;
    let anew = || {
        let mut request = request.clone();
        if let Request::Check(CheckRequest::CheckReport { content, .. }) = &mut request {
            number += 1;
            content.meeting.number = Some(number);
        }
        product.done(request)
    };
    let whole = median(51, anew);
    table.within("Check of a 28-participant report", &whole, Duration::from_millis(20));
    let mut edits = 0;
    let edited = || {
        let mut request = request.clone();
        if let Request::Check(CheckRequest::CheckReport { content, .. }) = &mut request {
            edits += 1;
            let words = format!("Participants noted the plan for the {edits} rooms.");
            content.agenda[0].section.blocks.push(Block::paragraph(words));
        }
        product.done(request)
    };
    let again = median(51, edited);
    table.within("The same again after one edit", &again, Duration::from_millis(5));
    Ok(())
}
