// Before a report is marked as final: what is still open in it is shown, and the user decides.

import * as api from "../api";
import type { ReportState } from "../bindings/ReportState";
import type { ReportSession } from "../editor/session.svelte";
import { library } from "../library.svelte";

class Finishing {
  /** What is open in the report that is to be final; none while nobody is asked. */
  asked = $state.raw<{ report: string; open: number; wrong: number } | null>(null);

  /** Sets how far a report has come; to be final it may have to be said twice. */
  async set(session: ReportSession, state: ReportState): Promise<void> {
    this.asked = null;
    if (state !== "final" || session.fields.state === "final") {
      session.update({ state });
      return;
    }
    const review = await library.try(() =>
      api.checkReport(session.report, session.template, session.series, session.id),
    );
    const open = review?.open.length ?? 0;
    if (open === 0) session.update({ state });
    else
      this.asked = {
        report: session.id,
        open,
        wrong: review?.open.filter((one) => one.severity === "error").length ?? 0,
      };
  }

  allTheSame(session: ReportSession): void {
    this.asked = null;
    session.update({ state: "final" });
  }
}

export const finishing = new Finishing();
