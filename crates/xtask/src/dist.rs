//! `cargo xtask dist`: the package people install.

use std::fs;
use std::path::Path;

use crate::process::{Failure, Program, cannot, root};
use crate::{pages, stamp, system};

/// Larger than this, a package is a mistake.
const LARGEST: u64 = 15_000_000;

/// Builds the package and tells its size.
pub fn dist() -> Result<(), Failure> {
    system::need(system::RUN)?;
    pages::build()?;
    let (bundles, extension) = if cfg!(windows) {
        ("nsis", "exe")
    } else if cfg!(target_os = "macos") {
        ("dmg", "dmg")
    } else {
        ("deb", "deb")
    };
    let command = root().join("ui/node_modules/@tauri-apps/cli/tauri.js");
    let command = command.to_string_lossy();
    // The application is not among the workspace's default members: cargo must be told.
    let package = ["--", "--package", "rapporteur"];
    let words = [&[&*command, "build", "--bundles", bundles], &package[..]].concat();
    Program::new("node", &words).run()?;
    let made = stamp::files(&root().join("target/release/bundle").join(bundles))?;
    for package in made.iter().filter(|file| file.extension().is_some_and(|e| e == extension)) {
        if extension == "deb" {
            press(package)?;
        }
        let bytes = fs::metadata(package).map_err(|error| cannot("read", package, &error))?.len();
        println!("{} is {:.1} MB", package.display(), bytes as f64 / 1e6);
        if bytes > LARGEST {
            let limit = LARGEST / 1_000_000;
            return Err(Failure(format!("{} is over {limit} MB.", package.display())));
        }
    }
    Ok(())
}

/// Packs a package anew with xz, as Debian's own are; Tauri's gzip leaves it half as large again.
fn press(package: &Path) -> Result<(), Failure> {
    let folder = package.with_extension("unpacked");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| cannot("remove", &folder, &error))?;
    }
    let (from, to) = (package.to_string_lossy(), folder.to_string_lossy());
    Program::new("dpkg-deb", &["--raw-extract", &from, &to]).run()?;
    Program::new("dpkg-deb", &["--root-owner-group", "-Zxz", "--build", &to, &from]).run()?;
    fs::remove_dir_all(&folder).map_err(|error| cannot("remove", &folder, &error))
}
