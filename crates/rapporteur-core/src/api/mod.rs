//! The whole list of what a window or a terminal may ask.

mod attendance;
mod check;
mod directory;
mod handle;
mod lists;
mod mentions;
mod people;
mod privacy;
mod reference;
mod request;
mod response;
mod review;
mod search;
mod template;

pub use attendance::*;
pub use check::*;
pub use directory::DirectoryRequest;
pub use handle::{Prepared, Response, handle, original, prepare, prepare_original};
pub use lists::*;
pub use mentions::*;
pub use people::*;
pub use privacy::*;
pub use reference::*;
pub use request::{ExportFormat, Request};
pub use response::*;
pub use review::*;
pub use search::*;
pub use template::TemplateRequest;
