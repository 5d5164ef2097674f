//! Opening libraries: the user's own, another, and files that are none.

use serde_json::json;

use crate::journey::journey;

#[test]
fn what_is_no_library_is_refused_in_words_and_the_other_stays_open() {
    journey("no_library", async |window| {
        window.start().await;
        let own = window.invoke("open_library", json!({ "path": null })).await;
        let own = own.expect("the library is begun where there is none");
        assert_eq!(own["path"], json!(window.library()));

        window.offer_file("letter.txt", b"Dear colleagues, this is no library.");
        let letter = window.saved("choose/letter.txt");
        let refused = window.invoke("open_library", json!({ "path": letter })).await;
        let sentence = refused.expect_err("a letter is no library").to_string();
        assert!(sentence.contains("letter.txt"), "the file is not named: {sentence}");

        let describe = json!({ "request": { "request": "describe_library" } });
        let described = window.invoke("request", describe).await.expect("it is still open");
        assert_eq!(described["path"], own["path"]);
    });
}

#[test]
fn the_preview_arrives_as_the_bytes_of_a_pdf() {
    journey("preview_bytes", async |window| {
        window.start().await;
        let request = async |request| {
            let answer = window.invoke("request", json!({ "request": request })).await;
            answer.unwrap_or_else(|refusal| panic!("refused: {refusal}"))
        };
        window.invoke("open_library", json!({ "path": null })).await.expect("it is begun");
        request(json!({ "request": "add_sample_data" })).await;
        let list = json!({ "request": "list_reports", "series": null, "deleted": false });
        let reports = request(list).await;
        let report = json!({ "request": "load_report", "report": reports[0]["id"] });
        let report = request(report).await;
        let script = "const [content, template] = arguments; \
            window.begins = null; \
            window.__TAURI_INTERNALS__.invoke('preview', { content, template }).then( \
              (pdf) => (window.begins = new TextDecoder().decode(pdf.slice(0, 5))), \
              (refusal) => (window.begins = refusal.message))";
        window.evaluate(script, vec![report["content"].clone(), report["template"].clone()]).await;
        window.wait_until("window.begins !== null").await;
        assert_eq!(window.evaluate("return window.begins", vec![]).await, json!("%PDF-"));
    });
}
