// One template in the form: what it holds now, what is stored, what is wrong, and its undo.

import type { Invalid } from "../bindings/Invalid";
import type { Template } from "../bindings/Template";
import type { TemplateSummary } from "../bindings/TemplateSummary";
import { valueAt, withValue } from "./paths";

/** Typing in one field without such a pause, in milliseconds, is undone at once. */
const PAUSE = 1000;

export class Draft {
  summary = $state.raw<TemplateSummary>() as TemplateSummary;
  content = $state.raw<Template>() as Template;
  problems = $state.raw<Invalid[]>([]);
  /** Counts undoing and redoing, after which fields show what the template holds. */
  turned = $state(0);
  private stored = $state.raw<Template>() as Template;
  private past = $state.raw<Template[]>([]);
  private future = $state.raw<Template[]>([]);
  private last = { field: "", at: 0 };

  constructor(summary: TemplateSummary, content: Template) {
    this.summary = summary;
    this.content = content;
    this.stored = content;
  }

  get changed(): boolean {
    return this.content !== this.stored;
  }

  value(field: string): unknown {
    return valueAt(this.content, field);
  }

  set(field: string, value: unknown): void {
    const at = Date.now();
    const goesOn = field === this.last.field && at - this.last.at < PAUSE;
    if (!goesOn) this.past = [...this.past, this.content];
    this.future = [];
    this.last = { field, at };
    this.content = withValue(this.content, field, value);
  }

  undo(): void {
    const before = this.past.at(-1);
    if (before === undefined) return;
    this.past = this.past.slice(0, -1);
    this.future = [...this.future, this.content];
    this.turnTo(before);
  }

  redo(): void {
    const next = this.future.at(-1);
    if (next === undefined) return;
    this.future = this.future.slice(0, -1);
    this.past = [...this.past, this.content];
    this.turnTo(next);
  }

  /** Gives up what is not stored; it can be undone. */
  revert(): void {
    if (!this.changed) return;
    this.past = [...this.past, this.content];
    this.future = [];
    this.turnTo(this.stored);
  }

  /** What was sent is stored; what was typed since is not. */
  noteSaved(summary: TemplateSummary, sent: Template): void {
    this.summary = summary;
    this.stored = sent;
  }

  /** What is wrong with a field. */
  problem(field: string): string {
    return this.problems.find((one) => one.field === field)?.message ?? "";
  }

  private turnTo(content: Template): void {
    this.content = content;
    this.last = { field: "", at: 0 };
    this.turned += 1;
  }
}
