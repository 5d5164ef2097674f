import { describe, expect, it } from "vitest";
import { schema } from "../editor/schema";
import { placed, placeOf } from "./places";

const { nodes } = schema;
const p = (text: string) => nodes.paragraph.create(null, text === "" ? [] : schema.text(text));
const title = (text: string) => nodes.agenda_title.create(null, schema.text(text));
const list = (...items: string[]) =>
  nodes.bulleted_list.create(
    null,
    items.map((text) => nodes.list_item.create(null, p(text))),
  );
const part = (text: string, ...blocks: string[]) =>
  nodes.part.create(null, [nodes.part_title.create(null, schema.text(text)), ...blocks.map(p)]);

const doc = nodes.doc.create({ fields: {} }, [
  nodes.opening.create(null, [p("Before all.")]),
  nodes.agenda_item.create({ id: "1" }, [title("First"), p("One."), list("a", "b")]),
  nodes.agenda_item.create({ id: "2" }, [
    title("Second"),
    nodes.paragraph.create(null, [nodes.speaker.create({ participant: "x" }), schema.text(" noted teh plan.")]),
    part("Part", "In part."),
    nodes.agenda_item.create({ id: "3" }, [title("Nested"), p("Deep.")]),
  ]),
]);

describe("a path of the report's data", () => {
  it.each([
    ["opening.0", "Before all."],
    ["agenda.0.title", "First"],
    ["agenda.0.section.blocks.0", "One."],
    ["agenda.0.section.blocks.1.items.1.blocks.0", "b"],
    ["agenda.1.section.parts.0.title", "Part"],
    ["agenda.1.section.parts.0.blocks.0", "In part."],
    ["agenda.1.items.0.title", "Nested"],
    ["agenda.1.items.0.section.blocks.0", "Deep."],
    ["agenda.7.title", null],
    ["meeting.date", null],
    ["agenda.0.section.blocks.1", null],
  ])("%s is found on the page", (path, words) => {
    const pos = placeOf(doc, path);
    expect(pos === null ? null : doc.nodeAt(pos)?.textContent).toBe(words);
  });

  const finding = (quote: string, from: number) => ({
    rule: "SPL-1",
    severity: "error" as const,
    message: "",
    where: { line: 0, quote, field: "agenda.1.section.blocks.0", from, to: from + quote.length },
    fix: null,
  });

  it("counts the printed name of a speaker", () => {
    const [one] = placed(doc, ["Ana Neves"], [finding("teh", 16)]);
    expect(doc.textBetween(one?.match?.from ?? 0, one?.match?.to ?? 0)).toBe("teh");
    const [other] = placed(doc, ["Ana Neves"], [finding("Neves", 4)]);
    expect(other?.match?.inName).toBe(true);
  });

  it("marks nothing where the words have changed", () => {
    expect(placed(doc, ["Ana Neves"], [finding("the", 16)])[0]?.match).toBeNull();
  });
});
