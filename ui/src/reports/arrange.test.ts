import { describe, expect, it } from "vitest";
import type { ReportSummary } from "../bindings/ReportSummary";
import { arrange, EVERYTHING, HEADING, inSight, place, ROW, topOf, years, type Wanted } from "./arrange";

function summary(id: string, more: Partial<ReportSummary> = {}): ReportSummary {
  return {
    id,
    series: "s1",
    series_name: "WG-Access",
    number: Number(id),
    date: `2026-01-${id.padStart(2, "0")}`,
    time: null,
    state: "final",
    imported: false,
    doubts: 0,
    participants: 3,
    saved_at: `2026-02-01T00:00:${id.padStart(2, "0")}Z`,
    deleted_at: null,
    ...more,
  };
}

/** Newest meeting first, as the library answers. */
const reports = [
  summary("9", { number: null, date: null, state: "draft" }),
  summary("8", { series: "s2", series_name: "Board" }),
  summary("7", { state: "in_review", saved_at: "2026-03-01T00:00:00Z" }),
  summary("6", { date: "2025-12-06" }),
  summary("5", { series: "s2", series_name: "Board", date: "2025-11-05", number: 12 }),
];

const told = (wanted: Partial<Wanted>, opened: string[] = []): string[] =>
  arrange(reports, { ...EVERYTHING, ...wanted }, opened).map(
    (group) => `${group.name}: ${group.reports.map((one) => one.id).join(" ")}`,
  );

describe("the list of reports", () => {
  it.each<[string, Partial<Wanted>, string[]]>([
    [
      "all",
      {},
      [
        "Board · 2026: 8",
        "Board · 2025: 5",
        "WG-Access · No date yet: 9",
        "WG-Access · 2026: 7",
        "WG-Access · 2025: 6",
      ],
    ],
    ["by number", { sort: "number" }, ["Board: 5 8", "WG-Access: 9 7 6"]],
    ["by change", { sort: "changed" }, ["Recently changed: 7 9 8 6 5"]],
    ["by opening", { sort: "opened" }, ["Recently opened: 6 8 7 9 5"]],
    ["of a series", { series: "s2" }, ["Board · 2026: 8", "Board · 2025: 5"]],
    ["of a year", { year: "2025" }, ["Board · 2025: 5", "WG-Access · 2025: 6"]],
    ["without a date", { year: "" }, ["WG-Access · No date yet: 9"]],
    ["in a state", { state: "in_review" }, ["WG-Access · 2026: 7"]],
    ["with words", { words: "  access 7TH january" }, ["WG-Access · 2026: 7"]],
    ["with none of the words", { words: "harbour", sort: "changed" }, []],
  ])("%s", (_name, wanted, expected) => expect(told(wanted, ["6", "8"])).toEqual(expected));

  it("offers the years there are", () => expect(years(reports)).toEqual(["2026", "2025", ""]));

  const many = Array.from({ length: 5000 }, (_, at) =>
    summary(String(at), { date: `${2025 - Math.floor(at / 193)}-01-01` }),
  );
  const groups = place(arrange(many, EVERYTHING, []));

  it("shows of five thousand only those in sight, and the one with the focus", () => {
    const seen = groups.flatMap((group) => inSight(group, 40_000, 40_600, 4999));
    expect(seen.length).toBeGreaterThan(600 / ROW - 2);
    expect(seen.length).toBeLessThan(600 / ROW + 3);
    expect(groups.at(-1)).toMatchObject({ first: 5000 - (groups.at(-1)?.reports.length ?? 0) });
    expect(groups.slice(-1).flatMap((last) => inSight(last, 0, 0, 4999))).toEqual([
      (groups.at(-1)?.reports.length ?? 0) - 1,
    ]);
  });

  it("knows where every report is", () => {
    const rows = groups.flatMap((group) => group.reports.map((_, at) => group.top + HEADING + at * ROW));
    expect([0, 191, 192, 193, 4999].map((at) => topOf(groups, at))).toEqual(
      [0, 191, 192, 193, 4999].map((at) => rows[at]),
    );
  });

  it("is arranged within a key stroke", () => {
    const started = performance.now();
    place(arrange(many, { ...EVERYTHING, words: "200" }, []));
    expect(performance.now() - started).toBeLessThan(250);
  });
});
