// Checking while somebody writes: one checker for every open report, and whether its marks show.

import * as api from "../api";
import type { ReportSession } from "../editor/session.svelte";
import { library } from "../library.svelte";
import { t } from "../text/en";
import { Checker } from "./checker.svelte";

const SETTING = "quiet check";

const checkers = new WeakMap<ReportSession, Checker>();

/** The checker of an open report, the same for whoever shows something of it. */
export function checkerOf(session: ReportSession): Checker {
  const known = checkers.get(session);
  if (known) return known;
  const made = new Checker(session);
  checkers.set(session, made);
  return made;
}

class Watch {
  /** No marks and no counts until they are asked for in the Check tab. */
  quiet = $state(false);

  async recall(): Promise<void> {
    this.quiet = (await api.getSetting(SETTING).catch(() => null)) === "yes";
  }

  switchQuiet(): void {
    this.quiet = !this.quiet;
    void library.remember(SETTING, this.quiet ? "yes" : null);
    library.say(this.quiet ? t.check.status.nowQuiet : t.check.status.nowMarked);
  }
}

export const watch = new Watch();
