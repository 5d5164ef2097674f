//! `cargo xtask dist`: the package people install.

use std::fs;

use crate::process::{Failure, Program, cannot, root};
use crate::{pages, stamp, system};

/// Larger than this, a package is a mistake.
const LARGEST: u64 = 15_000_000;

/// Builds the package and tells its size.
pub fn dist() -> Result<(), Failure> {
    system::need(system::RUN)?;
    pages::build()?;
    let bundles = if cfg!(windows) {
        "nsis"
    } else if cfg!(target_os = "macos") {
        "dmg"
    } else {
        "deb"
    };
    let command = root().join("ui/node_modules/@tauri-apps/cli/tauri.js");
    Program::new("node", &[&command.to_string_lossy(), "build", "--bundles", bundles]).run()?;
    for package in stamp::files(&root().join("target/release/bundle").join(bundles))? {
        if package
            .extension()
            .is_none_or(|extension| !["deb", "exe", "dmg"].iter().any(|e| extension == *e))
        {
            continue;
        }
        let bytes = fs::metadata(&package).map_err(|e| cannot("read", &package, &e))?.len();
        println!("{} is {:.1} MB", package.display(), bytes as f64 / 1e6);
        if bytes > LARGEST {
            let limit = LARGEST / 1_000_000;
            return Err(Failure(format!("{} is over {limit} MB.", package.display())));
        }
    }
    Ok(())
}
