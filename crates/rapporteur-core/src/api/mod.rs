//! The whole list of what a window or a terminal may ask.

mod check;
mod handle;
mod people;
mod request;
mod response;

pub use check::*;
pub use handle::{Response, handle};
pub use people::*;
pub use request::{ExportFormat, Request};
pub use response::*;
