// The reports that were open before this one, as they were left: whoever comes back to one finds
// its undo again. Only as many as somebody goes back and forth between; each holds its whole text.

import type { StoredReport } from "../bindings/StoredReport";
import type { ReportSession } from "./session.svelte";

/** How many reports are kept beside the open one. */
export const MOST_PARKED = 5;

export class Parked {
  private sessions: ReportSession[] = [];

  /** Keeps a report that is being left. */
  keep(session: ReportSession): void {
    session.rest();
    this.drop(session.id);
    this.sessions = [session, ...this.sessions].slice(0, MOST_PARKED);
  }

  /** The report as it was left, to go on with; null where what is stored is something else by now. */
  take(stored: StoredReport): ReportSession | null {
    const left = this.sessions.find(({ id }) => id === stored.id);
    this.drop(stored.id);
    return left?.resume(stored) ? left : null;
  }

  drop(report: string): void {
    this.sessions = this.sessions.filter(({ id }) => id !== report);
  }

  clear(): void {
    this.sessions = [];
  }
}
