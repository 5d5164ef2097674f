import { describe, expect, it } from "vitest";
import type { Generated } from "../bindings/Generated";
import { template } from "../templates/sample";
import { generated, item, paragraph, report, text } from "./sample";
import { ReportSession } from "./session.svelte";

describe("an earlier version", () => {
  const now = report([item("1", "Reading rooms", [paragraph(text("The group agreed."))])]);
  const earlier = {
    ...report([item("2", "Lending", [paragraph(text("Nothing was decided."))])]),
    state: "final" as const,
  };

  function open(): ReportSession {
    const stored = { id: "r", series: "s", series_name: "WG", template: "t", revision: 1, saved_at: "" };
    return new ReportSession({ ...stored, content: now, generated: generated as Generated }, template, null, {
      save: () => Promise.resolve({ revision: 2, saved_at: "" }),
      generate: () => Promise.resolve(generated as Generated),
      explain: () => ({ code: null, message: "", revision: 0 }),
      keepPlace: () => undefined,
    });
  }

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
    session.dispose();
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
    session.dispose();
  });
});
