// What a copy of the page carries: speakers by name, for other programs and other reports.

import { DOMSerializer, type Node, type Slice } from "@tiptap/pm/model";
import type { Participant } from "../bindings/Participant";
import { fullName } from "../shared/names";
import { schema } from "./schema";

type People = () => readonly Participant[];

function nameOf(speaker: Node, people: People): string {
  const { participant, form } = speaker.attrs as { participant: string; form: string };
  const name = people().find((one) => one.id === participant)?.name;
  if (!name) return "";
  return form === "given" && name.given !== "" ? name.given : fullName(name);
}

/** The clipboard's HTML. */
export function htmlSerializer(people: People): DOMSerializer {
  const { nodes, marks } = DOMSerializer.fromSchema(schema);
  return new DOMSerializer(
    {
      ...nodes,
      speaker: (node) => {
        const { participant, form } = node.attrs;
        return ["span", { "data-speaker": participant, "data-form": form }, nameOf(node, people)];
      },
    },
    marks,
  );
}

/** The clipboard's plain text. */
export const textSerializer =
  (people: People) =>
  ({ content }: Slice): string =>
    content.textBetween(0, content.size, "\n\n", (leaf) =>
      leaf.type === schema.nodes.speaker ? nameOf(leaf, people) : (leaf.type.spec.leafText?.(leaf) ?? ""),
    );

/** Speakers of another report are words in this one: nobody is put on its list by pasting. */
export function strangersAsWords(html: string, people: People): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  const known = new Set(people().map((one) => one.id));
  page.querySelectorAll<HTMLElement>("span[data-speaker]").forEach((span) => {
    if (!known.has(span.dataset["speaker"] ?? "")) span.replaceWith(span.textContent);
  });
  return page.body.innerHTML;
}
