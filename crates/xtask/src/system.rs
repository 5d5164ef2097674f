//! What the machine itself must have: told exactly, asked about, installed.
//!
//! Debian and Ubuntu are served fully. Elsewhere the prerequisites are told and the command goes
//! on if they seem to be there.

use std::io::{IsTerminal, Write};

use crate::process::{Failure, Program};

/// Debian packages and what they are for.
pub type Needs = &'static [(&'static str, &'static str)];

/// To build and open the application.
pub const RUN: Needs = &[
    ("build-essential", "the C compiler and linker"),
    ("pkg-config", "finding the system's libraries"),
    ("libwebkit2gtk-4.1-dev", "the window"),
    ("xdg-utils", "opening an exported file in its program"),
];

/// To prove that everything works, besides what running needs.
pub const TEST: Needs = &[
    ("build-essential", "the C compiler and linker"),
    ("pkg-config", "finding the system's libraries"),
    ("libwebkit2gtk-4.1-dev", "the window"),
    ("xdg-utils", "opening an exported file in its program"),
    ("webkit2gtk-driver", "driving the real window"),
    ("xvfb", "a screen for the real window"),
    ("xdotool", "a keyboard for the real window's menu"),
    ("dbus", "the bus that the window's toolkit looks for"),
    ("at-spi2-core", "the accessibility bus that the window's toolkit looks for"),
    ("gir1.2-atspi-2.0", "listening to the window as a screen reader does"),
    ("python3-gi", "listening to the window as a screen reader does"),
    ("libreoffice-writer-nogui", "reading and drawing exported DOCX files"),
    ("pandoc", "reading exported DOCX files"),
    ("poppler-utils", "reading and drawing exported PDF files"),
    ("qpdf", "checking exported PDF files"),
    ("tesseract-ocr", "reading pictures of reports"),
    ("default-jdk-headless", "running veraPDF"),
    ("libjaxb-java", "running veraPDF"),
    ("libjaxb-api-java", "running veraPDF"),
    ("python3-venv", "python-docx and veraPDF, kept apart in target/checkers"),
    ("fonts-noto-core", "names in Arabic and other scripts"),
    ("fonts-noto-cjk", "names in Chinese"),
];

/// Sees to it that the machine has what is needed, or says what is missing and how to get it.
pub fn need(needs: Needs) -> Result<(), Failure> {
    if cfg!(windows) {
        return windows();
    }
    if cfg!(target_os = "macos") {
        return macos();
    }
    if Program::new("dpkg-query", &["--version"]).ask().is_none() {
        return other_linux(needs);
    }
    let missing: Vec<_> = needs.iter().filter(|(package, _)| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("This needs packages that the system does not have yet:");
    for (package, purpose) in &missing {
        println!("  {package:<26} {purpose}");
    }
    let packages: Vec<String> = missing.iter().map(|(package, _)| (*package).into()).collect();
    install(&packages)
}

fn is_installed(package: &str) -> bool {
    Program::new("dpkg-query", &["--show", "--showformat=${db:Status-Status}", package])
        .ask()
        .is_some_and(|status| status.starts_with("installed"))
}

fn install(packages: &[String]) -> Result<(), Failure> {
    let by_hand = format!("sudo apt-get install {}", packages.join(" "));
    let root = Program::new("id", &["-u"]).ask().is_some_and(|id| id.trim() == "0");
    if std::io::stdin().is_terminal() {
        if !agreed()? {
            return Err(Failure(format!("Nothing was installed. To do it yourself:\n  {by_hand}")));
        }
    } else if !root && Program::new("sudo", &["-n", "true"]).ask().is_none() {
        return Err(Failure(format!(
            "They cannot be installed without a password. Type this, then run the command \
             again:\n  {by_hand}"
        )));
    }
    apt_get(root, &["update"], &[]).run_patiently()?;
    apt_get(root, &["install", "--yes", "--no-install-recommends"], packages).run_patiently()
}

fn apt_get(root: bool, words: &[&str], packages: &[String]) -> Program {
    let quiet =
        ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Acquire::Retries=5"];
    let words = [&quiet, words].concat();
    let apt_get =
        if root { Program::new(words[0], &words[1..]) } else { Program::new("sudo", &words) };
    apt_get.args(packages)
}

fn agreed() -> Result<bool, Failure> {
    print!("Install them now? [Y/n] ");
    let mut answer = String::new();
    std::io::stdout()
        .flush()
        .and_then(|()| std::io::stdin().read_line(&mut answer))
        .map_err(|error| Failure(format!("The answer could not be read: {error}")))?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "" | "y" | "yes"))
}

fn other_linux(needs: Needs) -> Result<(), Failure> {
    if Program::new("pkg-config", &["--exists", "webkit2gtk-4.1"]).ask().is_some() {
        return Ok(());
    }
    let names: Vec<&str> = needs.iter().map(|(package, _)| *package).collect();
    Err(Failure(format!(
        "This is not Debian or Ubuntu, so install yourself what these packages are called on your \
         system, then run the command again:\n  {}",
        names.join(" ")
    )))
}

fn windows() -> Result<(), Failure> {
    println!(
        "On Windows this needs, besides Rust and Node.js:\n  \
         Microsoft C++ Build Tools with \"Desktop development with C++\"\n  \
         WebView2, which Windows 10 (1803 and newer) and Windows 11 have already"
    );
    let linker = Program::new("rustc", &["--print", "host-tuple"]).ask();
    if linker.is_some_and(|host| host.trim().ends_with("-gnu")) {
        return Err(Failure(
            "Rust here uses the GNU linker, which cannot build the window. Type `rustup default \
             stable-msvc`, then run the command again."
                .into(),
        ));
    }
    Ok(())
}

fn macos() -> Result<(), Failure> {
    if Program::new("xcode-select", &["--print-path"]).ask().is_some() {
        return Ok(());
    }
    Err(Failure(
        "On macOS this needs, besides Rust and Node.js, the Xcode Command Line Tools. Type \
         `xcode-select --install`, wait until it is done, then run the command again."
            .into(),
    ))
}
