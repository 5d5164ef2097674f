// Files on their way into the library, one by one: what became of each, how far it is, and Cancel.

import * as api from "../api";
import type { Imported } from "../bindings/Imported";
import type { ReportSummary } from "../bindings/ReportSummary";
import { library } from "../library.svelte";

export interface Refused {
  path: string;
  reason: string;
}

/** An import: the numbers, and of each file as little as has to be told. */
export interface Work {
  all: number;
  /** How many files are done. */
  done: number;
  /** The file that is being read; none before the first and after the last. */
  current: string | null;
  kept: { report: ReportSummary; doubts: number }[];
  known: { path: string; report: ReportSummary }[];
  refused: Refused[];
  /** Files of folders that are no documents. */
  leftOut: number;
  running: boolean;
}

export const nameIn = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

class Batch {
  work = $state.raw<Work | null>(null);
  private stopped = false;

  /** Imports files and the documents of folders; a bad one never stops the rest. */
  async run(paths: string[], series: string | null): Promise<void> {
    if (paths.length === 0 || this.work?.running) return;
    this.stopped = false;
    const none = { all: 0, done: 0, current: null, kept: [], known: [], refused: [], leftOut: 0 };
    this.work = { ...none, running: true };
    const found = await library.try(() => api.findFiles(paths));
    if (!found) {
      this.work = null;
      return;
    }
    const refused = found.unreadable.map((reason) => ({ path: "", reason }));
    let work: Work = { ...none, all: found.files.length, leftOut: found.left_out, refused, running: true };
    for (const path of found.files) {
      if (this.stopped) break;
      this.work = { ...work, current: nameIn(path) };
      const became = await api.importReports([path], series).then(
        ([one]) => one,
        (reason: unknown) => ({ path, report: null, refused: library.explained(reason), known: null, doubts: [] }),
      );
      work = { ...work, done: work.done + 1, ...(became && sorted(work, became)) };
    }
    this.work = { ...work, current: null, running: false };
    await library.try(() => library.refresh());
  }

  /** Stops after the file that is being read; what is imported stays. */
  cancel(): void {
    this.stopped = true;
  }

  close(): void {
    this.work = null;
  }
}

function sorted(work: Work, { path, report, refused, known, doubts }: Imported): Partial<Work> {
  if (report) return { kept: [...work.kept, { report, doubts: doubts.length }] };
  if (known) return { known: [...work.known, { path, report: known }] };
  return { refused: [...work.refused, { path, reason: refused ?? "" }] };
}

export const batch = new Batch();
