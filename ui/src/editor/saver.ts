// When to store: after a short silence, at the latest after a while of typing, one at a time.
// Knows nothing of reports or windows, so its timing can be tested.

import type { RefusalCode } from "../bindings/RefusalCode";

export type Status =
  | { state: "saved"; at: string }
  | { state: "unsaved" }
  | { state: "saving" }
  | { state: "failed"; message: string }
  | { state: "stale"; message: string; revision: number };

export interface Timing {
  idle: number;
  longest: number;
  retry: number;
}

const TIMING: Timing = { idle: 400, longest: 2000, retry: 5000 };

/** What a failed save says of itself. */
export interface Problem {
  code: RefusalCode | null;
  message: string;
  revision: number;
}

export class Saver {
  private dirty = false;
  private first = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly save: () => Promise<string>,
    private readonly explain: (reason: unknown) => Problem,
    private readonly tell: (status: Status) => void,
    private readonly timing: Timing = TIMING,
  ) {}

  /** Something changed. */
  touch(): void {
    if (this.stopped) return;
    const now = Date.now();
    if (!this.dirty) {
      this.dirty = true;
      this.first = now;
      if (this.running === null) this.tell({ state: "unsaved" });
    }
    const latest = this.first + this.timing.longest - now;
    this.schedule(Math.max(0, Math.min(this.timing.idle, latest)));
  }

  /** Stores what is not stored yet; false if that failed. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.running !== null) await this.running;
    if (this.dirty && !this.stopped) await this.run();
    return !this.dirty;
  }

  /** No more saving, for a conflict only the user can decide. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** Saving again after a decision. */
  resume(): void {
    this.stopped = false;
  }

  private schedule(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.run();
    }, wait);
  }

  private run(): Promise<void> {
    if (this.running !== null || !this.dirty || this.stopped) return Promise.resolve();
    this.dirty = false;
    this.tell({ state: "saving" });
    this.running = this.save()
      .then((at) => this.tell(this.dirty ? { state: "unsaved" } : { state: "saved", at }))
      .catch((reason: unknown) => this.failed(this.explain(reason)))
      .finally(() => {
        this.running = null;
        if (this.dirty && !this.stopped && this.timer === undefined) this.schedule(this.timing.idle);
      });
    return this.running;
  }

  private failed(problem: Problem): void {
    this.dirty = true;
    this.first = Date.now();
    if (problem.code === "stale") {
      this.stop();
      this.tell({ state: "stale", message: problem.message, revision: problem.revision });
      return;
    }
    this.tell({ state: "failed", message: problem.message });
    this.schedule(this.timing.retry);
  }
}
