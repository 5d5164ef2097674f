//! What a screen reader is told of the window, through the system's accessibility bus.

use crate::journey::journey;

#[test]
fn a_screen_reader_is_told_everything() {
    journey("listening", async |window| {
        window.listen();
        window.start().await;
        window.find("button", "Open the sample library").await;
        let heard = window.hear();
        for t in &heard {
            println!("{}{} {:?} {}", " ".repeat(t.depth), t.role, t.name, t.states.join(","));
        }
        window.click("button", "Open the sample library").await;
        window.find_test_id("page").await;
        window.wait_for_text("Summary Report").await;
        let heard = window.hear();
        for t in &heard {
            println!("{}{} {:?}", " ".repeat(t.depth), t.role, t.name);
        }
    });
}
