import type { Command } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { Generated } from "../bindings/Generated";
import { template } from "../templates/sample";
import { generated, item, paragraph, report, text } from "./sample";
import { ReportSession } from "./session.svelte";

const now = report([item("1", "Reading rooms", [paragraph(text("The group agreed."))])]);

function open(content = now): ReportSession {
  const stored = { id: "r", series: "s", series_name: "WG", template: "t", revision: 1, saved_at: "" };
  return new ReportSession({ ...stored, content, generated: generated as Generated }, template, null, {
    save: () => Promise.resolve({ revision: 2, saved_at: "" }),
    generate: () => Promise.resolve(generated as Generated),
    explain: () => ({ code: null, message: "", revision: 0 }),
    keepPlace: () => undefined,
  });
}

describe("an earlier version", () => {
  const earlier = {
    ...report([item("2", "Lending", [paragraph(text("Nothing was decided."))])]),
    state: "final" as const,
  };

  const said = (id: string, words: string) => item(id, `Item ${id}`, [paragraph(text(words))]);
  const [first, second, third] = [said("1", "One."), said("2", "Two."), said("3", "Three.")] as const;
  const changed = said("2", "Two and a half.");

  it.each([
    ["an item between", [first, second, third], [first, changed, third]],
    ["fewer items", [first, second, third], [first, third]],
    ["more items", [third], [first, second, third]],
    ["the same items twice over", [first, first, first], [first, first]],
    ["nothing", [first, second], [first, second]],
    ["everything", [first], [second, third]],
  ])("changes %s", (_what, before, after) => {
    const session = open();
    session.replace(report(before));
    session.replace(report(after));
    expect(session.report).toEqual(report(after));
    session.rest();
  });

  it("takes the place of everything as one change, undone at once", () => {
    const session = open();
    session.run((state, dispatch) => (dispatch?.(state.tr.insertText("So ", 17)), true));
    const typed = session.report;
    session.replace(earlier);
    expect(session.report).toEqual(earlier);
    session.undo();
    expect(session.report).toEqual(typed);
    session.redo();
    expect(session.report).toEqual(earlier);
    session.rest();
  });
});

it("takes a command back by itself, though it came right after typing", () => {
  const session = open();
  session.dispatch(session.editorState.tr.insertText("So ", 17));
  const typed = session.report;
  session.run((state, dispatch) => (dispatch?.(state.tr.insertText("then ", 20)), true));
  session.undo();
  expect(session.report).toEqual(typed);
  session.rest();
});

describe("what is said about a change", () => {
  const type = (words: string) => (session: ReportSession) =>
    void session.run((state, dispatch) => (dispatch?.(state.tr.insertText(words, 17)), true));

  it.each<[string, (session: ReportSession) => void, boolean]>([
    ["holds at first", () => undefined, true],
    ["holds while the cursor moves", (session) => session.putCursor(17), true],
    ["goes when the change is taken back", (session) => session.undo(), false],
    ["goes when another change follows", type("And "), false],
    ["goes when the report is left", (session) => session.rest(), false],
  ])("%s", (_what, then, holds) => {
    const session = open();
    type("So ")(session);
    const change = session.lastChange();
    then(session);
    expect(change.holds()).toBe(holds);
    session.rest();
  });
});

describe("a final report", () => {
  const final = { ...now, state: "final" as const };
  const words: Command = (state, dispatch) => (dispatch?.(state.tr.insertText("So ", 17)), true);

  it.each<[string, (session: ReportSession) => unknown]>([
    ["typing", (session) => session.run(words)],
    ["a fact of the meeting", (session) => session.update({ next_steps: [] })],
    ["a participant", (session) => session.removeParticipant("p1")],
  ])("says so instead of taking %s", (_what, change) => {
    const session = open(final);
    const before = session.report;
    change(session);
    expect(session.report).toEqual(before);
    expect(session.refused).toBe(true);
    expect(session.status.state).toBe("saved");
  });

  it.each<[string, (session: ReportSession) => void]>([
    ["it is a draft again", (session) => session.update({ state: "draft" })],
    ["it is corrected as final", (session) => session.correct()],
  ])("can be written in once %s", (_what, open_it) => {
    const session = open(final);
    session.run(words);
    open_it(session);
    expect(session.refused).toBe(false);
    expect(session.run(words)).toBe(true);
    expect(session.report.agenda[0]?.section).not.toEqual(final.agenda[0]?.section);
    session.rest();
  });

  it("is as it was when what made it final is taken back", () => {
    const session = open();
    session.run(words);
    const written = session.report;
    session.update({ state: "final" });
    expect(session.run(words)).toBe(false);
    session.undo();
    expect(session.report).toEqual(written);
    expect(session.run(words)).toBe(true);
    session.rest();
  });

  it("takes an earlier version, and back", () => {
    const session = open(final);
    session.replace({ ...report([item("2", "Lending", [])]), state: "final" });
    expect(session.report.agenda[0]?.title).not.toEqual(final.agenda[0]?.title);
    session.undo();
    expect(session.report).toEqual(final);
    session.rest();
  });
});
