import { describe, expect, it } from "vitest";
import type { Block } from "../bindings/Block";
import type { Report } from "../bindings/Report";
import { toDoc, toReport } from "./convert";
import { item, paragraph, report, text } from "./sample";

const nested: Block = {
  type: "bulleted_list",
  items: [
    {
      blocks: [
        paragraph(text("one")),
        { type: "numbered_list", items: [{ blocks: [paragraph(text("deep")), nestedOnce()] }] },
      ],
    },
    { blocks: [paragraph(text("two")), paragraph(text("goes on"))] },
  ],
};

function nestedOnce(): Block {
  return { type: "bulleted_list", items: [{ blocks: [paragraph(text("deeper"))] }] };
}

const marked = paragraph(
  { type: "speaker", participant: "p1", form: "auto" },
  text(" shared "),
  text("a link", { link: "https://a.example/x" }),
  text(" and "),
  text("both", { bold: true, italic: true }),
  { type: "line_break" },
  text("a new line"),
);

const cases: [string, Report][] = [
  ["one empty section", report([item("a", "Title", [paragraph()])])],
  ["marks, links, speakers and line ends", report([item("a", "Title", [marked])])],
  ["lists three deep", report([item("a", "Title", [nested])])],
  [
    "parts and nested items",
    report([
      item("a", "One", [paragraph(text("said"))], {
        section: { blocks: [paragraph(text("said"))], parts: [{ title: [text("Part")], blocks: [nested] }] },
        items: [item("b", "Under one", [paragraph()], { items: [item("c", "Deepest", [paragraph()])] })],
      }),
      item("d", "Other business", [paragraph()], { kind: "any_other_business" }),
    ]),
  ],
  [
    "an imported heading",
    report([item("a", "Agenda words", [paragraph()], { heading: [text("Other")], listed: false })]),
  ],
  ["opening text", { ...report([item("a", "One", [paragraph()])]), opening: [paragraph(text("Before the agenda."))] }],
];

describe("a report and its document", () => {
  it.each(cases)("%s comes back as it went in", (_, given) => {
    const doc = toDoc(given);
    doc.check();
    expect(toReport(doc)).toEqual(given);
  });

  it("gives an empty report one agenda item to write in", () => {
    const doc = toDoc(report([]));
    doc.check();
    expect(toReport(doc).agenda).toHaveLength(1);
  });

  it("leaves out characters no file format takes", () => {
    const doc = toDoc(report([item("a", "One", [paragraph(text("a\u0000b\u001fc"))])]));
    expect(toReport(doc).agenda[0]?.section.blocks).toEqual([paragraph(text("abc"))]);
  });
});
