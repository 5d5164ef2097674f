// The file an imported report came from: opened, copied, compared with the report.

import * as api from "../api";
import type { OriginalFile } from "../bindings/OriginalFile";
import type { TextComparison } from "../bindings/TextComparison";
import * as host from "../host";
import { library } from "../library.svelte";
import { stage } from "../stage.svelte";
import { t } from "../text/en";
import { review } from "./review.svelte";

class Originals {
  /** What is compared now. */
  shown = $state.raw<{ report: string; file: OriginalFile } | null>(null);
  comparison = $state.raw<TextComparison | null>(null);

  /** Shows a copy in the system's program. */
  async open(of: string | null = null): Promise<void> {
    const report = this.which(of);
    if (report !== null) await library.try(() => host.openOriginal(report));
  }

  async save(of: string | null = null): Promise<void> {
    const report = this.which(of);
    if (report === null) return;
    await library.try(async () => {
      const { original } = await api.loadReview(report);
      const path = await host.chooseSavePath(original.name, "original");
      if (path === null) return;
      const done = await api.saveOriginal(report, path);
      library.say(t.original.saved(done.path));
    });
  }

  /** Shows which words only the original has, or only the report. */
  async compare(of: string | null = null): Promise<void> {
    const report = this.which(of);
    if (report === null || !(await library.leave())) return;
    const loaded = await library.try(() => api.loadReview(report));
    if (!loaded) {
      await library.show(report);
      return;
    }
    this.shown = { report, file: loaded.original };
    this.comparison = null;
    stage.view = "original";
    this.comparison = (await library.try(() => api.compareOriginal(report))) ?? null;
  }

  async leave(): Promise<void> {
    const report = this.shown?.report;
    this.shown = null;
    stage.view = "page";
    if (report !== undefined) await library.show(report);
  }

  private which(of: string | null): string | null {
    if (of !== null) return of;
    if (library.session) return library.session.id;
    return (stage.view === "original" ? this.shown?.report : stage.view === "review" ? review.report : null) ?? null;
  }
}

export const originals = new Originals();
