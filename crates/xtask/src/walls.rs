//! Who may not depend on whom, read from Cargo's own graph.

use crate::process::{Failure, Program};

/// A package, and what must never be in its tree with the reason.
const WALLS: &[(&str, &[&str], &str)] = &[
    (
        "rapporteur-document",
        &["rusqlite", "tauri", "tokio", "rapporteur-core"],
        "the document takes values and returns values",
    ),
    ("rapporteur-core", &["tauri", "tokio"], "the core is the product without a window"),
    ("rapporteur-cli", &["tauri"], "the command line works where there is no window"),
    ("rapporteur-tests", &["tauri"], "tests start in seconds"),
];

/// In every tree above: if it is not found, the question was asked wrongly.
const ALWAYS_THERE: &str = "serde";

/// Checks every wall.
pub fn check() -> Result<(), Failure> {
    for (package, banned, reason) in WALLS {
        let arguments = [
            "tree",
            "--package",
            package,
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{lib}",
        ];
        let tree = Program::cargo(&arguments)
            .ask()
            .ok_or_else(|| Failure(format!("`cargo tree` does not know {package}.")))?;
        let has = |name: &str| tree.lines().any(|line| line.trim() == name.replace('-', "_"));
        if !has(ALWAYS_THERE) {
            return Err(Failure(format!(
                "The tree of {package} lacks {ALWAYS_THERE}, so it was not read rightly."
            )));
        }
        if let Some(found) = banned.iter().find(|name| has(name)) {
            return Err(Failure(format!(
                "{package} depends on {found}, but {reason}. See who brings it:\n  cargo tree \
                 --package {package} --invert {found}"
            )));
        }
        println!("{package} has {ALWAYS_THERE}, and none of {}", banned.join(", "));
    }
    Ok(())
}
