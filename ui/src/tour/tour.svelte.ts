// The first steps: shown beside the first report, never again once closed.

import * as api from "../api";

const SETTING = "first_steps";
const CLOSED = "closed";

class Tour {
  /** The step that is shown, from 0; null when nothing is. */
  step = $state<number | null>(null);

  /** Begins, unless it was closed before. */
  async beginOnce(): Promise<void> {
    const before = await api.getSetting(SETTING).catch(() => CLOSED);
    if (before === null) this.step = 0;
  }

  begin(): void {
    this.step = 0;
  }

  async close(): Promise<void> {
    // Gone from sight means remembered. If it cannot be kept, the steps come once more: no reason
    // to disturb anybody.
    await api.setSetting(SETTING, CLOSED).catch(() => null);
    this.step = null;
  }
}

export const tour = new Tour();
