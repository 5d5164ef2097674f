import { describe, expect, it } from "vitest";
import type { Generated } from "../bindings/Generated";
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
    return new ReportSession({ ...stored, content: now, generated: generated as Generated }, null, {
      save: () => Promise.resolve({ revision: 2, saved_at: "" }),
      generate: () => Promise.resolve(generated as Generated),
      explain: () => ({ code: null, message: "", revision: 0 }),
      keepPlace: () => undefined,
    });
  }

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
