//! How each view is come to, one after the other, on the sample library.
//!
//! Every step leaves the window as the next view expects it; the views that change what is stored
//! come last. At 200 % zoom WebKitWebDriver clicks beside what it means, so that buttons are
//! pressed from within the page.

use serde_json::json;

use crate::journey::Journey;
use crate::journeys::{reviewing::SCANNED, transcript::CALL};

/// Something the window shows, by the name of its picture.
pub struct View {
    pub name: &'static str,
    steps: &'static [Step],
}

/// What a user does on the way.
enum Step {
    /// Presses keys together.
    Keys(&'static str),
    /// Types.
    Words(&'static str),
    /// Presses a button, a tab or an entry of a list by its words.
    Press(&'static str),
    /// Presses what a selector finds.
    Click(&'static str),
    /// Does a command of the palette by its words.
    Command(&'static str),
    /// Has this file, and no other, where the application asks for files.
    Offer(&'static str, &'static str),
    /// Has this file there too.
    Add(&'static str, &'static str),
    /// Waits until this is so.
    Until(&'static str),
    /// Waits until this text is there.
    See(&'static str),
    /// Waits until what was written is stored.
    Store,
}

use Step::{Add, Click, Command, Keys, Offer, Press, See, Store, Until, Words};

const fn view(name: &'static str, steps: &'static [Step]) -> View {
    View { name, steps }
}

/// The pages of the preview are drawn.
pub const PREVIEW: &str = "document.querySelectorAll('[data-testid=preview] canvas').length > 0";
const PAGE: &str = "document.activeElement.matches('.ProseMirror')";

/// Before there is anything.
pub const START: View = view("start", &[See("Open the sample library")]);

/// Every other view.
pub const VIEWS: &[View] = &[
    view("first-steps", &[Press("Open the sample library"), See("Write on the page")]),
    view(
        "details",
        &[Press("Close the first steps"), Keys("Escape"), Until(PAGE), Keys("Control+1")],
    ),
    view("participants", &[Keys("Control+2"), See("List of participants")]),
    view("preview", &[Keys("Control+3"), Until(PREVIEW)]),
    view("transcript-empty", &[Keys("Control+4"), See("Choose a file")]),
    view(
        "transcript",
        &[Offer("call.vtt", CALL), Press("Choose a file…"), See("call.vtt · 5 entries")],
    ),
    view("history-empty", &[Keys("Control+5"), See("No earlier versions yet")]),
    view("check", &[Keys("Control+6"), Until(CHECKED), See("Nothing to mend")]),
    view("check-left", &[Click("[data-testid=check-left]")]),
    view("check-rules", &[Click("[data-testid=check-rules]"), See("Ordinal numbers")]),
    view("check-register", &[Click("[data-testid=check-register]"), See("Abbreviations")]),
    view("reference", &[Keys("Control+7"), See("Earlier")]),
    view("page", &[Keys("Escape"), Until(FOLDED), Keys("Escape"), Until(PAGE)]),
    view(
        "outline",
        &[
            Keys("Control+Shift+g"),
            Until("document.activeElement.matches('[data-testid=outline] .go')"),
        ],
    ),
    view("find", &[Keys("Escape"), Keys("Control+f"), Words("reader test")]),
    view("replace", &[Keys("Control+Shift+h")]),
    view("palette", &[Keys("Escape"), Keys("Control+k"), See("All commands")]),
    view("palette-nothing", &[Words("zzz")]),
    view(
        "shortcuts",
        &[
            Keys("Escape"),
            Command("Keyboard shortcuts"),
            Until("document.querySelector('[role=dialog]')"),
        ],
    ),
    view(
        "about",
        &[
            Keys("Escape"),
            Command("About Rapporteur"),
            Until("document.querySelector('[role=dialog]')"),
        ],
    ),
    view("library", &[Keys("Escape"), Keys("Control+Shift+f"), Until(FILTER)]),
    view("library-filters", &[Press("Sort and filter")]),
    view("library-nothing", &[Words("zzz")]),
    view(
        "report-menu",
        &[
            Press("Sort and filter"),
            Keys("Control+Shift+f"),
            Until(FILTER),
            Keys("Control+a"),
            Keys("Backspace"),
            Press("Actions: 110th meeting"),
            Until("document.querySelector('[role=menu]')"),
        ],
    ),
    view(
        "bin-empty",
        &[
            Keys("Escape"),
            Keys("Control+Shift+f"),
            Until(FILTER),
            Press("Bin (0)"),
            See("The bin is empty"),
        ],
    ),
    view(
        "new-report",
        &[
            Press("Back to the reports"),
            Keys("Escape"),
            Keys("Control+n"),
            See("announced in the 111th report"),
        ],
    ),
    view("archive", &[Keys("Escape"), Keys("Control+Shift+r"), See("12 meetings")]),
    view(
        "archive-found",
        &[Words("reader"), Until("document.querySelector('#archive-results mark')")],
    ),
    view("archive-nothing", &[Words(" zanzibar"), See("No report has")]),
    view(
        "people",
        &[
            Keys("Escape"),
            Keys("Control+Shift+d"),
            Until("document.querySelector('#people-list [role=option]')"),
        ],
    ),
    view("person", &[Words("ouyang\n"), See("Wishes to be named")]),
    view("person-affiliations", &[Press("Affiliations"), See("Add an affiliation")]),
    view("person-attendance", &[Press("Attendance"), Until("document.querySelector('.strip')")]),
    view(
        "person-contributions",
        &[Press("Contributions"), Until("document.querySelector('#person-panel article')")],
    ),
    view(
        "person-split",
        &[Press("These are two people…"), Until("document.querySelector('#person-page form')")],
    ),
    view(
        "person-merge",
        &[
            Press("Same person as…"),
            Words("eleni"),
            See("Eleni Vasilakopoulou"),
            Words("\n"),
            Until("document.querySelectorAll('#person-page article').length === 2"),
        ],
    ),
    view("pictures", &[Keys("Escape"), Keys("Escape"), Keys("Control+Shift+y"), Until(DRAWN)]),
    view("pictures-kinds", &[Press("By affiliation"), Until(DRAWN)]),
    view("pictures-strips", &[Press("Person by person"), Until(DRAWN)]),
    view(
        "pictures-numbers",
        &[Press("Person by person"), Keys("n"), Until("document.querySelector('table caption')")],
    ),
    view("templates", &[Keys("Escape"), Keys("Control+Shift+m"), Until(TEMPLATE)]),
    view("template-sentences", &[Press("Sentences")]),
    view("template-look", &[Press("Page look")]),
    view("list-empty", &[Keys("Escape"), Keys("Control+Shift+j"), See("Choose a file…")]),
    view("list", &[Offer("call.csv", LIST), Press("Choose a file…"), See("5 rows")]),
    view(
        "save-list",
        &[
            Keys("Escape"),
            Keys("Control+2"),
            See("Who spoke"),
            Command("Save or copy the list"),
            Until("document.activeElement.id === 'save-list-whose'"),
        ],
    ),
    view(
        "history",
        &[
            Keys("Escape"),
            Keys("Control+5"),
            Click(".history form input"),
            Words("As sent to the co-chairs\n"),
            Until("document.querySelector('[data-testid=version]')"),
        ],
    ),
    view(
        "history-compared",
        &[
            Keys("Escape"),
            Keys("Control+Enter"),
            Words("These words were a mistake. "),
            Store,
            Keys("Control+5"),
            Press("As sent to the co-chairs"),
            Until("document.querySelector('.history section ins')"),
        ],
    ),
    view("offers", &[Keys("Escape"), Words("@na"), See("Cedar Open Archive")]),
    view(
        "findings",
        &[
            Keys("Escape"),
            Keys("Escape"),
            Words(" on 27th March teh the the plan"),
            Keys("F7"),
            See("Mend 2 safely"),
        ],
    ),
    view(
        "final-bar",
        &[Command("Mark as final"), Until("document.querySelector('[data-testid=final-bar]')")],
    ),
    view(
        "final",
        &[
            Press("Mark as final all the same"),
            Until("document.querySelector('[data-testid=is-final]')"),
            Until(
                "(window.finalSince ??= Date.now()) < Date.now() - 2500 \
                && document.body.textContent.includes('Saved 14:02')",
            ),
        ],
    ),
    view(
        "likeness",
        &[
            Press("Back to draft"),
            Keys("Escape"),
            Keys("Control+2"),
            Click("#add-people"),
            Words("Nadia Hadad-Rizk, Cedar Open Archive\n"),
            See("somebody much like"),
        ],
    ),
    view(
        "duplicates",
        &[
            Keys("ArrowUp"),
            Keys("Enter"),
            Until("document.getElementById('add-people').value === ''"),
            Store,
            Keys("Escape"),
            Command("One person or two?"),
            See("Hadad-Rizk"),
        ],
    ),
    view(
        "imports",
        &[
            Keys("Escape"),
            Offer("a scanned.txt", SCANNED),
            Add("b broken.docx", "PK\x03\x04 and nothing more"),
            Command("Import a folder of reports"),
            See("1 not imported"),
        ],
    ),
    view(
        "review",
        &[
            Click("[data-testid=imports] .kept .button:not(.plain)"),
            Until("document.querySelector('[data-testid=original] mark')"),
        ],
    ),
    view(
        "original",
        &[
            Keys("Escape"),
            // What became of the import is there again.
            Press("Close"),
            Command("Compare the report with its original"),
            See("only in the original"),
        ],
    ),
    view(
        "bin",
        &[
            Keys("Escape"),
            Until(PAGE),
            Keys("Control+Shift+f"),
            Until(FILTER),
            Keys("ArrowDown"),
            Until(ROW),
            Keys("Delete"),
            Press("Bin (1)"),
            Press("Empty the bin"),
            See("cannot be undone"),
        ],
    ),
];

/// The inspector is folded; in a narrow window it is already.
const FOLDED: &str = "(document.querySelector('header [aria-label=\"Show or hide the inspector\"][aria-expanded=true]') \
    ?.click(), true)";
/// In a narrow window the pages of a template are shown when they are asked for.
const TEMPLATE: &str = "document.querySelector('[data-testid=templates]') && (innerWidth < 960 \
    || document.querySelector('[data-testid=template-preview] canvas'))";
const SAVED: &str =
    "document.querySelector('[data-testid=save-state]').textContent.startsWith('Saved')";
const FILTER: &str = "document.activeElement.id === 'filter'";
const ROW: &str = "document.activeElement.closest('[data-report]')";
const CHECKED: &str = "document.querySelector('[data-testid=finding-count]')";
const DRAWN: &str = "document.querySelector('svg[role=img]')";

impl View {
    /// Comes to this view from the one before.
    pub async fn show(&self, window: &Journey) {
        window.evaluate(FORGET, vec![]).await;
        for step in self.steps {
            step.take(window).await;
        }
        // What follows a step in the next frames is there.
        window.rest().await;
    }
}

/// Makes the window light or dark.
pub async fn turn(window: &Journey, theme: &str) {
    let set = "document.documentElement.dataset.theme = arguments[0]";
    window.evaluate(set, vec![json!(theme)]).await;
    // Pictures carry their colours in themselves: only the command repaints them.
    let repaint = "const paper = document.querySelector('svg[role=img] > rect')?.getAttribute('fill'); \
        return paper != null && (paper !== '#ffffff') !== (arguments[0] === 'dark')";
    if window.evaluate(repaint, vec![json!(theme)]).await == json!(true) {
        Command("Light or dark").take(window).await;
        window.find_gone("dialog", "All commands").await;
        window.evaluate(set, vec![json!(theme)]).await;
    }
    window.rest().await;
}

/// Messages go by themselves after a while; those of the views before are gone now.
const FORGET: &str =
    "document.querySelectorAll('.toast .icon-button').forEach((one) => one.click())";

/// Presses what is called so: exactly so if there is such a thing.
const PRESS: &str = "const words = (e) => (e.getAttribute('aria-label') ?? e.textContent) \
        .replace(/\\s+/g, ' ').trim(); \
    const all = [...document.querySelectorAll('button, [role=tab], [role=menuitem], summary')] \
        .filter((e) => e.checkVisibility() && !e.disabled); \
    const one = all.find((e) => words(e) === arguments[0]) \
        ?? all.find((e) => words(e).includes(arguments[0])); \
    one?.focus(); one?.click(); return Boolean(one)";

const CLICK: &str = "const one = document.querySelector(arguments[0]); \
    one?.focus(); one?.click(); return Boolean(one)";

/// Longer than the page waits before it stores.
const PAUSE: std::time::Duration = std::time::Duration::from_millis(1500);

impl Step {
    async fn take(&self, window: &Journey) {
        match *self {
            Keys(keys) => window.chord(keys).await,
            Words(words) => window.type_text(words).await,
            Press(words) => window.until_done(PRESS, words).await,
            Click(selector) => window.until_done(CLICK, selector).await,
            Command(words) => {
                window.chord("Control+k").await;
                window.find("dialog", "All commands").await;
                window.type_text(&format!("{words}\n")).await;
            }
            Offer(name, contents) => window.offer_only(name, contents.as_bytes()),
            Add(name, contents) => window.offer_file(name, contents.as_bytes()),
            Until(condition) => window.wait_until(condition).await,
            See(text) => window.wait_for_text(text).await,
            Store => {
                // Storing begins after a pause in writing; until then the last time is told.
                tokio::time::sleep(PAUSE).await;
                window.wait_until(SAVED).await;
            }
        }
    }
}

const LIST: &str = "Topic,ID,Host,Duration (minutes),Start time,End time,Participants\r
WG-Access,812 4477 9031,Secretariat,73,04/16/2026 12:52:10 PM,04/16/2026 02:05:31 PM,7\r
\r
Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\r
Ilse van der Meulen [host],ilse@delta.example,04/16/2026 12:58:00 PM,04/16/2026 01:28:00 PM,30,No\r
Galaxy S21,,04/16/2026 01:01:00 PM,04/16/2026 01:40:00 PM,39,Yes\r
Soren Mikkelgaard,,04/16/2026 01:01:00 PM,04/16/2026 02:05:00 PM,64,Yes\r
Ulrike von der Aue | University of Brightwater,,04/16/2026 01:02:00 PM,04/16/2026 02:05:00 PM,63,Yes\r
Keiko Marlowe | Cedar Open Archive,keiko@cedar.example,04/16/2026 01:03:00 PM,04/16/2026 02:05:00 PM,62,Yes\r
";
