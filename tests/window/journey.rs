//! What journeys are written with: find, click, type, wait, look.
//!
//! Every step waits until it can be done and fails in words when it cannot. A journey that fails
//! leaves a picture of the window, its page and what the application printed in `target/window/`.

mod looking;
mod windows;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::key::Key;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::time::{sleep, timeout};

use crate::driver::Driver;
use crate::dropping::drop_files;
use crate::listener::{Listener, Told};
use crate::screen::Screen;
use looking::evidence;

/// How long a step waits for what it needs.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a whole journey may take.
const LIMIT: Duration = Duration::from_secs(240);

const FIND: &str = include_str!("find.js");

/// Runs a journey in a window of its own. Without the built application it is skipped.
pub fn journey(name: &str, steps: impl AsyncFnOnce(&mut Journey)) {
    let Some(application) = std::env::var_os("RAPPORTEUR_APP") else {
        println!("skipped: RAPPORTEUR_APP is not set");
        return;
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime can be built");
    let mut journey = Journey::new(name, application.into());
    let whole = async { timeout(LIMIT, steps(&mut journey)).await };
    let ended = catch_unwind(AssertUnwindSafe(|| runtime.block_on(whole)));
    let trouble = match ended {
        Ok(Ok(())) => return,
        Ok(Err(_)) => {
            println!("{name} took longer than {} s", LIMIT.as_secs());
            Box::new("too long")
        }
        Err(panic) => panic,
    };
    runtime.block_on(journey.leave_evidence());
    resume_unwind(trouble);
}

/// One journey: a screen, a folder of its own, and the application once it is started.
pub struct Journey {
    // Dropped in this order: the application before its screen.
    driver: Option<Driver>,
    listener: Option<Listener>,
    screen: Screen,
    home: TempDir,
    application: PathBuf,
    name: String,
}

/// Starting, ending and starting again.
impl Journey {
    fn new(name: &str, application: PathBuf) -> Self {
        fs::create_dir_all(evidence()).expect("target/window can be made");
        let _ = fs::remove_file(evidence().join(format!("{name}.log")));
        let home = tempfile::tempdir().expect("a folder can be made");
        fs::create_dir_all(home.path().join("files/choose")).expect("a folder can be made");
        let (driver, listener) = (None, None);
        Self { driver, listener, screen: Screen::start(), home, application, name: name.into() }
    }

    /// Starts the application on this journey's library, which exists from the first start on.
    pub async fn start(&mut self) {
        self.start_on(&self.library()).await;
    }

    /// Starts the application on another library.
    pub async fn start_on(&mut self, library: &Path) {
        let home = |folder: &str| self.home.path().join(folder).display().to_string();
        let mut variables = vec![
            ("DISPLAY", self.screen.display().to_owned()),
            ("HOME", home("")),
            ("XDG_CONFIG_HOME", home("config")),
            ("XDG_DATA_HOME", home("data")),
            ("XDG_CACHE_HOME", home("cache")),
            ("RAPPORTEUR_LIBRARY", library.display().to_string()),
            ("RAPPORTEUR_REHEARSAL", home("files")),
            ("RAPPORTEUR_TIMING", "1".to_owned()),
            // WEBKIT_DISABLE_DMABUF_RENDERER, which is often set on
            // such screens, makes WebKitWebDriver wait for ever for a picture.
            ("LC_ALL", "C.UTF-8".to_owned()),
        ];
        match &self.listener {
            Some(listener) => variables.extend(listener.variables()),
            None => variables.push(("NO_AT_BRIDGE", "1".to_owned())),
        }
        let driver = Driver::start(&self.application, &[], &variables, &self.log()).await;
        self.driver = Some(driver);
    }

    /// What the application prints.
    fn log(&self) -> PathBuf {
        evidence().join(format!("{}.log", self.name))
    }

    /// Somebody listens with a screen reader, from the next start on.
    pub fn listen(&mut self) {
        self.listener = Some(Listener::start(self.home.path()));
    }

    /// What a screen reader is told of the window now.
    pub fn hear(&self) -> Vec<Told> {
        self.listener.as_ref().expect("listen before starting").hear()
    }

    /// Ends the application as a power cut would.
    pub fn kill(&mut self) {
        self.driver.take().expect("the application was started").kill_application();
    }

    /// Waits until the application ended by itself.
    pub async fn wait_for_end(&mut self, limit: Duration) {
        let started = Instant::now();
        while self.driver().runs() {
            assert!(started.elapsed() < limit, "the application still runs after {limit:?}");
            sleep(Duration::from_millis(20)).await;
        }
        self.driver = None;
    }

    /// The library of this journey.
    pub fn library(&self) -> PathBuf {
        self.home.path().join("library.rapporteur")
    }

    /// Where the application saves what it asks a place for.
    pub fn saved(&self, file: &str) -> PathBuf {
        self.home.path().join("files").join(file)
    }

    /// The size of the window in pixels and its zoom, from the next start on.
    pub fn place(&self, width: u32, height: u32, zoom: f64) {
        let folder = self.home.path().join("config/org.rapporteur.desktop");
        fs::create_dir_all(&folder).expect("a folder can be made");
        let placement = json!({ "width": width, "height": height, "zoom": zoom });
        fs::write(folder.join("window.json"), placement.to_string()).expect("it can be written");
    }

    /// What the system is set to, from the next start on, as GTK's settings say it.
    pub fn prefer(&self, settings: &str) {
        let folder = self.home.path().join("config/gtk-3.0");
        fs::create_dir_all(&folder).expect("a folder can be made");
        let settings = format!("[Settings]\n{settings}\n");
        fs::write(folder.join("settings.ini"), settings).expect("it can be written");
    }

    /// Puts a file where the application finds it when it asks for files to open.
    pub fn offer_file(&self, name: &str, bytes: &[u8]) {
        fs::write(self.saved("choose").join(name), bytes).expect("the file can be written");
    }

    /// The same, and no other file.
    pub fn offer_only(&self, name: &str, bytes: &[u8]) {
        fs::remove_dir_all(self.saved("choose")).expect("the folder was made at the start");
        fs::create_dir(self.saved("choose")).expect("a folder can be made");
        self.offer_file(name, bytes);
    }

    /// From starting the application to its page being there.
    pub fn opened_in(&self) -> Duration {
        self.driver().opened_in
    }

    fn driver(&self) -> &Driver {
        self.driver.as_ref().expect("start the application first")
    }
}

/// Finding and waiting.
impl Journey {
    /// Waits for an element by its role and accessible name, as `button` and `Export`.
    pub async fn find(&self, role: &str, name: &str) -> Element {
        self.until(&format!("there is no {role} “{name}”"), async || {
            self.look(role, name).await
        })
        .await
    }

    /// Waits until there is no such element.
    pub async fn find_gone(&self, role: &str, name: &str) {
        self.until(&format!("there still is a {role} “{name}”"), async || {
            self.look(role, name).await.is_none().then_some(())
        })
        .await;
    }

    /// Waits for an element by its `data-testid`.
    pub async fn find_test_id(&self, id: &str) -> Element {
        self.find_css(&format!("[data-testid='{id}']")).await
    }

    /// Waits for an element by a selector.
    pub async fn find_css(&self, selector: &str) -> Element {
        let locator = fantoccini::Locator::Css(selector);
        self.until(&format!("there is no {selector}"), async || {
            self.driver().client.find(locator).await.ok()
        })
        .await
    }

    /// Waits until the window shows this text.
    pub async fn wait_for_text(&self, text: &str) {
        // Sections of a report that are out of sight are not laid out, so they are no innerText.
        let script = "return document.body.innerText.includes(arguments[0]) || \
            document.querySelector('.ProseMirror')?.textContent.includes(arguments[0])";
        self.until(&format!("the window does not show “{text}”"), async || {
            (self.evaluate(script, vec![json!(text)]).await == json!(true)).then_some(())
        })
        .await;
    }

    /// Waits until a file is there and no longer grows, and reads it.
    pub async fn wait_for_file(&self, path: &Path) -> Vec<u8> {
        self.until(&format!("there is no file {}", path.display()), async || {
            let before = fs::metadata(path).ok()?.len();
            sleep(Duration::from_millis(50)).await;
            fs::read(path).ok().filter(|bytes| before > 0 && bytes.len() as u64 == before)
        })
        .await
    }

    /// Waits until a condition in JavaScript is true, such as `document.hasFocus()`.
    pub async fn wait_until(&self, condition: &str) {
        let script = format!("return Boolean({condition})");
        self.until(&format!("never true: {condition}"), async || {
            (self.evaluate(&script, vec![]).await == json!(true)).then_some(())
        })
        .await;
    }

    /// What JavaScript answers; null if it throws.
    pub async fn evaluate(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = self.driver().client.execute(script, arguments);
        timeout(PATIENCE, answer).await.expect("the page answers in time").unwrap_or(Value::Null)
    }

    /// Waits until a script, given a text, answers true.
    pub async fn until_done(&self, script: &str, text: &str) {
        self.until(&format!("this cannot be done: {text}"), async || {
            (self.evaluate(script, vec![json!(text)]).await == json!(true)).then_some(())
        })
        .await;
    }

    /// Waits until what was done is drawn.
    pub async fn rest(&self) {
        let script = "const done = arguments[0]; \
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 10)))";
        let rested = self.driver().client.execute_async(script, vec![]);
        timeout(PATIENCE, rested)
            .await
            .expect("the page draws in time")
            .expect("the page is there");
    }

    async fn look(&self, role: &str, name: &str) -> Option<Element> {
        let client = &self.driver().client;
        let found = client.execute(FIND, vec![json!(role), json!(name)]).await.ok()?;
        // An element comes as an object with one member, its reference.
        let reference = found.as_object()?.values().next()?.as_str()?.to_owned();
        Some(Element::from_element_id(client.clone(), ElementRef::from(reference)))
    }

    async fn until<T>(&self, trouble: &str, attempt: impl AsyncFn() -> Option<T>) -> T {
        let started = Instant::now();
        loop {
            if let Ok(Some(found)) = timeout(PATIENCE, attempt()).await {
                return found;
            }
            assert!(started.elapsed() < PATIENCE, "after {} s {trouble}", PATIENCE.as_secs());
            sleep(Duration::from_millis(25)).await;
        }
    }
}

/// Hands on the mouse and the keyboard.
impl Journey {
    /// Clicks an element by its role and accessible name.
    pub async fn click(&self, role: &str, name: &str) {
        self.until(&format!("the {role} “{name}” cannot be clicked"), async || {
            self.look(role, name).await?.click().await.ok()
        })
        .await;
    }

    /// Puts a text in a field in place of what it holds.
    pub async fn fill(&self, role: &str, name: &str, text: &str) {
        self.find(role, name).await.click().await.expect("the field can be clicked");
        self.chord("Control+a").await;
        self.type_text(text).await;
    }

    /// Types a text into whatever has the focus; a line feed is Enter.
    pub async fn type_text(&self, text: &str) {
        let mut keys = KeyActions::new("keyboard".into());
        for value in text.chars().map(as_key) {
            keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.perform(keys).await;
    }

    /// Types like a person who types this fast, five letters to a word; a line feed is Enter.
    pub async fn type_at_pace(&self, text: &str, words_a_minute: u32) {
        let duration = Duration::from_secs(60) / (words_a_minute * 5);
        for word in text.split_inclusive([' ', '\n']) {
            let mut keys = KeyActions::new("keyboard".into());
            for value in word.chars().map(as_key) {
                keys = keys
                    .then(KeyAction::Down { value })
                    .then(KeyAction::Up { value })
                    .then(KeyAction::Pause { duration });
            }
            self.perform(keys).await;
        }
    }

    /// Goes to something by Tab alone, from wherever the keyboard is.
    pub async fn tab_to(&self, role: &str, name: &str) {
        const FURTHEST: usize = 60;
        let wanted = self.find(role, name).await;
        for _ in 0..FURTHEST {
            let there = json!(wanted);
            let is_there =
                self.evaluate("return document.activeElement === arguments[0]", vec![there]).await;
            if is_there == json!(true) {
                return;
            }
            self.chord("Tab").await;
        }
        panic!("{role} “{name}” is not reached by {FURTHEST} Tabs");
    }

    /// Presses keys together in the page, such as `Control+k`, `Shift+Tab` or `Escape`.
    pub async fn chord(&self, chord: &str) {
        let values: Vec<char> = chord.split('+').map(key).collect();
        let mut keys = KeyActions::new("keyboard".into());
        for value in &values {
            keys = keys.then(KeyAction::Down { value: *value });
        }
        for value in values.iter().rev() {
            keys = keys.then(KeyAction::Up { value: *value });
        }
        self.perform(keys).await;
    }

    /// Drags an element with the mouse onto the lower half of another.
    pub async fn drag(&self, what: &str, onto: &str) {
        let (from, to) = (self.middle(what, 0.5).await, self.middle(onto, 0.75).await);
        let step = Some(Duration::from_millis(40));
        let moved = |(x, y)| PointerAction::MoveTo { duration: step, x, y };
        let between = (from.0.midpoint(to.0), from.1.midpoint(to.1));
        let hand = MouseActions::new("mouse".into())
            .then(moved(from))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(moved(between))
            .then(moved(to))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.perform(hand).await;
    }

    /// A point of an element in the window: the middle, this far down.
    async fn middle(&self, selector: &str, down: f64) -> (f64, f64) {
        self.find_css(selector).await;
        let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); \
            return [box.left + box.width / 2, box.top + box.height * arguments[1]]";
        let point = self.evaluate(script, vec![json!(selector), json!(down)]).await;
        let part = |at: usize| point[at].as_f64().expect("an element has a place").round();
        (part(0), part(1))
    }

    async fn perform(&self, actions: impl Into<Actions>) {
        let done = timeout(PATIENCE, self.driver().client.perform_actions(actions)).await;
        done.expect("the page takes actions in time").expect("the actions can be done");
    }

    /// Gives the window another size, in pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let done = timeout(PATIENCE, self.driver().client.set_window_size(width, height)).await;
        done.expect("the window answers in time").expect("the window can be resized");
    }

    /// Presses keys as the system's keyboard, so that the native menu hears them: `ctrl+q`.
    pub fn press(&self, keys: &str) {
        self.screen.press(keys);
    }

    /// Turns the mouse's wheel towards the user over a place of the window, in its pixels.
    pub fn wheel(&self, x: u32, y: u32) {
        self.screen.wheel(x, y);
    }

    /// The same by a notch away from the user, with Ctrl.
    pub fn wheel_with_ctrl(&self, x: u32, y: u32) {
        self.screen.wheel_with_ctrl(x, y);
    }

    /// Drags with the mouse from one place of the screen to another.
    pub fn drag_by_hand(&self, from: [u32; 2], to: [u32; 2]) {
        self.screen.drag(from, to);
    }

    /// Drops files from another window onto a place of this one, in its pixels.
    pub fn drop_files(&self, files: &[&Path], x: u32, y: u32) {
        drop_files(&self.screen, files, x, y);
    }

    /// Calls a command of the shell as the page would.
    pub async fn invoke(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let script = "const [command, given, done] = arguments; \
            window.__TAURI_INTERNALS__.invoke(command, given).then( \
              (answer) => done({ answer: answer ?? null }), \
              (refusal) => done({ refusal: refusal?.message ?? refusal }))";
        let client = &self.driver().client;
        let call = client.execute_async(script, vec![json!(command), arguments]);
        let answer = timeout(PATIENCE, call).await.expect("the shell answers in time");
        let mut answer = answer.expect("the page can call the shell");
        match answer.get("refusal") {
            Some(refusal) => Err(refusal.clone()),
            None => Ok(answer["answer"].take()),
        }
    }
}

fn as_key(letter: char) -> char {
    if letter == '\n' { Key::Enter.into() } else { letter }
}

fn key(name: &str) -> char {
    let key = match name {
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Tab" => Key::Tab,
        "Escape" => Key::Escape,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Space" => Key::Space,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "F6" => Key::F6,
        "F7" => Key::F7,
        "F8" => Key::F8,
        "F10" => Key::F10,
        one if one.chars().count() == 1 => return one.chars().next().expect("it has one"),
        other => panic!("no key is called {other}"),
    };
    key.into()
}
