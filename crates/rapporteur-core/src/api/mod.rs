//! The whole list of what a window or a terminal may ask.

mod handle;
mod people;
mod request;
mod response;
mod review;

pub use handle::{Prepared, Response, handle, prepare};
pub use people::*;
pub use request::{ExportFormat, Request};
pub use response::*;
pub use review::*;
