//! Drafting from what was said: a transcript beside the page, by keyboard and with the mouse.

use super::reporting::open_sample;
use crate::journey::{Journey, journey};

/// A call of four minutes: a name as in the list, one without accents and with an organisation,
/// one of the directory, one of nobody, and words that nobody is named for.
pub const CALL: &str = "WEBVTT

1
00:00:03.000 --> 00:00:06.000
Nadia Haddad-Rizk: The inventory is nearly

2
00:00:06.100 --> 00:00:09.000
Nadia Haddad-Rizk: complete.

3
00:01:10.000 --> 00:01:14.000
Soren Mikkelgaard (Open Shelves): Small journals need more time

4
00:02:00.000 --> 00:02:03.000
<v Keiko>I join late, from another call.</v>

5
00:03:00.000 --> 00:03:04.000
Galaxy Tablet: We should ask the publishers again.

6
00:04:00.000 --> 00:04:03.000
Recording stopped
";

/// The name of what has the focus.
const FOCUSED: &str = "(document.activeElement.getAttribute('aria-label') \
    ?? document.activeElement.textContent).trim()";

/// Goes on with Tab to what is called so.
async fn tab_to(window: &Journey, name: &str) {
    for _ in 0..12 {
        let focused = window.evaluate(&format!("return {FOCUSED}"), vec![]).await;
        if focused.as_str().is_some_and(|focused| focused == name) {
            return;
        }
        window.chord("Tab").await;
    }
    panic!("Tab does not reach {name}");
}

async fn page_shows(window: &Journey, words: &str) {
    let page = "document.querySelector('[data-testid=page]')";
    window.wait_until(&format!("{page}.textContent.includes({words:?})")).await;
}

#[test]
fn a_transcript_is_drafted_from_by_keyboard() {
    journey("transcript", async |window| {
        window.offer_file("call.vtt", CALL.as_bytes());
        open_sample(window).await;
        window.find_test_id("page").await;
        window.chord("Control+Enter").await;
        window.chord("Control+4").await;
        window.wait_until("document.activeElement.id === 'tab-transcript'").await;
        window.screenshot("transcript-empty").await;
        window.check_accessibility().await;
        tab_to(window, "Choose a file…").await;
        window.chord("Enter").await;
        window.wait_for_text("call.vtt · 5 entries").await;
        window.wait_for_text("1 not matched").await;
        window.check_accessibility().await;

        // The list has the focus: draft from its second entry, and change the verb.
        window.wait_until("document.activeElement.id === 'transcript-entries'").await;
        window.chord("ArrowDown").await;
        window.chord("Enter").await;
        page_shows(window, " noted that Small journals need more time.").await;
        window.chord("Tab").await;
        page_shows(window, " suggested that Small journals need more time.").await;
        window.screenshot("transcript").await;

        // Who sent apologies and speaks was there after all. The page keeps Tab to itself.
        window.chord("Control+4").await;
        window.wait_until("document.activeElement.id === 'tab-transcript'").await;
        tab_to(window, "What was said").await;
        window.wait_for_text("used").await;
        window.chord("ArrowDown").await;
        window.chord("Shift+Enter").await;
        page_shows(window, " noted that I join late, from another call.").await;
        let line = "[...document.querySelectorAll('[data-testid=page] p')] \
            .find((one) => one.textContent.includes('I join late')).getBoundingClientRect()";
        window.wait_until(&format!("{line}.top > 80 && {line}.bottom <= innerHeight")).await;
        window.wait_until("document.activeElement.id === 'transcript-entries'").await;
        window.chord("Control+2").await;
        let present = "document.querySelector('[aria-label=\"Keiko Amemori was there\"]').checked";
        window.wait_until(present).await;

        // What is found stays where it was left.
        window.chord("Control+4").await;
        window.wait_until("document.activeElement.id === 'tab-transcript'").await;
        window.find("searchbox", "Search the transcript").await.click().await.expect("a field");
        window.type_text("publish").await;
        window.wait_until("document.querySelectorAll('[data-at]').length === 1").await;
        let choice = "const one = document.querySelector('[aria-label=\"Who is Galaxy Tablet?\"]'); \
            one.value = [...one.options].find((o) => o.text.startsWith('Dimitar')).value; \
            one.dispatchEvent(new Event('change', { bubbles: true }))";
        window.evaluate(choice, vec![]).await;
        window.wait_for_text("all matched").await;
        for theme in ["dark", "light"] {
            let set = "document.documentElement.dataset.theme = arguments[0]";
            window.evaluate(set, vec![theme.into()]).await;
            window.wait_until("document.getAnimations().length === 0").await;
            window.check_accessibility().await;
            window.screenshot(&format!("transcript-{theme}")).await;
        }
        window.chord("Enter").await;
        window.chord("Enter").await;
        page_shows(window, " noted that we should ask the publishers again.").await;
        window.wait_for_text("Dimitar").await;
        window.wait_until("document.querySelector('[data-testid=save-state]').textContent.startsWith('Saved')").await;
    });
}

#[test]
fn a_chat_is_pasted_and_dragged_onto_the_page() {
    journey("transcript-chat", async |window| {
        open_sample(window).await;
        window.find_test_id("page").await;
        window.chord("Control+4").await;
        let chat = "00:12:34\t From Nadia Haddad-Rizk to Everyone: One thing\n\
                    00:12:50\t From Devika  to  Nadia(Privately) : between us\n";
        let paste = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]); \
            document.getElementById('transcript-text').dispatchEvent( \
              new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";
        window.evaluate(paste, vec![chat.into()]).await;
        window.wait_for_text("Pasted text · 2 entries").await;
        window.wait_for_text("to some only").await;
        let target = "document.querySelector('[data-testid=page] [data-agenda-item] p')";
        window.evaluate(&format!("{target}.scrollIntoView({{ block: 'center' }})"), vec![]).await;
        window.drag("[data-at='0']", "[data-testid=page] [data-agenda-item] p").await;
        page_shows(window, " noted that one thing.").await;
        window.screenshot("transcript-dragged").await;
    });
}
