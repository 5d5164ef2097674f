//! Looking at the window: its picture, what keeps people from using it, what a failure leaves.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use rapporteur_tests::repository;
use serde_json::{Value, json};
use tokio::time::timeout;

use super::{Journey, PATIENCE};

/// Draws one point of the window's corner again and again for a while.
const DRAW: &str = "const point = document.createElement('div'); let at = 0; \
    point.style = 'position:fixed;right:0;bottom:0;width:1px;height:1px'; \
    point.setAttribute('aria-hidden', 'true'); document.body.append(point); \
    const timer = setInterval(() => { \
      point.style.background = `rgb(0 0 0 / ${(at += 1) % 2}%)`; \
      if (at === 100) { clearInterval(timer); point.remove(); } }, 30)";

impl Journey {
    /// Keeps a picture of the page as `target/window/NAME.png`.
    pub async fn screenshot(&self, name: &str) -> PathBuf {
        let path = evidence().join(format!("{name}.png"));
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("it can be made");
        // A picture is taken when something is drawn next; on a page at rest nothing might be.
        self.evaluate(DRAW, vec![]).await;
        let picture = timeout(PATIENCE, self.driver().client.screenshot()).await;
        let picture = picture.expect("a picture in time").expect("the page can be pictured");
        fs::write(&path, picture).expect("the picture can be written");
        path
    }

    /// Fails if axe finds what keeps people from using the window as it is now (WCAG 2.2 AA).
    pub async fn check_accessibility(&self) {
        self.check_rules(json!([
            "wcag2a",
            "wcag2aa",
            "wcag21a",
            "wcag21aa",
            "wcag22aa",
            "best-practice"
        ]))
        .await;
    }

    /// The same by some rules of axe, or by those with certain tags.
    pub async fn check_rules(&self, only: Value) {
        // A colour on its way to another would be judged as it is for a moment.
        self.wait_until("document.getAnimations().length === 0").await;
        let axe = repository().join("ui/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&axe).expect("run `npm ci` in ui/ first");
        let client = &self.driver().client;
        client.execute(&axe, vec![]).await.expect("axe can be loaded");
        let script = "const [only, done] = arguments; axe.run(document, { \
              runOnly: only, \
              resultTypes: ['violations'] }) \
            .then((r) => done(r.violations.flatMap((v) => v.nodes.map((n) => \
              `${v.id}: ${n.html.slice(0, 200)}: ${n.failureSummary}`))), (e) => done([String(e)]))";
        let found = client.execute_async(script, vec![only]);
        let found = timeout(PATIENCE * 2, found).await.expect("axe answers in time");
        let found: Vec<String> =
            serde_json::from_value(found.expect("axe runs")).expect("axe answers sentences");
        assert!(found.is_empty(), "axe found {}:\n{}", found.len(), found.join("\n\n"));
    }

    /// A picture, the page and the end of what the application printed.
    pub(super) async fn leave_evidence(&self) {
        let folder = evidence();
        println!("What {} left is in {}", self.name, folder.display());
        if let Ok(log) = fs::read_to_string(folder.join(format!("{}.log", self.name))) {
            println!("The application printed:\n{log}");
        }
        let Some(driver) = &self.driver else { return };
        let limit = Duration::from_secs(5);
        if let Ok(Ok(picture)) = timeout(limit, driver.client.screenshot()).await {
            let _ = fs::write(folder.join(format!("{}.png", self.name)), picture);
        }
        if let Ok(Ok(page)) = timeout(limit, driver.client.source()).await {
            let _ = fs::write(folder.join(format!("{}.html", self.name)), page);
        }
    }
}

/// Where the pictures are.
pub(super) fn evidence() -> PathBuf {
    repository().join("target/window")
}
