//! More than one window. Called by the journeys with two.

use std::fs;
use std::time::{Duration, Instant};

use tokio::time::sleep;

use super::Journey;

impl Journey {
    /// Waits until so many windows are open.
    pub async fn wait_for_windows(&self, number: usize) {
        self.until(&format!("there are never {number} windows"), async || {
            let windows = self.driver().client.windows().await.ok()?;
            (windows.len() == number).then_some(())
        })
        .await;
    }

    /// Goes on in the other window, of two or of one that is left.
    pub async fn go_to_other_window(&self) {
        let client = &self.driver().client;
        let here = client.window().await.ok();
        self.until("there is no other window", async || {
            let windows = client.windows().await.ok()?;
            let other = windows.into_iter().find(|window| Some(window) != here.as_ref())?;
            client.switch_to_window(other).await.ok()
        })
        .await;
    }

    /// Opens another window and goes there. On a busy machine WebKit gives a second window no web
    /// process while a program drives it (without WebKitWebDriver it always does, however busy the
    /// machine): then the application is started again.
    pub async fn open_window(&mut self) {
        for _ in 0..10 {
            let open = "setTimeout(() => window.__TAURI_INTERNALS__.invoke('open_window'), 300)";
            self.evaluate(open, vec![]).await;
            if self.printed("another window ready", Duration::from_secs(5)).await {
                return self.go_to_other_window().await;
            }
            self.kill();
            self.start().await;
            sleep(Duration::from_secs(1)).await;
        }
        panic!("the page of another window is never painted");
    }

    /// Whether the application prints this in time.
    async fn printed(&self, words: &str, limit: Duration) -> bool {
        let started = Instant::now();
        while started.elapsed() < limit {
            if fs::read_to_string(self.log()).is_ok_and(|printed| printed.contains(words)) {
                return true;
            }
            sleep(Duration::from_millis(50)).await;
        }
        false
    }
}
