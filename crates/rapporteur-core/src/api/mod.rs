//! The whole list of what a window or a terminal may ask.

mod check;
mod handle;
mod lists;
mod people;
mod reference;
mod request;
mod response;
mod search;

pub use check::*;
pub use handle::{Response, handle};
pub use lists::*;
pub use people::*;
pub use reference::*;
pub use request::{ExportFormat, Request};
pub use response::*;
pub use search::*;
