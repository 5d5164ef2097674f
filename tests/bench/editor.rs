//! The real window at work: a key in a long report, opening and switching reports, scrolling a
//! large library. Driven by WebKitWebDriver; the times are taken inside the page.

#[allow(dead_code, reason = "the journeys also kill the application and read how it opened")]
#[path = "../window/driver.rs"]
mod driver;

use crate::material::{long_report, many_reports, usual_report};
use crate::measure::{Absent, Measured, Table};
use crate::product::Product;
use crate::screen::Screen;
use driver::Driver;
use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use rapporteur_core::api::Request;
use rapporteur_document::model::{ReportId, SeriesId};

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const MILLISECOND: Duration = Duration::from_millis(1);
/// Reports in the library that is scrolled.
const MANY: u32 = 5_000;
/// Keys that are timed.
const KEYS: usize = 400;
/// Rounds of the sample that make a report of a hundred pages or more.
const ROUNDS: usize = 8;
/// Until what follows upon storing has been done too: a check, the preview.
const RESTED: Duration = Duration::from_secs(2);
/// How long the page may take for anything that is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// Times each key twice. `ownTimes`: everything that scripts do for it at once, from the listeners
/// of its four events to what they put off to the end of the event: changing the document, the DOM
/// and all that shows them. `keyTimes`: from its first event until the page is ready for more, with
/// WebKit's own part, the letter put into the DOM and the lines set anew. Drawing is in neither.
/// WebKit tells whole milliseconds.
const TIME_KEYS: &str = "window.keyTimes = []; window.ownTimes = []; \
    const pressed = []; let own = 0, began = 0, key = 0; \
    const { port1, port2 } = new MessageChannel(); \
    port1.onmessage = () => window.keyTimes.push(performance.now() - pressed.shift()); \
    window.addEventListener('keydown', () => { own = 0; key = performance.now(); }, true); \
    for (const name of ['keydown', 'keypress', 'beforeinput', 'input']) { \
      window.addEventListener(name, () => { began = performance.now(); }, true); \
      window.addEventListener(name, () => { own += performance.now() - began; }); \
    } \
    window.addEventListener('input', () => { pressed.push(key); port2.postMessage(0); }, true); \
    window.addEventListener('input', () => window.ownTimes.push(own));";

/// Opens a report by its row and answers the milliseconds until its page stands there.
const OPEN: &str = "const [report, sign, done] = arguments; \
    const row = document.querySelector(`[data-report='${report}']`); \
    if (!row) { done(null); return; } \
    const began = performance.now(); row.click(); \
    const look = () => document.querySelector('.ProseMirror')?.textContent.includes(sign) \
      ? done(performance.now() - began) : requestAnimationFrame(look); \
    look();";

/// Scrolls the list of reports for two seconds and answers the milliseconds of each frame.
const SCROLL: &str = "const done = arguments[0]; \
    const list = document.querySelector('[data-testid=report-list]'); \
    const frames = []; let before = performance.now(); const end = before + 2000; \
    const step = (now) => { frames.push(now - before); before = now; list.scrollTop += 60; \
      if (now < end) requestAnimationFrame(step); else done(frames.slice(2)); }; \
    requestAnimationFrame(step);";

/// Everything the window is asked to do fast.
pub fn editor(table: &mut Table, folder: &Path) -> Measured<()> {
    let application = std::env::var_os("RAPPORTEUR_APP")
        .map(PathBuf::from)
        .ok_or_else(|| Absent("RAPPORTEUR_APP does not name the application".to_owned()))?;
    let file = folder.join("library.rapporteur");
    let (reports, _) = prepare(&file)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Absent(format!("no runtime: {error}")))?;
    runtime.block_on(measure(table, &application, folder, &file, &reports))
}

/// The reports that are opened.
pub struct Reports {
    pub usual: [ReportId; 2],
    pub long: ReportId,
}

/// Makes a library of many reports, which opens with a usual one; answers the series of those opened.
pub fn prepare(file: &Path) -> Measured<(Reports, SeriesId)> {
    let mut product = Product::begin(file)?;
    for report in many_reports(MANY) {
        product.create(report)?;
    }
    let mut numbered = |mut report: rapporteur_document::model::Report, number| {
        report.meeting.number = Some(number);
        // Nothing is written in a final one.
        report.state = rapporteur_document::model::ReportState::Draft;
        product.create(report).map(|stored| stored.id)
    };
    let usual = [numbered(usual_report(), 6001)?, numbered(usual_report(), 6002)?];
    let long = numbered(long_report(ROUNDS), 6003)?;
    let value = Some(usual[0].to_string());
    product.done(Request::SetSetting { name: "open_report".to_owned(), value })?;
    Ok((Reports { usual, long }, product.series))
}

async fn measure(
    table: &mut Table,
    application: &Path,
    folder: &Path,
    file: &Path,
    reports: &Reports,
) -> Measured<()> {
    let screen = Screen::start();
    let home = folder.to_string_lossy().into_owned();
    let mut variables = vec![
        ("DISPLAY", screen.display().to_owned()),
        ("RAPPORTEUR_LIBRARY", file.to_string_lossy().into_owned()),
        ("NO_AT_BRIDGE", "1".to_owned()),
    ];
    for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
        variables.push((name, home.clone()));
    }
    let log = folder.join("window.log");
    let driver = Driver::start(application, &[], &variables, &log).await;
    let page = &driver.client;
    wait_for(page, "!!document.querySelector('.ProseMirror')").await?;

    let mut switched = Vec::new();
    for (report, sign) in [
        (reports.usual[1], "6002nd"),
        (reports.usual[0], "6001st"),
        (reports.usual[1], "6002nd"),
        (reports.usual[0], "6001st"),
        (reports.usual[1], "6002nd"),
    ] {
        switched.push(open(page, report, sign).await?);
    }
    table.within("Switching between usual reports", &Ok(middle(switched)), 100 * MILLISECOND);
    let opened = open(page, reports.long, "6003rd").await;
    table.within("Opening a report of over a hundred pages", &opened, 300 * MILLISECOND);

    let Keys { own, whole } = type_keys(page).await?;
    table.tell("A key in that report until the page is ready again, median", &Ok(at(&whole, 0.5)));
    table.tell("The same, 99 of 100 keys", &Ok(at(&whole, 0.99)));
    let what = "The editor's own work of it, 99 of 100 keys";
    table.within(what, &Ok(at(&own, 0.99)), 8 * MILLISECOND);

    // What was written is stored and checked first.
    let saved =
        "document.querySelector('[data-testid=save-state]').textContent.startsWith('Saved')";
    wait_for(page, saved).await?;
    tokio::time::sleep(RESTED).await;
    let mut frames = times(page.execute_async(SCROLL, vec![]).await)?;
    frames.sort();
    let what = format!("Scrolling {MANY} reports: the longest of {} frames", frames.len());
    let longest = Ok(frames.last().copied().unwrap_or_default());
    // Two at 60 a second: none is left out.
    table.within(&what, &longest, 34 * MILLISECOND);
    Ok(())
}

async fn open(page: &Client, report: ReportId, sign: &str) -> Measured {
    let found = page.execute_async(OPEN, vec![json!(report), json!(sign)]).await;
    let taken = found.map_err(failed)?.as_f64();
    let taken = taken.ok_or_else(|| Absent(format!("the report {sign} is not in the list")))?;
    Ok(Duration::from_secs_f64(taken / 1000.0))
}

/// What each key took, from the fastest to the slowest.
struct Keys {
    own: Vec<Duration>,
    whole: Vec<Duration>,
}

/// Types into the middle of the report, as a person would: letters and spaces.
async fn type_keys(page: &Client) -> Measured<Keys> {
    let place = "const all = document.querySelectorAll('.ProseMirror section p'); \
        const one = all[Math.floor(all.length / 2)]; one.scrollIntoView(); \
        getSelection().collapse(one, one.childNodes.length); \
        document.querySelector('.ProseMirror').focus();";
    page.execute(place, vec![]).await.map_err(failed)?;
    page.execute(TIME_KEYS, vec![]).await.map_err(failed)?;
    for round in 0..KEYS / 50 {
        let mut keys = KeyActions::new("keyboard".into());
        for letter in "and then the working group agreed on the next step ".chars().take(50) {
            keys =
                keys.then(KeyAction::Down { value: letter }).then(KeyAction::Up { value: letter });
        }
        page.perform_actions(keys).await.map_err(failed)?;
        let typed = (round + 1) * 50;
        wait_for(page, &format!("window.keyTimes.length >= {typed}")).await?;
    }
    let mut own = times(page.execute("return window.ownTimes", vec![]).await)?;
    let mut whole = times(page.execute("return window.keyTimes", vec![]).await)?;
    own.sort();
    whole.sort();
    Ok(Keys { own, whole })
}

/// The time that this part of all keys do not exceed.
fn at(sorted: &[Duration], part: f64) -> Duration {
    sorted[((sorted.len() - 1) as f64 * part) as usize]
}

fn times<E: std::fmt::Display>(answer: Result<Value, E>) -> Measured<Vec<Duration>> {
    let answer = answer.map_err(failed)?;
    let numbers = answer.as_array().map(Vec::as_slice).unwrap_or_default();
    let numbers = numbers.iter().filter_map(Value::as_f64);
    let found: Vec<Duration> =
        numbers.map(|taken| Duration::from_secs_f64(taken / 1000.0)).collect();
    if found.is_empty() { Err(Absent("the page told no times".to_owned())) } else { Ok(found) }
}

async fn wait_for(page: &Client, condition: &str) -> Measured<()> {
    let until = Instant::now() + PATIENCE;
    loop {
        let there = page.execute(&format!("return {condition}"), vec![]).await.map_err(failed)?;
        if there == json!(true) {
            return Ok(());
        }
        if Instant::now() > until {
            return Err(Absent(format!("the page never came to {condition}")));
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn middle(mut taken: Vec<Duration>) -> Duration {
    taken.sort();
    taken[taken.len() / 2]
}

fn failed(error: impl std::fmt::Display) -> Absent {
    Absent(format!("the window did not answer: {error}"))
}
