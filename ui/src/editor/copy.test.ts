import { DOMParser as Parser, type Node } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { toDoc } from "./convert";
import { htmlSerializer, strangersAsWords, textSerializer } from "./copy";
import { item, paragraph, report, text } from "./sample";
import { schema } from "./schema";

const given = report([
  item("a", "Title", [paragraph({ type: "speaker", participant: "p1", form: "auto" }, text(" noted."))]),
]);
const people = () => given.participants;
const copied = toDoc(given).slice(8, 17);

function html(): string {
  const page = document.createElement("div");
  page.append(htmlSerializer(people).serializeFragment(copied.content));
  return page.innerHTML;
}

function speakers(pasted: string): number {
  const page = document.createElement("div");
  page.innerHTML = pasted;
  let found = 0;
  Parser.fromSchema(schema)
    .parseSlice(page)
    .content.descendants((node: Node) => void (found += node.type === schema.nodes.speaker ? 1 : 0));
  return found;
}

describe("a speaker in the clipboard", () => {
  it("is a name for other programs", () => {
    expect(textSerializer(people)(copied)).toBe("Ada Moreau noted.");
    expect(html()).toContain(">Ada Moreau</span> noted.");
  });

  it("stays a speaker in the report she takes part in", () => {
    expect(speakers(strangersAsWords(html(), people))).toBe(1);
  });

  it("becomes words in another report", () => {
    const elsewhere = strangersAsWords(html(), () => []);
    expect(speakers(elsewhere)).toBe(0);
    expect(elsewhere).toContain("Ada Moreau noted.");
  });
});
