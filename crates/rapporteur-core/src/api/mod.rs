//! The whole list of what a window or a terminal may ask.

mod check;
mod handle;
mod lists;
mod people;
mod reference;
mod request;
mod response;
mod review;
mod search;

pub use handle::{Prepared, Response, handle, prepare};
pub use check::*;
pub use lists::*;
pub use people::*;
pub use reference::*;
pub use request::{ExportFormat, Request};
pub use response::*;
pub use review::*;
pub use search::*;
