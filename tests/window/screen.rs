//! A screen of its own for every journey: no journey sees another's keys or focus.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A virtual screen; it ends when dropped.
pub struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    /// Starts a screen on a number that is free.
    pub fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is not installed: run `cargo xtask test`");
        let output = server.stdout.take().expect("its output was piped just now");
        let mut number = String::new();
        // It says its number once it accepts connections, or ends without a word.
        BufReader::new(output).read_line(&mut number).expect("Xvfb ended at once");
        assert!(!number.trim().is_empty(), "Xvfb found no free screen");
        Self { server, display: format!(":{}", number.trim()) }
    }

    /// Its name, for the variable `DISPLAY`.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// Presses keys as a keyboard would, so that the native menu hears them: `ctrl+q`.
    pub fn press(&self, keys: &str) {
        self.xdotool(&["mousemove", "640", "400", "key", keys]);
    }

    /// Presses the mouse's button at a place.
    #[allow(dead_code, reason = "only the benchmark writes without a WebDriver")]
    pub fn click(&self, x: u32, y: u32) {
        self.xdotool(&["mousemove", &x.to_string(), &y.to_string(), "click", "1"]);
    }

    /// Presses keys where the keyboard is.
    #[allow(dead_code, reason = "only the benchmark writes without a WebDriver")]
    pub fn press_here(&self, keys: &str) {
        self.xdotool(&["key", keys]);
    }

    /// Types a text where the keyboard is, faster than anybody could.
    #[allow(dead_code, reason = "only the benchmark writes without a WebDriver")]
    pub fn type_here(&self, text: &str) {
        self.xdotool(&["type", "--delay", "20", text]);
    }

    /// Turns the mouse's wheel as a hand would; WebDriver's own wheel goes past the system.
    pub fn wheel(&self, x: u32, y: u32) {
        let place = [x.to_string(), y.to_string()];
        let words =
            ["mousemove", &place[0], &place[1], "click", "--repeat", "6", "--delay", "50", "5"];
        self.xdotool(&words);
    }

    /// Turns the mouse's wheel a notch away from the user while Ctrl is held.
    pub fn wheel_with_ctrl(&self, x: u32, y: u32) {
        let place = [x.to_string(), y.to_string()];
        self.xdotool(&["mousemove", &place[0], &place[1], "keydown", "ctrl", "click", "4"]);
        self.xdotool(&["keyup", "ctrl"]);
    }

    /// Drags with the mouse from one place to another.
    pub fn drag(&self, from: [u32; 2], to: [u32; 2]) {
        const STEPS: u32 = 8;
        let step = |part: u32| {
            let between = |axis: usize| (from[axis] * (STEPS - part) + to[axis] * part) / STEPS;
            let place = [0, 1].map(|axis| between(axis).to_string());
            self.xdotool(&["mousemove", &place[0], &place[1], "sleep", "0.1"]);
        };
        step(0);
        self.xdotool(&["mousedown", "1"]);
        (1..=STEPS).for_each(step);
        self.xdotool(&["mouseup", "1"]);
    }

    fn xdotool(&self, words: &[&str]) {
        let status = Command::new("xdotool").args(words).env("DISPLAY", &self.display).status();
        let status = status.expect("xdotool is not installed: run `cargo xtask test`");
        assert!(status.success(), "xdotool {words:?}: {status}");
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // It may have ended already, which is what is wanted.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
