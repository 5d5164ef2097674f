// Files on their way into the library, one by one: what became of each, how far it is, and Cancel.

import * as api from "../api";
import type { Imported } from "../bindings/Imported";
import type { ProposedSeries } from "../bindings/ProposedSeries";
import type { ReportSummary } from "../bindings/ReportSummary";
import { library } from "../library.svelte";

export interface Refused {
  path: string;
  reason: string;
  /** It is pictures, and this computer can read them. */
  ocr: boolean;
  /** The series it says it is of, which is none of the library yet. */
  series: ProposedSeries | null;
}

/** An import: the numbers, and of each file as little as has to be told. */
export interface Work {
  all: number;
  /** How many files are done. */
  done: number;
  /** The file that is being read; none before the first and after the last. */
  current: string | null;
  /** Whether that is read by the OCR program, which takes its time. */
  slowly: boolean;
  kept: { report: ReportSummary; doubts: number }[];
  known: { path: string; report: ReportSummary }[];
  refused: Refused[];
  /** Files of folders that are no documents. */
  leftOut: number;
  running: boolean;
}

export const nameIn = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

const none = {
  all: 0,
  done: 0,
  current: null,
  slowly: false,
  kept: [],
  known: [],
  refused: [],
  leftOut: 0,
};
const unread = { report: null, known: null, doubts: [], ocr: false, series: null };

class Batch {
  work = $state.raw<Work | null>(null);
  private stopped = false;
  /** The file that is being read. */
  private path: string | null = null;

  /** Imports files and the documents of folders; a bad one never stops the rest. */
  async run(paths: string[], series: string | null): Promise<void> {
    if (paths.length === 0 || this.work?.running) return;
    this.stopped = false;
    this.work = { ...none, running: true };
    const found = await library.try(() => api.findFiles(paths));
    if (!found) {
      this.work = null;
      return;
    }
    const refused = found.unreadable.map((reason) => ({ path: "", reason, ocr: false, series: null }));
    const work = { ...none, all: found.files.length, leftOut: found.left_out, refused };
    await this.each(found.files, work, (path) => api.importReports([path], series));
  }

  /** Makes the series that refused reports say they are of, and imports these into it. */
  async makeSeries({ name, template }: ProposedSeries): Promise<void> {
    const before = this.work;
    if (before === null || before.running) return;
    const made = await library.try(() => api.createSeries(name, template));
    if (!made) return;
    const waiting = before.refused.filter((one) => one.series?.name === name);
    const refused = before.refused.filter((one) => one.series?.name !== name);
    const { kept, known, leftOut } = before;
    this.stopped = false;
    const work = { ...none, all: waiting.length, kept, known, refused, leftOut };
    await this.each(
      waiting.map((one) => one.path),
      work,
      (path) => api.importReports([path], made.id),
    );
  }

  /** Reads those of the refused files that are pictures; the others stay as they were. */
  async readPictures(series: string | null): Promise<void> {
    const before = this.work;
    if (before === null || before.running) return;
    this.stopped = false;
    const paths = before.refused.filter((one) => one.ocr).map((one) => one.path);
    const refused = before.refused.filter((one) => !one.ocr);
    const { kept, known, leftOut } = before;
    const work = { ...none, all: paths.length, kept, known, refused, leftOut, slowly: true };
    await this.each(paths, work, (path) => api.importPictures(path, series));
  }

  private async each(
    paths: string[],
    begun: Omit<Work, "running">,
    keep: (path: string) => Promise<Imported[]>,
  ): Promise<void> {
    let work: Work = { ...begun, running: true };
    for (const path of paths) {
      if (this.stopped) break;
      this.work = { ...work, current: nameIn(path) };
      this.path = path;
      const became = await keep(path).then(
        ([one]) => one,
        (reason: unknown) => ({ ...unread, path, refused: library.explained(reason) }),
      );
      work = { ...work, done: work.done + 1, ...(became && sorted(work, became)) };
    }
    this.work = { ...work, current: null, running: false };
    await library.try(() => library.refresh());
  }

  /** Stops after the file that is being read, and in the middle of pictures; what is imported stays. */
  cancel(): void {
    this.stopped = true;
    const path = this.path;
    if (this.work?.slowly && path !== null) void library.try(() => api.stopPictures(path));
  }

  close(): void {
    this.work = null;
  }
}

function sorted(work: Work, { path, report, refused, known, doubts, ocr, series }: Imported): Partial<Work> {
  if (report) return { kept: [...work.kept, { report, doubts: doubts.length }] };
  if (known) return { known: [...work.known, { path, report: known }] };
  return { refused: [...work.refused, { path, reason: refused ?? "", ocr, series }] };
}

export const batch = new Batch();
