//! What the window shows: built from `ui/` only when something there changed.

use crate::process::{Failure, Program, root};
use crate::stamp::Stamp;

/// The oldest Node.js that Vite runs on.
const NODE: (u32, u32) = (20, 19);

/// Everything the built pages are made from.
const INPUTS: &[&str] = &[
    "ui/src",
    "ui/public",
    "ui/index.html",
    "ui/package-lock.json",
    "ui/package.json",
    "ui/svelte.config.js",
    "ui/tsconfig.json",
    "ui/vite.config.ts",
];

/// Installs the libraries of the pages and builds them, each only if needed.
pub fn build() -> Result<(), Failure> {
    let ui = root().join("ui");
    check_node()?;
    let libraries = Stamp::of("ui-libraries", &["ui/package.json", "ui/package-lock.json"])?;
    if !libraries.is_current() || !ui.join("node_modules").is_dir() {
        Program::npm(&ui, &["ci", "--no-audit", "--no-fund"]).run_patiently()?;
        libraries.set()?;
    }
    let pages = Stamp::of("ui-pages", INPUTS)?;
    if !pages.is_current() || !ui.join("dist/index.html").is_file() {
        Program::npm(&ui, &["run", "build"]).run()?;
        pages.set()?;
    }
    Ok(())
}

fn check_node() -> Result<(), Failure> {
    let wanted = format!(
        "Node.js {}.{} or newer is needed to build the window's pages. Install it from \
         https://nodejs.org (or with your system's packages if they are new enough), then run \
         this command again.",
        NODE.0, NODE.1
    );
    let Some(version) = Program::new("node", &["--version"]).ask() else {
        return Err(Failure(format!("There is no Node.js here. {wanted}")));
    };
    match parse_version(&version) {
        Some(found) if found >= NODE => Ok(()),
        _ => Err(Failure(format!("This is Node.js {}. {wanted}", version.trim()))),
    }
}

fn parse_version(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim().trim_start_matches('v').split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_node() {
        assert_eq!(parse_version("v20.20.2\n"), Some((20, 20)));
        assert_eq!(parse_version("24.1.0"), Some((24, 1)));
        assert_eq!(parse_version("node"), None);
    }
}
