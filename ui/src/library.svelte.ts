// What the window knows: the open library, its lists, the open report, messages. Components read
// it and call its functions; it calls `api` and `host`.

import * as api from "./api";
import type { LibraryDescription } from "./bindings/LibraryDescription";
import type { Participant } from "./bindings/Participant";
import type { PersonMatch } from "./bindings/PersonMatch";
import type { PersonOffer } from "./bindings/PersonOffer";
import type { Report } from "./bindings/Report";
import type { ReportSummary } from "./bindings/ReportSummary";
import type { Series } from "./bindings/Series";
import type { StoredReport } from "./bindings/StoredReport";
import type { Template } from "./bindings/Template";
import type { TemplateSummary } from "./bindings/TemplateSummary";
import type { ExportFormat } from "./bindings/ExportFormat";
import type { WrittenName } from "./bindings/WrittenName";
import { Parked } from "./editor/parked";
import { readPlace } from "./editor/place";
import type { Problem } from "./editor/saver";
import { ReportSession } from "./editor/session.svelte";
import * as host from "./host";
import { ordinal } from "./shared/ordinal";
import { t } from "./text/en";
import { tour } from "./tour/tour.svelte";

export interface Toast {
  id: number;
  message: string;
  /** What can be done about it; the message goes as soon as that does not hold any more. */
  action?: {
    name: string;
    run: () => void;
    holds?: () => boolean;
    /** Does once more what was taken back. */
    again?: () => void;
  };
  serious: boolean;
}

export function explain(reason: unknown): Problem {
  if (reason instanceof host.RefusalError) {
    const { code, message, fields } = reason.refusal;
    const detail = fields
      .filter((field) => field.message !== message && code === "invalid")
      .map((field) => field.message);
    const revision = Number(fields.find((field) => field.field === "revision")?.message ?? 0);
    return { code, message: [message, ...detail.slice(0, 3)].join(" "), revision };
  }
  console.error(reason);
  return { code: null, message: t.internal, revision: 0 };
}

const REFRESH_AFTER = 500;

/** How many reports are remembered as opened lately. */
const RECENT = 30;

/** How strongly a name looks like somebody's before it is asked whether it is hers, 0 to 1. */
const ALIKE = 0.5;

const placeSetting = (report: string): string => `place ${report}`;

/** What is needed to show a report. */
interface Loaded {
  stored: StoredReport;
  house: Template;
  /** Where it was left, as it was remembered. */
  place: string | null;
}

class Library {
  description = $state.raw<LibraryDescription | null>(null);
  problem = $state<string | null>(null);
  series = $state.raw<Series[]>([]);
  reports = $state.raw<ReportSummary[]>([]);
  bin = $state.raw<ReportSummary[]>([]);
  session = $state.raw<ReportSession | null>(null);
  private said = $state.raw<Toast[]>([]);
  toasts = $derived(this.said.filter(({ action }) => action?.holds?.() !== false));
  /** The reports opened last, the last one first. */
  opened = $state.raw<string[]>([]);
  /** The report that was asked for last. */
  private wanted = "";
  private parked = new Parked();
  private toastId = 0;
  /** Does once more what was taken back last, as long as nothing else was done. */
  private again: (() => void) | undefined;
  private refreshTimer: ReturnType<typeof setTimeout> | undefined;

  async open(path: string | null): Promise<void> {
    try {
      await this.leave();
      this.parked.clear();
      const description = await host.openLibrary(path);
      this.problem = null;
      await this.refresh();
      this.opened = (await api.getSetting("recent_reports"))?.split(" ") ?? [];
      const last = host.isFirstWindow() ? await api.getSetting("open_report") : null;
      if (last !== null && this.reports.some((report) => report.id === last)) await this.show(last);
      // Only now is it known what there is to show.
      this.description = description;
    } catch (reason) {
      this.description = null;
      this.problem = explain(reason).message;
    }
  }

  async chooseAnother(): Promise<void> {
    const [path] = await host.chooseFiles("library");
    if (path !== undefined) await this.open(path);
  }

  /** Another window stored something; many changes are read once. */
  changedElsewhere(): void {
    clearTimeout(this.refreshTimer);
    this.refreshTimer = setTimeout(() => void this.try(() => this.refresh()), REFRESH_AFTER);
  }

  async refresh(): Promise<void> {
    [this.series, this.reports, this.bin] = await Promise.all([
      api.listSeries(),
      api.listReports(false),
      api.listReports(true),
    ]);
  }

  async addSample(): Promise<void> {
    await this.try(async () => {
      this.description = await api.addSampleData();
      await this.refresh();
      const newest = this.reports[0];
      if (newest) await this.show(newest.id);
      await tour.beginOnce();
    });
  }

  async show(report: string): Promise<void> {
    if (this.session?.id === report) {
      this.session.focus();
      return;
    }
    this.wanted = report;
    await this.try(async () => {
      const [free, next] = await Promise.all([host.showReport(report), this.load(report)]);
      // The one before stays on the page, and can be written in, until the next is there.
      if (free && (await this.settled()) && this.wanted === report) this.begin(next);
    });
  }

  async create(series: string, content: Report): Promise<void> {
    await this.try(async () => {
      if (!(await this.leave())) return;
      const stored = await api.createReport(series, content);
      await this.refresh();
      await host.showReport(stored.id);
      this.begin(await this.load(stored));
      if (this.reports.length === 1) await tour.beginOnce();
    });
  }

  /** Begins the next report with the agenda of another. */
  async duplicate(report: string): Promise<void> {
    await this.try(async () => {
      if (!(await this.leave())) return;
      const stored = await api.duplicateReport(report);
      await this.refresh();
      await host.showReport(stored.id);
      this.begin(await this.load(stored));
      const made = this.reports.find((one) => one.id === stored.id);
      if (!made) return;
      this.say(t.library.duplicated(this.nameOf(made)), { name: t.undo, run: () => void this.remove(made) });
    });
  }

  /** Loads the open report again, giving up what could not be stored. */
  async loadTheirs(): Promise<void> {
    const id = this.session?.id;
    if (id === undefined) return;
    this.session?.rest();
    await this.try(async () => this.begin(await this.load(id)));
  }

  async remove(report: ReportSummary): Promise<void> {
    await this.try(async () => {
      if (this.session?.id === report.id && !(await this.leave())) return;
      await api.deleteReport(report.id);
      this.parked.drop(report.id);
      await this.refresh();
      this.say(t.library.removed(this.nameOf(report)), { name: t.undo, run: () => void this.restore(report.id) });
    });
  }

  async restore(report: string): Promise<void> {
    await this.try(async () => {
      await api.restoreReport(report);
      await this.refresh();
    });
  }

  /** Deletes one report of the bin for good, or all of them. */
  async erase(report: ReportSummary | null): Promise<void> {
    const gone = report === null ? this.bin : [report];
    await this.try(async () => {
      const number = report === null ? await api.emptyBin() : await api.eraseReport(report.id);
      await Promise.all(gone.map((one) => this.remember(placeSetting(one.id), null)));
      await this.refresh();
      // Nothing that was offered to be undone may be about a report that is gone.
      this.said = this.said.filter((toast) => toast.action === undefined);
      this.say(t.library.erased(number));
    });
  }

  /** Puts a series that meets no more aside with its reports, or takes it back. */
  async archive(series: string, archived: boolean): Promise<void> {
    await this.try(async () => {
      this.reports.filter((one) => one.series === series).forEach(({ id }) => this.parked.drop(id));
      const { name } = archived ? await api.archiveSeries(series) : await api.unarchiveSeries(series);
      await this.refresh();
      const run = (): void => void this.archive(series, !archived);
      this.say(archived ? t.library.archived(name) : t.library.unarchived(name), { name: t.undo, run });
    });
  }

  async export(format: ExportFormat): Promise<void> {
    const session = this.session;
    if (!session) return;
    if (!(await session.flush())) {
      this.say(t.exports.notSaved, undefined, true);
      return;
    }
    await this.try(async () => {
      const path = await host.chooseSavePath(`${session.generated.file_name}.${format}`, format);
      if (path === null) return;
      const done = await api.exportReport(session.id, format, path);
      const name = done.path.split(/[\\/]/).at(-1) ?? done.path;
      const warnings = done.warnings.length;
      this.say(
        warnings === 0
          ? t.exports.done(name)
          : `${t.exports.doneWith(name, warnings)} ${done.warnings[0]?.message ?? ""}`,
        {
          name: t.exports.open,
          run: () => void this.try(() => host.openExported(done.path)),
        },
      );
    });
  }

  async importTemplate(): Promise<TemplateSummary | null> {
    const kept = await this.try(async () => {
      const [path] = await host.chooseFiles("template");
      if (path === undefined) return null;
      const kept = await api.importTemplate(path);
      this.say(t.templates.imported(kept.name, kept.version));
      return kept;
    });
    return kept ?? null;
  }

  /** Writes a template to a file: the one given, or that of the open report. */
  async exportTemplate(given: TemplateSummary | null): Promise<void> {
    await this.try(async () => {
      const template = given?.id ?? this.session?.template ?? (await api.listTemplates())[0]?.id;
      if (template === undefined) return;
      const name = given?.name.replace(/[^\p{L}\p{N}]+/gu, "-") ?? "template";
      const path = await host.chooseSavePath(`${name}.toml`, "template");
      if (path === null) return;
      const done = await api.exportTemplate(template, path);
      this.say(t.exports.done(done.path));
    });
  }

  async backUp(): Promise<void> {
    await this.try(async () => {
      const day = new Date().toISOString().slice(0, 10);
      const path = await host.chooseSavePath(`library-${day}.rapporteur`, "library");
      if (path === null) return;
      const done = await api.backUp(path);
      this.say(t.backedUp(done.path));
    });
  }

  async doctor(): Promise<void> {
    await this.try(async () => {
      const found = await api.doctor();
      const serious = found.some((finding) => finding.serious);
      this.say(found.length === 0 ? t.sound : found.map((finding) => finding.message).join(" "), undefined, serious);
    });
  }

  findPeople = (query: string): Promise<PersonOffer[]> =>
    api.findPeople(query, this.session?.series ?? null).catch(() => []);

  /** The ways these people may be named in the text. */
  findNames = (participants: Participant[]): Promise<WrittenName[]> =>
    api.listWrittenNames(participants).catch(() => []);

  /** People of the directory whom a line may describe, though written otherwise, best first. */
  findAlike = async (line: string): Promise<PersonMatch[]> => {
    const lines = await api.readParticipants(line, this.session?.series ?? null).catch(() => []);
    return (lines[0]?.known ?? []).filter(({ certain, strength }) => certain || strength >= ALIKE);
  };

  /** Adds the person a line describes to the directory and to the open report. */
  addPerson = async (line: string): Promise<Participant | null> => {
    const session = this.session;
    if (!session?.mayChange()) return null;
    const added = await this.try(async () => {
      const [read] = await api.readParticipants(line, session.series);
      if (!read) return null;
      const { name, role, status, organisation } = read;
      const since = session.fields.meeting.date;
      const offer = await api.savePerson({ person: null, name, role, status, organisation, since });
      return session.present(offer);
    });
    return added ?? null;
  };

  /** Stores and closes the open report; false if it could not be stored. */
  async leave(): Promise<boolean> {
    // What was asked for before is not to come into the place that is made here.
    this.wanted = "";
    if (!(await this.settled())) return false;
    this.putAside();
    this.session = null;
    return true;
  }

  /** Stores the open report; false, and said, if it could not be stored. */
  async settled(): Promise<boolean> {
    const stored = (await this.session?.flush()) ?? true;
    if (!stored) this.say(t.exports.notSaved, undefined, true);
    return stored;
  }

  nameOf(report: { number: number | null; series_name: string }): string {
    return `${report.series_name}, ${this.meetingOf(report)}`;
  }

  meetingOf(report: { number: number | null }): string {
    return report.number === null ? t.library.unnumbered : t.library.meeting(ordinal(report.number));
  }

  explained = (reason: unknown): string => explain(reason).message;

  say(message: string, action?: Toast["action"], serious = false): void {
    const id = ++this.toastId;
    if (action?.name === t.undo) this.again = undefined;
    const others = this.said.filter((toast) => toast.message !== message);
    this.said = [...others.slice(-2), { id, message, serious, ...(action ? { action } : {}) }];
    if (!serious) setTimeout(() => this.dismiss(id), 10_000);
  }

  /** Takes back what was said last to be possible to take back, as its button does. */
  undoSaid(): void {
    const toast = this.toasts.findLast(({ action }) => action?.name === t.undo);
    if (toast) this.act(toast);
  }

  /** Does once more what was taken back so. */
  redoSaid(): void {
    const { again } = this;
    this.again = undefined;
    again?.();
  }

  /** Does what a message offers, which then goes. */
  act({ id, action }: Toast): void {
    this.dismiss(id);
    action?.run();
    this.again = action?.again;
  }

  dismiss(id: number): void {
    this.said = this.said.filter((toast) => toast.id !== id);
  }

  async remember(name: string, value: string | null): Promise<void> {
    await api.setSetting(name, value).catch(() => null);
  }

  /** Does something; a refusal becomes a message. */
  async try<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (reason) {
      this.say(explain(reason).message, undefined, true);
      return undefined;
    }
  }

  /** A report, the template it is printed by and where it was left. */
  private async load(report: string | StoredReport): Promise<Loaded> {
    const id = typeof report === "string" ? report : report.id;
    const [stored, place] = await Promise.all([
      typeof report === "string" ? api.loadReport(report) : report,
      api.getSetting(placeSetting(id)).catch(() => null),
    ]);
    // A stored template never changes.
    const same = this.session?.template === stored.template;
    return {
      stored,
      house: same && this.session ? this.session.house : await api.loadTemplate(stored.template),
      place,
    };
  }

  /** Whoever gave up what could not be stored is not led back to it. */
  private putAside(): void {
    if (this.session?.resting === false) this.parked.keep(this.session);
  }

  /** Shows a report, in the place of the one before; as it was left, where that is still what is stored. */
  private begin(next: Loaded): void {
    const { stored } = next;
    this.putAside();
    this.session = this.parked.take(stored) ?? this.made(next);
    this.opened = [stored.id, ...this.opened.filter((id) => id !== stored.id)].slice(0, RECENT);
    if (host.isFirstWindow()) void this.remember("open_report", stored.id);
    void this.remember("recent_reports", this.opened.join(" "));
  }

  private made({ stored, house, place }: Loaded): ReportSession {
    return new ReportSession(stored, house, readPlace(place), {
      save: async (report, base, content) => {
        const saved = await api.saveReport(report, base, content);
        this.noteSaved(report, content, saved.saved_at);
        return saved;
      },
      generate: api.generate,
      explain,
      keepPlace: (place) => void this.remember(placeSetting(stored.id), JSON.stringify(place)),
    });
  }

  /** The list shows what was stored, without asking for all of it again. */
  private noteSaved(report: string, content: Report, saved_at: string): void {
    const { number, date, time } = content.meeting;
    const participants = content.participants.filter((one) => one.attendance === "present").length;
    this.reports = this.reports.map((one) =>
      one.id === report ? { ...one, number, date, time, state: content.state, participants, saved_at } : one,
    );
  }
}

export const library = new Library();
