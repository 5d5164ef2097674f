//! The DOCX writer.
use super::Written;
use crate::Error;
use crate::style::Printed;
/// Writes.
pub fn write(_printed: &Printed) -> Result<Written, Error> {
    Ok(Written { bytes: vec![], warnings: vec![] })
}
