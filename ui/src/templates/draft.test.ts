import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Draft } from "./draft.svelte";
import { summary, template } from "./sample";

describe("a template in the form", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("undoes typing in one field at once, and another field by itself", () => {
    const draft = new Draft(summary, template);
    for (const text of ["M", "Mi", "Min"]) draft.set("title.title", text);
    draft.set("headings.agenda", "Items");
    vi.advanceTimersByTime(5000);
    draft.set("headings.agenda", "Items of the agenda");
    draft.undo();
    expect(draft.content.headings.agenda).toBe("Items");
    draft.undo();
    expect([draft.content.headings.agenda, draft.content.title.title]).toEqual(["", "Min"]);
    draft.undo();
    expect(draft.content).toBe(template);
    expect(draft.changed).toBe(false);
    draft.undo();
    draft.redo();
    expect([draft.content.title.title, draft.changed]).toEqual(["Min", true]);
  });

  it("forgets what was undone once something else is typed", () => {
    const draft = new Draft(summary, template);
    draft.set("title.title", "Minutes");
    draft.undo();
    draft.set("language", "fr");
    draft.redo();
    expect([draft.content.title.title, draft.content.language]).toEqual(["Summary Report", "fr"]);
  });

  it("reverts to what is stored, which can be undone", () => {
    const draft = new Draft(summary, template);
    draft.set("title.title", "Minutes");
    draft.revert();
    expect([draft.content, draft.changed]).toEqual([template, false]);
    draft.undo();
    expect(draft.content.title.title).toBe("Minutes");
  });

  it("holds what was typed while the rest was being saved as not saved", () => {
    const draft = new Draft(summary, template);
    draft.set("title.title", "Minutes");
    const sent = draft.content;
    draft.set("language", "fr");
    draft.noteSaved({ ...summary, version: 3 }, sent);
    expect([draft.summary.version, draft.changed]).toEqual([3, true]);
    draft.undo();
    expect(draft.changed).toBe(false);
  });
});
