//! The whole list of what a window or a terminal may ask.

mod handle;
mod lists;
mod people;
mod request;
mod response;

pub use handle::{Response, handle};
pub use lists::*;
pub use people::*;
pub use request::{ExportFormat, Request};
pub use response::*;
