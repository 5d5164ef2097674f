// From where a finding stands in the report's data to where that is on the page.

import type { Node } from "@tiptap/pm/model";
import type { CheckFinding } from "../bindings/CheckFinding";
import { lines, matchAt, printed, type Match } from "../editor/find";
import { schema } from "../editor/schema";

const { nodes } = schema;

/** A finding with its words on the page; none for what stands in a field beside it. */
export interface Placed {
  finding: CheckFinding;
  match: Match | null;
}

/**
 * What each finding is known by from one check to the next, while others come and go: the same rule
 * about the same words of the same place, counted where there are several.
 */
export function keysOf(findings: CheckFinding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, where }) => {
    const key = [rule, where.quote, JSON.stringify(where.field ?? where.participant ?? where.item ?? "")].join(" ");
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return `${key} ${times}`;
  });
}

export function placed(doc: Node, speakers: string[], findings: CheckFinding[]): Placed[] {
  const all = new Map(lines(doc, speakers).map((line) => [line.pos, line.stretches]));
  return findings.map((finding) => {
    const { field, from, to, quote } = finding.where;
    const pos = typeof field === "string" ? placeOf(doc, field) : null;
    const stretches = pos === null ? undefined : all.get(pos);
    if (!stretches) return { finding, match: null };
    const text = printed(stretches);
    const start = from ?? Math.max(0, text.indexOf(quote));
    const end = to ?? start + quote.length;
    // What was written since the check may have moved or changed the words.
    const there = text.slice(start, end) === quote;
    return { finding, match: there && end > start ? matchAt(stretches, start, end) : null };
  });
}

/** Where the paragraph or title begins that a path such as `agenda.2.section.blocks.0` names. */
export function placeOf(doc: Node, field: string): number | null {
  const steps = field.split(".");
  let here: { node: Node; pos: number } = { node: doc, pos: -1 };
  while (steps.length > 0) {
    const next = step(here, steps);
    if (next === null) return null;
    here = next;
  }
  return here.node.isTextblock ? here.pos : null;
}

/** Takes the next one or two words off a path and goes there. */
function step({ node, pos }: { node: Node; pos: number }, steps: string[]): { node: Node; pos: number } | null {
  const word = steps.shift() ?? "";
  if (word === "section") return { node, pos };
  if (word === "title" || word === "heading") return nth(node, pos, 0, () => true);
  const at = Number(steps.shift());
  if (!Number.isInteger(at)) return null;
  switch (word) {
    case "agenda":
    case "items":
      return nth(node, pos, at, (child) => [nodes.agenda_item, nodes.list_item].some((type) => type === child.type));
    case "parts":
      return nth(node, pos, at, (child) => child.type === nodes.part);
    case "blocks":
      return nth(node, pos, at, (child) => child.type.isInGroup("block"));
    case "opening": {
      const opening = nth(node, pos, 0, (child) => child.type === nodes.opening);
      return opening && nth(opening.node, opening.pos, at, () => true);
    }
    default:
      return null;
  }
}

function nth(
  node: Node,
  pos: number,
  at: number,
  wanted: (child: Node) => boolean,
): { node: Node; pos: number } | null {
  let seen = 0;
  let found: { node: Node; pos: number } | null = null;
  node.forEach((child, offset) => {
    if (!wanted(child)) return;
    if (seen === at) found = { node: child, pos: pos + 1 + offset };
    seen += 1;
  });
  return found;
}
