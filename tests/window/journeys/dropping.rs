//! Files are dropped onto the window from another one: reports, a list of people, a transcript.

use super::reporting::open_sample;
use super::reviewing::SCANNED;
use crate::journey::journey;
use std::fs;

const LIST: &str = "Name,Affiliation\nKeiko Marlowe,Cedar Open Archive\nEleni Vasilakopoulou,\n";

const TRANSCRIPT: &str = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n\
    Dana Rivers: Good afternoon, the tide tables are done.\n";

#[test]
fn files_from_another_window_go_where_they_belong() {
    journey("dropping", async |window| {
        open_sample(window).await;
        let folder = window.saved("dropped");
        fs::create_dir(&folder).expect("a folder can be made");
        let file = |name: &str, content: &[u8]| {
            let path = folder.join(name);
            fs::write(&path, content).expect("the file can be written");
            path
        };
        // Spaces and accents are written otherwise in what is dragged.
        let report = file("61st meeting, résumé.txt", SCANNED.as_bytes());
        let picture = file("picture.png", b"\x89PNG\r\n\x1A\n and no picture");
        window.drop_files(&[&report, &picture], 600, 450);
        window.wait_for_text("1 report imported").await;
        window.wait_for_text("picture.png").await;
        window.screenshot("dropped-report").await;
        window.click("button", "Close").await;

        let list = file("people.csv", LIST.as_bytes());
        window.drop_files(&[&list], 1200, 450);
        window.wait_for_text("Table · 2 rows · 2 people").await;
        window.screenshot("dropped-list").await;
        window.chord("Control+Enter").await;
        window.wait_for_text("1 person added, 1 new in the directory.").await;
        let listed =
            "document.querySelector('#inspector-panel').textContent.includes('Keiko Marlowe')";
        window.wait_until(listed).await;

        let transcript = file("call.vtt", TRANSCRIPT.as_bytes());
        window.drop_files(&[&transcript], 600, 450);
        window.wait_for_text("the tide tables are done").await;
        window.screenshot("dropped-transcript").await;
    });
}
