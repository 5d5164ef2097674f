//! The whole list of what a window or a terminal may ask.

mod handle;
mod request;
mod response;

pub use handle::{Response, handle};
pub use request::{ExportFormat, Request};
pub use response::*;
