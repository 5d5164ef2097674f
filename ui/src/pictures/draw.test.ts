import { describe, expect, test } from "vitest";
import type { AttendanceFigures } from "../bindings/AttendanceFigures";
import { csv, draw, KINDS, MOST_PEOPLE, scale, type Text } from "./draw";
import { LIGHT } from "./palette";

/** `meetings` a fortnight apart and `people` of whom the first came always. */
function figures(meetings: number, people: number): AttendanceFigures {
  const days = Array.from({ length: meetings }, (_, at) => new Date(Date.UTC(2024, 0, 4 + 14 * at)));
  return {
    kinds: ["Group's Co-Chair", "Member of the Programme Committee", "Not said"],
    meetings: days.map((day, at) => ({
      report: `${at}`,
      number: 100 + at,
      date: day.toISOString().slice(0, 10),
      present: 20 + (at % 7),
      newcomers: at === 0 ? 20 : at % 3,
      returners: at === 0 ? 0 : 2,
      by_kind: [2, 10, 8 + (at % 7)],
    })),
    people: Array.from({ length: people }, (_, at) => ({
      person: `${at}`,
      name: { given: `Given${at}`, particles: "", family: "of a very long family name", suffix: "" },
      attended: days.map((_, place) => place).filter((place) => place % (at + 1) === 0),
    })),
  };
}

/** Labels of a line that overlap, at 7 units a letter. */
function crowded(texts: Text[]): string[] {
  const box = (one: Text): [number, number] => {
    const width = one.words.length * 7;
    const from = one.anchor === "end" ? one.x - width : one.anchor === "middle" ? one.x - width / 2 : one.x;
    return [from, from + width];
  };
  return texts.flatMap((one, at) =>
    texts
      .slice(at + 1)
      .filter((other) => Math.abs(one.y - other.y) < 8 && box(one)[0] < box(other)[1] && box(other)[0] < box(one)[1])
      .map((other) => `${one.words} | ${other.words}`),
  );
}

describe("pictures of attendance", () => {
  test.each([
    [1, 1],
    [30, 60],
    [150, 200],
  ])("%i meetings and %i people are not crowded", (meetings, people) => {
    for (const kind of KINDS) {
      const picture = draw(kind, figures(meetings, people), "WG-Access", LIGHT);
      const texts = picture.shapes.filter((one): one is Text => one.shape === "text");
      expect(crowded(texts), kind).toEqual([]);
      for (const one of picture.shapes) {
        expect(Number.isFinite(one.x + one.y), kind).toBe(true);
        expect(one.y, `${kind} ${JSON.stringify(one)}`).toBeLessThanOrEqual(picture.height);
        if (one.shape === "rect") expect(one.x + one.width).toBeLessThanOrEqual(picture.width + 0.01);
      }
      expect(picture.title).toContain("WG-Access");
      expect(picture.description).not.toBe("");
    }
  });

  test("the numbers are all there, whatever the picture leaves out", () => {
    const all = figures(30, 80);
    const table = draw("strips", all, "WG", LIGHT).table;
    expect(table.length).toBe(81);
    expect(table[1]?.slice(0, 3)).toEqual(["Given0 of a very long family name", "30", "1"]);
    expect(MOST_PEOPLE).toBeLessThan(80);
    expect(draw("returning", all, "WG", LIGHT).table[2]).toEqual(["101", "2024-01-18", "1", "2", "18", "21"]);
  });

  test.each([
    [1, 1],
    [4, 1],
    [23, 5],
    [60, 20],
    [420, 100],
  ])("lines for up to %i are %i apart", (most, step) => expect(scale(most)).toBe(step));

  test("a table for other programs keeps commas, quotes and formulas as words", () => {
    expect(
      csv([
        ["Name", "n"],
        ['Ana "A", Neves', "=1"],
      ]),
    ).toBe('Name,n\r\n"Ana ""A"", Neves",\'=1\r\n');
  });
});
