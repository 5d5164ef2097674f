import { describe, expect, it } from "vitest";
import type { Generated } from "../bindings/Generated";
import type { StoredReport } from "../bindings/StoredReport";
import { template } from "../templates/sample";
import { MOST_PARKED, Parked } from "./parked";
import { generated, item, paragraph, report, text } from "./sample";
import { ReportSession } from "./session.svelte";

const content = report([item("1", "Reading rooms", [paragraph(text("The group agreed."))])]);

const stored = (id: string, change: Partial<StoredReport> = {}): StoredReport => ({
  id,
  series: "s",
  series_name: "WG",
  template: "t",
  revision: 1,
  saved_at: "",
  content,
  generated: generated as Generated,
  ...change,
});

function open(id: string): ReportSession {
  let revision = 1;
  return new ReportSession(stored(id), template, null, {
    save: () => Promise.resolve({ revision: (revision += 1), saved_at: "" }),
    generate: () => Promise.resolve(generated as Generated),
    explain: () => ({ code: null, message: "", revision: 0 }),
    keepPlace: () => undefined,
  });
}

/** A report that was written in and stored, and is at its second revision then. */
async function written(id: string): Promise<ReportSession> {
  const session = open(id);
  session.run((state, dispatch) => (dispatch?.(state.tr.insertText("So ", 17)), true));
  await session.flush();
  return session;
}

describe("a report that is come back to", () => {
  it("takes back what was written before, and stores that", async () => {
    const [parked, session] = [new Parked(), await written("a")];
    parked.keep(session);
    const again = parked.take(stored("a", { revision: 2, content: session.report }));
    expect(again).toBe(session);
    again?.undo();
    expect(again?.report).toEqual(content);
    expect(again?.status.state).toBe("unsaved");
    expect(await again?.flush()).toBe(true);
    again?.rest();
  });

  it.each([
    ["was stored by somebody else", stored("a", { revision: 3 })],
    ["is older now", stored("a", { revision: 1 })],
    ["is printed by another template", stored("a", { revision: 2, template: "other" })],
    ["belongs to a series of another name", stored("a", { revision: 2, series_name: "Other" })],
    ["is another", stored("b", { revision: 2 })],
  ])("begins afresh when it %s", async (_what, found) => {
    const parked = new Parked();
    parked.keep(await written("a"));
    expect(parked.take(found)).toBeNull();
  });

  it("begins afresh when it could not be stored as it was left", () => {
    const [parked, session] = [new Parked(), open("a")];
    session.run((state, dispatch) => (dispatch?.(state.tr.insertText("So ", 17)), true));
    parked.keep(session);
    expect(parked.take(stored("a"))).toBeNull();
  });

  it("is kept only while few others were open since, and not once it is dropped", () => {
    const parked = new Parked();
    const ids = Array.from({ length: MOST_PARKED + 1 }, (_, at) => String(at));
    for (const id of ids) parked.keep(open(id));
    parked.drop("3");
    expect(ids.filter((id) => parked.take(stored(id)) !== null)).toEqual(["1", "2", "4", "5"]);
  });
});
