// One open report: its document, its history, its storing and its generated words.

import { closeHistory, isHistoryTransaction, redo, redoDepth, undo, undoDepth } from "@tiptap/pm/history";
import type { Node } from "@tiptap/pm/model";
import { EditorState, Selection, type Command, type Plugin, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Generated } from "../bindings/Generated";
import type { NextStep } from "../bindings/NextStep";
import type { Participant } from "../bindings/Participant";
import type { PersonOffer } from "../bindings/PersonOffer";
import type { Report } from "../bindings/Report";
import type { Saved } from "../bindings/Saved";
import type { StoredReport } from "../bindings/StoredReport";
import type { Template } from "../bindings/Template";
import { isPerson } from "../shared/names";
import { t } from "../text/en";
import { sameBasis } from "./basis";
import { fields, toDoc, toReport } from "./convert";
import { setGenerated } from "./generated";
import { placeKeeper, selectionIn, type Place } from "./place";
import { placeOf } from "./outline";
import { plugins } from "./plugins";
import { schema, type Fields } from "./schema";
import { Saver, type Problem, type Status } from "./saver";

export interface Services {
  save: (report: string, base: number, content: Report) => Promise<Saved>;
  generate: (content: Report, template: string) => Promise<Generated>;
  explain: (reason: unknown) => Problem;
  /** Told where the person is in the report, whenever that changed. */
  keepPlace: (place: Place) => void;
}

const GENERATE_AFTER = 80;

export class ReportSession {
  readonly id: string;
  readonly series: string;
  readonly seriesName: string;
  readonly template: string;
  fields = $state.raw<Fields>() as Fields;
  generated = $state.raw<Generated>() as Generated;
  status = $state.raw<Status>() as Status;
  canUndo = $state(false);
  canRedo = $state(false);
  /** Whether the report was left for another; nothing said about it can be taken back then. */
  resting = $state(false);
  /** Whether the report is corrected although it is final. */
  correcting = $state(false);
  /** Whether a change was refused since the report is final. */
  refused = $state(false);
  /** Counts every change, for whoever draws the report. */
  version = $state(0);
  /** Counts changes of titles, of the order of items and of who is named. */
  structure = $state(0);
  /** Counts changes of text and of selection, for whoever shows where the cursor is. */
  moved = $state(0);

  private moves = 0;
  private place: Place | null;
  private revision: number;
  private readonly saver: Saver;
  private state: EditorState;
  private view: EditorView | null = null;
  private generateTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    stored: StoredReport,
    /** The template's version the report is printed by. */
    readonly house: Template,
    place: Place | null,
    private readonly services: Services,
    extra: Plugin[] = [],
  ) {
    this.id = stored.id;
    this.series = stored.series;
    this.seriesName = stored.series_name;
    this.template = stored.template;
    this.revision = stored.revision;
    this.generated = stored.generated;
    this.status = { state: "saved", at: stored.saved_at };
    const doc = toDoc(stored.content);
    this.place = place;
    const keeper = placeKeeper(
      () => this.place,
      (now) => services.keepPlace((this.place = now)),
    );
    const selection = selectionIn(doc, place);
    const state = EditorState.create({
      doc,
      plugins: [...plugins(house.text), keeper, ...extra],
      selection,
    });
    this.state = state.apply(setGenerated(state.tr, stored.generated));
    this.fields = fields(this.state.doc);
    this.saver = new Saver(
      () => this.store(),
      services.explain,
      (status) => (this.status = status),
    );
  }

  get editorState(): EditorState {
    return this.state;
  }

  get report(): Report {
    return toReport(this.state.doc);
  }

  /** The page shows the report from now on. */
  attach(view: EditorView): void {
    this.view = view;
  }

  detach(): void {
    this.view = null;
  }

  focus(): void {
    this.view?.focus();
  }

  /** Where an agenda item begins; null if it is gone. */
  placeOfItem(id: string): number | null {
    return placeOf(this.state.doc, id);
  }

  /** The place in the document under a point of the window; null where there is none. */
  placeAt(left: number, top: number): number | null {
    return this.view?.posAtCoords({ left, top })?.pos ?? null;
  }

  putCursor(at: number): void {
    const { tr } = this.state;
    this.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at), 1)));
  }

  /** Brings the selection into sight, in the middle of the view. */
  showCursor(): void {
    const { node } = this.view?.domAtPos(this.state.selection.from) ?? {};
    (node instanceof HTMLElement ? node : node?.parentElement)?.scrollIntoView({ block: "center" });
  }

  /** Brings the node at a position into the page's view, to its top if not said otherwise. */
  scrollTo(pos: number, block: ScrollLogicalPosition = "start"): void {
    const node = this.view?.nodeDOM(pos);
    if (node instanceof HTMLElement) node.scrollIntoView({ block });
  }

  /** Whether the report is final and stays as it is, until somebody says otherwise. */
  get closed(): boolean {
    return this.fields.state === "final" && !this.correcting;
  }

  /** Before a change of many steps: true, or it is said that the report is final. */
  mayChange(): boolean {
    this.refused = this.closed;
    return !this.closed;
  }

  /** The report is corrected and remains final. */
  correct(): void {
    this.correcting = true;
    this.refused = false;
  }

  /** Takes a change of the text, the selection or what is drawn; none of a final report but of its state. */
  dispatch = (tr: Transaction): void => {
    const closed = tr.docChanged && this.closed && fields(tr.doc).state === "final";
    if (closed && !isHistoryTransaction(tr)) this.refused = true;
    else this.apply(tr);
  };

  private apply(tr: Transaction): void {
    this.state = this.state.apply(tr);
    this.view?.updateState(this.state);
    this.moved = this.moves += 1;
    if (!tr.docChanged) return;
    const now = fields(this.state.doc);
    const structureStays = sameBasis(tr.before, tr.doc);
    const generatedStays = now === this.fields && structureStays;
    this.fields = now;
    this.canUndo = undoDepth(this.state) > 0;
    this.canRedo = redoDepth(this.state) > 0;
    this.version += 1;
    this.saver.touch();
    if (!structureStays) this.structure += 1;
    if (!generatedStays) this.generateSoon();
    if (now.state !== "final") this.correcting = this.refused = false;
  }

  /**
   * Runs an editor command; false if it does not apply here, or would change a final report. What
   * it does is taken back by itself, however soon after typing it came.
   */
  run(command: Command): boolean {
    const before = this.state;
    const apart = (tr: Transaction): void => this.dispatch(tr.docChanged ? closeHistory(tr) : tr);
    const applies = command(before, apart, this.view ?? undefined);
    return applies && !(this.refused && this.state === before);
  }

  /** Changes what is not text; undone like text. */
  update(patch: Partial<Fields>): void {
    this.dispatch(this.state.tr.setDocAttribute("fields", { ...this.fields, ...patch }));
  }

  /**
   * Puts another content in the place of this one, as one change, even if it is final; undone like
   * text. Agenda items that are the same stay as they are, and so does the cursor in them.
   */
  replace(content: Report): void {
    const [now, doc] = [this.state.doc, toDoc(content)];
    const shared = Math.min(now.childCount, doc.childCount);
    const same = (at: number, other: number): boolean => now.child(at).eq(doc.child(other));
    let [first, last] = [0, 0];
    while (first < shared && same(first, first)) first += 1;
    while (last < shared - first && same(now.childCount - 1 - last, doc.childCount - 1 - last)) last += 1;
    const place = (of: Node, at: number): number =>
      of.children.slice(0, at).reduce((sum, child) => sum + child.nodeSize, 0);
    const [from, to] = [place(now, first), place(now, now.childCount - last)];
    const tr = this.state.tr.replaceWith(from, to, doc.children.slice(first, doc.childCount - last));
    this.apply(closeHistory(tr.setDocAttribute("fields", fields(doc))));
  }

  undo(): void {
    this.run(undo);
  }

  redo(): void {
    this.run(redo);
  }

  /** Takes back the change just made, from a message that tells of it; once another follows, it is not offered. */
  lastChange(): { name: string; run: () => void; holds: () => boolean } {
    const { version } = this;
    const run = (): void => {
      this.undo();
      this.focus();
    };
    return { name: t.undo, run, holds: () => !this.resting && this.version === version };
  }

  /** The participant a person of the directory is in this report, present from now on. */
  present(offer: PersonOffer): Participant {
    const known = this.fields.participants.find((one) => isPerson(offer, one.person));
    const { person, name, role, status, organisation } = offer;
    const one: Participant = known
      ? { ...known, attendance: "present" }
      : { id: crypto.randomUUID(), person, name, role, status, organisation, attendance: "present" };
    if (known?.attendance !== "present") this.setParticipant(one);
    return one;
  }

  /** Puts a participant into the list, in the place of the one with the same id. */
  setParticipant(one: Participant): void {
    const all = this.fields.participants;
    const there = all.some((other) => other.id === one.id);
    const participants = there ? all.map((other) => (other.id === one.id ? one : other)) : [...all, one];
    this.update({ participants });
  }

  /** Puts a speaker in the place of the words that named her; who speaks is present. */
  speaks(one: Participant, from: number, to: number): void {
    const tr = this.state.tr.replaceWith(from, to, [
      schema.nodes.speaker.create({ participant: one.id }),
      schema.text(" "),
    ]);
    const participants = this.fields.participants.map((other) =>
      other.id === one.id ? { ...other, attendance: "present" as const } : other,
    );
    this.dispatch(tr.setDocAttribute("fields", { ...this.fields, participants }).scrollIntoView());
  }

  /** Adds a next step and takes the words it came from off the page, as one change. */
  addNextStep(step: NextStep, from: number, to: number): void {
    const next_steps = [...this.fields.next_steps, step];
    this.dispatch(this.state.tr.delete(from, to).setDocAttribute("fields", { ...this.fields, next_steps }));
  }

  /** Takes somebody off the list; who is named in the text stays known, as mentioned only. */
  removeParticipant(id: string): void {
    const { meeting, participants, next_steps } = this.fields;
    let named = meeting.moderator === id || meeting.opened_by === id;
    named ||= next_steps.some((step) => step.owner?.kind === "participant" && step.owner.participant === id);
    this.state.doc.descendants((node) => {
      named ||= node.type === schema.nodes.speaker && node.attrs["participant"] === id;
    });
    this.update({
      participants: named
        ? participants.map((one) => (one.id === id ? { ...one, attendance: "mentioned" } : one))
        : participants.filter((one) => one.id !== id),
    });
  }

  /** Stores what is not stored; false if that failed. */
  flush(): Promise<boolean> {
    return this.saver.flush();
  }

  /** Ends a conflict: this text becomes the newest revision. */
  keepMine(): Promise<boolean> {
    if (this.status.state === "stale") this.revision = this.status.revision;
    this.saver.resume();
    return this.saver.flush();
  }

  /** The report is left: nothing of it is asked or stored any more, unless it is resumed. */
  rest(): void {
    clearTimeout(this.generateTimer);
    this.saver.stop();
    this.resting = true;
    this.correcting = this.refused = false;
  }

  /**
   * Goes on with a report that was left, with its undo and its place. False, and nothing is done,
   * if something else is stored by now: an older text would be brought back over it.
   */
  resume(stored: StoredReport): boolean {
    const { revision, template, seriesName } = this;
    const unchanged = stored.revision === revision && stored.template === template;
    if (this.status.state !== "saved" || !unchanged || stored.series_name !== seriesName) return false;
    this.resting = false;
    this.saver.resume();
    this.takeGenerated(stored.generated);
    return true;
  }

  private async store(): Promise<string> {
    const saved = await this.services.save(this.id, this.revision, this.report);
    this.revision = saved.revision;
    return saved.saved_at;
  }

  private takeGenerated(generated: Generated): void {
    if (same(generated, this.generated)) return;
    this.generated = generated;
    this.dispatch(setGenerated(this.state.tr, generated));
  }

  private generateSoon(): void {
    clearTimeout(this.generateTimer);
    this.generateTimer = setTimeout(() => void this.generateNow(), GENERATE_AFTER);
  }

  private async generateNow(): Promise<void> {
    const { doc } = this.state;
    try {
      const generated = await this.services.generate(this.report, this.template);
      const now = this.state.doc;
      // What came in between asks for itself.
      if (fields(now) !== fields(doc) || !sameBasis(now, doc)) return;
      this.takeGenerated(generated);
    } catch (reason) {
      // The words on the page stay as they were; the save that follows tells what is wrong.
      console.warn("generated words were not refreshed", reason);
    }
  }
}

const same = (one: Generated, other: Generated): boolean => JSON.stringify(one) === JSON.stringify(other);
