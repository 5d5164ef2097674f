import { describe, expect, it } from "vitest";
import type { DatedAffiliation } from "../bindings/DatedAffiliation";
import { periods } from "./periods";

const held = (since: string | null, organisation: string, until: string | null = null): DatedAffiliation => ({
  entry: "p1",
  since,
  until,
  role: null,
  status: null,
  organisation,
  report: null,
  number: null,
});

describe("periods", () => {
  it.each([
    ["nothing", [], []],
    ["one", [held("2026", "A")], [1]],
    ["alike", [held("2026", "A"), held("2025", "A"), held(null, "A")], [3]],
    ["another between", [held("2026", "A"), held("2025", "B"), held("2024", "A")], [1, 1, 1]],
    ["the last ended", [held("2026", "A", "2027"), held("2025", "A")], [2]],
    ["one ended before", [held("2026", "A"), held("2024", "A", "2025")], [1, 1]],
  ])("of %s", (_, affiliations, lengths) => {
    const found = periods(affiliations);
    expect(found.map((period) => period.length)).toEqual(lengths);
    expect(found.flat()).toEqual(affiliations);
  });
});
