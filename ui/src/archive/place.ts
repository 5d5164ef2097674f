// From a passage that was found to its place on the page.

import type { Node } from "@tiptap/pm/model";
import { Selection, TextSelection } from "@tiptap/pm/state";
import type { FoundPassage } from "../bindings/FoundPassage";
import type { Marked } from "../bindings/Marked";
import type { Place } from "../bindings/Place";
import { placeOf } from "../editor/outline";
import { schema } from "../editor/schema";
import type { ReportSession } from "../editor/session.svelte";
import { t } from "../text/en";

/** A report is laid out, and scrolled to where it was left, in its first frames. */
const FRAMES = 6;

/** How the place is called. */
export const placeName = (place: Place): string =>
  place.kind === "section" ? t.archive.section(place.label) : t.archive.places[place.kind];

/** The results by meeting, each with the place of its first passage among all. */
export function byMeeting(passages: FoundPassage[]): { first: number; passages: FoundPassage[] }[] {
  const groups: { first: number; passages: FoundPassage[] }[] = [];
  for (const [at, passage] of passages.entries()) {
    const last = groups.at(-1);
    if (last?.passages[0]?.report === passage.report) last.passages.push(passage);
    else groups.push({ first: at, passages: [passage] });
  }
  return groups;
}

/** Where the words of a passage are in the document: what was found, else where its section begins. */
export function selectionOf(doc: Node, { place, snippet }: Pick<FoundPassage, "place" | "snippet">): Selection {
  const within = rangeOf(doc, place);
  const words = snippet.find((piece) => piece.found)?.text;
  const found = words === undefined ? null : textIn(doc, words, within.from, within.to, before(snippet));
  return found ?? Selection.near(doc.resolve(within.from), 1);
}

/** Puts the cursor on what was found and brings it into sight. */
export async function goToPassage(session: ReportSession, found: FoundPassage): Promise<void> {
  for (let frame = 0; frame < FRAMES; frame++) await new Promise(requestAnimationFrame);
  const { tr } = session.editorState;
  session.dispatch(tr.setSelection(selectionOf(tr.doc, found)));
  session.focus();
  const generated = GENERATED[found.place.kind];
  const there = generated === undefined ? null : document.querySelector(`.ProseMirror ${generated}`);
  if (there) there.scrollIntoView({ block: "center" });
  else session.showCursor();
}

/** What is generated on the page for places without text of their own. */
const GENERATED: Partial<Record<Place["kind"], string>> = {
  meeting: '[data-field^="meeting"]',
  next_steps: '[data-field^="next_steps"]',
  next_meeting: '[data-field^="next_meeting"]',
  participants: '[data-field^="participants"]',
  apologies: '[data-field^="participants"]',
};

function rangeOf(doc: Node, place: Place): { from: number; to: number } {
  if (place.kind === "opening") return { from: 0, to: doc.firstChild?.nodeSize ?? 0 };
  if (place.kind !== "section") return { from: 0, to: 0 };
  const at = placeOf(doc, place.item);
  const item = at === null ? null : doc.nodeAt(at);
  if (at === null || item === null) return { from: 0, to: 0 };
  let part = 0;
  let range = { from: at, to: at + item.nodeSize };
  item.forEach((child, offset) => {
    if (child.type !== schema.nodes.part) return;
    const from = at + 1 + offset;
    if (place.part === null) range.to = Math.min(range.to, from);
    else if (part === place.part) range = { from, to: from + child.nodeSize };
    part += 1;
  });
  return range;
}

/** The words just before what was found, to tell it from the same words elsewhere in the section. */
function before(snippet: Marked[]): string {
  const at = snippet.findIndex((piece) => piece.found);
  const text = at > 0 ? (snippet[at - 1]?.text ?? "") : "";
  return text.split(/[\n…]/).at(-1)?.slice(-30) ?? "";
}

/** A text between two positions, best where those words stand before it. */
function textIn(doc: Node, words: string, from: number, to: number, after: string): Selection | null {
  let [first, best]: [number | null, number | null] = [null, null];
  doc.nodesBetween(from, to, (node, pos) => {
    if (best !== null || !node.isTextblock) return best === null;
    // Atoms count as one character, as in the document.
    const text = node.textBetween(0, node.content.size, undefined, "\ufffc");
    for (let at = text.indexOf(words); at >= 0 && best === null; at = text.indexOf(words, at + 1)) {
      first ??= pos + 1 + at;
      if (text.slice(0, at).endsWith(after)) best = pos + 1 + at;
    }
    return false;
  });
  const start = best ?? first;
  return start === null ? null : TextSelection.create(doc, start, start + words.length);
}
