//! The whole list of what a window or a terminal may ask.

mod request;
mod response;

pub use request::{ExportFormat, Request};
pub use response::*;
