//! How fast a report is checked against the house style.

use crate::material::usual_report;
use crate::measure::{Measured, Table, median};
use crate::product::Product;
use rapporteur_core::api::Request;
use std::path::Path;
use std::time::Duration;

/// A whole report, as it is checked while somebody writes.
pub fn check(table: &mut Table, folder: &Path) -> Measured<()> {
    let mut product = Product::begin(&folder.join("library.rapporteur"))?;
    let report = product.create(usual_report())?;
    let request = Request::CheckReport {
        content: report.content,
        template: report.template,
        series: report.series,
        report: Some(report.id),
    };
    let checked = median(51, || product.done(request.clone()));
    table.within("Check of a 28-participant report", &checked, Duration::from_millis(20));
    Ok(())
}
